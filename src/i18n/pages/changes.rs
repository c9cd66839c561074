//! Words of what changed between two dated batches of lists.
use super::compare::{Compare, origin_text, when_text};
use crate::domain::codes::{
    ATTENDANCE_MODE, CodeList, DISABILITY_GRADE, DISABILITY_TYPE, ETHNIC, FLAG, INCLUSIVE, KINSHIP,
    SCHOOL_TYPE, SEX, STUDENT_STATUS,
};
use crate::domain::identity::mask;
use crate::i18n::codes::code_text;
use crate::i18n::{Common, Lang, Word, dates, fill};
use crate::lists::compare::Turn;
use crate::lists::compare::changes::Attended;
use crate::lists::rows::{Presence, Reason, Residence};
use crate::lists::said::Said;
use crate::words;

words! {
    pub enum Changes {
        Title: "变化", "Changes";
        Since: "与哪一天的名单比", "Compared with the lists of";
        NoEarlier: "还没有旧批次", "No earlier lists yet";
        NoEarlierText: "收到同一单位新一期的名单后，这里会列出谁进来、谁离开、哪些内容变了。", "Once an office sends its next list, you see here who came, who left and what reads differently.";
        Look: "看变化", "See what changed";
        Loading: "正在读旧名单 {0}/{1}", "Reading the earlier lists, {0} of {1}";
        Sets: "疑似与差异", "Suspects and differences";
        Lists: "名单", "Lists";
        Set: "项目", "Set";
        Then: "原来", "Then";
        Now: "现在", "Now";
        Came: "进来", "Came";
        Left: "离开", "Left";
        Differs: "内容有变", "Differs";
        ColumnsOf: "{0}：哪些列变了", "{0}: which columns changed";
        NothingChanged: "这两批名单没有差别", "These lists are the same";
        CameTo: "{0}：进来 {1} 人", "{0}: {1} came";
        LeftFrom: "{0}：离开 {1} 人", "{0}: {1} left";
        DiffersIn: "{0}：内容有变 {1} 人", "{0}: {1} read differently";
        Back: "返回变化", "Back to the changes";
        What: "变了什么", "What changed";
        WhyThen: "原来为什么在这里", "Why here then";
        WhyNow: "现在为什么在这里", "Why here now";
        ChooseOne: "选一名学生，看变了什么", "Choose a child to see what changed";

        New: "原来不在任何名单上", "Stood on no list before";
        Gone: "已不在任何名单上", "Stands on no list any more";
        Joined: "已认定与{0}是同一人", "Found to be one with {0}";
        Parted: "原来认定与{0}是同一人，现在分开", "Was taken for one with {0}, and no more";
        On: "进入“{0}”", "Now on the list “{0}”";
        Off: "不再在“{0}”上", "No longer on the list “{0}”";
        BackOnRoll: "有了学籍", "Now on the roll";
        IntoWindow: "进入学龄（{0}出生）", "Now of school age (born {0})";
        OutOfWindow: "已过学龄（{0}出生）", "No longer of school age (born {0})";
        Residence: "户籍：{0} → {1}", "Registration: {0} → {1}";
        Here: "在本地", "here";
        Moved: "迁出", "moved away";
        Dead: "注销（死亡）", "ended by death";
        Status: "学籍状态：{0} → {1}", "Status on the roll: {0} → {1}";
        Attendance: "点名：{0} → {1}", "Roll call: {0} → {1}";
        NotCalled: "不在点名册", "not called";
        Present: "在校", "in school";
        Absent: "未到", "absent";
        Excused: "有正当理由未到", "absent for a proper reason";
        Days: "无故缺课 {0} 天", "{0} days absent without reason";
        NoDays: "无故未到", "absent without reason";
        AtHome: "开始送教上门", "Now taught at home";
        NotAtHome: "不再送教上门", "No longer taught at home";
        FoundReal: "核查为真实失学", "Found truly out of school";
        FoundNot: "核查为非真实失学", "Found not truly out";
        FoundOpen: "核查结论空着", "The finding is empty";
        Unexcused: "无故", "without reason";
        Proper: "有正当理由", "for a proper reason";
        Cell: "{0} · {1}：{2} → {3}", "{0} · {1}: {2} → {3}";
        Empty: "空", "empty";
    }
}

use Changes as W;

