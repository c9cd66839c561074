//! Columns that stand in several kinds of list, with the words they go by.
use super::Looks::*;
use super::Must::{Have, May};
use super::{Column, Looks, Must};

pub(super) const fn col(
    key: &'static str,
    must: Must,
    looks: Looks,
    tells: u32,
    words: &'static [&'static str],
) -> Column {
    Column { key, must, looks, tells, words, not: &[] }
}

pub(super) const NOT_THE_CHILD: &[&str] = &[
    "监护",
    "家长",
    "户主",
    "教师",
    "老师",
    "父",
    "母",
    "责任人",
    "校长",
    "核查人",
    "联系人",
    "学校",
    "单位",
    "复核",
    "曾用",
];
pub(super) const NAME: Column = Column {
    not: NOT_THE_CHILD,
    ..col(
        "name",
        Have,
        Name,
        1,
        &["姓名", "学生姓名", "儿童姓名", "孩子姓名", "幼儿姓名", "残疾人姓名", "name"],
    )
};
pub(super) const ID: Column = Column {
    not: &["监护", "家长", "户主", "教师", "残疾", "学籍", "类型"],
    ..col(
        "id_number",
        Have,
        IdNumber,
        1,
        &[
            "身份证号",
            "身份证号码",
            "公民身份号码",
            "公民身份证号",
            "身份证件号",
            "身份证件号码",
            "证件号码",
            "证件号",
            "学生身份证号",
            "学生身份证件号",
            "身份证",
            "公民身份证号码",
            "idnumber",
        ],
    )
};
pub(super) const SEX: Column = col("sex", May, Any, 1, &["性别"]);
pub(super) const ETHNIC: Column = col("ethnic", May, Any, 1, &["民族"]);
pub(super) const BIRTH: Column =
    col("birth", May, Date, 1, &["出生日期", "出生年月", "出生年月日", "出生时间", "生日"]);
pub(super) const GUARDIAN: Column = Column {
    not: &["电话", "关系", "证", "手机"],
    ..col("guardian", May, Name, 1, &["监护人", "监护人姓名", "家长姓名", "家长", "法定监护人"])
};
pub(super) const PHONE: Column = Column {
    not: &["校长", "教师", "学校"],
    ..col(
        "phone",
        May,
        Phone,
        1,
        &[
            "联系电话",
            "电话",
            "监护人电话",
            "监护人联系电话",
            "家长电话",
            "家长联系电话",
            "手机号",
            "手机号码",
            "手机",
            "联系方式",
        ],
    )
};
pub(super) const ADDRESS: Column = col(
    "address",
    May,
    Any,
    1,
    &["现住址", "家庭住址", "现居住地", "居住地址", "住址", "家庭地址", "现住地址"],
);
pub(super) const TOWN: Column = col(
    "town",
    May,
    Any,
    1,
    &["乡镇", "镇街", "乡镇街道", "所在乡镇", "所属乡镇", "街道", "镇", "所在镇街", "所在乡镇街道"],
);
pub(super) const VILLAGE: Column =
    col("village", May, Any, 1, &["村居", "行政村", "村", "社区", "村委会", "社区村", "村社区"]);
pub(super) const CERTIFICATE: Column = col(
    "certificate",
    May,
    Certificate,
    2,
    &["残疾人证号", "残疾证号", "残疾人证号码", "残疾证号码", "残疾人证", "残疾证"],
);
pub(super) const DISABILITY_TYPE: Column =
    col("disability_type", May, Any, 2, &["残疾类别", "残疾类型", "残疾种类", "障碍类型", "障碍类别"]);
pub(super) const DISABILITY_GRADE: Column = col("disability_grade", May, Any, 3, &["残疾等级", "残疾级别"]);
pub(super) const SCHOOL: Column = Column {
    not: &["类型", "标识", "代码", "校长", "电话"],
    ..col("school", Have, Any, 1, &["学校", "学校名称", "就读学校", "所在学校", "所属学校", "在读学校"])
};
pub(super) const SCHOOL_CODE: Column =
    col("school_code", May, SchoolCode, 2, &["学校标识码", "学校代码", "学校编码", "标识码", "学校标识"]);
pub(super) const GRADE: Column = col("grade", May, Any, 1, &["年级"]);
pub(super) const CLASS: Column = col("class", May, Any, 1, &["班级", "班", "所在班级"]);
pub(super) const ROLL_NUMBER: Column =
    col("roll_number", May, RollNumber, 2, &["学籍号", "全国学籍号", "学籍主号", "学籍号码", "学籍编号"]);
pub(super) const RELATION: Column =
    col("relation", May, Any, 2, &["与户主关系", "与监护人关系", "关系", "与学生关系", "监护人关系"]);
