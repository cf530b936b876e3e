//! `ledger init`

use std::time::Duration;

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::guarding;
use crate::cli::options::Tongue;
use crate::cli::{Outcome, values};
use crate::domain::book::{BookHead, Lang};
use crate::domain::day::Day;
use crate::domain::id::is_ledger_name;
use crate::domain::ledger::Head;
use crate::domain::policy::{Policy, PolicyEntry, Rung};
use crate::render::words::{self, Deed, Message, Minutes};
use crate::store::{Form, Lock, can_commit};

/// Make a book where there is none, and a ledger in it
#[derive(Debug, Args)]
pub struct Init {
    /// The ledger's name; the year if none is given
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// The ledger's title
    #[arg(long, value_name = "TEXT", value_parser = values::name)]
    title: Option<String>,
    /// Who found the problems
    #[arg(long, value_name = "SOURCE", value_parser = values::name)]
    source: Option<String>,
    /// Whose ledger it is
    #[arg(long, value_name = "UNIT", value_parser = values::name)]
    owner: Option<String>,
    /// The day of the plan, from which limits count
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    issued: Option<Day>,
    /// Keep the ledger as one CSV table instead of a folder
    #[arg(long)]
    csv: bool,
}

impl Init {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let name = self.name.unwrap_or_else(|| context.today.year().to_string());
        if !is_ledger_name(&name) {
            return Err(Stop::usage(Message::BadLedgerName(name)).into());
        }
        let mut made = Vec::new();
        let mut book = None;
        let lock = if context.surroundings.root.is_some() {
            context.lock("init")?
        } else {
            context.may_write(&context.surroundings.folder)?;
            let timeout = Duration::from_secs(context.options.lock_timeout);
            if context.commits() {
                can_commit(&context.surroundings.folder)?;
            }
            let mut lock = Lock::on_new_folder(&context.surroundings.folder, timeout, "init")?;
            guarding::tell(context, &lock)?;
            // One that was cut off is finished by then, and somebody else may have made one.
            if lock.root().book_head().is_none() {
                made.push(lock.root().shown("book.toml"));
                book = Some(book_head(context, &name));
            }
            if context.commits() {
                lock.commits()?;
            }
            lock
        };
        let head = Head {
            title: self.title,
            source: self.source,
            owner: self.owner,
            issued: self.issued,
            ..Head::default()
        };
        let form = if self.csv { Form::Table } else { Form::Folder };
        let files = lock.together(|| {
            book.as_ref().map_or(Ok(()), |book| lock.make_book(book))?;
            lock.make_ledger(&name, &head, form, context.lang())
        })?;
        made.extend(files.iter().map(|file| lock.root().shown(file)));
        // A clone that cannot be told is no reason to be without a book; `ledger merge --check` says what is missing.
        let _ = lock.install_merging();
        let deed = Deed::Init(name);
        let committed = context.commit(&lock, &Minutes { deed, lines: Vec::new() });
        drop(lock);
        context.say(&Message::Made(made))?;
        context.say_committed(committed)?;
        Ok(Outcome::Fine)
    }
}

/// A book with the policy written out, so that an office sees what it may decide.
fn book_head(context: &Context<'_>, ledger: &str) -> BookHead {
    let Policy {
        immediate,
        days,
        rest_day,
        bands,
        review,
        second_person,
        evidence,
        report_first,
        count,
        office_days,
        ladder,
    } = Policy::default();
    let policy = PolicyEntry {
        from: None,
        immediate: Some(immediate),
        days: Some(days),
        rest_day: Some(rest_day),
        bands: Some(bands),
        review: Some(review),
        second_person: Some(second_person),
        evidence: Some(evidence),
        report_first: Some(report_first),
        count: Some(count),
        office_days: Some(office_days),
        ladder: Some(named(&ladder, context.lang())),
    };
    BookHead {
        timezone: Some("Asia/Shanghai".to_owned()),
        lang: context
            .options
            .lang
            .map(Tongue::into)
            .or_else(|| (context.lang() == Lang::Zh).then_some(Lang::Zh)),
        ledger: Some(ledger.to_owned()),
        policies: vec![policy],
        ..BookHead::default()
    }
}

/// The usual ladder of notices by the names that a clerk reads, so that they can be changed where they stand.
fn named(ladder: &[Rung], lang: Lang) -> Vec<Rung> {
    let names = ladder.iter().enumerate().map(|(place, rung)| Rung {
        name: Some(words::rung(lang, rung, place)),
        after: rung.after,
    });
    names.collect()
}
