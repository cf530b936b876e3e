//! Lines as records, and the problems that these give.

use std::ops::Range;
use std::sync::Arc;

use super::fields::{Item, Measure};
use super::figures;
use super::owners::Owners;
use super::text::Text;
use super::units::Unit;
use crate::complaint::{Complaint, Grade, Source, Table};
use crate::domain::day::Day;
use crate::domain::key::Key;
use crate::domain::problem::Kind;
use crate::domain::subject::{Part, Subject};
use crate::formats::record::{self, Field, Raw, Record};
use crate::intake::draft::Drafted;
use crate::intake::sheet::status::Status;

/// What holds for all lines of a document.
#[derive(Debug)]
pub(super) struct Whole<'a> {
    pub(super) text: &'a Text,
    pub(super) source: &'a Arc<Source>,
    /// The day of what it reports; the first day of all where it names none.
    pub(super) on: Day,
    /// Who reports.
    pub(super) by: &'a str,
    /// When its problems were found, where it is no day of the paper itself.
    pub(super) noticed: Option<(Day, Range<usize>)>,
}

/// The records of a line while they are put together.
struct Records<'a> {
    text: &'a Text,
    made: Vec<Record<'static>>,
    grades: Vec<(Subject, Grade)>,
}

/// Builds the line with this number.
pub(super) fn line(
    whole: &Whole<'_>,
    no: u32,
    item: &Item,
    reference: Option<&str>,
    tag: Option<&str>,
) -> Result<Drafted, Vec<Complaint>> {
    let mut records = Records { text: whole.text, made: Vec::new(), grades: Vec::new() };
    records.problem(item, reference, tag);
    if let Some((day, range)) = whole.noticed.as_ref().filter(|_| item.kind == Kind::Problem) {
        records.put("found", range, Raw::Day(*day));
        records.grade(Part::Problem, "found", Grade::Place);
    }
    for (no, measure) in (1..).zip(&item.measures) {
        records.measure(no, measure, item.measure_grade);
    }
    for (place, progress) in item.progress.iter().enumerate() {
        records.progress(whole, no, place, progress, item.progress_grade);
    }
    let reported = item.progress.len();
    for (place, (status, range)) in (reported..).zip(&item.states) {
        records.state(whole, no, place, *status, range);
    }
    let Records { made, grades, .. } = records;
    let located = record::problem(no, made, whole.source)?;
    let mentions = figures::mentions(whole.text, &item.range);
    let (problem, places) = (located.value, located.places);
    Ok(Drafted { problem: Box::new(problem), places, grades, others: Grade::Label, mentions })
}

