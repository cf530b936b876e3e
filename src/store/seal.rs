//! What a book says, as a fingerprint: the same whether its ledgers are folders or tables, and however they are laid out.

use super::evidence::sha256_of;
use super::snapshot::{Snapshot, repository};
use super::{Failure, Moment, Root};
use crate::domain::book::Book;
use crate::formats::toml;

/// The SHA-256 of a book's canonical form: its head, then each ledger by name with its head and its problems by number, each
/// as the program itself writes it, behind a line that names it.
pub fn digest(book: &Book) -> String {
    let mut parts = vec![("book.toml".to_owned(), toml::write_book(&book.head))];
    for ledger in &book.ledgers {
        parts.push((ledger.name.clone(), toml::write_head(&ledger.head)));
        let name = |no: u32| format!("{}/{no}", ledger.name);
        let problems = ledger.problems.iter();
        parts.extend(problems.map(|problem| (name(problem.no), toml::write_problem(problem))));
    }
    let text: String =
        parts.iter().flat_map(|(name, text)| ["# ", name, "\n", text.as_str()]).collect();
    sha256_of(text.as_bytes())
}

/// Returns the book as this commit has it, if the history that leads to HEAD contains the commit.
pub fn in_history(root: &Root, commit: &str) -> Result<Option<Snapshot>, Failure> {
    let repository = repository(root)?;
    if repository.commit(commit)?.is_none() || !repository.is_in_history(commit)? {
        return Ok(None);
    }
    Snapshot::open(root, &Moment::Revision(commit.to_owned())).map(Some)
}
