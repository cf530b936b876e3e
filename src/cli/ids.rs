//! Which problems and measures a command means.

use super::context::{Context, no_ledger};
use super::failure::Stop;
use crate::domain::book::Book;
use crate::domain::id::{Id, Selection};
use crate::render::words::Message;

/// The most numbers that one range may hold: a ledger of more is written to by `import`, and a slip of the hand must
/// not keep others waiting.
const LONGEST_RANGE: u32 = 1_000;

/// Returns the ids meant, each once, in the order typed. Whether they are there is the reader's question.
pub fn resolve(context: &Context<'_>, selections: &[Selection]) -> anyhow::Result<Vec<Id>> {
    let mut ids: Vec<Id> = Vec::new();
    for selection in selections {
        let ledger = match &selection.ledger {
            Some(name) => name.clone(),
            None => only_ledger(context)?,
        };
        if selection.last - selection.first >= LONGEST_RANGE {
            let range = format!("{}-{}", selection.first, selection.last);
            return Err(Stop::usage(Message::RangeTooLong { range, most: LONGEST_RANGE }).into());
        }
        for no in selection.first..=selection.last {
            let id = Id { ledger: ledger.clone(), no, measure: selection.measure };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    Ok(ids)
}

/// The one ledger that can be meant: the one named with `-l`, the book's default, or the only one.
pub fn only_ledger(context: &Context<'_>) -> anyhow::Result<String> {
    let asked = &context.options.ledgers;
    if asked.len() > 1 {
        return Err(Stop::usage(Message::WhichLedger(asked.clone())).into());
    }
    if let Some(name) = asked.first().or(context.surroundings.head.ledger.as_ref()) {
        return Ok(name.clone());
    }
    let mut names = context.surroundings.origin()?.ledger_names()?;
    match names.len() {
        1 => Ok(names.remove(0)),
        _ => Err(Stop::usage(Message::WhichLedger(names)).into()),
    }
}

/// Returns the problems' ids of a list in which no measures are meant.
pub fn problems_only(ids: Vec<Id>) -> Result<Vec<Id>, Stop> {
    match ids.iter().find(|id| id.measure.is_some()) {
        Some(id) => Err(Stop::usage(Message::NotAMeasure(id.clone()))),
        None => Ok(ids),
    }
}

/// Says which of the ids the book does not have.
pub fn all_exist(ids: &[Id], book: &Book) -> Result<(), Stop> {
    let missing = ids.iter().filter_map(|id| match book.ledger(&id.ledger) {
        None => Some(no_ledger(&id.ledger, book)),
        Some(ledger) if ledger.problem(id.no).is_none() => {
            Some(Message::NoProblem(Id::of_problem(&id.ledger, id.no)).into())
        }
        Some(_) => None,
    });
    missing.reduce(Stop::and).map_or(Ok(()), Err)
}
