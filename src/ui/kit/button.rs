//! Buttons. A button that is busy keeps its place and takes no second press.
use super::icon::{Icon, icon as draw};
use leptos::prelude::*;

/// How much a button asks for attention: one `Primary` a page at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Outline,
    Primary,
    Soft,
    Plain,
    Danger,
}

fn class_of(look: Look, large: bool, wide: bool) -> String {
    let mut class = String::from(match look {
        Look::Outline => "button",
        Look::Primary => "button primary",
        Look::Soft => "button soft",
        Look::Plain => "button plain",
        Look::Danger => "button danger",
    });
    if large {
        class.push_str(" large");
    }
    if wide {
        class.push_str(" wide");
    }
    class
}

#[component]
pub fn Button(
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] look: Look,
    #[prop(optional, into)] icon: Option<Icon>,
    #[prop(optional)] large: bool,
    #[prop(optional)] wide: bool,
    /// Sends the form that it stands in.
    #[prop(optional)]
    submit: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    /// For tests and for scripts that press it.
    #[prop(optional, into)]
    name: Option<&'static str>,
) -> impl IntoView {
    let press = move |_| {
        if let Some(on_press) = on_press.filter(|_| !busy.get_untracked()) {
            on_press.run(());
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=class_of(look, large, wide)
            data-name=name
            disabled=move || disabled.get()
            aria-busy=move || busy.get().then_some("true")
            on:click=press
        >
            {icon.map(draw)}
            <span>{label}</span>
        </button>
    }
}

/// A link that looks like a button: it leads somewhere and changes nothing.
#[component]
pub fn LinkButton(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] look: Look,
    #[prop(optional, into)] icon: Option<Icon>,
    #[prop(optional)] large: bool,
    #[prop(optional, into)] name: Option<&'static str>,
) -> impl IntoView {
    view! {
        <a class=class_of(look, large, false) href=move || href.get() data-name=name>
            {icon.map(draw)}
            <span>{label}</span>
        </a>
    }
}

/// A button of an icon alone; its label is read aloud and shown as its title.
#[component]
pub fn IconButton(
    icon: Icon,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on_press: Callback<()>,
    #[prop(optional, into)] pressed: Option<Signal<bool>>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] name: Option<&'static str>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="icon-button"
            data-name=name
            title=move || label.get()
            aria-label=move || label.get()
            aria-pressed=move || pressed.map(|pressed| if pressed.get() { "true" } else { "false" })
            disabled=move || disabled.get()
            on:click=move |_| on_press.run(())
        >
            {draw(icon)}
        </button>
    }
}
