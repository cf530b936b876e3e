//! What repairing a merge needs of git and of the files.

use std::fs;
use std::sync::Arc;

use super::failure::Failure;
use super::lock::Lock;
use super::names;
use super::numbers;
use super::root::Root;
use super::survey::Form;
use super::write::Write;
use crate::complaint::Doing;
use crate::domain::ledger::Head;
use crate::formats::{text, toml};
use crate::git::{self, Repository, Versions};

/// A file by name, what was read there (nothing for a new file), and its new bytes.
pub type Rewritten = (String, Option<Vec<u8>>, Vec<u8>);

impl Root {
    /// Returns the versions of the book's files that the merge at hand brings together; nothing where there is none.
    pub fn merge_at_hand(&self) -> Result<Option<Vec<Versions>>, Failure> {
        let Some(repository) = Repository::at(self.folder()) else { return Ok(None) };
        repository.merge_at_hand().map_err(Failure::Git)
    }

    /// Returns the versions of a file of the book that the newest merge of the history brought together of which this is
    /// true; nothing where there is none.
    pub fn merge_in_history(
        &self,
        name: &str,
        is_meant: impl Fn(&Versions) -> bool,
    ) -> Result<Option<Versions>, Failure> {
        let Some(repository) = Repository::at(self.folder()) else { return Ok(None) };
        match repository.merge_in_history(name, is_meant) {
            Err(git::Failure::NoProgram | git::Failure::NoRepository) => Ok(None),
            answer => answer.map_err(Failure::Git),
        }
    }

    /// Returns the names of the files in a ledger's folder that take a number and are not called as its file is.
    pub fn misnamed(&self, ledger: &str, no: u32) -> Result<Vec<String>, Failure> {
        let folder = self.path(ledger);
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let files = fs::read_dir(folder).map_err(self.io(Doing::Read, ledger))?.flatten();
        let names = files.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<_> = names
            .filter(|name| names::number(name) == Some(no) && *name != names::of_problem(no))
            .map(|name| format!("{ledger}/{name}"))
            .collect();
        names.sort();
        Ok(names)
    }

    /// Reads a file of the book as it stands; nothing where it is not there.
    pub fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.path(name);
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_file() => {}
            Ok(_) => return Err(Failure::NotRegular { path: self.shown(name) }),
            Err(_) => return Ok(None),
        }
        fs::read(path).map(Some).map_err(self.io(Doing::Read, name))
    }

    /// Returns a ledger's head as it stands, in whichever form the ledger is kept, where it can be read.
    pub fn ledger_head(&self, ledger: &str) -> Option<Head> {
        let read = |form: Form| {
            let source = text::decode("", &self.bytes(&form.head(ledger)).ok()??).ok()?;
            toml::read_head(&Arc::new(source)).ok()
        };
        read(Form::Folder).or_else(|| read(Form::Table))
    }

    /// Returns the number that the next problem of a ledger gets, which is above `highest` and all that is known.
    pub fn next_number(&self, ledger: &str, highest: u32) -> Result<u32, Failure> {
        let files = fs::read_dir(self.path(ledger)).into_iter().flatten().flatten();
        let here = files.filter_map(|entry| names::number(entry.file_name().to_str()?)).max();
        numbers::next(self, ledger, highest.max(here.unwrap_or(0)))
    }
}

impl Lock {
    /// Writes files by name: what was read there, `None` for a new file, and the new bytes. All of them or none.
    pub fn write_files(&self, files: &[Rewritten]) -> Result<(), Failure> {
        let writes = files.iter().map(|(name, read, new)| Write {
            name: name.clone(),
            read: read.as_deref(),
            new: Some(new),
        });
        self.write(&writes.collect::<Vec<_>>())
    }

    /// Gives a file of the book another name and text, unless it no longer holds what was read.
    pub fn move_file(&self, from: &str, read: &[u8], to: &str, new: &[u8]) -> Result<(), Failure> {
        self.write(&[
            Write { name: to.to_owned(), read: None, new: Some(new) },
            Write { name: from.to_owned(), read: Some(read), new: None },
        ])
    }
}
