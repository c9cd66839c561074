//! Words of the pages: the gate, today, visits, pupils, transfer, settings, help.
use crate::words;

words! {
    pub enum Gate {
        Welcome: "建立本平板上的档案", "Begin the register on this tablet";
        WelcomeText: "资料只存在这台平板的浏览器里，加密保存，不上传。请先填好下面几项。", "Everything stays in this browser, sealed; nothing is sent anywhere. Fill in these few things first.";
        RegisterName: "档案名称（县或学校）", "Name of the register (county or school)";
        Person: "您的姓名", "Your name";
        Passphrase: "口令", "Passphrase";
        PassphraseHint: "四个词，按顺序记在纸上；忘了口令只能用恢复单打开", "Four words, in order; write them on paper. Without them only the recovery sheet opens the register";
        NewWords: "换一组", "Other words";
        TypeAgain: "再输入一遍口令", "Type the passphrase again";
        Differs: "两次输入不一样", "The two are not the same";
        Begin: "建立档案", "Begin";
        Working: "正在建立，请稍等…", "One moment…";
        RecoveryTitle: "恢复单", "Recovery sheet";
        RecoveryText: "请打印或抄写下面的恢复码，放在学校的保险柜里。口令忘记时，只有它能打开本平板的档案。它不保存在平板上，以后看不到。", "Print or copy this code and keep it in the school's safe. If the passphrase is forgotten, only this opens the register. It is not kept on the tablet and is never shown again.";
        RecoveryDone: "已收好，进入档案", "It is put away: open the register";
        LockedTitle: "已锁定", "Locked";
        LockedText: "选择姓名，输入口令。", "Choose your name and type your passphrase.";
        Who: "使用人", "Who are you?";
        Unlock: "解锁", "Unlock";
        ByRecovery: "用恢复单打开", "Open with the recovery sheet";
        RecoveryCode: "恢复码", "Recovery code";
        BadRecovery: "恢复码不对，请逐组核对。", "That is not a recovery code; check it group by group.";
        WrongPassphrase: "口令不对。请看清大小写和空格再试；资料没有变动。", "That is not the passphrase. Check it and try again; nothing has changed.";
        Weak: "口令太容易猜到。请用四个词，或更长一些。", "That is too easy to guess. Use four words, or make it longer.";
        Failed: "没有完成：{0}。资料没有变动。", "It was not done: {0}. Nothing has changed.";
        Stopped: "打不开本平板的档案", "The register on this tablet cannot be opened";
        Newer: "这里的资料由更新的版本保存，没有改动。请连上网络，刷新到新版本后再打开。", "What is kept here was written by a newer version and was left untouched. Connect, reload to the new version and open it again.";
        Unavailable: "浏览器不允许保存资料（可能是无痕模式）。请换普通窗口打开同一网址。", "The browser refuses to keep anything here (a private window?). Open the same address in an ordinary window.";
        InApp: "您正在微信等应用里打开。资料会存在那个应用里，随时可能被清掉。请用浏览器打开同一网址。", "You are inside another app (such as WeChat), which may wipe what is kept. Open the same address in the browser.";
        Install: "请先“添加到主屏幕”再使用：未安装时，闲置七天的资料会被系统清掉，安装后从空白开始。", "Add to the home screen first: otherwise the system clears what is idle for seven days, and installing later begins empty.";
        AnotherWriter: "档案已在另一个页面打开，这里不能再保存。请在这里重新解锁以继续使用。", "The register was opened in another page, so this one can no longer save. Unlock again to go on here.";
        Full: "存储空间不够，没有保存；填写的内容还在屏幕上。请清出空间后再保存。", "There is no room left, so it was not saved; what you typed is still on the screen. Free some space and save again.";
        Closed: "浏览器断开了存储，没有保存；填写的内容还在屏幕上。请再点一次保存。", "The browser closed its store, so it was not saved; what you typed is still on the screen. Press save again.";
    }
}

