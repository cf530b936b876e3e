//! What must be unique in a problem, and what must exist because an entry names it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::complaint::{Fault, Log};
use crate::domain::entry::{Act, Entry};
use crate::domain::key::Key;

/// The names that a problem's parts have, and the references to them.
#[derive(Default)]
pub(super) struct Links {
    measures: Names<u32>,
    indicators: Names<String>,
    entries: Names<Key>,
    references: Vec<(Range<usize>, Reference)>,
}

enum Reference {
    Measure(u32),
    Indicator(String),
    Entry(Key),
}

/// The names of one kind. Where one could not be read, any reference may mean it, and none is called dangling.
struct Names<T> {
    seen: BTreeSet<T>,
    complete: bool,
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self { seen: BTreeSet::new(), complete: true }
    }
}

impl<T: Ord + Clone> Names<T> {
    /// Returns the name where it was there before.
    fn add(&mut self, name: Option<&T>) -> Option<T> {
        let Some(name) = name else {
            self.complete = false;
            return None;
        };
        (!self.seen.insert(name.clone())).then(|| name.clone())
    }

    fn lack(&self, name: &T) -> bool {
        self.complete && !self.seen.contains(name)
    }
}

impl Links {
    pub(super) fn add_measure(&mut self, no: Option<u32>) -> Option<Fault> {
        self.measures.add(no.as_ref()).map(Fault::MeasureTwice)
    }

    pub(super) fn add_indicator(&mut self, name: Option<&String>) -> Option<Fault> {
        self.indicators.add(name).map(Fault::IndicatorTwice)
    }

    pub(super) fn add_entry(&mut self, key: Option<Key>) -> Option<Fault> {
        self.entries.add(key.as_ref()).map(Fault::KeyTwice)
    }

    /// Notes what the entry names; `span_of` gives the bytes of a key's value. Returns what can be told at once.
    pub(super) fn refer(
        &mut self,
        entry: &Entry,
        span_of: impl Fn(&str) -> Range<usize>,
    ) -> Option<Fault> {
        let at = if matches!(entry.act, Act::Amend { .. }) { "field" } else { "measure" };
        for no in entry.act.measures() {
            self.references.push((span_of(at), Reference::Measure(*no)));
        }
        match &entry.act {
            Act::Indicator { name, .. } => {
                self.references.push((span_of("name"), Reference::Indicator(name.clone())));
            }
            Act::Void { of } if *of == entry.key => return Some(Fault::VoidsItself),
            Act::Void { of } => self.references.push((span_of("of"), Reference::Entry(*of))),
            _ => {}
        }
        None
    }

    /// Complains of what is named and does not exist.
    pub(super) fn check(self, log: &mut Log) {
        let Self { measures, indicators, entries, references } = self;
        for (span, reference) in references {
            let fault = match reference {
                Reference::Measure(no) => measures.lack(&no).then_some(Fault::NoSuchMeasure(no)),
                Reference::Indicator(name) => {
                    indicators.lack(&name).then_some(Fault::NoSuchIndicator(name))
                }
                Reference::Entry(key) => entries.lack(&key).then_some(Fault::NoSuchEntry(key)),
            };
            if let Some(fault) = fault {
                log.push(span, fault);
            }
        }
    }
}
