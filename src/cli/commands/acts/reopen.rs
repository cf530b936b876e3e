//! `ledger reopen`

use clap::Args;

use crate::cli::context::Context;
use crate::cli::limits::{self, NewLimitArgs};
use crate::cli::recording::{EntryArgs, record};
use crate::cli::{Outcome, values};
use crate::domain::entry::Act;
use crate::domain::id::Selection;

/// Open closed problems again: a new round begins
///
/// Reports and extensions of earlier rounds no longer count. Without a new limit the first day counts again.
#[derive(Debug, Args)]
pub struct Reopen {
    /// Problems or measures, as 7, 7.2, 5-9 or 2022-inspection/7.2
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// What it rests on: a review, a finding, a complaint
    #[arg(long, value_name = "TEXT", value_parser = values::text)]
    basis: Option<String>,
    #[command(flatten)]
    limit: NewLimitArgs,
}

impl Reopen {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        self.entry.needs(context, &[("--text", self.entry.text.is_some())])?;
        let on = self.entry.on.unwrap_or(context.today);
        record(context, "reopen", &self.ids, &self.entry, &|book, named| {
            Ok(Act::Reopen {
                measures: named.measures.clone(),
                basis: self.basis.clone(),
                limit: self.limit.limit.clone(),
                due: limits::of_round(&self.limit, book, named, on)?,
            })
        })?;
        Ok(Outcome::Fine)
    }
}
