//! Duty letters, level by level: who has signed one for this school year, who has none; one tap writes the missing one.
use super::scans::Scans;
use super::view::{View, YearChoice, joined, row};
use crate::app::ledgers::own_table;
use crate::domain::codes::{GRADE, LETTER_LEVEL};
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::duty::DutyLetter;
use crate::i18n::codes::code_text;
use crate::i18n::pages::duty::{Duty as W, signed_word};
use crate::i18n::{Common, Word, dates, t};
use crate::interchange::xlsx::table::Entry;
use crate::report::duty::letters::{Level, Party, Places, Signed, Slot, coverage, covered};
use crate::ui::kit::{
    Button, Card, Choice, ChoiceChips, EmptyState, Icon, LinkButton, Look, Meter, Status, Toggle, Tone,
};
use crate::ui::query::use_query;
use crate::ui::workbook::WorkbookButton;
use leptos::prelude::*;

/// Rows at once.
const PAGE: usize = 40;

/// What a party is called.
pub fn party_name(view: View, party: &Party) -> String {
    let school = |id: FileId| view.saver.register.name_of(id);
    match party {
        Party::Town(town) => town.clone(),
        Party::Village(town, village) => [town.as_str(), " ", village].concat(),
        Party::School(id) => school(*id),
        Party::Class(id, grade, class) => {
            [school(*id).as_str(), " ", &code_text(&GRADE, grade, view.lang()), class].concat()
        }
    }
}

fn tone(signed: Signed) -> Tone {
    match signed {
        Signed::On(_) => Tone::Good,
        Signed::Waiting => Tone::Due,
        Signed::Missing | Signed::Ended => Tone::Late,
    }
}

