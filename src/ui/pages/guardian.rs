//! The guardian's screen: this visit and nothing else, in plain large words, a signature pad, and a way back that only the
//! teacher's PIN or passphrase opens. Back, Escape and a reload do not lead out of it (a reload locks); five wrong tries lock.
use crate::app::pin::{self, Checked, TRIES};
use crate::app::session::use_session;
use crate::i18n::pages::VisitPage as W;
use crate::i18n::{Word, fill, t, use_language};
use crate::platform::hold;
use crate::ui::kit::{Button, Fault, Field, Grade, Icon, Look, SignaturePad, TextInput, TextKind};
use crate::ui::pages::visit::{Form, spoken};
use crate::ui::words::keep_error;
use crate::vault::Passphrase;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Guardian(form: Form, handing: RwSignal<bool>) -> impl IntoView {
    let (draft, language) = (form.draft, use_language());
    let node = NodeRef::<html::Dialog>::new();
    let held = StoredValue::new_local(hold::hold());
    on_cleanup(move || {
        // Dropped with the screen: the page may be left again.
        let _freed = held.try_update_value(Option::take);
    });
    let show = move || {
        if let Some(dialog) = node.try_get_untracked().flatten().filter(|dialog| !dialog.open()) {
            // The only failure is an element outside the page, and then nothing is shown at all.
            let _outside = dialog.show_modal();
        }
    };
    Effect::new(move || {
        node.track();
        show();
    });
    // A browser may close a dialog in spite of all (Escape twice): then it opens again.
    let closed = move |_| {
        if handing.try_get_untracked() == Some(true) {
            show();
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
        }
    };
    let back = RwSignal::new(false);
    let lines = move || {
        let lines = spoken(form, language.get());
        let line = |(label, text): (String, String)| view! { <div class="fact"><dt>{label}</dt><dd>{text}</dd></div> };
        lines.into_iter().map(line).collect_view()
    };
    let sign = Callback::new(move |(path,): (String,)| draft.set("strokes", path.into()));
    view! {
        <dialog node_ref=node class="guardian" data-name="guardian" aria-label=t(W::GuardianTitle)
            on:cancel=move |event: leptos::ev::Event| event.prevent_default() on:close=closed on:keydown=key>
            <div class="guardian-page">
                <h1>{t(W::GuardianTitle)}</h1>
                <div class="guardian-body">
                    <dl class="guardian-facts">{lines}</dl>
                    <div class="stack">
                        <SignaturePad value=draft.text("strokes") on_change=sign label=t(W::GuardianPad) hint=t(W::PadHint) clear=t(W::PadClear) />
                        <Show when=move || !back.get() fallback=move || view! { <WayBack form handing back /> }>
                            <div class="row end">
                                <Button label=t(W::HandBack) look=Look::Primary large=true icon=Icon::Check name="hand-back"
                                    on_press=Callback::new(move |()| back.set(true)) />
                            </div>
                        </Show>
                    </div>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}

/// The PIN of whoever is unlocked, or the passphrase where none is set or it is asked for.
#[component]
fn WayBack(form: Form, handing: RwSignal<bool>, back: RwSignal<bool>) -> impl IntoView {
    let (language, register, session) = (use_language(), form.register, use_session());
    let vault = StoredValue::new_local(register.vault());
    let (typed, problem) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (busy, wrong) = (RwSignal::new(false), StoredValue::new(0_u8));
    // Unknown until the tablet has looked.
    let by_pin = RwSignal::new(None::<bool>);
    spawn_local(async move {
        let is_set = pin::is_set(register).await.unwrap_or(false);
        by_pin.try_set(Some(is_set));
    });
    let leave = move || {
        handing.try_set(false);
        // The signature is the last thing: what remains is the last look.
        if form.missing.try_with_untracked(Vec::is_empty) == Some(true) {
            form.reviewing.try_set(true);
        }
    };
    let told = move |text: String| {
        problem.try_set(text);
    };
    let check = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let pin_asked = by_pin.get_untracked() == Some(true);
        spawn_local(async move {
            let text = typed.try_get_untracked().unwrap_or_default();
            let answer = match pin_asked {
                true => pin::check(session, register, text.trim()).await,
                false => {
                    let passphrase = Passphrase::typed(&text);
                    match vault.get_value().confirm(&passphrase).await {
                        Ok(true) => Checked::Right,
                        Ok(false) => {
                            let count = wrong.try_update_value(|count| {
                                *count = count.saturating_add(1);
                                *count
                            });
                            Checked::Wrong { left: TRIES.saturating_sub(count.unwrap_or(TRIES)) }
                        }
                        Err(why) => Checked::Failed(why.into()),
                    }
                }
            };
            busy.try_set(false);
            typed.try_set(String::new());
            let lang = language.now();
            match answer {
                Checked::Right => leave(),
                Checked::Wrong { left: 0 } => session.leave().await,
                Checked::Wrong { left } => told(fill(W::TriesLeft.text(lang), &[&left.to_string()])),
                Checked::NotSet => {
                    by_pin.try_set(Some(false));
                }
                Checked::Failed(why) => told(keep_error(&why, lang)),
            }
        });
    });
    let fault = Signal::derive(move || {
        Some(problem.get()).filter(|text| !text.is_empty()).map(|text| Fault { text, grade: Grade::Error })
    });
    let set = Callback::new(move |(text,): (String,)| typed.set(text));
    let ask = move |pin_asked: bool| {
        let (label, kind) = match pin_asked {
            true => (W::TeacherPin, TextKind::Pin),
            false => (W::TeacherBack, TextKind::Passphrase),
        };
        let instead = pin_asked.then(|| {
            let instead = Callback::new(move |()| by_pin.set(Some(false)));
            view! { <Button label=t(W::ByPassphrase) look=Look::Plain on_press=instead /> }
        });
        view! {
            <Field label=t(label) fault=fault><TextInput value=typed kind=kind on_input=set autofocus=true /></Field>
            {instead}
        }
    };
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); check.run(()); }>
            {move || by_pin.get().map(ask)}
            <div class="row end">
                <Button label=t(W::ToSigning) look=Look::Plain on_press=Callback::new(move |()| back.set(false)) />
                <Button label=t(W::GoBack) submit=true look=Look::Primary large=true busy=busy name="go-back" />
            </div>
        </form>
    }
    .into_any()
}
