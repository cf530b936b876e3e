//! Names that are typed: completed from those that the roster declares, several apart by commas.

use super::{EMPTY, initials};
use crate::cli::values::{self, Mistyped};
use crate::domain::book::Lang;
use crate::domain::roster::Roster;
use crate::render::words;
use crate::render::words::asking::{Reply, reply};

/// How many names are offered at once.
const OFFERED: usize = 50;

/// What may stand between two names.
const BETWEEN: [char; 5] = ['、', '，', ',', '；', ';'];

/// The names that are offered for a question.
#[derive(Debug, Clone, Default)]
pub struct Names {
    known: Vec<String>,
    /// Whether others are refused.
    closed: bool,
    /// Whether several may be named.
    several: bool,
}

impl Names {
    /// The units of today.
    pub fn units(roster: &Roster) -> Self {
        let known = roster.units.keys().cloned().collect();
        Self { known, closed: false, several: true }
    }

    /// The persons.
    pub fn persons(roster: &Roster) -> Self {
        let known = roster.persons.keys().cloned().collect();
        Self { known, closed: false, several: true }
    }

    /// Units and persons: whoever may act.
    pub fn actors(roster: &Roster) -> Self {
        let known = roster.persons.keys().chain(roster.units.keys()).cloned().collect();
        Self { known, closed: false, several: false }
    }

    /// Refuses names that are not known, where any is.
    #[must_use]
    pub fn closed(mut self) -> Self {
        self.closed = !self.known.is_empty();
        self
    }

    /// Offers what completes the last of the names that were typed.
    pub(super) fn offered(&self, typed: &str) -> Vec<String> {
        let (before, last) = self.parted(typed);
        if last.is_empty() && !before.is_empty() {
            return Vec::new(); // the list is complete as it stands
        }
        let taken = self.read(before);
        let found = initials::found(last, &self.known).into_iter();
        let new = found.filter(|name| !taken.iter().any(|known| known == name));
        new.take(OFFERED).map(|name| format!("{before}{name}")).collect()
    }

    /// What the completion key makes of what was typed: what is marked, else the first that is offered.
    pub(super) fn completed(&self, typed: &str, marked: Option<String>) -> Option<String> {
        marked.or_else(|| self.offered(typed).into_iter().next())
    }

    /// Reads the names that were typed.
    pub fn read(&self, typed: &str) -> Vec<String> {
        let whole = if typed.trim() == EMPTY { "" } else { typed.trim() };
        if !self.several || self.known.iter().any(|known| known == whole) {
            return if whole.is_empty() { Vec::new() } else { vec![whole.to_owned()] };
        }
        let mut names: Vec<String> = Vec::new();
        for name in whole.split(BETWEEN).map(str::trim).filter(|name| !name.is_empty()) {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        names
    }

    /// Says what is wrong with a name. Initials are no name: they must be completed, or who is meant would be a guess.
    pub(super) fn check(&self, lang: Lang, typed: &str) -> Result<(), String> {
        for name in self.read(typed) {
            values::name(&name).map_err(|Mistyped(wrong)| words::typed(lang, wrong).to_owned())?;
            if self.known.contains(&name) {
                continue;
            }
            let meant = if name.is_ascii() { initials::found(&name, &self.known) } else { vec![] };
            if !meant.is_empty() {
                let meant = meant.into_iter().take(3).map(str::to_owned).collect();
                return Err(reply(lang, &Reply::Complete(meant)));
            }
            if self.closed {
                let known = self.known.iter().map(String::as_str);
                let nearest = crate::domain::nearest::nearest(&name, known).map(str::to_owned);
                return Err(reply(lang, &Reply::Unknown(name, nearest)));
            }
        }
        Ok(())
    }

    /// What stands before the last name, with the sign behind it, and the last name.
    fn parted<'a>(&self, typed: &'a str) -> (&'a str, &'a str) {
        let sign = typed.char_indices().rfind(|(_, c)| self.several && BETWEEN.contains(c));
        let at = sign.map_or(0, |(at, c)| at + c.len_utf8());
        let (before, last) = typed.split_at(at);
        (before, last.trim())
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::domain::book::Lang;
    use crate::domain::roster::{Roster, Unit};

    fn names() -> Names {
        let mut roster = Roster::default();
        for name in ["柳河镇卫生院", "财务股", "医务科"] {
            roster.units.insert(name.to_owned(), Unit::default());
        }
        Names::units(&roster)
    }

    #[test]
    fn the_last_name_is_completed() {
        let names = names();
        assert_eq!(names.offered("wsy"), ["柳河镇卫生院"]);
        assert_eq!(names.completed("财务股、wsy", None).as_deref(), Some("财务股、柳河镇卫生院"));
        assert_eq!(names.offered("财务股，").len(), 0);
        assert_eq!(names.offered("").len(), 3);
        assert_eq!(names.read("财务股、医务科,财务股"), ["财务股", "医务科"]);
    }

    #[test]
    fn initials_are_no_name() {
        let names = names();
        assert!(names.check(Lang::En, "wsy").is_err());
        assert!(names.check(Lang::En, "财务股、cw").is_err());
        assert!(names.check(Lang::En, "信访科").is_ok());
        assert!(names.check(Lang::En, "信|访").is_err());
        assert!(names.clone().closed().check(Lang::En, "信访科").is_err());
        assert!(names.closed().check(Lang::En, "财务股、医务科").is_ok());
    }
}
