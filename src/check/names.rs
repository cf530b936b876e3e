//! Rules about names: units, persons and earlier problems that the book must know.

use super::{Case, Fact};
use crate::domain::entry::Act;
use crate::domain::id::Selection;
use crate::domain::responsible::Responsible;
use crate::domain::subject::{Part, Subject};

/// Units are declared, so that a slip of the pen is no new unit. A book that declares none is not asked.
pub(super) fn units(case: &Case<'_>) -> Vec<(Subject, Fact)> {
    let roster = &case.book.head.roster;
    if roster.units.is_empty() {
        return Vec::new();
    }
    let lists = |who: &Responsible| {
        [("lead", who.lead.clone()), ("joint", who.joint.clone()), ("with", who.with.clone())]
    };
    let wrong = named(case, lists).into_iter().filter(|(_, name)| !roster.knows_unit(name));
    let fact = |name: String| {
        let nearest = roster.nearest_unit(&name);
        Fact::UndeclaredUnit { name, nearest }
    };
    wrong.map(|(subject, name)| (subject, fact(name))).collect()
}

/// Persons are declared, where the book declares any.
pub(super) fn persons(case: &Case<'_>) -> Vec<(Subject, Fact)> {
    let roster = &case.book.head.roster;
    if roster.persons.is_empty() {
        return Vec::new();
    }
    let lists = |who: &Responsible| {
        [("leader", who.leader.clone()), ("person", who.person.clone()), ("", Vec::new())]
    };
    let wrong =
        named(case, lists).into_iter().filter(|(_, name)| !roster.persons.contains_key(name));
    let fact = |name: String| {
        let nearest = roster.nearest_person(&name);
        Fact::UndeclaredPerson { name, nearest }
    };
    wrong.map(|(subject, name)| (subject, fact(name))).collect()
}

type Lists = [(&'static str, Vec<String>); 3];

/// All names of the problem, its measures and its reassignments, with the key under which each stands.
fn named(case: &Case<'_>, lists: impl Fn(&Responsible) -> Lists) -> Vec<(Subject, String)> {
    let problem = [(Part::Problem, &case.written.responsible)];
    let measures = case
        .written
        .measures
        .iter()
        .map(|measure| (Part::Measure(measure.no), &measure.responsible));
    let assigned = case.written.entries.iter().filter_map(|entry| match &entry.act {
        Act::Assign { to, .. } => Some((Part::Entry(entry.key), to)),
        _ => None,
    });
    let all = problem.into_iter().chain(measures).chain(assigned);
    let names = all.flat_map(|(part, who)| {
        let subject = move |key| Subject::key(part.clone(), key);
        lists(who).into_iter().flat_map(move |(key, names)| {
            let subject = subject(key);
            names.into_iter().map(move |name| (subject.clone(), name))
        })
    });
    names.collect()
}

/// An id under `recurs` exists. Words that are no id are words.
pub(super) fn recurs(case: &Case<'_>) -> Vec<(Subject, Fact)> {
    let exists = |selection: &Selection| {
        let ledger = selection.ledger.as_deref().and_then(|name| case.book.ledger(name));
        ledger.is_some_and(|ledger| ledger.problem(selection.first).is_some())
    };
    let id =
        |text: &str| text.parse::<Selection>().ok().filter(|selection| selection.ledger.is_some());
    let lost = case
        .written
        .recurs
        .iter()
        .filter(|text| id(text).is_some_and(|selection| !exists(&selection)));
    lost.map(|text| (Subject::key(Part::Problem, "recurs"), Fact::RecursNowhere(text.clone())))
        .collect()
}
