//! What the program takes from its surroundings: the locale, the terminal and its width. Nothing else is read, and never
//! `LEDGER_FILE` or `.ledgerrc`, which belong to another program of this name.

use std::env;
use std::io::{self, IsTerminal};

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
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let plain = set("NO_COLOR") || env::var_os("TERM").is_some_and(|term| term == "dumb");
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
