//! Persons in texts, put under a name that is none: 张三 becomes 张某, John Doe becomes J.D.
//!
//! Found are only those that the text itself says are persons: 患者张三, 与张三签订, 张三等3人, Mr Smith. What only looks like
//! a name is left as it is, and told of. Units, roles and whom the roster declares stay.

mod chinese;
mod english;
mod hide;
mod lexicon;
mod lists;
mod masks;
mod problem;
#[cfg(test)]
mod tests;
mod words;

pub use hide::{Hidden, hide, persons, rename, without_names};
pub use problem::{Sort, head_texts, texts};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::roster::Roster;

/// Gives persons other names: the same one to the same person, and never one to two.
#[derive(Debug, Clone)]
pub struct Masker<'a> {
    roster: &'a Roster,
    /// With what the names of the roster begin.
    firsts: BTreeSet<char>,
    given: BTreeMap<String, String>,
    taken: BTreeSet<String>,
    strict: bool,
}

/// What became of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Masking {
    /// The text, with other names.
    pub text: String,
    /// Whom it named, and as what they stand there now; in their order, each once.
    pub masked: Vec<(String, String)>,
    /// What looks like a name, and nothing says that it is one; it stands there unchanged.
    pub doubts: Vec<String>,
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hit {
    /// Its bytes.
    span: Range<usize>,
    /// As what it stands there, before it is told from others: 张某, J.D.
    plain: String,
}

/// Whose names are known.
#[derive(Debug, Clone, Copy)]
struct Known<'a> {
    /// They keep theirs.
    roster: &'a Roster,
    firsts: &'a BTreeSet<char>,
    /// They have got another one.
    given: &'a BTreeMap<String, String>,
    /// Their names count also where they may be the beginning of another one.
    strict: bool,
}

/// What is found in a text.
#[derive(Debug, Default)]
struct Found {
    hits: Vec<Hit>,
    doubts: Vec<Range<usize>>,
    /// Names of which the next character may be one, too, with that character.
    shorts: Vec<Range<usize>>,
}

impl<'a> Masker<'a> {
    /// Begins; whom the roster declares keeps the name.
    pub fn new(roster: &'a Roster) -> Self {
        let names = roster.persons.keys().chain(roster.units.keys());
        let firsts = names.filter_map(|name| name.chars().next()).collect();
        Self { roster, firsts, given: BTreeMap::new(), taken: BTreeSet::new(), strict: false }
    }

    /// Masks a known name also where it may be the beginning of another one: no text that goes out may leave it.
    #[must_use]
    pub fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// Keeps the names free that a text has already for persons it does not name: nobody else gets them.
    pub fn keep_free(&mut self, text: &str) {
        self.taken.extend(masks::masked(text));
    }

    /// Gives a person the name that it has got elsewhere.
    pub fn give(&mut self, name: &str, mask: &str) {
        self.taken.insert(mask.to_owned());
        self.given.insert(name.to_owned(), mask.to_owned());
    }

    /// Learns whom a text names, who is then known wherever the name stands alone; the text itself is left.
    pub fn learn(&mut self, text: &str, sort: Sort) {
        match sort {
            Sort::Words => self.text(text),
            Sort::Person => self.person(text),
        };
    }

    /// Masks the persons in a text. Masked again, the text stays as it is.
    pub fn text(&mut self, text: &str) -> Masking {
        self.masking(text, false)
    }

    /// Masks a field that holds persons: whatever looks like a name in it is one.
    pub fn person(&mut self, text: &str) -> Masking {
        if self.roster.persons.contains_key(text) || self.roster.person_alike(text).is_some() {
            return Masking { text: text.to_owned(), ..Masking::default() };
        }
        self.masking(text, true)
    }

    fn masking(&mut self, text: &str, of_persons: bool) -> Masking {
        let mut masking = Masking { text: text.to_owned(), ..Masking::default() };
        loop {
            let mut found = chinese::find(&masking.text, &self.known(), of_persons);
            english::find(&masking.text, &self.known(), of_persons, &mut found);
            if found.hits.is_empty() {
                let doubt = |span: Range<usize>| masking.text[span].to_owned();
                masking.doubts.extend(found.doubts.into_iter().map(doubt));
                masking.doubts.dedup();
                return masking;
            }
            let short = |span: &Range<usize>| masking.text[span.clone()].to_owned();
            masking.doubts.extend(found.shorts.iter().map(short));
            found.hits.sort_by_key(|hit| hit.span.start);
            let mut masked = String::new();
            let mut end = 0;
            for hit in found.hits {
                if hit.span.start < end {
                    continue;
                }
                let name = &masking.text[hit.span.clone()];
                let mask = self.mask(name, &hit.plain);
                masked.push_str(&masking.text[end..hit.span.start]);
                masked.push_str(&mask);
                end = hit.span.end;
                let pair = (name.to_owned(), mask);
                if !masking.masked.contains(&pair) {
                    masking.masked.push(pair);
                }
            }
            masked.push_str(&masking.text[end..]);
            masking.text = masked;
        }
    }

    fn known(&self) -> Known<'_> {
        Known { roster: self.roster, firsts: &self.firsts, given: &self.given, strict: self.strict }
    }

    /// The other name of a person: 张某, then 张某甲 to 张某癸, then 张某11.
    fn mask(&mut self, name: &str, plain: &str) -> String {
        if let Some(known) = self.given.get(name) {
            return known.clone();
        }
        let which = |number: usize| match number {
            0 => String::new(),
            _ if plain.is_ascii() => (number + 1).to_string(),
            _ => lexicon::WHICH
                .chars()
                .nth(number - 1)
                .map_or_else(|| number.to_string(), |which| which.to_string()),
        };
        let mut names = (0..).map(|number| format!("{plain}{}", which(number)));
        let mask = names.find(|name| !self.taken.contains(name)).unwrap_or_default();
        self.taken.insert(mask.clone());
        self.given.insert(name.to_owned(), mask.clone());
        mask
    }
}

/// Tells whether a text may be another one whose persons were masked: blanks aside, it differs only where 某 or initials stand
/// for a name with this surname or these initials.
pub fn same_but_masked(masked: &str, original: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<_>>();
    masks::stands_for(&plain(masked), &plain(original))
}

/// The text without what tells which of several of a name is meant: 张某甲 is 张某.
pub fn without_which(text: &str) -> String {
    masks::without_which(text)
}
