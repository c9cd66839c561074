//! Words of the county's settings, its calendar and its code lists.
use crate::domain::codes::{self, CodeList};
use crate::domain::policy::Source;
use crate::i18n::{Lang, Word};
use crate::words;

words! {
    pub enum County {
        Rules: "县里规定", "County rules";
        Calendar: "校历", "School calendar";
        Lists: "代码表", "Code lists";
        Changes: "修改记录", "History";
        RulesText: "没有改过的项目按默认值执行；改了就按本县规定，全部待办当场重算。", "What the county has not set has its default. A change counts at once for everything that is due.";

        InForce: "现在执行", "In force now";
        PerWeek: "每周 {0} 次", "{0} a week";
        Hours: "每次 {0} 课时", "{0} class hours each";
        PerYear: "每学年 {0} 课时", "{0} class hours a school year";
        Since: "{0}起", "from {0}";
        Between: "{0}至{1}", "{0} to {1}";
        BasedOn: "依据：{0}", "Source: {0}";
        AddRule: "添加频次规定", "Add a rule";
        NoRules: "本县还没有规定频次，按省里的执行。", "The county has set no rule; the province's holds.";
        Ended: "已结束", "Ended";
        NotYet: "还没到执行日期", "Not in force yet";
        Now: "执行中", "In force";
        Replaced: "已有更新的规定", "A later rule holds";

        Default: "默认", "Default";
        Set: "本县规定", "Set by the county";
        BackAt: "已恢复默认", "Back to the default";
        SetBy: "{0}，{1}", "{0}, {1}";
        DefaultIs: "默认 {0}", "Default {0}";
        ChangeIt: "修改“{0}”", "Change “{0}”";
        ResetIt: "把“{0}”恢复默认", "Put “{0}” back to its default";
        NoNotice: "还没有填依据文件", "No notice given yet";

        Sheets: "{0} 张", "{0}";
        Years: "{0} 年", "{0} years";
        OfAge: "{0} 周岁", "age {0}";

        SchoolYear: "{0} 学年", "School year {0}";
        YearBefore: "上一学年", "The year before";
        YearAfter: "下一学年", "The year after";
        TermSum: "{0}至{1}，{2} 周，上课 {3} 天", "{0} to {1}: {2} weeks, {3} days with school";
        TermDefault: "通常日期，可按本县校历修改", "The usual days; set the county's own";
        ChangeTerm: "改起止日期", "Change the dates";
        TapADay: "点日历上的一天，可设停课或调休上课。", "Tap a day to make it a day off or a day with school.";
        Off: "停课", "Day off";
        MadeUp: "调休上课", "Made up";
        School: "上课", "School";
        Weekend: "周末", "Weekend";
        Outside: "假期", "Vacation";
        Holiday: "法定节假日", "Public holiday";
        ThisDay: "今天", "Today";
        WeekOf: "第 {0} 周", "Week {0}";
        WeekShort: "周次", "Week";
        DaysOff: "停课日", "Days off";
        MakeUps: "调休上课日", "Weekend days with school";
        AddOff: "添加停课日", "Add days off";
        AddMakeUp: "添加上课日", "Add a day with school";
        NoDaysOff: "本学年没有本县自己的停课日", "The county has no days off of its own this year";
        NoMakeUps: "本学年没有本县自己的上课日", "The county has no extra days with school this year";
        HolidaysOn: "国家法定节假日和调休已自动计入。", "Public holidays and their make-up days are counted by themselves.";
        HolidaysOff: "没有采用国家法定节假日，节假日要自己添加停课日。", "Public holidays are not used: add them as days off.";
        Norm: "每周 {0} 次，这个学期应送教 {1} 次", "At {0} a week: {1} visits this term";

        FindCode: "查找代码表或选项", "Find a list or a choice";
        FindCodeHint: "文字、拼音首字母或代码", "A word, its first letters or a code";
        Choices: "{0} 个选项", "{0} choices";
        OwnCount: "本县 {0} 个", "{0} of the county's";
        Version: "版本 {0}", "Version {0}";
        Standard: "统一标准，不能添加", "A standard: nothing is added to it";
        Open: "可以添加本县的选项", "The county may add its own";
        AddChoice: "添加本县的选项", "Add the county's own";
        Own: "本县", "County's own";
        Closed: "已停用", "No longer offered";
        BackToLists: "全部代码表", "All lists";
        NothingFound: "没有找到", "Nothing found";
        Code: "代码", "Code";
        Chinese: "中文", "Chinese";
        English: "英文", "English";
        Unknown: "没有这份代码表", "There is no such list";
    }
}

