//! `ledger add`

mod asking;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::filter::KindArg;
use crate::cli::limits::{self, LimitArgs};
use crate::cli::recording::later;
use crate::cli::responsible::ResponsibleArgs;
use crate::cli::{Outcome, ids, values};
use crate::cli::{echo, refusing};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::indicator::Indicator;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::problem::{Kind, Problem};
use crate::domain::standing::{AsOf, LastDay};
use crate::render::words::{Deed, GuardNote, Message, Minutes};
use crate::store::Entered;

/// Enter a problem, a task or a duty; prints its id
#[derive(Debug, Clone, Args)]
pub struct Add {
    /// The problem in a line
    #[arg(long, value_name = "TEXT", value_parser = values::name)]
    title: Option<String>,
    /// The finding in full
    #[arg(long, value_name = "TEXT", value_parser = values::text)]
    detail: Option<String>,
    /// Category
    #[arg(long, value_name = "CATEGORY", value_parser = values::name)]
    category: Option<String>,
    /// Who found it, if not the ledger's source
    #[arg(long, value_name = "SOURCE", value_parser = values::name)]
    source: Option<String>,
    /// Root cause
    #[arg(long, value_name = "TEXT", value_parser = values::text)]
    cause: Option<String>,
    /// The target, in words
    #[arg(long, value_name = "TEXT", value_parser = values::text)]
    goal: Option<String>,
    /// What it is
    #[arg(long, value_name = "KIND", default_value = "problem")]
    kind: KindArg,
    /// When it was found, if not on the day of the plan
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    found: Option<Day>,
    #[command(flatten)]
    responsible: ResponsibleArgs,
    /// Who is responsible, in the paper's words
    #[arg(long, value_name = "TEXT", value_parser = values::text)]
    owners: Option<String>,
    #[command(flatten)]
    limit: LimitArgs,
    /// Money involved, as 15.7万元, 457.2元 or 157000
    #[arg(long, value_name = "AMOUNT", value_parser = values::money)]
    amount: Option<Money>,
    /// How much of it is to come back, if not all
    #[arg(long, value_name = "AMOUNT", value_parser = values::money)]
    recoverable: Option<Money>,
    /// A figure with its target, as '访视率>=85.1->90 %' (repeatable)
    ///
    /// NAME>=TARGET UNIT, or <= where less is better; the value now may stand before the target, as 85.1->90.
    /// NAME=UNIT, as '建立制度=项', for what is only counted.
    #[arg(long, value_name = "INDICATOR", value_parser = values::indicator)]
    indicator: Vec<Indicator>,
    /// A tag (repeatable)
    #[arg(long, value_name = "TAG", value_parser = values::name)]
    tag: Vec<String>,
    /// Its number on paper
    #[arg(long = "ref", value_name = "REF", value_parser = values::name)]
    reference: Option<String>,
    /// An earlier problem that came back: an id, or words (repeatable)
    #[arg(long, value_name = "ID", value_parser = values::name)]
    recurs: Vec<String>,
    /// When a duty falls due, as 每月5日前
    #[arg(long, value_name = "WORDS", value_parser = values::name)]
    every: Option<String>,
    /// When a duty begins
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    from: Option<Day>,
    /// When a duty ends
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    until: Option<Day>,
    /// For scripts: a second run with the same REQUEST answers as the first one did, and enters nothing
    #[arg(long, value_name = "REQUEST", value_parser = values::name)]
    request_id: Option<String>,
}

