//! Words of lists in, the register out and another tablet's in.
use crate::words;

words! {
    pub enum Transfer {
        Title: "交接", "Transfer";
        ListTitle: "导入名册", "Take in a list";
        ListText: "学校名录、送教上门名册（xlsx、xls、ods、csv）。先看预览，再决定。", "School directory or home-teaching roster (xlsx, xls, ods, csv). You see a preview first.";
        ChooseFile: "选择文件", "Choose files";
        Reading: "正在读 {0}", "Reading {0}";
        Preview: "预览", "Preview";
        Fresh: "新增 {0}", "{0} new";
        Changed: "有变化 {0}", "{0} changed";
        Unchanged: "没有变化 {0}", "{0} unchanged";
        LeftOut: "没有采用 {0}", "{0} left out";
        Counts: "读到 {0} 行：采用 {1}，去掉 {2}，重复 {3}，无效 {4}", "{0} rows read: {1} taken, {2} dropped, {3} duplicate, {4} invalid";
        Issues: "{0} 处需要看一看", "{0} to look at";
        TakeIn: "导入", "Take in";
        Taken: "名册已导入", "The list is taken in";
        NothingNew: "没有新内容", "There is nothing new in it";
        NotAList: "看不出这是哪种名册：{0}", "It is not clear what list this is: {0}";
        Unreadable: "文件读不出来：{0}", "The file cannot be read: {0}";
        ExportTitle: "导出档案", "Export the register";
        ExportText: "全部档案，JSON 格式，公开的结构。文件没有加密，谁拿到都能看。", "The whole register as JSON, in a public format. The file is not sealed: whoever has it can read it.";
        ExportWarn: "导出不加密的文件？", "Export a file that is not sealed?";
        ImportTitle: "合并档案文件", "Merge a register file";
        ImportText: "从另一台平板导出的 JSON。先看预览，两边的内容都会保留。", "JSON from another tablet. You see a preview first; both sides are kept.";
        Merge: "合并", "Merge";
        Merged: "已合并", "Merged";
        Conflicts: "两边不一样 {0} 处", "{0} to decide";
        Refused: "文件里有 {0} 处问题，没有合并：{1}", "{0} problems in the file, so nothing was merged: {1}";
        FaultAt: "第 {0} 行第 {1} 列：{2}", "line {0}, column {1}: {2}";
        NotARegister: "这不是本程序导出的档案文件", "this is no file exported by this program";
        NewerFile: "文件由更新的版本导出，请先更新本程序", "it was exported by a newer version: update this program first";
        ReportFile: "这是报表，内容不完整，不能合并", "this is a report with parts left out: it cannot be merged";
        BrokenFile: "文件不完整或被改动过，请重新导出一份", "the file is cut short or was altered: export it again";
        OtherRegister: "这是另一个档案的文件，不能合并到这里", "This file is of another register and cannot be merged here";
        Practice: "练习档案和正式档案不能合并", "A practice register and a real one are never merged";
        NotMerged: "有一份档案不完整，没有合并。请在那台平板上重新导出全部档案", "One of the files is incomplete, so nothing was merged. Export the whole register on that tablet again";
        CutShort: "没有读完，请再试一次", "It was not read to the end; please try again";
        Row: "第 {0} 行", "row {0}";
        RowColumn: "第 {0} 行第 {1} 列", "row {0}, column {1}";
        Fingerprint: "核对码", "Fingerprint";
        FingerprintText: "两台平板的核对码一样，内容就一样。", "Two tablets with the same fingerprint hold the same.";
        Changes: "修改 {0} 处", "{0} changes";
    }
}
