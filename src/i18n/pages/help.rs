//! Words of the help page.
use crate::words;

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
