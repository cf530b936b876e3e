//! `ledger report public`

use clap::Args;

use super::material::Material;
use crate::cli::Outcome;
use crate::cli::context::{Context, standings};
use crate::cli::filter::FilterArgs;
use crate::domain::persons::persons;
use crate::domain::standing::AsOf;
use crate::render::{json, layout};
use crate::reports::paper::papers;

/// The public form of the report (通报): of each problem whether it is rectified, and what was done
///
/// It names no persons and no amounts of single problems, and leaves out what is masked. What people wrote of the work
/// stands there in their words: read it before you give it out.
#[derive(Debug, Args)]
pub struct Public {
    #[command(flatten)]
    filter: FilterArgs,
}

impl Public {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let material = Material::read(context)?;
        let book = &material.book;
        let as_of = AsOf::new(&book.head, context.today);
        let mut standings = standings(&as_of, book, &self.filter.into())?;
        standings.retain(|standing| !standing.problem.masked);
        let repeated = material.repeated(&as_of);
        let report = papers(&standings, &book.head, &repeated, context.today);
        let persons = persons(&book.head.roster, standings.iter().map(|it| &*it.problem));
        context.show(
            |lang| layout::paper::public::document(&report, &persons, lang),
            |lang, out| json::public(&report, &persons, lang, out),
        )?;
        material.tell(context, &standings)?;
        Ok(Outcome::Fine)
    }
}
