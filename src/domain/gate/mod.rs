//! The gate: whether an act may be recorded for a problem as it stands, and all that is missing at once.
//!
//! The one place that decides it: the commands, taking in, merging and `check` all ask here.

mod actors;
mod closing;
mod misfits;
mod refusal;

pub use actors::strangers;
pub use refusal::{Misfit, OneSide, Refusal, Tie};

use super::acts::{Allowed, State, allowed};
use super::amendment::{Amendment, Field, Value};
use super::book::BookHead;
use super::day::Day;
use super::entry::{Act, ActKind, Entry, Outcome};
use super::key::Key;
use super::policy::EvidenceFor;
use super::problem::Kind;
use super::standing::Standing;

/// Returns everything that speaks against recording the entry for the problem as it stands on the entry's day.
pub fn refusals(
    standing: &Standing<'_>,
    entry: &Entry,
    book: &BookHead,
    today: Day,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let strangers = strangers(standing, entry, book).into_iter();
    refusals.extend(strangers.map(|(_, name)| Refusal::Stranger {
        name: name.to_owned(),
        nearest: book.roster.nearest_actor(name),
    }));
    dates(standing, entry, today, &mut refusals);
    state(standing, entry, &mut refusals);
    references(standing, entry, today, &mut refusals);
    words(entry, &mut refusals);
    match &entry.act {
        Act::Done { measures, occurrence, evidence } => {
            refusals.extend(wrong_occurrence(standing, measures, *occurrence));
            refusals.extend(occurrence.and_then(|day| reported_already(standing, day, today)));
            if standing.policy.evidence.contains(&EvidenceFor::Done) && evidence.is_empty() {
                refusals.push(Refusal::NoEvidence(ActKind::Done));
            }
        }
        Act::Close { .. } if standing.state.is_active() => {
            closing::closing(standing, entry, &book.roster, &mut refusals);
        }
        _ => {}
    }
    refusals.extend(misfits::misfits(standing, entry).into_iter().map(Refusal::Misfit));
    refusals
}

/// Returns what speaks against a new measure, for the problem as it stands once the measure stands there: a report that
/// was made before cannot be one of it.
pub fn refuses_measure(standing: &Standing<'_>, no: u32) -> Option<Refusal> {
    let measure = standing.measures.iter().find(|it| it.measure.no == no)?;
    let since = measure.measure.since.or_else(|| standing.found())?;
    let reported = measure.reported?;
    Some(Refusal::Misfit(Misfit::ReportedBefore { since, reported }))
}

fn dates(standing: &Standing<'_>, entry: &Entry, today: Day, refusals: &mut Vec<Refusal>) {
    let on = entry.on;
    if on > today {
        refusals.push(Refusal::InFuture { on, today });
    }
    if let Some(entered) = entry.entered.filter(|entered| *entered <= on || *entered > today) {
        refusals.push(Refusal::Misfit(Misfit::EnteredWrongly { entered, on }));
    }
    if let Some(found) = found(standing, entry, today).filter(|found| on < *found) {
        refusals.push(Refusal::BeforeFound { on, found });
    }
}

/// When it was found, by all that is known today: a slip in that day is often seen only after it. An amendment of the
/// day itself stands for the day that it names.
fn found(standing: &Standing<'_>, entry: &Entry, today: Day) -> Option<Day> {
    match &entry.act {
        Act::Amend {
            change: Amendment { field: Field::Found, value: Value::Day(day) }, ..
        } => Some(*day),
        _ => standing.found_as_known(today),
    }
}

