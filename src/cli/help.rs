//! Help and wrong usage, in the language of the book or the locale.

use std::error::Error as _;
use std::ffi::OsString;
use std::io::{self, Write};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory as _, Error};

use super::surroundings::Surroundings;
use super::values::Mistyped;
use super::{Cli, environment, failure};
use crate::domain::book::Lang;
use crate::domain::nearest::nearest;
use crate::render::inert;
use crate::render::words::topic::Topic;
use crate::render::words::zh::help as zh;
use crate::render::words::zh::usage::{MORE, usage};
use crate::render::words::{self, Label, Message, Usage};

/// Shows help or what is wrong with the words, and returns the exit status.
pub(super) fn show(
    error: Error,
    typed: &[OsString],
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    if error.kind() == ErrorKind::DisplayVersion {
        write!(out, "{error}")?;
        return Ok(failure::FINE);
    }
    let lang = Surroundings::of_words(typed).lang;
    let error = &again(typed, lang).unwrap_or(error);
    if error.kind() == ErrorKind::DisplayHelp {
        write!(out, "{}", trimmed(&in_lang(error, lang)))?;
        return Ok(failure::FINE);
    }
    match lang {
        Lang::Zh => {
            writeln!(err, "ledger: {}", inert(&usage(&wrong(error), &meant(error))))?;
            writeln!(err, "{}: {MORE}", words::label(lang, Label::Help))?;
        }
        Lang::En => write!(err, "{}", inert(&error.to_string()))?,
    }
    Ok(failure::USAGE)
}

/// The parser puts blanks on empty lines.
fn trimmed(text: &str) -> String {
    text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

fn in_lang(error: &Error, lang: Lang) -> String {
    match lang {
        Lang::En => error.to_string(),
        Lang::Zh => zh::frame(&error.to_string()),
    }
}

/// Parses the words again with all commands made and with the help of the language, since help is made while parsing: what
/// the first attempt says of the commands that it did not need is not whole. Where the words are understood, there is no
/// book to which they could mean anything without a command.
fn again(typed: &[OsString], lang: Lang) -> Option<Error> {
    let parsed = |command| in_language(command, lang).try_get_matches_from(typed).err();
    parsed(Cli::command()).or_else(|| parsed(wanting_command()))
}

/// The command line where there is no book: a command has to be named.
fn wanting_command() -> Command {
    Cli::command().subcommand_required(true).arg_required_else_help(true)
}

/// Shows the help where no command is named and there is no book that could be shown, and returns the exit status.
pub(super) fn without_command(
    typed: &[OsString],
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    match wanting_command().try_get_matches_from(typed) {
        Ok(_) => Ok(failure::USAGE),
        Err(error) => show(error, typed, out, err),
    }
}

/// Puts the Chinese help in the place of the English.
pub(super) fn translated(mut command: Command) -> Command {
    command.build();
    let name = command.get_name().to_owned();
    translate(command, if name == "ledger" { "" } else { &name })
}

/// The command line with all commands made, in a language.
pub(super) fn command_line(lang: Lang) -> Command {
    in_language(Cli::command(), lang)
}

fn in_language(mut command: Command, lang: Lang) -> Command {
    match lang {
        Lang::Zh => translated(command),
        Lang::En => {
            command.build();
            command
        }
    }
}

/// The long help of a command; nothing where there is no such command.
pub(super) fn of_command(name: &str, lang: Lang) -> Option<String> {
    let line = command_line(lang);
    line.find_subcommand(name)?;
    let program = environment::program().name;
    let error = line.try_get_matches_from([program.as_str(), name, "--help"]).err()?;
    Some(trimmed(&in_lang(&error, lang)))
}

/// Says that the help has no such word, and which is the nearest.
pub(super) fn no_topic(word: &str) -> Message {
    let line = Cli::command();
    let mut known: Vec<_> = Topic::ALL.into_iter().map(Topic::name).collect();
    known.extend(line.get_subcommands().map(Command::get_name));
    let nearest = nearest(word, known.iter().copied()).map(str::to_owned);
    Message::NoTopic { word: word.to_owned(), nearest }
}

/// What a command is called where its help stands; one that issues and one that prints have the same name.
fn called(above: &str, name: &str) -> String {
    if (above, name) == ("report", "notice") { format!("{above} {name}") } else { name.to_owned() }
}

fn translate(command: Command, path: &str) -> Command {
    let names: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| translate(sub, &called(path, name)))
    });
    let command = match zh::command(path) {
        Some((short, long)) => {
            let command = command.about(short);
            if long.is_empty() { command } else { command.long_about(format!("{short}\n\n{long}")) }
        }
        None => command,
    };
    command.mut_args(|arg| {
        let values = arg.get_possible_values();
        let help = zh::argument(path, arg.get_id().as_str());
        let arg = if values.is_empty() || !arg.get_action().takes_values() {
            arg
        } else {
            let translated = values.into_iter().map(|value| {
                let help = zh::value(value.get_name());
                help.map_or(value.clone(), |help| value.help(help))
            });
            arg.value_parser(clap::builder::PossibleValuesParser::new(translated))
        };
        let heading = arg.get_help_heading().and_then(zh::heading);
        let arg = heading.map_or(arg.clone(), |heading| arg.help_heading(heading));
        let names = arg.get_value_names().unwrap_or_default();
        let name = names.first().and_then(|name| zh::value_name(path, name));
        let arg = match name {
            Some(name) if arg.get_action().takes_values() => arg.value_name(name),
            _ => arg,
        };
        help.map_or(arg.clone(), |help| arg.help(help).long_help(None))
    })
}

