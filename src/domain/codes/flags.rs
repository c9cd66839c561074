//! Special-population flags (many per child) and their states.
use super::code_list;

code_list! {
    FLAG = "flag", "民发〔2019〕62号、国发〔2016〕13号、国发〔2016〕36号、学籍系统", "2026-03";
    "G01" "孤儿" "Orphan"
    "G02" "事实无人抚养儿童" "Child de facto without carers"
    "G03" "农村留守儿童" "Left-behind child"
    "G04" "困境儿童" "Child in difficulty"
    "G05" "随迁子女" "Child of migrant workers"
    "G06" "脱贫家庭" "Family lifted out of poverty (建档立卡 until 2020)"
    "G07" "脱贫不稳定" "Watched: lifted out, not stable"
    "G08" "边缘易致贫" "Watched: on the edge of poverty"
    "G09" "突发严重困难" "Watched: sudden grave hardship"
    "G10" "低保" "Subsistence allowance"
    "G11" "低保边缘" "Near the subsistence line"
    "G12" "特困供养" "Extreme hardship support"
    "G13" "刚性支出困难/其他低收入" "Hardship by unavoidable costs, other low income"
    "G14" "残疾学生" "Pupil with a disability"
    "G15" "残疾人子女" "Child of a person with a disability"
    "G16" "烈士子女/优抚" "Child of a martyr, entitled group"
    "G17" "涉案未成年人" "Minor in a legal case (restricted)"
    "G18" "易地搬迁家庭" "Relocated family"
    "G19" "单亲家庭" "One-parent family"
    "G20" "无户口/未取得户籍" "Without household registration"
}

code_list! {
    FLAG_STATE = "flag_state", "学籍系统、防返贫监测口径", "2026-03";
    "ENJOYING" "享受政策" "Policy in force"
    "NOT_ENJOYING" "不享受政策" "Policy ended"
    "RISK_OPEN" "风险未消除" "Risk open"
    "RISK_CLEARED" "风险已消除" "Risk cleared"
    "ONE_PARENT" "单亲留守" "One parent away"
    "BOTH_PARENTS" "双亲留守" "Both parents away"
    "URBAN" "城市" "Urban"
    "RURAL" "农村" "Rural"
}

/// The states that a flag can have; none where the flag is simply there.
pub fn states_of(flag: &str) -> &'static [&'static str] {
    match flag {
        "G03" => &["ONE_PARENT", "BOTH_PARENTS"],
        "G06" => &["ENJOYING", "NOT_ENJOYING"],
        "G07" | "G08" | "G09" => &["RISK_OPEN", "RISK_CLEARED"],
        "G10" => &["URBAN", "RURAL"],
        _ => &[],
    }
}

/// Families that are owed two responsible carers: lifted out of poverty or under watch (domain.md §2.4).
pub fn is_poor(flag: &str) -> bool {
    matches!(flag, "G06" | "G07" | "G08" | "G09")
}

/// Shown to few: never in a list, a search result or a ledger (domain.md §3.5).
pub fn is_restricted(flag: &str) -> bool {
    flag == "G17"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_of_every_flag_is_a_code() {
        for flag in FLAG.codes {
            assert!(
                states_of(flag.code).iter().all(|state| FLAG_STATE.find(state).is_some()),
                "{}",
                flag.code
            );
        }
    }
}