impl Records<'_> {
    fn begin(&mut self, table: Table, range: &Range<usize>) {
        let span = self.text.span(range);
        self.made.push(Record { table, span, fields: Vec::new() });
    }

    /// Puts a value that stands at a range.
    fn put(&mut self, key: &str, range: &Range<usize>, value: Raw<'static>) {
        let span = self.text.span(range);
        if let Some(record) = self.made.last_mut() {
            record.fields.push(Field {
                key: key.to_owned().into(),
                key_span: span.clone(),
                span,
                value,
            });
        }
    }

    fn words(&mut self, key: &str, range: &Range<usize>) {
        let words = plain(&self.text.shown(range));
        if !words.is_empty() {
            self.put(key, range, Raw::Text(words.into()));
        }
    }

    fn grade(&mut self, part: Part, key: &'static str, grade: Grade) {
        self.grades.push((Subject::key(part, key), grade));
    }

    fn problem(&mut self, item: &Item, reference: Option<&str>, tag: Option<&str>) {
        self.begin(Table::Problem, &item.range);
        let title = item.title_words.clone().unwrap_or_else(|| self.text.shown(&item.title));
        self.put("title", &item.title, Raw::Text(one_line(&title).into()));
        self.grade(Part::Problem, "title", item.title_grade);
        let kind = match item.kind {
            Kind::Problem => None,
            Kind::Task => Some("task"),
            Kind::Duty => Some("duty"),
        };
        if let Some(kind) = kind {
            self.put("kind", &item.title, Raw::Text(kind.to_owned().into()));
            self.grade(Part::Problem, "kind", Grade::Inferred);
        }
        if let Some(reference) = reference {
            let number = item.range.start..item.title.start.max(item.range.start);
            self.put("ref", &number, Raw::Text(reference.to_owned().into()));
            self.grade(Part::Problem, "ref", Grade::Heading);
        }
        if let Some(tag) = tag {
            self.put("tag", &item.range, Raw::Text(tag.to_owned().into()));
            self.grade(Part::Problem, "tag", Grade::Inferred);
        }
        let texts = [("detail", &item.detail), ("category", &item.category)];
        for (key, range) in texts {
            if let Some(range) = range {
                self.words(key, range);
                let grade = if key == "detail" { Grade::Place } else { Grade::Heading };
                self.grade(Part::Problem, key, grade);
            }
        }
        for (key, range) in &item.texts {
            self.words(key, range);
            self.grade(Part::Problem, key, Grade::Label);
        }
        if let Some((limit, grade)) = &item.limit {
            self.words("limit", limit);
            self.grade(Part::Problem, "limit", *grade);
        }
        if let Some(every) = &item.every {
            self.words("every", every);
            self.grade(Part::Problem, "every", Grade::Marker);
        }
        self.owners(&Part::Problem, &item.owners);
    }

    fn owners(&mut self, part: &Part, owners: &Owners) {
        let grade = owners.grade.unwrap_or(Grade::Label);
        if *part == Part::Problem
            && let (Some(first), Some(last)) = (owners.words.first(), owners.words.last())
        {
            let words: Vec<_> = owners.words.iter().map(|it| self.text.shown(it)).collect();
            let words = one_line(&words.join("；"));
            self.put("owners", &(first.start..last.end.max(first.end)), Raw::Text(words.into()));
            self.grade(part.clone(), "owners", grade);
        }
        let lists = [
            ("lead", &owners.lead),
            ("joint", &owners.joint),
            ("with", &owners.with),
            ("leader", &owners.leader),
            ("person", &owners.person),
        ];
        for (key, units) in lists {
            self.names(part.clone(), key, units, grade);
        }
        for (label, value) in &owners.others {
            let key = format!("x_{}", one_line(&self.text.shown(label)));
            self.words(&key, value);
        }
    }

    fn names(&mut self, part: Part, key: &'static str, units: &[Unit], grade: Grade) {
        let (Some(first), Some(last)) = (units.first(), units.last()) else { return };
        let from = units.iter().map(|unit| unit.range.start).min().unwrap_or(first.range.start);
        let to = units.iter().map(|unit| unit.range.end).max().unwrap_or(last.range.end);
        let name = |unit: &Unit| {
            let name = one_line(&unit.name).replace('|', "／");
            (self.text.span(&unit.range), Raw::Text(name.into()))
        };
        let names = units.iter().map(name).collect();
        self.put(key, &(from..to), Raw::List(names));
        let carried = units.iter().any(|unit| unit.carried);
        self.grade(part, key, if carried { Grade::Inferred } else { grade });
    }

    fn measure(&mut self, no: u32, measure: &Measure, grade: Grade) {
        self.begin(Table::Measure, &measure.text);
        self.put("no", &measure.text, Raw::Integer(Some(i64::from(no))));
        self.words("text", &measure.text);
        self.grade(Part::Measure(no), "text", grade);
        if let Some(owners) = &measure.owners {
            if let Some(limit) = &owners.limit {
                self.words("limit", limit);
                self.grade(Part::Measure(no), "limit", owners.grade.unwrap_or(Grade::BareTail));
            }
            self.owners(&Part::Measure(no), owners);
        }
    }

    /// What is reported of a problem, as an entry; its key is the same each time that the document is read.
    fn progress(
        &mut self,
        whole: &Whole<'_>,
        no: u32,
        place: usize,
        range: &Range<usize>,
        grade: Grade,
    ) {
        let key = self.entry(whole, (no, place), "progress", (range, grade));
        self.words("text", range);
        self.grade(Part::Entry(key), "text", grade);
    }

    /// What leads a problem into the state that is said of it; an open one needs nothing.
    fn state(
        &mut self,
        whole: &Whole<'_>,
        no: u32,
        place: usize,
        status: Status,
        range: &Range<usize>,
    ) {
        let (act, key) = match status {
            Status::Open => return,
            Status::Done => ("done", "text"),
            Status::Closed => ("close", "text"),
            Status::Suspended => ("suspend", "text"),
            Status::Transferred => ("transfer", "to"),
            Status::Withdrawn => ("withdraw", "text"),
        };
        let entry = self.entry(whole, (no, place), act, (range, Grade::Label));
        self.words(key, range);
        self.grade(Part::Entry(entry), key, Grade::Label);
    }

    fn entry(
        &mut self,
        whole: &Whole<'_>,
        (no, place): (u32, usize),
        act: &str,
        (range, grade): (&Range<usize>, Grade),
    ) -> Key {
        let digit = |number: usize, at: usize| u8::try_from(number >> (5 * at) & 31).unwrap_or(0);
        let of_line = usize::try_from(no).unwrap_or(0);
        let which = [digit(place, 2), digit(place, 1), digit(place, 0)];
        let key = [6, which[0], which[1], which[2], digit(of_line, 1), digit(of_line, 0)];
        let key = Key::from_random(key);
        self.begin(Table::Entry, range);
        self.put("key", range, Raw::Text(key.to_string().into()));
        self.put("on", range, Raw::Day(whole.on));
        self.put("act", range, Raw::Text(act.to_owned().into()));
        self.put("by", range, Raw::Text(whole.by.to_owned().into()));
        // That it happened is said by where its words stand; its day is that of the paper.
        for (field, grade) in [("on", Grade::Inferred), ("act", grade), ("by", Grade::Inferred)] {
            self.grade(Part::Entry(key), field, grade);
        }
        key
    }
}

/// Text without what no file of a book may hold.
fn plain(words: &str) -> String {
    words.trim().to_owned()
}

/// Text on one line.
pub(super) fn one_line(words: &str) -> String {
    words.split('\n').map(str::trim).collect::<Vec<_>>().join("").trim().to_owned()
}
