//! Where the list of pupils was left: what was typed, how far it was scrolled, its filters. Kept while one is in a file or in
//! a form, so that coming back finds the same place. In memory only: a search text never enters an address.
use crate::domain::id::FileId;
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Place {
    pub search: RwSignal<String>,
    pub scroll: RwSignal<f64>,
    /// The filters as the address writes them, `?` included.
    pub filter: RwSignal<String>,
    /// Rises whenever a draft is sealed or dropped: what lists the drafts looks again.
    pub drafts: RwSignal<u32>,
}

impl Place {
    fn new() -> Place {
        Place {
            search: RwSignal::new(String::new()),
            scroll: RwSignal::new(0.0),
            filter: RwSignal::new(String::new()),
            drafts: RwSignal::new(0),
        }
    }

    /// The address of a child's file beside the list as it was left; `tab` may be empty.
    pub fn href(self, id: FileId, tab: &str) -> String {
        let filter = self.filter.get_untracked();
        let tab = match (tab.is_empty() || tab == "timeline", filter.is_empty()) {
            (true, _) => String::new(),
            (false, true) => ["?tab=", tab].concat(),
            (false, false) => ["&tab=", tab].concat(),
        };
        format!("/pupils/{id}{filter}{tab}")
    }

    /// The address of the list as it was left.
    pub fn list(self) -> String {
        ["/pupils", &self.filter.get_untracked()].concat()
    }
}

/// Makes the place known to all pages; call once, above the routes.
pub fn provide_place() {
    provide_context(Place::new());
}

/// The list's place; one of its own where none was provided.
pub fn use_place() -> Place {
    use_context().unwrap_or_else(Place::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_opens_beside_the_list_as_it_was_left() {
        Owner::new().with(|| {
            let place = Place::new();
            let id = FileId(1);
            let of = |filter: &str, tab: &str| {
                place.filter.set(filter.to_owned());
                place.href(id, tab).replace(&id.to_string(), "1")
            };
            for (filter, tab, expected) in [
                ("", "", "/pupils/1"),
                ("", "plans", "/pupils/1?tab=plans"),
                ("?mode=HOME", "timeline", "/pupils/1?mode=HOME"),
                ("?mode=HOME", "file", "/pupils/1?mode=HOME&tab=file"),
            ] {
                assert_eq!(of(filter, tab), expected);
            }
        });
    }
}
