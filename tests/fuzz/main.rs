//! Hostile bytes for every importer and every sealed form, without pause for a few seconds each: the kept corpus first, then what
//! mutation makes of it. Prints how many inputs were tried. `FUZZ_SECONDS=n` (for each target), `FUZZ_SEED=n`. Guided by coverage:
//! `make fuzz`, which shares targets and corpus.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    dead_code,
    reason = "a test target"
)]

#[path = "../support/rng.rs"]
mod rng;
mod targets;

use rng::Rng;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};
use targets::{TARGETS, Target, made};

/// Words that matter to one form or another.
const WORDS: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b"\\u0000",
    b"\\ud800",
    b"1e999",
    b"-0",
    b"9999999999999999999999",
    b"null",
    b"~deleted",
    b"\"after\":[]",
    b"\"set\":{}",
    b"\"files\"",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"register.json",
    b"media/",
    b"\xff\xff\xff\xff",
    b"\x00\x00\x00\x00",
    b"\x80\x80\x80\x80\x80\x01",
    b"<c r=\"XFD1048576\">",
    b"<!DOCTYPE a [",
    b"&a;",
    b"table:number-rows-repeated=\"1048576\"",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\"\n,=1+1",
    b"\xe2\x80\xae",
];

/// What an XLS begins with.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0";
/// What one input may make the program hold. In the browser a reader that asks for more ends its worker.
const MOST_HELD: usize = 1 << 30;

/// Counts what is held; whoever goes beyond the bound ends here, before the machine does.
struct Bounded;

static HELD: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// Where the input lies that this thread tries.
    static TRIED: Cell<(*const u8, usize)> = const { Cell::new((std::ptr::null(), 0)) };
}

// SAFETY: every call goes on to the system's allocator as it came; only a number is kept beside it.
#[allow(unsafe_code, reason = "an allocator is unsafe by its nature")]
unsafe impl GlobalAlloc for Bounded {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if HELD.fetch_add(layout.size(), Ordering::Relaxed) + layout.size() > MOST_HELD {
            // Room for keeping the input, then the end.
            HELD.store(0, Ordering::Relaxed);
            let (at, length) = TRIED.get();
            // SAFETY: the input lives on the stack of `tried`, under which this runs.
            let bytes = if at.is_null() { &[] } else { unsafe { std::slice::from_raw_parts(at, length) } };
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz-too-much");
            let kept = std::fs::write(&path, bytes);
            eprintln!(
                "an input makes the program hold more than {MOST_HELD} bytes; kept: {kept:?} {}",
                path.display()
            );
            std::process::abort();
        }
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Bounded = Bounded;

fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name)
}

fn files(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|e| e.path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read(path).ok()).collect()
}

/// Genuine inputs: the fixtures of this kind, what is made, and what earlier runs found worth keeping.
fn seeds(name: &str) -> Vec<Vec<u8>> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut all = match name {
        "register" => files(&fixtures.join("json")),
        "list" => files(&fixtures.join("lists")),
        _ => Vec::new(),
    };
    all.extend(made(name));
    all.extend(files(&corpus(name)));
    // A large one is tried as it is, but not again and again.
    all
}

fn mutated(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = rng.pick(seeds).clone();
    for _ in 0..1 + rng.below(6) {
        let at = rng.below(bytes.len() + 1);
        let most = 1 + rng.below(64);
        let length = rng.below(most);
        match rng.below(9) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << rng.below(8);
                }
            }
            1 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = *rng.pick(&[0, 1, 0x7f, 0x80, 0xff, b'0', b'"', b',', b'<']);
                }
            }
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..(at + length).min(bytes.len()))),
            4 => {
                let piece = bytes[at..(at + length).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            5 => drop(bytes.splice(at..at, rng.pick(WORDS).iter().copied())),
            6 => {
                let word = rng.pick(WORDS);
                let end = (at + word.len()).min(bytes.len());
                bytes.splice(at..end, word.iter().copied());
            }
            7 => {
                // The head of one, the tail of another.
                let other = rng.pick(seeds);
                let from = rng.below(other.len() + 1);
                bytes.truncate(at);
                bytes.extend_from_slice(&other[from..]);
            }
            _ => {
                bytes.splice(at..at, (0..length).map(|_| rng.next() as u8).collect::<Vec<_>>()).for_each(drop)
            }
        }
    }
    bytes
}

/// Tries one input; a panic is kept beside the corpus and ends the test. What holds too much is kept by the allocator.
fn tried(name: &str, target: Target, bytes: &[u8]) {
    TRIED.set((bytes.as_ptr(), bytes.len()));
    let outcome = catch_unwind(AssertUnwindSafe(|| target(bytes)));
    TRIED.set((std::ptr::null(), 0));
    if outcome.is_err() {
        let sum = bytes
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3));
        let path = corpus(name).join(format!("failed-{sum:016x}"));
        let kept = std::fs::create_dir_all(corpus(name)).and_then(|()| std::fs::write(&path, bytes));
        panic!("{name}: an input of {} bytes breaks it; kept: {kept:?} {}", bytes.len(), path.display());
    }
}

fn fuzz(name: &str) {
    let (_, target) = *TARGETS.iter().find(|(other, _)| *other == name).unwrap();
    let number = |key: &str| std::env::var(key).ok().and_then(|text| text.parse::<u64>().ok());
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_nanos() as u64;
    let seed = number("FUZZ_SEED").unwrap_or(now);
    let time = Duration::from_secs(number("FUZZ_SECONDS").unwrap_or(3));
    let mut seeds = seeds(name);
    assert!(!seeds.is_empty(), "{name} has no genuine input");
    seeds.push(Vec::new());
    let kept = seeds.len();
    seeds.iter().for_each(|bytes| tried(name, target, bytes));
    // Mutated are only those small enough to be tried often.
    seeds.retain(|bytes| bytes.len() <= 64 << 10);
    let mut rng = Rng::new(seed);
    let (from, mut count, mut sizes) = (Instant::now(), 0_u64, BTreeSet::new());
    while from.elapsed() < time {
        let bytes = mutated(&mut rng, &seeds);
        // Genuine workbooks of that form are tried, altered ones not yet: the library's reader has no bounds of its own.
        if bytes.starts_with(OLE) {
            continue;
        }
        tried(name, target, &bytes);
        sizes.insert(bytes.len());
        count += 1;
    }
    println!(
        "fuzz {name}: {kept} kept and {count} mutated inputs of {} sizes, FUZZ_SEED={seed}",
        sizes.len()
    );
}

macro_rules! targets {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            fuzz(stringify!($name));
        })*

        #[test]
        fn every_target_is_tried() {
            let here = [$(stringify!($name)),*];
            assert_eq!(TARGETS.iter().map(|(name, _)| *name).collect::<Vec<_>>(), here);
        }
    };
}
targets!(register list pack sealed backup keyring value question);
