//! The words of counselling, carers and the end of a term (domain.md §4.6, §4.9).
use crate::labels;

labels! {
    pub COUNSELLING, "counselling": "心理疏导记录", "Counselling record" {
        date: "日期", "Date";
        with_whom: "疏导对象", "With whom";
        counsellor: "疏导教师", "Counsellor";
        summary: "主要情况", "What was talked about";
        advice: "建议", "Advice";
        next_on: "下次日期", "Next on";
    }
    pub COUNSELLING_PLAN, "counselling_plan": "心理疏导计划", "Plan of counselling" {
        term: "学年学期", "Term";
        child_times: "疏导学生次数", "Talks with the child";
        parent_times: "疏导家长次数", "Talks with the parents";
        counsellor: "疏导教师", "Counsellor";
        aim: "疏导目标与方式", "Aim and way";
    }
    pub CARER, "carer": "关爱责任人", "Responsible carer" {
        person: "姓名", "Name";
        staff: "本系统教职工", "Member of staff" => "是本单位教职工的选出来", "Choose, where the carer is one of the staff";
        unit: "工作单位", "Place of work";
        post: "职务", "Post";
        phone: "联系电话", "Telephone";
        from: "起始日期", "From";
        to: "结束日期", "To";
    }
    pub OWN_PLAN, "own_plan": "一生一策", "Own plan" {
        number: "编号", "Number";
        made_on: "制定日期", "Made on";
        risk: "风险等级", "Risk";
        family: "家庭状况与困难", "The family and its difficulties";
        reasons: "风险（失学）原因", "Why the child is at risk or out";
        goal: "目标", "Goal";
        due: "完成期限", "To be reached by";
        sponsor: "包保领导", "Leader who answers for the child";
        teacher: "班主任或教师", "Teacher";
        reviewed_on: "最近评价日期", "Reviewed on" => "每月评价一次效果，写下调整", "Reviewed every month, with what is changed";
        review_note: "效果与调整", "What it brought, what is changed";
        closed_on: "结束日期", "Closed on";
    }
    pub MEASURE, "measure": "帮扶措施", "Measure" {
        own_plan: "所属一生一策", "Own plan";
        what: "措施", "What is done";
        who: "责任人", "Who does it";
        due: "期限", "By when";
        done_on: "完成日期", "Done on" => "办好了再填", "Filled in once it is done";
        note: "备注", "Note";
    }
    pub CARER_CONTACT, "carer_contact": "关爱走访记录", "Carer's contact" {
        carer: "关爱责任人", "Carer";
        date: "日期", "Date";
        method: "联系方式", "How";
        summary: "情况", "How the pupil and the family are";
        follow_up: "后续帮助", "What to do next";
    }
    pub TERM_SUMMARY, "term_summary": "学期总结", "Term summary" {
        term: "学年学期", "Term";
        date: "填写日期", "Date";
        visits_due: "应送次数", "Visits due";
        visits: "实送次数", "Visits given";
        missed: "缺课次数", "Visits missed";
        hours_due: "应送课时", "Class hours due";
        hours: "实送课时", "Class hours given";
        goals: "短期目标数", "Short-term goals";
        goals_met: "达成目标数", "Goals reached";
        talks: "心理疏导次数", "Counselling talks";
        family: "家庭配合情况", "The family's part";
        change: "主要变化", "What has changed" => "次数、课时、达成率由系统计算，这里写看到的变化", "Figures are computed; write what you have seen";
        issues: "存在问题", "What is difficult";
        next: "下学期建议", "Advice for the next term";
        placement_advice: "安置建议", "Placement advised" => "调整安置须经专家委员会", "A change of placement goes through the committee";
        author: "填写人", "Written by";
        teacher_sign: "教师签字", "Teacher's signature";
        head_sign: "校长签字", "Principal's signature";
    }
    pub FEEDBACK, "feedback": "家长反馈", "Family feedback" {
        term: "学年学期", "Term";
        date: "日期", "Date";
        visits: "本学期送教次数", "Visits this term";
        missed: "没有送成的次数", "Visits missed";
        hours: "本学期送教课时", "Class hours this term";
        guardian: "反馈家长", "Guardian";
        attitude: "教师态度", "The teacher's manner" => "1 很不满意，5 很满意", "1 very dissatisfied, 5 very satisfied";
        content: "教学内容", "What was taught";
        effect: "教学效果", "What it brought";
        time: "时间安排", "Times of the visits";
        respect: "尊重孩子和家庭", "Respect for child and family";
        comment: "家长意见", "In the guardian's words";
        written_for: "由他人代填", "Written for the guardian" => "不是家长本人填写的要注明", "To be marked unless the guardian filled it in";
        sign_method: "签字方式", "How it was signed";
        strokes: "家长签名", "Guardian's signature";
        witness: "见证人", "Witness";
    }
}
