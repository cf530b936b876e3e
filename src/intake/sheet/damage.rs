//! Cells that a spreadsheet has destroyed, and rows that are larger than any honest one.

use std::ops::Range;

use crate::complaint::{Damage, Fault, Limited};
use crate::formats::table::rows::{self, Row};
use crate::intake::limits::{Limits, count};

/// Digits of a number that a spreadsheet keeps.
const KEPT: usize = 15;

/// From this power of ten on a spreadsheet shows a number as one of ten.
const SHORTENED: u32 = 11;

const ERRORS: [&str; 11] = [
    "#REF!",
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#VALUE!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#GETTING_DATA",
];

/// Returns what is wrong with the cells of a row, which is the `number`th behind the header.
pub(super) fn faults(text: &str, number: usize, row: &Row) -> Vec<(Range<usize>, Fault)> {
    let limits = Limits::STANDARD;
    let mut faults = Vec::new();
    // Where a quote is wrong, the cells may be anything.
    if !row.faults.is_empty() {
        return faults;
    }
    let start = row.span.start..row.span.start + 1;
    if count(number) == limits.rows {
        faults.push((start.clone(), limits.exceeded(Limited::Rows)));
    }
    if count(row.span.len()) > limits.line {
        faults.push((start.clone(), limits.exceeded(Limited::Line)));
    }
    if count(row.cells.len()) > limits.columns {
        faults.push((start, limits.exceeded(Limited::Columns)));
    }
    for cell in &row.cells {
        if count(cell.len()) > limits.cell {
            faults.push((cell.start..cell.start + 1, limits.exceeded(Limited::Cell)));
        } else if let Some(damage) = of(rows::value(text, cell).trim()) {
            faults.push((cell.clone(), Fault::Damaged(damage)));
        }
    }
    faults
}

/// Tells how a cell was destroyed, if it was.
fn of(cell: &str) -> Option<Damage> {
    let first = *cell.as_bytes().first()?;
    match first {
        b'#' if cell.len() > 1 && cell.bytes().all(|byte| byte == b'#') => Some(Damage::Hashes),
        b'#' => ERRORS.contains(&cell).then_some(Damage::Error),
        b'0'..=b'9' | b'-' if is_clock(cell) => Some(Damage::Clock),
        b'0'..=b'9' | b'-' if is_shortened(cell) => Some(Damage::Scientific),
        b'0'..=b'9' if is_cut(cell) => Some(Damage::Digits),
        _ => None,
    }
}

/// `06:42.7`, as the format of minutes and seconds shows any date and time.
fn is_clock(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    let [rest @ .., b':', ten, one, b'.', tenth] = bytes else { return false };
    let digits = [ten, one, tenth].into_iter().all(u8::is_ascii_digit);
    digits && matches!(rest.len(), 1 | 2) && rest.iter().all(u8::is_ascii_digit)
}

/// `1.10101E+17`.
fn is_shortened(cell: &str) -> bool {
    let Some((mantissa, power)) = cell.split_once(['E', 'e']) else { return false };
    let mantissa = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let power = power.strip_prefix('+').and_then(|power| power.parse::<u32>().ok());
    whole.len() == 1 && digits(whole) && digits(fraction) && power.is_some_and(|it| it >= SHORTENED)
}

/// A long number that ends in zeros from its sixteenth digit on, unless it is an identity number that is right by its own
/// check digit.
fn is_cut(cell: &str) -> bool {
    let digits = cell.as_bytes();
    digits.len() > KEPT
        && digits.iter().all(u8::is_ascii_digit)
        && digits[KEPT..].iter().all(|digit| *digit == b'0')
        && !is_identity(digits)
}

/// The check of GB 11643: the weighted sum of all digits leaves 1 when divided by 11.
fn is_identity(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 18] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, it)| u32::from(digit - b'0') * it).sum();
    digits.len() == WEIGHTS.len() && sum % 11 == 1
}

#[cfg(test)]
mod tests {
    use super::{Damage, of};

    #[test]
    fn destroyed_cells_are_known() {
        for (cell, damage) in [
            ("06:42.7", Damage::Clock),
            ("6:42.0", Damage::Clock),
            ("1.10101E+17", Damage::Scientific),
            ("9E+11", Damage::Scientific),
            ("110101199003070000", Damage::Digits),
            ("6222020000000000", Damage::Digits),
            ("####", Damage::Hashes),
            ("#REF!", Damage::Error),
            ("#N/A", Damage::Error),
        ] {
            assert_eq!(of(cell), Some(damage), "{cell}");
        }
        for fine in [
            "",
            "#",
            "#12",
            "06:42",
            "06:42.75",
            "2022-10-30",
            "1E3",
            "1.5E+10",
            "N/A",
            "E+17",
            "110101199003071234",
            "123456789012345",
            "1234567890123456",
            "11010119900307000X",
        ] {
            assert_eq!(of(fine), None, "{fine}");
        }
    }

    #[test]
    fn an_identity_number_that_is_right_is_no_damage() {
        // The check digit of a number made up for this test.
        let right = (0..100_u32)
            .map(|it| format!("1101011990030{it:02}000"))
            .find(|it| super::is_identity(it.as_bytes()));
        assert_eq!(right.as_deref().and_then(of), None);
    }
}
