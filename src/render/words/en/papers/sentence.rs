//! Sentences of papers in English.

use super::{day, number, states};
use crate::domain::acts::State;
use crate::domain::ledger::Head;
use crate::domain::standing::LastDay;
use crate::render::words::en::{course, limits, stands};
use crate::render::words::paper::{Sentence, share};
use crate::reports::paper::Called;
use crate::reports::public::ongoing;
use crate::reports::summary::Figures;

/// A sentence.
pub fn sentence(sentence: Sentence<'_>) -> String {
    match sentence {
        Sentence::Lead { head, called, problems, measures, today } => {
            let counted = super::counted(called, problems, measures);
            format!(
                "{} has {counted}{}. This is how they stand on {}.",
                origin(head),
                days(head),
                day(today)
            )
        }
        Sentence::Totals { called, figures } => {
            let counted = number(called, figures.all.len());
            format!("{counted}: {}.{}", states(called, figures), rate(figures))
        }
        Sentence::PublicTotals { called, figures } => public_totals(called, figures),
        Sentence::Overdue(numbers) => format!("Overdue: nos. {}.", numbers.join(", ")),
        Sentence::Awaiting(numbers) => {
            format!("Awaiting verification: nos. {}.", numbers.join(", "))
        }
        Sentence::Money(figures) => format!(
            "{} involved, {} to come back, {} recovered, {} outstanding.",
            figures.involved,
            figures.recoverable,
            figures.recovered,
            figures.outstanding()
        ),
        Sentence::Counted { name, unit, total, numbers } => {
            format!("{name}: {total} {unit} (nos. {}).", numbers.join(", "))
        }
        Sentence::Accounted { all, forms } => {
            format!("{} persons, {} times: {forms}.", all.persons, all.times)
        }
        Sentence::Found { found, amount, recoverable, recurs } => {
            let parts = [
                found.map(|found| format!("found on {}", day(found))),
                amount.map(|amount| format!("amount involved: {amount}")),
                recoverable.map(|amount| format!("to come back: {amount}")),
                (!recurs.is_empty()).then(|| format!("repeats: {}", recurs.join(", "))),
            ];
            let parts = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
            if parts.is_empty() { parts } else { capitalised(&format!("{parts}.")) }
        }
        Sentence::State { today, state } => format!("On {}: {state}.", day(today)),
        Sentence::Limit { .. } => limit(sentence),
        Sentence::LatestOfMeasures(on) => format!("as with the measures; the latest {}", day(on)),
        Sentence::Measure { text, by: [] } => super::happened::ended(text),
        Sentence::Measure { text, by } => {
            let text = text.trim_end_matches(['.', '。']);
            format!("{text} ({}).", by.join("; "))
        }
        Sentence::Measured { name, actual, unit } => format!("{name}: {actual}{unit}."),
        Sentence::About(title) => format!("On “{title}”"),
        Sentence::Addressee(to) => format!("To {to}:"),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whose ledger it is, and where the problems come from.
fn origin(head: &Head) -> String {
    let ledger = head
        .owner
        .as_deref()
        .map_or("The ledger".to_owned(), |owner| format!("The ledger of {owner}"));
    let source = head.source.as_deref().map(|source| format!(" on what {source} found"));
    format!("{ledger}{}", source.unwrap_or_default())
}

/// The days that the ledger's head gives.
fn days(head: &Head) -> String {
    let issued = head.issued.map(|on| format!("; plan issued on {}", day(on)));
    let dates = head.dates.iter().map(|(name, on)| {
        format!("; {} on {}", limits::event_named(name).unwrap_or(name), day(*on))
    });
    issued.into_iter().chain(dates).collect()
}

fn rate(figures: &Figures) -> String {
    let closed = figures.in_state(State::Closed).len();
    if figures.rated == 0 {
        return String::new();
    }
    format!(" Completion rate {} of {}.", share(closed, figures.rated), figures.rated)
}

fn public_totals(called: Called, figures: &Figures) -> String {
    let count = |state| figures.in_state(state).len();
    let ongoing = ongoing(figures);
    let mut parts = vec![
        format!(
            "{} done, of which {} to be kept up",
            count(State::Closed),
            figures.sustained.len()
        ),
        format!("{ongoing} in progress"),
    ];
    let others = [
        (State::Suspended, "suspended"),
        (State::Transferred, "transferred"),
        (State::Withdrawn, "withdrawn"),
    ];
    let others = others.into_iter().filter(|(state, _)| count(*state) > 0);
    parts.extend(others.map(|(state, name)| format!("{} {name}", count(state))));
    format!("{}: {}.", number(called, figures.all.len()), parts.join("; "))
}

fn limit(sentence: Sentence<'_>) -> String {
    let Sentence::Limit { words, last, first, late, remarks, sustained, recurs, inside } = sentence
    else {
        return String::new();
    };
    let last = match last {
        LastDay::Day(on) if recurs => Some(format!("next on {}", day(*on))),
        LastDay::Day(on) => Some(format!("last day {}", day(*on))),
        LastDay::NotGiven => None,
        LastDay::NoDay(reading) | LastDay::Unclear(reading) => Some(stands::reading(reading)),
    };
    let parts = [
        last,
        first.map(|first| format!("first {}", day(first))),
        late.map(course::to_last_day),
        remarks.map(str::to_owned),
        sustained.then(|| "to be kept up for good".to_owned()),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    match words {
        Some(words) if parts.is_empty() => words.to_owned(),
        Some(words) if inside => format!("{words}, {parts}"),
        Some(words) => format!("{words} ({parts})"),
        None if parts.is_empty() => "no time limit given".to_owned(),
        None => parts,
    }
}
