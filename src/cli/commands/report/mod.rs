//! `ledger report KIND`: the papers that an office gives out, one file each.

pub mod application;
pub mod bulletin;
pub mod lists;
mod material;
pub mod page;
pub mod public;
pub mod rectification;
pub mod register;
pub mod slip;
pub mod units;
mod wording;

use clap::{Args, Subcommand};

use crate::cli::Outcome;
use crate::cli::context::{Context, standings};
use crate::cli::failure::Stop;
use crate::domain::book::{Book, Lang};
use crate::domain::filter::Filter;
use crate::domain::standing::{AsOf, Standing};
use crate::render::document::Document;
use crate::render::json;
use crate::reports::life;
use crate::reports::paper::{Papers, papers};
use material::Material;
use wording::WordingArgs;

/// Give out a paper: the ledger as offices print it, the lists, the reports, the forms
///
/// Each paper is laid out once and written in any format: -o report.docx, -o report.md.
#[derive(Debug, Args)]
#[command(disable_help_subcommand = true)]
pub struct Report {
    #[command(flatten)]
    wording: WordingArgs,
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
    #[command(name = "notice")]
    Slip(slip::Slip),
    Closing(application::Closing),
    Extension(application::Extension),
    Page(page::Page),
}

impl Kind {
    /// The word that is typed, which names its template.
    fn name(&self) -> &'static str {
        match self {
            Self::Register(_) => "register",
            Self::Lists(_) => "lists",
            Self::Rectification(_) => "rectification",
            Self::Public(_) => "public",
            Self::Units(_) => "units",
            Self::Bulletin(_) => "bulletin",
            Self::Slip(_) => "notice",
            Self::Closing(_) => "closing",
            Self::Extension(_) => "extension",
            Self::Page(_) => "page",
        }
    }
}

impl Report {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        context.wording = self.wording.read(context, self.kind.name())?;
        match self.kind {
            Kind::Register(kind) => kind.run(context),
            Kind::Lists(kind) => kind.run(context),
            Kind::Rectification(kind) => kind.run(context),
            Kind::Public(kind) => kind.run(context),
            Kind::Units(kind) => kind.run(context),
            Kind::Bulletin(kind) => kind.run(context),
            Kind::Slip(kind) => kind.run(context),
            Kind::Closing(kind) => kind.run(context),
            Kind::Extension(kind) => kind.run(context),
            Kind::Page(kind) => kind.run(context),
        }
    }
}

/// Returns how the problems asked for stand, persons masked where that is asked for.
fn asked<'a>(
    context: &Context<'_>,
    as_of: &AsOf<'a>,
    book: &'a Book,
    filter: &Filter,
) -> Result<Vec<Standing<'a>>, Stop> {
    let standings = standings(as_of, book, filter)?;
    Ok(standings.into_iter().map(|standing| masked(context, standing)).collect())
}

/// A standing as it is given out: of a masked problem always without names, of others on request without persons.
fn masked<'a>(context: &Context<'_>, standing: Standing<'a>) -> Standing<'a> {
    let standing = standing.masked();
    if context.wording.mask { standing.without_persons() } else { standing }
}

/// Writes the papers of the ledgers asked for, one a ledger.
fn show(
    context: &mut Context<'_>,
    kind: &'static str,
    filter: &Filter,
    layout: impl Fn(&Papers<'_>, Lang) -> Document,
) -> anyhow::Result<Outcome> {
    let material = Material::read(context)?;
    let book = &material.book;
    let as_of = AsOf::new(&book.head, context.today);
    let standings = asked(context, &as_of, book, filter)?;
    let repeated = material.repeated(&as_of);
    let report = papers(&standings, &book.head, &repeated, context.today);
    context.show(
        |lang| layout(&report, lang),
        |lang, out| {
            let all = as_of.standings(material.whole());
            let lives = life::lives(&as_of, &standings, &all);
            json::papers(kind, &report, &lives, lang, out)
        },
    )?;
    material.tell(context, &standings)?;
    Ok(Outcome::Fine)
}
