//! Reads the book: all of it, or what a change needs.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::failure::Failure;
use super::names;
use super::origin::{Folder, Origin, Texts};
use super::root::{self, Root};
use super::survey::{self, Form, Found};
use crate::complaint::{self, Complaint, Source};
use crate::domain::book::{Book, BookHead};
use crate::domain::ledger::{Head, Ledger};
use crate::domain::problem::Problem;
use crate::formats::record::{Located, Places};
use crate::formats::share::share;
use crate::formats::{table, text, toml};

/// A book with the places where its parts stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// What it says.
    pub book: Book,
    /// The text of its own head.
    pub head: Arc<Source>,
    /// The texts of its ledgers, in the order of the book's.
    pub ledgers: Vec<StoredLedger>,
}

/// How a ledger is kept, and the places where its parts stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLedger {
    /// Its form.
    pub form: Form,
    /// The text of its head.
    pub head: Arc<Source>,
    /// The places of its problems, in the order of the ledger's.
    pub places: Vec<Places>,
}

impl Stored {
    /// Returns the places of a problem.
    pub fn places(&self, ledger: &str, no: u32) -> Option<&Places> {
        let at = self.book.ledgers.iter().position(|known| known.name == ledger)?;
        let problems = &self.book.ledgers[at].problems;
        let problem = problems.binary_search_by_key(&no, |problem| problem.no).ok()?;
        self.ledgers.get(at)?.places.get(problem)
    }
}

impl Root {
    /// Reads the whole book, each file once. Complains about all files together.
    pub fn read(&self) -> Result<Stored, Failure> {
        Origin::from(self).read()
    }
}

impl Origin<'_> {
    /// Reads the whole book, each file once. Complains about all files together.
    pub fn read(self) -> Result<Stored, Failure> {
        let (found, complaints) = survey::ledgers(self)?;
        let (head, ledgers) = self.gather(found, complaints, &NONE, |located| located)?;
        let mut stored = Stored {
            book: Book::default(),
            head: head.source,
            ledgers: Vec::with_capacity(ledgers.len()),
        };
        stored.book.head = head.value;
        for Gathered { name, form, head, problems } in ledgers {
            let (problems, places) =
                problems.into_iter().map(|located| (located.value, located.places)).unzip();
            stored.book.ledgers.push(Ledger { name, head: head.value, problems });
            stored.ledgers.push(StoredLedger { form, head: head.source, places });
        }
        Ok(stored)
    }

    /// Reads the whole book without its texts and places: what commands need that only ask.
    pub fn book(self) -> Result<Book, Failure> {
        self.book_without(&NONE)
    }

    /// Reads the book's head, and that of a ledger where there is one of this name; no problem is read for it.
    pub fn heads(self, ledger: Option<&str>) -> Result<(BookHead, Option<Head>), Failure> {
        let forms = [Form::Folder, Form::Table];
        let form =
            ledger.and_then(|name| forms.into_iter().find(|form| self.has(&form.head(name))));
        let found = ledger.zip(form).map(|(name, form)| Found::without_files(name, form));
        let own = found.as_ref().map(|found| found.form.head(&found.name));
        let texts = self.texts(|name| name == root::HEAD || Some(name) == own.as_deref())?;
        let mut reader = Reader { texts, complaints: Vec::new(), skipped: &NONE };
        let book = reader.book_head()?;
        let head = found.map_or(Ok(None), |found| reader.head(&found))?;
        let book = reader.finish(book)?;
        Ok((book.value, head.map(|head| head.value)))
    }

    /// Reads the book but for the problems in these files, which are named from the book's folder.
    pub(super) fn book_without(self, skipped: &BTreeSet<String>) -> Result<Book, Failure> {
        let (found, complaints) = survey::ledgers(self)?;
        self.book_of(found, complaints, skipped)
    }

    /// Reads a book of these ledgers, of which this is to be complained anyway.
    pub(super) fn book_of(
        self,
        found: Vec<Found>,
        complaints: Vec<Complaint>,
        skipped: &BTreeSet<String>,
    ) -> Result<Book, Failure> {
        let keep = |located: Located<Problem>| located.value;
        let (head, ledgers) = self.gather(found, complaints, skipped, keep)?;
        let ledgers = ledgers.into_iter().map(|Gathered { name, head, problems, .. }| Ledger {
            name,
            head: head.value,
            problems,
        });
        Ok(Book { head: head.value, ledgers: ledgers.collect() })
    }

    /// Reads the heads, and of each problem what is to be kept.
    fn gather<T: Send>(
        self,
        found: Vec<Found>,
        complaints: Vec<Complaint>,
        skipped: &BTreeSet<String>,
        keep: fn(Located<Problem>) -> T,
    ) -> Result<(Headed<BookHead>, Vec<Gathered<T>>), Failure> {
        let texts = self.texts(|name| !skipped.contains(name))?;
        let mut reader = Reader { texts, complaints, skipped };
        let head = reader.book_head()?;
        let mut ledgers = Vec::new();
        for found in found {
            let head = reader.head(&found)?;
            let mut problems = reader.files(&found.name, &found.files, keep)?;
            let rows = reader.table(&found)?.into_iter().flat_map(|table| table.problems);
            problems.extend(rows.map(keep));
            let Found { name, form, .. } = found;
            ledgers.extend(head.map(|head| Gathered { name, form, head, problems }));
        }
        Ok((reader.finish(head)?, ledgers))
    }
}

