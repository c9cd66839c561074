//! The card at the head of a file: who the child is, the safety note before everything else, whom to call, where to go.
use super::Open;
use super::delete::DeleteFile;
use crate::app::record_draft;
use crate::domain::calendar::SchoolYear;
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::policy::Policy;
use crate::domain::records::visit::Visit;
use crate::i18n::codes::code_text;
use crate::i18n::fields::table_label;
use crate::i18n::pages::Child as W;
use crate::i18n::{Lang, dates, t, t_with};
use crate::register::change::RecordKey;
use crate::register::command::Command;
use crate::register::summary::PupilSummary;
use crate::ui::kit::{Banner, Button, Icon, LinkButton, Look, Menu, MenuItem, Status, Tone, icon};
use crate::ui::pages::child::edit::saving;
use crate::vault::Area;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The grade that a child of this birth is of an age for; `None` outside school age.
fn grade_by_age(birth: Date, today: Date, policy: &Policy) -> Option<i32> {
    let window = policy.births(SchoolYear::of(today));
    let youngest = SchoolYear::of(window.to);
    window.contains(birth).then(|| youngest.start() - SchoolYear::of(birth).start() + 1)
}

#[component]
pub fn Summary(child: Open) -> impl IntoView {
    let deleting = RwSignal::new(false);
    let is_deleted = Memo::new(move |_| child.summary().is_some_and(|summary| summary.deleted));
    let at_home = Memo::new(move |_| with_pupil(child, |pupil, today| pupil.is_taught_at_home(today)));
    let safety = Memo::new(move |_| with_pupil(child, |pupil, _| pupil.safety_note.clone()));
    let initial = move || child.name().chars().next().map(String::from).unwrap_or_default();
    let navigate = StoredValue::new_local(use_navigate());
    let edit = Callback::new(move |()| {
        let to = child.edit("pupil", Some(Default::default()));
        navigate.with_value(|go| go(&to, Default::default()));
    });
    let bring_back = Callback::new(move |()| {
        let command = Command::BringBack { record: RecordKey::root("pupil") };
        saving::keep(child, vec![command], W::BroughtBack, Vec::new());
    });
    let note = move || match safety.get() {
        empty if empty.trim().is_empty() => view! {
            <Banner title=t(W::Safety) text=t(W::NoSafety) tone=Tone::Due name="safety">
                <LinkButton label=t(W::WriteIt) href=child.edit("pupil", Some(Default::default())) />
            </Banner>
        }
        .into_any(),
        text => {
            let tone = if text.trim() == "无" { Tone::Plain } else { Tone::Late };
            view! { <Banner title=t(W::Safety) text=text tone=tone name="safety" /> }.into_any()
        }
    };
    view! {
        <Show when=move || is_deleted.get()>
            <Banner title=t(W::DeletedTitle) text=t(W::DeletedText) tone=Tone::Due>
                <Button label=t(W::BringBack) icon=Icon::Undo on_press=bring_back />
            </Banner>
        </Show>
        <header class="child-head">
            <span class="child-mark" aria-hidden="true">{initial}</span>
            <div class="grow">
                <h1>{move || child.name()}</h1>
                <p class="child-who">{move || who(child)}</p>
            </div>
            <Show when=move || at_home.get() && !is_deleted.get()>
                <LinkButton label=t(W::Record) href=format!("/visit/{}", child.id) look=Look::Primary icon=Icon::Pen large=true />
            </Show>
            <Menu label=t(crate::i18n::Common::More) name="child-menu">
                <MenuItem label=t_with(W::EditThis, move || vec![table_label("pupil", child.language.get())]) icon=Icon::Pen on_press=edit />
                <MenuItem label=t(W::DeleteFile) icon=Icon::Trash danger=true on_press=Callback::new(move |()| deleting.set(true)) />
            </Menu>
        </header>
        {note}
        <section class="card child-card">
            <dl class="facts two">{move || facts(child)}</dl>
            {move || unfinished(child)}
        </section>
        <DeleteFile child open=deleting />
    }
}

fn with_pupil<T: Default>(child: Open, read: impl Fn(&PupilSummary, Date) -> T) -> T {
    let today = child.register.today.get();
    child.summary().and_then(|summary| summary.pupil().map(|pupil| read(pupil, today))).unwrap_or_default()
}

/// `男 · 12 岁 · 按年龄应读五年级`
fn who(child: Open) -> String {
    let lang = child.language.get();
    let policy = child.register.policy.get();
    with_pupil(child, |pupil, today| {
        let sex = Some(code_text(&codes::SEX, &pupil.sex, lang)).filter(|_| !pupil.sex.is_empty());
        let age = pupil.birth.map(|birth| {
            let grade = match grade_by_age(birth, today, &policy) {
                Some(grade) => child.language.say_with(W::GradeByAge, &[&grade.to_string()]),
                None => child.language.say(W::NotOfAge).to_owned(),
            };
            let born = child.language.say_with(W::Born, &[&dates::long(birth, lang)]);
            let years = child.language.say_with(W::Years, &[&birth.age_on(today).to_string()]);
            [years, born, grade].join(" · ")
        });
        sex.into_iter().chain(age).collect::<Vec<_>>().join(" · ")
    })
}

