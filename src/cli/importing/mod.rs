//! Taking in foreign files: what is read becomes what `add` would have entered, through the same gates, or is refused with
//! its place.

mod entries;
mod files;
mod names;
mod returned;
mod shown;

pub use files::{As, Reading, drafts};
pub use names::Unknown;
pub use returned::{Named, entries as returned_entries, returned};

use std::collections::BTreeMap;

use super::recording::later;
use super::refusing::would_be_wrong;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::domain::limit::{self, Counting};
use crate::domain::problem::{Kind, Problem};
use crate::domain::standing::AsOf;
use crate::intake::draft::{Draft, Drafted};
use crate::intake::twins::Twins;
use crate::render::layout::taking::Taking;
use crate::render::words::taking::Taken;
use crate::render::words::{Message, TakingNote};
use entries::Made;

/// What becomes of lines whose content is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TwinsAre {
    /// Refused, which a person has to decide.
    Refused,
    /// Left out.
    Skipped,
    /// Taken in again.
    Kept,
}

/// How lines are taken in.
#[derive(Debug, Clone)]
pub struct Terms {
    /// The day on which they are taken in.
    pub today: Day,
    /// Who enters them: `by` of entries that the file has.
    pub by: Option<String>,
    /// The day of entries for which the file has none.
    pub on: Day,
    /// Who verified what the file calls closed, where it does not say.
    pub verifier: Option<String>,
    /// Whether what the file calls closed is only reported, and awaits verification.
    pub closed_as_done: bool,
    /// What becomes of twins.
    pub twins: TwinsAre,
    /// Whether names that the roster does not know are put into it.
    pub enrol: bool,
}

/// What would be entered.
#[derive(Debug)]
pub struct Prepared {
    /// What is shown of it.
    pub taking: Taking,
    /// The problems, with their numbers.
    pub problems: Vec<Problem>,
    /// How much it is.
    pub taken: Taken,
    /// All that speaks against it.
    pub against: Vec<Message>,
    /// Names that the roster does not know yet.
    pub unknown: Unknown,
}

/// Makes of drafts what would be entered into a ledger of the book, from the number `first` on.
pub fn prepare(
    book: &Book,
    ledger: &Ledger,
    first: u32,
    drafts: &[Draft],
    terms: &Terms,
) -> anyhow::Result<Prepared> {
    let as_of = AsOf::new(&book.head, terms.today);
    let policy = as_of.plan_policy(ledger);
    let mut taker = Taker {
        book,
        ledger,
        counting: as_of.counting(ledger, &policy),
        terms,
        next: first,
        twins: Twins::of(book, &ledger.name),
        places: Vec::new(),
        prepared: Prepared {
            taking: shown::begin(ledger, drafts),
            problems: Vec::new(),
            taken: Taken::default(),
            against: Vec::new(),
            unknown: Unknown::default(),
        },
    };
    for draft in drafts {
        for line in &draft.problems {
            taker.take(draft, line)?;
        }
    }
    let mut prepared = taker.prepared;
    if !terms.enrol {
        prepared.against.extend(prepared.unknown.messages());
    }
    Ok(prepared)
}

/// Takes line after line.
struct Taker<'a> {
    book: &'a Book,
    ledger: &'a Ledger,
    counting: Counting<'a>,
    terms: &'a Terms,
    /// The number that the next line gets.
    next: u32,
    twins: Twins,
    /// Where each line stands that was seen.
    places: Vec<String>,
    prepared: Prepared,
}

impl Taker<'_> {
    fn take(&mut self, draft: &Draft, line: &Drafted) -> anyhow::Result<()> {
        let mut problem = line.problem.clone();
        let place = shown::place(draft, line);
        let twins = self.twins.of_line(&problem);
        let earlier = self.twins.put(&problem, self.places.len());
        let earlier = earlier.and_then(|at| self.places.get(at)).cloned();
        self.places.push(place.clone());
        if self.terms.twins == TwinsAre::Skipped && (!twins.is_empty() || earlier.is_some()) {
            self.prepared.taken.twins += 1;
            let shown = shown::line(draft, line, &problem, &BTreeMap::new(), None, twins);
            self.prepared.taking.lines.push(shown);
            return Ok(());
        }
        if self.terms.twins == TwinsAre::Refused {
            self.refuse_twin(&problem.title, &place, twins.first(), earlier);
        }
        let id = Id::of_problem(&self.ledger.name, self.next);
        problem.no = self.next;
        self.next = self.next.saturating_add(1);
        fit(&mut problem, self.book, &self.counting);
        self.prepared.unknown.look(draft, line, &problem, &self.book.head.roster);
        let made = entries::make(self.book, self.ledger, &mut problem, self.terms)?;
        let shown = shown::line(draft, line, &problem, &made.keys, Some(id.clone()), twins);
        self.prepared.taking.lines.push(shown);
        // No figure of the days before knew of it.
        let from = problem.found.or(self.ledger.head.issued);
        problem.entered = later(from, self.terms.today);
        self.prepared.against.extend(against(self.book, &id, &problem, made, self.terms, &place));
        self.prepared.taken.count(&problem);
        self.prepared.problems.push(problem);
        Ok(())
    }

    fn refuse_twin(&mut self, title: &str, place: &str, of: Option<&Id>, earlier: Option<String>) {
        let (place, title) = (place.to_owned(), title.to_owned());
        let note = match (of.cloned(), earlier) {
            (Some(of), _) => TakingNote::Twin { place, title, of },
            (None, Some(of)) => TakingNote::TwinInFiles { place, title, of },
            (None, None) => return,
        };
        self.prepared.against.push(Message::Taking(note));
    }
}

/// Gives the line the declared spelling of its names, and the days that its limits are read as.
fn fit(problem: &mut Problem, book: &Book, counting: &Counting<'_>) {
    names::spell(&mut problem.responsible, &book.head.roster);
    if problem.kind != Kind::Duty {
        read_limit(problem.limit.as_deref(), &mut problem.due, &mut problem.sustained, counting);
    }
    for measure in &mut problem.measures {
        names::spell(&mut measure.responsible, &book.head.roster);
        read_limit(measure.limit.as_deref(), &mut measure.due, &mut measure.sustained, counting);
    }
}

/// Words that give no single day stay words; `check` says so.
fn read_limit(
    words: Option<&str>,
    due: &mut Option<Day>,
    sustained: &mut bool,
    counting: &Counting<'_>,
) {
    let Some(words) = words else { return };
    let reading = limit::read(words, counting);
    *sustained |= reading.sustained;
    *due = due.or_else(|| reading.day());
}

/// All that speaks against a line: what the gate refused, else what `check` would call wrong.
fn against(
    book: &Book,
    id: &Id,
    problem: &Problem,
    made: Made,
    terms: &Terms,
    place: &str,
) -> Vec<Message> {
    let mut messages = Vec::new();
    if made.nobody {
        messages.push(Message::Taking(TakingNote::NoReporter));
    }
    let why = if made.refusals.is_empty() {
        would_be_wrong(book, id.clone(), None, problem, terms.today)
    } else {
        Some(Message::Refused { id: id.clone(), refusals: made.refusals })
    };
    if let Some(why) = why {
        let (place, title) = (place.to_owned(), problem.title.clone());
        messages.push(Message::Taking(TakingNote::RefusedAt { place, title }));
        messages.push(why);
    }
    messages
}

/// Tells whether anything of the drafts is a line.
pub fn has_lines(drafts: &[Draft]) -> bool {
    drafts.iter().any(|draft| !draft.problems.is_empty())
}
