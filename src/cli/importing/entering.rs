//! What was read of foreign files, shown, or written all or nothing.

use std::collections::BTreeSet;

use super::{Prepared, Terms, review};
use crate::cli::asking::{Asking, Left};
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::intake::draft::Draft;
use crate::render::layout::taking::LineTaken;
use crate::render::words::asking::Question;
use crate::render::words::{Deed, Message, Minutes, TakingNote};
use crate::render::{json, layout};

/// So many lines people are shown field by field: whoever has more looks through a file of them.
pub const LISTED: usize = 2_000;

/// Offers to review what was shown, and writes what comes of that.
pub fn offer(
    context: &mut Context<'_>,
    asking: Asking,
    name: &str,
    (drafts, terms): (Vec<Draft>, Terms),
    mut shown: Shown,
) -> anyhow::Result<()> {
    context.flush()?;
    for message in std::mem::take(&mut shown.prepared.against) {
        context.say(&message)?;
        shown.refused = true;
    }
    let lines = shown.prepared.taken.problems;
    match asking.agreed(&Question::Review(lines), Some(true)) {
        Ok(true) => {}
        Ok(false) | Err(Left::Back) => return shown.end(context),
        Err(left) => return Err(left.into()),
    }
    let Shown { prepared, book, first, .. } = shown;
    let reviewed = review(context, asking, (book, name, first), drafts, &terms, &prepared)?;
    write(context, name, reviewed.drafts, &reviewed.terms, Some(&reviewed.twins))
}

/// Writes it, all or nothing; `twins` are those that somebody has seen, where somebody has.
pub fn write(
    context: &mut Context<'_>,
    name: &str,
    drafts: Vec<Draft>,
    terms: &Terms,
    twins: Option<&BTreeSet<Id>>,
) -> anyhow::Result<()> {
    let lock = context.lock("import")?;
    let (book, is_new) = with_ledger(context.read_values()?, name, &drafts);
    let first = lock.root().next_number(name, highest(&book, name))?;
    let mut prepared = prepare(&book, name, first, drafts, terms)?;
    if let Some(seen) = twins {
        prepared.against.extend(unseen(&prepared, seen));
    }
    if !prepared.against.is_empty() {
        return Err(Stop::refused(prepared.against).into());
    }
    if prepared.problems.is_empty() {
        context.say(&Message::Taking(TakingNote::NothingNew(prepared.taken)))?;
        return Ok(());
    }
    let (new, lang) = (book.ledger(name).filter(|_| is_new), context.lang());
    let enrolled = (prepared.unknown.units.len(), prepared.unknown.persons.len());
    let Prepared { problems, taken, taking, unknown, .. } = prepared;
    let ids: Vec<_> = problems.iter().flatten().map(|it| Id::of_problem(name, it.no)).collect();
    let titles = problems.iter().flatten().map(|it| (!it.masked).then(|| it.title.clone()));
    // A large file has many titles, and nobody reads them but in a commit.
    let lines =
        if context.commits() { ids.iter().cloned().zip(titles).collect() } else { Vec::new() };
    lock.together::<_, anyhow::Error>(|| {
        if terms.enrol && enrolled != (0, 0) {
            lock.enrol(unknown.units.keys(), unknown.persons.keys())?;
        }
        match new {
            Some(ledger) => lock.take_in_new(ledger, lang, problems)?,
            None => lock.take_in(name, problems)?,
        }
        Ok(())
    })?;
    let committed = context.commit(&lock, &Minutes { deed: Deed::Import, lines });
    drop(lock);
    if context.options.format.is_some() || context.options.output.is_some() {
        print(context, &taking)?;
    } else {
        ids.iter().try_for_each(|id| context.print(&id.to_string()))?;
    }
    if terms.enrol && enrolled != (0, 0) {
        let (units, persons) = enrolled;
        context.say(&Message::Taking(TakingNote::Enrolled { units, persons }))?;
    }
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        let ids = (first.clone(), last.clone());
        context.say(&Message::Taking(TakingNote::Written { taken, ids }))?;
    }
    context.say_committed(committed)
}

