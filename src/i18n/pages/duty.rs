//! Words of responsibility and of the departments.
use crate::report::duty::agenda::Standing;
use crate::report::duty::chain::Rung;
use crate::report::duty::letters::Signed;
use crate::report::duty::minimal::Why;
use crate::report::duty::score::Grade;
use crate::words;

words! {
    pub enum Duty {
        Title: "责任", "Responsibility";
        Groups: "组织", "Groups";
        Documents: "文件", "Documents";
        Agenda: "党组议题", "Agenda";
        PartyHead: "责任方", "Party";
        PersonHead: "负责人", "Person";
        StateHead: "签订情况", "State";
        Letters: "责任书", "Duty letters";
        Score: "考核", "Assessment";
        RedLine: "底线", "Red line";
        Year: "学年", "School year";
        YearOf: "{0} 学年", "School year {0}";
        CalendarYear: "{0} 年", "{0}";
        Conflicts: "两台平板填得不一样的有 {0} 处，请到“待核对”处理", "Two tablets differ in {0} places: decide them under To decide";
        Saved: "已保存", "Saved";

        NoGroups: "还没有领导小组和工作小组", "No leading or working group yet";
        NoGroupsText: "先登记小组和成员；每月首周议题从小组成立的那个月算起。", "Enter the groups and their members. Monthly meetings are asked for from the month in which a group was set up.";
        AddGroup: "添加小组", "Add a group";
        AddMember: "添加成员", "Add a member";
        EditThis: "修改“{0}”", "Change “{0}”";
        SetUp: "{0}成立", "set up on {0}";
        Dissolved: "{0}撤销", "dissolved on {0}";
        NoMembers: "还没有登记成员", "No members yet";
        TermSince: "{0}起", "since {0}";
        TermSpan: "{0}至{1}", "{0} to {1}";
        Former: "已离任 {0} 人", "{0} former members";
        Principals: "学校第一责任人", "First responsible in the schools";
        PrincipalsText: "{1} 所学校中 {0} 所已登记校长", "{0} of {1} schools have named their principal";
        NoPrincipal: "没有登记校长：{0}", "No principal named: {0}";

        NoDocuments: "还没有文件", "No documents yet";
        NoDocumentsText: "把实施方案、通知等登记在这里，可拍照留存原件。", "Enter plans and notices here, with photographs of the originals.";
        AddDocument: "登记文件", "Add a document";
        ReplacedBy: "由“{0}”替代", "replaced by “{0}”";
        AddPages: "拍照添加页", "Photograph pages";
        PagesOf: "“{0}”的扫描页", "Pages of “{0}”";
        PagesAdded: "已添加 {0} 页", "{0} pages added";
        PictureFailed: "这张图片读不出来，请另选一张", "This picture cannot be read; choose another";
        PrintList: "打印目录", "Print the list";

        Kept: "首周开会 {0}／{1} 个月", "Held in the first week: {0} of {1} months";
        FirstWeekIs: "首周按“{0}”计算", "The first week is: {0}";
        ChangeIt: "到设置里改", "Change it in the settings";
        MissedMonths: "缺议题的月份：{0}", "Months missed: {0}";
        NoneMissed: "没有缺的月份", "No month was missed";
        AddAgenda: "登记议题", "Add a meeting";
        NoAgenda: "这一年还没有议题记录", "No meetings in this year yet";
        NoAgendaText: "每月首周把控辍保学列入党组议题，开完会在这里记纪要和议定事项。", "Each month in its first week: enter the minutes here, and what was decided.";
        HeldOn: "{0}召开", "held on {0}";
        Prepared: "待召开", "to be held";
        Minutes: "会议纪要", "Minutes";
        Chair: "主持人：{0}", "Chair: {0}";
        Decisions: "议定事项", "Decisions";
        AddTask: "添加议定事项", "Add a decision";
        NoTasks: "没有议定事项", "Nothing was decided";
        DueOn: "{0}前", "by {0}";
        DoneOn: "{0}完成", "done on {0}";
        Overdue: "超期", "Overdue";
        Done: "已完成", "Done";
        MarkDone: "记为已完成", "Mark as done";
        InTime: "首周已开", "In time";
        Late: "晚开", "Late";
        Missed: "缺", "Missed";
        DueUntil: "{0}前开", "By {0}";
        Ahead: "未到", "Ahead";
        Before: "—", "—";
        TasksDue: "党组议定事项", "Decisions of the leaders";
        AgendaDue: "本月首周党组议题还没有记录（{0}前）", "This month’s meeting is not recorded yet (by {0})";

        Covered: "已签 {0}／{1}", "Signed: {0} of {1}";
        Missing: "没有责任书", "No letter";
        Waiting: "已拟，未签", "Not signed yet";
        Ended: "已到期", "Ended";
        SignedOn: "{0}签", "Signed on {0}";
        WriteLetter: "拟责任书", "Write the letter";
        PrintAll: "打印全部", "Print them all";
        PrintThis: "打印“{0}”", "Print “{0}”";
        PrintBlank: "打印", "Print";
        NobodyHere: "这一级还没有单位", "Nobody stands on this level yet";
        NobodyHereText: "乡镇、村、学校和班级来自学校和学生档案。", "Townships, villages, schools and classes come from the files of schools and pupils.";
        OnlyMissing: "只看没签的", "Only those without";
        Chain: "责任链", "Line of duty";
        ChainText: "{0} 学年", "School year {0}";
        Government: "县—乡镇—村", "County, township, village";
        Education: "教育局—学校—班级", "Bureau, school, class";
        RungCounty: "县（市、区）", "County";
        RungTown: "乡镇", "Township";
        RungVillage: "村", "Village";
        RungBureau: "教育局", "Bureau";
        RungSchool: "学校第一责任人", "Principal, first responsible";
        RungClass: "班主任", "Class teacher";
        RungHome: "送教教师", "Home-teaching teachers";
        Nobody: "未登记责任人", "Nobody named";

        ScoreText: "依据能算的自动算，算不了的由考核人评分；扣分要写原因。", "What can be counted is counted; the rest is scored by the assessor. Whatever is taken off needs a reason.";
        Items: "考核项目", "Items";
        ItemsProposed: "本县还没有定考核项目，现在用的是建议的十项（满分 100）。", "The county has set no items; these ten are proposed, 100 points in all.";
        TakeOver: "采用并修改", "Take over and change";
        AddItem: "添加项目", "Add an item";
        PointsOf: "{0} 分", "{0} points";
        WeightOf: "权重 {0}%", "weight {0}%";
        Counted: "{0}／{1}", "{0} of {1}";
        NothingToCount: "没有应做的，得满分", "Nothing was due: full points";
        ByHand: "待评分", "To be scored";
        Given: "评分 {0}：{1}", "Given {0}: {1}";
        Taken: "扣 {0}：{1}", "−{0}: {1}";
        GivePoints: "给“{0}”评分", "Score “{0}”";
        Deduct: "给“{0}”扣分", "Take points off “{0}”";
        Total: "总分", "Total";
        TotalOf: "{0}／{1} 分", "{0} of {1} points";
        Excellent: "优秀", "Excellent";
        Passed: "合格", "Passed";
        Failed: "不合格", "Not passed";
        Blocked: "一票否决", "Failed by a red line";
        Open: "待评 {0} 项", "{0} items to score";
        BlockedTitle: "有 {0} 件底线事项没有撤销，考核不合格", "{0} red lines stand: the school does not pass";
        BlockedText: "不论得多少分。申诉和处理写在底线事项里。", "Whatever its points. Appeals and what became of them stand with the red line.";
        SeeRedLine: "看底线事项", "See the red lines";
        Close: "定稿", "Close the sheet";
        CloseTitle: "把这张考核表定稿吗？", "Close this score sheet?";
        CloseText: "现在的得分和依据原样存下并签名，以后不会变。", "Points and evidence are kept as they are now, signed; they never change afterwards.";
        Closed: "已定稿", "Closed";
        ClosedOn: "{0}定稿：{1}／{2} 分", "Closed on {0}: {1} of {2} points";
        ClosedSame: "现在算出来的与定稿一致", "What is counted now agrees";
        ClosedDiffers: "现在算出来是 {0} 分，与定稿相差 {1} 分", "Counted now it is {0}, {1} away from the closed sheet";
        ShowNow: "看现在的", "As it stands now";
        ShowClosed: "看定稿", "As it was closed";
        NoSchools: "还没有学校", "No schools yet";
        BackToSchools: "全部学校", "All schools";
        Print: "打印考核表", "Print the sheet";
        Item: "项目", "Item";
        Full: "分值", "Points";
        Evidence: "依据", "Evidence";
        Points: "得分", "Score";

        RedText: "坚决杜绝因成绩让学生回家或劝退。登记后不能删除，撤销也会留下记录，每台见过的平板都能看到。", "No pupil is sent home or told to leave for marks. What is recorded stays: removing it leaves its trace on every tablet that saw it.";
        AddRed: "登记底线事项", "Record a red line";
        NoRed: "没有底线事项", "No red lines";
        NoRedText: "发现因成绩让学生回家、劝退等情况，在这里登记。", "Record here when a pupil was sent home or told to leave for marks.";
        Stands: "计入考核", "Counts";
        RemovedState: "已撤销", "Removed";
        Undone: "登记后撤回", "Taken back";
        ContestedState: "两台平板处理不一致，先计入考核", "Two tablets decided apart: it counts until somebody decides";
        TakeStep: "处理", "Take a step";
        Recorded: "登记", "Recorded";
        TraceDeleted: "撤回", "Taken back";
        TraceBack: "恢复", "Brought back";
        TraceBy: "{0}，{1}", "{0}, {1}";
        Proven: "签名有效", "Signed";
        NotProven: "未经验证", "Not proven";
        Tablet: "平板 {0}", "Tablet {0}";
    }
}