words! {
    pub enum Nav {
        Today: "今日", "Today";
        Pupils: "学生", "Pupils";
        Transfer: "交接", "Transfer";
        Settings: "设置", "Settings";
        Help: "帮助", "Help";
        Main: "主要页面", "Main pages";
        Lock: "锁定", "Lock";
        ToMain: "跳到正文", "Skip to the page";
        SavedAt: "已保存在本平板 {0}", "Saved on this tablet {0}";
        NothingNew: "没有未保存的内容", "Nothing unsaved";
        NotSaved: "没有保存", "Not saved";
        NewVersion: "新版本已就绪，填完再换也不迟。", "A new version is ready; it can wait until you are done.";
        Update: "现在更新", "Update now";
        Theme: "深浅", "Light or dark";
        Offline: "离线可用", "Offline";
        Practice: "练习档案", "Practice register";
        PracticeText: "里面的人和事都是编的，不能并入真实档案。", "Everyone in it is invented; it can never be merged into a real one.";
    }
}

words! {
    pub enum Today {
        Overdue: "已逾期", "Overdue";
        DueToday: "今天", "Today";
        ThisWeek: "本周", "This week";
        Later: "以后", "Later";
        Empty: "今天没有要办的事", "Nothing is due";
        EmptyText: "先在“交接”页导入送教名册，或者添加学生。", "Take in the home-teaching roster on the Transfer page, or add a pupil.";
        Visit: "送教", "Home visit";
        VisitWhy: "上次送教 {0} 天前；规定每周 {1} 次，本周已 {2} 次", "Last visit {0} days ago; rule: {1} a week, {2} done this week";
        VisitNever: "还没有送教记录；规定每周 {0} 次", "No visit yet; rule: {0} a week";
        Booked: "约在 {0}", "Arranged for {0}";
        WritePlan: "制定本学期个别化教育计划", "Write this term's education plan";
        ReviewPlan: "评价个别化教育计划（{0}）", "Review the education plan ({0})";
        Counsel: "心理疏导（每 {0} 天一次）", "Counselling (every {0} days)";
        FindCarers: "配齐两名关爱责任人（现有 {0} 名）", "Two carers are needed ({0} named)";
        Contact: "关爱责任人 {0} 走访（每 {1} 天一次）", "Contact by carer {0} (every {1} days)";
        AskConsent: "请监护人签送教同意书", "Ask the guardian's consent to home teaching";
        BreakEnds: "休学或缓学到期（{0}）", "The approved break ends ({0})";
        FillGaps: "补全基本信息（缺 {0} 项）", "Complete the basic information ({0} missing)";
        Conflict: "两台平板填的不一样（{0} 处），请决定", "Two tablets differ ({0}); please decide";
        Flaws: "合并后有 {0} 处不合规则，请核对", "After merging {0} rules do not hold; please check";
        Record: "记录", "Record";
        Skip: "今天不去", "Not today";
        SkipTitle: "这次不去的原因", "Why not this time?";
        Skipped: "已记下，本周少一次", "Noted: one less this week";
        NoVillage: "未填村居", "No village given";
        AsVillages: "按村居", "By village";
        Count: "{0} 件待办", "{0} to do";
    }
}

