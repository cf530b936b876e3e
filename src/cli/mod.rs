//! The command line: parses, reads, asks, shows. Decides nothing, counts nothing.

pub mod asking;
mod checking;
pub mod commands;
pub mod committing;
mod completing;
pub mod context;
mod echo;
mod edited;
mod editor;
mod environment;
mod evidence;
pub mod failure;
pub mod few;
pub mod filter;
mod following;
pub mod foreign;
pub mod guarding;
mod help;
pub mod ids;
pub mod importing;
pub mod limits;
pub mod merging;
pub mod options;
mod output;
pub mod past;
pub mod progress;
pub mod recording;
mod refusing;
mod repeating;
pub mod responsible;
pub mod streaming;
mod surroundings;
pub mod telling;
mod today;
pub mod values;
pub mod zone;

use std::ffi::OsString;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};

use clap::error::ErrorKind;
use clap::{Args as _, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::domain::book::Lang;
use crate::render::words::Message;
use crate::store;
use commands::{
    acts, add, check, completions, convert, diff, edit, export, import, init, limit, list, log,
    man, measure, merge, morning, notice, overdue, report, seal, show, summary, topic, verify,
};
use context::{Context, Wording};
use failure::Stop;
use options::Options;
use surroundings::Surroundings;

/// Keep the rectification ledger (问题整改台账) of an office as plain text in git
///
/// Without a command it lists what waits today: overdue, due soon, to be verified, reviews, what is not committed.
#[derive(Debug, Parser)]
#[command(name = "ledger", version, max_term_width = 100, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
#[command(defer = true)] // most of the start was making the options of all the commands that nobody asked for
enum Command {
    Init(init::Init),
    Add(Box<add::Add>),
    Measure(measure::Measure),
    Note(acts::Note),
    Done(acts::Done),
    Return(acts::Return),
    Close(acts::Close),
    Reopen(acts::Reopen),
    Extend(Box<acts::Extend>),
    Assign(acts::Assign),
    Review(acts::Review),
    Recover(acts::Recover),
    Account(acts::Account),
    Indicator(acts::Indicator),
    Suspend(acts::Suspend),
    Resume(acts::Resume),
    Transfer(acts::Transfer),
    Withdraw(acts::Withdraw),
    Amend(acts::Amend),
    Void(acts::Void),
    Edit(edit::Edit),
    Notice(notice::Notice),
    List(list::List),
    Show(show::Show),
    Overdue(overdue::Overdue),
    Summary(summary::Summary),
    Log(log::Log),
    Diff(diff::Diff),
    Limit(limit::Limit),
    Check(check::Check),
    Verify(verify::Verify),
    Seal(seal::SealCommand),
    Merge(merge::Merge),
    Convert(convert::Convert),
    Report(report::Report),
    Import(import::Import),
    Export(export::Export),
    Completions(completions::Completions),
    Man(man::Man),
    Help(topic::Help),
}

/// How a command ended that did what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to report.
    Fine,
    /// Something needs attention, and the status says so.
    Findings,
}

impl Outcome {
    /// Findings, if there are any.
    pub fn findings_if(any: bool) -> Self {
        if any { Self::Findings } else { Self::Fine }
    }

    fn status(self) -> u8 {
        match self {
            Self::Fine => failure::FINE,
            Self::Findings => failure::FINDINGS,
        }
    }
}

/// Runs the command that the words ask for, and returns the exit status.
pub fn run(words: &[OsString], out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    store::begin();
    let answered = panic::catch_unwind(AssertUnwindSafe(|| {
        answer(words, out, err).and_then(|status| out.flush().map(|()| status))
    }));
    // A fault of ours, or of a library, which the hook has told: the status still says what became of the book.
    let Ok(answered) = answered else { return failure::of_ours(words, err) };
    match answered {
        Ok(status) => status,
        // A reader who has seen enough and closed the pipe is no failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => failure::FINE,
        Err(error) => {
            // Nobody is left to be told where standard error is closed as well.
            let _ = writeln!(err, "ledger: {error}");
            failure::of_fault()
        }
    }
}

