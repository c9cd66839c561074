//! Words of the settings' own page and of this tablet.
use crate::words;

words! {
    pub enum Settings {
        Title: "设置", "Settings";
        Tablet: "这台平板", "This tablet";
        Look: "语言和显示", "Language and display";
        Language: "语言", "Language";
        Theme: "显示", "Display";
        Frequency: "送教频次", "How often to visit";
        Light: "浅色", "Light";
        Dark: "深色", "Dark";
        Contrast: "高对比", "High contrast";
        Auto: "跟随系统", "As the system";
    }
}
