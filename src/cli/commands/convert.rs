//! `ledger convert`

use clap::{Args, ValueEnum};

use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::render::words::{Deed, Message, Minutes};
use crate::store::Form;

/// Keep a ledger in the other form, without loss: a folder of TOML files or one CSV table
#[derive(Debug, Args)]
pub struct Convert {
    /// The ledger's name
    #[arg(value_name = "LEDGER")]
    ledger: String,
    /// The form in which it is to be kept
    #[arg(long, value_name = "FORM")]
    to: FormArg,
    /// Drop comments, for which a table has no place
    #[arg(long)]
    drop_comments: bool,
}

/// How a ledger is kept, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormArg {
    /// One CSV table
    Csv,
    /// A folder of TOML files
    Toml,
}

impl Convert {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let form = match self.to {
            FormArg::Csv => Form::Table,
            FormArg::Toml => Form::Folder,
        };
        let lock = context.lock("convert")?;
        let converted = lock.convert(&self.ledger, form, context.lang(), self.drop_comments)?;
        let deed = Deed::Convert(self.ledger.clone());
        let committed = context.commit(&lock, &Minutes { deed, lines: Vec::new() });
        drop(lock);
        let (written, removed) = (converted.written.len(), converted.removed.len());
        let message = if written == 0 {
            Message::HasThatForm
        } else {
            Message::Converted { written, removed }
        };
        context.say(&message)?;
        context.say_committed(committed)?;
        Ok(Outcome::Fine)
    }
}
