//! Each way of writing, in every state.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use super::model::crashes;
use super::{Event, Quick, Watched, files, lock_on, of_book, put};
use crate::domain::book::{BookHead, Lang};
use crate::domain::entry::{Act, Entry};
use crate::domain::id::Id;
use crate::domain::ledger::{Head, Ledger};
use crate::domain::problem::{Extra, Problem};
use crate::formats::addition::Addition;
use crate::store::change::Change;
use crate::store::failure::Failure;
use crate::store::lock::Lock;
use crate::store::survey::Form;

type Files = BTreeMap<PathBuf, Vec<u8>>;
type Command = fn(&Lock) -> Result<(), Failure>;

/// Every way of writing: one new file, one changed file, several, new ones with a changed one, some that come and some that
/// go.
const COMMANDS: [(&str, Command); 8] = [
    ("add", add),
    ("close", |lock| note(lock, &[1])),
    ("close of several", |lock| note(lock, &[1, 2])),
    ("table", |lock| {
        let entry = vec![change("table", 1)];
        lock.change(&[Id::of_problem("table", 1)], |_| Ok::<_, Failure>(entry)).map(drop)
    }),
    ("import", |lock| {
        lock.together(|| {
            lock.enrol(&["财务股".to_owned()], &[])?;
            lock.add("folder", |_, _| Ok::<_, Failure>(vec![problem("丙"), problem("丁")]))
        })
        .map(drop)
    }),
    ("convert", |lock| lock.convert("folder", Form::Table, Lang::Zh, false).map(drop)),
    ("import into a new ledger", |lock| {
        let ledger = Ledger { name: "new".to_owned(), ..Ledger::default() };
        let problems = [1, 2].map(|no| Problem { no, ..problem("己") });
        lock.together(|| lock.take_in_new(&ledger, Lang::Zh, vec![problems.to_vec()]))
    }),
    ("renumber", |lock| {
        let text = fs::read(lock.root().path("folder/002.toml")).unwrap();
        lock.move_file("folder/002.toml", &text, "folder/009.toml", &text)
    }),
];

fn add(lock: &Lock) -> Result<(), Failure> {
    lock.add("folder", |_, _| Ok::<_, Failure>(vec![problem("丙")])).map(drop)
}

fn problem(title: &str) -> Problem {
    Problem { title: title.to_owned(), ..Problem::default() }
}

fn note(lock: &Lock, numbers: &[u32]) -> Result<(), Failure> {
    let ids: Vec<_> = numbers.iter().map(|no| Id::of_problem("folder", *no)).collect();
    let changes = numbers.iter().map(|no| change("folder", *no)).collect();
    lock.change(&ids, |_| Ok::<_, Failure>(changes)).map(drop)
}

fn change(ledger: &str, no: u32) -> Change {
    let entry = Entry {
        key: "k7q2m9".parse().unwrap(),
        on: crate::domain::day::Day::FIRST,
        entered: None,
        act: Act::Progress { evidence: Vec::new() },
        by: "股".into(),
        text: Some("已发函".into()),
        request: None,
        extra: Extra::new(),
    };
    Change { ledger: ledger.to_owned(), no, addition: Addition::Entry(entry) }
}

/// A book with a folder and a table, of two problems and of one.
fn book() -> Files {
    let folder = tempfile::tempdir().unwrap();
    let lock = Lock::on_new_book(folder.path(), &BookHead::default(), Duration::ZERO, "").unwrap();
    for (name, form) in [("folder", Form::Folder), ("table", Form::Table)] {
        lock.make_ledger(name, &Head::default(), form, Lang::Zh).unwrap();
    }
    lock.add("folder", |_, _| Ok::<_, Failure>(vec![problem("甲"), problem("乙")])).unwrap();
    lock.add("table", |_, _| Ok::<_, Failure>(vec![problem("戊")])).unwrap();
    drop(lock);
    of_book(&files(&folder.path().join("ledgers")))
}

fn copy(files: &Files) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), files);
    folder
}

/// Runs a command; returns the steps, what the book was to be, and what came of it.
fn run(
    folder: &Path,
    disk: Watched,
    command: impl Fn(&Lock) -> Result<(), Failure>,
) -> (Vec<super::Op>, Files, Result<(), Failure>) {
    let log = disk.log.clone();
    let lock = lock_on(disk, folder);
    log.lock().unwrap().clear();
    let result = command(&lock);
    let steps = log.lock().unwrap().clone();
    drop(lock);
    (steps, of_book(&files(folder)), result)
}

/// The book as the next command finds it.
fn recovered(folder: &Path) -> Files {
    drop(lock_on(Quick, folder));
    of_book(&files(folder))
}

