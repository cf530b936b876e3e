//! Raw values understood, one at a time. Each function is told the key that it reads for, so that it can complain.
#![expect(clippy::needless_pass_by_value, reason = "one shape for all, and texts are moved")]

use std::borrow::Cow;
use std::ops::Range;

use super::{Field, Raw, words};
use crate::complaint::{Expected, Fault};
use crate::domain::day::Day;
use crate::domain::entry::Outcome;
use crate::domain::evidence::Evidence;
use crate::domain::figure::Figure;
use crate::domain::indicator::Better;
use crate::domain::key::Key;
use crate::domain::money::Money;
use crate::formats::text::first_refused;

/// Returns the items of a list with their bytes. A single value is a list of one; a cell is split at `|`.
pub(super) fn items<'r>(span: Range<usize>, raw: Raw<'r>) -> Vec<(Range<usize>, Raw<'r>)> {
    match raw {
        Raw::List(items) => items,
        Raw::Cell(Cow::Borrowed(text)) => {
            let item = |part: &'r str| (span.clone(), Raw::Cell(part.trim().into()));
            text.split('|').map(item).collect()
        }
        Raw::Cell(Cow::Owned(text)) => {
            let item = |part: &str| (span.clone(), Raw::Cell(part.trim().to_owned().into()));
            text.split('|').map(item).collect()
        }
        single => vec![(span, single)],
    }
}

/// Returns the fields of a table below a key.
pub(super) fn table<'r>(key: &str, raw: Raw<'r>) -> Result<Vec<Field<'r>>, Fault> {
    if let Raw::Table(fields) = raw { Ok(fields) } else { Err(wrong(key, Expected::Table)) }
}

/// Reads text. Line ends become `\n`; blanks and line ends at its end do not count.
pub(super) fn text(key: &str, raw: Raw<'_>) -> Result<String, Fault> {
    let (Raw::Text(text) | Raw::Cell(text)) = raw else {
        return Err(wrong(key, Expected::Text));
    };
    let text = if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text };
    // A backslash in TOML can write what may not stand there as it is.
    if let Some(refused) = first_refused(&text) {
        return Err(Fault::Control(refused));
    }
    match text.trim_end() {
        "" => Err(Fault::EmptyText { key: key.to_owned() }),
        trimmed if trimmed.len() == text.len() => Ok(text.into_owned()),
        trimmed => Ok(trimmed.to_owned()),
    }
}

/// Reads a name of a list.
pub(super) fn name(key: &str, raw: Raw<'_>) -> Result<String, Fault> {
    let name = text(key, raw).map_err(|fault| match fault {
        Fault::WrongKind { key, .. } => Fault::WrongKind { key, expected: Expected::Names },
        other => other,
    })?;
    // Blanks around a `|` do not count in a table, so they can count in neither format.
    let name = name.trim_start();
    if name.contains('|') {
        return Err(Fault::BarInName { key: key.to_owned() });
    }
    Ok(name.to_owned())
}

/// Reads what an amendment gives as the right or the wrong value: text, or a value as it stands in the field.
pub(super) fn scalar(key: &str, raw: Raw<'_>) -> Result<String, Fault> {
    match raw {
        Raw::Day(_) | Raw::Integer(Some(_)) | Raw::Flag(_) => Ok(raw.to_cell().into_owned()),
        other => text(key, other),
    }
}

/// Reads a day that a book may name.
pub(super) fn day(key: &str, raw: Raw<'_>) -> Result<Day, Fault> {
    let day = match raw {
        Raw::Day(day) => Some(day),
        Raw::Text(text) => Day::from_iso(text.trim()),
        Raw::Cell(text) => Day::from_cell(text.trim()),
        _ => None,
    };
    let day = day.ok_or_else(|| wrong(key, Expected::Day))?;
    if day.is_plausible() { Ok(day) } else { Err(Fault::DayOutOfRange) }
}

