//! Words of what is computed for a child's term, and of the assessments over time.
use crate::words;

words! {
    pub enum TermWords {
        NoTerm: "写上学年学期（如 2025-2026-1），就按记录计算。", "Give the term (as 2025-2026-1), and it is computed from the records.";
        Here: "本表", "In this form";
        Records: "按记录", "By the records";
        Differs: "不一样", "Differs";
        Agrees: "与记录一致。次数、课时、目标和疏导由送教记录等算出，不用填写。", "Agrees with the records. Visits, hours, goals and talks are computed and never typed.";
        DiffersText: "本表的数与记录不一样：换了学期，或写好以后记录有变化。文字不会动。", "The figures of this form differ from the records: the term was changed, or the records after it was written. Your words stay as they are.";
        Again: "按记录重新计算", "Compute again";
        NoReason: "没填原因", "no reason given";
        Times: "{0} {1} 次", "{0} (×{1})";
        Missed: "缺课原因：{0}", "Missed because: {0}";
        Areas: "各领域前后对比（占应得分）", "Areas before and after (share of the possible)";
        Before: "学期前", "Before";
        After: "学期末", "At the end";
        Progress: "评估变化", "Assessments over time";
        ProgressText: "每个领域得分占应得分的百分比；只比较同一量表。", "For each area the share of the possible points; only the same scale is compared.";
        Area: "领域", "Area";
        Trend: "走势", "Course";
        NotRated: "未评", "not rated";
        Talks: "心理疏导：计划与完成", "Counselling: planned and done";
        TalksOf: "{0} 名学生暂不具备学习条件，要疏导学生和家长。", "{0} children cannot be taught at present; child and parents are to be counselled.";
        Child: "学生", "Child";
        Parents: "家长", "Parents";
        DoneOf: "计划 {0} 次，已 {1} 次", "{1} of {0} done";
        Behind: "到今天还差 {0} 次", "{0} behind today";
        OnPlan: "按计划", "On plan";
        NoPlan: "没有计划", "No plan";
        MakePlan: "制定计划", "Make a plan";
        TalkNow: "记录疏导", "Record a talk";
    }
}
