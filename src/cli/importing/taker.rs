//! Takes lines one after the other, each through the gates that `add` has.

use std::collections::{BTreeMap, HashMap};

use super::entries::{self, Made};
use super::same::Same;
use super::shown::{self, Placed};
use super::{Prepared, Terms, TwinsAre, names};
use crate::check::{self, Fact, Finding};
use crate::cli::recording::later;
use crate::complaint::{Remark, SheetRemark};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::key::Key;
use crate::domain::ledger::Ledger;
use crate::domain::limit::{self, Counting};
use crate::domain::measure::Measure;
use crate::domain::problem::{Extra, Kind, Problem};
use crate::domain::standing::{AsOf, Deadline, LastDay};
use crate::domain::subject::{Part, Subject};
use crate::intake::draft::Drafted;
use crate::render::words::taking::limit_key;
use crate::render::words::{Message, TakingNote, Wrong};

/// What the words of a limit say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read {
    day: Option<Day>,
    sustained: bool,
    /// Whether it is for a person to say which day they mean.
    unclear: bool,
}

/// Takes line after line.
pub(super) struct Taker<'a> {
    pub(super) book: &'a Book,
    pub(super) as_of: &'a AsOf<'a>,
    pub(super) ledger: &'a Ledger,
    pub(super) counting: Counting<'a>,
    pub(super) terms: &'a Terms,
    /// The number that the next line gets.
    pub(super) next: u32,
    /// The place of the next line, in the order of reading.
    pub(super) place: usize,
    /// What limits were read as, by their words.
    pub(super) limits: HashMap<String, Read>,
    pub(super) prepared: Prepared,
}

impl Taker<'_> {
    pub(super) fn take(
        &mut self,
        placed: &Placed,
        mut line: Drafted,
        same: &Same,
    ) -> anyhow::Result<()> {
        let mut problem = std::mem::take(&mut *line.problem);
        if self.is_shown(self.place) {
            // Which days the file says is told by its own entries.
            line.problem.entries.clone_from(&problem.entries);
        }
        let (place, told) = (self.place, self.prepared.against.len());
        self.place += 1;
        if same.is_left_out(self.terms) {
            self.prepared.taken.twins += 1;
            self.show(placed, &line, (&problem, &BTreeMap::new(), None), same, place);
            return Ok(());
        }
        if self.terms.twins == TwinsAre::Refused {
            let note = same.note(placed, &line, &problem);
            self.prepared.against.extend(note.map(Message::Taking));
        }
        let id = self.next_id();
        problem.no = self.next;
        self.next = self.next.saturating_add(1);
        for part in self.fit(&mut problem) {
            line.places.rename(&part, "limit", limit_key(self.terms.lang));
            let subject = Subject::key(part, limit_key(self.terms.lang));
            let place = shown::place_of(placed, &line, &subject);
            let remark = Remark::Sheet(SheetRemark::LimitKept);
            self.prepared.taking.remarks.push((place, remark));
        }
        let roster = &self.book.head.roster;
        let unknown = self.prepared.unknown.look(placed, &line, &problem, roster);
        let made = entries::make(self.book, self.as_of, self.ledger, &mut problem, self.terms)?;
        self.prepared.nobody |= made.nobody;
        self.show(placed, &line, (&problem, &made.keys, Some(id.clone())), same, place);
        // No figure of the days before knew of it.
        let from = problem.found.or(self.ledger.head.issued);
        problem.entered = later(from, self.terms.today);
        if let Some(why) = self.against(id, &problem, made) {
            let (place, title) = (shown::place(placed, &line), problem.title.clone());
            let limit = matches!(&why, Message::WouldBeWrong { wrongs, .. }
                if wrongs.iter().any(|it| matches!(it.fact, Fact::LimitUnclear { .. })));
            let note = TakingNote::RefusedAt { place, title, limit };
            self.prepared.against.push(Message::Taking(note));
            self.prepared.against.push(why);
        }
        let nobody = self.prepared.nobody && !problem.entries.is_empty();
        if nobody || (unknown && !self.terms.enrol) || self.prepared.against.len() > told {
            self.prepared.doubted.push(place);
        }
        self.prepared.taken.count(&problem);
        if let Some(portion) = self.prepared.problems.last_mut() {
            portion.push(problem);
        }
        Ok(())
    }

    fn next_id(&self) -> Id {
        Id::of_problem(&self.ledger.name, self.next)
    }

    /// Gives the line the declared spelling of its names, and the days that its limits are read as. Returns the parts whose
    /// limits are kept as texts.
    fn fit(&mut self, problem: &mut Problem) -> Vec<Part> {
        let roster = &self.book.head.roster;
        let mut kept = Vec::new();
        names::spell(&mut problem.responsible, roster);
        if problem.kind != Kind::Duty {
            let Problem { limit, due, sustained, extra, .. } = problem;
            if self.read_limit(limit, due, sustained, extra) {
                kept.push(Part::Problem);
            }
        }
        for measure in &mut problem.measures {
            names::spell(&mut measure.responsible, roster);
            let Measure { no, limit, due, sustained, extra, .. } = measure;
            if self.read_limit(limit, due, sustained, extra) {
                kept.push(Part::Measure(*no));
            }
        }
        kept
    }

    /// Words that give no single day stay words; `check` says so. Tells whether they are kept as a text, where they are no
    /// limit that a ledger may have.
    fn read_limit(
        &mut self,
        limit: &mut Option<String>,
        due: &mut Option<Day>,
        sustained: &mut bool,
        extra: &mut Extra,
    ) -> bool {
        let Some(words) = limit.as_deref() else { return false };
        let read = self.limits.get(words).copied().unwrap_or_else(|| {
            let reading = limit::read(words, &self.counting);
            let first = Deadline::new(None, Some(words), &self.counting).first;
            let unclear = matches!(first, LastDay::Unclear(_));
            let read = Read { day: reading.day(), sustained: reading.sustained, unclear };
            self.limits.insert(words.to_owned(), read);
            read
        });
        *sustained |= read.sustained;
        *due = due.or(read.day);
        let is_kept = due.is_none() && read.unclear && self.terms.keep_unread;
        if is_kept && let Some(words) = limit.take() {
            extra.insert(limit_key(self.terms.lang).to_owned(), words);
        }
        is_kept
    }

    fn is_shown(&self, place: usize) -> bool {
        place < self.terms.shown
    }

    /// Adds a line to what is shown, if anybody is to see it.
    fn show(
        &mut self,
        placed: &Placed,
        line: &Drafted,
        (problem, keys, id): (&Problem, &BTreeMap<Key, Key>, Option<Id>),
        same: &Same,
        place: usize,
    ) {
        if self.is_shown(place) {
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
