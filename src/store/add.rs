//! Adds problems: finds their numbers under the lock, and writes a file each, or rows of the table.

use std::fs;
use std::sync::Arc;

use super::change::refusal;
use super::check::problem_text;
use super::failure::Failure;
use super::known;
use super::listed;
use super::lock::Lock;
use super::names;
use super::numbers;
use super::opened::Table;
use super::read::Reader;
use super::root::Root;
use super::survey::{self, Form, Found};
use crate::complaint::{Doing, Source};
use crate::domain::book::Book;
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::domain::twin::is_twin;
use crate::formats::table;

/// So many of the newest problems are looked at for one that says the same: who enters it again has just done so.
const NEWEST: usize = 20;

/// So far below the highest number the newest are looked for where the folder is not listed: some numbers may be gone.
const REACH: u32 = 64;

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
        let place = Place::read(self, ledger, Wanted::Newest)?;
        let problems = make(&place.book, place.next()?)?;
        Ok(self.add_at(ledger, place, problems)?)
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
        let wanted = if request.is_some() { Wanted::All } else { Wanted::Newest };
        let place = Place::read(self, ledger, wanted)?;
        if let Some(no) = place.asked_by(self.root(), ledger, request)? {
            return Ok(Entered::Known(no));
        }
        let problem = make(&place.book, place.next()?)?;
        if let Some(twin) = place.newest().find(|known| is_twin(&problem, known)) {
            return Ok(Entered::Twin(twin.no));
        }
        Ok(Entered::Added(self.add_at(ledger, place, vec![problem])?))
    }

    fn add_at(
        &self,
        ledger: &str,
        place: Place,
        mut problems: Vec<Problem>,
    ) -> Result<Added, Failure> {
        number(&mut problems, place.next()?)?;
        let files = match place.table {
            None => self.add_files(ledger, &problems)?,
            Some(table) => vec![self.add_rows(ledger, table, &problems)?],
        };
        Ok(Added { problems, files })
    }

    /// Adds problems that have their numbers, all or none: those after the highest that the ledger has.
    pub fn take_in(&self, ledger: &str, problems: Vec<Vec<Problem>>) -> Result<(), Failure> {
        let place = Place::read(self, ledger, Wanted::Whole)?;
        let next = place.next()?;
        let first = problems.iter().flatten().next().map(|problem| problem.no);
        if first.is_some_and(|first| first != next) {
            // The lock was held all the while: somebody wrote without it.
            let path = self.root().shown(&names::path_of_table(ledger));
            return Err(Failure::Changed { path });
        }
        match &place.table {
            None => {
                let problems: Vec<_> = problems.into_iter().flatten().collect();
                self.add_files(ledger, &problems).map(|_| ())
            }
            Some(table) => self.take_in_rows(ledger, table, problems),
        }
    }

    pub(super) fn add_files(
        &self,
        ledger: &str,
        problems: &[Problem],
    ) -> Result<Vec<String>, Failure> {
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
        mut table: Table,
        problems: &[Problem],
    ) -> Result<String, Failure> {
        let name = names::path_of_table(ledger);
        let append = |old: &Arc<Source>| {
            let text = table::append_problems(old, vec![problems.to_vec()])?;
            Ok(Arc::new(Source { path: old.path.clone(), text, ..Source::default() }))
        };
        let grown = table.text.grow(append);
        grown.map_err(|refused| refusal(self.root(), ledger, &name, refused))?;
        self.replace(&name, table.text.read(), table.text.written())?;
        Ok(name)
    }

    fn take_in_rows(
        &self,
        ledger: &str,
        table: &Table,
        problems: Vec<Vec<Problem>>,
    ) -> Result<(), Failure> {
        let name = names::path_of_table(ledger);
        let new = table::append_problems(&table.text.old, problems)
            .map_err(|refused| refusal(self.root(), ledger, &name, refused))?;
        self.replace(&name, table.text.read(), new.as_bytes())
    }
}

