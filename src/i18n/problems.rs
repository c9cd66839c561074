//! What is wrong with a field, and what to do about it. Every problem that a check can find has its words: the matches
//! have no `_`, so that a new problem without words does not compile.
use super::fields::field_label;
use super::{Lang, Word, fill};
use crate::domain::check::Problem;
use crate::domain::identity::{CertFault, IdFault, NameFault, PhoneFault, RollFault};
use crate::words;

words! {
    pub enum ProblemWord {
        Missing: "还没有填写", "Not filled in yet";
        WrongShape: "内容的形式不对，请重新填写", "Not in a form that this field can hold; fill it in again";
        NotADate: "没有这个日期，请重新选择", "There is no such date; choose it again";
        NotATime: "没有这个时间，请重新选择", "There is no such time; choose it again";
        Future: "日期在今天之后，请改为已经发生的日期", "The date is after today; give the day on which it happened";
        Before: "不能早于“{0}”，请核对两个日期", "Cannot be before “{0}”; check the two dates";
        NotAfter: "必须晚于“{0}”，请核对两个时间", "Must be later than “{0}”; check the two times";
        TooShort: "太短，至少 {0} 个字", "Too short: at least {0} characters";
        TooLong: "太长，最多 {0} 个字，请精简", "Too long: at most {0} characters; shorten it";
        TooFew: "至少要 {0} 项", "At least {0} are needed";
        TooMany: "最多 {0} 项，请去掉一些", "At most {0}; take some away";
        OutOfRange: "应在 {0} 到 {1} 之间", "Should be from {0} to {1}";
        SameAs: "不能与“{0}”相同，请另选", "Cannot be the same as “{0}”; choose another";
        UnknownCode: "“{0}”不在现有选项里；可能来自新版本或其他县，已照原样保留", "“{0}” is not among the choices; it may come from a newer version or another county, and is kept as it is";
        DiffersFromId: "与身份证件号码不一致，请对照证件核对", "Differs from the identity number; check against the paper";
        DiffersFromCert: "与残疾人证号不一致，请对照证件核对", "Differs from the certificate number; check against the certificate";
        NeedsFurtherTypes: "多重残疾要选出两类或两类以上", "For multiple disability choose two kinds or more";
        TwoPeople: "核查要两个人，请再填一人（可以是村居干部）", "Two people check; name another (one may be of the village)";
        OneTeacher: "一人送教请写明原因", "Only one teacher went; give the reason";
        LowerNorm: "低于县里规定的次数或课时，请写明原因", "Fewer visits or hours than the county's rule; give the reason";
        HoursForMinutes: "按起止时间算，每课时不到 30 分钟，请核对课时或时间", "The times leave under 30 minutes a class hour; check the hours or the times";

        BelowStep: "不能比“{0}”少，请核对两处天数", "Cannot be fewer than “{0}”; check the two";
        AboveStep: "不能比“{0}”多，请核对两处天数", "Cannot be more than “{0}”; check the two";
        OutsideYear: "不在这个学年里，请核对学年和日期", "Not within this school year; check the year and the date";
        ClosedList: "这份代码表用的是统一标准，不能添加", "This list follows a standard and cannot be added to";
        CodeTaken: "这份代码表里已经有了，直接用它就行", "The list has it already; use that one";
        CodeCharset: "代码里不能有“{0}”，只用字母和数字", "“{0}” does not belong in a code; use letters and digits";

        NameEmpty: "请填写姓名", "Give the name";
        NameLength: "姓名应为 2–15 个字（外文名 2–40 个字母），现在是 {0} 个", "A name has 2–15 Chinese characters, or 2–40 letters; this has {0}";
        NameSpace: "第 {0} 个字是空格，请去掉", "There is a space at place {0}; take it out";
        NameCharset: "第 {0} 个字“{1}”不是姓名用字，请改正", "“{1}” at place {0} does not belong in a name; correct it";
        NamePrivateUse: "第 {0} 个字是别的设备自造的字，这里显示不了，请重新输入", "Place {0} holds a character made on another machine; type it anew";

        PhoneEmpty: "请填写电话号码", "Give the telephone number";
        PhoneCharset: "电话号码里不能有“{0}”，请去掉", "“{0}” does not belong in a telephone number; take it out";
        PhoneLength: "手机应为 11 位，固定电话要带区号；现在是 {0} 位", "A mobile has 11 digits, a fixed line its area code; this has {0}";
        PhoneUnknownPrefix: "没有这样开头的号码，请核对", "No number begins like this; check it";
        PhoneMasked: "号码里有星号，请填完整的号码", "The number has stars in it; give it in full";
        PhoneScientific: "号码被表格软件改成了科学计数法，请重新填写", "A spreadsheet turned the number into powers of ten; give it again";

        IdEmpty: "请填写号码", "Give the number";
        IdLength: "应为 18 位，现在是 {0} 位，请对照证件补全或删去多余的", "18 characters are needed and there are {0}; compare with the paper";
        IdCharset: "第 {0} 位是“{1}”，这里应是数字（只有末位可以是 X）", "Place {0} holds “{1}”; a digit is needed (only the last may be X)";
        IdCheckDigit: "号码对不上：末位是 {0}，按前 17 位应是 {1}。多半有一位输错了，请对照证件逐位核对", "The number does not agree with itself: it ends in {0}, and the first 17 ask for {1}. One digit is probably wrong; compare each with the paper";
        IdImpossibleDate: "第 7–14 位表示 {0} 年 {1} 月 {2} 日，没有这一天，请对照证件核对", "Places 7–14 say {0}-{1}-{2}, and there is no such day; compare with the paper";
        IdFifteenDigits: "只有 15 位：是旧号码，或者被截短了，请填 18 位的号码", "Only 15 digits: an old number or one cut short; give the number of 18";
        IdMasked: "号码里有星号，请填完整的号码", "The number has stars in it; give it in full";
        IdRounded: "后几位已被表格软件改掉，不能用，请对照证件重新填写", "A spreadsheet changed the last digits; it cannot be used. Give it again from the paper";
        IdScientific: "号码被表格软件改成了科学计数法，已经丢失，请对照证件重新填写", "A spreadsheet turned the number into powers of ten and it is lost; give it again from the paper";

        RollEmpty: "请填写学籍号", "Give the registration number";
        RollLength: "学籍号应为 19 位，现在是 {0} 位；旧号码请填在“其他编号”", "A registration number has 19 characters and this has {0}; an old one belongs in “Another number”";
        RollPrefix: "学籍号应以 G、J 或 L 开头，现在是“{0}”", "A registration number begins with G, J or L; this begins with “{0}”";
        RollBody: "字母后面的号码：{0}", "Behind the letter: {0}";

        CertEmpty: "请填写残疾人证号", "Give the certificate number";
        CertLength: "残疾人证号应为 20 位（换发过的 22 位），现在是 {0} 位", "A certificate number has 20 characters (22 after a re-issue); this has {0}";
        CertId: "前 18 位：{0}", "The first 18: {0}";
        CertType: "第 19 位是残疾类别，应为 1–7，现在是“{0}”", "Place 19 is the kind of disability, 1–7; it holds “{0}”";
        CertGrade: "第 20 位是残疾等级，应为 1–4，现在是“{0}”", "Place 20 is the grade, 1–4; it holds “{0}”";
        CertReissue: "最后两位应为 B1 到 B9，表示第几次换发", "The last two places are B1 to B9, for the re-issue";
    }
}

