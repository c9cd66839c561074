//! Words that many pages share.
use crate::words;

words! {
    pub enum Common {
        AppName: "保学", "Baoxue";
        Tagline: "义务教育控辍保学与送教上门档案", "The register that keeps every child in school";
        Save: "保存", "Save";
        Saving: "正在保存…", "Saving…";
        Cancel: "取消", "Cancel";
        Close: "关闭", "Close";
        Back: "返回", "Back";
        Next: "下一步", "Next";
        Previous: "上一步", "Back one step";
        Done: "完成", "Done";
        Continue: "继续", "Continue";
        Edit: "修改", "Edit";
        Add: "添加", "Add";
        Remove: "移除", "Remove";
        Delete: "删除", "Delete";
        Undo: "撤销", "Undo";
        Redo: "重做", "Redo";
        Search: "查找", "Search";
        Filter: "筛选", "Filter";
        Sort: "排序", "Sort";
        All: "全部", "All";
        None: "无", "None";
        Yes: "是", "Yes";
        No: "否", "No";
        Unknown: "不详", "Not known";
        Optional: "选填", "Optional";
        Required: "必填", "Required";
        Show: "显示", "Show";
        Hide: "隐藏", "Hide";
        ShowMore: "更多", "Show more";
        ShowOlder: "查看更早的记录", "Show older records";
        More: "更多操作", "More actions";
        Open: "打开", "Open";
        Print: "打印", "Print";
        Export: "导出", "Export";
        Import: "导入", "Import";
        Retry: "重试", "Try again";
        Confirm: "确定", "Confirm";
        Today: "今天", "Today";
        Yesterday: "昨天", "Yesterday";
        Tomorrow: "明天", "Tomorrow";
        Date: "日期", "Date";
        Time: "时间", "Time";
        Reason: "原因", "Reason";
        Note: "备注", "Note";
        Name: "姓名", "Name";
        History: "修改记录", "History";
        Details: "详细", "Details";
        Nothing: "—", "—";
        Minutes: "{0} 分钟", "{0} min";
        Days: "{0} 天", "{0} days";
        People: "{0} 人", "{0} people";
        Items: "{0} 项", "{0} items";
        CountOf: "{0}／{1}", "{0} of {1}";
        DiscardTitle: "有未保存的内容", "There is unsaved text";
        DiscardText: "离开前怎么处理这份草稿？", "What should happen to this draft?";
        Discard: "放弃修改", "Discard";
        KeepEditing: "继续填写", "Keep editing";
        SaveDraft: "存为草稿", "Save as draft";
        Draft: "草稿", "Draft";
        Working: "处理中…", "Working…";
        Stop: "停止", "Stop";
    }
}
