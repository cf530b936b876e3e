//! What is recorded with an act, since it follows from it.

use super::recording::Named;
use crate::check;
use crate::domain::amendment::{Amendment, Field, Value};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::mend::Mending;
use crate::domain::standing::AsOf;
use crate::domain::subject::Part;

/// The acts that go with an entry: right words of a limit may say a last day that is not stored, or 长期坚持; what
/// `check --fix` would store is amended with them.
pub(super) fn acts(book: &Book, named: &Named, entry: &Entry, today: Day) -> Vec<Act> {
    let Act::Amend { measure, change: Amendment { field: Field::Limit, .. }, .. } = entry.act
    else {
        return Vec::new();
    };
    let ledger = book.ledger(&named.id.ledger);
    let Some((ledger, problem)) = ledger.and_then(|it| Some((it, it.problem(named.id.no)?))) else {
        return Vec::new();
    };
    let mut after = problem.clone();
    after.entries.push(entry.clone());
    let standing = AsOf::new(&book.head, today).standing_as_written(ledger, &after);
    let part = measure.map_or(Part::Problem, Part::Measure);
    let mut mendings = check::mendings(book, ledger, &after, today);
    mendings.retain(|mending| *mending.part() == part);
    let changes = mendings.into_iter().filter_map(|mending| match mending {
        Mending::Due { day, .. } => Some(Amendment { field: Field::Due, value: Value::Day(day) }),
        Mending::Sustained { .. } => {
            Some(Amendment { field: Field::Sustained, value: Value::Flag(true) })
        }
        Mending::Name { .. } => None,
    });
    let amend = |change: Amendment| {
        let old = change.field.value_in(&standing.problem, measure);
        Act::Amend { measure, change, old: old.map(|value| value.to_string()) }
    };
    changes.map(amend).collect()
}
