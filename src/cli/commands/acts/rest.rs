//! `ledger suspend`, `transfer`, `withdraw`, and `resume`, which ends each of them

use clap::Args;

use crate::cli::context::Context;
use crate::cli::recording::{EntryArgs, record_problems};
use crate::cli::{Outcome, values};
use crate::domain::entry::Act;
use crate::domain::id::Selection;

/// Suspend problems: they are not overdue meanwhile, and the day does not move
#[derive(Debug, Args)]
pub struct Suspend {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// Who approved it
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    approver: Option<String>,
}

impl Suspend {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let needed =
            [("--text", self.entry.text.is_some()), ("--approver", self.approver.is_some())];
        self.entry.needs(context, &needed)?;
        record_problems(context, "suspend", &self.ids, &self.entry, &|_, _| {
            Ok(Act::Suspend { approver: self.approver.clone() })
        })?;
        Ok(Outcome::Fine)
    }
}

/// Withdraw problems: the number stays, and nothing counts
#[derive(Debug, Args)]
pub struct Withdraw {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// Who approved it
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    approver: Option<String>,
}

impl Withdraw {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let needed =
            [("--text", self.entry.text.is_some()), ("--approver", self.approver.is_some())];
        self.entry.needs(context, &needed)?;
        record_problems(context, "withdraw", &self.ids, &self.entry, &|_, _| {
            Ok(Act::Withdraw { approver: self.approver.clone() })
        })?;
        Ok(Outcome::Fine)
    }
}

/// End a suspension, a transfer or a withdrawal
#[derive(Debug, Args)]
pub struct Resume {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// Who approved it
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    approver: Option<String>,
}

impl Resume {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        record_problems(context, "resume", &self.ids, &self.entry, &|_, _| {
            Ok(Act::Resume { approver: self.approver.clone() })
        })?;
        Ok(Outcome::Fine)
    }
}

/// Hand problems over to another body
#[derive(Debug, Args)]
pub struct Transfer {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// To whom
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    to: Option<String>,
    /// The number it has there
    #[arg(long = "ref", value_name = "REF", value_parser = values::name)]
    reference: Option<String>,
}

impl Transfer {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        self.entry.needs(context, &[("--to", self.to.is_some())])?;
        record_problems(context, "transfer", &self.ids, &self.entry, &|_, _| {
            let to = self.to.clone().unwrap_or_default();
            Ok(Act::Transfer { to, reference: self.reference.clone() })
        })?;
        Ok(Outcome::Fine)
    }
}
