//! Limits on entry: read once, shown to the clerk, and stored as words and day.

use clap::Args;

use super::failure::Stop;
use super::recording::{Named, standing_on};
use super::values;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::domain::limit::{self, Kind, Note, Reading};
use crate::domain::standing::{AsOf, Standing};
use crate::render::words::Message;

/// A time limit, as it is typed.
#[derive(Debug, Clone, Args)]
pub struct LimitArgs {
    /// The time limit in the plan's words, as 立行立改、长期坚持 or 10月底前
    #[arg(long, value_name = "WORDS", value_parser = values::name)]
    pub limit: Option<String>,
    /// The last day, where the words give none or another
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    pub due: Option<Day>,
}

/// A limit that is set anew, as it is typed.
#[derive(Debug, Clone, Args)]
pub struct NewLimitArgs {
    /// The new limit in words, as 11月底前 or 延期一个月
    #[arg(long, value_name = "WORDS", value_parser = values::name)]
    pub limit: Option<String>,
    /// The new last day, where the words give none or another
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    pub due: Option<Day>,
}

impl NewLimitArgs {
    /// Tells whether a day or words were given.
    pub fn is_given(&self) -> bool {
        self.limit.is_some() || self.due.is_some()
    }
}

/// What is stored of a limit beside its words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Limit {
    /// The last day.
    pub due: Option<Day>,
    /// 长期坚持 stands in the words.
    pub sustained: bool,
    /// How it was understood.
    pub message: Option<Message>,
}

/// Reads the words by the ledger's dates and policy. Words that give no single day are refused without `--due`.
pub fn read(args: &LimitArgs, book: &Book, ledger: &str, today: Day) -> Result<Limit, Stop> {
    let none = Ledger::default();
    let ledger = book.ledger(ledger).unwrap_or(&none);
    let as_of = AsOf::new(&book.head, today);
    let policy = as_of.plan_policy(ledger);
    let counting = as_of.counting(ledger, &policy);
    let reading = args.limit.as_deref().map(|words| limit::read(words, &counting));
    let sustained = reading.as_ref().is_some_and(|reading| reading.sustained);
    if let (Some(words), Some(reading), None) = (&args.limit, &reading, args.due)
        && reading.day().is_none()
        && reading.kind != Kind::Sustained
    {
        return Err(Message::LimitUnclear { words: words.clone(), reading: reading.clone() }.into());
    }
    let due = args.due.or_else(|| reading.as_ref().and_then(limit::Reading::day));
    // A day that the clerk names is the clerk's; what the words would have given is no matter then. It stays, also where it
    // is a rest day.
    let named = args.due.filter(|day| !as_of.calendar.is_working(*day)).map(Note::RestDay);
    let counted = reading.filter(|_| args.due.is_none());
    let message = (due.is_some() || sustained).then(|| Message::Understood {
        day: due,
        today,
        sustained,
        provisional: counted.as_ref().is_some_and(|reading| reading.provisional),
        notes: counted.map_or(named.into_iter().collect(), |reading| worth_saying(reading.notes)),
    });
    Ok(Limit { due, sustained, message })
}

/// Reads the words of a plan by the ledger's dates and policy, whatever they give.
pub fn of_plan(words: &str, book: &Book, ledger: &str, today: Day) -> Reading {
    let none = Ledger::default();
    let ledger = book.ledger(ledger).unwrap_or(&none);
    let as_of = AsOf::new(&book.head, today);
    let policy = as_of.plan_policy(ledger);
    limit::read(words, &as_of.counting(ledger, &policy))
}

/// Reads the words of a limit that is set anew on a day, by the policy of that day, for what has the last day `last`.
pub fn anew(words: &str, book: &Book, ledger: &str, on: Day, last: Option<Day>) -> Reading {
    let none = Ledger::default();
    let ledger = book.ledger(ledger).unwrap_or(&none);
    let as_of = AsOf::new(&book.head, on);
    let policy = book.head.policy(&ledger.head.policies, on);
    limit::read_moved(words, on, last, &as_of.counting(ledger, &policy))
}

/// The last day of a new round that begins on a day; nothing where none is set. Words that give no single day are
/// refused without `--due`.
pub fn of_round(
    args: &NewLimitArgs,
    book: &Book,
    named: &Named,
    on: Day,
) -> Result<Option<Day>, Stop> {
    match (&args.limit, args.due) {
        (Some(words), None) => single(words, book, &named.id, on, None).map(Some),
        (_, due) => Ok(due),
    }
}

/// The last day to which an extension leads that is granted on a day. Words that give no single day are refused without
/// `--due`, and so are words that give several measures different days.
pub fn of_extension(
    args: &NewLimitArgs,
    book: &Book,
    named: &Named,
    (on, today): (Day, Day),
) -> Result<Day, Stop> {
    let words = match (&args.limit, args.due) {
        (_, Some(due)) => return Ok(due),
        (Some(words), None) => words,
        (None, None) => return Err(Stop::usage(Message::Missing(vec!["--limit/--due"]))),
    };
    let last =
        standing_on(book, &named.id, on, today, |standing| last_days(standing, &named.measures));
    let days = last
        .unwrap_or_default()
        .into_iter()
        .map(|(id, last)| single(words, book, &id, on, last).map(|day| (id, day)));
    let days = days.collect::<Result<Vec<_>, Stop>>()?;
    match days.as_slice() {
        // No such measure, which the gate will say.
        [] => single(words, book, &named.id, on, None),
        [(_, first), rest @ ..] if rest.iter().all(|(_, day)| day == first) => Ok(*first),
        _ => Err(Message::DaysDiffer { words: words.clone(), days }.into()),
    }
}

/// The last days that an extension moves, of the problem or of the measures named.
fn last_days(standing: &Standing<'_>, measures: &[u32]) -> Vec<(Id, Option<Day>)> {
    let problem = standing.id();
    let of_problem = standing.last_day().day();
    if measures.is_empty() {
        return vec![(problem, of_problem)];
    }
    let named = standing.measures.iter().filter(|it| measures.contains(&it.measure.no));
    let last = named.map(|it| {
        let own = it.own.as_ref().map_or(of_problem, |own| own.now.day());
        (Id { measure: Some(it.measure.no), ..problem.clone() }, own)
    });
    last.collect()
}

fn single(words: &str, book: &Book, id: &Id, on: Day, last: Option<Day>) -> Result<Day, Stop> {
    let reading = anew(words, book, &id.ledger, on, last);
    let (id, words) = (id.clone(), words.to_owned());
    reading.day().ok_or_else(|| Message::NewLimitUnclear { id, words, reading }.into())
}

/// What a clerk has to know at once; that the year is the plan's, the day itself tells.
pub fn worth_saying(mut notes: Vec<Note>) -> Vec<Note> {
    notes.retain(|note| !matches!(note, Note::YearOfPlan(_)));
    notes
}
