//! Which notices (督办) are due on a day, by the ladder in force.

use super::policies::{InForce, in_force};
use super::rules::{Counting, EnteredLater};
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::id::Id;
use crate::domain::roster::Roster;
use crate::domain::standing::{Fulfilment, Line, Standing};

/// The notices that are due.
#[derive(Debug)]
pub struct Notices<'a> {
    /// The day for which they are due.
    pub today: Day,
    /// One for each problem to which one is due, in the book's order.
    pub due: Vec<Due<'a>>,
    /// The ladders that the problems asked for rest on.
    pub ladders: Vec<InForce>,
    /// Duties with occurrences that were missed: a miss has no last day that could be moved, so no ladder leads from it.
    pub duties: usize,
    /// Open problems of which no line has a last day.
    pub undated: usize,
    /// How the limits were counted that notices rest on.
    pub counting: Counting,
    /// Whether a last day rests on a year whose working days are not published.
    pub provisional: bool,
    /// What was entered after the day asked for.
    pub later: EnteredLater,
}

/// A notice that is due.
#[derive(Debug)]
pub struct Due<'a> {
    /// The problem.
    pub standing: &'a Standing<'a>,
    /// The open line of it that is latest.
    pub worst: Line<'a>,
    /// Days since that line's last day; below zero before it.
    pub days: i64,
    /// The place of the rung in the ladder, from 1.
    pub level: u32,
    /// To whom it goes: the lead units, else those responsible together, else the persons responsible.
    pub to: Vec<String>,
    /// The last notice on the way up this ladder.
    pub last: Option<Issued<'a>>,
}

/// A notice that was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Issued<'a> {
    /// The place of its rung, from 1.
    pub level: u32,
    /// Its number.
    pub number: &'a str,
    /// Its day.
    pub on: Day,
}

/// Finds the notices that are due. Those that nobody works on, or that await verification, get none.
pub fn notices<'a>(standings: &'a [Standing<'a>], book: &BookHead, today: Day) -> Notices<'a> {
    let due: Vec<_> = standings.iter().filter_map(|standing| due(standing, &book.roster)).collect();
    let duties = standings.iter().filter(|standing| {
        standing.duty.as_ref().is_some_and(|duty| duty.count(Fulfilment::Missed) > 0)
    });
    let undated = standings.iter().filter(|standing| {
        let open = standing.lines().iter().any(Line::is_open);
        standing.duty.is_none() && open && worst(standing).is_none()
    });
    let lines: Vec<_> = due.iter().map(|due| due.worst).collect();
    Notices {
        today,
        ladders: in_force(standings, book, |policy| policy.ladder.clone()),
        duties: duties.count(),
        undated: undated.count(),
        counting: super::rules::counting(&lines),
        provisional: lines.iter().any(Line::is_provisional),
        due,
        later: super::rules::entered_later(standings),
    }
}

/// The notice that is due to a problem: the highest rung whose day has come, where for its latest open line no notice of
/// that rung or a higher one was issued since its day was last set.
pub fn due<'a>(standing: &'a Standing<'a>, roster: &Roster) -> Option<Due<'a>> {
    let (worst, days) = worst(standing)?;
    let level = standing.policy.rung(days)?;
    if worst.noticed() >= Some(level) {
        return None;
    }
    let to = addressees(standing, &worst, roster);
    Some(Due { standing, worst, days, level, to, last: last(standing, worst.noticed()) })
}

/// The open line that is latest, with the days since its last day.
fn worst<'a>(standing: &'a Standing<'a>) -> Option<(Line<'a>, i64)> {
    if standing.duty.is_some() {
        return None;
    }
    Standing::latest(&standing.lines(), standing.today)
}

fn addressees(standing: &Standing<'_>, worst: &Line<'_>, roster: &Roster) -> Vec<String> {
    let units = |names: &[String]| -> Vec<String> {
        names.iter().map(|name| roster.current_name(name).to_owned()).collect()
    };
    let (whole, part) = (&standing.responsible, worst.responsible());
    // Whom a masked problem concerns is nowhere written that is printed.
    let persons =
        |names: &[String]| if standing.problem.masked { Vec::new() } else { names.to_vec() };
    let lists = [
        units(&whole.lead),
        units(&whole.joint),
        units(&part.lead),
        units(&part.joint),
        persons(&whole.person),
        persons(&part.person),
    ];
    lists.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
}

fn last<'a>(standing: &'a Standing<'a>, noticed: Option<u32>) -> Option<Issued<'a>> {
    let noticed = noticed?;
    let places = standing.effective.iter().rev();
    let mut issued = places.filter_map(|place| {
        let entry = standing.problem.entries.get(*place)?;
        let Act::Notice { level, number, .. } = &entry.act else { return None };
        Some(Issued { level: *level, number, on: entry.on })
    });
    issued.find(|issued| issued.level >= noticed)
}

impl Due<'_> {
    /// Days since the last day; nothing on it or before it.
    pub fn days_late(&self) -> Option<i64> {
        (self.days > 0).then_some(self.days)
    }

    /// Days left until the last day, 0 on it; nothing after it.
    pub fn days_left(&self) -> Option<i64> {
        (self.days <= 0).then_some(-self.days)
    }

    /// The id of the problem.
    pub fn id(&self) -> Id {
        self.standing.id()
    }
}
