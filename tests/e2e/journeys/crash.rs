//! A dead battery, again and again: the real page saves without pause, the whole browser is killed with SIGKILL at a random moment,
//! started again on the same profile and unlocked. What the page had called saved is there; what was under way is there whole or
//! not at all.
//!
//! `make test` kills a few times, `make crash` 200 times (`KILLS=n`), and as often with the power of the disk cut. The server's log
//! tells, from outside the browser, which writing transactions were open when it died, and that each asked for strict durability.
//! SIGKILL leaves what the kernel has not written yet in its cache; so the same is done on a disk that forgets what was not synced,
//! and a careless save of the test's own beside the page's shows that it does.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use baoxue::domain::identity::check_digit;
use baoxue::interchange::package::Package;
use serde_json::{Value, json};

use super::steps::begin;
use super::transfer::{SCHOOL_DAY, take_in_county};
use crate::harness::disk::Disk;
use crate::harness::process::kill_group;
use crate::harness::tablet::PAGE_JS;
use crate::harness::{End, Host, LANDSCAPE, Step, Tablet, ensure};
use crate::rng::Rng;

const SCRIPT: &str = include_str!("crash.js");
/// Nobody waits longer for a kill than this.
const LATEST: Duration = Duration::from_secs(12);

/// Something that the page is asked to save.
#[derive(Clone, Debug)]
enum Act {
    Visit {
        child: String,
        word: String,
    },
    Edit {
        child: String,
        word: String,
    },
    Paper {
        child: String,
        word: String,
    },
    /// Three new pupils in one list.
    List {
        names: [String; 3],
        text: String,
    },
    Passphrase {
        old: String,
        new: String,
    },
    /// A new recovery sheet, for which everything is sealed under a new key.
    Sheet {
        own: String,
    },
}

impl Act {
    fn call(&self) -> (&'static str, Vec<Value>) {
        match self {
            Act::Visit { child, word } => ("visit", vec![json!(child), json!(word)]),
            Act::Edit { child, word } => ("edit", vec![json!(child), json!(word)]),
            Act::Paper { child, word } => ("paper", vec![json!(child), json!(word)]),
            Act::List { text, .. } => ("list", vec![json!(text)]),
            Act::Passphrase { old, new } => ("passphrase", vec![json!(old), json!(new)]),
            Act::Sheet { own } => ("sheet", vec![json!(own)]),
        }
    }

    /// How much of it an exported register holds: nothing, or all; an error for a half.
    fn held(&self, register: &Exported) -> Step<bool> {
        match self {
            Act::Visit { word, .. } => {
                register.whole("visit/", "not_done_note", word, &["date", "done", "not_done_reason"])
            }
            Act::Edit { word, .. } => Ok(register.text.contains(word.as_str())),
            Act::Paper { word, .. } => register.paper(word),
            Act::List { names, .. } => {
                let there = names.iter().filter(|name| register.text.contains(name.as_str())).count();
                ensure(there == 0 || there == 3, format!("{there} of the three pupils {names:?} are there"))?;
                Ok(there == 3)
            }
            Act::Passphrase { .. } | Act::Sheet { .. } => Ok(true),
        }
    }
}

/// A register as its own export tells it.
struct Exported {
    text: String,
    json: Value,
    /// The pictures whose bytes are what their names say.
    media: Vec<String>,
}

impl Exported {
    /// The records set by changes, each under its key.
    fn records(&self) -> impl Iterator<Item = (&String, &Value, &Value)> {
        let files = self.json["files"].as_array().into_iter().flatten();
        let changes = files.flat_map(|file| file["changes"].as_array().into_iter().flatten());
        changes.flat_map(|change| {
            let sets = change["set"].as_object().into_iter().flatten();
            sets.map(move |(key, values)| (key, values, &change["set"]))
        })
    }

    /// Whether a record of this table says the word, and then says the rest as well.
    fn whole(&self, table: &str, field: &str, word: &str, rest: &[&str]) -> Step<bool> {
        let mut found =
            self.records().filter(|(key, values, _)| key.starts_with(table) && values[field] == word);
        let Some((key, values, _)) = found.next() else { return Ok(false) };
        let missing: Vec<_> = rest.iter().filter(|field| values[**field].is_null()).collect();
        ensure(missing.is_empty(), format!("{key} “{word}” is there without {missing:?}"))?;
        Ok(true)
    }

