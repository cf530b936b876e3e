//! How a problem stands on a day: derived from what is written, never stored.

mod amended;
mod deadline;
mod duty;
mod effects;
mod in_force;
mod lateness;
mod later;
mod light;
mod line;
mod mask;
mod noticed;
mod replay;
mod terms;
mod watch;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use deadline::{Deadline, LastDay, Move, MovedBy};
pub use duty::{Duty, Fulfilment, Occurrence, Schedule, When};
pub use lateness::Lateness;
pub use light::Light;
pub use line::Line;
pub use mask::{MASK, mask_entry, mask_persons};
pub use terms::Terms;
pub use watch::{Accounted, Watch};

use super::acts::State;
use super::amendment::{Amendment, Field};
use super::book::{Book, BookHead};
use super::calendar::Calendar;
use super::day::Day;
use super::entry::{Act, Entry};
use super::figure::Figure;
use super::id::Id;
use super::ledger::Ledger;
use super::limit::Counting;
use super::measure::Measure;
use super::money::Money;
use super::policy::Policy;
use super::problem::{Kind, Problem};
use super::responsible::Responsible;

/// The day for which a book is asked, and what its answers rest on.
#[derive(Debug)]
pub struct AsOf<'a> {
    /// The book's head.
    pub book: &'a BookHead,
    /// Which days are worked.
    pub calendar: Arc<Calendar>,
    /// The day.
    pub today: Day,
}

/// A problem as it stands on a day.
#[derive(Debug, Clone)]
pub struct Standing<'a> {
    /// The head of its book.
    pub book: &'a BookHead,
    /// Its ledger.
    pub ledger: &'a Ledger,
    /// The problem, with the amendments that were made by then.
    pub problem: Cow<'a, Problem>,
    /// The day asked for.
    pub today: Day,
    /// The policy in force on that day.
    pub policy: Arc<Policy>,
    /// Its state.
    pub state: State,
    /// Since when it is in that state; nothing where it was never in another, or a sheet tells no day.
    pub since: Option<Day>,
    /// The round: one more than the times it was reopened.
    pub round: u32,
    /// Who answers for it now.
    pub responsible: Arc<Responsible>,
    /// Its own last day, first and now.
    pub deadline: Deadline,
    /// Its measures that stand, in the file's order.
    pub measures: Vec<MeasureStanding>,
    /// When the whole of it was reported done; the last report before the close. Where a sheet tells no day, on one that is
    /// not [`Day::known`].
    pub reported: Option<Day>,
    /// Money returned so far.
    pub recovered: Money,
    /// The newest value of each indicator.
    pub actuals: BTreeMap<String, Figure>,
    /// The places in the list of entries of those that count, in the order in which they took effect.
    pub effective: Vec<usize>,
    /// The places of those among them that the state did not allow, and the state: they changed nothing.
    pub out_of_state: Vec<(usize, State)>,
    /// Its occurrences, where it is a duty.
    pub duty: Option<Duty>,
    /// Its reviews, once it is closed.
    pub watch: Option<Watch>,
    /// The highest rung of the ladder on which a notice was issued for the whole since its day was last set.
    noticed: Option<u32>,
    /// Persons held to account, by the four forms.
    pub accounted: [Accounted; 4],
    /// Who answered for what was reported when it was reported, in all rounds.
    pub(in crate::domain) answered: Vec<Arc<Responsible>>,
    /// The states that it entered, with their days.
    history: Vec<(Day, State)>,
    /// The first report of each occurrence that a report names, by the occurrence's day.
    occurrences: BTreeMap<Day, Day>,
}

/// A measure as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureStanding {
    /// The measure, with the amendments that were made by then.
    pub measure: Measure,
    /// Who answers for it now; what it does not say itself, its problem says.
    pub responsible: Arc<Responsible>,
    /// Its own last day; nothing where its problem's counts.
    pub own: Option<Deadline>,
    /// What moved a day of its own that a later reopening of the whole has replaced by the problem's.
    pub earlier: Vec<Move>,
    /// When it was last reported done; where a sheet tells no day, on one that is not [`Day::known`].
    pub reported: Option<Day>,
    /// The highest rung of the ladder on which a notice was issued for it since its day was last set.
    noticed: Option<u32>,
}

impl<'a> AsOf<'a> {
    /// Asks a book for a day.
    pub fn new(book: &'a BookHead, today: Day) -> Self {
        Self { book, calendar: Arc::new(Calendar::with(&book.calendar)), today }
    }

    /// Returns how all problems of the book stand that were known on the day, by ledger and number.
    pub fn standings(&self, book: &'a Book) -> Vec<Standing<'a>> {
        let of_ledger = |ledger: &'a Ledger| {
            let terms = self.terms(ledger);
            let problems = ledger.problems.iter().map(Cow::Borrowed);
            problems.filter_map(move |problem| self.standing_by(&terms, problem))
        };
        book.ledgers.iter().flat_map(of_ledger).collect()
    }

