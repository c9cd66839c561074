//! Words of comparing departments' lists: batches, likenesses to decide, sets and why a child is in one.
use crate::domain::codes::STUDENT_STATUS;
use crate::i18n::codes::code_text;
use crate::i18n::lists::kind_word;
use crate::i18n::{Lang, Word, dates, fill};
use crate::lists::columns::ListKind;
use crate::lists::compare::{Because, Face, Grounds, Origin, Set, Tier, Verdict};
use crate::lists::normalise::date::When;
use crate::lists::rows::{Reason, Residence};
use crate::words;

words! {
    pub enum Compare {
        Title: "比对", "Compare";
        Lists: "名单", "Lists";
        Review: "待认定", "To decide";
        Results: "结果", "Results";
        Views: "名单、待认定和结果", "Lists, to decide and results";

        Loading: "正在读取名单，{0}／{1}", "Reading the lists, {0} of {1}";
        Working: "正在比对", "Comparing";
        Damaged: "有名单的内容读不出来。请把下面标出的名单移除，再从原文件收一次", "Some lists cannot be read. Remove those marked below and take them in again from the office's file";
        Ended: "比对中断了，名单都在，没有变动。请重新比对", "Comparing was cut off; the lists are all here and unchanged. Compare again";
        ReadAgain: "重新比对", "Compare again";

        KeepTitle: "收名单", "Take lists in";
        KeepText: "把各部门的表格拖到这里，可以一次选多份。名单只留在这台平板，不随档案导出。", "Drop the departments' spreadsheets here, several at once. Lists stay on this tablet and go out with no export.";
        AsOf: "名单日期", "The list's day";
        AsOfHint: "学年、年龄和缺课天数都按这个日期算", "School year, ages and days of absence follow it";
        Keep: "收下 {0} 份名单", "Keep {0} lists";
        Kept: "名单已收下", "The lists are kept";
        PutAside: "不收了", "Put aside";
        UnknownUnit: "未写单位", "Office not named";

        HereTitle: "现有名单", "Lists here";
        HereText: "同一单位的同类名单，以日期最近的为准。", "Of an office's lists of one kind, those of the latest day hold.";
        Kind: "名单", "List";
        Unit: "单位", "Office";
        Day: "日期", "Day";
        Rows: "人数", "Rows";
        DayOld: "{0}（{1} 天前）", "{0} ({1} days old)";
        Older: "旧批次", "Earlier";
        Unreadable: "读不出来", "Cannot be read";
        Remove: "移除", "Remove";
        RemoveTitle: "移除这份名单？", "Remove this list?";
        RemoveText: "“{0}”会从这台平板删去；原表格还在送来的单位。已认定的结果不受影响。", "“{0}” is deleted from this tablet; the office still has its spreadsheet. What was decided stays.";
        Removed: "名单已移除", "The list is removed";
        NotHere: "还没有", "Not here yet";
        NoLists: "还没有名单", "No lists yet";
        NoListsText: "先收户籍、学籍和在校点名三份名单，就能看出谁没有入学、谁不在校。", "With the household register, the school roll and the roll call you see who never enrolled and who is not in school.";

        ReviewText: "号码残缺的人和另一份名单上的人可能是同一个。认定一次，下学期的名单也照此办理。", "A child whose number is ruined may be one on another list. Decide once; it holds for next term's lists.";
        Waiting: "待定", "To decide";
        Confirmed: "同一人", "The same";
        Rejected: "不是同一人", "Not the same";
        Later: "暂缓", "Put off";
        Same: "是同一人", "The same child";
        Other: "不是同一人", "Another child";
        PutOff: "暂缓", "Put off";
        Decided: "已认定", "Decided";
        SureAll: "把有把握的 {0} 条一起认定", "Decide the {0} sure ones together";
        SureTitle: "一起认定为同一人？", "Decide them together?";
        SureText: "这 {0} 条姓名相同，出生日期或号码前 15 位也相同，而且没有第二个相像的人。弱相似的还要第二人认定。", "In these {0} the name is the same, and the birth or the first 15 digits, and nobody else is as like. Weak ones need a second person.";
        NothingToDecide: "没有要认定的", "Nothing to decide";
        NothingToDecideText: "号码完整的人已自动对上。", "Those with whole numbers were matched by themselves.";
        Strong: "强相似", "Strong";
        Weak: "弱相似，需两人认定", "Weak: two people decide";
        AwaitsSecond: "您已认定，等第二人", "You have said so; a second person is awaited";
        SecondSays: "{0}已认定：{1}。请您再看一遍", "{0} says: {1}. Look at it once more";
        SaidBy: "{0}（{1}）：{2}", "{0} ({1}): {2}";
        Contested: "两台平板的认定不一致，请重新认定", "Two tablets decided differently; decide again";
        More: "再看 {0} 条", "Show {0} more";
        Of: "第 {0} 条，共 {1} 条", "{0} of {1}";
        ThisRow: "号码残缺的一方", "With the ruined number";
        ThatRow: "可能是", "May be";
        Name: "姓名", "Name";
        Number: "证件号码", "Number";
        Birth: "出生日期", "Born";
        Sex: "性别", "Sex";
        Guardian: "监护人", "Guardian";
        Home: "住址", "Home";
        School: "学校", "School";
        Class: "年级班级", "Grade, class";
        From: "名单", "List";

        SameBirth: "出生日期相同", "Same birth";
        OtherBirth: "出生日期不同", "Another birth";
        SameSex: "性别相同", "Same sex";
        OtherSex: "性别不同", "Another sex";
        SameHead: "号码前 15 位相同", "Same first 15 digits";
        OneSlip: "号码只差一处", "One slip in the number";
        SameGuardian: "监护人相同", "Same guardian";
        SameHome: "村或住址相同", "Same village or home";
        SameClass: "学校班级相同", "Same school and class";
        SameName: "姓名相同", "Same name";

        Window: "学年 {0}，出生 {1} 至 {2}", "School year {0}, born {1} to {2}";
        RollCallDay: "点名日 {0}，无故缺课满 {1} 天列入", "Roll call {0}; {1} days absent without reason count";
        NoYear: "名单上没有日期，算不出学年。请移除后重新收，并填上名单日期", "No list says its day, so the school year is not known. Remove the lists, take them in again and give their days";
        Needs: "缺{0}", "Needs: {0}";
        Before: "认定前 {0}", "Before decisions {0}";
        Suspicion: "疑似失学辍学", "Suspected out of school";
        Beside: "其他差异", "Other differences";
        Where: "学龄人口与安置", "School age and placements";
        Found: "核查与关爱", "Findings and carers";
        OpenCases: "为 {0} 名学生立个案", "Open cases for {0} children";
        OpenCasesTitle: "立个案？", "Open cases?";
        OpenCasesText: "为名单上的 {0} 名疑似学生各建一份档案和一件个案；已有未销号个案的不重复立。之后可以分给督察小组。", "Each of the {0} suspected children gets a file and a case; where one is open, no second is made. Then they can be given to the inspection teams.";
        CasesOpened: "已立 {0} 件个案", "{0} cases opened";
        CasesRefused: "已立 {0} 件个案；{1} 人的名单内容不合登记规则（例如姓名里有数字），没有立。请在名单里改正后重新收，或在“学生”里新建", "{0} cases opened; of {1} children the lists say what the register’s rules refuse (a digit in a name, for one), and none was opened. Correct the list and take it in again, or make the file under Pupils";
        CasesNone: "这些学生都已有个案", "All of them have cases already";
        AllAwait: "{0} 条弱相似还等第二人认定；认定前，这些学生仍算在疑似里", "{0} weak likenesses await a second person; until then these children count as suspects";
        NoReviewYet: "还有 {0} 条没有认定，先认定可以少立错案", "{0} likenesses are undecided; deciding them first avoids wrong cases";
        GoReview: "去认定", "Decide them";
        Members: "{0}，{1} 人", "{0}: {1}";
        Back: "返回结果", "Back to the results";
        Why: "为什么在这里", "Why here";
        Nobody: "这里没有人", "Nobody is here";
        ShowNumbers: "显示完整号码", "Show whole numbers";
        ChooseOne: "选一名学生，看为什么在这里", "Choose a child to see why";

        OnList: "“{0}”上有：{1}", "On the list “{0}”: {1}";
        Row: "{0} 第 {1} 行", "{0}, row {1}";
        NotOn: "“{0}”上没有（{1}，共 {2} 人）", "Not on the list “{0}” ({1}, {2} rows)";
        NoList: "没有“{0}”名单可比", "No list “{0}” to compare";
        InWindow: "{0}出生，在学龄内（{1} 至 {2}）", "Born {0}, of school age ({1} to {2})";
        OutWindow: "{0}出生，不在学龄内（{1} 至 {2}）", "Born {0}, not of school age ({1} to {2})";
        NoBirth: "出生日期不明", "Birth not known";
        Moved: "户籍已迁出", "Registration moved away";
        Dead: "户籍已注销（死亡）", "Registration ended by death";
        Resident: "户籍在本地", "Registered here";
        Status: "学籍状态：{0}", "Status on the roll: {0}";
        StatusProper: "学籍状态：{0}，不在校属正常", "Status on the roll: {0}; not looked for in class";
        AtHome: "学籍上是送教上门", "Taught at home, by the roll";
        AlsoAt: "还在另一所学校的学籍上：{0}", "On another school's roll too: {0}";
        InSchool: "点名时在校", "In school at the roll call";
        AbsentProper: "点名时未到，理由正当：{0}", "Absent for a proper reason: {0}";
        AbsentDays: "无故缺课 {0} 天（满 {1} 天列入）", "Absent {0} days without reason ({1} count)";
        AbsentUnknown: "无故未到，起始日期不明", "Absent without reason; since when is not known";
        JoinedBy: "有人认定是同一人（{0}）", "Joined by a person ({0})";
        ProposedOpen: "可能是另一份名单上的人（{0}），还没有认定", "May be one on another list ({0}); not decided";
        ProposedRejected: "另一份名单上相像的人（{0}），认定不是同一人", "One alike on another list ({0}) was found to be another child";
        ProposedLater: "另一份名单上相像的人（{0}），暂缓认定", "One alike on another list ({0}) was put off";
        NamesDiffer: "同一号码有不同姓名，先核对号码", "One number, different names: check the number first";

        Base: "学龄人口（户籍）", "Of school age (register)";
        MovedOrDead: "迁出或注销", "Moved or dead";
        OutsideWindow: "不在学龄", "Not of school age";
        BirthUnknown: "出生日期不明", "Birth not known";
        DoorToDoor: "入户摸排新增", "Found door to door";
        A: "有户籍、无学籍", "Registered, not on the roll";
        B: "有学籍、不在校", "On the roll, not in school";
        Suspects: "疑似合计", "Suspects";
        Poor: "脱贫户与监测对象", "Poor households";
        PoorSuspects: "疑似中的脱贫户", "Poor among the suspects";
        D1: "有学籍、无户籍", "On the roll, not registered";
        D2: "在校、无学籍", "In school, not on the roll";
        E: "持残疾证、无学籍", "With certificate, not on the roll";
        F: "持残疾证、学籍未标注", "With certificate, not marked on the roll";
        Civil: "民政名单儿童", "On the list of civil affairs";
        G: "民政名单、无学籍", "Civil affairs, not on the roll";
        W: "卫健名单（佐证）", "On the health list (evidence)";
        BornNotHousehold: "有出生、无户籍", "Born, not registered";
        HomeTeaching: "送教上门", "Taught at home";
        HomeOrdinary: "普通学校送教", "by ordinary schools";
        HomeSpecial: "特教学校送教", "by the special school";
        InOrdinaryClass: "随班就读", "In an ordinary class";
        InSpecialSchool: "特教学校就读", "In the special school";
        HomeTeachingAfter: "核查后送教上门", "Taught at home after findings";
        HomeOrdinaryAfter: "核查后普校送教", "by ordinary schools after findings";
        HomeSpecialAfter: "核查后特校送教", "by the special school after findings";
        InOrdinaryClassAfter: "核查后随班就读", "In an ordinary class after findings";
        InSpecialSchoolAfter: "核查后特教就读", "In the special school after findings";
        PoorPupils: "关爱台账学生", "On the ledger of carers";
        CarerGaps: "关爱责任人不足两人", "Fewer than two carers";
        PoorWithoutCarers: "脱贫户中无关爱责任人", "Poor, without carers";
        NotReal: "非真实失学", "Not truly out";
        Real: "真实失学辍学", "Truly out of school";
        PoorConfirmedA: "脱贫户失学（未入学）", "Poor, never enrolled";
        PoorConfirmedB: "脱贫户辍学（离校）", "Poor, dropped out";
        Registered: "已注册学籍", "Registered on the roll";
        AbsentSinceUnknown: "无故未到、起始日不明", "Absent, since when unknown";
        SetNamesDiffer: "同号不同名", "One number, different names";
        Ledger: "学龄儿童台账", "Ledger of school age";
    }
}

