//! Persons: child, guardian, carer; consent and aid.
use super::code_list;

code_list! {
    SEX = "sex", "GB/T 2261.1-2003", "2003";
    "0" "未知" "Unknown"
    "1" "男" "Male"
    "2" "女" "Female"
    "9" "未说明" "Not stated"
}

code_list! {
    KINSHIP = "kinship", "GB/T 4761-2008（摘录）", "2008";
    "51" "父亲" "Father"
    "52" "母亲" "Mother"
    "61" "祖父" "Grandfather (father's side)"
    "62" "祖母" "Grandmother (father's side)"
    "63" "外祖父" "Grandfather (mother's side)"
    "64" "外祖母" "Grandmother (mother's side)"
    "71" "兄" "Elder brother"
    "73" "弟" "Younger brother"
    "75" "姐" "Elder sister"
    "77" "妹" "Younger sister"
    "97" "其他亲属" "Other relative"
    "99" "非亲属" "Not a relative"
}

code_list! {
    ID_TYPE = "id_type", "学籍系统，GB 11643-1999", "2026-03";
    "1" "居民身份证" "Resident identity card"
    "2" "港澳台居民居住证" "Residence permit of Hong Kong, Macau or Taiwan"
    "3" "护照" "Passport"
    "9" "无户口/无证件" "No registration or document yet"
}

code_list! {
    LITERACY = "literacy", "保学自拟", "2026-03";
    "WRITES" "能写名" "Can sign"
    "SOME" "识字少" "Reads a little"
    "NONE" "不识字" "Does not read; have it read aloud"
}

code_list! {
    /// How a guardian confirms a record.
    SIGN_METHOD = "sign_method", "保学自拟", "2026-03";
    "HAND" "手写签名" "Signed by hand"
    "FINGERPRINT" "按手印(纸质)+见证人" "Fingerprint on paper, with a witness"
    "WITNESS" "见证人代签" "Signed by a witness"
    "REFUSED" "拒签(说明)" "Refused (with a note)"
    "ABSENT" "不在场" "Not present"
}

code_list! {
    LEFT_BEHIND = "left_behind", "学籍系统，国发〔2016〕13号", "2016";
    "0" "否" "No"
    "1" "单亲留守" "One parent away"
    "2" "双亲留守" "Both parents away"
}

code_list! {
    /// Who a responsible carer (关爱责任人) is; a child of a poor family has two.
    CARER_KIND = "carer_kind", "关爱责任人台账", "2026-03";
    "TEACHER" "学校教师" "Teacher of the school"
    "LEADER" "学校领导" "Leader of the school"
    "TOWN" "镇街干部" "Township cadre"
    "VILLAGE" "村(居)干部" "Village or community cadre"
    "CHILD_DIRECTOR" "村级儿童主任" "Village children's director"
    "VOLUNTEER" "志愿者" "Volunteer"
    "OTHER" "其他人员" "Other person"
}

code_list! {
    CONTACT_METHOD = "contact_method", "关爱走访记录，保学自拟", "2026-03";
    "HOME" "家访" "Home visit"
    "PHONE" "电话" "Telephone"
    "CHAT" "微信/视频" "Chat or video call"
    "SCHOOL" "到校面谈" "Met at school"
    "OTHER" "其他方式" "Other"
}

code_list! {
    /// What a guardian agrees to; each can be given and withdrawn by itself.
    CONSENT_SCOPE = "consent_scope", "个人信息保护法第28–31条，残疾人教育条例第20条", "2021";
    "HOME_TEACHING" "接受送教上门" "Home teaching"
    "INFO" "个人信息登记与使用" "Keeping and using personal information"
    "HEALTH" "健康与残疾信息使用" "Using health and disability information"
    "PHOTO" "拍摄并留存照片" "Taking and keeping photos"
    "REMOTE" "远程教学与视频" "Remote lessons and video"
    "ASSESSMENT" "教育评估" "Educational assessment"
    "COUNSELLING" "心理支持" "Psychological support"
    "SHARE" "向相关部门提供信息" "Giving information to departments"
}

code_list! {
    AID_TYPE = "aid_type", "学生资助政策", "2026-03";
    "EXEMPT" "两免(学杂费、教科书)" "Fees and textbooks free"
    "LIVING" "家庭经济困难学生生活补助" "Living allowance for families in difficulty"
    "TRAFFIC" "交通补助" "Travel allowance"
    "MEAL" "营养餐补助" "Meal allowance"
    "SPECIAL" "特殊教育专项补助" "Special education grant"
    "REHAB" "康复救助" "Rehabilitation grant"
    "DEVICE" "辅具适配" "Assistive device"
    "ALLOWANCE" "残疾人两项补贴" "Disability living and care allowances"
    "CHARITY" "社会捐助" "Donation"
    "OTHER" "其他资助" "Other aid"
}
