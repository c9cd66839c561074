//! Lists of the county's own rules.
use super::code_list;

code_list! {
    /// What the "first week" of a month is, in which the bureau's leaders take the matter on their agenda; the founding
    /// report does not say (domain.md §11.7).
    FIRST_WEEK = "first_week", "保学自拟", "2026-03";
    "DAYS" "每月1日至7日" "Days 1 to 7 of the month"
    "WEEK_OF_FIRST" "1日所在的自然周" "The week that holds the 1st"
    "FULL_WEEK" "首个完整自然周" "The first whole week, Monday to Sunday"
}
