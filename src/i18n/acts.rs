//! What somebody did, for the history and the log: `王老师记录了送教`.
use super::{Lang, fill};
use crate::register::change::Act;

const ACTS: &[(Act, &str, &str, &str, &str)] = &[
    (Act::EDIT, "修改档案", "Edit", "{0}修改了档案", "{0} edited the file"),
    (Act::NEW_FILE, "新建档案", "New file", "{0}新建了档案", "{0} opened the file"),
    (Act::TAKE_IN_LIST, "从名单导入", "From a list", "{0}从名单导入了信息", "{0} took in a list"),
    (Act::RECORD_VISIT, "记录送教", "Visit recorded", "{0}记录了送教", "{0} recorded a visit"),
    (
        Act::SKIP_VISIT,
        "记录未送教",
        "Visit called off",
        "{0}记录了未送教及原因",
        "{0} recorded why a visit was called off",
    ),
    (Act::PLAN_VISIT, "安排送教", "Visit planned", "{0}安排了送教", "{0} planned a visit"),
    (Act::ADD_PHOTO, "添加照片", "Photograph added", "{0}添加了照片", "{0} added a photograph"),
    (Act::WRITE_PLAN, "编写计划", "Plan written", "{0}编写了教学计划", "{0} wrote the plan"),
    (Act::PLACE, "调整安置", "Placement", "{0}调整了教育安置", "{0} changed the placement"),
    (Act::ASSESS, "评估", "Assessment", "{0}记录了评估", "{0} recorded an assessment"),
    (Act::COUNSEL, "心理疏导", "Counselling", "{0}记录了心理疏导", "{0} recorded a counselling talk"),
    (Act::ASSIGN_CARER, "确定关爱责任人", "Carer named", "{0}确定了关爱责任人", "{0} named a carer"),
    (Act::CONSENT, "家长同意", "Consent", "{0}记录了家长同意", "{0} recorded a consent"),
    (Act::SUMMARISE_TERM, "学期总结", "Term summary", "{0}填写了学期总结", "{0} wrote the term summary"),
    (Act::SETTINGS, "修改设置", "Settings", "{0}修改了县级设置", "{0} changed the county's settings"),
    (Act::DELETE, "删除", "Delete", "{0}删除了一条记录", "{0} deleted a record"),
    (Act::BRING_BACK, "恢复", "Bring back", "{0}恢复了删除的记录", "{0} brought a record back"),
    (Act::SETTLE, "处理不一致", "Difference settled", "{0}处理了不一致的内容", "{0} settled a difference"),
    (Act::UNDO, "撤销", "Undo", "{0}撤销了一次修改", "{0} undid a change"),
    (Act::JOIN, "合并档案", "Files joined", "{0}把两份档案合为一份", "{0} joined two files of one child"),
    (Act::UN_JOIN, "拆开档案", "Files parted", "{0}把合并的档案重新分开", "{0} parted two joined files"),
    (
        Act::TELL_APART,
        "确认不是同一人",
        "Told apart",
        "{0}确认两名学生不是同一人",
        "{0} told two pupils apart",
    ),
    (Act::ERASE, "到期清除", "Erased", "{0}按保存期限清除了内容", "{0} erased what was past its time"),
    (Act::OPEN_CASE, "建立个案", "Case opened", "{0}建立了个案", "{0} opened a case"),
    (Act::ASSIGN_CASE, "分派督察小组", "Team assigned", "{0}分派了督察小组", "{0} gave the case to a team"),
    (Act::CHECK_CASE, "核查", "Check", "{0}填写了核查表", "{0} filled in a check"),
    (Act::CASE_STEP, "个案进展", "Case moved on", "{0}推进了个案", "{0} took the case a step further"),
    (Act::PERSUADE, "劝返", "Persuasion", "{0}记录了劝返", "{0} recorded a persuasion"),
    (Act::NOTICE, "文书", "Notice", "{0}制发或送达了文书", "{0} issued or served a notice"),
    (Act::ENROL, "复学与学籍", "Return and roll", "{0}登记了复学与学籍", "{0} registered a return"),
    (Act::SIGNING_KEY, "签名密钥", "Signing key", "{0}登记了签名密钥", "{0} noted a signing key"),
    (Act::EXPORT, "导出", "Export", "{0}导出了档案文件", "{0} exported a file"),
    (Act::MATCH, "比对决定", "Match decided", "{0}确认了名单比对", "{0} decided matches between lists"),
    (Act::SIGN_LETTER, "责任书", "Duty letter", "{0}登记了责任书", "{0} registered a duty letter"),
    (
        Act::RED_LINE,
        "底线事项",
        "Red line",
        "{0}登记或处理了底线事项",
        "{0} recorded or dealt with a red line",
    ),
    (Act::SUBMIT_REPORT, "提交报表", "Report submitted", "{0}提交了报表", "{0} submitted a report"),
    (Act::FREEZE, "考核定稿", "Score sheet closed", "{0}把考核表定稿", "{0} closed a score sheet"),
    (
        Act::HAND_OUT,
        "提供名单",
        "List handed out",
        "{0}向部门提供了名单",
        "{0} handed a list to a department",
    ),
    (Act::PRACTICE, "练习", "Practice", "{0}做了练习", "{0} practised"),
];

/// The act as a short heading; the code itself for an act of a newer version.
pub fn act_text(act: &Act, lang: Lang) -> String {
    let found = ACTS.iter().find(|(known, ..)| known == act);
    found.map_or_else(|| act.code().to_owned(), |(_, zh, en, ..)| lang.pick(*zh, *en).to_owned())
}

/// Who did what: `王老师记录了送教`, `Ms Wang recorded a visit`.
pub fn act_sentence(act: &Act, who: &str, lang: Lang) -> String {
    let found = ACTS.iter().find(|(known, ..)| known == act);
    match found {
        Some((_, _, _, zh, en)) => fill(lang.pick(zh, en), &[who]),
        None => fill(lang.pick("{0}：{1}", "{0}: {1}"), &[who, act.code()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::holes;

    #[test]
    fn every_act_has_its_words_once_and_every_sentence_names_who() {
        for act in Act::ALL {
            let rows: Vec<_> = ACTS.iter().filter(|(known, ..)| known == act).collect();
            assert_eq!(rows.len(), 1, "{act:?}");
            for (_, zh, en, who_zh, who_en) in rows {
                assert!(!zh.is_empty() && !en.is_empty(), "{act:?}");
                assert_eq!((holes(who_zh), holes(who_en)), (1, 1), "{act:?}");
            }
        }
        assert_eq!(ACTS.len(), Act::ALL.len());
    }

    #[test]
    fn an_act_of_a_newer_version_shows_its_code() {
        let act = Act::new("fly".to_owned());
        assert_eq!(act_text(&act, Lang::Zh), "fly");
        assert_eq!(act_sentence(&act, "王老师", Lang::Zh), "王老师：fly");
        assert_eq!(act_sentence(&Act::RECORD_VISIT, "王老师", Lang::Zh), "王老师记录了送教");
    }
}
