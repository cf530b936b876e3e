//! Sessions at the keyboard: what a clerk types, and all that comes back.
//!
//! Each test runs the real binary in a folder of its own and an empty environment, and compares standard output, standard
//! error, the exit status and the files afterwards. What a test does not state must be empty, or unchanged.
//!
//! Long answers stand in `tests/golden/sessions/NAME.stdout` and `NAME.stderr`. `BLESS=1 cargo test --test sessions`
//! writes them anew; read the difference before you commit it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod acts;
mod add;
mod amend;
#[cfg(unix)]
mod asked;
mod assign;
mod bulletin;
#[cfg(unix)]
mod by_hand;
mod calendar;
mod check;
mod close;
mod commit;
mod convert;
mod diff;
mod duty;
mod entered;
mod extend;
mod figures;
mod filter;
#[path = "../folder/mod.rs"]
mod folder;
mod further;
mod git;
mod golden;
mod help_words;
mod import;
mod in_force;
mod init;
mod language;
mod lateness;
mod lawful;
mod life;
mod limit;
mod list;
mod log;
mod many;
mod masking;
mod measure;
mod merge_command;
mod merge_left;
mod merging;
mod months;
mod morning;
mod notice;
mod output;
mod overdue;
mod own;
mod past;
mod recording;
mod refused;
mod replay;
mod rest;
mod returned;
#[cfg(unix)]
mod review;
mod roster;
mod rounds;
mod samples;
mod seal;
mod seeds;
mod session;
mod sheet;
mod show;
mod slip;
mod summary;
mod taken;
#[cfg(unix)]
mod terminal;
mod totals;
#[cfg(unix)]
mod unattended;
mod verify;
mod void;
mod wording;
mod workbook;
