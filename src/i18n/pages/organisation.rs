//! Words of the schools and the staff.
use crate::words;

words! {
    pub enum Organisation {
        Schools: "学校", "Schools";
        Staff: "教职工", "Staff";
        Both: "学校和教职工", "Schools and staff";
        FindSchool: "查找学校", "Find a school";
        FindSchoolHint: "校名、拼音首字母、标识码、校长", "Name, its first letters, code, principal";
        FindStaff: "查找教职工", "Find a member of staff";
        FindStaffHint: "姓名、拼音首字母、电话", "Name, its first letters, telephone";
        CountSchools: "{0} 所", "Schools: {0}";
        CountStaff: "{0} 人", "People: {0}";
        NewSchool: "添加学校", "Add a school";
        NewStaff: "添加教职工", "Add a member of staff";
        NoSchools: "还没有学校", "There are no schools yet";
        NoSchoolsText: "在“交接”页导入学校名录，或者逐所添加。", "Take in the list of schools on the Transfer page, or add them one by one.";
        NoStaff: "还没有教职工", "There are no staff yet";
        NoStaffText: "导入送教名册时会带进教师，也可以逐个添加。", "Teachers come with the home-teaching roster; they can also be added one by one.";
        NotFound: "没有符合的", "Nothing matches";
        ChooseSchool: "请在左边选一所学校", "Choose a school on the left";
        ChooseStaff: "请在左边选一位教职工", "Choose someone on the left";
        BackToList: "返回名单", "Back to the list";
        AllKinds: "全部类别", "Every kind";
        AllTowns: "全部乡镇", "Every township";
        AllSchools: "全部学校", "Every school";
        AllDuties: "全部职责", "Every duty";
        Name: "名称或姓名", "Name";
        Principal: "校长", "Principal";
        Taught: "负责的学生数", "Pupils they teach";
        Kind: "类别", "Kind";
        Town: "乡镇", "Township";
        School: "学校", "School";
        Duty: "职责", "Duty";
        FirstResponsible: "第一责任人", "The person first responsible";
        NoPrincipal: "还没有填写校长", "No principal is named yet";
        Call: "打电话 {0}", "Call {0}";
        Pupils: "学生", "Pupils";
        NoPupils: "名下还没有学生", "No pupils yet";
        NoStaffHere: "还没有登记教职工", "No staff are named yet";
        Teaches: "负责的学生", "Pupils they teach";
        ClosedOn: "已停办", "Closed";
        LeftOn: "已离岗", "Left";
        HasSlot: "在这台平板上有自己的口令", "Has a passphrase on this tablet";
        NoSlot: "在这台平板上没有口令", "Has no passphrase on this tablet";
        Me: "本人", "You";
        About: "基本信息", "About";
        Deleted: "这份档案已删除", "This file was deleted";
        BringBack: "恢复", "Bring it back";
        BroughtBack: "已恢复", "Brought back";
        CountPupils: "{0} 名学生", "pupils: {0}";
        Visits: "本学期送教 {0} 次", "{0} visits this term";
    }
}
