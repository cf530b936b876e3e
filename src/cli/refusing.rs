//! Refuses what may not be recorded, and what would leave a problem as `ledger check` complains of it.

use super::failure::Stop;
use super::recording::Named;
use crate::check::{self, About, Finding};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::entry::Entry;
use crate::domain::gate;
use crate::domain::id::Id;
use crate::domain::problem::Problem;
use crate::domain::standing::AsOf;
use crate::domain::subject::{Part, Subject};
use crate::render::words::{Message, Wrong};

/// Stops with all that speaks against any of the entries: what the gate says, else what would be wrong with the problem
/// once the entry stands there.
pub(super) fn refuse(
    book: &Book,
    named: &[Named],
    entries: &[Entry],
    today: Day,
) -> Result<(), Stop> {
    let against =
        |(named, entry): (&Named, &Entry)| Some(*with_entry(book, &named.id, entry, today).err()?);
    let messages: Vec<_> = named.iter().zip(entries).filter_map(against).collect();
    if messages.is_empty() { Ok(()) } else { Err(Stop::refused(messages)) }
}

/// The problem with the entry, or what speaks against it: what the gate says, else what would be wrong with the problem.
pub(super) fn with_entry(
    book: &Book,
    id: &Id,
    entry: &Entry,
    today: Day,
) -> Result<Problem, Box<Message>> {
    let none = || Box::new(Message::NoProblem(Id::of_problem(&id.ledger, id.no)));
    let ledger = book.ledger(&id.ledger).ok_or_else(none)?;
    let problem = ledger.problem(id.no).ok_or_else(none)?;
    // The gate asks how the problem stood on the entry's day, since an entry may be made later.
    let as_of = AsOf::new(&book.head, today);
    let standing = as_of.standing_at(ledger, problem, entry.on);
    let refusals = gate::refusals(&standing, entry, &book.head, today);
    if !refusals.is_empty() {
        return Err(Box::new(Message::Refused { id: id.clone(), refusals }));
    }
    let mut after = problem.clone();
    after.entries.push(entry.clone());
    match would_be_wrong(book, id.clone(), Some(problem), &after, today) {
        Some(wrong) => Err(Box::new(wrong)),
        None => Ok(after),
    }
}

/// What a change would leave wrong with a problem; no command writes what `ledger check` complains of.
pub(super) fn would_be_wrong(
    book: &Book,
    id: Id,
    before: Option<&Problem>,
    after: &Problem,
    today: Day,
) -> Option<Message> {
    let ledger = book.ledger(&id.ledger)?;
    let findings = check::new_findings(book, ledger, before, after, today);
    let known = |about: &About| {
        let About::Problem { subject: Subject { part: Part::Entry(key), .. }, .. } = about else {
            return None;
        };
        let entry = before?.entries.iter().find(|entry| entry.key == *key)?;
        Some((entry.on, entry.act.kind(), entry.key))
    };
    let wrong = |Finding { about, fact }: Finding| Wrong { entry: known(&about), fact };
    let wrongs: Vec<_> = findings.into_iter().map(wrong).collect();
    (!wrongs.is_empty()).then_some(Message::WouldBeWrong { id, wrongs })
}
