//! Changes problems that are there: reads them under the lock, asks what is to be added, writes all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::failure::Failure;
use super::known;
use super::lock::Lock;
use super::opened::{Table, Text};
use super::read::Reader;
use super::root::Root;
use super::survey::{self, Form, Found};
use super::write::Write;
use crate::complaint::Source;
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::formats::addition::{Addition, Refused};
use crate::formats::record::Located;
use crate::formats::{table, toml};

/// Something that is added to a problem that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The problem's ledger.
    pub ledger: String,
    /// The problem's number.
    pub no: u32,
    /// What is added.
    pub addition: Addition,
}

impl Lock {
    /// Adds to problems of the book, to all or to none, and returns the names of the files written.
    ///
    /// `decide` is given the book as it is now, with the problems asked for and no others, and says what is added; what
    /// it refuses ends the whole. The files of other problems are not read.
    pub fn change<E: From<Failure>>(
        &self,
        ids: &[Id],
        decide: impl FnOnce(&Book) -> Result<Vec<Change>, E>,
    ) -> Result<Vec<String>, E> {
        let mut opened = Opened::for_rows(self, ids)?;
        let changes = decide(&opened.book)?;
        opened.append(self.root(), changes)?;
        Ok(opened.write(self)?)
    }
}

/// What is added to one file, by the problems' numbers.
type Additions = Vec<(u32, Addition)>;

/// What a change needs of the book.
pub(super) struct Opened {
    book: Book,
    ledgers: Vec<Found>,
    pub(super) texts: BTreeMap<String, Text>,
}

impl Opened {
    /// Opens the files of problems for any change.
    pub(super) fn read(lock: &Lock, ids: &[Id]) -> Result<Self, Failure> {
        Self::open(lock, ids, false)
    }

    /// Opens them for parts that are added to the problems: of a large table no more is read than that needs.
    fn for_rows(lock: &Lock, ids: &[Id]) -> Result<Self, Failure> {
        Self::open(lock, ids, true)
    }

    fn open(lock: &Lock, ids: &[Id], rows: bool) -> Result<Self, Failure> {
        let root = lock.root();
        let mut numbers = BTreeMap::<&str, BTreeSet<u32>>::new();
        for id in ids {
            numbers.entry(&id.ledger).or_default().insert(id.no);
        }
        let mut opened =
            Self { book: Book::default(), ledgers: Vec::new(), texts: BTreeMap::new() };
        // First of all, since it tells files from pipes, which would make us wait.
        let found = numbers.iter().map(|(name, numbers)| {
            let known = survey::known(lock, name, numbers.iter().copied())?;
            Ok((known.map_or_else(|| survey::listed(lock, name), Ok)?, numbers))
        });
        let found: Vec<_> = found.collect::<Result<_, Failure>>()?;
        let mut reader = Reader::new(root);
        let head = reader.book_head()?;
        for (found, numbers) in found {
            opened.ledger(&mut reader, found, numbers, rows.then_some(lock))?;
        }
        opened.book.head = reader.finish(head)?.value;
        let mut missing: Vec<_> =
            ids.iter().filter_map(|id| opened.problem(&id.ledger, id.no).err()).collect();
        match missing.len() {
            0 => {
                let texts = opened.texts.iter().map(|(name, text)| (name, text.read()));
                known::nothing_lost(root, &opened.book, texts)?;
                Ok(opened)
            }
            1 => Err(missing.remove(0)),
            _ => Err(Failure::Several(missing)),
        }
    }

    fn ledger(
        &mut self,
        reader: &mut Reader<'_>,
        found: Found,
        numbers: &BTreeSet<u32>,
        for_rows: Option<&Lock>,
    ) -> Result<(), Failure> {
        let head = reader.head(&found)?.map(|head| head.value).unwrap_or_default();
        let files = found.files.iter().copied().filter(|no| numbers.contains(no));
        let mut located =
            reader.files(&found.name, &files.collect::<Vec<_>>(), |located| located)?;
        let mut of_table = None;
        if found.form == Form::Table {
            let wanted = |_: &[u32]| numbers.iter().copied().collect();
            let table = match for_rows {
                Some(lock) => Table::open(lock, reader, &found, wanted)?,
                None => Table::whole(reader, &found)?,
            };
            of_table = table.map(|table| {
                located.extend(table.problems);
                table.text
            });
        }
        let mut problems = Vec::new();
        for Located { value, places } in located {
            if numbers.contains(&value.no) {
                let file = found.form.file(&found.name, value.no);
                let text = || of_table.take().unwrap_or_else(|| Text::new(places.source));
                self.texts.entry(file).or_insert_with(text);
                problems.push(value);
            }
        }
        self.book.ledgers.push(Ledger { name: found.name.clone(), head, problems });
        self.ledgers.push(found);
        Ok(())
    }

    /// Returns the ledger of a problem that was asked for.
    fn problem(&self, ledger: &str, no: u32) -> Result<&Found, Failure> {
        let there = self.book.ledger(ledger).and_then(|ledger| ledger.problem(no)).is_some();
        let found = self.ledgers.iter().find(|found| found.name == ledger && there);
        found.ok_or_else(|| Failure::NoProblem { ledger: ledger.to_owned(), no })
    }

    /// How the ledger of a problem that was asked for is kept.
    pub(super) fn form(&self, ledger: &str, no: u32) -> Result<Form, Failure> {
        self.problem(ledger, no).map(|found| found.form)
    }

    /// Writes the texts that are new, all or none, and returns the names of their files.
    pub(super) fn write(self, lock: &Lock) -> Result<Vec<String>, Failure> {
        let mut texts = self.texts;
        texts.retain(|_, text| text.old != text.new);
        let writes = texts.iter().map(|(name, text)| Write {
            name: name.clone(),
            read: Some(text.read()),
            new: Some(text.written()),
        });
        lock.write(&writes.collect::<Vec<_>>())?;
        Ok(texts.into_keys().collect())
    }

    /// Makes the new texts. The formats read each of them again.
    fn append(&mut self, root: &Root, changes: Vec<Change>) -> Result<(), Failure> {
        let mut additions = BTreeMap::<(Form, String, String), Additions>::new();
        for Change { ledger, no, addition } in changes {
            let form = self.problem(&ledger, no)?.form;
            let file = form.file(&ledger, no);
            additions.entry((form, ledger, file)).or_default().push((no, addition));
        }
        for ((form, ledger, file), additions) in additions {
            if let Some(text) = self.texts.get_mut(&file) {
                text.grow(|old| append(form, old, &additions))
                    .map_err(|refused| refusal(root, &ledger, &file, refused))?;
            }
        }
        Ok(())
    }
}

fn append(
    form: Form,
    old: &Arc<Source>,
    additions: &[(u32, Addition)],
) -> Result<Arc<Source>, Refused> {
    let with = |text| Arc::new(Source { path: old.path.clone(), text, ..Source::default() });
    if form == Form::Table {
        return table::append_all(old, additions).map(with);
    }
    let mut new = Arc::clone(old);
    for (no, addition) in additions {
        new = with(toml::append(&new, *no, addition)?);
    }
    Ok(new)
}

/// Says why a format left a text as it is.
pub(super) fn refusal(root: &Root, ledger: &str, name: &str, refused: Refused) -> Failure {
    match refused {
        Refused::Complaints(complaints) => Failure::Complaints(complaints),
        Refused::Number(no) => Failure::NoProblem { ledger: ledger.to_owned(), no },
        Refused::SelfCheck => Failure::SelfCheck { path: root.shown(name) },
    }
}
