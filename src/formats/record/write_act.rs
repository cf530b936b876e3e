//! The keys of each act, written.

use super::write::Draft;
use super::{Raw, words};
use crate::domain::entry::Act;
use crate::domain::evidence::Evidence;

/// Puts the keys of an act.
pub(super) fn write<'a>(act: &'a Act, draft: &mut Draft<'a>) {
    if !matches!(act, Act::Amend { .. }) {
        draft.numbers("measure", act.measures());
    }
    evidence(act.evidence(), draft);
    match act {
        // Nothing beside measures and evidence.
        Act::Progress { .. } | Act::Return { .. } => {}
        Act::Done { occurrence, .. } => draft.day("for", *occurrence),
        Act::Close { verifier, reason, .. } => {
            draft.text("verifier", verifier.as_deref());
            draft.text("reason", reason.as_deref());
        }
        Act::Reopen { basis, limit, due, .. } => {
            draft.text("basis", basis.as_deref());
            draft.text("limit", limit.as_deref());
            draft.day("due", *due);
        }
        Act::Extend { limit, due, applicant, approver, asked, .. } => {
            draft.text("limit", limit.as_deref());
            draft.day("due", Some(*due));
            draft.text("applicant", applicant.as_deref());
            draft.text("approver", approver.as_deref());
            draft.day("asked", *asked);
        }
        Act::Assign { to, .. } => draft.responsible(to),
        Act::Review { outcome, next, .. } => {
            draft.word("outcome", words::OUTCOME, Some(*outcome));
            draft.day("next", *next);
        }
        Act::Suspend { approver } | Act::Resume { approver } | Act::Withdraw { approver } => {
            draft.text("approver", approver.as_deref());
        }
        _ => write_rarer(act, draft),
    }
}

fn write_rarer<'a>(act: &'a Act, draft: &mut Draft<'a>) {
    match act {
        Act::Transfer { to, reference } => {
            draft.text("to", Some(to));
            draft.text("ref", reference.as_deref());
        }
        Act::Notice { level, number, to } => {
            draft.number("level", Some(*level));
            draft.text("number", Some(number));
            draft.text("to", to.as_deref());
        }
        Act::Recover { amount, .. } => draft.shown("amount", Some(*amount)),
        Act::Account { form, persons, times } => {
            draft.number("form", Some(u32::from(*form)));
            draft.number("persons", *persons);
            draft.number("times", *times);
        }
        Act::Indicator { name, actual } => {
            draft.text("name", Some(name));
            draft.figure("actual", Some(*actual));
        }
        Act::Amend { measure, change, old } => {
            draft.shown("field", Some(change.field_name(*measure)));
            draft.text("old", old.as_deref());
            draft.shown("new", Some(&change.value));
        }
        Act::Void { of } => draft.shown("of", Some(*of)),
        _ => {}
    }
}

fn evidence(evidence: &[Evidence], draft: &mut Draft<'_>) {
    draft.list("evidence", evidence.iter().map(|piece| Raw::Text(piece.to_string().into())));
}