/// Reads a day of a list.
pub(super) fn day_of_list(key: &str, raw: Raw<'_>) -> Result<Day, Fault> {
    day(key, raw).map_err(|fault| match fault {
        Fault::WrongKind { key, .. } => Fault::WrongKind { key, expected: Expected::Days },
        other => other,
    })
}

/// Reads yes or no.
pub(super) fn flag(key: &str, raw: Raw<'_>) -> Result<bool, Fault> {
    let flag = match &raw {
        Raw::Flag(flag) => Some(*flag),
        Raw::Cell(text) => flag_word(text.trim()),
        _ => None,
    };
    flag.ok_or_else(|| wrong(key, Expected::Flag))
}

/// Reads yes or no as a cell has it.
pub(super) fn flag_word(word: &str) -> Option<bool> {
    match word {
        "true" | "是" => Some(true),
        "false" | "否" => Some(false),
        _ => None,
    }
}

/// Reads an amount; a bare number is yuan.
pub(super) fn money(key: &str, raw: Raw<'_>) -> Result<Money, Fault> {
    let money = match raw {
        Raw::Float(_) => return Err(Fault::FloatMoney),
        Raw::Integer(Some(yuan)) => yuan.checked_mul(100).and_then(Money::from_fen),
        Raw::Text(text) | Raw::Cell(text) => Money::read(&text),
        _ => None,
    };
    money.ok_or_else(|| wrong(key, Expected::Money))
}

/// Reads a figure.
pub(super) fn figure(key: &str, raw: Raw<'_>) -> Result<Figure, Fault> {
    let figure = match raw {
        Raw::Integer(Some(_)) | Raw::Float(_) | Raw::Text(_) | Raw::Cell(_) => {
            Figure::read(raw.to_cell().trim())
        }
        _ => None,
    };
    figure.ok_or_else(|| wrong(key, Expected::Figure))
}

/// Reads a whole number from 1.
pub(super) fn number(key: &str, raw: Raw<'_>) -> Result<u32, Fault> {
    whole(&raw).filter(|number| *number > 0).ok_or_else(|| wrong(key, Expected::Number))
}

/// Reads a number of days after a day, or before it where it is below zero: a year either way.
pub(super) fn days_off(key: &str, raw: Raw<'_>) -> Result<i64, Fault> {
    let days = match raw {
        Raw::Integer(days) => days,
        _ => None,
    };
    days.filter(|days| days.abs() <= 366).ok_or_else(|| wrong(key, Expected::DaysOff))
}

/// Reads a whole number of a list, from 1.
pub(super) fn number_of_list(key: &str, raw: Raw<'_>) -> Result<u32, Fault> {
    number(key, raw).map_err(|_| wrong(key, Expected::Numbers))
}

/// Reads a whole number from 0.
pub(super) fn count(key: &str, raw: Raw<'_>) -> Result<u32, Fault> {
    whole(&raw).ok_or_else(|| wrong(key, Expected::Count))
}

/// Reads a whole number of a list, from 0.
pub(super) fn count_of_list(key: &str, raw: Raw<'_>) -> Result<u32, Fault> {
    count(key, raw).map_err(|_| wrong(key, Expected::Numbers))
}

/// Reads one of the four forms (四种形态).
pub(super) fn form(key: &str, raw: Raw<'_>) -> Result<u8, Fault> {
    let form = whole(&raw).and_then(|number| u8::try_from(number).ok());
    form.filter(|form| (1..=4).contains(form)).ok_or_else(|| wrong(key, Expected::Form))
}

fn whole(raw: &Raw<'_>) -> Option<u32> {
    match raw {
        Raw::Integer(number) => number.and_then(|number| u32::try_from(number).ok()),
        Raw::Cell(text) => {
            let digits = text.trim();
            let bare = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            bare.then(|| digits.parse().ok()).flatten()
        }
        _ => None,
    }
}

/// Reads the key of an entry.
pub(super) fn key(key: &str, raw: Raw<'_>) -> Result<Key, Fault> {
    let (Raw::Text(text) | Raw::Cell(text)) = raw else {
        return Err(wrong(key, Expected::Key));
    };
    text.trim_end().parse().map_err(|_| wrong(key, Expected::Key))
}

