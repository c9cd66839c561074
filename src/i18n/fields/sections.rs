//! The headings of the sections of forms. A section's key means the same in every table.
use super::Pair;
use crate::i18n::Lang;

const SECTIONS: &[(&str, Pair)] = &[
    ("identity", Pair("基本信息", "The pupil")),
    ("disability", Pair("残疾与健康", "Disability and health")),
    ("home", Pair("家庭住址", "Home")),
    ("school", Pair("就学信息", "School")),
    ("guardian", Pair("监护人", "Guardian")),
    ("sibling", Pair("兄弟姐妹", "Brother or sister")),
    ("flag", Pair("群体类别", "Group")),
    ("aid", Pair("资助", "Financial aid")),
    ("distinct", Pair("不是同一人", "Another child")),
    ("consent", Pair("家长同意书", "Consent")),
    ("photo", Pair("照片", "Photograph")),
    ("document", Pair("材料", "Paper")),
    ("placement", Pair("教育安置", "Placement")),
    ("decision", Pair("专家委员会结论", "Decision of the expert committee")),
    ("deferral", Pair("延缓入学／休学", "Deferred entry or suspension")),
    ("assessment", Pair("评估情况", "The assessment")),
    ("ratings", Pair("评分", "Ratings")),
    ("findings", Pair("评估结果", "Findings")),
    ("term", Pair("学期与参与人", "Term and team")),
    ("content", Pair("计划内容", "Content of the plan")),
    ("review", Pair("评价与签字", "Review and signatures")),
    ("goal", Pair("目标", "Goal")),
    ("lesson", Pair("教学", "Teaching")),
    ("booking", Pair("送教安排", "Planned visit")),
    ("when", Pair("时间与教师", "When and who")),
    ("outcome", Pair("是否完成", "Did it take place")),
    ("family", Pair("家长指导与下次计划", "The family and the next visit")),
    ("signature", Pair("家长签字", "Signature")),
    ("record", Pair("记录与审核", "Record and review")),
    ("counselling", Pair("心理疏导", "Counselling")),
    ("carer", Pair("关爱责任人", "Responsible carer")),
    ("contact", Pair("关爱走访", "Contact")),
    ("summary", Pair("学期总结", "Term summary")),
    ("feedback", Pair("家长反馈", "Family feedback")),
    ("staff", Pair("教职工", "Member of staff")),
    ("county", Pair("县（市、区）", "County")),
    ("home_visits", Pair("送教上门", "Home teaching")),
    ("detection", Pair("缺课与辍学的界限", "When absence becomes more")),
    ("school_age", Pair("学龄", "School age")),
    ("support", Pair("关爱与会议", "Support and meetings")),
    ("school_days", Pair("上课日", "Days with school")),
    ("tablet", Pair("平板与档案", "Tablet and files")),
    ("frequency", Pair("送教频次规定", "Rule of visits")),
    ("term_dates", Pair("学期起止", "Term dates")),
    ("day_off", Pair("停课日", "Day off")),
    ("make_up_day", Pair("调休上课日", "Weekend day with school")),
    ("handover", Pair("导出记录", "Exports")),
    ("matching", Pair("比对决定", "Decision on a match")),
    ("own_code", Pair("本县增加的选项", "The county's own choice")),
];

/// The heading of a section; the key itself for a section of a newer version.
pub fn section_label(section: &str, lang: Lang) -> String {
    let found = SECTIONS.iter().find(|(key, _)| *key == section);
    found.map_or_else(|| section.to_owned(), |(_, words)| words.text(lang).to_owned())
}
