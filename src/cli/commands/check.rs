//! `ledger check`

use std::ops::Range;
use std::sync::Arc;

use clap::Args;

use crate::check::{self, Finding};
use crate::cli::Outcome;
use crate::cli::context::{Context, no_ledger};
use crate::cli::failure::Unreadable;
use crate::complaint::{Complaint, Source};
use crate::domain::book::Book;
use crate::formats::record::Places;
use crate::render::complaint::{self, Remark};
use crate::render::words::{self, Message};
use crate::store::Failure;

/// Find what is wrong in the book: files that cannot be read, and what reads well and cannot be right
///
/// Shows everything at once, each with its place and what to do, and exits with status 1 if there is anything.
#[derive(Debug, Args)]
pub struct Check {}

/// What is looked at, and where it stands.
struct Subject {
    book: Book,
    /// The places of the problems, by ledger, in the order of the book's.
    places: Vec<Vec<Places>>,
}

impl Check {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let options = context.surroundings.complaint_options();
        let subject = match read(context)? {
            Ok(subject) => subject,
            Err(complaints) => {
                complaint::write(&complaints, options, context.out)?;
                context.say(&Message::Findings(complaints.len()))?;
                return Ok(Outcome::Findings);
            }
        };
        let named = context.options.ledgers.clone();
        if let Some(name) = named.iter().find(|name| subject.book.ledger(name).is_none()) {
            return Err(no_ledger(name, &subject.book).into());
        }
        let mut findings = check::check(&subject.book, context.today);
        findings.retain(|finding| named.is_empty() || named.contains(&finding.ledger));
        if findings.is_empty() {
            let ledgers = subject
                .book
                .ledgers
                .iter()
                .filter(|ledger| named.is_empty() || named.contains(&ledger.name));
            let (ledgers, problems) = ledgers
                .fold((0, 0), |(count, sum), ledger| (count + 1, sum + ledger.problems.len()));
            context.say(&Message::AllWell { ledgers, problems })?;
            return Ok(Outcome::Fine);
        }
        let of_one =
            |one: &Finding, other: &Finding| (&one.ledger, one.no) == (&other.ledger, other.no);
        let mut remarks = Vec::new();
        for problem in findings.chunk_by(of_one) {
            let first = remarks.len();
            remarks.extend(problem.iter().map(|finding| remark(finding, &subject, context)));
            // Within a file from top to bottom, as it is mended.
            remarks[first..].sort_by_key(|remark| remark.span.as_ref().map(|span| span.start));
        }
        complaint::write_remarks(&remarks, options, context.out)?;
        let doubts = findings.iter().filter(|finding| finding.fact.is_doubt()).count();
        let wrong = findings.len() > doubts;
        let sum = if wrong { Message::Findings(findings.len()) } else { Message::Doubts(doubts) };
        context.say(&sum)?;
        Ok(Outcome::findings_if(wrong))
    }
}

/// Reads the file named with `-f`, or the book; files that cannot be read are findings, too.
fn read(context: &mut Context<'_>) -> anyhow::Result<Result<Subject, Vec<Complaint>>> {
    if let Some(file) = context.options.file.clone() {
        return match context.read_file(&file) {
            Ok((book, places)) => Ok(Ok(Subject { book, places: vec![places] })),
            Err(error) => error.downcast().map(|Unreadable(complaints)| Err(complaints)),
        };
    }
    match context.surroundings.origin()?.read() {
        Ok(stored) => {
            let places = stored.ledgers.into_iter().map(|ledger| ledger.places).collect();
            Ok(Ok(Subject { book: stored.book, places }))
        }
        Err(Failure::Complaints(complaints)) => Ok(Err(complaints)),
        Err(failure) => Err(failure.into()),
    }
}

impl Subject {
    /// Returns the places of the problem that a finding is about.
    fn places(&self, finding: &Finding) -> Option<&Places> {
        let at = self.book.ledgers.iter().position(|ledger| ledger.name == finding.ledger)?;
        let problems = &self.book.ledgers[at].problems;
        let problem = problems.iter().position(|problem| problem.no == finding.no)?;
        self.places.get(at)?.get(problem)
    }
}

/// Joins a finding with the place where its subject stands.
fn remark(finding: &Finding, subject: &Subject, context: &Context<'_>) -> Remark {
    let (message, help) = words::finding(context.lang(), &finding.fact);
    let message = format!("{message} [{}]", finding.fact.rule());
    let (source, span) = subject.places(finding).map_or_else(
        || (Arc::new(Source { path: finding.ledger.clone(), text: String::new() }), None),
        |places| (Arc::clone(&places.source), Some(place(finding, places))),
    );
    Remark { source, span, doubt: finding.fact.is_doubt(), message, label: None, help: Some(help) }
}

/// Where a finding stands: the name that is meant, where it stands in a list of names.
fn place(finding: &Finding, places: &Places) -> Range<usize> {
    let span = places.of(&finding.subject);
    let list = places.source.text.get(span.clone()).unwrap_or_default();
    let within = finding.fact.name().and_then(|name| Some((list.find(name)?, name.len())));
    within.map_or(span.clone(), |(at, length)| span.start + at..span.start + at + length)
}
