//! The topics of the help, in the order of the page. `key` is the topic's address: `/help?topic=restore`.
use crate::i18n::pages::{Help, HelpTopic as W};

pub struct Topic {
    pub key: &'static str,
    pub title: W,
    pub lines: &'static [W],
    /// The lines are steps, one after the other.
    pub steps: bool,
}

const fn steps(key: &'static str, title: W, lines: &'static [W]) -> Topic {
    Topic { key, title, lines, steps: true }
}

const fn points(key: &'static str, title: W, lines: &'static [W]) -> Topic {
    Topic { key, title, lines, steps: false }
}

pub static GROUPS: &[(Help, &[Topic])] = &[
    (
        Help::Begin,
        &[
            steps("first", W::First, &[W::First1, W::First2, W::First3, W::First4, W::First5]),
            steps("android", W::Android, &[W::Android1, W::Android2, W::Android3]),
            steps("ipad", W::Ipad, &[W::Ipad1, W::Ipad2, W::Ipad3]),
            points("wechat", W::Wechat, &[W::Wechat1, W::Wechat2, W::Wechat3]),
        ],
    ),
    (
        Help::Every,
        &[
            points("day", W::Day, &[W::Day1, W::Day2, W::Day3]),
            points("search", W::Search, &[W::Search1, W::Search2]),
            points("leave", W::Leave, &[W::Leave1, W::Leave2]),
            points("guardian", W::Pin, &[W::Pin1]),
        ],
    ),
    (
        Help::Safety,
        &[
            points("saved", W::Saved, &[W::Saved1, W::Saved2, W::Saved3]),
            points("backup", W::Backup, &[W::Backup1, W::Backup2, W::Backup3]),
            points("idle", W::Long, &[W::Long1, W::Long2]),
        ],
    ),
    (
        Help::Drills,
        &[
            steps("restore", W::Restore, &[W::Restore1, W::Restore2, W::Restore3, W::Restore4]),
            points("forgot", W::Forgot, &[W::Forgot1, W::Forgot2]),
            points("sheet", W::Sheet, &[W::Sheet1, W::Sheet2]),
            steps("lost", W::Lost, &[W::Lost1, W::Lost2, W::Lost3]),
            points("second", W::Second, &[W::Second1, W::Second2, W::Second3]),
            points("share", W::Share, &[W::Share1, W::Share2]),
            points("full", W::Full, &[W::Full1]),
            points("pages", W::Pages, &[W::Pages1]),
            points("odd", W::Odd, &[W::Odd1]),
        ],
    ),
    (
        Help::About,
        &[
            points("where", W::Where, &[W::Where1, W::Where2]),
            points("trust", W::Trust, &[W::Trust1, W::Trust2, W::Trust3, W::Trust4, W::Trust5]),
            points("format", W::Format, &[W::Format1, W::Format2, W::Format3]),
        ],
    ),
];
