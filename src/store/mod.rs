//! Finds the book, reads it, replaces a file in one step, and holds the lock.
//!
//! Knows where things lie and in which order they are written. Knows no rule of the domain and has no words for people:
//! what goes wrong is a [`Failure`], a fact.

mod add;
mod change;
mod check;
mod convert;
mod draft;
mod entries;
mod failure;
mod init;
mod lock;
mod names;
mod notices;
mod numbers;
mod read;
mod root;
mod survey;
mod target;
mod write;

pub use add::Added;
pub use change::Change;
pub use convert::Converted;
pub use failure::Failure;
pub use lock::Lock;
pub use read::{Stored, StoredLedger};
pub use root::{Root, find};
pub use survey::Form;
