//! Taking in foreign files: what is read becomes what `add` would have entered, through the same gates, or is refused with
//! its place.

mod choices;
mod entering;
mod entries;
mod files;
mod given_back;
mod masking;
mod names;
mod returned;
mod review;
mod sheets;
mod shown;
mod taking_back;

pub use choices::{ChangesArg, ClosedAs, HiddenArg, TwinsArg};
pub use entering::{Shown, offer, write};
pub use files::{As, Reading, drafts};
pub use masking::{mask, mask_text, told};
pub use names::Unknown;
use review::review;
pub use sheets::SheetArgs;
pub use taking_back::take_back;

use std::collections::{BTreeMap, HashMap};

use super::progress::Progress;
use super::recording::later;
use crate::check::{self, Fact, Finding};
use crate::domain::book::{Book, Lang};
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::ledger::Ledger;
use crate::domain::limit::{self, Counting};
use crate::domain::problem::{Kind, Problem};
use crate::domain::standing::AsOf;
use crate::intake::draft::{Draft, Drafted};
use crate::intake::twins::Twins;
use crate::render::layout::masking::NameMasked;
use crate::render::layout::taking::Taking;
use crate::render::words::taking::Taken;
use crate::render::words::{Message, TakingNote, Wrong};
use entries::Made;
use shown::Placed;

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
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
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
    /// Whether persons whom the roster does not declare are masked.
    pub mask: bool,
    /// Whose names were masked in what is taken in, where that is shown.
    pub masked: Vec<NameMasked>,
    /// The language in which cells and paragraphs are named.
    pub lang: Lang,
    /// Whether what is taken in is shown field by field.
    pub shown: bool,
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
    /// The places of the lines that something speaks against, in the order of reading, from 0.
    pub doubted: Vec<usize>,
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
    let placed: Vec<_> = drafts.iter().map(|draft| Placed::new(draft, terms.lang)).collect();
    let mut taker = Taker {
        book,
        as_of: &as_of,
        ledger,
        counting: as_of.counting(ledger, &policy),
        terms,
        next: first,
        twins: Twins::of(book, &ledger.name),
        limits: HashMap::new(),
        seen: Vec::new(),
        nobody: false,
        prepared: Prepared {
            taking: shown::begin(ledger, &placed),
            problems: Vec::new(),
            taken: Taken::default(),
            against: Vec::new(),
            doubted: Vec::new(),
            unknown: Unknown::default(),
        },
    };
    let lines =
        placed.iter().flat_map(|placed| placed.draft.problems.iter().map(move |it| (placed, it)));
    let all = drafts.iter().map(|draft| draft.problems.len()).sum();
    let mut progress = Progress::begin();
    for (done, (placed, line)) in lines.enumerate() {
        progress.tell(done, all);
        taker.take(placed, line)?;
    }
    drop(progress);
    let mut prepared = taker.prepared;
    prepared.taking.masked.clone_from(&terms.masked);
    if taker.nobody {
        prepared.against.push(Message::Taking(TakingNote::NoReporter));
    }
    if terms.enrol {
        prepared.taking.enrolled = prepared.unknown.shown();
    } else {
        prepared.against.extend(prepared.unknown.messages());
    }
    Ok(prepared)
}

/// Takes line after line.
struct Taker<'a> {
    book: &'a Book,
    as_of: &'a AsOf<'a>,
    ledger: &'a Ledger,
    counting: Counting<'a>,
    terms: &'a Terms,
    /// The number that the next line gets.
    next: u32,
    twins: Twins<'a>,
    /// What limits were read as, by their words: thousands of lines have the same few.
    limits: HashMap<String, (Option<Day>, bool)>,
    /// The lines that were seen, each with its draft.
    seen: Vec<(&'a Placed<'a>, &'a Drafted)>,
    /// Whether nobody says who enters what was done.
    nobody: bool,
    prepared: Prepared,
}

