//! `ledger export`

use clap::{Args, ValueEnum};

use crate::cli::context::{Context, standings};
use crate::cli::failure::Stop;
use crate::cli::filter::FilterArgs;
use crate::cli::options::Format;
use crate::cli::{Outcome, importing, output};
use crate::domain::filter::Filter;
use crate::domain::persons::{Masker, rename};
use crate::domain::roster::Roster;
use crate::domain::standing::{AsOf, Standing};
use crate::render::layout::unit_form::Form;
use crate::render::words::export::Unexported;
use crate::render::words::{Message, TakingNote};
use crate::render::{ics, json, layout, xlsx};
use crate::reports::unit_form::unit_form;
use crate::reports::{deadlines, export, life};

/// Write the ledger for other programs, or a sheet for a unit to fill in
///
/// A row for each problem and each of its measures, with all columns, as CSV, workbook or JSON; or the last days and
/// reviews as a calendar. With --for, a workbook in which the unit fills in what was done; all else is locked, and
/// `ledger import --return` takes it back.
#[derive(Debug, Args)]
pub struct Export {
    /// The unit that fills in its lines
    #[arg(long = "for", value_name = "UNIT", conflicts_with_all = ["split", "FilterArgs", "NamedFilters"])]
    form_for: Option<String>,
    /// Put 张某 or J.D. in the place of persons whom the roster of book.toml does not declare
    #[arg(long)]
    mask: bool,
    /// A sheet for each unit that leads, in a workbook
    #[arg(long, value_name = "KEY")]
    split: Option<Split>,
    #[command(flatten)]
    filter: FilterArgs,
}

/// By what a workbook is parted, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Split {
    /// Lead unit of the problem or one of its measures
    Unit,
}

impl Export {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        match self.form_for {
            Some(unit) => form(context, &unit, self.mask),
            None => all(context, self.split, self.mask, &Filter::from(self.filter)),
        }
    }
}

/// Writes all that is asked for.
fn all(
    context: &mut Context<'_>,
    split: Option<Split>,
    masked: bool,
    filter: &Filter,
) -> anyhow::Result<Outcome> {
    let format = output::export_format(context)?;
    if split.is_some() && format != Format::Xlsx {
        return Err(Stop::usage(Message::Unexported(Unexported::OneTable)).into());
    }
    let mut book = context.read()?;
    // A problem may have come back from one of a ledger that is not asked for.
    let mut whole = if format == Format::Json { context.whole()? } else { None };
    if masked {
        let mut books: Vec<_> = std::iter::once(&mut book).chain(&mut whole).collect();
        let hidden = rename(&mut books).into_iter().map(|it| (it.name, it.mask));
        notes(hidden).into_iter().try_for_each(|note| context.say(&Message::Taking(note)))?;
    }
    let as_of = AsOf::new(&book.head, context.today);
    let standings = standings(&as_of, &book, filter)?;
    let lang = context.lang();
    match format {
        Format::Ics => {
            let office = book.head.name.as_deref();
            let once = |it: &Standing<'_>| deadlines::was_asked(&as_of, it, filter);
            let mut gone = as_of.standings(&book);
            gone.retain(|it| !filter.takes(it, &book.head.roster) && once(it));
            let gone: Vec<_> = gone.into_iter().map(Standing::masked).collect();
            let report = deadlines::deadlines(&standings, &gone, filter, office, context.today);
            output::data(context, |out| ics::write(&report, lang, out))?;
        }
        Format::Json => {
            let all = as_of.standings(whole.as_ref().unwrap_or(&book));
            let report = life::lives(&as_of, &standings, &all);
            output::data(context, |out| json::export(&report, lang, out))?;
        }
        _ => {
            let report = export::export(&standings, context.today);
            let document = |lang| match split {
                Some(Split::Unit) => layout::export::split(&report, &book.head.roster, lang),
                None => layout::export::document(&report, lang),
            };
            context.show(document, |_, _| Ok(()))?;
        }
    }
    Ok(Outcome::Fine)
}

/// Writes the sheet that a unit fills in.
fn form(context: &mut Context<'_>, unit: &str, masked: bool) -> anyhow::Result<Outcome> {
    let path = output::workbook(context)?;
    let book = context.read()?;
    let as_of = AsOf::new(&book.head, context.today);
    let filter = Filter { units: vec![unit.to_owned()], ..Filter::default() };
    let standings = standings(&as_of, &book, &filter)?;
    let unit = book.head.roster.current_name(unit);
    let report = unit_form(&standings, unit, &book.head.roster, context.today);
    if report.lines.is_empty() {
        let nothing = TakingNote::NothingToFillIn(unit.to_owned());
        return Err(Stop::from(Message::Taking(nothing)).into());
    }
    let mut form = layout::unit_form::form(&report, context.lang());
    let notes = if masked { mask(&mut form, &book.head.roster) } else { Vec::new() };
    let bytes = xlsx::form(&form)?;
    output::save(context, &path, &bytes)?;
    let lines = form.rows.len();
    let path = path.display().to_string();
    notes.into_iter().try_for_each(|note| context.say(&Message::Taking(note)))?;
    context.say(&Message::Taking(TakingNote::FormWritten { path, lines }))?;
    Ok(Outcome::Fine)
}

/// Masks the persons of a form; returns each of them, and what only looks like a name.
fn mask(form: &mut Form, roster: &Roster) -> Vec<TakingNote> {
    let mut names = Vec::new();
    let mut masker = Masker::new(roster).strict();
    form.mask(&mut |_, text| masker.keep_free(text));
    form.clone().mask(&mut |sort, text| masker.learn(text, sort));
    form.mask(&mut |sort, text| importing::mask_text(&mut masker, sort, text, &mut names));
    notes(names.into_iter().map(|it| (it.name, it.mask)))
}

/// What is said of names that were masked, and of those that were left, of each once.
fn notes(names: impl Iterator<Item = (String, Option<String>)>) -> Vec<TakingNote> {
    let mut notes = Vec::new();
    for (name, mask) in names {
        let note = match mask {
            Some(mask) => TakingNote::MaskedAs { name, mask },
            None => TakingNote::LooksLikeName(name),
        };
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}
