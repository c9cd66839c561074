//! Out-of-school cases: why, what is done, how it ends. The departments of the joint mechanism.
use super::code_list;

code_list! {
    DROPOUT_REASON = "dropout_reason", "各省辍学原因统计口径，保学归并", "2026-03";
    "R01" "厌学/学习困难" "Tired of school, learning difficulty"
    "R02" "家庭经济困难" "Family hardship"
    "R03" "上学远/交通不便" "School too far"
    "R04" "外出务工" "Left to work"
    "R05" "早婚早育" "Early marriage or birth"
    "R06" "入寺/信教" "Entered a temple, religion"
    "R07" "因病" "Illness"
    "R08" "重度残疾" "Severe disability"
    "R09" "精神疾病/心理问题" "Mental illness or distress"
    "R10" "家庭缺乏劳动力" "Family lacks labour"
    "R11" "无特殊学校(班)" "No special school or class"
    "R12" "家庭变故/监护缺失" "Family crisis, no guardian"
    "R13" "网络沉迷" "Internet dependence"
    "R14" "校园欺凌/同伴关系" "Bullying, peers"
    "R15" "送入培训机构/私塾/在家上学" "Private tuition or home schooling"
    "R16" "涉案/违法/专门教育" "Legal case, correctional education"
    "R17" "随父母流动,未联系上" "Moved with parents, not reached"
    "R18" "被学校劝退或变相劝退" "Made to leave by the school (red line)"
    "R19" "参军" "Joined the army (old lists)"
    "R99" "其他(须说明)" "Other (note required)"
}

code_list! {
    ABSENCE_REASON = "absence_reason", "各地缺课报告口径，保学归并", "2026-03";
    "NONE" "没有请假" "Without leave"
    "LEAVE" "事假" "On leave"
    "ILL" "病假" "Ill"
    "TRANSFER" "转学办理中" "Transfer under way"
    "OTHER" "其他正当原因" "Another proper reason"
}

code_list! {
    NOT_REAL_REASON = "not_real_reason", "疑似失学核查口径，保学归并", "2026-03";
    "N01" "在本县其他学校就读(比对差错)" "In another school of the county"
    "N02" "在外地就读(有学籍)" "In school elsewhere, on the roll"
    "N03" "在外地就读(学籍未转)" "In school elsewhere, roll not moved"
    "N04" "民办/国际学校就读" "In a private or international school"
    "N05" "已送教上门/随班就读/特教,未标注" "Placed already, not marked"
    "N06" "重复登记/重户" "Registered twice"
    "N07" "身份信息错误(姓名、证号、同名)" "Wrong identity data"
    "N08" "已死亡" "Died"
    "N09" "出国(境)定居" "Settled abroad"
    "N10" "户口迁出/不在本地" "Registration moved away"
    "N11" "未达入学年龄" "Below school age"
    "N12" "超龄(已满年限)" "Above school age"
    "N13" "已毕业/已完成义务教育" "Finished compulsory school"
    "N14" "延缓入学(已批准)" "Deferred (approved)"
    "N15" "休学(已批准)" "Suspended (approved)"
    "N16" "请假/住院治疗" "On leave, in hospital"
    "N17" "不具备学习条件(专家委员会认定)" "Cannot be taught (committee)"
    "N18" "专门学校/司法管教" "In correctional education"
    "N19" "康复机构/福利院就学" "Taught in an institution"
    "N20" "失踪/被拐(已报警)" "Missing (reported to police)"
    "N99" "其他" "Other"
}

code_list! {
    OUTCOME = "outcome", "动态销号口径，保学归并", "2026-03";
    "RET_SAME" "劝返回原校" "Returned to the same school"
    "RET_OTHER" "转入他校就读" "Transferred to another school"
    "RET_VOC" "普职融合/职业班" "Vocational class"
    "PLACE_SPED" "特教学校" "Special school"
    "PLACE_INCL" "随班就读" "Inclusive placement"
    "PLACE_HOME" "送教上门" "Home teaching"
    "PLACE_REMOTE" "远程教育" "Remote teaching"
    "NOT_REAL" "非真实失学" "Not truly out of school"
    "EXEMPT" "免学/不具备学习条件" "Exempt"
    "DEFER" "延缓入学" "Entry deferred"
    "SUSPEND" "休学" "Study suspended"
    "MOVED_OUT" "户籍迁出" "Registration moved away"
    "OVERAGE" "超龄/已完成义务教育" "Above age or finished"
    "LOST" "下落不明/联系不上" "Not found; search goes on"
}

