//! Words for lists taken in: kinds, what is wrong with a cell or a file, what is expected and what to do.
use super::{Lang, Word, fill};
use crate::domain::codes::SEX;
use crate::lists::columns::ListKind;
use crate::lists::issue::{Fault, Weight};
use crate::lists::read::{Looks, Unread};
use crate::lists::taking::Dropped;
use crate::words;

words! {
    pub enum ListWord {
        Schools: "学校名录", "List of schools";
        Household: "户籍适龄人口", "Household register";
        Roll: "学籍", "School roll";
        RollCall: "在校点名册", "Roll call";
        Poor: "脱贫户适龄子女", "Poor households";
        Disability: "持证残疾儿童", "Disability certificates";
        Health: "死亡与重大疾病", "Deaths and grave illness";
        Civil: "民政困境儿童", "Civil affairs";
        Findings: "核查结果", "Inspection findings";
        HomeTeaching: "送教上门名册", "Home-teaching roster";
        Carers: "关爱责任人台账", "Carers";

        Mended: "已整理", "Put right";
        Doubt: "请核对", "To be checked";
        Refused: "未读入", "Not taken";

        Total: "合计行", "Totals";
        DroppedNote: "备注、签名行", "Notes and signatures";
        Heading: "重复的表头", "Headings once more";
        Title: "标题行", "Titles";

        Empty: "这份文件是空的。请确认选对了文件", "This file is empty. Check that it is the right one";
        Protected: "这份文件加了密码，读不出来。请在表格软件里去掉密码，另存后再选", "This file is locked with a password. Remove the password in a spreadsheet program, save it, and choose it again";
        TooLarge: "文件有 {0} MB，超过 {1} MB，名单不会这么大。请确认选对了文件，或删去图片后另存", "The file has {0} MB, more than {1} MB; no list is so large. Check that it is the right one, or save it without pictures";
        Unpacks: "文件展开后有 {0} MB，超过 {1} MB，可能已损坏。请用表格软件打开后另存为新文件", "The file unpacks to {0} MB, more than {1} MB; it may be damaged. Open it in a spreadsheet program and save it as a new file";
        TooManyCells: "表格超过 {0} 个单元格。请删去名单以外的内容后另存", "There are more than {0} cells. Delete what does not belong to the list and save it";
        WebPage: "这是网页，只是文件名像表格。请用表格软件打开，另存为 .xlsx 后再选", "This is a web page under a spreadsheet's name. Open it in a spreadsheet program, save it as .xlsx and choose it again";
        Xml: "这是旧的 XML 表格。请用表格软件打开，另存为 .xlsx 后再选", "This is an old XML spreadsheet. Open it, save it as .xlsx and choose it again";
        Pdf: "这是 PDF，不是表格。请向对方要表格文件", "This is a PDF, not a spreadsheet. Ask for the spreadsheet";
        Picture: "这是图片，不是表格。请向对方要表格文件", "This is a picture, not a spreadsheet. Ask for the spreadsheet";
        Document: "这是文字文档，不是表格。请向对方要表格文件", "This is a text document, not a spreadsheet. Ask for the spreadsheet";
        Archive: "这是压缩包。请先解开，再选里面的表格", "This is an archive. Unpack it and choose the spreadsheet inside";
        UnknownFile: "认不出这是什么文件。请选 .xlsx、.xls、.ods 或 .csv 表格", "This is no file that we know. Choose a spreadsheet: .xlsx, .xls, .ods or .csv";
        Damaged: "表格不完整或已损坏。请重新拷贝一份，或用表格软件打开后另存", "The spreadsheet is cut off or damaged. Copy it again, or open it in a spreadsheet program and save it";

        Rounded: "号码以数字格式存放，后几位已经丢失（看起来对也不可信）。请把这一列设为文本，重新填写", "The number was stored as a number: its last digits are lost, even if they look right. Make the column text and type it again";
        Scientific: "号码成了科学计数，已经看不出原来的数字。请把这一列设为文本，重新填写", "The number became scientific notation and its digits are gone. Make the column text and type it again";
        CheckDigit: "最后一位校验码应是 {0}，请逐位核对", "The last character should be {0}; check every digit";
        Length: "位数不对（{0} 位），请核对", "{0} characters is not the right length; check it";
        Fifteen: "只有 15 位：不是被截短，就是别人的旧号码", "Only 15 digits: cut short, or another person's old number";
        ImpossibleDate: "号码里的出生日期不存在，请核对", "The birth date within the number does not exist; check it";
        Masked: "号码被星号遮住，请填完整号码", "The number is masked; fill in the whole number";
        CrossForX: "末位的叉号已当作 X", "The cross at the end was read as X";
        Cleaned: "已去掉空格、全角或看不见的字符", "Spaces, full-width or unseen characters were taken out";
        TrailingText: "后面的说明文字没有读入", "The words behind it were left out";
        FromCertificate: "号码已从残疾人证号读出，请核对", "The number was read from the disability certificate; check it";
        FromRollNumber: "号码已从学籍号读出，请核对", "The number was read from the roll number; check it";
        CertificateDiffers: "残疾人证号前 18 位是另一个身份证号，请核对", "The certificate begins with another identity number; check it";
        DiffersFromNumber: "与身份证号不一致，按号码应是 {0}", "It differs from the identity number, which says {0}";
        Missing: "没有填，这一项必须有", "It is empty and must be filled in";
        SeveralInOne: "一格里有两个，只读入第一个", "Two stand in one cell; only the first was read";
        NotAName: "不像姓名（2–15 个字）", "It does not look like a name (2–15 characters)";
        NotAPhone: "不是电话号码，没有读入", "It is no phone number and was left out";
        NotADate: "不是日期，没有读入；请写成 2026-03-01", "It is no date and was left out; write 2026-03-01";
        MonthOnly: "只有年月，没有日", "The day is missing";
        TwoDigitYear: "年份只有两位，已按 20xx 年读入，请核对", "The year has two digits and was read as 20xx; check it";
        NotANumber: "不是数字", "It is no number";
        OutOfRange: "应在 {0} 到 {1} 之间，没有读入", "It should lie between {0} and {1}; it was left out";
        UnknownCode: "认不出这个说法，没有读入", "This word is not known and was left out";
        CellError: "单元格是公式错误，没有读入", "The cell holds a formula's error and was left out";
        SameRow: "与第 {0} 行相同，只读入一次", "The same as row {0}; taken once";
        SameNumber: "与第 {0} 行号码相同，但内容不同，读入较完整的一行", "Row {0} has the same number with other details; the fuller row was taken";
        NumberOfTwo: "与第 {0} 行号码相同，姓名不同，暂不按号码比对，请核对是谁的号码", "Row {0} has the same number with another name; it links no one until you find whose it is";
        NoHeadings: "没有找到表头，请指出表头在哪一行", "No headings were found; say in which row they stand";
        MissingColumn: "缺这一列，或没有认出来，请指出是哪一列", "This column is missing or was not recognised; say which it is";
        SchoolNotKnown: "档案里没有这所学校，请先读入学校名录，或核对校名", "This school is not on the register: take in the list of schools first, or check the name";
        SchoolTypeDiffers: "学校类型与学校名录不一致，按名录办理", "The type of school differs from the list of schools, which is followed";
        NumberOfAnother: "这个号码在档案里属于另一个姓名，没有读入，请核对", "On the register this number belongs to another name; the row was not taken. Check it";
        PlacementDiffers: "档案里已有同日或更晚的安置，没有改动，请人工核对", "The register has a placement from that day or later; it was left as it is. Check it";
    }
}

