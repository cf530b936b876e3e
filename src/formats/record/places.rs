//! Where the parts of a problem stand in its text.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::complaint::Source;
use crate::domain::key::Key;
use crate::domain::subject::{HeadPart, HeadSubject, Part, Subject};

/// A value and where its parts stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where its parts stand.
    pub places: Places,
}

/// Where the parts of a problem stand in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The text.
    pub source: Arc<Source>,
    pub(super) problem: Place,
    pub(super) indicators: Parts<String>,
    pub(super) measures: Parts<u32>,
    pub(super) entries: Parts<Key>,
}

/// The places of parts of one kind, by their names. Most problems have one or two: a list takes a tenth of what a map does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts<T>(Vec<(T, Place)>);

impl<T> Default for Parts<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Parts<T> {
    /// Adds a place; nothing is found before [`Self::settle`].
    pub(super) fn add(&mut self, name: T, place: Place) {
        self.0.push((name, place));
    }

    /// Puts the places in order; of two with one name the first stays.
    pub(super) fn settle(&mut self) {
        self.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        self.0.dedup_by(|(later, _), (first, _)| later == first);
        self.0.shrink_to_fit();
    }

    fn get<Q: Ord + ?Sized>(&self, name: &Q) -> Option<&Place>
    where
        T: Borrow<Q>,
    {
        let at = self.0.binary_search_by(|(known, _)| known.borrow().cmp(name)).ok()?;
        self.0.get(at).map(|(_, place)| place)
    }

    fn get_mut(&mut self, name: &T) -> Option<&mut Place> {
        self.0.iter_mut().find(|(known, _)| known == name).map(|(_, place)| place)
    }
}

/// Where the parts of `book.toml` stand in its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeadPlaces {
    pub(super) book: Place,
    pub(super) units: BTreeMap<String, Place>,
    pub(super) persons: BTreeMap<String, Place>,
}

impl HeadPlaces {
    /// Returns the bytes of a key's value where it is written, else of its table.
    pub fn of(&self, subject: &HeadSubject) -> Range<usize> {
        let place = match &subject.part {
            HeadPart::Book => Some(&self.book),
            HeadPart::Unit(name) => self.units.get(name),
            HeadPart::Person(name) => self.persons.get(name),
        };
        let place = place.unwrap_or(&self.book);
        place.of(subject.key).unwrap_or_else(|| place.span.clone())
    }
}

/// The header or row of a table and the values of its keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) span: Range<usize>,
    pub(super) keys: Vec<(Cow<'static, str>, Range<usize>)>,
}

impl Places {
    /// Returns those of a problem of which nothing is known yet.
    pub fn new(source: &Arc<Source>) -> Self {
        Self {
            source: Arc::clone(source),
            problem: Place::default(),
            indicators: Parts::default(),
            measures: Parts::default(),
            entries: Parts::default(),
        }
    }

    /// Puts the parts in order once all of them are there.
    pub(super) fn settle(&mut self) {
        self.indicators.settle();
        self.measures.settle();
        self.entries.settle();
    }

    /// Returns the bytes of a subject: of the key's value where it is written, else of the part's header or row, else
    /// of the problem's.
    pub fn of(&self, subject: &Subject) -> Range<usize> {
        let place = self.part(&subject.part).unwrap_or(&self.problem);
        subject.key.and_then(|key| place.of(key)).unwrap_or_else(|| place.span.clone())
    }

    /// Returns the bytes of a key's value, where it is written.
    pub fn of_key(&self, part: &Part, key: &str) -> Option<Range<usize>> {
        self.part(part)?.of(key)
    }

    /// Tells whether a key of the subject is written.
    pub fn has(&self, part: &Part, key: &str) -> bool {
        self.part(part).is_some_and(|place| place.of(key).is_some())
    }

    /// Forgets where a key's value stands, since somebody gave it another one.
    pub fn forget(&mut self, part: &Part, key: &str) {
        if let Some(place) = self.part_mut(part) {
            place.keys.retain(|(known, _)| known != key);
        }
    }

    /// Gives a key's value, which stays where it stands, another key.
    pub fn rename(&mut self, part: &Part, key: &str, new: &'static str) {
        let keys = self.part_mut(part).into_iter().flat_map(|place| &mut place.keys);
        for (known, _) in keys.filter(|(known, _)| known == key) {
            *known = new.into();
        }
    }

    fn part_mut(&mut self, part: &Part) -> Option<&mut Place> {
        match part {
            Part::Problem => Some(&mut self.problem),
            Part::Indicator(name) => self.indicators.get_mut(name),
            Part::Measure(no) => self.measures.get_mut(no),
            Part::Entry(of) => self.entries.get_mut(of),
        }
    }

    fn part(&self, part: &Part) -> Option<&Place> {
        match part {
            Part::Problem => Some(&self.problem),
            Part::Indicator(name) => self.indicators.get(name),
            Part::Measure(no) => self.measures.get(no),
            Part::Entry(key) => self.entries.get(key),
        }
    }
}

impl Place {
    /// Returns the bytes of a key's value.
    pub(super) fn of(&self, key: &str) -> Option<Range<usize>> {
        self.keys.iter().find(|(known, _)| known == key).map(|(_, span)| span.clone())
    }
}
