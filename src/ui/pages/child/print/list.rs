//! What can be printed of a child: the binder first, then each form, filled and blank.
use super::forms::FORMS;
use super::{ALL, BINDER, BLANK};
use crate::i18n::pages::paper::Paper as W;
use crate::i18n::t;
use crate::ui::kit::{Card, Icon, LinkButton, Look};
use crate::ui::pages::child::Open;
use leptos::prelude::*;

#[component]
pub fn PaperList(child: Open) -> impl IntoView {
    let href = move |table: &str, record: &str| format!("/pupils/{}/print/{table}/{record}", child.id);
    let counts = Memo::new(move |_| {
        let file = child.file();
        let count = |table: &str| file.as_ref().map_or(0, |file| file.table(table).count());
        FORMS.iter().map(|form| if form.is_of_file() { 1 } else { count(form.table) }).collect::<Vec<usize>>()
    });
    let row = move |(form, count): (&'static super::forms::Form, usize)| {
        let lang = child.language.get();
        let title = (form.title)(lang);
        let filled = (count > 0).then(|| {
            let label = match count {
                1 => child.language.say(W::Print).to_owned(),
                _ => child.language.say_with(W::PrintAll, &[&count.to_string()]),
            };
            let named = child.language.say_with(W::PrintThis, &[title]);
            view! { <a class="button plain" href=href(form.table, ALL) aria-label=named>{crate::ui::kit::icon(Icon::Print)}<span>{label}</span></a> }
        });
        let blank = child.language.say_with(W::PrintBlank, &[title]);
        view! {
            <li class="row apart">
                <span>{title}</span>
                <span class="row tight">
                    {filled}
                    <a class="button plain" href=href(form.table, BLANK) aria-label=blank>{t(W::OnlyBlank)}</a>
                </span>
            </li>
        }
    };
    view! {
        <Card title=t(W::PrintList) name="print-list">
            <div class="row apart">
                <span class="muted">{t(W::BinderText)}</span>
                <LinkButton label=t(W::PrintBinder) icon=Icon::Print look=Look::Soft href=href(BINDER, ALL) name="print-binder" />
            </div>
            <ul class="plain-list print-list">{move || FORMS.iter().zip(counts.get()).map(row).collect_view()}</ul>
        </Card>
    }
}
