//! The words of submitted reports.
use crate::labels;

labels! {
    pub REPORT, "report": "报表", "Report" {
        kind: "报表种类", "Kind of report";
        school: "学校", "School";
        from: "起始日期", "From";
        on: "截止日期", "Up to";
        version: "第几版", "Version";
        note: "说明", "Note";
        figures: "定稿数据", "Frozen figures";
        submitted_on: "提交日期", "Submitted on";
        slot: "签名密钥", "Key slot";
        signature: "签名", "Signature";
    }
}
