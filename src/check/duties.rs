//! Rules about duties: when they fall due, and which occurrences are reported.

use super::{Case, Fact, Found};
use crate::domain::entry::{Act, Entry};
use crate::domain::standing::{Duty, When};
use crate::domain::subject::{Part, Subject};

/// A duty says how often it falls due, and nothing else of its days.
pub(super) fn times(case: &Case<'_>) -> Found {
    let Some(duty) = &case.standing.duty else { return Vec::new() };
    let mut found = Vec::new();
    if let When::Unclear(reading) = &duty.when {
        let (words, reading) = (case.written.every.clone(), reading.clone());
        let subject = match words {
            Some(_) => Subject::key(Part::Problem, "every"),
            None => Subject::whole(Part::Problem),
        };
        found.push((subject, Fact::EveryUnclear { words, reading }));
    }
    let written = [("limit", case.written.limit.is_some()), ("due", case.written.due.is_some())];
    let limits = written.into_iter().filter(|(_, is_written)| *is_written);
    found.extend(limits.map(|(key, _)| (Subject::key(Part::Problem, key), Fact::LimitOfDuty)));
    found
}

/// A report that counts names a day on which the duty falls due.
pub(super) fn occurrences(case: &Case<'_>) -> Found {
    let Some(duty) = &case.standing.duty else { return Vec::new() };
    let entries = case.standing.entries();
    entries.filter_map(|entry| occurrence(duty, entry)).collect()
}

fn occurrence(duty: &Duty, entry: &Entry) -> Option<(Subject, Fact)> {
    let Act::Done { measures, occurrence, .. } = &entry.act else { return None };
    let key = |key| Subject::key(Part::Entry(entry.key), key);
    match occurrence {
        Some(day) => {
            let (before, after) = duty.when.around(*day)?;
            Some((key("for"), Fact::NoSuchOccurrence { day: *day, before, after }))
        }
        None => measures.is_empty().then(|| (key("act"), Fact::NoOccurrenceNamed)),
    }
}
