//! Words of the gate: the first screen, beginning, the recovery sheet, the lock screen, another tab; and of what can go wrong with the store.
use crate::words;

words! {
    pub enum Gate {
        What: "适龄儿童一人一档：谁该上学、谁在家送教、今天去看谁。", "One file a child: who should be at school, who is taught at home, whom to visit today.";
        Where: "没有网络也能用；资料加密存在这台平板上，不会上传。", "Works without a network; everything stays on this tablet, sealed, and is sent nowhere.";
        Ways: "怎样开始？", "How would you like to begin?";
        WayBegin: "建立档案", "Begin a register";
        WayBeginText: "这台平板第一次使用，从空白开始", "This tablet is new: begin with an empty one";
        WayRestore: "从备份恢复", "Restore from a backup";
        WayRestoreText: "换了平板或资料丢失，用备份文件找回", "A new tablet, or lost data: bring it back from a backup file";
        WayJoin: "加入已有档案", "Join a register";
        WayJoinText: "同事的平板已有档案，用对方导出的加密文件加入", "A colleague’s tablet has one: join by a sealed file exported there";
        WayPractice: "先用练习档案试一试", "Try a practice register";
        WayPracticeText: "里面的人和事都是编的，可以放心点", "Everyone in it is invented: try anything";

        BeginTitle: "建立本平板上的档案", "Begin the register on this tablet";
        RegisterName: "档案名称", "Name of the register";
        RegisterNameHint: "县或学校的名称，如“青禾县”", "The county or the school, such as “Qinghe County”";
        Person: "您的姓名", "Your name";
        PersonHint: "以后每次改动都会记下是谁改的", "Every change is kept with the name of who made it";
        Begin: "建立档案", "Begin";
        Working: "正在生成钥匙，约需几秒…", "Making the keys; this takes a few seconds…";

        SheetTitle: "恢复单", "Recovery sheet";
        SheetText: "口令都忘了时，只有这张单子能打开档案。请打印或抄写，放进学校保险柜；不要和平板放在一起，也不要拍照。", "If every passphrase is forgotten, only this sheet opens the register. Print or copy it and keep it in the school’s safe, apart from the tablet. Do not photograph it.";
        SheetOnce: "恢复码不保存在平板上，离开这一页就再也看不到。", "The code is not kept on the tablet: once you leave this page it is never shown again.";
        SheetFor: "用途", "What it is for";
        SheetForText: "打开“{0}”在这台平板上的档案，给忘记口令的人设新口令；从备份恢复时也用它。", "Opens the register “{0}” on this tablet and lets someone who forgot the passphrase set a new one; also used when restoring a backup.";
        SheetHow: "怎样用", "How to use it";
        SheetHowText: "在锁定页点“忘记口令？”，逐组输入上面的恢复码。大小写和横线不要紧。", "On the lock screen choose “Forgot your passphrase?” and type the code above, group by group. Case and hyphens do not matter.";
        SheetMade: "生成日期", "Made on";
        SheetRegister: "档案", "Register";
        SheetKeeper: "保管人", "Kept by";
        SheetPlace: "存放地点", "Kept at";
        PutAway: "我已把恢复码打印或抄写好，并收好了", "I have printed or copied the code and put it away";
        Enter: "进入档案", "Open the register";

        Fetching: "正在取来程序的其余部分…", "Fetching the rest of the program…";
        NotFetched: "程序的其余部分没有取到。请连上网络再试；资料没有变动。", "The rest of the program could not be fetched. Connect and try again; nothing has changed.";

        LockedTitle: "已锁定", "Locked";
        Who: "您是哪一位？", "Who are you?";
        Unlock: "解锁", "Unlock";
        Unlocking: "正在核对口令…", "Checking the passphrase…";
        PickPerson: "请先点自己的姓名。", "Choose your name first.";
        Passphrase: "口令", "Passphrase";
        PassphraseHint: "大小写、空格和横线不要紧", "Case, spaces and hyphens do not matter";
        WrongPassphrase: "口令不对。请对照纸上抄的再试；资料没有变动。", "That is not the passphrase. Check your paper and try again; nothing has changed.";
        Forgot: "忘记口令？用恢复单打开", "Forgot your passphrase? Use the recovery sheet";
        BackToPassphrase: "想起来了，改用口令", "Use the passphrase instead";
        RecoveryCode: "恢复码", "Recovery code";
        RecoveryHint: "恢复单上的七组字符，可以不打横线", "The seven groups on the sheet; hyphens may be left out";
        BadRecovery: "恢复码有抄错的地方，请逐组核对。", "The code has a slip in it; check it group by group.";
        ShortRecovery: "恢复码共 28 个字符，这里有 {0} 个。", "The code has 28 characters; these are {0}.";
        WrongRecovery: "这张恢复单打不开本平板的档案，可能已换过新的恢复单。", "This sheet does not open the register on this tablet; a newer sheet may have replaced it.";

        RecoveredTitle: "恢复单有效", "The sheet is right";
        RecoveredText: "请选出您是哪一位，设一个新口令，然后进入档案。", "Say who you are and set a new passphrase; then the register opens.";
        SomeoneElse: "名单里没有我", "I am not listed";
        SetAndEnter: "设新口令，进入档案", "Set it and open the register";

        ElsewhereTitle: "档案正在另一个页面使用", "The register is open in another page";
        ElsewhereText: "为了不互相覆盖，同一时间只在一个页面里使用。改到这里用，那边会先存好正在填的内容，再锁定。", "One page at a time uses it, so that nothing is overwritten. If you go on here, the other page first seals what is being typed, then locks.";
        UseHere: "改在这里使用", "Use it here";
        Taking: "正在请另一个页面存好并锁定…", "Asking the other page to seal and lock…";

        StoppedTitle: "打不开本平板的档案", "The register on this tablet cannot be opened";
        TryAgain: "再试一次", "Try again";
    }
}

