//! `ledger extend`

use clap::Args;

use crate::cli::asking::acts::Wants;
use crate::cli::context::Context;
use crate::cli::limits::{self, NewLimitArgs};
use crate::cli::recording::{EntryArgs, record};
use crate::cli::{Outcome, values};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::id::Selection;

/// Move the last day of problems or measures to a later one
///
/// Only the day of what is named moves; the first day stays written. Words take their year from the day on which it is
/// granted; 延期一个月 counts from the last day. At a terminal, what is not said is asked for.
#[derive(Debug, Args)]
pub struct Extend {
    /// Problems or measures, as 7, 7.2, 5-9 or 2022-inspection/7.2
    #[arg(value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    #[command(flatten)]
    limit: NewLimitArgs,
    /// Who asked for it
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    applicant: Option<String>,
    /// Who approved it
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    approver: Option<String>,
    /// The day on which it was asked for; after the last day it is late
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    asked: Option<Day>,
}

impl Extend {
    /// Runs the command.
    pub fn run(mut self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let wants = Wants {
            states: &[State::Open, State::Awaiting],
            ids: &mut self.ids,
            entry: &mut self.entry,
            limit: Some(&mut self.limit),
            approver: Some(&mut self.approver),
        };
        wants.complete(context)?;
        let needed = [
            ("ID", !self.ids.is_empty()),
            ("--limit/--due", self.limit.is_given()),
            ("--text", self.entry.text.is_some()),
            ("--approver", self.approver.is_some()),
        ];
        self.entry.needs(context, &needed)?;
        let today = context.today;
        let on = self.entry.on.unwrap_or(today);
        record(context, "extend", &self.ids, &self.entry, &|book, named| {
            Ok(Act::Extend {
                measures: named.measures.clone(),
                limit: self.limit.limit.clone(),
                due: limits::of_extension(&self.limit, book, named, (on, today))?,
                applicant: self.applicant.clone(),
                approver: self.approver.clone(),
                asked: self.asked,
            })
        })?;
        Ok(Outcome::Fine)
    }
}
