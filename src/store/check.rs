//! New texts, read again before anybody writes them: what is read must be what was meant.

use std::sync::Arc;

use super::failure::Failure;
use super::root::Root;
use crate::complaint::{Complaint, Source};
use crate::domain::book::Lang;
use crate::domain::problem::Problem;
use crate::formats::{table, text, toml};

/// Writes a problem as a text of its own.
pub(super) fn problem_text(root: &Root, name: &str, problem: &Problem) -> Result<String, Failure> {
    let new = toml::write_problem(problem);
    let read = |source| Ok(toml::read_problem(&source, problem.no)?.value);
    same(root, name, new, read, problem)
}

/// Writes problems as a table.
pub(super) fn table_text(
    root: &Root,
    name: &str,
    problems: &[Problem],
    lang: Lang,
) -> Result<String, Failure> {
    let new = table::write(problems, lang);
    let read = |source: Arc<Source>| {
        let rows = table::read(&source)?;
        Ok(rows.into_iter().map(|row| row.value).collect::<Vec<_>>())
    };
    same(root, name, new, read, problems)
}

/// Returns the text if it can be read and says what it should.
pub(super) fn same<T: PartialEq<U>, U: ?Sized>(
    root: &Root,
    name: &str,
    new: String,
    read: impl FnOnce(Arc<Source>) -> Result<T, Vec<Complaint>>,
    meant: &U,
) -> Result<String, Failure> {
    let path = root.shown(name);
    let decoded = text::decode(&path, new.as_bytes()).map(Arc::new);
    let read_again = decoded.and_then(read);
    if read_again.is_ok_and(|read| read == *meant) {
        Ok(new)
    } else {
        Err(Failure::SelfCheck { path })
    }
}
