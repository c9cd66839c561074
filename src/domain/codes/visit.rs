//! Home visits: kind, place, what came of it, how the child was.
use super::code_list;

code_list! {
    VISIT_TYPE = "visit_type", "保学自拟", "2026-03";
    "TEACH" "送教" "Home teaching"
    "FAMILY" "家访" "Family visit"
    "ASSESS" "评估" "Assessment"
    "COUNSEL" "心理疏导" "Counselling"
    "GUIDE" "家长指导" "Guidance for the family"
    "REMOTE" "远程授课" "Remote lesson"
    "INSPECT" "督察" "Inspection"
    "CARE" "慰问" "Visit of care"
}

code_list! {
    VISIT_MODE = "visit_mode", "送教记录表", "2026-03";
    "HOME" "入户" "At home"
    "COMMUNITY" "社区" "In the community"
    "INSTITUTION" "机构" "In an institution"
    "REMOTE" "远程" "Remote"
}

code_list! {
    VISIT_OUTCOME = "visit_outcome", "保学自拟", "2026-03";
    "DONE" "完成" "Done"
    "PARTLY" "部分完成" "Partly done"
    "ILL" "学生生病" "Pupil ill"
    "AWAY" "学生外出/住院" "Pupil away or in hospital"
    "NO_GUARDIAN" "家长不在" "Guardian not there"
    "DECLINED" "家长谢绝" "Family declined"
    "WEATHER" "天气/道路" "Weather or road"
    "TEACHER" "教师原因" "For the teacher's reasons"
}

/// A visit that was held, in full or in part. Only these count towards the hours owed.
pub fn is_held(outcome: &str) -> bool {
    matches!(outcome, "DONE" | "PARTLY")
}

code_list! {
    /// Why a visit was not held: the outcomes that are not one, and the plain reasons of a skipped task.
    MISSED_REASON = "missed_reason", "送教记录表，保学自拟", "2026-03";
    "ILL" "学生生病" "Pupil ill"
    "AWAY" "学生外出/住院" "Pupil away or in hospital"
    "NO_GUARDIAN" "家长不在" "Guardian not there"
    "DECLINED" "家长谢绝" "Family declined"
    "WEATHER" "天气/道路" "Weather or road"
    "TEACHER" "教师原因" "For the teacher's reasons"
    "SCHOOL" "学校活动/考试" "School event or examination"
    "MADE_UP" "已另行补送" "Made up on another day"
    "OTHER" "其他(须说明)" "Other (note required)"
}

code_list! {
    /// How the child was: spirits, mood, health, attention. Several hold at once.
    PUPIL_STATE = "pupil_state", "送教记录表 精神/情绪/健康，保学自拟", "2026-03";
    "SPIRIT_GOOD" "精神好" "Lively"
    "SPIRIT_FAIR" "精神一般" "Fairly awake"
    "TIRED" "疲倦" "Tired"
    "SLEEPY" "嗜睡" "Sleepy"
    "MOOD_CALM" "情绪平稳" "Calm"
    "MOOD_HAPPY" "愉快" "Happy"
    "MOOD_RESTLESS" "烦躁" "Restless"
    "MOOD_LOW" "低落" "Low"
    "MOOD_ANXIOUS" "紧张不安" "Anxious"
    "CRYING" "哭闹" "Crying"
    "COOPERATIVE" "愿意配合" "Willing"
    "UNCOOPERATIVE" "暂不配合" "Not willing at the moment"
    "ATTENTIVE" "注意集中" "Attentive"
    "DISTRACTED" "注意分散" "Distracted"
    "HEALTHY" "身体状况良好" "In good health"
    "UNWELL" "身体不适" "Unwell"
    "PAIN" "疼痛" "In pain"
    "FEVER" "发热/感冒" "Fever or cold"
    "SEIZURE" "有发作" "Had a seizure"
    "INJURY" "有外伤(须说明)" "Injury seen (note required)"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_is_either_held_or_a_reason_for_missing() {
        for outcome in VISIT_OUTCOME.codes {
            assert_ne!(is_held(outcome.code), MISSED_REASON.find(outcome.code).is_some(), "{}", outcome.code);
        }
    }
}
