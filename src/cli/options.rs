//! The options of everywhere, as they are typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::past::{self, Version};
use super::values;
use crate::domain::book::Lang;
use crate::domain::day::Day;

/// Options that every command takes.
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(next_help_heading = "Everywhere")]
pub struct Options {
    /// Look for the book in DIR instead of the current folder
    #[arg(short = 'C', long = "directory", global = true, value_name = "DIR")]
    pub directory: Option<PathBuf>,
    /// Use this ledger (repeatable)
    #[arg(short, long = "ledger", global = true, value_name = "LEDGER")]
    pub ledgers: Vec<String>,
    /// Read this table or sheet instead of the book; `-` is standard input
    #[arg(short, long, global = true, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Read FILE in this encoding, as `gb18030`
    #[arg(long, global = true, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Read this sheet of a workbook, or the table of this number of a document
    #[arg(long, global = true, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// The sign between the columns of FILE, as `;` or `tab`
    #[arg(long, global = true, value_name = "SIGN", value_parser = values::delimiter)]
    pub delimiter: Option<u8>,
    /// Treat DATE as today
    #[arg(long, global = true, value_name = "DATE", value_parser = values::day)]
    pub today: Option<Day>,
    /// Read the book as git had it: at a commit, or at the end of DATE, which then is today
    #[arg(long, global = true, value_name = "REV|DATE", value_parser = past::version, conflicts_with = "file")]
    pub at: Option<Version>,
    /// Speak this language
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Tongue>,
    /// Show lights and complaints in colour: on a terminal, always or never
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: When,
    /// Write in this format
    #[arg(short = 'O', long, global = true, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Write to FILE, in the format that its name says
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the FILE of --output if it is there
    #[arg(long, global = true, requires = "output")]
    pub force: bool,
    /// Commit what the command writes, and nothing else; `commit = true` in book.toml always does
    #[arg(long, global = true)]
    pub commit: bool,
    /// Commit nothing
    #[arg(long, global = true, overrides_with = "commit")]
    pub no_commit: bool,
    /// Ask nothing, as where there is no terminal
    #[arg(long, global = true)]
    pub no_input: bool,
    /// Write also where the book lies on a network file system
    #[arg(long, global = true)]
    pub allow_network_fs: bool,
    /// Show long answers without the pager
    #[arg(long, global = true)]
    pub no_pager: bool,
    /// Wait so many seconds for another command that is writing
    #[arg(long, global = true, value_name = "SECONDS", default_value_t = 60)]
    pub lock_timeout: u64,
}

/// A format of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for the terminal
    Table,
    /// Comma-separated values
    Csv,
    /// JSON, with English keys
    Json,
    /// Markdown
    Md,
    /// A page for a browser, in one file
    Html,
    /// A paper for a word processor
    Docx,
    /// A workbook, each table on a sheet of its own
    Xlsx,
    /// A calendar of last days and reviews, of `export` only
    Ics,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Also into a pipe; never into a file of --output
    Always,
    /// Nowhere
    Never,
}

/// A language, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tongue {
    /// Chinese
    Zh,
    /// English
    En,
}

impl From<Tongue> for Lang {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Zh => Self::Zh,
            Tongue::En => Self::En,
        }
    }
}
