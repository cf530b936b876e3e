//! `ledger note`, `done`, `close`, `recover`, `void`: each records one entry for each problem named.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::recording::{self, EntryArgs, record};
use crate::cli::{Outcome, values};
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::id::Selection;
use crate::domain::key::Key;
use crate::domain::money::Money;
use crate::render::words::Message;

/// Record progress
#[derive(Debug, Args)]
pub struct Note {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// A file that proves it, below the book's folder (repeatable)
    #[arg(long, value_name = "FILE", value_parser = values::evidence)]
    evidence: Vec<String>,
}

/// Report problems or measures done; they then await verification
#[derive(Debug, Args)]
pub struct Done {
    /// Problems or measures, as 7, 7.2, 5-9 or 2022-inspection/7.2
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// A file that proves it, below the book's folder (repeatable)
    #[arg(long, value_name = "FILE", value_parser = values::evidence)]
    evidence: Vec<String>,
    /// The occurrence of a duty that was met, as its day
    #[arg(long = "for", value_name = "DATE", value_parser = values::day)]
    occurrence: Option<Day>,
}

/// Verify and close problems
///
/// Refused while a measure is unreported, an indicator is short without a reason, or the policy asks for evidence or a
/// second person. A refusal names all that is missing.
#[derive(Debug, Args)]
pub struct Close {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
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

impl Note {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        needs_text(&self.entry)?;
        problems_only(context, &self.ids)?;
        let evidence = recording::evidence(context, &self.evidence)?;
        record(context, "note", &self.ids, &self.entry, &|_, _| {
            Ok(Act::Progress { evidence: evidence.clone() })
        })?;
        Ok(Outcome::Fine)
    }
}

impl Done {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let evidence = recording::evidence(context, &self.evidence)?;
        record(context, "done", &self.ids, &self.entry, &|_, named| {
            let (measures, evidence) = (named.measures.clone(), evidence.clone());
            Ok(Act::Done { measures, occurrence: self.occurrence, evidence })
        })?;
        Ok(Outcome::Fine)
    }
}

impl Close {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        problems_only(context, &self.ids)?;
        let evidence = recording::evidence(context, &self.evidence)?;
        record(context, "close", &self.ids, &self.entry, &|_, _| {
            let (verifier, reason) = (self.verifier.clone(), self.reason.clone());
            Ok(Act::Close { verifier, evidence: evidence.clone(), reason })
        })?;
        Ok(Outcome::Fine)
    }
}

impl Recover {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let ids = [self.id];
        problems_only(context, &ids)?;
        let evidence = recording::evidence(context, &self.evidence)?;
        let amount = self.amount;
        if amount == Money::ZERO {
            return Err(Stop::usage(Message::NoMoney).into());
        }
        record(context, "recover", &ids, &self.entry, &|_, _| {
            Ok(Act::Recover { amount, evidence: evidence.clone() })
        })?;
        Ok(Outcome::Fine)
    }
}

impl Void {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        needs_text(&self.entry)?;
        let ids = [self.id];
        problems_only(context, &ids)?;
        record(context, "void", &ids, &self.entry, &|_, _| Ok(Act::Void { of: self.key }))?;
        Ok(Outcome::Fine)
    }
}

fn needs_text(entry: &EntryArgs) -> Result<(), Stop> {
    if entry.text.is_some() { Ok(()) } else { Err(Stop::usage(Message::Missing(vec!["--text"]))) }
}

fn problems_only(context: &Context<'_>, selections: &[Selection]) -> anyhow::Result<()> {
    crate::cli::ids::problems_only(crate::cli::ids::resolve(context, selections)?)?;
    Ok(())
}
