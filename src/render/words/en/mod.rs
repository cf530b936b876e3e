//! The words in English.

pub mod counts;
pub mod faults;
pub mod labels;
pub mod names;
pub mod notes;
pub mod stands;
mod toml;