use Compare as W;

pub fn set_word(set: Set) -> Compare {
    match set {
        Set::Base => W::Base,
        Set::MovedOrDead => W::MovedOrDead,
        Set::OutsideWindow => W::OutsideWindow,
        Set::BirthUnknown => W::BirthUnknown,
        Set::Found => W::DoorToDoor,
        Set::A => W::A,
        Set::B => W::B,
        Set::Suspects => W::Suspects,
        Set::Poor => W::Poor,
        Set::PoorSuspects => W::PoorSuspects,
        Set::D1 => W::D1,
        Set::D2 => W::D2,
        Set::E => W::E,
        Set::F => W::F,
        Set::Civil => W::Civil,
        Set::G => W::G,
        Set::W => W::W,
        Set::BornNotHousehold => W::BornNotHousehold,
        Set::HomeTeaching => W::HomeTeaching,
        Set::HomeOrdinary => W::HomeOrdinary,
        Set::HomeSpecial => W::HomeSpecial,
        Set::InOrdinaryClass => W::InOrdinaryClass,
        Set::InSpecialSchool => W::InSpecialSchool,
        Set::HomeTeachingAfter => W::HomeTeachingAfter,
        Set::HomeOrdinaryAfter => W::HomeOrdinaryAfter,
        Set::HomeSpecialAfter => W::HomeSpecialAfter,
        Set::InOrdinaryClassAfter => W::InOrdinaryClassAfter,
        Set::InSpecialSchoolAfter => W::InSpecialSchoolAfter,
        Set::PoorPupils => W::PoorPupils,
        Set::CarerGaps => W::CarerGaps,
        Set::PoorWithoutCarers => W::PoorWithoutCarers,
        Set::NotReal => W::NotReal,
        Set::Real => W::Real,
        Set::PoorConfirmedA => W::PoorConfirmedA,
        Set::PoorConfirmedB => W::PoorConfirmedB,
        Set::Registered => W::Registered,
        Set::AbsentSinceUnknown => W::AbsentSinceUnknown,
        Set::NamesDiffer => W::SetNamesDiffer,
        Set::Ledger => W::Ledger,
    }
}

