//! `ledger list`

use clap::Args;

use crate::cli::Outcome;
use crate::cli::context::{Context, standings};
use crate::cli::filter::FilterArgs;
use crate::domain::filter::Filter;
use crate::domain::standing::AsOf;
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
        let book = context.read()?;
        let filter = Filter::from(self.filter);
        let as_of = AsOf::new(&book.head, context.today);
        let standings = standings(&as_of, &book, &filter)?;
        let report = list::list(&standings, &filter, context.today);
        if self.ids {
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
