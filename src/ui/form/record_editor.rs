//! One record of any table, added or changed: the form, a sealed draft of what is typed, one save, an undo.
//!
//! The panel opens where the page sets an [`Editing`] and closes by clearing it. Nothing typed is lost: closing keeps the
//! draft and opening finds it; only saving, or the wish to start again, drops it.
use super::draft::{check_draft, tidy};
use super::form_view::FormView;
use super::problems::{FormProblems, focus_first};
use super::refs::Refs;
use crate::app::keeper::{KeepError, Order, Saved};
use crate::app::layout;
use crate::app::register::Register;
use crate::app::session::use_session;
use crate::domain::check::Flaw;
use crate::domain::field::{Field, FileKind, Table};
use crate::domain::id::{FileId, RecordId};
use crate::domain::value::{Value, Values};
use crate::i18n::fields::table_label;
use crate::i18n::pages::Record as W;
use crate::i18n::{Common, Word, fill, t, t_with};
use crate::register::change::{Act, RecordKey, Sets};
use crate::register::command::Command;
use crate::register::file::File;
use crate::ui::kit::{Banner, Button, ConfirmDialog, Dialog, Icon, Look, Tone};
use crate::ui::saving::{Saver, use_saver};
use crate::ui::words::keep_error;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::borrow::Cow;
use std::time::Duration;

/// A pause this long seals what was typed.
const PAUSE: Duration = Duration::from_millis(600);
const FORM: &str = "record-form";

/// A record that is being added or changed.
#[derive(Clone, Debug)]
pub struct Editing {
    pub file: FileId,
    pub kind: FileKind,
    pub table: &'static Table,
    pub record: RecordId,
    /// What the record shows now; nothing for a new one.
    pub shown: Values,
    /// What is filled in beforehand where the record holds nothing.
    pub prefilled: Values,
    pub is_new: bool,
    /// These fields alone.
    pub only: Option<&'static [&'static str]>,
    pub act: Act,
}

impl Editing {
    /// A record of a file, as it is shown; one that is not there yet is new, under this id.
    pub fn record(file: &File, kind: FileKind, table: &'static Table, record: RecordId) -> Editing {
        let shown = file.shown(&RecordKey::new(table.key, record));
        Editing { is_new: shown.is_empty(), shown, ..Editing::add(file.id, kind, table, record) }
    }

    /// A new record.
    pub fn add(file: FileId, kind: FileKind, table: &'static Table, record: RecordId) -> Editing {
        let (shown, prefilled) = (Values::new(), Values::new());
        Editing { file, kind, table, record, shown, prefilled, is_new: true, only: None, act: Act::EDIT }
    }

    fn key(&self) -> RecordKey {
        RecordKey { table: Cow::Borrowed(self.table.key), id: self.record }
    }

    /// The draft's name in the vault: ids only. New records of one table share one.
    fn draft_name(&self) -> String {
        let is_root = self.table.key == self.kind.key();
        match (self.is_new, is_root) {
            (true, true) => format!("record/new/{}", self.table.key),
            (true, false) => format!("record/{}/{}/new", self.file, self.table.key),
            (false, _) => format!("record/{}/{}/{}", self.file, self.table.key, self.record),
        }
    }

    /// The form as it opens.
    fn start(&self) -> Values {
        let mut values = self.prefilled.clone();
        values.extend(self.shown.clone());
        values
    }

    /// A found draft with what is not asked for as it is filled in now.
    fn unasked(&self, mut draft: Values) -> Values {
        let asked = |key: &str| self.only.is_none_or(|only| only.contains(&key));
        let start = self.start();
        draft.retain(|key, _| asked(key));
        draft.extend(start.into_iter().filter(|(key, _)| !asked(key)));
        draft
    }

    /// What the form changes of the record: fields set, fields emptied.
    pub fn changes(&self, form: &Values) -> Values {
        let form = tidy(self.table, form);
        let emptied =
            self.shown.keys().filter(|key| self.table.field(key).is_some() && !form.contains_key(*key));
        let mut changes: Values = emptied.map(|key| (key.clone(), Value::Null)).collect();
        changes.extend(form.into_iter().filter(|(key, value)| self.shown.get(key) != Some(value)));
        changes
    }

    fn order(&self, changes: Values) -> Order {
        let sets = Sets::from([(self.key(), changes)]);
        Order { file: self.file, kind: self.kind, command: Command::Set { act: self.act.clone(), sets } }
    }
}

/// How a page saves in its own way.
pub type KeepFn = fn(Register, Order) -> LocalBoxFuture<'static, Result<Saved, KeepError>>;

