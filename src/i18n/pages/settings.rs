//! Words of the settings.
use crate::words;

words! {
    pub enum Settings {
        Title: "设置", "Settings";
        County: "县里的规定", "The county's rules";
        Tablet: "这台平板", "This tablet";
        Language: "语言", "Language";
        Theme: "显示", "Display";
        Light: "浅色", "Light";
        Dark: "深色", "Dark";
        Contrast: "高对比", "High contrast";
        Auto: "跟随系统", "As the system";
        Frequency: "送教频次", "How often to visit";
        FrequencyText: "现行：每周 {0} 次，每次 {1} 课时，每学年 {2} 课时。依据：{3}", "In force: {0} visits a week, {1} class hours each, {2} class hours a school year. Source: {3}";
        Saved: "设置已保存", "The settings are saved";
        CodeLists: "代码表", "Code lists";
        CodeListsText: "{0} 份，依据和版本列在下面。", "{0} lists, with source and version.";
        Room: "存储：已用 {0}，可用约 {1}", "Storage: {0} used, about {1} free";
        Persistent: "浏览器答应长期保存", "The browser has promised to keep the data";
        NotPersistent: "浏览器没有答应长期保存，请常做备份", "The browser has not promised to keep the data: back up often";
    }
}