words! {
    /// A new passphrase: shown, renewed, replaced by an own one, typed again.
    pub enum Secret {
        Shown: "您的口令", "Your passphrase";
        ShownText: "请把这四个词按顺序抄在纸上，收好。别人有平板没有口令，什么也看不到。", "Copy these four words, in order, on paper. Whoever has the tablet but not the words sees nothing.";
        Renew: "换一组", "Other words";
        Own: "自己定一个", "Choose my own";
        Generated: "还是用生成的", "Use generated words";
        OwnLabel: "自己定的口令", "Your own passphrase";
        OwnHint: "至少像四个不相关的词那样难猜：比如一句只有您知道的话。不要用姓名、生日、电话。", "As hard to guess as four unrelated words: a sentence that only you know. No names, birthdays or numbers.";
        Again: "再输入一遍口令", "Type the passphrase again";
        AgainHint: "照着纸上抄的输入，确认抄对了", "From your paper, to be sure that it is right";
        Differs: "两次输入不一样，请对照着再输一遍。", "The two are not the same; compare and type it again.";
        Weak: "太容易猜到：再加一两个词。", "Too easy to guess: add a word or two.";
        Digits: "只有数字太容易猜到：请加上词语。", "Digits alone are guessed first: add words.";
        Good: "够强，可以用。", "Strong enough.";
        Show: "显示口令", "Show the passphrase";
    }
}

words! {
    /// The lock's countdown, and leaving when a draft cannot be sealed.
    pub enum Lock {
        Soon: "{0} 秒后自动锁定", "Locks in {0} seconds";
        SoonText: "碰一下屏幕就接着用。正在填的内容会先存好。", "Touch the screen to go on. What you are typing is sealed first.";
        Sealing: "正在存好填写的内容…", "Sealing what you typed…";
        NotSealed: "正在填的内容没能存下来", "What you are typing could not be sealed";
        NotSealedText: "{0} 现在锁定，没存的部分会丢。可以回去抄下来，或再试一次。", "{0} If you lock now, what is not sealed is lost. You can go back and copy it, or try again.";
        GoBack: "回到页面", "Back to the page";
        LockAnyway: "不要了，锁定", "Lock and lose it";
        Resealing: "正在把全部资料重新加密 {0}／{1}。可以照常使用；中途关掉，下次解锁后会接着做。", "Sealing everything anew: {0} of {1}. Go on as usual; if it is interrupted, it continues after the next unlocking.";
        Damage: "有 {0} 处资料读不出来，其余都好，可以照常使用", "{0} stored pieces cannot be read; all else is well and can be used";
        DamageText: "读不出来的部分没有删，也不会被悄悄改掉。请先做一份备份，再把最近一次好的备份找出来，或联系县里管档案的人。", "Nothing was removed or changed in silence. Make a backup now, look for the last good one, or ask whoever looks after registers in the county.";
        DamageLists: "学生名单的一部分（{0} 处）：名单可能不全", "Parts of the pupils’ list ({0}): the list may be incomplete";
        DamageKeys: "使用人名单：可能被改过，暂时不能增减使用人", "The list of people: it may have been altered, so nobody can be added or removed for now";
        DamageProof: "核对清单（{0} 处）：有的资料不能确认是最新的", "The manifest ({0}): some data cannot be proven to be the latest";
        DamageFiles: "档案（{0} 处）", "Files ({0})";
        DamageStale: "有 {0} 处被换回了旧的内容", "{0} were put back to an earlier state";
        HideForNow: "知道了", "Close";
    }
}

