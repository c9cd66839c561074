//! Another tablet's register in: chosen, looked at, merged as one act; then what is left for a person to decide.
use super::looking::{Looking, LookingView};
use super::preview::Preview;
use super::undo::say_taken;
use super::words::look_error;
use crate::app::exchange::look::{self, Look};
use crate::app::register::use_register;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{t, t_with, use_language};
use crate::ui::kit::{Banner, Button, Card, LinkButton, Look as ButtonLook, Tone, use_toasts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

#[component]
pub fn MergeCard() -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let looking = Looking::new(Some(register));
    let saving = RwSignal::new(false);
    let merge = Callback::new(move |found: Arc<Look>| {
        let Some(desk) = looking.desk.try_get_value().filter(|_| !saving.get_untracked()) else { return };
        saving.set(true);
        spawn_local(async move {
            let work = looking.work;
            let progress = move |done, all| {
                work.try_set(Some((W::TakingPhotos, Some((done, all)))));
            };
            let taken = look::take_in(register, &desk, Arc::unwrap_or_clone(found), &progress).await;
            match taken {
                Ok(()) => {
                    looking.put_aside();
                    say_taken(W::Merged, register, language, toasts);
                }
                Err(why) => {
                    toasts.fail(look_error(&why, language.now()));
                    looking.look.try_set(None);
                    looking.fail(why);
                }
            }
            work.try_set(None);
            saving.try_set(false);
        });
    });
    let shown = move || {
        looking.look.get().map(|found| {
            let (allowed, nothing) = (found.plan.is_allowed(), found.brings_nothing());
            let kept = StoredValue::new(found.clone());
            view! {
                <Preview look=found register=Some(register) />
                <div class="row end">
                    <Button label=t(W::PutAside) look=ButtonLook::Plain on_press=Callback::new(move |()| looking.put_aside()) />
                    {match (allowed, nothing) {
                        (false, _) => view! { <span class="muted" role="status">{t(W::NotTakenIn)}</span> }.into_any(),
                        (true, true) => view! { <span class="muted" role="status">{t(W::NothingNew)}</span> }.into_any(),
                        (true, false) => view! {
                            <Button label=t(W::Merge) look=ButtonLook::Primary large=true busy=saving on_press=Callback::new(move |()| merge.run(kept.get_value())) name="merge" />
                        }.into_any(),
                    }}
                </div>
            }
        })
    };
    view! {
        <Card title=t(W::ImportTitle)>
            <p class="muted">{t(W::ImportText)}</p>
            <LookingView looking label=t(W::ChooseRegister) purpose=t(W::ImportTitle) look=ButtonLook::Soft />
            {shown}
            <ToDecide />
        </Card>
    }
    .into_any()
}

/// Files that hold several values in one field: each leads to where a person decides.
#[component]
fn ToDecide() -> impl IntoView {
    let register = use_register();
    let open = Memo::new(move |_| {
        register.summaries.with(|all| {
            let undecided = all.values().filter(|summary| summary.conflicts > 0 && !summary.deleted);
            undecided
                .map(|summary| {
                    (summary.id, summary.name.clone(), summary.pupil().is_some(), summary.conflicts)
                })
                .collect::<Vec<_>>()
        })
    });
    move || {
        let files = open.get();
        let count: u32 = files.iter().map(|(.., n)| n).sum();
        (count > 0).then(|| view! {
            <Banner title=t_with(W::ToDecide, move || vec![count.to_string()]) text=t(W::ToDecideText) tone=Tone::Due name="to-decide">
                {files.into_iter().filter(|(_, _, is_pupil, _)| *is_pupil).take(12).map(|(id, name, ..)| view! {
                    <LinkButton label=name href=format!("/pupils/{id}") look=ButtonLook::Soft />
                }).collect_view()}
            </Banner>
        })
    }
}
