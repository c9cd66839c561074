//! The recovery sheet: a page to print, put away before anything else happens. The code is kept nowhere.
use super::frame::Asked;
use crate::app::session::use_session;
use crate::i18n::pages::Gate;
use crate::i18n::{Common, dates, t, t_with, use_language};
use crate::platform::{browser, clock};
use crate::ui::kit::{Banner, Button, Choice, ChoiceChips, Icon, Look, Tone};
use crate::ui::shell::seal;
use leptos::prelude::*;

/// After a register was made.
#[component]
pub fn FirstSheet(code: String) -> impl IntoView {
    let session = use_session();
    let name = session.register.get_untracked().map(|register| register.card().name).unwrap_or_default();
    view! {
        <Asked title=t(Gate::SheetTitle) text=t(Gate::SheetText)>
            <RecoverySheet code register=name done=t(Gate::Enter) on_done=Callback::new(move |()| session.enter()) />
        </Asked>
    }
    .into_any()
}

/// The sheet itself, with what must be confirmed before it goes.
#[component]
pub fn RecoverySheet(
    code: String,
    register: String,
    #[prop(into)] done: Signal<String>,
    #[prop(into)] on_done: Callback<()>,
    #[prop(optional, into)] busy: Signal<bool>,
) -> impl IntoView {
    let language = use_language();
    let put_away = RwSignal::new(Vec::<String>::new());
    let confirm = Signal::derive(move || vec![Choice::new("yes", language.say(Gate::PutAway))]);
    let today = clock::today();
    let made = Signal::derive(move || dates::long(today, language.get()));
    let groups = code.split('-').map(|group| view! { <li>{group.to_owned()}</li> }).collect_view();
    let named = register.clone();
    let line = |word: Gate| view! { <div class="fact"><dt>{t(word)}</dt><dd class="to-write"></dd></div> };
    view! {
        <article class="recovery-sheet" data-name="recovery-sheet">
            <header class="row apart">
                <h2>{seal()}<span>{t(Common::AppName)}" · "{t(Gate::SheetTitle)}</span></h2>
            </header>
            <dl class="facts">
                <div class="fact"><dt>{t(Gate::SheetRegister)}</dt><dd>{register}</dd></div>
                <div class="fact"><dt>{t(Gate::SheetMade)}</dt><dd>{made}</dd></div>
            </dl>
            <ol class="code-groups" aria-label=t(Gate::RecoveryCode) data-name="recovery-code">{groups}</ol>
            <dl class="facts">
                <div class="fact"><dt>{t(Gate::SheetFor)}</dt><dd>{t_with(Gate::SheetForText, move || vec![named.clone()])}</dd></div>
                <div class="fact"><dt>{t(Gate::SheetHow)}</dt><dd>{t(Gate::SheetHowText)}</dd></div>
                <div class="print-only">{line(Gate::SheetKeeper)}{line(Gate::SheetPlace)}</div>
            </dl>
        </article>
        <div class="no-print stack">
            <Banner title=t(Gate::SheetOnce) tone=Tone::Due />
            <ChoiceChips options=confirm chosen=put_away many=true on_change=Callback::new(move |(now,)| put_away.set(now)) />
            <div class="row end">
                <Button label=t(Common::Print) look=Look::Outline large=true icon=Icon::Print on_press=Callback::new(|()| browser::print()) />
                <Button label=done look=Look::Primary large=true name="sheet-done" busy=busy
                    disabled=Signal::derive(move || put_away.with(Vec::is_empty)) on_press=on_done />
            </div>
        </div>
    }
    .into_any()
}
