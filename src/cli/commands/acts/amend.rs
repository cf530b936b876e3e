//! `ledger amend`

use clap::Args;

use crate::cli::context::Context;
use crate::cli::recording::{EntryArgs, record_problems, standing_on};
use crate::cli::values::Set;
use crate::cli::{Outcome, values};
use crate::domain::entry::Act;
use crate::domain::id::Selection;

/// Correct a slip in a field; no extension, and who is responsible changes by `ledger assign`
///
/// The wrong value is recorded beside the right one. Fields: title, detail, category, source, cause, ref, found, limit,
/// due, sustained, goal, amount, recoverable; of a measure 2.text, 2.limit, 2.due, 2.sustained.
#[derive(Debug, Args)]
pub struct Amend {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    /// The right value, as due=2022-10-31; 2.due=2022-10-31 is of measure 2
    #[arg(long, value_name = "FIELD=VALUE", value_parser = values::set)]
    set: Option<Set>,
    #[command(flatten)]
    entry: EntryArgs,
}

impl Amend {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let text = self.entry.text.is_some();
        self.entry.needs(context, &[("--set", self.set.is_some()), ("--text", text)])?;
        let Some(Set { measure, change }) = self.set else { return Ok(Outcome::Fine) };
        let today = context.today;
        let on = self.entry.on.unwrap_or(today);
        record_problems(context, "amend", &self.ids, &self.entry, &|book, named| {
            let old = standing_on(book, &named.id, on, today, |standing| {
                change.field.value_in(&standing.problem, measure)
            });
            let old = old.flatten().map(|value| value.to_string());
            Ok(Act::Amend { measure, change: change.clone(), old })
        })?;
        Ok(Outcome::Fine)
    }
}
