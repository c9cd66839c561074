//! Words of the list of pupils and a child's file.
use crate::words;

words! {
    pub enum Pupils {
        SearchLabel: "查找学生", "Find a pupil";
        SearchHint: "姓名、拼音首字母、证号几位、村居、电话", "Name, pinyin initials, part of a number, village, telephone";
        Clear: "清空", "Clear";
        List: "学生名单", "Pupils";
        Empty: "还没有学生", "No pupils yet";
        NotFound: "没有找到", "Nobody found";
        Choose: "在左边选一名学生", "Choose a pupil on the left";
        New: "新学生", "New pupil";
        LookAlike: "可能是同一名学生", "This may be the same child";
        OpenThat: "是同一人，打开", "The same child: open";
        Other: "我核对过，不是同一人", "I have checked: another child";
        Made: "学生档案已建立", "The pupil's file is begun";
        Count: "{0} 名学生", "{0} pupils";
        BackToList: "返回名单", "Back to the list";
        Record: "记录送教", "Record a visit";
        Timeline: "经历", "Timeline";
        File: "档案", "File";
        History: "修改记录", "History";
        NoVisits: "还没有记录", "Nothing recorded yet";
        AddRecord: "添加{0}", "Add: {0}";
        Undone: "已撤销", "Undone";
        Guardians: "监护人", "Guardians";
        Teachers: "送教教师", "Teachers";
        Placement: "安置", "Placement";
        LastVisit: "上次送教", "Last visit";
        Conflicts: "两处填写不一样", "Filled in differently";
        Keep: "用这个", "Keep this one";
        Cleared: "（清空）", "(emptied)";
        Settled: "已决定，另一个值留在修改记录里", "Decided; the other value stays in the history";
        CannotRead: "这份档案读不出来，其他档案不受影响。", "This file cannot be read; all others are sound.";
        ShowNumber: "显示完整号码", "Show the whole number";
    }
}
