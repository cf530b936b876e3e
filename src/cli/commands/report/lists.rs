//! `ledger report lists`

use clap::{Args, ValueEnum};

use super::show;
use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::filter::FilterArgs;
use crate::render::layout;
use crate::reports::paper::List;

/// The three lists (三张清单): what was found, what is done about it, and who answers
#[derive(Debug, Args)]
pub struct Lists {
    /// Only this list (repeatable)
    #[arg(long, value_name = "LIST")]
    only: Vec<ListArg>,
    #[command(flatten)]
    filter: FilterArgs,
}

/// A list, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ListArg {
    /// What was found
    Problems,
    /// What is done about it, and by when
    Measures,
    /// Who answers for it
    Responsibility,
}

impl From<ListArg> for List {
    fn from(list: ListArg) -> Self {
        match list {
            ListArg::Problems => Self::Problems,
            ListArg::Measures => Self::Measures,
            ListArg::Responsibility => Self::Responsibility,
        }
    }
}

impl Lists {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let only: Vec<List> = self.only.into_iter().map(List::from).collect();
        let asked = |list: &List| only.is_empty() || only.contains(list);
        let lists: Vec<_> = List::ALL.into_iter().filter(asked).collect();
        show(context, "lists", &self.filter.into(), |report, lang| {
            layout::paper::lists::document(report, &lists, lang)
        })
    }
}
