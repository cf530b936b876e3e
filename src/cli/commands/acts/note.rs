//! `ledger note`

use clap::Args;

use crate::cli::context::Context;
use crate::cli::recording::{self, EntryArgs, record_problems};
use crate::cli::{Outcome, values};
use crate::domain::entry::Act;
use crate::domain::id::Selection;

/// Record progress
#[derive(Debug, Args)]
pub struct Note {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// A file that proves it, below the book's folder (repeatable)
    #[arg(long, value_name = "FILE", value_parser = values::evidence)]
    evidence: Vec<String>,
}

impl Note {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        self.entry.needs(context, &[("--text", self.entry.text.is_some())])?;
        let evidence = recording::evidence(context, &self.evidence)?;
        record_problems(context, "note", &self.ids, &self.entry, &|_, _| {
            Ok(Act::Progress { evidence: evidence.clone() })
        })?;
        Ok(Outcome::Fine)
    }
}
