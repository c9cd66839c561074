//! Words of papers as a whole: their feet, the choices before printing, the titles and headings of a child's papers.
use crate::i18n::{Lang, Word};
use crate::words;

/// The table under which the log of looks keeps prints with whole numbers, and its field.
pub const PAPER: &str = "paper";
pub const PRINTED: &str = "printed";

/// A look by way of a print; `None` for another.
pub fn print_look(table: &str, lang: Lang) -> Option<String> {
    (table == PAPER).then(|| Paper::LookPrinted.text(lang).to_owned())
}

words! {
    pub enum Paper {
        Made: "打印：{0}　打印人：{1}", "Printed {0} by {1}";
        PageOf: "第 {0} 页　共 {1} 页", "Page {0} of {1}";
        Practice: "练习材料，内容虚构", "Practice, invented content";
        Pages: "共 {0} 页", "{0} pages";
        LayingOut: "正在排版…", "Laying out…";
        WholeNumbers: "印完整证号", "Print whole numbers";
        MaskNumbers: "隐去证号", "Mask numbers";
        WholeAsk: "把完整证号印在纸上？", "Print the numbers in full?";
        WholeText: "涉及 {0} 名学生。谁在什么时候印了完整证号，会记入每名学生的查看记录。", "It concerns {0} pupils. Who printed whole numbers, and when, is written into the log of each pupil.";
        LookPrinted: "打印材料上的完整证号", "whole numbers on a printed paper";
        NoSuch: "没有这份材料", "There is no such paper";
        NoSuchText: "它可能已被删除，或者还没有填写。", "It may have been deleted, or is not written yet.";
        PictureLost: "这台平板上没有这张照片", "This picture is not on this tablet";
        SignedByHand: "手写签名", "Signed by hand";
        OnlyBlank: "空白表", "Blank form";
        WithoutPupil: "不填学生信息", "Without the pupil’s details";
        DateLine: "　　　　年　　月　　日", "Date: ______________";
        FilledOn: "填表时间：{0}", "Day: {0}";
        Unit: "填表单位：{0}", "Unit: {0}";
        None: "无", "None";

        Pupil: "学生姓名", "Pupil";
        Sex: "性别", "Sex";
        Birth: "出生日期", "Born";
        IdNo: "证件号码", "Identity number";
        School: "责任学校", "School";
        GradeClass: "年级班级", "Grade and class";
        Guardian: "监护人", "Guardian";
        Phone: "联系电话", "Telephone";
        Home: "现住址", "Home";
        Placement: "安置形式", "Placement";
        Teachers: "送教教师", "Teachers";
        FileNo: "档案编号", "File number";

        Basic: "学生基本信息表", "Basic information on the pupil";
        Assessment: "送教上门学生评估表", "Assessment";
        Plan: "个别化教育计划", "Individualised education plan";
        Lesson: "送教上门教案", "Lesson plan";
        Visit: "送教上门记录表", "Home-teaching visit record";
        TermSummary: "送教上门学期总结", "Term summary of home teaching";
        Feedback: "家长反馈表", "Feedback of the family";
        Support: "一生一策帮扶表", "One plan for one pupil";
        Consent: "送教服务家长同意书", "Consent of the family";
        Decision: "残疾人教育专家委员会意见", "Finding of the expert committee";
        Counselling: "心理疏导记录", "Counselling record";
        Binder: "学生档案（一人一档）", "The pupil’s binder";
        BinderKind: "一　人　一　档", "One child, one file";
        HomeBinder: "送教上门学生档案", "File of a pupil taught at home";
        CareBinder: "控辍保学学生档案", "File of a pupil kept in school";
        Contents: "卷内目录", "Contents";
        ContentsNo: "序号", "No.";
        ContentsTitle: "材料名称", "Paper";
        ContentsDay: "日期", "Day";
        ContentsPage: "页号", "Pages";
        ContentsNote: "备注", "Remarks";
        MadeOn: "立卷日期：{0}", "Put together on {0}";

        Guardians: "家庭成员（监护人）", "Guardians";
        Siblings: "兄弟姐妹", "Brothers and sisters";
        Flags: "群体类别", "Groups";
        Aids: "资助情况", "Aid";
        Placements: "安置经过", "Placements";
        Decisions: "专家委员会意见", "Findings of the committee";
        Carers: "关爱责任人", "Carers";
        Contacts: "关爱走访", "Contacts of the carers";
        Ratings: "评估项目", "Items";
        Item: "项目", "Item";
        Score: "得分", "Score";
        Before: "上次", "Before";
        ScaleNote: "评分：0 暂不能完成，1 大量协助下完成，2 少量提示下完成，3 独立完成。", "Scores: 0 not yet, 1 with much help, 2 with a little help, 3 by themselves.";
        Goals: "长期目标与短期目标", "Long and short goals";
        LongGoal: "长期目标", "Long goal";
        ShortGoal: "短期目标", "Short goal";
        Criterion: "达成标准", "Criterion";
        DueDay: "期限", "By";
        GoalState: "进展", "State";
        GoalsToday: "本次目标完成情况", "Goals of this visit";
        NthVisit: "本学年第 {0} 次", "Visit {0} of the school year";
        Photos: "照片", "Photographs";
        PhotoPlace: "照片粘贴处", "Glue the photograph here";
        Family: "家庭情况与困难", "The family and its difficulties";
        Aim: "帮扶目标与期限", "Aim and term";
        Measures: "帮扶措施", "Measures";
        Measure: "措施", "Measure";
        Owner: "责任人", "By whom";
        DoneOn: "完成情况", "Result";
        Review: "效果与调整", "Effect and changes";
        Reasons: "风险（辍学）原因", "Reasons";
        CaseState: "个案进展", "State of the case";
        PlanNo: "编号", "Number";
        Name: "姓名", "Name";
        UnitPost: "单位与职务", "Unit and post";
        Term: "起止日期", "From and to";
        Day: "日期", "Day";
        Way: "方式", "Way";
        What: "内容", "What was said";

        SignTeacher: "送教教师签名", "Signature of the teacher";
        SignHead: "学校负责人签名（盖章）", "Signature of the head (seal)";
        SignGuardian: "家长（监护人）签名", "Signature of the guardian";
        SignAssessor: "评估人签名", "Signature of the assessor";
        SignAuthor: "填表人", "Filled in by";
        SignChecked: "审核人", "Checked by";
        SignUnit: "单位负责人（盖章）", "Head of the unit (seal)";
        SignReviewer: "审核人签名", "Signature of the reviewer";
        SignSponsor: "包保责任人签名", "Signature of the sponsor";
        SignPupil: "学生签名", "Signature of the pupil";
        SignCounsellor: "疏导教师签名", "Signature of the counsellor";
        SignWitness: "见证人：{0}", "Witness: {0}";

        PrintBinder: "打印整卷档案", "Print the whole binder";
        BinderText: "封面、卷内目录、全部材料，连续编页。", "Cover, contents and every paper, pages numbered through.";
        Print: "打印", "Print";
        PrintThis: "打印{0}", "Print: {0}";
        PrintBlank: "打印空白{0}", "Print a blank form: {0}";
        PrintList: "打印表格", "Print papers";
        PrintAll: "打印全部 {0} 份", "Print all {0}";
    }
}
