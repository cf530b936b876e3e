//! Figures by unit, person, source and the like, with a total that the rows add up to.

use super::{column, note};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid};
use crate::render::words::{self, Label, Note};
use crate::reports::summary::{By, Figures, Row, Summary};

/// A column of figures: its label, and the ids behind the figure of a row.
type Counted = (Label, fn(&Figures) -> Vec<Id>);

const COUNTED: [Counted; 9] = [
    (Label::All, |figures| figures.all.clone()),
    (Label::Open, |figures| figures.in_state(State::Open).to_vec()),
    (Label::Awaiting, |figures| figures.in_state(State::Awaiting).to_vec()),
    (Label::Closed, |figures| figures.in_state(State::Closed).to_vec()),
    (Label::OfWhichSustained, |figures| figures.sustained.clone()),
    (Label::Resting, Figures::resting),
    (Label::Overdue, |figures| figures.overdue.clone()),
    (Label::OverdueMeasures, |figures| figures.late_measures.clone()),
    (Label::DueSoon, |figures| figures.due_soon.clone()),
];

/// Lays out the figures.
pub fn document(report: &Summary, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.push(Block::Heading(words::note(
        lang,
        &Note::SummaryHeading { by: &report.by, today: report.today },
    )));
    let counts = |figures: &Figures, sign| count_cells(report, figures, sign);
    document.push(Block::Grid(table(report, lang, count_columns(report, lang), &counts)));
    notes(report, lang, &mut document);
    if has_money(report) {
        // A table of its own, since both do not fit 80 columns; programs get all in one.
        document.push(Block::Grid(table(report, lang, money_columns(lang), &money_cells)));
        let all =
            |figures: &Figures, sign| [counts(figures, sign), money_cells(figures, sign)].concat();
        let columns = [count_columns(report, lang), money_columns(lang)].concat();
        document.data = Some(table(report, lang, columns, &all));
    }
    document
}

/// Lays out the ids behind each figure of each row.
pub fn ids(report: &Summary, lang: Lang) -> Document {
    let mut document = document(report, lang);
    let mut grid = Grid::new(vec![
        column(lang, Label::Group, ColumnKind::Name),
        column(lang, Label::Figure, ColumnKind::Name),
        column(lang, Label::All, ColumnKind::Number),
        column(lang, Label::Id, ColumnKind::Text),
    ]);
    for row in &report.rows {
        for (label, ids) in counted(report) {
            let ids = ids(&row.figures);
            if !ids.is_empty() {
                let heading = row
                    .groups
                    .iter()
                    .map(|group| words::group(lang, group))
                    .collect::<Vec<_>>()
                    .join(" / ");
                let ids: Vec<_> = ids.iter().map(Id::to_string).collect();
                grid.push(vec![
                    heading.into(),
                    words::label(lang, label).into(),
                    ids.len().into(),
                    ids.into(),
                ]);
            }
        }
    }
    document.data = Some(grid.clone());
    document.push(Block::Grid(grid));
    document
}

/// The columns that this report needs: what rests and late measures are shown only where there are any.
fn counted(report: &Summary) -> Vec<Counted> {
    let needed = |(label, ids): &Counted| {
        !matches!(label, Label::Resting | Label::OverdueMeasures) || !ids(&report.total).is_empty()
    };
    COUNTED.into_iter().filter(needed).collect()
}

/// Whether rows repeat each other, so that they add up only with a correction.
fn repeats(report: &Summary) -> bool {
    let repeated = &report.repeated;
    !report.is_tree() && !(repeated.all.is_empty() && repeated.late_measures.is_empty())
}

fn has_money(report: &Summary) -> bool {
    report.total.involved != Money::ZERO || report.total.recovered != Money::ZERO
}

/// A table with a row for each group, a correction where rows repeat each other, and the total.
fn table(
    report: &Summary,
    lang: Lang,
    columns: Vec<Column>,
    cells: &dyn Fn(&Figures, i64) -> Vec<Cell>,
) -> Grid {
    let keys = report.by.iter().map(|by| column(lang, by_label(*by), ColumnKind::Name));
    let mut grid = Grid::new(keys.chain(columns).collect());
    for row in &report.rows {
        grid.push([names(row, lang), cells(&row.figures, 1)].concat());
    }
    let first = |label| {
        let mut cells = vec![Cell::Empty; report.by.len()];
        cells[0] = words::label(lang, label).into();
        cells
    };
    if repeats(report) {
        grid.push([first(Label::Repeated), cells(&report.repeated, -1)].concat());
    }
    grid.push_total([first(Label::Total), cells(&report.total, 1)].concat());
    grid
}

fn count_columns(report: &Summary, lang: Lang) -> Vec<Column> {
    let numbers =
        counted(report).into_iter().map(|(label, _)| column(lang, label, ColumnKind::Number));
    numbers.chain([column(lang, Label::Rate, ColumnKind::Share)]).collect()
}

fn money_columns(lang: Lang) -> Vec<Column> {
    [Label::AmountInvolved, Label::AmountRecovered]
        .map(|label| column(lang, label, ColumnKind::Money))
        .into()
}

fn money_cells(figures: &Figures, sign: i64) -> Vec<Cell> {
    let money = |amount: Money| {
        let less = sign < 0 && amount != Money::default();
        if less { format!("-{amount}").into() } else { Cell::from(amount) }
    };
    [figures.involved, figures.recovered].map(money).into()
}

fn names(row: &Row, lang: Lang) -> Vec<Cell> {
    let indent = "  ".repeat(row.depth);
    row.groups.iter().map(|group| format!("{indent}{}", words::group(lang, group)).into()).collect()
}

/// The counts of a row; `sign` is −1 where they are taken off.
fn count_cells(report: &Summary, figures: &Figures, sign: i64) -> Vec<Cell> {
    let number = |count: usize| Cell::Number(sign * i64::try_from(count).unwrap_or(i64::MAX));
    let mut cells: Vec<_> =
        counted(report).into_iter().map(|(_, ids)| number(ids(figures).len())).collect();
    let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let closed = whole(figures.in_state(State::Closed).len());
    let rate = Cell::Share { numerator: closed, denominator: whole(figures.rated) };
    cells.push(if sign < 0 { Cell::Empty } else { rate });
    cells
}

fn notes(report: &Summary, lang: Lang, document: &mut Document) {
    let mut notes = vec![Note::RateRule, Note::OverdueRule];
    if report.by.contains(&By::Unit) {
        notes.push(Note::CountRule { count: report.count, tree: report.is_tree() });
    }
    if repeats(report) {
        notes.push(Note::RepeatedRule);
    }
    notes.extend(report.soon.map(|days| Note::SoonRule { days }));
    notes.extend(report.immediate.map(|days| Note::ImmediateRule { days }));
    if !report.total.late_measures.is_empty() {
        notes.push(Note::LateMeasures);
    }
    if report.duties > 0 {
        notes.push(Note::DutiesApart { duties: report.duties });
    }
    for rule in &notes {
        document.push(note(lang, rule));
    }
}

/// The label of a key to group by.
pub fn by_label(by: By) -> Label {
    match by {
        By::Unit => Label::Unit,
        By::Person => Label::Person,
        By::Leader => Label::Leader,
        By::Source => Label::Source,
        By::Category => Label::Category,
        By::Ledger => Label::Ledger,
        By::Status => Label::State,
        By::Kind => Label::Kind,
        By::Month => Label::Month,
    }
}
