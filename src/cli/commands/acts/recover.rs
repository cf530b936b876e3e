//! `ledger recover`

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::recording::{self, EntryArgs, record_problems};
use crate::cli::{Outcome, values};
use crate::domain::entry::Act;
use crate::domain::id::Selection;
use crate::domain::money::Money;
use crate::render::words::Message;

/// Record money that came back
#[derive(Debug, Args)]
pub struct Recover {
    /// The problem, as 7 or 2022-inspection/7
    #[arg(value_name = "ID", value_parser = values::selection)]
    id: Selection,
    /// How much, as 15.7万元, 457.2元 or 157000
    #[arg(value_name = "AMOUNT", value_parser = values::money)]
    amount: Money,
    #[command(flatten)]
    entry: EntryArgs,
    /// A file that proves it, below the book's folder (repeatable)
    #[arg(long, value_name = "FILE", value_parser = values::evidence)]
    evidence: Vec<String>,
}

impl Recover {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let ids = [self.id];
        let evidence = recording::evidence(context, &self.evidence)?;
        let amount = self.amount;
        if amount == Money::ZERO {
            return Err(Stop::usage(Message::NoMoney).into());
        }
        record_problems(context, "recover", &ids, &self.entry, &|_, _| {
            Ok(Act::Recover { amount, evidence: evidence.clone() })
        })?;
        Ok(Outcome::Fine)
    }
}
