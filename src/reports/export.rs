//! The problems asked for with all that the ledger holds of them: a row for each, and one for each of its measures.

use std::collections::BTreeMap;

use super::life::telling_line;
use super::rules::{self, Bands, Counting, EnteredLater, Ruled};
use super::unit_form::last_word;
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::{ActKind, Entry};
use crate::domain::roster::Roster;
use crate::domain::standing::{Light, Line, Standing};

/// The problems asked for.
#[derive(Debug)]
pub struct Export<'a> {
    /// The day asked for.
    pub today: Day,
    /// The problems, tasks and duties.
    pub standings: &'a [Standing<'a>],
    /// The names of the office's own keys, in their order.
    pub own_keys: Vec<&'a str>,
    /// How limits were counted.
    pub counting: Counting,
    /// The bands by which the lights are told.
    pub bands: Vec<Ruled<Bands>>,
    /// What was entered after the day asked for.
    pub later: EnteredLater,
    /// Whether the last day of a row rests on a year whose working days are not published.
    pub provisional: bool,
}

/// A row: a problem, or one of its measures.
#[derive(Debug)]
pub struct Row<'a> {
    /// The line, with the row's own day.
    pub line: Line<'a>,
    /// The light; of a problem that is overdue by a measure that one's.
    pub light: Light,
    /// By how many days it is late, of a problem with the measure that is longest late.
    pub days_late: Option<i64>,
    /// The newest that was said of the work.
    pub last_word: Option<&'a Entry>,
    /// When it was closed, where it is.
    pub closed: Option<Day>,
}

/// Returns the problems asked for.
pub fn export<'a>(standings: &'a [Standing<'a>], today: Day) -> Export<'a> {
    let mut own_keys: Vec<_> = standings.iter().flat_map(own_keys).collect();
    own_keys.sort_unstable();
    own_keys.dedup();
    let lines: Vec<_> = standings.iter().flat_map(rows).map(|row| row.line).collect();
    Export {
        today,
        standings,
        own_keys,
        counting: rules::counting(&lines),
        bands: rules::bands(&lines),
        later: rules::entered_later(standings),
        provisional: lines.iter().any(Line::is_provisional),
    }
}

fn own_keys<'a>(standing: &'a Standing<'a>) -> impl Iterator<Item = &'a str> {
    let measures = standing.measures.iter().map(|measure| &measure.measure.extra);
    [&standing.problem.extra]
        .into_iter()
        .chain(measures)
        .flat_map(BTreeMap::keys)
        .map(String::as_str)
}

/// Returns the rows of a problem: its own, then one for each of its measures that stands.
pub fn rows<'a>(standing: &'a Standing<'a>) -> Vec<Row<'a>> {
    let own = standing.line_of_whole();
    let telling = telling_line(standing).unwrap_or(own);
    let ends = standing.entries().filter(|entry| entry.act.kind() == ActKind::Close);
    let closed = ends.last().filter(|_| standing.state == State::Closed).and_then(Entry::day);
    let own = Row {
        line: own,
        light: telling.light(),
        days_late: telling.days_late(),
        last_word: last_word(&own),
        closed,
    };
    let measure = |measure| {
        let line = standing.line_of(measure);
        Row {
            line,
            light: line.light(),
            days_late: line.days_late(),
            last_word: last_word(&line),
            closed,
        }
    };
    [own].into_iter().chain(standing.measures.iter().map(measure)).collect()
}

/// Parts the problems by the units that lead them or one of their measures, by today's names in the order of their names;
/// at the end those that nobody leads. What several units lead is with each of them.
pub fn by_unit<'a>(
    standings: &'a [Standing<'a>],
    roster: &'a Roster,
) -> Vec<(Option<&'a str>, Vec<&'a Standing<'a>>)> {
    let mut parts: BTreeMap<&str, Vec<&Standing<'_>>> = BTreeMap::new();
    let mut nobodys = Vec::new();
    for standing in standings {
        let mut units: Vec<_> = standing
            .everyone()
            .flat_map(|who| if who.lead.is_empty() { &who.joint } else { &who.lead })
            .map(|name| roster.current_name(name))
            .collect();
        units.sort_unstable();
        units.dedup();
        if units.is_empty() {
            nobodys.push(standing);
        }
        for unit in units {
            parts.entry(unit).or_default().push(standing);
        }
    }
    let nobodys = (!nobodys.is_empty()).then_some((None, nobodys));
    parts.into_iter().map(|(unit, of)| (Some(unit), of)).chain(nobodys).collect()
}