/// The list that a row stands on.
pub fn origin_text(origin: Origin, lang: Lang) -> &'static str {
    let kind = match origin {
        Origin::Found => return W::DoorToDoor.text(lang),
        Origin::Household => ListKind::Household,
        Origin::Roll => ListKind::Roll,
        Origin::RollCall => ListKind::RollCall,
        Origin::Poor => ListKind::Poor,
        Origin::Disability => ListKind::Disability,
        Origin::Health => ListKind::Health,
        Origin::Findings => ListKind::Findings,
        Origin::HomeTeaching => ListKind::HomeTeaching,
        Origin::Carers => ListKind::Carers,
        Origin::Civil => ListKind::Civil,
    };
    kind_word(kind).text(lang)
}

pub fn tier_word(tier: Tier) -> Compare {
    match tier {
        Tier::Strong => W::Strong,
        Tier::Weak => W::Weak,
    }
}

/// What speaks for and against a likeness, a few words each.
pub fn grounds_words(grounds: Grounds) -> Vec<Compare> {
    let all = [
        (true, W::SameName),
        (grounds.birth, W::SameBirth),
        (grounds.head, W::SameHead),
        (grounds.slip, W::OneSlip),
        (grounds.sex, W::SameSex),
        (grounds.guardian, W::SameGuardian),
        (grounds.home, W::SameHome),
        (grounds.class, W::SameClass),
        (grounds.other_birth, W::OtherBirth),
        (grounds.other_sex, W::OtherSex),
    ];
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, word)| word).collect()
}

