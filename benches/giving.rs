//! How long it takes to give out 10,000 problems: the page, the workbook of all, the register and the report on
//! rectification for a word processor. The program runs as a process of its own, as a clerk runs it.
//!
//! `LEDGER_BOOK=FOLDER` keeps the book, so that memory can be measured on it with `/usr/bin/time -v`.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops where it stands")]
#![allow(clippy::print_stderr, reason = "sizes are told beside the times")]
#![allow(missing_docs, reason = "the macros write functions without a comment")]

#[path = "../examples/generate/dice.rs"]
mod dice;
#[path = "../examples/generate/life.rs"]
#[allow(dead_code, reason = "what a problem came to is told by the example only")]
mod life;
#[path = "../examples/generate/office.rs"]
mod office;
#[path = "../examples/generate/words.rs"]
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use ledger::domain::day::Day;
use ledger::formats::toml;

const PROBLEMS: u32 = 10_000;
const LEDGER: &str = "2020-inspection";

/// What each paper is called, and its words; the last one is its file.
const PAPERS: [(&str, &str); 4] = [
    ("page-html", "report page -o page.html"),
    ("export-xlsx", "export -o all.xlsx"),
    ("register-docx", "report register -o register.docx"),
    ("rectification-docx", "report rectification -o rectification.docx"),
];

fn today() -> Day {
    let (year, month, day) = life::TODAY;
    Day::new(year, month, day).unwrap()
}

/// Writes the book below a folder.
fn write(folder: &Path) {
    let book = folder.join("ledgers");
    let ledger = book.join(LEDGER);
    fs::create_dir_all(&ledger).unwrap();
    fs::write(book.join("book.toml"), toml::write_book(&office::book(LEDGER))).unwrap();
    fs::write(ledger.join("ledger.toml"), toml::write_head(&office::head())).unwrap();
    for no in 1..=PROBLEMS {
        let problem = life::make(no, today()).problem;
        fs::write(ledger.join(format!("{no:03}.toml")), toml::write_problem(&problem)).unwrap();
    }
}

/// Gives out a paper, and returns its size in bytes.
fn give_out(folder: &Path, words: &str) -> u64 {
    let output = Command::new(env!("CARGO_BIN_EXE_ledger"))
        .args(words.split(' '))
        .args(["--force", "--lang", "zh", "--today", &today().to_string()])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let file = words.rsplit(' ').next().unwrap_or_default();
    fs::metadata(folder.join(file)).unwrap().len()
}

fn giving(criterion: &mut Criterion) {
    let own = tempfile::tempdir().unwrap();
    let kept = std::env::var_os("LEDGER_BOOK").map(PathBuf::from);
    let folder = kept.unwrap_or_else(|| own.path().to_owned());
    write(&folder);
    let mut group = criterion.benchmark_group("giving");
    group.sample_size(10).measurement_time(Duration::from_secs(20));
    for (name, words) in PAPERS {
        eprintln!("{name}: {} bytes", give_out(&folder, words));
        group.bench_function(name, |bencher| bencher.iter(|| give_out(&folder, words)));
    }
    group.finish();
}

criterion_group!(benches, giving);
criterion_main!(benches);
