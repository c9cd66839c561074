//! Pictures of a file: thumbnails out of the vault, opened large on a tap. Their addresses are released with the page.
use super::Open;
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::records::documents::Photo as Record;
use crate::domain::value::{Cell, Values};
use crate::i18n::pages::Child as W;
use crate::i18n::{Common, Language, dates, t};
use crate::platform::photo;
use crate::register::file::File;
use crate::ui::kit::{Button, Dialog, Photo, PhotoGrid};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// One picture as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub id: RecordId,
    pub media: String,
    pub thumbnail: String,
    pub caption: String,
    pub taken: Option<Date>,
    pub visit: Option<RecordId>,
    pub document: Option<RecordId>,
}

/// The pictures of a file, the latest first.
pub fn stored(file: &File) -> Vec<Stored> {
    let one = |(id, record): (RecordId, &crate::register::tree::Record)| read(id, &record.values);
    let mut all: Vec<Stored> = file.table("photo").map(one).collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.taken, one.id)));
    all
}

/// The pictures of one visit or paper.
pub fn stored_of(file: &File, of: RecordId) -> Vec<Stored> {
    let of = of.write();
    // Told apart before anything is read: a file may hold a thousand pictures.
    let is_of = |values: &Values| [values.get("visit"), values.get("document")].contains(&Some(&of));
    let found = file.table("photo").filter(|(_, record)| is_of(&record.values));
    found.map(|(id, record)| read(id, &record.values)).collect()
}

fn read(id: RecordId, values: &Values) -> Stored {
    let Record { media, thumbnail, visit, document, taken, caption } = Record::read(values);
    Stored { id, media, thumbnail, caption, taken, visit, document }
}

/// What a picture shows, for those who do not see it.
fn spoken(stored: &Stored, language: Language) -> String {
    let date = stored.taken.map(|date| dates::long(date, language.get())).unwrap_or_default();
    match stored.caption.is_empty() {
        false => stored.caption.clone(),
        true => language.say_with(W::PictureOf, &[&date]).trim().to_owned(),
    }
}

/// The pictures of one visit or paper (`of`), at most `most` at first.
#[component]
pub fn Pictures(child: Open, of: RecordId, #[prop(default = 12)] most: usize) -> impl IntoView {
    let pictures = Memo::new(move |_| child.file().map(|file| stored_of(&file, of)).unwrap_or_default());
    view! { <Gallery child pictures most /> }
}

#[component]
pub fn Gallery(
    child: Open,
    #[prop(into)] pictures: Signal<Vec<Stored>>,
    #[prop(default = 12)] most: usize,
) -> impl IntoView {
    let shown = RwSignal::new(most);
    // By content hash: `None` while it is read or where its bytes are not here.
    let addresses = RwSignal::new(BTreeMap::<String, Option<String>>::new());
    let large = RwSignal::new(None::<(String, String)>);
    on_cleanup(move || {
        let held = addresses.try_update(std::mem::take).unwrap_or_default();
        held.into_values().flatten().for_each(|address| photo::release(&address));
        if let Some((address, _)) = large.try_get_untracked().flatten() {
            photo::release(&address);
        }
    });
    Effect::new(move || {
        let wanted = pictures
            .with(|all| all.iter().take(shown.get()).map(|one| one.thumbnail.clone()).collect::<Vec<_>>());
        let known = addresses.with_untracked(|known| known.keys().cloned().collect::<Vec<_>>());
        let missing: Vec<String> =
            wanted.into_iter().filter(|hash| !hash.is_empty() && !known.contains(hash)).collect();
        addresses.update_untracked(|known| known.extend(missing.iter().map(|hash| (hash.clone(), None))));
        spawn_local(async move {
            for hash in missing {
                // A picture that cannot be read shows as missing; the others come.
                let Ok(Some(bytes)) = child.register.media(&hash).await else { continue };
                let Some(address) = photo::address(&bytes) else { continue };
                let unused = address.clone();
                if addresses.try_update(|known| known.insert(hash, Some(address))).is_none() {
                    photo::release(&unused);
                }
            }
        });
    });
    let photos = Signal::derive(move || {
        pictures.with(|all| {
            let photo = |one: &Stored| Photo {
                key: one.media.clone(),
                url: addresses.with(|known| known.get(&one.thumbnail).cloned().flatten()),
                caption: spoken(one, child.language),
            };
            all.iter().take(shown.get()).map(photo).collect::<Vec<_>>()
        })
    });
    let open = Callback::new(move |(hash,): (String,)| {
        let caption = pictures.with_untracked(|all| {
            untrack(|| all.iter().find(|one| one.media == hash).map(|one| spoken(one, child.language)))
                .unwrap_or_default()
        });
        spawn_local(async move {
            match child.register.media(&hash).await {
                Ok(Some(bytes)) => {
                    if let Some(address) = photo::address(&bytes) {
                        large.try_set(Some((address, caption)));
                    }
                }
                _ => child.toasts.say(crate::i18n::Word::text(W::PictureLost, child.language.now())),
            }
        });
    });
    let close = Callback::new(move |()| {
        if let Some((address, _)) = large.get_untracked() {
            photo::release(&address);
        }
        large.set(None);
    });
    let title = Signal::derive(move || large.get().map(|(_, caption)| caption).unwrap_or_default());
    view! {
        <Show when=move || pictures.with(|all| !all.is_empty())>
            <PhotoGrid photos=photos on_open=open missing=t(W::PictureLost) />
            <Show when=move || pictures.with(Vec::len).gt(&shown.get())>
                <Button label=t(W::MorePictures) on_press=Callback::new(move |()| shown.update(|n| *n += 12)) />
            </Show>
            <Dialog open=Signal::derive(move || large.get().is_some()) title=title close_label=t(Common::Close) on_close=close wide=true>
                {move || large.get().map(|(address, caption)| view! { <img class="large-picture" src=address alt=caption /> })}
            </Dialog>
        </Show>
    }
}
