//! Words of the page of this tablet's people.
use crate::words;

words! {
    pub enum People {
        Title: "这台平板的使用人", "People of this tablet";
        Intro: "每人用自己的口令解锁；谁改了什么，都记在谁名下。", "Each unlocks with an own passphrase, and every change is kept under its author’s name.";
        Open: "使用人和口令", "People and passphrases";
        Manage: "管理使用人", "Manage people";
        OpenText: "增减使用人、换口令、设签字页密码、换恢复单", "Add or remove people, change passphrases, the PIN, the recovery sheet";
        More: "对 {0} 的操作", "What to do about {0}";
        Me: "现在使用", "Unlocked now";
        Reduced: "这台平板内存小，有的钥匙算得比标准轻。请用更长的口令，并把平板收好。", "This tablet has little memory, so a key here took less work than is usual. Use longer passphrases, and keep the tablet safe.";
        Count: "{0} 位使用人", "{0} people";
        Mine: "我的口令", "My passphrase";
        MineText: "有人看见过、或觉得不放心，就换一个。要先输入现在的口令。", "Change it if someone has seen it. You are asked the one you have now.";
        Add: "添加使用人", "Add a person";
        AddTitle: "添加使用人", "Add a person";
        AddText: "请把平板交给这位同事，由本人设口令。", "Hand the tablet to your colleague, who sets the passphrase.";
        Whom: "添加哪一位？", "Whom?";
        NotListed: "名单里没有，新建一位", "Not listed: someone new";
        AddNow: "添加", "Add";
        Added: "{0} 可以用自己的口令解锁了", "{0} can now unlock with an own passphrase";
        Change: "换口令", "Change my passphrase";
        Old: "现在的口令", "Your passphrase now";
        ChangeNow: "换成新口令", "Change it";
        Changed: "口令已换，下次解锁用新的", "Changed: unlock with the new one from now on";
        Reset: "忘记口令，设新的", "Forgot it: set a new one";
        ResetTitle: "给 {0} 设新口令", "A new passphrase for {0}";
        ResetText: "由本人设新口令；原来的口令随即失效。全部资料会重新加密，可以照常使用。", "The person sets it; the old one stops working. Everything is sealed anew; go on as usual.";
        ResetNow: "设为新口令", "Set it";
        ResetDone: "{0} 的新口令可以用了", "The new passphrase of {0} works";
        Remove: "移除", "Remove";
        RemoveTitle: "移除 {0}？", "Remove {0}?";
        RemoveText: "{0} 的口令将再也打不开这台平板的档案；全部资料会换一把钥匙重新加密。以前的记录照样留着，署名不变。", "The passphrase of {0} will never open this register again; everything is sealed anew under another key. What was recorded stays, with its author.";
        RemoveNow: "移除", "Remove";
        Removed: "{0} 已移除，资料已换新钥匙", "{0} is removed, and everything has a new key";
        NotMe: "不能移除自己；要换人，请对方解锁后操作。", "You cannot remove yourself; someone else must unlock to do it.";
        YourPassphrase: "输入您自己的口令确认", "Your own passphrase, to confirm";
        WrongOwn: "这不是您的口令。", "That is not your passphrase.";
        Sheet: "恢复单", "Recovery sheet";
        SheetText: "恢复单丢了、被人看过、或保管人调走，就换一张。旧的随即作废。", "If the sheet is lost, was seen, or its keeper moved on, make a new one. The old one stops working.";
        SheetNew: "换一张恢复单", "Make a new sheet";
        SheetMake: "生成新恢复单", "Make the sheet";
        SheetSwitch: "启用新单，旧单作废", "Use the new sheet, void the old one";
        SheetDone: "新恢复单已启用，旧的已作废", "The new sheet works; the old one is void";
        Pin: "签字页密码", "PIN of the guardian’s screen";
        PinText: "把平板交给家长签字后，用它返回。只挡那一页，不能解锁；输错五次就锁定。", "Takes you back after a guardian has signed. It guards that screen only and never unlocks; five wrong tries lock the tablet.";
        PinSet: "已设好", "It is set";
        PinNotSet: "还没设，返回时用口令", "Not set: the passphrase is asked instead";
        PinMake: "设密码", "Set a PIN";
        PinChange: "换密码", "Change the PIN";
        PinDrop: "不用密码了", "Remove the PIN";
        PinNew: "4 到 6 位数字", "4 to 6 digits";
        PinAgain: "再输入一遍", "Once more";
        PinLength: "请输入 4 到 6 位数字。", "Type 4 to 6 digits.";
        PinPlain: "太容易猜到，换一个。", "Too easy to guess; choose another.";
        PinDiffers: "两次不一样。", "The two are not the same.";
        PinSaved: "签字页密码已设好", "The PIN is set";
        PinDropped: "以后返回时用口令", "The passphrase is asked from now on";
        Busy: "正在换钥匙，请稍等…", "Changing keys; one moment…";
        Waiting: "上一次移除还没做完，做完后再操作。", "An earlier removal is still going on; wait for it to finish.";
    }
}