impl Add {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        self.with_answers(context)?.enter(context)
    }

    fn enter(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if self.title.is_none() {
            return Err(Stop::usage(Message::Missing(vec!["--title"])).into());
        }
        self.times_of_duty()?;
        self.indicators_once()?;
        let ledger = ids::only_ledger(context)?;
        let today = context.today;
        let lock = context.lock("add")?;
        // The problem that it repeats may stand in any ledger, which only the whole book can tell.
        let whole = if self.recurs.is_empty() { None } else { Some(context.read_values()?) };
        let mut understood = None;
        let request = self.request_id.clone();
        let entered = lock.enter::<anyhow::Error>(&ledger, request.as_deref(), |book, no| {
            let (problem, message) = self.problem(book, &ledger, no, today)?;
            understood = message;
            let id = Id::of_problem(&ledger, no);
            let book = whole.as_ref().unwrap_or(book);
            match refusing::would_be_wrong(book, id, None, &problem, today) {
                Some(wrong) => Err(Stop::from(wrong).into()),
                None => Ok(problem),
            }
        })?;
        let added = match entered {
            Entered::Added(added) => added,
            Entered::Known(no) => {
                drop(lock);
                context.print(&Id::of_problem(&ledger, no).to_string())?;
                return Ok(Outcome::Fine);
            }
            Entered::Twin(no) => {
                let twin = GuardNote::Twin(Id::of_problem(&ledger, no));
                return Err(Stop::from(Message::Guard(twin)).into());
            }
        };
        let line = |problem: &Problem| {
            let title = (!problem.masked).then(|| problem.title.clone());
            (Id::of_problem(&ledger, problem.no), title)
        };
        let lines = added.problems.iter().map(line).collect();
        let committed = context.commit(&lock, &Minutes { deed: Deed::Add, lines });
        drop(lock);
        for problem in &added.problems {
            context.print(&Id::of_problem(&ledger, problem.no).to_string())?;
        }
        if let Some(message) = understood {
            context.say(&message)?;
        }
        context.say_committed(committed)?;
        Ok(Outcome::Fine)
    }

    /// A problem has no two indicators of one name.
    fn indicators_once(&self) -> Result<(), Stop> {
        let names: Vec<_> = self.indicator.iter().map(|indicator| &indicator.name).collect();
        let again = |place: &usize| names[..*place].contains(&names[*place]);
        let twice = (0..names.len()).filter(again).map(|place| names[place].clone());
        let twice: Vec<_> = twice.map(Message::IndicatorTwice).collect();
        if twice.is_empty() { Ok(()) } else { Err(Stop::all_usage(twice)) }
    }

    /// Only a duty falls due again and again, and it must say when.
    fn times_of_duty(&self) -> Result<(), Stop> {
        if self.kind == KindArg::Duty {
            let given =
                [("--limit", self.limit.limit.is_some()), ("--due", self.limit.due.is_some())];
            let given = only_given(&given);
            return match (self.from, self.until) {
                _ if !given.is_empty() => Err(Stop::usage(Message::NotOfADuty(given))),
                _ if self.every.is_none() => Err(Stop::usage(Message::Missing(vec!["--every"]))),
                (Some(from), Some(until)) if until < from => {
                    Err(Stop::usage(Message::EndsBeforeBegin { from, until }))
                }
                _ => Ok(()),
            };
        }
        let given = [
            ("--every", self.every.is_some()),
            ("--from", self.from.is_some()),
            ("--until", self.until.is_some()),
        ];
        let given = only_given(&given);
        if given.is_empty() { Ok(()) } else { Err(Stop::usage(Message::OnlyADuty(given))) }
    }

    /// Makes the problem, and says how its limit was understood.
    fn problem(
        self,
        book: &Book,
        ledger: &str,
        no: u32,
        today: Day,
    ) -> Result<(Problem, Option<Message>), Stop> {
        let responsible = self.responsible.read(&book.head.roster)?;
        let limit = limits::read(&self.limit, book, ledger, today)?;
        let issued = book.ledger(ledger).and_then(|ledger| ledger.head.issued);
        let problem = Problem {
            no,
            title: self.title.unwrap_or_default(),
            kind: Kind::from(self.kind),
            reference: self.reference,
            detail: self.detail,
            category: self.category,
            source: self.source,
            cause: self.cause,
            found: self.found,
            entered: later(self.found.or(issued), today),
            responsible,
            owners: self.owners,
            limit: self.limit.limit,
            due: limit.due,
            sustained: limit.sustained,
            goal: self.goal,
            amount: self.amount,
            recoverable: self.recoverable,
            indicators: self.indicator,
            recurs: self.recurs.into_iter().map(|text| earlier(ledger, text)).collect(),
            tags: self.tag,
            every: self.every,
            from: self.from,
            until: self.until,
            request: self.request_id,
            ..Problem::default()
        };
        let message = if problem.kind == Kind::Duty {
            next_occurrence(book, ledger, &problem, today)?
        } else {
            limit.message
        };
        Ok((problem, message))
    }
}

/// A bare number is a problem of the same ledger; whatever is no number stays as it was typed.
fn earlier(ledger: &str, text: String) -> String {
    let number = text.parse().ok().filter(|no| *no > 0);
    number.map_or(text, |no| Id::of_problem(ledger, no).to_string())
}

/// The options that were given.
fn only_given(options: &[(&'static str, bool)]) -> Vec<&'static str> {
    options.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect()
}

/// Says when a duty falls due next. Words that do not say how often are refused.
fn next_occurrence(
    book: &Book,
    ledger: &str,
    problem: &Problem,
    today: Day,
) -> Result<Option<Message>, Stop> {
    let none = Ledger::default();
    let as_of = AsOf::new(&book.head, today);
    let standing = as_of.standing_as_written(book.ledger(ledger).unwrap_or(&none), problem);
    if let LastDay::Unclear(reading) = standing.last_day() {
        let words = problem.every.clone().unwrap_or_default();
        return Err(Message::EveryUnclear { words, reading }.into());
    }
    Ok(echo::next_occurrence(&standing, None))
}
