//! A ledger as one CSV table, see `docs/format.md`: a row an entry of the model, both ways.
//!
//! Knows rows, columns and their words. What a key means, and which values it takes, is the business of
//! [`record`](super::record).

mod append;
pub mod columns;
mod guard;
mod header;
pub mod lean;
mod line;
mod many;
mod mend;
mod part;
mod read;
mod revise;
pub mod rows;
mod versions;
mod wording;
mod write;

pub use append::{append, append_all};
pub use many::append_problems;
pub use mend::mend;
pub use part::part;
pub use read::{is_table, read, read_some};
pub use revise::{columns_of, revise};
pub use versions::Version;
pub use write::{Writer, write};

/// What separates the cells of a ledger's table.
const SEPARATOR: u8 = b',';
