//! Commits what a command wrote, where the command line or the book asks for it.

use super::context::Context;
use super::recording::{Named, Written};
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::problem::Problem;
use crate::render::words::{self, Committed, Deed, Message, Minutes};
use crate::store::{Failure, Lock};

impl Context<'_> {
    /// Tells whether what is written is to be committed.
    pub fn commits(&self) -> bool {
        let options = &self.options;
        options.commit || (self.surroundings.head.commit && !options.no_commit)
    }

    /// Commits what was written under the lock, where that is asked for. That it could not be is for the end of the command:
    /// what it wrote stands, and is told first.
    pub fn commit(&self, lock: &Lock, minutes: &Minutes) -> Result<Option<String>, Failure> {
        lock.commit(&words::minutes(self.lang(), minutes))
    }

    /// Says what came of the commit.
    pub fn say_committed(&mut self, hash: Result<Option<String>, Failure>) -> anyhow::Result<()> {
        if let Some(hash) = hash? {
            let short = hash.get(..8).unwrap_or(&hash).to_owned();
            self.say(&Message::Committed(Committed::As(short)))?;
        }
        Ok(())
    }
}

impl Written {
    /// Commits what was written, where that is asked for.
    pub fn commit(
        &self,
        context: &Context<'_>,
        lock: &Lock,
        named: &[Named],
    ) -> Result<Option<String>, Failure> {
        let Some(entry) = self.entries.first() else { return Ok(None) };
        let ids = named.iter().map(|named| named.id.clone());
        let lines = ids.zip(self.titles.iter().cloned()).collect();
        context.commit(lock, &Minutes { deed: Deed::Act(entry.act.kind()), lines })
    }
}

/// A problem's title for the message of a commit; nothing where it is masked, since a commit goes to all who have a clone.
pub fn title(book: &Book, id: &Id) -> Option<String> {
    shown_title(book.ledger(&id.ledger)?.problem(id.no)?)
}

/// The same, of a problem that is at hand.
pub fn shown_title(problem: &Problem) -> Option<String> {
    (!problem.masked).then(|| problem.title.clone())
}
