//! The further figures of a summary: tables of their own, of those columns in which anything stands.

use super::summary::number;
use super::{column, note};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::money::Money;
use crate::domain::standing::Accounted;
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, whole};
use crate::render::words::{self, FurtherNote, Label, Note};
use crate::reports::summary::{Figures, Listed, Summary, Tally, shares};

/// Makes the cells of a row; the sign is −1 where they are taken off.
type Cells<'a> = dyn Fn(&Figures, i64) -> Vec<Cell> + 'a;

/// One more table: its columns, how the cells of a row are made, and the rule under it.
pub(super) struct More<'a> {
    pub(super) columns: Vec<Column>,
    pub(super) cells: Box<Cells<'a>>,
    pub(super) rules: Vec<FurtherNote<'static>>,
}

/// A figure that stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Figure {
    Problems(Listed),
    Sum(Tally),
}

/// What became of the work in time.
const TIMELINESS: [Figure; 8] = [
    Figure::Problems(Listed::Reported),
    Figure::Problems(Listed::InTime),
    Figure::Problems(Listed::InTimeExtended),
    Figure::Problems(Listed::ReportedLate),
    Figure::Problems(Listed::ReportedUndated),
    Figure::Problems(Listed::Extended),
    Figure::Sum(Tally::Extensions),
    Figure::Sum(Tally::DaysWon),
];

/// What had to be done about it, and what came back.
const AFTERWARDS: [Figure; 8] = [
    Figure::Problems(Listed::Noticed),
    Figure::Sum(Tally::Notices),
    Figure::Problems(Listed::Reopened),
    Figure::Problems(Listed::Relapsed),
    Figure::Problems(Listed::OnWatch),
    Figure::Problems(Listed::ReviewOverdue),
    Figure::Problems(Listed::Recurring),
    Figure::Problems(Listed::CameBack),
];

impl Figure {
    fn of(self, figures: &Figures) -> i64 {
        match self {
            Self::Problems(figure) => whole(figures.further.listed(figure).len()),
            Self::Sum(figure) => figures.further.tally(figure),
        }
    }

    /// What it means, where its heading alone does not say it.
    fn rule(self) -> Option<FurtherNote<'static>> {
        match self {
            Self::Problems(Listed::InTime) => None,
            Self::Problems(figure) => Some(FurtherNote::Listed(figure)),
            Self::Sum(Tally::DaysWon) => Some(FurtherNote::Tally(Tally::DaysWon)),
            Self::Sum(_) => None,
        }
    }

    fn label(self) -> Label {
        match self {
            Self::Problems(figure) => Label::Listed(figure),
            Self::Sum(figure) => Label::Tally(figure),
        }
    }
}

/// The tables that this report needs.
pub(super) fn parts(report: &Summary, lang: Lang) -> Vec<More<'_>> {
    let mut parts = Vec::new();
    parts.extend(counts(report, lang, &TIMELINESS));
    parts.extend(counts(report, lang, &AFTERWARDS));
    parts.extend(counted(report, lang));
    let total = &report.problems.total;
    if total.involved != Money::ZERO || total.recoverable != Money::ZERO {
        parts.push(money(lang));
    }
    parts
}

fn counts<'a>(report: &Summary, lang: Lang, figures: &[Figure]) -> Option<More<'a>> {
    let total = &report.problems.total;
    let shown: Vec<_> = figures.iter().copied().filter(|figure| figure.of(total) != 0).collect();
    let recurring = shown.contains(&Figure::Problems(Listed::Recurring));
    let numbers = shown.iter().map(|figure| column(lang, figure.label(), ColumnKind::Number));
    let rate = recurring.then(|| column(lang, Label::RecurrenceRate, ColumnKind::Share));
    let columns: Vec<_> = numbers.chain(rate).collect();
    let rules = shown.iter().filter_map(|figure| figure.rule()).collect();
    let cells = move |figures: &Figures, sign: i64| {
        let numbers = shown.iter().map(|figure| Cell::Number(sign * figure.of(figures)));
        let rate = recurring.then(|| recurrence(figures, sign));
        numbers.chain(rate).collect()
    };
    let some = !columns.is_empty();
    some.then(|| More { columns, cells: Box::new(cells), rules })
}

/// The share of those that repeat an earlier problem.
fn recurrence(figures: &Figures, sign: i64) -> Cell {
    let numerator = whole(figures.further.listed(Listed::Recurring).len());
    let withdrawn = whole(figures.in_state(State::Withdrawn).len());
    let share = Cell::Share { numerator, denominator: whole(figures.all.len()) - withdrawn };
    if sign < 0 { Cell::Empty } else { share }
}

