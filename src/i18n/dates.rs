//! Dates, times and numbers as each language writes them.
use super::{Lang, fill};
use crate::domain::calendar::{Half, Term};
use crate::domain::date::Date;

const WEEKDAYS_ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const WEEKDAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `周二`, `Tue`.
pub fn weekday(date: Date, lang: Lang) -> &'static str {
    let names = lang.pick(&WEEKDAYS_ZH, &WEEKDAYS_EN);
    names.get(usize::from(date.weekday()).saturating_sub(1)).copied().unwrap_or_default()
}

fn month_en(date: Date) -> &'static str {
    MONTHS_EN.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default()
}

/// The whole date: `2026年9月1日`, `1 Sep 2026`.
pub fn long(date: Date, lang: Lang) -> String {
    let (year, month, day) = (date.year().to_string(), date.month().to_string(), date.day().to_string());
    match lang {
        Lang::Zh => fill("{0}年{1}月{2}日", &[&year, &month, &day]),
        Lang::En => fill("{2} {1} {0}", &[&year, month_en(date), &day]),
    }
}

/// The day within its year, with its weekday: `9月1日 周二`, `Tue 1 Sep`.
pub fn short(date: Date, lang: Lang) -> String {
    let (month, day, weekday) = (date.month().to_string(), date.day().to_string(), weekday(date, lang));
    match lang {
        Lang::Zh => fill("{0}月{1}日 {2}", &[&month, &day, weekday]),
        Lang::En => fill("{2} {1} {0}", &[month_en(date), &day, weekday]),
    }
}

/// A month of a year, `YYYY-MM`: `2026年9月`, `Sep 2026`; another shape as it is.
pub fn month(text: &str, lang: Lang) -> String {
    let first = [text, "-01"].concat().parse::<Date>();
    match (first, lang) {
        (Ok(date), Lang::Zh) => fill("{0}年{1}月", &[&date.year().to_string(), &date.month().to_string()]),
        (Ok(date), Lang::En) => fill("{1} {0}", &[&date.year().to_string(), month_en(date)]),
        (Err(_), _) => text.to_owned(),
    }
}

/// A term, `2025-2026-1`: `2025–2026学年第一学期`, `First term of 2025–2026`; another shape as it is.
pub fn term(text: &str, lang: Lang) -> String {
    let Ok(term) = text.parse::<Term>() else { return text.to_owned() };
    let (from, to) = (term.year.start().to_string(), term.year.plus(1).start().to_string());
    let template = match (term.half, lang) {
        (Half::Autumn, Lang::Zh) => "{0}–{1}学年第一学期",
        (Half::Spring, Lang::Zh) => "{0}–{1}学年第二学期",
        (Half::Autumn, Lang::En) => "First term of {0}–{1}",
        (Half::Spring, Lang::En) => "Second term of {0}–{1}",
    };
    fill(template, &[&from, &to])
}

/// A size in bytes for a reader: `850 B`, `12 kB`, `3.4 MB`, `1.2 GB`.
pub fn bytes(size: u64) -> String {
    let scaled = |unit: u64, name: &str| {
        let tenths = size.saturating_mul(10) / unit;
        let (whole, tenth) = (tenths / 10, tenths % 10);
        match whole >= 10 || tenth == 0 {
            true => fill("{0} {1}", &[&whole.to_string(), name]),
            false => fill("{0}.{1} {2}", &[&whole.to_string(), &tenth.to_string(), name]),
        }
    };
    match size {
        0..1_000 => scaled(1, "B"),
        1_000..1_000_000 => scaled(1_000, "kB"),
        1_000_000..1_000_000_000 => scaled(1_000_000, "MB"),
        _ => scaled(1_000_000_000, "GB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_each_language_writes_it() {
        let date: Date = "2026-09-01".parse().unwrap();
        for (lang, whole, day) in
            [(Lang::Zh, "2026年9月1日", "9月1日 周二"), (Lang::En, "1 Sep 2026", "Tue 1 Sep")]
        {
            assert_eq!((long(date, lang).as_str(), short(date, lang).as_str()), (whole, day));
        }
        assert_eq!(month("2026-12", Lang::Zh), "2026年12月");
        assert_eq!(month("2026-13", Lang::En), "2026-13");
    }

    #[test]
    fn a_size_keeps_two_figures() {
        for (size, text) in
            [(0, "0 B"), (999, "999 B"), (1_000, "1 kB"), (12_345, "12 kB"), (3_450_000, "3.4 MB")]
        {
            assert_eq!(bytes(size), text);
        }
    }
}
