//! `ledger check`

use clap::Args;

use crate::check::{Finding, Rule, Severity};
use crate::cli::Outcome;
use crate::cli::checking::{Chosen, Subject};
use crate::cli::committing::title;
use crate::cli::context::{Context, no_ledger};
use crate::cli::failure::{Stop, Unreadable};
use crate::cli::merging;
use crate::cli::past;
use crate::complaint::Complaint;
use crate::domain::id::Id;
use crate::domain::mend::Mending;
use crate::render::complaint::{self, Remark};
use crate::render::json;
use crate::render::layout;
use crate::render::template;
use crate::render::words::{CheckNote, Deed, Message, Minutes};
use crate::store::Failure;

/// Find what is wrong in the book: files that cannot be read, and what reads well and cannot be right
///
/// Shows everything at once, each with its place and what to do, and exits with status 1 if there are errors. What is
/// only to be looked at does not count unless --strict says so; hints never do, and are counted by rule.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is there or not")]
pub struct Check {
    /// Look only by these rules, and show hints one by one
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    only: Vec<String>,
    /// Leave these rules out
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    skip: Vec<String>,
    /// Count what is marked “look at” for the exit status, too
    #[arg(long)]
    strict: bool,
    /// Correct what needs no decision, then check again
    #[arg(long)]
    fix: bool,
    /// Say what --fix would correct, and change nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// List the rules
    #[arg(long, conflicts_with_all = ["only", "skip", "strict", "fix"])]
    rules: bool,
}

impl Check {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        if self.rules {
            context.show(layout::check::rules, json::check_rules)?;
            return Ok(Outcome::Fine);
        }
        let chosen = Chosen::read(&self.only, &self.skip)?;
        if self.fix && context.options.at.is_some() {
            return Err(past::not_here().into());
        }
        if self.fix && context.options.file.is_some() {
            return Err(Stop::usage(Message::FileIsForReading).into());
        }
        let mut subject = match read(context)? {
            Ok(subject) => subject,
            Err(complaints) => return unreadable(context, &complaints),
        };
        let named = &context.options.ledgers;
        if let Some(name) = named.iter().find(|name| subject.book.ledger(name).is_none()) {
            return Err(no_ledger(name, &subject.book).into());
        }
        let mut findings = subject.findings(context, &chosen);
        if self.fix && self.mend(context, &subject, &findings)? {
            subject = match read(context)? {
                Ok(subject) => subject,
                Err(complaints) => return unreadable(context, &complaints),
            };
            findings = subject.findings(context, &chosen);
        }
        self.show(context, &subject, &findings)
    }

    /// Mends what needs no decision, or says that it would; tells whether the book was changed.
    fn mend(
        &self,
        context: &mut Context<'_>,
        subject: &Subject,
        findings: &[Finding],
    ) -> anyhow::Result<bool> {
        let mendings: Vec<_> =
            findings.iter().filter_map(|finding| subject.mending(finding)).collect();
        if mendings.is_empty() {
            context.say(&Message::Check(CheckNote::NothingToMend))?;
            return Ok(false);
        }
        if self.dry_run {
            say_mended(context, &mendings, true)?;
            return Ok(false);
        }
        let lock = context.lock("check")?;
        let mended = lock.mend(&mendings)?;
        let mut lines: Vec<_> =
            mended.done.iter().map(|(id, _)| problem_line(subject, id)).collect();
        lines.sort();
        lines.dedup();
        let committed = context.commit(&lock, &Minutes { deed: Deed::Mend, lines });
        drop(lock);
        say_mended(context, &mended.done, false)?;
        let (values, files) = (mended.done.len(), mended.files.len());
        context.say(&Message::Check(CheckNote::MendedInAll { values, files }))?;
        context.say_committed(committed)?;
        Ok(true)
    }

    fn show(
        &self,
        context: &mut Context<'_>,
        subject: &Subject,
        findings: &[Finding],
    ) -> anyhow::Result<Outcome> {
        let count = |severity| {
            findings.iter().filter(|finding| finding.fact.severity() == severity).count()
        };
        let (errors, doubts) = (count(Severity::Error), count(Severity::Warning));
        write(context, &subject.remarks(findings, context.lang()), !self.only.is_empty())?;
        context.say(&match (errors, doubts) {
            (0, 0) => subject.all_well(&context.options.ledgers),
            (0, doubts) => Message::Check(CheckNote::Doubts(doubts)),
            (errors, doubts) => Message::Check(CheckNote::Findings { errors, doubts }),
        })?;
        if self.only.is_empty() {
            for (_, rule, _) in Rule::ALL.iter().filter(|(.., weight)| *weight == Severity::Hint) {
                let count = findings.iter().filter(|it| it.fact.rule() == *rule).count();
                if count > 0 {
                    context.say(&Message::Check(CheckNote::Hints { rule: *rule, count }))?;
                }
            }
        }
        Ok(Outcome::findings_if(errors > 0 || (self.strict && doubts > 0)))
    }
}

