//! What is around a book: files to write to, git, the terminal, the environment, signals.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use crate::{PROBLEM, book, files};

const NOTE: &str = "note f/1 --by a --text b";

fn prepared(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ledger"));
    command
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", folder).env("EDITOR", "true");
    command.args(["--today", "2022-12-01", "--lang", "en"]).stdin(Stdio::null());
    command
}

fn ledger(folder: &Path, words: &str) -> Output {
    prepared(folder).args(words.split(' ').filter(|word| !word.is_empty())).output().unwrap()
}

/// Ends with this status, and says this.
#[track_caller]
fn says(what: &str, output: &Output, status: i32, says: &str) {
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{what}: {said}");
    assert!(said.contains(says), "{what}: {said}");
    assert!(!said.contains('\u{1b}'), "{what}: {said}");
}

fn git(folder: &Path, words: &str) {
    let mut git = Command::new("git");
    git.current_dir(folder).env("HOME", folder).env("GIT_CONFIG_NOSYSTEM", "1");
    assert!(git.args(words.split(' ')).output().unwrap().status.success(), "{words}");
}

fn repository(folder: &Path) {
    git(folder, "init -q -b main");
    git(folder, "config user.name clerk");
    git(folder, "config user.email clerk@example.org");
}

fn committed() -> tempfile::TempDir {
    let folder = book();
    repository(folder.path());
    git(folder.path(), "add -A");
    git(folder.path(), "commit -q -m begin");
    folder
}

fn make_pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn an_answer_is_written_to_no_place_that_is_not_meant_for_it() {
    type Prepare = fn(&Path);
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
fn a_repository_in_a_state_of_its_own_is_told_of() {
    type Prepare = fn(&Path);
    let cases: [(&str, Prepare, &str, i32, &str); 11] = [
        ("no commit yet", |at| repository(at), "log", 3, "no commit yet"),
        (
            "no commit yet, and one asked for",
            |at| repository(at),
            "note f/1 --by a --text b --commit",
            3,
            "not committed",
        ),
        ("a bare one", |at| git(at, "init -q --bare ."), NOTE, 0, "f/1"),
        (
            "no branch",
            |at| git(at, "checkout -q --detach"),
            "note f/1 --by a --text b --commit",
            0,
            "committed as",
        ),
        (
            "a lock that was left",
            |at| fs::write(at.join(".git/index.lock"), "").unwrap(),
            "note f/1 --by a --text b --commit",
            4,
            "index.lock",
        ),
        ("no objects", |at| fs::remove_dir_all(at.join(".git/objects")).unwrap(), NOTE, 0, "f/1"),
        (
            "the last commit is gone",
            |at| {
                fs::remove_dir_all(at.join(".git/objects")).unwrap();
                fs::create_dir(at.join(".git/objects")).unwrap();
            },
            "log",
            3,
            "lacks",
        ),
        (
            "nobody to commit",
            |at| git(at, "config --unset user.email"),
            "note f/1 --by a --text b --commit",
            3,
            "git does not know who commits",
        ),
        (
            "a cherry-pick that was not ended",
            |at| {
                git(at, "checkout -q -b side");
                fs::write(at.join(PROBLEM), "title = \"乙\"\n").unwrap();
                git(at, "commit -q -a -m side");
                git(at, "checkout -q main");
                fs::write(at.join(PROBLEM), "title = \"丙\"\n").unwrap();
                git(at, "commit -q -a -m main");
                let _ = Command::new("git").current_dir(at).args(["cherry-pick", "side"]).output();
            },
            NOTE,
            3,
            "conflict marker",
        ),
        (
            "no git",
            |at| {
                fs::rename(at.join(".git"), at.join("x")).unwrap();
                fs::create_dir(at.join(".git")).unwrap();
            },
            "log",
            3,
            "",
        ),
        (
            "an author with an escape",
            |at| {
                let mut git = Command::new("git");
                git.current_dir(at).args([
                    "-c",
                    "user.name=a\u{1b}[31mb",
                    "commit",
                    "-q",
                    "--allow-empty",
                ]);
                git.args(["-m", "x\u{1b}]52;c;eA==\u{7}"]).status().unwrap();
                fs::write(at.join(PROBLEM), "title = \"丙\"\n").unwrap();
                git = Command::new("git");
                git.current_dir(at).args(["-c", "user.name=a\u{1b}[31mb", "commit", "-q", "-a"]);
                git.args(["-m", "x\u{1b}]52;c;eA==\u{7}"]).status().unwrap();
            },
            "log",
            0,
            "\\u{1b}",
        ),
    ];
    for (what, prepare, words, status, says_so) in cases {
        let folder = if what.starts_with("no commit") || what == "a bare one" {
            book()
        } else {
            committed()
        };
        prepare(folder.path());
        let before = files(&folder.path().join("ledgers"));
        says(what, &ledger(folder.path(), words), status, says_so);
        let same = files(&folder.path().join("ledgers")) == before;
        assert!(same || [0, 4].contains(&status), "{what}");
    }
}

#[test]
fn what_a_repository_would_have_run_is_not_run_by_reading() {
    let folder = committed();
    let at = folder.path();
    let trap = at.join("trap.sh");
    fs::write(&trap, format!("#!/bin/sh\ntouch {}\n", at.join("victim").display())).unwrap();
    fs::set_permissions(&trap, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    fs::create_dir(at.join("hooks")).unwrap();
    for hook in ["post-index-change", "reference-transaction", "pre-auto-gc"] {
        fs::copy(&trap, at.join("hooks").join(hook)).unwrap();
    }
    let trap = trap.to_str().unwrap();
    for name in [
        "core.fsmonitor",
        "diff.external",
        "core.pager",
        "diff.x.textconv",
        "gpg.program",
        "filter.x.clean",
        "core.sshCommand",
        "core.alternateRefsCommand",
    ] {
        git(at, &format!("config {name} {trap}"));
    }
    git(at, &format!("config core.hooksPath {}", at.join("hooks").display()));
    git(at, "config log.showSignature true");
    fs::write(at.join(".git/info/attributes"), "*.toml diff=x filter=x\n").unwrap();
    for words in [
        "",
        "list",
        "check",
        "log",
        "verify",
        "diff HEAD",
        "list --at HEAD",
        "show f/1",
        "seal",
        NOTE,
    ] {
        says(words, &ledger(at, words), 0, "");
        assert!(!at.join("victim").exists(), "{words}");
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
