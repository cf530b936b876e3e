//! How long the past takes: the log of one problem among 1,000 in 5,000 commits beside `git log -p` of its file, the proof
//! of that history, the same of a table, and the difference of a book of 10,000.
//!
//! The repositories are made anew with `git fast-import`; the program runs as a process of its own, as a clerk runs it.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops where it stands")]
#![allow(missing_docs, reason = "the macros write functions without a comment")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};
use tempfile::TempDir;

/// The first commit's second; each of the next ones comes an hour later.
const BEGIN: u32 = 1_663_894_800;

/// A stream for `git fast-import`.
#[derive(Default)]
struct Stream(String);

impl Stream {
    fn commit(&mut self, number: u32, files: &[(String, String)]) {
        let time = BEGIN + 3600 * number;
        let _ = writeln!(self.0, "commit refs/heads/main");
        let _ = writeln!(self.0, "committer A <a@example.org> {time} +0800\ndata 1\n-");
        for (path, text) in files {
            let _ = writeln!(self.0, "M 100644 inline {path}\ndata {}\n{text}", text.len());
        }
    }
}

fn problem(no: u32, entries: u32) -> (String, String) {
    let mut text = format!(
        "title = \"第{no}号问题\"\ndetail = \"签约率、履约率偏低，资料不全，整改责任未落实。\"\nlead = [\"基层卫生股\"]\n\
         limit = \"10月底前\"\ndue = 2022-10-31\n\n[[measure]]\nno = 1\ntext = \"进社区、进单位签约\"\n"
    );
    for entry in 0..entries {
        let _ = write!(
            text,
            "\n[[entry]]\nkey = \"{entry:06}\"\non = 2022-10-01\nact = \"progress\"\nby = \"甲\"\ntext = \"进展\"\n"
        );
    }
    (format!("ledgers/2022/{no:03}.toml"), text)
}

/// A repository with so many problems, of which each commit but the first adds an entry to one.
fn repository(problems: u32, commits: u32) -> TempDir {
    let mut stream = Stream::default();
    let head = "timezone = \"Asia/Shanghai\"\nledger = \"2022\"\n".to_owned();
    let mut files = vec![
        ("ledgers/book.toml".to_owned(), head),
        ("ledgers/2022/ledger.toml".to_owned(), "issued = 2022-09-23\n".to_owned()),
    ];
    files.extend((1..=problems).map(|no| problem(no, 0)));
    stream.commit(0, &files);
    for number in 1..commits {
        let no = number * 7_919 % problems + 1;
        stream.commit(number, &[problem(no, number / problems + 1)]);
    }
    imported(&stream)
}

/// A repository with a table of so many problems, of which each commit but the first adds an entry to one.
fn table(problems: u32, commits: u32) -> TempDir {
    let mut text =
        "record,no,measure,seq,key,on,act,by,title,text,detail,lead,limit,due\n".to_owned();
    for no in 1..=problems {
        let seq = 2 * no;
        let _ = writeln!(
            text,
            "problem,{no},,{seq},,,,,第{no}号问题,,签约率、履约率偏低，资料不全，整改责任未落实。,基层卫生股,10月底前,2022-10-31\n\
             measure,{no},1,{},,,,,,进社区、进单位签约,,,,",
            seq + 1
        );
    }
    let mut stream = Stream::default();
    let head = "timezone = \"Asia/Shanghai\"\nledger = \"2022\"\n".to_owned();
    let name = || "ledgers/2022.csv".to_owned();
    let files = [
        ("ledgers/book.toml".to_owned(), head),
        ("ledgers/2022.toml".to_owned(), "issued = 2022-09-23\n".to_owned()),
        (name(), text.clone()),
    ];
    stream.commit(0, &files);
    for number in 1..commits {
        let (no, seq) = (number * 7_919 % problems + 1, 2 * problems + 1 + number);
        let _ = writeln!(text, "entry,{no},,{seq},{number:06},2022-10-01,progress,甲,,进展,,,,");
        stream.commit(number, &[(name(), text.clone())]);
    }
    imported(&stream)
}

fn imported(stream: &Stream) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    git(folder.path(), &["init", "-q", "-b", "main"], "");
    git(folder.path(), &["fast-import", "--quiet"], &stream.0);
    git(folder.path(), &["reset", "-q", "--hard"], "");
    git(folder.path(), &["gc", "-q"], "");
    folder
}

fn git(folder: &Path, words: &[&str], input: &str) {
    let mut git = Command::new("git");
    let mut git = git.args(words).current_dir(folder).stdin(Stdio::piped()).spawn().unwrap();
    git.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    assert!(git.wait().unwrap().success(), "git {words:?}");
}

fn ledger(folder: &Path, words: &str) {
    let mut ledger = Command::new(env!("CARGO_BIN_EXE_ledger"));
    let output = ledger.args(words.split(' ')).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// What git itself needs for the changes of a file.
fn peer(folder: &Path, file: &str) {
    let mut git = Command::new("git");
    let output = git.args(["log", "-p", "--", file]).current_dir(folder).output().unwrap();
    assert!(output.status.success() && !output.stdout.is_empty());
}

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("past");
    group.sample_size(10);
    let long = repository(1_000, 5_000);
    let told = |name: &str| format!("{name} of one of 1,000 problems in 5,000 commits");
    let file = "ledgers/2022/500.toml";
    group.bench_function(told("git log -p"), |bench| bench.iter(|| peer(long.path(), file)));
    group.bench_function(told("log"), |bench| bench.iter(|| ledger(long.path(), "log 500")));
    group.bench_function("verify 5,000 commits", |bench| {
        bench.iter(|| ledger(long.path(), "verify"));
    });
    git(long.path(), &["commit-graph", "write", "--reachable", "--changed-paths"], "");
    let told = |name: &str| format!("{}, paths kept", told(name));
    group.bench_function(told("git log -p"), |bench| bench.iter(|| peer(long.path(), file)));
    group.bench_function(told("log"), |bench| bench.iter(|| ledger(long.path(), "log 500")));
    let rows = table(1_000, 1_000);
    let told = |name: &str| format!("{name} a table of 1,000 problems in 1,000 commits");
    let file = "ledgers/2022.csv";
    group.bench_function(told("git log -p"), |bench| bench.iter(|| peer(rows.path(), file)));
    for words in ["log 500", "log", "verify"] {
        group.bench_function(told(words), |bench| bench.iter(|| ledger(rows.path(), words)));
    }
    let wide = repository(10_000, 20);
    for (name, words) in [
        ("diff of 10,000 problems, not committed", "diff --today 2022-09-24"),
        ("diff of 10,000 problems, two commits of a day", "diff HEAD~3 HEAD --today 2022-09-24"),
        ("diff of 10,000 problems, another day", "diff HEAD~3 HEAD --today 2022-11-11"),
        ("list of 10,000 problems as a commit has them", "list --at HEAD~3"),
    ] {
        group.bench_function(name, |bencher| bencher.iter(|| ledger(wide.path(), words)));
    }
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
