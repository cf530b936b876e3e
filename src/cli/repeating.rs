//! A command that is given again: recorded once.

use super::failure::Stop;
use super::recording::Named;
use crate::domain::book::Book;
use crate::domain::entry::Entry;
use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::problem::Problem;
use crate::domain::twin::twin_of;
use crate::render::words::{GuardNote, Message};

/// The entries that a request has recorded, where it has; stops where it was for other problems than now.
pub(super) fn recorded(
    book: &Book,
    named: &[Named],
    request: Option<&str>,
) -> Result<Option<Vec<(Id, Key)>>, Stop> {
    let Some(request) = request else { return Ok(None) };
    let of_request = |named: &Named| -> Vec<(Id, Key)> {
        let entries = problem(book, named).into_iter().flat_map(|problem| &problem.entries);
        let its = entries.filter(|entry| entry.request.as_deref() == Some(request));
        its.map(|entry| (named.id.clone(), entry.key)).collect()
    };
    let found: Vec<_> = named.iter().map(of_request).collect();
    if found.iter().all(Vec::is_empty) {
        return Ok(None);
    }
    if found.iter().any(Vec::is_empty) {
        let recorded = named.iter().zip(&found).filter(|(_, found)| !found.is_empty());
        let recorded = recorded.map(|(named, _)| named.id.clone()).collect();
        let request = request.to_owned();
        return Err(Message::Guard(GuardNote::OtherRequest { request, recorded }).into());
    }
    Ok(Some(found.into_iter().flatten().collect()))
}

/// Stops where any of the entries was just recorded in the same words.
pub(super) fn refuse(book: &Book, named: &[Named], entries: &[Entry]) -> Result<(), Stop> {
    let twin = |(named, entry): (&Named, &Entry)| {
        let known = problem(book, named).map(|problem| problem.entries.as_slice());
        let key = twin_of(entry, known.unwrap_or_default())?.key;
        Some(Message::Guard(GuardNote::TwinEntry { id: named.id.clone(), key }))
    };
    let twins: Vec<_> = named.iter().zip(entries).filter_map(twin).collect();
    if twins.is_empty() { Ok(()) } else { Err(Stop::refused(twins)) }
}

fn problem<'a>(book: &'a Book, named: &Named) -> Option<&'a Problem> {
    book.ledger(&named.id.ledger)?.problem(named.id.no)
}
