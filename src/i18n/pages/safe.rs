//! Words of safekeeping: backup, the check before leaving, the self-check, this tablet, restore, practice.
use crate::words;

words! {
    pub enum Safe {
        Title: "备份", "Backup";
        Make: "备份到文件", "Back up to a file";
        MakeText: "把这台平板上的全部档案、照片和草稿写成一个加密文件，写完当场打开核对一遍。请存到学校电脑或优盘：留在这台平板里的，平板丢了也就没了。", "Writes every file, photo and draft on this tablet into one sealed file, then opens it and checks it. Keep it on the school’s computer or a memory stick: a copy that stays on this tablet is lost with it.";
        Writing: "正在写备份…", "Writing the backup…";
        Checking: "正在打开核对…", "Opening it again to check…";
        Good: "备份是好的", "The backup is good";
        GoodText: "文件已重新打开，逐项核对无误。", "The file was opened again and every part of it verified.";
        Holds: "{0} 名学生，{1} 所学校，{2} 名教职工；共 {3} 条记录，其中送教 {4} 次；照片和附件 {5} 件", "{0} pupils, {1} schools, {2} staff; {3} records in all, {4} of them visits; {5} photos and papers";
        SaveAgain: "再存一份", "Save it once more";
        SavedAs: "文件名 {0}，{1}。没有弹出保存？点“再存一份”。", "The file is {0}, {1}. Was it not offered? Press “Save it once more”.";
        Last: "上次备份", "Last backup";
        LastToday: "今天已备份", "Backed up today";
        LastDays: "{0} 天前备份", "Backed up {0} days ago";
        LastNever: "还没有备份过", "Never backed up";
        LastNothing: "还没有要备份的学生", "There are no pupils to back up yet";
        LastAhead: "上次备份的日期在今天之后，请核对平板的日期", "The last backup bears a day to come: check this tablet’s date";
        StateGood: "安心", "Good";
        StateDue: "该备份了", "Due";
        StateLate: "快备份", "Overdue";
        Changed: "之后又改动了 {0} 份档案", "{0} files have changed since";
        Unchanged: "之后没有改动", "Nothing has changed since";
        Rule: "县里规定：最多隔 {0} 天备份一次", "The county’s rule: at least every {0} days";
        WhatTitle: "备份里有什么，谁能打开", "What is in it, and who can open it";
        WhatHolds: "里面有：全部学生、学校、教职工的档案，每一次修改的记录，照片、签名、附件，没写完的草稿，县里的设置。", "It holds every file of pupils, schools and staff, the history of each change, photos, signatures and papers, unfinished drafts, and the county’s settings.";
        WhatNot: "里面没有：口令、恢复码，也没有这台平板的语言和显示设置。", "It does not hold any passphrase or the recovery code, nor this tablet’s language and display.";
        WhoOpens: "能打开的人：备份那一刻在这台平板上有口令的每一位老师，用自己的口令；或者用恢复单。别人拿到文件，什么也看不到，连文件名里也没有学生的名字。", "It is opened by everyone who had a passphrase on this tablet at that moment, with their own, or by the recovery sheet. Nobody else sees anything, and not even the file’s name names a child.";
        WhoLater: "之后改口令，旧备份仍用旧口令打开。", "If a passphrase is changed later, an older backup still opens with the older one.";
        NoRoom: "浏览器放不下备份文件，没有做成。请清出空间再试；档案没有变动。", "The browser had no room for the file, so there is no backup. Free some space and try again; nothing has changed.";
        NotGood: "写出的备份有 {0} 处核对不上，所以没有给您保存。档案没有变动。请再备份一次；还是不行，请做下面的“自查”。", "{0} parts of what was written could not be verified, so it is not offered. Nothing has changed. Try again; if it fails again, run the self-check below.";
        Unread: "写出的备份打不开，所以没有给您保存。档案没有变动，请再试一次。", "What was written does not open, so it is not offered. Nothing has changed; please try again.";
        Stopped: "已停止，没有做备份。", "Stopped: no backup was made.";
        UrgeNever: "这台平板还没有备份过", "This tablet has never been backed up";
        UrgeOld: "已经 {0} 天没有备份", "No backup for {0} days";
        UrgeIdle: "接下来 {0} 天没有课，{1} 上课。放假前请先备份", "No school for {0} days, until {1}: back up before the break";
        UrgeText: "有 {0} 份档案只存在这台平板上。", "{0} files are on this tablet only.";
        ToBackup: "去备份", "Back up";
    }
}

