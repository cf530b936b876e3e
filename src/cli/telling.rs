//! Steps of the history, as the store knows them, put into the words' facts.

use std::collections::BTreeSet;

use super::zone::Zone;
use crate::domain::id::Id;
use crate::domain::roster::Roster;
use crate::git::Commit;
use crate::reports::changes::head::HeadKey;
use crate::reports::changes::{self, Change, Told, Version, Versions};
use crate::reports::log::{Converted, HeadChange, HeadTold, Stamp, Step};
use crate::store::{AnyHead, Form, Revised, RevisedHead, Revision, State};

/// Tells steps one after the other, the newest first.
pub struct Telling<'a> {
    /// Whose addresses are whose.
    pub roster: &'a Roster,
    /// In which hours are told.
    pub zone: &'a Zone,
    /// The problems whose names must not be told, since a newer version hides them.
    pub masked: BTreeSet<Id>,
}

impl Telling<'_> {
    /// Tells a step.
    pub fn step(&mut self, revision: &Revision) -> Step {
        let versions: Vec<_> = revision.problems.iter().map(versions).collect();
        let hidden = versions.iter().filter(|versions| changes::is_masked(versions));
        self.masked.extend(hidden.map(|versions| versions.id.clone()));
        let told = changes::told(&versions).into_iter();
        let problems: Vec<_> = told.map(|told| self.without_names(told)).collect();
        let hide = problems.iter().any(|told| self.masked.contains(&told.id));
        let converted = revision.converted.iter().map(|(ledger, form)| Converted {
            ledger: ledger.clone(),
            to_table: *form == Form::Table,
        });
        Step {
            stamp: revision
                .commit
                .as_ref()
                .map(|commit| stamp(commit, self.roster, self.zone, hide)),
            problems,
            heads: revision.heads.iter().filter_map(head).collect(),
            converted: converted.collect(),
            unreadable: revision.unreadable.clone(),
        }
    }

    /// Masks what is told of a masked problem, and of the number that it had before.
    fn without_names(&mut self, mut told: Told) -> Told {
        if !self.masked.contains(&told.id) {
            return told;
        }
        for change in &told.changes {
            if let Change::Moved { from } = change {
                self.masked.insert(from.clone());
            }
        }
        told.changes = told.changes.into_iter().map(Change::masked).collect();
        told
    }
}

/// Who made a commit and when; the name is kept out where it is to be hidden.
pub fn stamp(commit: &Commit, roster: &Roster, zone: &Zone, hide: bool) -> Stamp {
    let (day, time) = zone.clock(commit.committed);
    let who = roster.person_of(&commit.address).unwrap_or(&commit.author);
    let who = if hide { crate::domain::standing::MASK } else { who };
    Stamp {
        hash: commit.hash.clone(),
        day,
        time,
        who: who.to_owned(),
        message: commit.subject.clone(),
    }
}

/// The versions of a problem, as reports take them.
pub fn versions(revised: &Revised) -> Versions<'_> {
    Versions {
        id: revised.id.clone(),
        old: revised.old.iter().map(version).collect(),
        new: version(&revised.new),
    }
}

fn version(state: &State) -> Version<'_> {
    match state {
        State::Absent => Version::Absent,
        State::Unreadable => Version::Unreadable,
        State::There(problem) => Version::There(problem),
    }
}

/// Which keys of a head differ: of a merge, those that differ from each parent.
fn head(revised: &RevisedHead) -> Option<HeadTold> {
    let known: Vec<_> = revised.old.iter().flatten().collect();
    let what = match &revised.new {
        None if known.len() == revised.old.len() => HeadChange::Gone,
        None => return None,
        Some(_) if known.is_empty() => HeadChange::New,
        Some(new) => {
            let mut lists = known.iter().map(|old| keys(old, new));
            let mut keys = lists.next().unwrap_or_default();
            lists.for_each(|list| keys.retain(|key| list.contains(key)));
            if keys.is_empty() {
                return None;
            }
            HeadChange::Keys(keys)
        }
    };
    Some(HeadTold { ledger: revised.ledger.clone(), what })
}

fn keys(old: &AnyHead, new: &AnyHead) -> Vec<HeadKey> {
    match (old, new) {
        (AnyHead::Book(old), AnyHead::Book(new)) => changes::head::of_book(old, new),
        (AnyHead::Ledger(old), AnyHead::Ledger(new)) => changes::head::of_ledger(old, new),
        _ => Vec::new(),
    }
}
