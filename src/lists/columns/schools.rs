//! Lists that the education side keeps of its schools and their rolls.
use super::Looks::*;
use super::Must::{Have, May};
use super::shared::*;
use super::{Column, List, ListKind};

pub(super) static SCHOOLS: List = List {
    kind: ListKind::Schools,
    key: "schools",
    titles: &["学校名录", "学校一览", "学校名单", "学校基本信息", "学校花名册", "学校信息"],
    columns: &[
        Column { must: Have, ..SCHOOL_CODE },
        Column {
            key: "name",
            tells: 2,
            words: &["学校名称", "学校", "校名", "学校全称", "单位名称", "名称"],
            not: &["类型", "标识", "代码", "校长", "电话", "地址"],
            ..SCHOOL
        },
        col(
            "school_type",
            Have,
            Any,
            4,
            &["学校类型", "学校类别", "办学类型", "类型", "学校性质", "学段", "办学类别"],
        ),
        Column { tells: 2, ..TOWN },
        Column {
            not: &["电话", "手机"],
            ..col("principal", May, Name, 5, &["校长", "校长姓名", "负责人", "学校负责人"])
        },
        Column {
            not: &[],
            words: &[
                "联系电话",
                "电话",
                "校长电话",
                "学校电话",
                "办公电话",
                "手机号",
                "手机",
                "手机号码",
                "联系方式",
                "校长联系电话",
            ],
            ..PHONE
        },
        Column { words: &["地址", "学校地址", "校址", "详细地址"], ..ADDRESS },
    ],
};

pub(super) static ROLL: List = List {
    kind: ListKind::Roll,
    key: "roll",
    titles: &["学籍"],
    columns: &[
        SCHOOL_CODE,
        SCHOOL,
        GRADE,
        CLASS,
        NAME,
        SEX,
        ETHNIC,
        BIRTH,
        ID,
        Column { tells: 4, ..ROLL_NUMBER },
        col(
            "registered_address",
            May,
            Any,
            1,
            &["户籍所在地", "户籍地", "户口所在地", "户籍地址", "户籍省县"],
        ),
        ADDRESS,
        col("attendance", May, Any, 5, &["就读方式", "上学方式"]),
        col("inclusive", May, Any, 5, &["是否随班就读", "随班就读"]),
        DISABILITY_TYPE,
        col("status", May, Any, 4, &["学生状态", "学籍状态", "学生当前状态", "在读状态"]),
        GUARDIAN,
        PHONE,
    ],
};

pub(super) static ROLL_CALL: List = List {
    kind: ListKind::RollCall,
    key: "roll_call",
    titles: &["点名", "在校", "到校"],
    columns: &[
        SCHOOL,
        GRADE,
        CLASS,
        NAME,
        ID,
        Column {
            must: Have,
            ..col(
                "presence",
                May,
                Any,
                5,
                &["到校情况", "在校情况", "是否到校", "是否在校", "到校状态", "实到未到"],
            )
        },
        col("reason", May, Any, 4, &["未到原因", "缺勤原因", "未到校原因", "请假类型"]),
        col(
            "absent_from",
            May,
            Date,
            5,
            &["未到起始日期", "缺勤起始日期", "未到校起始日期", "未到开始日期", "请假起始日期"],
        ),
        Column {
            not: &["起始"], ..col("called_on", May, Date, 5, &["点名日期", "点名时间", "清点日期"])
        },
        col("caller", May, Name, 5, &["点名人", "清点人"]),
    ],
};
