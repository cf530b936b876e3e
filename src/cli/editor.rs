//! The programs of others that a person reads and writes with: the editor and the pager.

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use super::environment;

/// Lets the office's editor change a file; tells whether the editor ended well.
pub(super) fn edit(editor: &str, path: &Path) -> io::Result<bool> {
    Ok(shell(editor).arg(path).status()?.success())
}

/// Shows a text through the pager. Tells whether it could be started; nothing was shown where it could not.
pub(super) fn page(pager: &str, text: &[u8]) -> io::Result<bool> {
    let mut command = shell(pager);
    // Short texts are left on the screen, colours pass, and Chinese is Chinese wherever the locale is poor.
    for (name, value) in [("LESS", "FRX"), ("LESSCHARSET", "utf-8")] {
        if !environment::is_set(name) {
            command.env(name, value);
        }
    }
    let Ok(mut child) = command.stdin(Stdio::piped()).spawn() else { return Ok(false) };
    if let Some(mut stdin) = child.stdin.take() {
        match stdin.write_all(text) {
            // Whoever has seen enough leaves the pager.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
            _ => drop(stdin),
        }
    }
    Ok(child.wait()?.code() != Some(NOT_FOUND))
}

/// What a shell ends with that finds no such program.
const NOT_FOUND: i32 = 127;

/// A command of the settings, which may have arguments of its own; more are added behind them.
#[cfg(unix)]
fn shell(words: &str) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{words} \"$@\"")).arg(words);
    command
}

/// A command of the settings, which may have arguments of its own; more are added behind them.
#[cfg(not(unix))]
fn shell(words: &str) -> Command {
    let mut words = words.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}
