//! The rules by which lines were told: what the policy says where it shaped a report, and what was entered since.

use std::collections::BTreeSet;

use crate::domain::id::Id;
use crate::domain::policy::Review;
use crate::domain::standing::{Light, Line, Standing};

/// A rule of the policy, and whose lines were told by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruled<T> {
    /// The rule.
    pub rule: T,
    /// The ledgers for which it holds; empty where it holds for all that the report shows.
    pub ledgers: Vec<String>,
}

/// By which days left a light is told, as the policy of the day asked for says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bands {
    /// The bands, widest first.
    pub bands: Vec<u32>,
    /// How many days before the last day the office finishes, from which the bands count.
    pub office_days: u32,
}

/// Entries that count on the day asked for and were made only after it: figures printed on that day had them not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EnteredLater {
    /// How many.
    pub entries: usize,
    /// The problems that they belong to, in the book's order.
    pub ids: Vec<Id>,
}

impl EnteredLater {
    /// Tells whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries == 0
    }
}

/// Finds the entries of these problems that were made after the day asked for.
pub fn entered_later(standings: &[Standing<'_>]) -> EnteredLater {
    let mut later = EnteredLater::default();
    for standing in standings {
        let entries = standing.entered_later().count();
        if entries > 0 {
            later.entries += entries;
            later.ids.push(Id::of_problem(&standing.ledger.name, standing.problem.no));
        }
    }
    later
}

/// The bands by which the lights of these lines were told, where any of them says more than that work is done.
pub(super) fn bands(lines: &[Line<'_>]) -> Vec<Ruled<Bands>> {
    let told = |line: &&Line<'_>| !matches!(line.light(), Light::Awaiting | Light::Closed);
    by_ledger(lines.iter().filter(told).map(|line| {
        let policy = &line.standing.policy;
        let mut bands = policy.bands.clone();
        bands.sort_unstable_by_key(|band| std::cmp::Reverse(*band));
        (line.standing, Bands { bands, office_days: policy.office_days })
    }))
}

/// The days that the policy gives for 立行立改, where lines are counted by it: an assumption that each report states.
pub(super) fn immediate(lines: &[Line<'_>]) -> Vec<Ruled<u32>> {
    by_ledger(lines.iter().filter_map(|line| Some((line.standing, line.immediate_days()?))))
}

/// How often these problems are looked at again, by the policy in force on the day from which that counts.
pub(super) fn reviews(standings: &[&Standing<'_>]) -> Vec<Ruled<Review>> {
    let every = |standing: &Standing<'_>| standing.watch.and_then(|watch| watch.every);
    by_ledger(standings.iter().filter_map(|standing| Some((*standing, every(standing)?))))
}

/// The rules in the order in which they come up. Where all lines have the same, it needs no ledgers.
fn by_ledger<'a, T: PartialEq>(
    rules: impl Iterator<Item = (&'a Standing<'a>, T)>,
) -> Vec<Ruled<T>> {
    let mut found: Vec<(T, BTreeSet<&str>)> = Vec::new();
    for (standing, rule) in rules {
        let ledger = standing.ledger.name.as_str();
        match found.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, ledgers)) => _ = ledgers.insert(ledger),
            None => found.push((rule, BTreeSet::from([ledger]))),
        }
    }
    let several = found.len() > 1;
    let named = |ledgers: BTreeSet<&str>| ledgers.into_iter().map(str::to_owned).collect();
    let whose = |ledgers| if several { named(ledgers) } else { Vec::new() };
    found.into_iter().map(|(rule, ledgers)| Ruled { rule, ledgers: whose(ledgers) }).collect()
}
