//! Changes problems that are there: reads them under the lock, asks what is to be added, writes all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::failure::Failure;
use super::known;
use super::lock::Lock;
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
        let mut opened = Opened::read(self, ids)?;
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

/// A text as it was read, and as it is to be.
pub(super) struct Text {
    pub(super) old: Arc<Source>,
    pub(super) new: Arc<Source>,
}

impl Opened {
    pub(super) fn read(lock: &Lock, ids: &[Id]) -> Result<Self, Failure> {
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
            opened.ledger(&mut reader, found, numbers)?;
        }
        opened.book.head = reader.finish(head)?.value;
        let mut missing: Vec<_> =
            ids.iter().filter_map(|id| opened.problem(&id.ledger, id.no).err()).collect();
        match missing.len() {
            0 => {
                let texts = opened.texts.iter().map(|(name, text)| (name, &text.old));
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
    ) -> Result<(), Failure> {
        let head = reader.head(&found)?.map(|head| head.value).unwrap_or_default();
        let files = found.files.iter().copied().filter(|no| numbers.contains(no));
        let mut located =
            reader.files(&found.name, &files.collect::<Vec<_>>(), |located| located)?;
        located.extend(reader.table(&found)?.into_iter().flat_map(|table| table.problems));
        let mut problems = Vec::new();
        for Located { value, places } in located {
            if numbers.contains(&value.no) {
                let text = Text { old: Arc::clone(&places.source), new: places.source };
                self.texts.insert(found.form.file(&found.name, value.no), text);
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
            read: Some(text.old.text.as_bytes()),
            new: Some(text.new.text.as_bytes()),
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
                text.new = append(form, &text.old, &additions)
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
