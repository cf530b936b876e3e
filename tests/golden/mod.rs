//! Runs the program in a folder and holds what it says against a file, which `BLESS=1 cargo test` writes anew.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a run gave.
pub(crate) struct Run {
    /// The command line, as it is typed.
    pub(crate) line: String,
    /// What it said.
    pub(crate) stdout: String,
    /// What it said beside that.
    pub(crate) stderr: String,
    /// How it ended.
    pub(crate) status: i32,
}

impl Run {
    /// Returns the run as a session on paper.
    pub(crate) fn session(&self) -> String {
        let mut text = format!("$ {}\n{}", self.line, self.stdout);
        if !self.stderr.is_empty() {
            write!(text, "--- standard error\n{}", self.stderr).unwrap();
        }
        writeln!(text, "--- status {}", self.status).unwrap();
        text
    }
}

/// Runs the program in a folder, 80 columns wide, on 1 December 2022, with nothing else around it.
pub(crate) fn ledger(folder: &Path, lang: &str, words: &[&str]) -> Run {
    let words = [words, &["--today", "2022-12-01", "--lang", lang]].concat();
    let output = Command::new(env!("CARGO_BIN_EXE_ledger"))
        .args(&words)
        .current_dir(folder)
        .env_clear()
        .envs(env::var_os("LLVM_PROFILE_FILE").map(|it| ("LLVM_PROFILE_FILE", it)))
        .env("COLUMNS", "80")
        .env("PATH", env::var_os("PATH").unwrap_or_default())
        .output()
        .unwrap();
    Run {
        line: format!("ledger {}", words.join(" ")),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code().unwrap(),
    }
}

/// The folder of a kind of golden files.
pub(crate) fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(kind)
}

/// Returns what is wrong where the text is not that of the file; with `BLESS` it becomes it.
pub(crate) fn compare(file: &Path, text: &str) -> Result<(), String> {
    if env::var_os("BLESS").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        return Ok(());
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    if expected == text {
        return Ok(());
    }
    Err(format!("{} says\n{expected}\nbut now it is\n{text}", file.display()))
}