/// What turned about a child, as a sentence.
pub fn turn_text(turn: &Turn, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    let residence = |residence: Residence| {
        let word = match residence {
            Residence::Here => W::Here,
            Residence::Moved => W::Moved,
            Residence::Dead => W::Dead,
        };
        word.text(lang)
    };
    match turn {
        Turn::New => say(W::New, &[]),
        Turn::Gone => say(W::Gone, &[]),
        Turn::Joined(name) => say(W::Joined, &[name]),
        Turn::Parted(name) => say(W::Parted, &[name]),
        Turn::On(crate::lists::compare::Origin::Roll) => say(W::BackOnRoll, &[]),
        Turn::On(from) => say(W::On, &[origin_text(*from, lang)]),
        Turn::Off(from) => say(W::Off, &[origin_text(*from, lang)]),
        Turn::Window { born, within } => {
            let born = born.map(|born| dates::long(born, lang)).unwrap_or_default();
            say(if *within { W::IntoWindow } else { W::OutOfWindow }, &[&born])
        }
        Turn::Residence { then, now } => say(W::Residence, &[residence(*then), residence(*now)]),
        Turn::Status { then, now } => {
            let words = |code: &str| code_text(&STUDENT_STATUS, code, lang);
            say(W::Status, &[&words(then), &words(now)])
        }
        Turn::Attendance { then, now } => {
            say(W::Attendance, &[&attended(*then, lang), &attended(*now, lang)])
        }
        Turn::AtHome(is) => say(if *is { W::AtHome } else { W::NotAtHome }, &[]),
        Turn::Found(Some(true)) => say(W::FoundReal, &[]),
        Turn::Found(Some(false)) => say(W::FoundNot, &[]),
        Turn::Found(None) => say(W::FoundOpen, &[]),
    }
}

fn attended(attended: Attended, lang: Lang) -> String {
    let word = match attended {
        Attended::NotCalled => W::NotCalled,
        Attended::Present => W::Present,
        Attended::Excused => W::Excused,
        Attended::Absent(Some(days)) => return fill(W::Days.text(lang), &[&days.to_string()]),
        Attended::Absent(None) => W::NoDays,
    };
    word.text(lang).to_owned()
}

/// The list that a column's codes are of.
fn codes_of(column: &str) -> Option<&'static CodeList> {
    Some(match column {
        "sex" => &SEX,
        "ethnic" => &ETHNIC,
        "relation" => &KINSHIP,
        "attendance" => &ATTENDANCE_MODE,
        "inclusive" => &INCLUSIVE,
        "disability_type" => &DISABILITY_TYPE,
        "disability_grade" => &DISABILITY_GRADE,
        "status" => &STUDENT_STATUS,
        "school_type" => &SCHOOL_TYPE,
        "group" => &FLAG,
        _ => return None,
    })
}

/// What a cell says; numbers of persons whole only where `whole` says so.
pub fn said_text(column: &str, said: &Said, lang: Lang, whole: bool) -> String {
    let word = |word: W| word.text(lang).to_owned();
    match said {
        Said::Nothing => word(W::Empty),
        Said::Text(text) => match (column, codes_of(column)) {
            (_, Some(list)) => code_text(list, text, lang),
            ("id_number", _) if !whole => mask::id(text),
            ("roll_number", _) if !whole => mask::roll(text),
            ("certificate", _) if !whole => mask::cert(text),
            ("phone" | "phone1" | "phone2" | "director_phone", _) if !whole => mask::phone(text),
            _ => text.clone(),
        },
        Said::When(when) => when_text(*when, lang),
        Said::Count(count) => match codes_of(column) {
            Some(list) => code_text(list, &count.to_string(), lang),
            None => count.to_string(),
        },
        Said::Yes(yes) => if *yes { Common::Yes } else { Common::No }.text(lang).to_owned(),
        Said::Residence(residence) => match residence {
            Residence::Here => Compare::Resident.text(lang).to_owned(),
            Residence::Moved => Compare::Moved.text(lang).to_owned(),
            Residence::Dead => Compare::Dead.text(lang).to_owned(),
        },
        Said::Presence(presence) => word(if *presence == Presence::Present { W::Present } else { W::Absent }),
        Said::Reason(reason) => match reason {
            Reason::None => word(W::Empty),
            Reason::Proper => word(W::Proper),
            Reason::Unexcused => word(W::Unexcused),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_in_words_and_numbers_masked() {
        let text =
            |column: &str, text: &str, whole| said_text(column, &Said::Text(text.into()), Lang::Zh, whole);
        assert_eq!(text("status", "02", false), code_text(&STUDENT_STATUS, "02", Lang::Zh));
        assert_eq!(text("id_number", "370299201209010013", false), "370299********0013");
        assert_eq!(text("id_number", "370299201209010013", true), "370299201209010013");
        assert_eq!(text("class", "2班", false), "2班");
        assert_eq!(said_text("sex", &Said::Count(1), Lang::Zh, false), "男");
        assert_eq!(said_text("class", &Said::Nothing, Lang::Zh, false), "空");
        let turn = Turn::Attendance { then: Attended::Present, now: Attended::Absent(Some(9)) };
        assert_eq!(turn_text(&turn, Lang::Zh), "点名：在校 → 无故缺课 9 天");
    }
}
