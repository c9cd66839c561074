//! Words of the list of pupils and of a new pupil.
use crate::words;

words! {
    pub enum Pupils {
        SearchLabel: "查找学生", "Find a pupil";
        SearchHint: "姓名、拼音首字母、证号几位、村居、电话", "Name, pinyin initials, part of a number, village, telephone";
        Clear: "清空", "Clear";
        List: "学生名单", "Pupils";
        Empty: "还没有学生", "No pupils yet";
        EmptyText: "在“交接”页导入送教名册，或者从这里新建。", "Take in the home-teaching roster on the Transfer page, or begin a file here.";
        NotFound: "没有找到", "Nobody found";
        NotFoundText: "试试拼音首字母，或者清除筛选。", "Try pinyin initials, or clear the filters.";
        Choose: "在左边选一名学生", "Choose a pupil on the left";
        Count: "{0} 名学生", "{0} pupils";
        BackToList: "返回名单", "Back to the list";
        CannotRead: "这份档案读不出来，其他档案不受影响。", "This file cannot be read; all others are sound.";
        Filters: "筛选", "Filters";
        FiltersOn: "筛选（{0}）", "Filters ({0})";
        ClearFilters: "清除筛选", "Clear the filters";
        OutsideFilters: "筛选之外还有 {0} 名", "{0} more outside the filters";
        Mode: "安置形式", "Placement";
        School: "学校", "School";
        Town: "乡镇（街道）", "Township";
        NoTown: "没填乡镇", "No township";
        Sort: "排序", "Order";
        ByVillage: "按村居", "By village";
        ByName: "按姓名", "By name";
        ByVisit: "久未送教的在前", "Longest unvisited first";
        ByDue: "要办的在前", "Most urgent first";
        Any: "不限", "Any";
        Mine: "我的学生", "My pupils";
        Due: "今天要办", "Due now";
        Safety: "有安全提示", "Safety note";
        NoPlan: "缺计划", "No plan";
        NoCarer: "缺关爱人", "No carer";
        NoConsent: "缺同意书", "No consent";
        Gaps: "信息不全", "Incomplete";
        Conflict: "待决定", "To decide";
        Deleted: "已删除", "Deleted";
        LastVisit: "{0}送教", "visited {0}";
        NotVisited: "未送教", "not visited";
        ByPhone: "电话 {0}", "Telephone {0}";
        ByNumber: "证号 {0}", "Number {0}";
        New: "新学生", "New pupil";
        NewTitle: "新学生", "A new pupil";
        NewText: "先填能认出这个孩子的几项，建好后再补全。", "First what tells this child apart; the rest can follow.";
        Basic: "学生", "The pupil";
        Family: "监护人", "Guardian";
        Begin: "建立档案", "Begin the file";
        Made: "学生档案已建立，请补全", "The file is begun; please complete it";
        LookAlike: "可能是同一名学生", "This may be the same child";
        NoLookAlike: "没有发现相像的学生", "Nobody here looks like this child";
        NoLookAlikeText: "一边填一边核对：证号、姓名加生日、电话或村居。", "Checked as you type: number, name with birthday, telephone or village.";
        SameNumber: "身份证号相同", "the same identity number";
        SameBirth: "姓名和生日相同", "the same name and birthday";
        SamePhone: "姓名和电话相同", "the same name and telephone";
        SameVillage: "姓名和村居相同", "the same name and village";
        Entered: "正在填的", "Entered";
        OnFile: "已有档案", "On file";
        OpenThat: "是同一人，打开档案", "The same child: open";
        Other: "我核对过，不是同一人", "I have checked: another child";
        Checked: "已核对，不是同一人", "Checked: another child";
        CheckFirst: "请先核对相像的学生", "Look at those who look alike first";
    }
}
