//! Children suspected out of school become cases: each child's own file, or a new one, with one open case. Taking the same
//! comparison in again changes nothing; a child who was back and is missed anew has the same case opened again.
use crate::domain::case::{CaseView, State, needs_roll};
use crate::domain::codes::{FLAG, flags};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::identity::{IdKind, IdNumber, fold_name, normalise_name, same_name};
use crate::domain::records::case::{Case, CaseStep};
use crate::domain::records::pupil::{Flag, Guardian, Pupil};
use crate::domain::value::Values;
use crate::lists::compare::{Member, Set};
use crate::lists::issue::Place;
use crate::lists::take_in::roster::pupil_id;
use crate::lists::take_in::{Directory, Files, TakeIn};
use crate::register::case::cases;
use crate::register::change::{RecordKey, Sets};
use crate::register::derived_id::Secret;

/// A child of a difference set; what the lists do not say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suspect {
    pub name: String,
    /// Empty for a child without a number; then birth and guardian tell the child.
    pub id_no: String,
    pub birth: Option<Date>,
    /// A code of `sex`.
    pub sex: String,
    pub town: String,
    pub village: String,
    pub address: String,
    pub guardian: String,
    pub phone: String,
    /// By name; the register's school of that name is set.
    pub school: String,
    pub roll_no: String,
    /// A code of `case_set`.
    pub set: String,
    /// A code of `department`.
    pub source: String,
    pub absent_from: Option<Date>,
    /// Codes of `flag` that the lists give the child.
    pub flags: Vec<String>,
    pub note: String,
}

impl Suspect {
    /// A member of a comparison's set, as the lists have the child.
    pub fn of(member: &Member) -> Suspect {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let is = |set: Set| member.sets.contains(&set);
        // The first that holds tells how the child was found; the lists that say so tell who found it.
        let found = [
            (Set::A, "A", "POLICE"),
            (Set::B, "B", "EDU"),
            (Set::D1, "D", "EDU"),
            (Set::D2, "D", "EDU"),
            (Set::E, "E", "DPF"),
            (Set::G, "G", "CIVIL"),
            (Set::BornNotHousehold, "W", "HEALTH"),
            (Set::Found, "K", "VILLAGE"),
        ];
        let (set, source) = found
            .iter()
            .find(|(set, ..)| is(*set))
            .map_or(("K", "EDU"), |(_, code, source)| (*code, *source));
        let poor = member.poor.as_deref().map(|words| FLAG.recognise(words).map_or("G06", |code| code.code));
        let civil = member.civil.as_deref().and_then(|words| Some(FLAG.find(words)?.code));
        Suspect {
            name: member.name.clone(),
            id_no: if member.whole { member.number.clone() } else { String::new() },
            birth: member.birth,
            sex: member.sex.map(|sex| sex.to_string()).unwrap_or_default(),
            town: text(&member.town),
            village: text(&member.village),
            address: text(if member.address.is_some() {
                &member.address
            } else {
                &member.registered_address
            }),
            guardian: text(&member.guardian),
            phone: text(&member.phone),
            school: text(&member.school),
            roll_no: text(&member.roll_number),
            set: set.to_owned(),
            source: source.to_owned(),
            absent_from: member.absent_from,
            flags: poor.into_iter().chain(civil).map(str::to_owned).collect(),
            note: String::new(),
        }
    }
}

/// The comparison that the suspects come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// As people call it; the same name is the same comparison.
    pub name: String,
    pub found_on: Date,
}

/// The file of a suspect.
pub fn file_of(suspect: &Suspect, directory: &Directory, secret: &Secret) -> FileId {
    if !suspect.id_no.is_empty() {
        return pupil_id(&suspect.id_no, &suspect.name, directory, secret);
    }
    let birth = suspect.birth.map(|birth| birth.to_string()).unwrap_or_default();
    let guardian = fold_name(&suspect.guardian);
    let names = [normalise_name(&suspect.name).into_owned(), birth, guardian.into_owned()];
    let [name, birth, guardian] = &names;
    directory.goes_on_as(secret.file_id(FileKind::Pupil, &["", name, birth, guardian]))
}

