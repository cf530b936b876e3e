//! What closing needs: reports, indicators at target or a reason, evidence, and a second person.

use super::Refusal;
use crate::domain::acts::State;
use crate::domain::entry::{Act, ActKind, Entry};
use crate::domain::policy::EvidenceFor;
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::domain::standing::Standing;

/// Collects all that is missing for closing.
pub(super) fn closing(
    standing: &Standing<'_>,
    entry: &Entry,
    roster: &Roster,
    refusals: &mut Vec<Refusal>,
) {
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
        refusals.extend(second_person(standing, roster, verifier.as_ref().unwrap_or(&entry.by)));
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

/// Who verifies may be neither who reported, in whichever round, nor who is responsible or was when it was reported; a
/// unit and a person of it are one side.
fn second_person(standing: &Standing<'_>, roster: &Roster, verifier: &str) -> Option<Refusal> {
    let reports = standing.entries().filter(|entry| matches!(entry.act, Act::Done { .. }));
    if reports.into_iter().any(|report| is_one_side(roster, &report.by, verifier)) {
        return Some(Refusal::VerifierReported(verifier.to_owned()));
    }
    let answers = |who: &Responsible| {
        let names = [&who.lead, &who.joint, &who.person].into_iter().flatten();
        names.into_iter().any(|name| is_one_side(roster, name, verifier))
    };
    let responsible = standing.answered.iter().any(answers)
        || answers(&standing.responsible)
        || standing.measures.iter().any(|measure| answers(&measure.responsible));
    responsible.then(|| Refusal::VerifierResponsible(verifier.to_owned()))
}

/// Tells whether two names are the same, by whatever name the unit goes, or one is a person of the other.
fn is_one_side(roster: &Roster, one: &str, other: &str) -> bool {
    let (one, other) = (roster.current_name(one), roster.current_name(other));
    one == other || roster.unit_of(one) == Some(other) || roster.unit_of(other) == Some(one)
}
