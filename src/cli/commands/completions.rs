//! `ledger completions`: what a shell reads so that it completes the words of a command.

use clap::{Args, ValueEnum};

use crate::cli::Outcome;
use crate::cli::completing;
use crate::cli::context::Context;
use crate::cli::environment;

/// Print what a shell reads to complete commands, options, and the ids, units and persons of the book
///
/// For bash: source <(ledger completions bash) in ~/.bashrc. Made anew when the program is updated.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// A shell that can be taught to complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shell {
    /// Bash
    Bash,
    /// Zsh
    Zsh,
    /// Fish
    Fish,
    /// PowerShell
    Powershell,
    /// Elvish
    Elvish,
}

impl Shell {
    fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Elvish => "elvish",
        }
    }
}

impl Completions {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let program = environment::program();
        let shell = completing::shell(self.shell.name());
        // Each of the shells is known to the library; one that is not would complete nothing.
        if let Some(shell) = shell {
            let (variable, name) = (completing::VARIABLE, program.name.as_str());
            shell.write_registration(variable, name, name, &program.path, &mut context.out)?;
        }
        Ok(Outcome::Fine)
    }
}