words! {
    /// What about this browser puts the data at risk, and what to do.
    pub enum Risk {
        InApp: "您正在微信、钉钉等应用里打开", "You are inside another app, such as WeChat";
        InAppText: "资料会存在那个应用里，清理缓存就没了。请点右上角“…”，选“在浏览器打开”，再开始填写。", "The data would lie inside that app and go with its cache. Tap “…” at the top right, choose “Open in browser”, and begin there.";
        Install: "请先装到主屏幕，再开始", "Add it to the home screen first";
        InstallText: "在 iPad 上没装的网页，七天不用资料会被系统清掉；先填后装，装好的会是空的。请点“分享”，选“添加到主屏幕”，从主屏幕打开。", "On an iPad the system clears a web page’s data after seven idle days, and installing later starts empty. Tap Share, choose “Add to Home Screen”, and open it from there.";
        Private: "这里像是无痕（隐私）窗口，或存储快满了", "This looks like a private window, or storage is nearly full";
        PrivateText: "无痕窗口一关，资料全部清掉。请在普通窗口打开同一网址；如果不是无痕窗口，请先清出空间。", "A private window loses everything when it closes. Open the same address in an ordinary one; if this is one, free some room first.";
        NotKept: "浏览器还没答应长期保存", "The browser has not yet promised to keep the data";
        NotKeptText: "空间紧张时它可能清掉资料。把本页添加到主屏幕，通常就会答应；并请常做备份。", "It may clear data when room is short. Adding this page to the home screen usually settles it; and back up often.";
        Insecure: "本网址不是安全连接（https）", "This address is not a secure connection (https)";
        InsecureText: "没有它，浏览器不提供加密。请改用以 https 开头的网址。", "Without it the browser offers no encryption. Use the address that begins with https.";
    }
}

words! {
    /// What can go wrong with the store and the keys: what happened, and what to do.
    pub enum Trouble {
        SlotGone: "这位使用人已不在本平板上。请刷新页面，重新选择。", "This person is no longer on this tablet. Reload the page and choose again.";
        SlotDamaged: "这位使用人的钥匙读不出来了。请其他使用人解锁，或用恢复单打开后设新口令。", "This person’s key cannot be read any more. Let someone else unlock, or open with the recovery sheet and set a new passphrase.";
        NoKeys: "这台平板没能算出钥匙，多半是内存不够。请关掉其他应用和页面，再试一次。", "The key could not be computed on this tablet, most often for want of memory. Close other apps and pages and try again.";
        Weak: "口令太容易猜到，请再加一两个词。", "That passphrase is too easy to guess; add a word or two.";
        Newer: "这里的资料由更新的版本保存，没有改动。请连上网络，刷新到新版本后再打开。", "What is kept here was written by a newer version and was left untouched. Connect, reload to the new version and open it again.";
        Unavailable: "浏览器不允许保存资料（可能是无痕窗口，或在设置里关掉了）。请换普通窗口打开同一网址。", "The browser refuses to keep anything here (a private window, or switched off in its settings). Open the same address in an ordinary window.";
        Blocked: "另一个旧版本的页面还开着。请关掉本网址的其他页面，再试一次。", "Another page of an older version is still open. Close all other pages of this address and try again.";
        AnotherWriter: "档案已改在另一个页面使用，这里不能再保存。请在那边继续，或在这里重新解锁。", "The register went on in another page, so this one can no longer save. Go on there, or unlock again here.";
        Full: "存储空间不够，没有保存；填写的内容还在屏幕上。请清出空间（照片、视频、不用的应用），再保存一次。", "There is no room left, so it was not saved; what you typed is still on the screen. Free some room (photos, videos, unused apps) and save again.";
        Closed: "浏览器断开了存储，没有保存；填写的内容还在屏幕上。请再点一次保存；还不行就刷新页面。", "The browser closed its store, so it was not saved; what you typed is still on the screen. Save again; if that fails, reload the page.";
        Failed: "浏览器的存储出了错，没有保存；资料没有变动。请再试一次；还不行就重启平板。", "The browser’s store failed, so nothing was saved and nothing has changed. Try again; if it fails again, restart the tablet.";
        Keyring: "使用人的钥匙清单读不出来（存储损坏或被改动），因此打不开档案。资料本身没有动。请从最近的备份恢复。", "The list of keys cannot be read (a failing disk, or it was altered), so the register does not open. The data itself was left alone. Restore the latest backup.";
        KeyringMissing: "资料还在，但使用人的钥匙清单不见了，因此打不开。请从最近的备份恢复。", "The data is here but the list of keys is gone, so it does not open. Restore the latest backup.";
        KeyringAltered: "使用人名单被改动过，不能确认，所以暂时不能增减使用人。请从备份恢复。", "The list of people was altered and cannot be trusted, so nobody can be added or removed. Restore a backup.";
        Unsettled: "有资料读不出来，要先处理好，才能重新加密全部资料。请先在设置里自查。", "Some data cannot be read; that must be settled before everything is sealed anew. Run the self-check in the settings first.";
        Damaged: "这一份资料读不出来（损坏或被改动）；其余资料都好。", "This piece cannot be read (damaged or altered); all else is well.";
        NotEmpty: "这台平板上已经有档案。", "There is a register on this tablet already.";
        Empty: "这台平板上没有档案。", "There is no register on this tablet.";
        CannotRemove: "不能移除自己，也不能移除最后一位使用人。", "You cannot remove yourself, nor the last person.";
        Moved: "准备期间有新的保存，请再做一次。", "Something was saved meanwhile; please do it once more.";
        LockedNow: "已经锁定，请先解锁。", "It is locked; unlock first.";
        Cipher: "加密没有完成，资料没有变动。请再试一次；还不行就刷新页面。", "The sealing was not completed and nothing has changed. Try again; if it fails again, reload the page.";
    }
}
