//! Words of forms: what stands on the controls of any field.
use crate::words;

words! {
    pub enum FormWord {
        Required: "必填", "Required";
        Optional: "选填", "Optional";
        Signed: "已签名", "Signed";
        Picture: "照片", "Picture";
        NoLongerHere: "（已不在册）", "(no longer here)";
        Pair: "{0}：{1}", "{0}: {1}";
        Choose: "请选择", "Choose";
        NotChosen: "未选", "Nothing chosen";
        Clear: "清除", "Clear";
        FindInList: "输入文字、拼音首字母或代码", "Type a word, its first letters or a code";
        NothingFound: "没有符合的选项", "Nothing matches";
        MoreMatches: "还有 {0} 项，请再输入几个字", "{0} more; type a little more";
        NothingToChoose: "还没有可选的内容", "There is nothing to choose yet";
        OneMore: "加 1", "One more";
        OneLess: "减 1", "One less";
        AddLine: "再加一行", "Add a line";
        LineOf: "{0}，第 {1} 行", "{0}, line {1}";
        RemoveLine: "删除第 {0} 行", "Remove line {0}";
        SignHere: "请在这里签名", "Sign here";
        ClearSignature: "重新签名", "Sign again";
        ShowNumber: "显示完整号码（会记入日志）", "Show the full number (this is recorded)";
        HideNumber: "遮盖号码", "Mask the number";
        EditNumber: "显示并修改（会记入日志）", "Show and change (this is recorded)";
        NotShown: "（未显示）", "(not shown)";
        PrivateLeftOut: "另有 {0} 项健康或评估内容，这里不显示", "{0} more about health or assessment are not shown here";
        NumberChanged: "（号码有改动）", "(the number was changed)";
        Before: "原来", "Before";
        After: "改为", "Now";
        WasBlank: "（空）", "(empty)";
        NothingDiffers: "内容相同", "Nothing differs";
        ProblemsTitle: "还有 {0} 处需要处理", "{0} places need attention";
        ProblemLine: "{0}：{1}", "{0}: {1}";
        NewerFields: "新版本的栏目", "Fields of a newer version";
    }
}
