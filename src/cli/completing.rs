//! Completes what is typed in a shell: commands and options by themselves, ids, units, persons and the like from the book.
//!
//! The shell calls the program with `COMPLETE` set and the words typed so far behind `--`; which values are offered for an
//! argument is told by what its value is called in the help.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use clap::{Arg, Command, CommandFactory as _};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Shells};

use super::asking::initials;
use super::surroundings::Surroundings;
use super::{Cli, environment, failure, help, today};
use crate::domain::acts::State;
use crate::domain::book::{Book, Lang};
use crate::domain::standing::AsOf;
use crate::render::inert_line;

/// Tells the program that a shell asks, and which.
pub(super) const VARIABLE: &str = "COMPLETE";

/// What the book offers for an argument.
#[derive(Debug, Clone, Copy)]
enum Offer {
    /// Problems in these states, or in any.
    Problems(&'static [State]),
    /// Units of the roster.
    Units,
    /// Persons of the roster, and those who answer for something.
    Persons,
    /// Whoever may act: persons and units.
    Actors,
    Ledgers,
    Categories,
    Sources,
    Tags,
}

impl Offer {
    /// By what a value is called in the help, and for problems by the command.
    fn of(command: &str, value: &str) -> Option<Self> {
        Some(match value {
            "ID" | "ID|FILE" => Self::Problems(states(command)),
            "UNIT" => Self::Units,
            "PERSON" => Self::Persons,
            "WHO" | "WHOM" => Self::Actors,
            "LEDGER" => Self::Ledgers,
            "CATEGORY" => Self::Categories,
            "SOURCE" => Self::Sources,
            "TAG" => Self::Tags,
            _ => return None,
        })
    }
}

/// The states of the problems that a command works on; none for any.
fn states(command: &str) -> &'static [State] {
    match command {
        "done" | "extend" | "suspend" => &[State::Open],
        "close" | "return" => &[State::Awaiting],
        "reopen" | "review" => &[State::Closed],
        "resume" => &[State::Suspended, State::Transferred, State::Withdrawn],
        _ => &[],
    }
}

/// Finds the shell of this name.
pub(super) fn shell(name: &str) -> Option<&'static dyn EnvCompleter> {
    let name = Path::new(name).file_stem()?.to_str()?;
    Shells::builtins().0.iter().copied().find(|shell| shell.is(name))
}

/// Answers a shell that asks what could be typed, and returns the exit status.
pub(super) fn answer(asking: &str, words: &[OsString], out: &mut dyn Write) -> io::Result<u8> {
    let typed: Vec<_> = words.iter().skip_while(|word| *word != "--").skip(1).cloned().collect();
    let Some(shell) = shell(asking).filter(|_| !typed.is_empty()) else {
        return Ok(failure::USAGE);
    };
    let surroundings = Arc::new(Surroundings::of_words(&typed));
    let mut command = Cli::command();
    command.build();
    let command = offering(command, "", &surroundings);
    let mut command = match surroundings.lang {
        Lang::Zh => help::translated(command),
        Lang::En => command,
    };
    command.build();
    let folder = environment::folder();
    shell.write_complete(&mut command, typed, folder.as_deref(), out)?;
    Ok(failure::FINE)
}

/// Lets the arguments of a command, and of those below it, offer what the book has.
fn offering(command: Command, name: &str, surroundings: &Arc<Surroundings>) -> Command {
    let below: Vec<_> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    let command = below.iter().fold(command, |command, below| {
        command.mut_subcommand(below, |it| offering(it, below, surroundings))
    });
    command.mut_args(|arg| {
        let value = arg.get_value_names().and_then(<[_]>::first);
        match value.and_then(|value| Offer::of(name, value)) {
            Some(offer) => with(arg, offer, Arc::clone(surroundings)),
            None => arg,
        }
    })
}

fn with(arg: Arg, offer: Offer, surroundings: Arc<Surroundings>) -> Arg {
    arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
        let typed = typed.to_string_lossy();
        candidates(offer, &surroundings, &typed).unwrap_or_default()
    }))
}

/// What the book has that goes on with what was typed. A book that cannot be read offers nothing: `check` says why.
fn candidates(
    offer: Offer,
    surroundings: &Surroundings,
    typed: &str,
) -> Option<Vec<CompletionCandidate>> {
    let book = surroundings.origin().ok()?.read().ok()?.book;
    if let Offer::Problems(states) = offer {
        let today = today::today(&surroundings.zone().ok()?);
        return Some(problems(&book, surroundings, &AsOf::new(&book.head, today), states, typed));
    }
    let names: Vec<String> = names(offer, &book).into_iter().collect();
    let found = initials::found(typed, &names);
    Some(
        found.into_iter().map(|name| CompletionCandidate::new(inert_line(name).as_ref())).collect(),
    )
}

/// The ids of problems in one of the states, with their titles: short in the ledger that is meant where none is named.
fn problems(
    book: &Book,
    surroundings: &Surroundings,
    as_of: &AsOf<'_>,
    states: &[State],
    typed: &str,
) -> Vec<CompletionCandidate> {
    let only = (book.ledgers.len() == 1).then(|| &book.ledgers[0].name);
    let usual = surroundings.head.ledger.as_ref().or(only);
    let mut found = Vec::new();
    for standing in as_of.standings(book) {
        if !states.is_empty() && !states.contains(&standing.state) {
            continue;
        }
        let is_usual = usual == Some(&standing.ledger.name) && !typed.contains('/');
        let id = if is_usual { standing.problem.no.to_string() } else { standing.id().to_string() };
        if id.starts_with(typed) {
            let title = inert_line(&standing.problem.title).into_owned();
            found.push(CompletionCandidate::new(id).help(Some(title.into())));
        }
    }
    found
}

fn names(offer: Offer, book: &Book) -> BTreeSet<String> {
    let roster = &book.head.roster;
    let problems = || book.ledgers.iter().flat_map(|ledger| &ledger.problems);
    match offer {
        Offer::Units => roster.units.keys().cloned().collect(),
        Offer::Persons => {
            let answer = problems().filter(|problem| !problem.masked).flat_map(|problem| {
                problem.responsible.person.iter().chain(&problem.responsible.leader)
            });
            roster.persons.keys().chain(answer).cloned().collect()
        }
        Offer::Actors => roster.persons.keys().chain(roster.units.keys()).cloned().collect(),
        Offer::Ledgers => book.ledgers.iter().map(|ledger| ledger.name.clone()).collect(),
        Offer::Categories => problems().filter_map(|problem| problem.category.clone()).collect(),
        Offer::Sources => {
            let heads = book.ledgers.iter().filter_map(|ledger| ledger.head.source.clone());
            problems().filter_map(|problem| problem.source.clone()).chain(heads).collect()
        }
        Offer::Tags => problems().flat_map(|problem| problem.tags.iter().cloned()).collect(),
        Offer::Problems(_) => BTreeSet::new(),
    }
}
