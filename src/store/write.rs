//! Replaces and makes files, each in one step, and all of a change or none.
//!
//! After a crash at any moment a file holds its old bytes or its new ones. A crash just between two files of one change
//! leaves the first one new; each of them is sound. What is not seen to: that two computers write to one network
//! folder, and that an editor overwrites a file from an older buffer.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::draft::{Draft, remove_leftovers, sync_folder};
use super::failure::Failure;
use super::lock::Lock;
use super::root::Root;
use super::target::{self, Target};
use crate::complaint::Doing;

/// A file that is to hold a new text.
#[derive(Debug)]
pub(super) struct Write<'a> {
    /// Its name in the book.
    pub name: String,
    /// What was read there, on which the new text rests; `None` for a file that is to be made.
    pub read: Option<&'a [u8]>,
    /// The new text.
    pub new: &'a [u8],
}

impl Lock {
    /// Replaces a file of the book, unless it no longer holds what was read.
    pub fn replace(&self, name: &str, read: &[u8], new: &[u8]) -> Result<(), Failure> {
        self.write(&[Write { name: name.to_owned(), read: Some(read), new }])
    }

    /// Makes a file of the book, in a folder that is there. Never overwrites.
    pub fn create(&self, name: &str, new: &[u8]) -> Result<(), Failure> {
        self.write(&[Write { name: name.to_owned(), read: None, new }])
    }

    /// Makes files by name and text, all or none.
    pub(super) fn create_all(&self, texts: &[(String, String)]) -> Result<(), Failure> {
        let writes = texts.iter().map(|(name, text)| Write {
            name: name.clone(),
            read: None,
            new: text.as_bytes(),
        });
        self.write(&writes.collect::<Vec<_>>())
    }

    /// Makes and replaces files: nothing is in its place before everything is written down and compared.
    pub(super) fn write(&self, writes: &[Write<'_>]) -> Result<(), Failure> {
        let root = self.root();
        let targets = writes.iter().map(|write| target(root, write));
        let targets: Vec<_> = targets.collect::<Result<_, _>>()?;
        let names: Vec<_> = writes.iter().map(|write| write.name.as_str()).collect();
        self.may_commit(&names)?;
        let folders: BTreeSet<_> = targets.iter().map(|target| target.folder.clone()).collect();
        for folder in &folders {
            remove_leftovers(folder);
        }

        // Bringing the drafts to the disk takes nearly all of the time.
        let draft = |(done, (write, target))| {
            self.watcher.tell(done, writes.len());
            Draft::new(root, write, target)
        };
        let drafts = writes.iter().zip(targets).enumerate().map(draft);
        let drafts: Vec<_> = drafts.collect::<Result<_, _>>()?;
        self.watcher.tell(writes.len(), writes.len());
        drafts.iter().try_for_each(Draft::compare)?;
        for (done, draft) in drafts.into_iter().enumerate() {
            draft.publish().map_err(|cause| take_back(root, &writes[..done], cause))?;
        }
        self.touch(&names);
        sync(root, writes, &folders)
    }
}

fn target(root: &Root, write: &Write<'_>) -> Result<Target, Failure> {
    match write.read {
        Some(_) => target::existing(root, &write.name),
        None => target::new(root, &write.name),
    }
}

/// Undoes the first writes of a change after a later one failed. Says what could not be undone.
fn take_back(root: &Root, done: &[Write<'_>], cause: Failure) -> Failure {
    let stay = done.iter().rev().filter(|write| undo(root, write).is_err());
    let written: Vec<_> = stay.map(|write| root.shown(&write.name)).collect();
    if written.is_empty() {
        return cause;
    }
    Failure::Partly { written, cause: Box::new(cause) }
}

fn undo(root: &Root, done: &Write<'_>) -> Result<(), Failure> {
    let target = target::existing(root, &done.name)?;
    let back = done.read.unwrap_or_default();
    let write = Write { name: done.name.clone(), read: Some(done.new), new: back };
    let path = target.path.clone();
    let draft = Draft::new(root, &write, target)?;
    draft.compare()?;
    match done.read {
        Some(_) => draft.publish(),
        None => fs::remove_file(path).map_err(root.io(Doing::Remove, &done.name)),
    }
}

fn sync(root: &Root, writes: &[Write<'_>], folders: &BTreeSet<PathBuf>) -> Result<(), Failure> {
    let durable = folders.iter().all(|folder| sync_folder(folder).is_ok());
    let path = writes.first().map_or_else(String::new, |write| root.shown(&write.name));
    durable.then_some(()).ok_or(Failure::NotDurable { path })
}

#[cfg(test)]
mod tests {
    use super::{Failure, Lock, Root, Write, take_back};
    use std::fs;
    use std::time::Duration;

    fn cause() -> Failure {
        Failure::Changed { path: "third".to_owned() }
    }

    #[test]
    fn what_was_written_before_a_failure_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::at(folder.path()).unwrap();
        fs::write(root.path("a"), "old").unwrap();
        let lock = Lock::take(&root, Duration::ZERO, "test").unwrap();
        let writes = [
            Write { name: "a".to_owned(), read: Some(b"old"), new: b"new" },
            Write { name: "b".to_owned(), read: None, new: b"new" },
        ];
        lock.write(&writes).unwrap();
        let undone = take_back(&root, &writes, cause());
        assert!(matches!(undone, Failure::Changed { path } if path == "third"));
        assert_eq!(fs::read(root.path("a")).unwrap(), b"old");
        assert!(!root.path("b").exists());

        lock.write(&writes).unwrap();
        fs::write(root.path("a"), "somebody else's").unwrap();
        let partly = take_back(&root, &writes, cause());
        let Failure::Partly { written, .. } = partly else { panic!("{partly:?}") };
        assert_eq!(written, [root.shown("a")]);
        assert_eq!(fs::read(root.path("a")).unwrap(), b"somebody else's");
    }
}
