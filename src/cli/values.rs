//! What is typed as the value of an option, turned into meaning once, at the border.

use std::error::Error;
use std::fmt;

use crate::domain::amendment::{Amendment, BadAmendment, Expected, Field};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::evidence::Evidence;
use crate::domain::figure::Figure;
use crate::domain::id::Selection;
use crate::domain::indicator::Indicator;
use crate::domain::key::Key;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::domain::term::Asked;
use crate::formats::text;
use crate::intake::sheet::AmountUnit;
use crate::render::words::{self, Typed};

/// What was typed is no such value.
#[derive(Debug)]
pub struct Mistyped(pub Typed);

impl fmt::Display for Mistyped {
    /// In English, as the parser speaks; `help` has the Chinese.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(words::typed(Lang::En, self.0))
    }
}

impl Error for Mistyped {}

/// Reads a text: trimmed, not empty, with line feeds for line ends, and nothing that a file of the book may not hold.
pub fn text(typed: &str) -> Result<String, Mistyped> {
    let typed = typed.replace("\r\n", "\n").trim().to_owned();
    if typed.is_empty() {
        return Err(Mistyped(Typed::Nothing));
    }
    match text::decode("", typed.as_bytes()) {
        Ok(_) => Ok(typed),
        Err(_) => Err(Mistyped(Typed::Refused)),
    }
}

/// Reads a name: a text of one line without `|`, which separates names in a table.
pub fn name(typed: &str) -> Result<String, Mistyped> {
    let name = text(typed)?;
    if name.contains(['|', '\n', '\t']) { Err(Mistyped(Typed::Name)) } else { Ok(name) }
}

/// Reads the sign between columns: one of ASCII that is no letter, digit or quote, or `tab`.
pub fn delimiter(typed: &str) -> Result<u8, Mistyped> {
    match typed.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [sign @ (b' ' | b'\t')] => Ok(*sign),
        [sign] if sign.is_ascii_punctuation() && *sign != b'"' => Ok(*sign),
        _ => Err(Mistyped(Typed::Delimiter)),
    }
}

/// Reads an amount of money.
pub fn money(typed: &str) -> Result<Money, Mistyped> {
    Money::read(typed).ok_or(Mistyped(Typed::Money))
}

/// Reads the unit of amounts.
pub fn amount_unit(typed: &str) -> Result<AmountUnit, Mistyped> {
    AmountUnit::named(typed).ok_or(Mistyped(Typed::AmountUnit))
}

/// Reads the key of an entry.
pub fn key(typed: &str) -> Result<Key, Mistyped> {
    typed.parse().map_err(|_| Mistyped(Typed::Key))
}

/// Reads a measured figure.
pub fn figure(typed: &str) -> Result<Figure, Mistyped> {
    Figure::read(typed).ok_or(Mistyped(Typed::Figure))
}

/// Reads a number of persons or times, from 1.
pub fn number(typed: &str) -> Result<u32, Mistyped> {
    typed.parse().ok().filter(|number| *number > 0).ok_or(Mistyped(Typed::Number))
}

/// Reads which of the four forms (四种形态) it is.
pub fn form(typed: &str) -> Result<u8, Mistyped> {
    typed.parse().ok().filter(|form| (1..=4).contains(form)).ok_or(Mistyped(Typed::Form))
}

/// Reads an indicator with its target: `访视率>=90 %`.
pub fn indicator(typed: &str) -> Result<Indicator, Mistyped> {
    Indicator::read(&name(typed)?).ok_or(Mistyped(Typed::Indicator))
}

/// A field with its right value, as `amend --set` takes it.
#[derive(Debug, Clone)]
pub struct Set {
    /// The measure whose field it is, else the problem's.
    pub measure: Option<u32>,
    /// The field and its right value.
    pub change: Amendment,
}

/// Reads `due=2022-10-31`, `2.due=2022-10-31`.
pub fn set(typed: &str) -> Result<Set, Mistyped> {
    let (field, value) = typed.split_once('=').ok_or(Mistyped(Typed::Set))?;
    let value = text(value)?;
    let (measure, change) = Amendment::read(field.trim(), &value).map_err(|bad| {
        Mistyped(match bad {
            BadAmendment::Field => Typed::Field,
            BadAmendment::Place => Typed::FieldPlace,
            BadAmendment::Value(Expected::Text) => Typed::Nothing,
            BadAmendment::Value(Expected::Day) => Typed::Day,
            BadAmendment::Value(Expected::Money) => Typed::Money,
            BadAmendment::Value(Expected::Flag) => Typed::Flag,
        })
    })?;
    // What `add` takes on one line stays on one line.
    let in_lines = matches!(change.field, Field::Detail | Field::Cause | Field::Goal | Field::Text);
    if !in_lines {
        name(&value)?;
    }
    Ok(Set { measure, change })
}

/// Reads the path of a file of evidence.
pub fn evidence(typed: &str) -> Result<String, Mistyped> {
    let plain = typed.replace('\\', "/");
    // The path may still lead anywhere; whether it lies in the book is looked at when it is opened.
    let end = plain.rsplit('/').next().unwrap_or_default();
    end.parse::<Evidence>().map(|_| typed.to_owned()).map_err(|_| Mistyped(Typed::Evidence))
}

/// Reads a day that is typed as `2022-10-08`, from 1990 to 2099.
pub fn day(typed: &str) -> Result<Day, Mistyped> {
    Day::from_iso(typed).filter(|day| day.is_plausible()).ok_or(Mistyped(Typed::Day))
}

/// Reads a period.
pub fn period(typed: &str) -> Result<Period, Mistyped> {
    typed.parse().map_err(|_| Mistyped(Typed::Period))
}

/// Reads the period of a bulletin.
pub fn term(typed: &str) -> Result<Asked, Mistyped> {
    typed.parse().map_err(|_| Mistyped(Typed::Term))
}

/// Reads ids.
pub fn selection(typed: &str) -> Result<Selection, Mistyped> {
    typed.parse().map_err(|_| Mistyped(Typed::Id))
}