words! {
    /// What defaults rest on.
    pub enum SourceWord {
        Province: "山东省送教上门规定：每周 2 次、每次 3 课时、每学年不少于 216 课时", "Shandong's rule of home teaching: twice a week, 3 class hours each, 216 a school year";
        Usual: "各地通常 35–45 分钟", "35 to 45 minutes in most places";
        VisitForm: "送教记录表", "The visit record form";
        Detection: "参照上海崇明、广东、贵州的做法", "After the practice of Chongming, Guangdong and Guizhou";
        Law: "义务教育法第 2、11 条", "Compulsory Education Law, arts 2 and 11";
        CarerForm: "关爱责任人每月走访一次", "Each carer visits once a month";
        Carers: "村支书一般包联 3–5 户（威宁做法），责任人按两倍计", "A village secretary looks after 3 to 5 households in practice; doubled for a carer";
        Holidays: "全国年节及纪念日放假办法（2024）", "The national rules on public holidays (2024)";
        Proposed: "保学的建议，请按本县情况确定", "Our proposal; the county decides";
    }
}

pub fn source_text(source: Source, lang: Lang) -> &'static str {
    let word = match source {
        Source::Province => SourceWord::Province,
        Source::Usual => SourceWord::Usual,
        Source::VisitForm => SourceWord::VisitForm,
        Source::Detection => SourceWord::Detection,
        Source::Law => SourceWord::Law,
        Source::CarerForm => SourceWord::CarerForm,
        Source::Carers => SourceWord::Carers,
        Source::Holidays => SourceWord::Holidays,
        Source::Proposed => SourceWord::Proposed,
    };
    word.text(lang)
}

