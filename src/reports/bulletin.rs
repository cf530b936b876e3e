//! What a bulletin tells of a period (周报、月报): how things stand at its end, what happened in it, and both against the
//! period before; what is overdue, and what falls due in the next.

use std::collections::BTreeSet;

use super::diff::{self, Diff, Kind};
use super::overdue::{Overdue, overdue};
use super::rules::{EnteredLater, entered_later};
use super::summary::{By, Figures, Group, Summary, summary};
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::filter::Filter;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::problem::Kind as Matter;
use crate::domain::standing::{Fulfilment, Line, Standing};
use crate::domain::term::Term;

/// What a bulletin tells.
#[derive(Debug)]
pub struct Bulletin<'a> {
    /// The period.
    pub term: Term,
    /// The last day of it that is told: today, where the period has not ended.
    pub today: Day,
    /// The figures at its end, by unit.
    pub figures: Summary,
    /// The figures at the end of the period before.
    pub earlier: Figures,
    /// What happened in it to problems and tasks.
    pub happened: Diff,
    /// What happened in the period before.
    pub before: Diff,
    /// What happened, and how things stand, by unit.
    pub units: Vec<Unit>,
    /// To how many problems each of [`COUNTED`] happened that stand in further rows of units, too.
    pub repeated: [usize; COUNTED.len()],
    /// What is overdue at its end.
    pub overdue: Overdue<'a>,
    /// What falls due in the next period, the earliest first.
    pub next: Vec<Line<'a>>,
    /// Occurrences of duties that fell in it.
    pub duties: Occurred,
    /// What was entered after the day asked for.
    pub later: EnteredLater,
}

/// A unit in a bulletin.
#[derive(Debug)]
pub struct Unit {
    /// The unit.
    pub group: Group,
    /// Its figures at the end of the period.
    pub figures: Figures,
    /// To how many of its problems each of [`COUNTED`] happened.
    pub happened: [usize; COUNTED.len()],
}

/// Occurrences of duties that fell in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Occurred {
    /// Reported in time.
    pub met: usize,
    /// Reported after their day.
    pub late: usize,
    /// Not reported by the end of their day.
    pub missed: usize,
}

/// What is counted of what happened, in the order in which it is told.
pub const COUNTED: [Kind; 8] = [
    Kind::New,
    Kind::Act(ActKind::Done),
    Kind::Act(ActKind::Close),
    Kind::Act(ActKind::Return),
    Kind::Act(ActKind::Reopen),
    Kind::Act(ActKind::Extend),
    Kind::Overdue,
    Kind::Act(ActKind::Notice),
];

/// How the problems asked for stand on the days that bound two periods.
#[derive(Debug, Clone, Copy)]
pub struct Bounds<'a> {
    /// On the day before the period before.
    pub earlier: &'a [Standing<'a>],
    /// On the day before the period.
    pub start: &'a [Standing<'a>],
    /// On its last day, or today.
    pub end: &'a [Standing<'a>],
}

/// Tells of a period up to `today`; `repeated` are the problems that a later one of the book names.
pub fn bulletin<'a>(
    bounds: Bounds<'a>,
    term: Term,
    today: Day,
    book: &BookHead,
    repeated: &BTreeSet<Id>,
) -> Bulletin<'a> {
    let Bounds { earlier, start, end } = bounds;
    let counts = |standing: &Standing<'_>| standing.problem.kind != Matter::Duty;
    let last = |day: Day| day.plus_days(-1);
    let happened = diff::diff(start, end, (last(term.from), today), counts);
    let before = diff::diff(earlier, start, (last(term.before().from), last(term.from)), counts);
    let figures = |of: &[Standing<'_>], day| summary(of, &[By::Unit], false, book, repeated, day);
    let now = figures(end, today);
    let rows = diff::rows(&happened, (start, end), &[By::Unit], &book.roster);
    let unit = |group: &Group| {
        let row = now.problems.rows.iter().find(|row| row.groups.first() == Some(group));
        let moved = rows.rows.iter().find(|row| row.groups.first() == Some(group));
        Unit {
            group: group.clone(),
            figures: row.map(|row| row.figures.clone()).unwrap_or_default(),
            happened: COUNTED.map(|kind| moved.map_or(0, |row| row.count(kind))),
        }
    };
    let groups = now.problems.rows.iter().filter_map(|row| row.groups.first());
    let groups: BTreeSet<_> =
        groups.chain(rows.rows.iter().filter_map(|row| row.groups.first())).collect();
    Bulletin {
        units: groups.into_iter().map(unit).collect(),
        repeated: COUNTED.map(|kind| rows.repeated(&happened, kind)),
        earlier: figures(start, last(term.from)).problems.total,
        overdue: overdue(end, &Filter::default(), today),
        next: falling_due(end, term.after()),
        duties: occurred(end, term),
        later: entered_later(end),
        figures: now,
        term,
        today,
        happened,
        before,
    }
}

/// The open lines whose last day lies in a period, and the occurrences of duties that do.
fn falling_due<'a>(standings: &'a [Standing<'a>], term: Term) -> Vec<Line<'a>> {
    let lines = standings.iter().flat_map(Standing::lines);
    let due = |line: &Line<'_>| line.last_day().day().filter(|day| term.holds(*day));
    let mut lines: Vec<_> = lines
        .filter(|line| line.is_open() && line.missed.is_none() && due(line).is_some())
        .collect();
    lines.sort_by_key(due); // stable: in the book's order on one day
    lines
}

fn occurred(standings: &[Standing<'_>], term: Term) -> Occurred {
    let count = |fulfilment| {
        let duties = standings.iter().filter_map(|standing| standing.duty.as_ref());
        duties.flat_map(|duty| duty.days(fulfilment)).filter(|day| term.holds(*day)).count()
    };
    Occurred {
        met: count(Fulfilment::Met),
        late: count(Fulfilment::Late),
        missed: count(Fulfilment::Missed),
    }
}

impl Occurred {
    /// Tells whether any fell in the period.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl Bulletin<'_> {
    /// Tells whether the period goes on after the day that is told.
    pub fn goes_on(&self) -> bool {
        self.today < self.term.until
    }

    /// The money that came back in the period, and in the one before.
    pub fn recovered(&self) -> (Money, Money) {
        (self.happened.recovered, self.before.recovered)
    }
}
