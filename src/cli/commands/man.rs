//! `ledger man`: the help of a command as a manual page.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::Man as Page;

use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::{Outcome, help};
use crate::complaint::Doing;
use crate::render::words::Message;

/// Print a command's manual page, or write those of all commands into a folder
///
/// To read it: ledger man add | man -l -
#[derive(Debug, Args)]
pub struct Man {
    /// The command; without it the program's own page
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    /// Write ledger.1, ledger-add.1 and so on into this folder, which is made where it is not there
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    into: Option<PathBuf>,
}

impl Man {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let program = help::command_line(context.lang());
        if let Some(folder) = &self.into {
            write_all(&program, folder)?;
            return Ok(Outcome::Fine);
        }
        let page = match &self.command {
            None => program,
            Some(name) => below(&program, name).ok_or_else(|| unknown(name))?,
        };
        Page::new(page).render(&mut context.out)?;
        Ok(Outcome::Fine)
    }
}

/// The command of this name, under the name of its page.
fn below(program: &Command, name: &str) -> Option<Command> {
    let command = program.find_subcommand(name)?.clone();
    Some(command.name(format!("{}-{name}", program.get_name())))
}

fn write_all(program: &Command, folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder).map_err(|error| unwritten(folder, &error))?;
    let names = program.get_subcommands().map(|command| command.get_name().to_owned());
    let pages = names.filter_map(|name| below(program, &name));
    for page in [program.clone()].into_iter().chain(pages) {
        let path = folder.join(format!("{}.1", page.get_name()));
        let mut text = Vec::new();
        Page::new(page).render(&mut text)?;
        fs::write(&path, text).map_err(|error| unwritten(&path, &error))?;
    }
    Ok(())
}

fn unwritten(path: &Path, error: &std::io::Error) -> Stop {
    let (path, said) = (path.display().to_string(), error.to_string());
    Message::System { doing: Doing::Write, path, said }.into()
}

fn unknown(name: &str) -> Stop {
    Stop::usage(help::no_topic(name))
}