fn facts(child: Open) -> Vec<AnyView> {
    let Some(summary) = child.summary() else { return Vec::new() };
    let Some(pupil) = summary.pupil() else { return Vec::new() };
    let (lang, today) = (child.language.get(), child.register.today.get());
    let say = |word: W| child.language.say(word).to_owned();
    let mut facts = Vec::new();
    let mut fact = |word: W, value: AnyView| {
        facts.push(view! { <div class="fact"><dt>{say(word)}</dt><dd>{value}</dd></div> }.into_any());
    };
    let text = |text: String| view! { <span>{text}</span> }.into_any();
    fact(W::Guardians, guardians(child, pupil, lang));
    let place: Vec<&str> =
        [&*pupil.town, &pupil.village, &pupil.address].into_iter().filter(|part| !part.is_empty()).collect();
    let place = match (pupil.address.contains(&pupil.village), pupil.address.is_empty()) {
        (true, false) => pupil.address.clone(),
        _ => place.join(" "),
    };
    fact(W::Place, text(or_dash(place)));
    fact(W::Placement, placement(child, pupil, today, lang));
    let school = pupil.placement_on(today).and_then(|p| p.school).or(pupil.school);
    fact(W::School, text(or_dash(school.map(|id| child.register.name_of(id)).unwrap_or_default())));
    let teachers: Vec<String> = pupil.teachers.iter().map(|id| child.register.name_of(*id)).collect();
    fact(W::Teachers, text(or_dash(teachers.join(lang.pick("、", ", ")))));
    let last = match pupil.last_done() {
        Some(visit) => {
            let days = today.days_since(visit.date).to_string();
            child.language.say_with(W::DaysAgo, &[&dates::short(visit.date, lang), &days])
        }
        None => say(W::Never),
    };
    fact(W::LastVisit, text(last));
    let next = next_visit(child, pupil, today).map(|date| dates::short(date, lang));
    fact(W::NextVisit, text(next.unwrap_or_else(|| say(W::NotArranged))));
    facts
}

fn or_dash(text: String) -> String {
    if text.is_empty() { "—".to_owned() } else { text }
}

/// The next arranged day: a booking, or the day that the last visit named.
fn next_visit(child: Open, pupil: &PupilSummary, today: Date) -> Option<Date> {
    let booked = pupil.bookings.iter().filter(|b| b.skipped.is_empty() && b.date >= today).map(|b| b.date);
    let named = pupil.last_done().and_then(|last| {
        let record = RecordKey::new("visit", last.record);
        Visit::read(&child.file()?.shown(&record)).next_date.filter(|date| *date >= today)
    });
    booked.chain(named).min()
}

fn guardians(child: Open, pupil: &PupilSummary, lang: Lang) -> AnyView {
    if pupil.guardians.is_empty() {
        return view! { <LinkButton label=t(W::NoGuardian) href=child.edit("guardian", None) icon=Icon::Plus look=Look::Plain /> }
            .into_any();
    }
    let one = |guardian: &crate::register::summary::GuardianBrief| {
        let kinship = code_text(&codes::KINSHIP, &guardian.kinship, lang);
        let call = (!guardian.phone.is_empty()).then(|| {
            let label = child.language.say_with(W::Call, &[&guardian.name, &guardian.phone]);
            view! {
                <a class="call" href=["tel:", &guardian.phone].concat() aria-label=label>
                    {icon(Icon::Phone)}<span class="number">{guardian.phone.clone()}</span>
                </a>
            }
        });
        view! {
            <li class="row tight"><strong>{guardian.name.clone()}</strong><span class="muted">{kinship}</span>{call}</li>
        }
    };
    view! { <ul class="stack tight plain-list">{pupil.guardians.iter().map(one).collect_view()}</ul> }
        .into_any()
}

fn placement(child: Open, pupil: &PupilSummary, today: Date, lang: Lang) -> AnyView {
    match pupil.placement_on(today) {
        Some(placement) => {
            let since = child.language.say_with(W::Since, &[&dates::long(placement.from, lang)]);
            let mode = code_text(&codes::PLACEMENT_MODE, &placement.mode, lang);
            view! { <span class="row tight"><Status label=mode tone=Tone::Accent /><span class="muted small">{since}</span></span> }
                .into_any()
        }
        None => view! { <Status label=t(W::NoPlacement) tone=Tone::Due /> }.into_any(),
    }
}

/// The records of this child that somebody began and has not saved.
fn unfinished(child: Open) -> Option<AnyView> {
    child.place.drafts.track();
    let names = child.register.vault().keys(Area::Drafts, &record_draft::drafts_of(child.id)).ok()?;
    let lang = child.language.get();
    let link = |name: &String| {
        let (table, record) = record_draft::place_of(child.id, name)?;
        let label = match record {
            "new" => child.language.say_with(W::UnfinishedNew, &[&table_label(table, lang)]),
            _ => table_label(table, lang),
        };
        let href = format!("/pupils/{}/edit/{table}/{record}", child.id);
        Some(view! { <LinkButton label=label href=href icon=Icon::Pen look=Look::Soft /> })
    };
    let links: Vec<_> = names.iter().filter_map(link).collect();
    (!links.is_empty()).then(|| {
        view! { <div class="row tight"><span class="muted">{t(W::Unfinished)}</span>{links}</div> }.into_any()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grade_follows_from_birth_and_school_year() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let policy = Policy::default();
        for (birth, today, grade) in [
            ("2019-08-31", "2025-09-01", Some(1)),
            ("2019-09-01", "2025-09-01", None),
            ("2018-08-31", "2025-09-01", Some(2)),
            ("2012-09-01", "2026-03-11", Some(7)),
            ("2010-09-01", "2026-03-11", Some(9)),
            ("2010-08-31", "2026-03-11", None),
        ] {
            assert_eq!(grade_by_age(day(birth), day(today), &policy), grade, "{birth} {today}");
        }
    }
}
