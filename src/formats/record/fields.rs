//! Takes the values of a record one by one, and complains of what is wrong, missing or left over.

use std::ops::Range;

use super::places::Place;
use super::{Field, Raw, Record, keys, values};
use crate::complaint::{Fault, Log, Table};
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::problem::Extra;
use crate::domain::responsible::Responsible;
use crate::formats::table::columns;

/// The fields of a record that were not yet taken.
pub(super) struct Fields<'r, 'a> {
    table: Table,
    place: Place,
    left: Vec<Field<'r>>,
    log: &'a mut Log,
}

impl<'r, 'a> Fields<'r, 'a> {
    pub(super) fn new(record: Record<'r>, log: &'a mut Log) -> Self {
        let Record { table, span, fields: mut left } = record;
        left.retain(|field| !matches!(&field.value, Raw::Cell(text) if text.trim().is_empty()));
        let place = Place { span, keys: Vec::with_capacity(left.len()) };
        Self { table, place, left, log }
    }

    /// Complains of the keys that are not there, all in one.
    pub(super) fn require(&mut self, keys: &[&'static str]) {
        let missing: Vec<_> = keys.iter().copied().filter(|key| !self.has(key)).collect();
        if !missing.is_empty() {
            self.complain(Fault::MissingKeys { table: self.table, keys: missing });
        }
    }

    /// Complains where none of the keys is there.
    pub(super) fn require_one(&mut self, keys: &[&'static str]) {
        if !keys.iter().any(|key| self.has(key)) {
            self.complain(Fault::MissingOneOf { table: self.table, keys: keys.to_vec() });
        }
    }

    fn has(&self, key: &str) -> bool {
        self.left.iter().any(|field| field.key == key)
    }

    /// Tells whether the key was written and its value taken.
    pub(super) fn was_taken(&self, key: &str) -> bool {
        self.place.of(key).is_some()
    }

    fn complain(&mut self, fault: Fault) {
        self.log.push(self.place.span.clone(), fault);
    }

    /// Complains of some bytes.
    pub(super) fn complain_at(&mut self, span: Range<usize>, fault: Fault) {
        self.log.push(span, fault);
    }

    /// Complains of a key's value that was taken; where the key is not written, of the whole record.
    pub(super) fn complain_of(&mut self, key: &str, fault: Fault) {
        self.log.push(self.span_of(key), fault);
    }

    /// Returns the bytes of a key's value that was taken; where the key is not written, of the record.
    pub(super) fn span_of(&self, key: &str) -> Range<usize> {
        self.place.of(key).unwrap_or_else(|| self.place.span.clone())
    }

    fn take(&mut self, key: &str) -> Option<(Range<usize>, Raw<'r>)> {
        let found = self.left.iter().position(|field| field.key == key)?;
        let field = self.left.remove(found);
        self.place.keys.push((field.key, field.span.clone()));
        Some((field.span, field.value))
    }

    /// Takes a value and reads it.
    pub(super) fn get<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(&str, Raw<'r>) -> Result<T, Fault>,
    ) -> Option<T> {
        let (span, raw) = self.take(key)?;
        read(key, raw).map_err(|fault| self.log.push(span, fault)).ok()
    }

    /// Takes a list and reads its items; nothing where the key is not written.
    pub(super) fn list<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str, Raw<'r>) -> Result<T, Fault>,
    ) -> Option<Vec<T>> {
        let (span, raw) = self.take(key)?;
        let mut read_items = Vec::new();
        for (span, item) in values::items(span, raw) {
            match read(key, item) {
                Ok(item) => read_items.push(item),
                Err(fault) => self.log.push(span, fault),
            }
        }
        Some(read_items)
    }

    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        self.get(key, values::text)
    }

    pub(super) fn names(&mut self, key: &str) -> Vec<String> {
        self.list(key, values::name).unwrap_or_default()
    }

    pub(super) fn day(&mut self, key: &str) -> Option<Day> {
        self.get(key, values::day)
    }

    pub(super) fn flag(&mut self, key: &str) -> bool {
        self.get(key, values::flag).unwrap_or(false)
    }

    pub(super) fn word<T: Copy>(
        &mut self,
        key: &str,
        words: &'static [(&'static str, T)],
    ) -> Option<T> {
        self.get(key, |key, raw| values::word(key, raw, words))
    }

    pub(super) fn responsible(&mut self) -> Responsible {
        Responsible {
            lead: self.names("lead"),
            joint: self.names("joint"),
            with: self.names("with"),
            leader: self.names("leader"),
            person: self.names("person"),
        }
    }

    /// Takes two days, of which the first may not lie after the second.
    pub(super) fn period(&mut self, from: &str, until: &str) -> (Option<Day>, Option<Day>) {
        let (first, last) = (self.day(from), self.day(until));
        if first.zip(last).is_some_and(|(first, last)| last < first) {
            self.complain_of(until, Fault::EndsBeforeBegin);
        }
        (first, last)
    }

    /// Takes the office's own keys and complains of all others that are left.
    pub(super) fn finish(self) -> (Extra, Place) {
        let table = self.table;
        self.finish_with(keys::of(table), |_| None)
    }

    /// The same for an entry, of which the act is known if it could be read.
    pub(super) fn finish_entry(self, act: Option<ActKind>) -> (Extra, Place) {
        let own = act.map_or((&[][..], &[][..]), keys::of_act);
        let known = |key: &&'static str| {
            act.is_none()
                || [keys::OF_EVERY_ENTRY, own.0, own.1].iter().any(|set| set.contains(key))
        };
        let known: Vec<_> = keys::ENTRY.iter().copied().filter(known).collect();
        // Without a known act nobody can tell which keys are not of it.
        self.finish_with(&known, |key| {
            let of_other = keys::ENTRY.contains(&key);
            of_other.then(|| act.map(|act| Fault::KeyNotOfAct { key: key.to_owned(), act }))
        })
    }

    /// `judge` says of a key which fault it is, if not an unknown one: `Some(None)` for none at all.
    fn finish_with(
        mut self,
        known: &[&'static str],
        judge: impl Fn(&str) -> Option<Option<Fault>>,
    ) -> (Extra, Place) {
        let mut extra = Extra::new();
        for field in std::mem::take(&mut self.left) {
            if field.key.starts_with("x_") && keys::takes_own_keys(self.table) {
                match values::text(&field.key, field.value) {
                    Ok(text) => _ = extra.insert(field.key.clone().into_owned(), text),
                    Err(fault) => self.log.push(field.span.clone(), fault),
                }
                self.place.keys.push((field.key, field.span));
                continue;
            }
            let fault =
                judge(&field.key).unwrap_or_else(|| Some(unknown(self.table, &field.key, known)));
            if let Some(fault) = fault {
                self.log.push(field.key_span, fault);
            }
        }
        (extra, self.place)
    }
}

fn unknown(table: Table, key: &str, known: &[&'static str]) -> Fault {
    let is_part = matches!(table, Table::Indicator | Table::Measure | Table::Entry);
    let of_problem = is_part && keys::PROBLEM.contains(&key);
    let parts = if table == Table::Problem { keys::PARTS } else { &[] };
    // Who works with tables writes the names of their columns.
    let column = columns::known(key).filter(|column| known.contains(column));
    let nearest = column.or_else(|| keys::nearest(key, known.iter().chain(parts).copied()));
    let nearest = nearest.filter(|_| !of_problem);
    Fault::UnknownKey { key: key.to_owned(), table, nearest, of_problem }
}
