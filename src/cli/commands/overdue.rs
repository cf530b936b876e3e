//! `ledger overdue`

use clap::Args;

use crate::cli::Outcome;
use crate::cli::context::{Context, standings};
use crate::cli::filter::FilterArgs;
use crate::domain::filter::Filter;
use crate::domain::standing::{AsOf, Standing};
use crate::render::{json, layout};
use crate::reports::{self, overdue};

/// List what is overdue, the longest late first
///
/// A line is a problem, a measure with a day of its own, or an occurrence of a duty that was missed. What is reported and
/// awaits verification is not overdue.
#[derive(Debug, Args)]
pub struct Overdue {
    /// Print only the ids
    #[arg(long)]
    ids: bool,
    /// Exit with status 1 if anything is overdue
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    filter: FilterArgs,
}

impl Overdue {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let filter = Filter::from(self.filter);
        let streamed = context.read_streamed(&filter);
        if let Some(streamed) = &streamed {
            let as_of = AsOf::new(&streamed.book.head, context.today);
            if let Some(kept) = streamed.standings(
                &as_of,
                &filter,
                Some(overdue::is_at_rest),
                overdue::says_anything_of,
            ) {
                return Self::show(self.ids, self.exit_code, &kept, &filter, context);
            }
        }
        let book = context.read()?;
        let as_of = AsOf::new(&book.head, context.today);
        let standings = standings(&as_of, &book, &filter)?;
        Self::show(self.ids, self.exit_code, &standings, &filter, context)
    }

    fn show(
        ids: bool,
        exit_code: bool,
        standings: &[Standing<'_>],
        filter: &Filter,
        context: &mut Context<'_>,
    ) -> anyhow::Result<Outcome> {
        let report = overdue::overdue(standings, filter, context.today);
        if ids {
            reports::ids(&report.lines).iter().try_for_each(|id| context.print(&id.to_string()))?;
        } else {
            context.show(
                |lang| layout::overdue::document(&report, lang),
                |lang, out| json::overdue(&report, lang, out),
            )?;
        }
        Ok(Outcome::findings_if(exit_code && !report.lines.is_empty()))
    }
}
