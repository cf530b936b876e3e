//! Where a book is read from: the disk, or a commit. Both list folders and give texts; all that reads knows no more.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;

use super::entries::{self, Entry};
use super::failure::Failure;
use super::root::Root;
use super::snapshot::Snapshot;
use crate::complaint::Doing;

/// Where a book is read from.
#[derive(Debug, Clone, Copy)]
pub enum Origin<'a> {
    /// As it lies on the disk.
    Disk(&'a Root),
    /// As a commit holds it.
    Past(&'a Snapshot),
}

impl<'a> From<&'a Root> for Origin<'a> {
    fn from(root: &'a Root) -> Self {
        Self::Disk(root)
    }
}

impl<'a> From<&'a Snapshot> for Origin<'a> {
    fn from(snapshot: &'a Snapshot) -> Self {
        Self::Past(snapshot)
    }
}

impl<'a> Origin<'a> {
    /// What a file of the book is called in complaints: as the user would type it, for the shell or for git.
    pub fn shown(self, name: &str) -> String {
        match self {
            Self::Disk(root) => root.shown(name),
            Self::Past(snapshot) => snapshot.shown(name),
        }
    }

    /// Lists a folder of the book (the book itself under the name `""`), in any order, without what is passed over.
    pub(super) fn entries(self, folder: &str) -> Result<Vec<Entry>, Failure> {
        match self {
            Self::Disk(root) => entries::of(root, folder),
            Self::Past(snapshot) => Ok(snapshot.entries(folder)),
        }
    }

    /// Tells whether nothing stands in a folder but what is passed over.
    pub(super) fn is_empty(self, folder: &str) -> Result<bool, Failure> {
        match self {
            Self::Disk(root) => entries::is_empty(root, folder),
            Self::Past(snapshot) => Ok(snapshot.entries(folder).is_empty()),
        }
    }

    /// Tells whether there is a file of this name.
    pub(super) fn has(self, name: &str) -> bool {
        match self {
            Self::Disk(root) => root.path(name).is_file(),
            Self::Past(snapshot) => snapshot.hash(name).is_some(),
        }
    }

    /// Prepares the texts of those files that are wanted: from git all in one go, from the disk one by one.
    pub(super) fn texts(self, wanted: impl Fn(&str) -> bool) -> Result<Texts<'a>, Failure> {
        match self {
            Self::Disk(root) => Ok(Texts::Disk(root)),
            Self::Past(snapshot) => Ok(Texts::Past(snapshot, snapshot.contents(wanted)?)),
        }
    }
}

/// The texts of a book's files.
pub(super) enum Texts<'a> {
    /// On the disk, read when they are asked for.
    Disk(&'a Root),
    /// Of a commit, by their hashes.
    Past(&'a Snapshot, BTreeMap<String, Vec<u8>>),
}

impl Texts<'_> {
    pub(super) fn shown(&self, name: &str) -> String {
        match self {
            Self::Disk(root) => root.shown(name),
            Self::Past(snapshot, _) => snapshot.shown(name),
        }
    }

    /// Returns the bytes of a file that the survey has found.
    pub(super) fn bytes(&self, name: &str) -> Result<Cow<'_, [u8]>, Failure> {
        match self {
            Self::Disk(root) => {
                let bytes = fs::read(root.path(name)).map_err(root.io(Doing::Read, name))?;
                Ok(Cow::Owned(bytes))
            }
            Self::Past(snapshot, contents) => {
                let content = snapshot.hash(name).and_then(|hash| contents.get(hash));
                let missing = || Failure::NotRegular { path: snapshot.shown(name) };
                Ok(Cow::Borrowed(content.ok_or_else(missing)?))
            }
        }
    }
}
