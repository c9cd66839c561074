//! Words of the list of what must be decided.
use crate::words;

words! {
    pub enum Worklist {
        Title: "待核对", "To decide";
        All: "全部", "All";
        Alike: "重复", "Alike";
        Broken: "矛盾", "Broken";
        Differing: "不一致", "Differ";
        Joined: "已合并", "Joined";
        Count: "{0} 件", "{0}";
        Nothing: "没有要核对的", "Nothing to decide";
        NothingText: "合并别的平板或导入名册后，如有疑问会列在这里。", "After merging another tablet or taking in a list, doubts stand here.";
        NothingJoined: "没有合并过的档案", "No files have been joined";
        Choose: "请在左边选一件", "Choose one on the left";
        Done: "这一件已经处理好了", "This one is settled";
        BackToList: "返回列表", "Back to the list";

        Two: "{0} 与 {1}", "{0} and {1}";
        SameNumber: "身份证件号码相同", "The same identity number";
        SameNameBirth: "同名，出生日期相同", "The same name and birth date";
        SameNamePhone: "同名，家长电话相同", "The same name and a guardian’s telephone";
        SameNameVillage: "同名，同一个村居", "The same name and village";
        Question: "是同一个孩子吗？", "Are they one child?";
        OneFile: "第一份档案", "The first file";
        OtherFile: "第二份档案", "The second file";
        OpenFile: "打开档案", "Open the file";
        Records: "{0} 条记录，最近修改 {1}", "{0} records, last changed {1}";
        SameChild: "是同一个孩子，合并", "The same child: join them";
        OtherChild: "不是同一个孩子", "Another child";
        ToldApart: "已记下，不再提示这一对", "Noted; this pair will not be asked about again";
        WhyApart: "说明（选填）", "Reason (optional)";
        WhyApartHint: "如：堂兄弟，两个村都有这个名字", "Such as: cousins; both villages have the name";
        Confirm: "确认不是同一个孩子", "Confirm: another child";
        WhichStays: "以哪一份为准继续用？", "Which file goes on?";
        KeepOne: "以第一份为准", "The first goes on";
        KeepOther: "以第二份为准", "The second goes on";
        Suggested: "内容较多", "Holds more";
        WillBring: "并过来：{0}", "Comes over: {0}";
        WillFill: "补上空着的：{0}", "Filled in: {0}";
        WillKeep: "两份不同的，以留下的为准", "Where they differ, the one that goes on counts";
        NothingComes: "另一份的内容这里都有了，没有要并过来的", "It holds everything already; nothing comes over";
        WillHide: "另一份不再列在名单里，内容原样保存，以后可以拆开。", "The other leaves the lists; it is kept whole and can be parted again.";
        Join: "合并", "Join";
        Joining: "正在合并…", "Joining…";
        JoinedNow: "两份档案已合并", "The two files are joined";
        TableCount: "{0} {1} 条", "{0}: {1}";
        Stays: "留下的", "Goes on";
        LeftBehind: "另一份", "The other";

        JoinedText: "这份档案已经并入正在使用的那一份。", "This file was joined into the one in use.";
        OpenOther: "打开正在用的那份", "Open the one in use";
        Behind: "另有 {0} 份档案并入了这一份", "{0} more files were joined into this one";
        LookOrPart: "查看或拆开", "See or part them";
        Part: "拆开", "Part them";
        Parted: "已拆开，两份档案都在名单里", "Parted; both files are in the lists again";
        PartTakesBack: "拆开后，并过去的内容一起退回。", "Parting takes back what came over.";
        PartLeaves: "并过去的内容后来有人改过，拆开后会留在那边，请到那份档案里核对。", "What came over was changed since and stays there after parting; please check that file.";
        PartNothing: "当时没有并过去的内容，拆开就是恢复原样。", "Nothing came over; parting restores what was.";

        TwoPlacements: "两个教育安置同时有效（{0}）", "Two placements hold at once ({0})";
        TwoPlacementsDo: "请结束其中一个：填上结束日期；填错的可以删除。", "End one of them by its last day; delete one that is wrong.";
        TwoCases: "一名学生有两个没销号的个案", "Two open cases of one child";
        TwoCasesDo: "请留一个：把另一个删除，记录都在档案里。", "Keep one and delete the other; its records stay in the file.";
        StepsApart: "两台平板各自推进了同一个个案", "Two tablets took one case on apart";
        StepsApartDo: "请打开个案看看，删去不对的那一步。", "Open the case and delete the step that is wrong.";
        TwoPlans: "同一学期有两份个别化教育计划", "Two education plans for one term";
        TwoPlansDo: "请留一份：把另一份结案，或者删除。", "Keep one: close the other, or delete it.";
        Overlap: "{0} {1} 在两家的送教时间重叠", "{0}, {1}: visits to two homes overlap";
        OverlapDo: "请核对时间和教师，改正填错的那一条。", "Check times and teachers; correct the wrong one.";
        SameId: "两份档案的身份证件号码相同", "Two files with one identity number";
        SameRoll: "两份档案的学籍号相同", "Two files with one registration number";
        SameCert: "两份档案的残疾人证号相同", "Two files with one disability certificate";
        SameCode: "两所学校的标识码相同", "Two schools with one code";
        SameNumberDo: "一个号码只能属于一份档案，请对照证件改正。", "A number belongs to one file only; correct it from the paper.";
        JoinedToNothing: "并入的那份档案不在了", "The file that this one was joined into is gone";
        JoinedToNothingDo: "请拆开，让这份档案回到名单里。", "Part it, so that it is in the lists again.";
        Conflicts: "{0} 处填写不一致", "{0} differences";
        ConflictsDo: "两台平板填的不一样，请逐处决定用哪一个；没用的留在修改记录里。", "Two tablets filled in different values. Decide each; the other stays in the history.";
        NumberLost: "名单上的证件号码坏了", "The list’s identity number was ruined";
        NumberLostDo: "请对照户口簿或身份证补上完整号码；残缺的号码记在“其他编号”里，补好后可以删去。", "Fill in the whole number from the booklet or card. What is left of it stands under “another number”; delete that afterwards.";
        Flaws: "{0} 处不合规则", "{0} rules do not hold";
        FlawsDo: "两边各改了一半，合起来不合规则，请打开档案改正。", "Each side changed a half and together they break a rule; open the file and correct it.";
        Use: "用这个", "Use this";
        Emptied: "（清空）", "(emptied)";
        KeepRecord: "保留这条{0}", "Keep this record ({0})";
        DropRecord: "删除这条{0}", "Delete this record ({0})";
        Settled: "已决定", "Decided";
        SetBy: "{0}，{1}", "{0}, {1}";
        Correct: "改正", "Correct";
        Rule: "{0}“{1}”：{2}", "{0}, “{1}”: {2}";
    }
}
