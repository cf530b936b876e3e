//! TOML text ↔ values, with places; and additions to a text that leave all its other bytes alone.
//!
//! Reads whatever the TOML parser takes and gives all faults at once. Writes TOML 1.0 in one canonical form, so that the
//! same values are the same bytes whoever wrote them.

mod append;
mod blocks;
mod comments;
mod mend;
mod plain;
mod revise;
mod syntax;
#[cfg(test)]
mod tests;
mod walk;
mod write;

use std::sync::Arc;

pub use append::append;
pub use comments::comments;
pub use mend::mend;
pub use revise::{revise_book, revise_head, revise_problem};
pub use write::{write_book, write_head, write_problem};

use super::record::{self, Field, HeadPlaces, Located, heads};
use crate::complaint::{Complaint, Log, Source};
use crate::domain::book::BookHead;
use crate::domain::ledger::Head;
use crate::domain::problem::Problem;

/// Reads the file of a problem.
pub fn read_problem(source: &Arc<Source>, no: u32) -> Result<Located<Problem>, Vec<Complaint>> {
    let read = |records, log: &mut Log| record::read(no, records, source, log);
    if let Some(located) = without_fault(source, plain::problem(&source.text), read) {
        return Ok(located);
    }
    let mut log = Log::new(source);
    let (root, errors) = syntax::parse(source);
    let records = walk::problem(root, &mut log);
    let located = record::read(no, records, source, &mut log);
    syntax::finish(errors, log, located)
}

/// Reads the head of a ledger.
pub fn read_head(source: &Arc<Source>) -> Result<Head, Vec<Complaint>> {
    if let Some(head) = without_fault(source, plain::head(&source.text), heads::head) {
        return Ok(head);
    }
    let mut log = Log::new(source);
    let (root, errors) = syntax::parse(source);
    let records = walk::head(root, &mut log);
    let head = heads::head(records, &mut log);
    syntax::finish(errors, log, head)
}

/// Reads `book.toml`.
pub fn read_book(source: &Arc<Source>) -> Result<BookHead, Vec<Complaint>> {
    let read = |records, log: &mut Log| heads::book(records, None, log);
    if let Some(book) = without_fault(source, plain::book(&source.text), read) {
        return Ok(book);
    }
    let mut log = Log::new(source);
    let (root, errors) = syntax::parse(source);
    let records = walk::book(root, &mut log);
    let book = heads::book(records, None, &mut log);
    syntax::finish(errors, log, book)
}

/// Reads a text that is plain and without fault. Where anything is wrong, the parser's way finds the words for it.
fn without_fault<R, T>(
    source: &Arc<Source>,
    plain: Option<R>,
    read: impl FnOnce(R, &mut Log) -> T,
) -> Option<T> {
    let mut log = Log::new(source);
    let value = read(plain?, &mut log);
    log.finish(value).ok()
}

/// Reads the fields of any file, whatever they mean.
pub fn read_fields(source: &Arc<Source>) -> Result<Vec<Field<'_>>, Vec<Complaint>> {
    let (root, errors) = syntax::parse(source);
    syntax::finish(errors, Log::new(source), walk::fields(root))
}

/// Tells where the parts of `book.toml` stand; nothing where it cannot be read.
pub fn places_of_book(source: &Arc<Source>) -> Option<HeadPlaces> {
    let mut places = HeadPlaces::default();
    let read = |records, log: &mut Log| heads::book(records, Some(&mut places), log);
    if without_fault(source, plain::book(&source.text), read).is_some() {
        return Some(places);
    }
    places = HeadPlaces::default();
    let mut log = Log::new(source);
    let (root, errors) = syntax::parse(source);
    let records = walk::book(root, &mut log);
    heads::book(records, Some(&mut places), &mut log);
    syntax::finish(errors, log, places).ok()
}
