//! The lines that a unit has to work off, for a sheet that it fills in and sends back.

use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::domain::standing::{Line, Standing};

/// What a unit has to work off.
#[derive(Debug)]
pub struct UnitForm<'a> {
    /// The unit, by its name of today.
    pub unit: &'a str,
    /// The day asked for.
    pub today: Day,
    /// A line for each measure that is the unit's, and for each problem without measures; of a duty each occurrence that is
    /// missed, and the next.
    pub lines: Vec<Line<'a>>,
}

/// Picks the lines of problems that are being worked off and are the unit's, or one's below it.
pub fn unit_form<'a>(
    standings: &'a [Standing<'a>],
    unit: &'a str,
    roster: &Roster,
    today: Day,
) -> UnitForm<'a> {
    let mut lines = Vec::new();
    for standing in standings.iter().filter(|standing| standing.state.is_active()) {
        let is_its = |who: &Responsible| {
            let units = [&who.lead, &who.joint, &who.with].into_iter().flatten();
            units.into_iter().any(|name| roster.line_up(name).contains(&unit))
        };
        if standing.duty.is_some() || standing.measures.is_empty() {
            let own = standing.lines().into_iter().filter(|line| line.measure.is_none());
            lines.extend(own.filter(|line| is_its(line.responsible())));
        } else {
            let own = standing.measures.iter().map(|measure| standing.line_of(measure));
            lines.extend(own.filter(|line| is_its(line.responsible())));
        }
    }
    UnitForm { unit, today, lines }
}

/// The last sign of life of a line: the newest progress, report or return of its problem that speaks of it.
pub fn last_word<'a>(line: &Line<'a>) -> Option<&'a Entry> {
    let standing = line.standing;
    let entries = standing.effective.iter().rev().map(|place| &standing.problem.entries[*place]);
    let speaks = |entry: &&Entry| match &entry.act {
        Act::Progress { .. } => true,
        Act::Done { measures, .. } | Act::Return { measures } => {
            line.measure.is_none_or(|it| measures.is_empty() || measures.contains(&it.measure.no))
        }
        _ => false,
    };
    entries.filter(|entry| entry.text.is_some()).find(speaks)
}
