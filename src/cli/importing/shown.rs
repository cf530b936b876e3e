//! What is shown of a draft: each field with its place and from what it was read.

use std::collections::BTreeMap;

use crate::complaint::Grade;
use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::domain::subject::{Part, Subject};
use crate::intake::draft::{Draft, Drafted};
use crate::render::layout::taking::{FieldTaken, HeadTaken, LineTaken, Taking};
use crate::reports::changes::{self, Field};

/// Begins with what the files say of the whole.
pub(super) fn begin(ledger: &Ledger, drafts: &[Draft]) -> Taking {
    let head = |draft: &Draft| {
        let taken = draft.head_readings.iter().map(|reading| HeadTaken {
            key: reading.key,
            value: reading.value.clone(),
            place: draft.source.place(reading.span.start),
            grade: reading.grade,
        });
        taken.collect::<Vec<_>>()
    };
    let remarks = |draft: &Draft| {
        let notes = draft.notes.iter();
        notes.map(|it| (draft.source.place(it.span.start), it.remark.clone())).collect::<Vec<_>>()
    };
    Taking {
        ledger: ledger.name.clone(),
        head: drafts.iter().flat_map(head).collect(),
        lines: Vec::new(),
        remarks: drafts.iter().flat_map(remarks).collect(),
    }
}

/// A line as it would be entered; `drafted` says where its fields stand, `keys` which of its entries is which.
pub(super) fn line(
    draft: &Draft,
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
        let (place, grade) = origin(draft, drafted, &stands, &field);
        FieldTaken { part, field, content, place, grade }
    });
    let figure = |place: usize| draft.source.place(place);
    LineTaken {
        id,
        problem: problem.clone(),
        place: place(draft, drafted),
        fields: fields.collect(),
        figures: drafted.mentions.iter().map(|it| (figure(it.span.start), it.figure)).collect(),
        twins,
    }
}

/// Where a field stands and from what it was read; what stands nowhere was inferred.
fn origin(draft: &Draft, line: &Drafted, part: &Part, field: &Field) -> (Option<String>, Grade) {
    let key = field.key();
    if !line.places.has(part, key) {
        return (None, Grade::Inferred);
    }
    let span = line.places.of_key(part, key);
    let place = span.map(|span| draft.source.place(span.start));
    (place, line.grade_of(part, key))
}

/// Where the line stands.
pub(super) fn place(draft: &Draft, line: &Drafted) -> String {
    place_of(draft, line, &Subject::whole(Part::Problem))
}

/// Where a field or part of the line stands.
pub(super) fn place_of(draft: &Draft, line: &Drafted, subject: &Subject) -> String {
    draft.source.place(line.places.of(subject).start)
}
