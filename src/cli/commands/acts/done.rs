//! `ledger done`

use clap::Args;

use crate::cli::context::Context;
use crate::cli::recording::{self, EntryArgs, record};
use crate::cli::{Outcome, values};
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::id::Selection;

/// Report problems or measures done; they then await verification
#[derive(Debug, Args)]
pub struct Done {
    /// Problems or measures, as 7, 7.2, 5-9 or 2022-inspection/7.2
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// A file that proves it, below the book's folder (repeatable)
    #[arg(long, value_name = "FILE", value_parser = values::evidence)]
    evidence: Vec<String>,
    /// The occurrence of a duty that was met, as its day
    #[arg(long = "for", value_name = "DATE", value_parser = values::day)]
    occurrence: Option<Day>,
}

impl Done {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let evidence = recording::evidence(context, &self.evidence)?;
        record(context, "done", &self.ids, &self.entry, &|_, named| {
            let (measures, evidence) = (named.measures.clone(), evidence.clone());
            Ok(Act::Done { measures, occurrence: self.occurrence, evidence })
        })?;
        Ok(Outcome::Fine)
    }
}
