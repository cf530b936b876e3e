//! Makes a book and its ledgers. Never overwrites anything.

use std::path::Path;
use std::time::Duration;
use std::{fs, io};

use super::check::{same, table_text};
use super::driver;
use super::failure::Failure;
use super::lock::Lock;
use super::names;
use super::root::{self, Root};
use super::survey::{self, Form, complaint};
use super::write::{Disk, System};
use crate::complaint::Doing;
use crate::complaint::Fault;
use crate::domain::book::{BookHead, Lang};
use crate::domain::id::is_ledger_name;
use crate::domain::ledger::{Head, Ledger};
use crate::domain::problem::Problem;
use crate::formats::toml;

/// Line ends that git must not change: they belong to the file, and a table's are kept as they are. And who merges.
pub(super) const ATTRIBUTES: &str =
    "*.toml merge=ledger text eol=lf\n*.csv merge=ledger text eol=lf\n";

impl Lock {
    /// Makes a book in a folder and takes its lock. A `ledgers` folder may be there, but no `book.toml` in it.
    pub fn on_new_book(
        parent: &Path,
        head: &BookHead,
        timeout: Duration,
        holder: &str,
    ) -> Result<Self, Failure> {
        let lock = Self::on_new_folder(parent, timeout, holder)?;
        lock.together(|| lock.make_book(head))?;
        Ok(lock)
    }

    /// Takes the lock of a book that is to be made in a folder.
    pub fn on_new_folder(parent: &Path, timeout: Duration, holder: &str) -> Result<Self, Failure> {
        let fail = |source| Failure::Io {
            doing: Doing::MakeFolder,
            path: parent.join(root::FOLDER).to_string_lossy().into_owned(),
            source,
        };
        let folder = fs::canonicalize(parent).map_err(fail)?.join(root::FOLDER);
        make_folder(&folder).map_err(fail)?;
        Self::take(&Root::at(&folder).map_err(fail)?.seen_from(parent), timeout, holder)
    }

    /// Makes the book itself.
    pub fn make_book(&self, head: &BookHead) -> Result<(), Failure> {
        let root = self.root();
        let read = |source| toml::read_book(&source);
        let text = same(root, root::HEAD, toml::write_book(head), read, head)?;
        if fs::symlink_metadata(root.path(driver::FILE)).is_err() {
            self.create(driver::FILE, ATTRIBUTES.as_bytes())?;
        }
        self.create(root::HEAD, text.as_bytes())
    }

    /// Makes a ledger without problems, a table with columns in this language, and returns the names of its files.
    pub fn make_ledger(
        &self,
        name: &str,
        head: &Head,
        form: Form,
        lang: Lang,
    ) -> Result<Vec<String>, Failure> {
        let root = self.root();
        if !is_ledger_name(name) {
            let fault = Fault::LedgerName(name.to_owned());
            return Err(Failure::Complaints(vec![complaint(root, name, fault)]));
        }
        if survey::is_taken(root, name)? {
            return Err(Failure::Exists { path: root.shown(name) });
        }
        let path = form.head(name);
        let text = toml::write_head(head);
        let text = same(root, &path, text, |source| toml::read_head(&source), head)?;
        let mut texts = vec![(path, text)];
        match form {
            Form::Folder => {
                make_folder(&root.path(name)).map_err(root.io(Doing::MakeFolder, name))?;
            }
            Form::Table => {
                let path = names::path_of_table(name);
                let text = table_text(root, &path, &[], lang)?;
                texts.push((path, text));
            }
        }
        self.create_all(&texts)?;
        Ok(texts.into_iter().map(|(name, _)| name).collect())
    }

    /// Makes a ledger, as a folder, with problems that have their numbers: all that or nothing, within [`Lock::together`].
    pub fn take_in_new(
        &self,
        ledger: &Ledger,
        lang: Lang,
        problems: Vec<Vec<Problem>>,
    ) -> Result<(), Failure> {
        self.make_ledger(&ledger.name, &ledger.head, Form::Folder, lang)?;
        let problems: Vec<_> = problems.into_iter().flatten().collect();
        self.add_files(&ledger.name, &problems).map(|_| ())
    }
}

/// Makes a folder that may be there, so that it survives a power cut.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Ok(()) => folder.parent().map_or(Ok(()), |above| System.sync_folder(above)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
}
