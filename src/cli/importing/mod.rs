//! Taking in foreign files: what is read becomes what `add` would have entered, through the same gates, or is refused with
//! its place.

mod choices;
mod entries;
mod files;
mod names;
mod returned;
mod same;
mod sheets;
mod shown;
mod taking_back;

pub use choices::{ChangesArg, ClosedAs, HiddenArg, TwinsArg};
pub use files::{As, Reading, drafts};
pub use names::Unknown;
pub use sheets::SheetArgs;
pub use taking_back::take_back;

use std::collections::{BTreeMap, HashMap};

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
use crate::formats::share::{PORTION, share};
use crate::intake::draft::{Draft, Drafted};
use crate::render::layout::taking::Taking;
use crate::render::words::taking::Taken;
use crate::render::words::{Message, TakingNote, Wrong};
use entries::Made;
use same::Same;
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
    /// Names that the roster does not know yet.
    pub unknown: Unknown,
    /// Whether nobody says who enters what was done.
    nobody: bool,
}

/// Makes of drafts what would be entered into a ledger of the book, from the number `first` on.
pub fn prepare(
    book: &Book,
    ledger: &Ledger,
    first: u32,
    mut drafts: Vec<Draft>,
    terms: &Terms,
) -> anyhow::Result<Prepared> {
    let as_of = AsOf::new(&book.head, terms.today);
    let policy = as_of.plan_policy(ledger);
    let placed: Vec<_> = drafts.iter().map(|draft| Placed::new(draft, terms.lang)).collect();
    let mut prepared = Prepared::new(shown::begin(ledger, &drafts, &placed));
    let same = same::find(book, ledger, &drafts, &placed, terms.twins == TwinsAre::Refused);
    let counting = as_of.counting(ledger, &policy);
    let begin = |next| Taker {
        book,
        as_of: &as_of,
        ledger,
        counting,
        terms,
        next,
        limits: HashMap::new(),
        prepared: Prepared::new(Taking::default()),
    };
    let mut next = first;
    let mut portions = Vec::new();
    for ((draft, placed), same) in drafts.iter_mut().zip(&placed).zip(&same) {
        for (lines, same) in draft.problems.chunks_mut(LINES).zip(same.chunks(LINES)) {
            portions.push((next, placed, lines, same));
            let new = same.iter().filter(|same| !same.is_left_out(terms)).count();
            next = next.saturating_add(u32::try_from(new).unwrap_or(u32::MAX));
        }
    }
    let all = share(portions.into_iter(), |(next, placed, lines, same)| {
        let mut taker = begin(next);
        for (line, same) in lines.iter_mut().zip(same) {
            // Of a large file the lines are most of what the program holds, so each goes as soon as it is taken.
            taker.take(placed, line.take(), same)?;
        }
        anyhow::Ok(taker.prepared)
    });
    for portion in all {
        prepared.append(portion?);
    }
    if prepared.nobody {
        prepared.against.push(Message::Taking(TakingNote::NoReporter));
    }
    if !terms.enrol {
        prepared.against.extend(prepared.unknown.messages());
    }
    Ok(prepared)
}

/// So many lines are taken in one after the other: thousands of them have the same few limits, which are read once.
const LINES: usize = 8 * PORTION;

impl Prepared {
    fn new(taking: Taking) -> Self {
        Self {
            taking,
            problems: Vec::new(),
            taken: Taken::default(),
            against: Vec::new(),
            unknown: Unknown::default(),
            nobody: false,
        }
    }

    /// Adds what comes of the lines behind.
    fn append(&mut self, other: Self) {
        self.taking.lines.extend(other.taking.lines);
        self.problems.extend(other.problems);
        self.taken.add(other.taken);
        self.against.extend(other.against);
        self.unknown.append(other.unknown);
        self.nobody |= other.nobody;
    }
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
    /// What limits were read as, by their words.
    limits: HashMap<String, (Option<Day>, bool)>,
    prepared: Prepared,
}

impl Taker<'_> {
    fn take(&mut self, placed: &Placed, mut line: Drafted, same: &Same) -> anyhow::Result<()> {
        let mut problem = std::mem::take(&mut line.problem);
        if same.is_left_out(self.terms) {
            self.prepared.taken.twins += 1;
            self.show(placed, &line, &problem, &BTreeMap::new(), None, same);
            return Ok(());
        }
        if self.terms.twins == TwinsAre::Refused {
            let note = same.note(placed, &line, &problem);
            self.prepared.against.extend(note.map(Message::Taking));
        }
        let id = self.next_id();
        problem.no = self.next;
        self.next = self.next.saturating_add(1);
        self.fit(&mut problem);
        self.prepared.unknown.look(placed, &line, &problem, &self.book.head.roster);
        let made = entries::make(self.book, self.as_of, self.ledger, &mut problem, self.terms)?;
        self.prepared.nobody |= made.nobody;
        self.show(placed, &line, &problem, &made.keys, Some(id.clone()), same);
        // No figure of the days before knew of it.
        let from = problem.found.or(self.ledger.head.issued);
        problem.entered = later(from, self.terms.today);
        if let Some(why) = self.against(id, &problem, made) {
            let (place, title) = (shown::place(placed, &line), problem.title.clone());
            self.prepared.against.push(Message::Taking(TakingNote::RefusedAt { place, title }));
            self.prepared.against.push(why);
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
        placed: &Placed,
        line: &Drafted,
        problem: &Problem,
        keys: &BTreeMap<Key, Key>,
        id: Option<Id>,
        same: &Same,
    ) {
        if self.terms.shown {
            let shown = shown::line(placed, line, problem, keys, id, same.ids.clone());
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
