//! Words of the ledgers: their names, the columns as the form has them (domain.md §4.10), the page.
use crate::domain::identity::mask;
use crate::i18n::codes::{code_text, codes_text};
use crate::i18n::{Common, Lang, Word};
use crate::report::ledger::{Datum, LedgerKind, Mask};
use crate::words;

words! {
    pub enum Ledgers {
        // The ledgers, and what each holds.
        Home: "送教上门台账", "Home-teaching ledger";
        HomeText: "今天在送教上门的学生", "Pupils taught at home today";
        SchoolAge: "适龄儿童台账", "Ledger of school-age children";
        SchoolAgeText: "本学年适龄、在本平板有档案的学生", "Children of school age this year who have a file here";
        ByLists: "各部门最近一批名单上的适龄儿童，和本平板有档案的；名单到{0}", "School-age children of the departments’ latest lists, and those with a file here; lists as of {0}";
        NoLists: "这里现在只有建了档的学生。先收户籍、学籍和点名名单，全县适龄儿童就都列出来", "Only children with a file are here. Take in the household register, the roll and the roll call, and every child of school age stands here";
        ToCompare: "去“比对”收名单", "To Compare, where lists are taken in";
        OnlyListed: "仅名单", "List only";
        OnlyOn: "没有档案，只在名单上：{0}", "No file; on the lists alone: {0}";
        ListedText: "这名学生还没有档案，只在部门名单上。立案、安置或落实关爱人时才建档。", "This child has no file yet and stands on departments’ lists alone. A file begins with a case, a placement or carers.";
        Where: "在哪些名单上，为什么在这里", "On which lists, and why here";
        Suspected: "疑似辍学台账", "Ledger of suspected dropouts";
        SuspectedText: "疑似辍学，正在核查或已排除", "Suspected cases, under check or found not to be out";
        Dropout: "辍学台账", "Ledger of dropouts";
        DropoutText: "核查属实的辍学学生，到销号为止", "Children found truly out of school, until the case is closed";

        // Choosing.
        Choose: "台账", "Ledger";
        Any: "全部", "All";
        NoTown: "没有填乡镇", "No township";
        Count: "{0} 人", "{0} children";
        Table: "台账内容", "The ledger";
        Clear: "清除筛选", "Clear filters";
        Age: "年龄", "Age";
        Search: "在台账里查找", "Find on the ledger";
        SearchHint: "姓名、拼音首字母或号码", "Name, initials or number";
        ClearSearch: "清除查找", "Clear the search";
        Empty: "这本台账现在没有人", "Nobody stands on this ledger";
        EmptyText: "有了相应的档案，会自动列在这里，不用另填。", "Children appear here by themselves as their files say so; nothing is filled in twice.";
        NotFound: "没有符合筛选的学生", "Nobody fits these filters";
        ShowNumbers: "显示完整号码", "Show numbers in full";
        HideNumbers: "遮住号码", "Mask numbers";
        ShowAsk: "显示完整号码？", "Show numbers in full?";
        ShowText: "将显示 {0} 名学生的证件号码和电话。谁在什么时候看过，会记入各自档案的查看记录。", "Identity numbers and phones of {0} children will be shown. Who saw them and when is kept in the log of each file.";

        // Columns and saved views.
        Columns: "选择列", "Choose columns";
        ColumnsText: "上面的列在表的左边。点箭头移动，点叉去掉；要添加的在最下面。", "The upper columns stand further left. Move them by the arrows; those to add are at the end.";
        ColumnsShown: "已选的列，按表中顺序", "Chosen columns, in their order";
        ColumnsMore: "可以添加的列", "Columns to add";
        Earlier: "把“{0}”往前移", "Move “{0}” forward";
        Later: "把“{0}”往后移", "Move “{0}” back";
        Drop: "去掉“{0}”", "Take “{0}” out";
        OwnColumns: "恢复这本台账原来的列", "Back to this ledger’s own columns";
        Saved: "常用台账", "Saved ledgers";
        SaveThis: "存为常用", "Save this one";
        SaveName: "名称", "Name";
        SaveHint: "筛选和列一起记住，只存在本平板。例如：石桥镇送教", "Filters and columns are kept together, on this tablet only";
        SavedOk: "已存为常用台账", "Saved";
        RemoveSaved: "删除“{0}”", "Delete “{0}”";
        SavedRemoved: "已删除", "Deleted";

        // Out.
        Export: "导出表格", "Export as a workbook";
        ExportText: "导出 {0} 名学生，{1} 列，Excel 表格（xlsx）。号码是文本，用表格软件打开不会变形。", "{0} children, {1} columns, as an Excel workbook (xlsx). Numbers are text and stay whole.";
        WithNumbers: "包含完整的证件号码和电话", "With whole identity numbers and phones";
        WithNumbersText: "会记入每名学生的查看记录。表格不加密，请妥善保管，用完删除。", "It is kept in every child’s log. The workbook is not sealed: keep it safe and delete it after use.";
        MaskedText: "号码遮住中间几位。这样的表格不能再导入。", "Numbers are masked. Such a workbook cannot be taken in again.";
        Exporting: "正在写表格，{0}／{1} 行", "Writing the workbook, {0} of {1} rows";
        ExportStopped: "已取消，没有导出", "Cancelled; nothing was exported";
        ChangedMeanwhile: "导出时台账有变动，没有导出。请再导一次", "The ledger changed meanwhile and nothing was exported. Export it again";
        TooLong: "超过 {0} 人不宜打印。请先筛选，或导出表格", "More than {0} children are too many for paper. Narrow it first, or export a workbook";
        Exported: "台账已导出，在浏览器的下载里", "The ledger is among the browser’s downloads";
        TooLarge: "行数太多，一张表装不下。请先筛选", "Too many rows for one workbook. Narrow it first";
        PrintHint: "A4 横向", "A4, across";
        Unit: "填表单位：{0}", "Unit: {0}";
        Author: "填表人：{0}", "Filled in by: {0}";
        MadeOn: "填表时间：{0}", "Day: {0}";
        Total: "合计 {0} 人", "{0} children";
        More: "更多", "More";

        // In the log of a child's file.
        LookShown: "台账里的证件号码和电话", "Identity numbers and phones in a ledger";
        LookExported: "导出的台账里的证件号码和电话", "Identity numbers and phones in an exported ledger";

        // Columns, as the form has them.
        N: "序号", "No.";
        Town: "乡镇", "Township";
        Village: "村", "Village";
        School: "学校", "School";
        Stage: "学段", "Stage";
        Grade: "年级", "Grade";
        Class: "班级", "Class";
        Name: "姓名", "Name";
        Sex: "性别", "Sex";
        Ethnic: "民族", "Ethnic group";
        IdNo: "身份证号", "Identity number";
        RollNo: "学籍号", "Roll number";
        Birth: "出生日期", "Date of birth";
        Guardian: "监护人", "Guardian";
        Relation: "关系", "Relation";
        Phone: "联系电话", "Phone";
        Household: "户籍地址", "Registered address";
        Address: "现住址", "Address";
        Flags: "群体类别", "Groups";
        DisabilityType: "残疾类别", "Type of disability";
        DisabilityGrade: "残疾等级", "Grade of disability";
        Certificate: "残疾证号", "Disability certificate";
        Status: "就学状态", "State of schooling";
        Placement: "安置形式", "Placement";
        DutySchool: "责任学校", "Responsible school";
        Teachers: "送教教师", "Home-teaching teachers";
        OutFrom: "辍学（失学）时间", "Out of school since";
        Reason: "辍学原因", "Reason";
        Persuasions: "劝返次数", "Persuasion talks";
        LastOn: "最近劝返日期", "Last talk";
        By: "劝返人", "Talked to by";
        Step: "法律步骤", "Legal step";
        ReturnedOn: "复学日期", "Returned on";
        ReturnSchool: "复学学校", "Returned to";
        RollOk: "学籍注册", "On the roll";
        Carer1: "关爱责任人1", "First carer";
        Carer2: "关爱责任人2", "Second carer";
        PlanNo: "一生一策编号", "Plan number";
        CloseState: "销号状态", "State of the case";
        ClosedOn: "销号日期", "Closed on";
        Evidence: "佐证编号", "Evidence";
        Note: "备注", "Remark";
    }
}

