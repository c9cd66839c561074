//! A new passphrase: four generated words to copy, or an own one with a floor; typed once more, to be sure of the paper.
use crate::app::keys;
use crate::i18n::pages::Secret as W;
use crate::i18n::{t, use_language};
use crate::platform::worker::Desk;
use crate::ui::kit::{Button, Fault, Field, Grade, Icon, Look, SecretInput};
use crate::vault::{Passphrase, Verdict, new_passphrase};
use leptos::prelude::*;

/// What is being chosen. It lives with the form that asks for it.
#[derive(Clone, Copy)]
pub struct NewSecret {
    words: RwSignal<String>,
    is_own: RwSignal<bool>,
    own: RwSignal<String>,
    again: RwSignal<String>,
    problem: RwSignal<Option<W>>,
}

impl Default for NewSecret {
    fn default() -> Self {
        NewSecret {
            words: RwSignal::new(generated()),
            is_own: RwSignal::new(false),
            own: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
        }
    }
}

/// Four words. Empty without a random generator, which the boot script refuses to start without.
fn generated() -> String {
    new_passphrase(&keys::cipher(Desk::default())).map(|words| words.to_string()).unwrap_or_default()
}

/// What is wrong with an own passphrase.
fn fault_of(verdict: Verdict) -> Option<W> {
    match verdict {
        Verdict::Enough { .. } => None,
        Verdict::Weak { .. } => Some(W::Weak),
        Verdict::DigitsOnly => Some(W::Digits),
    }
}

impl NewSecret {
    fn text(self) -> String {
        if self.is_own.get() { self.own.get() } else { self.words.get() }
    }

    /// Whether everything is filled in; says nothing of what.
    pub fn is_filled(self) -> bool {
        !self.text().trim().is_empty() && !self.again.with(String::is_empty)
    }

    /// The passphrase, strong enough and typed twice alike; else the field says what is wrong.
    pub fn take(self) -> Option<Passphrase> {
        let chosen = Passphrase::typed(&untrack(|| self.text()));
        let again = self.again.with_untracked(|again| Passphrase::typed(again));
        let problem =
            fault_of(chosen.verdict()).or((chosen.secret() != again.secret()).then_some(W::Differs));
        self.problem.set(problem);
        problem.is_none().then_some(chosen)
    }

    /// Other words, nothing typed: for the next person.
    pub fn renew(self) {
        self.words.set(generated());
        self.is_own.set(false);
        self.own.set(String::new());
        self.again.set(String::new());
        self.problem.set(None);
    }
}

#[component]
pub fn SecretFields(
    secret: NewSecret,
    /// What the passphrase is of, where it is not the person's own.
    #[prop(optional)]
    title: Option<Signal<&'static str>>,
    /// What to do with the generated words, likewise.
    #[prop(optional)]
    text: Option<Signal<&'static str>>,
) -> impl IntoView {
    let language = use_language();
    let (title, text) = (title.unwrap_or_else(|| t(W::Shown)), text.unwrap_or_else(|| t(W::ShownText)));
    let typed = move |into: RwSignal<String>| {
        Callback::new(move |(text,): (String,)| {
            secret.problem.set(None);
            into.set(text);
        })
    };
    let own_fault = Signal::derive(move || {
        let text = secret.own.get();
        let fault = (!text.is_empty()).then(|| Passphrase::typed(&text).verdict())?;
        let fault = fault_of(fault);
        let grade = if fault.is_some() { Grade::Gap } else { Grade::Note };
        Some(Fault { text: language.say(fault.unwrap_or(W::Good)).to_owned(), grade })
    });
    let again_fault = Signal::derive(move || {
        secret.problem.get().map(|word| Fault { text: language.say(word).to_owned(), grade: Grade::Error })
    });
    let again_hint = Signal::derive(move || match secret.is_own.get() {
        true => String::new(),
        false => language.say(W::AgainHint).to_owned(),
    });
    let turn = move |own: bool| {
        Callback::new(move |()| {
            secret.is_own.set(own);
            secret.again.set(String::new());
            secret.problem.set(None);
        })
    };
    view! {
        <div class="stack">
            <Show
                when=move || secret.is_own.get()
                fallback=move || view! {
                    <section class="words" aria-label=title>
                        <p class="field-label">{title}</p>
                        <p class="words-shown" data-name="passphrase">{move || {
                            secret.words.get().split(' ').map(|word| view! { <span>{word.to_owned()}</span>" " }).collect_view()
                        }}</p>
                        <p class="field-hint">{text}</p>
                        <div class="row tight">
                            <Button label=t(W::Renew) icon=Icon::Redo name="renew-words"
                                on_press=Callback::new(move |()| secret.words.set(generated())) />
                            <Button label=t(W::Own) look=Look::Plain icon=Icon::Pen name="own-words" on_press=turn(true) />
                        </div>
                    </section>
                }
            >
                <Field label=t(W::OwnLabel) hint=t(W::OwnHint) fault=own_fault name="own-passphrase">
                    <SecretInput value=secret.own on_input=typed(secret.own) show=t(W::Show) autofocus=true />
                </Field>
                <div class="row tight">
                    <Button label=t(W::Generated) look=Look::Plain icon=Icon::Key on_press=turn(false) />
                </div>
            </Show>
            <Field label=t(W::Again) hint=again_hint fault=again_fault name="passphrase-again">
                // Generated words stand on the screen already.
                {move || view! {
                    <SecretInput value=secret.again on_input=typed(secret.again) show=t(W::Show) shown=!secret.is_own.get() />
                }}
            </Field>
        </div>
    }
    .into_any()
}
