//! Papers with their scanned pages, and the photographs of visits.
use super::Open;
use super::pictures::{Gallery, Pictures, stored};
use crate::domain::id::RecordId;
use crate::domain::records::documents::Document;
use crate::i18n::fields::table_label;
use crate::i18n::pages::Child as W;
use crate::i18n::{Common, dates, t, t_with};
use crate::ui::kit::{Card, EmptyState, Icon, LinkButton, Look, icon};
use leptos::prelude::*;

#[component]
pub fn Papers(child: Open) -> impl IntoView {
    let papers = Memo::new(move |_| {
        let file = child.file();
        let mut papers: Vec<(RecordId, Document)> = file
            .iter()
            .flat_map(|file| file.table("document").map(|(id, record)| (id, Document::read(&record.values))))
            .collect();
        papers.sort_by(|(ia, a), (ib, b)| (b.date, ib).cmp(&(a.date, ia)));
        papers
    });
    let photos = Memo::new(move |_| {
        let all = child.file().map(|file| stored(&file)).unwrap_or_default();
        all.into_iter().filter(|one| one.document.is_none()).collect::<Vec<_>>()
    });
    let add = move || {
        let label = t_with(W::AddThis, move || vec![table_label("document", child.language.get())]);
        view! { <LinkButton label=label icon=Icon::Plus look=Look::Soft href=child.edit("document", None) /> }
    };
    let row = move |(id, paper): (RecordId, Document)| {
        let lang = child.language.get();
        let more =
            [paper.date.map(|date| dates::long(date, lang)).unwrap_or_default(), paper.issuer, paper.number];
        let more = more.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        view! {
            <li class="paper">
                <div class="row">
                    <span class="line-mark" aria-hidden="true">{icon(Icon::File)}</span>
                    <div class="grow"><strong>{paper.title}</strong><div class="muted small">{more}</div></div>
                    <LinkButton label=t(Common::Edit) icon=Icon::Pen look=Look::Plain href=child.edit("document", Some(id)) />
                </div>
                <p class="small">{paper.note}</p>
                <Pictures child of=id most=6 />
            </li>
        }
    };
    view! {
        <super::print::PaperList child />
        <Show when=move || papers.with(Vec::is_empty) && photos.with(Vec::is_empty)>
            <EmptyState icon=Icon::File title=t(W::NoPapers) text=t(W::NoPapersText)>{add()}</EmptyState>
        </Show>
        <Show when=move || papers.with(|papers| !papers.is_empty()) || photos.with(|photos| !photos.is_empty())>
            <div class="row end">{add()}</div>
            <ul class="stack plain-list">{move || papers.get().into_iter().map(row).collect_view()}</ul>
        </Show>
        <Show when=move || photos.with(|photos| !photos.is_empty())>
            <Card title=t(W::AllPictures)><Gallery child pictures=photos most=12 /></Card>
        </Show>
    }
}
