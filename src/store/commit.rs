//! Commits what was written under a lock, and nothing else.
//!
//! Whether that can be done is asked before the first byte is written: nobody should have to clear up after a command
//! that wrote and then could not commit.

use std::fs;
use std::path::Path;

use super::failure::Failure;
use super::lock::Lock;
use super::root::Root;
use super::snapshot::repository;
use crate::git::{self, Repository, Unready};

impl Lock {
    /// Has everything that is written from now on committed by [`Lock::commit`]; stops where that could not be done.
    pub fn commits(&mut self) -> Result<(), Failure> {
        can_commit(self.root().folder())?;
        self.commits = Some(repository(self.root())?);
        Ok(())
    }

    /// Stops where these files of the book could not be committed alone.
    pub(super) fn may_commit(&self, names: &[&str]) -> Result<(), Failure> {
        let Some(repository) = &self.commits else { return Ok(()) };
        let paths: Vec<_> = names.iter().map(|name| committed_as(self.root(), name)).collect();
        let paths: Vec<_> = paths.iter().map(String::as_str).collect();
        match repository.unready_files(&paths)? {
            None => Ok(()),
            Some(unready) => Err(Failure::Unready(shown(self.root(), unready))),
        }
    }

    /// Keeps in mind that these files were written or removed.
    pub(super) fn touch(&self, names: &[&str]) {
        let paths = names.iter().map(|name| committed_as(self.root(), name));
        self.touched.borrow_mut().extend(paths);
    }

    /// Commits what was written since the lock was taken, if that was asked for, and returns the commit's hash; nothing
    /// where nothing was written.
    pub fn commit(&self, message: &str) -> Result<Option<String>, Failure> {
        let Some(repository) = &self.commits else { return Ok(None) };
        let touched = self.touched.take();
        if touched.is_empty() {
            return Ok(None);
        }
        let paths: Vec<_> = touched.iter().map(String::as_str).collect();
        match repository.record(&paths, message) {
            Ok(hash) => Ok(Some(hash)),
            Err(cause) => {
                let paths = paths.iter().map(|path| self.root().shown(path)).collect();
                Err(Failure::NotCommitted { paths, cause })
            }
        }
    }
}

/// Stops where nothing could be committed in this folder: no repository, nobody known to git, a merge that was begun.
pub fn can_commit(folder: &Path) -> Result<(), Failure> {
    let unready = match Repository::at(folder).map(|repository| repository.unready()) {
        None | Some(Err(git::Failure::NoRepository)) => Some(Unready::NoRepository),
        Some(answer) => answer?,
    };
    unready.map_or(Ok(()), |unready| Err(Failure::Unready(unready)))
}

/// The path under which git knows a file: what a link leads to is what was written.
fn committed_as(root: &Root, name: &str) -> String {
    let path = fs::canonicalize(root.path(name)).ok();
    let inside = path.as_deref().and_then(|path| path.strip_prefix(root.folder()).ok());
    inside.map_or_else(|| name.to_owned(), |path| path.to_string_lossy().into_owned())
}

fn shown(root: &Root, unready: Unready) -> Unready {
    let all = |paths: Vec<String>| paths.iter().map(|path| root.shown(path)).collect();
    match unready {
        Unready::Ignored(paths) => Unready::Ignored(all(paths)),
        Unready::Altered(paths) => Unready::Altered(all(paths)),
        other => other,
    }
}
