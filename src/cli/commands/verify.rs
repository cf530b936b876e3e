//! `ledger verify`

use std::path::PathBuf;

use clap::Args;

use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::past::{self, Version};
use crate::cli::progress::Progress;
use crate::cli::telling::{stamp, versions};
use crate::render::words::Message;
use crate::render::{json, layout};
use crate::reports::changes::is_masked;
use crate::reports::verify::{Step, Verified, Verifier};
use crate::store::{self, History};

/// Go through the whole history and find what may not happen in it
///
/// Entries edited or removed, closed problems changed, days moved without an extension, numbers used twice and the like,
/// step by step from each parent of each commit. Exits with status 1 if there is anything.
#[derive(Debug, Args)]
pub struct Verify {
    /// Only what was committed on DATE or later, or after REV
    #[arg(long, value_name = "REV|DATE", value_parser = past::version)]
    since: Option<Version>,
    /// Test the eight lines that `seal` printed, wherever in FILE they stand, and nothing else
    #[arg(long, value_name = "FILE", conflicts_with_all = ["since", "at"])]
    seal: Option<PathBuf>,
}

impl Verify {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if context.options.file.is_some() {
            return Err(past::no_file().into());
        }
        if let Some(path) = &self.seal {
            return super::seal::test(context, path);
        }
        context.can_show()?;
        let verified = self.verify(context)?;
        let any = !verified.violations.is_empty();
        context.show(
            |lang| layout::verify::document(&verified, lang),
            |lang, out| json::verify(&verified, lang, out),
        )?;
        let (steps, found) = (verified.steps, verified.violations.len());
        context.say(&Message::Proof(crate::render::words::Proof::Verified { steps, found }))?;
        Ok(Outcome::findings_if(any))
    }

    fn verify(&self, context: &Context<'_>) -> anyhow::Result<Verified> {
        let root = context.surroundings.root()?.clone();
        let zone = context.surroundings.zone()?;
        let at = context.options.at.as_ref();
        let span = past::span(at, self.since.as_ref(), &zone);
        let history = History::open(&root)?;
        let mut verifier = Verifier::default();
        let roster = &context.surroundings.head.roster;
        let show = |step: &store::Step| -> anyhow::Result<()> {
            let Some(commit) = &step.revision.commit else { return Ok(()) };
            let problems: Vec<_> = step.revision.problems.iter().map(versions).collect();
            let hide = problems.iter().any(is_masked);
            let heads = step.heads.ledgers.iter();
            // Whose address it was then; where nobody had said so yet, whose it is.
            let then = step.heads.book.roster.person_of(&commit.address);
            let author = then.or_else(|| roster.person_of(&commit.address));
            verifier.step(&Step {
                stamp: stamp(commit, roster, &zone, hide),
                author: author.map(str::to_owned),
                is_merge: step.is_merge,
                problems,
                unreadable: &step.revision.unreadable,
                book: &step.heads.book,
                heads: heads.map(|(name, head)| (name.as_str(), &**head)).collect(),
                evidence: &step.evidence,
            });
            Ok(())
        };
        let mut progress = Progress::begin();
        let on_the_way = |done, all| progress.tell(done, all);
        let steps = history.each_step(&span, on_the_way, show)?;
        Ok(verifier.finish(context.today, steps))
    }
}
