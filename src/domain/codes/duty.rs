//! Responsibility: groups, documents, duty letters, the year-end assessment and its bottom line (domain.md §2.4, §4.11, §4.13).
use super::code_list;

code_list! {
    GROUP_KIND = "group_kind", "平度市控辍保学五项措施（2020）", "2026-11";
    "LEADING" "领导小组" "Leading group"
    "WORKING" "工作小组" "Working group"
    "OTHER" "其他专班" "Other group"
}

code_list! {
    GROUP_ROLE = "group_role", "保学自拟", "2026-11";
    "HEAD" "组长" "Head"
    "DEPUTY" "副组长" "Deputy head"
    "MEMBER" "成员" "Member"
    "OFFICE" "办公室联络员" "Office contact"
}

code_list! {
    DOC_STATUS = "doc_status", "平度市控辍保学五项措施（2020）", "2026-11";
    "TRIAL" "试行" "On trial"
    "FORCE" "现行" "In force"
    "REPLACED" "已被替代" "Replaced"
    "ENDED" "已废止" "Repealed"
}

code_list! {
    /// Between whom a duty letter (责任书) is signed: the two lines of duty, level by level.
    LETTER_LEVEL = "letter_level", "双线责任制", "2026-11";
    "COUNTY_TOWN" "县政府与乡镇" "County and township"
    "TOWN_VILLAGE" "乡镇与村" "Township and village"
    "BUREAU_SCHOOL" "教育局与学校" "Bureau and school"
    "SCHOOL_CLASS" "学校与班主任" "School and class teacher"
}

code_list! {
    /// What an item of the year-end assessment is computed from; `HAND`: the assessor gives the points.
    SCORE_EVIDENCE = "score_evidence", "保学自拟", "2026-11";
    "HAND" "人工评分" "Given by the assessor"
    "LETTERS" "责任书签订" "Duty letters signed"
    "AGENDA" "首周议题" "Agenda in the first week"
    "CASES" "个案销号" "Cases closed"
    "FILES" "档案完整" "Files complete"
    "PERSUASION" "劝返记录" "Persuasion recorded"
    "CARERS" "关爱责任人两名" "Two carers"
    "VISITS" "送教次数" "Visits delivered"
    "PLANS" "送教计划" "Plans of home teaching"
    "ROLL" "学籍号齐全" "On the school roll"
    "REPORTS" "月报报送" "Monthly reports"
    "AID" "资助落实" "Aid paid out"
}

code_list! {
    /// 一票否决: what fails the school whatever its points. The first is the red line of the founding report.
    RED_LINE = "red_line", "平度市控辍保学五项措施（2020）、义务教育法第27、57条", "2026-11";
    "SENT_HOME" "因成绩让学生回家或劝退" "Sent home or told to leave for marks"
    "DROPOUT" "出现新的辍学" "A new dropout"
    "FALSE" "瞒报虚报" "Hidden or false report"
    "REFUSED" "拒收残疾儿童" "Refused a disabled child"
    "UNREPORTED" "新辍学不上报" "New dropout not reported"
}

code_list! {
    RED_STEP = "red_step", "保学自拟", "2026-11";
    "DEALT" "已处理整改" "Dealt with"
    "APPEAL" "学校申诉" "School appeals"
    "UPHELD" "维持认定" "Upheld"
    "REMOVED" "撤销认定" "Removed"
    "RESTORED" "恢复认定" "Restored"
}
