//! What is wrong with a register text or stands against taking it in, where, and what to do.
use super::refusals::untidy_text;
use super::{Lang, Word, fill};
use crate::interchange::json::{Encoding, Expected, Form, Issue, Part, Place, Problem, Shape};
use crate::interchange::preview::{Notice, Stop};
use crate::register::merge::Unmergeable;
use crate::words;

words! {
    pub enum TextWord {
        At: "第 {0} 行第 {1} 列（{2}）：{3}", "Line {0}, column {1} ({2}): {3}";
        AtLine: "第 {0} 行第 {1} 列：{2}", "Line {0}, column {1}: {2}";
        Empty: "文件是空的，请重新导出", "The file is empty; export it again";
        Utf16: "文件被存成了 UTF-16 编码，请用原文件，或另存为 UTF-8", "The file was saved as UTF-16; use the original, or save it as UTF-8";
        NotText: "这不是 UTF-8 文本，请选择从本程序导出的文件", "This is no UTF-8 text; choose a file exported from this program";
        Zip: "这是压缩包，不是 JSON 文本", "This is a ZIP, not a JSON text";
        Truncated: "文件在中途断了，没有复制或下载完整，请重新传一次", "The file ends in the middle: it was not copied whole. Send it again";
        Unexpected: "这里是“{0}”，应为{1}", "“{0}” stands here; expected {1}";
        ControlCharacter: "文本里有控制字符 U+{0}，请重新导出", "A control character U+{0} inside a text; export it again";
        BadEscape: "反斜杠后面的写法不对", "No escape of JSON after the backslash";
        HalfCharacter: "只有半个字符，另一半丢了", "Half of a character; its other half is missing";
        NumberOutOfRange: "数字 {0} 太大或太小，无法保存", "The number {0} is too large or too small to be kept";
        TooMuch: "{0}超过上限 {1}，没有读下去", "More than {1} {0}; reading stopped";
        Bytes: "字节", "bytes";
        Depth: "嵌套层数", "lists and maps within each other";
        Files: "档案数", "files";
        Changes: "一份档案的修改数", "changes of one file";
        TextBytes: "一段文字的字节", "bytes of one text";
        Items: "一处的项数", "items in one place";
        Values: "内容总数", "values";
        WrongShape: "这里是{0}，应为{1}", "{0} stands here; expected {1}";
        WrongForm: "“{0}”的形式不对，应为{1}", "“{0}” has not the form of {1}";
        Missing: "缺少“{0}”", "“{0}” is missing";
        Twice: "“{0}”出现了两次，不知以哪个为准", "“{0}” stands twice, and nobody can tell which holds";
        FileTwice: "同一份档案（{0}）出现了两次", "One file ({0}) stands twice";
        ChangeTwice: "同一次修改（{0}）出现了两次", "One change ({0}) stands twice";
        NotARegister: "这不是保学的档案文件", "This is no register file of Baoxue";
        NotARegisterBut: "这不是保学的档案文件，格式写的是“{0}”", "This is no register file of Baoxue; its format says “{0}”";
        NewerVersion: "文件由更新的版本（{0}）导出，本程序只认到版本 {1}，请先更新程序", "The file was made by a newer version ({0}); this program reads version {1}. Update the program first";
        Report: "这是报表，内容有省略，只能看，不能并入", "This is a report: things are left out, so it can be read but not taken in";
        UnknownKind: "不认识的文件种类“{0}”，请先更新程序", "An unknown kind of file, “{0}”; update the program first";
        JoinInPlain: "未加密的文件里有档案的密钥，已拒绝；请对方改用加密导出，并删除这份文件", "This file is not sealed, yet holds the register’s secret. It was refused: ask for a sealed one, and delete this file";
        Null: "空值", "null";
        Bool: "真假值", "true or false";
        Number: "数字", "a number";
        Text: "文字", "a text";
        List: "列表", "a list";
        Map: "一组字段", "a group of members";
        Value: "一个值", "a value";
        Digit: "数字字符", "a digit";
        MemberName: "带引号的字段名", "a member’s name in quotes";
        Colon: "冒号", "a colon";
        CommaOrBrace: "逗号或右花括号", "a comma or a closing brace";
        CommaOrBracket: "逗号或右方括号", "a comma or a closing bracket";
        End: "文件结尾", "the end of the file";
        Id: "编号（32 位小写十六进制）", "an id (32 hexadecimal digits, small letters)";
        Secret: "密钥（64 位小写十六进制）", "a secret (64 hexadecimal digits, small letters)";
        Dot: "修改编号（设备-序号-标记）", "a change’s name (device-number-tag)";
        Instant: "时刻（如 2026-03-11T06:02:33.123Z）", "an instant (such as 2026-03-11T06:02:33.123Z)";
        Record: "记录名（表名/编号）", "a record’s name (table/id)";
        Count: "0 到 4294967295 的整数", "a whole number from 0 to 4294967295";
        StopIssues: "文件有 {0} 处问题，全部没有导入", "The file has {0} faults; nothing was taken in";
        StopFile: "第 {0} 份档案不能并入：{1}", "File {0} of the text cannot be taken in: {1}";
        StopKind: "同一编号在本机是“{0}”，在文件里是“{1}”", "under one id it is “{0}” here and “{1}” in the text";
        StopOther: "这是另一个档案的文件，不能合并到这里", "This file is of another register and cannot be merged into this one";
        StopPractice: "练习档案和正式档案不能互相导入", "A practice register and a real one are never merged";
        Joins: "这台平板还是空的，加入后就是同一档案的一台", "This tablet is empty and will become one of this register";
        JoinsBare: "这台平板还是空的，加入后就是同一档案的一台；文件里没有加入用的密钥，以后各自导入名册会出现重复档案，请改用加密文件", "This tablet is empty and will become one of this register. The file holds no joining secret, so lists taken in later may make double files: better use a sealed joining file";
        OwnAhead: "文件里有本机没有的本机修改，说明本机曾被恢复或复制；导入时本机将换用新编号，不会丢失内容", "The file holds changes by this very tablet that it does not know: it was restored or copied. It takes a new device number; nothing is lost";
        Clash: "有 {0} 次修改同名而内容不同，两台平板中有一台是复制出来的，请检查", "{0} changes share a name but differ: one of two tablets is a copy of the other. Check them";
        ClockAhead: "平板 {0} 的时钟比本机快一天以上（到 {1}），请核对两台平板的时间", "The clock of tablet {0} is more than a day ahead of this one’s (up to {1}); check both";
        NewerMinor: "文件由稍新的版本（1.{0}）导出，本机看不懂的内容会原样保留", "The file was made by a slightly newer version (1.{0}); what this one does not know is kept as it is";
    }
}