/// The panel over the page. `refs` names what ids stand for.
#[component]
pub fn RecordEditor(
    editing: RwSignal<Option<Editing>>,
    refs: Refs,
    /// Somebody wants to see an identity number in full: the page records it.
    #[prop(optional, into)]
    on_show: Option<Callback<(&'static Field,)>>,
    /// What the page fills in of itself before saving: the record's id and the form's values.
    #[prop(optional, into)]
    finish: Option<Callback<(Editing, Values), (RecordId, Values)>>,
    /// Saved: the file, for a page that goes on to it.
    #[prop(optional, into)]
    on_saved: Option<Callback<(FileId,)>>,
    /// Saves in the place of the register: an order that is to be signed first.
    #[prop(optional)]
    keep: Option<KeepFn>,
    /// The record may be deleted here.
    #[prop(optional, into)]
    removable: Signal<bool>,
) -> impl IntoView {
    let saver = use_saver();
    let draft = RwSignal::new(Values::new());
    let (found, removing) = (RwSignal::new(false), RwSignal::new(false));
    // Which panel is open: an answer that comes for an earlier one is dropped.
    let opened = StoredValue::new(0_u32);
    let ready = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(now) = editing.get() else { return };
        let mine = opened.try_update_value(|n| {
            *n += 1;
            *n
        });
        ready.set(false);
        found.set(false);
        draft.set(now.start());
        spawn_local(async move {
            match saver.register.draft(&now.draft_name()).await {
                Ok(kept) if opened.try_get_value() == mine => {
                    // A draft of another version's form is none.
                    let kept = kept.and_then(|bytes| layout::decode::<Values>(&bytes).ok());
                    if let Some(kept) = kept.map(|kept| now.unasked(kept)).filter(|kept| *kept != now.start())
                    {
                        draft.try_set(kept);
                        found.try_set(true);
                    }
                }
                Ok(_) => return,
                Err(why) => saver.fail(&why),
            }
            ready.try_set(true);
        });
    });
    // The lock asks for the last words before the page goes.
    use_session().drafts.hold(move || sealed(saver, editing, draft));
    let edits = StoredValue::new(0_u32);
    Effect::new(move |_| {
        draft.track();
        if !ready.get_untracked() {
            return;
        }
        let mine = edits.try_update_value(|n| {
            *n += 1;
            *n
        });
        set_timeout(
            move || {
                if edits.try_get_value() == mine {
                    seal(saver, editing, draft);
                }
            },
            PAUSE,
        );
    });
    let close = Callback::new(move |()| {
        if is_typed(editing, draft) {
            saver.say(W::Kept);
        }
        seal(saver, editing, draft);
        editing.set(None);
    });
    let title = t_with(W::Change, move || vec![table_name(saver, editing)]);
    let new_title = t_with(W::New, move || vec![table_name(saver, editing)]);
    let is_new = Memo::new(move |_| editing.with(|now| now.as_ref().is_some_and(|now| now.is_new)));
    let title = Signal::derive(move || if is_new.get() { new_title.get() } else { title.get() });
    let remove = Callback::new(move |()| {
        removing.set(false);
        let Some(now) = editing.get_untracked() else { return };
        let command = Command::Delete { record: now.key() };
        let order = Order { file: now.file, kind: now.kind, command };
        spawn_local(async move {
            if saver.keep(vec![order], W::Removed).await.is_ok() {
                forget(saver, now).await;
                editing.try_set(None);
            }
        });
    });
    let on_show = on_show.unwrap_or_else(|| Callback::new(|_: (&'static Field,)| ()));
    let inner = move || {
        let now = editing.get()?;
        Some(view! { <Panel now editing draft found refs on_show finish on_saved keep removing removable /> })
    };
    view! {
        <Dialog open=Signal::derive(move || editing.with(Option::is_some)) title=title close_label=t(Common::Close) on_close=close wide=true name="record-editor">
            {inner}
        </Dialog>
        <ConfirmDialog open=removing title=t_with(W::RemoveTitle, move || vec![table_name(saver, editing)]) text=t(W::RemoveText)
            confirm=t(Common::Delete) cancel=t(Common::Cancel) danger=true on_confirm=remove on_cancel=Callback::new(move |()| removing.set(false)) />
    }
    .into_any()
}

fn table_name(saver: Saver, editing: RwSignal<Option<Editing>>) -> String {
    let key = editing.with(|now| now.as_ref().map_or("", |now| now.table.key));
    table_label(key, saver.language.get())
}

/// Does the form hold something that the record does not?
fn is_typed(editing: RwSignal<Option<Editing>>, draft: RwSignal<Values>) -> bool {
    let (Some(Some(now)), Some(typed)) = (editing.try_get_untracked(), draft.try_get_untracked()) else {
        return false;
    };
    tidy(now.table, &typed) != tidy(now.table, &now.start())
}

/// Seals what is typed now, or drops the draft where that is nothing. What is typed is read at once, not when it is awaited.
fn sealed(
    saver: Saver,
    editing: RwSignal<Option<Editing>>,
    draft: RwSignal<Values>,
) -> impl Future<Output = Result<(), KeepError>> {
    let typed = draft.try_get_untracked().filter(|_| is_typed(editing, draft));
    let bytes = typed.and_then(|typed| layout::encode(&typed).ok());
    let name = editing.try_get_untracked().flatten().map(|now| now.draft_name());
    async move {
        match name {
            Some(name) => saver.register.keep_draft(&name, bytes).await,
            None => Ok(()),
        }
    }
}

/// Seals now; says so where that fails.
fn seal(saver: Saver, editing: RwSignal<Option<Editing>>, draft: RwSignal<Values>) {
    let sealing = sealed(saver, editing, draft);
    spawn_local(async move {
        if let Err(why) = sealing.await {
            let lang = saver.language.now();
            saver.toasts.fail(fill(W::NotKept.text(lang), &[&keep_error(&why, lang)]));
        }
    });
}

async fn forget(saver: Saver, now: Editing) {
    if let Err(why) = saver.register.keep_draft(&now.draft_name(), None).await {
        saver.fail(&why);
    }
}

#[component]
fn Panel(
    now: Editing,
    editing: RwSignal<Option<Editing>>,
    draft: RwSignal<Values>,
    found: RwSignal<bool>,
    refs: Refs,
    on_show: Callback<(&'static Field,)>,
    finish: Option<Callback<(Editing, Values), (RecordId, Values)>>,
    on_saved: Option<Callback<(FileId,)>>,
    keep: Option<KeepFn>,
    removing: RwSignal<bool>,
    removable: Signal<bool>,
) -> impl IntoView {
    let saver = use_saver();
    let (table, only, is_new) = (now.table, now.only, now.is_new);
    let all = check_draft(table, draft, saver.register.today.into());
    let problems = Signal::derive(move || {
        let asked = |flaw: &Flaw| only.is_none_or(|only| only.contains(&flaw.field));
        all.get().into_iter().filter(asked).collect::<Vec<_>>()
    });
    let (show_all, busy, failure) =
        (RwSignal::new(false), RwSignal::new(false), RwSignal::new(String::new()));
    let fresh = StoredValue::new(now.start());
    let start_over = Callback::new(move |()| {
        draft.set(fresh.get_value());
        found.set(false);
    });
    let save = move || {
        show_all.set(true);
        let found = problems.get_untracked();
        if found.iter().any(Flaw::refuses) {
            return focus_first(FORM, &found);
        }
        let Some(mut now) = editing.get_untracked() else { return };
        let mut form = draft.get_untracked();
        if let Some(finish) = finish {
            (now.record, form) = finish.run((now.clone(), form));
        }
        let changes = now.changes(&form);
        busy.set(true);
        spawn_local(async move {
            let answer = match changes.is_empty() {
                true => Ok(None),
                false => match keep {
                    Some(keep) => keep(saver.register, now.order(changes)).await.map(Some),
                    None => saver.register.keep(vec![now.order(changes)], Vec::new()).await.map(Some),
                },
            };
            busy.try_set(false);
            match answer {
                Ok(saved) => {
                    let file = now.file;
                    forget(saver, now).await;
                    editing.try_set(None);
                    if let Some(saved) = saved {
                        saver.offer_undo(saved, W::Saved);
                    }
                    if let Some(on_saved) = on_saved {
                        on_saved.run((file,));
                    }
                }
                Err(why) => {
                    failure.try_set(keep_error(&why, saver.language.now()));
                }
            }
        });
    };
    let only = move || match only {
        Some(only) => view! {
            <FormView table draft only=only problems=problems refs on_show show_all id=FORM />
        }
        .into_any(),
        None => view! { <FormView table draft problems=problems refs on_show show_all id=FORM /> }.into_any(),
    };
    view! {
        <form class="stack" novalidate=true on:submit=move |event| { event.prevent_default(); save(); }>
            <Show when=move || found.get()>
                <Banner title=t(W::Found)><Button label=t(W::StartOver) look=Look::Plain on_press=start_over /></Banner>
            </Show>
            {only()}
            <Show when=move || show_all.get() && problems.with(|found| found.len() > 1)><FormProblems table problems=problems form=FORM /></Show>
            <Show when=move || !failure.with(String::is_empty)><Banner title=failure tone=Tone::Late /></Show>
            <div class="row apart">
                <Show when=move || !is_new && removable.get()>
                    <Button label=t(Common::Delete) look=Look::Plain icon=Icon::Close on_press=Callback::new(move |()| removing.set(true)) />
                </Show>
                <span class="grow"></span>
                <Button label=t(Common::Save) submit=true look=Look::Primary large=true busy=busy name="save-record" />
            </div>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::records;

    #[test]
    fn only_what_differs_is_written_and_what_was_emptied_is_emptied() {
        let table = records::table("school").unwrap();
        let text = |key: &str, value: &str| (key.to_owned(), Value::from(value));
        let shown =
            Values::from([text("name", "一中"), text("town", "城关镇"), text("of_a_newer_version", "x")]);
        let editing = Editing { shown, ..Editing::add(FileId(1), FileKind::School, table, RecordId(0)) };
        let form = Values::from([text("name", "一中 "), text("town", " "), text("principal", "王校长")]);
        assert_eq!(
            editing.changes(&form),
            Values::from([("town".into(), Value::Null), text("principal", "王校长")])
        );
        assert_eq!(editing.changes(&editing.start()), Values::new());
    }
}
