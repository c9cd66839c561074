//! Words of the figures, their charts, the bulletin and the reports. A figure's name and definition stand in the order of
//! [`Figure`]; a test holds them against it.
use crate::domain::codes;
use crate::domain::date::Date;
use crate::i18n::codes::code_text;
use crate::i18n::pages::ledgers::Ledgers;
use crate::i18n::{Lang, Word, dates, fill};
use crate::report::bulletin::Paragraph;
use crate::report::figure::{Figure, Split};
use crate::report::periodic::{self, Why};
use crate::words;

words! {
    pub enum Name {
        Suspects: "疑似失学", "Suspected out of school";
        Unchecked: "待核查", "Not yet checked";
        NotReal: "非真实失学", "Not truly out of school";
        Real: "真实失学", "Truly out of school";
        Returned: "劝返复学", "Returned to school";
        Placed: "已安置就学", "Placed";
        Back: "已返校安置", "Returned or placed";
        Registered: "已注册学籍", "On the school roll";
        Unregistered: "尚未注册学籍", "Not yet on the school roll";
        Excused: "免学、缓学或迁出", "Exempt, deferred or moved away";
        StillOut: "仍在校外", "Still out of school";
        Opening: "期初在办", "Open before";
        New: "新发现", "Newly found";
        Reopened: "重新立案", "Opened again";
        Closed: "已销号", "Closed";
        Closing: "期末在办", "Open after";
        OutOpening: "期初失学", "Out of school before";
        OutNew: "新增失学", "Newly out of school";
        OutBack: "复学、安置或获准", "Back, placed or excused";
        OutClosing: "期末失学", "Out of school after";
        HomeTaught: "送教上门", "Taught at home";
        HomeOrdinary: "送教上门·普通学校", "Taught at home by ordinary schools";
        HomeSpecial: "送教上门·特教学校", "Taught at home by the special school";
        OrdinaryClass: "随班就读", "In an ordinary class with support";
        SpecialClass: "普校特教班", "In a special class";
        SpecialSchool: "特教学校在校", "In a special school";
        Remote: "远程教育", "Taught remotely";
        Institution: "机构就学", "In an institution";
        Awaiting: "待安置", "Awaiting placement";
        Exempt: "免学", "Exempt";
        Counselled: "免学·已心理疏导", "Exempt, with counselling";
        Uncounselled: "免学·未心理疏导", "Exempt, without counselling";
        Poor: "贫困学生", "Pupils of poor families";
        TwoCarers: "有两名关爱责任人", "With two carers";
        CarerGap: "关爱责任人不足", "Fewer than two carers";
        CarerOverload: "责任人担子过重", "Carer looks after too many";
        CarerSilent: "一个月没有联系", "No contact for a month";
        NoPlan: "没有计划", "Without a plan";
        NoCarer: "没有责任人", "Without a carer";
        NoPlacement: "没有安置", "Without a placement";
        NoVisit: "一个月没有送教", "No visit for a month";
    }
}

