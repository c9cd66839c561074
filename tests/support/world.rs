//! Tablets at work: commands and exchanges in any order, each step checked against the oracle's books.
use super::oracle::{Log, Shown};
use super::rng::Rng;
use super::tablet::{Held, Tablet};
use super::wishes;
use baoxue::domain::field::FileKind;
use baoxue::domain::id::FileId;
use baoxue::register::apply::apply;
use baoxue::register::causal::Untidy;
use baoxue::register::change::Dot;
use baoxue::register::command::Refused;
use baoxue::register::file::{File, Pack};
use baoxue::register::fingerprint;
use baoxue::register::merge::{Unmergeable, highest_of, merge};
use baoxue::register::summary::Summary;
use std::collections::{BTreeMap, BTreeSet};

const FILES: [(FileId, FileKind); 3] =
    [(FileId(0xa1), FileKind::Pupil), (FileId(0xa2), FileKind::Pupil), (FileId(0xb1), FileKind::School)];

/// What happened, so that a run that tests nothing is noticed.
#[derive(Clone, Copy, Default, Debug)]
pub struct Tally {
    pub changes: usize,
    pub refused: usize,
    pub merges: usize,
    pub parts_refused: usize,
    pub parts_taken: usize,
    pub stale: usize,
    pub restored: usize,
    pub cloned: usize,
    pub conflicts: usize,
    pub contested: usize,
    pub erased: usize,
    pub joined: usize,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        let Tally { changes, refused, merges, parts_refused, parts_taken, stale, .. } = other;
        let Tally { restored, cloned, conflicts, contested, erased, joined, .. } = other;
        self.changes += changes;
        self.refused += refused;
        self.merges += merges;
        self.parts_refused += parts_refused;
        self.parts_taken += parts_taken;
        self.stale += stale;
        self.restored += restored;
        self.cloned += cloned;
        self.conflicts += conflicts;
        self.contested += contested;
        self.erased += erased;
        self.joined += joined;
    }
}

/// A copy of a file on its way between tablets, as bytes.
#[derive(Clone)]
struct Copy {
    id: FileId,
    bytes: Vec<u8>,
    dots: BTreeSet<Dot>,
}

pub struct World {
    rng: Rng,
    tablets: Vec<Tablet>,
    /// Copies that somebody kept on a stick.
    kept: Vec<Copy>,
    logs: BTreeMap<FileId, Log>,
    pub tally: Tally,
}

pub type Outcome<T> = Result<T, String>;

/// Runs one seed to its end; `Err` says what was wrong.
pub fn run(seed: u64, tablets: usize, operations: usize) -> Outcome<Tally> {
    play(seed, tablets, operations).map(|world| world.tally)
}

/// A file as all tablets hold it at the end, with the oracle's books on it.
pub struct Played {
    pub log: Log,
    pub dots: BTreeSet<Dot>,
    pub file: File,
}

pub fn files_of(seed: u64, tablets: usize, operations: usize) -> Outcome<Vec<Played>> {
    let world = play(seed, tablets, operations)?;
    let held = world.tablets[0].store.iter();
    Ok(held
        .map(|(id, held)| Played {
            log: world.logs[id].clone(),
            dots: held.dots.clone(),
            file: held.file.clone(),
        })
        .collect())
}

fn play(seed: u64, tablets: usize, operations: usize) -> Outcome<World> {
    let mut rng = Rng::new(seed);
    let tablets: Vec<Tablet> = (0..tablets).map(|n| Tablet::new(n as u64, &mut rng)).collect();
    let count = tablets.len();
    let mut world = World { rng, tablets, kept: Vec::new(), logs: BTreeMap::new(), tally: Tally::default() };
    for step in 0..operations * count {
        let who = world.rng.below(count);
        world.step(who).map_err(|fault| format!("step {step}, tablet {who}: {fault}"))?;
    }
    world.exchange_until_quiet()?;
    world.check_the_end()?;
    Ok(world)
}

impl World {
    fn step(&mut self, who: usize) -> Outcome<()> {
        match self.rng.below(1000) {
            0..600 => self.command(who),
            600..760 => self.receive_from_another(who),
            760..830 => self.receive_kept(who),
            830..890 => self.receive_a_part(who),
            890..920 => {
                self.tablets[who].jump(&mut self.rng);
                Ok(())
            }
            920..955 => {
                self.tablets[who].back_up();
                Ok(())
            }
            955..980 => self.restore(who),
            980..990 => self.clone_profile(who),
            _ => self.look_closely(who),
        }
    }

