//! The commands that record what happened: each one entry for each problem named, through the gate.

mod account;
mod amend;
mod assign;
mod close;
mod done;
mod extend;
mod indicator;
mod note;
mod recover;
mod reopen;
mod rest;
mod review;
mod send_back;
mod void;

pub use account::Account;
pub use amend::Amend;
pub use assign::Assign;
pub use close::Close;
pub use done::Done;
pub use extend::Extend;
pub use indicator::Indicator;
pub use note::Note;
pub use recover::Recover;
pub use reopen::Reopen;
pub use rest::{Resume, Suspend, Transfer, Withdraw};
pub use review::Review;
pub use send_back::Return;
pub use void::Void;
