//! Photographs of the visit: shrunk on the tablet, kept in the draft, saved with the visit. Nobody is photographed without
//! the guardian's consent, which is asked for and written down right here.
use super::parts::Form;
use super::sign::guardian_choices;
use crate::app::keeper::Order;
use crate::app::register::new_record;
use crate::app::visit_draft::{self, DraftPhoto};
use crate::domain::field::FileKind;
use crate::domain::id::RecordId;
use crate::domain::records::documents::Consent;
use crate::domain::records::pupil::Guardian;
use crate::domain::value::Values;
use crate::i18n::pages::VisitPage as W;
use crate::i18n::{Common, Word, fill, t, t_with};
use crate::platform::{files, photo};
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::ui::form::{FormView, Refs, check_draft};
use crate::ui::kit::{Banner, Button, Card, Dialog, Icon, Look, Photo, PhotoGrid, Tone, use_toasts};
use crate::ui::words::keep_error;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

#[component]
pub fn Photos(form: Form, guardians: StoredValue<Vec<(RecordId, Guardian)>>) -> impl IntoView {
    let most = form.register.policy.get_untracked().max_photos;
    let asking = RwSignal::new(false);
    view! {
        <Card title=t_with(W::Photos, move || vec![most.to_string()]) name="photos">
            <div class="stack" data-field="photos">
                <Show when=move || form.consent.get() fallback=move || view! {
                    <Banner title=t(W::PhotoConsent) text=t(W::PhotoConsentText) tone=Tone::Due>
                        <Button label=t(W::RecordConsent) look=Look::Soft icon=Icon::Pen on_press=Callback::new(move |()| asking.set(true)) />
                    </Banner>
                }>
                    <Camera form most />
                </Show>
            </div>
            <ConsentDialog form guardians asking />
        </Card>
    }
    .into_any()
}

/// The addresses of thumbnails on show, by content hash; each is released when its picture goes, all when the page does.
#[derive(Clone, Copy)]
struct Shown(StoredValue<BTreeMap<String, String>>);

impl Shown {
    fn new() -> Shown {
        let shown = Shown(StoredValue::new(BTreeMap::new()));
        on_cleanup(move || {
            if let Some(all) = shown.0.try_update_value(std::mem::take) {
                all.values().for_each(|address| photo::release(address));
            }
        });
        shown
    }

    fn of(self, photos: &[DraftPhoto]) -> Vec<(String, Option<String>)> {
        let follow = |all: &mut BTreeMap<String, String>| {
            all.retain(|hash, address| {
                let stays = photos.iter().any(|photo| photo.hash == *hash);
                if !stays {
                    photo::release(address);
                }
                stays
            });
            for photo in photos {
                if !all.contains_key(&photo.hash)
                    && let Some(address) = photo::address(&photo.thumbnail)
                {
                    all.insert(photo.hash.clone(), address);
                }
            }
            let address = |photo: &DraftPhoto| (photo.hash.clone(), all.get(&photo.hash).cloned());
            photos.iter().map(address).collect()
        };
        self.0.try_update_value(follow).unwrap_or_default()
    }
}

