//! How many limits are read in a second, on one core: the tables of `tests/golden/`, again and again.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops where it stands")]
#![allow(missing_docs, reason = "the macros write functions without a comment")]

use std::collections::BTreeMap;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ledger::domain::book::CalendarAdditions;
use ledger::domain::calendar::Calendar;
use ledger::domain::day::Day;
use ledger::domain::limit::{Counting, read};
use ledger::domain::policy::Policy;

const TABLES: [&str; 2] =
    [include_str!("../tests/golden/limits.csv"), include_str!("../tests/golden/limits-more.csv")];

/// The words of the tables, and from which day each is counted.
fn limits() -> Vec<(String, Option<Day>)> {
    let rows = |table: &'static str| {
        let reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(table.as_bytes());
        reader.into_records().map(|row| {
            let row = row.unwrap();
            (row[0].to_owned(), Day::from_iso(&row[1]))
        })
    };
    TABLES.into_iter().flat_map(rows).collect()
}

fn bench(criterion: &mut Criterion) {
    let limits = limits();
    let calendar = Calendar::with(&CalendarAdditions::default());
    let (policy, dates) = (Policy::default(), BTreeMap::new());
    let mut group = criterion.benchmark_group("limits");
    group.throughput(Throughput::Elements(limits.len() as u64));
    group.bench_function("read", |bencher| {
        bencher.iter(|| {
            for (words, from) in &limits {
                let counting = Counting {
                    issued: None,
                    dates: &dates,
                    from: *from,
                    phases: &[],
                    policy: &policy,
                    calendar: &calendar,
                };
                black_box(read(black_box(words), &counting));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
