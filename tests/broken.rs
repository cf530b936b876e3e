//! Broken books: one for each fault of files and each rule of `check`, with what the program says of it, to the letter.
//!
//! A case is a folder below `tests/golden/broken`: a book, `expected.en.txt` and `expected.zh.txt`, and `args` where
//! another command than `check` meets the fault.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod folder;
mod golden;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use folder::copy;
use ledger::check::{Rule, Severity};
use ledger::complaint::Complaint;
use ledger::domain::day::Day;
use ledger::domain::entry::{Act, Entry};
use ledger::domain::key::Key;
use ledger::domain::problem::Extra;
use ledger::formats::addition::{Addition, Refused};
use ledger::formats::{text, toml};
use ledger::intake::{encoding, sheet};
use ledger::store::{Failure, find};
use tempfile::TempDir;

/// Every case, with a fresh copy of its book.
fn cases() -> Vec<(String, TempDir)> {
    let mut cases: Vec<_> = fs::read_dir(golden::folder("broken"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| (name.clone(), copy_of(&name)))
        .collect();
    cases.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(!cases.is_empty());
    cases
}

fn copy_of(name: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&golden::folder("broken").join(name), folder.path());
    // What git cannot carry to every system, or should not have to.
    match name {
        "ledger-name-case" => {
            copy(&folder.path().join("ledgers/survey"), &folder.path().join("ledgers/Survey"));
        }
        "ledger-name" => {
            fs::write(folder.path().join("ledgers/aux.csv"), "").unwrap();
        }
        "not-regular" => {
            let target = folder.path().join("ledgers/book.toml");
            std::os::unix::fs::symlink("/", folder.path().join("ledgers/2021")).unwrap();
            std::os::unix::fs::symlink("nowhere", target.with_file_name("2023.csv")).unwrap();
            fs::create_dir(folder.path().join("ledgers/2022-inspection/002.toml")).unwrap();
        }
        "rule-git-merges-lines" => git(folder.path(), "init -q"),
        "rule-merged-by-lines" => merge(folder.path()),
        "rule-vanished" => vanish(folder.path()),
        "rule-unfinished" => {
            let own = folder.path().join("ledgers/.ledger");
            fs::create_dir(&own).unwrap();
            let lines = "ledger journal 1\n- - .ledger-1-1.tmp 2022-inspection/001.toml\n";
            fs::write(own.join("journal"), lines).unwrap();
        }
        "toml-too-deep" => {
            let path = folder.path().join("ledgers/2022-inspection/001.toml");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, text + &"[".repeat(100_000)).unwrap();
        }
        _ => {}
    }
    folder
}

fn git(folder: &Path, words: &str) {
    let mut git = Command::new("git");
    git.current_dir(folder).args(["-c", "user.name=T", "-c", "user.email=t@example.org"]);
    let output = git.args(words.split(' ')).output().unwrap();
    assert!(output.status.success(), "git {words}: {output:?}");
}

/// An entry was committed, and is gone.
fn vanish(folder: &Path) {
    let problem = folder.join("ledgers/2022-inspection/001.toml");
    let text = fs::read_to_string(&problem).unwrap();
    let entry = "\n[[entry]]\nkey = \"k7q2m9\"\non = 2022-10-12\nact = \"progress\"\nby = \"股\"\ntext = \"x\"\n";
    fs::write(&problem, format!("{text}{entry}")).unwrap();
    git(folder, "init -q -b main");
    git(folder, "add ledgers");
    git(folder, "commit -q -m base");
    fs::write(&problem, text).unwrap();
}

/// Two branches in one merge, as git makes it of their lines: `ours.toml` and `theirs.toml` are versions of problem 1.
fn merge(folder: &Path) {
    let problem = folder.join("ledgers/2022-inspection/001.toml");
    let commit = |message: &str| {
        git(folder, "add ledgers");
        git(folder, &format!("commit -q -m {message}"));
    };
    git(folder, "init -q -b main");
    commit("base");
    git(folder, "checkout -q -b theirs");
    fs::copy(folder.join("theirs.toml"), &problem).unwrap();
    commit("theirs");
    git(folder, "checkout -q main");
    fs::copy(folder.join("ours.toml"), &problem).unwrap();
    commit("ours");
    git(folder, "merge -q theirs -m merged");
}

/// The command of a case, if it is not `check`.
fn args(folder: &Path) -> Option<String> {
    fs::read_to_string(folder.join("args")).ok().map(|text| text.trim().to_owned())
}

/// What the library complains of in a case.
fn complaints(folder: &Path) -> Vec<Complaint> {
    let args = args(folder).unwrap_or_default();
    if args.starts_with("-f ") {
        let bytes = fs::read(folder.join("台账.csv")).unwrap();
        let label = args.split_once("--encoding ").map(|(_, rest)| rest.replace(" overdue", ""));
        let source = encoding::decode("台账.csv", &bytes, label.as_deref());
        return source
            .and_then(|source| sheet::read(&Arc::new(source), "台账", &sheet::Terms::default()))
            .err()
            .unwrap_or_default();
    }
    if args.starts_with("note ") {
        let bytes = fs::read(folder.join("ledgers/2022-inspection/001.toml")).unwrap();
        let refused = toml::append(&text::decode("", &bytes).unwrap(), 1, &Addition::Entry(note()));
        let Err(Refused::Complaints(complaints)) = refused else { panic!("{refused:?}") };
        return complaints;
    }
    match find(folder).unwrap().read() {
        Err(Failure::Complaints(complaints)) => complaints,
        Err(other) => panic!("{other:?}"),
        Ok(_) => Vec::new(),
    }
}

