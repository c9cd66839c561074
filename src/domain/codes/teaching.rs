//! What a teacher shows the family, and approved breaks.
use super::code_list;

code_list! {
    /// Guidance given to the family during a visit, to be ticked.
    GUIDANCE = "guidance", "送教记录表 家长指导，保学自拟", "2026-03";
    "DAILY" "生活自理训练" "Training for daily living"
    "TALK" "多说多听,鼓励表达" "Talking, listening, encouraging expression"
    "MOVE" "关节活动与体位" "Moving the joints, good positions"
    "HAND" "动手操作练习" "Practice with the hands"
    "PLAY" "亲子游戏" "Play together"
    "CALM" "情绪安抚方法" "Ways to calm"
    "SAFE" "用药与安全" "Medicine and safety"
    "AID" "辅具使用" "Use of aids"
    "DEMO" "现场示范,家长练习" "Shown and practised on the spot"
    "OTHER" "其他" "Other"
}

code_list! {
    /// 义务教育法 art. 11.
    DEFERRAL = "deferral", "义务教育法第11条", "2018";
    "DEFER" "延缓入学" "Deferred entry"
    "SUSPEND" "休学" "Suspension of study"
}
