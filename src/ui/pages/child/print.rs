//! A paper of a case, ready to print on A4: a notice with its receipt of service, a check, a persuasion record. Filled from the
//! file; numbers masked; the file's name nowhere in the address.
use super::refs::record_name;
use super::{Open, with_file};
use crate::domain::codes;
use crate::domain::field::{Field, Kind};
use crate::domain::id::RecordId;
use crate::domain::identity::mask;
use crate::domain::records;
use crate::domain::records::case::Notice;
use crate::domain::records::pupil::{Guardian, Pupil};
use crate::domain::value::{Value, Values};
use crate::i18n::codes::code_text;
use crate::i18n::fields::field_label;
use crate::i18n::pages::{Child as C, Sheet as W};
use crate::i18n::{Common, Lang, Word, dates, fill, t};
use crate::platform::browser;
use crate::register::case::current;
use crate::register::change::RecordKey;
use crate::register::file::File;
use crate::ui::form::show::show_value;
use crate::ui::kit::{Button, EmptyState, Icon, LinkButton, Look};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;

#[component]
pub fn PrintPage() -> impl IntoView {
    let params = use_params_map();
    with_file(move |child: Open| {
        let part = move |key: &str| params.read().get(key).unwrap_or_default();
        let body = move || {
            let (table, id) = (part("table"), part("record").parse::<RecordId>().ok());
            let file = child.file()?;
            let values = file.shown(&RecordKey { table: table.clone().into(), id: id? });
            if values.is_empty() {
                return None;
            }
            match table.as_str() {
                "notice" => Some(notice(child, &file, &Notice::read(&values))),
                "check" | "persuasion" => Some(form(child, &file, &table, id?, &values)),
                _ => None,
            }
        };
        let sheet = move || {
            body()
                .unwrap_or_else(|| view! { <EmptyState icon=Icon::File title=t(C::NoSuchPage) /> }.into_any())
        };
        view! {
            <div class="page narrow">
                <div class="row apart no-print">
                    <LinkButton label=t(Common::Back) icon=Icon::Left look=Look::Plain href=child.place.href(child.id, "case") />
                    <Button label=t(Common::Print) icon=Icon::Print look=Look::Primary large=true on_press=Callback::new(|()| browser::print()) />
                </div>
                {sheet}
            </div>
        }
        .into_any()
    })
}

/// Who the child is, as papers name it.
struct Who {
    page: Pupil,
    guardian: Guardian,
    sex: String,
    number: String,
    birth: String,
    school: String,
    home: String,
}

fn who(child: Open, file: &File, lang: Lang) -> Who {
    let page = Pupil::read(&file.shown(&RecordKey::root("pupil")));
    let guardians: Vec<Guardian> = file.table("guardian").map(|(_, r)| Guardian::read(&r.values)).collect();
    let guardian = guardians.iter().find(|one| one.legal == Some(true)).or(guardians.first());
    let home = if page.address.is_empty() { &page.household_address } else { &page.address };
    Who {
        guardian: guardian.cloned().unwrap_or_default(),
        sex: code_text(&codes::SEX, &page.sex, lang),
        number: mask::id(&page.id_no),
        birth: page.birth.map(|birth| dates::long(birth, lang)).unwrap_or_default(),
        school: page.school.map(|id| child.register.name_of(id)).unwrap_or_default(),
        home: [page.town.as_str(), &page.village, home].concat(),
        page,
    }
}

