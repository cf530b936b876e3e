//! Rules about the book's own head: what its units, persons and default ledger name must be there.

use std::collections::BTreeSet;

use super::Fact;
use crate::domain::book::Book;
use crate::domain::nearest::nearest;
use crate::domain::roster::Unit;
use crate::domain::subject::{HeadPart, HeadSubject};

/// What is wrong with the head.
pub(super) fn head(book: &Book) -> Vec<(HeadSubject, Fact)> {
    let mut found = Vec::from_iter(default_ledger(book));
    let roster = &book.head.roster;
    let undeclared = |part: HeadPart, key, name: &Option<String>| {
        let name = name.as_ref().filter(|name| !roster.knows_unit(name))?;
        let fact = match roster.unit_alike(name) {
            Some(declared) => {
                Fact::NameOtherwise { name: name.clone(), declared: declared.to_owned() }
            }
            None => Fact::UndeclaredUnit { name: name.clone(), nearest: roster.nearest_unit(name) },
        };
        Some((HeadSubject { part, key }, fact))
    };
    for (name, unit) in &roster.units {
        let part = || HeadPart::Unit(name.clone());
        // The office itself heads its units, declared or not.
        let parent = unit.parent.clone().filter(|parent| book.head.name.as_ref() != Some(parent));
        found.extend(undeclared(part(), "parent", &parent));
        found.extend(undeclared(part(), "successor", &unit.successor));
    }
    found.extend(loops(book, "parent", |unit| unit.parent.as_deref()));
    found.extend(loops(book, "successor", |unit| unit.successor.as_deref()));
    if !roster.units.is_empty() {
        let persons = roster.persons.iter();
        found.extend(persons.filter_map(|(name, person)| {
            undeclared(HeadPart::Person(name.clone()), "unit", &person.unit)
        }));
    }
    found
}

fn default_ledger(book: &Book) -> Option<(HeadSubject, Fact)> {
    let name = book.head.ledger.as_ref().filter(|name| book.ledger(name).is_none())?;
    let names = book.ledgers.iter().map(|ledger| ledger.name.as_str());
    let nearest = nearest(name, names).map(str::to_owned);
    let subject = HeadSubject { part: HeadPart::Book, key: "ledger" };
    Some((subject, Fact::NoSuchLedger { name: name.clone(), nearest }))
}

/// Units that stand above themselves or took over from themselves; each loop once, at its first unit by name.
fn loops<'a>(
    book: &'a Book,
    key: &'static str,
    next: impl Fn(&'a Unit) -> Option<&'a str>,
) -> Vec<(HeadSubject, Fact)> {
    let roster = &book.head.roster;
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for name in roster.units.keys() {
        let mut line = vec![name.as_str()];
        let mut at = name.as_str();
        while seen.insert(at) {
            let above =
                roster.units.get(at).and_then(&next).map(|above| roster.current_name(above));
            let Some(above) = above else { break };
            if let Some(start) = line.iter().position(|known| *known == above) {
                let round: Vec<_> =
                    line[start..].iter().chain([&above]).map(|name| (*name).to_owned()).collect();
                let part = HeadPart::Unit(above.to_owned());
                found.push((HeadSubject { part, key }, Fact::UnitLoop(round)));
                break;
            }
            line.push(above);
            at = above;
        }
    }
    found
}
