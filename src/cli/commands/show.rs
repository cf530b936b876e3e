//! `ledger show`

use clap::Args;

use crate::cli::context::{Context, no_ledger};
use crate::cli::values;
use crate::cli::{Outcome, ids};
use crate::domain::book::Book;
use crate::domain::filter::Filter;
use crate::domain::id::{Id, Selection};
use crate::domain::standing::{AsOf, Standing};
use crate::render::{json, layout};
use crate::reports::life;

/// Show the whole life of problems: facts, measures, what moved their days, notices, links and entries
#[derive(Debug, Args)]
pub struct Show {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
}

impl Show {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if let Some(streamed) = context.read_streamed(&Filter::default())
            && let Ok(ids) = ids::resolve(context, &self.ids)
        {
            let as_of = AsOf::new(&streamed.book.head, context.today);
            if let Some(few) = streamed.few(&as_of, &ids) {
                return tell(&ids, &few.book, Some(few.linked), context);
            }
        }
        let book = context.read_all()?; // a problem may have come back from one of another ledger
        if context.options.file.is_some() {
            // The file is the only ledger that can be meant.
            context.options.ledgers =
                book.ledgers.iter().map(|ledger| ledger.name.clone()).collect();
        }
        let ids = ids::resolve(context, &self.ids)?;
        tell(&ids, &book, None, context)
    }
}

/// Tells of problems, and of those that are linked with them, which may be any of the book where nothing is said.
fn tell(
    ids: &[Id],
    book: &Book,
    linked: Option<Vec<Standing<'_>>>,
    context: &mut Context<'_>,
) -> anyhow::Result<Outcome> {
    ids::all_exist(ids, book)?;
    let as_of = AsOf::new(&book.head, context.today);
    let mut standings = Vec::new();
    for id in ids {
        let ledger = book.ledger(&id.ledger).ok_or_else(|| no_ledger(&id.ledger, book))?;
        let problem = ledger.problem(id.no);
        standings
            .extend(problem.map(|problem| as_of.standing_as_written(ledger, problem).masked()));
    }
    let linked = linked.unwrap_or_else(|| as_of.standings(book));
    let report = life::lives(&as_of, &standings, &linked);
    context.show(
        |lang| layout::problem::document(&report, lang),
        |lang, out| json::problems(&report, lang, out),
    )?;
    Ok(Outcome::Fine)
}
