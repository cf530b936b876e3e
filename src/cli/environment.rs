//! What the program takes from its surroundings: the locale, the terminal and its width. Nothing else is read, and never
//! `LEDGER_FILE` or `.ledgerrc`, which belong to another program of this name.

use std::env;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use crate::domain::book::Lang;

/// The language of the locale: Chinese where it says so, else English.
pub(super) fn locale() -> Lang {
    // The order of POSIX: the first that is set and not empty decides.
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| env::var(name).ok());
    let deciding = set.into_iter().find(|value| !value.is_empty());
    if deciding.is_some_and(|value| value.to_lowercase().starts_with("zh")) {
        Lang::Zh
    } else {
        Lang::En
    }
}

/// The columns that a line may take: of the terminal, else what `COLUMNS` says, else 80.
pub(super) fn width() -> usize {
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let said = || env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    // Narrower than 40 no table is a table; wider than 400 no line is read.
    said().or_else(terminal).filter(|width| *width > 0).unwrap_or(80).clamp(40, 400)
}

/// Whether somebody sits at the terminal who can answer: standard input and standard error are one, and it is more than a
/// printer.
pub(super) fn can_be_asked() -> bool {
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    !dumb && io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Whether standard output and standard error are for colours, where nobody has said so.
pub(super) fn colors() -> Colors {
    let plain = is_set("NO_COLOR") || env::var_os("TERM").is_some_and(|term| term == "dumb");
    Colors { out: !plain && io::stdout().is_terminal(), err: !plain && io::stderr().is_terminal() }
}

/// Where colours are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colors {
    /// On standard output.
    pub out: bool,
    /// On standard error.
    pub err: bool,
}

/// How the program was started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Program {
    /// What it is called: the office may have given it another name.
    pub name: String,
    /// How a shell in any folder starts it: by its name, or by its path where it was started by one.
    pub path: String,
}

/// How the program was started.
pub(super) fn program() -> Program {
    let typed = env::args_os().next().map_or_else(|| PathBuf::from("ledger"), PathBuf::from);
    let name = typed.file_stem().map_or("ledger".into(), |name| name.to_string_lossy());
    let has_folder = typed.parent().is_some_and(|folder| folder != Path::new(""));
    let path = if has_folder { folder().unwrap_or_default().join(&typed) } else { typed.clone() };
    Program { name: name.into_owned(), path: path.to_string_lossy().into_owned() }
}

/// The folder in which the program runs.
pub(super) fn folder() -> Option<PathBuf> {
    env::current_dir().ok()
}

/// The shell that asks what could be typed.
pub(super) fn completing() -> Option<String> {
    env::var("COMPLETE").ok().filter(|shell| !shell.is_empty())
}

/// The editor of whoever sits at the terminal; nothing where none is named and nobody sits there, who would be waited for.
pub(super) fn editor() -> Option<String> {
    let set = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| env::var(name).ok());
    let usual = if cfg!(windows) { "notepad" } else { "vi" };
    let attended = || io::stdin().is_terminal() && io::stdout().is_terminal();
    set.into_iter()
        .find(|words| !words.trim().is_empty())
        .or_else(|| (cfg!(windows) || attended()).then(|| usual.to_owned()))
}

/// The pager, where answers are read at a terminal; `PAGER=` and `PAGER=cat` want none.
pub(super) fn pager() -> Option<String> {
    let plain = env::var_os("TERM").is_some_and(|term| term == "dumb");
    let pager = env::var("PAGER").unwrap_or_else(|_| "less".to_owned());
    let none = plain || pager.trim().is_empty() || pager.trim() == "cat";
    (!none && io::stdin().is_terminal() && io::stdout().is_terminal()).then_some(pager)
}

/// How many lines the terminal shows at once.
pub(super) fn height() -> Option<usize> {
    terminal_size::terminal_size().map(|(_, height)| usize::from(height.0))
}

/// Whether a variable is set to something.
pub(super) fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}