words! {
    pub enum VisitPage {
        Title: "送教记录", "Record a visit";
        Safety: "安全提示", "Safety note";
        NoSafety: "还没有填写安全提示，请先问家长。", "No safety note yet: ask the family first.";
        Took: "送教情况", "Did the visit take place?";
        Done: "完成", "It took place";
        NotDone: "没有送成", "It did not";
        WhyNot: "没有送成的原因", "Why not?";
        Goals: "本次目标", "Goals of this visit";
        NoGoals: "还没有个别化教育计划，可以先写教学内容。", "There is no plan with goals yet; the content is enough for now.";
        Photos: "照片（最多 {0} 张）", "Photos ({0} at most)";
        AddPhoto: "拍照或选照片", "Take or choose a photo";
        PhotoFailed: "照片读不出来，没有加入。", "The photo could not be read and was not added.";
        PhotoConsent: "还没有照片同意，请先征得监护人同意。", "There is no consent to photos yet; ask the guardian first.";
        Sign: "请监护人签字", "Hand over for signature";
        Signed: "已签字", "Signed";
        SignAgain: "重签", "Sign again";
        GuardianTitle: "请核对本次送教，并签字", "Please read about this visit and sign";
        GuardianPad: "监护人签名", "Guardian's signature";
        PadHint: "用手指在框内签名", "Sign in the box with a finger";
        PadClear: "擦掉重写", "Wipe";
        HandBack: "签好了，交还老师", "Done: give it back to the teacher";
        TeacherBack: "老师输入口令返回", "Teacher: type your passphrase to go back";
        Missing: "还差 {0} 项", "{0} still missing";
        Complete: "都填好了", "Everything is there";
        SaveVisit: "保存送教记录", "Save the visit";
        Saved: "送教记录已保存", "The visit is saved";
        DraftKept: "草稿已加密保存", "Draft sealed";
        DraftFound: "接着上次没写完的记录", "Going on with the unfinished record";
        Discard: "丢弃草稿", "Discard the draft";
        Overlap: "这位老师在同一时间已有另一次送教", "One of the teachers has another visit at that time";
        Late: "补录：离送教已过 {0} 天", "Late entry: {0} days after the visit";
        Same: "与上次相同", "As last time";
    }
}

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

words! {
    pub enum Settings {
        Title: "设置", "Settings";
        County: "县里的规定", "The county's rules";
        Tablet: "这台平板", "This tablet";
        Language: "语言", "Language";
        Theme: "显示", "Display";
        Light: "浅色", "Light";
        Dark: "深色", "Dark";
        Contrast: "高对比", "High contrast";
        Auto: "跟随系统", "As the system";
        Frequency: "送教频次", "How often to visit";
        FrequencyText: "现行：每周 {0} 次，每次 {1} 课时，每学年 {2} 课时。依据：{3}", "In force: {0} visits a week, {1} class hours each, {2} class hours a school year. Source: {3}";
        Saved: "设置已保存", "The settings are saved";
        CodeLists: "代码表", "Code lists";
        CodeListsText: "{0} 份，依据和版本列在下面。", "{0} lists, with source and version.";
        Room: "存储：已用 {0}，可用约 {1}", "Storage: {0} used, about {1} free";
        Persistent: "浏览器答应长期保存", "The browser has promised to keep the data";
        NotPersistent: "浏览器没有答应长期保存，请常做备份", "The browser has not promised to keep the data: back up often";
    }
}

words! {
    pub enum Help {
        Title: "帮助", "Help";
        One: "第一次使用", "The first time";
        OneText: "建立档案，抄好口令，把恢复单锁进保险柜；在“交接”页导入学校名录和送教名册。", "Begin the register, write the passphrase down, lock the recovery sheet away; take in the school directory and the roster on the Transfer page.";
        Two: "每天", "Every day";
        TwoText: "“今日”页列出要送教的学生和原因。点“记录”，到家填写，最后请监护人签字。没有网络也一样。", "Today lists who is to be visited and why. Press Record, fill it in at the home, and have the guardian sign last. No network is needed.";
        Three: "不丢资料", "Nothing lost";
        ThreeText: "写的每一句都会自动加密存成草稿。看到“已保存在本平板”才算存好。每周在“交接”页导出一次，放到学校电脑上。", "Every word is kept as a sealed draft. It is safe once “Saved on this tablet” shows. Export once a week on the Transfer page and keep the file at school.";
        Four: "平板丢了怎么办", "If the tablet is lost";
        FourText: "没有口令，谁也打不开。用最近导出的文件在另一台平板上继续。没有服务器，所以规则防的是差错，防不住掌握口令的人。", "Nobody opens it without the passphrase. Go on with the last exported file on another tablet. Without a server the rules stop mistakes, not a person who has the passphrase.";
    }
}
