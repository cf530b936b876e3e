//! Problems as records, in the canonical order: absent values are left out, the office's own keys come last.

use std::borrow::Cow;

use super::{Field, Raw, Record, keys, words, write_act};
use crate::complaint::Table;
use crate::domain::day::Day;
use crate::domain::entry::Entry;
use crate::domain::figure::Figure;
use crate::domain::indicator::Indicator;
use crate::domain::measure::Measure;
use crate::domain::problem::{Extra, Kind, Problem};
use crate::domain::responsible::Responsible;

/// Returns the records of a problem: its own, then its indicators, measures and entries.
pub fn records_of(problem: &Problem) -> Vec<Record<'_>> {
    let parts = problem.indicators.len() + problem.measures.len() + problem.entries.len();
    let mut records = Vec::with_capacity(1 + parts);
    records.push(problem_record(problem));
    records.extend(problem.indicators.iter().map(indicator_record));
    records.extend(problem.measures.iter().map(measure_record));
    records.extend(problem.entries.iter().map(entry_record));
    records
}

fn problem_record(problem: &Problem) -> Record<'_> {
    let mut draft = Draft::new(Table::Problem);
    draft.text("title", Some(&problem.title));
    if problem.kind != Kind::Problem {
        draft.word("kind", words::KIND, Some(problem.kind));
    }
    draft.text("ref", problem.reference.as_deref());
    draft.names("former", &problem.former);
    draft.text("detail", problem.detail.as_deref());
    draft.text("category", problem.category.as_deref());
    draft.text("source", problem.source.as_deref());
    draft.text("cause", problem.cause.as_deref());
    draft.day("found", problem.found);
    draft.day("entered", problem.entered);
    draft.responsible(&problem.responsible);
    draft.text("owners", problem.owners.as_deref());
    draft.text("limit", problem.limit.as_deref());
    draft.day("due", problem.due);
    draft.flag("sustained", problem.sustained);
    draft.text("goal", problem.goal.as_deref());
    draft.shown("amount", problem.amount);
    draft.shown("recoverable", problem.recoverable);
    draft.names("recurs", &problem.recurs);
    draft.names("tag", &problem.tags);
    draft.text("every", problem.every.as_deref());
    draft.day("from", problem.from);
    draft.day("until", problem.until);
    draft.flag("masked", problem.masked);
    draft.text("request", problem.request.as_deref());
    draft.finish(&problem.extra)
}

fn indicator_record(indicator: &Indicator) -> Record<'_> {
    let mut draft = Draft::new(Table::Indicator);
    draft.text("name", Some(&indicator.name));
    draft.text("unit", indicator.unit.as_deref());
    draft.figure("baseline", indicator.baseline);
    draft.figure("target", indicator.target);
    draft.word("better", words::BETTER, indicator.better);
    draft.finish_plain()
}

/// Returns the record of a measure.
pub fn measure_record(measure: &Measure) -> Record<'_> {
    let mut draft = Draft::new(Table::Measure);
    draft.number("no", Some(measure.no));
    draft.text("text", Some(&measure.text));
    draft.responsible(&measure.responsible);
    draft.text("limit", measure.limit.as_deref());
    draft.day("due", measure.due);
    draft.flag("sustained", measure.sustained);
    draft.day("since", measure.since);
    draft.day("entered", measure.entered);
    draft.day("dropped", measure.dropped);
    draft.text("why", measure.why.as_deref());
    draft.finish(&measure.extra)
}

/// Returns the record of an entry.
pub fn entry_record(entry: &Entry) -> Record<'_> {
    let mut draft = Draft::new(Table::Entry);
    draft.shown("key", Some(entry.key));
    draft.day("on", Some(entry.on));
    draft.day("entered", entry.entered);
    draft.word("act", words::ACT, Some(entry.act.kind()));
    draft.text("by", Some(&entry.by));
    draft.text("request", entry.request.as_deref());
    draft.text("text", entry.text.as_deref());
    write_act::write(&entry.act, &mut draft);
    draft.finish(&entry.extra)
}

/// Returns a field that stands nowhere yet.
pub(super) fn field(key: impl Into<Cow<'static, str>>, value: Raw<'_>) -> Field<'_> {
    Field { key: key.into(), key_span: 0..0, span: 0..0, value }
}

