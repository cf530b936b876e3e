//! Repositories in states of their own, and hostile ones.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::around::{NOTE, Prepare, ledger, says};
use crate::{PROBLEM, book, files};

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

/// States of a repository: what it is, how it comes about, a command, its status, and what it says.
#[expect(clippy::too_many_lines, reason = "a list")]
fn states() -> [(&'static str, Prepare, &'static str, i32, &'static str); 11] {
    [
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
    ]
}

#[test]
fn a_repository_in_a_state_of_its_own_is_told_of() {
    for (what, prepare, words, status, says_so) in states() {
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
