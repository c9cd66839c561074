//! Disability: the certificate's words and the school's own words, which are kept apart (domain.md §3.4).
use super::code_list;

code_list! {
    /// As printed in the certificate: its 19th digit.
    DISABILITY_TYPE = "disability_type", "GB/T 26341-2010，残疾人证编号规则", "2010";
    "1" "视力残疾" "Visual"
    "2" "听力残疾" "Hearing"
    "3" "言语残疾" "Speech"
    "4" "肢体残疾" "Physical"
    "5" "智力残疾" "Intellectual"
    "6" "精神残疾" "Mental (autism included)"
    "7" "多重残疾" "Multiple"
}

code_list! {
    /// As printed in the certificate: its 20th digit. One is the gravest.
    DISABILITY_GRADE = "disability_grade", "GB/T 26341-2010，残疾人证编号规则", "2010";
    "1" "一级" "Grade 1 (greatest need)"
    "2" "二级" "Grade 2"
    "3" "三级" "Grade 3"
    "4" "四级" "Grade 4 (least need)"
}

code_list! {
    /// What the school sees and teaches for, with or without a certificate.
    SCHOOL_NEED = "school_need", "学校特殊教育统计口径", "2026-03";
    "INT" "智力障碍" "Intellectual support needs"
    "AUT" "孤独症" "Autism"
    "CP" "脑性瘫痪" "Cerebral palsy"
    "PHY" "肢体障碍" "Physical support needs"
    "LEARN" "学习障碍" "Learning difficulty"
    "HEAR" "听力障碍" "Hearing support needs"
    "VIS" "视力障碍" "Visual support needs"
    "SPEECH" "言语语言障碍" "Speech and language support needs"
    "EMO" "情绪与行为支持需要" "Emotional and behavioural support needs"
    "ILL" "重大或慢性疾病" "Grave or chronic illness"
    "MULTI" "多重障碍" "Multiple support needs"
    "OTHER" "其他支持需要" "Other support needs"
}

code_list! {
    COMM_MODE = "comm_mode", "学生基本信息表，保学自拟", "2026-03";
    "SPEECH" "口语" "Speech"
    "WORDS" "单词/短句" "Single words or short phrases"
    "SOUND" "声音/哭笑" "Sounds, laughing, crying"
    "EYE" "目光/表情" "Eyes and face"
    "GESTURE" "手势/指物" "Gesture and pointing"
    "SIGN" "手语" "Sign language"
    "PICTURE" "图片/沟通板" "Pictures or a communication board"
    "DEVICE" "语音沟通设备" "Speech device"
    "WRITING" "书写/打字" "Writing or typing"
    "BRAILLE" "盲文" "Braille"
}

code_list! {
    AIDS = "aids", "学生基本信息表，保学自拟", "2026-03";
    "WHEELCHAIR" "轮椅" "Wheelchair"
    "WALKER" "助行器/拐杖" "Walking frame or crutches"
    "STANDER" "站立架" "Standing frame"
    "SEAT" "坐姿椅" "Seating support"
    "ORTHOSIS" "矫形器" "Orthosis"
    "PROSTHESIS" "假肢" "Prosthesis"
    "HEARING" "助听器" "Hearing aid"
    "COCHLEAR" "人工耳蜗" "Cochlear implant"
    "GLASSES" "助视器/眼镜" "Magnifier or glasses"
    "CANE" "盲杖" "White cane"
    "BOARD" "沟通板" "Communication board"
    "FEEDING" "进食辅具" "Feeding aid"
    "TUBE" "鼻饲/造瘘" "Feeding tube"
    "OXYGEN" "吸氧/呼吸设备" "Oxygen or breathing device"
    "OTHER" "其他辅具" "Other aid"
}

/// Grades 1 and 2, which plans and reports call severe (domain.md §3.4).
pub fn is_severe(grade: &str) -> bool {
    matches!(grade, "1" | "2")
}
