//! What lies between two versions of a book: first how much, then what.

use super::super::words::changes as told;
use super::column;
use crate::domain::book::Lang;
use crate::domain::money::Money;
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid};
use crate::render::value;
use crate::render::words::{self, Label, PastLabel};
use crate::reports::diff::{Diff, Kind, Line};

/// Lays out what lies between two versions, which are called by these names.
pub fn document(report: &Diff, names: (&str, &str), lang: Lang) -> Document {
    let mut document = Document::new(lang);
    let (from, to) = ((names.0, report.from), (names.1, report.to));
    document.push(Block::Heading(told::diff_heading(lang, from, to)));
    if report.lines.is_empty() {
        document.push(Block::Paragraph(told::nothing(lang).to_owned()));
    } else {
        document.push(Block::Facts(counts(report, lang)));
        document.push(Block::Grid(grid(report, lang)));
    }
    document.push(Block::Note(told::diff_rule(lang).to_owned()));
    document
}

fn counts(report: &Diff, lang: Lang) -> Vec<(String, String)> {
    let mut counts = Vec::new();
    for kind in Kind::all() {
        let (problems, times) = (report.ids(kind).len(), report.of(kind).count());
        if problems > 0 {
            let counted = told::diff_count(lang, kind, problems, times);
            counts.push((told::diff_kind(lang, kind).to_owned(), counted));
        }
    }
    let money = |amount: Money| value::readable(&Cell::Money(amount), lang);
    let sums = [
        (words::label(lang, Label::AmountRecovered), report.recovered),
        (words::past_label(lang, PastLabel::TakenBack), report.taken_back),
    ];
    let shown = sums.into_iter().filter(|(_, amount)| *amount > Money::ZERO);
    counts.extend(shown.map(|(label, amount)| (label.to_owned(), money(amount))));
    counts
}

fn grid(report: &Diff, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        Column::new(words::past_label(lang, PastLabel::Kind), ColumnKind::Name),
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Problem, ColumnKind::Text).weight(3),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        Column::new(words::past_label(lang, PastLabel::What), ColumnKind::Text)
            .weight(4)
            .optional(),
    ]);
    grid.main = true;
    for line in &report.lines {
        grid.push(cells(line, lang));
    }
    grid
}

fn cells(line: &Line, lang: Lang) -> Vec<Cell> {
    let units = if line.units.is_empty() { Cell::Empty } else { line.units.clone().into() };
    vec![
        told::diff_kind(lang, line.kind).into(),
        line.id.to_string().into(),
        line.title.as_str().into(),
        units,
        told::diff_what(lang, &line.what).into(),
    ]
}
