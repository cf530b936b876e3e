//! What closing needs: reports, indicators at target or a reason, evidence, and a second person.

use super::{OneSide, Refusal, Tie};
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
    let one_side = |other: &str| {
        let tie = tie(roster, other, verifier)?;
        // Names of a masked problem are told to nobody; who verifies was named by who asks.
        Some(if standing.problem.masked {
            OneSide::same(verifier)
        } else {
            OneSide { verifier: verifier.to_owned(), other: other.to_owned(), tie }
        })
    };
    let nearest = |sides: Vec<OneSide>| sides.into_iter().min_by_key(|side| side.tie != Tie::Same);
    let reported = reports.filter_map(|report| one_side(&report.by)).collect();
    if let Some(side) = nearest(reported) {
        return Some(Refusal::VerifierReported(side));
    }
    let answers = |who: &Responsible| {
        let names = [&who.lead, &who.joint, &who.person].into_iter().flatten();
        names.filter_map(|name| one_side(name)).collect::<Vec<_>>()
    };
    let measures = standing.measures.iter().map(|measure| &measure.responsible);
    let all = standing.answered.iter().chain([&standing.responsible]).chain(measures);
    nearest(all.flat_map(|who| answers(who)).collect()).map(Refusal::VerifierResponsible)
}

/// Why two names are one side: they are the same, by whatever name the unit goes, or one is a person of the other.
fn tie(roster: &Roster, other: &str, verifier: &str) -> Option<Tie> {
    let (other, verifier) = (roster.current_name(other), roster.current_name(verifier));
    if other == verifier {
        Some(Tie::Same)
    } else if roster.unit_of(other) == Some(verifier) {
        Some(Tie::UnitOfOther)
    } else if roster.unit_of(verifier) == Some(other) {
        Some(Tie::PersonOfOther)
    } else {
        None
    }
}
