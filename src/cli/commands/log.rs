//! `ledger log`

use std::collections::BTreeSet;
use std::{panic, thread};

use clap::Args;

use crate::cli::context::{Context, no_ledger, standings};
use crate::cli::filter::NamedFilters;
use crate::cli::past::{self, Version};
use crate::cli::telling::Telling;
use crate::cli::{Outcome, ids, values};
use crate::domain::book::Book;
use crate::domain::filter::Filter;
use crate::domain::id::{Id, Selection};
use crate::domain::standing::AsOf;
use crate::render::words::Message;
use crate::render::{json, layout};
use crate::reports::changes::Change;
use crate::reports::log::{self, Step};
use crate::store::{Failure, History, Moment, Span, Wanted};

/// Tell who changed what and when, the newest first, as git has it
///
/// Also what was changed by hand, and what is not committed yet. A merge tells only what differs from all its parents. With
/// filters: the log of the problems that `list` would give.
#[derive(Debug, Args)]
pub struct Log {
    /// Problems, as 7, 5-9 or 2022-inspection/7; all if none are named
    #[arg(value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    /// Only what was committed on DATE or later, or after REV
    #[arg(long, value_name = "REV|DATE", value_parser = past::version)]
    since: Option<Version>,
    /// Only so many steps
    #[arg(short, long, value_name = "NUMBER")]
    number: Option<usize>,
    /// A line for each step
    #[arg(long)]
    oneline: bool,
    #[command(flatten)]
    filter: NamedFilters,
}

/// How many commits are asked for at once.
const BATCH: usize = 1_000;

impl Log {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if context.options.file.is_some() {
            return Err(past::no_file().into());
        }
        let root = context.surroundings.root()?.clone();
        let wanted = self.wanted(context)?;
        let roster = context.surroundings.head.roster.clone();
        let zone = context.surroundings.zone()?;
        let at = context.options.at.as_ref();
        let mut reading = Reading {
            history: History::open(&root)?,
            telling: Telling { roster: &roster, zone: &zone, masked: BTreeSet::new() },
            span: past::span(at, self.since.as_ref(), &zone),
            most: self.number.unwrap_or(usize::MAX),
            steps: Vec::new(),
        };
        if reading.most > 0 {
            reading.begin(&wanted, at.is_none())?;
            reading.follow(&wanted)?;
        }
        let steps = reading.steps;
        let single = matches!(&wanted, Wanted::Problems(ids) if ids.len() == 1);
        if steps.is_empty()
            && !self.ids.is_empty()
            && self.since.is_none()
            && self.number != Some(0)
        {
            exist(context, &wanted)?;
        }
        let report = log::Log { today: context.today, steps, single };
        let document = if self.oneline { layout::log::oneline } else { layout::log::document };
        context.show(|lang| document(&report, lang), |lang, out| json::log(&report, lang, out))?;
        Ok(Outcome::Fine)
    }

    /// Which problems are meant.
    fn wanted(&self, context: &mut Context<'_>) -> anyhow::Result<Wanted> {
        let filter = Filter::from(self.filter.clone());
        let named = ids::problems_only(ids::resolve(context, &self.ids)?)?;
        if filter != Filter::default() {
            let book = context.read()?;
            let as_of = AsOf::new(&book.head, context.today);
            let standings = standings(&as_of, &book, &filter)?;
            let of = |ledger: &str, no| Id::of_problem(ledger, no);
            let found = standings.iter().map(|it| of(&it.ledger.name, it.problem.no));
            let found: BTreeSet<_> =
                found.filter(|id| named.is_empty() || named.contains(id)).collect();
            return Ok(Wanted::Problems(found));
        }
        if !named.is_empty() {
            return Ok(Wanted::Problems(named.into_iter().collect()));
        }
        let ledgers = context.options.ledgers.clone();
        if ledgers.is_empty() {
            return Ok(Wanted::All);
        }
        let known = context.surroundings.origin()?.ledger_names()?;
        if let Some(name) = ledgers.iter().find(|name| !known.contains(name)) {
            return Err(no_ledger(name, &of_names(&known)).into());
        }
        Ok(Wanted::Ledgers(ledgers))
    }
}

/// A log in the making.
struct Reading<'a> {
    history: History<'a>,
    telling: Telling<'a>,
    span: Span,
    most: usize,
    steps: Vec<Step>,
}

