//! The page of a print: the way back, numbers masked or whole (whole only once the log of every file says so), how many pages, print.
use super::Sheets;
use crate::app::audit;
use crate::app::register::use_register;
use crate::domain::id::FileId;
use crate::i18n::pages::paper::{PAPER, PRINTED, Paper as W};
use crate::i18n::{Common, t, t_with, use_language};
use crate::platform::browser;
use crate::report::paper::Paper;
use crate::ui::kit::{Button, ConfirmDialog, EmptyState, Icon, LinkButton, Look, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Numbers of children on the papers: whether they stand in full, and whose they are.
#[derive(Clone, Copy)]
pub struct Numbers {
    pub whole: RwSignal<bool>,
    pub files: Signal<Vec<FileId>>,
}

#[component]
pub fn PaperPage(
    #[prop(into)] papers: Signal<Arc<Vec<Paper>>>,
    /// Where the way back leads; a page that shows the print in its own place takes `on_back`.
    #[prop(optional, into)]
    back: Option<Signal<String>>,
    #[prop(optional, into)] on_back: Option<Callback<()>>,
    /// The name under which a browser keeps the print as a file: kind and day, no person.
    #[prop(into)]
    name: Signal<String>,
    #[prop(optional)] numbers: Option<Numbers>,
    /// Choices of this print alone.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let language = use_language();
    let pages = RwSignal::new(0_usize);
    let none = Memo::new(move |_| papers.with(|papers| papers.is_empty()));
    // A browser keeps a print under the name of the page; the shell names the page again when another is opened.
    let before = StoredValue::new(document().title());
    Effect::new(move || document().set_title(&name.get()));
    on_cleanup(move || {
        if name.try_get_untracked().is_some_and(|name| document().title() == name) {
            document().set_title(&before.get_value());
        }
    });
    let count = move || match pages.get() {
        0 => language.say(W::LayingOut).to_owned(),
        count => language.say_with(W::Pages, &[&count.to_string()]),
    };
    let is_busy = Signal::derive(move || pages.get() == 0);
    view! {
        <div class="page paper-page">
            <div class="row apart no-print">
                {back.map(|back| view! { <LinkButton label=t(Common::Back) icon=Icon::Left look=Look::Plain href=back /> })}
                {on_back.map(|back| view! { <Button label=t(Common::Back) icon=Icon::Left look=Look::Plain on_press=back name="back" /> })}
                <div class="row tight">
                    {children.map(|children| children())}
                    {numbers.map(|numbers| view! { <NumbersChoice numbers /> })}
                    <Show when=move || !none.get()>
                        <span class="muted" role="status">{count}</span>
                        <Button label=t(Common::Print) icon=Icon::Print look=Look::Primary large=true disabled=is_busy on_press=Callback::new(|()| browser::print()) name="print" />
                    </Show>
                </div>
            </div>
            <Show when=move || !none.get() fallback=|| view! { <EmptyState icon=Icon::File title=t(W::NoSuch) text=t(W::NoSuchText) /> }>
                <Sheets papers pages />
            </Show>
        </div>
    }
    .into_any()
}

#[component]
fn NumbersChoice(numbers: Numbers) -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let asking = RwSignal::new(false);
    let label = Signal::derive(move || {
        language.say(if numbers.whole.get() { W::MaskNumbers } else { W::WholeNumbers }).to_owned()
    });
    let press = Callback::new(move |()| match numbers.whole.get_untracked() {
        true => numbers.whole.set(false),
        false => asking.set(true),
    });
    let confirm = Callback::new(move |()| {
        asking.set(false);
        let files = numbers.files.get_untracked();
        spawn_local(async move {
            match audit::write_all(register, &files, PAPER, PRINTED).await {
                Ok(()) => {
                    numbers.whole.try_set(true);
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    let text = t_with(W::WholeText, move || vec![numbers.files.with(Vec::len).to_string()]);
    view! {
        <Button label icon=Icon::Eye look=Look::Plain on_press=press name="numbers" />
        <ConfirmDialog open=asking title=t(W::WholeAsk) text confirm=t(Common::Show) cancel=t(Common::Cancel)
            on_confirm=confirm on_cancel=Callback::new(move |()| asking.set(false)) />
    }
    .into_any()
}
