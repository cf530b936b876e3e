//! What the guards of the store found, put into the words' facts.

use std::io;

use super::context::Context;
use crate::domain::id::Id;
use crate::render::words::{GuardNote, Message};
use crate::store::{Failure, Found, Gone, Lock};

/// Tells what was found when the lock was taken.
pub fn tell(context: &mut Context<'_>, lock: &Lock) -> io::Result<()> {
    lock.found().iter().try_for_each(|found| {
        context.say(&Message::Guard(match found {
            Found::Finished(files) => GuardNote::Finished(files.clone()),
            Found::Saved(path) => GuardNote::Saved(path.clone()),
            Found::ClockBehind(by) => GuardNote::ClockBehind(*by),
        }))
    })
}

/// Returns why a guard stopped a command, where one did.
pub fn message(failure: &Failure) -> Option<GuardNote> {
    Some(match failure {
        Failure::Open { path, mark, who } => {
            GuardNote::Open { path: path.clone(), mark: mark.clone(), who: who.clone() }
        }
        Failure::Meddled { journal, files } => {
            GuardNote::Meddled { journal: journal.clone(), files: files.clone() }
        }
        Failure::Gone(gone) => {
            let mut paths: Vec<_> = gone.iter().map(|gone| gone.path.clone()).collect();
            paths.dedup();
            GuardNote::Gone { parts: gone.iter().map(part).collect(), paths }
        }
        _ => return None,
    })
}

/// The problem, and which part of it is gone.
pub fn part(gone: &Gone) -> (Id, crate::domain::subject::Part) {
    let (ledger, no) = &gone.problem;
    (Id::of_problem(ledger, *no), gone.part.clone())
}
