//! Photographs as thumbnails; a picture whose bytes are not on this tablet says so.
use super::button::IconButton;
use super::icon::{Icon, icon};
use leptos::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    pub key: String,
    /// A `blob:` address; `None` where the bytes are missing.
    pub url: Option<String>,
    /// What it shows, for those who do not see it.
    pub caption: String,
}

#[component]
pub fn PhotoGrid(
    #[prop(into)] photos: Signal<Vec<Photo>>,
    #[prop(into)] on_open: Callback<(String,)>,
    #[prop(into)] missing: Signal<String>,
    #[prop(optional, into)] remove: Signal<String>,
    #[prop(optional, into)] on_remove: Option<Callback<(String,)>>,
    #[prop(optional, into)] add: Signal<String>,
    #[prop(optional, into)] on_add: Option<Callback<()>>,
    /// How many there may be; the button to add hides at that number.
    #[prop(default = usize::MAX)]
    most: usize,
) -> impl IntoView {
    let thumb = move |photo: Photo| {
        let (open_key, remove_key) = (photo.key.clone(), photo.key.clone());
        let picture = match photo.url {
            Some(url) => view! { <img src=url alt=photo.caption.clone() decoding="async" /> }.into_any(),
            None => {
                view! { <span class="photo-lost">{icon(Icon::Photo)}<span>{missing}</span></span> }.into_any()
            }
        };
        let removal = on_remove.map(|on_remove| {
            let press = move || on_remove.run((remove_key.clone(),));
            view! { <IconButton icon=Icon::Close label=remove on_press=press name="remove-photo" /> }
        });
        view! {
            <li class="photo">
                <button type="button" class="photo-open" aria-label=photo.caption
                    on:click=move |_| on_open.run((open_key.clone(),))>{picture}</button>
                {removal}
            </li>
        }
        .into_any()
    };
    let adding = move || {
        let room = photos.with(|photos| photos.len() < most);
        on_add.filter(|_| room).map(|on_add| {
            view! {
                <li><button type="button" class="photo-add" data-name="add-photo" on:click=move |_| on_add.run(())>
                    {icon(Icon::Camera)}<span>{add}</span>
                </button></li>
            }
        })
    };
    view! {
        <ul class="photos">
            <For each=move || photos.get() key=|photo| (photo.key.clone(), photo.url.clone()) children=thumb />
            {adding}
        </ul>
    }
    .into_any()
}
