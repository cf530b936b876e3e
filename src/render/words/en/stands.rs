//! How a problem stands, and what happened to it, in English.

use super::limits;
use super::names;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::limit::{Kind, Note, Reading};
use crate::domain::standing::Standing;
use crate::render::words::{amended_field, amended_value};
use crate::reports::life::Weight;

/// Why the words of a limit give no single day.
pub fn reading(reading: &Reading) -> String {
    match reading.kind {
        Kind::Day | Kind::Immediate => days(&reading.days, " or "),
        Kind::Sustained => "sustained".to_owned(),
        Kind::Recurring => "recurring, no last day".to_owned(),
        Kind::Several => format!("several days: {}", days(&reading.days, ", ")),
        Kind::Ambiguous if reading.days.len() > 2 => {
            format!("{} readings: {}", reading.days.len(), days(&reading.days, " or "))
        }
        Kind::Ambiguous => format!("two readings: {}", days(&reading.days, " or ")),
        Kind::Vague => "no date in it".to_owned(),
        Kind::Done => "a state, not a limit".to_owned(),
        Kind::NoStart => reading.notes.first().map(limits::note).unwrap_or_default(),
        Kind::Unreadable if reading.notes.contains(&Note::NoPhase) => limits::note(&Note::NoPhase),
        Kind::Unreadable => "not understood".to_owned(),
    }
}

fn days(days: &[Day], joiner: &str) -> String {
    days.iter().map(Day::to_string).collect::<Vec<_>>().join(joiner)
}

/// The state, since when, and whether it is overdue.
pub fn standing(standing: &Standing<'_>) -> String {
    let state = names::state(standing.state);
    let since = standing.since.map(|day| format!(" since {day}")).unwrap_or_default();
    let overdue = if standing.is_overdue() { ", overdue" } else { "" };
    format!("{state}{since}{overdue}")
}

/// The name of what happened, marked where it counts for nothing.
pub fn act_done(act: &Act, weight: Weight) -> String {
    let name = names::act(act.kind());
    match weight {
        Weight::Counts => name.to_owned(),
        Weight::Void => format!("{name} (void)"),
        Weight::NoEffect => format!("{name} (no effect)"),
    }
}

/// What an act says beside its text.
pub fn act_detail(act: &Act) -> Option<String> {
    let detail = match act {
        Act::Done { occurrence: Some(day), .. } => format!("of {day}"),
        Act::Extend { due, limit, .. } => format!("until {due}{}", in_words(limit.as_deref())),
        Act::Reopen { due, limit, basis, .. } => {
            let due = due.map(|due| format!("new last day {due}{}", in_words(limit.as_deref())));
            clauses([named("basis: ", basis.as_deref()), due])
        }
        Act::Close { verifier, reason, .. } => clauses([
            named("verified by ", verifier.as_deref()),
            named("reason: ", reason.as_deref()),
        ]),
        Act::Review { outcome, next, .. } => {
            let next = next.map(|next| format!("next review {next}"));
            clauses([Some(names::outcome(*outcome).to_owned()), next])
        }
        Act::Assign { to, .. } => super::echoes::answers(to),
        Act::Suspend { approver } | Act::Resume { approver } | Act::Withdraw { approver } => {
            clauses([named("approved by ", approver.as_deref())])
        }
        Act::Transfer { to, reference } => {
            clauses([Some(format!("to {to}")), named("reference ", reference.as_deref())])
        }
        Act::Notice { level, number, .. } => {
            super::course::notice(&super::course::level(*level), number)
        }
        Act::Recover { amount, .. } => amount.to_string(),
        Act::Account { form, persons, times } => {
            let count = |number: &Option<u32>, one: &str, many: &str| {
                let unit = |number| if number == 1 { one.to_owned() } else { many.to_owned() };
                number.map(|number| format!(", {number} {}", unit(number))).unwrap_or_default()
            };
            let persons = count(persons, "person", "persons");
            format!("form {form}{persons}{}", count(times, "time", "times"))
        }
        Act::Indicator { name, actual } => format!("{name}: {actual}"),
        Act::Amend { measure, change, .. } => {
            let (field, value) = (change.field, change.value.to_string());
            let name = amended_field(Lang::En, field, *measure);
            format!("{name} is {}", amended_value(Lang::En, field, &value))
        }
        Act::Void { of } => format!("entry {of} counts for nothing"),
        _ => String::new(),
    };
    let measures = match act.measures() {
        // The field that is amended names its measure itself.
        _ if matches!(act, Act::Amend { .. }) => String::new(),
        [] => String::new(),
        [only] => format!("measure {only}"),
        numbers => format!(
            "measures {}",
            numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
        ),
    };
    let words = [measures, detail]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    (!words.is_empty()).then_some(words)
}

/// A limit in words behind its day.
fn in_words(limit: Option<&str>) -> String {
    limit.map(|limit| format!(" ({limit})")).unwrap_or_default()
}

fn named(label: &str, value: Option<&str>) -> Option<String> {
    value.map(|value| format!("{label}{value}"))
}

fn clauses<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