use ProblemWord as W;

/// What is wrong with a field of this table, in a sentence that says what to do.
pub fn problem_text(problem: &Problem, table: &str, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    let number = |word: W, number: usize| fill(word.text(lang), &[&number.to_string()]);
    let beside = |word: W, field: &str| fill(word.text(lang), &[&field_label(table, field, lang)]);
    match problem {
        Problem::Missing => say(W::Missing, &[]),
        Problem::WrongShape => say(W::WrongShape, &[]),
        Problem::NotADate => say(W::NotADate, &[]),
        Problem::NotATime => say(W::NotATime, &[]),
        Problem::Future => say(W::Future, &[]),
        Problem::Before(other) => beside(W::Before, other),
        Problem::NotAfter(other) => beside(W::NotAfter, other),
        Problem::TooShort(least) => number(W::TooShort, *least),
        Problem::TooLong(most) => number(W::TooLong, *most),
        Problem::TooFew(least) => number(W::TooFew, *least),
        Problem::TooMany(most) => number(W::TooMany, *most),
        Problem::OutOfRange { min, max } => say(W::OutOfRange, &[&min.to_string(), &max.to_string()]),
        Problem::SameAs(other) => beside(W::SameAs, other),
        Problem::Name(fault) => name_fault(*fault, lang),
        Problem::Phone(fault) => phone_fault(*fault, lang),
        Problem::IdNumber(fault) => id_fault(*fault, lang),
        Problem::RollNumber(fault) => roll_fault(*fault, lang),
        Problem::CertNumber(fault) => cert_fault(*fault, lang),
        Problem::UnknownCode(code) => say(W::UnknownCode, &[code]),
        Problem::DiffersFromId => say(W::DiffersFromId, &[]),
        Problem::DiffersFromCert => say(W::DiffersFromCert, &[]),
        Problem::NeedsFurtherTypes => say(W::NeedsFurtherTypes, &[]),
        Problem::TwoPeople => say(W::TwoPeople, &[]),
        Problem::OneTeacher => say(W::OneTeacher, &[]),
        Problem::LowerNorm => say(W::LowerNorm, &[]),
        Problem::HoursForMinutes => say(W::HoursForMinutes, &[]),
        Problem::BelowStep(other) => beside(W::BelowStep, other),
        Problem::AboveStep(other) => beside(W::AboveStep, other),
        Problem::OutsideYear => say(W::OutsideYear, &[]),
        Problem::ClosedList => say(W::ClosedList, &[]),
        Problem::CodeTaken => say(W::CodeTaken, &[]),
        Problem::CodeCharset(odd) => say(W::CodeCharset, &[&odd.to_string()]),
    }
}

