//! Schools, grades, roll status, staff.
use super::code_list;

code_list! {
    GRADE = "grade", "学籍系统", "2012";
    "11" "小学一年级" "Grade 1"
    "12" "小学二年级" "Grade 2"
    "13" "小学三年级" "Grade 3"
    "14" "小学四年级" "Grade 4"
    "15" "小学五年级" "Grade 5"
    "16" "小学六年级" "Grade 6"
    "21" "初中一年级" "Grade 7 (junior 1)"
    "22" "初中二年级" "Grade 8 (junior 2)"
    "23" "初中三年级" "Grade 9 (junior 3)"
    "24" "初中四年级" "Junior 4 (five-four system)"
    "31" "高中一年级" "Senior 1"
    "32" "高中二年级" "Senior 2"
    "33" "高中三年级" "Senior 3"
    "S1" "特教一年级" "Special school, grade 1"
    "S2" "特教二年级" "Special school, grade 2"
    "S3" "特教三年级" "Special school, grade 3"
    "S4" "特教四年级" "Special school, grade 4"
    "S5" "特教五年级" "Special school, grade 5"
    "S6" "特教六年级" "Special school, grade 6"
    "S7" "特教七年级" "Special school, grade 7"
    "S8" "特教八年级" "Special school, grade 8"
    "S9" "特教九年级" "Special school, grade 9"
}

code_list! {
    STAGE = "stage", "义务教育法", "2018";
    "PRIMARY" "小学" "Primary"
    "JUNIOR" "初中" "Junior secondary"
    "SENIOR" "高中" "Senior secondary"
}

code_list! {
    SCHOOL_TYPE = "school_type", "办学类型代码", "2012";
    "211" "小学" "Primary school"
    "218" "小学教学点" "Primary teaching point"
    "311" "初级中学" "Junior secondary school"
    "312" "九年一贯制学校" "Nine-year school"
    "341" "完全中学" "Complete secondary school"
    "342" "高级中学" "Senior secondary school"
    "345" "十二年一贯制学校" "Twelve-year school"
    "511" "盲人学校" "School for blind pupils"
    "512" "聋人学校" "School for deaf pupils"
    "513" "培智学校(班)" "School for pupils with intellectual disability"
    "514" "其他特殊教育学校" "Other special school"
    "519" "附设特教班" "Special class in an ordinary school"
}

/// A special school, as placements count it (PL5 against PL4, domain.md §3.3). A class within an ordinary school is none.
pub fn is_special_school(school_type: &str) -> bool {
    matches!(school_type, "511" | "512" | "513" | "514")
}

code_list! {
    STUDENT_STATUS = "student_status", "JY/T 1001 学生当前状态", "2012";
    "01" "在读" "On the roll"
    "02" "休学" "Suspended study"
    "03" "退学" "Withdrawn"
    "04" "停学" "Stopped"
    "05" "复学" "Returned"
    "06" "流失" "Lost to school"
    "07" "毕业" "Graduated"
    "08" "结业" "Completed without certificate"
    "09" "肄业" "Left before completion"
    "10" "转学" "Transferred"
    "11" "死亡" "Died"
    "12" "保留入学资格" "Place kept"
    "13" "公派出国" "Sent abroad"
    "14" "开除" "Expelled"
    "15" "下落不明" "Whereabouts unknown"
    "99" "其他" "Other"
}

code_list! {
    /// The 就学状态 of a ledger of school-age children; derived ([`crate::domain::schooling`]), stored nowhere.
    SCHOOLING = "schooling", "四查三比对，保学归并", "2026-03";
    "NOT_ENROLLED" "疑似：有户籍无学籍" "Suspected: not enrolled"
    "ABSENT" "疑似：有学籍不在校" "Suspected: not in school"
    "SUSPECTED" "疑似：立案核查中" "Suspected: under check"
    "OUT" "失学辍学(已核实)" "Out of school, as found"
    "HOME" "送教上门" "Taught at home"
    "SPECIAL" "特教学校在校" "In a special school"
    "INCLUSIVE" "随班就读" "In an ordinary class with support"
    "SUSPENDED" "休学、停学" "Study suspended"
    "IN_CLASS" "在籍在校" "On the roll, in class"
    "ON_ROLL" "在籍" "On the roll"
    "BACK" "已返校安置" "Back or placed"
    "CLEARED" "已排除" "Found not to be out"
    "LEFT" "已离校(转学、毕业等)" "Left the roll"
}

code_list! {
    ATTENDANCE_MODE = "attendance_mode", "学籍系统 就读方式", "2026-03";
    "DAY" "走读" "Day pupil"
    "BOARD" "住校" "Boarder"
    "HOME" "送教上门" "Taught at home"
}

code_list! {
    /// 随班就读 as the national roll writes it.
    INCLUSIVE = "inclusive", "学籍系统", "2012";
    "0" "否" "No"
    "1" "视力" "Yes: visual"
    "2" "听力" "Yes: hearing"
    "3" "智力" "Yes: intellectual"
    "9" "其他" "Yes: other"
}

code_list! {
    STAFF_ROLE = "staff_role", "控辍保学岗位职责，保学归并", "2026-03";
    "HOME_TEACHER" "送教教师" "Home-teaching teacher"
    "HEAD_TEACHER" "班主任" "Head teacher of a class"
    "TEACHER" "任课教师" "Subject teacher"
    "RESOURCE" "资源/巡回指导教师" "Resource or itinerant teacher"
    "COUNSELLOR" "心理教师" "Psychology teacher"
    "THERAPIST" "康复教师" "Rehabilitation teacher"
    "ROLL" "学籍管理员" "Roll keeper"
    "OFFICE" "教务/分管领导" "Deputy head"
    "PRINCIPAL" "校长" "Principal"
    "TOWN" "镇街人员" "Township staff"
    "COUNTY" "县教育局/教研人员" "County bureau staff"
    "INSPECTOR" "督察人员" "Inspector"
}

code_list! {
    TERM = "term", "学年学期惯例", "2026-03";
    "AUTUMN" "秋季学期" "Autumn term"
    "SPRING" "春季学期" "Spring term"
}
