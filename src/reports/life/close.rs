//! What a close did without, since the policy in force let it.

use super::{Waived, effects};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::standing::{AsOf, Standing};

/// What the policy on the day of the last close let it do without, and it did without.
pub(super) fn waived(as_of: &AsOf<'_>, standing: &Standing<'_>) -> Vec<Waived> {
    let closes = |entry: &&Entry| matches!(entry.act, Act::Close { .. });
    let Some(close) = effects(standing).filter(closes).last() else { return Vec::new() };
    if standing.state != State::Closed {
        return Vec::new();
    }
    let policy = as_of.book.policy(&standing.ledger.head.policies, close.on);
    let mut waived = Vec::new();
    if !policy.second_person {
        waived.push(Waived::SecondPerson);
    }
    if !policy.report_first && unreported_before(standing, close.on) {
        waived.push(Waived::Report);
    }
    waived
}

/// Tells whether nobody reported anything of the last round before the close.
fn unreported_before(standing: &Standing<'_>, close: Day) -> bool {
    let reports = |entry: &&Entry| matches!(entry.act, Act::Done { .. });
    let reopened = effects(standing).filter(|entry| matches!(entry.act, Act::Reopen { .. }));
    let begun = reopened.last().map(|entry| entry.on);
    let in_round = |entry: &&Entry| begun.is_none_or(|begun| entry.on >= begun);
    !effects(standing).filter(reports).filter(in_round).any(|entry| entry.on <= close)
}