    fn command(&mut self, who: usize) -> Outcome<()> {
        let (id, kind) = *self.rng.pick(&FILES);
        let held = self.tablets[who].store.get(&id).cloned();
        let Held { file, mut dots } =
            held.unwrap_or_else(|| Held { file: File::new(id, kind), dots: BTreeSet::new() });
        let ids: Vec<FileId> = FILES.iter().map(|(id, _)| *id).collect();
        let command = wishes::command(&file, &ids, &mut self.rng);
        let ctx = self.tablets[who].ctx(&mut self.rng);
        let change = match apply(&file, command, &ctx) {
            Ok(change) => change,
            Err(Refused::Untidy(fault)) => return Err(format!("its own file is untidy: {fault:?}")),
            Err(_) => {
                self.tally.refused += 1;
                return Ok(());
            }
        };
        if self.logs.values().any(|log| log.knows(&change.dot)) {
            return Err(format!("the name {} was given twice", change.dot));
        }
        let log = self.logs.entry(id).or_default();
        log.add(&change);
        if *log.seen_by(&change.dot) != dots {
            return Err(format!("{} does not name all that its tablet held", change.dot));
        }
        dots.insert(change.dot);
        self.tally.changes += 1;
        self.tally.erased += usize::from(change.act.code() == "erase");
        self.tally.joined += usize::from(change.act.code() == "join");
        let file = file.with(change).map_err(|fault| format!("a new change made it untidy: {fault:?}"))?;
        self.tablets[who].store.insert(id, Held { file, dots });
        Ok(())
    }

    fn receive_from_another(&mut self, who: usize) -> Outcome<()> {
        let from = self.rng.below(self.tablets.len());
        let all = self.rng.permille(500);
        let held: Vec<Copy> =
            self.tablets[from].store.iter().map(|(id, held)| copy(*id, held)).collect::<Outcome<_>>()?;
        for copy in held {
            if all || self.rng.permille(500) {
                self.receive(who, &copy)?;
                if self.rng.permille(200) {
                    // Taken in twice.
                    self.receive(who, &copy)?;
                }
                if self.rng.permille(150) {
                    self.kept.push(copy);
                }
            }
        }
        Ok(())
    }

    fn receive_kept(&mut self, who: usize) -> Outcome<()> {
        if self.kept.is_empty() {
            return Ok(());
        }
        let copy = self.rng.pick(&self.kept).clone();
        self.tally.stale += 1;
        self.receive(who, &copy)
    }

    /// Takes in some of the changes of another tablet's file: sound only if the receiver has all that they name.
    fn receive_a_part(&mut self, who: usize) -> Outcome<()> {
        let from = self.rng.below(self.tablets.len());
        let (id, _) = *self.rng.pick(&FILES);
        let Some(held) = self.tablets[from].store.get(&id) else { return Ok(()) };
        let mut pack = held.file.clone().into_pack();
        let cut = self.rng.below(pack.changes.len() + 1);
        let front = self.rng.permille(300);
        let thinly = self.rng.permille(300);
        let mut place = 0;
        pack.changes.retain(|_| {
            place += 1;
            if thinly { self.rng.permille(850) } else { (place <= cut) == front }
        });
        let dots = pack.changes.iter().map(|change| change.dot).collect();
        let bytes = postcard::to_allocvec(&pack).map_err(|e| e.to_string())?;
        self.receive(who, &Copy { id, bytes, dots })
    }

    fn receive(&mut self, who: usize, copy: &Copy) -> Outcome<()> {
        let theirs: Pack = postcard::from_bytes(&copy.bytes).map_err(|e| e.to_string())?;
        let tablet = &mut self.tablets[who];
        let mine = tablet.store.get(&copy.id);
        let own = mine.map(|held| held.dots.clone()).unwrap_or_default();
        let together: BTreeSet<Dot> = own.union(&copy.dots).copied().collect();
        // Changes whose content is on neither side, and no erasure says why: their erasure was cut off.
        let content = mine.map(|held| held.file.changes()).into_iter().flatten().chain(&theirs.changes);
        let full: BTreeSet<Dot> = content.filter(|c| !c.sets.is_empty()).map(|c| c.dot).collect();
        let emptied: Vec<Dot> = together
            .difference(&full)
            .filter(|dot| self.logs.get(&copy.id).is_some_and(|l| !l.is_erased(&theirs.kind, dot, &together)))
            .copied()
            .collect();
        let names_all = self.logs.get(&copy.id).is_none_or(|log| log.is_whole(&together));
        let is_whole = names_all && emptied.is_empty();
        let highest = highest_of(tablet.device, &theirs.changes);
        let is_part = !self.logs.get(&copy.id).is_none_or(|log| log.is_whole(&copy.dots));
        match merge(copy.id, mine.map(|held| &held.file), theirs.clone()) {
            Ok(_) if !is_whole => Err("a part of a file was taken in".into()),
            Err(Unmergeable::Untidy(Untidy::Missing(dot)))
                if !is_whole && (!together.contains(&dot) || names_all && emptied.contains(&dot)) =>
            {
                self.tally.parts_refused += 1;
                Ok(())
            }
            Err(fault) => Err(format!("a whole file was refused: {fault:?}")),
            Ok(merged) => {
                self.tally.merges += 1;
                self.tally.parts_taken += usize::from(is_part);
                let news = copy.dots.difference(&own).count();
                let olds = own.difference(&copy.dots).count();
                if (merged.taken, merged.own) != (news, olds) || !merged.clashes.is_empty() {
                    let (taken, own, clashes) = (merged.taken, merged.own, merged.clashes);
                    return Err(format!("said {taken} {own} {clashes:?}, true is {news} {olds} none"));
                }
                if self.rng.permille(200) {
                    let again = merge(copy.id, Some(&merged.file), theirs).map_err(|e| format!("{e:?}"))?;
                    if (again.taken, &again.file) != (0, &merged.file) {
                        return Err("taking in the same file again changed it".into());
                    }
                }
                tablet.notices(highest);
                tablet.store.insert(copy.id, Held { file: merged.file, dots: together });
                Ok(())
            }
        }
    }

