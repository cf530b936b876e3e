//! `ledger report rectification`

use clap::Args;

use super::show;
use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::filter::FilterArgs;
use crate::render::layout;

/// The report on rectification (整改情况报告): the figures, then each problem
///
/// Of each problem, in the order of the paper: what was found, the measures, what was done, the time limit.
#[derive(Debug, Args)]
pub struct Rectification {
    /// To whom it goes; to the ledger's source without it
    #[arg(long = "to", value_name = "WHO")]
    addressee: Option<String>,
    #[command(flatten)]
    filter: FilterArgs,
}

impl Rectification {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let to = self.addressee;
        show(context, "rectification", &self.filter.into(), |report, lang| {
            layout::paper::rectification::document(report, to.as_deref(), lang)
        })
    }
}
