//! Words of the panel in which any record is added or changed.
use crate::words;

words! {
    pub enum Record {
        Change: "修改{0}", "Change: {0}";
        New: "添加{0}", "Add: {0}";
        Found: "这是上次没保存的内容，接着填就行。", "This is what was not saved last time; carry on.";
        StartOver: "不要了，重新填", "Drop it and start again";
        Kept: "没填完的内容已经留着，下次打开接着填", "What you typed is kept; open it again to carry on";
        NotKept: "没能暂存：{0}", "The draft could not be kept: {0}";
        Saved: "已保存", "Saved";
        Removed: "已删除", "Deleted";
        Undone: "已撤销", "Undone";
        RemoveTitle: "删除这条{0}？", "Delete this record ({0})?";
        RemoveText: "删除后还可以撤销，修改记录里也能找回。", "It can be undone, and brought back from the history.";
        StillMissing: "还有没填的栏目，可以先保存，以后再补。", "Something is still missing; it can be saved now and completed later.";
    }
}
