//! What git's last commit has of the files that are written to: none of it may be gone.
//!
//! A half-saved file often reads well, and an old copy saved over a newer one always does. Who goes on writing to it makes
//! the loss final. So a command stops where the last commit has something that the file has not; who means it commits it
//! first, which is what git is for. While a merge is under way this is not asked: the last commit is only one of two sides.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::compare::compare;
use super::edit::Opening;
use super::failure::Failure;
use super::names::{self, Meaning};
use super::root::Root;
use super::snapshot::{Moment, Snapshot};
use super::survey::Form;
use crate::complaint::Source;
use crate::domain::book::Book;
use crate::domain::lost::lost;
use crate::domain::problem::Problem;
use crate::domain::subject::Part;
use crate::formats::table::columns;
use crate::formats::table::rows::{Rows, value};
use crate::formats::{text, toml};
use crate::git::{Object, Repository};

/// Something that the last commit has and the book has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The file, as the user would type it.
    pub path: String,
    /// The problem's ledger and number.
    pub problem: (String, u32),
    /// Which part of it.
    pub part: Part,
}

/// Stops where these files, which are about to be written to, lack something that the last commit has.
pub(super) fn nothing_lost<'a>(
    root: &Root,
    book: &Book,
    files: impl Iterator<Item = (&'a String, &'a [u8])>,
) -> Result<(), Failure> {
    let files: Vec<_> = files.collect();
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    let committed = in_head(root, &names);
    let mut gone = Vec::new();
    for ((name, now), then) in files.into_iter().zip(committed) {
        let Some(Object::Blob(then)) = then else { continue };
        // What only grew has lost nothing.
        if now.starts_with(&then) {
            continue;
        }
        // What nobody could read then is no measure of now.
        let Ok(then) = text::decode("", &then) else { continue };
        for (problem, part) in of_file(book, name, now, then) {
            gone.push(Gone { path: root.shown(name), problem, part });
        }
    }
    if gone.is_empty() { Ok(()) } else { Err(Failure::Gone(gone)) }
}

/// Stops where a ledger's folder lacks the file of a problem that the last commit has.
pub(super) fn no_file_lost(
    root: &Root,
    ledger: &str,
    numbers: &BTreeSet<u32>,
) -> Result<(), Failure> {
    let mut committed = in_head(root, &[ledger]);
    let Some(Some(Object::Tree(files))) = committed.pop() else { return Ok(()) };
    let gone = files.iter().filter_map(|name| Some((name, names::number(name)?)));
    let gone = gone.filter(|(_, no)| !numbers.contains(no)).map(|(name, no)| Gone {
        path: root.shown(&format!("{ledger}/{name}")),
        problem: (ledger.to_owned(), no),
        part: Part::Problem,
    });
    let gone: Vec<_> = gone.collect();
    if gone.is_empty() { Ok(()) } else { Err(Failure::Gone(gone)) }
}

/// The repository whose last commit holds what may not be gone: not while a merge is under way.
fn repository(root: &Root) -> Option<Repository> {
    Repository::at(root.folder()).filter(|repository| !repository.is_merging())
}

/// What the last commit has under these names. Without git, and where git cannot tell, nothing.
fn in_head(root: &Root, names: &[&str]) -> Vec<Option<Object>> {
    repository(root).and_then(|repository| repository.in_head(names).ok()).unwrap_or_default()
}

type Lost = Vec<((String, u32), Part)>;

fn of_file(book: &Book, name: &str, now: &[u8], then: Source) -> Lost {
    match names::meaning(name) {
        Some(Meaning::Problem(ledger, no)) => {
            let old = toml::read_problem(&Arc::new(then), no);
            let new = book.ledger(&ledger).and_then(|it| it.problem(no));
            let Some((old, new)) = old.ok().zip(new) else { return Vec::new() };
            let parts = lost(&old.value, new).into_iter();
            parts.map(|part| ((ledger.clone(), no), part)).collect()
        }
        Some(Meaning::Table(ledger)) => {
            let now = String::from_utf8_lossy(now);
            let (old, new) = (identities(&then.text), identities(&now));
            let gone = old.difference(&new).cloned();
            gone.map(|(no, part)| ((ledger.clone(), no), part)).collect()
        }
        _ => Vec::new(),
    }
}

