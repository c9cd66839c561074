//! Words of the gate: first run, the recovery sheet, the lock screen.
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
