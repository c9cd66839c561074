//! The family: what was shown to them, what they do until next time, and when that is.
use super::Form;
use super::parts::{Chips, Frame, Lines};
use crate::domain::codes;
use crate::i18n::pages::VisitPage as W;
use crate::i18n::t;
use crate::ui::kit::{Card, DateInput};
use leptos::prelude::*;

#[component]
pub fn Family(form: Form) -> impl IntoView {
    let other = form.draft.texts("guidance");
    view! {
        <Card title=t(W::FamilyTitle) name="family">
            <Frame form key="guidance" group=true><Chips form key="guidance" list=&codes::GUIDANCE /></Frame>
            <Show when=move || other.with(|codes| codes.iter().any(|code| code == "OTHER"))>
                <Lines form key="guidance_note" />
            </Show>
            <Lines form key="homework" />
            <Frame form key="next_date"><NextDate form /></Frame>
            <Lines form key="next_plan" />
        </Card>
    }
    .into_any()
}

#[component]
pub fn NextDate(form: Form) -> impl IntoView {
    let draft = form.draft;
    view! { <DateInput value=draft.text("next_date") min=draft.text("date") on_change=draft.setter("next_date") /> }
        .into_any()
}
