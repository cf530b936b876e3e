//! `ledger report units`

use clap::Args;

use super::asked;
use super::material::Material;
use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::filter::FilterArgs;
use crate::domain::filter::Filter;
use crate::domain::standing::AsOf;
use crate::render::{json, layout};
use crate::reports::units::units;

/// The tasks of each unit: a table for each, with days, lights and a total
#[derive(Debug, Args)]
pub struct Units {
    #[command(flatten)]
    filter: FilterArgs,
}

impl Units {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let material = Material::read(context)?;
        let book = &material.book;
        let as_of = AsOf::new(&book.head, context.today);
        let filter = Filter::from(self.filter);
        let standings = asked(context, &as_of, book, &filter)?;
        let repeated = material.repeated(&as_of);
        let report = units(&standings, &filter.units, &book.head, &repeated, context.today);
        context.show(
            |lang| layout::paper::units::document(&report, lang),
            |lang, out| json::units(&report, lang, out),
        )?;
        material.tell(context, &standings)?;
        Ok(Outcome::Fine)
    }
}
