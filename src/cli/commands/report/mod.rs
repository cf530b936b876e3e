//! `ledger report KIND`: the papers that an office gives out, one file each.

pub mod register;

use clap::{Args, Subcommand};

use crate::cli::Outcome;
use crate::cli::context::{Context, standings};
use crate::domain::book::Book;
use crate::domain::filter::Filter;
use crate::domain::standing::{AsOf, Standing};
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
}

impl Report {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        match self.kind {
            Kind::Register(kind) => kind.run(context),
        }
    }
}

/// What a paper is made from.
struct Asked<'a, 'b> {
    as_of: &'a AsOf<'b>,
    book: &'b Book,
    standings: &'b [Standing<'b>],
}

/// Writes the papers of the ledgers asked for, one a ledger.
fn show(
    context: &mut Context<'_>,
    kind: &'static str,
    filter: &Filter,
    layout: impl Fn(&Papers<'_>, crate::domain::book::Lang) -> Document,
) -> anyhow::Result<Outcome> {
    let book = context.read()?;
    let as_of = AsOf::new(&book.head, context.today);
    let standings = standings(&as_of, &book, filter)?;
    let repeated = context.repeated(&as_of, &book)?;
    let report = papers(&standings, &book.head, &repeated, context.today);
    let asked = Asked { as_of: &as_of, book: &book, standings: &standings };
    context.show(
        |lang| layout(&report, lang),
        |lang, out| {
            let all = asked.as_of.standings(asked.book);
            let lives = life::lives(asked.as_of, asked.standings, &all);
            json::papers(kind, &report, &lives, lang, out)
        },
    )?;
    Ok(Outcome::Fine)
}
