//! Plans, counselling and feedback.
use super::code_list;

code_list! {
    GOAL_STATE = "goal_state", "个别化教育计划", "2026-03";
    "OPEN" "未开始" "Not begun"
    "ACTIVE" "进行" "In progress"
    "MET" "达成" "Met"
    "CHANGED" "调整" "Changed"
}

code_list! {
    /// How near a child is to leaving school.
    RISK = "risk", "一生一策帮扶表", "2026-03";
    "RED" "红(高)" "Red (high)"
    "ORANGE" "橙(中)" "Orange (middle)"
    "YELLOW" "黄(低)" "Yellow (low)"
}

code_list! {
    COUNSELLING_FOR = "counselling_for", "平度市控辍保学五项措施（2020）", "2026-03";
    "PUPIL" "学生" "The pupil"
    "PARENT" "家长" "The parents"
    "BOTH" "学生和家长" "Pupil and parents"
}

code_list! {
    /// One question of the guardian's feedback, worst to best.
    SATISFACTION = "satisfaction", "家长反馈表", "2026-03";
    "1" "很不满意" "Very dissatisfied"
    "2" "不满意" "Dissatisfied"
    "3" "一般" "Neutral"
    "4" "满意" "Satisfied"
    "5" "很满意" "Very satisfied"
}