/// The lines that meanwhile have twins in the ledger, which nobody has seen.
fn unseen(prepared: &Prepared, seen: &BTreeSet<Id>) -> Vec<Message> {
    let twin = |line: &LineTaken| {
        let of = line.twins.iter().find(|id| !seen.contains(id))?.clone();
        let (place, title) = (line.place.clone(), line.problem.title.clone());
        Some(Message::Taking(TakingNote::Twin { place, title, of }))
    };
    prepared.taking.lines.iter().filter_map(twin).collect()
}

/// What would be entered, as it was shown.
pub struct Shown {
    prepared: Prepared,
    /// The book with the ledger in it.
    book: Book,
    /// The number that the first line gets.
    first: u32,
    /// Something speaks against it, which was said.
    refused: bool,
}

impl Shown {
    /// Shows what would be entered.
    pub fn show(
        context: &mut Context<'_>,
        name: &str,
        drafts: Vec<Draft>,
        terms: &Terms,
    ) -> anyhow::Result<Self> {
        let (book, is_new) = with_ledger(context.read_values()?, name, &drafts);
        let first = context.surroundings.root()?.next_number(name, highest(&book, name))?;
        let of = drafts.iter().map(|draft| draft.problems.len()).sum();
        let mut prepared = prepare(&book, name, first, drafts, terms)?;
        let whole = context.options.format.is_some() || context.options.output.is_some();
        let listed = if whole { of } else { LISTED.min(of) };
        // A review goes through all lines, but nobody reads them all before.
        let further = prepared.taking.lines.split_off(listed.min(prepared.taking.lines.len()));
        print(context, &prepared.taking)?;
        prepared.taking.lines.extend(further);
        if listed < of {
            context.say(&Message::Taking(TakingNote::FirstShown { shown: listed, of }))?;
        }
        if is_new {
            context.say(&Message::Taking(TakingNote::WouldMake(name.to_owned())))?;
        }
        Ok(Self { prepared, book, first, refused: false })
    }

    /// Tells whether there is anything that could be written.
    pub fn has_any(&self) -> bool {
        !self.prepared.problems.is_empty()
    }

    /// Says that nothing is written, and all that speaks against it.
    pub fn end(self, context: &mut Context<'_>) -> anyhow::Result<()> {
        if self.refused || !self.prepared.against.is_empty() {
            return Err(Stop::refused(self.prepared.against).into());
        }
        let taken = self.prepared.taken;
        let nothing = self.prepared.problems.is_empty();
        let note =
            if nothing { TakingNote::NothingNew(taken) } else { TakingNote::OnlyShown(taken) };
        context.say(&Message::Taking(note))?;
        Ok(())
    }
}

fn prepare(
    book: &Book,
    name: &str,
    first: u32,
    drafts: Vec<Draft>,
    terms: &Terms,
) -> anyhow::Result<Prepared> {
    let none = Ledger::default();
    super::prepare(book, book.ledger(name).unwrap_or(&none), first, drafts, terms)
}

fn highest(book: &Book, name: &str) -> u32 {
    let problems = book.ledger(name).into_iter().flat_map(|ledger| &ledger.problems);
    problems.map(|problem| problem.no).max().unwrap_or(0)
}

/// The book with the ledger in it; one that is not there gets the head that the files say, and is told of.
fn with_ledger(mut book: Book, name: &str, drafts: &[Draft]) -> (Book, bool) {
    if book.ledger(name).is_some() {
        return (book, false);
    }
    let head = drafts.first().map(|draft| draft.head.clone()).unwrap_or_default();
    book.ledgers.push(Ledger { name: name.to_owned(), head, problems: Vec::new() });
    (book, true)
}

fn print(context: &mut Context<'_>, taking: &layout::taking::Taking) -> anyhow::Result<()> {
    let today = context.today;
    context.show(
        |lang| layout::taking::document(taking, lang),
        |lang, out| json::taking(taking, lang, today, out),
    )
}
