//! The commands, one file each: its options, its help and what it does.

pub mod acts;
pub mod add;
pub mod check;
pub mod completions;
pub mod convert;
pub mod diff;
pub mod edit;
pub mod export;
pub mod import;
pub mod init;
pub mod limit;
pub mod list;
pub mod log;
pub mod man;
pub mod measure;
pub mod merge;
pub mod morning;
pub mod notice;
pub mod overdue;
pub mod report;
pub mod seal;
pub mod show;
pub mod summary;
pub mod topic;
pub mod verify;
