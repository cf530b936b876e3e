//! `ledger list`

use clap::Args;

use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::filter::FilterArgs;
use crate::cli::streaming::Listed;
use crate::domain::filter::Filter;
use crate::render::{json, layout};
use crate::reports::list;

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
        let today = context.today;
        if self.ids {
            let ids = context.gather(&filter, Listed::ALL, |it| list::ids_of(it, &filter))?;
            return context.print_ids(&ids);
        }
        context.show_listed(&filter, Listed::ALL, |standings, context| {
            let report = list::list(standings, &filter, today);
            context.show(
                |lang| layout::list::document(&report, lang),
                |lang, out| json::list(&report, lang, out),
            )?;
            Ok(Outcome::Fine)
        })
    }
}
