//! Words of recording a visit.
use crate::words;

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
