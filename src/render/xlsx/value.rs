//! What stands in a cell of a workbook: a text, a number or a day, never a formula.

use std::borrow::Cow;

use super::date;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::render::document::{Cell, Hue};
use crate::render::{inert, value, words};

/// Characters that a cell holds at most, in units of UTF-16.
pub(super) const MOST: usize = 32_767;
/// Whole numbers up to this are exact as a spreadsheet holds them, with fifteen digits.
const EXACT: i64 = 999_999_999_999_999;

/// What is written into a cell.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// Nothing.
    Empty,
    /// What stands in the cell above goes on.
    Above,
    /// A text.
    Text(String),
    /// A number of this shape.
    Number(f64, Shape),
    /// A day that a spreadsheet knows; marked where it is provisional.
    Day(Day, bool),
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// As it is.
    Plain,
    /// In yuan, with two decimals.
    Money,
    /// In per cent, with one decimal.
    Share,
}

/// A value, how it is shown, and its colour.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) value: Value,
    /// What a reader sees, by which the width is told.
    pub(super) shown: String,
    pub(super) hue: Option<Hue>,
    /// Whether the cell could not hold all of it.
    pub(super) cut: bool,
}

/// Turns a cell into what is written.
pub(super) fn entry(cell: &Cell, lang: Lang) -> Entry {
    let value = match cell {
        Cell::Empty => return plain(Value::Empty, String::new()),
        Cell::Above => return plain(Value::Above, String::new()),
        Cell::Number(number) => whole(*number),
        Cell::Figure(figure) => number(&figure.to_string(), Shape::Plain),
        Cell::Money(_) | Cell::Less(_) => number(&value::raw(cell), Shape::Money),
        // What is seen is what is there: 999 of 1000 is 99.9% to whoever looks and to whoever counts on.
        Cell::Share { .. } => value::readable(cell, lang)
            .strip_suffix('%')
            .and_then(|percent| percent.replace('.', "").parse::<f64>().ok())
            .map(|tenths| Value::Number(tenths / 1000.0, Shape::Share)),
        Cell::Day(day) => date(*day).map(|_| Value::Day(*day, false)),
        Cell::Provisional(day) => date(*day).map(|_| Value::Day(*day, true)),
        Cell::Lit(text, hue) => {
            let value = text.parse().ok().and_then(whole);
            let entry = value.map(|value| plain(value, text.clone()));
            return Entry { hue: Some(*hue), ..entry.unwrap_or_else(|| texts(text, lang)) };
        }
        Cell::Text(_) | Cell::List(_) | Cell::Flag(_) => None,
    };
    match value {
        Some(Value::Number(number, Shape::Money)) => {
            // With the signs between thousands.
            plain(Value::Number(number, Shape::Money), format!("{}    ", value::raw(cell)))
        }
        Some(value) => plain(value, value::readable(cell, lang)),
        None => texts(&value::readable(cell, lang), lang),
    }
}

fn plain(value: Value, shown: String) -> Entry {
    Entry { value, shown, hue: None, cut: false }
}

/// A text, harmless, with a word at its end where the cell cannot hold all of it.
fn texts(text: &str, lang: Lang) -> Entry {
    let (text, cut) = held(inert(text), lang);
    let value = if text.is_empty() { Value::Empty } else { Value::Text(text.clone()) };
    Entry { value, shown: text, hue: None, cut }
}

fn held(text: Cow<'_, str>, lang: Lang) -> (String, bool) {
    if text.len() <= MOST || text.encode_utf16().count() <= MOST {
        return (text.into_owned(), false);
    }
    let ending = words::workbook::cut(lang, MOST);
    let mut room = MOST - ending.encode_utf16().count();
    let mut held = String::with_capacity(text.len().min(4 * MOST));
    for c in text.chars() {
        let Some(left) = room.checked_sub(c.len_utf16()) else { break };
        room = left;
        held.push(c);
    }
    (held + &ending, true)
}

/// A whole number; nothing where a spreadsheet would round it.
fn whole(number: i64) -> Option<Value> {
    let exact = (-EXACT..=EXACT).contains(&number);
    exact
        .then(|| number.to_string().parse().ok())
        .flatten()
        .map(|it| Value::Number(it, Shape::Plain))
}

/// A decimal number; nothing where it has more digits than a spreadsheet holds.
fn number(text: &str, shape: Shape) -> Option<Value> {
    let digits =
        text.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    let number = text.parse().ok().filter(|_| digits <= 15)?;
    Some(Value::Number(number, shape))
}

#[cfg(test)]
mod tests {
    use super::{MOST, Value, entry};
    use crate::domain::book::Lang;
    use crate::domain::day::Day;
    use crate::domain::figure::Figure;
    use crate::domain::money::Money;
    use crate::render::document::{Cell, Hue};

    fn written(cell: &Cell) -> String {
        match entry(cell, Lang::Zh).value {
            Value::Empty => String::new(),
            Value::Above => "above".into(),
            Value::Text(text) => format!("text {text}"),
            Value::Number(number, shape) => format!("{number} {shape:?}"),
            Value::Day(day, provisional) => format!("day {day} {provisional}"),
        }
    }

    #[test]
    fn each_kind_keeps_its_kind() {
        let day = |year| Day::new(year, 10, 8).unwrap();
        for (cell, expected) in [
            (Cell::Empty, ""),
            (Cell::Text(String::new()), ""),
            (Cell::Above, "above"),
            (Cell::Number(-3), "-3 Plain"),
            (Cell::Number(999_999_999_999_999), "999999999999999 Plain"),
            (Cell::Number(1_234_567_890_123_456), "text 1234567890123456"),
            (Figure::read("85.1").unwrap().into(), "85.1 Plain"),
            (Money::from_fen(15_700_001).unwrap().into(), "157000.01 Money"),
            (Cell::Less(Money::from_fen(100).unwrap()), "-1 Money"),
            (Cell::Share { numerator: 9999, denominator: 10_000 }, "0.999 Share"),
            (Cell::Share { numerator: 0, denominator: 0 }, ""),
            (day(2022).into(), "day 2022-10-08 false"),
            (Cell::Provisional(day(2022)), "day 2022-10-08 true"),
            (day(1899).into(), "text 1899-10-08"),
            (Cell::Lit("54".into(), Hue::Red), "54 Plain"),
            (Cell::Lit("逾期".into(), Hue::Red), "text 逾期"),
            (Cell::Flag(true), "text 是"),
            ("=1+1".into(), "text =1+1"),
            ("\u{1b}[31m\u{202e}".into(), "text \\u{1b}[31m<U+202E>"),
        ] {
            assert_eq!(written(&cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn a_text_that_no_cell_holds_is_cut_with_a_word() {
        for (text, whole) in [
            ("甲".repeat(MOST), true),
            ("甲".repeat(MOST + 1), false),
            ("😀".repeat(20_000), false),
        ] {
            let entry = entry(&text.as_str().into(), Lang::En);
            let Value::Text(held) = entry.value else { panic!() };
            assert!(held.encode_utf16().count() <= MOST);
            assert_eq!((held == text, entry.cut), (whole, !whole));
            assert_eq!(held.ends_with("the rest stands in the ledger)"), !whole);
        }
    }
}
