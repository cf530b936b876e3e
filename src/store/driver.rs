//! Whether git calls `ledger` to merge the files of a book, and telling it to.
//!
//! The attributes travel with the repository, the setting that says what they mean does not: git runs nothing that came
//! from elsewhere. So each clone is told once; where it was not, git merges text without a word.

use std::fs;

use super::failure::Failure;
use super::init::ATTRIBUTES;
use super::lock::Lock;
use super::root::{HEAD, Root};
use crate::complaint::Doing;
use crate::git::{self, Repository};

const NAME: &str = "merge.ledger.name";
const DRIVER: &str = "merge.ledger.driver";
const FILE: &str = ".gitattributes";

/// What git runs. Where the program is not there, git's own merge of text, which marks conflicts: a driver that cannot be
/// started would leave our side of the file without any mark.
const COMMAND: &str = "if command -v ledger >/dev/null 2>&1; \
    then ledger merge --driver %O %A %B %L %P; \
    else git merge-file --marker-size=%L %A %O %B; fi";

/// What is missing for git to call `ledger`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The clone is not told what to run.
    Setting,
    /// The attributes do not say which files it is for.
    Attributes,
}

impl Root {
    /// Returns what is missing for git to merge the book's files by `ledger`; nothing is, where there is no git.
    pub fn lacks_for_merging(&self) -> Result<Vec<Lack>, Failure> {
        let Some(repository) = Repository::at(self.folder()) else { return Ok(Vec::new()) };
        let ask = || -> Result<Vec<Lack>, git::Failure> {
            let mut lacks = Vec::new();
            if repository.setting(DRIVER)?.is_none() {
                lacks.push(Lack::Setting);
            }
            for name in [HEAD, "0.csv", "0/001.toml"] {
                if repository.merge_attribute(name)?.as_deref() != Some("ledger") {
                    lacks.push(Lack::Attributes);
                    break;
                }
            }
            Ok(lacks)
        };
        match ask() {
            Ok(lacks) => Ok(lacks),
            Err(git::Failure::NoProgram | git::Failure::NoRepository) => Ok(Vec::new()),
            Err(refused) => Err(Failure::Git(refused)),
        }
    }
}

impl Lock {
    /// Tells git to merge the book's files by `ledger`: the clone, and the attributes where they do not say so yet.
    /// Returns what was missing. Without git there is nothing to tell.
    pub fn install_merging(&self) -> Result<Vec<Lack>, Failure> {
        let root = self.root();
        let lacks = root.lacks_for_merging()?;
        if lacks.contains(&Lack::Attributes) {
            let path = root.path(FILE);
            if path.exists() {
                let old = fs::read(&path).map_err(root.io(Doing::Read, FILE))?;
                let gap = if old.is_empty() || old.ends_with(b"\n") { "" } else { "\n" };
                let new = [&old, gap.as_bytes(), ATTRIBUTES.as_bytes()].concat();
                self.replace(FILE, &old, &new)?;
            } else {
                self.create(FILE, ATTRIBUTES.as_bytes())?;
            }
        }
        if let Some(repository) = Repository::at(root.folder()).filter(|_| !lacks.is_empty()) {
            let set = |name, value| repository.set(name, value).map_err(Failure::Git);
            set(NAME, "ledger, field by field")?;
            set(DRIVER, COMMAND)?;
        }
        Ok(lacks)
    }
}
