//! The photographs of a visit: taken, shrunk, shown, removed; saved with the visit.
use super::*;

#[component]
pub(super) fn Photos(draft: Draft, no_consent: bool, most: usize) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let input = NodeRef::<leptos::html::Input>::new();
    let shown = Memo::new(move |_| {
        let photos = draft.signal.with(|draft| {
            draft.photos.iter().map(|photo| (photo.hash.clone(), photo.thumbnail.clone())).collect::<Vec<_>>()
        });
        photos
            .into_iter()
            .map(|(key, bytes)| Photo { key, url: photo::address(&bytes), caption: String::new() })
            .collect::<Vec<_>>()
    });
    let picked = move |event: leptos::ev::Event| {
        let room = most.saturating_sub(draft.signal.with_untracked(|draft| draft.photos.len()));
        let chosen: Vec<_> = files::picked(&event).into_iter().take(room).collect();
        spawn_local(async move {
            for file in chosen {
                match photo::shrink(file).await {
                    Ok(small) => {
                        let (hash, thumbnail_hash) = (
                            visit_draft::content_hash(&small.picture),
                            visit_draft::content_hash(&small.thumbnail),
                        );
                        let photo = DraftPhoto {
                            hash,
                            thumbnail_hash,
                            picture: small.picture,
                            thumbnail: small.thumbnail,
                        };
                        draft.signal.try_update(|draft| {
                            draft.photos.retain(|other| other.hash != photo.hash);
                            draft.photos.push(photo);
                        });
                    }
                    Err(_) => toasts.fail(language.say(W::PhotoFailed)),
                }
            }
        });
    };
    // The draft is sealed before the camera opens: the browser may close the page for it.
    let add = Callback::new(move |()| {
        spawn_local(async move {
            if let Err(why) = seal(register, draft).await {
                toasts.fail(keep_error(&why, language.now()));
            }
        });
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    });
    let remove = Callback::new(move |(key,): (String,)| {
        draft.signal.update(|draft| draft.photos.retain(|photo| photo.hash != key))
    });
    view! {
        <Card title=t_with(W::Photos, move || vec![most.to_string()])>
            {no_consent.then(|| view! { <p class="muted">{t(W::PhotoConsent)}</p> })}
            <input node_ref=input type="file" accept="image/*" capture="environment" multiple=true class="unseen" aria-label=t(W::AddPhoto) on:change=picked />
            <PhotoGrid photos=shown on_open=Callback::new(|(_,): (String,)| ()) missing="" remove=t(Common::Remove) on_remove=remove add=t(W::AddPhoto) on_add=add most=most />
        </Card>
    }
}
