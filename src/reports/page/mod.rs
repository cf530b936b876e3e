//! What a leader sees on one page: the figures, how they came about, by unit, what falls due, and every problem.

mod calendar;
mod course;

use std::collections::BTreeSet;

pub use calendar::{Calendar, DueDay};
pub use course::{Course, Point};

use super::life::{self, Lives};
use super::rules::{self, Bands, Ruled};
use super::summary::{self, By, Counted, Figures, Group, Summary};
use crate::domain::acts::State;
use crate::domain::book::BookHead;
use crate::domain::id::Id;
use crate::domain::standing::{AsOf, Line, Standing};

/// A page of the problems asked for.
#[derive(Debug)]
pub struct Page<'a> {
    /// The name of the book.
    pub book: Option<String>,
    /// The figures, by unit.
    pub summary: Summary,
    /// The same in parts that add up, the units with most overdue first.
    pub units: Vec<Unit>,
    /// How many problems were open, awaiting and closed from the first day to the one asked for.
    pub course: Course,
    /// What falls due around the day asked for.
    pub calendar: Calendar<'a>,
    /// Every problem, task and duty, with what happened to it, in the book's order.
    pub lives: Lives<'a>,
    /// The bands by which the lights are told.
    pub bands: Vec<Ruled<Bands>>,
    /// Whether a last day rests on a year whose working days are not published.
    pub provisional: bool,
}

/// The problems of a unit, each in one of these parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The unit.
    pub name: Group,
    /// Verified.
    pub closed: usize,
    /// Reported done, not yet verified.
    pub awaiting: usize,
    /// Open, and not overdue.
    pub in_time: usize,
    /// Open, and overdue.
    pub overdue: usize,
    /// Suspended, transferred or withdrawn.
    pub resting: usize,
}

/// What is known beside the problems asked for.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a, 'b> {
    /// The head of the book.
    pub book: &'a BookHead,
    /// The problems that later ones name.
    pub repeated: &'a BTreeSet<Id>,
    /// The problems that may be linked with those asked for.
    pub all: &'a [Standing<'b>],
}

/// Gathers the page.
pub fn page<'a>(
    as_of: &AsOf<'a>,
    standings: &'a [Standing<'a>],
    known: &Known<'_, '_>,
) -> Page<'a> {
    let Known { book, repeated, all } = *known;
    let today = as_of.today;
    let lines: Vec<_> = standings.iter().flat_map(Standing::lines).collect();
    let summary = summary::summary(standings, &[By::Unit], false, book, repeated, today);
    Page {
        book: book.name.clone(),
        units: units(&summary.problems),
        course: course::course(as_of, standings),
        calendar: calendar::calendar(&lines, today),
        bands: rules::bands(&lines),
        provisional: lines.iter().any(Line::is_provisional),
        lives: life::lives(as_of, standings, all),
        summary,
    }
}

fn units(counted: &Counted) -> Vec<Unit> {
    let unit = |name: &Group, figures: &Figures| {
        let overdue = figures.overdue.len();
        Unit {
            name: name.clone(),
            closed: figures.in_state(State::Closed).len(),
            awaiting: figures.in_state(State::Awaiting).len(),
            in_time: figures.in_state(State::Open).len().saturating_sub(overdue),
            overdue,
            resting: figures.resting().len(),
        }
    };
    let named = counted.rows.iter().filter_map(|row| Some((row.groups.first()?, &row.figures)));
    // One that has late measures of others' problems and none of its own has no bar.
    let named = named.filter(|(_, figures)| !figures.all.is_empty());
    let mut units: Vec<_> = named.map(|(name, figures)| unit(name, figures)).collect();
    units.sort_by_key(|unit| std::cmp::Reverse((unit.overdue, unit.sum())));
    units
}

impl Unit {
    /// All its problems.
    pub fn sum(&self) -> usize {
        self.closed + self.awaiting + self.in_time + self.overdue + self.resting
    }
}

#[cfg(test)]
mod tests;