    /// A paper comes with its picture, in the same change, and the picture with its bytes.
    fn paper(&self, word: &str) -> Step<bool> {
        let mut found =
            self.records().filter(|(key, values, _)| key.starts_with("document/") && values["title"] == word);
        let Some((key, _, set)) = found.next() else { return Ok(false) };
        let of = key.trim_start_matches("document/");
        let all = set.as_object().into_iter().flatten();
        let photo =
            all.filter(|(key, _)| key.starts_with("photo/")).find(|(_, values)| values["document"] == of);
        let photo = match photo {
            Some((_, values)) => values,
            None => self
                .records()
                .find(|(key, values, _)| key.starts_with("photo/") && values["document"] == of)
                .map(|(_, values, _)| values)
                .ok_or(format!("the paper {word} is there without its picture"))?,
        };
        for part in ["media", "thumbnail"] {
            let hash = photo[part].as_str().unwrap_or_default();
            ensure(self.media.iter().any(|one| one == hash), format!("the {part} of {word} is not there"))?;
        }
        Ok(true)
    }
}

/// When the browser dies.
#[derive(Clone, Copy, Debug)]
enum When {
    After(Duration),
    /// So long after the n-th writing transaction from now has begun.
    AtBegin(usize, Duration),
}

#[derive(Default, Debug)]
struct Figures {
    kills: u32,
    /// Kills while a writing transaction was open.
    open: u32,
    transactions: usize,
    acknowledged: u32,
    /// Acts under way at a kill: found whole afterwards, or not there at all.
    in_flight: [u32; 2],
    kinds: BTreeMap<&'static str, u32>,
    restores: u32,
    /// Kills in a restore after which a whole register stood, and those after which the tablet was bare.
    restore_left: [u32; 2],
    /// Kills after which a careless save of the test's own, called done by the browser, was gone; of so many kills with one.
    careless: [u32; 2],
    lost: u32,
}

struct Crash {
    tablet: Tablet,
    rng: Rng,
    passphrase: String,
    kept: Vec<Act>,
    children: Vec<String>,
    number: usize,
    figures: Figures,
    asked: Arc<Mutex<Vec<String>>>,
    /// The last careless save that the browser called done.
    careless: u32,
}

/// A number in Chinese digits: a name may hold no others.
fn digits(number: usize) -> String {
    let all: Vec<char> = "零一二三四五六七八九".chars().collect();
    format!("{number:04}").bytes().map(|byte| all[usize::from(byte - b'0')]).collect()
}

