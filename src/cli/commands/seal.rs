//! `ledger seal`, and how a seal is tested.

use std::fs;
use std::path::Path;

use clap::Args;

use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::past;
use crate::complaint::Doing;
use crate::domain::day::Day;
use crate::render::words::{self, Message, Proof};
use crate::render::{json, layout};
use crate::reports::seal::{Seal, seal};
use crate::store::{self, Snapshot};

/// Print eight lines for the monthly report by which the book as it stands in git can be proven later
///
/// The day, the commit, the SHA-256 of all that the book says, and counts. What is not committed is not in it. `verify
/// --seal FILE` tests them.
#[derive(Debug, Args)]
pub struct SealCommand {}

impl SealCommand {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if context.options.file.is_some() {
            return Err(past::no_file().into());
        }
        let head;
        let snapshot = if let Some(snapshot) = &context.surroundings.past {
            snapshot
        } else {
            head = Snapshot::open(context.surroundings.root()?, &past::head())?;
            &head
        };
        let seal = of(snapshot, context.today)?;
        let lang = context.lang();
        context.show_with_text(
            |out, _| {
                let lines = words::seal(lang, &seal).into_iter();
                let mut lines = lines.map(|(label, value)| words::seal_line(lang, label, &value));
                lines.try_for_each(|line| writeln!(out, "{line}"))
            },
            |lang| layout::verify::seal(&seal, lang),
            |_, out| json::seal(&seal, out),
        )?;
        Ok(Outcome::Fine)
    }
}

fn of(snapshot: &Snapshot, day: Day) -> anyhow::Result<Seal> {
    let book = store::Origin::from(snapshot).book()?;
    let digest = store::digest(&book);
    Ok(seal(&book, day, snapshot.commit().hash.clone(), digest))
}

/// Tests a seal against the history that leads to HEAD.
pub fn test(context: &mut Context<'_>, path: &Path) -> anyhow::Result<Outcome> {
    let shown = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| {
        let said = error.to_string();
        Stop::from(Message::System { doing: Doing::Read, path: shown.clone(), said })
    })?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_start_matches('\u{feff}');
    let Some(sealed) = words::read_seal(text) else {
        return Err(Stop::from(Message::Proof(Proof::NoSeal(shown))).into());
    };
    let found = store::in_history(context.surroundings.root()?, &sealed.commit)?;
    let Some(snapshot) = found else {
        context.say(&Message::Proof(Proof::SealLost(sealed.commit)))?;
        return Ok(Outcome::Findings);
    };
    let now = of(&snapshot, sealed.day)?;
    let pairs = sealed.values().into_iter().zip(now.values()).enumerate();
    let differing: Vec<_> = pairs.filter(|(_, (sealed, now))| sealed != now).collect();
    for (line, (sealed, now)) in &differing {
        let proof = Proof::SealDiffers { line: *line, sealed: sealed.clone(), now: now.clone() };
        context.say(&Message::Proof(proof))?;
    }
    if differing.is_empty() {
        let commit = snapshot.commit().short().to_owned();
        context.say(&Message::Proof(Proof::SealHolds { commit, day: sealed.day }))?;
    }
    Ok(Outcome::findings_if(!differing.is_empty()))
}
