//! What guards the book against loss, and what it says. Facts only.

use std::time::Duration;

use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::subject::Part;

/// What was found, or why nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuardNote {
    /// Somebody has the file open.
    Open {
        /// The file.
        path: String,
        /// The editor's file that says so.
        mark: String,
        /// Who it is, as far as the editor tells.
        who: Option<String>,
    },
    /// A change of several files was cut off, and somebody has changed files since.
    Meddled {
        /// What says which files it is of.
        journal: String,
        /// The files that are neither what they were nor what they were to be.
        files: Vec<String>,
    },
    /// A change of these files was cut off, and is finished now.
    Finished(Vec<String>),
    /// Somebody saved a file while it was replaced; what they saved lies here.
    Saved(String),
    /// The program itself went wrong, after it had changed something or before.
    Fault {
        /// Whether something was changed.
        changed: bool,
    },
    /// The book was last written so much later than now.
    ClockBehind(Duration),
    /// The folder lies on a file system of several computers.
    Network {
        /// The folder.
        path: String,
        /// What the file system is called.
        kind: &'static str,
    },
    /// The last commit has what the book has not.
    Gone {
        /// The problems and their parts.
        parts: Vec<(Id, Part)>,
        /// The files that had them.
        paths: Vec<String>,
    },
    /// This problem or measure says the same already.
    Twin(Id),
    /// This entry of a problem says the same already.
    TwinEntry {
        /// The problem.
        id: Id,
        /// The entry.
        key: Key,
    },
    /// A request named some of the problems before, and not all of those named now.
    OtherRequest {
        /// The request.
        request: String,
        /// Those that it named and has recorded.
        recorded: Vec<Id>,
    },
}
