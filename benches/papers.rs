//! How long papers take: the register of 10,000 problems as a document for a word processor.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on stops where it stands")]
#![allow(missing_docs, reason = "the macros write functions without a comment")]

use criterion::{Criterion, criterion_group, criterion_main};
use ledger::domain::book::Lang;
use ledger::domain::day::Day;
use ledger::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Hue, Paper};
use ledger::render::docx;

/// A register with two measures to each problem.
fn register(problems: u32) -> Document {
    let kinds = [
        ("序号", ColumnKind::Number),
        ("具体问题", ColumnKind::Text),
        ("整改措施", ColumnKind::Text),
        ("责任单位", ColumnKind::Name),
        ("截止日期", ColumnKind::Date),
        ("整改进展", ColumnKind::Text),
        ("整改状态", ColumnKind::Light),
    ];
    let columns = kinds.into_iter().map(|(heading, kind)| Column::new(heading, kind));
    let mut grid = Grid::new(columns.collect());
    for number in 1..=problems {
        for measure in 1..=2 {
            let once = |cell: Cell| if measure == 1 { cell } else { Cell::Above };
            let units = vec!["基层卫生股".to_owned(), format!("第{}镇卫生院", number % 60)];
            grid.push(vec![
                once(number.into()),
                once("家庭医生签约“重数量、轻履约”，签约率、履约率偏低，部分乡镇资料不全".into()),
                format!("（{measure}）逐户核对签约名册，清理空挂签约{number}户").into(),
                Cell::List(units),
                Day::new(2022, 10, 8).into(),
                "已完成核对；2022年10月30日报党组会研究，列入年度考核".into(),
                Cell::Lit("已整改".into(), Hue::Green),
            ]);
        }
    }
    let mut document = Document::new(Lang::Zh);
    document.paper = Paper::Landscape;
    document.push(Block::Grid(grid));
    document
}

fn papers(criterion: &mut Criterion) {
    let document = register(10_000);
    let mut group = criterion.benchmark_group("papers");
    group.sample_size(10);
    group.bench_function("docx-10000", |bencher| {
        bencher.iter(|| {
            let mut bytes = Vec::new();
            docx::write(&document, &mut bytes).unwrap();
            bytes.len()
        });
    });
    group.finish();
}

criterion_group!(benches, papers);
criterion_main!(benches);