/// What is wrong with the words, as facts.
fn wrong(error: &Error) -> Usage {
    let texts = |kind| texts(error, kind);
    let text = |kind| texts(kind).concat();
    let (argument, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let allowed = texts(ContextKind::ValidValue);
    match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Usage::NoCommand
        }
        ErrorKind::InvalidSubcommand => Usage::UnknownCommand(text(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument if argument.starts_with('-') => Usage::UnknownOption(argument),
        ErrorKind::UnknownArgument => Usage::Surplus(argument),
        ErrorKind::MissingRequiredArgument => Usage::Missing(texts(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue if value.is_empty() => Usage::NoValue(argument),
        ErrorKind::InvalidValue => Usage::WrongWord { argument, word: value, allowed },
        ErrorKind::ValueValidation => {
            let why = error.source().and_then(|source| source.downcast_ref());
            Usage::WrongValue { argument, value, why: why.map(|Mistyped(why)| *why) }
        }
        ErrorKind::ArgumentConflict => Usage::Conflict(argument),
        _ => Usage::Other,
    }
}

/// What was probably meant.
fn meant(error: &Error) -> Vec<String> {
    let kinds =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    kinds
        .into_iter()
        .map(|kind| texts(error, kind))
        .find(|texts| !texts.is_empty())
        .unwrap_or_default()
}

fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory as _};

    use super::{Cli, zh};

    /// What of a command and of those below it has no Chinese.
    fn without_chinese(command: &Command, path: &str, lacking: &mut Vec<String>) {
        if zh::command(path).is_none() {
            lacking.push(path.to_owned());
        }
        for argument in command.get_arguments() {
            let id = argument.get_id().as_str();
            let mut note = |what: &str| lacking.push(format!("{path} {id} {what}"));
            if zh::argument(path, id).is_none() {
                note("");
            }
            if argument.get_help_heading().is_some_and(|name| zh::heading(name).is_none()) {
                note("heading");
            }
            if !argument.get_action().takes_values() {
                continue;
            }
            for name in argument.get_value_names().unwrap_or_default() {
                if zh::value_name(path, name).is_none() {
                    note(name);
                }
            }
            for value in argument.get_possible_values() {
                if zh::value(value.get_name()).is_none() {
                    note(value.get_name());
                }
            }
        }
        for below in command.get_subcommands() {
            without_chinese(below, &super::called(path, below.get_name()), lacking);
        }
    }

    #[test]
    fn everything_in_the_help_has_chinese() {
        let mut command = Cli::command();
        command.build();
        let mut lacking = Vec::new();
        without_chinese(&command, "", &mut lacking);
        assert_eq!(lacking, Vec::<String>::new());
    }
}
