//! The one list of pages.
use crate::i18n::pages::Nav;
use crate::ui::kit::Icon;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    Today,
    Pupils,
    Cases,
    Compare,
    Schools,
    Ledgers,
    Figures,
    Duty,
    Departments,
    Worklist,
    Transfer,
    Safe,
    Settings,
    Help,
}

impl Route {
    /// The pages of the rail, in order.
    pub const RAIL: &'static [Route] = &[
        Route::Today,
        Route::Pupils,
        Route::Cases,
        Route::Compare,
        Route::Schools,
        Route::Ledgers,
        Route::Figures,
        Route::Duty,
        Route::Departments,
        Route::Worklist,
        Route::Transfer,
        Route::Safe,
        Route::Settings,
        Route::Help,
    ];

    pub fn path(self) -> &'static str {
        match self {
            Route::Today => "/",
            Route::Pupils => "/pupils",
            Route::Cases => "/cases",
            Route::Compare => "/compare",
            Route::Schools => "/schools",
            Route::Ledgers => "/ledgers",
            Route::Figures => "/figures",
            Route::Duty => "/duty",
            Route::Departments => "/departments",
            Route::Worklist => "/worklist",
            Route::Transfer => "/transfer",
            Route::Safe => "/safe",
            Route::Settings => "/settings",
            Route::Help => "/help",
        }
    }

    pub fn word(self) -> Nav {
        match self {
            Route::Today => Nav::Today,
            Route::Pupils => Nav::Pupils,
            Route::Cases => Nav::Cases,
            Route::Compare => Nav::Compare,
            Route::Schools => Nav::Schools,
            Route::Ledgers => Nav::Ledgers,
            Route::Figures => Nav::Figures,
            Route::Duty => Nav::Duty,
            Route::Departments => Nav::Departments,
            Route::Worklist => Nav::Worklist,
            Route::Transfer => Nav::Transfer,
            Route::Safe => Nav::Safe,
            Route::Settings => Nav::Settings,
            Route::Help => Nav::Help,
        }
    }

    pub fn icon(self) -> Icon {
        match self {
            Route::Today => Icon::Today,
            Route::Pupils => Icon::People,
            Route::Cases => Icon::Case,
            Route::Compare => Icon::Compare,
            Route::Schools => Icon::School,
            Route::Ledgers => Icon::List,
            Route::Figures => Icon::Chart,
            Route::Duty => Icon::Goal,
            Route::Departments => Icon::Chat,
            Route::Worklist => Icon::Conflict,
            Route::Transfer => Icon::Transfer,
            Route::Safe => Icon::Shield,
            Route::Settings => Icon::Settings,
            Route::Help => Icon::Help,
        }
    }

    /// The page of the rail that a path belongs to.
    pub fn of(path: &str) -> Option<Route> {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        match first {
            "" | "visit" => Some(Route::Today),
            "staff" => Some(Route::Schools),
            "people" => Some(Route::Settings),
            _ => Route::RAIL.iter().copied().find(|route| route.path().trim_start_matches('/') == first),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_rail_is_found_by_its_path() {
        for route in Route::RAIL {
            assert_eq!(Route::of(route.path()), Some(*route));
        }
        assert_eq!(
            (Route::of("/pupils/00"), Route::of("/visit/00"), Route::of("/moon")),
            (Some(Route::Pupils), Some(Route::Today), None)
        );
    }
}
