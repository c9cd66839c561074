//! 教育 在校点名册 (Z): who was in school on the day of the roll call.
use super::words::{self, has, is};
use super::{Number, Person, PersonRow, Who};
use crate::domain::date::Date;
use crate::lists::columns::ListKind;
use crate::lists::issue::Fault;
use crate::lists::issue::Weight;
use crate::lists::normalise::date::{self, When};
use crate::lists::normalise::text;
use crate::lists::schools::school_name;
use crate::lists::sheet::Cell;
use crate::lists::taking::{ListRow, RowCells};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RollCallRow {
    pub school: Option<String>,
    pub grade: Option<String>,
    pub class: Option<String>,
    pub name: String,
    pub id_number: Number,
    pub sex: Option<u8>,
    pub birth: Option<When>,
    pub presence: Presence,
    /// Why absent; [`Reason::None`] where the child is present.
    pub reason: Reason,
    /// The list's own words for it.
    pub reason_words: Option<String>,
    /// The first day missed; where the list gives a month, its last day: the absence is at least as long.
    pub absent_from: Option<Date>,
    pub called_on: Option<Date>,
    pub caller: Option<String>,
}

/// In the order in which one of two rows of a child is believed: who sits in one class is in school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Presence {
    #[default]
    Present,
    Absent,
}

/// Why a child is absent, as far as it decides whether the absence counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    #[default]
    None,
    /// Illness, leave and other proper reasons.
    Proper,
    /// 无故, or no reason given.
    Unexcused,
}

impl Presence {
    fn of(words: &str) -> Option<Presence> {
        let absent = [
            "未到",
            "未在",
            "缺",
            "不在",
            "没到",
            "没来",
            "未返",
            "未来",
            "请假",
            "病假",
            "事假",
            "旷",
            "逃",
            "离校",
            "空",
            "休学",
            "未实到",
            "未报到",
            "失联",
        ];
        if has(words, &absent) || is(words, words::NO) {
            return Some(Presence::Absent);
        }
        let present = ["在", "到", "出勤", "出席", "正常", "返校", "报到", "齐"];
        (has(words, &present) || is(words, words::YES)).then_some(Presence::Present)
    }
}

impl Reason {
    /// 无故, 旷课, 无故缺勤, and what else is no proper reason; leave, illness and what else is one.
    fn of(words: &str) -> Option<Reason> {
        let unexcused = [
            "无故",
            "旷",
            "逃",
            "未请假",
            "没请假",
            "未办",
            "无假",
            "无手续",
            "不明",
            "失联",
            "联系不上",
            "厌学",
            "打工",
            "务工",
            "辍",
            "流失",
            "失学",
            "弃学",
            "早婚",
            "不愿",
            "拒绝",
            "无理由",
            "无正当",
            "未说明",
        ];
        if has(words, &unexcused) || is(words, &["其他", "其它", "未知"]) {
            return Some(Reason::Unexcused);
        }
        let proper = [
            "病",
            "假",
            "住院",
            "就医",
            "医",
            "手术",
            "康复",
            "治疗",
            "事",
            "丧",
            "探亲",
            "隔离",
            "比赛",
            "集训",
            "参赛",
            "活动",
            "休学",
            "转学",
            "送教",
            "专门学校",
            "受伤",
            "骨折",
            "发烧",
            "感冒",
            "水痘",
            "流感",
            "批准",
        ];
        has(words, &proper).then_some(Reason::Proper)
    }
}

impl ListRow for RollCallRow {
    const KIND: ListKind = ListKind::RollCall;

