//! Words of cases: what a step still wants, what a case asks for next, which proof is missing.
use crate::domain::case::{Bar, Proof, State};
use crate::domain::codes::{CASE_STATE, NOTICE, PAPER, VERDICT};
use crate::i18n::codes::{code_text, codes_text};
use crate::i18n::{Lang, Word, dates, fill};
use crate::register::tasks::{AbsenceStep, AbsenceTask, CaseTask};
use crate::words;

words! {
    /// What stands against a step, and what to do.
    pub enum CaseBar {
        NotFromHere: "个案现在是“{0}”，不能直接到“{1}”", "The case stands at “{0}”; it cannot go straight to “{1}”";
        BeforeLast: "日期不能早于上一步（{0}）", "The day cannot be before the last step ({0})";
        Future: "日期在今天之后，请改为已经发生的日期", "The day is after today; choose one that has come";
        NoCheck: "先填一份结论为“{0}”的核查表", "First fill in a check that finds “{0}”";
        TwoCheckers: "核查表上要有两名核查人", "The check needs two checkers";
        NoReason: "核查表还没填失学辍学原因", "The check does not say why the child is out of school";
        NoSubCode: "核查表还没填非真实失学的原因", "The check does not say why the child is not truly out";
        Missing: "还缺：{0}", "Still missing: {0}";
        OwnFinding: "复核要换一个人：您参加了核查。请另一位同事用自己的口令解锁后复核", "Another person verifies: you took part in the check. A colleague unlocks with the own passphrase and verifies";
        OwnClose: "销号要换一个人批准：这一步是您提出的。请另一位同事用自己的口令解锁后批准", "Another person approves the close: this step is yours. A colleague unlocks with the own passphrase and approves";
        NoNotice: "先登记文书：{0}", "First record the notice: {0}";
        NoReturn: "先登记返校：哪所学校、哪一天", "First record the return: which school, which day";
        NoPlacement: "先登记安置，要与结果一致", "First record the placement that the outcome names";
        NotRegistered: "学籍还没注册。返校和学籍都办好，才算数", "Not on the school roll yet: both the return and the roll count";
        NoOutcome: "请选结果", "Choose the outcome";
        WrongOutcome: "这个结果不属于这一步，请重选", "This outcome does not belong to this step; choose another";
        TooSoon: "已稳定就读 {0} 个上课日，满 {1} 天才能确认", "{0} school days so far; {1} are needed";
        NotClosable: "人还没找到，不能销号；请与公安保持联系，继续查找", "The child is not found, so the case stays open; the search goes on with the police";
        NoReopenReason: "请选重新打开的原因", "Choose why it is opened again";
        NotARelapse: "只有已返校或已安置的学生才会“再次辍学”", "Only a child who was back can leave again";
        NoBreak: "没有登记批准的缓学或休学", "No approved break is on file";
        AlreadyOpen: "这名学生已有一个没销号的个案，请在那个个案里继续", "The child has an open case; go on in that one";
        BeforeFound: "劝返日期不能早于发现日期（{0}）", "Nobody persuades before the child was found ({0})";
        StepStands: "走过的步骤不能改；要改结论，请“重新打开”", "A step that was taken stays; to change the finding, open the case again";
    }
}

words! {
    /// What a case asks for next.
    pub enum CaseDue {
        Check: "入户核查", "Check in the home";
        Since: "{0}起，限 {1} 天", "since {0}, within {1} days";
        Decide: "认定核查结论", "Tell the finding";
        Verify: "第二人复核", "Verification by a second person";
        Persuade: "上门劝返", "Go and persuade";
        PersuadeWhy: "{0}确认失学，还没有劝返记录", "found out of school on {0}, no persuasion yet";
        LongOut: "请乡镇下达督促入学通知书", "Ask the township for a notice";
        LongOutWhy: "{0}起未到校，已 {1} 天，满 {2} 天按辍学办", "not in school since {0}, {1} days; from {2} on it counts as having left";
        Ask: "联系家长，问清缺课原因", "Ask the family why the child is away";
        Visit: "缺课家访", "Visit the home of an absent child";
        Report: "缺课书面报告乡镇和县教育局", "Report the absence in writing to township and county";
        Suspect: "列为疑似辍学，建立个案", "Suspected of having left: open a case";
        AbsentWhy: "{0}起没到校，已 {1} 天；规定第 {2} 天办", "away since {0}, {1} days; asked for on day {2}";
        Promised: "承诺今天返校，去看看", "Promised to be back: go and see";
        PromisedOn: "承诺 {0} 返校", "promised for {0}";
        NoticeDue: "{0}到期", "{0} runs out";
        NoticeOn: "限期 {0}", "to comply by {0}";
        Register: "办学籍注册", "Enter on the school roll";
        RegisterWhy: "{0}返校，学籍还没注册", "back since {0}, not on the roll";
        Stable: "确认稳定就读", "Note as stable";
        StableWhy: "已就读 {0} 个上课日，规定 {1} 天", "{0} school days; {1} asked for";
        Close: "销号审批", "Approve the close";
        BreakOver: "缓学或休学到期，个案重新打开", "The break is over; the case is open again";
        GoOn: "接着办重新打开的个案", "Take up the reopened case";
        GoOnWhy: "{0}重新打开", "reopened on {0}";
        Papers: "补齐佐证", "Bring the proof";
        Ended: "{0} 到期", "ended {0}";
    }
}

