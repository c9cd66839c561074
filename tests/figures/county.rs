//! A tablet of the county: schools, roster, cases of the suspects, placements of the roll, findings and carers, each list on the
//! day on which an office takes it in.
use baoxue::domain::date::{Clock, Date};
use baoxue::domain::field::FileKind;
use baoxue::domain::id::FileId;
use baoxue::lists::batch;
use baoxue::lists::columns::{LISTS, ListKind};
use baoxue::lists::compare::job::{Question, Reply, Which};
use baoxue::lists::compare::{Decisions, Member, Set, Settings, Verdict};
use baoxue::lists::issue::Place;
use baoxue::lists::job::{Answer, Ask, Chosen, Desk};
use baoxue::lists::rows::{CarersRow, FindingRow};
use baoxue::lists::take_in::placements::{PLACED, Placed};
use baoxue::lists::take_in::suspects::{Comparison, Suspect};
use baoxue::lists::take_in::{self, Directory, Files as Loaded, TakeIn};
use baoxue::lists::taking::ListRow;
use baoxue::register::apply::apply;
use baoxue::register::arrival::Arrivals;
use baoxue::register::change::{DeviceId, Dot};
use baoxue::register::command::{Command, Ctx};
use baoxue::register::derived_id::Secret;
use baoxue::register::file::File;
use baoxue::register::past::known_by;
use baoxue::register::summary::Summary;
use baoxue::report::figure::Files;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

const SECRET: Secret = Secret([7; 32]);
/// China, in minutes east of UTC.
pub const ZONE: i32 = 480;

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[derive(Clone)]
pub struct County {
    pub files: BTreeMap<FileId, File>,
    counter: u32,
    today: Date,
}

/// The whole story, made once.
pub static QINGHE: LazyLock<County> = LazyLock::new(County::qinghe);

fn ask(desk: &mut Desk, question: Question) -> Reply {
    match desk.answer(Ask::Compare(question), &[], &mut |_| {}) {
        Answer::Compared(reply) => reply,
        other => panic!("{other:?}"),
    }
}

fn members(desk: &mut Desk, set: Set) -> Vec<Member> {
    match ask(desk, Question::Members { set, from: 0, count: u32::MAX }) {
        Reply::Members { members, .. } => members,
        other => panic!("{other:?}"),
    }
}

fn rows<R: ListRow>(answer: &Answer) -> Vec<(Place, R)> {
    match answer {
        Answer::Listed(listed) => {
            listed.chunks.iter().flat_map(|chunk| batch::decode::<R>(chunk).unwrap()).collect()
        }
        other => panic!("{other:?}"),
    }
}

