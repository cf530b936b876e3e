//! What may not happen in a history, found step by step: each rule by its name.
//!
//! A step is judged by what it did, not by how things stand: what a later commit mended was still done. Of a merge, what it
//! took from one of its parents was judged there; only what it lost, and what stands in none of its parents, is its own.

mod closed;
mod problem;
mod rule;

use std::collections::{BTreeMap, BTreeSet};

pub use rule::Rule;

use super::changes::{self, Change, Version, Versions};
use super::log::Stamp;
use crate::domain::acts::State;
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::ledger::Head;
use crate::domain::measure::Measure;
use crate::domain::problem::Problem;

/// What was found in a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The day on which it is asked.
    pub today: Day,
    /// How many steps were looked at.
    pub steps: usize,
    /// What may not happen and did, the oldest first.
    pub violations: Vec<Violation>,
}

/// Something that may not happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Which rule it breaks.
    pub rule: Rule,
    /// The commit that did it.
    pub stamp: Stamp,
    /// The problem, or the file where that is not known.
    pub of: Subject,
    /// The problem's title, where it is known.
    pub title: String,
    /// What was done.
    pub what: What,
}

/// What a violation is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A problem.
    Problem(Id),
    /// A file of the book.
    File(String),
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A change that may not be made.
    Change(Box<Change>),
    /// An act in a state that does not allow it.
    Act {
        /// The entry.
        key: Key,
        /// The act.
        act: ActKind,
        /// The state.
        state: State,
    },
    /// Who verified, or committed the closing, is of the side that did the work.
    Alone {
        /// The closing.
        key: Key,
        /// Who.
        who: String,
    },
    /// Another problem stood under this number before; its title.
    Number(String),
    /// A file of evidence of a closed problem.
    Evidence {
        /// Its path.
        path: String,
        /// Whether it is gone altogether.
        gone: bool,
    },
    /// A file that cannot be read.
    Unreadable,
}

/// A step from one parent to a commit.
#[derive(Debug)]
pub struct Step<'a> {
    /// Who made it and when.
    pub stamp: Stamp,
    /// The person of the roster to whom the author's address belongs.
    pub author: Option<String>,
    /// Whether its commit has several parents; its steps follow one another.
    pub is_merge: bool,
    /// The problems that it touched, each with one earlier version.
    pub problems: Vec<Versions<'a>>,
    /// The tables and heads that cannot be read after it or before it.
    pub unreadable: &'a [String],
    /// The book's head after it.
    pub book: &'a BookHead,
    /// The heads of the ledgers after it.
    pub heads: BTreeMap<&'a str, &'a Head>,
    /// The files of evidence that it changed: the path, and the SHA-256 of what lies there now.
    pub evidence: &'a [(String, Option<String>)],
}

/// Goes along a history and keeps in mind what a later step is judged by.
#[derive(Debug, Default)]
pub struct Verifier {
    gone: BTreeMap<Id, Problem>,
    gone_measures: BTreeMap<(Id, u32), Measure>,
    /// Evidence that entries name with its hash: who names it.
    proofs: BTreeMap<String, Vec<(Id, String)>>,
    closed: BTreeSet<Id>,
    /// What is known of a file or problem is told once, where it was done first.
    told: BTreeSet<(Rule, Subject, String)>,
    merge: Merge,
    violations: Vec<Violation>,
}

/// The problems of a merge as its steps so far have them: from each parent that differs, and after it.
#[derive(Debug, Default)]
struct Merge {
    commit: String,
    parents: usize,
    problems: BTreeMap<Id, (Vec<Option<Problem>>, Option<Problem>)>,
    stamp: Option<Stamp>,
}

impl Verifier {
    /// Judges a step; they come in the order of the history, parents before children.
    pub fn step(&mut self, step: &Step<'_>) {
        self.end_merge_before(&step.stamp.hash);
        for path in step.unreadable {
            let subject = Subject::File(path.clone());
            self.find(step, Rule::Unreadable, subject, String::new(), What::Unreadable, "");
        }
        for told in changes::told(&step.problems) {
            let versions = step.problems.iter().find(|versions| versions.id == told.id);
            if let Some(versions) = versions {
                self.problem(step, versions, &told);
            }
        }
        for versions in &step.problems {
            self.remember(versions);
        }
        self.evidence(step);
        if step.is_merge {
            self.merge(step);
        }
    }

    /// Ends the walk.
    pub fn finish(mut self, today: Day, steps: usize) -> Verified {
        self.end_merge_before("");
        Verified { today, steps, violations: self.violations }
    }

    fn merge(&mut self, step: &Step<'_>) {
        self.merge.commit.clone_from(&step.stamp.hash);
        self.merge.parents += 1;
        self.merge.stamp = Some(step.stamp.clone());
        for versions in &step.problems {
            let state = |version: Version<'_>| match version {
                Version::There(problem) => Some(problem.clone()),
                _ => None,
            };
            let new = state(versions.new);
            let slot = self.merge.problems.entry(versions.id.clone()).or_insert((Vec::new(), new));
            slot.0.extend(versions.old.iter().map(|old| state(*old)));
        }
    }

    /// Says what a merge holds that none of its parents has, once all its steps are known. A problem that fewer steps than
    /// parents touched is as one of the parents has it.
    fn end_merge_before(&mut self, next: &str) {
        if self.merge.commit == next {
            return;
        }
        let merge = std::mem::take(&mut self.merge);
        let Some(stamp) = merge.stamp else { return };
        for (id, (old, new)) in merge.problems {
            if old.len() < merge.parents {
                continue;
            }
            let old: Vec<_> = old.iter().map(|old| version(old.as_ref())).collect();
            for change in changes::against(&old, version(new.as_ref())) {
                let loss = change.is_forbidden() || matches!(change, Change::New { .. });
                if loss {
                    continue; // told where it was lost; that a merge makes a problem is told as a change of it
                }
                let masked = new.as_ref().is_some_and(|problem| problem.masked);
                let title = new.as_ref().map(|problem| problem.title.clone()).unwrap_or_default();
                let change = if masked { change.masked() } else { change };
                self.violations.push(Violation {
                    rule: Rule::FoundInNoParent,
                    stamp: stamp.clone(),
                    of: Subject::Problem(id.clone()),
                    title,
                    what: What::Change(Box::new(change)),
                });
            }
        }
    }

    /// Writes a violation down, once for the same thing.
    fn find(
        &mut self,
        step: &Step<'_>,
        rule: Rule,
        of: Subject,
        title: String,
        what: What,
        same: &str,
    ) {
        if self.told.insert((rule, of.clone(), same.to_owned())) {
            self.violations.push(Violation { rule, stamp: step.stamp.clone(), of, title, what });
        }
    }
}

fn version(problem: Option<&Problem>) -> Version<'_> {
    problem.map_or(Version::Absent, Version::There)
}