words! {
    /// Proofs that are no papers.
    pub enum ProofWord {
        Decision: "专家委员会认定", "the committee's decision";
        Plan: "个别化教育计划", "an education plan";
        Consent: "家长送教同意书", "the family's consent";
        Deferral: "批准的缓学或休学（含到期日）", "the approved break with its end";
        Birth: "出生日期", "the birth date";
        Note: "情况说明", "an explanation";
    }
}

/// What a proof is called.
pub fn proof_text(proof: Proof, lang: Lang) -> String {
    match proof {
        Proof::Paper(kinds) => {
            let words: Vec<String> = kinds.iter().map(|kind| code_text(&PAPER, kind, lang)).collect();
            words.join(lang.pick("或", " or "))
        }
        Proof::Decision => ProofWord::Decision.text(lang).to_owned(),
        Proof::Plan => ProofWord::Plan.text(lang).to_owned(),
        Proof::Consent => ProofWord::Consent.text(lang).to_owned(),
        Proof::Deferral => ProofWord::Deferral.text(lang).to_owned(),
        Proof::Birth => ProofWord::Birth.text(lang).to_owned(),
        Proof::Note => ProofWord::Note.text(lang).to_owned(),
    }
}

/// The proof that a summary names by its code.
pub fn missing_text(code: &str, lang: Lang) -> String {
    let own = [Proof::Decision, Proof::Plan, Proof::Consent, Proof::Deferral, Proof::Birth, Proof::Note];
    match own.into_iter().find(|proof| proof.code() == code) {
        Some(proof) => proof_text(proof, lang),
        None => code_text(&PAPER, code, lang),
    }
}

/// The proofs that a summary names, in one line.
pub fn all_missing_text(codes: &[String], lang: Lang) -> String {
    let words: Vec<String> = codes.iter().map(|code| missing_text(code, lang)).collect();
    words.join(lang.pick("、", ", "))
}

pub fn state_text(state: State, lang: Lang) -> String {
    code_text(&CASE_STATE, state.code(), lang)
}

/// What stands against a step, and what to do.
pub fn bar_text(bar: &Bar, lang: Lang) -> String {
    let say = |word: CaseBar, args: &[&str]| fill(word.text(lang), args);
    match bar {
        Bar::NotFromHere { from, to } => {
            say(CaseBar::NotFromHere, &[&state_text(*from, lang), &state_text(*to, lang)])
        }
        Bar::BeforeLast(day) => say(CaseBar::BeforeLast, &[&dates::long(*day, lang)]),
        Bar::Future => say(CaseBar::Future, &[]),
        Bar::NoCheck { verdict } => say(CaseBar::NoCheck, &[&code_text(&VERDICT, verdict, lang)]),
        Bar::TwoCheckers => say(CaseBar::TwoCheckers, &[]),
        Bar::NoReason => say(CaseBar::NoReason, &[]),
        Bar::NoSubCode => say(CaseBar::NoSubCode, &[]),
        Bar::Missing(proof) => say(CaseBar::Missing, &[&proof_text(*proof, lang)]),
        Bar::OwnFinding => say(CaseBar::OwnFinding, &[]),
        Bar::OwnClose => say(CaseBar::OwnClose, &[]),
        Bar::NoNotice(kinds) => say(CaseBar::NoNotice, &[&codes_text(&NOTICE, kinds.iter().copied(), lang)]),
        Bar::NoReturn => say(CaseBar::NoReturn, &[]),
        Bar::NoPlacement => say(CaseBar::NoPlacement, &[]),
        Bar::NotRegistered => say(CaseBar::NotRegistered, &[]),
        Bar::NoOutcome => say(CaseBar::NoOutcome, &[]),
        Bar::WrongOutcome => say(CaseBar::WrongOutcome, &[]),
        Bar::TooSoon { days, needed } => say(CaseBar::TooSoon, &[&days.to_string(), &needed.to_string()]),
        Bar::NotClosable => say(CaseBar::NotClosable, &[]),
        Bar::NoReopenReason => say(CaseBar::NoReopenReason, &[]),
        Bar::NotARelapse => say(CaseBar::NotARelapse, &[]),
        Bar::NoBreak => say(CaseBar::NoBreak, &[]),
        Bar::AlreadyOpen => say(CaseBar::AlreadyOpen, &[]),
        Bar::BeforeFound(day) => say(CaseBar::BeforeFound, &[&dates::long(*day, lang)]),
        Bar::StepStands => say(CaseBar::StepStands, &[]),
    }
}

