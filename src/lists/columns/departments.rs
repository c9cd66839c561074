//! Lists of the other departments: police, poverty relief, disabled persons, health.
use super::Looks::*;
use super::Must::{Have, May};
use super::shared::*;
use super::{Column, List, ListKind};

pub(super) static HOUSEHOLD: List = List {
    kind: ListKind::Household,
    key: "household",
    titles: &["户籍", "常住人口", "适龄人口", "公安"],
    columns: &[
        NAME,
        ID,
        SEX,
        ETHNIC,
        BIRTH,
        col("household", May, Any, 5, &["户号", "户编号", "户口编号"]),
        RELATION,
        col("head", May, Name, 5, &["户主姓名", "户主"]),
        TOWN,
        VILLAGE,
        col("registered_address", May, Any, 3, &["户籍地址", "户籍所在地", "户口所在地", "户籍地"]),
        col("police_station", May, Any, 5, &["派出所", "所属派出所", "管辖派出所"]),
        col("state", May, Any, 5, &["人户状态", "户籍状态", "人口状态", "注销标识"]),
    ],
};

pub(super) static POOR: List = List {
    kind: ListKind::Poor,
    key: "poor",
    titles: &["脱贫", "扶贫", "监测对象", "建档立卡", "乡村振兴"],
    columns: &[
        TOWN,
        VILLAGE,
        col("household", May, Any, 3, &["户编号", "户号"]),
        col("person", May, Any, 5, &["人编号", "人员编号"]),
        NAME,
        ID,
        SEX,
        RELATION,
        Column {
            must: Have,
            ..col("household_type", May, Any, 5, &["户类型", "户类别", "农户类型", "脱贫户类型", "人员类型"])
        },
        col("at_school", May, Any, 5, &["在校生状况", "在校状况", "在校生情况"]),
        col(
            "reason",
            May,
            Any,
            4,
            &["未上学原因", "失学或辍学原因", "义务教育阶段未上学原因", "辍学原因", "失学辍学原因"],
        ),
        PHONE,
    ],
};

pub(super) static DISABILITY: List = List {
    kind: ListKind::Disability,
    key: "disability",
    titles: &["残疾", "残联", "持证"],
    columns: &[
        NAME,
        SEX,
        ID,
        Column { must: Have, tells: 3, ..CERTIFICATE },
        Column {
            tells: 3,
            words: &["残疾类别", "残疾类型", "残疾种类", "类别", "障碍类型"],
            ..DISABILITY_TYPE
        },
        Column { tells: 4, words: &["残疾等级", "残疾级别", "等级", "级别"], ..DISABILITY_GRADE },
        BIRTH,
        ADDRESS,
        GUARDIAN,
        PHONE,
    ],
};

pub(super) static HEALTH: List = List {
    kind: ListKind::Health,
    key: "health",
    titles: &["死亡", "重大疾病", "卫健", "卫生健康", "疾病"],
    columns: &[
        NAME,
        ID,
        Column {
            must: Have, ..col("event", May, Any, 5, &["登记事项", "事项", "诊断", "死因", "疾病名称"])
        },
        col("date", May, Date, 4, &["登记日期", "死亡日期", "诊断日期", "确诊日期"]),
        col("hospital", May, Any, 5, &["医疗机构", "医院", "诊断机构", "登记机构"]),
    ],
};