code_list! {
    PERSUASION_METHOD = "persuasion_method", "保学自拟", "2026-03";
    "HOME" "家访" "Home visit"
    "PHONE" "电话" "Telephone"
    "CHAT" "微信/视频" "Chat or video"
    "SCHOOL" "到校约谈" "Talk at school"
    "VILLAGE" "村委调解" "Mediation by the village"
    "JOINT" "部门联合" "Joint departments"
    "SERVED" "送达文书" "Document served"
}

code_list! {
    PERSUASION_RESULT = "persuasion_result", "保学自拟", "2026-03";
    "AGREED" "同意返校" "Agreed to return"
    "RETURNED" "已返校" "Returned"
    "UNDECIDED" "犹豫" "Undecided"
    "REFUSED" "拒绝" "Refused"
    "NOT_MET" "未见到人" "Nobody met"
    "NOT_REACHED" "联系不上" "Not reached"
    "ELSEWHERE" "在外地就读(有证)" "In school elsewhere (proof seen)"
    "HEALTH" "身体原因" "For reasons of health"
}

code_list! {
    MEASURE = "measure", "教基〔2020〕5号", "2020";
    "AID" "资助减免" "Aid, fees waived"
    "BOARDING" "寄宿安排" "Boarding place"
    "TRANSPORT" "交通" "Transport"
    "TUITION" "补课/分层教学" "Extra lessons"
    "COUNSEL" "心理辅导" "Counselling"
    "VOCATIONAL" "普职融合" "Vocational courses"
    "REHAB" "康复/辅具" "Rehabilitation, aids"
    "TRANSFER" "就近转学" "Transfer to a nearer school"
    "LEGAL" "司法援助" "Legal aid"
}

code_list! {
    MATCH_VERDICT = "match_verdict", "保学自拟", "2026-11";
    "SAME" "是同一人" "The same child"
    "OTHER" "不是同一人" "Another child"
    "LATER" "暂缓" "Put off"
}

code_list! {
    DEPARTMENT = "department", "教育部控辍保学常态化报告工作机制（2024）", "2024";
    "EDU" "教育" "Education"
    "POLICE" "公安" "Public security"
    "RURAL" "乡村振兴(扶贫)" "Rural revitalisation"
    "DPF" "残联" "Disabled persons' federation"
    "HEALTH" "卫健(卫计)" "Health"
    "CIVIL" "民政" "Civil affairs"
    "JUSTICE" "司法" "Justice"
    "LABOUR" "人社" "Labour"
    "MARKET" "市场监管" "Market supervision"
    "MASS" "妇联/团委" "Women's federation, youth league"
    "TOWN" "乡镇" "Township"
    "VILLAGE" "村" "Village"
}

code_list! {
    /// Which comparison of lists the child was found by (domain.md §6.3), or who found the child.
    CASE_SET = "case_set", "四查三比对，保学归并", "2026-03";
    "A" "有户籍无学籍" "Registered here, on no school roll"
    "B" "有学籍不在校" "On a roll, not in school"
    "C" "脱贫户子女" "Of a poor household"
    "D" "在校无学籍或户籍不符" "In school without a roll entry, or registered elsewhere"
    "E" "持残疾证无学籍" "Disability certificate, on no roll"
    "G" "民政名单无学籍" "On the civil affairs list, on no roll"
    "W" "出生名单无户籍" "On the births list, not registered"
    "K" "走村入户发现" "Found from door to door"
    "S" "学校日常发现" "Reported by the school"
}

code_list! {
    /// Where a case stands (domain.md §2.6).
    CASE_STATE = "case_state", "保学自拟（动态销号流程）", "2026-03";
    "NEW" "待核查" "To be checked"
    "CHECKING" "核查中" "Being checked"
    "NOT_REAL" "非真实失学待复核" "Not truly out, to be verified"
    "CONFIRMED" "确认失学辍学" "Found out of school"
    "PERSUADING" "劝返中" "Being persuaded"
    "ORDERED" "已下达文书" "Ordered in writing"
    "PENALISED" "已行政处罚" "Penalised"
    "COURT" "已申请强制执行" "Before the court"
    "PLACEMENT_PENDING" "待安置" "Awaiting placement"
    "PLACED" "已安置" "Placed"
    "EXEMPT_PENDING" "待审批" "Awaiting approval"
    "EXEMPT" "已批准" "Approved not to attend"
    "RETURNED" "已返校" "Back in school"
    "STABLE" "已稳定就读" "Stable in school"
    "VERIFIED" "已复核" "Verified"
    "CLOSED" "已销号" "Closed"
    "REOPENED" "重新打开" "Reopened"
}