/// The names of the code lists.
const LISTS: &[(&CodeList, &str, &str)] = &[
    (&codes::SEX, "性别", "Sex"),
    (&codes::ETHNIC, "民族", "Ethnic group"),
    (&codes::KINSHIP, "亲属关系", "Kinship"),
    (&codes::ID_TYPE, "证件类型", "Kind of identity paper"),
    (&codes::LITERACY, "监护人识字情况", "Guardian’s literacy"),
    (&codes::SIGN_METHOD, "签字方式", "How it was signed"),
    (&codes::LEFT_BEHIND, "留守情况", "Left behind"),
    (&codes::CARER_KIND, "关爱责任人类别", "Kind of carer"),
    (&codes::CONTACT_METHOD, "走访方式", "Way of contact"),
    (&codes::CONSENT_SCOPE, "家长同意事项", "What a consent covers"),
    (&codes::AID_TYPE, "资助项目", "Kind of aid"),
    (&codes::REGION, "行政区划", "Divisions"),
    (&codes::GRADE, "年级", "Grade"),
    (&codes::STAGE, "学段", "Stage of schooling"),
    (&codes::SCHOOL_TYPE, "学校类别", "Kind of school"),
    (&codes::STUDENT_STATUS, "学生当前状态", "Student status"),
    (&codes::SCHOOLING, "就学状态", "State of schooling"),
    (&codes::ATTENDANCE_MODE, "就读方式", "Way of attending"),
    (&codes::INCLUSIVE, "随班就读", "Inclusive placement"),
    (&codes::STAFF_ROLE, "教职工职责", "Duties of staff"),
    (&codes::TERM, "学期", "Term"),
    (&codes::DISABILITY_TYPE, "残疾类别", "Kind of disability"),
    (&codes::DISABILITY_GRADE, "残疾等级", "Grade of disability"),
    (&codes::SCHOOL_NEED, "教育支持需要", "Support needs"),
    (&codes::COMM_MODE, "沟通方式", "Ways of communicating"),
    (&codes::AIDS, "辅助器具", "Assistive devices"),
    (&codes::PLACEMENT, "安置形式（统计口径）", "Placement as counted"),
    (&codes::PLACEMENT_MODE, "安置形式", "Kind of placement"),
    (&codes::COMMITTEE_RESULT, "专家委员会结论", "Committee’s finding"),
    (&codes::FLAG, "特殊群体", "Groups of pupils"),
    (&codes::FLAG_STATE, "特殊群体状态", "State within a group"),
    (&codes::ABSENCE_REASON, "缺课原因", "Reasons of absence"),
    (&codes::DROPOUT_REASON, "辍学原因", "Reasons for dropping out"),
    (&codes::NOT_REAL_REASON, "非真实失学原因", "Reasons why a child is not really out of school"),
    (&codes::OUTCOME, "销号去向", "How a case ended"),
    (&codes::PERSUASION_METHOD, "劝返方式", "Ways of persuasion"),
    (&codes::PERSUASION_RESULT, "劝返结果", "Results of persuasion"),
    (&codes::MEASURE, "帮扶措施", "Measures of support"),
    (&codes::DEPARTMENT, "部门", "Departments"),
    (&codes::MATCH_VERDICT, "比对结论", "Verdicts on matches"),
    (&codes::CASE_SET, "个案发现途径", "How cases are found"),
    (&codes::CASE_STATE, "个案状态", "States of a case"),
    (&codes::REOPEN_REASON, "个案重新打开的原因", "Why a case is reopened"),
    (&codes::CHECK_METHOD, "核查方式", "How a check is made"),
    (&codes::VERDICT, "核查结论", "Findings of a check"),
    (&codes::WHEREABOUTS, "学生去向", "Whereabouts"),
    (&codes::ATTITUDE, "家庭态度", "Attitude of the family"),
    (&codes::NOTICE, "文书种类", "Kinds of notice"),
    (&codes::SERVICE, "送达方式", "How a notice is served"),
    (&codes::PAPER, "佐证材料种类", "Kinds of proof"),
    (&codes::VISIT_TYPE, "送教类型", "Kind of visit"),
    (&codes::VISIT_MODE, "送教形式", "Where a visit takes place"),
    (&codes::VISIT_OUTCOME, "送教完成情况", "How a visit went"),
    (&codes::MISSED_REASON, "未送教原因", "Reasons for a missed visit"),
    (&codes::PUPIL_STATE, "学生状态", "The pupil’s state"),
    (&codes::ASSESSMENT_KIND, "评估类型", "Kind of assessment"),
    (&codes::LEARNABLE, "接受教育能力", "Ability to learn"),
    (&codes::RATING, "完成程度", "Rating"),
    (&codes::DOMAIN, "评估领域", "Areas of assessment"),
    (&codes::ITEM, "评估项目", "Items of assessment"),
    (&codes::SCALE, "评估量表", "Scales"),
    (&codes::GOAL_STATE, "目标达成情况", "State of a goal"),
    (&codes::RISK, "风险等级", "Risk"),
    (&codes::COUNSELLING_FOR, "心理疏导对象", "Counselling for"),
    (&codes::SATISFACTION, "满意度", "Satisfaction"),
    (&codes::GUIDANCE, "家长指导", "Guidance to the family"),
    (&codes::DEFERRAL, "延缓入学与休学", "Deferral and suspension"),
    (&codes::REPORT_KIND, "报表种类", "Kinds of report"),
    (&codes::FIRST_WEEK, "每月首周的算法", "The first week of a month"),
    (&codes::GROUP_KIND, "小组类别", "Kinds of group"),
    (&codes::GROUP_ROLE, "小组职务", "Roles in a group"),
    (&codes::DOC_STATUS, "文件状态", "State of a document"),
    (&codes::LETTER_LEVEL, "责任书层级", "Levels of duty letters"),
    (&codes::SCORE_EVIDENCE, "考核依据", "What an item is computed from"),
    (&codes::RED_LINE, "底线事项", "Red lines"),
    (&codes::RED_STEP, "底线事项处理", "What became of a red line"),
];

/// What a code list is called.
pub fn list_label(list: &CodeList, lang: Lang) -> &'static str {
    let found = LISTS.iter().find(|(known, ..)| known.key == list.key);
    found.map_or(list.key, |(_, zh, en)| lang.pick(zh, en))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_list_has_a_name_of_its_own_in_both_languages() {
        for lang in Lang::ALL {
            let names: BTreeSet<&str> = codes::ALL.iter().map(|list| list_label(list, lang)).collect();
            assert_eq!(names.len(), codes::ALL.len());
            assert!(codes::ALL.iter().all(|list| list_label(list, lang) != list.key));
        }
    }
}
