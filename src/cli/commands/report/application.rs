//! `ledger report closing` and `ledger report extension`: forms to be signed.

use clap::Args;

use super::masked;
use super::material::Material;
use crate::cli::context::{Context, no_ledger};
use crate::cli::failure::Stop;
use crate::cli::{Outcome, ids, values};
use crate::domain::gate::Refusal;
use crate::domain::id::{Id, Selection};
use crate::domain::standing::AsOf;
use crate::render::words::Message;
use crate::render::{json, layout};
use crate::reports::application::{Applications, For, application};
use crate::reports::life;

/// The application for closing (销号申请表), to be signed: what is known is filled in
///
/// What `close` would refuse as the problem stands is named at the foot.
#[derive(Debug, Args)]
pub struct Closing {
    /// Problems, as 7, 5-9 or 2022-inspection/7
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
}

/// The application for more time (延期申请表), to be signed: what is known is filled in
///
/// What `extend` would refuse as the problem stands is named at the foot.
#[derive(Debug, Args)]
pub struct Extension {
    /// Problems or measures, as 7, 7.2, 5-9 or 2022-inspection/7.2
    #[arg(required = true, value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
}

impl Closing {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        show(context, &self.ids, For::Closing)
    }
}

impl Extension {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        show(context, &self.ids, For::Extension)
    }
}

fn show(context: &mut Context<'_>, named: &[Selection], what: For) -> anyhow::Result<Outcome> {
    let material = Material::read(context)?;
    let book = material.whole();
    if context.options.file.is_some() {
        // The file is the only ledger that can be meant.
        context.options.ledgers = book.ledgers.iter().map(|ledger| ledger.name.clone()).collect();
    }
    let mut ids = ids::resolve(context, named)?;
    if what == For::Closing {
        ids = ids::problems_only(ids)?;
    }
    ids::all_exist(&ids, book)?;
    let as_of = AsOf::new(&book.head, context.today);
    let mut standings = Vec::new();
    for id in &ids {
        let ledger = book.ledger(&id.ledger).ok_or_else(|| no_ledger(&id.ledger, book))?;
        let missing = || Stop::from(Message::NoProblem(id.clone()));
        let problem = ledger.problem(id.no).ok_or_else(missing)?;
        let standing = masked(context, as_of.standing_as_written(ledger, problem));
        let known = |no| standing.measures.iter().any(|it| it.measure.no == no);
        if let Some(no) = id.measure.filter(|no| !known(*no)) {
            let refusals = vec![Refusal::NoSuchMeasure(no)];
            return Err(Stop::from(Message::Refused { id: id.clone(), refusals }).into());
        }
        standings.push(standing);
    }
    let lives = life::lives(&as_of, &standings, &as_of.standings(book));
    let forms = lives.lives.iter().zip(&ids);
    let forms = forms.map(|(life, Id { measure, .. })| application(&as_of, life, *measure, what));
    let report = Applications { today: context.today, what, forms: forms.collect() };
    context.show(
        |lang| layout::paper::application::document(&report, lang),
        |lang, out| json::applications(&report, &lives.later, lang, out),
    )?;
    material.tell(context, &standings)?;
    Ok(Outcome::Fine)
}
