//! Lists that the education side keeps of pupils in care: home teaching, carers, findings.
use super::Looks::*;
use super::Must::{Have, May};
use super::shared::*;
use super::{Column, List, ListKind};

pub(super) static HOME_TEACHING: List = List {
    kind: ListKind::HomeTeaching,
    key: "home_teaching",
    titles: &["送教上门", "送教"],
    columns: &[
        Column {
            tells: 4,
            words: &[
                "责任学校",
                "送教学校",
                "学校",
                "学校名称",
                "责任校",
                "所属学校",
                "承担学校",
                "送教责任学校",
            ],
            ..SCHOOL
        },
        col("school_type", May, Any, 3, &["学校类型", "学校类别", "责任学校类型"]),
        NAME,
        ID,
        CERTIFICATE,
        Column {
            not: &["电话", "2", "二", "辅"],
            ..col(
                "teacher1",
                May,
                Name,
                5,
                &[
                    "送教教师1",
                    "送教教师一",
                    "主送教教师",
                    "送教教师",
                    "主教师",
                    "送教老师1",
                    "送教老师",
                    "教师1",
                    "主送教师",
                    "送教教师主",
                ],
            )
        },
        Column {
            not: &["电话", "1", "一", "主"],
            ..col(
                "teacher2",
                May,
                Name,
                5,
                &[
                    "送教教师2",
                    "送教教师二",
                    "辅送教教师",
                    "送教教师",
                    "辅教师",
                    "送教老师2",
                    "送教老师",
                    "教师2",
                    "辅送教师",
                    "送教教师辅",
                ],
            )
        },
        col(
            "visits",
            May,
            Count,
            5,
            &[
                "每周次数",
                "周次数",
                "每周送教次数",
                "送教次数周",
                "每周送教",
                "每周送教几次",
                "送教频次",
                "次数周",
                "送教次数",
            ],
        ),
        col(
            "hours",
            May,
            Count,
            5,
            &["每次课时", "课时次", "每次送教课时", "每次课时数", "送教课时", "课时"],
        ),
        Column {
            not: &["结束", "终止"],
            ..col(
                "from",
                May,
                Date,
                4,
                &[
                    "起始日期",
                    "开始日期",
                    "送教起始日期",
                    "送教开始时间",
                    "起始时间",
                    "开始时间",
                    "送教开始日期",
                ],
            )
        },
        GUARDIAN,
        RELATION,
        PHONE,
        ADDRESS,
        SEX,
        ETHNIC,
        BIRTH,
        ROLL_NUMBER,
        DISABILITY_TYPE,
        DISABILITY_GRADE,
    ],
};

pub(super) static CARERS: List = List {
    kind: ListKind::Carers,
    key: "carers",
    titles: &["关爱责任人", "关爱", "帮扶责任人"],
    columns: &[
        SCHOOL,
        NAME,
        ID,
        Column {
            not: &["电话", "2", "二"],
            ..col(
                "carer1",
                Have,
                Name,
                5,
                &["关爱责任人1", "责任人1", "关爱责任人一", "责任人一", "关爱责任人", "责任人"],
            )
        },
        Column {
            words: &["联系电话1", "电话1", "联系电话一", "联系电话", "电话", "责任人1电话"],
            ..col("phone1", May, Phone, 3, &[])
        },
        Column {
            not: &["电话", "1", "一"],
            ..col(
                "carer2",
                May,
                Name,
                5,
                &["关爱责任人2", "责任人2", "关爱责任人二", "责任人二", "关爱责任人", "责任人"],
            )
        },
        Column {
            words: &["联系电话2", "电话2", "联系电话二", "联系电话", "电话", "责任人2电话"],
            ..col("phone2", May, Phone, 3, &[])
        },
    ],
};

pub(super) static FINDINGS: List = List {
    kind: ListKind::Findings,
    key: "findings",
    titles: &["核查结果", "核查", "督察"],
    columns: &[
        col("team", May, Any, 5, &["督察小组", "核查小组", "小组", "组别"]),
        NAME,
        ID,
        col("checked_on", May, Date, 4, &["核查日期", "核查时间"]),
        col("checker1", May, Name, 5, &["核查人1", "核查人一", "核查人"]),
        col("checker2", May, Name, 5, &["核查人2", "核查人二", "核查人"]),
        Column { must: Have, ..col("finding", May, Any, 5, &["核查结论", "结论", "核查结果"]) },
        col("not_real_reason", May, Any, 5, &["非真实失学原因", "非真实原因", "不属实原因"]),
        col("evidence", May, Any, 5, &["佐证材料", "证明材料", "佐证"]),
        col("outcome", May, Any, 5, &["安置去向", "去向", "安置方式"]),
        Column { must: May, ..SCHOOL },
        col("placed_on", May, Date, 5, &["安置日期", "安置时间", "返校日期"]),
        ROLL_NUMBER,
        col("verifier", May, Name, 5, &["复核人", "审核人"]),
    ],
};