#[component]
pub fn LettersTab(view: View) -> impl IntoView {
    let asked = use_query("level");
    let (register, language) = (view.saver.register, view.saver.language);
    let level = Memo::new(move |_| Level::from_code(&asked.get()).unwrap_or(Level::BureauSchool));
    let (only, page) = (RwSignal::new(false), RwSignal::new(PAGE));
    let places = Memo::new(move |_| register.summaries.with(|all| Places::of(all, view.today())));
    let of = move |level: Level| {
        places.with(|places| {
            view.file.duty.with(|duty| coverage(duty, places, level, view.year.get(), view.today()))
        })
    };
    let slots = Memo::new(move |_| {
        let mut slots = of(level.get());
        slots.sort_by_key(|slot| slot.signed.holds());
        slots
    });
    let levels = Signal::derive(move || {
        let chip = |level: &Level| {
            let (signed, all) = covered(&of(*level));
            let name = code_text(&LETTER_LEVEL, level.code(), language.get());
            Choice::new(level.code(), format!("{name} {signed}／{all}"))
        };
        Level::ALL.iter().map(chip).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |(chosen,): (Vec<String>,)| {
        page.set(PAGE);
        asked.set(chosen.first().map(String::as_str).unwrap_or_default());
    });
    let count = Memo::new(move |_| slots.with(|slots| covered(slots)));
    let line = Signal::derive(move || {
        let (signed, all) = count.get();
        language.say_with(W::Covered, &[&signed.to_string(), &all.to_string()])
    });
    let shown = Memo::new(move |_| {
        let wanted = |slot: &&Slot| !only.get() || !slot.signed.holds();
        slots.with(|slots| slots.iter().filter(wanted).cloned().collect::<Vec<_>>())
    });
    let rows = move || {
        shown.with(|shown| shown.iter().take(page.get()).map(|slot| slot_row(view, slot)).collect_view())
    };
    let all_href = Signal::derive(move || {
        format!("/duty/print/letters/{}?year={}", level.get().code(), view.year.get())
    });
    let table = Callback::new(move |()| {
        let lang = language.now();
        let heads =
            [W::PartyHead, W::PersonHead, W::StateHead].map(|word| word.text(lang).to_owned()).to_vec();
        let entries = |slot: &Slot| {
            let state = match slot.signed {
                Signed::On(on) => language.say_with(W::SignedOn, &[&dates::long(on, lang)]),
                other => language.say(signed_word(other)).to_owned(),
            };
            [party_name(view, &slot.party), slot.person.clone(), state].map(Entry::Text).to_vec()
        };
        let rows = shown.with_untracked(|slots| slots.iter().map(entries).collect());
        let title =
            [W::Letters.text(lang), &code_text(&LETTER_LEVEL, level.get_untracked().code(), lang)].join("-");
        own_table(register, &title, heads, rows, lang)
    });
    let chosen = Signal::derive(move || vec![level.get().code().to_owned()]);
    view! {
        <div class="row apart">
            <YearChoice view />
            <WorkbookButton table name="export-letters" />
            <LinkButton label=t(W::PrintAll) icon=Icon::Print look=Look::Soft href=all_href name="print-letters" />
        </div>
        <ChoiceChips options=levels chosen on_change=choose label=t(W::Letters) />
        <Show when=move || count.get().1 == 0>
            <EmptyState icon=Icon::Pen title=t(W::NobodyHere) text=t(W::NobodyHereText) />
        </Show>
        <Show when=move || count.get().1 != 0>
            <Card>
                <Meter label=line text=Signal::derive(move || format!("{}／{}", count.get().0, count.get().1)) value=Signal::derive(move || (u64::from(count.get().0), u64::from(count.get().1))) />
                <Toggle label=t(W::OnlyMissing) value=only on_change=Callback::new(move |(on,)| only.set(on)) />
                <ul class="settings">{rows}</ul>
                <Show when=move || shown.with(Vec::len).gt(&page.get())>
                    <div class="row"><Button label=t(Common::ShowMore) on_press=Callback::new(move |()| page.update(|n| *n += PAGE)) /></div>
                </Show>
            </Card>
        </Show>
    }
    .into_any()
}

fn slot_row(view: View, slot: &Slot) -> AnyView {
    let lang = view.lang();
    let name = party_name(view, &slot.party);
    let word = match slot.signed {
        Signed::On(on) => view.saver.language.say_with(W::SignedOn, &[&dates::long(on, lang)]),
        other => view.saver.language.say(signed_word(other)).to_owned(),
    };
    let state = view! { <Status label=word tone=tone(slot.signed) /> }.into_any();
    let Some(id) = slot.letter else {
        let party = slot.party.clone();
        let label = [view.saver.language.say(W::WriteLetter), " ", &name].concat();
        let write = Callback::new(move |()| write_letter(view, &party));
        let act = view! {
            <button type="button" class="button soft" aria-label=label on:click=move |_| write.run(())>
                {crate::ui::kit::icon(Icon::Plus)}<span>{t(W::WriteLetter)}</span>
            </button>
        };
        return row(name.into_any(), slot.person.clone(), state, act.into_any());
    };
    let print = view.saver.language.say_with(W::PrintThis, &[&name]);
    let acts = view! {
        <a class="icon-button" href=format!("/duty/print/letter/{id}") aria-label=print.clone() title=print>{crate::ui::kit::icon(Icon::Print)}</a>
        {view.pencil("duty_letter", id, &name)}
    };
    let number = view.file.duty.with(|duty| {
        duty.letters
            .iter()
            .find(|(of, _)| *of == id)
            .map(|(_, letter)| letter.number.clone())
            .unwrap_or_default()
    });
    let head = row(name.clone().into_any(), joined(&[slot.person.clone(), number]), state, acts.into_any());
    view! { {head}<li class="letter-scans"><Scans view of=id name=name /></li> }.into_any()
}

/// A new letter with what is known of its parties.
pub fn write_letter(view: View, party: &Party) {
    let (register, year) = (view.saver.register, view.year.get_untracked());
    let mut letter = party.letter(year);
    view.file.duty.with_untracked(|duty| {
        // Who asked in other letters of this level asks here too.
        let same = |l: &&(RecordId, DutyLetter)| l.1.level == letter.level && !l.1.party_a.is_empty();
        letter.party_a =
            duty.letters.iter().rev().find(same).map(|(_, l)| l.party_a.clone()).unwrap_or_default();
    });
    if let Party::School(school) | Party::Class(school, ..) = party {
        let principal = register.summaries.with_untracked(|all| {
            all.get(school).and_then(|s| s.school()).map(|school| school.principal.clone())
        });
        match party {
            Party::School(_) => letter.party_b = principal.unwrap_or_default(),
            _ => letter.party_a = principal.unwrap_or_default(),
        }
    }
    view.edit("duty_letter", None, letter.write());
}
