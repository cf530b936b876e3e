//! Lines: what lists show, a problem, a measure with a day of its own, or an occurrence of a duty that was missed.

use super::{Deadline, Fulfilment, LastDay, MeasureStanding, Move, Occurrence, Standing};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::responsible::Responsible;

/// A problem, one of its measures that has a day of its own, or a missed occurrence of a duty.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The problem.
    pub standing: &'a Standing<'a>,
    /// The measure, where the line is one.
    pub measure: Option<&'a MeasureStanding>,
    /// The occurrence, where the line is one that was missed.
    pub missed: Option<&'a Occurrence>,
    pub(super) deadline: &'a Deadline,
}

impl Standing<'_> {
    /// The lines of the problem: itself, unless only its measures have days, and each measure with a day of its own. A
    /// duty is itself a line, which has the day of the next occurrence, and so is each occurrence that was missed.
    pub fn lines(&self) -> Vec<Line<'_>> {
        let line = |deadline| Line { standing: self, measure: None, missed: None, deadline };
        let measures = self.measures.iter().filter_map(|measure| {
            let deadline = measure.own.as_ref()?;
            Some(Line { measure: Some(measure), ..line(deadline) })
        });
        let mut lines: Vec<_> = measures.collect();
        if let Some(duty) = &self.duty {
            lines.insert(0, line(&duty.deadline));
            let missed =
                duty.occurrences.iter().filter(|known| known.fulfilment == Fulfilment::Missed);
            lines.extend(missed.map(|known| Line { missed: Some(known), ..line(&known.deadline) }));
        } else if self.deadline.is_given() || lines.is_empty() {
            lines.insert(0, line(&self.deadline));
        }
        lines
    }
}

impl Standing<'_> {
    /// The line of the whole, also where only its measures have days: its own day, else the latest of theirs; of a duty the
    /// next occurrence.
    pub fn line_of_whole(&self) -> Line<'_> {
        let deadline = self.duty.as_ref().map_or_else(|| self.whole(), |duty| &duty.deadline);
        Line { standing: self, measure: None, missed: None, deadline }
    }
}

impl<'a> Standing<'a> {
    /// The line of one of its measures; where the measure has no day of its own, with the problem's.
    pub fn line_of<'b>(&'b self, measure: &'b MeasureStanding) -> Line<'b>
    where
        'a: 'b,
    {
        let deadline = measure.own.as_ref().unwrap_or(&self.deadline);
        Line { standing: self, measure: Some(measure), missed: None, deadline }
    }
}

impl<'a> Line<'a> {
    /// All that moved its last day, in all rounds.
    pub fn moves(&self) -> &[Move] {
        &self.deadline.moves
    }

    /// The id of the problem or measure.
    pub fn id(&self) -> Id {
        let measure = self.measure.map(|measure| measure.measure.no);
        Id { ledger: self.standing.ledger.name.clone(), no: self.standing.problem.no, measure }
    }

    /// The occurrence of a duty that the line shows: the one that was missed, else the next.
    pub fn occurrence(&self) -> Option<Day> {
        let duty = self.standing.duty.as_ref().filter(|_| self.measure.is_none())?;
        self.missed.map_or_else(|| duty.next(), |missed| Some(missed.day))
    }

    /// The problem's title, or what the measure does.
    pub fn title(&self) -> &'a str {
        self.measure
            .map_or(self.standing.problem.title.as_str(), |measure| measure.measure.text.as_str())
    }

    /// Who answers for it now.
    pub fn responsible(&self) -> &'a Responsible {
        self.measure.map_or(&self.standing.responsible, |measure| &measure.responsible)
    }

    /// The limit as written.
    pub fn words(&self) -> Option<&'a str> {
        self.deadline.words.as_deref()
    }

    /// The last day.
    pub fn last_day(&self) -> &'a LastDay {
        &self.deadline.now
    }

    /// The last day as the plan has it, or the reopening that began the round.
    pub fn first_day(&self) -> &'a LastDay {
        &self.deadline.first
    }

    /// Tells whether the day is its own; a measure may have its problem's.
    pub fn has_own_day(&self) -> bool {
        self.measure.is_none_or(|measure| measure.own.is_some())
    }

    /// How many extensions of this round moved its day, and by how many days in all.
    pub fn extended(&self) -> (usize, i64) {
        (self.deadline.extensions().len(), self.deadline.days_won())
    }

    /// Tells whether the last day rests on a year whose working days are not published.
    pub fn is_provisional(&self) -> bool {
        self.deadline.provisional
    }

    /// Tells whether the work of the line is still to be done.
    pub fn is_open(&self) -> bool {
        self.standing.state == State::Open
            && self.measure.is_none_or(|measure| measure.reported.is_none())
    }

    /// How many days the line is late: open on a day after its last day. The one place that decides what is overdue.
    pub fn days_late(&self) -> Option<i64> {
        let late = self.last_day().day()?.days_until(self.standing.today);
        (self.is_open() && late > 0).then_some(late)
    }

    /// How many days are left, 0 on the last day; nothing where the line is late, done or without a day.
    pub fn days_left(&self) -> Option<i64> {
        let left = self.standing.today.days_until(self.last_day().day()?);
        (self.is_open() && left >= 0).then_some(left)
    }

    /// The narrowest band of the policy that holds the days left to the office's own last day.
    pub(super) fn band(&self) -> Option<u32> {
        let left = self.days_left()? - i64::from(self.standing.policy.office_days);
        let bands = self.standing.policy.bands.iter().copied();
        bands.filter(|band| i64::from(*band) >= left).min()
    }

    /// The day on which the line was reported done; where a sheet tells none, one that is not [`Day::known`].
    pub fn reported(&self) -> Option<Day> {
        self.measure.map_or(self.standing.reported, |measure| measure.reported)
    }
}
