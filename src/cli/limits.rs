//! Limits on entry: read once, shown to the clerk, and stored as words and day.

use clap::Args;

use super::failure::Stop;
use super::values;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::limit::{self, Kind, Note};
use crate::domain::standing::AsOf;
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

/// What a clerk has to know at once; that the year is the plan's, the day itself tells.
fn worth_saying(mut notes: Vec<Note>) -> Vec<Note> {
    notes.retain(|note| !matches!(note, Note::YearOfPlan(_)));
    notes
}