words! {
    pub enum Departments {
        Title: "部门", "Departments";
        Text: "各部门给的名单、时间和差异；给部门的名单只含它需要的列，每次都有记录。", "What each department sent, for which day, and what differs. Lists out hold only the columns that a department needs, and each is written down.";
        Sent: "给我们的名单", "Lists received";
        NothingSent: "这个部门不提供名单", "This department sends no list";
        NotHere: "还没有收到", "Not received yet";
        List: "名单", "List";
        AsOf: "名单时间", "As of";
        Rows: "行数", "Rows";
        Matched: "对上", "Matched";
        Differs: "差异", "Differences";
        Days: "{0}（{1} 天前）", "{0} ({1} days ago)";
        OfDepartment: "部门", "Department";
        Old: "已过期，请对方更新", "Old: ask for a new one";
        OldCount: "{0} 份名单超过 {1} 天，请部门更新", "{0} lists are older than {1} days: ask for new ones";
        AllFresh: "名单都在 {0} 天以内", "All lists are younger than {0} days";
        NoLists: "还没有部门名单", "No lists yet";
        NoListsText: "在“比对”页导入公安、学籍、残联等名单，这里就能看到时间和差异。", "Take in lists on the page Compare; their days and differences are shown here.";
        ToCompare: "去比对", "To Compare";
        CompareNow: "现在比对", "Compare now";
        Comparing: "正在比对…", "Comparing…";
        Cases: "由此建立的个案：未结 {0}，已销号 {1}", "Cases that came of it: {0} open, {1} closed";
        Out: "给部门的名单", "Lists out";
        NoOut: "没有要给这个部门的名单", "Nothing goes to this department";
        HandOut: "提供名单", "Hand out";
        Children: "{0} 人", "{0} children";
        OutTitle: "提供“{0}”", "Hand out “{0}”";
        OutText: "只有下面这些列，{0} 人。", "These columns alone, {0} children.";
        Column: "列", "Column";
        Why: "为什么需要", "Why it is needed";
        Town: "乡镇", "Township";
        ChooseTown: "选择乡镇", "Choose a township";
        Receiver: "接收人", "Received by";
        Purpose: "用途", "What for";
        PurposeMissing: "请写明用途", "Say what for";
        Whole: "证件号码完整", "Whole numbers";
        WholeText: "会记入每名学生的查看记录。", "It is written into the log of every child.";
        MaskedText: "证件号码和电话遮住中间几位。", "The middle of numbers and phones is masked.";
        Made: "名单已导出，已记录", "Handed out, and written down";
        Log: "提供记录", "What was handed out";
        NoLog: "还没有提供过名单", "Nothing was handed out yet";
        LogLine: "{0} 列 · {1} 人", "{0} columns · {1} children";
        LogWhole: "完整号码", "Whole numbers";
        LogBy: "{0}，{1}", "{0}, {1}";
        PaperUnit: "填表单位：{0}", "Unit: {0}";
        PaperAuthor: "填表人：{0}", "Filled in by: {0}";
        PaperDay: "填表时间：{0}", "Day: {0}";

        WhyNumber: "对照用的序号", "To refer to a row";
        WhyIdentify: "认准是哪个孩子", "To know which child it is";
        WhyLocate: "找到住处", "To find the home";
        WhyContact: "联系家长", "To reach the guardian";
        WhyAct: "部门要核对或办理的内容", "What the department checks or does";

        PoliceFind: "请协助查找去向的学生", "Children whose whereabouts are sought";
        PoliceFindText: "去向不明、联系不上的未结个案", "Open cases of children who cannot be found";
        RuralPoor: "脱贫和监测家庭学生就学情况", "Schooling of children of poor households";
        RuralPoorText: "脱贫户、监测对象家庭的学生", "Children of households lifted out of poverty or watched";
        DpfPlaced: "持证残疾学生安置情况", "Placement of children with a certificate";
        DpfPlacedText: "有残疾证的学生", "Children with a disability certificate";
        HealthProof: "需要医学证明的学生", "Children who need a medical proof";
        HealthProofText: "不具备学习条件、申请免学的学生", "Children found unable to learn";
        CivilChildren: "孤儿和困境儿童", "Orphans and children in difficulty";
        CivilChildrenText: "孤儿、事实无人抚养、留守、困境、特困学生", "Orphans, children without carers, left behind or in difficulty";
        LabourWorking: "疑似外出务工的学生", "Children who may be at work";
        LabourWorkingText: "去向为务工的未结个案", "Open cases of children away at work";
        TownCases: "本乡镇未结个案", "Open cases of a township";
        TownCasesText: "按乡镇给，只含本乡镇的学生", "For one township at a time, its own children alone";
    }
}

