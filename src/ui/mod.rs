//! Pages. For now the one that shows the product's name.
pub mod form;
pub mod kit;

use leptos::prelude::*;

/// Mounts the page into the document's body.
pub fn mount() {
    leptos::mount::mount_to_body(|| view! { <main><h1>"保学"</h1></main> });
}
