//! Transfer: lists taken in after a preview, the register out and another tablet's in, the fingerprint to compare.
use crate::app::exchange;
use crate::app::lists;
use crate::app::register::{Register, use_register};
use crate::domain::field::FileKind;
use crate::i18n::lists::{fault_text, unread_text};
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Common, Language, t, t_with, use_language};
use crate::lists::issue::{Counts, Issue};
use crate::lists::job::{Answer, Ask, Chosen};
use crate::lists::take_in::{State, TakeIn};
use crate::platform::files;
use crate::platform::worker::{Desk, DeskError};
use crate::ui::kit::{Button, Card, ConfirmDialog, Icon, Look, Progress, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Issues shown one by one; the rest is a number.
const SHOWN_ISSUES: usize = 30;

#[component]
pub fn TransferPage() -> impl IntoView {
    view! {
        <div class="page narrow">
            <h1>{t(W::Title)}</h1>
            <TakeInList />
            <ExportCard />
            <MergeCard />
            <FingerprintCard />
        </div>
    }
}

/// What one file would bring.
#[derive(Clone)]
struct Preview {
    counts: Counts,
    issues: Vec<Issue>,
    plan: TakeIn,
}

#[component]
fn TakeInList() -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let desk = StoredValue::new_local(Desk::default());
    let input = NodeRef::<leptos::html::Input>::new();
    let reading = RwSignal::new(None::<String>);
    let rows = RwSignal::new(0_u32);
    let problem = RwSignal::new(String::new());
    let preview = RwSignal::new_local(None::<Preview>);
    let picked = move |event: leptos::ev::Event| {
        let chosen = files::picked(&event);
        problem.set(String::new());
        preview.set(None);
        spawn_local(async move {
            for file in chosen {
                let name = file.name();
                reading.set(Some(name.clone()));
                rows.set(0);
                match read_list(register, desk.get_value(), &file, name, rows, language).await {
                    Ok(found) => preview.set(Some(found)),
                    Err(text) => problem.set(text),
                }
                reading.set(None);
            }
        });
    };
    let take = Callback::new(move |()| {
        let Some(found) = preview.get_untracked() else { return };
        spawn_local(async move {
            match lists::take_in(register, &[&found.plan], |_, _| true).await {
                Ok(_) => {
                    preview.try_set(None);
                    toasts.say(crate::i18n::Word::text(W::Taken, language.now()));
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    view! {
        <Card title=t(W::ListTitle)>
            <p>{t(W::ListText)}</p>
            <input node_ref=input type="file" multiple=true accept=".xlsx,.xls,.ods,.csv" class="unseen" aria-label=t(W::ListTitle) on:change=picked />
            <Button label=t(W::ChooseFile) icon=Icon::Import look=Look::Primary on_press=Callback::new(move |()| { if let Some(input) = input.get_untracked() { input.click(); } }) />
            <Show when=move || reading.get().is_some()>
                <Progress label=t_with(W::Reading, move || vec![format!("{} {}", reading.get().unwrap_or_default(), rows.get())]) done=Signal::stored(None) cancel=t(Common::Cancel)
                    on_cancel=Callback::new(move |()| desk.with_value(Desk::stop)) />
            </Show>
            <p role="alert">{problem}</p>
            {move || preview.get().map(|found| view! { <PreviewOf found take /> })}
        </Card>
    }
}

async fn read_list(
    register: Register,
    desk: Desk,
    file: &web_sys::File,
    name: String,
    rows: RwSignal<u32>,
    language: Language,
) -> Result<Preview, String> {
    let lang = language.now();
    let asked = |_: DeskError| crate::i18n::Word::text(W::CutShort, language.now()).to_owned();
    let not_a_list = || crate::i18n::fill(crate::i18n::Word::text(W::NotAList, lang), &[&name]);
    let unreadable = || crate::i18n::fill(crate::i18n::Word::text(W::Unreadable, lang), &[&name]);
    let bytes = files::bytes(file).await.ok_or_else(unreadable)?;
    let memories = lists::memories(register).await.map_err(|why| keep_error(&why, lang))?;
    let progress: Rc<dyn Fn(u32)> = Rc::new(move |done| {
        rows.try_set(done);
    });
    let opened = match lists::open(&desk, name.clone(), &bytes, memories, progress).await.map_err(asked)? {
        Answer::Opened(opened) => opened,
        Answer::Unread { why, .. } => return Err(unread_text(&why, lang)),
        _ => return Err(unreadable()),
    };
    let surest = |seen: &crate::lists::job::Seen| seen.proposals.first().cloned();
    let kind = opened
        .sheets
        .iter()
        .filter_map(surest)
        .max_by_key(|proposal| proposal.confidence)
        .map(|proposal| proposal.mapping.kind)
        .ok_or_else(not_a_list)?;
    let parts = opened.sheets.iter().enumerate().filter_map(|(sheet, seen)| {
        let proposal = seen.proposals.iter().find(|proposal| proposal.mapping.kind == kind)?;
        Some(Chosen { file: opened.at, sheet: sheet as u32, mapping: proposal.mapping.clone() })
    });
    let answer = lists::ask(&desk, &Ask::Take { kind, parts: parts.collect() }).await.map_err(asked)?;
    let found = match answer {
        Answer::Schools(taken) => {
            let plan = lists::plan_schools(register, &taken).await.map_err(|why| keep_error(&why, lang))?;
            Preview { counts: taken.counts, issues: taken.issues, plan }
        }
        Answer::Roster(taken) => {
            let plan =
                lists::plan_roster(register, &taken, None).await.map_err(|why| keep_error(&why, lang))?;
            Preview { counts: taken.counts, issues: taken.issues, plan }
        }
        _ => return Err(not_a_list()),
    };
    lists::ask(&desk, &Ask::Close).await.map_err(asked)?;
    Ok(found)
}

#[component]
fn PreviewOf(found: Preview, take: Callback<()>) -> impl IntoView {
    let language = use_language();
    let counts = found.counts;
    let numbers = t_with(W::Counts, move || {
        [counts.read, counts.taken, counts.dropped, counts.duplicate, counts.invalid]
            .iter()
            .map(u32::to_string)
            .collect()
    });
    let kinds = [FileKind::School, FileKind::Staff, FileKind::Pupil];
    let tallies = kinds
        .into_iter()
        .filter_map(|kind| {
            let tally = found.plan.tally(kind);
            let all = tally.new + tally.changed + tally.unchanged + tally.left_out;
            (all > 0).then(|| {
                let label =
                    Signal::derive(move || crate::i18n::fields::table_label(kind.key(), language.get()));
                let text = move || {
                    let parts = [
                        (W::Fresh, tally.new),
                        (W::Changed, tally.changed),
                        (W::Unchanged, tally.unchanged),
                        (W::LeftOut, tally.left_out),
                    ];
                    parts
                        .iter()
                        .filter(|(_, n)| *n > 0)
                        .map(|(word, n)| language.say_with(*word, &[&n.to_string()]))
                        .collect::<Vec<_>>()
                        .join(language.get().pick("，", ", "))
                };
                view! { <div class="fact"><dt>{label}</dt><dd class="number">{text}</dd></div> }
            })
        })
        .collect_view();
    let nothing = found.plan.items.iter().all(|item| !matches!(item.state, State::New | State::Changed));
    let issues: Vec<Issue> = found.issues.iter().chain(&found.plan.issues).cloned().collect();
    let count = issues.len();
    let lines = move || {
        issues
            .iter()
            .take(SHOWN_ISSUES)
            .map(|issue| view! { <li>{issue_text(issue, language)}</li> })
            .collect::<Vec<_>>()
    };
    view! {
        <h3>{t(W::Preview)}</h3>
        <p class="number">{numbers}</p>
        <dl class="facts">{tallies}</dl>
        {(count > 0).then(|| view! { <p>{t_with(W::Issues, move || vec![count.to_string()])}</p> })}
        <ul class="small">{lines}</ul>
        <div class="row end">
            {match nothing {
                true => view! { <span class="muted">{t(W::NothingNew)}</span> }.into_any(),
                false => view! { <Button label=t(W::TakeIn) look=Look::Primary large=true on_press=take /> }.into_any(),
            }}
        </div>
    }
}

/// Where, what is wrong, what to do.
fn issue_text(issue: &Issue, language: Language) -> String {
    let lang = language.get();
    let row = (issue.place.row + 1).to_string();
    let place = match issue.place.column {
        Some(column) => language.say_with(W::RowColumn, &[&row, &(column + 1).to_string()]),
        None => language.say_with(W::Row, &[&row]),
    };
    format!("{place}：{}", fault_text(&issue.fault, &issue.field, lang))
}

#[component]
fn ExportCard() -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let asking = RwSignal::new(false);
    let export = Callback::new(move |()| {
        asking.set(false);
        spawn_local(async move {
            match exchange::export(register).await {
                Ok(parts) => {
                    let day = register.today.get_untracked();
                    files::save(&format!("baoxue-{day}.json"), &parts);
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    view! {
        <Card title=t(W::ExportTitle)>
            <p>{t(W::ExportText)}</p>
            <Button label=t(Common::Export) icon=Icon::Export on_press=Callback::new(move |()| asking.set(true)) />
            <ConfirmDialog open=asking title=t(W::ExportWarn) text=t(W::ExportText) confirm=t(Common::Export) cancel=t(Common::Cancel) on_confirm=export on_cancel=Callback::new(move |()| asking.set(false)) />
        </Card>
    }
}

#[component]
fn MergeCard() -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let input = NodeRef::<leptos::html::Input>::new();
    let problem = RwSignal::new(String::new());
    let preview = RwSignal::new_local(None::<exchange::Merging>);
    let picked = move |event: leptos::ev::Event| {
        problem.set(String::new());
        preview.set(None);
        let Some(file) = files::picked(&event).into_iter().next() else { return };
        spawn_local(async move {
            let lang = language.now();
            let Some(bytes) = files::bytes(&file).await else {
                return problem
                    .set(crate::i18n::fill(crate::i18n::Word::text(W::Unreadable, lang), &[&file.name()]));
            };
            match exchange::look(register, &bytes).await {
                Ok(found) => preview.set(Some(found)),
                Err(why) => problem.set(crate::ui::words::look_error(&why, lang)),
            }
        });
    };
    let merge = Callback::new(move |()| {
        let Some(found) = preview.get_untracked() else { return };
        spawn_local(async move {
            match exchange::take_in(register, found).await {
                Ok(()) => {
                    preview.try_set(None);
                    toasts.say(crate::i18n::Word::text(W::Merged, language.now()));
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    let shown = move || {
        preview.get().map(|found| {
        let numbers = [(W::Fresh, found.new), (W::Changed, found.changed), (W::Unchanged, found.unchanged), (W::Conflicts, found.conflicts)];
        let text = move || numbers.iter().map(|(word, n)| language.say_with(*word, &[&n.to_string()])).collect::<Vec<_>>().join(language.get().pick("，", ", "));
        let nothing = found.files.is_empty();
        view! {
            <p class="number" role="status">{text}</p>
            <div class="row end">
                {match nothing {
                    true => view! { <span class="muted">{t(W::NothingNew)}</span> }.into_any(),
                    false => view! { <Button label=t(W::Merge) look=Look::Primary large=true on_press=merge /> }.into_any(),
                }}
            </div>
        }
    })
    };
    view! {
        <Card title=t(W::ImportTitle)>
            <p>{t(W::ImportText)}</p>
            <input node_ref=input type="file" accept=".json" class="unseen" aria-label=t(W::ImportTitle) on:change=picked />
            <Button label=t(Common::Import) icon=Icon::Import on_press=Callback::new(move |()| { if let Some(input) = input.get_untracked() { input.click(); } }) />
            <p role="alert">{problem}</p>
            {shown}
        </Card>
    }
}

#[component]
fn FingerprintCard() -> impl IntoView {
    let register = use_register();
    let print = move || {
        register.summaries.with(|all| {
            crate::register::fingerprint::of_register(all.values().map(|s| (s.id, s.fingerprint)))
        })
    };
    view! {
        <Card title=t(W::Fingerprint)>
            <p class="number"><strong>{print}</strong></p>
            <p class="muted">{t(W::FingerprintText)}</p>
        </Card>
    }
}
