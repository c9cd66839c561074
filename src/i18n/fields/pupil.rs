//! The words of a pupil's basic file (domain.md §4.1): the child, the family, the groups, the support, the papers.
use crate::labels;

labels! {
    pub PUPIL, "pupil": "学生基本信息", "Pupil" {
        name: "姓名", "Name" => "与户口簿一致；少数民族姓名用间隔号“·”", "As in the household register; with · between the parts of a name";
        former_name: "曾用名", "Former name";
        sex: "性别", "Sex";
        ethnic: "民族", "Ethnic group";
        birth: "出生日期", "Date of birth";
        id_type: "证件类型", "Kind of identity paper";
        id_no: "身份证件号码", "Identity number" => "18 位；末位是 X 的写 X", "18 characters; the last may be X";
        roll_no: "学籍号", "School registration number" => "G、J 或 L 开头，共 19 位；没有可不填", "19 characters from G, J or L; leave empty if there is none";
        alt_no: "其他编号", "Another number" => "旧学籍号、护照号等", "An old registration number, a passport, and so on";
        cert_no: "残疾人证号", "Disability certificate number" => "20 位，换发过的 22 位；没有可不填", "20 characters, 22 after a re-issue; leave empty if there is none";
        disability_type: "残疾类别", "Kind of disability" => "与残疾人证一致", "As on the certificate";
        disability_grade: "残疾等级", "Grade of disability" => "与残疾人证一致", "As on the certificate";
        further_types: "其他残疾类别", "Further kinds of disability" => "多重残疾要选出其中各类", "For multiple disability choose each kind";
        school_needs: "学习支持需要", "Support needed for learning";
        diagnosis: "医学诊断", "Medical diagnosis";
        history: "病史与康复情况", "Medical history and rehabilitation";
        safety_note: "安全提示", "Safety note" => "用药、过敏、癫痫等，每次上门前都会显示；没有就写“无”", "Medicine, allergies, seizures; shown before every visit; write “none” if there is nothing";
        aids: "辅助器具", "Aids and devices";
        communication: "沟通方式", "Ways of communicating";
        town: "乡镇（街道）", "Township or subdistrict";
        village: "村（社区）", "Village or community";
        village_code: "村（社区）代码", "Village code" => "12 位统计用区划代码；不知道可不填", "12 digits of the statistical division; leave empty if not known";
        household_address: "户籍地址", "Address of household registration";
        address: "现住址", "Present address";
        route_note: "上门路线", "Way to the home" => "怎么走、多少里程、雨雪天路况", "How to get there, how far, the road in rain and snow";
        school: "学校（责任校）", "School, or school responsible";
        grade: "年级", "Grade";
        class: "班级", "Class";
        student_status: "学籍状态", "State of the registration";
        main_teacher: "送教教师（主）", "Home-teaching teacher, first";
        second_teacher: "送教教师（辅）", "Home-teaching teacher, second";
        remark: "备注", "Remark";
    }
    pub GUARDIAN, "guardian": "监护人", "Guardian" {
        name: "姓名", "Name";
        kinship: "与学生关系", "Relation to the pupil";
        phone: "联系电话", "Telephone" => "手机 11 位；固定电话带区号", "A mobile of 11 digits, or a fixed line with its area code";
        id_no: "身份证件号码", "Identity number";
        legal: "法定监护人", "Legal guardian";
        daily_carer: "日常照料人", "Cares for the child day by day" => "平时真正照看孩子的人", "The person who is really with the child";
        literacy: "文化程度与签字", "Reading and signing" => "上门前便知道家长能否自己签字", "So that it is known beforehand how this guardian can sign";
        works_away: "外出务工", "Works away from home";
        note: "备注", "Note";
    }
    pub SIBLING, "sibling": "兄弟姐妹", "Brother or sister" {
        name: "姓名", "Name";
        kinship: "与学生关系", "Relation to the pupil";
        birth: "出生日期", "Date of birth";
        situation: "就学情况", "Where they learn or work";
    }
    pub FLAG, "flag": "群体类别", "Group" {
        flag: "群体类别", "Group";
        state: "状态", "State";
        since: "起始日期", "Since";
        until: "结束日期", "Until";
        source: "认定或提供部门", "Department that says so";
        note: "备注", "Note";
    }
    pub AID, "aid": "资助", "Financial aid" {
        aid_type: "资助项目", "Kind of aid";
        amount_yuan: "金额（元）", "Amount in yuan";
        date: "发放日期", "Date paid";
        note: "备注", "Note";
    }
    pub TRANSFER, "transfer": "转学", "Transfer" {
        on: "转学日期", "Date";
        from_school: "转出学校", "From" => "县外学校填在下一格", "A school outside the county goes into the next field";
        from_other: "转出学校（县外）", "From, outside the county";
        to_school: "转入学校", "To" => "县外学校填在下一格", "A school outside the county goes into the next field";
        to_other: "转入学校（县外）", "To, outside the county";
        number: "转学编号", "Number of the transfer";
        reason: "原因", "Reason";
    }
    pub DISTINCT, "distinct": "不是同一人", "Another child" {
        other: "另一名学生", "The other pupil";
        decided_on: "确认日期", "Decided on";
        reason: "说明", "Reason";
    }
    pub CONSENT, "consent": "家长同意书", "Consent" {
        scope: "同意事项", "Consent to" => "拍照须单独征得同意", "Photographs need a consent of their own";
        date: "签署日期", "Date";
        guardian: "同意人", "Guardian who consents";
        sign_method: "签字方式", "How it was signed";
        strokes: "签名", "Signature";
        witness: "见证人", "Witness";
        withdrawn: "撤回日期", "Withdrawn on" => "家长可以随时撤回", "A guardian may withdraw at any time";
        note: "备注", "Note";
    }
    pub PHOTO, "photo": "照片", "Photograph" {
        media: "照片", "Picture";
        thumbnail: "缩略图", "Small picture";
        visit: "对应的送教记录", "Visit it belongs to";
        document: "对应的材料", "Paper it belongs to";
        taken: "拍摄日期", "Date taken";
        caption: "说明", "Caption" => "写内容，不写姓名", "What it shows, without names";
    }
    pub DOCUMENT, "document": "材料", "Paper" {
        title: "材料名称", "Title";
        kind: "材料种类", "Kind" => "作为个案佐证的，选出种类", "Choose, where it is evidence in a case";
        number: "文号或编号", "Number";
        date: "日期", "Date";
        issuer: "出具单位", "Issued by";
        note: "备注", "Note";
    }
    pub PLACEMENT, "placement": "教育安置", "Placement" {
        mode: "安置形式", "Kind of placement";
        school: "责任学校", "School responsible";
        from: "起始日期", "From";
        to: "结束日期", "To" => "正在执行的不填", "Leave empty while it lasts";
        visits_per_week: "每周送教次数", "Visits a week" => "不填按县里规定；低于规定要写原因", "Left empty, the county's rule holds; fewer need a reason";
        hours_per_visit: "每次课时", "Class hours a visit" => "不填按县里规定；低于规定要写原因", "Left empty, the county's rule holds; fewer need a reason";
        reason: "说明", "Reason";
    }
    pub DECISION, "decision": "专家委员会结论", "Decision of the expert committee" {
        result: "评估结论", "Finding";
        learnable: "接受教育能力", "Ability to learn";
        date: "结论日期", "Date";
        number: "文书编号", "Number of the paper";
        advice: "安置建议", "Placement advised";
        review_on: "复核日期", "To be reviewed on";
        note: "说明", "Note";
    }
    pub DEFERRAL, "deferral": "延缓入学／休学", "Deferred entry or suspension of study" {
        kind: "类型", "Kind";
        applicant: "申请人", "Applicant" => "由父母或其他监护人申请（义务教育法第十一条）", "A parent or guardian applies (Compulsory Education Law, art. 11)";
        reason: "原因", "Reason";
        proof: "证明材料", "Proof";
        approver: "批准单位", "Approved by" => "乡镇人民政府或县级教育行政部门", "The township government or the county's education department";
        from: "起始日期", "From";
        to: "截止日期", "To";
    }
}
