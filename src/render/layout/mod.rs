//! Reports laid out as documents: which columns, in which order, under which heading, with which notes.

pub mod bars;
pub mod bulletin;
pub mod check;
pub mod diff;
pub mod export;
pub mod further;
pub mod list;
pub mod log;
pub mod masking;
pub mod morning;
pub mod notice;
pub mod overdue;
pub mod page;
pub mod paper;
pub mod problem;
pub mod reading;
pub mod returned;
pub mod review;
pub mod summary;
pub mod taking;
pub mod unit_form;
pub mod verify;

use super::document::{Block, Cell, Column, ColumnKind, Document, Hue};
use super::words::{self, Label, Note, Rule};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::limit::Kind;
use crate::domain::policy::Review;
use crate::domain::responsible::Responsible;
use crate::domain::standing::{LastDay, Light, Line};
use crate::reports::rules::{Bands, Counting, EnteredLater, Ruled};

fn column(lang: Lang, label: Label, kind: ColumnKind) -> Column {
    Column::new(words::label(lang, label), kind)
}

fn note(lang: Lang, note: &Note<'_>) -> Block {
    Block::Note(words::note(lang, note))
}

fn rule(lang: Lang, rule: Rule<'_>) -> Block {
    Block::Note(words::rule(lang, rule))
}

/// Says how the lights of a report are told.
fn push_bands(document: &mut Document, bands: &[Ruled<Bands>]) {
    push_ruled(document, bands, |lang, bands| words::rule(lang, Rule::Lights(bands)));
}

/// Says how limits were counted, where a line rests on that.
fn push_counting(document: &mut Document, counting: &Counting) {
    push_counted(document, counting, words::rule);
}

/// The same two in a paper, whose readers have no `book.toml`.
fn push_rules_on_paper(document: &mut Document, bands: &[Ruled<Bands>], counting: &Counting) {
    push_ruled(document, bands, |lang, bands| words::rule_on_paper(lang, Rule::Lights(bands)));
    push_counted(document, counting, words::rule_on_paper);
}

fn push_counted(document: &mut Document, counting: &Counting, rule: fn(Lang, Rule<'_>) -> String) {
    push_ruled(document, &counting.immediate, |lang, days| rule(lang, Rule::Immediate(*days)));
    push_ruled(document, &counting.periods, |lang, periods| rule(lang, Rule::Periods(*periods)));
}

/// Says when closed problems are looked at again.
fn push_reviews(document: &mut Document, every: &[Ruled<Review>]) {
    push_ruled(document, every, |lang, every| words::rule(lang, Rule::Reviews(Some(*every))));
}

fn push_ruled<T>(document: &mut Document, rules: &[Ruled<T>], said: impl Fn(Lang, &T) -> String) {
    let lang = document.lang;
    for of in rules {
        document.push(Block::Note(words::ruled(lang, of, said(lang, &of.rule))));
    }
}

/// Says what was entered after the day asked for, where anything was.
fn push_later(document: &mut Document, today: Day, later: &EnteredLater) {
    if !later.is_empty() {
        document.push(rule(document.lang, Rule::EnteredLater { today, later }));
    }
}

/// The colour that stands for a light: red asks for work at once, blue for a review; grey asks for nothing.
fn hue(light: Light) -> Option<Hue> {
    match light {
        Light::Overdue | Light::Relapsed => Some(Hue::Red),
        Light::Due { narrowest: true, .. } => Some(Hue::BrightYellow),
        Light::Due { .. } => Some(Hue::Yellow),
        Light::OnSchedule => Some(Hue::Green),
        Light::ReviewDue | Light::ReviewOverdue => Some(Hue::Blue),
        Light::Resting(_) => Some(Hue::Grey),
        Light::NoDay | Light::Awaiting | Light::Closed => None,
    }
}

fn light_cell(lang: Lang, line: &Line<'_>) -> Cell {
    lit_cell(lang, line.light())
}

fn lit_cell(lang: Lang, light: Light) -> Cell {
    let words = words::light(lang, light);
    match hue(light) {
        Some(hue) => Cell::Lit(words, hue),
        None => words.into(),
    }
}

/// Columns for programs: extensions, and whether the work was reported in time.
fn course_columns(lang: Lang) -> Vec<Column> {
    vec![
        column(lang, Label::FirstDay, ColumnKind::Date),
        column(lang, Label::Extensions, ColumnKind::Number),
        column(lang, Label::DaysWon, ColumnKind::Number),
        column(lang, Label::Reported, ColumnKind::Date),
        column(lang, Label::LateByFirst, ColumnKind::Number),
        column(lang, Label::LateByLast, ColumnKind::Number),
        column(lang, Label::LateMeasure, ColumnKind::Number),
        column(lang, Label::LateDay, ColumnKind::Date),
        column(lang, Label::LateExtensions, ColumnKind::Number),
    ]
}

fn course_cells(line: &Line<'_>) -> Vec<Cell> {
    let (extensions, won) = line.extended();
    let late = line.reported_late();
    vec![
        line.first_day().day().into(),
        extensions.into(),
        won.into(),
        line.reported().and_then(Day::known).into(),
        late.map(|late| late.by_first).into(),
        late.map(|late| late.by_last).into(),
        late.and_then(|late| late.measure).into(),
        late.map(|late| late.last).into(),
        late.map(|late| late.extensions).into(),
    ]
}

/// The lead units of a line, else those responsible together, marked as such.
fn lead_cell(lang: Lang, who: &Responsible) -> Cell {
    match (who.lead.as_slice(), who.joint.as_slice()) {
        ([], []) => Cell::Empty,
        ([], joint) => {
            let mut names = joint.to_vec();
            names[0] = words::together(lang, &names[0]);
            names.into()
        }
        (lead, _) => lead.to_vec().into(),
    }
}

/// Its number on paper, where that is another than its number in the ledger.
fn reference_cell(line: &Line<'_>) -> Cell {
    let problem = &line.standing.problem;
    let other = problem.reference.clone().filter(|reference| *reference != problem.no.to_string());
    other.into()
}

/// The persons of a line, else the leaders.
fn person_cell(line: &Line<'_>) -> Cell {
    let who = line.responsible();
    let persons = if who.person.is_empty() { &who.leader } else { &who.person };
    if persons.is_empty() { Cell::Empty } else { persons.clone().into() }
}

/// The last day, marked where it is provisional, or why there is none.
fn last_day_cell(lang: Lang, day: &LastDay, provisional: bool) -> Cell {
    match day {
        LastDay::Day(day) if provisional => Cell::Provisional(*day),
        LastDay::Day(day) => (*day).into(),
        LastDay::NotGiven => Cell::Empty,
        // A table has no room for what to do about it; `check` tells.
        LastDay::Unclear(reading) if matches!(reading.kind, Kind::NoStart | Kind::Unreadable) => {
            words::limit_kind(lang, reading.kind).into()
        }
        LastDay::NoDay(reading) | LastDay::Unclear(reading) => words::reading(lang, reading).into(),
    }
}