fn notice(child: Open, file: &Arc<File>, notice: &Notice) -> AnyView {
    let lang = child.language.get();
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    let who = who(child, file, lang);
    let blank = W::LongDash.text(lang).to_owned();
    let deadline = notice.deadline.map_or_else(|| blank.clone(), |day| dates::long(day, lang));
    let issued = notice.issued_on.map_or_else(|| blank.clone(), |day| dates::long(day, lang));
    let case = current(file, child.register.today.get());
    let out = case.as_ref().and_then(|view| {
        view.last_check().and_then(|check| check.record.absent_from).or(view.case.absent_from)
    });
    let since = out.map(|on| say(W::Since, &[&dates::long(on, lang)])).unwrap_or_default();
    let title = code_text(&codes::NOTICE, &notice.kind, lang);
    let to = match who.guardian.name.as_str() {
        "" => say(W::ToNobody, &[&who.page.name]),
        guardian => say(W::To, &[guardian, &who.page.name]),
    };
    let about = say(W::About, &[&who.page.name, &who.sex, &who.birth, &who.number, &since]);
    let back = case.as_ref().and_then(|view| view.enrolment()?.record.back_on);
    let law = match notice.kind.as_str() {
        "URGE" => say(W::LawUrge, &[&deadline]),
        "ORDER" => say(W::LawOrder, &[&deadline]),
        "PENALTY" => say(W::LawPenalty, &[]),
        "DEMAND" => say(W::LawDemand, &[&deadline]),
        "COURT" => say(W::LawCourt, &[]),
        "REPORT" => say(W::Report, &[]),
        "RETURN" => say(W::Return, &[&back.map_or(blank, |day| dates::long(day, lang))]),
        _ => String::new(),
    };
    // A notice of return has nothing to reproach.
    let about = if notice.kind == "RETURN" { String::new() } else { about };
    let demand: Vec<AnyView> =
        notice.demand.lines().map(|line| view! { <p>{line.to_owned()}</p> }.into_any()).collect();
    let served = notice.served_on.map(|day| dates::long(day, lang)).unwrap_or_default();
    let how = code_text(&codes::SERVICE, &notice.service, lang);
    let row = |word: W, text: String| view! { <tr><th scope="row">{t(word)}</th><td>{text}</td></tr> };
    view! {
        <article class="sheet letter" data-name="notice">
            <h1>{title.clone()}</h1>
            <p class="sheet-number">{say(W::Number, &[&notice.number])}</p>
            <p class="letter-to">{to}</p>
            <p hidden=about.is_empty()>{about.clone()}</p>
            <p hidden=law.is_empty()>{law.clone()}</p>
            {demand}
            <p class="letter-sign">{say(W::Issuer, &[&notice.issuer])}</p>
            <p class="letter-sign">{issued}</p>
        </article>
        <article class="sheet receipt" data-name="receipt">
            <h2>{t(W::Receipt)}</h2>
            <table>
                <tbody>
                    {row(W::ReceiptPaper, [title.as_str(), "　", &notice.number].concat())}
                    {row(W::ReceiptFor, who.guardian.name.clone())}
                    {row(W::ReceiptHow, how)}
                    {row(W::ReceiptDay, served)}
                    {row(W::ReceiptSign, notice.received_by.clone())}
                    {row(W::ReceiptWitness, notice.witness.clone())}
                    {row(W::ReceiptBy, String::new())}
                </tbody>
            </table>
        </article>
    }
    .into_any()
}

/// What a printed form leaves out: what is the program's own matter.
const OWN: [&str; 4] = ["case", "claimed", "claimed_verifier", "strokes"];

fn form(child: Open, file: &Arc<File>, table: &str, id: RecordId, values: &Values) -> AnyView {
    let lang = child.language.get();
    let Some(fields) = records::table(table) else { return ().into_any() };
    let who = who(child, file, lang);
    let name_of = |kind: Kind, id: &str| match kind {
        Kind::File(_) => Some(child.register.name_of(id.parse().ok()?)),
        Kind::Record(table) => record_name(file, table, id.parse().ok()?, lang),
        _ => None,
    };
    let nth = current(file, child.register.today.get())
        .and_then(|view| view.persuasions.iter().position(|one| one.id == id))
        .map(|at| (at + 1).to_string());
    let row =
        |word: W, text: String| view! { <tr><th scope="row">{t(word)}</th><td>{text}</td></tr> }.into_any();
    let mut rows = vec![
        row(W::Pupil, who.page.name.clone()),
        row(W::Sex, who.sex.clone()),
        row(W::Birth, who.birth.clone()),
        row(W::Number1, who.number.clone()),
        row(W::School, who.school.clone()),
        row(W::Guardian, who.guardian.name.clone()),
        row(W::Phone, who.guardian.phone.clone()),
        row(W::Home, who.home.clone()),
    ];
    if table == "persuasion" {
        rows.extend(nth.map(|nth| row(W::Nth, nth)));
    }
    let shown = |field: &&'static Field| !OWN.contains(&field.key) && is_of_form(field, values);
    rows.extend(fields.fields.iter().filter(shown).map(|field| {
        let text =
            values.get(field.key).map(|value| show_value(field, value, lang, &name_of)).unwrap_or_default();
        let label = field_label(table, field.key, lang);
        view! { <tr><th scope="row">{label}</th><td class="lines">{text}</td></tr> }.into_any()
    }));
    let (title, signs) = match table {
        "check" => (W::Check, [W::SignChecker, W::SignGuardian, W::SignVerifier]),
        _ => (W::Persuasion, [W::SignPersuader, W::SignGuardian, W::ReceiptWitness]),
    };
    view! {
        <article class="sheet" data-name=table.to_owned()>
            <h1>{t(title)}</h1>
            <table><tbody>{rows}</tbody></table>
            <dl class="signs">{signs.map(|word| view! { <div><dt>{t(word)}</dt><dd>{W::LongDash.text(lang)}</dd></div> }).into_iter().collect_view()}</dl>
        </article>
    }
    .into_any()
}

/// Of reasons by verdict only the one that holds is printed; everything else stands on the paper, blank where it is blank.
fn is_of_form(field: &Field, values: &Values) -> bool {
    let has = |key: &str| values.get(key).is_some_and(|value: &Value| !value.is_blank());
    match field.key {
        "reason" => !has("not_real"),
        "not_real" => has("not_real"),
        _ => true,
    }
}
