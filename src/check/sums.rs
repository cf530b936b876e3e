//! Rules about what has to add up: money, and the ladder of notices.

use super::{Case, Fact, Found};
use crate::domain::entry::Act;
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
