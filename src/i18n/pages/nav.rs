//! Words of the frame around every page.
use crate::words;

words! {
    pub enum Nav {
        Today: "今日", "Today";
        Pupils: "学生", "Pupils";
        Cases: "个案", "Cases";
        Compare: "比对", "Compare";
        Schools: "学校", "Schools";
        Ledgers: "台账", "Ledgers";
        Figures: "数据", "Figures";
        Worklist: "待核对", "To decide";
        Transfer: "交接", "Transfer";
        Safe: "备份", "Backup";
        Duty: "责任", "Duty";
        Departments: "部门", "Agencies";
        Settings: "设置", "Settings";
        Help: "帮助", "Help";
        Main: "主要页面", "Main pages";
        Notes: "提示", "Notes";
        Lock: "锁定", "Lock";
        ToMain: "跳到正文", "Skip to the page";
        SavedAt: "已保存在本平板 {0}", "Saved on this tablet {0}";
        LastSaved: "上次保存 {0}", "Last saved {0}";
        NothingNew: "没有未保存的内容", "Nothing unsaved";
        NotSaved: "没有保存", "Not saved";
        NewVersion: "新版本已就绪，填完再换也不迟。", "A new version is ready; it can wait until you are done.";
        Update: "现在更新", "Update now";
        Theme: "深浅", "Light or dark";
        Offline: "离线可用", "Offline";
    }
}
