//! Words for the columns of department lists.
use super::{Lang, Word};
use crate::lists::columns::ListKind;
use crate::words;

words! {
    pub enum ColumnWord {
        SchoolCode: "学校标识码", "School code";
        Name: "姓名", "Name";
        SchoolType: "学校类型", "Type of school";
        Town: "乡镇（街道）", "Township";
        Principal: "校长", "Principal";
        Phone: "联系电话", "Phone";
        Address: "现住址", "Address";
        IdNumber: "身份证号", "Identity number";
        Sex: "性别", "Sex";
        Ethnic: "民族", "Ethnic group";
        Birth: "出生日期", "Date of birth";
        Household: "户号", "Household number";
        Relation: "与户主（监护人）关系", "Relation";
        Head: "户主姓名", "Head of household";
        Village: "村（居）", "Village";
        RegisteredAddress: "户籍地址", "Registered address";
        PoliceStation: "派出所", "Police station";
        State: "人户状态", "State of registration";
        School: "学校", "School";
        Grade: "年级", "Grade";
        Class: "班级", "Class";
        RollNumber: "学籍号", "Roll number";
        Attendance: "就读方式", "Way of attending";
        Home: "是否送教上门", "Taught at home";
        Inclusive: "是否随班就读", "Inclusive placement";
        DisabilityType: "残疾类别", "Type of disability";
        DisabilityGrade: "残疾等级", "Grade of disability";
        Status: "学生状态", "Status on the roll";
        Guardian: "监护人", "Guardian";
        Presence: "到校情况", "Presence";
        Reason: "原因", "Reason";
        AbsentFrom: "未到起始日期", "Absent from";
        CalledOn: "点名日期", "Day of the roll call";
        Caller: "点名人", "Called by";
        Person: "人编号", "Person number";
        HouseholdType: "户类型", "Type of household";
        AtSchool: "在校生状况", "At school";
        Certificate: "残疾人证号", "Disability certificate";
        Group: "儿童类别", "Group";
        Director: "儿童主任", "Children's officer";
        DirectorPhone: "儿童主任电话", "Children's officer's phone";
        Event: "登记事项", "What is recorded";
        Date: "登记日期", "Date";
        Hospital: "医疗机构", "Hospital";
        Team: "督察小组", "Team";
        CheckedOn: "核查日期", "Checked on";
        Checker1: "核查人一", "First checker";
        Checker2: "核查人二", "Second checker";
        Finding: "核查结论", "Finding";
        NotRealReason: "非真实失学原因", "Why not truly out";
        Evidence: "佐证材料", "Evidence";
        Outcome: "安置去向", "Outcome";
        PlacedOn: "安置日期", "Placed on";
        Verifier: "复核人", "Verified by";
        Teacher1: "送教教师（主）", "First teacher";
        Teacher2: "送教教师（辅）", "Second teacher";
        Visits: "每周次数", "Visits a week";
        Hours: "每次课时", "Class hours a visit";
        From: "起始日期", "From";
        Carers: "关爱责任人", "Carers";
        Carer1: "关爱责任人一", "First carer";
        Phone1: "责任人一电话", "First carer's phone";
        Carer2: "关爱责任人二", "Second carer";
        Phone2: "责任人二电话", "Second carer's phone";
        SchoolName: "学校名称", "Name of the school";
        SchoolAddress: "学校地址", "Address of the school";
    }
}

use ColumnWord as C;

/// What a column of a list is called; a key that has no word stands for itself.
pub fn column_label(kind: ListKind, key: &str, lang: Lang) -> String {
    word(kind, key).map_or_else(|| key.to_owned(), |word| word.text(lang).to_owned())
}

fn word(kind: ListKind, key: &str) -> Option<ColumnWord> {
    Some(match key {
        "name" if kind == ListKind::Schools => C::SchoolName,
        "address" if kind == ListKind::Schools => C::SchoolAddress,
        "school_code" => C::SchoolCode,
        "name" => C::Name,
        "school_type" => C::SchoolType,
        "town" => C::Town,
        "principal" => C::Principal,
        "phone" => C::Phone,
        "address" => C::Address,
        "id_number" => C::IdNumber,
        "sex" => C::Sex,
        "ethnic" => C::Ethnic,
        "birth" => C::Birth,
        "household" => C::Household,
        "relation" => C::Relation,
        "head" => C::Head,
        "village" => C::Village,
        "registered_address" => C::RegisteredAddress,
        "police_station" => C::PoliceStation,
        "state" => C::State,
        "school" => C::School,
        "grade" => C::Grade,
        "class" => C::Class,
        "roll_number" => C::RollNumber,
        "attendance" => C::Attendance,
        "home" => C::Home,
        "inclusive" => C::Inclusive,
        "disability_type" => C::DisabilityType,
        "disability_grade" => C::DisabilityGrade,
        "status" => C::Status,
        "guardian" => C::Guardian,
        "presence" => C::Presence,
        "reason" => C::Reason,
        "absent_from" => C::AbsentFrom,
        "called_on" => C::CalledOn,
        "caller" => C::Caller,
        "person" => C::Person,
        "household_type" => C::HouseholdType,
        "at_school" => C::AtSchool,
        "certificate" => C::Certificate,
        "group" => C::Group,
        "director" => C::Director,
        "director_phone" => C::DirectorPhone,
        "event" => C::Event,
        "date" => C::Date,
        "hospital" => C::Hospital,
        "team" => C::Team,
        "checked_on" => C::CheckedOn,
        "checker1" => C::Checker1,
        "checker2" => C::Checker2,
        "finding" => C::Finding,
        "not_real_reason" => C::NotRealReason,
        "evidence" => C::Evidence,
        "outcome" => C::Outcome,
        "placed_on" => C::PlacedOn,
        "verifier" => C::Verifier,
        "teacher1" => C::Teacher1,
        "teacher2" => C::Teacher2,
        "visits" => C::Visits,
        "hours" => C::Hours,
        "from" => C::From,
        "carers" => C::Carers,
        "carer1" => C::Carer1,
        "phone1" => C::Phone1,
        "carer2" => C::Carer2,
        "phone2" => C::Phone2,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::columns::LISTS;

    #[test]
    fn every_column_of_every_list_has_its_word() {
        for list in LISTS {
            for column in list.columns {
                assert!(word(list.kind, column.key).is_some(), "{} {}", list.key, column.key);
            }
        }
    }
}
