//! Records of entries, understood.

use super::fields::Fields;
use super::links::Links;
use super::places::Places;
use super::{Raw, Record, keys, values, words};
use crate::complaint::{Fault, Log};
use crate::domain::amendment::{Amendment, BadAmendment, Expected};
use crate::domain::day::Day;
use crate::domain::entry::{Act, ActKind, Entry};
use crate::domain::evidence::Evidence;
use crate::domain::problem::Extra;

/// Reads an entry; nothing where a key that it cannot be without is missing or wrong.
pub(super) fn entry(
    record: Record<'_>,
    links: &mut Links,
    places: &mut Places,
    log: &mut Log,
) -> Option<Entry> {
    let mut fields = Fields::new(record, log);
    let kind = fields.word("act", words::ACT);
    require(&mut fields, kind);
    let key = fields.get("key", values::key);
    if let Some(fault) = links.add_entry(key) {
        fields.complain_of("key", fault);
    }
    let on = fields.day("on");
    let entered = fields.day("entered");
    let by = fields.text("by");
    let text = fields.text("text");
    let request = fields.text("request");
    let act = kind.and_then(|kind| act(kind, &mut fields));
    let entry = || {
        let (key, on, act, by) = (key?, on?, act?, by?);
        Some(Entry { key, on, entered, act, by, text, request, extra: Extra::new() })
    };
    let mut entry = entry();
    if let Some(fault) =
        entry.as_ref().and_then(|entry| links.refer(entry, |key| fields.span_of(key)))
    {
        fields.complain_of("of", fault);
    }
    let (extra, place) = fields.finish_entry(kind);
    if let Some(key) = key {
        places.entries.add(key, place);
    }
    if let Some(entry) = &mut entry {
        entry.extra = extra;
    }
    entry
}

fn require(fields: &mut Fields<'_, '_>, kind: Option<ActKind>) {
    let own = kind.map_or(&[][..], |kind| keys::of_act(kind).0);
    // `act` was taken already, and is complained of there where it is wrong.
    let missing_act = if fields.was_taken("act") { None } else { Some("act") };
    let all: Vec<_> = ["key", "on"]
        .into_iter()
        .chain(missing_act)
        .chain(["by"])
        .chain(own.iter().copied())
        .collect();
    fields.require(&all);
    if kind == Some(ActKind::Assign) {
        fields.require_one(keys::RESPONSIBLE);
    }
}

/// Reads the keys of an act. A key without which there is no act comes last, so that the others are read in any case.
fn act(kind: ActKind, fields: &mut Fields<'_, '_>) -> Option<Act> {
    Some(match kind {
        ActKind::Progress => Act::Progress { evidence: evidence(fields) },
        ActKind::Done => Act::Done {
            measures: measures(fields),
            occurrence: fields.day("for"),
            evidence: evidence(fields),
        },
        ActKind::Return => Act::Return { measures: measures(fields) },
        ActKind::Close => Act::Close {
            verifier: fields.text("verifier"),
            evidence: evidence(fields),
            reason: fields.text("reason"),
        },
        ActKind::Reopen => Act::Reopen {
            measures: measures(fields),
            basis: fields.text("basis"),
            limit: fields.text("limit"),
            due: fields.day("due"),
        },
        ActKind::Extend => Act::Extend {
            measures: measures(fields),
            limit: fields.text("limit"),
            applicant: fields.text("applicant"),
            approver: fields.text("approver"),
            asked: fields.day("asked"),
            due: fields.day("due")?,
        },
        ActKind::Assign => Act::Assign { measures: measures(fields), to: fields.responsible() },
        ActKind::Review => Act::Review {
            next: fields.day("next"),
            evidence: evidence(fields),
            outcome: fields.get("outcome", values::outcome)?,
        },
        ActKind::Suspend => Act::Suspend { approver: fields.text("approver") },
        ActKind::Resume => Act::Resume { approver: fields.text("approver") },
        ActKind::Withdraw => Act::Withdraw { approver: fields.text("approver") },
        _ => return act_without_measures(kind, fields),
    })
}

fn act_without_measures(kind: ActKind, fields: &mut Fields<'_, '_>) -> Option<Act> {
    Some(match kind {
        ActKind::Transfer => {
            Act::Transfer { reference: fields.text("ref"), to: fields.text("to")? }
        }
        ActKind::Notice => {
            let (to, number) = (fields.text("to"), fields.text("number"));
            Act::Notice { to, level: fields.get("level", values::number)?, number: number? }
        }
        ActKind::Recover => Act::Recover {
            evidence: evidence(fields),
            amount: fields.get("amount", values::money)?,
        },
        ActKind::Account => Act::Account {
            persons: fields.get("persons", values::count),
            times: fields.get("times", values::count),
            form: fields.get("form", values::form)?,
        },
        ActKind::Indicator => {
            let name = fields.text("name");
            Act::Indicator { actual: fields.get("actual", values::figure)?, name: name? }
        }
        ActKind::Amend => amend(fields)?,
        ActKind::Void => Act::Void { of: fields.get("of", values::key)? },
        _ => return None,
    })
}

fn measures(fields: &mut Fields<'_, '_>) -> Vec<u32> {
    fields.list("measure", values::number_of_list).unwrap_or_default()
}

fn evidence(fields: &mut Fields<'_, '_>) -> Vec<Evidence> {
    fields.list("evidence", values::evidence).unwrap_or_default()
}

fn amend(fields: &mut Fields<'_, '_>) -> Option<Act> {
    let field = fields.text("field");
    let new = fields.get("new", |key, raw| {
        let is_cell = matches!(raw, Raw::Cell(_));
        values::scalar(key, raw).map(|text| (text, is_cell))
    });
    let old = fields.get("old", values::scalar);
    let (field, (new, is_cell)) = (field?, new?);
    let read = Amendment::read(&field, &new).or_else(|bad| {
        let as_file = as_in_a_file(&new, bad).filter(|_| is_cell).ok_or(bad)?;
        Amendment::read(&field, &as_file)
    });
    match read {
        Ok((measure, change)) => Some(Act::Amend { measure, change, old }),
        Err(bad) => {
            let at = if matches!(bad, BadAmendment::Value(_)) { "new" } else { "field" };
            fields.complain_of(at, Fault::Amendment(bad));
            None
        }
    }
}

/// Returns the words of a cell as TOML would have them.
fn as_in_a_file(cell: &str, bad: BadAmendment) -> Option<String> {
    match bad {
        BadAmendment::Value(Expected::Day) => Day::from_cell(cell).map(|day| day.to_string()),
        BadAmendment::Value(Expected::Flag) => values::flag_word(cell).map(|flag| flag.to_string()),
        _ => None,
    }
}
