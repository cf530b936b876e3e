//! What is shown of a draft: each field with its place and from what it was read.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::complaint::{Grade, Lines, Source};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::domain::subject::{Part, Subject};
use crate::intake::draft::{Draft, Drafted};
use crate::render::layout::taking::{FieldTaken, HeadTaken, LineTaken, Taking};
use crate::render::words;
use crate::reports::changes::{self, Field};

/// The text of a draft, of which places are shown.
#[derive(Debug)]
pub(super) struct Placed {
    source: Arc<Source>,
    lines: Lines,
    lang: Lang,
}

impl Placed {
    pub(super) fn new(draft: &Draft, lang: Lang) -> Self {
        Self { source: Arc::clone(&draft.source), lines: Lines::of(&draft.source), lang }
    }

    fn at(&self, offset: usize) -> String {
        place_among(&self.source, &self.lines, offset, self.lang)
    }
}

/// Names a place of a text whose lines are known, where many are named.
pub(super) fn place_among(source: &Source, lines: &Lines, offset: usize, lang: Lang) -> String {
    cell(source, offset, lang).unwrap_or_else(|| lines.place(source, offset))
}

/// Names a single place of a text: the cell or paragraph, else line and column.
pub(super) fn place_in(source: &Source, offset: usize, lang: Lang) -> String {
    cell(source, offset, lang).unwrap_or_else(|| source.place(offset))
}

fn cell(source: &Source, offset: usize, lang: Lang) -> Option<String> {
    let address = source.address(offset)?;
    Some(format!("{}:{}", source.path, words::address(lang, &address)))
}

/// Begins with what the files say of the whole.
pub(super) fn begin(ledger: &Ledger, drafts: &[Draft], placed: &[Placed]) -> Taking {
    let both = || drafts.iter().zip(placed);
    let head = |(draft, placed): (&Draft, &Placed)| {
        let taken = draft.head_readings.iter().map(|reading| HeadTaken {
            key: reading.key,
            value: reading.value.clone(),
            place: placed.at(reading.span.start),
            grade: reading.grade,
        });
        taken.collect::<Vec<_>>()
    };
    let remarks = |(draft, placed): (&Draft, &Placed)| {
        let notes = draft.notes.iter();
        notes.map(|it| (placed.at(it.span.start), it.remark.clone())).collect::<Vec<_>>()
    };
    Taking {
        ledger: ledger.name.clone(),
        head: both().flat_map(head).collect(),
        lines: Vec::new(),
        remarks: both().flat_map(remarks).collect(),
        masked: Vec::new(),
        enrolled: Vec::new(),
        file: only_file(drafts),
    }
}

/// The file that all drafts come from, where it is but one.
fn only_file(drafts: &[Draft]) -> Option<String> {
    let first = &drafts.first()?.source.path;
    drafts.iter().all(|it| it.source.path == *first).then(|| first.clone())
}

/// A line as it would be entered; `drafted` says where its fields stand, `keys` which of its entries is which.
pub(super) fn line(
    placed: &Placed,
    drafted: &Drafted,
    problem: &Problem,
    keys: &BTreeMap<Key, Key>,
    id: Option<Id>,
    twins: Vec<Id>,
) -> LineTaken {
    let contents = changes::contents(problem).into_iter();
    let fields = contents.map(|(part, field, content)| {
        let stands = match &part {
            Part::Entry(key) => Part::Entry(keys.get(key).copied().unwrap_or(*key)),
            other => other.clone(),
        };
        let (place, grade) = origin(placed, drafted, &stands, &field);
        FieldTaken { part, field, content, place, grade }
    });
    let figure = |place: usize| placed.at(place);
    LineTaken {
        id,
        problem: problem.clone(),
        place: place(placed, drafted),
        fields: fields.collect(),
        figures: drafted.mentions.iter().map(|it| (figure(it.span.start), it.figure)).collect(),
        twins,
    }
}

/// Where a field stands and from what it was read; what stands nowhere was inferred.
fn origin(placed: &Placed, line: &Drafted, part: &Part, field: &Field) -> (Option<String>, Grade) {
    let key = field.key();
    // Who enters it is said at the command, and so is the day where the file has none.
    let of_entry = |day| matches!(part, Part::Entry(key) if line.entered(*key) == Some(day));
    if *field == Field::By || (*field == Field::On && of_entry(Day::FIRST)) {
        return (None, Grade::Inferred);
    }
    if !line.places.has(part, key) {
        // A person's word stands nowhere in the file, either.
        let by_hand = line.grade_of(part, key) == Grade::ByHand;
        return (None, if by_hand { Grade::ByHand } else { Grade::Inferred });
    }
    let span = line.places.of_key(part, key);
    let place = span.map(|span| placed.at(span.start));
    (place, line.grade_of(part, key))
}

/// Where the line stands.
pub(super) fn place(placed: &Placed, line: &Drafted) -> String {
    place_of(placed, line, &Subject::whole(Part::Problem))
}

/// Where a field or part of the line stands.
pub(super) fn place_of(placed: &Placed, line: &Drafted, subject: &Subject) -> String {
    placed.at(line.places.of(subject).start)
}
