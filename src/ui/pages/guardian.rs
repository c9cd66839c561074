//! The guardian's screen: this visit and nothing else, in plain large words, a signature pad, and a way back that only the
//! teacher's passphrase opens. Back, Escape and a reload do not lead out of it (a reload locks); five wrong tries lock.
use crate::i18n::pages::{Gate, VisitPage as W};
use crate::i18n::{t, use_language};
use crate::platform::{browser, hold};
use crate::ui::kit::{Button, Fault, Field, Grade, Icon, Look, SignaturePad, TextInput, TextKind};
use crate::ui::pages::visit::{Form, spoken};
use crate::vault::Passphrase;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Wrong passphrases until the tablet locks.
const TRIES: u32 = 5;

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

/// The passphrase of whoever is unlocked, once more.
#[component]
fn WayBack(form: Form, handing: RwSignal<bool>, back: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let vault = StoredValue::new_local(form.register.vault());
    let (typed, problem) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (busy, wrong) = (RwSignal::new(false), StoredValue::new(0_u32));
    let leave = move || {
        handing.try_set(false);
        // The signature is the last thing: what remains is the last look.
        if form.missing.try_with_untracked(Vec::is_empty) == Some(true) {
            form.reviewing.try_set(true);
        }
    };
    let check = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let passphrase = Passphrase::typed(&typed.get_untracked());
            let answer = vault.get_value().confirm(&passphrase).await;
            busy.try_set(false);
            typed.try_set(String::new());
            match answer {
                Ok(true) => leave(),
                Ok(false) => {
                    let count = wrong.try_update_value(|count| {
                        *count += 1;
                        *count
                    });
                    let left = TRIES.saturating_sub(count.unwrap_or(TRIES));
                    if left == 0 {
                        // The draft first: locking forgets what is not on the disk.
                        let _unsealed = form.draft.seal().await;
                        browser::reload();
                    }
                    problem.try_set(crate::i18n::fill(
                        crate::i18n::Word::text(W::TriesLeft, language.now()),
                        &[&left.to_string()],
                    ));
                }
                Err(why) => {
                    problem.try_set(crate::ui::words::vault_error(&why, language.now()));
                }
            }
        });
    });
    let fault = Signal::derive(move || {
        Some(problem.get()).filter(|text| !text.is_empty()).map(|text| Fault { text, grade: Grade::Error })
    });
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); check.run(()); }>
            <Field label=t(W::TeacherBack) fault=fault>
                <TextInput value=typed kind=TextKind::Passphrase on_input=Callback::new(move |(text,)| typed.set(text)) autofocus=true />
            </Field>
            <div class="row end">
                <Button label=t(W::ToSigning) look=Look::Plain on_press=Callback::new(move |()| back.set(false)) />
                <Button label=t(W::GoBack) submit=true look=Look::Primary large=true busy=busy name="go-back" />
            </div>
            <p class="muted small">{move || busy.get().then(|| language.say(Gate::Working))}</p>
        </form>
    }
    .into_any()
}
