//! `ledger list`

use clap::Args;

use crate::cli::Outcome;
use crate::cli::context::{Context, standings};
use crate::cli::filter::FilterArgs;
use crate::domain::filter::Filter;
use crate::domain::standing::{AsOf, Standing};
use crate::render::{json, layout};
use crate::reports::{self, list};

/// List problems, and measures that have a day of their own
#[derive(Debug, Args)]
pub struct List {
    /// Print only the ids
    #[arg(long)]
    ids: bool,
    #[command(flatten)]
    filter: FilterArgs,
}

impl List {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let filter = Filter::from(self.filter);
        let streamed = context.read_streamed(&filter);
        if let Some(streamed) = &streamed {
            let as_of = AsOf::new(&streamed.book.head, context.today);
            if let Some(asked) = streamed.standings(&as_of, &filter, None, |_| true) {
                return Self::show(self.ids, &asked, &filter, context);
            }
        }
        let book = context.read()?;
        let as_of = AsOf::new(&book.head, context.today);
        let standings = standings(&as_of, &book, &filter)?;
        Self::show(self.ids, &standings, &filter, context)
    }

    fn show(
        ids: bool,
        standings: &[Standing<'_>],
        filter: &Filter,
        context: &mut Context<'_>,
    ) -> anyhow::Result<Outcome> {
        let report = list::list(standings, filter, context.today);
        if ids {
            reports::ids(&report.lines).iter().try_for_each(|id| context.print(&id.to_string()))?;
        } else {
            context.show(
                |lang| layout::list::document(&report, lang),
                |lang, out| json::list(&report, lang, out),
            )?;
        }
        Ok(Outcome::Fine)
    }
}
