//! Exchanges a draft and its file in one step, and looks at what was displaced.
//!
//! Comparing first and renaming then would lose what an editor saves in between. After an exchange the file that was
//! there lies under the draft's name, so nothing can be lost: if it is not what was read, both go back.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

use super::displaced;
use super::draft::Draft;
use super::journal::Journal;
use super::target;
use crate::complaint::Doing;
use crate::store::failure::Failure;
use crate::store::lock::Lock;

impl Draft<'_> {
    /// Makes the change. What was displaced lies under the draft's name then.
    pub(super) fn publish(&mut self) -> Result<(), Failure> {
        match (self.write.read, self.write.new) {
            (Some(read), Some(new)) => self.exchange(read, new)?,
            (None, Some(_)) => self.rename(Way::In)?,
            (Some(read), None) => self.displace(read)?,
            (None, None) => {}
        }
        self.temp.kept = true;
        Ok(())
    }

    /// Undoes the change, unless somebody has changed the file since.
    fn undo(&mut self) -> Result<(), Failure> {
        match (self.write.read, self.write.new) {
            (Some(read), Some(new)) => self.exchange(new, read)?,
            (None, Some(new)) => self.displace(new)?,
            (Some(_), None) => self.rename(Way::In)?,
            (None, None) => {}
        }
        self.temp.kept = false;
        Ok(())
    }

    /// Exchanges draft and file, and back if what was displaced is not what was expected.
    fn exchange(&mut self, expected: &[u8], ours: &[u8]) -> Result<(), Failure> {
        match self.lock.disk.swap(&self.temp.path, &self.target.path) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                return self.replace(expected);
            }
            Err(error) => return Err(self.failed(error)),
        }
        let found = self.holds(expected);
        if matches!(found, Ok(true)) {
            return Ok(());
        }
        let back = self.lock.disk.swap(&self.temp.path, &self.target.path);
        match (&back, self.holds(ours)) {
            (Ok(()), Ok(true)) => {}
            (Ok(()), Err(_)) => self.temp.kept = true, // ours as far as is known: it stays for the journal
            _ => self.save(),                          // somebody's, and nowhere else
        }
        match (back, found) {
            (Err(error), _) | (Ok(()), Err(error)) => Err(self.failed(error)),
            (Ok(()), Ok(_)) => Err(self.changed()),
        }
    }

    /// Where there is no exchange: compares, and replaces at once. What is displaced is written down before.
    fn replace(&mut self, expected: &[u8]) -> Result<(), Failure> {
        let disk = &*self.lock.disk;
        let mut second = self.temp.path.clone().into_os_string();
        second.push(".tmp"); // again the name of a draft
        let second = PathBuf::from(second);
        let keep = || {
            let mut file = disk.create(&second, 0o600)?;
            disk.fill(&mut file, &second, expected)
        };
        keep().map_err(|error| self.failed(error))?;
        if !target::holds(&self.target.path, expected).is_ok_and(|same| same) {
            let _ = disk.remove(&second);
            return Err(self.changed());
        }
        disk.rename(&self.temp.path, &self.target.path).map_err(|error| self.failed(error))?;
        self.temp.path = second; // and not under the draft's name: the journal would take it for the draft
        Ok(())
    }

    /// Takes the file out of its place, and puts it back if it is not what was expected.
    fn displace(&mut self, expected: &[u8]) -> Result<(), Failure> {
        self.rename(Way::Out)?;
        let found = self.holds(expected);
        if matches!(found, Ok(true)) {
            return Ok(());
        }
        let back = self.rename(Way::In);
        if back.is_err() {
            self.save();
        }
        match (back, found) {
            (Err(failure), _) => Err(failure),
            (Ok(()), Err(error)) => Err(self.failed(error)),
            (Ok(()), Ok(_)) => Err(self.changed()),
        }
    }

    fn rename(&self, way: Way) -> Result<(), Failure> {
        let (temp, path) = (&self.temp.path, &self.target.path);
        let (from, to) = if way == Way::In { (temp, path) } else { (path, temp) };
        self.lock.disk.rename_new(from, to).map_err(|error| self.failed(error))
    }

    /// Tells whether what lies under the draft's name is this; an error where it cannot be read.
    fn holds(&self, expected: &[u8]) -> io::Result<bool> {
        target::holds(&self.temp.path, expected)
    }

    /// Keeps what lies under the draft's name for those to whom it belongs.
    fn save(&mut self) {
        displaced::save(self.lock, &self.temp.path);
        self.temp.kept = true;
    }

    fn changed(&self) -> Failure {
        Failure::Changed { path: self.shown() }
    }

    fn failed(&self, error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::AlreadyExists => Failure::Exists { path: self.shown() },
            io::ErrorKind::NotFound if self.write.read.is_some() => self.changed(),
            _ => self.lock.root().io(Doing::Replace, &self.write.name)(error),
        }
    }
}

/// Into the file's place, or out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
}

/// Undoes the first changes after a later one failed. Says what could not be undone; the journal stays for that, and all
/// drafts, so that the next command can do the rest. The drafts stay until it is closed: if we are killed here, it is all
/// done again.
pub(super) fn take_back<'a>(
    lock: &Lock,
    mut done: Vec<Draft<'a>>,
    mut rest: Vec<Draft<'a>>,
    journal: Option<Journal>,
    cause: Failure,
) -> Failure {
    let all: Vec<_> = done.iter().map(Draft::shown).collect();
    let mut written = Vec::new();
    let mut folders = BTreeSet::new();
    for draft in done.iter_mut().rev() {
        folders.insert(draft.target.folder.clone());
        if draft.undo().is_err() {
            written.push(draft.shown());
        }
    }
    if !written.is_empty() {
        done.iter_mut().chain(&mut rest).for_each(|draft| draft.temp.kept = true);
    }
    written.reverse();
    let durable = folders.iter().all(|folder| lock.disk.sync_folder(folder).is_ok());
    let closed = written.is_empty() && durable;
    if closed && journal.is_none_or(|journal| journal.close(lock).is_ok()) {
        return cause;
    }
    let written = if written.is_empty() { all } else { written };
    Failure::Partly { written, cause: Box::new(cause) }
}
