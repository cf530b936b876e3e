//! What `examples/generate` writes is what `ledger` writes, in both forms, and has no errors.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::fs;
use std::path::Path;
use std::process::Command;

use ledger::domain::book::Lang;
use ledger::domain::problem::Problem;
use ledger::formats::{table, toml};
use ledger::store::{Form, find};

#[path = "../examples/generate/book.rs"]
mod book;
#[path = "../examples/generate/office.rs"]
mod office;
#[path = "../examples/generate/sheet.rs"]
mod sheet;

const PROBLEMS: u32 = 100;

fn ledger(folder: &Path, words: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_ledger"))
        .current_dir(folder)
        .args(words)
        .args(["--lang", "en", "--today", "2023-06-30"])
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

fn problems(folder: &Path) -> Vec<Problem> {
    let stored = find(folder).unwrap().read().unwrap();
    stored.book.ledgers.into_iter().flat_map(|ledger| ledger.problems).collect()
}

#[test]
fn both_forms_are_as_ledger_writes_them_and_hold_the_same() {
    let [folder, csv] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    book::write(folder.path(), PROBLEMS, Form::Folder).unwrap();
    book::write(csv.path(), PROBLEMS, Form::Table).unwrap();
    for office in [folder.path(), csv.path()] {
        let (status, said) = ledger(office, &["check"]);
        assert_eq!(status, Some(0), "{said}");
    }
    let made: Vec<_> = (1..=PROBLEMS).map(office::problem).collect();
    assert_eq!(problems(folder.path()), made);
    assert_eq!(problems(csv.path()), made);
    for problem in &made {
        let file = format!("ledgers/{}/{:03}.toml", book::LEDGER, problem.no);
        let text = fs::read_to_string(folder.path().join(file)).unwrap();
        assert_eq!(text, toml::write_problem(problem));
    }
    let text = fs::read_to_string(csv.path().join(format!("ledgers/{}.csv", book::LEDGER)));
    assert_eq!(text.unwrap(), table::write(&made, Lang::Zh));
}

#[test]
fn the_shares_are_those_that_are_promised() {
    let folder = tempfile::tempdir().unwrap();
    book::write(folder.path(), 2_000, Form::Table).unwrap();
    // A measure that is late by a day of its own is a line, too, and no problem.
    let is_problem = |id: &&str| !id.contains('.');
    let count = |words: &[&str]| ledger(folder.path(), words).1.lines().filter(is_problem).count();
    let overdue = count(&["list", "--status", "overdue", "--ids"]);
    let closed = count(&["list", "--status", "closed", "--ids"]);
    assert!((150..190).contains(&overdue), "{overdue}");
    assert!((1_660..1_740).contains(&closed), "{closed}");
    let made: Vec<_> = (1..=2_000).map(office::problem).collect();
    let letters: usize =
        made.iter().filter_map(|it| it.detail.as_ref()).map(|it| it.chars().count()).sum();
    assert!((110..145).contains(&(letters / made.len())), "{}", letters / made.len());
}

#[test]
fn sheets_of_both_sorts_are_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    book::write(folder.path(), 1, Form::Folder).unwrap();
    for name in ["sheet.csv", "sheet.xlsx"] {
        sheet::write(&folder.path().join(name), PROBLEMS).unwrap();
        let ledger = |words: &[&str]| ledger(folder.path(), words);
        let by = ["--by", office::OWNER, "--closed-as", "done", "--yes", "--enrol"];
        let into = name.replace('.', "-");
        let (status, said) = ledger(&[&["import", name, "--into", &into][..], &by].concat());
        assert_eq!(status, Some(0), "{said}");
        assert!(said.contains("100 problems, 200 measures"), "{said}");
    }
}
