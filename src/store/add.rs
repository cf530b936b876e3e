//! Adds problems: finds their numbers under the lock, and writes a file each, or rows of the table.

use std::fs;
use std::sync::Arc;

use super::change::refusal;
use super::check::problem_text;
use super::failure::Failure;
use super::known;
use super::lock::Lock;
use super::names;
use super::numbers;
use super::read::{Reader, Table};
use super::root::Root;
use super::survey::{self, Form};
use crate::complaint::{Doing, Source};
use crate::domain::book::Book;
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::domain::twin::is_twin;
use crate::formats::record::Located;
use crate::formats::table;

/// So many of the newest problems are looked at for one that says the same: who enters it again has just done so.
const NEWEST: usize = 20;

/// The key under which a problem keeps the request that entered it.
const KEY: &[u8] = b"request";

/// What came of entering a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entered {
    /// It was added.
    Added(Added),
    /// The problem of this number says the same; nothing was written.
    Twin(u32),
    /// The problem of this number was entered by this very request; nothing was written.
    Known(u32),
}

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
        let problems = make(&place.book, place.next)?;
        Ok(self.add_at(ledger, &place, problems)?)
    }

    /// Adds a problem to a ledger, unless that was just done, or was done by this request.
    ///
    /// `make` is given what [`Lock::add`] gives it.
    pub fn enter<E: From<Failure>>(
        &self,
        ledger: &str,
        request: Option<&str>,
        make: impl FnOnce(&Book, u32) -> Result<Problem, E>,
    ) -> Result<Entered, E> {
        let place = Place::read(self.root(), ledger)?;
        if let Some(no) = place.asked_by(self.root(), ledger, request)? {
            return Ok(Entered::Known(no));
        }
        let problem = make(&place.book, place.next)?;
        if let Some(twin) = place.newest().find(|known| is_twin(&problem, known)) {
            return Ok(Entered::Twin(twin.no));
        }
        Ok(Entered::Added(self.add_at(ledger, &place, vec![problem])?))
    }

    fn add_at(
        &self,
        ledger: &str,
        place: &Place,
        mut problems: Vec<Problem>,
    ) -> Result<Added, Failure> {
        number(&mut problems, place.next)?;
        let files = match &place.table {
            None => self.add_files(ledger, &problems)?,
            Some(table) => vec![self.add_rows(ledger, &table.source, &problems)?],
        };
        Ok(Added { problems, files })
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
        problems: &[Problem],
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
    table: Option<Table>,
    next: u32,
    /// The numbers of the problems that have files of their own.
    files: Vec<u32>,
    /// Those of them that were entered last.
    newest: Vec<Located<Problem>>,
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
        let numbers: Vec<_> = highest.chain(found.files.iter().copied()).collect();
        known::no_file_lost(root, ledger, &numbers)?;
        if let Some(table) = &table {
            let name = names::path_of_table(ledger);
            known::nothing_lost(root, &Book::default(), [(&name, &table.source)].into_iter())?;
        }
        let next = numbers::next(root, ledger, numbers.iter().copied().max().unwrap_or(0))?;
        let files = found.files;
        let last = files.get(files.len().saturating_sub(NEWEST)..).unwrap_or_default();
        let newest = Reader::new(root).files(ledger, last).unwrap_or_default();
        let ledger = Ledger { name: found.name, head: head.value, problems: Vec::new() };
        let book = Book { head: book.value, ledgers: vec![ledger] };
        Ok(Self { book, table, next, files, newest })
    }

    /// The problems that were entered last.
    fn newest(&self) -> impl Iterator<Item = &Problem> {
        let rows = self.table.iter().flat_map(|table| table.problems.iter().rev().take(NEWEST));
        rows.chain(&self.newest).map(|located| &located.value)
    }

    /// The problem that was entered by a request, if any was.
    fn asked_by(
        &self,
        root: &Root,
        ledger: &str,
        request: Option<&str>,
    ) -> Result<Option<u32>, Failure> {
        let Some(request) = request else { return Ok(None) };
        let is_it = |known: &Problem| known.request.as_deref() == Some(request);
        let rows = self.table.iter().flat_map(|table| &table.problems);
        if let Some(known) = rows.map(|row| &row.value).find(|known| is_it(known)) {
            return Ok(Some(known.no));
        }
        for &no in self.files.iter().rev() {
            let name = Form::Folder.file(ledger, no);
            let bytes = fs::read(root.path(&name)).map_err(root.io(Doing::Read, &name))?;
            // The key is in few files; only those are read as what they are.
            let has_key = bytes.windows(KEY.len()).any(|window| window == KEY);
            let read = |no| Reader::new(root).files(ledger, &[no]).ok()?.pop();
            if has_key && read(no).is_some_and(|known| is_it(&known.value)) {
                return Ok(Some(no));
            }
        }
        Ok(None)
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
