//! Words of the list of what is due.
use crate::words;

words! {
    pub enum Today {
        Overdue: "已逾期", "Overdue";
        DueToday: "今天", "Today";
        ThisWeek: "本周", "This week";
        Later: "以后", "Later";
        Empty: "今天没有要办的事", "Nothing is due";
        EmptyText: "先在“交接”页导入送教名册，或者添加学生。", "Take in the home-teaching roster on the Transfer page, or add a pupil.";
        Visit: "送教", "Home visit";
        VisitWhy: "上次送教 {0} 天前；规定每周 {1} 次，本周已 {2} 次", "Last visit {0} days ago; rule: {1} a week, {2} done this week";
        VisitNever: "还没有送教记录；规定每周 {0} 次", "No visit yet; rule: {0} a week";
        Booked: "约在 {0}", "Arranged for {0}";
        WritePlan: "制定本学期个别化教育计划", "Write this term's education plan";
        ReviewPlan: "评价个别化教育计划（{0}）", "Review the education plan ({0})";
        Counsel: "心理疏导（每 {0} 天一次）", "Counselling (every {0} days)";
        FindCarers: "配齐两名关爱责任人（现有 {0} 名）", "Two carers are needed ({0} named)";
        Contact: "关爱责任人 {0} 走访（每 {1} 天一次）", "Contact by carer {0} (every {1} days)";
        AskConsent: "请监护人签送教同意书", "Ask the guardian's consent to home teaching";
        BreakEnds: "休学或缓学到期（{0}）", "The approved break ends ({0})";
        FillGaps: "补全基本信息（缺 {0} 项）", "Complete the basic information ({0} missing)";
        Conflict: "两台平板填的不一样（{0} 处），请决定", "Two tablets differ ({0}); please decide";
        Flaws: "合并后有 {0} 处不合规则，请核对", "After merging {0} rules do not hold; please check";
        Record: "记录", "Record";
        Skip: "今天不去", "Not today";
        SkipTitle: "这次不去的原因", "Why not this time?";
        Skipped: "已记下，本周少一次", "Noted: one less this week";
        NoVillage: "未填村居", "No village given";
        AsVillages: "按村居", "By village";
        Count: "{0} 件待办", "{0} to do";
    }
}
