//! What takes time, and how much of something there is.
use super::button::Button;
use super::parts::Tone;
use leptos::prelude::*;

/// Grey lines where text will stand.
#[component]
pub fn Skeleton(#[prop(default = 3)] lines: usize) -> impl IntoView {
    view! {
        <div class="stack tight" aria-hidden="true">
            {(0..lines).map(|n| view! { <span class="skeleton" class:short=n % 3 == 2></span> }).collect_view()}
        </div>
    }
    .into_any()
}

/// A long work: how far it is, and a way to stop it.
#[component]
pub fn Progress(
    #[prop(into)] label: Signal<String>,
    /// Done and all; `None` while the whole is not known.
    #[prop(into)]
    done: Signal<Option<(u64, u64)>>,
    #[prop(optional, into)] cancel: Signal<String>,
    #[prop(optional, into)] on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let value = move || done.get().map(|(done, _)| done.to_string());
    let max = move || done.get().map(|(_, all)| all.max(1).to_string());
    view! {
        <div class="progress" role="status">
            <div class="row apart">
                <span>{label}</span>
                {on_cancel.map(|on_cancel| view! { <Button label=cancel on_press=move || on_cancel.run(()) /> })}
            </div>
            <progress value=value max=max aria-label=move || label.get()></progress>
        </div>
    }
    .into_any()
}

/// A part of a whole as a bar, with its words: "16 of 20".
#[component]
pub fn Meter(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] text: Signal<String>,
    /// Part and whole.
    #[prop(into)]
    value: Signal<(u64, u64)>,
    #[prop(optional)] tone: Tone,
) -> impl IntoView {
    let width = move || {
        let (part, whole) = value.get();
        let percent = part.saturating_mul(100).checked_div(whole).unwrap_or(0).min(100);
        [percent.to_string().as_str(), "%"].concat()
    };
    view! {
        <div class=["meter ", tone.class()].concat()>
            <span>{label}</span>
            <span class="meter-value">{text}</span>
            <span class="meter-bar" aria-hidden="true"><span class="meter-fill" style:width=width></span></span>
        </div>
    }
    .into_any()
}
