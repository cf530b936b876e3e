//! `ledger review`

use clap::Args;

use crate::cli::context::Context;
use crate::cli::recording::{self, EntryArgs, record_problems};
use crate::cli::{Outcome, values};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Outcome as Found};
use crate::domain::id::Selection;

/// Record that closed problems were looked at again
#[derive(Debug, Args)]
pub struct Review {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    /// They stayed cured
    #[arg(long, conflicts_with = "relapsed")]
    kept: bool,
    /// They came back; reopen them with `ledger reopen`
    #[arg(long)]
    relapsed: bool,
    #[command(flatten)]
    entry: EntryArgs,
    /// When to look again, if not when the policy says
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    next: Option<Day>,
    /// A file that proves it, below the book's folder (repeatable)
    #[arg(long, value_name = "FILE", value_parser = values::evidence)]
    evidence: Vec<String>,
}

impl Review {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let needed = [
            ("--kept/--relapsed", self.kept || self.relapsed),
            ("--text", self.entry.text.is_some() || !self.relapsed),
        ];
        self.entry.needs(context, &needed)?;
        let evidence = recording::evidence(context, &self.evidence)?;
        let outcome = if self.kept { Found::Kept } else { Found::Relapsed };
        record_problems(context, "review", &self.ids, &self.entry, &|_, _| {
            Ok(Act::Review { outcome, next: self.next, evidence: evidence.clone() })
        })?;
        Ok(Outcome::Fine)
    }
}