/// A ledger, with what is kept of its problems.
struct Gathered<T> {
    name: String,
    form: Form,
    head: Headed<Head>,
    problems: Vec<T>,
}

/// A head and its text.
#[derive(Debug)]
pub(super) struct Headed<T> {
    pub value: T,
    pub source: Arc<Source>,
}

/// A ledger's table.
#[derive(Debug)]
pub(super) struct Table {
    pub source: Arc<Source>,
    pub problems: Vec<Located<Problem>>,
}

/// Reads files and collects what is wrong with them.
pub(super) struct Reader<'a> {
    texts: Texts<'a>,
    complaints: Vec<Complaint>,
    /// Files of problems that are not read.
    skipped: &'a BTreeSet<String>,
}

/// So many files are worth the way to another thread: about a millisecond of work.
const PORTION: usize = 64;

/// Nothing is left out.
static NONE: BTreeSet<String> = BTreeSet::new();

impl<'a> Reader<'a> {
    pub(super) fn new(root: &'a Root) -> Self {
        Self { texts: Texts::Disk(root), complaints: Vec::new(), skipped: &NONE }
    }

    /// Ends the reading: with the value, or with all complaints in the order in which a person mends them.
    pub(super) fn finish<T>(mut self, value: Option<T>) -> Result<T, Failure> {
        complaint::sort(&mut self.complaints);
        match value {
            Some(value) if self.complaints.is_empty() => Ok(value),
            _ => Err(Failure::Complaints(self.complaints)),
        }
    }

    pub(super) fn book_head(&mut self) -> Result<Option<Headed<BookHead>>, Failure> {
        let source = self.source(root::HEAD)?;
        Ok(source.and_then(|source| {
            let value = match self.texts.known_head(&source.text) {
                Some(head) => head.clone(),
                None => self.keep(toml::read_book(&source))?,
            };
            Some(Headed { value, source })
        }))
    }

    pub(super) fn head(&mut self, found: &Found) -> Result<Option<Headed<Head>>, Failure> {
        let name = found.form.head(&found.name);
        let source = if found.head { self.source(&name)? } else { None };
        Ok(source.and_then(|source| {
            Some(Headed { value: self.keep(toml::read_head(&source))?, source })
        }))
    }

    /// Reads problems that have files of their own, on all cores, and returns what is to be kept of them.
    pub(super) fn files<T: Send>(
        &mut self,
        ledger: &str,
        numbers: &[u32],
        keep: impl Fn(Located<Problem>) -> T + Sync,
    ) -> Result<Vec<T>, Failure> {
        let mut kept = Vec::with_capacity(numbers.len());
        let portion = |numbers: &[u32]| self.portion(ledger, numbers, &keep);
        for portion in share(numbers.chunks(PORTION), portion) {
            let (problems, complaints) = portion?;
            kept.extend(problems);
            self.complaints.extend(complaints);
        }
        Ok(kept)
    }

    fn portion<T>(
        &self,
        ledger: &str,
        numbers: &[u32],
        keep: impl Fn(Located<Problem>) -> T,
    ) -> Result<(Vec<T>, Vec<Complaint>), Failure> {
        let mut problems = Vec::with_capacity(numbers.len());
        let complaints = self.each(ledger, numbers, |located| problems.push(keep(located)))?;
        Ok((problems, complaints))
    }

    /// Reads problems that have files of their own, one after the other, and returns what there is to complain of.
    pub(super) fn each(
        &self,
        ledger: &str,
        numbers: &[u32],
        mut take: impl FnMut(Located<Problem>),
    ) -> Result<Vec<Complaint>, Failure> {
        let mut complaints = Vec::new();
        let mut folder = Folder::new(&self.texts, ledger);
        for &no in numbers {
            let name = Form::Folder.file(ledger, no);
            if self.skipped.contains(&name) {
                continue;
            }
            let source = text::decode(&self.texts.shown(&name), folder.bytes(&name)?);
            match source.and_then(|source| toml::read_problem(&Arc::new(source), no)) {
                Ok(located) => take(located),
                Err(more) => complaints.extend(more),
            }
        }
        Ok(complaints)
    }

    /// Reads a ledger's table, if it is kept as one: its text, and its problems by number.
    pub(super) fn table(&mut self, found: &Found) -> Result<Option<Table>, Failure> {
        let name = names::path_of_table(&found.name);
        if found.form == Form::Folder || self.skipped.contains(&name) {
            return Ok(None);
        }
        let source = self.source(&name)?;
        Ok(source.and_then(|source| {
            let mut problems = self.keep(table::read(&source))?;
            problems.sort_by_key(|problem| problem.value.no);
            Some(Table { source, problems })
        }))
    }

    /// Reads a file as text.
    pub(super) fn source(&mut self, name: &str) -> Result<Option<Arc<Source>>, Failure> {
        let bytes = self.texts.bytes(name)?;
        let decoded = text::decode(&self.texts.shown(name), &bytes);
        Ok(self.keep(decoded).map(Arc::new))
    }

    fn keep<T>(&mut self, read: Result<T, Vec<Complaint>>) -> Option<T> {
        read.map_err(|complaints| self.complaints.extend(complaints)).ok()
    }
}
