//! The texts of a cell: a readable one for people, a raw one for programs.

use super::document::Cell;
use super::words;
use crate::domain::book::Lang;

/// Writes a cell for a person.
pub(super) fn readable(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty | Cell::Above => String::new(),
        Cell::Text(text) | Cell::Lit(text, _) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Figure(figure) => figure.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Provisional(day) => format!("{day}*"),
        Cell::Money(money) => money.to_string(),
        Cell::Less(money) => format!("-{money}"),
        Cell::Share { numerator, denominator } => share(*numerator, *denominator, 1000)
            .map_or_else(String::new, |tenths| format!("{}.{}%", tenths / 10, tenths % 10)),
        Cell::List(names) => words::list(lang, names),
        Cell::Flag(flag) => words::flag(lang, *flag).to_owned(),
    }
}

/// Writes a cell for a program: ISO days, plain numbers, money in yuan, a share as a fraction of one, lists joined
/// as in a ledger's table, `true` and `false`.
pub(super) fn raw(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Above => String::new(),
        Cell::Text(text) | Cell::Lit(text, _) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Figure(figure) => figure.to_string(),
        Cell::Day(day) | Cell::Provisional(day) => day.to_string(),
        Cell::Money(money) => money.in_yuan(),
        Cell::Less(money) => format!("-{}", money.in_yuan()),
        Cell::Share { numerator, denominator } => share(*numerator, *denominator, 10_000)
            .map_or_else(String::new, |parts| format!("{}.{:04}", parts / 10_000, parts % 10_000)),
        Cell::List(names) => names.join(" | "),
        Cell::Flag(flag) => flag.to_string(),
    }
}

/// Returns the share in parts of `scale`, rounded half up; but the whole is said only of the whole, and nothing
/// only of nothing: 999 of 1000 closed reads 99.9%, 9999 of 10,000 as well. Nothing where there is no whole.
fn share(numerator: i64, denominator: i64, scale: i64) -> Option<i64> {
    if denominator <= 0 || numerator < 0 {
        return None;
    }
    let (part, whole, scale_wide) =
        (i128::from(numerator), i128::from(denominator), i128::from(scale));
    let rounded = (part * scale_wide * 2 + whole) / (whole * 2);
    let bounded = if part < whole && rounded == scale_wide {
        scale_wide - 1
    } else if part > 0 && rounded == 0 {
        1
    } else {
        rounded
    };
    i64::try_from(bounded).ok()
}

#[cfg(test)]
mod tests {
    use super::{raw, readable};
    use crate::domain::book::Lang;
    use crate::domain::day::Day;
    use crate::domain::money::Money;
    use crate::render::document::Cell;

    fn share(numerator: i64, denominator: i64) -> (String, String) {
        let cell = Cell::Share { numerator, denominator };
        (readable(&cell, Lang::Zh), raw(&cell))
    }

    #[test]
    fn people_and_programs_read_the_same_value() {
        for (cell, zh, en, program) in [
            (Cell::Empty, "", "", ""),
            (Cell::Number(-3), "-3", "-3", "-3"),
            (Cell::Day(Day::new(2022, 10, 8).unwrap()), "2022-10-08", "2022-10-08", "2022-10-08"),
            (
                Cell::Money(Money::from_fen(15_700_000).unwrap()),
                "15.7万元",
                "15.7万元",
                "157000.00",
            ),
            (Cell::List(vec!["甲".into(), "乙".into()]), "甲、乙", "甲, 乙", "甲 | 乙"),
            (Cell::Flag(true), "是", "yes", "true"),
        ] {
            assert_eq!(readable(&cell, Lang::Zh), zh);
            assert_eq!(readable(&cell, Lang::En), en);
            assert_eq!(raw(&cell), program);
        }
    }

    #[test]
    fn the_whole_is_said_only_of_the_whole() {
        assert_eq!(share(688, 697), ("98.7%".into(), "0.9871".into()));
        assert_eq!(share(99_999, 100_000), ("99.9%".into(), "0.9999".into()));
        assert_eq!(share(1, 100_000), ("0.1%".into(), "0.0001".into()));
        assert_eq!(share(5, 5), ("100.0%".into(), "1.0000".into()));
        assert_eq!(share(0, 5), ("0.0%".into(), "0.0000".into()));
        assert_eq!(share(0, 0), (String::new(), String::new()));
        assert_eq!(share(i64::MAX, i64::MAX), ("100.0%".into(), "1.0000".into()));
    }
}
