//! What became of a problem between two versions of it, as data: the same for the log, for two versions of a book and for
//! whoever has to judge a change.

mod field;
pub mod head;
mod mask;
mod moved;
#[cfg(test)]
mod tests;

pub use field::{Content, Field};
pub use moved::{Told, Versions, is_masked, told};

use crate::domain::entry::Entry;
use crate::domain::id::Id;
use crate::domain::indicator::Indicator;
use crate::domain::measure::Measure;
use crate::domain::problem::Problem;
use crate::domain::subject::Part;
use field::Fields;

/// What stands in a new problem: its own fields, then those of each part.
pub fn contents(problem: &Problem) -> Vec<(Part, Field, Content)> {
    let of = |part: Part, fields: Fields| {
        fields.0.into_iter().map(move |(field, content)| (part.clone(), field, content))
    };
    let indicators = problem.indicators.iter();
    let indicators =
        indicators.flat_map(|it| of(Part::Indicator(it.name.clone()), field::of_indicator(it)));
    let measures = problem.measures.iter();
    let measures = measures.flat_map(|it| of(Part::Measure(it.no), field::of_measure(it)));
    let entries = problem.entries.iter();
    let entries = entries.flat_map(|it| of(Part::Entry(it.key), field::of_entry(it)));
    let own = of(Part::Problem, field::of_problem(problem));
    own.chain(indicators).chain(measures).chain(entries).collect()
}

/// Something that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The problem was not there before.
    New {
        /// How many measures came with it.
        measures: usize,
        /// How many entries came with it.
        entries: usize,
    },
    /// The problem is not there any more, which no command does: a number is never used again.
    Gone,
    /// The problem had another number before.
    Moved {
        /// Its former id.
        from: Id,
    },
    /// The earlier version, or the newer one, cannot be read.
    Unreadable {
        /// Whether it is the newer one.
        now: bool,
    },
    /// Something else stands in a field.
    Field {
        /// Of the problem, a measure or an indicator.
        part: Part,
        /// Which field.
        field: Field,
        /// What stood there; nothing where nothing did.
        from: Option<Content>,
        /// What stands there; nothing where nothing does.
        to: Option<Content>,
    },
    /// A measure was added.
    MeasureAdded(Box<Measure>),
    /// A measure is not there any more, which no command does: one that is given up stays, with its day.
    MeasureGone(Box<Measure>),
    /// An indicator was added.
    IndicatorAdded(Box<Indicator>),
    /// An indicator is not there any more.
    IndicatorGone(Box<Indicator>),
    /// Something happened.
    EntryAdded(Box<Entry>),
    /// An entry is not there any more, which may not happen.
    EntryRemoved(Box<Entry>),
    /// An entry says something else in a field, which may not happen.
    EntryEdited {
        /// The entry as it is now.
        entry: Box<Entry>,
        /// Which field.
        field: Field,
        /// What stood there.
        from: Option<Content>,
        /// What stands there.
        to: Option<Content>,
    },
}

/// A version of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version<'a> {
    /// It was not there.
    Absent,
    /// Its text cannot be read.
    Unreadable,
    /// As it was.
    There(&'a Problem),
}

/// Compares a problem with its earlier versions: of a merge these are several, and only what differs from each of them that
/// has the problem is told, since the rest was told where it was done.
pub fn against(old: &[Version<'_>], new: Version<'_>) -> Vec<Change> {
    let known = old.iter().filter(|version| **version != Version::Absent);
    let mut lists = known.map(|version| between(*version, new));
    let Some(first) = lists.next() else { return between(Version::Absent, new) };
    if new == Version::Absent && old.contains(&Version::Absent) {
        return Vec::new(); // one side never had it, or took it away where that was told
    }
    let others: Vec<_> = lists.collect();
    let everywhere = |change: &Change| {
        others.iter().all(|list| list.iter().any(|other| change.ends_like(other)))
    };
    first.into_iter().filter(everywhere).collect()
}

/// Compares two versions of a problem.
pub fn between(old: Version<'_>, new: Version<'_>) -> Vec<Change> {
    match (old, new) {
        (Version::Absent, Version::Absent) | (Version::Unreadable, Version::Unreadable) => {
            Vec::new()
        }
        (_, Version::Unreadable) => vec![Change::Unreadable { now: true }],
        (Version::Unreadable, _) => vec![Change::Unreadable { now: false }],
        (Version::Absent, Version::There(new)) => {
            vec![Change::New { measures: new.measures.len(), entries: new.entries.len() }]
        }
        (Version::There(_), Version::Absent) => vec![Change::Gone],
        (Version::There(old), Version::There(new)) => of_problem(old, new),
    }
}

impl Change {
    /// Tells whether two changes end in the same, whatever was there before.
    fn ends_like(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Field { part, field, to, .. },
                Self::Field { part: other, field: others, to: end, .. },
            ) => (part, field, to) == (other, others, end),
            (
                Self::EntryEdited { entry, field, to, .. },
                Self::EntryEdited { entry: other, field: others, to: end, .. },
            ) => (entry.key, field, to) == (other.key, others, end),
            (Self::MeasureGone(one), Self::MeasureGone(other)) => one.no == other.no,
            (Self::IndicatorGone(one), Self::IndicatorGone(other)) => one.name == other.name,
            (Self::EntryRemoved(one), Self::EntryRemoved(other)) => one.key == other.key,
            _ => self == other,
        }
    }

    /// Tells whether no command does this, so that a hand must have: something written was taken away or altered.
    pub fn is_forbidden(&self) -> bool {
        matches!(
            self,
            Self::Gone
                | Self::Unreadable { now: true }
                | Self::MeasureGone(_)
                | Self::EntryRemoved(_)
                | Self::EntryEdited { .. }
        )
    }
}

