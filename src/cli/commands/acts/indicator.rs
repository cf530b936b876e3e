//! `ledger indicator`

use clap::Args;

use crate::cli::context::Context;
use crate::cli::recording::{EntryArgs, record_problems};
use crate::cli::{Outcome, values};
use crate::domain::entry::Act;
use crate::domain::figure::Figure;
use crate::domain::id::Selection;

/// Record the new value of an indicator
#[derive(Debug, Args)]
pub struct Indicator {
    /// The problem, as 7 or 2022-inspection/7
    #[arg(value_name = "ID", value_parser = values::selection)]
    id: Selection,
    /// The indicator, as the problem names it
    #[arg(value_name = "NAME", value_parser = values::name)]
    name: String,
    /// Its value, as 91.5, without the unit
    #[arg(value_name = "VALUE", value_parser = values::figure, allow_negative_numbers = true)]
    value: Figure,
    #[command(flatten)]
    entry: EntryArgs,
}

impl Indicator {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        record_problems(context, "indicator", &[self.id], &self.entry, &|_, _| {
            Ok(Act::Indicator { name: self.name.clone(), actual: self.value })
        })?;
        Ok(Outcome::Fine)
    }
}