/// What an absence asks for, and why.
pub fn absence_text(task: &AbsenceTask, lang: Lang) -> (String, String) {
    let word = match task.step {
        AbsenceStep::Ask => CaseDue::Ask,
        AbsenceStep::Visit => CaseDue::Visit,
        AbsenceStep::Report => CaseDue::Report,
        AbsenceStep::Suspect => CaseDue::Suspect,
    };
    let (from, days) = (dates::short(task.from, lang), task.days.to_string());
    let why = fill(CaseDue::AbsentWhy.text(lang), &[&from, &days, &task.within.to_string()]);
    (word.text(lang).to_owned(), why)
}

/// What a case asks for, and why.
pub fn case_task_text(task: &CaseTask, lang: Lang) -> (String, String) {
    let say = |word: CaseDue, args: &[&str]| fill(word.text(lang), args);
    let since = |day, within: i64| say(CaseDue::Since, &[&dates::short(day, lang), &within.to_string()]);
    match task {
        CaseTask::Check { since: day, within } => (say(CaseDue::Check, &[]), since(*day, *within)),
        CaseTask::Decide { since: day, within } => (say(CaseDue::Decide, &[]), since(*day, *within)),
        CaseTask::Verify { since: day, within } => (say(CaseDue::Verify, &[]), since(*day, *within)),
        CaseTask::Close { since: day, within } => (say(CaseDue::Close, &[]), since(*day, *within)),
        CaseTask::Persuade { since } => {
            (say(CaseDue::Persuade, &[]), say(CaseDue::PersuadeWhy, &[&dates::short(*since, lang)]))
        }
        CaseTask::LongOut { since, days, within } => (
            say(CaseDue::LongOut, &[]),
            say(CaseDue::LongOutWhy, &[&dates::short(*since, lang), &days.to_string(), &within.to_string()]),
        ),
        CaseTask::Promised { on, .. } => {
            (say(CaseDue::Promised, &[]), say(CaseDue::PromisedOn, &[&dates::short(*on, lang)]))
        }
        CaseTask::NoticeDue { notice, on, .. } => (
            say(CaseDue::NoticeDue, &[&code_text(&NOTICE, notice, lang)]),
            say(CaseDue::NoticeOn, &[&dates::short(*on, lang)]),
        ),
        CaseTask::Register { since } => {
            (say(CaseDue::Register, &[]), say(CaseDue::RegisterWhy, &[&dates::short(*since, lang)]))
        }
        CaseTask::Stable { days, needed } => {
            (say(CaseDue::Stable, &[]), say(CaseDue::StableWhy, &[&days.to_string(), &needed.to_string()]))
        }
        CaseTask::BreakOver { on } => {
            (say(CaseDue::BreakOver, &[]), say(CaseDue::Ended, &[&dates::short(*on, lang)]))
        }
        CaseTask::GoOn { since } => {
            (say(CaseDue::GoOn, &[]), say(CaseDue::GoOnWhy, &[&dates::short(*since, lang)]))
        }
        CaseTask::Papers { missing } => (say(CaseDue::Papers, &[]), all_missing_text(missing, lang)),
    }
}
