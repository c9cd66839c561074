//! The pages of a paper: photographed or chosen, shrunk on the tablet, saved with the paper in one transaction.
use super::super::Open;
use super::super::pictures::{Stored, stored};
use super::sealing::Sealing;
use crate::app::register::new_record;
use crate::app::visit_draft::{DraftPhoto, content_hash};
use crate::domain::id::RecordId;
use crate::i18n::pages::Child as W;
use crate::i18n::{Word, t};
use crate::platform::{files, photo};
use crate::ui::kit::{Card, Photo, PhotoGrid};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// Pages of one paper, so that a draft stays small enough to seal at every pause.
const MOST: usize = 12;

#[component]
pub fn Scans(
    child: Open,
    photos: RwSignal<Vec<DraftPhoto>>,
    removed: RwSignal<Vec<RecordId>>,
    sealing: Sealing,
    of: RecordId,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let addresses = RwSignal::new(BTreeMap::<String, String>::new());
    on_cleanup(move || {
        let held = addresses.try_update(std::mem::take).unwrap_or_default();
        held.values().for_each(|address| photo::release(address));
    });
    let saved = Memo::new(move |_| {
        let all = child.file().map(|file| stored(&file)).unwrap_or_default();
        let gone = removed.get();
        all.into_iter()
            .filter(|one| one.document == Some(of) && !gone.contains(&one.id))
            .collect::<Vec<Stored>>()
    });
    let keep_address = move |hash: String, bytes: &[u8]| {
        if let Some(address) = photo::address(bytes) {
            let unused = address.clone();
            if addresses.try_update(|known| known.insert(hash, address)).is_none() {
                photo::release(&unused);
            }
        }
    };
    Effect::new(move || {
        let known = addresses.with_untracked(|known| known.keys().cloned().collect::<Vec<_>>());
        let fresh = photos.with(|photos| {
            let new = photos.iter().filter(|photo| !known.contains(&photo.hash));
            new.map(|photo| (photo.hash.clone(), photo.thumbnail.clone())).collect::<Vec<_>>()
        });
        fresh.into_iter().for_each(|(hash, bytes)| keep_address(hash, &bytes));
        let wanted: Vec<Stored> = saved
            .get()
            .into_iter()
            .filter(|one| !known.contains(&one.media) && !one.thumbnail.is_empty())
            .collect();
        spawn_local(async move {
            for one in wanted {
                // What cannot be read shows as missing.
                if let Ok(Some(bytes)) = child.register.media(&one.thumbnail).await {
                    keep_address(one.media, &bytes);
                }
            }
        });
    });
    let shown = Signal::derive(move || {
        let waiting = photos.with(|photos| photos.iter().map(|photo| photo.hash.clone()).collect::<Vec<_>>());
        let all = saved.get().into_iter().map(|one| one.media).chain(waiting);
        let caption = child.language.say(W::Pictures).to_owned();
        all.map(|key| Photo {
            url: addresses.with(|known| known.get(&key).cloned()),
            key,
            caption: caption.clone(),
        })
        .collect::<Vec<_>>()
    });
    let picked = move |event: leptos::ev::Event| {
        let room = MOST.saturating_sub(shown.with_untracked(Vec::len));
        let chosen: Vec<_> = files::picked(&event).into_iter().take(room).collect();
        spawn_local(async move {
            for file in chosen {
                match photo::shrink(file).await {
                    Ok(small) => {
                        let taken = DraftPhoto {
                            record: new_record(),
                            hash: content_hash(&small.picture),
                            thumbnail_hash: content_hash(&small.thumbnail),
                            picture: small.picture,
                            thumbnail: small.thumbnail,
                        };
                        photos.try_update(|photos| {
                            photos.retain(|other| other.hash != taken.hash);
                            photos.push(taken);
                        });
                    }
                    Err(_) => child.toasts.fail(W::PictureFailed.text(child.language.now())),
                }
            }
        });
    };
    // The draft is sealed before the camera opens: the browser may close the page for it.
    let add = Callback::new(move |()| {
        sealing.seal();
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    });
    let remove = Callback::new(move |(hash,): (String,)| {
        photos.update(|photos| photos.retain(|photo| photo.hash != hash));
        let stored =
            saved.with_untracked(|saved| saved.iter().find(|one| one.media == hash).map(|one| one.id));
        removed.update(|removed| removed.extend(stored));
    });
    view! {
        <Card title=t(W::Pictures)>
            <input node_ref=input type="file" accept="image/*" multiple=true class="unseen" tabindex="-1" aria-label=t(W::AddPicture) on:change=picked />
            <PhotoGrid photos=shown on_open=Callback::new(|(_,): (String,)| ()) missing=t(W::PictureLost) remove=t(W::RemovePicture) on_remove=remove
                add=t(W::AddPicture) on_add=add most=MOST />
        </Card>
    }
}
