//! What happened, newest first and a page at a time; one kind alone where the reader asks for it (`?kind=` in the address).
use super::Open;
use super::pictures::Pictures;
use super::refs::child_refs;
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::records;
use crate::domain::records::care::{CarerContact, Counselling};
use crate::domain::records::learning::Assessment;
use crate::domain::records::placement::Placement;
use crate::domain::records::visit::{Booking, Visit};
use crate::domain::value::{Cell, Value, Values};
use crate::i18n::codes::code_text;
use crate::i18n::fields::table_label;
use crate::i18n::pages::Child as W;
use crate::i18n::{Common, Lang, dates, t};
use crate::register::timeline::{Moment, TABLES, timeline};
use crate::ui::form::RecordView;
use crate::ui::kit::{
    Button, Choice, ChoiceChips, EmptyState, Icon, LinkButton, Look, Timeline, TimelineItem, Tone,
};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::sync::Arc;

/// Entries of one page.
const PAGE: usize = 20;

#[component]
pub fn Past(child: Open) -> impl IntoView {
    let query = use_query_map();
    let navigate = StoredValue::new_local(use_navigate());
    let shown = RwSignal::new(PAGE);
    let moments = Memo::new(move |_| Arc::new(child.file().map(|file| timeline(&file)).unwrap_or_default()));
    let kind = Memo::new(move |_| query.read().get("kind").unwrap_or_default());
    let kinds = Signal::derive(move || {
        let lang = child.language.get();
        moments.with(|moments| {
            let counted = TABLES
                .iter()
                .map(|(table, _)| (*table, moments.iter().filter(|moment| moment.table == *table).count()));
            let chip = |(table, count): (&str, usize)| {
                Choice::new(table, format!("{} {count}", table_label(table, lang)))
            };
            counted.filter(|(_, count)| *count > 0).map(chip).collect::<Vec<_>>()
        })
    });
    let chosen =
        Signal::derive(move || Some(kind.get()).filter(|kind| !kind.is_empty()).into_iter().collect());
    let choose = Callback::new(move |(now,): (Vec<String>,)| {
        shown.set(PAGE);
        let base = child.place.href(child.id, "");
        let to = match now.first() {
            Some(kind) => [base.as_str(), if base.contains('?') { "&" } else { "?" }, "kind=", kind].concat(),
            None => base,
        };
        let stay = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate.with_value(|navigate| navigate(&to, stay));
    });
    let wanted = Memo::new(move |_| {
        let kind = kind.get();
        moments.with(|moments| {
            let of = moments.iter().filter(|moment| kind.is_empty() || moment.table == kind);
            of.cloned().collect::<Vec<Moment>>()
        })
    });
    // Keyed, so that older entries join without drawing the newer ones anew.
    let page = move || wanted.with(|wanted| wanted.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    view! {
        <Show when=move || kinds.with(|kinds| kinds.len() > 1)>
            <div class="chip-strip" role="group" aria-label=move || child.language.say(W::Kinds)>
                <ChoiceChips options=kinds chosen=chosen on_change=choose />
            </div>
        </Show>
        <Show when=move || wanted.with(Vec::is_empty)>
            <EmptyState icon=Icon::History title=t(W::NothingYet) text=t(W::NothingYetText) />
        </Show>
        <Timeline>
            <For each=page key=|moment| (moment.table, moment.id) children=move |moment| entry(child, moment) />
        </Timeline>
        <Show when=move || wanted.with(Vec::len).gt(&shown.get())>
            <Button label=t(Common::ShowOlder) on_press=Callback::new(move |()| shown.update(|n| *n += PAGE)) />
        </Show>
    }
}

/// What one entry says at a glance.
#[derive(Clone, PartialEq)]
struct Glance {
    title: String,
    text: String,
    more: String,
    icon: Icon,
    tone: Tone,
}

fn entry(child: Open, moment: Moment) -> AnyView {
    let key = moment.key();
    let values = Memo::new(move |_| child.file().map(|file| file.shown(&key)).unwrap_or_default());
    let (table, id) = (moment.table, moment.id);
    let glance = Memo::new(move |_| {
        let lang = child.language.get();
        values.with(|values| glance(child, table, values, lang))
    });
    let first = glance.get_untracked();
    let date_field = TABLES.iter().find(|(known, _)| *known == table).map_or("date", |(_, field)| field);
    let when = Signal::derive(move || {
        let date = values.with(|values| values.get(date_field).and_then(Date::read));
        match date {
            Some(date) => {
                let lang = child.language.get();
                format!("{} {}", dates::long(date, lang), dates::weekday(date, lang))
            }
            None => child.language.say(W::NoDate).to_owned(),
        }
    });
    view! {
        <TimelineItem icon=first.icon when=when title=Signal::derive(move || glance.get().title) tone=first.tone>
            <p class="clamp" hidden=move || glance.with(|glance| glance.text.is_empty())>{move || glance.get().text}</p>
            <p class="muted small" hidden=move || glance.with(|glance| glance.more.is_empty())>{move || glance.get().more}</p>
            {(table == "visit" || table == "document").then(|| view! { <Pictures child of=id most=4 /> })}
            <Whole child table id values />
        </TimelineItem>
    }
    .into_any()
}

/// The whole record, drawn only when somebody opens it.
#[component]
fn Whole(child: Open, table: &'static str, id: RecordId, values: Memo<Values>) -> impl IntoView {
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| {
        use leptos::wasm_bindgen::JsCast;
        let now = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
        open.set(now.is_some_and(|details| details.has_attribute("open")));
    };
    let body = move || {
        let table = records::table(table)?;
        Some(view! {
            <RecordView table=table values=values refs=child_refs(child) on_show=child.seen(table.key) private=true brief=true />
            <div class="row"><LinkButton label=t(Common::Edit) icon=Icon::Pen href=child.edit(table.key, Some(id)) look=Look::Soft /></div>
        })
    };
    view! {
        <details class="whole" on:toggle=toggled>
            <summary>{t(W::Whole)}</summary>
            {move || open.get().then(body)}
        </details>
    }
}

fn glance(child: Open, table: &str, values: &Values, lang: Lang) -> Glance {
    let say = |word: W, args: &[&str]| child.language.say_with(word, args);
    let text = |field: &str| values.get(field).and_then(Value::as_text).unwrap_or_default().to_owned();
    let plain = |icon, text: String| Glance {
        title: table_label(table, lang),
        text,
        more: String::new(),
        icon,
        tone: Tone::Accent,
    };
    let dotted = |parts: Vec<String>| {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    match table {
        "visit" => visit(child, &Visit::read(values), lang),
        "booking" => {
            let booking = Booking::read(values);
            let reason = code_text(&codes::MISSED_REASON, &booking.skipped, lang);
            Glance {
                title: say(W::CalledOff, &[&reason]),
                text: booking.skip_note,
                more: String::new(),
                icon: Icon::Calendar,
                tone: Tone::Due,
            }
        }
        "counselling" => {
            let talk = Counselling::read(values);
            let with = code_text(&codes::COUNSELLING_FOR, &talk.with_whom, lang);
            let by = talk.counsellor.map(|id| child.register.name_of(id)).unwrap_or_default();
            Glance {
                title: dotted(vec![table_label(table, lang), with]),
                text: talk.summary,
                more: dotted(vec![by, talk.advice]),
                icon: Icon::Chat,
                tone: Tone::Info,
            }
        }
        "carer_contact" => {
            let contact = CarerContact::read(values);
            let file = child.file();
            let carer =
                contact.carer.and_then(|id| super::refs::record_name(file.as_deref()?, "carer", id, lang));
            let method = code_text(&codes::CONTACT_METHOD, &contact.method, lang);
            let title = dotted(vec![table_label(table, lang), carer.unwrap_or_default(), method]);
            Glance {
                title,
                text: contact.summary,
                more: contact.follow_up,
                icon: Icon::Heart,
                tone: Tone::Info,
            }
        }
        "plan" => Glance {
            title: dotted(vec![table_label(table, lang), dates::term(&text("term"), lang)]),
            ..plain(Icon::Goal, text("content"))
        },
        "assessment" => {
            let of = Assessment::read(values);
            let kind = code_text(&codes::ASSESSMENT_KIND, &of.kind, lang);
            Glance {
                title: dotted(vec![table_label(table, lang), kind]),
                more: of.needs,
                ..plain(Icon::Chart, of.strengths)
            }
        }
        "placement" => placement(child, &Placement::read(values), lang),
        "decision" => {
            let result = code_text(&codes::COMMITTEE_RESULT, &text("result"), lang);
            Glance {
                title: dotted(vec![table_label(table, lang), result]),
                ..plain(Icon::People, text("number"))
            }
        }
        "deferral" => {
            let kind = code_text(&codes::DEFERRAL, &text("kind"), lang);
            Glance { title: kind, tone: Tone::Due, ..plain(Icon::Calendar, text("reason")) }
        }
        "lesson" => Glance {
            title: dotted(vec![table_label(table, lang), text("topic")]),
            ..plain(Icon::Book, text("objective"))
        },
        "aid" => Glance {
            title: dotted(vec![
                table_label(table, lang),
                code_text(&codes::AID_TYPE, &text("aid_type"), lang),
            ]),
            ..plain(Icon::Star, text("note"))
        },
        "document" => {
            Glance { title: text("title"), ..plain(Icon::File, dotted(vec![text("issuer"), text("number")])) }
        }
        "check" => {
            let verdict = code_text(&codes::VERDICT, &text("verdict"), lang);
            let title = dotted(vec![table_label(table, lang), verdict]);
            Glance { title, tone: Tone::Due, ..plain(Icon::Case, text("reason_note")) }
        }
        "persuasion" => {
            let result = code_text(&codes::PERSUASION_RESULT, &text("result"), lang);
            let title = dotted(vec![table_label(table, lang), result]);
            Glance { title, tone: Tone::Info, ..plain(Icon::Chat, text("note")) }
        }
        "notice" => {
            let title = code_text(&codes::NOTICE, &text("kind"), lang);
            let more = dotted(vec![text("number"), text("issuer")]);
            Glance { title, tone: Tone::Due, ..plain(Icon::File, more) }
        }
        "enrolment" => {
            let school = text("school").parse().map(|id| child.register.name_of(id)).unwrap_or_default();
            let school = dotted(vec![school, text("other_school"), text("class")]);
            Glance { tone: Tone::Good, ..plain(Icon::School, school) }
        }
        "term_summary" => Glance {
            title: dotted(vec![table_label(table, lang), dates::term(&text("term"), lang)]),
            ..plain(Icon::Book, text("change"))
        },
        "feedback" => plain(Icon::Chat, text("comment")),
        "consent" => {
            let scope = Vec::<String>::read(values.get("scope").unwrap_or(&Value::Null)).unwrap_or_default();
            let words: Vec<String> =
                scope.iter().map(|code| code_text(&codes::CONSENT_SCOPE, code, lang)).collect();
            plain(Icon::Pen, words.join(lang.pick("、", ", ")))
        }
        _ => plain(Icon::File, String::new()),
    }
}

fn visit(child: Open, visit: &Visit, lang: Lang) -> Glance {
    let say = |word: W, args: &[&str]| child.language.say_with(word, args);
    let teachers: Vec<String> = visit.teachers.iter().map(|id| child.register.name_of(*id)).collect();
    let teachers = teachers.join(lang.pick("、", ", "));
    if visit.done != Some(true) {
        let reason = code_text(&codes::MISSED_REASON, &visit.not_done_reason, lang);
        return Glance {
            title: say(W::NotDone, &[&reason]),
            text: visit.not_done_note.clone(),
            more: teachers,
            icon: Icon::Stop,
            tone: Tone::Due,
        };
    }
    let kind = code_text(&codes::VISIT_TYPE, &visit.visit_type, lang);
    let rating = visit.rating.map(|step| code_text(&codes::RATING, &step.to_string(), lang));
    let periods = visit.periods.map(|n| say(W::Periods, &[&n.to_string()]));
    let goals = (!visit.goals.is_empty()).then(|| say(W::RatedGoals, &[&visit.goals.len().to_string()]));
    let more = [Some(teachers).filter(|t| !t.is_empty()), periods, goals, rating];
    Glance {
        title: kind,
        text: [visit.content.as_str(), &visit.performance]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
        more: more.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        icon: Icon::Visit,
        tone: Tone::Good,
    }
}

fn placement(child: Open, placement: &Placement, lang: Lang) -> Glance {
    let mode = code_text(&codes::PLACEMENT_MODE, &placement.mode, lang);
    let school = placement.school.map(|id| child.register.name_of(id)).unwrap_or_default();
    let from = placement.from.map(|date| dates::long(date, lang)).unwrap_or_default();
    let span = match placement.to {
        Some(to) => child.language.say_with(W::FromTo, &[&from, &dates::long(to, lang)]),
        None => child.language.say_with(W::From, &[&from]),
    };
    let title = [table_label("placement", lang), mode].join(" · ");
    let text = [school, span].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Glance { title, text, more: placement.reason.clone(), icon: Icon::School, tone: Tone::Accent }
}
