//! What every command works with: where it runs, what it reads, where it writes.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use std::{fs, io};

use super::failure::{self, Stop, Unreadable};
use super::filter;
use super::guarding;
use super::options::Options;
use super::output;
use super::progress;
use super::surroundings::Surroundings;
use crate::complaint::Doing;
use crate::complaint::Source;
use crate::domain::book::{Book, Lang};
use crate::domain::day::Day;
use crate::domain::filter::Filter;
use crate::domain::id::Id;
use crate::domain::standing::{AsOf, Standing};
use crate::formats::record::Places;
use crate::formats::{table, toml};
use crate::intake::sheet;
use crate::intake::sheet::SheetTotal;
use crate::render::document::Document;
use crate::render::text;
use crate::render::words::{GuardNote, Message};
use crate::reports::summary;
use crate::store::{Lock, Stored, network};

/// What a command works with.
pub struct Context<'a> {
    /// The options of everywhere.
    pub options: Options,
    /// Where it runs.
    pub surroundings: Surroundings,
    /// The day for which it is asked.
    pub today: Day,
    /// How the papers that it gives out are worded.
    pub wording: Wording,
    /// Whether long answers may go through the pager: of commands that ask nothing.
    pub(super) pages: bool,
    pub(super) out: &'a mut dyn Write,
    pub(super) err: &'a mut dyn Write,
}

/// How papers are worded.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    /// The office's own wording, in the place of the built-in one.
    pub template: Option<Arc<Source>>,
    /// Whether persons are masked.
    pub mask: bool,
}

/// A file named with `-f`, read.
#[derive(Debug)]
pub struct FileRead {
    /// A book with the file's ledger.
    pub book: Book,
    /// Where its problems stand, in their order.
    pub places: Vec<Places>,
    /// The text.
    pub source: Arc<Source>,
    /// Where it is a sheet, the totals that are not the sum of its rows.
    pub totals: Option<Vec<SheetTotal>>,
}

