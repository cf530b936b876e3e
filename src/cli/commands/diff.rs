//! `ledger diff`

use std::collections::BTreeSet;

use clap::Args;

use super::summary::ByArg;

use crate::cli::Outcome;
use crate::cli::context::{Context, no_ledger};
use crate::cli::filter::{self, NamedFilters};
use crate::cli::past::{self, Version};
use crate::domain::filter::Filter;
use crate::domain::id::Id;
use crate::domain::standing::{AsOf, Standing};
use crate::render::words::changes::work_tree;
use crate::render::{json, layout};
use crate::reports::diff;
use crate::reports::summary::By;
use crate::store::{self, Origin};

/// Count and list what happened between two versions of the book
///
/// From the last commit to what lies on the disk, if nothing is named. A version is asked for its own day: the DATE, or the
/// day of the commit; what lies on the disk, for today. So what fell overdue in between is told, too.
#[derive(Debug, Args)]
pub struct Diff {
    /// The earlier version
    #[arg(value_name = "FROM", value_parser = past::version, default_value = "HEAD")]
    from: Version,
    /// The later version, if it is not what lies on the disk
    #[arg(value_name = "TO", value_parser = past::version)]
    to: Option<Version>,
    /// Count by these keys, separated by commas, and leave the lines out
    #[arg(long, value_name = "KEY", value_delimiter = ',')]
    by: Vec<ByArg>,
    /// Exit with status 1 if anything happened
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    filter: NamedFilters,
}

impl Diff {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if context.options.file.is_some() {
            return Err(past::no_file().into());
        }
        if context.options.at.is_some() {
            return Err(past::no_at().into());
        }
        let surroundings = &context.surroundings;
        let zone = surroundings.zone()?;
        let old = past::open(surroundings, &self.from)?;
        let new = self.to.as_ref().map(|version| past::open(surroundings, version)).transpose()?;
        let from = self.from.day(&old, &zone);
        let own = self.to.as_ref().zip(new.as_ref()).map(|(version, it)| version.day(it, &zone));
        let to = context.options.today.or(own).unwrap_or(context.today);
        let names = (
            self.from.name(&old),
            match (&self.to, &new) {
                (Some(version), Some(snapshot)) => version.name(snapshot),
                _ => work_tree(context.lang()).to_owned(),
            },
        );
        let filter = Filter::from(self.filter);
        let all = from != to || filter != Filter::default();
        let origin = match &new {
            Some(snapshot) => Origin::from(snapshot),
            None => surroundings.origin()?,
        };
        let (mut older, mut newer) = store::compare(Origin::from(&old), origin, all)?;
        for name in &context.options.ledgers {
            if newer.ledger(name).is_none() && older.ledger(name).is_none() {
                return Err(no_ledger(name, &newer).into());
            }
        }
        if !context.options.ledgers.is_empty() {
            let asked = &context.options.ledgers;
            older.ledgers.retain(|ledger| asked.contains(&ledger.name));
            newer.ledgers.retain(|ledger| asked.contains(&ledger.name));
        }
        let (before, after) = (AsOf::new(&older.head, from), AsOf::new(&newer.head, to));
        let (older, later) = (before.standings(&older), after.standings(&newer));
        let roster = &newer.head.roster;
        filter::all_known(&filter, roster, &later)?;
        // Before names are masked, since they may be asked for; where it is gone, by how it stood.
        let asked: BTreeSet<Id> = {
            let takes = |standing: &&Standing<'_>| filter.takes(standing, roster);
            let there: BTreeSet<Id> = later.iter().map(Standing::id).collect();
            let gone = older.iter().filter(|standing| !there.contains(&standing.id()));
            later.iter().chain(gone).filter(takes).map(Standing::id).collect()
        };
        let [older, later] =
            [older, later].map(|list| list.into_iter().map(Standing::masked).collect::<Vec<_>>());
        let report = diff::diff(&older, &later, (from, to), |it| asked.contains(&it.id()));
        let by: Vec<By> = self.by.into_iter().map(By::from).collect();
        let rows = diff::rows(&report, (&older, &later), &by, roster);
        let rows = (!by.is_empty()).then_some(&rows);
        let names = (names.0.as_str(), names.1.as_str());
        context.show(
            |lang| layout::diff::document(&report, rows, names, lang),
            |lang, out| json::diff(&report, rows, names, lang, out),
        )?;
        Ok(Outcome::findings_if(self.exit_code && !report.lines.is_empty()))
    }
}
