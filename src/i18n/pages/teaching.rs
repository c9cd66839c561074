//! Words of home teaching planned against delivered, and of a teacher's timetable.
use crate::words;

words! {
    pub enum Teaching {
        Title: "课时与课表", "Hours and timetable";
        Whose: "看谁的学生", "Whose pupils";
        Mine: "我的学生", "My pupils";
        Everybody: "全部", "Everybody";
        Span: "时间", "Time";
        Term: "本学期", "This term";
        Year: "本学年", "This school year";
        By: "按什么看", "Seen by";
        Pupil: "学生", "Pupil";
        Teacher: "教师", "Teacher";
        School: "学校", "School";
        Rule: "规定每学年不少于 {0} 课时（{1}）。到某一天应送的课时，按这一天以前的上课日折算。", "The rule asks for at least {0} class hours a school year ({1}). What is due by a day is the share of the school days before it.";
        Total: "{0} 名学生：到今天应送 {1} 课时，已送 {2}，欠 {3}", "{0} pupils: {1} class hours due by today, {2} given, {3} lacking";
        Hours: "应送 {0}，已送 {1}（{2} 次）；全期 {3}", "{0} due, {1} given ({2} visits); {3} in all";
        HoursShort: "应送 {0}，已送 {1}", "{0} due, {1} given";
        Lacking: "欠 {0} 课时", "{0} lacking";
        Enough: "已送够", "On schedule";
        Missed: "没去的原因：{0}", "Not visited: {0}";
        Times: "{0} {1} 次", "{0} (×{1})";
        NoReason: "没填原因", "no reason given";
        MakeUp: "补课：{0}", "Made up on {0}";
        NoMakeUp: "还没有安排补课", "No make-up day arranged";
        Pupils: "{0} 名学生", "{0} pupils";
        None: "这段时间没有送教上门的学生", "Nobody is taught at home in this time";
        NoneText: "安置形式登记为“送教上门”后，课时就在这里。", "Once a placement says “home teaching”, its hours stand here.";
        Table: "两周课表", "The next two weeks";
        NoSlots: "这两周还没有约好的送教", "No visit is arranged for these two weeks";
        NoTime: "时间未定", "no time yet";
        Names: "日历里写姓名和村居", "Names and villages in the calendar";
        NamesText: "日历文件会进手机和别的软件，离开本平板的加密。默认只写姓名的拼音首字母。", "A calendar file goes into telephones and other programs, beyond this tablet’s seal. By default it holds initials only.";
        ToCalendar: "导出到日历（.ics）", "To the calendar (.ics)";
        Saved: "日历文件已下载", "The calendar file is among your downloads";
        NotSaved: "浏览器没有存下文件，请再试一次", "The browser did not keep the file; try again";
        Whom: "学生、教师或学校", "Pupil, teacher or school";
        DueHours: "应送课时", "Hours due";
        GivenHours: "已送课时", "Hours given";
        Visits: "送教次数", "Visits";
        PlannedHours: "全期课时", "Hours in all";
        LackingHours: "欠课时", "Hours lacking";
        Causes: "没去的原因", "Why not visited";
        Day: "日期", "Day";
        Hour: "时间", "Time of day";
        Town: "乡镇", "Township";
        Village: "村居", "Village";
        Event: "送教", "Home teaching";
    }
}
