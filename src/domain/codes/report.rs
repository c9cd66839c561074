//! Kinds of reports: the four ones of the reporting mechanism of 2024 (domain.md §1.3).
use super::code_list;

code_list! {
    REPORT_KIND = "report_kind", "教育部办公厅控辍保学常态化报告工作机制（2024）", "2024-04";
    "MONTH" "学校一月一报告" "School monthly report"
    "QUARTER" "县区一季度一复核" "County quarterly re-check"
    "TERM" "一学期一调研" "Term survey"
    "YEAR" "一学年一评估" "Yearly evaluation"
}