use TextWord as W;

/// The issue as one sentence, with its place.
pub fn describe(issue: &Issue, lang: Lang) -> String {
    let Place { pointer, line, column } = &issue.place;
    let what = problem(&issue.problem, lang);
    match (line, pointer.as_str()) {
        (0, _) => what,
        (_, "") => fill(W::AtLine.text(lang), &[&line.to_string(), &column.to_string(), &what]),
        _ => fill(W::At.text(lang), &[&line.to_string(), &column.to_string(), pointer, &what]),
    }
}

pub fn problem(problem: &Problem, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match problem {
        Problem::Empty => say(W::Empty, &[]),
        Problem::NotUtf8(Encoding::Utf16) => say(W::Utf16, &[]),
        Problem::NotUtf8(Encoding::Unknown) => say(W::NotText, &[]),
        Problem::NotUtf8(Encoding::Zip) => say(W::Zip, &[]),
        Problem::Truncated => say(W::Truncated, &[]),
        Problem::Unexpected { found, expected } => {
            say(W::Unexpected, &[&found.to_string(), wanted(*expected).text(lang)])
        }
        Problem::ControlCharacter(code) => say(W::ControlCharacter, &[&format!("{code:04X}")]),
        Problem::BadEscape => say(W::BadEscape, &[]),
        Problem::HalfCharacter => say(W::HalfCharacter, &[]),
        Problem::NumberOutOfRange { found } => say(W::NumberOutOfRange, &[found]),
        Problem::TooMuch { part: what, limit } => {
            say(W::TooMuch, &[part(*what).text(lang), &limit.to_string()])
        }
        Problem::WrongShape { found, expected } => {
            say(W::WrongShape, &[shape(*found).text(lang), shape(*expected).text(lang)])
        }
        Problem::WrongForm { found, expected } => say(W::WrongForm, &[found, form(*expected).text(lang)]),
        Problem::Missing { member } => say(W::Missing, &[member]),
        Problem::Twice { member } => say(W::Twice, &[member]),
        Problem::FileTwice(id) => say(W::FileTwice, &[&id.to_string()]),
        Problem::ChangeTwice(dot) => say(W::ChangeTwice, &[&dot.to_string()]),
        Problem::NotARegister { found: None } => say(W::NotARegister, &[]),
        Problem::NotARegister { found: Some(found) } => say(W::NotARegisterBut, &[found]),
        Problem::NewerVersion { found, known } => {
            say(W::NewerVersion, &[&found.to_string(), &known.to_string()])
        }
        Problem::Report => say(W::Report, &[]),
        Problem::UnknownKind { found } => say(W::UnknownKind, &[found]),
        Problem::JoinInPlain => say(W::JoinInPlain, &[]),
    }
}

