//! The roster: the units and persons that a book knows.

use std::collections::BTreeMap;

use super::day::Day;
use super::nearest::nearest;
use super::problem::Extra;
use super::width::half_width;

/// The declared units and persons, by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster {
    /// Units by name.
    pub units: BTreeMap<String, Unit>,
    /// Persons by name or role.
    pub persons: BTreeMap<String, Person>,
}

/// A unit (单位, 科室).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    /// The unit it belongs to.
    pub parent: Option<String>,
    /// Names it had before.
    pub former: Vec<String>,
    /// Since when it exists.
    pub from: Option<Day>,
    /// Until when it existed.
    pub until: Option<Day>,
    /// Which unit took over.
    pub successor: Option<String>,
    /// The office's own keys.
    pub extra: Extra,
}

/// A person, by name or role.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// The unit they belong to.
    pub unit: Option<String>,
    /// Mail addresses whose commits are theirs.
    pub git: Vec<String>,
    /// The office's own keys.
    pub extra: Extra,
}

impl Roster {
    /// Returns today's name of a unit that may be called by a former one; an undeclared name stays as it is.
    pub fn current_name<'a>(&'a self, name: &'a str) -> &'a str {
        if self.units.contains_key(name) {
            return name;
        }
        let renamed =
            self.units.iter().find(|(_, unit)| unit.former.iter().any(|former| former == name));
        renamed.map_or(name, |(current, _)| current)
    }

    /// Tells whether the name is a declared unit's, today's or a former one.
    pub fn knows_unit(&self, name: &str) -> bool {
        self.units.contains_key(self.current_name(name))
    }

    /// Returns the declared unit whose name was probably meant.
    pub fn nearest_unit(&self, name: &str) -> Option<String> {
        nearest(name, self.units.keys().map(String::as_str)).map(str::to_owned)
    }

    /// Returns the declared person whose name was probably meant.
    pub fn nearest_person(&self, name: &str) -> Option<String> {
        nearest(name, self.persons.keys().map(String::as_str)).map(str::to_owned)
    }

    /// Returns the declared unit or person whose name was probably meant: the one from which this one differs only by
    /// width, blanks or case, else the nearest.
    pub fn nearest_actor(&self, name: &str) -> Option<String> {
        let alike = self.unit_alike(name).or_else(|| self.person_alike(name));
        let names = self.units.keys().chain(self.persons.keys()).map(String::as_str);
        alike.or_else(|| nearest(name, names)).map(str::to_owned)
    }

    /// Returns the name of a declared unit, today's or a former one, from which this one differs only by width, blanks
    /// or case.
    pub fn unit_alike(&self, name: &str) -> Option<&str> {
        let former = self.units.values().flat_map(|unit| &unit.former);
        alike(name, self.units.keys().chain(former))
    }

    /// Returns the declared person from whose name this one differs only by width, blanks or case.
    pub fn person_alike(&self, name: &str) -> Option<&str> {
        alike(name, self.persons.keys())
    }

    /// Returns the unit and all above it, the nearest first. Stops at a loop.
    pub fn line_up<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        let mut line = vec![self.current_name(name)];
        while let Some(parent) = line
            .last()
            .and_then(|last| self.units.get(*last))
            .and_then(|unit| unit.parent.as_deref())
        {
            let parent = self.current_name(parent);
            if line.contains(&parent) {
                break;
            }
            line.push(parent);
        }
        line
    }

    /// Returns the unit of a declared person, by its name of today.
    pub fn unit_of(&self, person: &str) -> Option<&str> {
        let unit = self.persons.get(person)?.unit.as_deref()?;
        Some(self.current_name(unit))
    }

    /// Returns the person to whom a mail address belongs.
    pub fn person_of(&self, address: &str) -> Option<&str> {
        let owns =
            |person: &Person| person.git.iter().any(|known| known.eq_ignore_ascii_case(address));
        self.persons.iter().find(|(_, person)| owns(person)).map(|(name, _)| name.as_str())
    }
}

/// Returns the one name that reads like this one; where several do, nobody can tell which is meant.
fn alike<'a>(name: &str, known: impl Iterator<Item = &'a String>) -> Option<&'a str> {
    let plain = folded(name);
    let mut found = known.filter(|known| folded(known) == plain);
    found.next().filter(|_| found.next().is_none()).map(String::as_str)
}

/// The name without blanks, in small letters of half width.
fn folded(name: &str) -> String {
    let is_blank = |c: &char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
    name.chars().filter(|c| !is_blank(c)).map(half_width).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Roster, Unit};

    fn roster() -> Roster {
        let unit = |parent: Option<&str>, former: &[&str]| Unit {
            parent: parent.map(str::to_owned),
            former: former.iter().map(|name| (*name).to_owned()).collect(),
            ..Unit::default()
        };
        let units = [
            ("委", unit(None, &[])),
            ("基层股", unit(Some("委"), &["基层科"])),
            ("圈甲", unit(Some("圈乙"), &[])),
            ("圈乙", unit(Some("圈甲"), &[])),
        ];
        Roster {
            units: units.map(|(name, unit)| (name.to_owned(), unit)).into(),
            ..Roster::default()
        }
    }

    #[test]
    fn a_former_name_is_the_unit_of_today() {
        assert_eq!(roster().current_name("基层科"), "基层股");
        assert_eq!(roster().line_up("基层科"), ["基层股", "委"]);
        assert!(!roster().knows_unit("信息股"));
    }

    #[test]
    fn names_are_alike_by_width_blanks_and_case_only() {
        let names = ["IT科", "基层股（乡镇）", "甲 科", "甲科"];
        let units = names.map(|name| (name.to_owned(), Unit::default())).into();
        let roster = Roster { units, ..Roster::default() };
        assert_eq!(roster.unit_alike("ｉｔ　科"), Some("IT科"));
        assert_eq!(roster.unit_alike(" 基层股(乡镇)"), Some("基层股（乡镇）"));
        assert_eq!(roster.unit_alike("基层股"), None);
        assert_eq!(roster.unit_alike("甲　科"), None, "which of the two is meant?");
    }

    #[test]
    fn a_loop_of_parents_ends() {
        assert_eq!(roster().line_up("圈甲"), ["圈甲", "圈乙"]);
    }
}
