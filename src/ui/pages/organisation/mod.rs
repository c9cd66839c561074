//! Schools and staff: one list each with search and filters, and a page for each school and person.
mod directory;
mod rows;
mod school;
mod staff;

pub use self::school::{SchoolPage, SchoolsPage};
pub use self::staff::{StaffPage, StaffsPage};

use crate::app::keeper::Order;
use crate::app::register::{Loaded, use_register};
use crate::domain::field::{FileKind, Table};
use crate::domain::id::{FileId, RecordId};
use crate::domain::records;
use crate::domain::value::Values;
use crate::i18n::pages::{Organisation as W, Pupils};
use crate::i18n::{Common, t, use_language};
use crate::register::change::RecordKey;
use crate::register::command::Command;
use crate::register::file::File;
use crate::ui::form::{Editing, RecordEditor, RecordView, register_refs};
use crate::ui::kit::{Banner, Button, Card, Icon, Look, Tone};
use crate::ui::pages::changes::Changes;
use crate::ui::saving::use_saver;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;

/// The root table of a kind of file.
fn root_table(kind: FileKind) -> Option<&'static Table> {
    records::table(kind.key())
}

/// The file that the address names, and what went wrong where it cannot be read.
#[derive(Clone, Copy)]
struct Open {
    id: Memo<Option<FileId>>,
    file: Memo<Option<Arc<File>>>,
    failed: Memo<String>,
}

fn use_open() -> Open {
    let (params, register, language) = (use_params_map(), use_register(), use_language());
    let id = Memo::new(move |_| params.read().get("id").and_then(|id| id.parse::<FileId>().ok()));
    let loaded = register.watch(move || id.get());
    let file = Memo::new(move |_| match loaded.get() {
        Loaded::Ready(file) => Some(file).filter(|file| Some(file.id) == id.get()),
        Loaded::Loading | Loaded::Failed(_) => None,
    });
    let failed = Memo::new(move |_| match loaded.get() {
        Loaded::Failed(why) => keep_error(&why, language.get()),
        Loaded::Loading | Loaded::Ready(_) => String::new(),
    });
    Open { id, file, failed }
}

impl Open {
    fn values(self) -> Values {
        let shown = |file: &Arc<File>| file.root().map(|root| root.values.clone()).unwrap_or_default();
        self.file.with(|file| file.as_ref().map(shown).unwrap_or_default())
    }
}

/// The page's frame: what cannot be read, what was deleted, the record with its pencil, the history.
#[component]
fn FilePage(
    open: Open,
    kind: FileKind,
    /// Nothing refers to it: it may be deleted.
    #[prop(into)]
    removable: Signal<bool>,
    #[prop(into)] head: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    let saver = use_saver();
    let editing = RwSignal::new(None::<Editing>);
    let failed = open.failed;
    let deleted =
        Memo::new(move |_| open.file.with(|file| file.as_ref().is_some_and(|file| file.is_deleted())));
    let edit = Callback::new(move |()| {
        if let (Some(file), Some(table)) = (open.file.get_untracked(), root_table(kind)) {
            editing.set(Some(Editing::record(&file, kind, table, RecordId(0))));
        }
    });
    let bring_back = Callback::new(move |()| {
        let Some(file) = open.id.get_untracked() else { return };
        let command = Command::BringBack { record: RecordKey::root(kind.key()) };
        saver.run(vec![Order { file, kind, command }], W::BroughtBack);
    });
    let refs = register_refs(saver.register, saver.language);
    let (head, children) = (StoredValue::new(head), StoredValue::new(children));
    let record = move || {
        let table = root_table(kind)?;
        let values = Signal::derive(move || open.values());
        Some(
            view! { <RecordView table values=values refs on_show=Callback::new(|_: (&'static crate::domain::field::Field,)| ()) /> },
        )
    };
    let actions = move || view! { <Button label=t(Common::Edit) icon=Icon::Pen look=Look::Soft on_press=edit name="edit-file" /> };
    view! {
        <div class="page">
            <Show when=move || !failed.with(String::is_empty)>
                <Banner title=t(Pupils::CannotRead) text=failed tone=Tone::Late />
            </Show>
            <Show when=move || deleted.get()>
                <Banner title=t(W::Deleted) tone=Tone::Due><Button label=t(W::BringBack) look=Look::Soft on_press=bring_back /></Banner>
            </Show>
            <Show when=move || open.file.with(Option::is_some)>
                {head.with_value(ViewFn::run)}
                <Card title=t(W::About) actions=actions>{record()}</Card>
                {children.with_value(|children| children())}
                <Changes file=open.file.into() />
            </Show>
            <RecordEditor editing refs removable=removable />
        </div>
    }
    .into_any()
}
