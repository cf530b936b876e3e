//! The words in English.

pub mod changes;
pub mod counts;
pub mod faults;
pub mod findings;
pub mod labels;
pub mod limits;
pub mod messages;
pub mod names;
pub mod notes;
pub mod past;
pub mod refusals;
pub mod stands;
mod toml;
pub mod usage;
