//! Policy: what the office has decided about counting, reminding and closing, dated.

use super::day::Day;

/// One dated set of decisions; a key left out is not decided here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PolicyEntry {
    /// From which day it holds; without it, from the beginning.
    pub from: Option<Day>,
    /// Days that 立行立改 gives.
    pub immediate: Option<u32>,
    /// What a day of a counted period is.
    pub days: Option<DaysOf>,
    /// What becomes of a counted period that ends on a rest day.
    pub rest_day: Option<RestDay>,
    /// Days left at which a problem is due soon, widest first.
    pub bands: Option<Vec<u32>>,
    /// How often a closed, sustained problem is looked at again.
    pub review: Option<Review>,
    /// Whether who verifies must be neither who reported nor who is responsible.
    pub second_person: Option<bool>,
    /// Acts that need evidence.
    pub evidence: Option<Vec<EvidenceFor>>,
    /// Whether closing needs a report first.
    pub report_first: Option<bool>,
    /// Whom a figure by unit counts.
    pub count: Option<Count>,
    /// How many days before the plan's day the office finishes.
    pub office_days: Option<u32>,
    /// The ladder of notices, by the days of its rungs.
    pub ladder: Option<Vec<Rung>>,
}

/// A rung of the ladder of notices (督办): what an office sends to whom is late, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// What the office calls it; without a name it is one of the usual four.
    pub name: Option<String>,
    /// How many days after the last day it is due, from 1; 0 and below count the days before it.
    pub after: i64,
}

/// The policy in force on a day, every key decided.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each key is described at `PolicyEntry`")]
pub struct Policy {
    pub immediate: u32,
    pub days: DaysOf,
    pub rest_day: RestDay,
    pub bands: Vec<u32>,
    pub review: Review,
    pub second_person: bool,
    pub evidence: Vec<EvidenceFor>,
    pub report_first: bool,
    pub count: Count,
    pub office_days: u32,
    pub ladder: Vec<Rung>,
}

/// What a day of a counted period is, where the words do not say 工作日.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaysOf {
    /// A day of the calendar (Civil Code, art. 200).
    Calendar,
    /// A working day, as in procedures of audit (regulation on the Audit Law, art. 56).
    Working,
}

/// What becomes of a counted period that ends on a rest day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestDay {
    /// Moves to the next working day (Civil Code, art. 203).
    Roll,
    /// Stays.
    Keep,
    /// Moves to the last working day before.
    Before,
}

/// How often a closed, sustained problem is looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Review {
    Month,
    Quarter,
    Half,
    Year,
}

impl Review {
    /// The months between two reviews.
    pub fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
        }
    }
}

/// An act that needs evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum EvidenceFor {
    Done,
    Close,
}

/// Whom a figure by unit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// The lead units only.
    Lead,
    /// All units that take part.
    All,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            immediate: 15,
            days: DaysOf::Calendar,
            rest_day: RestDay::Roll,
            bands: vec![20, 10, 3],
            review: Review::Quarter,
            second_person: true,
            evidence: Vec::new(),
            report_first: true,
            count: Count::Lead,
            office_days: 0,
            ladder: USUAL_LADDER.map(|after| Rung { name: None, after }).to_vec(),
        }
    }
}

/// When a reminder, a supervision notice, a talk and a circular are due, where the office decides nothing: the days
/// of published ladders lie between these (three days before; once late; then half a month and a month).
const USUAL_LADDER: [i64; 4] = [-3, 1, 15, 30];

impl Policy {
    /// Returns what is in force on `day`, key by key: the ledger's latest, else the book's latest, else the default.
    pub fn on(day: Day, book: &[PolicyEntry], ledger: &[PolicyEntry]) -> Self {
        let mut policy = Self::default();
        for entries in [book, ledger] {
            let mut in_force: Vec<_> =
                entries.iter().filter(|entry| entry.from.is_none_or(|from| from <= day)).collect();
            in_force.sort_by_key(|entry| entry.from);
            for entry in in_force {
                policy.apply(entry);
            }
        }
        policy
    }

    /// The place, from 1, of the highest rung of the ladder that is due so many days after the last day; nothing before the
    /// first.
    pub fn rung(&self, days: i64) -> Option<u32> {
        let climbed = self.ladder.iter().filter(|rung| rung.after <= days).count();
        u32::try_from(climbed).ok().filter(|level| *level > 0)
    }

    /// Returns since when the policy of `day` holds: the first day of the latest decision in force; nothing where that has
    /// none, or nothing is decided.
    pub fn since(day: Day, book: &[PolicyEntry], ledger: &[PolicyEntry]) -> Option<Day> {
        let entries = book.iter().chain(ledger);
        entries.filter_map(|entry| entry.from).filter(|from| *from <= day).max()
    }

    fn apply(&mut self, entry: &PolicyEntry) {
        fn set<T: Clone>(own: &mut T, decided: Option<&T>) {
            if let Some(value) = decided {
                own.clone_from(value);
            }
        }
        set(&mut self.immediate, entry.immediate.as_ref());
        set(&mut self.days, entry.days.as_ref());
        set(&mut self.rest_day, entry.rest_day.as_ref());
        set(&mut self.bands, entry.bands.as_ref());
        set(&mut self.review, entry.review.as_ref());
        set(&mut self.second_person, entry.second_person.as_ref());
        set(&mut self.evidence, entry.evidence.as_ref());
        set(&mut self.report_first, entry.report_first.as_ref());
        set(&mut self.count, entry.count.as_ref());
        set(&mut self.office_days, entry.office_days.as_ref());
        set(&mut self.ladder, entry.ladder.as_ref());
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Policy, PolicyEntry};

    #[test]
    fn the_latest_in_force_counts_and_the_ledger_goes_first() {
        let day = |text| Day::from_iso(text).unwrap();
        let entry = |from, immediate, office_days| PolicyEntry {
            from,
            immediate,
            office_days,
            ..PolicyEntry::default()
        };
        let book = [entry(Some(day("2023-01-01")), Some(30), None), entry(None, Some(20), Some(2))];
        let ledger = [entry(Some(day("2024-01-01")), Some(5), None)];
        let on = |text| {
            let policy = Policy::on(day(text), &book, &ledger);
            (policy.immediate, policy.office_days)
        };
        assert_eq!(on("2022-12-31"), (20, 2));
        assert_eq!(on("2023-01-01"), (30, 2));
        assert_eq!(on("2024-01-01"), (5, 2));
    }
}
