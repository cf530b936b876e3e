//! Rules about the order of what happened.

use super::{Case, Fact, Found, Scope};
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::problem::Kind;
use crate::domain::subject::{Part, Subject};

/// An entry lies neither before its problem was found nor in the future, unless a `void` has taken it back; and no
/// problem is found in the future.
pub(super) fn entry_days(case: &Case<'_>) -> Found {
    let taken_back = case.standing.entries().filter_map(|entry| match entry.act {
        Act::Void { of } => Some(of),
        _ => None,
    });
    let taken_back: Vec<_> = taken_back.collect();
    let today = case.as_of.today;
    let found = case.standing.found();
    let fact = |on| match found.filter(|found| on < *found) {
        Some(found) => Some(Fact::EntryBeforeFound { on, found }),
        None => (on > today).then_some(Fact::EntryInFuture { on, today }),
    };
    let counts = case.written.entries.iter().filter(|entry| !taken_back.contains(&entry.key));
    let wrong = counts.filter_map(|entry| Some((entry.key, fact(entry.on)?)));
    let wrong = wrong.map(|(key, fact)| (Subject::key(Part::Entry(key), "on"), fact));
    // A task may well be given from a later day on.
    let is_found = case.written.kind == Kind::Problem;
    let later = case.standing.problem.found.filter(|found| is_found && *found > today);
    let subject = Subject::key(Part::Problem, "found");
    let later = later.map(|found| (subject, Fact::FoundInFuture { found, today }));
    wrong.chain(later).collect()
}

/// A problem or measure was entered neither before the day from which it counts nor in the future.
pub(super) fn entered(case: &Case<'_>) -> Found {
    let (standing, today) = (case.standing, case.as_of.today);
    let found = standing.found();
    let wrong = |part: Part, entered: Option<Day>, from: Option<Day>| {
        let entered = entered?;
        let is_before = from.is_some_and(|from| entered < from);
        let fact = Fact::EnteredBefore { entered, from: from.filter(|_| is_before) };
        (is_before || entered > today).then(|| (Subject::key(part, "entered"), fact))
    };
    let whole = wrong(Part::Problem, standing.problem.entered, found);
    let measures = case.written.measures.iter().filter_map(|measure| {
        wrong(Part::Measure(measure.no), measure.entered, measure.since.or(found))
    });
    whole.into_iter().chain(measures).collect()
}

/// Each act was allowed in the state in which it was recorded; only a duty has occurrences.
pub(super) fn out_of_state(case: &Case<'_>) -> Found {
    let out = case.standing.out_of_state.iter().map(|(place, state)| {
        let entry = &case.written.entries[*place];
        (
            Subject::key(Part::Entry(entry.key), "act"),
            Fact::OutOfState { act: entry.act.kind(), state: *state },
        )
    });
    let misplaced = case.written.entries.iter().filter_map(|entry| match entry.act {
        Act::Done { occurrence: Some(_), .. } if case.written.kind != Kind::Duty => {
            Some((Subject::key(Part::Entry(entry.key), "for"), Fact::OccurrenceOfNoDuty))
        }
        _ => None,
    });
    out.chain(misplaced).collect()
}

/// An entry for an earlier day than that of the entry above it says when it was entered.
pub(super) fn out_of_order(case: &Case<'_>) -> Found {
    if matches!(case.scope, Scope::Sheet) {
        return Vec::new(); // rows of a sheet stand in no order
    }
    let pairs = case.written.entries.windows(2);
    let late = pairs.filter(|pair| pair[1].on < pair[0].on && pair[1].entered.is_none());
    late.map(|pair| {
        let fact = Fact::OutOfOrder { on: pair[1].on, above: pair[0].on };
        (Subject::key(Part::Entry(pair[1].key), "on"), fact)
    })
    .collect()
}
