//! How long taking in takes: a sheet of 10,000 rows and seven columns, read and found its twins; and papers whose labels and
//! lists come again and again, of which four times as many may take four times as long.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops where it stands")]
#![allow(missing_docs, reason = "the macros write functions without a comment")]

use std::fmt::Write;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ledger::complaint::Source;
use ledger::domain::book::Book;
use ledger::intake::document;
use ledger::intake::draft::Draft;
use ledger::intake::sheet::{Terms, Unread};
use ledger::intake::twins::Twins;

fn source(path: &str, text: String) -> Arc<Source> {
    Arc::new(Source { path: path.to_owned(), text, ..Source::default() })
}

/// A sheet as an office has it: a problem in each row, with limits in words and states in words.
fn sheet(rows: usize) -> Arc<Source> {
    const LIMITS: [&str; 5] =
        ["10月底前", "立行立改、长期坚持", "2022-11-15", "第四季度末", "15个工作日内"];
    const STATES: [&str; 3] = ["整改中", "已完成", "已销号"];
    let mut text = "序号,存在问题,整改措施,责任单位,责任人,整改时限,整改状态\r\n".to_owned();
    for row in 1..=rows {
        let (unit, limit, state) = (row % 200, LIMITS[row % 5], STATES[row % 3]);
        write!(
            text,
            "{row},第{row}份药品采购合同审批不严，未经分管领导审批签字即行付款，管理责任没有落实,\
             修订采购办法，补办第{row}份合同的审批手续，由分管领导每月抽查一次,第{unit}镇卫生院,\
             第{unit}卫生院院长,{limit},{state}\r\n"
        )
        .unwrap();
    }
    source("台账.csv", text)
}

/// A paper of which each problem has a list and a label.
fn paper(pairs: usize) -> Arc<Source> {
    let mut text = "关于某局巡察反馈意见整改情况的报告\n\n".to_owned();
    for pair in 1..=pairs {
        write!(text, "存在问题：\n1.合同{pair}未经审批\n2.台账{pair}不全\n责任单位：甲科\n")
            .unwrap();
    }
    source("报告.txt", text)
}

fn taking(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("taking");
    group.sample_size(10);
    let rows = 10_000;
    let table = sheet(rows);
    group.throughput(Throughput::Elements(rows as u64));
    group.bench_function("sheet-10000", |bencher| {
        let terms = Terms { unread: Unread::Refused, ..Terms::default() };
        bencher.iter(|| Draft::of_sheet(&table, "2022", &terms).unwrap().problems.len());
    });
    let draft = Draft::of_sheet(&table, "2022", &Terms::default()).unwrap();
    let book = Book::default();
    group.bench_function("twins-10000", |bencher| {
        bencher.iter(|| {
            let mut twins = Twins::of(&book, "2022");
            let lines = draft.problems.iter().enumerate();
            let seen = lines.filter(|(place, line)| {
                let digest = twins.digest(&line.problem);
                twins.look(&line.problem, digest, *place).earlier.is_some()
            });
            seen.count()
        });
    });
    for pairs in [1_500, 6_000] {
        let paper = paper(pairs);
        group.throughput(Throughput::Elements(pairs as u64));
        group.bench_with_input(BenchmarkId::new("paper", pairs), &paper, |bencher, paper| {
            bencher.iter(|| document::read(paper, "2022").unwrap().problems.len());
        });
    }
    group.finish();
}

criterion_group!(benches, taking);
criterion_main!(benches);
