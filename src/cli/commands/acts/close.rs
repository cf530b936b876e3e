//! `ledger close`

use clap::Args;

use crate::cli::asking::acts::Wants;
use crate::cli::context::Context;
use crate::cli::recording::{self, EntryArgs, record_problems};
use crate::cli::{Outcome, values};
use crate::domain::acts::State;
use crate::domain::entry::Act;
use crate::domain::id::Selection;

/// Verify and close problems
///
/// Refused while a measure is unreported, an indicator is short without a reason, or the policy asks for evidence or a
/// second person. A refusal names all that is missing. At a terminal, what is not said is asked for.
#[derive(Debug, Args)]
pub struct Close {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// Who verified, if not the one who records it
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    verifier: Option<String>,
    /// Why it is closed although an indicator is short of its target
    #[arg(long, value_name = "TEXT", value_parser = values::text)]
    reason: Option<String>,
    /// A file that proves it, below the book's folder (repeatable)
    #[arg(long, value_name = "FILE", value_parser = values::evidence)]
    evidence: Vec<String>,
}

impl Close {
    /// Runs the command.
    pub fn run(mut self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let wants = Wants {
            states: &[State::Awaiting],
            ids: &mut self.ids,
            entry: &mut self.entry,
            limit: None,
            approver: None,
        };
        wants.complete(context)?;
        self.entry.needs(context, &[("ID", !self.ids.is_empty())])?;
        let evidence = recording::evidence(context, &self.evidence)?;
        record_problems(context, "close", &self.ids, &self.entry, &|_, _| {
            let (verifier, reason) = (self.verifier.clone(), self.reason.clone());
            Ok(Act::Close { verifier, evidence: evidence.clone(), reason })
        })?;
        Ok(Outcome::Fine)
    }
}