/// What changes a promise says why, and who allowed it.
fn words(entry: &Entry, refusals: &mut Vec<Refusal>) {
    let act = entry.act.kind();
    let approver = match &entry.act {
        Act::Extend { approver, .. } | Act::Suspend { approver } | Act::Withdraw { approver } => {
            Some(approver)
        }
        _ => None,
    };
    let says_why = match &entry.act {
        Act::Review { outcome, .. } => *outcome == Outcome::Relapsed,
        _ => matches!(
            act,
            ActKind::Progress
                | ActKind::Return
                | ActKind::Reopen
                | ActKind::Extend
                | ActKind::Suspend
                | ActKind::Withdraw
                | ActKind::Amend
                | ActKind::Void
        ),
    };
    if says_why && entry.text.is_none() {
        refusals.push(Refusal::Misfit(Misfit::NoText(act)));
    }
    if approver.is_some_and(Option::is_none) {
        refusals.push(Refusal::Misfit(Misfit::NoApprover(act)));
    }
}

fn state(standing: &Standing<'_>, entry: &Entry, refusals: &mut Vec<Refusal>) {
    let act = entry.act.kind();
    match allowed(act, standing.state) {
        Allowed::No if act == ActKind::Return && standing.state == State::Open => {
            refusals.push(Refusal::NothingReported);
        }
        Allowed::No => {
            refusals.push(Refusal::NotInState {
                act,
                state: standing.state,
                since: standing.since,
            });
        }
        Allowed::IfReported if !standing.has_report() => refusals.push(Refusal::NothingReported),
        _ => {}
    }
}

fn references(standing: &Standing<'_>, entry: &Entry, today: Day, refusals: &mut Vec<Refusal>) {
    for no in entry.act.measures() {
        if !standing.measures.iter().any(|measure| measure.measure.no == *no) {
            refusals.push(Refusal::NoSuchMeasure(*no));
        }
    }
    match &entry.act {
        Act::Indicator { name, .. }
            if !standing.problem.indicators.iter().any(|known| known.name == *name) =>
        {
            refusals.push(Refusal::NoSuchIndicator(name.clone()));
        }
        Act::Void { of } => refusals.extend(voids(standing, *of, entry.on, today)),
        _ => {}
    }
}

/// An entry is taken back once, and not before it was made.
fn voids(standing: &Standing<'_>, of: Key, on: Day, today: Day) -> Option<Refusal> {
    let mut known = standing.problem.entries.iter().enumerate();
    match known.find(|(_, known)| known.key == of) {
        None => Some(Refusal::NoSuchEntry(of)),
        Some((_, known)) if known.on > on => {
            Some(Refusal::Misfit(Misfit::VoidsLater { of: known.on, on }))
        }
        Some((place, _)) if !standing.counts(place, today) => Some(Refusal::AlreadyVoid(of)),
        Some(_) => None,
    }
}

/// A report of a whole duty names one of its occurrences; that of a measure, or of anything else, names none.
fn wrong_occurrence(
    standing: &Standing<'_>,
    measures: &[u32],
    occurrence: Option<Day>,
) -> Option<Refusal> {
    match (&standing.duty, occurrence) {
        (None, Some(_)) => Some(Refusal::Occurrence(standing.problem.kind)),
        (Some(_), None) if measures.is_empty() => Some(Refusal::Occurrence(Kind::Duty)),
        (Some(_), Some(_)) if !measures.is_empty() => Some(Refusal::OccurrenceOfMeasure),
        (Some(duty), Some(day)) => duty
            .when
            .around(day)
            .map(|(before, after)| Refusal::NoSuchOccurrence { day, before, after }),
        _ => None,
    }
}

/// An occurrence is reported once; by all that is known today, since a second report would count for nothing, or the
/// first one would from now on.
fn reported_already(standing: &Standing<'_>, day: Day, today: Day) -> Option<Refusal> {
    let mut entries = standing.problem.entries.iter().enumerate();
    let (_, report) = entries.find(|(place, known)| {
        let same = matches!(known.act, Act::Done { occurrence: Some(known), .. } if known == day);
        same && standing.counts(*place, today)
    })?;
    Some(Refusal::OccurrenceReported { day, on: report.on, of: report.key })
}

#[cfg(test)]
mod tests;
