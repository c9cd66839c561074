//! The list of documents.
use super::super::view::View;
use crate::domain::codes::DOC_STATUS;
use crate::i18n::codes::code_text;
use crate::i18n::pages::duty_paper::DutyPaper as P;
use crate::i18n::{Word, dates, fill};
use leptos::prelude::*;

pub fn list(view: View) -> Vec<AnyView> {
    let (lang, duty) = (view.lang(), view.duty());
    let head = |word: P| view! { <th scope="col">{word.text(lang)}</th> };
    let row = |(n, (_, document)): (
        usize,
        &(crate::domain::id::RecordId, crate::domain::records::duty::DutyDocument),
    )| {
        let day = document.date.map(|day| dates::long(day, lang)).unwrap_or_default();
        view! {
            <tr><td>{n + 1}</td><td>{document.title.clone()}</td><td>{document.number.clone()}</td><td>{document.issuer.clone()}</td><td>{day}</td><td>{code_text(&DOC_STATUS, &document.status, lang)}</td></tr>
        }
    };
    let rows = duty.documents.iter().enumerate().map(row).collect_view();
    let made = fill(P::FilledOn.text(lang), &[&dates::long(view.today(), lang)]);
    let page = view! {
        <article class="sheet duty-form" data-name="documents">
            <h1>{P::DocumentsTitle.text(lang)}</h1>
            <p class="ledger-about"><span>{view.saver.register.card().name}</span><span>{made}</span></p>
            <table class="documents-paper">
                <thead><tr>{head(P::No)}{head(P::DocTitle)}{head(P::DocNumber)}{head(P::DocIssuer)}{head(P::DocDate)}{head(P::DocStatus)}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </article>
    };
    vec![page.into_any()]
}
