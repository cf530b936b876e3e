//! An act at a terminal: of which problem, by whom and in which words, where the command line does not say.

use super::steps::Steps;
use super::{Asking, Left, Names, tell};
use crate::cli::committing::title;
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::ids;
use crate::cli::limits::{self, NewLimitArgs};
use crate::cli::recording::{EntryArgs, Named};
use crate::cli::values;
use crate::domain::acts::State;
use crate::domain::book::{Book, Lang};
use crate::domain::day::Day;
use crate::domain::id::{Id, Selection};
use crate::domain::standing::{AsOf, Standing};
use crate::render::document::{Block, Document, Level};
use crate::render::words::asking::{Question, ReviewLabel, label, with_light};
use crate::render::words::{self, Label, Message};

/// What a command takes and can be asked for.
pub struct Wants<'a> {
    /// The states of the problems that it works on.
    pub states: &'static [State],
    /// The problems.
    pub ids: &'a mut Vec<Selection>,
    /// Who, when and in which words.
    pub entry: &'a mut EntryArgs,
    /// The new limit, where it takes one.
    pub limit: Option<&'a mut NewLimitArgs>,
    /// Who approves, where somebody must; the words are needed then, too.
    pub approver: Option<&'a mut Option<String>>,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Problem,
    By,
    Limit,
    Text,
    Approver,
}

struct Questions<'a, 'b> {
    asking: Asking,
    book: &'b Book,
    today: Day,
    wants: Wants<'a>,
}

impl Wants<'_> {
    /// Asks for what is missing, where somebody can answer. A command line that says enough is not questioned.
    pub fn complete(self, context: &mut Context<'_>) -> anyhow::Result<()> {
        let steps = self.missing(context);
        let Some(asking) = Asking::of(context).filter(|_| !steps.is_empty()) else {
            return Ok(());
        };
        let book = context.read_values()?;
        let today = context.today;
        let mut questions = Questions { asking, book: &book, today, wants: self };
        asking.through(&steps, &mut questions, context)
    }

    fn missing(&self, context: &Context<'_>) -> Vec<Step> {
        let limit = self.limit.as_ref().is_some_and(|limit| !limit.is_given());
        let approver = self.approver.as_ref().is_some_and(|approver| approver.is_none());
        let steps = [
            (Step::Problem, self.ids.is_empty()),
            (Step::By, self.entry.by(context).is_err()),
            (Step::Limit, limit),
            (Step::Text, self.approver.is_some() && self.entry.text.is_none()),
            (Step::Approver, approver),
        ];
        steps.into_iter().filter(|(_, missing)| *missing).map(|(step, _)| step).collect()
    }
}

impl Questions<'_, '_> {
    fn problem(&self, lang: Lang) -> Result<Selection, Left> {
        let as_of = AsOf::new(&self.book.head, self.today);
        let standings = as_of.standings(self.book);
        let open = standings.iter().filter(|known| self.wants.states.contains(&known.state));
        let choices = open.map(|standing| (selection(standing), shown(standing, lang))).collect();
        self.asking.choose(&Question::Problem, choices, 0)
    }

    /// Asks for a value that must be there, one of the names where these are given.
    fn needed(
        &self,
        of: Label,
        now: Option<&String>,
        names: Option<&Names>,
    ) -> Result<String, Left> {
        let name = words::label(self.asking.lang, of);
        self.asking.needed(name, now.map_or("", String::as_str), names)
    }

    /// Asks for the words of a new limit until they give a day, and says which.
    fn limit(&self, context: &mut Context<'_>) -> Result<NewLimitArgs, Left> {
        let lang = context.lang();
        let mut now = None;
        loop {
            let typed = self.needed(Label::Limit, now.as_ref(), None)?;
            let args = match values::day(&typed) {
                Ok(day) => NewLimitArgs { limit: None, due: Some(day) },
                Err(_) => NewLimitArgs { limit: Some(typed.clone()), due: None },
            };
            match self.day(&args, context) {
                Ok(day) => {
                    tell(context.err, &format!("→ {}", words::full_day(lang, day)))?;
                    return Ok(args);
                }
                Err(stop) => {
                    for message in stop.messages() {
                        let (said, help) = words::message(lang, message);
                        tell(context.err, &said)?;
                        help.map_or(Ok(()), |help| tell(context.err, &help))?;
                    }
                    now = Some(typed);
                }
            }
        }
    }