#[test]
fn a_power_cut_leaves_the_old_book_or_the_new_one() {
    let old = book();
    let mut all = 0;
    for (name, command) in COMMANDS {
        for plain in [false, true] {
            let folder = copy(&old);
            drop(lock_on(Quick, folder.path()));
            let before = files(folder.path());
            let disk = Watched { plain, ..Watched::default() };
            let (steps, new, result) = run(folder.path(), disk, command);
            result.unwrap();
            assert_ne!(old, new, "{name}");
            let at = |files: &Files| -> Files {
                files
                    .iter()
                    .map(|(path, bytes)| (folder.path().join(path), bytes.clone()))
                    .collect()
            };
            let below = |files: &Files| -> Files {
                let path = |path: &Path| path.strip_prefix(folder.path()).unwrap().to_owned();
                files.iter().map(|(at, bytes)| (path(at), bytes.clone())).collect()
            };
            let (during, after) = crashes(&at(&before), &steps);
            for state in &during {
                let cut = copy(&below(state));
                let found = recovered(cut.path());
                let whole = found == new || (found == old && !after.contains(state));
                assert!(whole, "{name}: {:?}", found.keys());
            }
            all += during.len();
        }
    }
    assert!(all > 500, "{all} states");
}

#[test]
fn a_step_that_fails_leaves_the_old_book_or_says_that_it_is_the_new_one() {
    for (name, command) in COMMANDS {
        for plain in [false, true] {
            steps_fail(name, &book(), command, plain, 1);
        }
    }
}

#[test]
fn a_step_that_fails_among_files_that_are_written_at_once_leaves_none_of_them() {
    let many: Command = |lock| {
        let problems = |_: &_, _| Ok::<_, Failure>((0..40).map(|_| problem("庚")).collect());
        lock.add("folder", problems).map(drop)
    };
    steps_fail("forty", &book(), many, false, 7);
}

#[test]
fn a_step_that_fails_leaves_a_new_book_with_its_ledger_or_none() {
    for form in [Form::Folder, Form::Table] {
        let init = move |lock: &Lock| {
            lock.together(|| {
                lock.make_book(&BookHead::default())?;
                lock.make_ledger("first", &Head::default(), form, Lang::Zh)
            })
            .map(drop)
        };
        steps_fail("init", &Files::new(), init, false, 1);
    }
}

/// Lets each of the steps fail, or every so manieth, once and for good.
fn steps_fail(
    name: &str,
    old: &Files,
    command: impl Fn(&Lock) -> Result<(), Failure> + Copy,
    plain: bool,
    stride: usize,
) {
    let whole = Watched { plain, ..Watched::default() };
    let (steps, new, result) = run(copy(old).path(), whole.clone(), command);
    result.unwrap();
    let events = [Event::Fails, Event::FailsForGood];
    let places = steps.iter().enumerate().step_by(stride);
    for ((place, step), event) in places.flat_map(|it| events.clone().map(|event| (it, event))) {
        let folder = copy(old);
        let event = Some((place, event));
        let disk = Watched { event, log: <_>::default(), ..whole };
        let (_, now, result) = run(folder.path(), disk, command);
        match result {
            Ok(()) => assert_eq!(now, new, "{name}: {step:?}"),
            Err(Failure::NotDurable { .. } | Failure::Partly { .. }) => {
                let found = recovered(folder.path());
                assert!(found == *old || found == new, "{name}: {step:?}");
            }
            Err(_) => {
                assert_eq!(now, *old, "{name}: {step:?}");
                assert!(!folder.path().join(".ledger/journal").exists(), "{name}: {step:?}");
                assert_eq!(recovered(folder.path()), *old, "{name}: {step:?}");
            }
        }
    }
}

#[test]
fn what_somebody_saves_meanwhile_is_never_lost() {
    let old = book();
    let saved = b"title = \"saved by hand\"\n".to_vec();
    let ways = [Event::SavedInPlace as fn(PathBuf, Vec<u8>) -> Event, Event::SavedByRename];
    let mut refused = 0;
    for (name, command) in [COMMANDS[0], COMMANDS[1], COMMANDS[2], COMMANDS[7]] {
        let (steps, ..) = run(copy(&old).path(), Watched::default(), command);
        for (place, way) in (0..steps.len()).flat_map(|place| ways.map(|way| (place, way))) {
            for file in ["folder/001.toml", "folder/002.toml", "folder/003.toml"] {
                let folder = copy(&old);
                let path = folder.path().join(file);
                let event = Some((place, way(path.clone(), saved.clone())));
                let disk = Watched { event, ..Watched::default() };
                let (_, now, result) = run(folder.path(), disk, command);
                let kept = files(folder.path()).into_values().any(|bytes| bytes == saved);
                assert!(kept, "{name}: {file} before {:?}", steps[place]);
                if let Err(Failure::Changed { .. } | Failure::Exists { .. }) = result {
                    refused += usize::from(matches!(result, Err(Failure::Exists { .. })));
                    let mut expected = old.clone();
                    expected.insert(file.into(), saved.clone());
                    assert_eq!(now, expected, "{name}: {file} before {:?}", steps[place]);
                }
            }
        }
    }
    assert!(refused > 0, "nobody made the file that was about to be made");
}
