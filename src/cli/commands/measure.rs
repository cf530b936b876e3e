//! `ledger measure`

use clap::Args;

use crate::cli::committing::title;
use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::limits::{self, LimitArgs};
use crate::cli::recording::{change, later};
use crate::cli::refusing::would_be_wrong;
use crate::cli::responsible::ResponsibleArgs;
use crate::cli::{Outcome, ids, values};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::gate;
use crate::domain::id::{Id, Selection};
use crate::domain::measure::Measure as Entered;
use crate::domain::standing::AsOf;
use crate::domain::twin::measure_twin_of;
use crate::formats::addition::Addition;
use crate::render::words::{Deed, GuardNote, Message, Minutes};

/// Add a measure to a problem; prints its id
#[derive(Debug, Args)]
pub struct Measure {
    /// The problem, as 7 or 2022-inspection/7
    #[arg(value_name = "ID", value_parser = values::selection)]
    id: Selection,
    /// What is to be done
    #[arg(long, value_name = "TEXT", value_parser = values::text)]
    text: Option<String>,
    #[command(flatten)]
    responsible: ResponsibleArgs,
    #[command(flatten)]
    limit: LimitArgs,
    /// The day from which it counts; without it, today if anything was recorded before
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    since: Option<Day>,
}

impl Measure {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let Some(text) = self.text.clone() else {
            return Err(Stop::usage(Message::Missing(vec!["--text"])).into());
        };
        let named = ids::problems_only(ids::resolve(context, std::slice::from_ref(&self.id))?)?;
        let today = context.today;
        let lock = context.lock("measure")?;
        let mut added = Vec::new();
        let mut said = Vec::new();
        let mut lines = Vec::new();
        lock.change::<anyhow::Error>(&named, |book| {
            let mut changes = Vec::new();
            for id in &named {
                let (measure, messages) = self.measure(book, id, text.clone(), today)?;
                said = messages;
                let added_as = Id { measure: Some(measure.no), ..id.clone() };
                lines.push((added_as.clone(), title(book, id)));
                added.push(added_as);
                changes.push(change(id, Addition::Measure(measure)));
            }
            Ok(changes)
        })?;
        let committed = context.commit(&lock, &Minutes { deed: Deed::Measure, lines });
        drop(lock);
        for id in &added {
            context.print(&id.to_string())?;
        }
        said.iter().try_for_each(|message| context.say(message))?;
        context.say_committed(committed)?;
        Ok(Outcome::Fine)
    }

    fn measure(
        &self,
        book: &Book,
        id: &Id,
        text: String,
        today: Day,
    ) -> Result<(Entered, Vec<Message>), Stop> {
        let missing = || Stop::from(Message::NoProblem(id.clone()));
        let problem =
            book.ledger(&id.ledger).and_then(|ledger| ledger.problem(id.no)).ok_or_else(missing)?;
        let limit = limits::read(&self.limit, book, &id.ledger, today)?;
        // What belongs to the plan has no day of its own; what is added once the work goes on does.
        let since = self.since.or((!problem.entries.is_empty()).then_some(today));
        // Before the problem was entered, no figure could know of its measure.
        let issued = book.ledger(&id.ledger).and_then(|ledger| ledger.head.issued);
        let known = problem.entered.or(problem.found).or(issued);
        let measure = Entered {
            no: problem.next_measure_no(),
            text,
            responsible: self.responsible.read(&book.head.roster)?,
            limit: self.limit.limit.clone(),
            due: limit.due,
            sustained: limit.sustained,
            since,
            entered: later(since.or(known), today),
            ..Entered::default()
        };
        if let Some(twin) = measure_twin_of(&measure, &problem.measures) {
            let twin = Id { measure: Some(twin.no), ..id.clone() };
            return Err(Message::Guard(GuardNote::Twin(twin)).into());
        }
        let mut after = problem.clone();
        after.measures.push(measure.clone());
        let as_of = AsOf::new(&book.head, today);
        let stands = book.ledger(&id.ledger).map(|it| as_of.standing_as_written(it, &after));
        if let Some(refusal) = stands.and_then(|it| gate::refuses_measure(&it, measure.no)) {
            let refusals = vec![refusal];
            return Err(Message::Refused { id: id.clone(), refusals }.into());
        }
        if let Some(message) = would_be_wrong(book, id.clone(), Some(problem), &after, today) {
            return Err(message.into());
        }
        let later = measure.due.zip(problem.due).filter(|(measure, problem)| measure > problem);
        let later =
            later.map(|(measure, problem)| Message::MeasureAfterProblem { measure, problem });
        Ok((measure, limit.message.into_iter().chain(later).collect()))
    }
}
