//! Words of the page of all cases.
use crate::words;

words! {
    pub enum Cases {
        Title: "个案", "Cases";
        Count: "{0} 个", "{0} cases";
        Funnel: "办到哪一步", "How far they are";
        Check: "待核查", "To check";
        Verify: "待复核", "To verify";
        Out: "失学辍学", "Out of school";
        Placing: "待安置审批", "Being placed";
        Back: "已返校安置", "Back or placed";
        Ready: "待销号", "To close";
        Closed: "已销号", "Closed";
        Team: "督察小组", "Team";
        AllTeams: "全部小组", "All teams";
        NoTeam: "还没分派", "No team yet";
        Town: "镇街", "Town";
        AllTowns: "全部镇街", "All towns";
        NoTown: "没填镇街", "No town";
        Set: "发现途径", "Found by";
        AllSets: "全部途径", "All ways";
        Empty: "还没有个案", "No cases yet";
        EmptyText: "名单比对出的疑似学生会成为个案；也可以在学生档案里建立。", "Children whom the lists miss become cases; a case can also be opened in a pupil's file.";
        NotFound: "没有这样的个案", "No such case";
        ClearFilters: "清除筛选", "Clear the filters";
        List: "个案列表", "List of cases";
        Since: "{0}起", "since {0}";
        Assign: "分派小组", "Assign teams";
        AssignTitle: "把个案分派给督察小组", "Give the cases to the teams";
        AssignText: "{0} 个个案还没有小组。同一镇街的尽量归一个小组，各组数量尽量相当。", "{0} cases have no team. Towns stay together as far as the teams stay even.";
        AssignNone: "每个个案都有小组了。", "Every case has a team.";
        AssignRow: "{0}：{1} 个", "{0}: {1}";
        AssignNow: "分派", "Assign";
        Assigned: "已分派", "Assigned";
        HandOver: "把列出的 {0} 个个案交给", "Give the {0} cases listed to";
        FromLists: "把名单记入档案", "Note the list in the files";
        Findings: "名单里有核查结果（{0}）", "There is a list of findings ({0})";
        Carers: "名单里有关爱责任人台账（{0}）", "There is a ledger of carers ({0})";
        LookAt: "看一看", "Look";
        WouldTake: "新建 {0} 份档案，补充 {1} 份，{2} 份不变。", "{0} new files, {1} added to, {2} unchanged.";
        ClaimNote: "名单上的结论先记下、先统计；销号前仍要补齐材料并由第二人复核。已经填写的内容不会改动。", "What a list says is noted and counted; the papers and a second person are still needed to close. What people wrote stays.";
        HeldBack: "{0} 行没有记入：证号不完整，或与档案里的姓名不符。", "{0} rows are left out: a number that is not whole, or another name on file.";
        DamagedRows: "有 {0} 处读不出来，请重新导入这份名单。", "{0} parts cannot be read; take the list in again.";
        CarerGaps: "{0} 名学生不足两名关爱责任人", "{0} pupils have fewer than two carers";
        TakeIn: "记入档案", "Note them";
        TakenIn: "已记入档案", "Noted";
        Teams: "督察小组", "Inspection teams";
        TeamsText: "县里有几个小组，就加几个；镇街可以不填，分派时自动均分。", "Add as many teams as the county has; towns may be left out, they are then shared evenly.";
        AddTeam: "添加小组", "Add a team";
        NoTeams: "还没有督察小组", "No team yet";
        FirstTeams: "先添加督察小组，再分派。", "Add the teams first.";
        TeamTowns: "负责 {0}", "for {0}";
    }
}
