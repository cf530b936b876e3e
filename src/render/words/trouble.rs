//! What merging did, and why a file could not be merged. Facts only.

use crate::check::Fact;
use crate::domain::id::Id;
use crate::domain::lack::Lack;
use crate::merge::{Conflict, Side};

/// Something that stands against merging a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The two versions contradict each other.
    Clash(Conflict),
    /// The merged problem would be wrong as neither of the two is.
    Wrong {
        /// The problem's number.
        no: u32,
        /// What `ledger check` would find.
        fact: Fact,
    },
    /// A version cannot be read; nothing for the common ancestor.
    Unreadable(Option<Side>),
    /// A comment that came in stands at lines that both sides changed, and would be lost.
    Comment(String),
    /// The merged value cannot be put into our text.
    Unwritable,
    /// One side removed the whole file.
    FileRemoved(Side),
    /// One side keeps the ledger in the other form by now.
    OtherForm(Side),
    /// Git gave no answer.
    Git(String),
}

/// Something that `ledger merge` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeNote {
    /// Git merges the book's files by this program.
    MergesByLedger,
    /// Git was told to merge the book's files by this program; what was missing for it.
    MergingInstalled(Vec<Lack>),
    /// Git would merge the book's files by their lines, since these are missing.
    MergingLacks(Vec<Lack>),
    /// Attributes that stand elsewhere say otherwise.
    OtherAttributes,
    /// There is no merge that could be repaired.
    NoMerge,
    /// The merge did not bring this file or problem together.
    NotInMerge(String),
    /// A file was merged again and written.
    Mended(String),
    /// A file says what it should already.
    NothingToMend,
    /// A file is not as git left it, and was left alone.
    ChangedByHand(String),
    /// A file could not be merged; it has markers.
    NotMerged {
        /// The file.
        path: String,
        /// All that stands against it.
        troubles: Vec<Trouble>,
    },
    /// No two problems took this number.
    NoCollision(Id),
    /// One problem is there twice, as git leaves it where it keeps the lines of both sides.
    SameTwice(Id),
    /// A problem got another number.
    Renumbered {
        /// Its number before.
        from: Id,
        /// Its number now.
        to: Id,
        /// The files written.
        files: Vec<String>,
    },
}