#[component]
fn Camera(form: Form, most: usize) -> impl IntoView {
    let (draft, language, toasts) = (form.draft, form.language, use_toasts());
    let (camera, album) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let shown = Shown::new();
    let shrinking = RwSignal::new(0_usize);
    let thumbnails = Memo::new(move |_| {
        let lang = language.get();
        let caption = |at: usize| fill(W::PhotoNumber.text(lang), &[&(at + 1).to_string()]);
        let all = draft.photos.with(|photos| shown.of(photos));
        all.into_iter()
            .enumerate()
            .map(|(at, (key, url))| Photo { key, url, caption: caption(at) })
            .collect::<Vec<_>>()
    });
    let picked = move |event: leptos::ev::Event| {
        let room = most.saturating_sub(draft.photos.with_untracked(Vec::len));
        let chosen: Vec<_> = files::picked(&event).into_iter().take(room).collect();
        shrinking.set(chosen.len());
        spawn_local(async move {
            for file in chosen {
                match photo::shrink(file).await {
                    Ok(small) => {
                        let photo = DraftPhoto {
                            record: new_record(),
                            hash: visit_draft::content_hash(&small.picture),
                            thumbnail_hash: visit_draft::content_hash(&small.thumbnail),
                            picture: small.picture,
                            thumbnail: small.thumbnail,
                        };
                        draft.photos.try_update(|photos| {
                            if !photos.iter().any(|other| other.hash == photo.hash) {
                                photos.push(photo);
                            }
                        });
                    }
                    Err(_) => toasts.fail(W::PhotoFailed.text(language.now())),
                }
                shrinking.try_update(|left| *left = left.saturating_sub(1));
            }
        });
    };
    // The browser may close the page for the camera: what is written is on the disk before it opens.
    let open = move |input: NodeRef<html::Input>| {
        spawn_local(async move {
            match draft.seal().await {
                Ok(()) => {
                    if let Some(input) = input.try_get_untracked().flatten() {
                        input.click();
                    }
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    };
    let remove = Callback::new(move |(key,): (String,)| {
        let place = draft.photos.with_untracked(|photos| photos.iter().position(|photo| photo.hash == key));
        let Some(place) = place else { return };
        let removed = draft.photos.try_update(|photos| photos.remove(place));
        let back = Callback::new(move |()| {
            if let Some(photo) = removed.clone() {
                draft.photos.try_update(|photos| photos.insert(place.min(photos.len()), photo));
            }
        });
        let lang = language.now();
        toasts.offer(W::PhotoRemoved.text(lang), Common::Undo.text(lang), back);
    });
    let viewed = RwSignal::new(None::<String>);
    let full = move || draft.photos.with(Vec::len) >= most;
    view! {
        <input node_ref=camera type="file" accept="image/*" capture="environment" class="unseen" tabindex="-1" aria-label=t(W::AddPhoto) on:change=picked />
        <input node_ref=album type="file" accept="image/*" multiple=true class="unseen" tabindex="-1" aria-label=t(W::FromAlbum) on:change=picked />
        <PhotoGrid photos=thumbnails on_open=Callback::new(move |(key,): (String,)| viewed.set(Some(key))) missing=t(W::PhotoLost) remove=t(Common::Remove)
            on_remove=remove add=t(W::AddPhoto) on_add=Callback::new(move |()| open(camera)) most=most />
        <Show when=move || shrinking.get() != 0><p class="muted" role="status">{t(W::Shrinking)}</p></Show>
        <Show when=move || !full()>
            <div><Button label=t(W::FromAlbum) look=Look::Plain icon=Icon::Photo on_press=Callback::new(move |()| open(album)) /></div>
        </Show>
        <Viewer form viewed />
    }
    .into_any()
}

/// One picture as large as the screen; its address lives as long as it is looked at.
#[component]
fn Viewer(form: Form, viewed: RwSignal<Option<String>>) -> impl IntoView {
    let address = StoredValue::new(None::<String>);
    let free = move || {
        if let Some(old) = address.try_update_value(Option::take).flatten() {
            photo::release(&old);
        }
    };
    on_cleanup(free);
    let source = Memo::new(move |_| {
        free();
        let key = viewed.get()?;
        let picture = form.draft.photos.with_untracked(|photos| {
            photos.iter().find(|photo| photo.hash == key).map(|photo| photo::address(&photo.picture))
        });
        let now = picture.flatten();
        address.set_value(now.clone());
        now
    });
    let close = Callback::new(move |()| viewed.set(None));
    let picture = move || {
        source.get().map(|source| view! { <img class="photo-large" src=source alt=t(W::PhotoOpen) /> })
    };
    view! {
        <Dialog open=Signal::derive(move || viewed.get().is_some()) title=t(W::PhotoOpen) close_label=t(Common::Close) on_close=close wide=true name="photo">
            {picture}
        </Dialog>
    }
    .into_any()
}

/// The guardian's consent to photographs, in the form's own words.
#[component]
fn ConsentDialog(
    form: Form,
    guardians: StoredValue<Vec<(RecordId, Guardian)>>,
    asking: RwSignal<bool>,
) -> impl IntoView {
    let (register, language, toasts) = (form.register, form.language, use_toasts());
    let begun = move || {
        let only = guardians.with_value(|all| match all.as_slice() {
            [(id, _)] => Some(*id),
            _ => None,
        });
        Consent {
            scope: vec!["PHOTO".to_owned()],
            date: Some(register.today.get_untracked()),
            guardian: only,
            sign_method: "HAND".to_owned(),
            ..Consent::default()
        }
        .write()
    };
    let draft = RwSignal::new(Values::new());
    Effect::new(move || {
        if asking.get() {
            draft.set(begun());
        }
    });
    let problems = check_draft(&Consent::TABLE, draft, register.today.into());
    let (tried, busy) = (RwSignal::new(false), RwSignal::new(false));
    let refs = Refs::new(
        move |_, id| {
            guardians.with_value(|all| {
                all.iter().find(|(of, _)| of.to_string() == id).map(|(_, g)| g.name.clone())
            })
        },
        move |field| match field.key {
            "guardian" => guardian_choices(guardians, language.get()),
            _ => Vec::new(),
        },
    );
    let save = Callback::new(move |()| {
        tried.set(true);
        if busy.get_untracked()
            || problems.with_untracked(|flaws| {
                flaws.iter().any(|f| f.problem.weight() >= crate::domain::check::Weight::Gap)
            })
        {
            return;
        }
        busy.set(true);
        let record = RecordKey::new("consent", new_record());
        let command = Command::set(Act::CONSENT, record, draft.get_untracked());
        let order = Order { file: form.draft.id, kind: FileKind::Pupil, command };
        spawn_local(async move {
            match register.keep(vec![order], Vec::new()).await {
                Ok(_) => {
                    asking.try_set(false);
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
            busy.try_set(false);
        });
    });
    let foot = move || {
        view! {
            <Button label=t(Common::Cancel) on_press=Callback::new(move |()| asking.set(false)) />
            <Button label=t(W::KeepConsent) look=Look::Primary busy=busy on_press=save name="keep-consent" />
        }
    };
    view! {
        <Dialog open=asking title=t(W::ConsentTitle) close_label=t(Common::Cancel) on_close=Callback::new(move |()| asking.set(false)) foot=foot name="consent">
            <p>{t(W::ConsentText)}</p>
            <FormView table=&Consent::TABLE draft=draft only=CONSENT_FIELDS problems=problems refs=refs show_all=tried on_show=Callback::new(|(_,)| ()) />
        </Dialog>
    }
    .into_any()
}

const CONSENT_FIELDS: &[&str] = &["guardian", "sign_method", "strokes", "witness"];