/// A record that is being written.
pub(super) struct Draft<'a>(Record<'a>);

impl<'a> Draft<'a> {
    pub(super) fn new(table: Table) -> Self {
        Self(Record { table, span: 0..0, fields: Vec::new() })
    }

    pub(super) fn put(&mut self, key: impl Into<Cow<'static, str>>, value: Raw<'a>) {
        self.0.fields.push(field(key, value));
    }

    pub(super) fn text(&mut self, key: &'static str, text: Option<&'a str>) {
        if let Some(text) = text {
            self.put(key, Raw::Text(text.into()));
        }
    }

    /// Puts the text that a value is written as.
    pub(super) fn shown<T: ToString>(&mut self, key: &'static str, value: Option<T>) {
        if let Some(value) = value {
            self.put(key, Raw::Text(value.to_string().into()));
        }
    }

    pub(super) fn word<T: PartialEq>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        value: Option<T>,
    ) {
        self.text(key, value.map(|value| words::word(words, &value)));
    }

    pub(super) fn day(&mut self, key: &'static str, day: Option<Day>) {
        if let Some(day) = day {
            self.put(key, Raw::Day(day));
        }
    }

    /// Puts `true`; what is not so is left out.
    pub(super) fn flag(&mut self, key: &'static str, flag: bool) {
        if flag {
            self.put(key, Raw::Flag(true));
        }
    }

    pub(super) fn number(&mut self, key: &'static str, number: Option<u32>) {
        if let Some(number) = number {
            self.put(key, Raw::Integer(Some(i64::from(number))));
        }
    }

    pub(super) fn figure(&mut self, key: &'static str, figure: Option<Figure>) {
        let Some(figure) = figure else { return };
        let text = figure.to_string();
        let raw = text.parse().map_or(Raw::Float(text.into()), |whole| Raw::Integer(Some(whole)));
        self.put(key, raw);
    }

    /// Puts a list, unless it is empty.
    pub(super) fn names(&mut self, key: &'static str, names: &'a [String]) {
        self.list(key, names.iter().map(|name| Raw::Text(name.into())));
    }

    /// Puts a list of numbers, unless it is empty.
    pub(super) fn numbers(&mut self, key: &'static str, numbers: &[u32]) {
        self.list(key, numbers.iter().map(|number| Raw::Integer(Some(i64::from(*number)))));
    }

    /// Puts a list, unless it is empty.
    pub(super) fn list(&mut self, key: &'static str, items: impl Iterator<Item = Raw<'a>>) {
        let items: Vec<_> = items.map(|item| (0..0, item)).collect();
        if !items.is_empty() {
            self.put(key, Raw::List(items));
        }
    }

    /// Puts a list that was decided, empty or not.
    pub(super) fn decided(&mut self, key: &'static str, items: Option<Vec<Raw<'a>>>) {
        if let Some(items) = items {
            self.put(key, Raw::List(items.into_iter().map(|item| (0..0, item)).collect()));
        }
    }

    /// Puts yes or no, where it was decided.
    pub(super) fn decided_flag(&mut self, key: &'static str, flag: Option<bool>) {
        if let Some(flag) = flag {
            self.put(key, Raw::Flag(flag));
        }
    }

    /// Puts who is responsible; `owners`, where a problem has it, has its place among them.
    pub(super) fn responsible(&mut self, responsible: &'a Responsible) {
        self.names("lead", &responsible.lead);
        self.names("joint", &responsible.joint);
        self.names("with", &responsible.with);
        self.names("leader", &responsible.leader);
        self.names("person", &responsible.person);
    }

    /// Brings the fields into the order of the table's keys.
    pub(super) fn finish_plain(mut self) -> Record<'a> {
        let order = keys::of(self.0.table);
        let place = |field: &Field<'_>| order.iter().position(|key| *key == field.key);
        // Most are put in this order.
        if !self.0.fields.is_sorted_by_key(place) {
            self.0.fields.sort_by_cached_key(place);
        }
        self.0
    }

    /// The same, and adds the office's own keys.
    pub(super) fn finish(self, extra: &'a Extra) -> Record<'a> {
        let mut record = self.finish_plain();
        for (key, text) in extra {
            record.fields.push(field(key.clone(), Raw::Text(text.into())));
        }
        record
    }
}
