//! A measured figure, such as a rate, held exactly.

use std::cmp::Ordering;
use std::fmt;

/// A decimal number with at most six decimals, held exactly as it was written but for trailing zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Figure {
    millionths: i64,
}

const PLACES: usize = 6;
const ONE: i64 = 1_000_000;

impl Figure {
    /// Reads `85.1`, `-3` or `90`; nothing where it has an exponent, more than six decimals or does not fit.
    pub fn read(text: &str) -> Option<Self> {
        let (sign, bare) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, decimals) = bare.split_once('.').unwrap_or((bare, "0"));
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) {
            return None;
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > PLACES {
            return None;
        }
        let part: i64 = format!("{decimals:0<PLACES$}").parse().ok()?;
        let millionths = whole.parse::<i64>().ok()?.checked_mul(ONE)?.checked_add(part)?;
        Some(Self { millionths: sign * millionths })
    }
}

impl std::ops::Add for Figure {
    type Output = Self;

    /// The sum; one that does not fit becomes the largest number.
    fn add(self, other: Self) -> Self {
        Self { millionths: self.millionths.saturating_add(other.millionths) }
    }
}

impl std::ops::Neg for Figure {
    type Output = Self;

    fn neg(self) -> Self {
        Self { millionths: self.millionths.saturating_neg() }
    }
}

impl PartialOrd for Figure {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Figure {
    fn cmp(&self, other: &Self) -> Ordering {
        self.millionths.cmp(&other.millionths)
    }
}

impl fmt::Display for Figure {
    /// Writes the number without needless zeros: `85.1`, `90`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.millionths < 0 { "-" } else { "" };
        let size = self.millionths.unsigned_abs();
        let (whole, part) = (size / ONE.unsigned_abs(), size % ONE.unsigned_abs());
        let decimals = format!("{part:0PLACES$}");
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{decimals}")
    }
}

#[cfg(test)]
mod tests {
    use super::Figure;

    #[test]
    fn figures_keep_their_value_and_their_order() {
        for text in ["85.1", "90", "-3.25", "0", "0.000001"] {
            assert_eq!(Figure::read(text).unwrap().to_string(), text);
        }
        assert_eq!(Figure::read("85.10").unwrap().to_string(), "85.1");
        assert!(Figure::read("91") > Figure::read("90.5"));
        assert!(Figure::read("-1") < Figure::read("0"));
    }

    #[test]
    fn what_is_no_plain_number_is_not_read() {
        for wrong in
            ["", "-", "1e3", "nan", "inf", "0.0000001", "1.", ".5", "+1", "99999999999999999999"]
        {
            assert_eq!(Figure::read(wrong), None, "{wrong:?}");
        }
    }
}
