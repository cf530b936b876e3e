//! Bad input, case by case: what the program says and how it ends, to the letter, in both languages.
//!
//! Each case spoils one file of a good book, or gives a command something that it must not take. No command may hang, panic,
//! or change anything. `tests/broken.rs` has a case for every fault that files can have, `tests/office` for foreign files,
//! `tests/hard` for disks, kills and crowds. What is read although it is odd is in [`spoiled::odd`].
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

#[path = "../golden/mod.rs"]
mod golden;

mod around;
mod commands;
mod repositories;
mod spoiled;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use commands::COMMANDS;
use spoiled::{more, odd, spoiled};

const PROBLEM: &str = "ledgers/f/001.toml";
const TABLE: &str = "ledgers/t.csv";

const GOOD: &str = "title = \"甲\"\nfound = 2022-09-23\n";
const ROWS: &str = "record,no,seq,title,amount,found,due\nproblem,1,1,乙,,,\n";

/// A book with a problem in a folder and one in a table.
fn book() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("ledgers/book.toml", "timezone = \"Asia/Shanghai\"\n"),
        ("ledgers/f/ledger.toml", "issued = 2022-09-23\n"),
        (PROBLEM, GOOD),
        ("ledgers/t.toml", "issued = 2022-09-23\n"),
        (TABLE, ROWS),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// What is no evidence beside the book: a pipe, and links out of it.
fn with_traps() -> tempfile::TempDir {
    let folder = book();
    assert!(Command::new("mkfifo").arg(folder.path().join("pipe")).status().unwrap().success());
    symlink("/etc/passwd", folder.path().join("out")).unwrap();
    symlink("/etc", folder.path().join("etc")).unwrap();
    folder
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap().flatten() {
            let path = entry.path();
            if path.is_symlink() {
                continue;
            }
            if path.is_dir() && entry.file_name() != ".ledger" {
                folders.push(path);
            } else if path.is_file() {
                found.insert(path.clone(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Runs a command that must leave everything as it is, and end by itself.
fn untouched(folder: &Path, lang: &str, words: &[&str], text: &mut String) -> i32 {
    let before = files(folder);
    let run = golden::ledger(folder, lang, words);
    assert!([0, 1, 2, 3].contains(&run.status), "{}", run.session());
    assert!(!run.stderr.contains("panicked"), "{}", run.session());
    assert!(!(run.stdout.clone() + &run.stderr).contains('\u{1b}'), "{}", run.session());
    assert!(files(folder) == before, "{text}{}", run.session());
    text.push_str(&run.session());
    run.status
}

#[test]
fn bad_input_is_answered_to_the_letter_and_changes_nothing() {
    let mut wrong = Vec::new();
    for lang in ["en", "zh"] {
        let mut text = String::new();
        for (what, file, bytes) in spoiled().into_iter().chain(more()) {
            let folder = with_traps();
            fs::write(folder.path().join(file), bytes).unwrap();
            writeln!(text, "## {what}\n").unwrap();
            let begin = text.len();
            let check = untouched(folder.path(), lang, &["check"], &mut text);
            // What reads well and breaks a rule can be written to.
            let rule = text[begin..].lines().any(|line| line.ends_with(']') && line.contains(" ["));
            let id = if file == TABLE { "t/1" } else { "f/1" };
            let mut quiet = format!("{what}: ");
            let words = ["note", id, "--by", "a", "--text", "b"];
            if check == 1 && !rule && [PROBLEM, TABLE].contains(&file) {
                let note = untouched(folder.path(), lang, &words, &mut quiet);
                assert_eq!(note, 3, "{what}: {quiet}");
            }
            text.push('\n');
        }
        for words in COMMANDS {
            let folder = with_traps();
            let words: Vec<_> = words.split(' ').collect();
            let status = untouched(folder.path(), lang, &words, &mut text);
            assert_ne!(status, 0, "{words:?}");
            assert!(!folder.path().join("victim").exists());
            text.push('\n');
        }
        let file = golden::folder("bad-inputs").join(format!("{lang}.txt"));
        wrong.extend(golden::compare(&file, &text).err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_odd_is_read_and_written_to_and_stays_as_it_is() {
    for (what, file, bytes) in odd() {
        let folder = book();
        let path = folder.path().join(file);
        fs::write(&path, &bytes).unwrap();
        let id = if file == TABLE { "t/1" } else { "f/1" };
        for words in [vec!["check"], vec!["note", id, "--by", "a", "--text", "b"], vec!["check"]] {
            let run = golden::ledger(folder.path(), "en", &words);
            assert_eq!(run.status, 0, "{what}: {}", run.session());
            assert!(!run.stdout.contains("b\u{200b}"), "{what}");
        }
        let after = fs::read(&path).unwrap();
        // Comments at the end stay at the end.
        let kept = bytes.strip_suffix(b"# x").unwrap_or(&bytes);
        assert!(after.starts_with(kept) || file == TABLE, "{what}");
        assert!(after.len() > bytes.len(), "{what}");
    }
}

#[test]
fn pipes_and_folders_in_the_place_of_files_keep_nobody_waiting() {
    for (name, ledger) in
        [(PROBLEM, "f"), (TABLE, "t"), ("ledgers/book.toml", "f"), ("ledgers/.ledger/lock", "f")]
    {
        for pipe in [true, false] {
            let folder = book();
            let path = folder.path().join(name);
            let _ = fs::remove_file(&path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            if pipe {
                assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
            } else {
                fs::create_dir(&path).unwrap();
            }
            let id = format!("{ledger}/1");
            let run =
                golden::ledger(folder.path(), "en", &["note", &id, "--by", "a", "--text", "b"]);
            assert_eq!(run.status, 3, "{name}: {}", run.session());
        }
    }
}

#[test]
fn little_room_for_files_and_memory_changes_nothing() {
    for limit in ["ulimit -n 4", "ulimit -v 30000", "ulimit -f 0"] {
        let folder = book();
        let before = files(folder.path());
        let shell =
            format!("{limit}; exec {} note f/1 --by a --text b", env!("CARGO_BIN_EXE_ledger"));
        let mut bash = Command::new("bash");
        let output = bash.arg("-c").arg(shell).current_dir(folder.path()).output().unwrap();
        assert!(!output.status.success(), "{limit}: {output:?}");
        let mut after = files(folder.path());
        after.retain(|path, _| !path.to_string_lossy().contains(".ledger-"));
        assert!(after == before, "{limit}: {output:?}");
    }
}
