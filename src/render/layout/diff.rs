//! What lies between two versions of a book: first how much, then what.

use super::super::words::changes as told;
use super::column;
use super::summary::{by_label, number};
use crate::domain::book::Lang;
use crate::domain::money::Money;
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Level};
use crate::render::value;
use crate::render::words::{self, Label, PastLabel};
use crate::reports::diff::{Diff, Kind, Line, Rows};

/// Lays out what lies between two versions, which are called by these names.
///
/// With rows, they stand in the place of the lines.
pub fn document(report: &Diff, rows: Option<&Rows>, names: (&str, &str), lang: Lang) -> Document {
    let mut document = Document::new(lang);
    let (from, to) = ((names.0, report.from), (names.1, report.to));
    document.push(Block::Heading(Level::Part, told::diff_heading(lang, from, to)));
    if report.lines.is_empty() {
        document.push(Block::Paragraph(told::nothing(lang).to_owned()));
    } else {
        document.push(Block::Facts(counts(report, lang)));
        let grid = |rows| by(report, rows, &happened(report), lang);
        document.push(Block::Grid(rows.map_or_else(|| lines(report.lines.iter(), lang), grid)));
    }
    if let Some(rows) = rows {
        // Programs find the same columns whatever happened.
        document.data = Some(by(report, rows, &Kind::all(), lang));
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

/// The kinds of which there is anything.
fn happened(report: &Diff) -> Vec<Kind> {
    Kind::all().into_iter().filter(|kind| report.of(*kind).next().is_some()).collect()
}

/// A row for each group, a correction where problems stand in several, and the total.
fn by(report: &Diff, rows: &Rows, kinds: &[Kind], lang: Lang) -> Grid {
    let keys = rows.by.iter().map(|by| column(lang, by_label(*by), ColumnKind::Name));
    let heading = |kind: &Kind| Column::new(told::diff_kind(lang, *kind), ColumnKind::Number);
    let mut grid = Grid::new(keys.chain(kinds.iter().map(heading)).collect());
    for row in &rows.rows {
        let groups = row.groups.iter().map(|group| words::group(lang, group).into());
        grid.push(groups.chain(kinds.iter().map(|kind| row.count(*kind).into())).collect());
    }
    let first = |label| {
        let mut cells = vec![Cell::Empty; rows.by.len()];
        cells[0] = words::label(lang, label).into();
        cells
    };
    let repeated: Vec<_> = kinds.iter().map(|kind| rows.repeated(report, *kind)).collect();
    if repeated.iter().any(|count| *count > 0) {
        let counts = repeated.into_iter().map(|count| number(count, -1));
        grid.push(first(Label::Repeated).into_iter().chain(counts).collect());
    }
    let totals = kinds.iter().map(|kind| report.ids(*kind).len().into());
    grid.push_total(first(Label::Total).into_iter().chain(totals).collect());
    grid
}

/// What happened, a row for each.
pub(super) fn lines<'a>(lines: impl Iterator<Item = &'a Line>, lang: Lang) -> Grid {
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
    for line in lines {
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