/// A birth as its list has it.
pub fn when_text(when: When, lang: Lang) -> String {
    match when {
        When::Day(day) => dates::long(day, lang),
        When::Month { year, month } => dates::month(&format!("{year:04}-{month:02}"), lang),
    }
}

/// Where a row stands: `02-公安-户籍 Sheet1 第 812 行`.
pub fn place_text(face: &Face, lang: Lang) -> String {
    let (Some(place), Some(source)) = (face.place, &face.source) else { return String::new() };
    let sheet = [source.file.as_str(), source.sheet.as_str()].join(" ");
    fill(W::Row.text(lang), &[sheet.trim(), &(place.row + 1).to_string()])
}

/// One reason, as a sentence.
pub fn because_text(because: &Because, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    let grounds = |grounds: &Grounds| {
        let words: Vec<&str> = grounds_words(*grounds).into_iter().map(|word| word.text(lang)).collect();
        words.join(lang.pick("、", ", "))
    };
    match because {
        Because::On(face) => say(W::OnList, &[origin_text(face.from, lang), &place_text(face, lang)]),
        Because::NotOn { from, as_of, rows } => {
            let day = as_of.map(|day| dates::long(day, lang)).unwrap_or_default();
            say(W::NotOn, &[origin_text(*from, lang), &day, &rows.to_string()])
        }
        Because::NoList(from) => say(W::NoList, &[origin_text(*from, lang)]),
        Because::Window { born: None, .. } => say(W::NoBirth, &[]),
        Because::Window { born: Some(born), from, to, within } => {
            let word = if *within { W::InWindow } else { W::OutWindow };
            say(word, &[&dates::long(*born, lang), &dates::long(*from, lang), &dates::long(*to, lang)])
        }
        Because::Residence(residence) => match residence {
            Residence::Here => say(W::Resident, &[]),
            Residence::Moved => say(W::Moved, &[]),
            Residence::Dead => say(W::Dead, &[]),
        },
        Because::Status { code, proper } => {
            let word = if *proper { W::StatusProper } else { W::Status };
            say(word, &[&code_text(&STUDENT_STATUS, code, lang)])
        }
        Because::TaughtAtHome => say(W::AtHome, &[]),
        Because::AlsoAt(school) => say(W::AlsoAt, &[school]),
        Because::InSchool { .. } => say(W::InSchool, &[]),
        Because::Absent { reason, words, days, limit, .. } => match (*reason == Reason::Proper, days) {
            (true, _) => say(W::AbsentProper, &[words.as_deref().unwrap_or_default()]),
            (false, Some(days)) => say(W::AbsentDays, &[&days.to_string(), &limit.to_string()]),
            (false, None) => say(W::AbsentUnknown, &[]),
        },
        Because::Joined { grounds: held, .. } => say(W::JoinedBy, &[&grounds(held)]),
        Because::Proposed { grounds: held, verdict, .. } => {
            let word = match verdict {
                None | Some(Verdict::Confirm) => W::ProposedOpen,
                Some(Verdict::Reject) => W::ProposedRejected,
                Some(Verdict::Defer) => W::ProposedLater,
            };
            say(word, &[&grounds(held)])
        }
        Because::NamesDiffer => say(W::NamesDiffer, &[]),
    }
}
