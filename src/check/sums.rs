//! Rules about what has to add up: money, and the ladder of notices.

use super::{Case, Fact, Found};
use crate::domain::amendment::Field;
use crate::domain::entry::Act;
use crate::domain::gate::{Misfit, Refusal};
use crate::domain::subject::{Part, Subject};

/// No more is to come back than is involved.
pub(super) fn amounts(case: &Case<'_>) -> Found {
    let problem = &case.standing.problem;
    let amounts = problem.recoverable.zip(problem.amount);
    let wrong = amounts.filter(|(recoverable, amount)| recoverable > amount);
    let found = wrong.map(|(recoverable, amount)| {
        let fact = Fact::RecoverableAboveAmount { recoverable, amount };
        (Subject::key(Part::Problem, "recoverable"), fact)
    });
    found.into_iter().collect()
}

/// No more came back than is to come back, by the amounts as they were amended after it.
pub(super) fn amended_amounts(case: &Case<'_>) -> Found {
    let standing = case.standing;
    let lowers = |act: &Act| {
        matches!(act, Act::Amend { change, .. }
            if matches!(change.field, Field::Amount | Field::Recoverable))
    };
    let problem = &standing.problem;
    let Some(recoverable) = problem.recoverable.or(problem.amount) else { return Vec::new() };
    let recovered = standing.recovered;
    let last = standing
        .entries()
        .filter(|entry| lowers(&entry.act) || matches!(entry.act, Act::Recover { .. }));
    // What a later `recover` makes too much is said there.
    let amending = last.last().filter(|entry| lowers(&entry.act) && recovered > recoverable);
    let fact = || Fact::Refused(Refusal::Misfit(Misfit::TooMuch { recovered, recoverable }));
    amending
        .map(|entry| (Subject::key(Part::Entry(entry.key), "new"), fact()))
        .into_iter()
        .collect()
}

/// A notice stands on a rung of the ladder that was in force on its day.
pub(super) fn notice_levels(case: &Case<'_>) -> Found {
    let too_high = |place: &usize| {
        let entry = &case.written.entries[*place];
        let Act::Notice { level, .. } = entry.act else { return None };
        let policy = case.as_of.book.policy(&case.ledger.head.policies, entry.on);
        let rungs = policy.ladder.len();
        let is_high = usize::try_from(level).is_ok_and(|level| level > rungs);
        let subject = Subject::key(Part::Entry(entry.key), "level");
        is_high.then_some((subject, Fact::NoticeLevel { level, rungs }))
    };
    case.standing.effective.iter().filter_map(too_high).collect()
}
