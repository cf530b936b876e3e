//! `ledger`: parse, run, say how it ended.

use std::env;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// The allocator of the system takes a quarter longer over the many small texts of a book, and a fifth more memory
/// (docs/performance.md). Elsewhere than on glibc it would need a compiler for C that is seldom there.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let words: Vec<_> = env::args_os().collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    // Standard error is not locked: whatever goes wrong in a thread is told there, and would wait for us who wait for it.
    let status = ledger::cli::run(&words, &mut out, &mut io::stderr());
    // What could not be flushed was reported by `run`.
    let _ = out.flush();
    ExitCode::from(status)
}
