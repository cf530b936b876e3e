//! `ledger import`

use std::io::{IsTerminal as _, stdout};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::asking::Asking;
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::importing::{
    self, As, ChangesArg, ClosedAs, HiddenArg, Reading, SheetArgs, Terms, TwinsArg,
};
use crate::cli::recording::EntryArgs;
use crate::cli::{Outcome, ids, values};
use crate::domain::day::Day;
use crate::domain::id::is_ledger_name;
use crate::intake::draft::Draft;
use crate::render::words::{Message, TakingNote};

/// Take in a sheet or a document: show it, review it, or write it with --yes
///
/// Each field is shown with its place in the file and from what it was read. Written is all or nothing, through the same
/// gates as `add`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Import {
    /// The files
    #[arg(value_name = "FILE", required_unless_present = "returned")]
    files: Vec<PathBuf>,
    /// Take in a sheet that `ledger export --for` wrote and a unit filled in
    #[arg(long = "return", value_name = "FILE", conflicts_with_all = ["files", "into"])]
    returned: Option<PathBuf>,
    /// The ledger; made where it is not there
    #[arg(long, value_name = "LEDGER")]
    into: Option<String>,
    /// The day of the plan, for a ledger that is made
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    issued: Option<Day>,
    /// Write it
    #[arg(long)]
    yes: bool,
    /// Only show what would be entered, and ask nothing
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
    /// Take the files for this, where it cannot be told
    #[arg(long = "as", value_name = "WHAT")]
    wanted: Option<As>,
    /// What becomes of hidden rows, columns and passages
    #[arg(long, value_name = "WHAT", default_value = "refuse")]
    hidden: HiddenArg,
    /// What becomes of tracked changes
    #[arg(long, value_name = "WHAT", default_value = "refuse")]
    changes: ChangesArg,
    /// What becomes of lines that the ledger has already
    #[arg(long, value_name = "WHAT", default_value = "refuse")]
    twins: TwinsArg,
    /// Put names that the roster of book.toml does not know into it
    #[arg(long)]
    enrol: bool,
    /// Put 张某 or J.D. in the place of persons whom the roster of book.toml does not declare
    #[arg(long)]
    mask: bool,
    /// Who enters what the files say was done: a unit or a person
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    by: Option<String>,
    /// The day of what the files say was done without a day, if not today
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    on: Option<Day>,
    /// Who verified what the files call closed, where they do not say
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    verifier: Option<String>,
    /// Take what the files call closed for this
    #[arg(long, value_name = "WHAT", default_value = "closed")]
    closed_as: ClosedAs,
    #[command(flatten)]
    sheet: SheetArgs,
}

/// Whether what is listed goes to a file or a program, which takes any number of lines.
fn to_program(context: &Context<'_>) -> bool {
    context.options.format.is_some() || context.options.output.is_some()
}

impl Import {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if let Some(path) = &self.returned {
            context.can_show()?;
            return importing::take_back(context, path, &self.terms(context), self.yes);
        }
        let name = self.ledger(context)?;
        context.can_show()?;
        let mut drafts = self.drafts(context, &name)?;
        if !importing::has_lines(&drafts) {
            return Ok(Outcome::Fine);
        }
        let mut terms = self.terms(context);
        if self.mask {
            let roster = context.read_values()?.head.roster;
            let masked = importing::mask(&mut drafts, &roster, terms.lang);
            context.say(&importing::told(&masked))?;
            // Whose names they were is shown before anything is written, and goes nowhere then.
            terms.masked = if self.yes { Vec::new() } else { masked };
        }
        if self.yes {
            importing::write(context, &name, drafts, &terms, None)?;
            return Ok(Outcome::Fine);
        }
        let Some(asking) = self.asking(context) else {
            if !to_program(context) {
                terms.shown = importing::LISTED;
            }
            importing::Shown::show(context, &name, drafts, &terms)?.end(context)?;
            return Ok(Outcome::Fine);
        };
        let shown = importing::Shown::show(context, &name, drafts.clone(), &terms)?;
        if shown.has_any() {
            importing::offer(context, asking, &name, (drafts, terms), shown)?;
        } else {
            shown.end(context)?;
        }
        Ok(Outcome::Fine)
    }

    /// Whoever can be asked to review the lines that were shown. What goes to a file, a program or a pager is not reviewed, and
    /// neither is what comes from the keyboard.
    fn asking(&self, context: &Context<'_>) -> Option<Asking> {
        let from_keyboard = self.files.iter().any(|path| path == Path::new("-"));
        let options = &context.options;
        let to_people = options.format.is_none() && options.output.is_none();
        let wanted = !self.dry_run && to_people && !from_keyboard && stdout().is_terminal();
        Asking::of(context).filter(|_| wanted)
    }

    /// The ledger that takes the lines in.
    fn ledger(&self, context: &Context<'_>) -> anyhow::Result<String> {
        match &self.into {
            Some(name) if !is_ledger_name(name) => {
                Err(Stop::usage(Message::BadLedgerName(name.clone())).into())
            }
            Some(name) => Ok(name.clone()),
            None => ids::only_ledger(context),
        }
    }

    fn drafts(&self, context: &mut Context<'_>, name: &str) -> anyhow::Result<Vec<Draft>> {
        let columns = self.sheet.terms(context)?;
        let mut drafts = Vec::new();
        let mut nothing = Vec::new();
        for path in &self.files {
            let read = importing::drafts(context, path, name, self.reading(), &columns)?;
            if !importing::has_lines(&read) {
                let shown = path.to_string_lossy().into_owned();
                nothing.push(Message::Taking(TakingNote::NothingFound(shown)));
            }
            drafts.extend(read);
        }
        if !nothing.is_empty() && !self.sheet.allow_empty {
            return Err(Stop::findings(nothing).into());
        }
        nothing.iter().try_for_each(|message| context.say(message))?;
        if let (Some(day), Some(draft)) = (self.issued, drafts.first_mut()) {
            draft.head.issued = Some(day);
        }
        Ok(drafts)
    }

    fn reading(&self) -> Reading {
        Reading { wanted: self.wanted, hidden: self.hidden.into(), changes: self.changes.into() }
    }

    fn terms(&self, context: &Context<'_>) -> Terms {
        let by = EntryArgs { by: self.by.clone(), on: None, text: None, request_id: None };
        Terms {
            today: context.today,
            by: by.by(context).ok(),
            on: self.on.unwrap_or(context.today),
            verifier: self.verifier.clone(),
            closed_as_done: self.closed_as == ClosedAs::Done,
            twins: self.twins.into(),
            keep_unread: self.sheet.keep_unread,
            enrol: self.enrol,
            mask: self.mask,
            masked: Vec::new(),
            lang: context.lang(),
            shown: if self.yes && !to_program(context) { 0 } else { usize::MAX },
        }
    }
}
