//! By which rules lines were told, gathered line by line: what policy was in force on which days, and what words say.

use std::collections::{BTreeSet, HashMap};

use super::rules::{Counting, Ruled, ruled};
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::held::{Held, Periods};
use crate::domain::ledger::Ledger;
use crate::domain::policy::{Policy, Review};
use crate::domain::standing::{Line, Standing};

/// The days whose policy lines or problems were told by, each once for a ledger, in the order in which they come up.
#[derive(Debug, Clone, Default)]
pub(super) struct Days<'a> {
    days: Vec<(&'a BookHead, &'a Ledger, Day)>,
    known: BTreeSet<(&'a str, Day)>,
}

impl<'a> Days<'a> {
    /// Takes in a day for the ledger of a problem.
    pub(super) fn add(&mut self, standing: &Standing<'a>, day: Day) {
        self.push(standing.book, standing.ledger, day);
    }

    fn push(&mut self, book: &'a BookHead, ledger: &'a Ledger, day: Day) {
        if !self.ends_with(ledger, day) && self.known.insert((&ledger.name, day)) {
            self.days.push((book, ledger, day));
        }
    }

    /// Tells whether a day of a ledger was taken in.
    fn contains(&self, ledger: &Ledger, day: Day) -> bool {
        self.ends_with(ledger, day) || self.known.contains(&(ledger.name.as_str(), day))
    }

    /// Most lines of a ledger are told by the same day as the line before.
    fn ends_with(&self, ledger: &Ledger, day: Day) -> bool {
        self.days.last().is_some_and(|last| std::ptr::eq(last.1, ledger) && last.2 == day)
    }

    /// Takes in the day from which the review of a problem counts, where the policy says when that is.
    pub(super) fn add_review(&mut self, standing: &Standing<'a>) {
        if let Some(watch) = standing.watch.filter(|watch| watch.every.is_some()) {
            self.add(standing, watch.from);
        }
    }

    /// Takes in those of what comes behind.
    pub(super) fn append(&mut self, other: Self) {
        other.days.into_iter().for_each(|(book, ledger, day)| self.push(book, ledger, day));
    }

    /// What a part of the policy was on these days.
    pub(super) fn ruled<T: PartialEq + Clone>(&self, part: impl Fn(&Policy) -> T) -> Vec<Ruled<T>> {
        let mut found: Vec<(Held<T>, BTreeSet<&str>)> = Vec::new();
        for (book, ledger, day) in &self.days {
            let rule = Held::on(*day, &book.policies, &ledger.head.policies, &part);
            match found.iter_mut().find(|(known, _)| *known == rule) {
                Some((_, ledgers)) => _ = ledgers.insert(&ledger.name),
                None => found.push((rule, BTreeSet::from([&*ledger.name]))),
            }
        }
        ruled(found)
    }

    /// How often problems are looked at again.
    pub(super) fn reviews(&self) -> Vec<Ruled<Review>> {
        self.ruled(|policy| policy.review)
    }
}

/// How the limits of lines were counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Told<'a> {
    /// Whether words give a period in a ledger, which may name phases of its own: of the plan, and of entries. The lines of
    /// a plan share a few words.
    counted: Vec<(&'a Ledger, [HashMap<String, bool>; 2])>,
    immediate: Days<'a>,
    periods: Days<'a>,
}

impl<'a> Told<'a> {
    /// Takes in a line of a problem.
    pub(super) fn add(&mut self, standing: &Standing<'a>, line: &Line<'_>) {
        let Some(words) = line.words() else { return };
        let (ledger, day) = (standing.ledger, line.read_on());
        // Once the day is known, what words say tells nothing new.
        if !self.immediate.contains(ledger, day) && line.is_immediate() {
            self.immediate.add(standing, day);
        }
        if !self.periods.contains(ledger, day) && self.is_counted(ledger, words, line) {
            self.periods.add(standing, day);
        }
    }

    fn is_counted(&mut self, ledger: &'a Ledger, words: &str, line: &Line<'_>) -> bool {
        let place = self.counted.iter().rposition(|(known, _)| std::ptr::eq(*known, ledger));
        let place = place.unwrap_or_else(|| {
            self.counted.push((ledger, Default::default()));
            self.counted.len() - 1
        });
        let known = &mut self.counted[place].1[usize::from(line.is_read_anew())];
        if let Some(counted) = known.get(words) {
            return *counted;
        }
        let counted = line.is_counted();
        known.insert(words.to_owned(), counted);
        counted
    }

    /// Takes in the lines of what comes behind.
    pub(super) fn append(&mut self, other: Self) {
        self.immediate.append(other.immediate);
        self.periods.append(other.periods);
    }

    /// How they were counted.
    pub(super) fn counting(&self) -> Counting {
        let periods = |policy: &Policy| Periods { days: policy.days, rest_day: policy.rest_day };
        Counting {
            immediate: self.immediate.ruled(|policy| policy.immediate),
            periods: self.periods.ruled(periods),
        }
    }
}