use Departments as D;
use Duty as W;

/// The name of a minimal list, and who stands on it.
pub fn list_words(key: &str) -> (D, D) {
    match key {
        "police_find" => (D::PoliceFind, D::PoliceFindText),
        "rural_poor" => (D::RuralPoor, D::RuralPoorText),
        "dpf_placed" => (D::DpfPlaced, D::DpfPlacedText),
        "health_proof" => (D::HealthProof, D::HealthProofText),
        "civil_children" => (D::CivilChildren, D::CivilChildrenText),
        "labour_working" => (D::LabourWorking, D::LabourWorkingText),
        "town_cases" => (D::TownCases, D::TownCasesText),
        // A list of a newer version.
        _ => (D::List, D::List),
    }
}

pub fn why_word(why: Why) -> D {
    match why {
        Why::Number => D::WhyNumber,
        Why::Identify => D::WhyIdentify,
        Why::Locate => D::WhyLocate,
        Why::Contact => D::WhyContact,
        Why::Act => D::WhyAct,
    }
}

pub fn standing_word(standing: Standing) -> W {
    match standing {
        Standing::InTime(_) => W::InTime,
        Standing::Late(_) => W::Late,
        Standing::Missed => W::Missed,
        Standing::Due(_) => W::DueUntil,
        Standing::Ahead => W::Ahead,
        Standing::Before => W::Before,
    }
}

