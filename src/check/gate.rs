//! Rules that ask the gate: what was written by hand has to meet what commands have to meet.

use super::{Case, Fact, Found, Scope};
use crate::domain::acts::State;
use crate::domain::entry::{Act, Entry};
use crate::domain::gate::{self, Misfit, Refusal};
use crate::domain::policy::{EvidenceFor, PolicyEntry};
use crate::domain::standing::{Deadline, Standing};
use crate::domain::subject::{Part, Subject};

/// What the gate would have refused of the entries that count. What other rules say is not said twice.
pub(super) fn refused(case: &Case<'_>) -> Found {
    // The entries of a sheet are made of its states, which say neither who approved nor what was reported before.
    if matches!(case.scope, Scope::Sheet) {
        return Vec::new();
    }
    let counts = |place: &&usize| !case.standing.out_of_state.iter().any(|(out, _)| out == *place);
    let mut found = Vec::new();
    for place in case.standing.effective.iter().filter(counts) {
        let entry = &case.written.entries[*place];
        let before;
        let standing = if needs_replay(case, entry) {
            before = case.as_of.standing_before(case.ledger, case.written, *place);
            &before
        } else {
            case.standing
        };
        let refusals =
            gate::refusals(standing, entry, &case.book.head, case.as_of.today).into_iter();
        found.extend(refusals.filter(|refusal| !is_said_elsewhere(refusal)).map(|refusal| {
            let subject = Subject::key(Part::Entry(entry.key), key_of(&refusal, entry));
            (subject, fact(refusal, standing))
        }));
    }
    found
}

/// Tells whether the gate may have more to say of the entry when it knows how the problem stood then. To play all
/// entries before each entry again would take a long history of a large ledger too long.
fn needs_replay(case: &Case<'_>, entry: &Entry) -> bool {
    let not_there =
        |no: &u32| case.written.measure(*no).is_none_or(|measure| !measure.stands_on(entry.on));
    let asks = match &entry.act {
        Act::Close { .. } | Act::Return { .. } | Act::Extend { .. } | Act::Amend { .. } => true,
        Act::Recover { .. } => {
            let problem = &case.standing.problem;
            problem.recoverable.or(problem.amount).is_some()
        }
        Act::Done { evidence, .. } => evidence.is_empty() && evidence_is_asked_for(case),
        _ => false,
    };
    asks || entry.act.measures().iter().any(not_there)
}

/// Tells whether the policy asks for evidence with a report, on whatever day.
fn evidence_is_asked_for(case: &Case<'_>) -> bool {
    let asks = |policy: &PolicyEntry| {
        policy.evidence.as_ref().is_some_and(|acts| acts.contains(&EvidenceFor::Done))
    };
    case.book.head.policies.iter().chain(&case.ledger.head.policies).any(asks)
}

/// Tells whether another rule says it, or the entry itself makes it so: what a `void` takes back counts for nothing.
fn is_said_elsewhere(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::NotInState { .. }
            | Refusal::BeforeFound { .. }
            | Refusal::InFuture { .. }
            | Refusal::Occurrence(_)
            | Refusal::NoSuchOccurrence { .. }
            | Refusal::NoSuchIndicator(_)
            | Refusal::NoSuchEntry(_)
            | Refusal::AlreadyVoid(_)
            | Refusal::OccurrenceReported { .. }
            | Refusal::Stranger { .. }
    )
}

/// An extension to the very day that is written as the first: somebody recorded it, and moved the first day, too.
fn fact(refusal: Refusal, before: &Standing<'_>) -> Fact {
    let is_first = |deadline: &Deadline, day| {
        deadline.first.day() == Some(day) && deadline.extensions().is_empty()
    };
    match refusal {
        Refusal::Misfit(Misfit::DutyHasNoDay) => Fact::LimitOfDuty,
        Refusal::Misfit(Misfit::NotLater { now, new }) if now == new => {
            let own = before.measures.iter().filter_map(|measure| measure.own.as_ref());
            let mut deadlines = own.chain([&before.deadline]);
            if deadlines.any(|deadline| is_first(deadline, new)) {
                Fact::FirstDayOverwritten(new)
            } else {
                Fact::Refused(Refusal::Misfit(Misfit::NotLater { now, new }))
            }
        }
        other => Fact::Refused(other),
    }
}

/// The key of an entry under which it is said.
fn key_of(refusal: &Refusal, entry: &Entry) -> &'static str {
    match refusal {
        Refusal::VerifierReported(_) | Refusal::VerifierResponsible(_) => match &entry.act {
            Act::Close { verifier: Some(_), .. } => "verifier",
            _ => "by",
        },
        Refusal::NoSuchMeasure(_) | Refusal::Misfit(Misfit::NotReported(_)) => "measure",
        Refusal::OccurrenceOfMeasure => "for",
        Refusal::Misfit(
            Misfit::NotLater { .. }
            | Misfit::PastDay { .. }
            | Misfit::ExtendsToPast { .. }
            | Misfit::DutyHasNoDay,
        ) => "due",
        Refusal::Misfit(Misfit::AskedLater { .. }) => "asked",
        Refusal::Misfit(Misfit::NextNotLater { .. }) => "next",
        Refusal::Misfit(Misfit::TooMuch { .. }) => "amount",
        Refusal::Misfit(Misfit::TimesBelowPersons { .. }) => "times",
        Refusal::Misfit(Misfit::AmendsNothing(_) | Misfit::BelowRecovered { .. }) => "new",
        Refusal::Misfit(Misfit::VoidsLater { .. }) => "on",
        Refusal::Misfit(Misfit::EnteredWrongly { .. }) => "entered",
        _ => "act",
    }
}

/// Entries that take back what an earlier one has taken back.
pub(super) fn voided_twice(case: &Case<'_>) -> Found {
    let mut taken_back = Vec::new();
    let mut found = Vec::new();
    for place in &case.standing.effective {
        let entry = &case.written.entries[*place];
        let Act::Void { of } = entry.act else { continue };
        if taken_back.contains(&of) {
            found.push((Subject::key(Part::Entry(entry.key), "of"), Fact::VoidedTwice(of)));
        }
        taken_back.push(of);
    }
    found
}

/// Measures that count only after the close of their problem, also those that do not count yet: it would stay closed with
/// work that is not done.
pub(super) fn open_measures(case: &Case<'_>) -> Found {
    let standing = case.standing;
    let Some(closed) = standing.since.filter(|_| standing.state == State::Closed) else {
        return Vec::new();
    };
    let is_reported =
        |no| standing.measures.iter().any(|it| it.measure.no == no && it.reported.is_some());
    let later = standing.problem.measures.iter().filter(|measure| {
        let begins = measure.since.filter(|since| *since > closed);
        begins.is_some_and(|since| measure.stands_on(since.max(case.as_of.today)))
    });
    let open = later.map(|measure| measure.no).filter(|no| !is_reported(*no));
    let fact = |measure| {
        (Subject::key(Part::Measure(measure), "since"), Fact::OpenMeasure { measure, closed })
    };
    open.map(fact).collect()
}
