//! `ledger overdue`

use clap::Args;

use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::filter::FilterArgs;
use crate::cli::streaming::Listed;
use crate::domain::filter::Filter;
use crate::render::{json, layout};
use crate::reports::overdue;

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
        let (today, exit_code) = (context.today, self.exit_code);
        if self.ids {
            let late = context.gather(&filter, LATE, |it| overdue::late_of(it, &filter))?;
            let found = Outcome::findings_if(exit_code && !late.is_empty());
            context.print_ids(&overdue::longest_first(late))?;
            return Ok(found);
        }
        context.show_listed(&filter, LATE, |standings, context| {
            let report = overdue::overdue(standings, &filter, today);
            context.show(
                |lang| layout::overdue::document(&report, lang),
                |lang, out| json::overdue(&report, lang, out),
            )?;
            Ok(Outcome::findings_if(exit_code && !report.lines.is_empty()))
        })
    }
}

/// The problems of which the report may say anything.
const LATE: Listed = Listed { rests: Some(overdue::is_at_rest), worth: overdue::says_anything_of };