words! {
    pub enum ReadyCheck {
        Title: "出发前检查", "Ready to leave?";
        Text: "下乡没有网络。出门前点一下，看看这台平板能不能放心带走。", "There is no network on the way. One press tells whether this tablet is fit for the day.";
        Run: "检查", "Check now";
        Again: "再查一遍", "Check again";
        Running: "正在检查…", "Checking…";
        AllGood: "可以出发", "Ready to leave";
        SomeToDo: "有 {0} 项要看一看", "{0} to look at";
        Good: "好", "Good";
        Look: "要看一看", "Look";
        Files: "今天学生的档案", "Today’s files";
        FilesGood: "今天要去的 {0} 名学生，档案都打得开", "The files of all {0} children to be visited open";
        FilesNone: "今天没有要去的学生", "Nobody is to be visited today";
        FilesBad: "{0} 份打不开：{1}。其他档案不受影响；请用备份恢复，或带上纸质档案", "{0} do not open: {1}. All others are sound; restore from a backup, or take the paper file along";
        Offline: "离线使用", "Without a network";
        OfflineGood: "程序文件都已存在平板里，没有网络也能打开", "Every file of the program is kept on the tablet";
        OfflineNotYet: "程序文件还没有存完。请在有网络的地方等一会儿，再查一遍", "The program is not yet kept whole. Wait a little where there is a network, then check again";
        OfflineFailed: "程序文件没有存成。请连上网络，刷新页面，再查一遍", "The program could not be kept. Connect, reload the page and check again";
        OfflineNever: "这个浏览器不能离线打开。请不要关闭本页面，或换用近两年的 Chrome、Edge、Safari", "This browser cannot open the page offline. Keep this page open, or use a recent Chrome, Edge or Safari";
        Room: "照片空间", "Room for photos";
        RoomGood: "够用：还有 {0}，今天大约要 {1}", "Enough: {0} free, about {1} needed today";
        RoomBad: "不太够：还有 {0}，今天大约要 {1}。请先删掉平板里不用的视频和应用", "Too little: {0} free, about {1} needed. Delete videos and apps that nobody uses";
        RoomUnknown: "这个浏览器不说还有多少空间。请在系统设置里看一眼，留出 {0}", "This browser does not say. Look in the system’s settings and leave {0} free";
        Clock: "日期和时间", "Date and time";
        ClockGood: "现在是 {0}，和档案里的记录对得上", "It is {0}, in keeping with what is recorded";
        ClockBehind: "平板的时间比档案里最新的记录慢了约 {0}。请在系统设置里校准时间，再写记录", "The clock is about {0} behind the newest record. Set it right before you record anything";
        ClockLeap: "已经 {0} 天没有任何记录，也可能是平板的日期不对。今天是 {1} 吗？", "Nothing was recorded for {0} days; or is the date wrong? Is today {1}?";
        ClockZone: "平板的时区不是北京时间，记录的日期可能会错一天。请在系统设置里改成北京时间", "The time zone is not that of Beijing: dates may be a day off. Change it in the system’s settings";
        Hours: "{0} 小时", "{0} hours";
        Backup: "备份", "Backup";
        BackupBad: "{0}。出门前先点上面的“备份到文件”", "{0}. Press “Back up to a file” before you leave";
        Kept: "长期保存", "Kept for good";
        KeptGood: "浏览器答应不会自己清掉资料", "The browser promises never to clear the data by itself";
        KeptBad: "浏览器没有答应长期保存：空间不足或很久不用时，资料可能被清掉。请把本页“添加到主屏幕”，并常做备份", "The browser has not promised: it may clear the data when space is short or after long idleness. Add this page to the home screen, and back up often";
        KeptUnknown: "这个浏览器不能答应长期保存。请常做备份", "This browser cannot promise. Back up often";
        AskKept: "请浏览器长期保存", "Ask the browser to keep it";
    }
}