impl Reading<'_> {
    /// Tells what is not committed, where it is asked for, and all steps of the span, as many as are asked for.
    fn begin(&mut self, wanted: &Wanted, on_disk: bool) -> anyhow::Result<()> {
        let history = &self.history;
        // Git needs its time for the one, and the disk is read in the meantime.
        let (uncommitted, commits) = thread::scope(|scope| {
            let commits = scope.spawn(|| commits(history, &self.span, wanted));
            let uncommitted = if on_disk { history.uncommitted(wanted) } else { Ok(None) };
            (uncommitted, commits.join().unwrap_or_else(|panic| panic::resume_unwind(panic)))
        });
        let step = uncommitted?.map(|revision| self.telling.step(&revision));
        self.steps.extend(step.filter(|step| !step.is_empty()));
        self.tell(&commits?, wanted)
    }

    /// Tells all steps of the span, as many as are asked for.
    fn walk(&mut self, wanted: &Wanted) -> anyhow::Result<()> {
        self.tell(&commits(&self.history, &self.span, wanted)?, wanted)
    }

    fn tell(&mut self, commits: &[String], wanted: &Wanted) -> anyhow::Result<()> {
        // Those that did nothing to what is wanted make a few more necessary.
        let batch = self.most.saturating_mul(2).clamp(32, BATCH);
        for commits in commits.chunks(batch) {
            if self.steps.len() >= self.most {
                break;
            }
            for revision in self.history.revisions(commits, wanted)? {
                let step = self.telling.step(&revision);
                self.steps.extend((!step.is_empty()).then_some(step));
            }
        }
        self.steps.truncate(self.most);
        Ok(())
    }

    /// Goes on under the number that a problem had before, where its first step says that it had one.
    fn follow(&mut self, wanted: &Wanted) -> anyhow::Result<()> {
        let Wanted::Problems(ids) = wanted else { return Ok(()) };
        let mut all = ids.clone();
        let mut open: Vec<Id> = ids.iter().cloned().collect();
        while let Some(id) = open.pop() {
            let Some((place, hash)) = self.born(&id) else { continue };
            if !self.history.may_have_moved(&hash)? {
                continue;
            }
            // The whole step tells whether it came from another number.
            let whole = self.history.revisions(std::slice::from_ref(&hash), &Wanted::All)?;
            let told = whole.iter().flat_map(|revision| self.telling.step(revision).problems);
            let told: Vec<_> = told.filter(|told| told.id == id).collect();
            let from = told.iter().flat_map(|told| &told.changes).find_map(|change| match change {
                Change::Moved { from } => Some(from.clone()),
                _ => None,
            });
            let Some(from) = from.filter(|from| all.insert(from.clone())) else { continue };
            self.steps[place].problems.retain(|told| told.id != id);
            self.steps[place].problems.extend(told);
            let kept = self.steps.split_off(place + 1);
            let to = Moment::Revision(format!("{hash}^")); // there the problem had the other number
            let span = Span { to, ..self.span.clone() };
            let whole = std::mem::replace(&mut self.span, span);
            self.walk(&Wanted::Problems([from.clone()].into()))?;
            self.span = whole;
            self.steps.extend(kept);
            let newer = |step: &Step| {
                step.stamp.as_ref().map(|stamp| std::cmp::Reverse((stamp.day, stamp.time.clone())))
            };
            self.steps[place + 1..].sort_by_key(newer);
            self.steps.truncate(self.most);
            open.push(from);
        }
        Ok(())
    }

    /// The committed step in which a problem came, and its place.
    fn born(&self, id: &Id) -> Option<(usize, String)> {
        let is_new = |step: &Step| {
            step.problems.iter().any(|told| {
                told.id == *id && matches!(told.changes.first(), Some(Change::New { .. }))
            })
        };
        let place = self.steps.iter().rposition(is_new)?;
        Some((place, self.steps[place].stamp.as_ref()?.hash.clone()))
    }
}

/// The commits of a span that touched what is wanted.
fn commits(history: &History<'_>, span: &Span, wanted: &Wanted) -> Result<Vec<String>, Failure> {
    if matches!(wanted, Wanted::Problems(ids) if ids.is_empty()) {
        return Ok(Vec::new());
    }
    history.walk(span, wanted)
}

/// Complains of ids that neither the history nor the book has.
fn exist(context: &mut Context<'_>, wanted: &Wanted) -> anyhow::Result<()> {
    let Wanted::Problems(named) = wanted else { return Ok(()) };
    let book = context.read()?;
    let missing = named
        .iter()
        .find(|id| book.ledger(&id.ledger).is_none_or(|ledger| ledger.problem(id.no).is_none()));
    match missing {
        Some(id) => Err(crate::cli::failure::Stop::from(Message::NoProblem(id.clone())).into()),
        None => Ok(()),
    }
}

/// A book of which only the ledgers' names are known.
fn of_names(names: &[String]) -> Book {
    let ledger = |name: &String| crate::domain::ledger::Ledger {
        name: name.clone(),
        ..crate::domain::ledger::Ledger::default()
    };
    Book { ledgers: names.iter().map(ledger).collect(), ..Book::default() }
}