fn answer(words: &[OsString], out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    if let Some(shell) = environment::completing() {
        return completing::answer(&shell, words, out);
    }
    let cli = match understood(words) {
        Ok(cli) => cli,
        Err(error) => return help::show(error, words, out, err),
    };
    let lang = cli.options.lang.map(Lang::from);
    let mut surroundings =
        Surroundings::of(cli.options.directory.as_deref(), lang, cli.options.color);
    let nothing_to_show = surroundings.root.is_none() && cli.options.file.is_none();
    if cli.command.is_none() && nothing_to_show {
        return help::without_command(words, out, err);
    }
    let allowed = for_reading(cli.command.as_ref(), &cli.options).map_err(anyhow::Error::from);
    let today = allowed.and_then(|()| surroundings.go_to(&cli.options));
    let today = match today {
        Ok(today) => today,
        Err(error) => return failure::report(&error, &surroundings, err),
    };
    let mut context = Context {
        options: cli.options,
        surroundings,
        today,
        wording: Wording::default(),
        pages: reads(cli.command.as_ref()),
        out,
        err,
    };
    let done = match cli.command {
        Some(command) => dispatch(command, &mut context),
        None => morning::run(&mut context),
    };
    match done {
        Ok(outcome) => Ok(outcome.status()),
        Err(error) => match error.downcast::<io::Error>() {
            Ok(error) => Err(error),
            Err(error) => failure::report(&error, &context.surroundings, context.err),
        },
    }
}

/// Understands the words with only those commands made that are named among them: each command is given a copy of the options
/// of everywhere, and making those for forty commands was most of the start. Where the words are not understood so, all are
/// made, and say what is wrong.
fn understood(words: &[OsString]) -> Result<Cli, clap::Error> {
    let is_named = |command: &&clap::Command| words.iter().any(|word| word == command.get_name());
    let all = Cli::command();
    let named = all.get_subcommands().filter(is_named).cloned();
    let few = clap::Command::new("ledger").version(env!("CARGO_PKG_VERSION"));
    let few = Options::augment_args(few).disable_help_subcommand(true).subcommands(named);
    match few.try_get_matches_from(words).and_then(|matches| Cli::from_arg_matches(&matches)) {
        Err(error) if error.kind() != ErrorKind::DisplayVersion => Cli::try_parse_from(words),
        said => said,
    }
}

/// Whether a command only reads; without one, what waits is read.
fn reads(command: Option<&Command>) -> bool {
    command.is_none_or(|command| {
        matches!(
            command,
            Command::List(_)
                | Command::Show(_)
                | Command::Overdue(_)
                | Command::Summary(_)
                | Command::Log(_)
                | Command::Diff(_)
                | Command::Check(_)
                | Command::Verify(_)
                | Command::Seal(_)
                | Command::Limit(_)
                | Command::Report(_)
                | Command::Export(_)
                | Command::Completions(_)
                | Command::Man(_)
                | Command::Help(_)
        )
    })
}

/// A file named with `-f` is not written to, wherever the command runs, and the past is not written at all.
fn for_reading(command: Option<&Command>, options: &Options) -> Result<(), Stop> {
    let encoding = options.encoding.is_some() && options.file.is_none();
    match options {
        _ if encoding && !matches!(command, Some(Command::Import(_))) => {
            Err(Stop::usage(Message::Missing(vec!["--file"])))
        }
        Options { file: Some(_), .. } if !reads(command) => {
            Err(Stop::usage(Message::FileIsForReading))
        }
        Options { at: Some(_), .. } if !reads(command) => Err(past::not_here()),
        _ => Ok(()),
    }
}

fn dispatch(command: Command, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
    match command {
        Command::Init(command) => command.run(context),
        Command::Add(command) => command.run(context),
        Command::Measure(command) => command.run(context),
        Command::Note(command) => command.run(context),
        Command::Done(command) => command.run(context),
        Command::Return(command) => command.run(context),
        Command::Close(command) => command.run(context),
        Command::Reopen(command) => command.run(context),
        Command::Extend(command) => command.run(context),
        Command::Assign(command) => command.run(context),
        Command::Review(command) => command.run(context),
        Command::Recover(command) => command.run(context),
        Command::Account(command) => command.run(context),
        Command::Indicator(command) => command.run(context),
        Command::Suspend(command) => command.run(context),
        Command::Resume(command) => command.run(context),
        Command::Transfer(command) => command.run(context),
        Command::Withdraw(command) => command.run(context),
        Command::Amend(command) => command.run(context),
        Command::Void(command) => command.run(context),
        Command::Edit(command) => command.run(context),
        Command::Notice(command) => command.run(context),
        Command::List(command) => command.run(context),
        Command::Show(command) => command.run(context),
        Command::Overdue(command) => command.run(context),
        Command::Summary(command) => command.run(context),
        Command::Log(command) => command.run(context),
        Command::Diff(command) => command.run(context),
        Command::Limit(command) => command.run(context),
        Command::Check(command) => command.run(context),
        Command::Verify(command) => command.run(context),
        Command::Seal(command) => command.run(context),
        Command::Merge(command) => command.run(context),
        Command::Convert(command) => command.run(context),
        Command::Report(command) => command.run(context),
        Command::Import(command) => command.run(context),
        Command::Export(command) => command.run(context),
        Command::Completions(command) => command.run(context),
        Command::Man(command) => command.run(context),
        Command::Help(command) => command.run(context),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