impl<'a> Taker<'a> {
    fn take(&mut self, placed: &'a Placed<'a>, line: &'a Drafted) -> anyhow::Result<()> {
        let found = self.twins.look(&line.problem, self.seen.len());
        let earlier = found.earlier.and_then(|at| self.seen.get(at)).copied();
        let (place, told) = (self.seen.len(), self.prepared.against.len());
        self.seen.push((placed, line));
        let is_twin = !found.ids.is_empty() || earlier.is_some();
        if is_twin && self.terms.twins == TwinsAre::Skipped {
            self.prepared.taken.twins += 1;
            self.show(placed, line, &line.problem, &BTreeMap::new(), None, found.ids);
            return Ok(());
        }
        if self.terms.twins == TwinsAre::Refused {
            let (place, title) = (|| shown::place(placed, line), || line.problem.title.clone());
            let note = match (found.ids.first(), earlier) {
                (Some(of), _) => {
                    Some(TakingNote::Twin { place: place(), title: title(), of: of.clone() })
                }
                (None, Some((placed, line))) => {
                    let of = shown::place(placed, line);
                    Some(TakingNote::TwinInFiles { place: place(), title: title(), of })
                }
                (None, None) => None,
            };
            self.prepared.against.extend(note.map(Message::Taking));
        }
        let id = self.next_id();
        let mut problem = line.problem.clone();
        problem.no = self.next;
        self.next = self.next.saturating_add(1);
        self.fit(&mut problem);
        let roster = &self.book.head.roster;
        let unknown = self.prepared.unknown.look(placed, line, &problem, roster);
        let made = entries::make(self.book, self.as_of, self.ledger, &mut problem, self.terms)?;
        self.nobody |= made.nobody;
        self.show(placed, line, &problem, &made.keys, Some(id.clone()), found.ids);
        // No figure of the days before knew of it.
        let from = problem.found.or(self.ledger.head.issued);
        problem.entered = later(from, self.terms.today);
        if let Some(why) = self.against(id, &problem, made) {
            let (place, title) = (shown::place(placed, line), problem.title.clone());
            self.prepared.against.push(Message::Taking(TakingNote::RefusedAt { place, title }));
            self.prepared.against.push(why);
        }
        let nobody = self.nobody && !problem.entries.is_empty();
        if nobody || (unknown && !self.terms.enrol) || self.prepared.against.len() > told {
            self.prepared.doubted.push(place);
        }
        self.prepared.taken.count(&problem);
        self.prepared.problems.push(problem);
        Ok(())
    }

    fn next_id(&self) -> Id {
        Id::of_problem(&self.ledger.name, self.next)
    }

    /// Gives the line the declared spelling of its names, and the days that its limits are read as.
    fn fit(&mut self, problem: &mut Problem) {
        let roster = &self.book.head.roster;
        names::spell(&mut problem.responsible, roster);
        if problem.kind != Kind::Duty {
            self.read_limit(problem.limit.as_deref(), &mut problem.due, &mut problem.sustained);
        }
        for measure in &mut problem.measures {
            names::spell(&mut measure.responsible, roster);
            self.read_limit(measure.limit.as_deref(), &mut measure.due, &mut measure.sustained);
        }
    }

    /// Words that give no single day stay words; `check` says so.
    fn read_limit(&mut self, words: Option<&str>, due: &mut Option<Day>, sustained: &mut bool) {
        let Some(words) = words else { return };
        let known = self.limits.get(words).copied();
        let (day, stays) = known.unwrap_or_else(|| {
            let reading = limit::read(words, &self.counting);
            (reading.day(), reading.sustained)
        });
        if known.is_none() {
            self.limits.insert(words.to_owned(), (day, stays));
        }
        *sustained |= stays;
        *due = due.or(day);
    }

    /// Adds a line to what is shown, if anybody is to see it.
    fn show(
        &mut self,
        placed: &Placed<'_>,
        line: &Drafted,
        problem: &Problem,
        keys: &BTreeMap<Key, Key>,
        id: Option<Id>,
        twins: Vec<Id>,
    ) {
        if self.terms.shown {
            let shown = shown::line(placed, line, problem, keys, id, twins);
            self.prepared.taking.lines.push(shown);
        }
    }

    /// What speaks against a line: what the gate refused, else what `check` would call wrong.
    fn against(&self, id: Id, problem: &Problem, made: Made) -> Option<Message> {
        if made.nobody {
            return None;
        }
        if !made.refusals.is_empty() {
            return Some(Message::Refused { id, refusals: made.refusals });
        }
        let mut found = check::errors(self.book, self.as_of, self.ledger, problem);
        // Each of these names is told of once, or put into the roster.
        found.retain(|it| {
            !matches!(it.fact, Fact::UndeclaredUnit { .. } | Fact::UndeclaredPerson { .. })
        });
        let wrong = |finding: Finding| Wrong { entry: None, fact: finding.fact };
        let wrongs: Vec<_> = found.into_iter().map(wrong).collect();
        (!wrongs.is_empty()).then_some(Message::WouldBeWrong { id, wrongs })
    }
}

/// Tells whether anything of the drafts is a line.
pub fn has_lines(drafts: &[Draft]) -> bool {
    drafts.iter().any(|draft| !draft.problems.is_empty())
}
