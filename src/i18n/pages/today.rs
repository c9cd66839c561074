//! Words of the list of what is due.
use crate::words;

words! {
    pub enum Today {
        Overdue: "已逾期", "Overdue";
        DueToday: "今天", "Today";
        ThisWeek: "本周", "This week";
        Later: "以后", "Later";
        Week: "第 {0} 教学周，本周送教 {1}／{2} 次", "Teaching week {0}: {1} of {2} visits this week";
        Whose: "看谁的学生", "Whose pupils";
        Mine: "我的学生", "My pupils";
        Everybody: "全部", "Everybody";
        Empty: "都办好了", "All is done";
        NextVisit: "下一次：{0}，{1}", "Next: {0}, {1}";
        NoPupils: "还没有学生", "No pupils yet";
        EmptyText: "先导入送教名册，或者添加一名学生。", "Take in the home-teaching roster first, or add a pupil.";
        TakeInRoster: "导入名册", "Take in the roster";
        AddPupil: "添加学生", "Add a pupil";
        NoSchool: "这周不上课，没有送教任务", "No school this week, so no visits are due";
        NoSchoolUntil: "{0} 开始上课", "School is on again from {0}";
        Visit: "送教", "Home visit";
        VisitLast: "上次送教 {0} 天前", "last visit {0} days ago";
        VisitToday: "今天已送教", "visited today";
        VisitNever: "还没有送教记录", "no visit yet";
        Rule: "规定每周 {0} 次，本周已 {1} 次", "rule: {0} a week, {1} done this week";
        OwnRule: "个别计划每周 {0} 次，本周已 {1} 次", "own plan: {0} a week, {1} done this week";
        Owed: "上周还欠 {0} 次", "{0} owed from last week";
        Booked: "约在 {0}", "arranged for {0}";
        WritePlan: "制定本学期个别化教育计划", "Write this term's education plan";
        ReviewPlan: "评价个别化教育计划（{0}）", "Review the education plan ({0})";
        Counsel: "心理疏导（每 {0} 天一次）", "Counselling (every {0} days)";
        PlanCounselling: "制定本学期心理疏导计划（学生和家长）", "Plan this term's counselling, for child and parents";
        CounselBehind: "心理疏导落后于计划", "Counselling is behind its plan";
        TalksChild: "学生：计划 {0} 次，到今天应有 {1} 次，已有 {2} 次", "child: {0} planned, {1} due by today, {2} done";
        TalksParents: "家长：计划 {0} 次，到今天应有 {1} 次，已有 {2} 次", "parents: {0} planned, {1} due by today, {2} done";
        FindCarers: "配齐两名关爱责任人（现有 {0} 名）", "Two carers are needed ({0} named)";
        Contact: "关爱责任人 {0} 走访（每 {1} 天一次）", "Contact by carer {0} (every {1} days)";
        Measure: "帮扶措施：{0}", "Measure: {0}";
        MeasureBy: "责任人 {0}", "by {0}";
        ReviewOwnPlan: "评价一生一策的效果（上次 {0}）", "Review the own plan (last {0})";
        AskConsent: "请监护人签送教同意书", "Ask the guardian's consent to home teaching";
        BreakEnds: "休学或缓学到期（{0}）", "The approved break ends ({0})";
        FillGaps: "补全基本信息（缺 {0} 项）", "Complete the basic information ({0} missing)";
        Conflict: "两台平板填的不一样（{0} 处），请决定", "Two tablets differ ({0}); please decide";
        Flaws: "合并后有 {0} 处不合规则，请核对", "After merging {0} rules do not hold; please check";
        MoreMatters: "另有 {0} 件", "{0} more";
        Record: "记录", "Record";
        Skip: "今天不去", "Not today";
        SkipTitle: "这次不去的原因", "Why not this time?";
        Skipped: "已记下，本周少一次", "Noted: one less this week";
        Move: "改期", "Another day";
        MoveTitle: "改到哪一天", "Which day instead?";
        Moved: "已改期", "Moved";
        OtherDay: "别的日子", "Another day";
        NoVillage: "未填村居", "No village given";
        DoneToday: "今天已记录", "Recorded today";
        Unfinished: "没写完的记录", "Left unfinished";
        DraftOf: "草稿，{0} {1}", "Draft of {0}, {1}";
        GoOn: "接着写", "Go on";
        ToDecide: "有 {0} 件要您来决定", "{0} matters wait for your decision";
    }
}
