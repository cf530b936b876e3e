//! What is around a book: files to write to, the terminal, the environment, signals.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use crate::{PROBLEM, book, files};

pub(crate) const NOTE: &str = "note f/1 --by a --text b";

fn prepared(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ledger"));
    command
        .current_dir(folder)
        .env_clear()
        .envs(std::env::var_os("LLVM_PROFILE_FILE").map(|it| ("LLVM_PROFILE_FILE", it)))
        .env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", folder).env("EDITOR", "true");
    command.args(["--today", "2022-12-01", "--lang", "en"]).stdin(Stdio::null());
    command
}

pub(crate) fn ledger(folder: &Path, words: &str) -> Output {
    prepared(folder).args(words.split(' ').filter(|word| !word.is_empty())).output().unwrap()
}

/// Ends with this status, and says this.
#[track_caller]
pub(crate) fn says(what: &str, output: &Output, status: i32, says: &str) {
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{what}: {said}");
    assert!(said.contains(says), "{what}: {said}");
    assert!(!said.contains('\u{1b}'), "{what}: {said}");
}

fn make_pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Makes something of a folder.
pub(crate) type Prepare = fn(&Path);

#[test]
fn an_answer_is_written_to_no_place_that_is_not_meant_for_it() {
    let cases: [(&str, Prepare, &str, i32, &str); 8] = [
        (
            "a file is there",
            |at| fs::write(at.join("a.csv"), "").unwrap(),
            "list -o a.csv",
            3,
            "is there already",
        ),
        ("a pipe", |at| make_pipe(&at.join("a.csv")), "list -o a.csv --force", 3, "a.csv is no"),
        (
            "a folder",
            |at| fs::create_dir(at.join("a.csv")).unwrap(),
            "list -o a.csv --force",
            3,
            "a.csv is no",
        ),
        (
            "a spreadsheet has it open",
            |at| ["a.xlsx", "~$a.xlsx"].iter().for_each(|it| fs::write(at.join(it), "").unwrap()),
            "export -o a.xlsx --force",
            75,
            "has a.xlsx open",
        ),
        ("no such folder", |_| {}, "list -o no/a.csv", 3, "no/a.csv"),
        ("among the problems", |_| {}, "list -o ledgers/f/a.csv", 3, "among the ledgers"),
        ("a table of the book", |_| {}, "list -o ledgers/t.csv --force", 3, "among the ledgers"),
        ("no format", |_| {}, "list -o /dev/full", 2, "no format has this ending"),
    ];
    for (what, prepare, words, status, says_so) in cases {
        let folder = book();
        prepare(folder.path());
        let before = files(folder.path());
        says(what, &ledger(folder.path(), words), status, says_so);
        assert!(files(folder.path()) == before, "{what}");
    }
    // A link is replaced, and not what it leads to.
    let folder = book();
    fs::write(folder.path().join("else.txt"), "mine").unwrap();
    symlink("else.txt", folder.path().join("a.csv")).unwrap();
    says("a link", &ledger(folder.path(), "list -o a.csv --force"), 0, "");
    assert_eq!(fs::read(folder.path().join("else.txt")).unwrap(), b"mine");
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let folder = book();
    for words in [
        "list -o N.csv",
        "list -o N.json",
        "list -o N.md",
        "report page -o N.html",
        "report register -o N.docx",
        "export -o N.xlsx",
        "export -o N.ics",
        "list -o N.txt",
    ] {
        let file = words.rsplit(' ').next().unwrap();
        let bytes = ["a", "b"].map(|name| {
            let words = words.replace('N', name);
            says(&words, &ledger(folder.path(), &words), 0, "");
            thread::sleep(Duration::from_millis(5));
            fs::read(folder.path().join(file.replace('N', name))).unwrap()
        });
        assert!(bytes[0] == bytes[1], "{words}");
    }
}

#[test]
fn whatever_the_terminal_and_the_locale_are_it_answers() {
    let folder = book();
    let plain = ledger(folder.path(), "list").stdout;
    for (name, value) in [
        ("COLUMNS", "0"),
        ("COLUMNS", "1"),
        ("COLUMNS", "99999999999"),
        ("COLUMNS", "-5"),
        ("COLUMNS", "x"),
        ("TERM", "dumb"),
        ("NO_COLOR", "1"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "zh_CN.GBK"),
        ("TZ", "America/New_York"),
        ("TMPDIR", "/nowhere"),
        ("USER", ""),
        ("PAGER", "false"),
        ("RUST_BACKTRACE", "1"),
        ("SOURCE_DATE_EPOCH", "x"),
    ] {
        let output = prepared(folder.path()).arg("list").env(name, value).output().unwrap();
        says(&format!("{name}={value}"), &output, 0, "甲");
        if name != "COLUMNS" {
            assert!(output.stdout == plain, "{name}={value}");
        }
    }
}

#[test]
fn nobody_is_waited_for_who_is_not_there() {
    let folder = book();
    for (words, status) in
        [("edit f/1", 3), ("add", 2), ("close f/1", 2), ("import ledgers/t.csv --into g", 0)]
    {
        let mut command = prepared(folder.path());
        command.env_remove("EDITOR").args(words.split(' ')).stdin(Stdio::null());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{words}: {output:?}");
    }
}

#[test]
fn a_signal_leaves_the_old_or_the_new_and_the_next_one_clears_up() {
    for round in 0..30 {
        let folder = book();
        let mut command = prepared(folder.path());
        let mut child = command.args(NOTE.split(' ')).stdout(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_micros(round * 700));
        let signal = ["-INT", "-TERM", "-HUP"][usize::try_from(round).unwrap() % 3];
        let _ = Command::new("kill").arg(signal).arg(child.id().to_string()).output();
        let _ = child.wait().unwrap();
        let text = fs::read_to_string(folder.path().join(PROBLEM)).unwrap();
        assert!(text == crate::GOOD || text.matches("[[entry]]").count() == 1, "{text}");
        says(signal, &ledger(folder.path(), "note f/1 --by a --text c"), 0, "");
        says(signal, &ledger(folder.path(), "check"), 0, "");
        let left = files(folder.path());
        assert!(!left.keys().any(|path| path.to_string_lossy().contains(".ledger-")), "{left:?}");
    }
}

#[test]
fn what_the_system_keeps_from_being_written_stays() {
    let folder = book();
    let file = folder.path().join(PROBLEM);
    let chattr = |how: &str, path: &Path| {
        Command::new("chattr").arg(how).arg(path).output().is_ok_and(|it| it.status.success())
    };
    for how in ["i", "a"] {
        if !chattr(&format!("+{how}"), &file) {
            return; // no root, or a file system without attributes
        }
        let output = ledger(folder.path(), NOTE);
        chattr(&format!("-{how}"), &file);
        says(how, &output, 3, "is read-only");
    }
    let parent = file.parent().unwrap();
    chattr("+i", parent);
    let output = ledger(folder.path(), NOTE);
    chattr("-i", parent);
    says("a folder that may not change", &output, 3, "cannot write ledgers/f/001.toml");
    assert_eq!(fs::read_to_string(file).unwrap(), crate::GOOD);
}
