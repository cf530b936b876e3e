//! `ledger assign`

use clap::Args;

use crate::cli::context::Context;
use crate::cli::recording::{EntryArgs, record};
use crate::cli::responsible::ResponsibleArgs;
use crate::cli::{Outcome, values};
use crate::domain::entry::Act;
use crate::domain::id::Selection;

/// Let others answer for problems or measures from now on
///
/// Lists of persons that are not named stay as they were. New lead or joint units take the place of all units.
#[derive(Debug, Args)]
pub struct Assign {
    /// Problems or measures, as 7, 7.2, 5-9 or 2022-inspection/7.2
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    #[command(flatten)]
    to: ResponsibleArgs,
}

impl Assign {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let needed = [("--lead/--joint/--with/--leader/--person", !self.to.is_empty())];
        self.entry.needs(context, &needed)?;
        record(context, "assign", &self.ids, &self.entry, &|book, named| {
            let to = self.to.read(&book.head.roster)?;
            Ok(Act::Assign { measures: named.measures.clone(), to })
        })?;
        Ok(Outcome::Fine)
    }
}
