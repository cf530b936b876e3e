//! `ledger return`: reported work is sent back

use clap::Args;

use crate::cli::context::Context;
use crate::cli::recording::{EntryArgs, record};
use crate::cli::{Outcome, values};
use crate::domain::entry::Act;
use crate::domain::id::Selection;

/// Send reported work back; it is open again under its old day
#[derive(Debug, Args)]
pub struct Return {
    /// Problems or measures, as 7, 7.2, 5-9 or 2022-inspection/7.2
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
}

impl Return {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        self.entry.needs(context, &[("--text", self.entry.text.is_some())])?;
        record(context, "return", &self.ids, &self.entry, &|_, named| {
            Ok(Act::Return { measures: named.measures.clone() })
        })?;
        Ok(Outcome::Fine)
    }
}