words! {
    pub enum Meaning {
        Suspects: "本期内有个案在办的学生，每人计一次。", "Children with a case open on some day of the period, each once.";
        Unchecked: "疑似学生中，截至当日还没有核查结论的。", "Suspected, with no verdict by the day.";
        NotReal: "核查为非真实失学的学生。名单上的结论也计入，佐证另查。", "Found not truly out of school. A list's finding counts too; its proof is followed in the case.";
        Real: "核查为真实失学的学生，或已写明去向的学生。", "Found truly out of school, or with an outcome on record.";
        Returned: "真实失学学生中，已回学校就读的。", "Truly out, and back in a school.";
        Placed: "真实失学学生中，已到特教学校、随班就读、送教上门或远程教育的。", "Truly out, and placed: special school, ordinary class, home or remote teaching.";
        Back: "劝返复学与已安置就学之和。", "Returned to school, or placed.";
        Registered: "已返校安置，并且学籍已注册的学生。", "Returned or placed, and on the school roll.";
        Unregistered: "已返校安置，学籍还没有注册的学生。", "Returned or placed, not yet on the school roll.";
        Excused: "真实失学学生中，经认定免学、缓学、休学、迁出或超龄的。", "Truly out, and found exempt, deferred, suspended, moved away or over age.";
        StillOut: "真实失学学生中，还没有返校、安置或批准的。", "Truly out, and neither back, placed nor excused.";
        Opening: "本期第一天之前已立案、还没有销号的个案。", "Cases open before the first day of the period.";
        New: "本期内首次发现的个案。", "Cases first found within the period.";
        Reopened: "本期内重新立案的个案：再次失学，或休学、缓学期满。", "Cases opened again within the period: a relapse, or a break that ended.";
        Closed: "本期内销号的个案。", "Cases closed within the period.";
        Closing: "截至当日还没有销号的个案。期初＋新发现＋重新立案－销号＝期末。", "Cases open at the end of the day. Open before + new + opened again − closed = open after.";
        OutOpening: "本期第一天之前已核查为真实失学，还没有返校、安置或批准的。", "Found truly out of school before the first day, and not back, placed or excused by then.";
        OutNew: "本期内核查为真实失学的，包括再次失学的。", "Found truly out of school within the period, or out again.";
        OutBack: "真实失学学生中，本期内返校、安置或获准免学缓学的。", "Truly out, and back, placed or excused within the period.";
        OutClosing: "截至当日仍真实失学的。期初失学＋新增失学－复学、安置或获准＝期末失学。", "Truly out at the end of the day. Out before + newly out − back = out after.";
        HomeTaught: "当日安置为送教上门的学生。", "Placed in home teaching on the day.";
        HomeOrdinary: "当日由普通学校负责送教上门的学生。", "Taught at home on the day by an ordinary school.";
        HomeSpecial: "当日由特教学校负责送教上门的学生。", "Taught at home on the day by a special school.";
        OrdinaryClass: "当日安置为随班就读的学生。", "Placed in an ordinary class with support on the day.";
        SpecialClass: "当日在普通学校特教班的学生。", "In a special class of an ordinary school on the day.";
        SpecialSchool: "当日在特教学校上学的学生，不含由其送教上门的。", "Attending a special school on the day; those it teaches at home are apart.";
        Remote: "当日安置为远程教育的学生。", "Placed in remote teaching on the day.";
        Institution: "当日在康复或福利机构就学的学生。", "Taught in a rehabilitation or welfare institution on the day.";
        Awaiting: "当日等待安置的学生。", "Awaiting placement on the day.";
        Exempt: "当日经认定不具备学习条件的学生。", "Found unable to be taught at present, on the day.";
        Counselled: "免学学生中，到当日学生和家长都做过心理疏导的。", "Exempt, with counselling for the child and for the parents by the day.";
        Uncounselled: "免学学生中，到当日学生或家长还没有做过心理疏导的。", "Exempt, and by the day the child or the parents had no counselling.";
        Poor: "当日属于脱贫家庭或监测对象的学生，按类别的起止日期计。", "Pupils whose family was lifted out of poverty or under watch on the day, by the dates of their groups.";
        TwoCarers: "贫困学生中，当日有两名不同的关爱责任人的。", "Poor, with two distinct carers on the day.";
        CarerGap: "贫困学生中，当日不足两名不同的关爱责任人的。", "Poor, with fewer than two distinct carers on the day.";
        CarerOverload: "贫困学生中，有责任人负责的贫困学生超过县里规定人数的（设置→县里规定）。", "Poor, with a carer who looks after more poor pupils than the county allows (Settings, County rules).";
        CarerSilent: "有责任人，但到当日一个月内没有联系记录的贫困学生。", "Poor with carers, and no contact noted in the month to the day.";
        NoPlan: "真实失学、已返校安置或送教上门，但没有计划的学生。", "Truly out, back or taught at home, and without a plan.";
        NoCarer: "贫困学生中，当日一名责任人也没有的。", "Poor, with no carer on the day.";
        NoPlacement: "有残疾记录，当日没有安置的学生。", "With a disability on record, and no placement on the day.";
        NoVisit: "当日送教上门，但到当日一个月内没有送教记录的学生。", "Taught at home, with no visit in the month to the day.";
    }
}

