//! The review of drafts one by one at a terminal: each is shown with its doubts, and accepted, changed or left out. Nothing is
//! written here, and no lock is held while somebody thinks.

mod deciding;
mod edits;
mod fields;
mod judging;

use std::collections::BTreeSet;

use super::{Prepared, Terms, TwinsAre};
use crate::cli::asking::{Asking, Left};
use crate::cli::context::Context;
use crate::domain::book::{Book, Lang};
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::intake::draft::{Draft, Drafted};
use crate::render::layout;
use crate::render::layout::review::Decisions;
use crate::render::words::asking::{Choice, Question};
use judging::{Judged, Notes};

/// What came of a review: what is to be written, as if it had been asked for with `--yes`.
#[derive(Debug)]
pub(super) struct Reviewed {
    /// The lines that were accepted, as they were changed.
    pub(super) drafts: Vec<Draft>,
    /// How they are taken in.
    pub(super) terms: Terms,
    /// The problems of the ledger that were seen to say the same as a line, and are no reason against it.
    pub(super) twins: BTreeSet<Id>,
}

/// What a person decided on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decision {
    Accepted,
    Skipped,
}

/// A line in review.
struct Item {
    /// The place of its draft.
    draft: usize,
    line: Drafted,
    decision: Option<Decision>,
    /// The names of the fields that were changed by hand.
    changed: Vec<String>,
}

impl Item {
    fn is_accepted(&self) -> bool {
        self.decision == Some(Decision::Accepted)
    }

    fn note(&mut self, changed: String) {
        if !self.changed.contains(&changed) {
            self.changed.push(changed);
        }
    }
}

/// A review.
struct Review<'a, 'b> {
    context: &'a mut Context<'b>,
    asking: Asking,
    /// The book as it was read, with the names that were agreed on.
    book: Book,
    ledger: Ledger,
    /// The number that the first line gets.
    first: u32,
    /// The drafts without their lines.
    drafts: Vec<Draft>,
    notes: Notes,
    items: Vec<Item>,
    terms: Terms,
    enrolled: bool,
    twins: BTreeSet<Id>,
}

/// Goes through the lines of drafts that are to be entered into a ledger of the book, from the number `first` on. `shown` is what
/// was shown of them: a line that is left out there is not asked about.
pub(super) fn review(
    context: &mut Context<'_>,
    asking: Asking,
    (book, name, first): (Book, &str, u32),
    drafts: Vec<Draft>,
    terms: &Terms,
    shown: &Prepared,
) -> anyhow::Result<Reviewed> {
    let ledger = book.ledger(name).cloned().unwrap_or_default();
    let mut review = Review {
        context,
        asking,
        book,
        ledger,
        first,
        drafts: Vec::new(),
        notes: Notes::new(),
        items: Vec::new(),
        terms: terms.clone(),
        enrolled: false,
        twins: BTreeSet::new(),
    };
    let mut left_out = shown.taking.lines.iter().map(|line| line.id.is_none());
    for (place, mut draft) in drafts.into_iter().enumerate() {
        for line in std::mem::take(&mut draft.problems) {
            if left_out.next() != Some(true) {
                let item = Item { draft: place, line, decision: None, changed: Vec::new() };
                review.items.push(item);
            }
        }
        review.notes.insert(place, std::mem::take(&mut draft.notes));
        review.drafts.push(draft);
    }
    review.run()?;
    Ok(review.finish())
}

impl Review<'_, '_> {
    fn lang(&self) -> Lang {
        self.terms.lang
    }

    fn run(&mut self) -> anyhow::Result<()> {
        let mut at = 0;
        loop {
            let Some(judged) = self.judge(at)? else {
                if self.is_to_be_written()? {
                    return Ok(());
                }
                at = self.items.len().saturating_sub(1);
                continue;
            };
            self.show(at, &judged)?;
            match self.decide(at, &judged)? {
                Choice::Accept if self.accept(at, &judged)? => at += 1,
                Choice::AcceptRest if self.accept(at, &judged)? => at = self.accept_rest(at + 1)?,
                Choice::Edit => self.edit(at)?,
                Choice::Skip => {
                    self.set(at, Decision::Skipped);
                    at += 1;
                }
                Choice::Back => at = at.saturating_sub(1),
                Choice::Quit => return Err(Left::Quit.into()),
                _ => {}
            }
        }
    }

