//! The rules by which lines were told: what the policy says where it shaped a report, and what was entered since.

use std::collections::BTreeSet;

use super::told::{Days, Told};
use crate::domain::day::Day;
use crate::domain::held::{Held, Periods};
use crate::domain::id::Id;
use crate::domain::policy::{Policy, Review};
use crate::domain::standing::{Light, Line, Standing};

/// A rule of the policy, and whose lines were told by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled<T> {
    /// The rule.
    pub rule: T,
    /// The ledgers for which it holds; empty where it holds for all that the report shows.
    pub ledgers: Vec<String>,
    /// The first day on which it holds, where the same ledger had another; nothing where it holds from the beginning.
    pub from: Option<Day>,
    /// The last day on which it holds, where the same ledger got another.
    pub until: Option<Day>,
}

/// How limits were counted that begin with an event: assumptions that each report states.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counting {
    /// Days that 立行立改 gives, where a line rests on it.
    pub immediate: Vec<Ruled<u32>>,
    /// How periods are counted, where a line rests on one.
    pub periods: Vec<Ruled<Periods>>,
}

/// By which days left a light is told, as the policy of the day asked for says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bands {
    /// The bands, widest first.
    pub bands: Vec<u32>,
    /// How many days before the last day the office finishes, from which the bands count.
    pub office_days: u32,
}

/// What counts on the day asked for and was entered only after it: figures printed on that day had it not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EnteredLater {
    /// How many entries.
    pub entries: usize,
    /// How many problems, tasks and duties.
    pub problems: usize,
    /// How many measures.
    pub measures: usize,
    /// The problems, and those that the measures and entries belong to, in the book's order.
    pub ids: Vec<Id>,
}

impl EnteredLater {
    /// Tells whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

/// Finds what was entered of these problems after the day asked for.
pub fn entered_later(standings: &[Standing<'_>]) -> EnteredLater {
    let mut later = EnteredLater::default();
    for standing in standings {
        later.add(standing);
    }
    later
}

impl EnteredLater {
    /// Takes in a problem; tells whether anything of it was entered later.
    pub(super) fn add(&mut self, standing: &Standing<'_>) -> bool {
        let entries = standing.entries_made_later().count();
        let measures = standing.measures_entered_later();
        let problems = usize::from(standing.is_entered_later());
        let any = entries + measures + problems > 0;
        if any {
            self.entries += entries;
            self.measures += measures;
            self.problems += problems;
            self.ids.push(standing.id());
        }
        any
    }

    /// Takes in those of what comes behind.
    pub(super) fn append(&mut self, other: Self) {
        self.entries += other.entries;
        self.measures += other.measures;
        self.problems += other.problems;
        self.ids.extend(other.ids);
    }
}

/// The bands by which the lights of these lines were told, where any of them says more than that work is done.
pub(super) fn bands(lines: &[Line<'_>]) -> Vec<Ruled<Bands>> {
    let told = |line: &&Line<'_>| !matches!(line.light(), Light::Awaiting | Light::Closed);
    let of_policy = |policy: &Policy| {
        let mut bands = policy.bands.clone();
        bands.sort_unstable_by_key(|band| std::cmp::Reverse(*band));
        Bands { bands, office_days: policy.office_days }
    };
    let mut days = Days::default();
    for line in lines.iter().filter(told) {
        days.add(line.standing, line.standing.today);
    }
    days.ruled(of_policy)
}

/// How the limits of these lines were counted, where they are counted at all.
pub(super) fn counting(lines: &[Line<'_>]) -> Counting {
    let mut told = Told::default();
    for line in lines {
        told.add(line.standing, line);
    }
    told.counting()
}

/// How often these problems are looked at again, by the policy in force on the day from which that counts.
pub(super) fn reviews(standings: &[&Standing<'_>]) -> Vec<Ruled<Review>> {
    let mut days = Days::default();
    for standing in standings {
        days.add_review(standing);
    }
    days.reviews()
}

/// Puts together the rules and whose they are, in the order in which they come up. Where all have the same, it needs no
/// ledgers; where no ledger had two, it needs no days.
pub(super) fn ruled<T: PartialEq + Clone>(found: Vec<(Held<T>, BTreeSet<&str>)>) -> Vec<Ruled<T>> {
    let mut alike: Vec<(Held<T>, BTreeSet<&str>)> = Vec::new();
    for (rule, ledgers) in &found {
        if let Some((_, known)) = alike.iter_mut().find(|(known, _)| known.value == rule.value) {
            known.extend(ledgers);
        } else {
            let undated = Held { value: rule.value.clone(), from: None, until: None };
            alike.push((undated, ledgers.clone()));
        }
    }
    let count: usize = alike.iter().map(|(_, ledgers)| ledgers.len()).sum();
    let all: BTreeSet<_> = alike.iter().flat_map(|(_, ledgers)| ledgers).copied().collect();
    let shown = if count == all.len() { alike } else { found };
    let everywhere = shown.iter().all(|(_, ledgers)| ledgers.len() == all.len());
    let named = |ledgers: BTreeSet<&str>| ledgers.into_iter().map(str::to_owned).collect();
    let whose = |ledgers| if everywhere { Vec::new() } else { named(ledgers) };
    let told = |(rule, ledgers): (Held<T>, _)| {
        let Held { value: rule, from, until } = rule;
        Ruled { rule, ledgers: whose(ledgers), from, until }
    };
    shown.into_iter().map(told).collect()
}