words! {
    pub enum SelfCheck {
        Title: "自查", "Self-check";
        Text: "名单和待办是从每份档案算出来的。自查把每份档案重新打开、重新计算，和存着的逐一比对。什么也不会改。", "Lists and tasks are computed from the files. The self-check opens every file, computes anew and compares. It changes nothing.";
        Run: "开始自查", "Run the self-check";
        Running: "正在核对档案…", "Comparing the files…";
        Good: "{0} 份档案都打得开，名单和待办与档案一致", "All {0} files open, and the lists agree with them";
        Bad: "{0} 份档案中有 {1} 份不一致", "Of {0} files {1} do not agree";
        Differs: "名单上的内容和档案不一致", "the list differs from the file";
        NotListed: "有档案，名单上没有", "there is a file that no list shows";
        NoFile: "名单上有，档案不在", "a list shows a file that is not there";
        Unreadable: "档案本身读不出来，请用备份恢复", "the file itself cannot be read: restore a backup";
        Mend: "按档案改正名单", "Put the lists right";
        Mended: "名单已按档案改正", "The lists agree with the files again";
        NoName: "没有名字的档案", "a file without a name";
        Stopped: "已停止，没有核对完。", "Stopped before the end.";
    }
}

words! {
    pub enum Tablet {
        Title: "这台平板", "This tablet";
        Register: "档案", "Register";
        Room: "存储空间", "Room";
        RoomIs: "已用 {0}，还可用约 {1}", "{0} used, about {1} free";
        RoomUnknown: "这个浏览器不说", "This browser does not say";
        Kept: "长期保存", "Kept for good";
        Promised: "浏览器已答应，不会自己清掉", "The browser has promised not to clear it";
        NotPromised: "浏览器没有答应，请常做备份", "The browser has not promised: back up often";
        CannotSay: "这个浏览器不能答应，请常做备份", "This browser cannot promise: back up often";
        Asked: "浏览器答应了", "The browser has promised";
        AskedNo: "浏览器没有答应。把本页“添加到主屏幕”后再试，多半会答应", "The browser did not promise. Add the page to the home screen and ask again";
        LeavingTitle: "不再用这台平板", "No longer using this tablet";
        LeavingText: "交还或换平板前，把这里的资料全部抹掉。这和“锁定”不同：锁定后资料还在，抹掉后就没有了。", "Before the tablet is given back, erase everything on it. This is not “Lock”: locked data are still here, erased data are gone.";
        Erase: "抹掉这台平板…", "Erase this tablet…";
        EraseTitle: "抹掉这台平板上的全部资料？", "Erase everything on this tablet?";
        EraseHolds: "这里有 {0} 名学生的档案、{1} 次送教记录、{2} 件照片和附件，以及没写完的草稿。抹掉后，这台平板上再也找不回来。", "Here are the files of {0} pupils, {1} visits, {2} photos and papers, and unfinished drafts. Once erased, this tablet can never bring them back.";
        EraseOnly: "只有备份文件能恢复。", "Only a backup file can.";
        BackupFirst: "先去备份", "Back up first";
        EraseWord: "抹掉", "ERASE";
        TypeWord: "请输入“{0}”两个字", "Type the word {0}";
        YourPassphrase: "您的口令", "Your passphrase";
        EraseNow: "全部抹掉", "Erase everything";
        EraseStays: "不抹，返回", "Keep everything";
        Wrong: "口令不对，什么也没有抹掉。", "That is not the passphrase; nothing was erased.";
        Blocked: "还有别的页面开着这份档案，什么也没有抹掉。请关掉其他页面再试。", "Another page has this register open, so nothing was erased. Close the other pages and try again.";
    }
}

