//! The end of a visit's form: the signature, what is still missing, the one button that saves.
use super::*;

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

/// What is still missing, each a way to its field; and the one button that saves.
#[component]
pub(super) fn Review(draft: Draft) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let navigate = StoredValue::new_local(use_navigate());
    let busy = RwSignal::new(false);
    let missing = Memo::new(move |_| {
        draft.signal.with(|draft| visit_draft::missing(draft, &register.policy.get(), register.today.get()))
    });
    let late = Memo::new(move |_| {
        let date = crate::domain::date::Date::read(&draft.get("date"))?;
        let (policy, today) = (register.policy.get(), register.today.get());
        policy.is_late_entry(date, today).then(|| today.days_since(date))
    });
    let save = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (orders, media) = draft.signal.with_untracked(|now| {
            visit_draft::orders(
                draft.id,
                now,
                &register.policy.get_untracked(),
                register.today.get_untracked(),
                &mut new_record,
            )
        });
        spawn_local(async move {
            match register.keep(orders, media).await {
                Ok(_) => {
                    if let Err(why) = register.keep_draft(&visit_draft::draft_name(draft.id), None).await {
                        toasts.fail(keep_error(&why, language.now()));
                    }
                    toasts.say(crate::i18n::Word::text(W::Saved, language.now()));
                    navigate.with_value(|go| go("/", Default::default()));
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
            busy.try_set(false);
        });
    });
    let discard = Callback::new(move |()| {
        spawn_local(async move {
            match register.keep_draft(&visit_draft::draft_name(draft.id), None).await {
                Ok(()) => navigate.with_value(|go| go("/", Default::default())),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    view! {
        <Card>
            <Show when=move || late.get().is_some()>
                <p class="muted">{t_with(W::Late, move || vec![late.get().unwrap_or_default().to_string()])}</p>
            </Show>
            <p role="status">
                {move || match missing.with(Vec::len) {
                    0 => language.say(W::Complete).to_owned(),
                    n => language.say_with(W::Missing, &[&n.to_string()]),
                }}
                " "
                {move || missing.get().into_iter().map(|flaw| field_label("visit", flaw.field, language.get())).collect::<Vec<_>>().join(language.get().pick("、", ", "))}
            </p>
            <div class="row apart">
                <Button label=t(W::Discard) look=Look::Plain on_press=discard />
                <Button label=t(W::SaveVisit) look=Look::Primary large=true icon=Icon::Check busy=busy disabled=Signal::derive(move || missing.with(|m| !m.is_empty())) on_press=save />
            </div>
        </Card>
    }
}

/// The visit in a few plain words, for the guardian.
pub fn spoken(values: &Values, lang: Lang) -> Vec<(String, String)> {
    let visit = Visit::read(values);
    let mut lines = vec![(
        field_label("visit", "date", lang),
        visit.date.map(|date| dates::long(date, lang)).unwrap_or_default(),
    )];
    for (key, text) in [("content", visit.content), ("homework", visit.homework)] {
        if !text.is_empty() {
            lines.push((field_label("visit", key, lang), text));
        }
    }
    lines
}