impl Crash {
    async fn begin(name: &str, disk: impl FnOnce(&Path) -> Step<Option<Disk>>) -> Step<Self> {
        let tablet = Tablet::start_on(name, LANDSCAPE, Host::WithHeaders, disk).await?;
        // Every file comes from the server: what is tried here is the store.
        tablet.site.add("sw.js", "")?;
        tablet.set_clock(SCHOOL_DAY).await?;
        tablet.open("/").await?;
        let passphrase = begin(&tablet).await?;
        tablet.tap("link", "交接").await?;
        take_in_county(&tablet).await?;
        let asked = tablet.site.asked();
        let seed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_nanos() as u64;
        let seed = std::env::var("SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(seed);
        println!("SEED={seed}");
        let (kept, children, figures) = (Vec::new(), Vec::new(), Figures::default());
        let rng = Rng::new(seed);
        let mut crash =
            Self { tablet, rng, passphrase, kept, children, number: 0, figures, asked, careless: 0 };
        let register = crash.export().await?;
        let pupils =
            register.json["files"].as_array().into_iter().flatten().filter(|file| file["kind"] == "pupil");
        crash.children = pupils.filter_map(|file| file["id"].as_str().map(str::to_owned)).collect();
        ensure(crash.children.len() == 170, "the county's pupils are not there")?;
        crash.tablet.end(End::Quit).await?;
        // It seems (not proven) that Chromium keeps a list of whose stores there are, and writes it lazily: a disk that loses its power in the first minutes of a
        // fresh profile loses that, and Chromium then begins the store anew, however well everything in it was synced.
        crash.tablet.settle_disk()?;
        crash.awake().await?;
        crash.unlock().await?;
        Ok(crash)
    }

    /// The browser again, with the script before the page's own.
    async fn awake(&mut self) -> Step {
        self.tablet.again().await?;
        self.tablet.at_every_load(&SCRIPT.replace("/*PAGE_JS*/", PAGE_JS)).await?;
        self.tablet.open("/").await
    }

    /// Unlocks with the passphrase that holds; a change of it that was under way may have come about.
    async fn unlock_with(&mut self, doubt: Option<&Act>) -> Step {
        let (old, new) = match doubt {
            Some(Act::Passphrase { old, new }) => (old.clone(), Some(new.clone())),
            _ => (self.passphrase.clone(), None),
        };
        self.tablet.fill("口令", &old).await?;
        self.tablet.tap("button", "解锁").await?;
        let tablet = &self.tablet;
        tablet
            .until("the register opens, or refuses", async || {
                let text = tablet.text().await?;
                Ok(text.contains("今日") || text.contains("口令不对"))
            })
            .await?;
        if tablet.text().await?.contains("口令不对") {
            let new = new.ok_or("the passphrase that was called saved does not open")?;
            self.tablet.fill("口令", &new).await?;
            self.tablet.tap("button", "解锁").await?;
            self.tablet.see("今日").await?;
            self.passphrase = new;
        }
        Ok(())
    }

    async fn unlock(&mut self) -> Step {
        self.unlock_with(None).await
    }

    /// Everything, out in the clear with its pictures.
    async fn export(&mut self) -> Step<Exported> {
        let tablet = &self.tablet;
        tablet.tap("link", "交接").await?;
        tablet.tap("check", "加密").await?;
        tablet.tap("button[data-name=export]", "导出").await?;
        tablet.tap("dialog button", "仍要导出").await?;
        tablet.see("文件已导出").await?;
        let started = Instant::now();
        let file = loop {
            let all = std::fs::read_dir(tablet.downloads())?.filter_map(Result::ok).map(|entry| entry.path());
            let done = |path: &PathBuf| path.extension().is_some_and(|end| end == "json" || end == "zip");
            if let Some(path) = all.into_iter().find(done) {
                break path;
            }
            ensure(started.elapsed() < Duration::from_secs(30), "no export came")?;
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        let bytes = std::fs::read(&file)?;
        std::fs::remove_file(&file)?;
        let (text, media) = match bytes.starts_with(b"PK") {
            false => (bytes, Vec::new()),
            true => {
                let mut package = Package::open(bytes).map_err(|why| format!("{why:?}"))?;
                let text = package.text().map_err(|why| format!("{why:?}"))?;
                // Each picture is held against its name here.
                (text, package.media(&mut |_| ()).map_err(|why| format!("{why:?}"))?)
            }
        };
        let text = String::from_utf8(text)?;
        Ok(Exported { json: serde_json::from_str(&text)?, text, media })
    }

    fn next_act(&mut self) -> Act {
        self.number += 1;
        let number = self.number;
        let word = format!("第{}次{:08x}", number, self.rng.next() as u32);
        let child = self.children[number % self.children.len()].clone();
        match self.rng.below(20) {
            0..=7 => Act::Visit { child, word },
            8..=11 => Act::Edit { child, word },
            12..=15 => Act::Paper { child, word },
            16..=17 => {
                let names = ["甲", "乙", "丙"].map(|third| format!("崩{}{third}", digits(number)));
                let rows: String = names
                    .iter()
                    .enumerate()
                    .map(|(at, name)| {
                        let body = format!("3702992012{:02}{:02}{:03}", 1 + at, 1 + number % 28, number % 1000);
                        let check = check_digit(body.as_bytes()).map_or('0', char::from);
                        format!("云岭中学,普通学校,{name},{body}{check},孙涛熙,万芳,2,3,2025-09-01,户主甲,,青禾县云岭镇\n")
                    })
                    .collect();
                let head = "责任学校,学校类型,姓名,身份证号,送教教师1,送教教师2,每周次数,每次课时,起始日期,监护人,备用一,现住址";
                Act::List { names, text: format!("青禾县送教上门学生名册\n{head}\n{rows}") }
            }
            18 => Act::Passphrase {
                old: self.passphrase.clone(),
                new: format!("wolves {:016x} sing behind hills", self.rng.next()),
            },
            _ => Act::Sheet { own: self.passphrase.clone() },
        }
    }

    fn plan(&mut self) -> When {
        match self.rng.below(2) {
            0 => When::After(Duration::from_millis(self.rng.next() % 4000)),
            _ => When::AtBegin(1 + self.rng.below(12), Duration::from_micros(self.rng.next() % 8000)),
        }
    }

    /// Kills the browser from another thread; true once it has.
    fn kill(&self, when: When) -> (Arc<AtomicBool>, thread::JoinHandle<()>) {
        let (killed, asked, group) =
            (Arc::new(AtomicBool::new(false)), self.asked.clone(), self.tablet.group());
        let told = killed.clone();
        let begun = begun(&asked);
        let work = thread::spawn(move || {
            let from = Instant::now();
            match when {
                When::After(wait) => thread::sleep(wait),
                When::AtBegin(count, wait) => {
                    while self::begun(&asked) < begun + count && from.elapsed() < LATEST {
                        thread::sleep(Duration::from_micros(300));
                    }
                    thread::sleep(wait);
                }
            }
            told.store(true, Ordering::SeqCst);
            kill_group(group);
        });
        (killed, work)
    }

    /// After the kill: what was open is counted, the browser starts again.
    async fn after_kill(&mut self, work: thread::JoinHandle<()>) -> Step {
        work.join().map_err(|_| "the killer failed")?;
        self.tablet.end(End::Kill).await?;
        self.tablet.cut_power()?;
        self.figures.kills += 1;
        let asked = self.asked.lock().map_err(|_| "the log is broken")?.clone();
        // The last start of the page is what counts: a killed page never tells the end of what it began.
        let mut open = 0_i32;
        for path in &asked {
            match path.as_str() {
                "/~begin-strict" => open += 1,
                "/~end" => open -= 1,
                other if other.starts_with("/~begin") => return Err(format!("not strict: {other}").into()),
                _ => {}
            }
        }
        self.figures.transactions = begun(&self.asked);
        if open > 0 {
            self.figures.open += 1;
        }
        // What stayed open is settled for the next count.
        if let Ok(mut asked) = self.asked.lock() {
            asked.extend((0..open).map(|_| "/~end".to_owned()));
        }
        Ok(())
    }

    /// Saves without pause until the browser is dead; gives the act that was under way.
    async fn saving(&mut self) -> Step<Option<Act>> {
        let when = self.plan();
        let (killed, work) = self.kill(when);
        let doubt = loop {
            let act = self.next_act();
            let (name, arguments) = act.call();
            let done =
                self.tablet.script(&format!("return window.acts.{name}(...arguments)"), arguments).await;
            match done {
                Ok(_) => {
                    if let Act::Passphrase { new, .. } = &act {
                        self.passphrase = new.clone();
                    }
                    *self.figures.kinds.entry(name).or_default() += 1;
                    self.figures.acknowledged += 1;
                    self.kept.push(act);
                    let number = json!(self.figures.acknowledged);
                    if self
                        .tablet
                        .script("return window.careless.put(...arguments)", vec![number])
                        .await
                        .is_ok()
                    {
                        self.careless = self.figures.acknowledged;
                    }
                }
                Err(_) if killed.load(Ordering::SeqCst) => break Some(act),
                Err(why) => return Err(format!("{act:?}: {why}").into()),
            }
        };
        self.after_kill(work).await?;
        Ok(doubt)
    }

    /// Everything that was called saved is there, and what was under way is whole or not there.
    async fn verify(&mut self, doubt: Option<Act>) -> Step {
        let last =
            self.tablet.script("return window.careless.last()", vec![]).await?.as_u64().unwrap_or_default();
        if self.careless > 0 {
            self.figures.careless[1] += 1;
            self.figures.careless[0] += u32::from(last < u64::from(self.careless));
        }
        self.careless = 0;
        let register = self.export().await?;
        for act in &self.kept {
            if !act.held(&register)? {
                self.figures.lost += 1;
                println!("LOST: {act:?}");
            }
        }
        if let Some(act) = doubt.filter(|act| !matches!(act, Act::Passphrase { .. } | Act::Sheet { .. })) {
            let held = act.held(&register)?;
            self.figures.in_flight[usize::from(!held)] += 1;
            if held {
                self.kept.push(act);
            }
        }
        self.tablet.tap("link", "备份").await?;
        self.tablet.tap("button", "开始自查").await?;
        self.tablet.see("份档案都打得开，名单和待办与档案一致").await
    }

    /// Backed up; erased and restored, and killed in the midst of it.
    async fn restoring(&mut self) -> Step {
        self.tablet.tap("button", "备份到文件").await?;
        self.tablet.see("备份是好的").await?;
        let file = self.tablet.download(".baoxue").await?;
        let kept = file.with_extension("kept");
        std::fs::rename(&file, &kept)?;
        let when = match self.rng.below(3) {
            0 => When::After(Duration::from_millis(self.rng.next() % 6000)),
            _ => When::AtBegin(1 + self.rng.below(6), Duration::from_micros(self.rng.next() % 20_000)),
        };
        let (killed, work) = self.kill(when);
        let done = async {
            self.erase().await?;
            self.restore(&kept).await
        };
        match done.await {
            // The kill comes later than all of it.
            Ok(()) => {
                while !killed.load(Ordering::SeqCst) {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            }
            Err(_) if killed.load(Ordering::SeqCst) => {}
            Err(why) => return Err(why),
        }
        self.after_kill(work).await?;
        self.figures.restores += 1;
        self.awake().await?;
        let tablet = &self.tablet;
        tablet
            .until("the first screen stands", async || {
                let text = tablet.text().await?;
                Ok(text.contains("怎样开始") || text.contains("已锁定"))
            })
            .await?;
        let is_bare = self.tablet.text().await?.contains("怎样开始");
        match is_bare {
            true => {
                self.figures.restore_left[1] += 1;
                self.restore(&kept).await?;
            }
            // The old register, or the restored one: they hold the same.
            false => {
                self.unlock().await?;
                self.figures.restore_left[0] += 1;
            }
        }
        std::fs::remove_file(&kept)?;
        self.verify(None).await
    }

    async fn erase(&self) -> Step {
        let tablet = &self.tablet;
        tablet.tap("link", "设置").await?;
        tablet.tap("button", "抹掉这台平板").await?;
        tablet.fill("您的口令", &self.passphrase).await?;
        tablet.fill("请输入", "抹掉").await?;
        tablet.tap("button", "全部抹掉").await?;
        tablet.see("怎样开始").await
    }

    async fn restore(&self, file: &std::path::Path) -> Step {
        let tablet = &self.tablet;
        tablet.tap("button", "从备份恢复").await?;
        tablet.upload("选择备份文件", file).await?;
        tablet.fill("口令", &self.passphrase).await?;
        tablet.tap("button", "打开核对").await?;
        tablet.tap("button", "恢复到这台平板").await?;
        tablet.see("今日").await
    }

    async fn run(mut self, kills: u32) -> Step {
        let from = Instant::now();
        while self.figures.kills < kills {
            if self.figures.kills % 6 == 2 {
                self.restoring().await?;
                continue;
            }
            let doubt = self.saving().await?;
            self.awake().await?;
            self.unlock_with(doubt.as_ref()).await?;
            self.verify(doubt).await?;
            if self.figures.kills.is_multiple_of(20) {
                println!("{:?} after {:.0} s", self.figures, from.elapsed().as_secs_f64());
            }
        }
        let f = &self.figures;
        println!(
            "{} kills in {:.0} s: {} saves acknowledged ({:?}), {} lost; {} strict transactions, {} kills with one open; acts under way: {} whole, {} not there; {} kills in restores: afterwards bare {}, with a register {}; careless saves of the test's own lost in {} of {} kills",
            f.kills,
            from.elapsed().as_secs_f64(),
            f.acknowledged,
            f.kinds,
            f.lost,
            f.transactions,
            f.open,
            f.in_flight[0],
            f.in_flight[1],
            f.restores,
            f.restore_left[1],
            f.restore_left[0],
            f.careless[0],
            f.careless[1],
        );
        ensure(self.figures.lost == 0, format!("{} acknowledged saves were lost", self.figures.lost))?;
        ensure(self.figures.acknowledged > 0 && self.figures.transactions > 0, "nothing was saved at all")?;
        self.tablet.close().await?;
        Ok(())
    }
}

/// How many writing transactions have begun.
fn begun(asked: &Mutex<Vec<String>>) -> usize {
    asked.lock().map_or(0, |asked| asked.iter().filter(|path| path.starts_with("/~begin")).count())
}

fn kills(otherwise: u32) -> u32 {
    std::env::var("KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_called_saved_is_lost_when_the_browser_is_killed() -> Step {
    Crash::begin("crash", |_| Ok(None)).await?.run(4).await
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "200 kills: make crash"]
async fn crash_many() -> Step {
    Crash::begin("crash-many", |_| Ok(None)).await?.run(kills(200)).await
}

/// The same on a disk whose power is cut with every kill: what the browser had not synced is gone. Needs the right to mount.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "power cuts: make crash"]
async fn crash_with_the_power_cut() -> Step {
    Crash::begin("crash-power", |at| Disk::with_power(at).map(Some)).await?.run(kills(200)).await
}