    fn restore(&mut self, who: usize) -> Outcome<()> {
        let tablet = &mut self.tablets[who];
        if tablet.backups.is_empty() {
            return Ok(());
        }
        let backup = self.rng.pick(&tablet.backups).clone();
        let notices = self.rng.permille(600);
        tablet.restore(backup, notices);
        self.tally.restored += 1;
        Ok(())
    }

    fn clone_profile(&mut self, who: usize) -> Outcome<()> {
        let from = self.rng.below(self.tablets.len());
        let profile = self.tablets[from].profile();
        self.tablets[who].clone_profile(profile);
        self.tally.cloned += 1;
        Ok(())
    }

    fn look_closely(&mut self, who: usize) -> Outcome<()> {
        for (id, held) in &self.tablets[who].store {
            self.check(*id, held)?;
        }
        Ok(())
    }

    fn check(&self, id: FileId, held: &Held) -> Outcome<()> {
        let Some(log) = self.logs.get(&id) else { return Ok(()) };
        let complaints = log.complaints(&held.file.kind, &held.dots, &Shown::of(&held.file));
        match complaints.is_empty() {
            true => Ok(()),
            false => Err(format!("file {id}: {complaints:#?}")),
        }
    }

    fn exchange_until_quiet(&mut self) -> Outcome<()> {
        let count = self.tablets.len();
        for _ in 0..count + 1 {
            let before: Vec<usize> = self.sizes();
            for _ in 0..2 * count {
                let (from, who) = (self.rng.below(count), self.rng.below(count));
                self.exchange(from, who)?;
            }
            for from in 0..count {
                for who in 0..count {
                    self.exchange(from, who)?;
                }
            }
            if self.sizes() == before {
                return Ok(());
            }
        }
        Err("the tablets never came to rest".into())
    }

    fn sizes(&self) -> Vec<usize> {
        self.tablets.iter().flat_map(|tablet| tablet.store.values().map(|held| held.dots.len())).collect()
    }

    fn exchange(&mut self, from: usize, who: usize) -> Outcome<()> {
        let copies: Vec<Copy> =
            self.tablets[from].store.iter().map(|(id, held)| copy(*id, held)).collect::<Outcome<_>>()?;
        copies.iter().try_for_each(|copy| self.receive(who, copy))
    }

    fn check_the_end(&mut self) -> Outcome<()> {
        let mut first: Option<(Vec<Vec<u8>>, String)> = None;
        for (who, tablet) in self.tablets.iter().enumerate() {
            let mut bytes = Vec::new();
            for (id, held) in &tablet.store {
                self.check(*id, held).map_err(|fault| format!("at the end, tablet {who}: {fault}"))?;
                bytes.push(copy(*id, held)?.bytes);
            }
            let print = fingerprint::of_register(
                tablet.store.iter().map(|(id, held)| (*id, fingerprint::of_file(&held.file))),
            );
            match &first {
                None => first = Some((bytes, print)),
                Some(first) if *first == (bytes, print) => {}
                Some(_) => return Err(format!("at the end, tablet {who} differs from tablet 0")),
            }
        }
        let Some((one, rest)) = self.tablets.split_first() else { return Ok(()) };
        for (id, held) in &one.store {
            let others = rest.iter().filter_map(|tablet| tablet.store.get(id));
            for other in others {
                if other.file != held.file || Summary::of(&other.file) != Summary::of(&held.file) {
                    return Err(format!("file {id}: same changes, other records or summary"));
                }
            }
            let conflicts = held.file.conflicts();
            self.tally.conflicts += conflicts.len();
            self.tally.contested += conflicts.iter().filter(|c| c.field.starts_with("~deleted")).count();
        }
        Ok(())
    }
}

fn copy(id: FileId, held: &Held) -> Outcome<Copy> {
    let bytes = postcard::to_allocvec(&held.file.clone().into_pack()).map_err(|e| e.to_string())?;
    Ok(Copy { id, bytes, dots: held.dots.clone() })
}
