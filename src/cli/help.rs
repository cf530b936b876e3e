//! Help and wrong usage, in the language of the book or the locale.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory as _, Error};

use super::options::EVERYWHERE;
use super::surroundings::Surroundings;
use super::{Cli, failure};
use crate::domain::book::Lang;
use crate::render::words::zh::help as zh;

/// Shows help or what is wrong with the words, and returns the exit status.
pub(super) fn show(
    error: &Error,
    words: &[OsString],
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let lang = Surroundings::of_words(words).lang;
    match error.kind() {
        ErrorKind::DisplayVersion => {
            write!(out, "{error}")?;
            Ok(failure::FINE)
        }
        ErrorKind::DisplayHelp => {
            write!(out, "{}", in_lang(error, words, lang))?;
            Ok(failure::FINE)
        }
        _ => {
            match lang {
                Lang::Zh if error.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                    writeln!(err, "ledger: {}", wrong(error))?;
                    writeln!(err, "提示: {}", zh::MORE)?;
                }
                _ => write!(err, "{}", in_lang(error, words, lang))?,
            }
            Ok(failure::USAGE)
        }
    }
}

/// Parses the words again with the help of the language, since help is made while parsing.
fn in_lang(error: &Error, words: &[OsString], lang: Lang) -> String {
    match lang {
        Lang::En => error.to_string(),
        Lang::Zh => match translated(Cli::command()).try_get_matches_from(words) {
            Err(error) => zh::frame(&error.to_string()),
            Ok(_) => error.to_string(),
        },
    }
}

/// Puts the Chinese help in the place of the English.
pub(super) fn translated(mut command: Command) -> Command {
    command.build();
    let name = command.get_name().to_owned();
    translate(command, if name == "ledger" { "" } else { &name })
}

fn translate(command: Command, path: &str) -> Command {
    let names: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = names
        .iter()
        .fold(command, |command, name| command.mut_subcommand(name, |sub| translate(sub, name)));
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
        let arg = match arg.get_help_heading() {
            Some("Filters") => arg.help_heading(zh::FILTERS),
            Some(EVERYWHERE) => arg.help_heading(zh::EVERYWHERE),
            _ => arg,
        };
        help.map_or(arg.clone(), |help| arg.help(help).long_help(None))
    })
}

/// What is wrong with the words, in Chinese.
fn wrong(error: &Error) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    };
    let (argument, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let nearest =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let nearest = nearest.into_iter().map(said).find(|text| !text.is_empty());
    let text = zh::wrong(
        error.kind(),
        &argument,
        &value,
        &said(ContextKind::InvalidSubcommand),
        &said(ContextKind::ValidValue),
    );
    nearest.map_or(text.clone(), |nearest| format!("{text}；是否为 {nearest}？"))
}
