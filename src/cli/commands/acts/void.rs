//! `ledger void`

use clap::Args;

use crate::cli::context::Context;
use crate::cli::recording::{EntryArgs, record_problems};
use crate::cli::{Outcome, values};
use crate::domain::entry::Act;
use crate::domain::id::Selection;
use crate::domain::key::Key;

/// Take back an entry that was made by mistake; it stays written and counts for nothing
#[derive(Debug, Args)]
pub struct Void {
    /// The problem, as 7 or 2022-inspection/7
    #[arg(value_name = "ID", value_parser = values::selection)]
    id: Selection,
    /// The key of the entry, which `ledger show` lists
    #[arg(value_name = "KEY", value_parser = values::key)]
    key: Key,
    #[command(flatten)]
    entry: EntryArgs,
}

impl Void {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        self.entry.needs(context, &[("--text", self.entry.text.is_some())])?;
        let ids = [self.id];
        record_problems(context, "void", &ids, &self.entry, &|_, _| {
            Ok(Act::Void { of: self.key })
        })?;
        Ok(Outcome::Fine)
    }
}