use Ledgers as W;

/// The ledger's name, and what stands on it.
pub fn ledger_words(kind: LedgerKind) -> (W, W) {
    match kind {
        LedgerKind::Home => (W::Home, W::HomeText),
        LedgerKind::SchoolAge => (W::SchoolAge, W::SchoolAgeText),
        LedgerKind::Suspected => (W::Suspected, W::SuspectedText),
        LedgerKind::Dropout => (W::Dropout, W::DropoutText),
    }
}

/// The table under which the log of looks keeps ledgers, and its fields.
pub const LEDGER: &str = "ledger";
pub const SHOWN: &str = "shown";
pub const EXPORTED: &str = "exported";

/// A look by way of a ledger; `None` for one into a file itself.
pub fn look_text(field: &str, table: &str, lang: Lang) -> Option<String> {
    let word = if field == EXPORTED { W::LookExported } else { W::LookShown };
    (table == LEDGER).then(|| word.text(lang).to_owned()).or_else(|| super::paper::print_look(table, lang))
}

const COLUMN_WORDS: [(&str, W); 42] = [
    ("n", W::N),
    ("town", W::Town),
    ("village", W::Village),
    ("school", W::School),
    ("stage", W::Stage),
    ("grade", W::Grade),
    ("class", W::Class),
    ("name", W::Name),
    ("sex", W::Sex),
    ("ethnic", W::Ethnic),
    ("id_no", W::IdNo),
    ("xueji_no", W::RollNo),
    ("birth", W::Birth),
    ("guardian", W::Guardian),
    ("relation", W::Relation),
    ("phone", W::Phone),
    ("hukou", W::Household),
    ("address", W::Address),
    ("flags", W::Flags),
    ("dis_type", W::DisabilityType),
    ("dis_grade", W::DisabilityGrade),
    ("cert_no", W::Certificate),
    ("status", W::Status),
    ("placement", W::Placement),
    ("duty_school", W::DutySchool),
    ("teachers", W::Teachers),
    ("out_from", W::OutFrom),
    ("reason", W::Reason),
    ("persuasions", W::Persuasions),
    ("last_on", W::LastOn),
    ("by", W::By),
    ("step", W::Step),
    ("returned_on", W::ReturnedOn),
    ("return_school", W::ReturnSchool),
    ("xueji_ok", W::RollOk),
    ("carer1", W::Carer1),
    ("carer2", W::Carer2),
    ("plan_no", W::PlanNo),
    ("close_state", W::CloseState),
    ("closed_on", W::ClosedOn),
    ("evidence", W::Evidence),
    ("note", W::Note),
];

