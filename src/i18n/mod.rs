//! Every word that a user reads, in Chinese and English, checked when the program is compiled.
//!
//! A word is a variant of an enum made with [`words!`](crate::words): a missing language does not compile, nor do two
//! languages whose `{0}` `{1}` placeholders differ. One file an area. Views say [`t`]`(Common::Save)`, which follows the
//! language switch; code outside a view says `word.text(lang)` or [`fill`].
pub mod acts;
pub mod codes;
mod common;
mod context;
pub mod dates;
pub mod fields;
pub mod form;
pub mod interchange;
pub mod list_columns;
pub mod lists;
pub mod pages;
pub mod problems;
pub mod refusals;
mod template;

pub use common::Common;
pub use context::{Language, provide_language, t, t_with, use_language};
pub use template::{fill, holes};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    Zh,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The BCP 47 tag, as in `<html lang>` and in the preferences.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The language of a tag such as `en-GB`; `None` for a language that we do not speak.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.split(['-', '_']).next() {
            Some("zh") => Some(Lang::Zh),
            Some("en") => Some(Lang::En),
            _ => None,
        }
    }

    /// The language's own name, for the switch.
    pub fn name(self) -> &'static str {
        match self {
            Lang::Zh => "中文",
            Lang::En => "English",
        }
    }

    /// The one of the two texts that is in this language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// A word of the interface.
pub trait Word: Copy + Send + Sync + 'static {
    /// Every word of this enum, in order.
    const ALL: &'static [Self];
    fn text(self, lang: Lang) -> &'static str;
}

/// Declares words: `words! { pub enum Common { Save: "保存", "Save"; … } }`.
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $( $(#[$vdoc:meta])* $word:ident : $zh:literal, $en:literal ; )* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $( $(#[$vdoc])* $word, )* }

        impl $crate::i18n::Word for $name {
            const ALL: &'static [Self] = &[$( $name::$word, )*];
            fn text(self, lang: $crate::i18n::Lang) -> &'static str {
                match self {
                    $( $name::$word => lang.pick($zh, $en), )*
                }
            }
        }

        $( const _: () = assert!(
            $crate::i18n::holes($zh) == $crate::i18n::holes($en),
            concat!("the placeholders of the two languages differ: ", stringify!($word)),
        ); )*
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_language_whatever_its_region() {
        for (tag, lang) in
            [("zh-CN", Some(Lang::Zh)), ("zh_TW", Some(Lang::Zh)), ("en-GB", Some(Lang::En)), ("fr", None)]
        {
            assert_eq!(Lang::from_tag(tag), lang, "{tag}");
        }
        assert!(Lang::ALL.into_iter().all(|lang| Lang::from_tag(lang.tag()) == Some(lang)));
    }
}
