//! By how much work was reported late, and by which day that is told.

use super::{Deadline, Line, Standing};
use crate::domain::day::Day;

/// How late work was reported: all of it by the days of one and the same part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lateness {
    /// The measure whose own days these are; nothing where they are the problem's.
    pub measure: Option<u32>,
    /// The day as the plan has it, or the reopening that began the round.
    pub first: Day,
    /// The last day that counted for the report.
    pub last: Day,
    /// How many extensions lie between the two.
    pub extensions: usize,
    /// The days after the first day; 0 in time.
    pub by_first: i64,
    /// The days after the last day; 0 in time.
    pub by_last: i64,
}

impl Lateness {
    /// Tells whether it was reported by the first day.
    pub fn is_in_time(&self) -> bool {
        (self.by_first, self.by_last) == (0, 0)
    }
}

impl Deadline {
    /// How late work reported on `day` was; nothing where no day is known, or none was set. What was asked for only after
    /// the report does not make it any earlier.
    pub fn lateness(&self, day: Day) -> Option<Lateness> {
        let day = day.known()?;
        let after = |last: Day| last.days_until(day).max(0);
        let extensions = self.extensions();
        let later = extensions.iter().position(|moved| moved.counts > day);
        let last = later.map_or(&self.now, |place| &extensions[place].from).day()?;
        let first = self.first.day()?;
        let extensions = later.unwrap_or(extensions.len());
        let (by_first, by_last) = (after(first), after(last));
        Some(Lateness { measure: None, first, last, extensions, by_first, by_last })
    }
}

impl Standing<'_> {
    /// How late the work was reported: by the day of the whole, or of that measure which was latest. Nothing where it is
    /// not reported as a whole, has no last day, or nobody knows when it was reported.
    pub fn reported_late(&self) -> Option<Lateness> {
        let reported = self.reported?;
        let parts = self.measures.iter().filter_map(|measure| {
            let late = measure.own.as_ref()?.lateness(measure.reported?)?;
            Some(Lateness { measure: Some(measure.measure.no), ..late })
        });
        let all = self.deadline.lateness(reported).into_iter().chain(parts);
        // Of those that are equally late the first is told, which is the whole.
        all.reduce(|worst, late| {
            let days = |late: &Lateness| (late.by_last, late.by_first);
            if days(&late) > days(&worst) { late } else { worst }
        })
    }
}

impl Line<'_> {
    /// How late the work of the line was reported. Nothing where it is not reported, or has no last day.
    pub fn reported_late(&self) -> Option<Lateness> {
        let Some(measure) = self.measure else { return self.standing.reported_late() };
        let late = self.deadline.lateness(measure.reported?)?;
        let measure = self.has_own_day().then_some(measure.measure.no);
        Some(Lateness { measure, ..late })
    }
}
