//! The words of responsibility: groups, documents, agenda, duty letters, assessment, the red line.
use crate::labels;

labels! {
    pub DUTY_GROUP, "duty_group": "小组", "Group" {
        kind: "小组类别", "Kind of group";
        name: "小组名称", "Name";
        set_up_on: "成立日期", "Set up on";
        document: "成立文件", "Set up by the document";
        dissolved_on: "撤销日期", "Dissolved on";
    }
    pub DUTY_MEMBER, "duty_member": "小组成员", "Member" {
        group: "所在小组", "Group";
        person: "姓名", "Name";
        role: "组内职务", "Role";
        post: "单位和职务", "Office and post";
        from: "任期开始", "From";
        to: "任期结束", "Until" => "还在任就不填", "Leave empty while in office";
    }
    pub DUTY_DOCUMENT, "duty_document": "文件", "Document" {
        title: "文件名称", "Title";
        number: "文号", "Number";
        issuer: "发文单位", "Issued by";
        date: "发文日期", "Date";
        status: "状态", "State";
        replaced_by: "替代它的文件", "Replaced by";
        note: "说明", "Note";
    }
    pub DUTY_AGENDA, "duty_agenda": "党组议题", "Agenda item" {
        month: "月份", "Month";
        topic: "议题", "Topic";
        held_on: "开会日期", "Held on" => "还没开会就不填", "Leave empty until it is held";
        meeting: "会议名称", "Meeting";
        chair: "主持人", "Chair";
        present: "参加人员", "Present";
        minutes: "会议纪要", "Minutes";
    }
    pub DUTY_TASK, "duty_task": "议定事项", "Decision" {
        agenda: "哪次会议", "Meeting";
        what: "要做什么", "What is to be done";
        owner: "责任人", "Owner";
        other_owner: "外单位责任人", "Owner in another office";
        due: "完成期限", "Due";
        done_on: "完成日期", "Done on";
        result: "完成情况", "Result";
    }
    pub DUTY_LETTER, "duty_letter": "责任书", "Duty letter" {
        level: "层级", "Level";
        year: "学年", "School year";
        number: "编号", "Number";
        town: "乡镇（街道）", "Township";
        village: "村（社区）", "Village";
        school: "学校", "School";
        grade: "年级", "Grade";
        class: "班级", "Class";
        party_a: "甲方负责人", "Party A, who asks";
        party_b: "乙方负责人", "Party B, who answers";
        target: "入学率目标（%）", "Children in school, percent";
        signed_on: "签订日期", "Signed on" => "还没签就不填", "Leave empty until it is signed";
        expires_on: "到期日期", "Ends on" => "不填就到本学年末", "The end of the school year if empty";
    }
    pub DUTY_SCAN, "duty_scan": "扫描页", "Scanned page" {
        of: "所属记录", "Of the record";
        media: "图片", "Picture";
        thumbnail: "缩略图", "Thumbnail";
        taken: "拍摄日期", "Taken on";
    }
    pub DUTY_HANDING, "duty_handing": "提供名单", "List handed out" {
        department: "部门", "Department";
        list: "名单", "List";
        columns: "列", "Columns";
        rows: "人数", "Rows";
        on: "日期", "Date";
        receiver: "接收人", "Received by";
        why: "用途", "What for";
        whole: "完整证件号码", "Whole numbers";
    }
    pub SCORE_ITEM, "score_item": "考核项目", "Item of the assessment" {
        place: "序号", "Place";
        name: "项目", "Item";
        points: "分值", "Points";
        weight: "权重（%）", "Weight, percent" => "不填就是100", "100 if empty";
        evidence: "依据", "Computed from";
        rule: "评分办法", "How it is scored";
        closed: "停用", "No longer used";
    }
    pub SCORE_GIVEN, "score_given": "评分", "Points given" {
        school: "学校", "School";
        year: "学年", "School year";
        item: "项目", "Item";
        points: "得分", "Points";
        reason: "理由", "Reason";
    }
    pub DEDUCTION, "deduction": "扣分", "Deduction" {
        school: "学校", "School";
        year: "学年", "School year";
        item: "项目", "Item";
        points: "扣分", "Points taken off";
        reason: "原因", "Reason";
        date: "日期", "Date";
    }
    pub SCORE_SHEET, "score_sheet": "考核表", "Score sheet" {
        school: "学校", "School";
        year: "学年", "School year";
        frozen_on: "定稿日期", "Closed on";
        total: "总分（百分之一分）", "Total, in hundredths";
        full: "满分（百分之一分）", "Full points, in hundredths";
        vetoes: "未撤销的底线事项", "Red lines that stood";
        note: "说明", "Note";
        slot: "签名密钥", "Key slot";
        signature: "签名", "Signature";
    }
    pub SCORE_LINE, "score_line": "考核明细", "Line of the score sheet" {
        sheet: "考核表", "Score sheet";
        place: "序号", "Place";
        name: "项目", "Item";
        points: "分值", "Points";
        weight: "权重（%）", "Weight, percent";
        evidence: "依据", "Computed from";
        done: "已做到", "Done";
        due: "应做到", "Due";
        given: "评分", "Points given";
        given_why: "评分理由", "Reason for the points";
        deductions: "扣分和原因", "Deductions";
    }
    pub RED_LINE, "red_line": "底线事项", "Red line" {
        school: "学校", "School";
        kind: "事项", "What kind";
        date: "发生日期", "Happened on";
        pupil: "涉及学生", "Pupil";
        what: "经过", "What happened";
        evidence: "证据", "Evidence";
        slot: "签名密钥", "Key slot";
        signature: "签名", "Signature";
    }
    pub RED_STEP, "red_step": "处理经过", "What became of it" {
        red_line: "底线事项", "Red line";
        to: "处理", "Step";
        on: "日期", "Date";
        why: "理由", "Reason";
        slot: "签名密钥", "Key slot";
        signature: "签名", "Signature";
    }
}