/// Reads a piece of evidence.
pub(super) fn evidence(key: &str, raw: Raw<'_>) -> Result<Evidence, Fault> {
    text(key, raw)?.trim_start().parse().map_err(Fault::Evidence)
}

/// Reads one of the words that a key takes.
pub(super) fn word<T: Copy>(
    key: &str,
    raw: Raw<'_>,
    allowed: &'static [(&'static str, T)],
) -> Result<T, Fault> {
    let word = text(key, raw)?;
    words::value(allowed, &word).ok_or_else(|| Fault::WrongWord {
        key: key.to_owned(),
        word,
        allowed: allowed.iter().map(|(word, _)| *word).collect(),
    })
}

/// Reads `better`.
pub(super) fn better(key: &str, raw: Raw<'_>) -> Result<Better, Fault> {
    word(key, raw, words::BETTER)
}

/// Reads `outcome`.
pub(super) fn outcome(key: &str, raw: Raw<'_>) -> Result<Outcome, Fault> {
    word(key, raw, words::OUTCOME)
}

fn wrong(key: &str, expected: Expected) -> Fault {
    Fault::WrongKind { key: key.to_owned(), expected }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Raw, count, day, evidence, figure, flag, items, money, name, number, text};

    fn cell(text: &str) -> Raw<'_> {
        Raw::Cell(text.into())
    }

    fn quoted(text: &str) -> Raw<'_> {
        Raw::Text(text.into())
    }

    #[test]
    fn the_end_of_a_text_does_not_count_and_its_beginning_does() {
        assert_eq!(text("text", quoted("  一\r\n 二 \u{3000}\n\n")).unwrap(), "  一\n 二");
        assert_eq!(text("text", quoted(" \n")), Err(Fault::EmptyText { key: "text".into() }));
        assert_eq!(text("text", quoted("a\u{202e}b")), Err(Fault::Control('\u{202e}')));
        assert!(text("text", Raw::Integer(Some(7))).is_err());
    }

    #[test]
    fn a_cell_is_a_list_of_names() {
        let names: Vec<_> = items(0..9, cell("甲 | 乙|丙"))
            .into_iter()
            .map(|(_, raw)| name("lead", raw).unwrap())
            .collect();
        assert_eq!(names, ["甲", "乙", "丙"]);
        assert_eq!(name("lead", quoted("甲|乙")), Err(Fault::BarInName { key: "lead".into() }));
    }

    #[test]
    fn money_is_never_a_float() {
        assert_eq!(money("amount", Raw::Float("0.1".into())), Err(Fault::FloatMoney));
        assert_eq!(money("amount", Raw::Integer(Some(157_000))).unwrap().to_string(), "15.7万元");
        assert_eq!(money("amount", cell("15.7万元")), money("amount", Raw::Integer(Some(157_000))));
        assert!(money("amount", Raw::Integer(Some(-1))).is_err());
        assert!(money("amount", Raw::Integer(None)).is_err());
    }

    #[test]
    fn days_are_read_as_each_format_writes_them() {
        assert_eq!(day("due", quoted("2022-10-08")), day("due", cell("2022/10/8")));
        assert!(day("due", quoted("2022/10/08")).is_err());
        assert_eq!(day("due", quoted("1989-12-31")), Err(Fault::DayOutOfRange));
    }

    #[test]
    fn cells_hold_what_their_key_takes() {
        assert_eq!(flag("masked", cell("是")), Ok(true));
        assert!(flag("masked", quoted("true")).is_err());
        assert_eq!(number("no", cell("12")), Ok(12));
        assert!(number("no", cell("0")).is_err());
        assert!(number("no", quoted("1")).is_err());
        assert_eq!(count("persons", cell("0")), Ok(0));
        assert_eq!(figure("target", cell("85.10")), figure("target", Raw::Float("85.1".into())));
        assert!(figure("target", Raw::Float("1e3".into())).is_err());
        assert!(evidence("evidence", cell("../x")).is_err());
    }
}