pub fn name_fault(fault: NameFault, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match fault {
        NameFault::Empty => say(W::NameEmpty, &[]),
        NameFault::Length(found) => say(W::NameLength, &[&found.to_string()]),
        NameFault::Space { at } => say(W::NameSpace, &[&at.to_string()]),
        NameFault::Charset { at, found } => say(W::NameCharset, &[&at.to_string(), &found.to_string()]),
        NameFault::PrivateUse { at } => say(W::NamePrivateUse, &[&at.to_string()]),
    }
}

pub fn phone_fault(fault: PhoneFault, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match fault {
        PhoneFault::Empty => say(W::PhoneEmpty, &[]),
        PhoneFault::Charset(found) => say(W::PhoneCharset, &[&found.to_string()]),
        PhoneFault::Length(found) => say(W::PhoneLength, &[&found.to_string()]),
        PhoneFault::UnknownPrefix => say(W::PhoneUnknownPrefix, &[]),
        PhoneFault::Masked => say(W::PhoneMasked, &[]),
        PhoneFault::Scientific => say(W::PhoneScientific, &[]),
    }
}

pub fn id_fault(fault: IdFault, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match fault {
        IdFault::Empty => say(W::IdEmpty, &[]),
        IdFault::Length(found) => say(W::IdLength, &[&found.to_string()]),
        IdFault::Charset { at, found } => say(W::IdCharset, &[&at.to_string(), &found.to_string()]),
        IdFault::CheckDigit { found, expected } => {
            say(W::IdCheckDigit, &[&found.to_string(), &expected.to_string()])
        }
        IdFault::ImpossibleDate { year, month, day } => {
            say(W::IdImpossibleDate, &[&year.to_string(), &month.to_string(), &day.to_string()])
        }
        IdFault::FifteenDigits => say(W::IdFifteenDigits, &[]),
        IdFault::Masked => say(W::IdMasked, &[]),
        IdFault::RoundedBySpreadsheet(_) => say(W::IdRounded, &[]),
        IdFault::Scientific => say(W::IdScientific, &[]),
    }
}

