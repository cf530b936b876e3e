//! Numbers as they were typed. A workbook keeps them as binary fractions, with up to seventeen digits of which the last
//! are noise; a spreadsheet itself never shows more than fifteen.

use crate::complaint::Damage;

/// From here on a spreadsheet loses digits of a whole number.
const TOO_LARGE: f64 = 1e15;

/// Digits that a spreadsheet keeps.
const DIGITS: usize = 15;

/// Returns a number in plain digits, or nothing where it is none.
pub(super) fn plain(raw: &str) -> Option<Result<String, Damage>> {
    let raw = raw.trim();
    let value: f64 = raw.parse().ok().filter(|value: &f64| value.is_finite())?;
    let digits = raw.bytes().filter(u8::is_ascii_digit).count();
    if value.abs() >= TOO_LARGE {
        return Some(Err(Damage::Digits));
    }
    let simple = raw.strip_prefix('-').unwrap_or(raw);
    let simple = simple.starts_with(|c: char| c.is_ascii_digit())
        && simple.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let text = if simple && digits <= DIGITS { raw.to_owned() } else { rounded(value) };
    Some(Ok(trimmed(&text)))
}

/// Returns the number in hundredths, as a cell with the format of a percentage shows it.
pub(super) fn percent(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format!("{fraction:0<2}");
    let (moved, rest) = padded.split_at(2);
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    trimmed(&format!("{sign}{whole}.{rest}")) + "%"
}

/// Returns a whole number with leading zeros, as a cell with the format `000` shows it.
pub(super) fn padded(plain: &str, width: usize) -> String {
    let whole = plain.bytes().all(|byte| byte.is_ascii_digit());
    if whole { format!("{plain:0>width$}") } else { plain.to_owned() }
}

/// Fifteen digits, without a power of ten.
fn rounded(value: f64) -> String {
    let digits = format!("{value:.14e}");
    let (mantissa, power) = digits.split_once('e').unwrap_or((&digits, "0"));
    let power: i32 = power.parse().unwrap_or(0);
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    let text = match usize::try_from(power) {
        Ok(power) => {
            let padded = format!("{digits:0<width$}", width = power + 1);
            let (whole, fraction) = padded.split_at(power + 1);
            format!("{whole}.{fraction}")
        }
        // Nobody types a number with more zeros behind the point than this; it is nothing.
        Err(_) if power < -30 => "0".to_owned(),
        Err(_) => {
            let zeros = usize::try_from(-power - 1).unwrap_or(0);
            format!("0.{}{digits}", "0".repeat(zeros))
        }
    };
    format!("{sign}{text}")
}

/// Without zeros that say nothing.
fn trimmed(text: &str) -> String {
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Damage, padded, percent, plain};

    #[test]
    fn a_number_is_what_was_typed() {
        for (raw, typed) in [
            ("15.699999999999999", "15.7"),
            ("0.30000000000000004", "0.3"),
            ("3.0", "3"),
            ("-12.50", "-12.5"),
            ("44742", "44742"),
            ("1E-3", "0.001"),
            ("1.5E2", "150"),
            ("-1.2345E1", "-12.345"),
            ("123456789012345", "123456789012345"),
            ("100", "100"),
            ("-0", "0"),
            ("1E-300", "0"),
            (".5", "0.5"),
        ] {
            assert_eq!(plain(raw), Some(Ok(typed.to_owned())), "{raw}");
        }
        for lost in ["1.10101199003071E+17", "110101199003071000", "1000000000000000"] {
            assert_eq!(plain(lost), Some(Err(Damage::Digits)), "{lost}");
        }
        for wrong in ["", "a", "inf", "NaN", "1,2", "0x10"] {
            assert_eq!(plain(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_number_is_shown_as_its_cell_shows_it() {
        for (number, shown) in
            [("0.851", "85.1%"), ("1", "100%"), ("0.005", "0.5%"), ("-0.1", "-10%"), ("0", "0%")]
        {
            assert_eq!(percent(number), shown);
        }
        assert_eq!(padded("7", 3), "007");
        assert_eq!(padded("1234", 3), "1234");
        assert_eq!(padded("-7", 3), "-7");
    }
}