code_list! {
    REOPEN_REASON = "reopen_reason", "保学自拟（动态销号流程）", "2026-03";
    "RELAPSE" "再次辍学" "Left school again"
    "DEFERRAL_END" "延缓入学到期" "Deferral over"
    "SUSPENSION_END" "休学到期" "Suspension over"
    "EVIDENCE" "佐证不足，退回重查" "Evidence rejected"
    "WRONG" "结论有误" "The finding was wrong"
}

code_list! {
    CHECK_METHOD = "check_method", "疑似辍学学生核查表", "2026-03";
    "HOME" "入户核查" "In the home"
    "SCHOOL" "到校核查" "In the school"
    "VILLAGE" "村(居)委核实" "With the village"
    "PHONE" "电话核实" "By telephone"
    "VIDEO" "视频核实" "By video"
    "DATA" "系统查询" "In the systems"
}

code_list! {
    VERDICT = "verdict", "疑似辍学学生核查表", "2026-03";
    "REAL" "真实失学" "Truly out of school"
    "NOT_REAL" "非真实失学" "Not truly out of school"
    "OPEN" "待查" "To be checked further"
}

code_list! {
    WHEREABOUTS = "whereabouts", "疑似辍学学生核查表", "2026-03";
    "HOME" "在家" "At home"
    "WORK" "外出务工" "Away at work"
    "WITH_PARENTS" "随父母外出" "Away with the parents"
    "SCHOOL" "在校就读" "In a school"
    "HOSPITAL" "住院或康复" "In hospital or rehabilitation"
    "ABROAD" "出国(境)" "Abroad"
    "UNKNOWN" "去向不明" "Not known"
    "OTHER" "其他" "Elsewhere"
}

code_list! {
    ATTITUDE = "attitude", "保学自拟", "2026-03";
    "WILLING" "愿意配合" "Willing"
    "HESITANT" "有顾虑" "Hesitant"
    "UNWILLING" "不愿配合" "Unwilling"
    "ABSENT" "未见到" "Not met"
}

code_list! {
    /// The papers of the legal ladder (domain.md §2.3).
    NOTICE = "notice", "义务教育法第58条，控辍保学四步法", "2026-03";
    "REPORT" "辍学书面报告" "Written report of a dropout"
    "URGE" "督促入学通知书" "Notice urging attendance"
    "ORDER" "责令限期改正通知书" "Order to comply by a day"
    "PENALTY" "行政处罚决定书" "Decision of penalty"
    "DEMAND" "履行义务催告书" "Demand before enforcement"
    "COURT" "强制执行申请书" "Application for enforcement"
    "RETURN" "复学通知书" "Notice of return"
}

code_list! {
    SERVICE = "service", "文书送达回证", "2026-03";
    "DIRECT" "直接送达" "Handed over"
    "LEFT" "留置送达" "Left with a witness"
    "POST" "邮寄送达" "By post"
    "ENTRUSTED" "委托送达" "Through another body"
    "PUBLIC" "公告送达" "By public notice"
}

code_list! {
    /// What kind of proof a paper is (domain.md §2.5, §3.2).
    PAPER = "paper", "动态销号佐证材料，保学归并", "2026-03";
    "ENROLLED" "在读证明" "Proof of attendance"
    "ROLL" "学籍截图或更正材料" "Roll entry or its correction"
    "TRANSFER" "转学材料" "Transfer papers"
    "GRADUATION" "毕业证书或完成证明" "Certificate of completion"
    "HOUSEHOLD" "户口页" "Household register page"
    "MOVED" "户籍迁移证明" "Proof of moved registration"
    "REPLY" "迁入地回函" "Reply of the new place"
    "DEATH" "死亡证明或注销证明" "Death certificate or cancellation"
    "ABROAD" "出境证明" "Proof of leaving the country"
    "VILLAGE" "村(居)证明" "Proof by the village"
    "APPLICATION" "申请书" "Application"
    "APPROVAL" "批准文书" "Approval"
    "MEDICAL" "医院诊断证明" "Medical proof"
    "COMMITTEE" "专家委员会认定书" "Committee certificate"
    "SUPPORT" "心理支持方案" "Plan of psychological support"
    "AGREEMENT" "家长同意书" "Guardian's agreement"
    "REMOTE" "远程教育课表" "Timetable of remote lessons"
    "INSTITUTION" "机构就学证明" "Proof by the institution"
    "LEGAL" "司法文书" "Legal paper"
    "POLICE" "报案回执" "Receipt of the police report"
    "RECEIPT" "送达回证" "Receipt of service"
    "CHECK" "核查表原件" "Signed check form"
    "PHOTO" "现场照片" "Photograph"
    "OTHER" "其他材料" "Other paper"
}
