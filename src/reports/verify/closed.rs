//! Acts in their states, closing, and what happens to what is closed.

use super::super::changes::{Change, Content, Field, Told};
use super::problem::alike;
use super::{Rule, Step, Subject, Verifier, What};
use crate::domain::acts::State;
use crate::domain::entry::{Act, Entry};
use crate::domain::gate::{self, Refusal};
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::domain::standing::{AsOf, MASK, Standing};

impl Verifier {
    /// Judges the acts that a step records, and what else it did to a problem that was closed.
    pub(super) fn acts(
        &mut self,
        step: &Step<'_>,
        told: &Told,
        old: Option<&Problem>,
        new: &Problem,
    ) {
        let ledger = Ledger {
            name: told.id.ledger.clone(),
            head: step
                .heads
                .get(told.id.ledger.as_str())
                .map(|head| (*head).clone())
                .unwrap_or_default(),
            problems: Vec::new(),
        };
        // All entries are to be seen, also one for a day after the commit.
        let days = new.entries.iter().chain(old.iter().flat_map(|old| &old.entries));
        let today = days.map(|entry| entry.on).max().unwrap_or(step.stamp.day).max(step.stamp.day);
        let as_of = AsOf::new(step.book, today);
        let standing = as_of.standing_as_written(&ledger, new);
        let is_new =
            |entry: &Entry| old.is_none_or(|old| old.entries.iter().all(|it| it.key != entry.key));
        for (place, state) in &standing.out_of_state {
            let entry = &new.entries[*place];
            if is_new(entry) {
                let what = What::Act { key: entry.key, act: entry.act.kind(), state: *state };
                self.of(step, told, Rule::OutOfState, what, &entry.key.to_string());
            }
        }
        for (place, entry) in new.entries.iter().enumerate().filter(|(_, entry)| is_new(entry)) {
            if matches!(entry.act, Act::Close { .. }) && standing.effective.contains(&place) {
                let before = as_of.standing_before(&ledger, new, place);
                self.alone(step, told, &before, entry);
            }
        }
        if standing.state == State::Closed {
            self.closed.insert(told.id.clone());
        } else {
            self.closed.remove(&told.id);
        }
        let was_closed =
            old.is_some_and(|old| as_of.standing_as_written(&ledger, old).state == State::Closed);
        if was_closed && !new.entries.iter().any(|entry| is_new(entry) && opens(entry, new)) {
            self.closed_changed(step, told, new.masked);
        }
    }

    fn closed_changed(&mut self, step: &Step<'_>, told: &Told, masked: bool) {
        for change in &told.changes {
            let matters = match change {
                Change::Field {
                    from: Some(Content::Names(old)),
                    to: Some(Content::Names(new)),
                    ..
                } if alike(old, new, &step.book.roster) => false,
                Change::Field { field, from, .. } => match field {
                    Field::Extra(_) | Field::Tag | Field::Masked => false,
                    // What the words of the limit say may be stored at any time.
                    Field::Due | Field::Sustained => from.is_some(),
                    _ => true,
                },
                Change::MeasureAdded(_) | Change::IndicatorAdded(_) | Change::IndicatorGone(_) => {
                    true
                }
                _ => false,
            };
            if matters && !self.is_told(step, told, change) {
                let shown = if masked { change.clone().masked() } else { change.clone() };
                let same = format!("{} {change:?}", step.stamp.hash);
                let what = What::Change(Box::new(shown));
                self.of(step, told, Rule::ClosedChanged, what, &same);
            }
        }
    }

    /// Tells whether another rule said it of this step.
    fn is_told(&self, step: &Step<'_>, told: &Told, change: &Change) -> bool {
        let subject = Subject::Problem(told.id.clone());
        self.violations.iter().rev().take_while(|it| it.stamp.hash == step.stamp.hash).any(|it| {
            it.of == subject && matches!(&it.what, What::Change(known) if **known == *change)
        })
    }

    /// Who verifies, and who commits the closing, may be neither who did the work nor who answers for it.
    fn alone(&mut self, step: &Step<'_>, told: &Told, before: &Standing<'_>, close: &Entry) {
        let refused = |entry: &Entry| {
            let refusals = gate::refusals(before, entry, step.book, before.today);
            refusals.into_iter().find_map(|refusal| match refusal {
                Refusal::VerifierReported(side) | Refusal::VerifierResponsible(side) => {
                    Some(side.verifier)
                }
                _ => None,
            })
        };
        let by_author = step.author.as_ref().and_then(|author| {
            let mut entry = close.clone();
            if let Act::Close { verifier, .. } = &mut entry.act {
                *verifier = Some(author.clone());
            }
            refused(&entry)
        });
        if let Some(who) = refused(close).or(by_author) {
            let who = if before.problem.masked { MASK.to_owned() } else { who };
            let what = What::Alone { key: close.key, who };
            self.of(step, told, Rule::ClosedAlone, what, &close.key.to_string());
        }
    }

    /// Evidence of closed problems holds what it held when its hash was written.
    pub(super) fn evidence(&mut self, step: &Step<'_>) {
        for (path, hash) in step.evidence {
            let named = self.proofs.get(path).cloned().unwrap_or_default();
            for (id, known) in named {
                if !self.closed.contains(&id) || hash.as_ref() == Some(&known) {
                    continue;
                }
                let what = What::Evidence { path: path.clone(), gone: hash.is_none() };
                let subject = Subject::Problem(id);
                self.find(step, Rule::EvidenceChanged, subject, String::new(), what, path);
            }
        }
    }
}

/// Tells whether an entry opens a closed problem again: it is reopened, or its closing is taken back.
fn opens(entry: &Entry, problem: &Problem) -> bool {
    match &entry.act {
        Act::Reopen { .. } => true,
        Act::Void { of } => problem
            .entries
            .iter()
            .any(|other| other.key == *of && matches!(other.act, Act::Close { .. })),
        _ => false,
    }
}
