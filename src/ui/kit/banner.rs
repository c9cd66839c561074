//! A banner: something about the whole page that the user should know, with what to do about it.
use super::icon::{Icon, icon as draw};
use super::parts::Tone;
use leptos::prelude::*;

#[component]
pub fn Banner(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] text: Signal<String>,
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] name: Option<&'static str>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let (class, sign, role) = match tone {
        Tone::Late => ("banner danger", Icon::Stop, "alert"),
        Tone::Due => ("banner warn", Icon::Warning, "status"),
        Tone::Good => ("banner good", Icon::Check, "status"),
        _ => ("banner", Icon::Info, "status"),
    };
    view! {
        <div class=class role=role data-name=name>
            {draw(sign)}
            <div class="banner-text">
                <strong>{title}</strong>
                <span hidden=move || text.with(String::is_empty)>{text}</span>
            </div>
            {children.map(|children| view! { <div class="row tight">{children()}</div> })}
        </div>
    }
    .into_any()
}
