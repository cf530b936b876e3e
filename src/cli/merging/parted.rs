//! Two problems that had one number, and of which one has another number by now.

use std::sync::Arc;

use super::Kind;
use crate::cli::failure::Unreadable;
use crate::complaint::Source;
use crate::domain::id::Id;
use crate::domain::problem::Problem;
use crate::formats::{table, text, toml};
use crate::merge::{Clash, Conflict};
use crate::render::words::Trouble;
use crate::store::{Form, Root};

/// Tells whether nothing stands against merging a file but numbers that were taken twice, and the problems of theirs that
/// took them have others by now.
pub(super) fn all(root: &Root, kind: &Kind, theirs: &[u8], troubles: &[Trouble]) -> bool {
    let (ledger, form) = match kind {
        Kind::Problem(ledger, _) => (ledger, Form::Folder),
        Kind::Table(ledger) => (ledger, Form::Table),
        _ => return false,
    };
    let is_parted = |trouble: &Trouble| {
        let Trouble::Clash(Conflict { no: Some(no), clash: Clash::SameNumber { .. }, .. }) =
            trouble
        else {
            return false;
        };
        let name = form.file(ledger, *no);
        let problem = problems(root, &name, theirs, form, *no);
        let problem = problem.ok().and_then(|all| all.into_iter().find(|it| it.no == *no));
        problem.is_some_and(|problem| has_other_number(root, ledger, form, &problem))
    };
    !troubles.is_empty() && troubles.iter().all(is_parted)
}

/// Tells whether a problem stands in the ledger under another number, and says which one it had.
pub(super) fn has_other_number(root: &Root, ledger: &str, form: Form, problem: &Problem) -> bool {
    let id = Id::of_problem(ledger, problem.no).to_string();
    let is_it = |other: &Problem| other.former.contains(&id) && are_one(other, problem);
    let read = |name: &str, no: u32| {
        let bytes = root.bytes(name).ok().flatten()?;
        problems(root, name, &bytes, form, no).ok()
    };
    if form == Form::Table {
        let all = read(&form.file(ledger, 0), 0);
        return all.is_some_and(|all| all.iter().any(is_it));
    }
    let behind = root.next_number(ledger, problem.no).unwrap_or(problem.no);
    (1..behind)
        .filter(|no| *no != problem.no)
        .any(|no| read(&form.file(ledger, no), no).is_some_and(|all| all.iter().any(is_it)))
}

/// Tells whether two versions are of one problem: it kept its title, or an entry.
pub(super) fn are_one(one: &Problem, other: &Problem) -> bool {
    let keys = |entry| other.entries.iter().any(|it| it.key == entry);
    one.title == other.title || one.entries.iter().any(|entry| keys(entry.key))
}

/// Reads the problems of a file: the one of this number, or those of a table.
pub(super) fn problems(
    root: &Root,
    name: &str,
    bytes: &[u8],
    form: Form,
    no: u32,
) -> Result<Vec<Problem>, Unreadable> {
    let source = source(root, name, bytes)?;
    let read = match form {
        Form::Folder => toml::read_problem(&source, no).map(|read| vec![read.value]),
        Form::Table => table::read(&source).map(|all| all.into_iter().map(|it| it.value).collect()),
    };
    read.map_err(Unreadable)
}

/// The text of a file of the book.
pub(super) fn source(root: &Root, name: &str, bytes: &[u8]) -> Result<Arc<Source>, Unreadable> {
    text::decode(&root.shown(name), bytes).map(Arc::new).map_err(Unreadable)
}
