//! What happened, in a sentence, in English.

use super::day;
use crate::domain::entry::{Act, Entry, Outcome};
use crate::domain::figure::Figure;
use crate::domain::indicator::Indicator;
use crate::domain::standing::Standing;
use crate::render::words::en::names;
use crate::render::words::paper::happened::indicator;

/// Tells of an entry in a sentence.
pub fn happened(entry: &Entry, indicators: &[Indicator]) -> String {
    let on = entry.day().map(|on| format!("{}, ", day(on))).unwrap_or_default();
    let did = did(entry, indicators);
    let text = entry.text.as_deref().map(str::trim).unwrap_or_default();
    let colon = if text.is_empty() { "" } else { ": " };
    ended(&format!("{on}{did}{colon}{text}"))
}

/// Puts a full stop behind a sentence that has none.
pub(super) fn ended(sentence: &str) -> String {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | ';' | '…' | '。' | '！' | '？' | '；');
    let bare = sentence.trim_end_matches(['”', '"']);
    if bare.ends_with(ends) { sentence.to_owned() } else { format!("{sentence}.") }
}

/// Who did what.
fn did(entry: &Entry, indicators: &[Indicator]) -> String {
    let by = &entry.by;
    let measures = of_measures(entry.act.measures());
    match &entry.act {
        Act::Done { occurrence: Some(of), .. } => format!("{by} reported the occurrence of {of}"),
        Act::Done { .. } => format!("{by} reported {measures} done"),
        Act::Return { .. } => format!("{by} returned {measures}"),
        Act::Close { verifier, reason, .. } => {
            let verified = verifier.as_deref().map(|who| format!(", verified by {who}"));
            let reason = reason.as_deref().map(|why| format!(" (reason: {why})"));
            format!("{by} closed it{}{}", verified.unwrap_or_default(), reason.unwrap_or_default())
        }
        Act::Reopen { basis, due, .. } => {
            let basis = basis.as_deref().map(|basis| format!(" on the basis of {basis}"));
            let due = due.map(|due| format!(", due {}", day(due)));
            format!(
                "{by} reopened {measures}{}{}",
                basis.unwrap_or_default(),
                due.unwrap_or_default()
            )
        }
        Act::Extend { due, approver, .. } => {
            let who = approver.as_ref().unwrap_or(by);
            format!("{who} extended {measures} to {}", day(*due))
        }
        Act::Review { outcome, .. } => {
            let found = match outcome {
                Outcome::Kept => "kept up",
                Outcome::Relapsed => "relapsed",
            };
            format!("{by} reviewed it: {found}")
        }
        Act::Suspend { approver } | Act::Resume { approver } | Act::Withdraw { approver } => {
            let who = approver.as_ref().unwrap_or(by);
            let act = match entry.act {
                Act::Suspend { .. } => "suspended",
                Act::Resume { .. } => "resumed",
                _ => "withdrew",
            };
            format!("{who} {act} it")
        }
        Act::Transfer { to, reference } => {
            let reference = reference.as_deref().map(|number| format!(" ({number})"));
            format!("{by} transferred it to {to}{}", reference.unwrap_or_default())
        }
        Act::Recover { amount, .. } => format!("{by} recovered {amount}"),
        Act::Account { form, persons, times } => {
            format!("{by} held to account by form {form}{}", counts(*persons, *times))
        }
        Act::Indicator { name, actual } => {
            let known = indicator(name, indicators);
            let unit = known.and_then(|known| known.unit.as_deref()).unwrap_or_default();
            let target = known.and_then(|known| known.target);
            let target = target.map(|target| format!(" (target {target}{unit})"));
            format!("{by} measured {name} at {actual}{unit}{}", target.unwrap_or_default())
        }
        Act::Progress { .. } | Act::Assign { .. } | Act::Notice { .. } => by.clone(),
        Act::Amend { .. } | Act::Void { .. } => format!("{by}, {}", names::act(entry.act.kind())),
    }
}

/// Persons and times, which are two numbers.
fn counts(persons: Option<u32>, times: Option<u32>) -> String {
    let count = |number: Option<u32>, one: &str, many: &str| {
        number.map(|it| format!(", {it} {}", if it == 1 { one } else { many }))
    };
    let persons = count(persons, "person", "persons").unwrap_or_default();
    let times = count(times, "time", "times").unwrap_or_default();
    format!("{persons}{times}")
}

fn of_measures(numbers: &[u32]) -> String {
    match numbers {
        [] => "it".to_owned(),
        [only] => format!("measure {only}"),
        many => {
            let numbers: Vec<_> = many.iter().map(u32::to_string).collect();
            format!("measures {}", numbers.join(", "))
        }
    }
}

/// The state of a problem, since when, and whether it is overdue.
pub fn state(standing: &Standing<'_>) -> String {
    let since = standing.since.map(|on| format!(" since {}", day(on))).unwrap_or_default();
    let overdue = if standing.is_overdue() { ", overdue" } else { "" };
    format!("{}{since}{overdue}", names::state(standing.state))
}

/// How an indicator stands to its baseline and target.
pub fn measured(indicator: &Indicator, actual: Option<Figure>) -> String {
    let unit = indicator.unit.as_deref().unwrap_or_default();
    let told = |name: &str, value: Option<Figure>| value.map(|it| format!("{name} {it}{unit}"));
    let reached = actual.filter(|_| indicator.target.is_some()).map(|actual| {
        if indicator.is_reached_by(actual) { "reached" } else { "not reached" }.to_owned()
    });
    let parts = [
        told("baseline", indicator.baseline),
        told("target", indicator.target),
        told("now", actual).or_else(|| Some("no value yet".to_owned())),
        reached,
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("Indicator “{}”: {parts}.", indicator.name)
}