words! {
    pub enum Figures {
        FigureHead: "指标", "Figure";
        MeaningHead: "口径说明", "Definition";
        Views: "数据页", "Views of figures";
        Overview: "总览", "Overview";
        Bulletin: "通报", "Bulletin";
        Reports: "报表", "Reports";
        AsOf: "截至", "As of";
        From: "起始", "From";
        Basis: "口径", "Basis";
        Held: "当日实际", "What held";
        Known: "本机当日已知", "What this tablet knew";
        HeldNote: "按事情发生的日子计算，后来补录的也算在内。", "Counted by the day things happened; what was entered later is included.";
        KnownNote: "只用 {0} 当天结束前这台平板上已有的记录：本机录入的，和从别的平板收进来的；后来补录、后来收到的不算。", "Only what this tablet held by the end of {0}: entered here, or taken in from another tablet by then; nothing that came later.";
        KnownBy: "本机知道截至", "Known here by";
        Counting: "正在计算", "Counting";
        CountedAt: "{0} 计算，查了 {1} 份学生档案。", "Counted at {0} over {1} pupils' files.";
        Funnel: "从疑似到返校", "From suspicion to return";
        Placements: "安置", "Placements";
        Months: "各月个案", "Cases by month";
        Planned: "送教上门：应送与已送", "Home teaching: planned and delivered";
        PlannedText: "单位：课时。左柱（横线）应送，右柱（实心）已送；点一项看学生。应送按县里规定和个别化计划折算到上课日。", "In class hours: planned on the left (strokes), delivered on the right (full). A part opens its children. What is planned is the share of the county's rule, or of the child's own plan, for the days with school.";
        PlannedMonths: "各月", "By month";
        PlannedSchools: "各校（欠得多的在前）", "By school (who lacks most first)";
        PlannedPart: "{0}：应送 {1} 课时，已送 {2} 课时", "{0}: {1} class hours planned, {2} delivered";
        PlannedDue: "应送", "Planned";
        PlannedGiven: "已送", "Delivered";
        PlannedLacking: "欠", "Lacking";
        Towns: "各乡镇", "By township";
        Parts: "细分", "Parts";
        Care: "关爱责任人", "Carers";
        LeftOut: "一个都不能少", "Nobody left out";
        Children: "{0} 人", "{0}";
        MonthOpen: "{0}：月末在办 {1}", "{0}: {1} open at its end";
        AddsUp: "期初 {0} ＋ 新发现 {1} ＋ 重新立案 {2} － 销号 {3} ＝ 期末 {4}", "Open before {0} + new {1} + opened again {2} − closed {3} = open after {4}";
        NotKnown: "未填", "Not given";
        Empty: "还没有学生档案", "No pupils yet";
        EmptyText: "收下名单，或新建学生后，这里就有数据。", "Take lists in or add pupils, and the figures appear here.";
        BackToFigures: "回到数据", "Back to the figures";
        AllLedgers: "全部台账", "All ledgers";
        OnDay: "{0} 至 {1}", "{0} to {1}";
        KnownShort: "{0} 前本机已知", "known on this tablet by {0}";
        WhatIsIt: "“{0}”是什么", "What is \"{0}\"?";
        SplitTown: "按乡镇", "By township";
        SplitSchool: "按学校", "By school";
        SplitList: "按比对", "By comparison";
        SplitSource: "按部门", "By department";
        SplitReason: "按原因", "By reason";
        SplitOutcome: "按去向", "By outcome";
        SplitFlag: "按类别", "By group";
        SplitTeam: "按督察小组", "By inspection team";
        Of: "数据", "Figure";
        By: "分法", "Split";
        CopyText: "复制文字", "Copy the text";
        Copied: "已复制", "Copied";
        NotCopied: "没有复制成，请选中文字复制。", "Not copied; please select the text.";
        BulletinTitle: "{0}控辍保学工作通报", "{0}: keeping every child in school";
        BulletinPeriod: "{0} 至 {1}", "{0} to {1}";
        ParagraphDuty: "一、责任到人。现行控辍保学文件 {0} 份，{1} 个月列入党组议题，其中 {2} 个月在首周研究；期末仍有 {3} 名学生的个案在办，逐人跟进。", "1. A person for every child. {0} documents are in force; the leaders took the matter up in {1} months, in {2} of them in the first week. {3} children's cases are still open, and each is followed.";
        ParagraphPupils: "二、一生一策。{0} 个督察小组逐户核查疑似失学学生 {1} 人：{2} 人并非真实失学；{3} 人已返校或安置，其中 {4} 人注册了学籍；仍在校外 {5} 人。贫困学生 {6} 人，{7} 人有两名关爱责任人，{8} 人待补。", "2. One plan per pupil. {0} inspection teams looked for {1} children suspected to be out of school: {2} were not truly out; {3} are back or placed, {4} of them on the school roll; {5} are still out. Of {6} pupils of poor families {7} have two carers, and {8} still need one.";
        ParagraphTeaching: "三、送教到家。送教上门 {0} 人，其中普通学校负责 {1} 人、特教学校负责 {2} 人；随班就读 {3} 人，特教学校在校 {4} 人。暂不具备学习条件的 {5} 人，{6} 人接受了心理疏导。", "3. Teaching that comes to the child. {0} are taught at home, {1} by ordinary schools and {2} by the special school; {3} learn in ordinary classes with support and {4} attend the special school. {5} cannot be taught at present; {6} of them have had counselling.";
        ParagraphTogether: "四、部门联动。{0} 个部门的名单发现了线索，本期新发现 {1} 人，重新立案 {2} 人，销号 {3} 人。", "4. Departments together. Lists of {0} departments led to children: {1} newly found in this period, {2} cases opened again, {3} closed.";
        ParagraphBottomLine: "五、守住底线。{0} 所学校中 {1} 所已签责任书；个案原因写明被学校劝退的学生 {2} 人，未撤销的底线事项 {3} 起。", "5. The bottom line. Of {0} schools {1} have signed their duty letter; {2} pupils' cases name a school that told them to leave; red lines that stand: {3}.";
        Kind: "报表", "Report";
        School: "学校", "School";
        Period: "所属期间", "Period";
        AnyDay: "期间内任一天", "Any day of the period";
        Line: "项目", "Item";
        Count: "数量", "Count";
        Before: "上期", "Before";
        Now: "本期", "Now";
        Note: "说明", "Comment";
        Submit: "提交并定稿", "Submit and freeze";
        SubmitTitle: "提交这份报表？", "Submit this report?";
        SubmitText: "提交后数字和名单定稿，不能再改；有错只能另报一版。", "Once submitted, figures and lists stand and cannot be changed; a mistake is put right by a new version.";
        NewVersion: "更正，另报一版", "Correct by a new version";
        Submitted: "报表已提交", "Report submitted";
        Sent: "已提交的报表", "Submitted reports";
        Handed: "各校月报", "Schools' monthly reports";
        HandedIn: "{1} 所学校中 {0} 所已报送；没有情况的学校也要报（零报告）。", "{0} of {1} schools have handed in theirs; a month without anything to report is reported too.";
        NotHanded: "还没有报", "Not handed in";
        NoneSent: "还没有提交过报表", "No report submitted yet";
        SentLine: "{0}提交，第 {1} 版", "Submitted {0}, version {1}";
        Draft: "未提交，按现在的档案计算", "Not submitted: counted from the files now";
        Frozen: "已定稿", "Frozen";
        FlowHolds: "期初＋新发现＋重新立案－销号＝期末；期初失学＋新增－复学等＝期末失学；在校不超过在籍：核对相符", "Open before + new + opened again − closed = open after; out before + newly out − back = out after; in school are no more than on the roll: it adds up";
        FlowBroken: "期初、增减与期末（个案或失学学生），或在籍与在校人数不相符，请检查", "What was open or out before, what came and went, and what is after do not add up, or more are in school than on the roll";
        Changed: "与上期相比", "Changed since the last one";
        NothingChanged: "没有变化", "Nothing changed";
        NoLast: "上期没有提交报表，无从比较", "No report of the period before to compare with";
        Came: "进入：{0}", "In: {0}";
        Left: "离开：{0}", "Out: {0}";
        EnteredLater: "补录或更正", "entered later, or put right";
        WhyFound: "{0} 发现", "found {0}";
        WhyStep: "{0} {1}", "{1} {0}";
        WhyPlaced: "{0} 起{1}", "{1} from {0}";
        WhyPlacementEnded: "{0} 止{1}", "{1} until {0}";
        WhyCarerCame: "{0} 起由{1}关爱", "{1} cares from {0}";
        WhyCarerLeft: "{0} 止由{1}关爱", "{1} cared until {0}";
        WhyTransferred: "{0} 转学", "changed school on {0}";
        WhyGroupCame: "{0} 起属于{1}", "belongs to this group from {0}: {1}";
        WhyGroupLeft: "{0} 起不再属于{1}", "no longer in this group from {0}: {1}";
        WhyPersuaded: "{0} 劝返", "persuasion on {0}";
        LineEnrolled: "在籍学生", "On the school roll";
        LinePresent: "在校学生（在籍，不缺勤、不失学、不休学）", "In school (on the roll; not away, out or suspended)";
        LineCame: "转入", "Transferred in";
        LineLeft: "转出", "Transferred out";
        LineDeferred: "延缓入学", "Entry deferred";
        LineSuspended: "休学", "Study suspended";
        LinePersuasions: "劝返人次", "Talks of persuasion";
        LineOpenPoor: "期末在办·脱贫户", "Open after: lifted out of poverty";
        LineOpenDisabled: "期末在办·残疾", "Open after: with a disability";
        LineOpenLeftBehind: "期末在办·留守", "Open after: left behind";
        LineOpenMigrant: "期末在办·随迁", "Open after: migrant";
        LinePupils: "学生档案", "Pupils' files";
        LineVisits: "送教次数", "Lessons at home";
        LineHours: "送教课时", "Class hours given";
        LineHoursDue: "应送课时", "Class hours due";
        ChildrenOf: "“{0}”的学生", "Children of \"{0}\"";
        Nil: "本期没有变化也要提交（零报告）。", "A period in which nothing happened is reported too.";
        County: "全县", "The county";
    }
}

