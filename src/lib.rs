//! The rectification ledger (问题整改台账) as plain text in git.
//!
//! Text becomes a value, the value answers, the answer becomes text. Only the two ends touch the world:
//!
//! | layer | holds | may use |
//! |---|---|---|
//! | [`domain`] | the book and its rules: problem, entry, state, limit, calendar, policy | nothing of ours |
//! | [`complaint`] | what can be wrong with a file, and where | `domain` |
//! | [`check`] | the rules of `ledger check` | `domain` |
//! | [`reports`] | the answers, as data without words | `domain` |
//! | [`merge`] | three versions of one thing → one, field by field | `domain` |
//! | [`formats`] | TOML and CSV text ↔ values | `domain`, `complaint` |
//! | [`intake`] | foreign sheets and documents → drafts | `domain`, `complaint`, `formats` |
//! | [`render`] | answers → tables, Markdown, CSV, JSON; all wording, in Chinese and English | `domain`, `complaint`, `check`, `reports`, `merge` |
//! | [`git`] | the `git` program | nothing of ours |
//! | [`store`] | files and the lock | `domain`, `complaint`, `formats`, `git` |
//! | [`cli`] | one file a command | all |
//!
//! `tests/layers.rs` holds this table against the code.

pub mod check;
pub mod cli;
pub mod complaint;
pub mod domain;
pub mod formats;
pub mod git;
pub mod intake;
pub mod merge;
pub mod render;
pub mod reports;
pub mod store;
