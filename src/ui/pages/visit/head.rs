//! Who is visited, where, whom to call; and what to know before anything else: the safety note.
use super::Form;
use crate::domain::codes;
use crate::domain::id::RecordId;
use crate::i18n::codes::code_text;
use crate::i18n::pages::VisitPage as W;
use crate::i18n::{t, t_with};
use crate::register::summary::Summary;
use crate::ui::kit::{Banner, Icon, LinkButton, Look, Tone, icon};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Head(form: Form, summary: Arc<Summary>) -> impl IntoView {
    let language = form.language;
    let pupil = summary.pupil().cloned().unwrap_or_default();
    let unsaid = |part: &&str| !part.is_empty() && !pupil.address.contains(*part);
    let place = [pupil.town.as_str(), &pupil.village].into_iter().filter(unsaid);
    let place = place.chain([pupil.address.as_str()]).collect::<Vec<_>>().join(" ");
    let calls = pupil
        .guardians
        .iter()
        .filter(|guardian| !guardian.phone.is_empty())
        .map(|guardian| {
            let (kinship, name) = (guardian.kinship.clone(), guardian.name.clone());
            let label = move || {
                let kin = code_text(&codes::KINSHIP, &kinship, language.get());
                match kin.is_empty() {
                    true => language.say_with(W::CallName, &[&name]),
                    false => language.say_with(W::Call, &[&name, &kin]),
                }
            };
            let href = ["tel:", guardian.phone.as_str()].concat();
            view! {
                <a class="button soft call" href=href>{icon(Icon::Phone)}<span>{label}</span><span class="number">{guardian.phone.clone()}</span></a>
            }
        })
        .collect_view();
    let last = pupil.last_done().map(|visit| form.register.today.get_untracked().days_since(visit.date));
    let safety = pupil.safety_note.trim().to_owned();
    let (href, id) = (format!("/pupils/{}", summary.id), summary.id);
    view! {
        <header class="visit-head">
            <p class="muted small">{t(W::Title)}</p>
            <h1><a href=href>{summary.name.clone()}</a></h1>
            <p class="visit-place">{icon(Icon::Map)}<span>{place}</span></p>
            {last.map(|days| view! { <p class="muted small">{t_with(W::LastTime, move || vec![days.to_string()])}</p> })}
            {match safety.is_empty() {
                true => view! {
                    <Banner title=t(W::Safety) text=t(W::NoSafety) tone=Tone::Due>
                        <LinkButton label=t(W::WriteSafety) href=format!("/pupils/{id}/edit/pupil/{}", RecordId::default()) look=Look::Plain />
                    </Banner>
                }.into_any(),
                false => view! { <Banner title=t(W::Safety) text=safety tone=Tone::Late /> }.into_any(),
            }}
            <div class="row tight">{calls}</div>
        </header>
    }
    .into_any()
}
