//! Steps on the way, and what proves a step.
use super::*;
use crate::vault::native_cipher::NativeCipher;
use crate::vault::{FirstPerson, MemoryStore, Passphrase, new_recovery_code};
use futures::executor::block_on;

#[test]
fn states_on_the_way_and_the_end_of_a_break_are_steps_of_their_own() {
    use crate::domain::records::case::Case;
    let day = |text: &str| text.parse::<Date>().unwrap();
    let case = Case { found_on: Some(day("2026-03-01")), ..Case::default() };
    let mut view = CaseView { id: RecordId(1), case, ..CaseView::default() };
    let wanted = |to| Wanted {
        to,
        on: day("2026-03-12"),
        why: String::new(),
        outcome: String::new(),
        reopened: String::new(),
    };
    let codes = |view: &CaseView, to, today| -> Vec<String> {
        between(view, &wanted(to), day(today)).into_iter().map(|step| step.to).collect()
    };
    assert_eq!(codes(&view, State::NotReal, "2026-03-12"), ["CHECKING"]);
    assert_eq!(codes(&view, State::Checking, "2026-03-12"), [""; 0]);
    let step = CaseStep { outcome: "SUSPEND".into(), ..CaseStep::default() };
    let on = day("2026-03-05");
    view.steps.push(Step { id: RecordId(2), to: State::Closed, on, by: FileId(9), record: step });
    view.holdings.break_ends = Some(day("2026-03-10"));
    assert_eq!(codes(&view, State::Placed, "2026-03-10"), [""; 0], "still on leave: nothing leads there");
    let steps = between(&view, &wanted(State::Placed), day("2026-03-12"));
    let told: Vec<(&str, &str)> = steps.iter().map(|s| (s.to.as_str(), s.reopened.as_str())).collect();
    assert_eq!(told, [("REOPENED", "SUSPENSION_END"), ("PLACEMENT_PENDING", "")]);
    assert_eq!(steps[0].on, Some(day("2026-03-11")), "the day after the last of the break");
}

#[test]
fn a_step_is_proven_by_its_authors_key_and_as_it_stands_only() {
    block_on(async {
        let quick = || NativeCipher { quick: true, memory_kib: None };
        let code = new_recovery_code(&quick()).unwrap();
        let passphrase = Passphrase::typed("kettle harbour violet anchor 27");
        let (me, other) = (FileId(9), FileId(8));
        let first = || FirstPerson { staff: me, label: "王老师", passphrase: &passphrase };
        let vault = Vault::create(MemoryStore::new(), quick(), first(), &code, 1).await.unwrap();
        let step = CaseStep { to: "CLOSED".into(), why: "稳定就读".into(), ..CaseStep::default() };
        let (file, id) = (FileId(7), RecordId(3));
        let values = sealed(&vault, file, id, me, step).await.unwrap();
        let stands = async |file, by, values: &Values| standing(&vault, file, id, by, values).await;
        assert_eq!(stands(file, me, &values).await, Ok(Standing::Signed));
        assert_eq!(stands(file, other, &values).await, Ok(Standing::NotProven), "in another's name");
        assert_eq!(stands(FileId(6), me, &values).await, Ok(Standing::NotProven), "of another child");
        let with = |field: &str, value: &str| {
            let mut values = values.clone();
            values.insert(field.to_owned(), value.into());
            values
        };
        for (field, value) in [("why", "改过"), ("slot", "00"), ("signature", "zz"), ("signature", "")] {
            assert_eq!(stands(file, me, &with(field, value)).await, Ok(Standing::NotProven), "{field}");
        }
        let mut claimed = values.clone();
        claimed.insert("claimed".to_owned(), true.into());
        assert_eq!(stands(file, me, &claimed).await, Ok(Standing::Claimed));

        // On another tablet, which believes the key or does not.
        let there = Vault::create(MemoryStore::new(), quick(), first(), &code, 1).await.unwrap();
        let slot = vault.slot().unwrap();
        let public = vault.keyring().unwrap().sign_public(slot).unwrap().to_vec();
        let key = Trusted { slot: slot.0, staff: me, public, tablet: DeviceId(5) };
        let foreign = there.keyring().unwrap().sign_public(there.slot().unwrap()).unwrap().to_vec();
        let stands = async |keys: &[Trusted], by, values: &Values| {
            standing_by(&there, keys, file, id, by, values).await
        };
        let keys = [key.clone()];
        assert_eq!(stands(&keys, me, &values).await, Ok(Standing::SignedOn(DeviceId(5))));
        assert_eq!(stands(&[], me, &values).await, Ok(Standing::NotProven), "nobody knows the key");
        assert_eq!(stands(&keys, me, &with("why", "改过")).await, Ok(Standing::NotProven), "forged word");
        assert_eq!(stands(&keys, other, &values).await, Ok(Standing::NotProven), "in another's name");
        let forged = [Trusted { public: foreign, ..key }];
        assert_eq!(stands(&forged, me, &values).await, Ok(Standing::NotProven), "forged key");
    });
}

