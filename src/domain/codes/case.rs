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
