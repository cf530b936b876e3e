//! The words in English.

pub mod counts;
pub mod faults;
pub mod labels;
pub mod names;
mod toml;