impl Context<'_> {
    /// The language in which the command speaks.
    pub fn lang(&self) -> Lang {
        self.surroundings.lang
    }

    /// Reads what is asked about: the ledgers named with `-l`, all of the book, or the file named with `-f`.
    pub fn read(&mut self) -> anyhow::Result<Book> {
        if let Some(file) = self.options.file.clone() {
            return Ok(self.read_file(&file)?.book);
        }
        let book = self.read_values()?;
        self.asked(book)
    }

    /// Keeps of a book the ledgers named with `-l`, or all.
    pub fn asked(&self, mut book: Book) -> anyhow::Result<Book> {
        for name in &self.options.ledgers {
            if book.ledger(name).is_none() {
                return Err(no_ledger(name, &book).into());
            }
        }
        if !self.options.ledgers.is_empty() {
            book.ledgers.retain(|ledger| self.options.ledgers.contains(&ledger.name));
        }
        Ok(book)
    }

    /// Reads all of the book, or the file named with `-f`; the ledgers named with `-l` must be there.
    pub fn read_all(&mut self) -> anyhow::Result<Book> {
        if let Some(file) = self.options.file.clone() {
            return Ok(self.read_file(&file)?.book);
        }
        let book = self.read_values()?;
        match self.options.ledgers.iter().find(|name| book.ledger(name).is_none()) {
            Some(name) => Err(no_ledger(name, &book).into()),
            None => Ok(book),
        }
    }

    /// Returns the problems that later ones repeat. What came back may be named in a ledger that is not asked for.
    pub fn repeated(&self, as_of: &AsOf<'_>, book: &Book) -> anyhow::Result<BTreeSet<Id>> {
        Ok(summary::repeated(as_of, self.whole()?.as_ref().unwrap_or(book)))
    }

    /// Reads the whole book where only a part of it is asked for.
    pub fn whole(&self) -> anyhow::Result<Option<Book>> {
        let part = self.options.file.is_none() && !self.options.ledgers.is_empty();
        Ok(if part { Some(self.read_values()?) } else { None })
    }

    /// Reads the whole book.
    pub fn read_values(&self) -> anyhow::Result<Book> {
        Ok(self.surroundings.origin()?.book()?)
    }

    /// Reads the whole book with its texts and the places in them.
    pub fn read_book(&self) -> anyhow::Result<Stored> {
        Ok(self.surroundings.origin()?.read()?)
    }

    /// Takes the right to write what belongs to a merge, which whoever merges commits.
    pub fn lock_for_merging(&mut self) -> anyhow::Result<Lock> {
        let timeout = Duration::from_secs(self.options.lock_timeout);
        let root = self.surroundings.root()?;
        self.may_write(root.folder())?;
        let lock = Lock::take(root, timeout, "merge")?;
        guarding::tell(self, &lock)?;
        Ok(lock)
    }

    /// Stops where a folder lies on a file system of several computers, unless that is allowed.
    pub fn may_write(&self, folder: &Path) -> Result<(), Stop> {
        match network(folder).filter(|_| !self.options.allow_network_fs) {
            None => Ok(()),
            Some(kind) => {
                let path = folder.to_string_lossy().into_owned();
                Err(Message::Guard(GuardNote::Network { path, kind }).into())
            }
        }
    }

    /// Takes the right to write to the book.
    pub fn lock(&mut self, command: &str) -> anyhow::Result<Lock> {
        let timeout = Duration::from_secs(self.options.lock_timeout);
        let root = self.surroundings.root()?;
        self.may_write(root.folder())?;
        let mut lock = Lock::take(root, timeout, command)?;
        guarding::tell(self, &lock)?;
        lock.watched(progress::watcher());
        if self.commits() {
            lock.commits()?;
        }
        Ok(lock)
    }

    /// Reads the text of the file named with `-f`.
    pub fn read_text(&self) -> anyhow::Result<String> {
        let path = self.options.file.as_deref().unwrap_or(Path::new("-"));
        self.plain_text(path)
    }

    /// Reads a table or a sheet, alone or with the head beside it, and says where its problems stand.
    pub fn read_file(&mut self, path: &Path) -> anyhow::Result<FileRead> {
        let shown = path.to_string_lossy();
        let source = self.table_text(path)?;
        let name = path
            .file_stem()
            .map_or_else(|| "-".to_owned(), |stem| stem.to_string_lossy().into_owned());
        let (mut ledger, places, totals) = if source.parts.is_empty()
            && table::is_table(&source.text)
        {
            let problems = table::read(&source).map_err(Unreadable)?;
            let (problems, places) =
                problems.into_iter().map(|located| (located.value, located.places)).unzip();
            (crate::domain::ledger::Ledger { name, problems, ..Default::default() }, places, None)
        } else {
            let terms = sheet::Terms { delimiter: self.options.delimiter, ..Default::default() };
            let sheet = sheet::read(&source, &name, &terms).map_err(Unreadable)?;
            self.remark(&shown, &source, &sheet.notes)?;
            (sheet.ledger, sheet.places, Some(sheet.totals))
        };
        if let Some(head) = head_beside(path) {
            ledger.head = toml::read_head(&head?).map_err(Unreadable)?;
        }
        let book = Book { head: (*self.surroundings.head).clone(), ledgers: vec![ledger] };
        Ok(FileRead { book, places, source, totals })
    }

    /// Says what there is to say of a sheet, once for each kind of remark.
    fn remark(
        &mut self,
        path: &str,
        source: &Source,
        notes: &[sheet::SheetNote],
    ) -> io::Result<()> {
        let mut kinds: Vec<_> = notes.iter().map(|note| note.what).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            let of_kind = notes.iter().filter(|note| note.what == kind);
            let lines = of_kind.map(|note| source.line(note.span.start)).collect();
            self.say(&Message::SheetRemarks { path: path.to_owned(), remark: kind, lines })?;
        }
        Ok(())
    }

    /// Says something on standard error.
    pub fn say(&mut self, message: &Message) -> io::Result<()> {
        failure::say(message, &self.surroundings, self.err)
    }

    /// Shows a document to whoever sits at the terminal, beside the data.
    pub(super) fn tell(&mut self, document: &Document) -> io::Result<()> {
        let (width, color) = (self.surroundings.width, self.surroundings.colors.err);
        let options = text::Options { width, color, ..text::Options::default() };
        text::write(document, options, self.err)
    }

    /// Writes a line of data.
    pub fn print(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    /// Hands over what was written so far, before somebody is asked about it.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Stops where a report could not be written as the options ask, before anything else is.
    pub fn can_show(&self) -> Result<(), Stop> {
        output::ready(self)
    }

    /// Writes a report: as the document in the format asked for, or as JSON.
    pub fn show(
        &mut self,
        document: impl FnOnce(Lang) -> Document,
        json: impl FnOnce(Lang, &mut dyn Write) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        output::write(self, |_, _| None, document, json)
    }

    /// The same for a report that has a text of its own for people, in colour or not, which is written in the place of a table.
    pub fn show_with_text(
        &mut self,
        text: impl FnOnce(&mut dyn Write, bool) -> io::Result<()>,
        document: impl FnOnce(Lang) -> Document,
        json: impl FnOnce(Lang, &mut dyn Write) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        output::write(self, |out, color| Some(text(out, color)), document, json)
    }
}

/// Returns how the problems asked for stand. A unit or person that nobody knows is a slip, and no empty answer.
pub fn standings<'a>(
    as_of: &AsOf<'a>,
    book: &'a Book,
    filter: &Filter,
) -> Result<Vec<Standing<'a>>, Stop> {
    let mut standings = as_of.standings(book);
    filter::all_known(filter, &book.head.roster, &standings)?;
    standings.retain(|standing| filter.takes(standing, &book.head.roster));
    Ok(standings.into_iter().map(Standing::masked).collect())
}

/// Says that there is no such ledger, and which name is nearest.
pub fn no_ledger(name: &str, book: &Book) -> Stop {
    let names = book.ledgers.iter().map(|ledger| ledger.name.as_str());
    let nearest = crate::domain::nearest::nearest(name, names).map(str::to_owned);
    Message::NoLedger { name: name.to_owned(), nearest }.into()
}

pub(super) fn system(path: &str, error: &io::Error) -> Stop {
    Message::System { doing: Doing::Read, path: path.to_owned(), said: error.to_string() }.into()
}

/// The head of a table that lies beside it under the same name, where there is one.
fn head_beside(table: &Path) -> Option<anyhow::Result<Arc<Source>>> {
    let path = table.with_extension("toml");
    let bytes = fs::read(&path).ok()?;
    let source = crate::formats::text::decode(&path.to_string_lossy(), &bytes);
    Some(source.map(Arc::new).map_err(|complaints| Unreadable(complaints).into()))
}
