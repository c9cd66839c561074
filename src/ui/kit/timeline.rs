//! What happened, newest first.
use super::icon::{Icon, icon as draw};
use super::parts::Tone;
use leptos::prelude::*;

#[component]
pub fn Timeline(children: Children) -> impl IntoView {
    view! { <ol class="timeline">{children()}</ol> }
}

#[component]
pub fn TimelineItem(
    icon: Icon,
    #[prop(into)] when: Signal<String>,
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] tone: Tone,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <li class="timeline-item">
            <span class=["timeline-dot ", tone.class()].concat()>{draw(icon)}</span>
            <div class="stack tight">
                <div>
                    <div class="timeline-when">{when}</div>
                    <div class="timeline-title">{title}</div>
                </div>
                {children.map(|children| children())}
            </div>
        </li>
    }
    .into_any()
}
