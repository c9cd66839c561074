//! Documents: number, title, day, issuer, and whether they hold.
use super::scans::Scans;
use super::view::{View, joined};
use crate::domain::codes::DOC_STATUS;
use crate::domain::id::RecordId;
use crate::domain::records::duty::DutyDocument;
use crate::i18n::codes::code_text;
use crate::i18n::pages::duty::Duty as W;
use crate::i18n::{dates, t};
use crate::ui::kit::{Button, EmptyState, Icon, LinkButton, Look, Status, Tone, icon};
use leptos::prelude::*;

pub fn status_tone(status: &str) -> Tone {
    match status {
        "FORCE" => Tone::Good,
        "TRIAL" => Tone::Info,
        _ => Tone::Plain,
    }
}

#[component]
pub fn DocumentsTab(view: View) -> impl IntoView {
    let add = Callback::new(move |()| {
        let start = DutyDocument { status: "FORCE".into(), ..DutyDocument::default() };
        view.edit("duty_document", None, start.write());
    });
    let ids = Memo::new(move |_| {
        view.file.duty.with(|duty| duty.documents.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    });
    view! {
        <Show when=move || ids.with(Vec::is_empty)>
            <EmptyState icon=Icon::File title=t(W::NoDocuments) text=t(W::NoDocumentsText)>
                <Button label=t(W::AddDocument) icon=Icon::Plus look=Look::Primary large=true on_press=add />
            </EmptyState>
        </Show>
        <Show when=move || !ids.with(Vec::is_empty)>
            <div class="row end">
                <LinkButton label=t(W::PrintList) icon=Icon::Print look=Look::Plain href="/duty/print/documents/all" />
                <Button label=t(W::AddDocument) icon=Icon::Plus look=Look::Soft on_press=add name="add-document" />
            </div>
            <ul class="stack plain-list"><For each=move || ids.get() key=|id| *id children=move |id| paper(view, id) /></ul>
        </Show>
    }
    .into_any()
}

fn paper(view: View, id: RecordId) -> AnyView {
    let found = Memo::new(move |_| {
        view.file.duty.with(|duty| {
            duty.documents.iter().find(|(of, _)| *of == id).map(|(_, document)| document.clone())
        })
    });
    let head = move || {
        let (lang, document) = (view.lang(), found.get().unwrap_or_default());
        let replaced = document.replaced_by.and_then(|by| {
            let duty = view.duty();
            let (_, other) = duty.documents.iter().find(|(id, _)| *id == by)?;
            Some(view.saver.language.say_with(W::ReplacedBy, &[&other.title]))
        });
        let day = document.date.map(|day| dates::long(day, lang)).unwrap_or_default();
        let more =
            joined(&[document.number.clone(), document.issuer.clone(), day, replaced.unwrap_or_default()]);
        let status = code_text(&DOC_STATUS, &document.status, lang);
        view! {
            <div class="row">
                <span class="line-mark" aria-hidden="true">{icon(Icon::File)}</span>
                <div class="grow"><strong>{document.title.clone()}</strong><div class="muted small">{more}</div></div>
                <Status label=status tone=status_tone(&document.status) />
                {view.pencil("duty_document", id, &document.title)}
            </div>
            <p class="small" hidden=document.note.is_empty()>{document.note.clone()}</p>
        }
    };
    let name = found.get_untracked().map(|document| document.title).unwrap_or_default();
    view! { <li class="paper">{head}<Scans view of=id name=name /></li> }.into_any()
}