use ListWord as W;

pub fn kind_word(kind: ListKind) -> ListWord {
    match kind {
        ListKind::Schools => W::Schools,
        ListKind::Household => W::Household,
        ListKind::Roll => W::Roll,
        ListKind::RollCall => W::RollCall,
        ListKind::Poor => W::Poor,
        ListKind::Disability => W::Disability,
        ListKind::Health => W::Health,
        ListKind::Findings => W::Findings,
        ListKind::HomeTeaching => W::HomeTeaching,
        ListKind::Carers => W::Carers,
        ListKind::Civil => W::Civil,
    }
}

pub fn weight_word(weight: Weight) -> ListWord {
    match weight {
        Weight::Mended => W::Mended,
        Weight::Doubt => W::Doubt,
        Weight::Refused => W::Refused,
    }
}

pub fn dropped_word(why: Dropped) -> ListWord {
    match why {
        Dropped::Total => W::Total,
        Dropped::Note => W::DroppedNote,
        Dropped::Heading => W::Heading,
        Dropped::Title => W::Title,
    }
}

/// Why a file could not be read, and what to do.
pub fn unread_text(why: &Unread, lang: Lang) -> String {
    let mb = |bytes: &u64| (bytes >> 20).to_string();
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match why {
        Unread::Empty => say(W::Empty, &[]),
        Unread::Protected => say(W::Protected, &[]),
        Unread::TooLarge { bytes, limit } => say(W::TooLarge, &[&mb(bytes), &mb(limit)]),
        Unread::Unpacks { bytes, limit } => say(W::Unpacks, &[&mb(bytes), &mb(limit)]),
        Unread::TooManyCells { limit } => say(W::TooManyCells, &[&limit.to_string()]),
        Unread::NotASheet(Looks::WebPage) => say(W::WebPage, &[]),
        Unread::NotASheet(Looks::Xml) => say(W::Xml, &[]),
        Unread::NotASheet(Looks::Pdf) => say(W::Pdf, &[]),
        Unread::NotASheet(Looks::Picture) => say(W::Picture, &[]),
        Unread::NotASheet(Looks::Document) => say(W::Document, &[]),
        Unread::NotASheet(Looks::Archive) => say(W::Archive, &[]),
        Unread::NotASheet(Looks::Unknown) => say(W::UnknownFile, &[]),
        Unread::Damaged(_) => say(W::Damaged, &[]),
    }
}

