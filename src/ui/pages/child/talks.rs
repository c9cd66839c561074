//! Counselling of a child who cannot be taught, in the child's file: this term's plan against what was done.
use super::Open;
use crate::i18n::pages::TermWords as W;
use crate::i18n::t;
use crate::ui::kit::Card;
use crate::ui::pages::teaching::talks::{standing, talks_of};
use leptos::prelude::*;

#[component]
pub fn ChildTalks(child: Open) -> impl IntoView {
    let talks = Memo::new(move |_| talks_of(child.register, child.id));
    let body = move || talks.get().map(|talks| standing(child.id, &talks, child.language));
    view! {
        <Show when=move || talks.with(Option::is_some)>
            <Card title=t(W::Talks) name="child-talks">{body}</Card>
        </Show>
    }
    .into_any()
}
