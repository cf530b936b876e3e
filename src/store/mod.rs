//! Finds the book, reads it as it lies on the disk or as a commit holds it, replaces a file in one step, and holds the lock.
//!
//! Knows where things lie and in which order they are written. Knows no rule of the domain and has no words for people:
//! what goes wrong is a [`Failure`], a fact.

mod add;
mod change;
mod check;
mod commit;
mod compare;
mod convert;
mod driver;
mod edges;
mod edit;
mod enrol;
mod entries;
mod evidence;
mod failure;
mod head;
mod held;
mod history;
mod init;
mod known;
mod large;
mod listed;
mod lock;
mod mend;
mod names;
mod notices;
mod numbers;
mod opened;
mod origin;
mod portion;
mod read;
mod repair;
mod revise;
mod revision;
mod root;
mod seal;
mod snapshot;
mod stream;
mod survey;
mod templates;
mod write;

pub use add::{Added, Entered};
pub use change::Change;
pub use commit::can_commit;
pub use compare::compare;
pub use convert::Converted;
pub use edges::{Heads, Step};
pub use edit::Opening;
pub use evidence::{sha256, sha256_of};
pub use failure::Failure;
pub use history::{History, Span, Wanted};
pub use known::Gone;
pub use lock::{Found, Lock};
pub use mend::Mended;
pub use origin::Origin;
pub use read::{Stored, StoredLedger};
pub use repair::Rewritten;
pub use revision::{AnyHead, Revised, RevisedHead, Revision, State};
pub use root::{Root, find};
pub use seal::{digest, in_history};
pub use snapshot::{Moment, Snapshot};
pub use stream::{ButLarge, Large, Portions, stream, stream_files};
pub use survey::Form;
pub use write::{begin, has_changed, network, opened};
