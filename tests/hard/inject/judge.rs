//! What is asked of a book after a call of a command failed, or killed it.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::Output;

use crate::book::{Files, copy, ledger, without_drafts, without_keys};

use super::commands::Case;

/// How a book may stand.
pub(super) struct Known {
    /// Before the command, and after it.
    old: Files,
    new: Files,
    /// The same, each with the next command done.
    old_next: Files,
    new_next: Files,
}

/// Runs one of the words, with an editor that changes a title.
pub(super) fn given(folder: &Path, words: &str) -> Output {
    ledger(folder).env("EDITOR", "sed -i s/己/改/").args(words.split(' ')).output().unwrap()
}

/// All files of a folder, without what is git's and what belongs to this copy only.
fn all(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap().flatten() {
            let (path, name) = (entry.path(), entry.file_name().into_string().unwrap());
            let draft = path.parent() == Some(folder) && name.starts_with(".ledger-");
            if draft {
                continue; // of an answer that was to be given out, beside its place: no book
            }
            if path.is_dir() && name != ".ledger" && name != ".git" {
                folders.push(path);
            } else if path.is_file() && name != ".gitignore" {
                let below = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(below, without_keys(&fs::read(&path).unwrap()));
            }
        }
    }
    found
}

impl Known {
    pub(super) fn of(case: &Case<'_>) -> Self {
        let after = |words: &[&str]| {
            let folder = copy(case.master);
            for words in words {
                let output = given(folder.path(), words);
                let said = String::from_utf8_lossy(&output.stderr);
                assert_eq!(output.status.code(), Some(0), "{words}: {said}");
            }
            all(folder.path())
        };
        let known = Self {
            old: after(&[]),
            new: after(&[&case.words]),
            old_next: after(&[case.next]),
            new_next: after(&[&case.words, case.next]),
        };
        assert!(known.old != known.new, "{} writes nothing", case.words);
        known
    }

    /// Says what is wrong with how a command ended; nothing where it kept its promises.
    pub(super) fn judge(&self, folder: &Path, case: &Case<'_>, output: &Output) -> Option<String> {
        let now = without_drafts(all(folder));
        let (is_old, is_new) = (now == self.old, now == self.new);
        let code = output.status.code();
        let killed = output.status.signal() == Some(9) || code == Some(137);
        let told = !output.stdout.is_empty();
        // Whether it may be undone, and whether it may be done.
        let may = match code {
            _ if killed => (!told, true),
            Some(0) if is_new => (false, true),
            Some(2 | 3 | 5 | 75) if is_old => (true, false),
            Some(4) => (true, true),
            other => return Some(format!("status {other:?}, old {is_old}, new {is_new}")),
        };
        let next = given(folder, case.next);
        if next.status.code() != Some(0) {
            return Some(format!("{code:?}, and the next command fails: {next:?}"));
        }
        let then = all(folder);
        let (undone, done) = (then == self.old_next, then == self.new_next);
        if !(undone && may.0 || done && may.1) {
            let names: Vec<_> = then.keys().collect();
            return Some(format!(
                "{code:?}, killed {killed}, told {told}; then undone {undone}, done {done}: {names:?}"
            ));
        }
        let check = given(folder, "check --today 2022-10-03");
        let left = folder.join("ledgers/.ledger/journal").exists();
        (check.status.code() != Some(0) || left)
            .then(|| format!("{code:?}, journal left {left}, check: {check:?}"))
    }
}