words! {
    pub enum Restoring {
        Title: "从备份恢复", "Restore from a backup";
        Text: "选一个备份文件（.baoxue）。打开、核对之前，什么也不会写进这台平板。", "Choose a backup file (.baoxue). Nothing is written to this tablet until it is opened and verified.";
        Choose: "选择备份文件", "Choose a backup file";
        Another: "换一个文件", "Choose another file";
        Size: "备份文件，{0}", "Backup file, {0}";
        Who: "用谁的口令打开？", "Whose passphrase opens it?";
        Passphrase: "口令", "Passphrase";
        Code: "恢复码", "Recovery code";
        BySheet: "改用恢复单", "Use the recovery sheet instead";
        ByPerson: "改用口令", "Use a passphrase instead";
        Open: "打开核对", "Open and check";
        Opening: "正在打开…", "Opening…";
        Checking: "正在逐项核对…", "Verifying every part…";
        Bringing: "正在恢复到这台平板…", "Bringing it to this tablet…";
        Of: "{0}的档案，保存到 {1}", "The register of {0}, as saved on {1}";
        Sound: "完好，每一项都核对过", "Sound: every part is verified";
        Bring: "恢复到这台平板", "Restore it to this tablet";
        BringWhole: "只恢复完好的部分", "Bring only what is sound";
        Harmed: "文件有 {0} 处损坏或被改动过。什么也没有恢复。最好换一份备份；没有别的备份时，可以只恢复完好的部分。", "{0} parts of the file are damaged or were altered. Nothing was restored. Another backup is better; without one, what is sound can be brought.";
        Practice: "这是练习档案的备份，里面的人都是编的。", "This is a backup of a practice register: everyone in it is invented.";
        Sealed: "口令和恢复单都和备份那天一样。", "Passphrases and the recovery sheet are those of the day of the backup.";
        NotABackup: "这不是备份文件。备份文件的名字以 .baoxue 结尾。什么也没有变动。", "This is no backup file. The name of one ends in .baoxue. Nothing has changed.";
        Newer: "这个备份由更新的版本做成。请连上网络，把本程序更新后再恢复。什么也没有变动。", "This backup was made by a newer version. Connect, update this program and try again. Nothing has changed.";
        Truncated: "文件不完整，可能没有下载完或没有拷完。请重新拷一份。什么也没有变动。", "The file is cut short: half downloaded or half copied. Copy it again. Nothing has changed.";
        Altered: "文件损坏或被改动过，打不开。请换一份备份。什么也没有变动。", "The file is damaged or was altered and does not open. Use another backup. Nothing has changed.";
        WrongPassphrase: "口令不对。要用备份那天的口令；之后改过口令，旧备份仍用旧口令。", "That is not the passphrase. It must be the one of the day of the backup, even if it was changed since.";
        BadCode: "恢复码不对，请逐组核对。", "That is not a recovery code; check it group by group.";
        WrongCode: "这张恢复单打不开这个备份。请找备份那天的恢复单。", "This sheet does not open this backup. Find the sheet of that day.";
        NoRegister: "备份打得开，但里面的档案这个版本读不了。请把本程序更新后再试。什么也没有变动。", "It opens, but this version cannot read the register in it. Update this program and try again. Nothing has changed.";
        ChoosePerson: "请先选姓名。", "Choose a name first.";
    }
}

words! {
    pub enum Practice {
        Title: "先练一练", "Practise first";
        Text: "用编出来的 60 名学生、三所学校、一学期的送教记录和各种状态的个案练手。里面没有真人，怎么点都不怕；练完一键结束，再建立正式档案。", "Sixty invented pupils, three schools, a term of visits, cases in every state. Nobody in it is real, so nothing can go wrong; end it with one press and begin for real.";
        Begin: "打开练习档案", "Open the practice register";
        RegisterName: "青禾县（练习）", "Qinghe County (practice)";
        Making: "正在编写练习档案…", "Inventing the register…";
        MakingCount: "正在编写练习档案：{0}／{1} 名学生", "Inventing the register: {0} of {1} pupils";
        MoreSizes: "更大的练习档案（测速度用）", "Larger ones, for measuring";
        Size: "{0} 名学生", "{0} pupils";
        Bar: "练习档案：里面的人都是编的，不能并入正式档案。", "Practice: everyone here is invented; it is never merged into a real register.";
        BarPassphrase: "口令 {0}", "Passphrase {0}";
        LockHint: "这是练习档案，口令是：{0}", "This is a practice register; its passphrase is: {0}";
        End: "结束练习，正式开始", "End practice, begin for real";
        EndTitle: "结束练习？", "End practice?";
        EndText: "练习里写的都会抹掉，然后从头建立正式档案。", "What was written in practice is erased; then you begin a real register.";
        EndNo: "接着练", "Go on practising";
    }
}