impl County {
    fn qinghe() -> County {
        let mut desk = Desk::default();
        let mut chosen: Vec<Chosen> = Vec::new();
        let folder = format!("{}/tests/fixtures/qinghe", env!("CARGO_MANIFEST_DIR"));
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "xlsx") {
                let bytes = std::fs::read(&path).unwrap();
                if let Answer::Opened(opened) =
                    desk.open(path.display().to_string(), &bytes, &[], &mut |_| {})
                {
                    chosen.extend(opened.proposed());
                }
            }
        }
        let parts = |kind| chosen.iter().filter(|sheet| sheet.mapping.kind == kind).cloned().collect();
        for kind in LISTS.map(|list| list.kind) {
            desk.answer(Ask::Take { kind, parts: parts(kind) }, &[], &mut |_| {});
        }
        let mut take = |kind, list| {
            let parts = parts(kind);
            let question = if list { Ask::List { kind, parts } } else { Ask::Take { kind, parts } };
            desk.answer(question, &[], &mut |_| {})
        };
        let (Answer::Schools(schools), Answer::Roster(roster)) =
            (take(ListKind::Schools, false), take(ListKind::HomeTeaching, false))
        else {
            panic!("schools and roster")
        };
        let findings: Vec<(Place, FindingRow)> = rows(&take(ListKind::Findings, true));
        let carers: Vec<(Place, CarersRow)> = rows(&take(ListKind::Carers, true));

        let compare = |decisions| Question::Compare { settings: Settings::default(), decisions };
        ask(&mut desk, compare(Decisions::default()));
        let Reply::Keys(keys) = ask(&mut desk, Question::Keys(Which::SURE)) else { panic!("keys") };
        let decisions = keys.into_iter().map(|key| (key, Verdict::Confirm)).collect();
        ask(&mut desk, compare(decisions));

        let today = day("2026-03-11");
        let mut county = County { files: BTreeMap::new(), counter: 0, today };
        let plan = take_in::schools::plan(&schools, &county.directory(), &Loaded::new(), &SECRET, today);
        county.take(&plan);
        let plan = take_in::roster::plan(&roster, &county.directory(), &Loaded::new(), &SECRET, today);
        county.take(&plan);
        let placed: Vec<Placed> = PLACED
            .iter()
            .flat_map(|(set, mode)| {
                members(&mut desk, *set)
                    .into_iter()
                    .map(|member| Placed::of(&member, mode))
                    .collect::<Vec<_>>()
            })
            .collect();
        let loaded = |county: &County| county.files.clone();
        let plan = |county: &County| {
            take_in::placements::plan(
                &placed,
                day("2026-03-01"),
                &county.directory(),
                &loaded(county),
                &SECRET,
                today,
            )
        };
        let first = plan(&county);
        assert_eq!(first.held_back, [], "{:?}", first.issues);
        county.take(&first);
        assert!(plan(&county).commands(|_, change| change.only_adds()).is_empty(), "again: nothing");
        let suspects: Vec<Suspect> = [Set::A, Set::B, Set::Found]
            .into_iter()
            .flat_map(|set| members(&mut desk, set).iter().map(Suspect::of).collect::<Vec<_>>())
            .collect();
        let comparison = Comparison { name: "2026-03-10".into(), found_on: day("2026-03-10") };
        let plan = take_in::suspects::plan(
            &suspects,
            &comparison,
            &county.directory(),
            &loaded(&county),
            &SECRET,
            today,
        );
        county.take(&plan);
        let plan = take_in::carers::plan(
            &carers,
            Some(day("2026-03-01")),
            &county.directory(),
            &loaded(&county),
            &SECRET,
            today,
        );
        assert_eq!(plan.held_back, []);
        county.take(&plan);
        county.today = day("2026-06-30");
        let plan = take_in::findings::plan(
            &findings,
            None,
            "督察 2026-06",
            &county.directory(),
            &loaded(&county),
            &SECRET,
            county.today,
        );
        assert_eq!(plan.held_back, []);
        county.take(&plan);
        county
    }

    fn directory(&self) -> Directory {
        Directory::of(&self.files.values().map(Summary::of).collect::<Vec<_>>())
    }

    fn take(&mut self, plan: &TakeIn) {
        for (id, kind, command) in plan.commands(|_, change| change.only_adds()) {
            self.apply(id, kind, command);
        }
    }

    pub fn apply(&mut self, id: FileId, kind: FileKind, command: Command) {
        self.counter += 1;
        let dot = Dot { device: DeviceId(1), counter: self.counter, tag: 1 };
        let noon = self.today.days_since(day("1970-01-01")) as u64 * 86_400_000 + 4 * 3_600_000;
        let wall = noon + u64::from(self.counter);
        let ctx = Ctx { wall, today: self.today, now: Clock::default(), dot, by: FileId(1) };
        let file = self.files.remove(&id).unwrap_or_else(|| File::new(id, kind));
        let change = apply(&file, command, &ctx).unwrap();
        self.files.insert(id, file.with(change).unwrap());
    }

    pub fn summaries(&self) -> Files {
        self.files.values().map(|file| (file.id, Arc::new(Summary::of(file)))).collect()
    }

    /// What was known at the end of a day.
    pub fn known_by(&self, day: Date) -> Files {
        let known = self.files.values().filter_map(|file| known_by(file, day, ZONE, &Arrivals::default()));
        known.map(|file| (file.id, Arc::new(Summary::of(&file)))).collect()
    }
}
