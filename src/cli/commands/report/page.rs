//! `ledger report page`

use clap::Args;

use super::asked;
use super::material::Material;
use crate::cli::Outcome;
use crate::cli::context::Context;
use crate::cli::filter::FilterArgs;
use crate::domain::filter::Filter;
use crate::domain::standing::AsOf;
use crate::render::{json, layout};
use crate::reports::page::{self, Known};

/// One page of all: figures, progress, units, what falls due, and every problem
///
/// For a browser: ledger report page -o ledger.html. It is one file that loads nothing; problems can be searched,
/// sorted, unfolded and printed.
#[derive(Debug, Args)]
pub struct Page {
    #[command(flatten)]
    filter: FilterArgs,
}

impl Page {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        context.can_show()?;
        let material = Material::read(context)?;
        let book = &material.book;
        let filter = Filter::from(self.filter);
        let as_of = AsOf::new(&book.head, context.today);
        let standings = asked(context, &as_of, book, &filter)?;
        let all = as_of.standings(material.whole());
        let repeated = material.repeated(&as_of);
        let known = Known { book: &book.head, repeated: &repeated, all: &all };
        let report = page::page(&as_of, &standings, &known);
        context.show(
            |lang| layout::page::document(&report, lang),
            |lang, out| json::page(&report, lang, out),
        )?;
        material.tell(context, &standings)?;
        Ok(Outcome::Fine)
    }
}
