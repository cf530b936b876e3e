//! `ledger report notice`

use clap::{Args, ValueEnum};

use super::material::Material;
use super::{asked, masked};
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::filter::NamedFilters;
use crate::cli::{Outcome, ids, values};
use crate::domain::id::Selection;
use crate::domain::nearest::nearest;
use crate::domain::standing::AsOf;
use crate::render::words::Message;
use crate::render::words::giving::GivingNote;
use crate::render::{json, layout};
use crate::reports::slip::{Asked, Past, Slips, past, slips};

/// The papers of notices (督办单), one a problem: of those issued, and drafts of those due
///
/// Each tells how its problem stood when it was issued. Where a notice is due that was not issued, a draft without a
/// number stands in the place of the last one; `ledger notice` issues it. Nothing is recorded.
#[derive(Debug, Args)]
pub struct Slip {
    /// Problems, as 7, 5-9 or 2022-inspection/7; all without it
    #[arg(value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    /// The notice of this number (repeatable)
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["ids", "only"])]
    number: Vec<String>,
    /// Only these
    #[arg(long, value_name = "WHICH")]
    only: Option<Which>,
    /// `unit`: one paper for all that an addressee got on one day
    #[arg(long, value_name = "WHOM", hide_possible_values = true)]
    by: Option<Whom>,
    #[command(flatten)]
    filter: NamedFilters,
}

/// Which notices, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Which {
    /// Those that were issued, the last of each problem
    Issued,
    /// Those that are due and were not issued
    Drafts,
}

/// What has one paper, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Whom {
    /// Each problem
    Problem,
    /// Each addressee
    Unit,
}

impl Slip {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let wanted = ids::problems_only(ids::resolve(context, &self.ids)?)?;
        let material = Material::read(context)?;
        let book = &material.book;
        ids::all_exist(&wanted, book)?;
        let as_of = AsOf::new(&book.head, context.today);
        let mut standings = asked(context, &as_of, book, &self.filter.into())?;
        standings.retain(|standing| wanted.is_empty() || wanted.contains(&standing.id()));
        let mut issued: Vec<Past<'_>> = Vec::new();
        for standing in &standings {
            let problem = standing.ledger.problem(standing.problem.no);
            for Past { place, standing } in
                problem.into_iter().flat_map(|it| past(&as_of, standing, it))
            {
                issued.push(Past { place, standing: masked(context, standing) });
            }
        }
        let which = match self.only {
            _ if !self.number.is_empty() => Asked::Numbers(self.number),
            None => Asked::OneEach,
            Some(Which::Issued) => Asked::Issued,
            Some(Which::Drafts) => Asked::Drafts,
        };
        let report = slips(&as_of, &standings, &issued, &which);
        all_numbers(&which, &report, &issued)?;
        let report = if self.by == Some(Whom::Unit) { report.by_addressee() } else { report };
        context.show(
            |lang| layout::paper::slip::document(&report, lang),
            |lang, out| json::slips(&report, lang, out),
        )?;
        material.tell(context, &standings)?;
        Ok(Outcome::Fine)
    }
}

/// Refuses a number that no notice has.
fn all_numbers(asked: &Asked, report: &Slips<'_>, issued: &[Past<'_>]) -> Result<(), Stop> {
    let Asked::Numbers(numbers) = asked else { return Ok(()) };
    let known: Vec<_> = issued.iter().filter_map(Past::number).collect();
    let missing = numbers.iter().filter(|number| !report.numbers().any(|it| it == **number));
    let message = |number: &String| {
        let nearest = nearest(number, known.iter().copied()).map(str::to_owned);
        Message::Giving(GivingNote::NoNotice { number: number.clone(), nearest })
    };
    let missing: Vec<_> = missing.map(message).collect();
    if missing.is_empty() { Ok(()) } else { Err(Stop::refused(missing)) }
}
