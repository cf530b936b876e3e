//! What papers rest on: the problems of each ledger in the order of printing, with their figures and what was done.

use std::collections::BTreeSet;

use super::life::effects;
use super::rules::{self, Bands, Counting, EnteredLater, Ruled};
use super::summary::{self, By, Figures, Summary};
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::domain::problem::Kind;
use crate::domain::standing::{Line, MeasureStanding, Standing};

/// The papers of the ledgers asked for.
#[derive(Debug)]
pub struct Papers<'a> {
    /// The day asked for.
    pub today: Day,
    /// One for each ledger of which anything is asked for, in the book's order.
    pub parts: Vec<Part<'a>>,
    /// What was entered after the day asked for.
    pub later: EnteredLater,
}

/// The paper of one ledger.
#[derive(Debug)]
pub struct Part<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// Its problems and tasks, in the order of printing.
    pub problems: Vec<&'a Standing<'a>>,
    /// Its duties, in the order of printing.
    pub duties: Vec<&'a Standing<'a>>,
    /// The figures of all of them.
    pub figures: Summary,
    /// The bands by which their lights are told.
    pub bands: Vec<Ruled<Bands>>,
    /// How their limits were counted.
    pub counting: Counting,
    /// Whether a last day rests on a year whose working days are not published.
    pub provisional: bool,
}

/// What the problems of a paper are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Called {
    /// Problems.
    Problems,
    /// Tasks of a work plan.
    Tasks,
    /// Both.
    Both,
}

/// A list that is a part of the ledger's columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// What was found.
    Problems,
    /// What is done about it, and by when.
    Measures,
    /// Who answers for it.
    Responsibility,
}

impl List {
    /// The three lists, in their order.
    pub const ALL: [Self; 3] = [Self::Problems, Self::Measures, Self::Responsibility];
}

/// Puts the problems asked for on paper; `repeated` are those that a later problem of the book names.
pub fn papers<'a>(
    standings: &'a [Standing<'a>],
    book: &BookHead,
    repeated: &BTreeSet<Id>,
    today: Day,
) -> Papers<'a> {
    let same = |one: &Standing<'_>, other: &Standing<'_>| one.ledger.name == other.ledger.name;
    let of_ledger = |standings: &'a [Standing<'a>]| part(standings, book, repeated, today);
    Papers {
        today,
        parts: standings.chunk_by(same).filter_map(of_ledger).collect(),
        later: rules::entered_later(standings),
    }
}

fn part<'a>(
    standings: &'a [Standing<'a>],
    book: &BookHead,
    repeated: &BTreeSet<Id>,
    today: Day,
) -> Option<Part<'a>> {
    let mut printed: Vec<_> = standings.iter().collect();
    printed.sort_by_key(|standing| (standing.problem.place_on_paper(), standing.problem.no));
    let (duties, problems) =
        printed.into_iter().partition(|standing| standing.problem.kind == Kind::Duty);
    let lines: Vec<_> = standings.iter().flat_map(all_lines).collect();
    Some(Part {
        ledger: standings.first()?.ledger,
        problems,
        duties,
        figures: summary::summary(standings, &[By::Category], false, book, repeated, today),
        bands: rules::bands(&lines),
        counting: rules::counting(&lines),
        provisional: lines.iter().any(Line::is_provisional),
    })
}

/// The lines that a paper shows of a problem: its own, and one for each measure.
fn all_lines<'a>(standing: &'a Standing<'a>) -> impl Iterator<Item = Line<'a>> {
    let measures = standing.measures.iter().map(|measure| standing.line_of(measure));
    standing.lines().into_iter().filter(|line| line.measure.is_none()).chain(measures)
}

impl Part<'_> {
    /// The figures of its problems and tasks, each counted once.
    pub fn total(&self) -> &Figures {
        &self.figures.problems.total
    }

    /// How many measures its problems and tasks have.
    pub fn measures(&self) -> usize {
        self.problems.iter().map(|standing| standing.measures.len()).sum()
    }

    /// What its problems are called.
    pub fn called(&self) -> Called {
        called(self.problems.iter().copied())
    }
}

/// What problems are called, duties apart.
pub fn called<'a>(standings: impl Iterator<Item = &'a Standing<'a>>) -> Called {
    let mut kinds = standings.map(|standing| standing.problem.kind).filter(|it| *it != Kind::Duty);
    match kinds.next() {
        Some(Kind::Task) if kinds.all(|kind| kind == Kind::Task) => Called::Tasks,
        Some(Kind::Problem) if kinds.all(|kind| kind == Kind::Problem) => Called::Problems,
        Some(_) => Called::Both,
        None => Called::Problems,
    }
}

/// What was done about a problem up to the day asked for: the entries that count and took effect, but those that only
/// say who answers, correct a slip or remind.
pub fn course<'a>(standing: &'a Standing<'a>) -> impl Iterator<Item = &'a Entry> {
    effects(standing).filter(|entry| {
        !matches!(
            entry.act,
            Act::Assign { .. } | Act::Notice { .. } | Act::Amend { .. } | Act::Void { .. }
        )
    })
}

/// What of that names a measure, or names none.
pub fn course_of<'a>(
    standing: &'a Standing<'a>,
    measure: Option<&MeasureStanding>,
) -> Vec<&'a Entry> {
    let about = |entry: &&Entry| match measure {
        None => entry.act.measures().is_empty(),
        Some(measure) => entry.act.measures().contains(&measure.measure.no),
    };
    course(standing).filter(about).collect()
}

/// The line that tells how the whole of a problem stands: its own, else that of its measures which is latest.
pub fn whole_line<'a>(standing: &'a Standing<'a>) -> Option<Line<'a>> {
    let lines = standing.lines();
    let own = lines.iter().find(|line| line.measure.is_none() && line.missed.is_none()).copied();
    let latest = || Standing::latest(&lines, standing.today).map(|(line, _)| line);
    own.or_else(latest).or_else(|| lines.first().copied())
}