/// Why nothing is taken in.
pub fn stop(stop: &Stop, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match stop {
        Stop::Issues(count) => say(W::StopIssues, &[&count.to_string()]),
        Stop::File { position, why, .. } => {
            let why = match why {
                Unmergeable::Untidy(untidy) => untidy_text(untidy, lang),
                Unmergeable::OtherKind { mine, theirs } => say(W::StopKind, &[mine, theirs]),
            };
            say(W::StopFile, &[&(position + 1).to_string(), &why])
        }
        Stop::OtherRegister { .. } => say(W::StopOther, &[]),
        Stop::Practice { .. } => say(W::StopPractice, &[]),
    }
}

/// What a person should know before saying yes.
pub fn notice(notice: &Notice, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match notice {
        Notice::Joins { with_card: true, .. } => say(W::Joins, &[]),
        Notice::Joins { with_card: false, .. } => say(W::JoinsBare, &[]),
        Notice::OwnNumbersAhead { .. } => say(W::OwnAhead, &[]),
        Notice::Clash { dots, .. } => say(W::Clash, &[&dots.len().to_string()]),
        Notice::ClockAhead { device, furthest, .. } => {
            say(W::ClockAhead, &[&device.to_string(), &furthest.to_string()])
        }
        Notice::NewerMinor { minor } => say(W::NewerMinor, &[&minor.to_string()]),
    }
}

fn part(part: Part) -> W {
    match part {
        Part::Bytes => W::Bytes,
        Part::Depth => W::Depth,
        Part::Files => W::Files,
        Part::Changes => W::Changes,
        Part::TextBytes => W::TextBytes,
        Part::Items => W::Items,
        Part::Values => W::Values,
    }
}

fn shape(shape: Shape) -> W {
    match shape {
        Shape::Null => W::Null,
        Shape::Bool => W::Bool,
        Shape::Number => W::Number,
        Shape::Text => W::Text,
        Shape::List => W::List,
        Shape::Map => W::Map,
    }
}

fn wanted(expected: Expected) -> W {
    match expected {
        Expected::Value => W::Value,
        Expected::Digit => W::Digit,
        Expected::MemberName => W::MemberName,
        Expected::Colon => W::Colon,
        Expected::CommaOrBrace => W::CommaOrBrace,
        Expected::CommaOrBracket => W::CommaOrBracket,
        Expected::End => W::End,
    }
}

fn form(form: Form) -> W {
    match form {
        Form::Id => W::Id,
        Form::Secret => W::Secret,
        Form::Dot => W::Dot,
        Form::Instant => W::Instant,
        Form::Record => W::Record,
        Form::Count => W::Count,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_says_where_what_and_what_instead() {
        let place = Place { pointer: "/files/0/id".to_owned(), line: 3, column: 7 };
        let problem = Problem::WrongForm { found: "x".to_owned(), expected: Form::Id };
        let issue = Issue { place, problem };
        assert_eq!(
            describe(&issue, Lang::Zh),
            "第 3 行第 7 列（/files/0/id）：“x”的形式不对，应为编号（32 位小写十六进制）"
        );
        let whole = Issue { place: Place::default(), problem: Problem::NotUtf8(Encoding::Zip) };
        assert_eq!(describe(&whole, Lang::En), "This is a ZIP, not a JSON text");
    }
}
