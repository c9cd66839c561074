//! Which schools handed in a month's report, and which are still missed: a month without anything to report is reported too.
use crate::app::register::use_register;
use crate::app::reports::About;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::i18n::pages::figures::Figures as W;
use crate::i18n::{dates, t, use_language};
use crate::report::periodic::Kind;
use crate::ui::kit::{Card, Status, Tone};
use crate::ui::query::use_query;
use leptos::prelude::*;

/// A school, and when it handed in the latest version, if it did.
type Line = (FileId, String, Option<(i64, Option<Date>)>);

#[component]
pub fn Handed(about: Memo<About>) -> impl IntoView {
    let (register, language, school) = (use_register(), use_language(), use_query("school"));
    let is_asked =
        Memo::new(move |_| about.with(|about| about.kind == Kind::Month && about.school.is_none()));
    let lines = Memo::new(move |_| {
        let on = about.get().period.on;
        let mut lines: Vec<Line> = register.summaries.with(|files| {
            let listed = files.values().filter(|file| file.is_listed());
            let line = |file: &std::sync::Arc<crate::register::summary::Summary>| {
                let reports = &file.school()?.reports;
                let latest = reports.iter().filter(|report| report.on == on).max_by_key(|one| one.version);
                Some((file.id, file.name.clone(), latest.map(|latest| (latest.version, latest.submitted))))
            };
            listed.filter_map(line).collect()
        });
        lines.sort_by(|a, b| (a.2.is_some(), &a.1).cmp(&(b.2.is_some(), &b.1)));
        lines
    });
    let count = move || {
        lines.with(|lines| {
            let handed = lines.iter().filter(|line| line.2.is_some()).count();
            language.say_with(W::HandedIn, &[&handed.to_string(), &lines.len().to_string()])
        })
    };
    let row = move |(id, name, handed): Line| {
        let open = move |_| school.set(&id.to_string());
        let state = match handed {
            Some((version, on)) => {
                let on = on.map(|on| dates::long(on, language.get())).unwrap_or_default();
                let said = language.say_with(W::SentLine, &[&on, &version.to_string()]);
                view! { <Status label=said tone=Tone::Good /> }.into_any()
            }
            None => view! { <Status label=t(W::NotHanded) tone=Tone::Due /> }.into_any(),
        };
        view! { <li><button type="button" class="button plain" on:click=open>{name}</button>{state}</li> }
    };
    view! {
        <Show when=move || is_asked.get() && lines.with(|lines| !lines.is_empty())>
            <div class="no-print"><Card title=t(W::Handed) name="handed">
                <p role="status">{count}</p>
                <ul class="sent-reports">{move || lines.get().into_iter().map(row).collect_view()}</ul>
            </Card></div>
        </Show>
    }
    .into_any()
}
