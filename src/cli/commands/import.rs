//! `ledger import`

use std::path::PathBuf;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::importing::{
    self, As, ChangesArg, ClosedAs, HiddenArg, Prepared, Reading, SheetArgs, Terms, TwinsArg,
};
use crate::cli::recording::EntryArgs;
use crate::cli::{Outcome, ids, values};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::id::{Id, is_ledger_name};
use crate::domain::ledger::Ledger;
use crate::intake::draft::Draft;
use crate::render::words::{Deed, Message, Minutes, TakingNote};
use crate::render::{json, layout};
use crate::store::{Form, Lock};

/// Take in a sheet or a document; without --yes only show what would be entered
///
/// Each field is shown with its place in the file and from what it was read. Written is all or nothing, through the same
/// gates as `add`.
#[derive(Debug, Args)]
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
    /// Only show what would be entered, as without --yes
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

impl Import {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if let Some(path) = &self.returned {
            context.can_show()?;
            return importing::take_back(context, path, &self.terms(context), self.yes);
        }
        let name = self.ledger(context)?;
        context.can_show()?;
        let drafts = self.drafts(context, &name)?;
        if !importing::has_lines(&drafts) {
            return Ok(Outcome::Fine);
        }
        let terms = self.terms(context);
        if self.yes {
            write(context, &name, drafts, &terms)?;
        } else {
            show(context, &name, drafts, &terms)?;
        }
        Ok(Outcome::Fine)
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
        let by = EntryArgs { by: self.by.clone(), on: None, text: None };
        Terms {
            today: context.today,
            by: by.by(context).ok(),
            on: self.on.unwrap_or(context.today),
            verifier: self.verifier.clone(),
            closed_as_done: self.closed_as == ClosedAs::Done,
            twins: self.twins.into(),
            enrol: self.enrol,
            lang: context.lang(),
            shown: !self.yes
                || context.options.format.is_some()
                || context.options.output.is_some(),
        }
    }
}

/// Writes it, all or nothing.
fn write(
    context: &mut Context<'_>,
    name: &str,
    drafts: Vec<Draft>,
    terms: &Terms,
) -> anyhow::Result<()> {
    let lock = context.lock("import")?;
    let (book, is_new) = with_ledger(context.read_book()?.book, name, &drafts);
    let prepared = prepare(&lock, &book, name, drafts, terms)?;
    if !prepared.against.is_empty() {
        return Err(Stop::refused(prepared.against).into());
    }
    if prepared.problems.is_empty() {
        context.say(&Message::Taking(TakingNote::NothingNew(prepared.taken)))?;
        return Ok(());
    }
    if is_new && let Some(ledger) = book.ledger(name) {
        lock.make_ledger(name, &ledger.head, Form::Folder, context.lang())?;
    }
    let enrolled = (prepared.unknown.units.len(), prepared.unknown.persons.len());
    if terms.enrol && enrolled != (0, 0) {
        lock.enrol(prepared.unknown.units.keys(), prepared.unknown.persons.keys())?;
    }
    let Prepared { problems, taken, taking, .. } = prepared;
    let added = lock.add::<anyhow::Error>(name, |_, _| Ok(problems))?;
    let ids: Vec<_> = added.problems.iter().map(|it| Id::of_problem(name, it.no)).collect();
    let titles = added.problems.iter().map(|it| (!it.masked).then(|| it.title.clone()));
    let lines = ids.iter().cloned().zip(titles).collect();
    let committed = context.commit(&lock, &Minutes { deed: Deed::Import, lines });
    drop(lock);
    if context.options.format.is_some() || context.options.output.is_some() {
        print(context, &taking)?;
    } else {
        ids.iter().try_for_each(|id| context.print(&id.to_string()))?;
    }
    if terms.enrol && enrolled != (0, 0) {
        let (units, persons) = enrolled;
        context.say(&Message::Taking(TakingNote::Enrolled { units, persons }))?;
    }
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        let ids = (first.clone(), last.clone());
        context.say(&Message::Taking(TakingNote::Written { taken, ids }))?;
    }
    context.say_committed(committed)
}

/// Shows what would be entered, and all that speaks against it.
fn show(
    context: &mut Context<'_>,
    name: &str,
    drafts: Vec<Draft>,
    terms: &Terms,
) -> anyhow::Result<()> {
    let (book, is_new) = with_ledger(context.read_book()?.book, name, &drafts);
    let first = context.surroundings.root()?.next_number(name, highest(&book, name))?;
    let ledger = book.ledger(name).cloned().unwrap_or_default();
    let prepared = importing::prepare(&book, &ledger, first, drafts, terms)?;
    print(context, &prepared.taking)?;
    if is_new {
        context.say(&Message::Taking(TakingNote::WouldMake(name.to_owned())))?;
    }
    if !prepared.against.is_empty() {
        return Err(Stop::refused(prepared.against).into());
    }
    let taken = prepared.taken;
    let nothing = prepared.problems.is_empty();
    let note = if nothing { TakingNote::NothingNew(taken) } else { TakingNote::OnlyShown(taken) };
    context.say(&Message::Taking(note))?;
    Ok(())
}

fn prepare(
    lock: &Lock,
    book: &Book,
    name: &str,
    drafts: Vec<Draft>,
    terms: &Terms,
) -> anyhow::Result<Prepared> {
    let first = lock.root().next_number(name, highest(book, name))?;
    let ledger = book.ledger(name).cloned().unwrap_or_default();
    importing::prepare(book, &ledger, first, drafts, terms)
}

fn highest(book: &Book, name: &str) -> u32 {
    let problems = book.ledger(name).into_iter().flat_map(|ledger| &ledger.problems);
    problems.map(|problem| problem.no).max().unwrap_or(0)
}

/// The book with the ledger in it; one that is not there gets the head that the files say, and is told of.
fn with_ledger(mut book: Book, name: &str, drafts: &[Draft]) -> (Book, bool) {
    if book.ledger(name).is_some() {
        return (book, false);
    }
    let head = drafts.first().map(|draft| draft.head.clone()).unwrap_or_default();
    book.ledgers.push(Ledger { name: name.to_owned(), head, problems: Vec::new() });
    (book, true)
}

fn print(context: &mut Context<'_>, taking: &layout::taking::Taking) -> anyhow::Result<()> {
    let today = context.today;
    context.show(
        |lang| layout::taking::document(taking, lang),
        |lang, out| json::taking(taking, lang, today, out),
    )
}
