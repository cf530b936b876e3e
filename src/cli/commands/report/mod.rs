//! `ledger report KIND`: the papers that an office gives out, one file each.

pub mod application;
pub mod bulletin;
pub mod lists;
pub mod public;
pub mod rectification;
pub mod register;
pub mod units;

use clap::{Args, Subcommand};

use crate::cli::Outcome;
use crate::cli::context::{Context, standings};
use crate::domain::book::Lang;
use crate::domain::filter::Filter;
use crate::domain::standing::AsOf;
use crate::render::document::Document;
use crate::render::json;
use crate::reports::life;
use crate::reports::paper::{Papers, papers};

/// Give out a paper: the ledger as offices print it, the lists, the reports, the forms
///
/// Each paper is laid out once and written in any format: -o report.docx, -o report.md.
#[derive(Debug, Args)]
#[command(disable_help_subcommand = true)]
pub struct Report {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Debug, Subcommand)]
enum Kind {
    Register(register::Register),
    Lists(lists::Lists),
    Rectification(rectification::Rectification),
    Public(public::Public),
    Units(units::Units),
    Bulletin(bulletin::Bulletin),
    Closing(application::Closing),
    Extension(application::Extension),
}

impl Report {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        match self.kind {
            Kind::Register(kind) => kind.run(context),
            Kind::Lists(kind) => kind.run(context),
            Kind::Rectification(kind) => kind.run(context),
            Kind::Public(kind) => kind.run(context),
            Kind::Units(kind) => kind.run(context),
            Kind::Bulletin(kind) => kind.run(context),
            Kind::Closing(kind) => kind.run(context),
            Kind::Extension(kind) => kind.run(context),
        }
    }
}

/// Writes the papers of the ledgers asked for, one a ledger.
fn show(
    context: &mut Context<'_>,
    kind: &'static str,
    filter: &Filter,
    layout: impl Fn(&Papers<'_>, Lang) -> Document,
) -> anyhow::Result<Outcome> {
    let book = context.read()?;
    let as_of = AsOf::new(&book.head, context.today);
    let standings = standings(&as_of, &book, filter)?;
    let repeated = context.repeated(&as_of, &book)?;
    let report = papers(&standings, &book.head, &repeated, context.today);
    context.show(
        |lang| layout(&report, lang),
        |lang, out| {
            let all = as_of.standings(&book);
            let lives = life::lives(&as_of, &standings, &all);
            json::papers(kind, &report, &lives, lang, out)
        },
    )?;
    Ok(Outcome::Fine)
}