fn note() -> Entry {
    Entry {
        key: Key::from_random([7; 6]),
        on: Day::from_iso("2022-10-12").unwrap(),
        entered: None,
        act: Act::Progress { evidence: Vec::new() },
        by: "基层卫生股".into(),
        text: Some("推进".into()),
        request: None,
        extra: Extra::new(),
    }
}

/// The variants of an enum, as the source has them.
fn variants(source: &str, name: &str) -> Vec<String> {
    let head = format!("pub enum {name} {{\n");
    let body = source.split_once(&head).unwrap().1.split_once("\n}").unwrap().0;
    let word = |line: &str| line.chars().take_while(char::is_ascii_alphanumeric).collect();
    let names = body.lines().filter_map(|line| line.strip_prefix("    "));
    names.filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase())).map(word).collect()
}

#[test]
fn every_broken_book_is_answered_to_the_letter() {
    let mut wrong = Vec::new();
    for (name, folder) in cases() {
        let args = args(folder.path()).unwrap_or_else(|| "check".to_owned());
        let args: Vec<_> = args.split(' ').collect();
        let severity = Rule::ALL.iter().find(|(rule, ..)| name == format!("rule-{rule}"));
        let harmless = severity.is_some_and(|(.., severity)| *severity != Severity::Error);
        let status = match args.contains(&"check") {
            true if name.starts_with("fine-") || harmless => 0,
            true => 1,
            false => 3,
        };
        for lang in ["en", "zh"] {
            let run = golden::ledger(folder.path(), lang, &args);
            assert_eq!(run.status, status, "{name}: {}", run.session());
            let file = golden::folder("broken").join(&name).join(format!("expected.{lang}.txt"));
            wrong.extend(golden::compare(&file, &run.session()).err());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_check_cannot_read_no_other_command_reads() {
    let readable = |folder: &Path| args(folder).is_some() || complaints(folder).is_empty();
    for (name, folder) in cases() {
        let overdue = golden::ledger(folder.path(), "zh", &["overdue"]);
        if !readable(folder.path()) {
            let check = golden::ledger(folder.path(), "zh", &["check"]);
            assert_eq!((overdue.status, overdue.stdout.as_str()), (3, ""), "{name}");
            assert_eq!(overdue.stderr, check.stdout, "{name}");
        } else if args(folder.path()).is_none() {
            assert_eq!((overdue.status, overdue.stderr.as_str()), (0, ""), "{name}");
        }
    }
}

#[test]
fn every_fault_has_a_case() {
    let seen: Vec<_> = cases()
        .iter()
        .flat_map(|(_, folder)| complaints(folder.path()))
        .map(|complaint| format!("{:?}", complaint.fault))
        .collect();
    let source = include_str!("../src/complaint/fault.rs");
    let begins = |start: &str| {
        seen.iter().any(|fault| {
            let rest = fault.strip_prefix(start);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        })
    };
    let has = |part: &str| seen.iter().any(|fault| fault.contains(part));
    let mut missing: Vec<String> = variants(source, "Fault");
    assert!(missing.len() > 40, "{missing:?}");
    // `tests/office` has the cases of foreign files, tests/sessions/returned.rs those of a sheet that a unit sends back,
    // tests/sessions/wording.rs those of templates.
    let foreign = [
        "Foreign",
        "Package",
        "Office",
        "Damaged",
        "TooMuch",
        "OneColumn",
        "Form",
        "Cell",
        "Map",
        "Template",
    ];
    missing.retain(|fault| !begins(fault) && !foreign.contains(&&**fault));
    let kinds = [
        (source, "Expected", "expected: ", ""),
        (source, "Table", "table: ", ""),
        (include_str!("../src/domain/evidence.rs"), "BadEvidence", "Evidence(", ")"),
        (include_str!("../src/domain/amendment.rs"), "BadAmendment", "Amendment(", ""),
    ];
    for (source, name, before, behind) in kinds {
        let parts = variants(source, name).into_iter();
        missing
            .extend(parts.map(|part| format!("{before}{part}{behind}")).filter(|part| !has(part)));
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_rule_has_a_case() {
    for (rule, ..) in Rule::ALL {
        let case = golden::folder("broken").join(format!("rule-{rule}"));
        for lang in ["en", "zh"] {
            let text = fs::read_to_string(case.join(format!("expected.{lang}.txt")));
            let found = text.is_ok_and(|text| text.contains(&format!("[{rule}]")));
            assert!(found, "no case in {lang} for {rule}");
        }
    }
}

#[test]
fn windows_line_ends_and_byte_order_marks_are_kept() {
    let folder = copy_of("fine-crlf-and-bom");
    for (id, file) in [
        ("2022-inspection/1", "ledgers/2022-inspection/001.toml"),
        ("2023-survey/1", "ledgers/2023-survey.csv"),
    ] {
        let before = fs::read_to_string(folder.path().join(file)).unwrap();
        let words = ["note", id, "--by", "基层卫生股", "--text", "一\n二"];
        let run = golden::ledger(folder.path(), "zh", &words);
        assert_eq!(run.status, 0, "{}", run.session());
        let after = fs::read_to_string(folder.path().join(file)).unwrap();
        let added = after.strip_prefix(&before).unwrap();
        assert!(before.starts_with('\u{feff}') && before.len() < after.len(), "{file}");
        assert_eq!(added.matches('\n').count(), added.matches("\r\n").count(), "{added:?}");
    }
    assert_eq!(golden::ledger(folder.path(), "zh", &["check"]).status, 0);
}

#[test]
fn a_ledger_that_is_not_there_is_not_well() {
    let folder = copy_of("fine-crlf-and-bom");
    let run = golden::ledger(folder.path(), "zh", &["check", "-l", "2022-inspecton"]);
    assert_eq!(run.status, 3, "{}", run.session());
    assert!(run.stderr.contains("2022-inspection"), "{}", run.stderr);
}
