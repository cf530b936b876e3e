//! Reports laid out as documents: which columns, in which order, under which heading, with which notes.

pub mod further;
pub mod list;
pub mod notice;
pub mod overdue;
pub mod problem;
pub mod reading;
pub mod summary;

use super::document::{Block, Cell, Column, ColumnKind};
use super::words::{self, Label, Note};
use crate::domain::book::Lang;
use crate::domain::limit::Kind;
use crate::domain::responsible::Responsible;
use crate::domain::standing::{LastDay, Line};

fn column(lang: Lang, label: Label, kind: ColumnKind) -> Column {
    Column::new(words::label(lang, label), kind)
}

fn note(lang: Lang, note: &Note<'_>) -> Block {
    Block::Note(words::note(lang, note))
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