/// The heading of a column.
pub fn ledger_column(key: &str, lang: Lang) -> &'static str {
    COLUMN_WORDS.iter().find(|(of, _)| *of == key).map_or("", |(_, word)| word.text(lang))
}

/// A ledger's cell as words; numbers of persons whole only where `whole` says so.
pub fn datum_text(datum: &Datum, lang: Lang, whole: bool) -> String {
    match datum {
        Datum::Empty => String::new(),
        Datum::Text(text) => text.clone(),
        Datum::Number(number) => number.to_string(),
        Datum::Day(day) => day.to_string(),
        Datum::Code(list, code) => code_text(list, code, lang),
        Datum::Codes(list, codes) => codes_text(list, codes.iter().map(String::as_str), lang),
        Datum::Names(names) => names.join(lang.pick("、", ", ")),
        Datum::Masked(_, number) if whole => number.clone(),
        Datum::Masked(Mask::Id, number) => mask::id(number),
        Datum::Masked(Mask::Roll, number) => mask::roll(number),
        Datum::Masked(Mask::Certificate, number) => mask::cert(number),
        Datum::Masked(Mask::Phone, number) => mask::phone(number),
        Datum::Flag(flag) => if *flag { Common::Yes } else { Common::No }.text(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::ledger::COLUMNS;

    #[test]
    fn every_column_has_its_words_in_the_order_of_the_form() {
        let keys: Vec<&str> = COLUMNS.iter().map(|column| column.key).collect();
        let worded: Vec<&str> = COLUMN_WORDS.iter().map(|(key, _)| *key).collect();
        assert_eq!(keys, worded);
        assert_eq!(ledger_column("id_no", Lang::Zh), "身份证号");
    }

    #[test]
    fn numbers_are_whole_only_where_somebody_asked() {
        let id = Datum::Masked(Mask::Id, "370299201209010013".into());
        assert_eq!(datum_text(&id, Lang::Zh, false), "370299********0013");
        assert_eq!(datum_text(&id, Lang::Zh, true), "370299201209010013");
        let phone = Datum::Masked(Mask::Phone, "13800001234".into());
        assert_eq!(datum_text(&phone, Lang::En, false), "138****1234");
        assert_eq!(datum_text(&Datum::Names(vec!["甲".into(), "乙".into()]), Lang::Zh, false), "甲、乙");
    }
}
