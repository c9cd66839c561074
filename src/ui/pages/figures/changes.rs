//! What changed since the last submitted report, and why, child by child.
use crate::app::register::use_register;
use crate::app::reports::{About, Submitted};
use crate::domain::id::FileId;
use crate::i18n::pages::figures::{Figures as W, line_text, why_text};
use crate::i18n::{t, use_language};
use crate::report::periodic::{Difference, Report, differences, moved, reasons};
use crate::ui::kit::Card;
use leptos::prelude::*;
use std::sync::Arc;

/// Children named one by one; more are counted only.
const NAMED: usize = 100;

#[component]
pub fn Changes(before: Option<Submitted>, report: Arc<Report>, about: About) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let Some(before) = before else {
        return view! { <div class="no-print"><Card title=t(W::Changed)><p class="muted">{t(W::NoLast)}</p></Card></div> }.into_any();
    };
    let changed = differences(&before.report, &report);
    if changed.is_empty() {
        return view! { <Card title=t(W::Changed)><p class="muted">{t(W::NothingChanged)}</p></Card> }
            .into_any();
    }
    let line = |one: &Difference| {
        let key = one.key.clone();
        view! {
            <tr><th scope="row">{move || line_text(&key, language.get())}</th><td>{one.before}</td><td>{one.now}</td>
                <td>{format!("+{}", one.came.len())}</td><td>{format!("−{}", one.left.len())}</td></tr>
        }
    };
    let child = |(id, (came, left)): (FileId, (Vec<String>, Vec<String>))| {
        let lang = language.get();
        let names = |keys: &[String]| {
            keys.iter().map(|key| line_text(key, lang)).collect::<Vec<_>>().join(lang.pick("、", ", "))
        };
        let why = register.summaries.with(|files| {
            let pupil = files.get(&id).and_then(|file| file.pupil());
            let all = pupil
                .map(|pupil| reasons(pupil, before.about.period.on, about.period.on))
                .unwrap_or_default();
            all.iter().map(|(on, why)| why_text(*on, why, lang)).collect::<Vec<_>>()
        });
        let why = match why.is_empty() {
            true => language.say(W::EnteredLater).to_owned(),
            false => why.join(lang.pick("；", "; ")),
        };
        let part = |word: W, keys: &[String]| {
            (!keys.is_empty())
                .then(|| view! { <span class="line">{language.say_with(word, &[&names(keys)])}</span> })
        };
        view! {
            <li><a href=["/pupils/", id.to_string().as_str()].concat()>{register.name_of(id)}</a>
                {part(W::Came, &came)}{part(W::Left, &left)}<span class="line muted">{why}</span></li>
        }
    };
    let owned = |keys: Vec<&str>| keys.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let children: Vec<_> = moved(&changed)
        .into_iter()
        .take(NAMED)
        .map(|(id, (came, left))| (id, (owned(came), owned(left))))
        .collect();
    let lines = changed.iter().map(line).collect_view();
    let children = children.into_iter().map(child).collect_view();
    view! {
        <Card title=t(W::Changed)>
            <table class="report-table">
                <thead><tr><td></td><th scope="col">{t(W::Before)}</th><th scope="col">{t(W::Now)}</th><td></td><td></td></tr></thead>
                <tbody>{lines}</tbody>
            </table>
            <ul class="why">{children}</ul>
        </Card>
    }
    .into_any()
}