#[test]
fn a_step_that_came_with_a_joined_file_is_proven_as_long_as_that_file_says_that_it_is_joined() {
    use crate::domain::records::case::{Case, Check};
    use crate::register::apply::apply;
    use crate::register::change::Dot;
    use crate::register::command::Ctx;
    use crate::register::joining;
    use std::collections::BTreeMap;
    let day = || "2026-03-11".parse().unwrap();
    let act = |file: &File, by: u128, n: u32, command: Command| {
        let dot = Dot { device: DeviceId(1), counter: n, tag: 0 };
        let ctx = Ctx { wall: u64::from(n), today: day(), now: Default::default(), dot, by: FileId(by) };
        file.clone().with(apply(file, command, &ctx).unwrap()).unwrap()
    };
    block_on(async {
        let quick = NativeCipher { quick: true, memory_kib: None };
        let code = new_recovery_code(&quick).unwrap();
        let passphrase = Passphrase::typed("kettle harbour violet anchor 27");
        let (me, joiner) = (9, 8);
        let first = FirstPerson { staff: FileId(me), label: "王老师", passphrase: &passphrase };
        let vault = Vault::create(MemoryStore::new(), quick, first, &code, 1).await.unwrap();
        let (case, step) = (RecordId(1), RecordId(3));
        let new = |id| {
            let named = Values::from([("name".to_owned(), "林小满".into())]);
            let file = File::new(FileId(id), FileKind::Pupil);
            act(&file, me, id as u32 * 10, Command::set(Act::NEW_FILE, RecordKey::root("pupil"), named))
        };
        let opened = Case { source: "EDU".into(), found_on: Some(day()), ..Case::default() };
        let from =
            act(&new(1), me, 11, Command::set(Act::OPEN_CASE, RecordKey::new("case", case), opened.write()));
        let check = Check { case: Some(case), verdict: "REAL".into(), ..Check::default() };
        let key = RecordKey::new("check", RecordId(2));
        let from = act(&from, me, 12, Command::set(Act::CHECK_CASE, key, check.write()));
        let taken =
            CaseStep { case: Some(case), to: "CHECKING".into(), on: Some(day()), ..CaseStep::default() };
        let values = sealed(&vault, from.id, step, FileId(me), taken).await.unwrap();
        let from =
            act(&from, me, 13, Command::set(Act::CASE_STEP, RecordKey::new("case_step", step), values));
        // Joined once, and that file into a third.
        let join = |from: &File, into: &File, n| {
            let command = joining::plan(from, into).command().unwrap();
            (act(from, joiner, n, Command::Join { into: into.id }), act(into, joiner, n + 1, command))
        };
        let (from, into) = join(&from, &new(2), 31);
        let (into, last) = join(&into, &new(3), 41);
        let held = |files: &[&File]| -> BTreeMap<FileId, Option<FileId>> {
            files.iter().map(|file| (file.id, file.joined_into())).collect()
        };
        let stands = async |file: &File, joined: BTreeMap<FileId, Option<FileId>>| {
            let view = find(file, case).unwrap();
            let taken = &view.steps[0];
            assert_eq!((taken.by, view.checks[0].by), (FileId(me), FileId(me)), "the joiner did neither");
            let under = signed_under(file, step, |id| joined.get(&id).copied().flatten());
            let record = file.record(&RecordKey::new("case_step", step)).unwrap();
            standing(&vault, under, step, taken.by, &record.values).await.unwrap()
        };
        assert_eq!(stands(&into, held(&[&from, &into])).await, Standing::Signed);
        assert_eq!(stands(&last, held(&[&from, &into, &last])).await, Standing::Signed, "joined twice");
        // Who lacks the joined file, or holds it parted again, has no word that the two are one child.
        assert_eq!(stands(&last, held(&[&into, &last])).await, Standing::NotProven);
        let parted = act(&from, joiner, 51, Command::UnJoin);
        assert_eq!(stands(&into, held(&[&parted, &into])).await, Standing::NotProven, "parted");
        let again = act(&parted, joiner, 52, Command::Join { into: FileId(2) });
        assert_eq!(stands(&into, held(&[&again, &into])).await, Standing::Signed, "joined again");
        let elsewhere = act(&parted, joiner, 53, Command::Join { into: FileId(4) });
        assert_eq!(stands(&into, held(&[&elsewhere, &into])).await, Standing::NotProven);
        // Another child's step under a joining of one's own making: the mark alone proves nothing.
        let forged = joining::plan(&parted, &new(5)).sets;
        let forged = act(&new(5), joiner, 61, Command::Set { act: Act::JOIN, sets: forged });
        assert_eq!(stands(&forged, held(&[&parted, &forged])).await, Standing::NotProven);
    });
}
