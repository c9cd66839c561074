//! The words of a case of a child suspected out of school (domain.md §4.7, §4.8).
use crate::labels;

labels! {
    pub ABSENCE, "absence": "缺课", "Absence" {
        from: "缺课第一天", "First day away";
        reason: "缺课原因", "Reason";
        back_on: "返校日期", "Back on" => "还没返校不填", "Leave empty until the child is back";
        asked_on: "联系家长日期", "Family asked on";
        visited_on: "家访日期", "Visited at home on";
        reported_on: "书面报告日期", "Reported in writing on" => "报乡镇和县教育局", "To the township and the county bureau";
        note: "情况说明", "In detail";
    }
    pub CASE, "case": "个案", "Case" {
        source: "来源部门", "Source department";
        batch: "比对批次", "Comparison";
        set: "发现途径", "Found by";
        found_on: "发现日期", "Found on";
        absent_from: "未到校起始日", "Not in school since";
        absent_month: "未到校起始月", "Not in school since (month)" => "不知道哪一天时，填到月", "Where the day is not known";
        whereabouts: "去向", "Whereabouts";
        whereabouts_note: "去向说明", "About the whereabouts";
        team: "督察小组", "Inspection team";
        plan_no: "一生一策编号", "Number of the own plan";
        note: "备注", "Note";
    }
    pub CHECK, "check": "核查表", "Check" {
        case: "个案", "Case";
        method: "核查方式", "How";
        date: "核查日期", "Date";
        checkers: "核查人", "Checkers" => "两人核查，其中一人可以是村(居)干部", "Two people check; one may be of the village";
        other_checkers: "其他核查人", "Other checkers" => "不在教职工名单里的，每行一人", "Not among the staff: one a line";
        met: "见到的人", "Who was met";
        whereabouts: "学生去向", "Where the pupil is";
        place: "去向说明", "About the whereabouts" => "学校、城市或住处", "School, town or home";
        verdict: "核查结论", "Finding";
        reason: "失学辍学原因", "Why out of school";
        not_real: "非真实失学原因", "Why not truly out";
        reason_note: "情况说明", "In detail";
        evidence: "佐证材料", "Evidence" => "先在“材料”里拍照存好，再在这里选", "Photograph it under Papers first, then choose it here";
        evidence_note: "佐证说明", "About the evidence";
        decision: "处理意见", "What is to be done";
        absent_from: "核实的未到校起始日", "Not in school since, as checked";
        claimed: "来自名单，尚未见到材料", "From a list, papers not yet seen";
        claimed_verifier: "名单上的复核人", "Verifier named in the list";
    }
    pub PERSUASION, "persuasion": "劝返记录", "Persuasion record" {
        case: "个案", "Case";
        date: "劝返日期", "Date";
        method: "劝返方式", "How";
        place: "地点", "Place";
        persuaders: "劝返人员", "Persuaders";
        other_persuaders: "其他劝返人员", "Other persuaders" => "不在教职工名单里的，每行一人", "Not among the staff: one a line";
        phone: "劝返人电话", "Persuader's telephone";
        present: "在场人", "Present" => "每行一人", "One a line";
        attitude: "家庭态度", "Attitude of the family";
        result: "劝返结果", "Result";
        promised_date: "承诺返校日期", "Promised to be back on";
        reason: "未就读原因", "Reason";
        measures: "已采取的帮扶措施", "Help given";
        note: "劝返情况", "What was said";
        paper_no: "纸质记录编号", "Number on the paper" => "打印或手写过的，照原编号填", "As it stands on a printed or written record";
        sign_method: "签字方式", "How it was signed";
        strokes: "家长签名", "Guardian's signature";
        witness: "见证人", "Witness";
    }
    pub NOTICE, "notice": "文书", "Notice" {
        case: "个案", "Case";
        kind: "文书种类", "Kind";
        number: "文书编号", "Number";
        issuer: "制发单位", "Issued by";
        issued_on: "制发日期", "Issued on";
        deadline: "限期", "To comply by";
        demand: "要求", "What is asked";
        served_on: "送达日期", "Served on";
        service: "送达方式", "How served";
        received_by: "签收人", "Received by";
        witness: "见证人", "Witness";
        receipt: "送达回证", "Receipt of service";
    }
    pub ENROLMENT, "enrolment": "复学与学籍", "Return and roll" {
        case: "个案", "Case";
        school: "接收学校", "School";
        other_school: "县外学校", "School outside the county";
        grade: "年级", "Grade";
        class: "班级", "Class";
        back_on: "返校（安置）日期", "Back or placed on";
        received_by: "接收教师", "Received by";
        registered: "学籍已注册", "On the school roll" => "返校和学籍都办好，才算劝返成功", "Back in school and on the roll: both count";
        roll_no: "学籍号", "Roll number";
        registered_on: "注册日期", "Registered on";
        proof: "证明材料", "Proof";
    }
    pub CASE_STEP, "case_step": "个案进展", "Step of a case" {
        case: "个案", "Case";
        to: "进到", "To";
        on: "日期", "Date";
        why: "说明", "Why";
        outcome: "结果", "Outcome";
        reopened: "重新打开的原因", "Why reopened";
        evidence: "依据的材料", "Evidence";
        check: "依据的核查表", "Check";
        notice: "依据的文书", "Notice";
        enrolment: "依据的复学记录", "Return";
        claimed: "来自名单", "From a list";
        slot: "签名人钥匙", "Key";
        signature: "电子签名", "Signature";
    }
    pub TEAM, "team": "督察小组", "Inspection team" {
        name: "名称", "Name";
        lead: "组长", "Leader";
        members: "组员", "Members";
        towns: "负责的镇街", "Towns" => "每行一个", "One a line";
        closed: "不再使用", "No longer used";
    }
}