/// What is wanted of the problems that a ledger has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Those that were entered last, for one more.
    Newest,
    /// All of them, for one that may have been entered by a request.
    All,
    /// The table as a whole, for many more.
    Whole,
}

/// Where problems are added.
struct Place {
    book: Book,
    table: Option<Table>,
    /// The highest number that is known anywhere.
    highest: u32,
    /// The numbers of the problems that have files of their own.
    files: Vec<u32>,
    /// Those of them that were entered last.
    newest: Vec<Problem>,
}

impl Place {
    /// Reads the heads, and the table where there is one; of a folder the names are enough, and where nobody has changed it
    /// since the last write not even those, unless all its files are wanted.
    fn read(lock: &Lock, ledger: &str, wanted: Wanted) -> Result<Self, Failure> {
        let root = lock.root();
        let heads = numbers::heads(root);
        let told = heads.as_deref().and_then(|heads| lock.listed.highest(root, ledger, heads));
        if let Some(highest) = told.filter(|_| wanted != Wanted::All) {
            let newest = highest.saturating_sub(REACH)..=highest;
            if let Some(found) = survey::known(lock, ledger, newest)? {
                return Self::of(lock, found, highest, wanted);
            }
        }
        let stamp = listed::stamp(root, ledger);
        let found = survey::ledger(root, ledger)?;
        let form = found.form;
        let place = Self::of(lock, found, 0, wanted)?;
        place.nothing_lost(root, ledger)?;
        let highest = numbers::highest(root, ledger, place.highest())?;
        if form == Form::Folder {
            lock.listed.note(ledger, stamp, highest, heads.as_deref());
        }
        Ok(Self { highest, ..place })
    }

    fn of(lock: &Lock, found: Found, highest: u32, wanted: Wanted) -> Result<Self, Failure> {
        let root = lock.root();
        let mut reader = Reader::new(root);
        let book = reader.book_head()?;
        let head = reader.head(&found)?;
        let newest = |all: &[u32]| all[all.len().saturating_sub(NEWEST)..].to_vec();
        let table = match wanted {
            Wanted::Newest => Table::open(lock, &mut reader, &found, newest)?,
            Wanted::All | Wanted::Whole => Table::whole(&mut reader, &found)?,
        };
        let (book, head) = reader.finish(book.zip(head))?;
        let files = found.files;
        let last = files.get(files.len().saturating_sub(NEWEST)..).unwrap_or_default();
        let newest = Reader::new(root).files(&found.name, last, |located| located.value);
        let newest = newest.unwrap_or_default();
        let ledger = Ledger { name: found.name, head: head.value, problems: Vec::new() };
        let book = Book { head: book.value, ledgers: vec![ledger] };
        Ok(Self { book, table, highest, files, newest })
    }

    fn numbers(&self) -> impl Iterator<Item = u32> {
        let rows = self.table.iter().flat_map(|table| &table.numbers);
        rows.chain(&self.files).copied()
    }

    fn highest(&self) -> u32 {
        self.numbers().max().unwrap_or(0)
    }

    fn next(&self) -> Result<u32, Failure> {
        self.highest.checked_add(1).ok_or(Failure::NoNumberLeft)
    }

    /// Stops where the last commit has something that is not there any more.
    fn nothing_lost(&self, root: &Root, ledger: &str) -> Result<(), Failure> {
        known::no_file_lost(root, ledger, &self.numbers().collect())?;
        let Some(table) = &self.table else { return Ok(()) };
        let name = names::path_of_table(ledger);
        known::nothing_lost(root, &Book::default(), [(&name, table.text.read())].into_iter())
    }

    /// The problems that were entered last.
    fn newest(&self) -> impl Iterator<Item = &Problem> {
        let rows = self.table.iter().flat_map(|table| table.problems.iter().rev().take(NEWEST));
        rows.map(|row| &row.value).chain(&self.newest)
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
            let read = |no| Reader::new(root).files(ledger, &[no], |it| it.value).ok()?.pop();
            if has_key && read(no).is_some_and(|known| is_it(&known)) {
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
