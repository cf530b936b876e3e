//! The words in Chinese, as an office writes them.

pub mod changes;
pub mod checks;
pub mod counts;
pub mod course;
pub mod echoes;
pub mod faults;
pub mod findings;
pub mod further;
pub mod help;
mod help_reading;
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
mod toml;
pub mod usage;
mod value_names;
pub mod verify;
