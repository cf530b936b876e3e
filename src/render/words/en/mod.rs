//! The words in English.

pub mod asking;
pub mod changes;
pub mod checks;
pub mod counts;
pub mod course;
pub mod documents;
pub mod echoes;
pub mod faults;
pub mod findings;
pub mod further;
pub mod labels;
pub mod limits;
pub mod merging;
pub mod messages;
pub mod minutes;
pub mod names;
pub mod notes;
pub mod notices;
pub mod office;
pub mod past;
pub mod refusals;
pub mod rules;
pub mod stands;
pub mod taking;
mod toml;
pub mod usage;
pub mod verify;
