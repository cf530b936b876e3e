//! The bulletin of a period: how things stand, by unit, what happened, what is overdue and what falls due next.

use super::summary::{number, rate};
use super::{
    column, diff, last_day_cell, lead_cell, note, overdue, person_cell, push_later,
    push_rules_on_paper,
};
use crate::domain::acts::State;
use crate::domain::book::{BookHead, Lang};
use crate::domain::entry::ActKind;
use crate::domain::standing::Line;
use crate::render::document::{
    Block, Cell, Column, ColumnKind, Document, Grid, Level, Place, whole,
};
use crate::render::words::bulletin::{self as told, BulletinLabel};
use crate::render::words::paper::{Numbered, numbered};
use crate::render::words::{self, Label, Note};
use crate::reports::bulletin::{Bulletin, COUNTED};
use crate::reports::diff::{Kind, Line as Happened};
use crate::reports::summary::Figures;

/// A label, and its figure.
type Stock = (Label, fn(&Figures) -> usize);

/// A chapter: its heading, and what lays it out.
type Chapter = (BulletinLabel, fn(&mut Document, &Bulletin<'_>));

/// How things stand.
const STOCKS: [Stock; 5] = [
    (Label::All, |figures| figures.all.len()),
    (Label::Closed, |figures| figures.in_state(State::Closed).len()),
    (Label::Awaiting, |figures| figures.in_state(State::Awaiting).len()),
    (Label::Open, |figures| figures.in_state(State::Open).len()),
    (Label::Overdue, |figures| figures.overdue.len()),
];

/// What is told of each unit of what happened.
const IN_UNITS: [Kind; 3] = [Kind::New, Kind::Act(ActKind::Close), Kind::Overdue];

/// Lays out the bulletin.
pub fn document(report: &Bulletin<'_>, book: &BookHead, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.heading(Level::Title, told::title(lang, report.term.rhythm));
    let below = book.name.iter().cloned().chain([told::term(lang, report.term)]);
    document.push(Block::Line(Place::Centred, below.collect::<Vec<_>>().join("　")));
    let chapters: [Chapter; 5] = [
        (BulletinLabel::Overall, push_overall),
        (BulletinLabel::Units, push_units),
        (BulletinLabel::Happened, push_happened),
        (BulletinLabel::Overdue, push_overdue),
        (BulletinLabel::Next, push_next),
    ];
    for (place, (label, push)) in chapters.into_iter().enumerate() {
        let name = told::bulletin_label(lang, label);
        let heading = numbered(lang, Numbered::Chapter(place + 1), name);
        document.heading(Level::Chapter, heading);
        push(&mut document, report);
    }
    push_rules(&mut document, report);
    document
}

fn push_overall(document: &mut Document, report: &Bulletin<'_>) {
    let lang = document.lang;
    document.push(Block::Paragraph(told::stand(lang, report)));
    document.push(Block::Paragraph(told::happened(lang, report)));
    if !report.duties.is_empty() {
        document.push(Block::Paragraph(told::duties(lang, report)));
    }
    document.push(Block::Grid(compared(report, lang)));
}

/// The figures of the period beside those of the one before.
fn compared(report: &Bulletin<'_>, lang: Lang) -> Grid {
    let heading = |label, kind| Column::new(told::bulletin_label(lang, label), kind);
    let mut grid = Grid::new(vec![
        heading(BulletinLabel::Figure, ColumnKind::Name),
        heading(BulletinLabel::Now, ColumnKind::Number),
        heading(BulletinLabel::Before, ColumnKind::Number),
        heading(BulletinLabel::Change, ColumnKind::Number),
    ]);
    grid.main = true;
    let (now, before) = (&report.figures.problems.total, &report.earlier);
    for (label, count) in STOCKS {
        push_compared(&mut grid, words::label(lang, label), count(now), count(before));
    }
    let label = words::label(lang, Label::Rate);
    grid.push(vec![label.into(), rate(now), rate(before), Cell::Empty]);
    for kind in COUNTED {
        let (now, before) = (report.happened.ids(kind).len(), report.before.ids(kind).len());
        push_compared(&mut grid, told::counted(lang, kind), now, before);
    }
    let (now, before) = report.recovered();
    if now.fen() + before.fen() > 0 {
        let label = words::label(lang, Label::AmountRecovered);
        grid.push(vec![label.into(), now.into(), before.into(), Cell::Empty]);
    }
    grid
}

fn push_compared(grid: &mut Grid, label: &str, now: usize, before: usize) {
    let change = whole(now) - whole(before);
    grid.push(vec![label.into(), now.into(), before.into(), change.into()]);
}

fn push_units(document: &mut Document, report: &Bulletin<'_>) {
    let lang = document.lang;
    let happened =
        IN_UNITS.map(|kind| Column::new(told::counted_in_period(lang, kind), ColumnKind::Number));
    let stocks = STOCKS.map(|(label, _)| column(lang, label, ColumnKind::Number));
    let columns = [column(lang, Label::Lead, ColumnKind::Name)]
        .into_iter()
        .chain(happened)
        .chain(stocks)
        .chain([column(lang, Label::Rate, ColumnKind::Share)]);
    let mut grid = Grid::new(columns.collect());
    for unit in &report.units {
        let name = words::group(lang, &unit.group);
        grid.push(unit_cells(&name, |kind| counted(&unit.happened, kind), &unit.figures, 1));
    }
    let repeated = &report.figures.problems.repeated;
    if !repeated.all.is_empty() || report.repeated.iter().any(|count| *count > 0) {
        let name = words::label(lang, Label::Repeated);
        grid.push(unit_cells(name, |kind| counted(&report.repeated, kind), repeated, -1));
    }
    let (name, total) = (words::label(lang, Label::Total), &report.figures.problems.total);
    grid.push_total(unit_cells(name, |kind| report.happened.ids(kind).len(), total, 1));
    document.push(Block::Grid(grid));
}

/// What happened, and how things stand; with the sign −1 what is taken off.
fn unit_cells(
    name: &str,
    happened: impl Fn(Kind) -> usize,
    figures: &Figures,
    sign: i64,
) -> Vec<Cell> {
    let stocks = STOCKS.map(|(_, count)| number(count(figures), sign));
    let rate = if sign < 0 { Cell::Empty } else { rate(figures) };
    let happened = IN_UNITS.map(|kind| number(happened(kind), sign));
    [Cell::from(name)].into_iter().chain(happened).chain(stocks).chain([rate]).collect()
}

fn counted(counts: &[usize; COUNTED.len()], kind: Kind) -> usize {
    COUNTED.iter().position(|counted| *counted == kind).map_or(0, |place| counts[place])
}

fn push_happened(document: &mut Document, report: &Bulletin<'_>) {
    let listed = |line: &&Happened| COUNTED.contains(&line.kind) || line.kind.ends_work();
    let lines: Vec<_> = report.happened.lines.iter().filter(listed).collect();
    if lines.is_empty() {
        push_none(document, BulletinLabel::NothingHappened);
    } else {
        let grid = diff::lines(lines.into_iter(), document.lang);
        document.push(Block::Grid(Grid { main: false, ..grid }));
    }
}

fn push_overdue(document: &mut Document, report: &Bulletin<'_>) {
    if report.overdue.lines.is_empty() {
        push_none(document, BulletinLabel::NothingOverdue);
    } else {
        document.push(Block::Grid(overdue::lines(&report.overdue, document.lang)));
        document.push(note(document.lang, &overdue::total(&report.overdue)));
    }
}

fn push_next(document: &mut Document, report: &Bulletin<'_>) {
    let lang = document.lang;
    if report.next.is_empty() {
        return push_none(document, BulletinLabel::NothingDue);
    }
    let mut grid = Grid::new(vec![
        column(lang, Label::LastDay, ColumnKind::Date),
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::ProblemOrMeasure, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::Person, ColumnKind::Name).optional(),
    ]);
    for line in &report.next {
        grid.push(vec![
            last_day_cell(lang, line.last_day(), line.is_provisional()),
            line.id().to_string().into(),
            words::line_title(lang, line).into(),
            lead_cell(lang, line.responsible()),
            person_cell(line),
        ]);
    }
    document.push(Block::Grid(grid));
}

fn push_none(document: &mut Document, label: BulletinLabel) {
    let words = told::bulletin_label(document.lang, label);
    document.push(Block::Paragraph(words.to_owned()));
}

/// What the figures rest on.
fn push_rules(document: &mut Document, report: &Bulletin<'_>) {
    let lang = document.lang;
    document.push(Block::Note(told::rule(lang, report)));
    document.push(note(lang, &Note::RateRule));
    document.push(note(lang, &Note::OverdueRule));
    if report.overdue.missed + report.overdue.duty_measures > 0 || !report.duties.is_empty() {
        document.push(note(lang, &Note::DutyRule));
    }
    if report.overdue.provisional || report.next.iter().any(Line::is_provisional) {
        document.push(note(lang, &Note::ProvisionalRule));
    }
    push_rules_on_paper(document, &[], &report.figures.counting);
    push_later(document, report.today, &report.later);
}