    /// The day to which the first of the problems would move.
    fn day(&self, args: &NewLimitArgs, context: &Context<'_>) -> Result<Day, Stop> {
        let on = self.wants.entry.on.unwrap_or(self.today);
        let first = self.wants.ids.get(..1).unwrap_or_default();
        let id = ids::resolve(context, first).ok().and_then(|ids| ids.into_iter().next());
        let Some(id) = id else { return Err(Stop::usage(Message::Missing(vec!["ID"]))) };
        let measures = id.measure.into_iter().collect();
        let named = Named { id: Id::of_problem(&id.ledger, id.no), measures };
        limits::of_extension(args, self.book, &named, (on, self.today))
    }
}

impl Steps for Questions<'_, '_> {
    type Step = Step;

    fn answer(&mut self, step: Step, context: &mut Context<'_>) -> Result<(), Left> {
        let actors = Names::actors(&self.book.head.roster);
        let entry = &self.wants.entry;
        match step {
            Step::Problem => *self.wants.ids = vec![self.problem(context.lang())?],
            Step::By => {
                let by = self.needed(Label::By, entry.by.as_ref(), Some(&actors.closed()))?;
                self.wants.entry.by = Some(by);
            }
            Step::Text => {
                let text = self.needed(Label::Text, entry.text.as_ref(), None)?;
                self.wants.entry.text = Some(text);
            }
            Step::Limit => {
                let typed = self.limit(context)?;
                if let Some(limit) = &mut self.wants.limit {
                    **limit = typed;
                }
            }
            Step::Approver => {
                let now = self.wants.approver.as_ref().and_then(|known| known.as_ref());
                let typed = self.needed(Label::Approver, now, Some(&actors))?;
                if let Some(approver) = &mut self.wants.approver {
                    **approver = Some(typed);
                }
            }
        }
        Ok(())
    }

    fn is_confirmed(&mut self, context: &mut Context<'_>) -> anyhow::Result<bool> {
        let lang = context.lang();
        let named = ids::resolve(context, self.wants.ids)?;
        ids::all_exist(&named, self.book)?;
        let mut facts = Vec::new();
        let mut fact = |of: Label, text: Option<String>| {
            facts.extend(text.map(|text| (words::label(lang, of).to_owned(), text)));
        };
        for id in &named {
            let title = title(self.book, id).unwrap_or_default();
            fact(Label::Problem, Some(format!("{id} {title}")));
        }
        fact(Label::By, self.wants.entry.by.clone());
        if let Some(limit) = &self.wants.limit {
            fact(Label::Limit, limit.limit.clone());
            fact(Label::LastDay, self.day(limit, context).ok().map(|day| day.to_string()));
        }
        fact(Label::Text, self.wants.entry.text.clone());
        fact(Label::Approver, self.wants.approver.as_ref().and_then(|it| (**it).clone()));
        let mut document = Document::new(lang);
        document.heading(Level::Part, label(lang, ReviewLabel::Preview));
        document.push(Block::Facts(facts));
        tell(context.err, "")?;
        context.tell(&document)?;
        let ledger = named.first().map_or("", |id| id.ledger.as_str());
        self.asking.written(ledger)
    }
}

fn selection(standing: &Standing<'_>) -> Selection {
    let no = standing.problem.no;
    Selection { ledger: Some(standing.ledger.name.clone()), first: no, last: no, measure: None }
}

/// A problem to be chosen, with what it calls for.
fn shown(standing: &Standing<'_>, lang: Lang) -> String {
    let light = words::light(lang, standing.line_of_whole().light());
    let title = if standing.problem.masked { "" } else { standing.problem.title.as_str() };
    with_light(lang, &standing.id().to_string(), title, &light)
}
