//! What there is to be said of a draft before somebody decides on it.

use std::collections::BTreeMap;

use super::Review;
use crate::check::Fact;
use crate::cli::importing::shown::{self, Placed};
use crate::cli::importing::{self, Terms, TwinsAre};
use crate::cli::limits;
use crate::complaint::Grade;
use crate::domain::limit::Kind as LimitKind;
use crate::domain::problem::{Kind, Problem};
use crate::domain::subject::{Part, Subject};
use crate::intake::draft::{Draft, Drafted};
use crate::intake::twins::Twins;
use crate::render::layout::review::Doubt;
use crate::render::layout::taking::LineTaken;
use crate::render::words::{Message, TakingNote};

/// A draft as it would be entered, and all that is to be said of it.
#[derive(Debug)]
pub(super) struct Judged {
    /// As it would be entered.
    pub(super) line: LineTaken,
    /// What has to be decided before it is taken in.
    pub(super) open: Vec<Message>,
    /// What cannot be decided: the line has to be changed, or left out.
    pub(super) refused: Vec<Message>,
    /// All of it, and what is only to be looked at.
    pub(super) doubts: Vec<Doubt>,
}

impl Review<'_, '_> {
    /// Judges a line by itself, as the next one that is taken in; nothing where there is no such line.
    pub(super) fn judge(&self, at: usize) -> anyhow::Result<Option<Judged>> {
        let Some(item) = self.items.get(at) else { return Ok(None) };
        let Some(draft) = self.alone(item.draft, &item.line) else { return Ok(None) };
        let before = self.items.iter().take(at).filter(|it| it.is_accepted()).count();
        let no = self.first.saturating_add(u32::try_from(before).unwrap_or(u32::MAX));
        let kept = self.terms.twins == TwinsAre::Kept;
        let twins = if kept { TwinsAre::Kept } else { TwinsAre::Refused };
        let terms = Terms { twins, shown: usize::MAX, ..self.terms.clone() };
        let mut prepared = importing::prepare(&self.book, &self.ledger, no, vec![draft], &terms)?;
        let Some(line) = prepared.taking.lines.pop() else { return Ok(None) };
        let again = if kept { None } else { self.again(at) };
        let against = again.into_iter().chain(prepared.against);
        // Where the line stands is said above it.
        let against =
            against.filter(|it| !matches!(it, Message::Taking(TakingNote::RefusedAt { .. })));
        let (open, refused): (Vec<_>, Vec<_>) = against.partition(is_open);
        let told = open.iter().chain(&refused).cloned().map(Doubt::Against);
        let looks = self.looks(at, &line).into_iter().filter(|look| !is_told(look, &refused));
        let doubts = told.chain(looks).collect();
        Ok(Some(Judged { line, open, refused, doubts }))
    }

    /// The draft that a line is of, with nothing but the line in it.
    fn alone(&self, draft: usize, line: &Drafted) -> Option<Draft> {
        let of = self.drafts.get(draft)?;
        Some(Draft {
            source: of.source.clone(),
            head: of.head.clone(),
            head_readings: Vec::new(),
            problems: vec![line.clone()],
            notes: Vec::new(),
        })
    }

    /// The line of the files that says the same and is taken in.
    fn again(&self, at: usize) -> Option<Message> {
        let item = self.items.get(at)?;
        let mut twins = Twins::default();
        let others = self.items.iter().enumerate();
        let others = others.filter(|(place, it)| *place != at && it.is_accepted());
        for (place, other) in others {
            let problem = &other.line.problem;
            twins.look(problem, twins.digest(problem), place);
        }
        let problem = &item.line.problem;
        let earlier = self.items.get(twins.look(problem, twins.digest(problem), at).earlier?)?;
        Some(Message::Taking(TakingNote::TwinInFiles {
            place: self.place(at),
            title: item.line.problem.title.clone(),
            of: self.place_of(earlier.draft, &earlier.line),
        }))
    }

    /// Where a line stands.
    pub(super) fn place(&self, at: usize) -> String {
        self.items.get(at).map(|it| self.place_of(it.draft, &it.line)).unwrap_or_default()
    }

    fn place_of(&self, draft: usize, line: &Drafted) -> String {
        let placed = self.drafts.get(draft).map(|it| Placed::new(it, self.terms.lang));
        placed.map(|placed| shown::place(&placed, line)).unwrap_or_default()
    }

    /// What nobody refuses, and yet has to be looked at: words without a day, damage, remarks on the line's places.
    fn looks(&self, at: usize, line: &LineTaken) -> Vec<Doubt> {
        let mut looks = self.without_day(&line.problem);
        let damaged = line.fields.iter().filter(|it| it.grade == Grade::Damaged);
        looks.extend(damaged.map(|it| Doubt::Damaged(it.part.clone(), it.field.clone())));
        let Some(item) = self.items.get(at) else { return looks };
        let begin = |item: &super::Item| item.line.places.of(&Subject::whole(Part::Problem)).start;
        let next = self.items.get(at + 1).filter(|next| next.draft == item.draft).map(begin);
        let span = begin(item)..next.unwrap_or(usize::MAX).max(begin(item) + 1);
        let notes = self.notes.get(&item.draft).into_iter().flatten();
        let of_line = notes.filter(|note| span.contains(&note.span.start));
        looks.extend(of_line.map(|note| Doubt::Remark(note.remark.clone())));
        looks
    }

    fn without_day(&self, problem: &Problem) -> Vec<Doubt> {
        if problem.kind == Kind::Duty {
            return Vec::new();
        }
        let own = (Part::Problem, problem.limit.as_ref(), problem.due);
        let measures = problem.measures.iter();
        let measures = measures.map(|it| (Part::Measure(it.no), it.limit.as_ref(), it.due));
        let all = std::iter::once(own).chain(measures);
        let unread = all.filter_map(|(part, words, due)| {
            let words = words.filter(|_| due.is_none())?.clone();
            let reading = limits::of_plan(&words, &self.book, &self.ledger.name, self.terms.today);
            let single = reading.day().is_some() || reading.kind == LimitKind::Sustained;
            (!single).then_some(Doubt::NoDay { part, words, reading })
        });
        unread.collect()
    }
}

/// Tells whether it is among what the line is refused for that a limit gives no day.
fn is_told(look: &Doubt, refused: &[Message]) -> bool {
    let of_limit = |message: &Message| match message {
        Message::WouldBeWrong { wrongs, .. } => {
            wrongs.iter().any(|wrong| matches!(wrong.fact, Fact::LimitUnclear { .. }))
        }
        _ => false,
    };
    matches!(look, Doubt::NoDay { .. }) && refused.iter().any(of_limit)
}

/// Tells what a person can decide at once.
fn is_open(message: &Message) -> bool {
    matches!(
        message,
        Message::Taking(
            TakingNote::Twin { .. }
                | TakingNote::TwinInFiles { .. }
                | TakingNote::UnknownUnit { .. }
                | TakingNote::UnknownPerson { .. }
                | TakingNote::NoReporter
        )
    )
}

/// Notes of each draft, by its place.
pub(super) type Notes = BTreeMap<usize, Vec<crate::intake::draft::Note>>;
