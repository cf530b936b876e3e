//! Deciding on a draft: what is open about it is asked, and what is refused stays refused.

use super::judging::Judged;
use super::{Decision, Review};
use crate::cli::asking::{Left, Names, Wanted, tell};
use crate::cli::importing::Terms;
use crate::domain::roster::{Person, Unit};
use crate::render::words::asking::{Choice, Keys, Question, Reply, reply};
use crate::render::words::{Message, TakingNote};

impl Review<'_, '_> {
    /// Asks what becomes of a line. Whoever leaves the question is asked whether all is to be left.
    pub(super) fn decide(&self, at: usize, judged: &Judged) -> Result<Choice, Left> {
        let all = [
            Choice::Accept,
            Choice::Edit,
            Choice::Skip,
            Choice::AcceptRest,
            Choice::Back,
            Choice::Quit,
        ];
        let offered: Vec<_> =
            all.into_iter().filter(|choice| *choice != Choice::Back || at > 0).collect();
        let is_twin = judged.open.iter().any(is_twin);
        let first = match self.items.get(at).and_then(|it| it.decision) {
            Some(Decision::Skipped) => Choice::Skip,
            _ if !judged.refused.is_empty() => Choice::Edit,
            None if is_twin => Choice::Skip,
            _ => Choice::Accept,
        };
        let question = Question::Line { at: at + 1, of: self.items.len() };
        loop {
            match self.asking.decide(&question, &offered, first) {
                Err(Left::Back) => match self.asking.agreed(&Question::Leave, Some(false)) {
                    Ok(true) => return Err(Left::Quit),
                    Ok(false) | Err(Left::Back) => {}
                    Err(left) => return Err(left),
                },
                answered => return answered,
            }
        }
    }

    /// Accepts a line once all is decided that is open about it; tells whether it is accepted.
    pub(super) fn accept(&mut self, at: usize, judged: &Judged) -> anyhow::Result<bool> {
        if !judged.refused.is_empty() {
            let why = reply(self.lang(), &Reply::Against);
            tell(self.context.err, &why)?;
            return Ok(false);
        }
        for message in &judged.open {
            match self.settle(message) {
                Ok(true) => {}
                Ok(false) | Err(Left::Back) => return Ok(false),
                Err(left) => return Err(left.into()),
            }
        }
        // Who enters it may bring up what the gate could not ask before.
        let nobody = Message::Taking(TakingNote::NoReporter);
        if judged.open.contains(&nobody) {
            let again = self.judge(at)?;
            if let Some(again) = again.filter(|again| !again.refused.is_empty()) {
                return self.accept(at, &again);
            }
        }
        self.twins.extend(judged.line.twins.iter().cloned());
        self.set(at, Decision::Accepted);
        Ok(true)
    }

    /// Asks about what is open; tells whether the line can be taken in.
    fn settle(&mut self, message: &Message) -> Result<bool, Left> {
        let Message::Taking(note) = message else { return Ok(false) };
        match note {
            TakingNote::Twin { of, .. } => {
                self.asking.agreed(&Question::TakeTwin(of.clone()), Some(false))
            }
            TakingNote::TwinInFiles { of, .. } => {
                self.asking.agreed(&Question::TakeAgain(of.clone()), Some(false))
            }
            TakingNote::UnknownUnit { name, .. } => {
                let agreed = self.asking.agreed(&Question::Enrol(name.clone()), None)?;
                if agreed {
                    self.book.head.roster.units.insert(name.clone(), Unit::default());
                }
                self.enrolled |= agreed;
                Ok(agreed)
            }
            TakingNote::UnknownPerson { name, .. } => {
                let agreed = self.asking.agreed(&Question::Enrol(name.clone()), None)?;
                if agreed {
                    self.book.head.roster.persons.insert(name.clone(), Person::default());
                }
                self.enrolled |= agreed;
                Ok(agreed)
            }
            TakingNote::NoReporter => self.name_reporter().map(|()| true),
            _ => Ok(false),
        }
    }

    /// Asks who enters what the files say was done.
    fn name_reporter(&mut self) -> Result<(), Left> {
        let names = Names::actors(&self.book.head.roster).closed();
        let lang = self.lang();
        let name = self.asking.text(&Wanted {
            question: Question::Reporter,
            keys: Keys::Name,
            now: "",
            names: Some(&names),
            check: &|typed| match typed {
                "" => Err(reply(lang, &Reply::Needed)),
                _ => Ok(()),
            },
        })?;
        self.terms.by = Some(name);
        Ok(())
    }

    /// Accepts all lines from a place on that nobody has decided on, up to the first that something speaks against; tells
    /// where that is.
    pub(super) fn accept_rest(&mut self, from: usize) -> anyhow::Result<usize> {
        let rest: Vec<_> = (from..self.items.len())
            .filter(|at| self.items.get(*at).is_some_and(|it| it.decision.is_none()))
            .collect();
        for at in &rest {
            self.set(*at, Decision::Accepted);
        }
        let terms = Terms { shown: usize::MAX, ..self.terms.clone() };
        let prepared = self.prepare(&terms)?;
        // The lines that are taken in stand there in the order of the items.
        let items = self.items.iter().enumerate();
        let taken: Vec<_> = items.filter(|(_, it)| it.is_accepted()).map(|(at, _)| at).collect();
        let doubted = prepared.doubted.iter().filter_map(|place| taken.get(*place));
        let stop = doubted.filter(|at| rest.contains(at)).min().copied();
        let Some(stop) = stop else { return Ok(self.items.len()) };
        for at in rest.into_iter().filter(|at| *at >= stop) {
            if let Some(item) = self.items.get_mut(at) {
                item.decision = None;
            }
        }
        Ok(stop)
    }
}

fn is_twin(message: &Message) -> bool {
    matches!(message, Message::Taking(TakingNote::Twin { .. } | TakingNote::TwinInFiles { .. }))
}