/// The files to load before planning; some may not be there.
pub fn needs(suspects: &[Suspect], directory: &Directory, secret: &Secret) -> Vec<FileId> {
    let mut ids: Vec<FileId> = suspects.iter().map(|one| file_of(one, directory, secret)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// What making cases of them would do. What a file already says is never replaced: accept what
/// [`only_adds`](crate::lists::take_in::FieldChange::only_adds).
pub fn plan(
    suspects: &[Suspect],
    comparison: &Comparison,
    directory: &Directory,
    files: &Files,
    secret: &Secret,
    today: Date,
) -> TakeIn {
    let mut plan = TakeIn::default();
    for (row, suspect) in suspects.iter().enumerate() {
        let id = file_of(suspect, directory, secret);
        let file = files.get(&id).filter(|file| !file.changes().is_empty());
        let cases = file.map(cases).unwrap_or_default();
        let mut says = Sets::from([(RecordKey::root(FileKind::Pupil.key()), page(suspect, directory))]);
        says.extend(guardian(suspect, id, file, secret));
        says.extend(flags_of(suspect, id, file, secret));
        says.extend(case(suspect, comparison, id, &cases, secret, today));
        let place = Place::row(0, u32::try_from(row).unwrap_or(u32::MAX));
        plan.say(id, FileKind::Pupil, &suspect.name, place, says);
    }
    plan.settle(files, today);
    plan
}

/// The child's page: birth and sex from the number, where there is one.
pub(super) fn page(suspect: &Suspect, directory: &Directory) -> Values {
    let id = IdNumber::parse(&suspect.id_no).ok();
    let id_type = match id.map(IdNumber::kind) {
        Some(IdKind::Resident) => "1",
        Some(_) => "2",
        None if suspect.id_no.is_empty() => "9",
        None => "",
    };
    Pupil {
        name: suspect.name.clone(),
        sex: id.map_or_else(|| suspect.sex.clone(), |id| id.sex().code().to_owned()),
        birth: id.map(IdNumber::birth).or(suspect.birth),
        id_type: id_type.to_owned(),
        id_no: suspect.id_no.clone(),
        roll_no: suspect.roll_no.clone(),
        town: suspect.town.clone(),
        village: suspect.village.clone(),
        household_address: suspect.address.clone(),
        school: directory.school_named(&suspect.school).map(|school| school.id),
        ..Pupil::default()
    }
    .write()
}

pub(super) fn guardian(
    suspect: &Suspect,
    id: FileId,
    file: Option<&crate::register::file::File>,
    secret: &Secret,
) -> Option<(RecordKey, Values)> {
    if suspect.guardian.is_empty() {
        return None;
    }
    let known = file.and_then(|file| {
        let mut all = file.table(Guardian::TABLE.key);
        all.find(|(_, record)| same_name(&Guardian::read(&record.values).name, &suspect.guardian))
            .map(|(id, _)| id)
    });
    let fold = fold_name(&suspect.guardian);
    let record = known.unwrap_or_else(|| secret.record_id(id, Guardian::TABLE.key, &[&fold]));
    let says =
        Guardian { name: suspect.guardian.clone(), phone: suspect.phone.clone(), ..Guardian::default() };
    Some((RecordKey::new(Guardian::TABLE.key, record), says.write()))
}

/// The groups that the lists name and the file does not.
pub(super) fn flags_of(
    suspect: &Suspect,
    id: FileId,
    file: Option<&crate::register::file::File>,
    secret: &Secret,
) -> Vec<(RecordKey, Values)> {
    let known: Vec<String> = file
        .map(|file| file.table(Flag::TABLE.key).map(|(_, r)| Flag::read(&r.values).flag).collect())
        .unwrap_or_default();
    let new = suspect.flags.iter().filter(|flag| !known.contains(flag));
    new.map(|flag| {
        let says = Flag {
            flag: flag.clone(),
            source: if flags::is_poor(flag) { "RURAL".into() } else { String::new() },
            ..Flag::default()
        };
        (RecordKey::new(Flag::TABLE.key, secret.record_id(id, Flag::TABLE.key, &[flag])), says.write())
    })
    .collect()
}

/// A case where none is open; the same one again for a child who was back; nothing where this comparison spoke before.
fn case(
    suspect: &Suspect,
    comparison: &Comparison,
    id: FileId,
    cases: &[CaseView],
    secret: &Secret,
    today: Date,
) -> Option<(RecordKey, Values)> {
    let record = secret.record_id(id, Case::TABLE.key, &[&comparison.name]);
    let step = secret.record_id(id, CaseStep::TABLE.key, &["relapse", &comparison.name]);
    let spoke = |view: &CaseView| view.id == record || view.steps.iter().any(|taken| taken.id == step);
    if cases.iter().any(|view| spoke(view) || view.state_on(today) != State::Closed) {
        return None;
    }
    if let Some(view) = cases.first().filter(|view| needs_roll(view.outcome())) {
        let again = CaseStep {
            case: Some(view.id),
            to: State::Reopened.code().to_owned(),
            on: Some(comparison.found_on),
            why: comparison.name.clone(),
            reopened: "RELAPSE".to_owned(),
            ..CaseStep::default()
        };
        return Some((RecordKey::new(CaseStep::TABLE.key, step), again.write()));
    }
    let source = if suspect.source.is_empty() { "EDU" } else { &suspect.source };
    let (key, mut values) = new_case(id, comparison, &suspect.set, source, secret);
    let says = Case { absent_from: suspect.absent_from, note: suspect.note.clone(), ..Case::default() };
    values.extend(says.write());
    Some((key, values))
}

/// A case of this comparison, the same on every tablet.
pub(super) fn new_case(
    id: FileId,
    comparison: &Comparison,
    set: &str,
    source: &str,
    secret: &Secret,
) -> (RecordKey, Values) {
    let says = Case {
        source: source.to_owned(),
        batch: comparison.name.clone(),
        set: set.to_owned(),
        found_on: Some(comparison.found_on),
        ..Case::default()
    };
    let record = secret.record_id(id, Case::TABLE.key, &[&comparison.name]);
    (RecordKey::new(Case::TABLE.key, record), says.write())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::take_in::State as Fate;
    use crate::register::apply::apply;
    use crate::register::change::{DeviceId, Dot};
    use crate::register::command::Ctx;
    use crate::register::file::File;
    use crate::register::summary::Summary;

    fn today() -> Date {
        "2026-03-11".parse().unwrap()
    }

    fn suspects() -> Vec<Suspect> {
        let one = |name: &str, id_no: &str, set: &str| Suspect {
            name: name.into(),
            id_no: id_no.into(),
            town: "石门镇".into(),
            guardian: "王建国".into(),
            phone: "13864201234".into(),
            set: set.into(),
            source: "POLICE".into(),
            flags: vec!["G06".into()],
            ..Suspect::default()
        };
        vec![one("林小满", "370299201209010013", "A"), one("孙小海", "", "K")]
    }

    fn take(files: &Files, comparison: &str) -> (TakeIn, Files) {
        let secret = Secret([7; 32]);
        let summaries: Vec<Summary> = files.values().map(Summary::of).collect();
        let directory = Directory::of(&summaries);
        let comparison = Comparison { name: comparison.into(), found_on: today() };
        let plan = plan(&suspects(), &comparison, &directory, files, &secret, today());
        let mut after = files.clone();
        for (n, (id, kind, command)) in plan.commands(|_, change| change.only_adds()).into_iter().enumerate()
        {
            let file = after.remove(&id).unwrap_or_else(|| File::new(id, kind));
            let ctx = Ctx {
                wall: 1_773_200_000_000 + n as u64,
                today: today(),
                now: Default::default(),
                dot: Dot { device: DeviceId(1), counter: after.len() as u32 * 10 + n as u32 + 1, tag: 1 },
                by: FileId(9),
            };
            let change = apply(&file, command, &ctx).unwrap();
            after.insert(id, file.with(change).unwrap());
        }
        (plan, after)
    }

    #[test]
    fn a_member_of_a_set_is_a_suspect_with_all_that_the_lists_say() {
        let member = Member {
            name: "林小满".into(),
            number: "370299201209010013".into(),
            whole: true,
            poor: Some("监测对象".into()),
            registered_address: Some("青禾县石门镇下石门村".into()),
            sets: vec![Set::Base, Set::A, Set::Suspects, Set::E],
            ..Member::default()
        };
        let suspect = Suspect::of(&member);
        assert_eq!((suspect.set.as_str(), suspect.source.as_str()), ("A", "POLICE"));
        assert_eq!(
            (suspect.flags, suspect.address.as_str()),
            (vec!["G07".to_owned()], "青禾县石门镇下石门村")
        );
        let ruined = Member { whole: false, sets: vec![Set::B], ..member };
        assert_eq!((Suspect::of(&ruined).id_no.as_str(), Suspect::of(&ruined).set.as_str()), ("", "B"));
    }

    #[test]
    fn each_suspect_has_one_file_and_one_open_case() {
        let (plan, files) = take(&Files::new(), "2026年3月四查三比对");
        assert!(plan.items.iter().all(|item| item.state == Fate::New), "{:?}", plan.items);
        for file in files.values() {
            let open = cases(file);
            assert_eq!(open.len(), 1);
            assert_eq!(open[0].state(), State::New);
            assert_eq!(Summary::of(file).pupil().unwrap().flags_on(Date::default()), ["G06"]);
        }
        let (again, same) = take(&files, "2026年3月四查三比对");
        assert!(again.items.iter().all(|item| item.state == Fate::Unchanged), "{:?}", again.items);
        assert_eq!(same, files);
        let (_, next_term) = take(&files, "2026年9月四查三比对");
        assert!(next_term.values().all(|file| cases(file).len() == 1), "an open case is gone on with");
    }
}