/// What the rows of a table are of. Not strict: who cannot read it is told so elsewhere.
fn identities(text: &str) -> BTreeSet<(u32, Part)> {
    let mut rows = Rows::new(text, b',');
    let Some(header) = rows.next() else { return BTreeSet::new() };
    let names = header.cells.iter().map(|cell| columns::known(value(text, cell).trim()));
    let names: Vec<_> = names.collect();
    rows.filter_map(|row| {
        let cell = |name: &str| {
            let place = names.iter().position(|known| *known == Some(name))?;
            Some(value(text, row.cells.get(place)?).trim().to_owned())
        };
        let record = cell("record")?;
        let record = columns::to_english("record", &record).map_or(record, Cow::into_owned);
        let part = match record.as_str() {
            "problem" => Part::Problem,
            "measure" => Part::Measure(cell("measure")?.parse().ok()?),
            "indicator" => Part::Indicator(cell("name")?),
            "entry" => Part::Entry(cell("key")?.parse().ok()?),
            _ => return None,
        };
        Some((cell("no")?.parse().ok()?, part))
    })
    .collect()
}

impl Root {
    /// Returns the files of a change that is under way or was cut off, as the user would type them.
    pub fn unfinished(&self) -> Vec<String> {
        super::write::unfinished(self)
    }

    /// Returns the problems of a file as the last commit has them, also while a merge is under way: none where it has no such
    /// file or what it has cannot be read; nothing without git.
    pub fn committed(&self, opening: &Opening) -> Result<Option<Vec<Problem>>, Failure> {
        let Some(repository) = Repository::at(self.folder()) else { return Ok(None) };
        let mut committed = repository.in_head(&[&opening.name])?;
        let Some(Some(Object::Blob(bytes))) = committed.pop() else { return Ok(Some(Vec::new())) };
        let problems = opening.read(&bytes).unwrap_or_default();
        Ok(Some(problems.into_iter().map(|located| located.value).collect()))
    }

    /// Returns all that the last commit has and the book, as it is read, has not.
    pub fn gone(&self) -> Result<Vec<Gone>, Failure> {
        let head = repository(self).map(|_| Snapshot::open(self, &Moment::Revision("HEAD".into())));
        // No commit yet, or none that has the book.
        let Some(Ok(head)) = head else { return Ok(Vec::new()) };
        let (old, new) = compare((&head).into(), self.into(), false)?;
        let mut gone = Vec::new();
        for ledger in &old.ledgers {
            for problem in &ledger.problems {
                let now = new.ledger(&ledger.name).and_then(|it| it.problem(problem.no));
                let parts = now.map_or_else(|| vec![Part::Problem], |now| lost(problem, now));
                gone.extend(parts.into_iter().map(|part| Gone {
                    path: self.shown(&file_of(&head, &ledger.name, problem.no)),
                    problem: (ledger.name.clone(), problem.no),
                    part,
                }));
            }
        }
        Ok(gone)
    }
}

/// The file in which a commit has a problem.
fn file_of(head: &Snapshot, ledger: &str, no: u32) -> String {
    let own = Form::Folder.file(ledger, no);
    if head.hash(&own).is_some() { own } else { Form::Table.file(ledger, no) }
}

#[cfg(test)]
mod tests {
    use super::identities;
    use crate::domain::subject::Part;

    #[test]
    fn rows_are_known_in_either_language() {
        let en = identities("record,no,measure,key,name\nproblem,1,,,\nentry,1,,k7q2m9,\n");
        let zh = identities("记录,编号,措施号,记录码\n问题,1,,\n记事,1,,k7q2m9\n措施,1,2,\n");
        assert!(en.is_subset(&zh));
        assert_eq!(zh.difference(&en).collect::<Vec<_>>(), [&(1, Part::Measure(2))]);
        let named = identities("记录,编号,指标\n指标,1,签约率\n");
        assert_eq!(named.into_iter().collect::<Vec<_>>(), [(1, Part::Indicator("签约率".into()))]);
    }
}
