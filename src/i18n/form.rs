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
        ClearOf: "清除“{0}”", "Clear “{0}”";
        FindInList: "输入文字、拼音首字母或代码查找", "Type to find a word or code";
        NothingFound: "没有符合的选项", "Nothing matches";
        NothingToChoose: "还没有可选的内容", "There is nothing to choose yet";
        OneMore: "加 1", "One more";
        OneLess: "减 1", "One less";
        AddLine: "再加一行", "Add a line";
        LineOf: "{0}，第 {1} 行", "{0}, line {1}";
        RemoveLine: "删除第 {0} 行", "Remove line {0}";
        RatingOf: "{0}的评分", "Rating of {0}";
        NotRated: "未评", "Not rated";
        Masked: "已遮盖", "Masked";
        ShowNumber: "显示完整号码", "Show the full number";
        HideNumber: "遮盖号码", "Mask the number";
        ShowIsLogged: "查看完整号码会记入日志", "Showing the full number is recorded";
        NotShown: "未显示", "Not shown";
        Blank: "—", "—";
        Before: "原来", "Before";
        After: "现在", "Now";
        WasBlank: "（空）", "(empty)";
        ProblemsTitle: "还有 {0} 处需要处理", "{0} places need attention";
        GoToFirst: "到第一处", "Go to the first";
        NoProblems: "填写完整", "All filled in";
        UnknownField: "新版本的栏目", "A field of a newer version";
    }
}
