//! The values of plain cells. Nothing where the usual way is to read one.

use crate::domain::day::Day;
use crate::domain::entry::Outcome;
use crate::domain::evidence::Evidence;
use crate::domain::problem::Kind;
use crate::formats::record::words;
use crate::formats::table::columns;

/// Copies a text, where it is wanted.
pub(super) fn text_if(keep: bool, text: &str) -> Option<String> {
    keep.then(|| text.trim_end().to_owned())
}

/// Reads names; none where nobody wants them.
pub(super) fn names(text: &str, keep: bool) -> Option<Vec<String>> {
    if !text.bytes().any(|byte| byte == b'|') {
        return Some(text_if(keep, text).into_iter().collect());
    }
    let name = |name: &str| Some(name.trim()).filter(|name| !name.is_empty()).map(str::to_owned);
    let names: Vec<_> = text.split('|').map(name).collect::<Option<_>>()?;
    Some(if keep { names } else { Vec::new() })
}

pub(super) fn numbers(text: &str) -> Option<Vec<u32>> {
    text.split('|').map(|one| number(one.trim())).collect()
}

/// Reads a whole number from 1.
pub(super) fn number(text: &str) -> Option<u32> {
    let ends_plainly = text.as_bytes().last().is_some_and(u8::is_ascii_digit);
    let text = if ends_plainly { text } else { text.trim_end() };
    let append = |number: u32, byte: u8| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    };
    text.bytes().try_fold(0, append).filter(|number| *number > 0)
}

/// Reads a day, most quickly as we write it.
pub(super) fn day(text: &str) -> Option<Day> {
    let day = Day::from_iso(text).or_else(|| Day::from_cell(text.trim_end()))?;
    day.is_plausible().then_some(day)
}

/// Reads a word of a column in either language.
fn word<T>(column: &str, text: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let text = text.trim_end();
    match columns::to_english(column, text) {
        Some(word) => read(&word),
        None => read(text),
    }
}

pub(super) fn flag(text: &str) -> Option<bool> {
    word("sustained", text, |word| match word {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    })
}

/// Reads a kind; a duty is read in the usual way.
pub(super) fn kind(text: &str) -> Option<Kind> {
    let kind = word("kind", text, |word| words::value(words::KIND, word))?;
    (kind != Kind::Duty).then_some(kind)
}

pub(super) fn outcome(text: &str) -> Option<Outcome> {
    word("outcome", text, |word| words::value(words::OUTCOME, word))
}

pub(super) fn evidence(text: &str) -> Option<()> {
    text.split('|').all(|one| one.trim().parse::<Evidence>().is_ok()).then_some(())
}
