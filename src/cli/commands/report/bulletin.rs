//! `ledger report bulletin`

use clap::Args;

use super::material::Material;
use super::{asked, masked};
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::filter::FilterArgs;
use crate::cli::{Outcome, values};
use crate::domain::filter::Filter;
use crate::domain::standing::AsOf;
use crate::domain::term::Asked;
use crate::render::words::Message;
use crate::render::{json, layout};
use crate::reports::bulletin::{Bounds, bulletin};

/// The bulletin of a week, a month or other days: what came, was closed, fell overdue; by unit, against the period before
///
/// All is told as it is written now, for the days of the period. Of a period that has not ended, what has happened up to
/// today.
#[derive(Debug, Args)]
pub struct Bulletin {
    /// The period: week, month, quarter, year, each also as last-week; 2022-W43, 2022-Q4, 2022-10, 2022 or
    /// 2022-09-23..2022-10-31
    #[arg(long, value_name = "PERIOD", value_parser = values::term, default_value = "week")]
    period: Asked,
    #[command(flatten)]
    filter: FilterArgs,
}

impl Bulletin {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let term = self.period.on(context.today);
        if term.from > context.today {
            let message = Message::PeriodToCome { from: term.from, today: context.today };
            return Err(Stop::usage(message).into());
        }
        let today = term.until.min(context.today);
        let material = Material::read(context)?;
        let book = &material.book;
        let filter = Filter::from(self.filter);
        let as_of = AsOf::new(&book.head, today);
        let end = asked(context, &as_of, book, &filter)?;
        // Which problems are meant is told by how they stand at the end; before, they may have been another's.
        let on = |day| {
            let as_of = AsOf::new(&book.head, day);
            let stood = end.iter().filter_map(|standing| {
                as_of.standing(standing.ledger, standing.ledger.problem(standing.problem.no)?)
            });
            stood.map(|standing| masked(context, standing)).collect::<Vec<_>>()
        };
        let start = on(term.from.plus_days(-1));
        let earlier = on(term.before().from.plus_days(-1));
        let repeated = material.repeated(&as_of);
        let bounds = Bounds { earlier: &earlier, start: &start, end: &end };
        let report = bulletin(bounds, term, today, &book.head, &repeated);
        context.show(
            |lang| layout::bulletin::document(&report, &book.head, lang),
            |lang, out| json::bulletin(&report, lang, out),
        )?;
        material.tell(context, &end)?;
        Ok(Outcome::Fine)
    }
}