fn problem_line(subject: &Subject, id: &Id) -> (Id, Option<String>) {
    let problem = Id::of_problem(&id.ledger, id.no);
    let title = title(&subject.book, &problem);
    (problem, title)
}

fn say_mended(
    context: &mut Context<'_>,
    mendings: &[(Id, Mending)],
    dry: bool,
) -> anyhow::Result<()> {
    for (id, mending) in mendings {
        context.say(&Message::Check(CheckNote::Mended {
            id: id.clone(),
            mending: mending.clone(),
            dry,
        }))?;
    }
    Ok(())
}

/// Reads the file named with `-f`, or the book; files that cannot be read are findings, too.
fn read(context: &mut Context<'_>) -> anyhow::Result<Result<Subject, Vec<Complaint>>> {
    if let Some(file) = context.options.file.clone() {
        return match context.read_file(&file) {
            Ok(read) => Ok(Ok(Subject::of_file(read))),
            Err(error) => error.downcast().map(|Unreadable(complaints)| Err(complaints)),
        };
    }
    match context.surroundings.origin()?.read() {
        Ok(stored) => {
            let templates = unreadable_templates(context)?;
            if !templates.is_empty() {
                return Ok(Err(templates));
            }
            let left = merging::left(context, &stored)?;
            Ok(Ok(Subject::of_book(stored, left)))
        }
        Err(Failure::Complaints(complaints)) => Ok(Err(complaints)),
        Err(failure) => Err(failure.into()),
    }
}

/// What is wrong with how the office's own wording of reports is written.
fn unreadable_templates(context: &Context<'_>) -> anyhow::Result<Vec<Complaint>> {
    let origin = context.surroundings.origin()?;
    let mut complaints = Vec::new();
    for name in origin.template_names()? {
        match origin.template(&name) {
            Ok(source) => {
                let lang = context.lang();
                complaints.extend(source.and_then(|source| template::check(&source, lang)));
            }
            Err(Failure::Complaints(of_file)) => complaints.extend(of_file),
            Err(failure) => return Err(failure.into()),
        }
    }
    Ok(complaints)
}

/// Without reading all, no rule can be asked.
fn unreadable(context: &mut Context<'_>, complaints: &[Complaint]) -> anyhow::Result<Outcome> {
    let lang = context.lang();
    let remarks: Vec<_> = complaints.iter().map(|it| complaint::worded(it, lang)).collect();
    write(context, &remarks, true)?;
    context.say(&Message::Check(CheckNote::Findings { errors: complaints.len(), doubts: 0 }))?;
    Ok(Outcome::Findings)
}

/// Writes the findings; hints only where they are asked for, or a program reads them.
fn write(context: &mut Context<'_>, remarks: &[Remark], hints: bool) -> anyhow::Result<()> {
    let (options, today) = (context.surroundings.complaint_options(), context.today);
    let is_shown = |remark: &&Remark| hints || remark.severity != Severity::Hint;
    context.show_with_text(
        |out, color| {
            let options = complaint::Options { color, ..options };
            complaint::write_remarks(remarks.iter().filter(is_shown), options, out)
        },
        |lang| layout::check::findings(remarks, lang),
        |_, out| json::check(remarks, today, out),
    )
}
