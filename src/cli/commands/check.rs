//! `ledger check`

use std::ops::Range;
use std::sync::Arc;

use clap::Args;

use crate::check::{self, Finding};
use crate::cli::Outcome;
use crate::cli::context::{Context, no_ledger};
use crate::complaint::Source;
use crate::formats::record::Places;
use crate::render::complaint::{self, Remark};
use crate::render::words::{self, Message};
use crate::store::{Failure, Stored};

/// Find what is wrong in the book: files that cannot be read, and what reads well and cannot be right
///
/// Shows everything at once, each with its place and what to do, and exits with status 1 if there is anything.
#[derive(Debug, Args)]
pub struct Check {}

impl Check {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if context.options.file.is_some() {
            let book = context.read()?;
            let problems = book.ledgers.iter().map(|ledger| ledger.problems.len()).sum();
            context.say(&Message::AllWell { ledgers: book.ledgers.len(), problems })?;
            return Ok(Outcome::Fine);
        }
        let options = context.surroundings.complaint_options();
        let stored = match context.surroundings.root()?.read() {
            Ok(stored) => stored,
            Err(Failure::Complaints(complaints)) => {
                complaint::write(&complaints, options, context.out)?;
                context.say(&Message::Findings(complaints.len()))?;
                return Ok(Outcome::Findings);
            }
            Err(failure) => return Err(failure.into()),
        };
        let named = context.options.ledgers.clone();
        if let Some(name) = named.iter().find(|name| stored.book.ledger(name).is_none()) {
            return Err(no_ledger(name, &stored.book).into());
        }
        let mut findings = check::check(&stored.book, context.today);
        findings.retain(|finding| named.is_empty() || named.contains(&finding.ledger));
        if findings.is_empty() {
            let ledgers = stored
                .book
                .ledgers
                .iter()
                .filter(|ledger| named.is_empty() || named.contains(&ledger.name));
            let (ledgers, problems) = ledgers
                .fold((0, 0), |(count, sum), ledger| (count + 1, sum + ledger.problems.len()));
            context.say(&Message::AllWell { ledgers, problems })?;
            return Ok(Outcome::Fine);
        }
        let mut remarks = Vec::new();
        for problem in
            findings.chunk_by(|one, other| (&one.ledger, one.no) == (&other.ledger, other.no))
        {
            let first = remarks.len();
            for finding in problem {
                remarks.push(remark(finding, &stored, context));
            }
            // Within a file from top to bottom, as it is mended.
            remarks[first..].sort_by_key(|remark| remark.span.as_ref().map(|span| span.start));
        }
        complaint::write_remarks(&remarks, options, context.out)?;
        context.say(&Message::Findings(findings.len()))?;
        Ok(Outcome::Findings)
    }
}

/// Joins a finding with the place where its subject stands.
fn remark(finding: &Finding, stored: &Stored, context: &Context<'_>) -> Remark {
    let (message, help) = words::finding(context.lang(), &finding.fact);
    let message = format!("{message} [{}]", finding.fact.rule());
    let places = stored.places(&finding.ledger, finding.no);
    let (source, span) = places.map_or_else(
        || (Arc::new(Source { path: finding.ledger.clone(), text: String::new() }), None),
        |places| (Arc::clone(&places.source), Some(place(finding, places))),
    );
    Remark { source, span, message, label: None, help: Some(help) }
}

/// Where a finding stands: the name that is meant, where it stands in a list of names.
fn place(finding: &Finding, places: &Places) -> Range<usize> {
    let span = places.of(&finding.subject);
    let list = places.source.text.get(span.clone()).unwrap_or_default();
    let within = finding.fact.name().and_then(|name| Some((list.find(name)?, name.len())));
    within.map_or(span.clone(), |(at, length)| span.start + at..span.start + at + length)
}
