//! On the first screen: the practice register, opened with one tap; larger ones, for measuring, behind a fold.
use super::frame::Asked;
use crate::app::session::use_session;
use crate::app::{erase, keys, practice};
use crate::i18n::pages::Practice as W;
use crate::i18n::{Common, Word, t, t_with, use_language};
use crate::platform::browser;
use crate::platform::worker::Desk;
use crate::register::demo::DemoSize;
use crate::ui::kit::{Banner, Button, Icon, Look, Progress, Tone};
use crate::ui::words::session_error;
use futures::future::{AbortHandle, Abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn StartPractice() -> impl IntoView {
    let (session, language) = (use_session(), use_language());
    let progress = RwSignal::new(None::<(u64, u64)>);
    let problem = RwSignal::new(String::new());
    let stop = StoredValue::new_local(None::<AbortHandle>);
    let begin = move |size: DemoSize| {
        if progress.get_untracked().is_some() {
            return;
        }
        let (handle, stopped) = AbortHandle::new_pair();
        stop.set_value(Some(handle));
        problem.set(String::new());
        progress.set(Some((0, 0)));
        spawn_local(async move {
            let name = W::RegisterName.text(language.now());
            let told = move |done, all| {
                progress.try_set(Some((done, all)));
            };
            let cipher = keys::cipher(Desk::default());
            let begun = Abortable::new(practice::begin(session, cipher, name, size, told), stopped).await;
            let why = match begun {
                Ok(Ok(())) => return,
                Ok(Err(why)) => Some(session_error(&why, language.now())),
                Err(_) => None,
            };
            // What is half made is of no use to anyone.
            match erase::erase(session).await {
                Ok(()) if why.is_none() => return browser::restart(),
                Ok(()) => (),
                Err(worse) => drop(problem.try_set(session_error(&worse, language.now()))),
            }
            problem.try_update(|text| text.push_str(&why.unwrap_or_default()));
            progress.try_set(None);
        });
    };
    let label = t_with(W::MakingCount, move || {
        let (done, all) = progress.get().unwrap_or_default();
        vec![done.to_string(), all.to_string()]
    });
    let making = move || match progress.get() {
        Some((_, 0)) => language.say(W::Making).to_owned(),
        _ => label.get(),
    };
    let sizes = [DemoSize::FiveThousand, DemoSize::TwentyThousand];
    view! {
        <Asked title=t(W::Title) text=t(W::Text)>
            <Show when=move || progress.get().is_some()>
                <Progress
                    label=Signal::derive(making)
                    done=Signal::derive(move || progress.get().filter(|(_, all)| *all > 0))
                    cancel=t(Common::Cancel)
                    on_cancel=Callback::new(move |()| stop.with_value(|stop| stop.iter().for_each(AbortHandle::abort)))
                />
            </Show>
            <Show when=move || !problem.with(String::is_empty)>
                <Banner title=problem tone=Tone::Late />
            </Show>
            <Show when=move || progress.get().is_none()>
                <div class="row">
                    <Button label=t(W::Begin) icon=Icon::Pen look=Look::Primary large=true on_press=move || begin(DemoSize::Practice) name="begin-practice" />
                </div>
                <details class="fold">
                    <summary>{t(W::MoreSizes)}</summary>
                    <div class="row">
                        {sizes.map(|size| view! {
                            <Button label=t_with(W::Size, move || vec![size.pupils().to_string()]) on_press=move || begin(size) />
                        }).collect_view()}
                    </div>
                </details>
            </Show>
        </Asked>
    }
    .into_any()
}

/// On the lock screen of a practice register: its passphrase, which protects only invented people.
#[component]
pub fn PracticeHint() -> impl IntoView {
    practice::is_here().then(|| {
        let text = t_with(W::LockHint, || vec![practice::PASSPHRASE.to_owned()]);
        view! { <Banner title=text tone=Tone::Info name="practice-hint" /> }
    })
}
