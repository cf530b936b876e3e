//! `ledger account`

use clap::Args;

use crate::cli::context::Context;
use crate::cli::recording::{EntryArgs, record_problems};
use crate::cli::{Outcome, values};
use crate::domain::entry::Act;
use crate::domain::id::Selection;

/// Record that persons were held to account
#[derive(Debug, Args)]
pub struct Account {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    /// Which of the four forms (四种形态), 1 to 4
    #[arg(long, value_name = "FORM", value_parser = values::form)]
    form: Option<u8>,
    /// How many persons (人)
    #[arg(long, value_name = "NUMBER", value_parser = values::number)]
    persons: Option<u32>,
    /// How many times (人次), where it is not once each
    #[arg(long, value_name = "NUMBER", value_parser = values::number)]
    times: Option<u32>,
    #[command(flatten)]
    entry: EntryArgs,
}

impl Account {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let counted = self.persons.is_some() || self.times.is_some();
        self.entry
            .needs(context, &[("--form", self.form.is_some()), ("--persons/--times", counted)])?;
        let form = self.form.unwrap_or_default();
        record_problems(context, "account", &self.ids, &self.entry, &|_, _| {
            Ok(Act::Account { form, persons: self.persons, times: self.times })
        })?;
        Ok(Outcome::Fine)
    }
}
