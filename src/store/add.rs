//! Adds problems: finds their numbers under the lock, and writes a file each, or rows of the table.

use std::sync::Arc;

use super::change::refusal;
use super::check::problem_text;
use super::failure::Failure;
use super::lock::Lock;
use super::names;
use super::numbers;
use super::read::Reader;
use super::root::Root;
use super::survey::{self, Form};
use crate::complaint::Source;
use crate::domain::book::Book;
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::formats::table;

/// What was added, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The problems, with their numbers.
    pub problems: Vec<Problem>,
    /// The names of the files written.
    pub files: Vec<String>,
}

impl Lock {
    /// Adds problems to a ledger, all or none.
    ///
    /// `make` is given the book's head and the ledger's as they are now, without problems, and the number that the
    /// first new problem gets; those after it get the next ones. What it refuses ends the whole.
    pub fn add<E: From<Failure>>(
        &self,
        ledger: &str,
        make: impl FnOnce(&Book, u32) -> Result<Vec<Problem>, E>,
    ) -> Result<Added, E> {
        let place = Place::read(self.root(), ledger)?;
        let mut problems = make(&place.book, place.next)?;
        number(&mut problems, place.next)?;
        let files = match &place.table {
            None => self.add_files(ledger, &problems)?,
            Some(table) => {
                vec![self.add_rows(ledger, table, vec![problems.clone()])?]
            }
        };
        Ok(Added { problems, files })
    }

    /// Adds problems that have their numbers, all or none: those after the highest that the ledger has.
    pub fn take_in(&self, ledger: &str, problems: Vec<Vec<Problem>>) -> Result<(), Failure> {
        let place = Place::read(self.root(), ledger)?;
        let first = problems.iter().flatten().next().map(|problem| problem.no);
        if first.is_some_and(|first| first != place.next) {
            // The lock was held all the while: somebody wrote without it.
            let path = self.root().shown(&names::path_of_table(ledger));
            return Err(Failure::Changed { path });
        }
        match &place.table {
            None => {
                let problems: Vec<_> = problems.into_iter().flatten().collect();
                self.add_files(ledger, &problems).map(|_| ())
            }
            Some(table) => self.add_rows(ledger, table, problems).map(|_| ()),
        }
    }

    fn add_files(&self, ledger: &str, problems: &[Problem]) -> Result<Vec<String>, Failure> {
        let texts = problems.iter().enumerate().map(|(done, problem)| {
            self.watcher.tell(done, problems.len());
            let name = Form::Folder.file(ledger, problem.no);
            let text = problem_text(self.root(), &name, problem)?;
            Ok((name, text))
        });
        let texts: Vec<_> = texts.collect::<Result<_, Failure>>()?;
        self.create_all(&texts)?;
        Ok(texts.into_iter().map(|(name, _)| name).collect())
    }

    fn add_rows(
        &self,
        ledger: &str,
        old: &Arc<Source>,
        problems: Vec<Vec<Problem>>,
    ) -> Result<String, Failure> {
        let name = names::path_of_table(ledger);
        let new = table::append_problems(old, problems)
            .map_err(|refused| refusal(self.root(), ledger, &name, refused))?;
        self.replace(&name, old.text.as_bytes(), new.as_bytes())?;
        Ok(name)
    }
}

/// Where problems are added.
struct Place {
    book: Book,
    table: Option<Arc<Source>>,
    next: u32,
}

impl Place {
    /// Reads the heads, and the table where there is one; of a folder the names are enough.
    fn read(root: &Root, ledger: &str) -> Result<Self, Failure> {
        let found = survey::ledger(root, ledger)?;
        let mut reader = Reader::new(root);
        let book = reader.book_head()?;
        let head = reader.head(&found)?;
        let table = reader.table(&found)?;
        let (book, head) = reader.finish(book.zip(head))?;
        let highest = table.iter().flat_map(|table| &table.problems).map(|row| row.value.no);
        let highest = highest.chain(found.files).max().unwrap_or(0);
        let next = numbers::next(root, ledger, highest)?;
        let ledger = Ledger { name: found.name, head: head.value, problems: Vec::new() };
        let book = Book { head: book.value, ledgers: vec![ledger] };
        Ok(Self { book, table: table.map(|table| table.source), next })
    }
}

fn number(problems: &mut [Problem], first: u32) -> Result<(), Failure> {
    let mut next = Some(first);
    for problem in problems {
        problem.no = next.ok_or(Failure::NoNumberLeft)?;
        next = problem.no.checked_add(1);
    }
    Ok(())
}
