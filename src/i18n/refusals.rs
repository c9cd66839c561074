//! Why the register refused a command, and what to do.
use super::fields::{field_label, table_label};
use super::pages::bar_text;
use super::problems::problem_text;
use super::{Lang, Word, fill};
use crate::register::causal::Untidy;
use crate::register::change::{DELETED, ERASED, JOINED, RecordKey};
use crate::register::command::Refused;
use crate::words;

words! {
    pub enum RefusalWord {
        NothingToDo: "没有改动，无需保存", "Nothing has changed; there is nothing to save";
        Flaws: "还不能保存，请先改正：", "It cannot be saved yet. Correct first:";
        Flaw: "{0}“{1}”：{2}", "{0}, “{1}”: {2}";
        NoSuchRecord: "找不到这条{0}，可能刚被移除，请返回后重新打开档案", "This record ({0}) is not there; it may just have been taken away. Go back and open the file again";
        NoSuchChange: "找不到要撤销的那次修改，请刷新修改记录后再试", "The change to be undone is not there; open the history again";
        ChangedSince: "{0}“{1}”后来又被改过，不能直接撤销；请打开修改记录，手动改回", "{0}, “{1}” was changed again since, so it cannot simply be undone; open the history and set it by hand";
        Erased: "内容已按保存期限清除，不能再修改或恢复", "The content was erased at the end of its time; it can be neither changed nor brought back";
        NotDeleted: "这条{0}没有被删除，不用恢复", "This record ({0}) is not deleted; there is nothing to bring back";
        JoinedIntoItself: "不能把档案并入它自己，请另选一份", "A file cannot be joined into itself; choose another";
        Stands: "“{0}”登记后不能改也不能删，只能写后续处理", "“{0}” stands as it was made: it is neither changed nor deleted, only followed up";
        UntidyMissing: "这份档案不完整，缺少之前的修改（{0}）。请向给出文件的平板要一份完整的", "The file is only a part: an earlier change is missing ({0}). Ask the tablet it came from for the whole";
        UntidyTangled: "这份文件的修改记录前后矛盾，不是由平板写出的，没有接收", "The history in this file contradicts itself; no tablet wrote it, and it was not taken in";
        FieldDeleted: "是否删除", "Deleted";
        FieldErased: "是否清除", "Erased";
        FieldJoined: "并入的档案", "Joined into";
    }
}

use RefusalWord as W;

pub fn refusal_text(refused: &Refused, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match refused {
        Refused::NothingToDo => say(W::NothingToDo, &[]),
        Refused::Flaws(flaws) => {
            let line = |(key, flaw): &(RecordKey, crate::domain::check::Flaw)| {
                let problem = problem_text(&flaw.problem, &key.table, lang);
                let field = field_label(&key.table, flaw.field, lang);
                say(W::Flaw, &[&table_label(&key.table, lang), &field, &problem])
            };
            let lines: Vec<String> = flaws.iter().map(line).collect();
            [say(W::Flaws, &[]), lines.join("\n")].join("\n")
        }
        Refused::NoSuchRecord(key) => say(W::NoSuchRecord, &[&table_label(&key.table, lang)]),
        Refused::NoSuchChange(_) => say(W::NoSuchChange, &[]),
        Refused::ChangedSince { record, field } => say(
            W::ChangedSince,
            &[&table_label(&record.table, lang), &any_field_label(&record.table, field, lang)],
        ),
        Refused::Erased => say(W::Erased, &[]),
        Refused::NotDeleted(key) => say(W::NotDeleted, &[&table_label(&key.table, lang)]),
        Refused::JoinedIntoItself => say(W::JoinedIntoItself, &[]),
        Refused::Stands(key) => say(W::Stands, &[&table_label(&key.table, lang)]),
        Refused::Case(bars) => {
            let lines: Vec<String> = bars.iter().map(|bar| bar_text(bar, lang)).collect();
            lines.join("\n")
        }
        Refused::Untidy(untidy) => untidy_text(untidy, lang),
    }
}

pub fn untidy_text(untidy: &Untidy, lang: Lang) -> String {
    match untidy {
        Untidy::Missing(dot) => fill(W::UntidyMissing.text(lang), &[&dot.to_string()]),
        Untidy::Tangled => W::UntidyTangled.text(lang).to_owned(),
    }
}

/// The label of any field that a change may set, the register's own marks too.
pub fn any_field_label(table: &str, field: &str, lang: Lang) -> String {
    match field {
        DELETED => W::FieldDeleted.text(lang).to_owned(),
        ERASED => W::FieldErased.text(lang).to_owned(),
        JOINED => W::FieldJoined.text(lang).to_owned(),
        _ => field_label(table, field, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::check::{Flaw, Problem};
    use crate::domain::id::RecordId;

    #[test]
    fn a_refusal_says_where_and_what_to_do() {
        let key = RecordKey::new("visit", RecordId(1));
        let flaws = vec![
            (key.clone(), Flaw { field: "date", problem: Problem::Future }),
            (key.clone(), Flaw { field: "end", problem: Problem::NotAfter("start") }),
        ];
        assert_eq!(
            refusal_text(&Refused::Flaws(flaws), Lang::Zh),
            "还不能保存，请先改正：\n送教记录“日期”：日期在今天之后，请改为已经发生的日期\n送教记录“结束时间”：必须晚于“开始时间”，请核对两个时间"
        );
        let since = Refused::ChangedSince { record: key, field: DELETED.to_owned() };
        assert!(refusal_text(&since, Lang::En).starts_with("Visit record, “Deleted” was changed again"));
    }
}
