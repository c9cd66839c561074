//! How the page looks on this tablet: light, dark, high contrast, or as the system says. Kept as a preference.
use crate::i18n::pages::Settings;
use crate::platform::browser;
use crate::ui::kit::Icon;
use crate::vault::prefs::{self, Pref};
use leptos::prelude::*;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
    Contrast,
}

impl Theme {
    pub const ALL: [Theme; 4] = [Theme::Auto, Theme::Light, Theme::Dark, Theme::Contrast];

    /// The value of `data-theme` and of the preference; nothing for the system's own.
    pub fn key(self) -> &'static str {
        match self {
            Theme::Auto => "",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }
    pub fn from_key(key: &str) -> Theme {
        Theme::ALL.into_iter().find(|theme| theme.key() == key).unwrap_or_default()
    }
    pub fn word(self) -> Settings {
        match self {
            Theme::Auto => Settings::Auto,
            Theme::Light => Settings::Light,
            Theme::Dark => Settings::Dark,
            Theme::Contrast => Settings::Contrast,
        }
    }
    pub fn icon(self) -> Icon {
        match self {
            Theme::Auto => Icon::Tablet,
            Theme::Light => Icon::Sun,
            Theme::Dark => Icon::Moon,
            Theme::Contrast => Icon::Contrast,
        }
    }
}

/// The look of the page and the way to change it.
#[derive(Clone, Copy)]
pub struct Appearance(RwSignal<Theme>);

impl Appearance {
    pub fn theme(self) -> Theme {
        self.0.get()
    }
    pub fn set(self, theme: Theme) {
        prefs::write(Pref::Theme, theme.key());
        show(theme);
        self.0.set(theme);
    }
}

fn show(theme: Theme) {
    browser::mark("data-theme", (theme != Theme::Auto).then_some(theme.key()));
}

/// Shows the look that was kept and provides it to the page.
pub fn provide_appearance() {
    let theme = prefs::read(Pref::Theme).map(|key| Theme::from_key(&key)).unwrap_or_default();
    show(theme);
    provide_context(Appearance(RwSignal::new(theme)));
}

/// The page's look; one of its own where none was provided.
pub fn use_appearance() -> Appearance {
    use_context().unwrap_or_else(|| Appearance(RwSignal::new(Theme::Auto)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_look_is_found_again_and_an_unknown_one_is_the_systems() {
        assert!(Theme::ALL.into_iter().all(|theme| Theme::from_key(theme.key()) == theme));
        assert_eq!(Theme::from_key("sepia"), Theme::Auto);
    }
}
