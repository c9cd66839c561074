//! One child on the road: the visit with its reason and what can be done about it; the other matters as links beside it.
use super::Target;
use super::text::{chip, task_text};
use crate::app::register::use_register;
use crate::i18n::pages::Today as W;
use crate::i18n::{t, t_with, use_language};
use crate::register::tasks::{Errand, Task, What};
use crate::ui::kit::{Button, Icon, Look, Status, icon};
use crate::ui::pages::child::task_link;
use leptos::prelude::*;

#[component]
pub fn ErrandRow(
    errand: Errand,
    skipping: RwSignal<Option<Target>>,
    moving: RwSignal<Option<Target>>,
) -> impl IntoView {
    let register = use_register();
    let file = errand.file;
    let name = move || register.name_of(file);
    let (word, tone) = chip(errand.urgency);
    let visit = errand.tasks.iter().find(|task| matches!(task.what, What::Visit(_))).cloned();
    let mut others = errand.tasks.into_iter().filter(|task| !matches!(task.what, What::Visit(_)));
    let first = others.next().map(|task| view! { <Other task /> });
    let more = others.count();
    let more = (more > 0).then(|| {
        let words = t_with(W::MoreMatters, move || vec![more.to_string()]);
        view! { <a class="errand-other" href=format!("/pupils/{file}")><span>{words}</span></a> }
    });
    let (reason, actions) = match visit {
        Some(task) => (Some(view! { <Why task=task.clone() /> }), Some(actions(task, skipping, moving))),
        None => (None, None),
    };
    view! {
        <li class="errand" data-urgency=format!("{:?}", errand.urgency).to_lowercase()>
            <div class="errand-main">
                <div class="errand-name"><a href=format!("/pupils/{file}")>{name}</a><Status label=t(word) tone=tone /></div>
                {reason}
                <div class="errand-others">{first}{more}</div>
            </div>
            {actions}
        </li>
    }
    .into_any()
}

#[component]
fn Why(task: Task) -> impl IntoView {
    let language = use_language();
    let text = move || task_text(&task.what, language.get()).1;
    view! { <p class="errand-why">{text}</p> }
}

fn actions(task: Task, skipping: RwSignal<Option<Target>>, moving: RwSignal<Option<Target>>) -> AnyView {
    let booked = match &task.what {
        What::Visit(why) => why.booked,
        _ => None,
    };
    let target = Target { file: task.file, booked };
    let (language, register) = (use_language(), use_register());
    // Read aloud, each of the many says whose it is.
    let label = move || [language.say(W::Record), " ", &register.name_of(target.file)].concat();
    view! {
        <div class="errand-do">
            <a class="button soft" data-name="record" href=task_link(task.file, &task.what).0 aria-label=label>
                {icon(Icon::Pen)}<span>{t(W::Record)}</span>
            </a>
            <Button label=t(W::Move) look=Look::Plain on_press=Callback::new(move |()| moving.set(Some(target))) />
            <Button label=t(W::Skip) look=Look::Plain on_press=Callback::new(move |()| skipping.set(Some(target))) />
        </div>
    }
    .into_any()
}

/// Another matter of the child: one line that leads to where it is done.
#[component]
fn Other(task: Task) -> impl IntoView {
    let language = use_language();
    let href = task_link(task.file, &task.what).0;
    let text = move || task_text(&task.what, language.get()).0;
    view! { <a class="errand-other" href=href>{icon(Icon::Right)}<span>{text}</span></a> }.into_any()
}