pub fn signed_word(signed: Signed) -> W {
    match signed {
        Signed::Missing => W::Missing,
        Signed::Waiting => W::Waiting,
        Signed::Ended => W::Ended,
        Signed::On(_) => W::SignedOn,
    }
}

pub fn rung_word(rung: Rung) -> W {
    match rung {
        Rung::County => W::RungCounty,
        Rung::Town => W::RungTown,
        Rung::Village => W::RungVillage,
        Rung::Bureau => W::RungBureau,
        Rung::School => W::RungSchool,
        Rung::Class => W::RungClass,
        Rung::HomeTeacher => W::RungHome,
    }
}

pub fn grade_word(grade: Grade) -> W {
    match grade {
        Grade::Blocked => W::Blocked,
        Grade::Excellent => W::Excellent,
        Grade::Passed => W::Passed,
        Grade::Failed => W::Failed,
        Grade::Open => W::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Word};
    use crate::report::duty::minimal::LISTS;
    use std::collections::BTreeSet;

    #[test]
    fn every_list_out_has_words_of_its_own() {
        for lang in Lang::ALL {
            let names: BTreeSet<&str> = LISTS.iter().map(|list| list_words(list.key).0.text(lang)).collect();
            assert_eq!(names.len(), LISTS.len());
        }
    }
}