pub fn roll_fault(fault: RollFault, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match fault {
        RollFault::Empty => say(W::RollEmpty, &[]),
        RollFault::Length(found) => say(W::RollLength, &[&found.to_string()]),
        RollFault::Prefix(found) => say(W::RollPrefix, &[&found.to_string()]),
        RollFault::Body(fault) => say(W::RollBody, &[&id_fault(fault, lang)]),
    }
}

pub fn cert_fault(fault: CertFault, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match fault {
        CertFault::Empty => say(W::CertEmpty, &[]),
        CertFault::Length(found) => say(W::CertLength, &[&found.to_string()]),
        CertFault::Id(fault) => say(W::CertId, &[&id_fault(fault, lang)]),
        CertFault::Type(found) => say(W::CertType, &[&found.to_string()]),
        CertFault::Grade(found) => say(W::CertGrade, &[&found.to_string()]),
        CertFault::Reissue => say(W::CertReissue, &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_what_was_found_and_the_field_beside_it() {
        for (problem, zh, en) in [
            (
                Problem::Before("date"),
                "不能早于“日期”，请核对两个日期",
                "Cannot be before “Date”; check the two dates",
            ),
            (Problem::OutOfRange { min: 0, max: 8 }, "应在 0 到 8 之间", "Should be from 0 to 8"),
            (
                Problem::CertNumber(CertFault::Id(IdFault::Length(17))),
                "前 18 位：应为 18 位，现在是 17 位，请对照证件补全或删去多余的",
                "The first 18: 18 characters are needed and there are 17; compare with the paper",
            ),
            (
                Problem::Name(NameFault::Charset { at: 2, found: '9' }),
                "第 2 个字“9”不是姓名用字，请改正",
                "“9” at place 2 does not belong in a name; correct it",
            ),
        ] {
            assert_eq!(problem_text(&problem, "visit", Lang::Zh), zh);
            assert_eq!(problem_text(&problem, "visit", Lang::En), en);
        }
    }

    #[test]
    fn no_sentence_keeps_an_unfilled_place() {
        let faults = [
            Problem::TooShort(9),
            Problem::TooLong(9),
            Problem::TooFew(9),
            Problem::TooMany(9),
            Problem::NotAfter("start"),
            Problem::SameAs("start"),
            Problem::UnknownCode("MOON".into()),
            Problem::Phone(PhoneFault::Charset('x')),
            Problem::Phone(PhoneFault::Length(3)),
            Problem::IdNumber(IdFault::CheckDigit { found: '2', expected: '3' }),
            Problem::IdNumber(IdFault::ImpossibleDate { year: 2012, month: 13, day: 1 }),
            Problem::IdNumber(IdFault::Charset { at: 3, found: 'A' }),
            Problem::RollNumber(RollFault::Prefix('A')),
            Problem::RollNumber(RollFault::Body(IdFault::Length(3))),
            Problem::CertNumber(CertFault::Type('9')),
            Problem::CertNumber(CertFault::Grade('9')),
        ];
        for (problem, lang) in faults.iter().flat_map(|problem| Lang::ALL.map(|lang| (problem, lang))) {
            let text = problem_text(problem, "visit", lang);
            assert!(!text.contains('{'), "{text}");
        }
    }
}