words! {
    /// Placements taken from the school roll.
    pub enum Placing {
        Note: "按学籍登记 {0} 名学生的安置", "Note the placements of {0} pupils";
        Title: "按学籍登记安置？", "Note placements from the roll?";
        Text: "学籍名单写明随班就读、特教学校、送教上门的学生共 {0} 名，自名单日期 {1} 起登记安置。档案里已有的安置不动，可以撤销。", "The roll names {0} pupils in ordinary classes with support, in the special school or taught at home. Their placements are noted from its day, {1}. What a file already says stays; it can be undone.";
        Done: "已登记 {0} 名学生的安置", "Placements of {0} pupils noted";
        DoneSome: "已登记 {0} 名；{1} 名的学校不在名录里，请先收学校名录", "{0} noted; {1} are at schools that are not known here: take the list of schools in first";
        NothingNew: "这些学生的安置都已登记", "These placements are all noted already";
    }
}

pub fn figure_word(figure: Figure) -> Name {
    Name::ALL.get(figure as usize).copied().unwrap_or(Name::Suspects)
}

pub fn definition(figure: Figure) -> Meaning {
    Meaning::ALL.get(figure as usize).copied().unwrap_or(Meaning::Suspects)
}

pub fn split_word(split: Split) -> Figures {
    match split {
        Split::Town => Figures::SplitTown,
        Split::School => Figures::SplitSchool,
        Split::List => Figures::SplitList,
        Split::Source => Figures::SplitSource,
        Split::Reason => Figures::SplitReason,
        Split::Outcome => Figures::SplitOutcome,
        Split::Flag => Figures::SplitFlag,
        Split::Team => Figures::SplitTeam,
    }
}

