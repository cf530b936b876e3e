//! The entries of a line that is taken in: each gets a key and a reporter, and goes through the gate in its turn.

use std::collections::BTreeMap;

use super::Terms;
use crate::cli::recording::new_key;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::gate::{self, Refusal};
use crate::domain::key::Key;
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::domain::standing::AsOf;

/// What came of the entries of a line.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// What the gate refuses, each thing once.
    pub(super) refusals: Vec<Refusal>,
    /// Whether nobody says who enters them.
    pub(super) nobody: bool,
    /// The key that each entry has, and the one that it had in the draft.
    pub(super) keys: BTreeMap<Key, Key>,
}

/// Makes the line's entries such as commands would have recorded, and asks the gate of each.
pub(super) fn make(
    book: &Book,
    as_of: &AsOf<'_>,
    ledger: &Ledger,
    problem: &mut Problem,
    terms: &Terms,
) -> anyhow::Result<Made> {
    let drafted = std::mem::take(&mut problem.entries);
    let mut made = Made { nobody: !drafted.is_empty() && terms.by.is_none(), ..Made::default() };
    if drafted.is_empty() {
        return Ok(made);
    }
    let report_first = as_of.plan_policy(ledger).report_first;
    for entry in drafted.into_iter().flat_map(|entry| acts(entry, terms, report_first)) {
        let drafted = entry.key;
        let entry = complete(entry, terms)?;
        let standing = as_of.standing_at(ledger, problem, entry.on);
        // A sheet has its report in the row that is closed, too.
        let again = matches!(entry.act, Act::Done { .. })
            && standing.unreported().is_empty()
            && standing.has_report();
        if again && !problem.entries.is_empty() {
            continue;
        }
        // Without a name there is nobody whom the gate could know; that is said once for the whole.
        let refusals = if made.nobody {
            Vec::new()
        } else {
            gate::refusals(&standing, &entry, &book.head, terms.today)
        };
        for refusal in refusals {
            if !made.refusals.contains(&refusal) {
                made.refusals.push(refusal);
            }
        }
        made.keys.insert(entry.key, drafted);
        problem.entries.push(entry);
    }
    Ok(made)
}

/// What a file calls closed was reported first, where the policy asks for that; and is only reported, where the terms say
/// so.
fn acts(mut entry: Entry, terms: &Terms, report_first: bool) -> Vec<Entry> {
    let Act::Close { verifier, evidence, .. } = &mut entry.act else { return vec![entry] };
    if verifier.is_none() {
        verifier.clone_from(&terms.verifier);
    }
    let act = Act::Done { measures: Vec::new(), occurrence: None, evidence: evidence.clone() };
    let report = Entry { act, ..entry.clone() };
    match (terms.closed_as_done, report_first) {
        (true, _) => vec![report],
        (false, true) => vec![report, entry],
        (false, false) => vec![entry],
    }
}

/// Gives the entry a key, who reports it and, where the file has none, its day.
fn complete(mut entry: Entry, terms: &Terms) -> anyhow::Result<Entry> {
    entry.key = new_key()?;
    if let Some(by) = &terms.by {
        entry.by.clone_from(by);
    }
    if entry.on == Day::FIRST {
        entry.on = terms.on;
    }
    entry.entered = (entry.on < terms.today).then_some(terms.today);
    Ok(entry)
}