fn of_problem(old: &Problem, new: &Problem) -> Vec<Change> {
    let mut changes = fields(&Part::Problem, &field::of_problem(old), &field::of_problem(new));
    changes.extend(indicators(old, new));
    changes.extend(measures(old, new));
    changes.extend(entries(old, new));
    changes
}

/// The fields that differ, in their order in files; what is gone comes last.
fn differing(old: &Fields, new: &Fields) -> Vec<(Field, Option<Content>, Option<Content>)> {
    let find = |fields: &Fields, wanted: &Field| {
        fields.0.iter().find(|(field, _)| field == wanted).map(|(_, content)| content.clone())
    };
    let kept = new
        .0
        .iter()
        .map(|(field, content)| (field.clone(), find(old, field), Some(content.clone())));
    let gone = old.0.iter().filter(|(field, _)| find(new, field).is_none());
    let gone = gone.map(|(field, content)| (field.clone(), Some(content.clone()), None));
    kept.chain(gone).filter(|(_, from, to)| from != to).collect()
}

fn fields(part: &Part, old: &Fields, new: &Fields) -> Vec<Change> {
    let change = |(field, from, to)| Change::Field { part: part.clone(), field, from, to };
    differing(old, new).into_iter().map(change).collect()
}

fn measures(old: &Problem, new: &Problem) -> Vec<Change> {
    let mut changes = Vec::new();
    for measure in &new.measures {
        let part = Part::Measure(measure.no);
        match old.measure(measure.no) {
            None => changes.push(Change::MeasureAdded(Box::new(measure.clone()))),
            Some(before) => changes.extend(fields(
                &part,
                &field::of_measure(before),
                &field::of_measure(measure),
            )),
        }
    }
    let gone = old.measures.iter().filter(|measure| new.measure(measure.no).is_none());
    changes.extend(gone.map(|measure| Change::MeasureGone(Box::new(measure.clone()))));
    changes
}

fn indicators(old: &Problem, new: &Problem) -> Vec<Change> {
    let find = |problem: &Problem, name: &str| {
        problem.indicators.iter().find(|indicator| indicator.name == name).cloned()
    };
    let mut changes = Vec::new();
    for indicator in &new.indicators {
        let part = Part::Indicator(indicator.name.clone());
        match find(old, &indicator.name) {
            None => changes.push(Change::IndicatorAdded(Box::new(indicator.clone()))),
            Some(before) => changes.extend(fields(
                &part,
                &field::of_indicator(&before),
                &field::of_indicator(indicator),
            )),
        }
    }
    let gone = old.indicators.iter().filter(|indicator| find(new, &indicator.name).is_none());
    changes.extend(gone.map(|indicator| Change::IndicatorGone(Box::new(indicator.clone()))));
    changes
}

fn entries(old: &Problem, new: &Problem) -> Vec<Change> {
    let find = |problem: &Problem, wanted: &Entry| {
        problem.entries.iter().find(|entry| entry.key == wanted.key).cloned()
    };
    let mut changes = Vec::new();
    for entry in &new.entries {
        let Some(before) = find(old, entry) else {
            changes.push(Change::EntryAdded(Box::new(entry.clone())));
            continue;
        };
        let edited = |(field, from, to)| {
            let entry = Box::new(entry.clone());
            Change::EntryEdited { entry, field, from, to }
        };
        let differing = differing(&field::of_entry(&before), &field::of_entry(entry));
        changes.extend(differing.into_iter().map(edited));
    }
    let gone = old.entries.iter().filter(|entry| find(new, entry).is_none());
    changes.extend(gone.map(|entry| Change::EntryRemoved(Box::new(entry.clone()))));
    changes
}
