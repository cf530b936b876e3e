//! `ledger limit`

use std::io::{self, IsTerminal as _};

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::{Outcome, ids, values};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::standing::AsOf;
use crate::render::words::Message;
use crate::render::{json, layout};
use crate::reports::reading;

/// Explain how the words of time limits are read
///
/// They count from DATE, else from the dates of the ledger; never from today. Many at once: a line each, from the FILE of
/// --file or from standard input; with -O json a line of JSON for each.
#[derive(Debug, Args)]
pub struct Limit {
    /// The words, as 10月底前整改到位，并长期坚持
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
    /// Count from this day, whatever event the words name
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    from: Option<Day>,
}

impl Limit {
    /// Runs the command.
    pub fn run(mut self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let piped = self.words.is_empty() && !io::stdin().is_terminal();
        if context.options.file.is_some() || piped {
            let text = context.read_text()?;
            self.words.extend(
                text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned),
            );
        }
        if self.words.is_empty() {
            return Err(Stop::usage(Message::Missing(vec!["WORDS"])).into());
        }
        let (book, ledger) = if self.from.is_some() {
            (Book::default(), Ledger::default())
        } else {
            dates(context)?
        };
        let as_of = AsOf::new(&book.head, context.today);
        let policy = as_of.plan_policy(&ledger);
        let counting =
            crate::domain::limit::Counting { from: self.from, ..as_of.counting(&ledger, &policy) };
        let read: Vec<_> = self.words.iter().map(|words| reading::read(words, &counting)).collect();
        context.show(
            |lang| layout::reading::document(&read, lang),
            |lang, out| json::readings(&read, lang, out),
        )?;
        Ok(Outcome::Fine)
    }
}

/// The book's policy and calendar, and the dates of the ledger that is meant; none where no book is there.
fn dates(context: &Context<'_>) -> anyhow::Result<(Book, Ledger)> {
    if context.surroundings.root.is_none() {
        return Ok((Book::default(), Ledger::default()));
    }
    let named = !context.options.ledgers.is_empty();
    let ledger = match ids::only_ledger(context) {
        Ok(name) => Some(name),
        Err(error) if named => return Err(error),
        // Without one that must be meant, nothing is counted from.
        Err(_) => None,
    };
    let (head, ledger) = context.surroundings.origin()?.heads(ledger.as_deref())?;
    let ledger = ledger.map(|head| Ledger { head, ..Ledger::default() });
    Ok((Book { head, ..Book::default() }, ledger.unwrap_or_default()))
}
