//! The people of this tablet: who unlocks it, each with an own passphrase; one's own passphrase and PIN; the recovery sheet.
mod add;
mod list;
mod mine;
mod name;
mod notes;
mod others;
mod pin;
mod sheet;

pub use self::list::PeopleLink;
pub use self::name::{NameField, is_name};
pub use self::notes::KeyNotes;
use crate::app::people::{self, Person};
use crate::app::register::{Register, use_register};
use crate::app::session::{Session, use_session};
use crate::i18n::pages::{People as W, Secret};
use crate::i18n::{t, use_language};
use crate::ui::kit::{Fault, Field, Grade, SecretInput};
use leptos::prelude::*;

/// What the parts of this page share.
#[derive(Clone, Copy)]
struct People {
    session: Session,
    register: Register,
    all: RwSignal<Vec<Person>>,
}

impl People {
    fn new() -> Self {
        let people =
            People { session: use_session(), register: use_register(), all: RwSignal::new(Vec::new()) };
        people.refresh();
        people
    }

    /// Looks at the slots again.
    fn refresh(self) {
        // A vault locked meanwhile has no people to show; the page is on its way out.
        self.all.try_set(people::people(self.register).unwrap_or_default());
    }

    /// While everything is sealed anew nobody else can be removed.
    fn is_busy(self) -> bool {
        self.session.resealing.with(Option::is_some)
    }
}

#[component]
pub fn PeoplePage() -> impl IntoView {
    let people = People::new();
    let renewing = RwSignal::new(false);
    move || match renewing.get() {
        true => view! { <sheet::Renew people renewing /> }.into_any(),
        false => view! {
            <div class="page narrow">
                <div class="stack tight">
                    <h1>{t(W::Title)}</h1>
                    <p class="muted">{t(W::Intro)}</p>
                </div>
                <list::List people />
                <mine::Mine people />
                <pin::Pin people />
                <sheet::SheetCard people renewing />
            </div>
        }
        .into_any(),
    }
}

/// One passphrase to type: the own one, to confirm; or the old one.
#[component]
fn OnePassphrase(
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    problem: RwSignal<String>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let fault = Signal::derive(move || {
        Some(problem.get()).filter(|text| !text.is_empty()).map(|text| Fault { text, grade: Grade::Error })
    });
    view! {
        <Field label=label fault=fault>
            <SecretInput value=value show=t(Secret::Show) autofocus=autofocus
                on_input=Callback::new(move |(text,)| { problem.set(String::new()); value.set(text); }) />
        </Field>
    }
    .into_any()
}

/// "One moment" while keys are made.
#[component]
fn Busy(busy: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    view! { <p class="muted grow" role="status">{move || busy.get().then(|| language.say(W::Busy))}</p> }
}
