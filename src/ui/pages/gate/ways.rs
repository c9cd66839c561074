//! A bare tablet: what the product is, and the ways to begin.
//!
//! To hook a way in: its component in a file of its own beside this one, its name in [`Way::OFFERED`], its arm in
//! [`Behind`](crate::ui::behind::Behind). A component makes or opens a register through
//! [`Session`](crate::app::session::Session) and needs nothing else: the frame has the way back.
use super::risks::Risks;
use crate::i18n::pages::Gate;
use crate::i18n::{Common, t};
use crate::ui::behind::use_wing;
use crate::ui::kit::{Button, Icon, Look, icon};
use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Begin,
    Restore,
    Join,
    Practice,
}

impl Way {
    /// What the first screen offers, in this order.
    const OFFERED: &'static [Way] = &[Way::Begin, Way::Restore, Way::Join, Way::Practice];

    fn words(self) -> (Gate, Gate) {
        match self {
            Way::Begin => (Gate::WayBegin, Gate::WayBeginText),
            Way::Restore => (Gate::WayRestore, Gate::WayRestoreText),
            Way::Join => (Gate::WayJoin, Gate::WayJoinText),
            Way::Practice => (Gate::WayPractice, Gate::WayPracticeText),
        }
    }

    /// Its icon, its name for scripts, its class.
    fn look(self) -> (Icon, &'static str, &'static str) {
        match self {
            Way::Begin => (Icon::Book, "way-begin", "way first"),
            Way::Restore => (Icon::History, "way-restore", "way"),
            Way::Join => (Icon::Tablet, "way-join", "way"),
            Way::Practice => (Icon::Star, "way-practice", "way practice"),
        }
    }
}

#[component]
pub fn Ways() -> impl IntoView {
    let (way, wing) = (RwSignal::new(None::<Way>), use_wing());
    move || {
        match way.get() {
        None => view! { <First way /> }.into_any(),
        Some(chosen) => view! {
            <div class="gate-back">
                <Button label=t(Common::Back) look=Look::Plain icon=Icon::Left name="gate-back" on_press=Callback::new(move |()| way.set(None)) />
            </div>
            {wing.room(move |behind| (behind.way)(chosen))}
        }
        .into_any(),
    }
    }
}

#[component]
fn First(way: RwSignal<Option<Way>>) -> impl IntoView {
    let card = move |offered: Way| {
        let ((title, text), (sign, name, class)) = (offered.words(), offered.look());
        view! {
            <button type="button" class=class data-name=name on:click=move |_| way.set(Some(offered))>
                <span class="way-sign">{icon(sign)}</span>
                <span class="way-text"><strong>{t(title)}</strong><span>{t(text)}</span></span>
                {icon(Icon::Right)}
            </button>
        }
    };
    view! {
        <div class="gate-asked">
            <h1>{t(Gate::Ways)}</h1>
            <Risks />
            <div class="ways">{Way::OFFERED.iter().copied().map(card).collect_view()}</div>
        </div>
    }
    .into_any()
}
