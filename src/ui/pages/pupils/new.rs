//! A new pupil: the few fields that tell a child apart, and beside them, as one types, the children on file who look alike,
//! with what speaks for it. The file begins when somebody has looked.
use crate::app::keeper::Order;
use crate::app::layout;
use crate::app::record_draft::derived;
use crate::app::register::{new_file, new_record, use_register};
use crate::domain::check::Flaw;
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::records;
use crate::domain::records::pupil::{Guardian, Pupil};
use crate::domain::value::{Value, Values};
use crate::i18n::codes::code_text;
use crate::i18n::fields::field_label;
use crate::i18n::pages::{Child, Pupils as W};
use crate::i18n::{Common, Lang, Word, dates, t, use_language};
use crate::register::change::{Act, RecordKey, Sets};
use crate::register::command::Command;
use crate::register::lookalike::{Likeness, like, tell_apart};
use crate::register::summary::{GuardianBrief, PupilSummary};
use crate::ui::form::{FormView, Refs, check_draft, focus_first, register_refs, tidy};
use crate::ui::kit::{Banner, Button, Card, Icon, Look, Status, Tone, use_toasts};
use crate::ui::pages::child::edit::sealing::Sealing;
use crate::ui::pages::pupils::place::use_place;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use std::collections::BTreeSet;

const DRAFT: &str = "new/pupil";
const PUPIL: &[&str] = &["name", "id_no", "sex", "birth", "town", "village", "address", "school"];
const GUARDIAN: &[&str] = &["name", "kinship", "phone"];
const FORM: &str = "new-pupil";

/// What a likeness rests on, in words.
fn reason(why: Likeness) -> W {
    match why {
        Likeness::SameNumber => W::SameNumber,
        Likeness::SameNameAndBirth => W::SameBirth,
        Likeness::SameNameAndPhone => W::SamePhone,
        Likeness::SameNameAndVillage => W::SameVillage,
    }
}

/// What is compared of the child being entered.
fn as_summary(pupil: &Values, guardian: &Values) -> (String, PupilSummary) {
    let (page, guardian) = (Pupil::read(pupil), Guardian::read(guardian));
    let summary = PupilSummary {
        sex: page.sex,
        id_no: page.id_no,
        birth: page.birth,
        town: page.town,
        village: page.village,
        address: page.address,
        school: page.school,
        guardians: vec![GuardianBrief {
            name: guardian.name,
            kinship: guardian.kinship,
            phone: guardian.phone,
        }],
        ..PupilSummary::default()
    };
    (page.name, summary)
}

