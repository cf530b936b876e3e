//! Why the store did not do what it was asked. Facts; the words and the exit status are the command line's.

use std::time::SystemTime;
use std::{fmt, io};

use crate::complaint::{Complaint, Doing};
use crate::domain::day::Day;
use crate::git;

/// Why a book was not read, or not changed. Paths are as the user would type them.
///
/// But for [`Failure::NotDurable`], [`Failure::NotCommitted`] and [`Failure::Partly`] nothing was changed.
#[derive(Debug)]
pub enum Failure {
    /// No book in this folder or above it.
    NotFound,
    /// The files are not as they must be; all that is wrong with what was read, by file and place.
    Complaints(Vec<Complaint>),
    /// The book has no ledger of this name.
    NoLedger(String),
    /// The ledger has no problem of this number.
    NoProblem {
        /// The ledger's name.
        ledger: String,
        /// The number.
        no: u32,
    },
    /// Several things of what was asked cannot be.
    Several(Vec<Failure>),
    /// The highest number that there can be is taken.
    NoNumberLeft,
    /// The system refused.
    Io {
        /// What was being done.
        doing: Doing,
        /// With which file or folder.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// Another process writes to the book, and went on doing so as long as we were to wait.
    Busy {
        /// What that process wrote of itself; perhaps nothing.
        holder: String,
        /// Since when it writes.
        since: Option<SystemTime>,
    },
    /// Somebody changed the file after it was read.
    Changed {
        /// The file.
        path: String,
    },
    /// The file to be made is there already.
    Exists {
        /// The file.
        path: String,
    },
    /// The change is made, but may not survive a power cut.
    NotDurable {
        /// The file.
        path: String,
    },
    /// The file may not be written.
    ReadOnly {
        /// The file.
        path: String,
    },
    /// The path leads out of the book.
    Outside {
        /// The path.
        path: String,
    },
    /// The file has a second name elsewhere, which a replacement would cut off.
    HardLink {
        /// The file.
        path: String,
    },
    /// A folder, device or pipe where a file must be.
    NotRegular {
        /// The path.
        path: String,
    },
    /// Read again, a text that was to be written does not say what it should: a bug of ours.
    SelfCheck {
        /// The file.
        path: String,
    },
    /// A change of several files went wrong in the middle and could not be taken back.
    Partly {
        /// The files that hold the change.
        written: Vec<String>,
        /// What went wrong then.
        cause: Box<Failure>,
    },
    /// A change of several files was cut off, and somebody has changed files since; nothing goes on by itself.
    Meddled {
        /// What says which files it is of.
        journal: String,
        /// The files that are neither what they were nor what they were to be.
        files: Vec<String>,
    },
    /// Somebody has the file open.
    Open {
        /// The file.
        path: String,
        /// The editor's file that says so.
        mark: String,
        /// Who it is, as far as the editor tells.
        who: Option<String>,
    },
    /// The last commit has what the files that were to be written have not.
    Gone(Vec<super::known::Gone>),
    /// Files hold comments, for which the other form has no place.
    Comments {
        /// The files.
        paths: Vec<String>,
    },
    /// What is written could not be committed; nothing was written.
    Unready(git::Unready),
    /// The change is made, but it is not certain that it is committed.
    NotCommitted {
        /// The files.
        paths: Vec<String>,
        /// What git says.
        cause: git::Failure,
    },
    /// Git is there but gave no answer, so that numbers of other branches, or the past, are not known.
    Git(git::Failure),
    /// The book lies in no repository, so it has no past.
    NoRepository,
    /// No commit has this name, or the clone does not have it.
    UnknownRevision {
        /// The name.
        name: String,
        /// Whether the clone lacks the older commits.
        shallow: bool,
    },
    /// The clone lacks the older commits, without which nothing is proven.
    Shallow,
    /// There was no commit yet at the end of this day.
    BeforeFirst {
        /// The day.
        day: Day,
        /// Whether the clone lacks the older commits, so that there may have been one.
        shallow: bool,
    },
    /// The commit does not have the book.
    NoBookThen {
        /// The commit, as people write it.
        commit: String,
        /// The book's folder, as the repository names it.
        folder: String,
    },
}

impl fmt::Display for Failure {
    /// For developers; people read what the command line makes of it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Failure {}

impl From<git::Failure> for Failure {
    fn from(failure: git::Failure) -> Self {
        match failure {
            git::Failure::NoRepository => Self::NoRepository,
            other => Self::Git(other),
        }
    }
}