    /// Returns how a problem stands, or nothing where it was found after the day.
    pub fn standing(&self, ledger: &'a Ledger, problem: &'a Problem) -> Option<Standing<'a>> {
        self.standing_by(&self.terms(ledger), Cow::Borrowed(problem))
    }

    /// Returns how a problem stands, also one that was found after the day.
    pub fn standing_as_written(&self, ledger: &'a Ledger, problem: &'a Problem) -> Standing<'a> {
        let effective = replay::effective(&problem.entries, self.today);
        replay::replay(self, &self.terms(ledger), Cow::Borrowed(problem), effective)
    }

    /// Returns how a problem stood at the end of a day, by all that is known on the day asked for: what was taken back
    /// since counts for nothing.
    pub fn standing_at(&self, ledger: &'a Ledger, problem: &'a Problem, day: Day) -> Standing<'a> {
        let mut by_then = replay::effective(&problem.entries, self.today);
        by_then.retain(|place| problem.entries[*place].on <= day);
        let then = Self { book: self.book, calendar: Arc::clone(&self.calendar), today: day };
        replay::replay(&then, &then.terms(ledger), Cow::Borrowed(problem), by_then)
    }

    /// Returns how a problem stood just before an entry that counts now took effect, on that entry's day.
    pub fn standing_before(
        &self,
        ledger: &'a Ledger,
        problem: &'a Problem,
        place: usize,
    ) -> Standing<'a> {
        let mut before = replay::effective(&problem.entries, self.today);
        before.truncate(before.iter().position(|known| *known == place).unwrap_or(before.len()));
        let today = problem.entries.get(place).map_or(self.today, |entry| entry.on);
        let then = Self { book: self.book, calendar: Arc::clone(&self.calendar), today };
        replay::replay(&then, &then.terms(ledger), Cow::Borrowed(problem), before)
    }

    /// What the limits of a ledger count from.
    pub fn counting<'b>(&'b self, ledger: &'b Ledger, policy: &'b Policy) -> Counting<'b> {
        Counting {
            issued: ledger.head.issued,
            dates: &ledger.head.dates,
            from: None,
            phases: &ledger.head.phases,
            policy,
            calendar: &self.calendar,
        }
    }
}

impl Standing<'_> {
    /// Its last day: its own, else the latest of its measures'; of a duty the next occurrence.
    pub fn last_day(&self) -> LastDay {
        let of_whole = || self.whole().now.clone();
        self.duty.as_ref().map_or_else(of_whole, |duty| duty.deadline.now.clone())
    }

    /// The last day of the whole: its own, else the latest of its measures'.
    fn whole(&self) -> &Deadline {
        let own = self.measures.iter().filter_map(|measure| measure.own.as_ref());
        let latest = own.max_by_key(|deadline| deadline.now.day());
        latest.filter(|_| !self.deadline.is_given()).unwrap_or(&self.deadline)
    }

    /// Tells whether its last day rests on a year whose working days are not published.
    pub fn is_provisional(&self) -> bool {
        self.duty.as_ref().map_or(&self.deadline, |duty| &duty.deadline).provisional
    }

    /// The entries that count, in the order in which they took effect.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.effective.iter().filter_map(|place| self.problem.entries.get(*place))
    }

    /// Tells whether it is overdue: open, and it, one of its open measures or an occurrence is past its last day.
    pub fn is_overdue(&self) -> bool {
        self.state == State::Open && self.lines().iter().any(|line| line.days_late().is_some())
    }

    /// Its measures that are past a day of their own.
    pub fn late_measures(&self) -> Vec<Line<'_>> {
        if self.state != State::Open {
            return Vec::new();
        }
        let late = |line: &Line<'_>| line.measure.is_some() && line.days_late().is_some();
        self.lines().into_iter().filter(late).collect()
    }

    /// The narrowest band of the policy within which a line of it falls due; nothing where it is overdue.
    pub fn due_soon(&self) -> Option<u32> {
        if self.state != State::Open || self.is_overdue() {
            return None;
        }
        self.lines().iter().filter_map(Line::band).min()
    }

    /// Tells whether it, or a measure of it, is to be kept up for good (长期坚持).
    pub fn is_sustained(&self) -> bool {
        self.problem.sustained || self.measures.iter().any(|measure| measure.measure.sustained)
    }

    /// Tells whether it enters the completion rate: a duty never does, nor what was transferred or withdrawn.
    pub fn counts_for_rate(&self) -> bool {
        self.problem.kind != Kind::Duty
            && !matches!(self.state, State::Transferred | State::Withdrawn)
    }

    /// The id of the problem.
    pub fn id(&self) -> Id {
        Id::of_problem(&self.ledger.name, self.problem.no)
    }

    /// Those who answer for it now, and those who answer for its measures.
    pub fn everyone(&self) -> impl Iterator<Item = &Responsible> {
        let measures = self.measures.iter().map(|measure| &*measure.responsible);
        std::iter::once(&*self.responsible).chain(measures)
    }

    /// Who found it: as it says, else as its ledger says.
    pub fn source(&self) -> Option<&str> {
        self.problem.source.as_deref().or(self.ledger.head.source.as_deref())
    }

    /// When it was found: as it says, else when its ledger was issued.
    pub fn found(&self) -> Option<Day> {
        self.problem.found.or(self.ledger.head.issued)
    }

    /// When it was found, by all that is known on a day that may lie after the one asked for.
    pub fn found_as_known(&self, today: Day) -> Option<Day> {
        let known = replay::effective(&self.problem.entries, today);
        let amended =
            known.iter().rev().find_map(|place| match &self.problem.entries[*place].act {
                Act::Amend { change: Amendment { field: Field::Found, value }, .. } => value.day(),
                _ => None,
            });
        amended.or_else(|| self.found())
    }

    /// Tells whether an entry counts, by all that is known on a day that may lie after the one asked for.
    pub fn counts(&self, place: usize, today: Day) -> bool {
        replay::effective(&self.problem.entries, today).contains(&place)
    }

    /// The measures that are not yet reported.
    pub fn unreported(&self) -> Vec<u32> {
        let open = self.measures.iter().filter(|measure| measure.reported.is_none());
        open.map(|measure| measure.measure.no).collect()
    }

    /// Tells whether anything of it is reported done.
    pub fn has_report(&self) -> bool {
        self.reported.is_some() || self.measures.iter().any(|measure| measure.reported.is_some())
    }
}

#[cfg(test)]
mod tests;