pub fn paragraph_word(paragraph: Paragraph) -> Figures {
    match paragraph {
        Paragraph::Duty => Figures::ParagraphDuty,
        Paragraph::Pupils => Figures::ParagraphPupils,
        Paragraph::Teaching => Figures::ParagraphTeaching,
        Paragraph::Together => Figures::ParagraphTogether,
        Paragraph::BottomLine => Figures::ParagraphBottomLine,
    }
}

/// A line of a report.
pub fn line_text(key: &str, lang: Lang) -> &'static str {
    match Figure::of(key) {
        Some(figure) => figure_word(figure).text(lang),
        None => match key {
            periodic::PUPILS => Figures::LinePupils.text(lang),
            periodic::VISITS => Figures::LineVisits.text(lang),
            periodic::HOURS => Figures::LineHours.text(lang),
            periodic::HOURS_DUE => Figures::LineHoursDue.text(lang),
            periodic::PERSUASIONS => Figures::LinePersuasions.text(lang),
            periodic::ENROLLED => Figures::LineEnrolled.text(lang),
            periodic::PRESENT => Figures::LinePresent.text(lang),
            periodic::CAME => Figures::LineCame.text(lang),
            periodic::LEFT => Figures::LineLeft.text(lang),
            periodic::DEFERRED => Figures::LineDeferred.text(lang),
            periodic::SUSPENDED => Figures::LineSuspended.text(lang),
            _ => match periodic::group_of(key) {
                Some("G06") => Figures::LineOpenPoor.text(lang),
                Some("G14") => Figures::LineOpenDisabled.text(lang),
                Some("G03") => Figures::LineOpenLeftBehind.text(lang),
                Some("G05") => Figures::LineOpenMigrant.text(lang),
                _ => "",
            },
        },
    }
}

