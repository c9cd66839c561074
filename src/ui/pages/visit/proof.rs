//! What proves a visit: photos shrunk on the tablet, and the guardian's signature, fingerprint or refusal.
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

#[component]
pub(super) fn Signature(draft: Draft, handing: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let present = Signal::derive(move || match draft.get("guardian_present") {
        Value::Bool(flag) => vec![flag.to_string()],
        _ => Vec::new(),
    });
    let yes_no = Signal::derive(move || {
        vec![Choice::new("true", language.say(Common::Yes)), Choice::new("false", language.say(Common::No))]
    });
    let set_present = Callback::new(move |(now,): (Vec<String>,)| {
        draft.set("guardian_present", now.first().map_or(Value::Null, |word| (word == "true").into()))
    });
    let by = move |codes: &'static [&'static str]| codes.contains(&draft.text("sign_method").get().as_str());
    let signed = Signal::derive(move || !draft.get("strokes").is_blank());
    let set = move |key: &'static str| Callback::new(move |(text,): (String,)| draft.set(key, text.into()));
    view! {
        <Card>
            <div class="stack">
                <Field label=label_of("guardian_present") mark=mark_of(draft, "guardian_present") group=true name="guardian_present".to_owned()>
                    <ChoiceChips options=yes_no chosen=present on_change=set_present />
                </Field>
                <Chips draft key="sign_method" list=&codes::SIGN_METHOD />
                <Show when=move || by(&["HAND"])>
                    <div class="row">
                        <Button label=Signal::derive(move || language.say(if signed.get() { W::SignAgain } else { W::Sign }).to_owned()) icon=Icon::Pen look=Look::Primary large=true on_press=Callback::new(move |()| handing.set(true)) />
                        <Show when=move || signed.get()><span class="muted">{t(W::Signed)}</span></Show>
                    </div>
                </Show>
                <Show when=move || by(&["FINGERPRINT", "WITNESS"])>
                    <Field label=label_of("witness") mark=mark_of(draft, "witness")><TextInput value=draft.text("witness") on_input=set("witness") /></Field>
                </Show>
                <Show when=move || by(&["REFUSED"])>
                    <Field label=label_of("sign_note") mark=mark_of(draft, "sign_note")><TextInput value=draft.text("sign_note") on_input=set("sign_note") /></Field>
                </Show>
            </div>
        </Card>
    }
}