    fn set(&mut self, at: usize, decision: Decision) {
        if let Some(item) = self.items.get_mut(at) {
            item.decision = Some(decision);
        }
    }

    /// Shows a line with its doubts.
    fn show(&mut self, at: usize, judged: &Judged) -> anyhow::Result<()> {
        let (of, lang) = (self.items.len(), self.lang());
        let file = self.file();
        let card = layout::review::card(&judged.line, file, (at + 1, of), &judged.doubts, lang);
        writeln!(self.context.err)?;
        Ok(self.context.tell(&card)?)
    }

    /// The one file that all lines come from.
    fn file(&self) -> Option<String> {
        let first = &self.drafts.first()?.source.path;
        self.drafts.iter().all(|it| it.source.path == *first).then(|| first.clone())
    }

    /// Makes of what is accepted so far what would be entered.
    fn prepare(&self, terms: &Terms) -> anyhow::Result<Prepared> {
        super::prepare(&self.book, &self.ledger, self.first, self.accepted(), terms)
    }

    /// The drafts with the lines that are accepted.
    fn accepted(&self) -> Vec<Draft> {
        let mut drafts = self.drafts.clone();
        for item in self.items.iter().filter(|item| item.is_accepted()) {
            if let Some(draft) = drafts.get_mut(item.draft) {
                draft.problems.push(item.line.clone());
            }
        }
        drafts
    }

    /// Shows what was decided and asks the one time whether it is to be written; if not, the review goes on.
    fn is_to_be_written(&mut self) -> anyhow::Result<bool> {
        let terms = Terms { twins: TwinsAre::Kept, shown: 0, ..self.terms.clone() };
        let against = self.prepare(&terms)?.against;
        for message in &against {
            self.context.say(message)?;
        }
        let decisions = self.decisions();
        let preview = layout::review::preview(&decisions, self.lang());
        writeln!(self.context.err)?;
        self.context.tell(&preview)?;
        let can_write = decisions.accepted > 0 && against.is_empty();
        let choices = [Choice::Write, Choice::Back, Choice::Quit];
        let offered: Vec<_> =
            choices.into_iter().filter(|it| *it != Choice::Write || can_write).collect();
        let question = Question::Write(self.ledger.name.clone());
        match self.asking.decide(&question, &offered, Choice::Write) {
            Ok(Choice::Write) => Ok(true),
            Ok(Choice::Quit) => Err(Left::Quit.into()),
            Ok(_) | Err(Left::Back) => Ok(false),
            Err(left) => Err(left.into()),
        }
    }

    fn decisions(&self) -> Decisions {
        let count = |of: fn(&Item) -> bool| self.items.iter().filter(|item| of(item)).count();
        let marked = self.items.iter().enumerate().filter_map(|(at, item)| {
            let plain = item.is_accepted() && item.changed.is_empty();
            let title = item.line.problem.title.clone();
            (!plain).then(|| (self.place(at), title, item.is_accepted(), item.changed.clone()))
        });
        Decisions {
            ledger: self.ledger.name.clone(),
            accepted: count(Item::is_accepted),
            skipped: count(|item| !item.is_accepted()),
            edited: count(|item| item.is_accepted() && !item.changed.is_empty()),
            marked: marked.collect(),
            file: self.file(),
        }
    }

    fn finish(self) -> Reviewed {
        let drafts = self.accepted();
        let enrol = self.terms.enrol || self.enrolled;
        let terms = Terms { twins: TwinsAre::Kept, enrol, shown: usize::MAX, ..self.terms };
        Reviewed { drafts, terms, twins: self.twins }
    }
}
