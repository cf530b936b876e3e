//! The past, in English: why it cannot be read.

use crate::render::words::{NoPast, PastLabel};

/// Why the past is not read.
pub fn why(why: &NoPast) -> String {
    match why {
        NoPast::NoGit => "there is no program `git`".to_owned(),
        NoPast::FileHasNone => "a file named with -f has no past".to_owned(),
        NoPast::AtBesideDiff => "`diff` names its two versions itself".to_owned(),
        NoPast::AtIsForReading => "--at is for reading; the past cannot be written".to_owned(),
        NoPast::NoRepository => {
            "the book lies in no git repository, so its past is not known".to_owned()
        }
        NoPast::Shallow => {
            "this clone lacks the older commits, so nothing can be proven".to_owned()
        }
        NoPast::NoCommit => "the repository has no commit yet".to_owned(),
        NoPast::UnknownRevision { name, .. } => format!("git knows no commit `{name}` here"),
        NoPast::BeforeFirst { day, shallow: false } => {
            format!("there was no commit yet at the end of {day}")
        }
        NoPast::BeforeFirst { day, shallow: true } => {
            format!("this clone has no commit from {day} or before: it is a shallow one")
        }
        NoPast::NoBookThen { commit, folder } => {
            format!("commit {commit} has no book in {}", folder_name(folder))
        }
        NoPast::NoObject(hash) => format!("the repository lacks an object: {hash}"),
    }
}

/// What to do about it.
pub fn help(why: &NoPast) -> &'static str {
    match why {
        NoPast::NoGit => "install git, or put it on the PATH",
        NoPast::FileHasNone => "work in the book's folder, without -f",
        NoPast::AtBesideDiff => "write `ledger diff FROM TO`, without --at",
        NoPast::AtIsForReading => "leave --at out; what happened earlier is recorded with --on",
        NoPast::NoRepository => "make one with `git init`, and commit the book",
        NoPast::NoCommit => "commit the book with `git add ledgers` and `git commit`",
        NoPast::Shallow
        | NoPast::UnknownRevision { shallow: true, .. }
        | NoPast::BeforeFirst { shallow: true, .. } => {
            "fetch the rest with `git fetch --unshallow`"
        }
        NoPast::UnknownRevision { .. } => {
            "name a commit, a tag or a branch, or a day as 2022-09-30"
        }
        NoPast::BeforeFirst { .. } => "`ledger log` lists the commits",
        NoPast::NoBookThen { .. } => "`ledger log` lists the commits that have it",
        NoPast::NoObject(_) => "fetch it; `git fsck` tells what else is missing",
    }
}

/// The book's folder as a commit names it.
fn folder_name(folder: &str) -> &str {
    if folder.is_empty() { "its top folder" } else { folder }
}

/// The words of a heading.
pub fn label(label: PastLabel) -> &'static str {
    match label {
        PastLabel::Time => "Time",
        PastLabel::Commit => "Commit",
        PastLabel::Who => "Who",
        PastLabel::Message => "Message",
        PastLabel::What => "What",
        PastLabel::Kind => "What happened",
        PastLabel::TakenBack => "No more counted as recovered",
    }
}
