//! Hard to break: the real binary under faults, kills, crowds, full disks and power cuts.
//!
//! The short ones run always. The long ones: `cargo test --release --test hard -- --ignored --nocapture --test-threads=1`,
//! with `LEDGER_HARD=N` for N times as many rounds. What the machine does not allow is skipped with a word; with
//! `LEDGER_HARD_ALL=1` that is a failure.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]
#![expect(clippy::print_stdout, reason = "the figures are for the page on reliability")]

mod book;
mod crowd;
mod cuts;
mod disks;
mod inject;
mod kill;
mod shim;
mod statuses;
mod streams;
