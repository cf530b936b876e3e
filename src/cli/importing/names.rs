//! The names of units and persons that files have, against the roster.

use std::collections::BTreeMap;

use super::shown::{self, Placed};
use crate::domain::problem::Problem;
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::domain::subject::{Part, Subject};
use crate::intake::draft::Drafted;
use crate::render::layout::taking::NameTaken;
use crate::render::words::{Message, TakingNote};

/// Names that the roster does not know, each with the place where it stands first.
#[derive(Debug, Default)]
pub struct Unknown {
    /// Units.
    pub units: BTreeMap<String, Name>,
    /// Persons.
    pub persons: BTreeMap<String, Name>,
}

/// Where a name stands, and which one may be meant.
#[derive(Debug)]
pub struct Name {
    place: String,
    nearest: Option<String>,
}

/// Gives each name the declared spelling, where it differs only by width, blanks or case.
pub(super) fn spell(who: &mut Responsible, roster: &Roster) {
    for name in [&mut who.lead, &mut who.joint, &mut who.with].into_iter().flatten() {
        if !roster.knows_unit(name)
            && let Some(declared) = roster.unit_alike(name)
        {
            *name = declared.to_owned();
        }
    }
    for name in [&mut who.leader, &mut who.person].into_iter().flatten() {
        if !roster.persons.contains_key(name.as_str())
            && let Some(declared) = roster.person_alike(name)
        {
            *name = declared.to_owned();
        }
    }
}

impl Unknown {
    /// Notes the names of a line that the roster does not know, and tells whether there are any. A book that declares none
    /// knows all.
    pub(super) fn look(
        &mut self,
        placed: &Placed,
        line: &Drafted,
        problem: &Problem,
        roster: &Roster,
    ) -> bool {
        let mut any = false;
        let own = [(Part::Problem, &problem.responsible)];
        let measures = problem.measures.iter().map(|it| (Part::Measure(it.no), &it.responsible));
        for (part, who) in own.into_iter().chain(measures) {
            let place = |key| shown::place_of(placed, line, &Subject::key(part.clone(), key));
            if !roster.units.is_empty() {
                for (key, names) in
                    [("lead", &who.lead), ("joint", &who.joint), ("with", &who.with)]
                {
                    for name in names.iter().filter(|name| !roster.knows_unit(name)) {
                        let nearest = || roster.nearest_unit(name);
                        let new = || Name { place: place(key), nearest: nearest() };
                        self.units.entry(name.clone()).or_insert_with(new);
                        any = true;
                    }
                }
            }
            if !roster.persons.is_empty() {
                for (key, names) in [("leader", &who.leader), ("person", &who.person)] {
                    let unknown = |name: &&String| !roster.persons.contains_key(name.as_str());
                    for name in names.iter().filter(unknown) {
                        let nearest = || roster.nearest_person(name);
                        let new = || Name { place: place(key), nearest: nearest() };
                        self.persons.entry(name.clone()).or_insert_with(new);
                        any = true;
                    }
                }
            }
        }
        any
    }

    /// Adds names that were found behind these.
    pub(super) fn append(&mut self, other: Self) {
        for (name, it) in other.units {
            self.units.entry(name).or_insert(it);
        }
        for (name, it) in other.persons {
            self.persons.entry(name).or_insert(it);
        }
    }

    /// The names as they are shown before they are put into the roster.
    pub(super) fn shown(&self) -> Vec<NameTaken> {
        let taken = |is_person| {
            move |(name, it): (&String, &Name)| NameTaken {
                name: name.clone(),
                is_person,
                place: it.place.clone(),
                nearest: it.nearest.clone(),
            }
        };
        let units = self.units.iter().map(taken(false));
        units.chain(self.persons.iter().map(taken(true))).collect()
    }

    /// Says each name once.
    pub(super) fn messages(&self) -> impl Iterator<Item = Message> {
        let unit = |(name, it): (&String, &Name)| TakingNote::UnknownUnit {
            place: it.place.clone(),
            name: name.clone(),
            nearest: it.nearest.clone(),
        };
        let person = |(name, it): (&String, &Name)| TakingNote::UnknownPerson {
            place: it.place.clone(),
            name: name.clone(),
            nearest: it.nearest.clone(),
        };
        let units = self.units.iter().map(unit);
        units.chain(self.persons.iter().map(person)).map(Message::Taking)
    }
}
