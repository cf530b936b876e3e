//! Rules about names: units, persons and earlier problems that the book must know.

use super::{Case, Fact, Found, Scope};
use crate::domain::acts::State;
use crate::domain::entry::{Act, Entry};
use crate::domain::gate;
use crate::domain::id::Selection;
use crate::domain::responsible::Responsible;
use crate::domain::subject::{Part, Subject};

/// Units are declared, so that a slip of the pen is no new unit. A book that declares none is not asked.
pub(super) fn units(case: &Case<'_>) -> Found {
    let roster = &case.book.head.roster;
    if roster.units.is_empty() {
        return Vec::new();
    }
    let wrong = named(case, units_of).into_iter().filter(|(_, name)| !roster.knows_unit(name));
    let fact = |name: String| match roster.unit_alike(&name).map(str::to_owned) {
        Some(declared) => Fact::NameOtherwise { name, declared },
        None => Fact::UndeclaredUnit { nearest: roster.nearest_unit(&name), name },
    };
    wrong.map(|(subject, name)| (subject, fact(name))).collect()
}

/// Persons are declared, where the book declares any.
pub(super) fn persons(case: &Case<'_>) -> Found {
    let roster = &case.book.head.roster;
    if roster.persons.is_empty() {
        return Vec::new();
    }
    let lists = |who: &Responsible| {
        [("leader", who.leader.clone()), ("person", who.person.clone()), ("", Vec::new())]
    };
    let wrong =
        named(case, lists).into_iter().filter(|(_, name)| !roster.persons.contains_key(name));
    let fact = |name: String| match roster.person_alike(&name).map(str::to_owned) {
        Some(declared) => Fact::NameOtherwise { name, declared },
        None => Fact::UndeclaredPerson { nearest: roster.nearest_person(&name), name },
    };
    wrong.map(|(subject, name)| (subject, fact(name))).collect()
}

/// Whoever acts is declared, as a unit or a person, where the book declares any. The entries of a sheet are made of its
/// states, and a table that stands alone has no roster.
pub(super) fn actors(case: &Case<'_>) -> Found {
    let roster = &case.book.head.roster;
    if matches!(case.scope, Scope::Sheet) {
        return Vec::new();
    }
    let of_entry = |entry: &Entry| {
        let strangers = gate::strangers(case.standing, entry, &case.book.head);
        let fact = |name: &str| Fact::UndeclaredActor {
            name: name.to_owned(),
            nearest: roster.nearest_actor(name),
        };
        let found = strangers
            .into_iter()
            .map(|(key, name)| (Subject::key(Part::Entry(entry.key), key), fact(name)));
        found.collect::<Vec<_>>()
    };
    // What was taken back names nobody any more.
    case.standing.entries().flat_map(of_entry).collect()
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
    // A reassignment that was taken back names nobody any more.
    let assigned = case.standing.entries().filter_map(|entry| match &entry.act {
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

/// An id under `recurs` exists, and is that of another problem. Words that are no id are words.
pub(super) fn recurs(case: &Case<'_>) -> Found {
    let fact = |text: &String| {
        let Ok(Selection { ledger: Some(ledger), first, last, .. }) = text.parse() else {
            return None;
        };
        if ledger == case.ledger.name && (first..=last).contains(&case.written.no) {
            return Some(Fact::RecursToItself(text.clone()));
        }
        let ledger = case.book.ledger(&ledger);
        let is_there = ledger.is_some_and(|ledger| ledger.problem(first).is_some());
        (!is_there).then(|| Fact::RecursNowhere(text.clone()))
    };
    let facts = case.written.recurs.iter().filter_map(fact);
    facts.map(|fact| (Subject::key(Part::Problem, "recurs"), fact)).collect()
}

/// Units are named as long as they are there: when the problem is found or handed on, and while the work goes on.
pub(super) fn ended_units(case: &Case<'_>) -> Found {
    let roster = &case.book.head.roster;
    if roster.units.values().all(|unit| unit.from.is_none() && unit.until.is_none()) {
        return Vec::new();
    }
    let today = case.as_of.today;
    let found = case.standing.found();
    let fact = |part: &Part, name: String| {
        let unit = roster.units.get(&name)?; // a former name is the name of its time
        let named = match part {
            Part::Entry(key) => {
                case.written.entries.iter().find(|it| it.key == *key).map(|it| it.on)
            }
            Part::Measure(no) => case.written.measure(*no).and_then(|it| it.since).or(found),
            Part::Problem | Part::Indicator(_) => found,
        };
        let still = is_still_asked(case, part, &name).then_some(today);
        let last = still.or(named)?;
        if let Some(until) = unit.until.filter(|until| *until < last) {
            let successor = unit.successor.clone();
            return Some(Fact::UnitEnded { name, until, successor });
        }
        let from = unit.from.filter(|from| named.is_some_and(|named| named < *from))?;
        Some(Fact::UnitNotYet { name, from })
    };
    let wrong = named(case, units_of).into_iter().filter_map(|(subject, name)| {
        let fact = fact(&subject.part, name)?;
        Some((subject, fact))
    });
    wrong.collect()
}

/// Tells whether a unit that is named there answers today for work that goes on.
fn is_still_asked(case: &Case<'_>, part: &Part, name: &str) -> bool {
    let standing = case.standing;
    let answers = |who: &Responsible| {
        [&who.lead, &who.joint, &who.with].into_iter().flatten().any(|known| known == name)
    };
    let in_part = match part {
        Part::Measure(no) => standing
            .measures
            .iter()
            .any(|it| it.measure.no == *no && it.reported.is_none() && answers(&it.responsible)),
        _ => answers(&standing.responsible),
    };
    standing.state == State::Open && in_part
}

fn units_of(who: &Responsible) -> Lists {
    [("lead", who.lead.clone()), ("joint", who.joint.clone()), ("with", who.with.clone())]
}