    fn read(cells: &mut RowCells) -> Option<RollCallRow> {
        let Who { name, number, birth, sex } = Who::read(cells, None, None)?;
        let sorted = |cell: Cell| words::sort(cell, "presence", Presence::Absent, Presence::of);
        let said = cells.may("presence", sorted);
        let from_1904 = cells.from_1904();
        let absent_from = cells.may("absent_from", |cell| date::read(cell, from_1904));
        let sorted = |cell: Cell| words::sort(cell, "reason", Reason::Unexcused, Reason::of);
        let reason = cells.may("reason", sorted);
        // Leave or truancy may stand in the column that says whether the child came.
        let in_presence =
            words::plain(cells.cell("presence")).ok().flatten().and_then(|words| Reason::of(&words));
        let presence = said.unwrap_or_else(|| {
            cells.say("presence", Fault::Missing, Weight::Doubt);
            if absent_from.is_some() || reason.is_some() { Presence::Absent } else { Presence::Present }
        });
        let absent = presence == Presence::Absent;
        let reason = match absent {
            true => reason.or(in_presence).unwrap_or(Reason::Unexcused),
            false => Reason::None,
        };
        let absent_from = absent_from.filter(|_| absent).and_then(When::last_day);
        if reason == Reason::Unexcused && absent_from.is_none() {
            cells.say("absent_from", Fault::Missing, Weight::Doubt);
        }
        Some(RollCallRow {
            school: cells.may("school", school_name),
            grade: cells.may("grade", text::words),
            class: cells.may("class", text::words),
            name,
            id_number: number,
            sex,
            birth,
            presence,
            reason,
            reason_words: cells.may("reason", text::words),
            absent_from,
            called_on: cells.may("called_on", |cell| date::read(cell, from_1904)).and_then(When::day),
            caller: cells.may("caller", text::name),
        })
    }

    crate::row_of_child!();

    fn absorb(&mut self, left_out: &Self) {
        let weight = |row: &Self| {
            (row.presence, row.reason, std::cmp::Reverse(row.absent_from), row.reason_words.clone())
        };
        if weight(left_out) < weight(self) {
            self.presence = left_out.presence;
            self.reason = left_out.reason;
            self.absent_from = left_out.absent_from;
            self.reason_words.clone_from(&left_out.reason_words);
        }
        self.called_on = self.called_on.max(left_out.called_on);
    }

    crate::list_row_fields!(
        school,
        grade,
        class,
        name,
        id_number,
        sex,
        birth,
        presence,
        reason,
        reason_words,
        absent_from,
        called_on,
        caller,
    );
}

impl RollCallRow {
    /// Days absent without a proper reason, counted as roll-call day − first day; `None` where there are none or the first
    /// day is not known.
    pub fn days_absent(&self, called_on: Option<Date>) -> Option<i64> {
        let absent = self.absent_from.filter(|_| self.reason == Reason::Unexcused)?;
        Some(self.called_on.or(called_on)?.days_since(absent))
    }
}

impl PersonRow for RollCallRow {
    fn person(&self) -> Person<'_> {
        Person {
            birth: self.birth,
            sex: self.sex,
            school: self.school.as_deref(),
            grade: self.grade.as_deref(),
            class: self.class.as_deref(),
            ..Person::of(&self.name, &self.id_number)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_roll_call() {
        for word in ["在校", "到校", "实到", "已到", "是", "√", "1", "出勤", "正常", "在"] {
            assert_eq!(Presence::of(word), Some(Presence::Present), "{word}");
        }
        for word in
            ["未到", "缺勤", "未到校", "不在校", "否", "×", "0", "缺席", "病假", "旷课", "请假", "未返校"]
        {
            assert_eq!(Presence::of(word), Some(Presence::Absent), "{word}");
        }
        for word in ["无故", "旷课", "无故缺勤", "逃学", "未请假", "原因不明", "其他", "外出打工"]
        {
            assert_eq!(Reason::of(word), Some(Reason::Unexcused), "{word}");
        }
        for word in ["病假", "事假", "请假", "住院治疗", "家中有事", "因病"] {
            assert_eq!(Reason::of(word), Some(Reason::Proper), "{word}");
        }
        assert_eq!((Presence::of("嗯"), Reason::of("嗯")), (None, None));
    }
}
