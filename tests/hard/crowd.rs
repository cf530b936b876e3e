//! Many at once: clerks, an editor that asks nobody, and `git commit`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::book::{chance, factor, files, in_git, ledger, must, prepared};

/// So many problems there are, so that their files stay as short as those of an office.
const PROBLEMS: u32 = 20;

/// So often a clerk is refused in all before it gives up.
const TRIES: usize = 10_000;

/// What the editor saved and could not be found again, and how often it saved.
#[derive(Debug, Default)]
struct Edited {
    saves: usize,
    lost: usize,
}

/// What a clerk had acknowledged, and how often it was refused before.
#[derive(Debug, Default)]
struct Written {
    done: Vec<(u32, String)>,
    refused: usize,
}

fn clerk(folder: &Path, number: usize, writes: usize, edited: bool) -> Written {
    let mut written = Written::default();
    for write in 0..writes {
        let (problem, text) = (1 + chance(PROBLEMS), format!("w{number}-{write}"));
        loop {
            let mut command = ledger(folder);
            command.args(["note", &format!("f/{problem}"), "--by", "x", "--text", &text]);
            let output = command.args(["--lock-timeout", "600"]).output().unwrap();
            match output.status.code() {
                Some(0) => break,
                // The editor was faster, or had saved a half: nothing was written, as is seen in the end, where the same
                // text must not stand twice. It is given again.
                Some(3 | 5) if edited && written.refused < TRIES => written.refused += 1,
                _ => panic!("{output:?}"),
            }
        }
        written.done.push((problem, text));
    }
    written
}

/// Saves a comment into the first problem, again and again, in its place or by another file. That it is still there when it
/// comes again says that nobody has overwritten it.
fn editor(folder: &Path, stop: &AtomicBool) -> Edited {
    let path = folder.join("ledgers/f/001.toml");
    let mut edited = Edited::default();
    while !stop.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(u64::from(20 + chance(200))));
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let last = format!("# saved {}\n", edited.saves);
        let kept = || {
            let displaced = fs::read_dir(folder.join("ledgers/.ledger/displaced"));
            let texts =
                displaced.into_iter().flatten().flatten().filter_map(|it| fs::read(it.path()).ok());
            texts.into_iter().any(|text| String::from_utf8_lossy(&text).contains(&last))
        };
        if edited.saves > 0 && !text.contains(&last) && !kept() {
            edited.lost += 1;
        }
        edited.saves += 1;
        let rest = text.lines().filter(|line| !line.starts_with("# saved "));
        let rest: String = rest.flat_map(|line| [line, "\n"]).collect();
        let text = format!("# saved {}\n{rest}", edited.saves);
        if edited.saves % 2 == 0 {
            fs::write(&path, text).unwrap();
        } else {
            let beside = folder.join("ledgers/f/.001.toml.saving");
            fs::write(&beside, text).unwrap();
            fs::rename(beside, &path).unwrap();
        }
    }
    edited
}

fn committer(folder: &Path, stop: &AtomicBool) {
    while !stop.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(300));
        // It fails now and then where a draft is there and gone again.
        for words in ["add -A", "commit -q --allow-empty -m now"] {
            let _ = prepared("git", folder).args(words.split(' ')).output().unwrap();
        }
    }
}

fn crowd(clerks: usize, writes: usize, with_editor: bool) {
    let folder = in_git();
    let folder = folder.path();
    for no in 4..=PROBLEMS {
        must(folder, &format!("-l f add --title 第{no}件 --today 2022-09-23"));
    }
    let stop = AtomicBool::new(false);
    let (written, edited) = thread::scope(|scope| {
        let edits = with_editor.then(|| scope.spawn(|| editor(folder, &stop)));
        let commits = scope.spawn(|| committer(folder, &stop));
        let clerks: Vec<_> = (0..clerks)
            .map(|number| scope.spawn(move || clerk(folder, number, writes, with_editor)))
            .collect();
        let written: Vec<_> = clerks.into_iter().map(std::thread::ScopedJoinHandle::join).collect();
        stop.store(true, Ordering::Relaxed);
        let written: Vec<_> = written.into_iter().map(Result::unwrap).collect();
        commits.join().unwrap();
        (written, edits.map(|edits| edits.join().unwrap()).unwrap_or_default())
    });
    let refused: usize = written.iter().map(|it| it.refused).sum();
    let done: Vec<_> = written.into_iter().flat_map(|it| it.done).collect();
    let mut by_editor = 0;
    for (problem, text) in &done {
        let file = fs::read_to_string(folder.join(format!("ledgers/f/{problem:03}.toml"))).unwrap();
        match file.matches(&format!("text = \"{text}\"\n")).count() {
            1 => {}
            // The editor saved an older buffer over it, which nobody can keep it from.
            0 if with_editor && *problem == 1 => by_editor += 1,
            other => panic!("{text} stands there {other} times"),
        }
    }
    let mut keys = BTreeSet::new();
    for name in files(folder).into_keys().filter(|name| name.starts_with("ledgers/f/")) {
        let text = fs::read_to_string(folder.join(&name)).unwrap();
        let all = text.lines().filter(|line| line.starts_with("key = "));
        all.for_each(|line| {
            assert!(keys.insert((name.clone(), line.to_owned())), "{name}: {line}");
        });
    }
    println!(
        "crowd: {clerks} processes, {} of {} writes acknowledged, {refused} times refused before; {} saves of \
         an editor, {} lost; {by_editor} entries lost to its older buffers",
        done.len(),
        clerks * writes,
        edited.saves,
        edited.lost,
    );
    assert_eq!(edited.lost, 0, "{edited:?}");
    assert_eq!(done.len(), clerks * writes);
}

#[test]
fn a_few_clerks_at_once() {
    crowd(4, 5, false);
    crowd(2, 5, true);
}

#[test]
#[ignore = "long"]
fn fifty_clerks_at_once() {
    crowd(50, (20 * factor()).min(200), false);
}

#[test]
#[ignore = "long"]
fn fifty_clerks_beside_an_editor() {
    crowd(50, (20 * factor()).min(200), true);
}