/// What indicators only count.
fn counted(report: &Summary, lang: Lang) -> Option<More<'_>> {
    let total = &report.problems.total.further.counted;
    let heading = |(name, unit): &(String, String)| {
        Column::new(words::counted(lang, name, unit), ColumnKind::Number)
    };
    let columns: Vec<_> = total.keys().map(heading).collect();
    let cells = move |figures: &Figures, sign: i64| {
        let of = |name| {
            let sum = figures.further.counted.get(name).copied().unwrap_or_default();
            Cell::Figure(if sign < 0 { -sum } else { sum })
        };
        total.keys().map(of).collect()
    };
    let rules = vec![FurtherNote::Counted];
    (!columns.is_empty()).then(|| More { columns, cells: Box::new(cells), rules })
}

fn money(lang: Lang) -> More<'static> {
    let amounts = [
        Label::AmountInvolved,
        Label::AmountRecoverable,
        Label::AmountRecovered,
        Label::AmountOutstanding,
    ];
    let amounts = amounts.map(|label| column(lang, label, ColumnKind::Money));
    let rate = column(lang, Label::RecoveryRate, ColumnKind::Share);
    More {
        columns: amounts.into_iter().chain([rate]).collect(),
        cells: Box::new(money_cells),
        rules: vec![FurtherNote::Money],
    }
}

fn money_cells(figures: &Figures, sign: i64) -> Vec<Cell> {
    let money = |amount: Money| {
        let less = sign < 0 && amount != Money::default();
        if less { Cell::Less(amount) } else { Cell::from(amount) }
    };
    let Figures { involved, recoverable, recovered, .. } = *figures;
    let amounts = [involved, recoverable, recovered, figures.outstanding()].map(money);
    let rate = if sign < 0 { Cell::Empty } else { share(recovered, recoverable) };
    amounts.into_iter().chain([rate]).collect()
}

/// The share of an amount in another, of whole 分.
fn share(part: Money, whole: Money) -> Cell {
    // Sums may be wider than a cell; halving both keeps their share as far as anybody can see.
    let (mut part, mut whole) = (part.fen(), whole.fen());
    while whole > i128::from(i64::MAX) {
        (part, whole) = (part / 2, whole / 2);
    }
    let fits = |fen: i128| i64::try_from(fen).unwrap_or(i64::MAX);
    Cell::Share { numerator: fits(part), denominator: fits(whole) }
}

/// The rules of the tables that this report needs.
pub fn rules(report: &Summary) -> Vec<Note<'_>> {
    // The rules of figures are the same in both languages.
    let rules = parts(report, Lang::En).into_iter().flat_map(|more| more.rules);
    rules
        .chain(has_accounted(report).then_some(FurtherNote::Accounted))
        .map(Note::Further)
        .collect()
}

fn has_accounted(report: &Summary) -> bool {
    report.problems.total.further.accounted.iter().any(|form| form.times > 0)
}

/// Lays out the persons held to account by the four forms, where there are any.
pub(super) fn accounted(report: &Summary, lang: Lang, document: &mut Document) {
    let forms = report.problems.total.further.accounted;
    if !has_accounted(report) {
        return;
    }
    let mut grid = Grid::new(vec![
        column(lang, Label::Form, ColumnKind::Name),
        column(lang, Label::Persons, ColumnKind::Number),
        column(lang, Label::Times, ColumnKind::Number),
        column(lang, Label::ShareOfTimes, ColumnKind::Share),
    ]);
    let tenths = |numerator: u32| Cell::Share { numerator: numerator.into(), denominator: 1000 };
    for (place, (form, share)) in forms.iter().zip(shares(forms.map(|form| form.times))).enumerate()
    {
        let name = words::form(lang, place + 1);
        grid.push(vec![name.into(), form.persons.into(), form.times.into(), tenths(share)]);
    }
    let sum = |of: fn(&Accounted) -> u32| {
        number(forms.iter().map(|form| usize::try_from(of(form)).unwrap_or(0)).sum(), 1)
    };
    let (persons, times) = (sum(|form| form.persons), sum(|form| form.times));
    grid.push_total(vec![words::label(lang, Label::Total).into(), persons, times, tenths(1000)]);
    document.push(Block::Grid(grid));
    document.push(note(lang, &Note::Further(FurtherNote::Accounted)));
}
