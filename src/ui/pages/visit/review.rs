//! The end of a visit's form: what is missing, the one button that saves, and the visit in plain words.
use super::*;

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
