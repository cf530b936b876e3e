//! How long a large table takes: reading alone, what is overdue, and figures by unit. A hundred thousand problems at most; a
//! million where `LEDGER_MILLION` is set, since that table has two gigabytes.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops where it stands")]
#![allow(missing_docs, reason = "the macros write functions without a comment")]

#[path = "../examples/generate/dice.rs"]
mod dice;
#[path = "../examples/generate/life.rs"]
#[allow(dead_code, reason = "what became of a problem is asked by the example")]
mod life;
#[path = "../examples/generate/office.rs"]
mod office;
#[path = "../examples/generate/words.rs"]
mod words;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ledger::domain::book::{BookHead, Lang};
use ledger::domain::day::Day;
use ledger::domain::filter::Filter;
use ledger::domain::ledger::Ledger;
use ledger::domain::problem::Problem;
use ledger::domain::standing::AsOf;
use ledger::formats::table::lean::Wants;
use ledger::formats::{table, text};
use ledger::reports::overdue;
use ledger::reports::summary::{Asked, By, Gathering};
use ledger::store::{Portions, stream};

/// What figures by unit want.
const WANTS: Wants = Wants { persons: false, sorts: false, ..Wants::FIGURES };

fn today() -> Day {
    let (year, month, day) = life::TODAY;
    Day::new(year, month, day).unwrap()
}

/// Writes a table of so many problems.
fn write(path: &Path, problems: u32) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    let mut writer = table::Writer::new(Lang::Zh, []);
    let mut rows = writer.header();
    for no in 1..=problems {
        writer.push(&life::make(no, today()).problem, &mut rows);
        file.write_all(rows.as_bytes()).unwrap();
        rows.clear();
    }
    file.flush().unwrap();
}

/// Counts the overdue lines, as the command does.
fn overdue_lines(path: &Path, head: &BookHead, ledger: &Ledger) -> usize {
    let as_of = AsOf::new(head, today());
    let terms = as_of.terms(ledger);
    let rests = |problem: &Problem| overdue::is_at_rest(problem, as_of.today);
    let portions = Portions::default();
    let wants = Wants { first_look: true, ..Wants::LINES };
    let parts = stream(path, wants, &portions, rests, Vec::new, |kept, problem| {
        let standing = as_of.standing_by(&terms, Cow::Owned(problem));
        kept.extend(standing.filter(overdue::says_anything_of));
    });
    let kept: Vec<_> = parts.unwrap().into_iter().flatten().collect();
    overdue::overdue(&kept, &Filter::default(), today()).lines.len()
}

/// Counts by unit, as the command does.
fn by_unit(path: &Path, head: &BookHead, ledger: &Ledger) -> usize {
    let as_of = AsOf::new(head, today());
    let (terms, none) = (as_of.terms(ledger), BTreeSet::new());
    let asked =
        Asked { by: &[By::Unit], tree: false, ids: false, roster: &head.roster, repeated: &none };
    let begin = || Gathering::new(asked);
    let parts = stream(
        path,
        WANTS,
        &Portions::default(),
        |_| false,
        begin,
        |part, problem| {
            if let Some(standing) = as_of.standing_by(&terms, Cow::Owned(problem)) {
                part.add(&standing);
            }
        },
    );
    let all = parts.unwrap().into_iter().reduce(|mut all, part| {
        all.append(part);
        all
    });
    all.unwrap().finish(head, today()).problems.rows.len()
}

fn tables(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let head = office::book("a");
    let ledger = Ledger { name: "a".into(), head: office::head(), ..Ledger::default() };
    let mut sizes = vec![1_000, 10_000, 100_000];
    sizes.extend(std::env::var_os("LEDGER_MILLION").map(|_| 1_000_000));
    let mut group = criterion.benchmark_group("tables");
    group.sample_size(10);
    for size in sizes {
        let path = folder.path().join(format!("{size}.csv"));
        write(&path, size);
        group.throughput(Throughput::Elements(size.into()));
        group.bench_function(BenchmarkId::new("pieces", size), |bencher| {
            let count = |sum: &mut usize, _| *sum += 1;
            let none = || 0;
            bencher.iter(|| stream(&path, WANTS, &Portions::default(), |_| false, none, count));
        });
        group.bench_function(BenchmarkId::new("overdue", size), |bencher| {
            bencher.iter(|| overdue_lines(&path, &head, &ledger));
        });
        group.bench_function(BenchmarkId::new("by-unit", size), |bencher| {
            bencher.iter(|| by_unit(&path, &head, &ledger));
        });
        if size <= 10_000 {
            let bytes = std::fs::read(&path).unwrap();
            group.bench_function(BenchmarkId::new("complete", size), |bencher| {
                bencher.iter(|| {
                    let source = Arc::new(text::decode("a.csv", &bytes).unwrap());
                    table::read(&source).unwrap().len()
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, tables);
criterion_main!(benches);
