//! `add` at a terminal: what is missing is asked for, how the limit reads is said at once, and one confirmation comes last.

use super::Add;
use crate::cli::asking::{Asking, Left, Names, Steps, Wanted, WantedLimit, tell};
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::filter::KindArg;
use crate::cli::{ids, limits, refusing};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::limit::Kind;
use crate::render::layout;
use crate::render::words;
use crate::render::words::asking::{Keys, Question};
use crate::reports::changes::Field;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Title,
    Lead,
    Limit,
    Every,
}

/// What the questions are asked with.
#[derive(Clone, Copy)]
struct Interview<'a> {
    asking: Asking,
    book: &'a Book,
    ledger: &'a str,
    today: Day,
}

/// The command line as it is completed.
struct Questions<'a> {
    add: Add,
    interview: Interview<'a>,
}

impl Steps for Questions<'_> {
    type Step = Step;

    fn answer(&mut self, step: Step, context: &mut Context<'_>) -> Result<(), Left> {
        self.add.answer(step, &self.interview, context)
    }

    fn is_confirmed(&mut self, context: &mut Context<'_>) -> anyhow::Result<bool> {
        self.add.is_confirmed(&self.interview, context)
    }
}

impl Add {
    /// Asks for what is missing, where somebody can answer. A command line that says enough is not questioned.
    pub(super) fn with_answers(self, context: &mut Context<'_>) -> anyhow::Result<Self> {
        let Some(asking) = Asking::of(context).filter(|_| self.says_enough_else()) else {
            return Ok(self);
        };
        let ledger = ids::only_ledger(context)?;
        let book = context.read_values()?;
        let interview = Interview { asking, book: &book, ledger: &ledger, today: context.today };
        let steps = self.missing(&interview);
        if steps.is_empty() {
            return Ok(self);
        }
        // What was typed with the command is not asked for again, so it has to be right.
        self.responsible.read(&book.head.roster)?;
        let mut questions = Questions { add: self, interview };
        asking.through(&steps, &mut questions, context)?;
        Ok(questions.add)
    }

    /// Options that contradict each other are no matter of questions.
    fn says_enough_else(&self) -> bool {
        let is_duty = self.kind == KindArg::Duty;
        let times = (is_duty && self.every.is_none()) || self.times_of_duty().is_ok();
        times && self.indicators_once().is_ok()
    }

    /// What is missing: the title and, where that is, whoever leads and the limit; and the day, where the words of the limit
    /// give none.
    fn missing(&self, interview: &Interview<'_>) -> Vec<Step> {
        let anew = self.title.is_none();
        let is_duty = self.kind == KindArg::Duty;
        let unclear = |words: &String| {
            let Interview { book, ledger, today, .. } = *interview;
            let reading = limits::of_plan(words, book, ledger, today);
            reading.day().is_none() && reading.kind != Kind::Sustained
        };
        let limit = self.limit.limit.as_ref().map_or(anew, unclear) && self.limit.due.is_none();
        let steps = [
            (Step::Title, anew),
            (Step::Lead, anew && self.responsible.names_no_unit()),
            (Step::Every, is_duty && self.every.is_none()),
            (Step::Limit, !is_duty && limit),
        ];
        steps.into_iter().filter(|(_, missing)| *missing).map(|(step, _)| step).collect()
    }

    fn answer(
        &mut self,
        step: Step,
        interview: &Interview<'_>,
        context: &mut Context<'_>,
    ) -> Result<(), Left> {
        let lang = context.lang();
        let name = |field: &Field| words::changes::field(lang, field);
        let asking = interview.asking;
        match step {
            Step::Title => {
                let now = self.title.as_deref().unwrap_or_default();
                self.title = Some(asking.needed(&name(&Field::Title), now, None)?);
            }
            Step::Every => {
                let now = self.every.as_deref().unwrap_or_default();
                self.every = Some(asking.needed(&name(&Field::Every), now, None)?);
            }
            Step::Lead => {
                let names = Names::units(&interview.book.head.roster).closed();
                let typed = asking.text(&Wanted {
                    question: Question::Value(name(&Field::Lead)),
                    keys: Keys::Names,
                    now: &words::list(lang, self.responsible.lead()),
                    names: Some(&names),
                    check: &|_| Ok(()),
                })?;
                self.responsible.set_lead(names.read(&typed));
            }
            Step::Limit => {
                let wanted = WantedLimit {
                    name: &name(&Field::Limit),
                    now: self.limit.limit.as_deref().unwrap_or_default(),
                    day_needed: true,
                    book: interview.book,
                    ledger: interview.ledger,
                    today: interview.today,
                };
                let (limit, due) = asking.limit(&wanted, context.err)?;
                self.limit.limit = (!limit.is_empty()).then_some(limit);
                self.limit.due = due;
            }
        }
        Ok(())
    }

    /// Shows what would be entered and asks the one time whether to. What cannot be entered is told, and asked for again.
    fn is_confirmed(
        &self,
        interview: &Interview<'_>,
        context: &mut Context<'_>,
    ) -> anyhow::Result<bool> {
        let Interview { asking, book, ledger, today } = *interview;
        let no = book.ledger(ledger).map_or(1, |it| it.problems.len().saturating_add(1));
        let id = Id::of_problem(ledger, u32::try_from(no).unwrap_or(u32::MAX));
        let made = self.clone().problem(book, ledger, id.no, today).and_then(|made| {
            let wrong = refusing::would_be_wrong(book, id, None, &made.0, today);
            wrong.map_or(Ok(made), |wrong| Err(Stop::from(wrong)))
        });
        let (problem, message) = match made {
            Ok(made) => made,
            Err(stop) => {
                stop.messages().iter().try_for_each(|message| context.say(message))?;
                return Ok(false);
            }
        };
        let lang = context.lang();
        tell(context.err, "")?;
        context.tell(&layout::review::entered(&problem, ledger, lang))?;
        // How a duty recurs is not known before all of it is.
        if let Some(message) = message.filter(|_| self.kind == KindArg::Duty) {
            tell(context.err, &words::message(lang, &message).0)?;
        }
        asking.written(ledger)
    }
}
