//! The gate: whether an act may be recorded for a problem as it stands, and all that is missing at once.

use super::acts::{Allowed, State, allowed};
use super::day::Day;
use super::entry::{Act, ActKind, Entry};
use super::figure::Figure;
use super::key::Key;
use super::policy::EvidenceFor;
use super::problem::Kind;
use super::standing::Standing;

/// Why an act is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The state does not allow the act.
    NotInState {
        /// The act.
        act: ActKind,
        /// The state.
        state: State,
        /// Since when it is in that state.
        since: Option<Day>,
    },
    /// There is nothing reported that could be returned.
    NothingReported,
    /// Measures that must be reported before closing.
    Unreported(Vec<u32>),
    /// A problem without measures that must be reported before closing.
    NoReport,
    /// An indicator is short of its target and no reason is given.
    Short {
        /// The indicator.
        name: String,
        /// Its newest value, if there is any.
        actual: Option<Figure>,
        /// Its target.
        target: Figure,
    },
    /// Policy asks for evidence with this act.
    NoEvidence(ActKind),
    /// Who verifies has reported the work.
    VerifierReported(String),
    /// Who verifies is responsible for the work.
    VerifierResponsible(String),
    /// The problem has no such measure, or not on that day.
    NoSuchMeasure(u32),
    /// The problem has no such indicator.
    NoSuchIndicator(String),
    /// The problem has no entry with that key.
    NoSuchEntry(Key),
    /// The entry counts for nothing already.
    AlreadyVoid(Key),
    /// The entry would be older than its problem.
    BeforeFound {
        /// The entry's day.
        on: Day,
        /// The day on which the problem was found.
        found: Day,
    },
    /// The entry would lie in the future.
    InFuture {
        /// The entry's day.
        on: Day,
        /// Today.
        today: Day,
    },
    /// A duty is met by its occurrences, and nothing else has any.
    Occurrence(Kind),
    /// An occurrence is of the whole duty, and a measure has none.
    OccurrenceOfMeasure,
    /// The duty does not fall due on that day.
    NoSuchOccurrence {
        /// The day.
        day: Day,
        /// The last occurrence before it.
        before: Option<Day>,
        /// The first occurrence after it.
        after: Option<Day>,
    },
}

/// Returns everything that speaks against recording the entry for the problem as it stands on the entry's day.
pub fn refusals(standing: &Standing<'_>, entry: &Entry, today: Day) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    dates(standing, entry, today, &mut refusals);
    state(standing, entry, &mut refusals);
    references(standing, entry, &mut refusals);
    match &entry.act {
        Act::Done { measures, occurrence, evidence } => {
            refusals.extend(wrong_occurrence(standing, measures, *occurrence));
            if standing.policy.evidence.contains(&EvidenceFor::Done) && evidence.is_empty() {
                refusals.push(Refusal::NoEvidence(ActKind::Done));
            }
        }
        Act::Close { .. } if standing.state.is_active() => closing(standing, entry, &mut refusals),
        _ => {}
    }
    refusals
}

fn dates(standing: &Standing<'_>, entry: &Entry, today: Day, refusals: &mut Vec<Refusal>) {
    if entry.on > today {
        refusals.push(Refusal::InFuture { on: entry.on, today });
    }
    if let Some(found) = standing.found().filter(|found| entry.on < *found) {
        refusals.push(Refusal::BeforeFound { on: entry.on, found });
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

fn references(standing: &Standing<'_>, entry: &Entry, refusals: &mut Vec<Refusal>) {
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
        Act::Void { of } => {
            match standing.problem.entries.iter().position(|known| known.key == *of) {
                None => refusals.push(Refusal::NoSuchEntry(*of)),
                Some(place) if !standing.effective.contains(&place) => {
                    refusals.push(Refusal::AlreadyVoid(*of));
                }
                Some(_) => {}
            }
        }
        _ => {}
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

/// What closing needs: reports, indicators at target or a reason, evidence, and a second person.
fn closing(standing: &Standing<'_>, entry: &Entry, refusals: &mut Vec<Refusal>) {
    let Act::Close { evidence, reason, verifier } = &entry.act else { return };
    if standing.policy.report_first && standing.state == State::Open {
        let unreported = standing.unreported();
        if !unreported.is_empty() {
            refusals.push(Refusal::Unreported(unreported));
        } else if standing.duty.is_none() {
            refusals.push(Refusal::NoReport);
        }
    }
    if reason.is_none() {
        refusals.extend(short_indicators(standing));
    }
    if standing.policy.evidence.contains(&EvidenceFor::Close) && evidence.is_empty() {
        refusals.push(Refusal::NoEvidence(ActKind::Close));
    }
    if standing.policy.second_person {
        refusals.extend(second_person(standing, verifier.as_ref().unwrap_or(&entry.by)));
    }
}

fn short_indicators<'a>(standing: &'a Standing<'_>) -> impl Iterator<Item = Refusal> + 'a {
    standing.problem.indicators.iter().filter_map(|indicator| {
        let actual = standing.actuals.get(&indicator.name).copied();
        let reached = actual.is_some_and(|actual| indicator.is_reached_by(actual));
        let target = indicator.target.filter(|_| !reached)?;
        Some(Refusal::Short { name: indicator.name.clone(), actual, target })
    })
}

/// Who verifies may be neither who reported, in whichever round, nor who is responsible.
fn second_person(standing: &Standing<'_>, verifier: &str) -> Option<Refusal> {
    let reported = standing
        .entries()
        .any(|entry| matches!(entry.act, Act::Done { .. }) && entry.by == verifier);
    if reported {
        return Some(Refusal::VerifierReported(verifier.to_owned()));
    }
    let answers = |who: &super::responsible::Responsible| {
        [&who.lead, &who.joint, &who.person].into_iter().flatten().any(|name| name == verifier)
    };
    let responsible = answers(&standing.responsible)
        || standing.measures.iter().any(|measure| answers(&measure.responsible));
    responsible.then(|| Refusal::VerifierResponsible(verifier.to_owned()))
}

#[cfg(test)]
mod tests;
