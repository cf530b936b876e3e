//! How many problems were open, awaiting and closed as time went on, by all that is known on the day asked for.

use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::problem::Kind;
use crate::domain::standing::{AsOf, Standing};

/// How figures went on.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// The figures of some days, in their order; the last is the day asked for. None where nothing says when
    /// anything began.
    pub points: Vec<Point>,
}

/// Problems and tasks at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub day: Day,
    /// Being worked on.
    pub open: usize,
    /// Reported done, not yet verified.
    pub awaiting: usize,
    /// Verified.
    pub closed: usize,
}

/// Counts the problems and tasks from the day on which the first was found.
pub(super) fn course(as_of: &AsOf<'_>, standings: &[Standing<'_>]) -> Course {
    let counted = || standings.iter().filter(|standing| standing.problem.kind != Kind::Duty);
    let Some(first) = counted().filter_map(begun).min() else { return Course::default() };
    let mut points: Vec<_> = days(first.min(as_of.today), as_of.today)
        .into_iter()
        .map(|day| Point { day, open: 0, awaiting: 0, closed: 0 })
        .collect();
    for standing in counted() {
        follow(as_of, standing, &mut points);
    }
    Course { points }
}

/// When a problem was found, else the first day that anything is known of it.
fn begun(standing: &Standing<'_>) -> Option<Day> {
    standing.found().or_else(|| standing.problem.entries.iter().map(|entry| entry.on).min())
}

/// Adds a problem to the figures of each day. It is replayed only where something has happened to it since the day before.
fn follow(as_of: &AsOf<'_>, standing: &Standing<'_>, points: &mut [Point]) {
    let (ledger, found) = (standing.ledger, standing.found());
    let Some(written) = ledger.problem(standing.problem.no) else { return };
    let measures = written.measures.iter().flat_map(|measure| [measure.since, measure.dropped]);
    let changes: Vec<Day> =
        measures.flatten().chain(written.entries.iter().map(|entry| entry.on)).collect();
    let mut known: Option<(Day, State)> = None;
    for point in points.iter_mut().filter(|point| found.is_none_or(|found| found <= point.day)) {
        let moved = |since: Day| changes.iter().any(|day| since < *day && *day <= point.day);
        let state = match known {
            Some((since, state)) if !moved(since) => state,
            _ => as_of.standing_at(ledger, written, point.day).state,
        };
        known = Some((point.day, state));
        match state {
            State::Open => point.open += 1,
            State::Awaiting => point.awaiting += 1,
            State::Closed => point.closed += 1,
            State::Suspended | State::Transferred | State::Withdrawn => {}
        }
    }
}

/// The days that are counted: weeks of half a year, months of a few years, else quarters or years; they end with the
/// last, and begin with the first.
fn days(first: Day, last: Day) -> Vec<Day> {
    let mut days = vec![last];
    let span = first.days_until(last);
    let months = match span {
        ..=200 => None,
        201..=1_500 => Some(1),
        1_501..=4_500 => Some(3),
        _ => Some(12),
    };
    let before = |day: Day| match months {
        None => day.plus_days(-7),
        Some(months) => day.month_start().months_before(months - 1).plus_days(-1),
    };
    let mut day = before(last);
    while day > first {
        days.push(day);
        day = before(day);
    }
    if first < last {
        days.push(first);
    }
    days.reverse();
    days
}

#[cfg(test)]
mod tests {
    use super::{Day, days};

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    #[test]
    fn weeks_months_and_years_end_with_the_day_asked_for() {
        let all = |first: &str, last: &str| {
            days(day(first), day(last)).iter().map(Day::to_string).collect::<Vec<_>>()
        };
        assert_eq!(all("2022-12-01", "2022-12-01"), ["2022-12-01"]);
        assert_eq!(
            all("2022-11-15", "2022-12-01"),
            ["2022-11-15", "2022-11-17", "2022-11-24", "2022-12-01"]
        );
        assert_eq!(
            all("2022-01-31", "2022-12-15")[..3],
            ["2022-01-31", "2022-02-28", "2022-03-31"]
        );
        assert_eq!(all("2022-01-31", "2022-12-15").last().unwrap(), "2022-12-15");
        assert_eq!(
            all("2015-01-01", "2022-12-31")[30..],
            ["2022-06-30", "2022-09-30", "2022-12-31"]
        );
        assert!(all("1990-01-01", "2099-12-31").len() < 120);
    }
}
