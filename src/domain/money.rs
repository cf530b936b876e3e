//! Money, held as whole 分 and read as people write it.

use std::fmt;

/// An amount of yuan, held as whole 分; never negative. What is read fits 63 bits, so that no sum of a book overflows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i128);

const YUAN: i128 = 100;
const WAN: i128 = 10_000 * YUAN;
const YI: i128 = 10_000 * WAN;

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Returns the amount of so many 分, or nothing below zero.
    pub fn from_fen(fen: i64) -> Option<Self> {
        (fen >= 0).then_some(Self(fen.into()))
    }

    /// The amount in 分.
    pub fn fen(self) -> i128 {
        self.0
    }

    /// Reads `15.7万元`, `3.9亿`, `457.2元`, `1,234.00元` or, as yuan, `157000`; digits may be full-width.
    /// Nothing where more than two decimals of a yuan, a sign or other words stand there, or where it is too large.
    pub fn read(text: &str) -> Option<Self> {
        let text: String =
            text.trim().chars().map(half_width).filter(|c| *c != ',' && *c != ' ').collect();
        let bare = text.strip_suffix('元').unwrap_or(&text);
        let (number, unit) = match (bare.strip_suffix('万'), bare.strip_suffix('亿')) {
            (Some(number), _) => (number, WAN),
            (_, Some(number)) => (number, YI),
            _ => (bare, YUAN),
        };
        read_decimal(number, unit).and_then(Self::from_fen)
    }

    /// Takes off; nothing is left where `part` is larger.
    #[must_use]
    pub fn less(self, part: Self) -> Self {
        Self((self.0 - part.0).max(0))
    }

    /// Writes yuan with two decimals, `157000.00`, as JSON and spreadsheets take it.
    pub fn in_yuan(self) -> String {
        format!("{}.{:02}", self.0 / YUAN, self.0 % YUAN)
    }
}

impl std::ops::Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

/// Only what an amount is made of: a wide sign of another kind has no place in it.
fn half_width(c: char) -> char {
    match c {
        '０'..='９' => {
            char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c)
        }
        '．' => '.',
        '，' => ',',
        other => other,
    }
}

/// Reads a decimal number as a multiple of `unit`, which must come out whole.
fn read_decimal(number: &str, unit: i128) -> Option<i64> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) {
        return None;
    }
    let decimals = decimals.trim_end_matches('0');
    let scale = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let part =
        if decimals.is_empty() { 0 } else { decimals.parse::<i128>().ok()?.checked_mul(unit)? };
    if part % scale != 0 {
        return None;
    }
    let fen = whole.parse::<i128>().ok()?.checked_mul(unit)?.checked_add(part / scale)?;
    i64::try_from(fen).ok()
}

impl fmt::Display for Money {
    /// Writes `15.7万元` from ten thousand yuan on where four decimals hold it exactly, `3.9亿元` likewise with
    /// eight, else `457.2元`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (unit, places, word) = match self.0 {
            fen if fen >= YI && fen % YUAN == 0 => (YI, 8, "亿元"),
            fen if fen >= WAN && fen % YUAN == 0 => (WAN, 4, "万元"),
            _ => (YUAN, 2, "元"),
        };
        let decimals = format!(
            "{:0places$}",
            self.0 % unit * 10_i128.pow(places) / unit,
            places = places as usize
        );
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        write!(f, "{}{point}{decimals}{word}", self.0 / unit)
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn money_is_read_as_people_write_it_and_written_back() {
        let cases = [
            ("15.7万元", 15_700_000, "15.7万元"),
            ("15.7万", 15_700_000, "15.7万元"),
            ("157000", 15_700_000, "15.7万元"),
            ("３.９亿元", 39_000_000_000, "3.9亿元"),
            ("457.2元", 45_720, "457.2元"),
            ("1,234.00元", 123_400, "1234元"),
            ("0.5元", 50, "0.5元"),
            ("0", 0, "0元"),
            ("12345.67元", 1_234_567, "12345.67元"),
            ("100010001元", 10_001_000_100, "1.00010001亿元"),
        ];
        for (text, fen, written) in cases {
            let money = Money::read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((money.fen(), money.to_string().as_str()), (fen, written), "{text}");
            assert_eq!(Money::read(written), Some(money));
        }
    }

    #[test]
    fn what_is_no_amount_is_not_read() {
        for wrong in [
            "",
            "元",
            "万",
            "-1",
            "1.234元",
            "0.0000001万元",
            "1e5",
            "15.7万元左右",
            "9223372036854775808",
            "1.5万亿",
            ".",
        ] {
            assert_eq!(Money::read(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn sums_of_the_largest_amounts_fit() {
        let most = Money::from_fen(i64::MAX).unwrap();
        assert_eq!((most + most).less(most), most);
        assert_eq!(Money::ZERO.less(most), Money::ZERO);
    }
}
