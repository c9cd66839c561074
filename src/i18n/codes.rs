//! Codes as words: each list carries its own, the county adds to some; an unknown code is shown as it is.
//!
//! The county's own choices are words like the others: told once when the register opens and whenever they change
//! ([`set_own_codes`]), so that every page shows and offers them without asking for the settings.
use super::Lang;
use crate::domain::codes::CodeList;
use crate::domain::policy::OwnCode;
use std::cell::RefCell;

thread_local! {
    static OWN: RefCell<Vec<OwnCode>> = const { RefCell::new(Vec::new()) };
}

/// The county's own codes from now on.
pub fn set_own_codes(codes: &[OwnCode]) {
    OWN.with_borrow_mut(|own| codes.clone_into(own));
}

fn own_words(own: &OwnCode, lang: Lang) -> String {
    match lang {
        Lang::En if !own.en.is_empty() => own.en.clone(),
        _ => own.zh.clone(),
    }
}

pub fn code_text(list: &CodeList, code: &str, lang: Lang) -> String {
    if let Some(entry) = list.find(code) {
        return lang.pick(entry.zh, entry.en).to_owned();
    }
    OWN.with_borrow(|own| {
        let found = own.iter().find(|own| own.list == list.key && own.code == code);
        found.map_or_else(|| code.to_owned(), |own| own_words(own, lang))
    })
}

/// Several codes in one line: `视力、听力`, `vision, hearing`.
pub fn codes_text<'a>(list: &CodeList, codes: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    let words: Vec<String> = codes.map(|code| code_text(list, code, lang)).collect();
    words.join(lang.pick("、", ", "))
}

/// What a list offers, code and words: its own in their order, then the county's that are not closed.
pub fn offered(list: &CodeList, lang: Lang) -> Vec<(String, String)> {
    let standard =
        list.codes.iter().map(|code| (code.code.to_owned(), lang.pick(code.zh, code.en).to_owned()));
    let mut all: Vec<(String, String)> = standard.collect();
    OWN.with_borrow(|own| {
        let open =
            own.iter().filter(|own| own.list == list.key && !own.closed && list.find(&own.code).is_none());
        all.extend(open.map(|own| (own.code.clone(), own_words(own, lang))));
    });
    all
}

/// Does the list or the county know this code, closed ones too?
pub fn is_known(list: &CodeList, code: &str) -> bool {
    let is_own = |own: &OwnCode| own.list == list.key && own.code == code;
    list.find(code).is_some() || OWN.with_borrow(|own| own.iter().any(is_own))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::MISSED_REASON;

    #[test]
    fn the_countys_choices_stand_behind_the_lists_own() {
        let own = |code: &str, closed| OwnCode {
            list: "missed_reason".into(),
            code: code.into(),
            zh: "大雪封山".into(),
            en: "Snowed in".into(),
            closed,
        };
        set_own_codes(&[own("XA", false), own("XB", true), own("ILL", false)]);
        let offered = offered(&MISSED_REASON, Lang::En);
        assert_eq!(offered.len(), MISSED_REASON.codes.len() + 1);
        assert_eq!(offered.last(), Some(&("XA".to_owned(), "Snowed in".to_owned())));
        assert_eq!(code_text(&MISSED_REASON, "XB", Lang::Zh), "大雪封山", "closed ones are still read");
        assert_eq!(
            code_text(&MISSED_REASON, "ILL", Lang::Zh),
            "学生生病",
            "none takes a standard one's place"
        );
        assert!(is_known(&MISSED_REASON, "XB") && !is_known(&MISSED_REASON, "XC"));
        set_own_codes(&[]);
        assert_eq!(code_text(&MISSED_REASON, "XA", Lang::Zh), "XA");
    }
}