/// Why a child came or left, with the day: `2026年3月1日 起送教上门`.
pub fn why_text(on: Date, why: &Why, lang: Lang) -> String {
    let day = dates::long(on, lang);
    let say = |word: Figures, what: &str| fill(word.text(lang), &[&day, what]);
    let placement = |mode: &str| code_text(&codes::PLACEMENT_MODE, mode, lang);
    match why {
        Why::CaseFound => say(Figures::WhyFound, ""),
        Why::CaseStep(state) => say(Figures::WhyStep, &code_text(&codes::CASE_STATE, state, lang)),
        Why::Placed(mode) => say(Figures::WhyPlaced, &placement(mode)),
        Why::PlacementEnded(mode) => say(Figures::WhyPlacementEnded, &placement(mode)),
        Why::CarerCame(person) => say(Figures::WhyCarerCame, person),
        Why::CarerLeft(person) => say(Figures::WhyCarerLeft, person),
        Why::Transferred => say(Figures::WhyTransferred, ""),
        Why::GroupCame(flag) => say(Figures::WhyGroupCame, &code_text(&codes::FLAG, flag, lang)),
        Why::GroupLeft(flag) => say(Figures::WhyGroupLeft, &code_text(&codes::FLAG, flag, lang)),
        Why::Persuaded => say(Figures::WhyPersuaded, ""),
    }
}

/// A part of a split as words; `name` tells a school by its id.
pub fn part_text(split: Split, part: &str, lang: Lang, name: impl Fn(&str) -> String) -> String {
    let text = match split {
        Split::Town if part.is_empty() => Ledgers::NoTown.text(lang).to_owned(),
        Split::Town | Split::Team => part.to_owned(),
        Split::School => name(part),
        Split::List => code_text(&codes::CASE_SET, part, lang),
        Split::Source => code_text(&codes::DEPARTMENT, part, lang),
        Split::Reason if codes::NOT_REAL_REASON.find(part).is_some() => {
            code_text(&codes::NOT_REAL_REASON, part, lang)
        }
        Split::Reason => code_text(&codes::DROPOUT_REASON, part, lang),
        Split::Outcome => code_text(&codes::OUTCOME, part, lang),
        Split::Flag => code_text(&codes::FLAG, part, lang),
    };
    if text.is_empty() { Figures::NotKnown.text(lang).to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::holes;

    #[test]
    fn every_figure_has_its_own_name_and_definition() {
        for figure in Figure::ALL {
            assert_eq!(format!("{figure:?}"), format!("{:?}", figure_word(figure)));
            assert_eq!(format!("{figure:?}"), format!("{:?}", definition(figure)));
        }
        assert_eq!((Name::ALL.len(), Meaning::ALL.len()), (Figure::ALL.len(), Figure::ALL.len()));
    }

    #[test]
    fn every_line_of_a_report_has_its_words() {
        let period = crate::report::figure::Period::year_to(Date::default());
        let report = crate::report::periodic::Report::of(
            &Default::default(),
            period,
            None,
            &crate::domain::policy::Policy::default(),
        );
        for line in report.lines {
            assert_ne!(line_text(&line.key, Lang::Zh), "", "{}", line.key);
        }
    }

    #[test]
    fn every_hole_of_a_paragraph_is_filled() {
        for paragraph in Paragraph::ALL {
            let holes = holes(paragraph_word(paragraph).text(Lang::Zh));
            assert_eq!(holes.count_ones() as usize, paragraph.fillings().len(), "{paragraph:?}");
        }
    }
}
