//! `ledger summary`

use std::collections::BTreeSet;

use clap::{Args, ValueEnum};

use crate::cli::Outcome;
use crate::cli::context::{Context, standings};
use crate::cli::filter::FilterArgs;
use crate::domain::filter::Filter;
use crate::domain::standing::AsOf;
use crate::render::{json, layout};
use crate::reports::summary::{self, Asked, By};

/// Count problems by unit, person, source and the like
///
/// Problems and tasks are counted, never lines; each table states how.
#[derive(Debug, Args)]
pub struct Summary {
    /// Group by these keys, separated by commas
    #[arg(long, value_name = "KEY", value_delimiter = ',', default_value = "unit")]
    by: Vec<ByArg>,
    /// Roll units up their tree
    #[arg(long)]
    tree: bool,
    /// List the ids behind each figure
    #[arg(long)]
    ids: bool,
    /// Draw a bar for each group instead of the table
    #[arg(long, conflicts_with = "ids")]
    chart: bool,
    #[command(flatten)]
    filter: FilterArgs,
}

/// A key to group by, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ByArg {
    /// Lead unit, or all units that take part, as the policy says
    Unit,
    /// Person responsible
    Person,
    /// Leader responsible
    Leader,
    /// Who found it
    Source,
    /// Category
    Category,
    /// Ledger
    Ledger,
    /// State
    Status,
    /// Problem or task
    Kind,
    /// Month of the last day
    Month,
}

impl From<ByArg> for By {
    fn from(by: ByArg) -> Self {
        match by {
            ByArg::Unit => Self::Unit,
            ByArg::Person => Self::Person,
            ByArg::Leader => Self::Leader,
            ByArg::Source => Self::Source,
            ByArg::Category => Self::Category,
            ByArg::Ledger => Self::Ledger,
            ByArg::Status => Self::Status,
            ByArg::Kind => Self::Kind,
            ByArg::Month => Self::Month,
        }
    }
}

impl Summary {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let filter = Filter::from(self.filter);
        let by: Vec<By> = self.by.into_iter().map(By::from).collect();
        let (tree, ids) = (self.tree, self.ids || context.gives_ids());
        let none = BTreeSet::new();
        let streamed = context.read_streamed(&filter).and_then(|streamed| {
            let roster = &streamed.book.head.roster;
            let as_of = AsOf::new(&streamed.book.head, context.today);
            let asked = Asked { by: &by, tree, ids, roster, repeated: &none };
            streamed.summary(&as_of, &filter, asked)
        });
        let report = if let Some(report) = streamed {
            report
        } else {
            let book = context.read()?;
            let as_of = AsOf::new(&book.head, context.today);
            let standings = standings(&as_of, &book, &filter)?;
            let repeated = context.repeated(&as_of, &book)?;
            summary::summary(&standings, &by, tree, &book.head, &repeated, context.today)
        };
        let document = match (self.ids, self.chart) {
            (true, _) => layout::summary::ids,
            (_, true) => layout::bars::document,
            _ => layout::summary::document,
        };
        context
            .show(|lang| document(&report, lang), |lang, out| json::summary(&report, lang, out))?;
        Ok(Outcome::Fine)
    }
}
