//! Makes, replaces and removes files of the book: all files of a change or none, each in one step.
//!
//! What one write does, in this order ([`Lock::write`]):
//!
//! 1. **resolve** ([`target`]): no link out of the book, no pipe, no second name, nothing that is read-only;
//! 2. ask the **editors** ([`editors`]): who has the file open is told, and nothing is written;
//! 3. write **drafts** ([`draft`]) beside the files, with their rights, to the disk itself;
//! 4. **settle and compare** ([`settle`]): a file that is just being saved is waited for, and what is no longer what was read
//!    stops it all;
//! 5. where there are several files, write down what is about to be done ([`journal`]): from here on it is finished, if
//!    need be by the next command;
//! 6. **publish** ([`publish`]): exchange draft and file, and look at what was displaced; what nobody has read goes back to
//!    its place;
//! 7. bring the folders to the disk, forget the journal, and put away what was displaced ([`displaced`]).
//!
//! After a crash at any moment a file holds its old bytes or its new ones. What is not seen to: that two computers write
//! to one network folder (which is refused unless it is allowed), and that an editor overwrites a file from an older buffer.

#[cfg(test)]
mod crashes;
mod disk;
mod displaced;
mod draft;
mod editors;
mod journal;
mod network;
mod publish;
mod settle;
pub(super) mod target;
mod worn;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::PathBuf;

pub(super) use disk::{Disk, System};
pub(super) use displaced::look_after;
use draft::Draft;
pub(super) use draft::sweep;
pub use editors::opened;
use journal::Journal;
pub(super) use journal::{finish, unfinished};
pub use network::network;
pub(super) use settle::Own;
pub(super) use target::read_at;

use super::failure::Failure;
use super::lock::Lock;
use super::root::Root;

/// A file that is to hold a new text, or to be no more.
#[derive(Debug, Clone)]
pub(super) struct Write<'a> {
    /// Its name in the book.
    pub name: String,
    /// What was read there, on which the new text rests; `None` for a file that is to be made.
    pub read: Option<&'a [u8]>,
    /// The new text; `None` for a file that is to be removed.
    pub new: Option<&'a [u8]>,
}

impl Lock {
    /// Replaces a file of the book, unless it no longer holds what was read.
    pub fn replace(&self, name: &str, read: &[u8], new: &[u8]) -> Result<(), Failure> {
        self.write(&[Write { name: name.to_owned(), read: Some(read), new: Some(new) }])
    }

    /// Makes a file of the book, in a folder that is there. Never overwrites.
    pub fn create(&self, name: &str, new: &[u8]) -> Result<(), Failure> {
        self.write(&[Write { name: name.to_owned(), read: None, new: Some(new) }])
    }

    /// Makes files by name and text, all or none.
    pub(super) fn create_all(&self, texts: &[(String, String)]) -> Result<(), Failure> {
        let writes = texts.iter().map(|(name, text)| Write {
            name: name.clone(),
            read: None,
            new: Some(text.as_bytes()),
        });
        self.write(&writes.collect::<Vec<_>>())
    }

    /// Makes, replaces and removes files, all or none.
    pub(super) fn write(&self, writes: &[Write<'_>]) -> Result<(), Failure> {
        if writes.is_empty() || self.held.hold(writes) {
            return Ok(());
        }
        // It stays so where it fails, and where we fall over.
        let untidy = self.untidy.replace(true);
        self.write_all(writes)?;
        self.untidy.set(untidy);
        Ok(())
    }

    fn write_all(&self, writes: &[Write<'_>]) -> Result<(), Failure> {
        let root = self.root();
        let targets = targets(root, writes)?;
        for (write, target) in writes.iter().zip(&targets) {
            editors::ask(root, write, target)?;
        }
        let names: Vec<_> = writes.iter().map(|write| write.name.as_str()).collect();
        self.may_commit(&names)?;
        let folders: BTreeSet<_> = targets.iter().map(|target| target.folder.clone()).collect();
        let listed = self.listed.before(root, names.iter().copied());
        let clean = listed.iter().filter(|(_, told)| told.clean);
        let clean: BTreeSet<_> = clean.map(|(ledger, _)| root.path(ledger)).collect();
        for folder in folders.iter().filter(|folder| !clean.contains(*folder)) {
            draft::put_leftovers_away(self, folder);
        }
        let drafts = draft::all(self, writes, targets)?;
        settle::wait(self, &drafts)?;
        drafts.iter().try_for_each(Draft::compare)?;
        self.publish(drafts, &folders)?;
        self.listed.after(root, listed);
        self.touch(&names);
        Ok(())
    }

    /// Puts all drafts into their places, or takes back what was put there.
    fn publish(&self, drafts: Vec<Draft<'_>>, folders: &BTreeSet<PathBuf>) -> Result<(), Failure> {
        let path = drafts.first().map_or_else(String::new, Draft::shown);
        let journal = if drafts.len() > 1 { Some(Journal::open(self, &drafts)?) } else { None };
        let before = CHANGED.replace(true);
        let mut done: Vec<Draft<'_>> = Vec::new();
        let mut drafts = drafts.into_iter();
        while let Some(mut draft) = drafts.next() {
            match draft.publish() {
                Ok(()) => done.push(draft),
                Err(cause) => {
                    let rest = [draft].into_iter().chain(drafts).collect();
                    let failure = publish::take_back(self, done, rest, journal, cause);
                    let partly = matches!(failure, Failure::Partly { .. });
                    CHANGED.set(before || partly);
                    return Err(failure);
                }
            }
        }
        let durable = folders.iter().all(|folder| self.disk.sync_folder(folder).is_ok());
        // Where that is not certain, the journal stays: the next command does it again.
        let closed = durable && journal.is_none_or(|journal| journal.close(self).is_ok());
        for draft in done {
            self.own.note(&draft);
            if draft.write.read.is_some() {
                displaced::put_away(self, &draft.temp.path);
            }
        }
        if closed { Ok(()) } else { Err(Failure::NotDurable { path }) }
    }
}

thread_local! {
    /// Whether the command that this thread answers has changed the book: what goes wrong after that is no refusal.
    static CHANGED: Cell<bool> = const { Cell::new(false) };
}

/// Tells whether the command that this thread answers has changed the book.
pub fn has_changed() -> bool {
    CHANGED.get()
}

/// Begins a command: nothing has changed yet.
pub fn begin() {
    CHANGED.set(false);
}

fn targets(root: &Root, writes: &[Write<'_>]) -> Result<Vec<target::Target>, Failure> {
    let target = |write: &Write<'_>| match write.read {
        Some(_) => target::existing(root, &write.name),
        None => target::new(root, &write.name),
    };
    writes.iter().map(target).collect()
}
