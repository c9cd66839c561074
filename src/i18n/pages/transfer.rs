//! Words of lists in, the register out and another tablet's in.
use crate::words;

words! {
    pub enum Transfer {
        Title: "交接", "Transfer";
        OrDrop: "也可以把文件拖到这里", "or drop files here";

        // Lists.
        ListTitle: "导入名册", "Take in a list";
        ListText: "学校名录、送教上门名册（xlsx、xls、ods、csv），可一次选多份，先后不限。先看预览，再决定。", "School directory, home-teaching roster (xlsx, xls, ods, csv); several at once, in any order. You see a preview first.";
        ChooseFile: "选择文件", "Choose files";
        Reading: "正在读 {0}，第 {1} 行", "Reading {0}, row {1}";
        SheetRows: "工作表“{0}”，{1} 行", "sheet “{0}”, {1} rows";
        SheetIs: "这张表是", "This sheet is";
        LeaveOut: "不导入", "Left out";
        SheetLeftOut: "不导入", "Left out";
        NotYet: "认得，本版还不能导入", "Known, not yet taken in";
        ColumnsMissing: "缺必需的列", "Columns missing";
        Recognised: "已认出", "Recognised";
        Columns: "各列的含义（可改）", "What the columns mean (can be changed)";
        ColumnsText: "认错的列在这里改，下次同一单位的名册照此办理。", "Correct a column here; the next list from the same office is read the same way.";
        HeadingRow: "表头从第几行开始", "Row in which the headings begin";
        RowUp: "上移一行", "One row up";
        RowDown: "下移一行", "One row down";
        NoColumn: "没有这一列", "No such column";
        Counts: "读到 {0} 行：{1}", "{0} rows read: {1}";
        RowsTaken: "采用 {0}", "{0} taken";
        RowsDropped: "合计、备注等 {0}", "{0} totals, notes and the like";
        RowsDuplicate: "重复 {0}", "{0} duplicate";
        RowsInvalid: "有误未采用 {0}", "{0} with faults, not taken";
        Fresh: "新增 {0}", "{0} new";
        Changed: "有变化 {0}", "{0} changed";
        Unchanged: "没有变化 {0}", "{0} unchanged";
        LeftOut: "没有采用 {0}", "{0} left out";
        Issues: "{0} 处需要看一看", "{0} to look at";
        WholeRow: "整行", "Whole row";
        Cell: "位置", "Place";
        Found: "表中内容", "In the list";
        WhatToDo: "问题与办法", "What is wrong and what to do";
        WouldChange: "{0} 份档案会有变化", "{0} files would change";
        WouldChangeText: "您在本平板填写过的内容默认保留，要改用名册里的请打开开关。", "What a person wrote here is kept unless you switch to the list’s.";
        TakeAll: "全部用名册的", "Take all from the list";
        KeepAll: "全部保留原来的", "Keep all as they are";
        ByHand: "有人工填写的内容", "Written by a person";
        UseList: "{0}：用名册的", "{0}: use the list’s";
        ToTake: "将新增或修改 {0} 份档案", "{0} files will be made or changed";
        TakeIn: "导入", "Take in";
        PutAside: "不导入了", "Put aside";
        Taken: "名册已导入", "The list is taken in";
        NothingNew: "没有新内容", "There is nothing new in it";
        NotAList: "看不出这是哪种名册。请确认选对了文件；表头可能不在前几行", "It is not clear what list this is. Check that it is the right file; its headings may stand far down";
        Unreadable: "文件读不出来，可能已被移动或删除。请重新选择", "The file cannot be read; it may have been moved or deleted. Choose it again";

        // The worker.
        DeskNotLoaded: "读文件的程序没有启动，没有导入。请连上网络刷新一次再试", "The part that reads files could not be started, so nothing was taken in. Connect, reload and try again";
        DeskOtherVersion: "页面和读文件的程序版本不一致，没有导入。请刷新后再试", "The page and the part that reads files are of different versions, so nothing was taken in. Reload and try again";
        DeskDied: "读文件时内存不够或程序出错，已停止，档案没有变动。请关掉其他页面再试，或把文件拆小", "Reading ended for want of memory or by an error; the register is as it was. Close other pages and try again, or split the file";
        DeskStopped: "已停止读取，档案没有变动。请重新选择文件", "Reading was stopped; the register is as it was. Choose the files again";

        // Undo of an import.
        UndoLists: "刚导入了名册，涉及 {0} 份档案。在下一次修改或导出之前可以撤销", "Lists were just taken in ({0} files). Until the next change or export this can be undone";
        UndoRegister: "刚合并了档案文件，涉及 {0} 份档案。在下一次修改或导出之前可以撤销", "A register file was just merged ({0} files). Until the next change or export this can be undone";
        UndoImport: "撤销这次导入", "Undo this import";
        UndoneImport: "已回到导入之前", "The register is as it was before the import";
        UndoGone: "之后又有修改或导出，不能再撤销", "There was a change or an export since, so it can no longer be undone";

        // The register out.
        ExportTitle: "导出档案", "Export the register";
        ExportText: "全部档案，JSON 格式，公开的结构。文件没有加密，谁拿到都能看。", "The whole register as JSON, in a public format. The file is not sealed: whoever has it can read it.";
        ExportWarn: "导出不加密的文件？", "Export a file that is not sealed?";

        // Another tablet's register in.
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

        Fingerprint: "核对码", "Fingerprint";
        FingerprintText: "两台平板的核对码一样，内容就一样。", "Two tablets with the same fingerprint hold the same.";
        Changes: "修改 {0} 处", "{0} changes";
    }
}