/// What is wrong with a cell, a row or a sheet, and what to do.
pub fn fault_text(fault: &Fault, field: &str, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match fault {
        Fault::Rounded => say(W::Rounded, &[]),
        Fault::Scientific => say(W::Scientific, &[]),
        Fault::CheckDigit { expected } => say(W::CheckDigit, &[&expected.to_string()]),
        Fault::Length { found } => say(W::Length, &[&found.to_string()]),
        Fault::Fifteen => say(W::Fifteen, &[]),
        Fault::ImpossibleDate => say(W::ImpossibleDate, &[]),
        Fault::Masked => say(W::Masked, &[]),
        Fault::CrossForX => say(W::CrossForX, &[]),
        Fault::Cleaned => say(W::Cleaned, &[]),
        Fault::TrailingText => say(W::TrailingText, &[]),
        Fault::FromCertificate => say(W::FromCertificate, &[]),
        Fault::FromRollNumber => say(W::FromRollNumber, &[]),
        Fault::CertificateDiffers => say(W::CertificateDiffers, &[]),
        Fault::DiffersFromNumber { expected } => {
            let sex = SEX.find(expected).filter(|_| field == "sex");
            let shown = sex.map_or(expected.as_str(), |code| lang.pick(code.zh, code.en));
            say(W::DiffersFromNumber, &[shown])
        }
        Fault::Missing => say(W::Missing, &[]),
        Fault::SeveralInOne => say(W::SeveralInOne, &[]),
        Fault::NotAName => say(W::NotAName, &[]),
        Fault::NotAPhone => say(W::NotAPhone, &[]),
        Fault::NotADate => say(W::NotADate, &[]),
        Fault::MonthOnly => say(W::MonthOnly, &[]),
        Fault::TwoDigitYear => say(W::TwoDigitYear, &[]),
        Fault::NotANumber => say(W::NotANumber, &[]),
        Fault::OutOfRange { min, max } => say(W::OutOfRange, &[&min.to_string(), &max.to_string()]),
        Fault::UnknownCode { .. } => say(W::UnknownCode, &[]),
        Fault::CellError => say(W::CellError, &[]),
        Fault::SameRow { other } => say(W::SameRow, &[&(other.row + 1).to_string()]),
        Fault::SameNumber { other, .. } => say(W::SameNumber, &[&(other.row + 1).to_string()]),
        Fault::NumberOfTwo { other } => say(W::NumberOfTwo, &[&(other.row + 1).to_string()]),
        Fault::NoHeadings => say(W::NoHeadings, &[]),
        Fault::MissingColumn => say(W::MissingColumn, &[]),
        Fault::SchoolNotKnown => say(W::SchoolNotKnown, &[]),
        Fault::SchoolTypeDiffers { .. } => say(W::SchoolTypeDiffers, &[]),
        Fault::NumberOfAnother => say(W::NumberOfAnother, &[]),
        Fault::PlacementDiffers => say(W::PlacementDiffers, &[]),
    }
}
