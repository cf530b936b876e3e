//! How long it takes to take foreign files in, stage by stage: to read a sheet, a workbook and a document, and to write what
//! came of them, with the reading again that proves it.
//!
//! The data are those of `examples/generate`, so a figure is the same work on every machine.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops where it stands")]
#![allow(missing_docs, reason = "the macros write functions without a comment")]

use std::fs;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ledger::complaint::Source;
use ledger::domain::book::Lang;
use ledger::domain::problem::Problem;
use ledger::formats::{table, text, toml};
use ledger::intake::document;
use ledger::intake::sheet::{self, Terms};
use ledger::intake::take::{Asked, Taken, take};

#[path = "../examples/generate/office.rs"]
#[allow(dead_code, reason = "a book needs more of it")]
mod office;
#[path = "../examples/generate/sheet.rs"]
mod sheets;

const ROWS: u32 = 10_000;

fn bytes(name: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    sheets::write(&file, ROWS).unwrap();
    fs::read(file).unwrap()
}

fn source(text: String) -> Arc<Source> {
    Arc::new(Source { path: "a.csv".to_owned(), text, ..Source::default() })
}

/// Takes a file in and reads its first table.
fn read(name: &str, bytes: &[u8]) -> usize {
    let source = match take(name, bytes, &Asked::default()).unwrap() {
        Taken::Text(source) => Arc::new(source),
        Taken::Workbook(book) => book.choose(None).unwrap().source,
        Taken::Document(document) => document.source,
    };
    sheet::read(&source, "a", &Terms::default()).unwrap().ledger.problems.len()
}

/// A plan of a thousand items, each with its measures and who answers for them.
fn plan() -> Arc<Source> {
    let item = |no: u32| {
        let problem = office::problem(no);
        let measures = problem.measures.iter().map(|measure| measure.text.as_str());
        let measures = measures.collect::<Vec<_>>().join("；");
        let (lead, limit) = (&problem.responsible.lead[0], problem.limit.unwrap_or_default());
        format!(
            "{no}．{}。\n整改措施：{measures}。\n牵头单位：{lead}\n整改时限：{limit}\n",
            problem.title
        )
    };
    let items: String = (1..=1_000).map(item).collect();
    source(format!("关于巡察反馈意见的整改方案\n\n一、整改任务\n\n{items}"))
}

fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("taking");
    group.sample_size(10);
    group.throughput(Throughput::Elements(ROWS.into()));
    for name in ["sheet.csv", "sheet.xlsx"] {
        let bytes = bytes(name);
        group.bench_function(format!("read {ROWS} rows of {name}"), |bencher| {
            bencher.iter(|| assert_eq!(read(name, black_box(&bytes)), ROWS as usize));
        });
    }
    let problems: Vec<Problem> = (1..=ROWS).map(office::problem).collect();
    group.bench_function(format!("write {ROWS} problems as a table"), |bencher| {
        bencher.iter(|| table::write(black_box(&problems), Lang::Zh));
    });
    let empty = source(table::Writer::new(Lang::Zh, []).header());
    group.bench_function(format!("add {ROWS} problems to a table, read again"), |bencher| {
        bencher.iter(|| table::append_problems(&empty, black_box(&problems)).unwrap());
    });
    let whole = source(table::write(&problems, Lang::Zh));
    group.bench_function(format!("read {ROWS} problems of a table"), |bencher| {
        bencher.iter(|| table::read(black_box(&whole)).unwrap().len());
    });
    let files: Vec<String> = problems.iter().map(toml::write_problem).collect();
    group.bench_function(format!("read {ROWS} problems as TOML"), |bencher| {
        bencher.iter(|| {
            for (no, file) in (1..).zip(&files) {
                let source = Arc::new(text::decode("001.toml", file.as_bytes()).unwrap());
                black_box(toml::read_problem(&source, no).unwrap());
            }
        });
    });
    let plan = plan();
    group.throughput(Throughput::Elements(1_000));
    group.bench_function("read a document of 1,000 items", |bencher| {
        bencher.iter(|| document::read(black_box(&plan), "a").unwrap().problems.len());
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
