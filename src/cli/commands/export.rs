//! `ledger export`

use clap::Args;

use crate::cli::context::{Context, standings};
use crate::cli::failure::Stop;
use crate::cli::{Outcome, importing, output};
use crate::domain::filter::Filter;
use crate::domain::persons::Masker;
use crate::domain::roster::Roster;
use crate::domain::standing::AsOf;
use crate::render::layout;
use crate::render::layout::masking::NameMasked;
use crate::render::layout::unit_form::Form;
use crate::render::words::{Message, TakingNote};
use crate::render::xlsx;
use crate::reports::unit_form::unit_form;

/// Write a sheet for a unit to fill in and send back
///
/// The unit fills in what was done; all else is locked. `ledger import --return` takes the sheet back.
#[derive(Debug, Args)]
pub struct Export {
    /// The unit whose lines are written
    #[arg(long = "for", value_name = "UNIT", required = true)]
    unit: String,
    /// Put 张某 or J.D. in the place of persons whom the roster of book.toml does not declare
    #[arg(long)]
    mask: bool,
}

impl Export {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let path = output::workbook(context)?;
        let book = context.read()?;
        let as_of = AsOf::new(&book.head, context.today);
        let filter = Filter { units: vec![self.unit.clone()], ..Filter::default() };
        let standings = standings(&as_of, &book, &filter)?;
        let unit = book.head.roster.current_name(&self.unit);
        let report = unit_form(&standings, unit, &book.head.roster, context.today);
        if report.lines.is_empty() {
            let nothing = TakingNote::NothingToFillIn(unit.to_owned());
            return Err(Stop::from(Message::Taking(nothing)).into());
        }
        let mut form = layout::unit_form::form(&report, context.lang());
        let notes = if self.mask { mask(&mut form, &book.head.roster) } else { Vec::new() };
        let bytes = xlsx::form(&form)?;
        output::save(context, &path, &bytes)?;
        let lines = form.rows.len();
        let path = path.display().to_string();
        notes.into_iter().try_for_each(|note| context.say(&Message::Taking(note)))?;
        context.say(&Message::Taking(TakingNote::FormWritten { path, lines }))?;
        Ok(Outcome::Fine)
    }
}

/// Masks the persons of a form; returns each of them, and what only looks like a name.
fn mask(form: &mut Form, roster: &Roster) -> Vec<TakingNote> {
    let mut names = Vec::new();
    let mut masker = Masker::new(roster);
    form.mask(&mut |_, text| masker.keep_free(text));
    form.clone().mask(&mut |sort, text| masker.learn(text, sort));
    form.mask(&mut |sort, text| importing::mask_text(&mut masker, sort, text, &mut names));
    let note = |it: NameMasked| match it.mask {
        Some(mask) => TakingNote::MaskedAs { name: it.name, mask },
        None => TakingNote::LooksLikeName(it.name),
    };
    names.into_iter().map(note).collect()
}
