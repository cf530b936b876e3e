//! Filters of templates: what the contract says in English, ISO days and yuan, as an office writes it.

use minijinja::{Environment, Error, Value};

use super::engine::{plain, said};
use crate::complaint::BadTemplate;
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::money::Money;
use crate::domain::problem::Kind;
use crate::render::document::Cell;
use crate::render::json::word_of_state;
use crate::render::value::readable;
use crate::render::words::{self, paper};

/// Their names.
pub(super) const FILTERS: [&str; 7] =
    ["day", "weekday", "money", "share", "numeral", "days", "word"];

/// Adds them.
pub(super) fn add(engine: &mut Environment<'static>, lang: Lang) {
    engine.add_filter("day", move |value: Value| day(&value, "day", |day| paper::day(lang, day)));
    engine.add_filter("weekday", move |value: Value| {
        day(&value, "weekday", |day| words::weekday(lang, day.weekday()).to_owned())
    });
    engine.add_filter("money", move |value: Value| money(&value, lang));
    engine.add_filter("share", move |value: Value, whole: Value| share(&value, &whole, lang));
    engine.add_filter("numeral", move |value: Value| {
        let number = value.as_usize().ok_or_else(|| bad("numeral", &value))?;
        Ok::<_, Error>(paper::numeral(lang, number))
    });
    engine.add_filter("days", move |value: Value| {
        let number = value.as_i64().ok_or_else(|| bad("days", &value))?;
        Ok::<_, Error>(words::days(lang, number))
    });
    engine.add_filter("word", move |value: Value| word(&value, lang));
}

fn bad(filter: &'static str, value: &Value) -> Error {
    said(BadTemplate::Value { filter, value: value.to_string() })
}

fn day(
    value: &Value,
    filter: &'static str,
    write: impl Fn(Day) -> String,
) -> Result<String, Error> {
    if value.is_none() {
        return Ok(String::new());
    }
    value.as_str().and_then(Day::from_iso).map(write).ok_or_else(|| bad(filter, value))
}

fn money(value: &Value, lang: Lang) -> Result<String, Error> {
    if value.is_none() {
        return Ok(String::new());
    }
    let money = value.as_str().and_then(Money::read);
    money.map(|money| readable(&money.into(), lang)).ok_or_else(|| bad("money", value))
}

/// A part of a whole, each a number or a list of what is counted, in per cent.
fn share(value: &Value, whole: &Value, lang: Lang) -> Result<String, Error> {
    let number = |value: &Value| {
        let counted = || i64::try_from(value.len()?).ok();
        value.as_i64().or_else(counted).ok_or_else(|| bad("share", value))
    };
    let (numerator, denominator) = (number(value)?, number(whole)?);
    Ok(readable(&Cell::Share { numerator, denominator }, lang))
}

/// A word of the contract in the words of the language: a state, an act, a kind; a truth as yes or no.
fn word(value: &Value, lang: Lang) -> Result<String, Error> {
    let Some(text) = value.as_str() else { return plain(lang, value) };
    let state = State::ALL.into_iter().find(|state| word_of_state(*state) == text);
    let act = || ActKind::NAMES.iter().find(|(name, _)| *name == text).map(|(_, act)| *act);
    let kind =
        || [Kind::Problem, Kind::Task, Kind::Duty].into_iter().find(|kind| kind.name() == text);
    let known = state
        .map(|state| words::state(lang, state))
        .or_else(|| kind().map(|kind| words::kind(lang, kind)))
        .or_else(|| act().map(|act| words::act(lang, act)));
    known.map(str::to_owned).ok_or_else(|| bad("word", value))
}
