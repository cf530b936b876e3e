//! `ledger` without a command: what waits this morning.

use crate::cli::context::{Context, standings};
use crate::cli::{Outcome, past};
use crate::domain::book::Book;
use crate::domain::filter::Filter;
use crate::domain::standing::{AsOf, Standing};
use crate::render::{json, layout};
use crate::reports::diff::{self, Diff};
use crate::reports::morning;
use crate::store::{self, Failure, Origin, Snapshot};

/// Shows what waits.
pub fn run(context: &mut Context<'_>) -> anyhow::Result<Outcome> {
    let book = context.read()?;
    let as_of = AsOf::new(&book.head, context.today);
    let standings = standings(&as_of, &book, &Filter::default())?;
    let since_commit = since_commit(context)?;
    let report = morning::morning(&standings, &book.head, since_commit.as_ref(), context.today);
    context.show(
        |lang| layout::morning::document(&report, lang),
        |_, out| json::morning(&report, out),
    )?;
    Ok(Outcome::Fine)
}

/// What lies between the last commit and the disk, both asked for today; nothing where there is no commit, or the disk is
/// not asked about.
fn since_commit(context: &Context<'_>) -> anyhow::Result<Option<Diff>> {
    let (options, surroundings) = (&context.options, &context.surroundings);
    let Some(root) = surroundings.root.as_ref().filter(|_| options.file.is_none()) else {
        return Ok(None);
    };
    if options.at.is_some() {
        return Ok(None);
    }
    let old = match Snapshot::open(root, &past::head()) {
        Ok(snapshot) => snapshot,
        Err(failure) if has_no_past(&failure) => return Ok(None),
        Err(failure) => return Err(failure.into()),
    };
    let (mut older, mut newer) = store::compare(Origin::from(&old), Origin::from(root), false)?;
    for book in [&mut older, &mut newer] {
        keep_asked(book, &options.ledgers);
    }
    let (before, after) =
        (AsOf::new(&older.head, context.today), AsOf::new(&newer.head, context.today));
    let [older, newer] = [before.standings(&older), after.standings(&newer)]
        .map(|list| list.into_iter().map(Standing::masked).collect::<Vec<_>>());
    let days = (context.today, context.today);
    Ok(Some(diff::diff(&older, &newer, days, |_| true)))
}

/// A ledger that one of the versions does not have is none of a slip.
fn keep_asked(book: &mut Book, asked: &[String]) {
    if !asked.is_empty() {
        book.ledgers.retain(|ledger| asked.contains(&ledger.name));
    }
}

/// Whether a book has no past to be compared with: that is no fault of it.
fn has_no_past(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::NoRepository
            | Failure::UnknownRevision { .. }
            | Failure::NoBookThen { .. }
            | Failure::Git(_)
    )
}
