//! `ledger report register`

use clap::Args;

use super::show;
use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::filter::FilterArgs;
use crate::render::layout;

/// The ledger as offices print it (台账): a row for each measure, the cells of its problem joined
#[derive(Debug, Args)]
pub struct Register {
    #[command(flatten)]
    filter: FilterArgs,
}

impl Register {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        show(context, "register", &self.filter.into(), layout::paper::register::document)
    }
}