#[component]
pub fn NewPupilPage() -> impl IntoView {
    let register = use_register();
    let (language, toasts, place) = (use_language(), use_toasts(), use_place());
    let navigate = StoredValue::new_local(use_navigate());
    let (Some(page), Some(family)) = (records::table("pupil"), records::table("guardian")) else {
        return ().into_any();
    };
    let (pupil, guardian) = (RwSignal::new(Values::new()), RwSignal::new(Values::new()));
    let other = RwSignal::new(BTreeSet::<FileId>::new());
    let (show_all, busy, failure) =
        (RwSignal::new(false), RwSignal::new(false), RwSignal::new(String::new()));
    let snapshot = move || {
        let now = (pupil.try_get()?, guardian.try_get()?);
        if now.0.is_empty() && now.1.is_empty() { None } else { layout::encode(&now).ok() }
    };
    let restore = move |bytes: &[u8]| match layout::decode::<(Values, Values)>(bytes) {
        Ok((page, family)) => {
            pupil.set(page);
            guardian.set(family);
            true
        }
        Err(_) => false,
    };
    let sealing = Sealing::begin((register, toasts, language), DRAFT.to_owned(), snapshot, restore);
    derive_as_typed(pupil);
    let today: Signal<Date> = register.today.into();
    let (pupil_flaws, guardian_flaws) =
        (check_draft(page, pupil, today), check_draft(family, guardian, today));
    let alike = Memo::new(move |_| {
        let (name, summary) = as_summary(&tidy(page, &pupil.get()), &tidy(family, &guardian.get()));
        register.summaries.with(|all| like(FileId(0), &name, &summary, all.values()))
    });
    let unlooked = Memo::new(move |_| {
        alike.with(|alike| other.with(|other| alike.iter().any(|(id, _)| !other.contains(id))))
    });
    let has_name =
        Memo::new(move |_| pupil.with(|values| values.get("name").is_some_and(|name| !name.is_blank())));
    let refs = register_refs(register, language);
    let save = move || {
        let wrong =
            |flaws: Vec<Flaw>, of: &'static str| flaws.into_iter().find(Flaw::refuses).map(|flaw| (of, flaw));
        let first = wrong(pupil_flaws.get_untracked(), FORM)
            .or_else(|| wrong(guardian_flaws.get_untracked(), "new-guardian"));
        if let Some((form, flaw)) = first {
            show_all.set(true);
            return focus_first(form, &[flaw]);
        }
        let id = new_file();
        let mut sets = Sets::from([(RecordKey::root("pupil"), tidy(page, &pupil.get_untracked()))]);
        let of_guardian = tidy(family, &guardian.get_untracked());
        if !of_guardian.is_empty() {
            sets.insert(RecordKey::new("guardian", new_record()), of_guardian);
        }
        let command = Command::Set { act: Act::NEW_FILE, sets };
        let begin = Order { file: id, kind: FileKind::Pupil, command };
        // Whoever was found to be another child is not asked about again.
        let today = register.today.get_untracked();
        let apart = other.get_untracked().into_iter().map(|other| tell_apart(id, other, today, ""));
        let apart = apart.map(|(file, kind, command)| Order { file, kind, command });
        let orders = std::iter::once(begin).chain(apart).collect::<Vec<_>>();
        busy.set(true);
        failure.set(String::new());
        spawn_local(async move {
            match register.keep(orders, Vec::new()).await {
                Ok(_) => {
                    sealing.end();
                    toasts.say(W::Made.text(language.now()));
                    let to = place.href(id, "file");
                    navigate.try_with_value(|navigate| navigate(&to, Default::default()));
                }
                Err(why) => {
                    busy.try_set(false);
                    failure.try_set(keep_error(&why, language.now()));
                }
            }
        });
    };
    let leave = Callback::new(move |()| {
        if untrack(|| sealing.is_dirty()) {
            sealing.seal();
            toasts.say(Child::DraftKept.text(language.now()));
        }
        navigate.with_value(|navigate| navigate(&place.list(), Default::default()));
    });
    let discard = Callback::new(move |()| {
        pupil.set(Values::new());
        guardian.set(Values::new());
        other.set(BTreeSet::new());
        navigate.with_value(|navigate| navigate(&place.list(), Default::default()));
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if has_name.get_untracked() && !unlooked.get_untracked() {
            save();
        } else {
            show_all.set(true);
            focus_first(FORM, &pupil_flaws.get_untracked());
        }
    };
    let nobody_sees = Callback::new(|(_,): (&'static crate::domain::field::Field,)| ());
    let cards = move || {
        let entered = as_summary(&pupil.get(), &guardian.get());
        let found = alike.get();
        found
            .into_iter()
            .take(4)
            .map(|(id, why)| view! { <Pair entered=entered.clone() id why other sealing /> })
            .collect_view()
    };
    view! {
        <Show when=move || sealing.is_ready()>
            <form class="page new-pupil" on:submit=submit novalidate=true>
                <div class="page-head">
                    <Button label=t(Common::Back) icon=Icon::Left look=Look::Plain on_press=leave name="back" />
                    <div class="grow"><h1>{t(W::NewTitle)}</h1><p class="muted">{t(W::NewText)}</p></div>
                </div>
                <div class="new-columns">
                    <div class="stack">
                        <Card title=t(W::Basic)>
                            <FormView table=page draft=pupil only=PUPIL problems=pupil_flaws refs=refs on_show=nobody_sees show_all=show_all id=FORM.to_owned() />
                        </Card>
                        <Card title=t(W::Family)>
                            <FormView table=family draft=guardian only=GUARDIAN problems=guardian_flaws refs=Refs::none() on_show=nobody_sees show_all=show_all id="new-guardian".to_owned() />
                        </Card>
                    </div>
                    <aside class="stack" aria-live="polite" data-name="look-alikes">
                        <Show when=move || alike.with(Vec::is_empty)>
                            <p class="row tight"><Status label=t(W::NoLookAlike) tone=Tone::Good /></p>
                            <p class="muted small">{t(W::NoLookAlikeText)}</p>
                        </Show>
                        {cards}
                    </aside>
                </div>
                <div class="form-foot">
                    <Show when=move || !failure.get().is_empty()><Banner title=failure tone=Tone::Late /></Show>
                    <div class="row apart">
                        <Button label=t(Child::Discard) look=Look::Plain on_press=discard name="discard" />
                        <div class="row tight">
                            <Show when=move || unlooked.get()><span class="muted small">{t(W::CheckFirst)}</span></Show>
                            <Button label=t(W::Begin) submit=true look=Look::Primary large=true busy=busy disabled=Signal::derive(move || !has_name.get() || unlooked.get()) name="begin" />
                        </div>
                    </div>
                </div>
            </form>
        </Show>
    }
    .into_any()
}

/// Sex and birth follow from the number as it is typed.
fn derive_as_typed(pupil: RwSignal<Values>) {
    let number = Memo::new(move |_| pupil.with(|values| values.get("id_no").cloned()));
    Effect::new(move |before: Option<Option<Value>>| {
        let now = number.get();
        if before.is_some_and(|before| before != now) {
            let found = pupil.with_untracked(|values| derived("pupil", values));
            if !found.is_empty() {
                pupil.update(|values| {
                    values.extend(found.into_iter().map(|(field, value)| (field.to_owned(), value)))
                });
            }
        }
        now
    });
}

/// Two children side by side: what was entered, and who is on file; what agrees is marked.
#[component]
fn Pair(
    entered: (String, PupilSummary),
    id: FileId,
    why: Likeness,
    other: RwSignal<BTreeSet<FileId>>,
    sealing: Sealing,
) -> impl IntoView {
    let register = use_register();
    let (language, place) = (use_language(), use_place());
    let Some(summary) = register.summary(id).get_untracked() else { return ().into_any() };
    let Some(pupil) = summary.pupil().cloned() else { return ().into_any() };
    let name = summary.name.clone();
    let is_checked = Memo::new(move |_| other.with(|other| other.contains(&id)));
    let rows = move || {
        let lang = language.get();
        let mine = brief(&entered.0, &entered.1, lang);
        let theirs = brief(&name, &pupil, lang);
        let row = |((label, mine), (_, theirs)): ((String, String), (String, String))| {
            let same = !mine.is_empty() && mine == theirs;
            let dash = |text: String| if text.is_empty() { "—".to_owned() } else { text };
            view! { <tr class:same=same><th scope="row">{label}</th><td>{dash(mine)}</td><td>{dash(theirs)}</td></tr> }
        };
        mine.into_iter().zip(theirs).map(row).collect_view()
    };
    // The same child: what was entered is on file already.
    let navigate = StoredValue::new_local(use_navigate());
    let open = Callback::new(move |()| {
        sealing.end();
        navigate.with_value(|navigate| navigate(&place.href(id, ""), Default::default()));
    });
    let title = Signal::derive(move || language.say(W::LookAlike).to_owned());
    let text = Signal::derive(move || language.say(reason(why)).to_owned());
    let tone = if why == Likeness::SameNumber { Tone::Late } else { Tone::Due };
    view! {
        <section class="pair" data-name="look-alike">
            <Banner title=title text=text tone=tone />
            <div class="table-box">
                <table class="table">
                    <thead><tr><th></th><th scope="col">{t(W::Entered)}</th><th scope="col">{t(W::OnFile)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="row">
                <Button label=t(W::OpenThat) icon=Icon::File look=Look::Soft on_press=open name="open-that" />
                <Show when=move || is_checked.get()
                    fallback=move || view! { <Button label=t(W::Other) on_press=Callback::new(move |()| other.update(|other| { other.insert(id); })) /> }>
                    <Status label=t(W::Checked) tone=Tone::Good />
                </Show>
            </div>
        </section>
    }
    .into_any()
}

/// What tells two children apart; numbers masked.
fn brief(name: &str, pupil: &PupilSummary, lang: Lang) -> Vec<(String, String)> {
    let label = |field: &str| field_label("pupil", field, lang);
    let guardian = pupil.guardians.first().cloned().unwrap_or_default();
    vec![
        (label("name"), name.to_owned()),
        (
            label("sex"),
            if pupil.sex.is_empty() { String::new() } else { code_text(&codes::SEX, &pupil.sex, lang) },
        ),
        (label("birth"), pupil.birth.map(|date| dates::long(date, lang)).unwrap_or_default()),
        (label("id_no"), crate::domain::identity::mask::id(&pupil.id_no)),
        (label("village"), pupil.village.clone()),
        (field_label("guardian", "name", lang), guardian.name),
        (field_label("guardian", "phone", lang), guardian.phone),
    ]
}
