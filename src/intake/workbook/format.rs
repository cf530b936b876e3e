//! What the format of a cell makes of its number: a day, a month, a time, a percentage.

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shape {
    /// As it is.
    #[default]
    Plain,
    /// A day, maybe with a time.
    Day,
    /// A month of a year.
    Month,
    /// A time, or a duration in hours.
    Time,
    /// In hundredths.
    Percent,
    /// With leading zeros to so many digits.
    Padded(usize),
}

/// Returns the shape of a format that every workbook has without writing it down. Those from 27 to 36 and from 50 to 58
/// are those of the Chinese edition.
pub(super) fn built_in(id: u32) -> Shape {
    match id {
        9 | 10 => Shape::Percent,
        14..=16 | 22 | 28..=31 | 51 | 53 | 54 | 58 => Shape::Day,
        17 | 27 | 36 | 50 | 52 | 57 => Shape::Month,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Shape::Time,
        _ => Shape::Plain,
    }
}

/// Returns the shape of a format by its code.
pub(super) fn of_code(code: &str) -> Shape {
    let (signs, elapsed) = signs(code);
    let zeros = signs.chars().filter(|c| *c == '0').count();
    if zeros == signs.len() && zeros > 1 {
        return Shape::Padded(zeros);
    }
    let has = |letters: &[char]| signs.contains(letters);
    let figures = signs.find(['0', '#', '?']);
    let letters = signs.find(['y', 'm', 'd', 'h', 's', 'e']);
    // Fractions of a second have figures behind the letters.
    let dated = letters.is_some_and(|at| figures.is_none_or(|figure| at < figure));
    match () {
        () if elapsed => Shape::Time,
        () if signs.contains("general") || !dated => {
            if signs.contains('%') {
                Shape::Percent
            } else {
                Shape::Plain
            }
        }
        () if has(&['d']) => Shape::Day,
        () if has(&['y', 'e']) && has(&['h', 's']) => Shape::Day,
        () if has(&['y', 'e']) => Shape::Month,
        () => Shape::Time,
    }
}

/// Returns the signs of the first section of a code, in small letters, without what is only printed; and whether it counts
/// hours beyond a day.
fn signs(code: &str) -> (String, bool) {
    let mut signs = String::new();
    let mut elapsed = false;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => _ = chars.by_ref().find(|c| *c == '"'),
            '\\' | '_' | '*' => _ = chars.next(),
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let counts = |c: char| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's');
                elapsed |= !inside.is_empty() && inside.chars().all(counts);
            }
            // `E+00` is a power of ten.
            'e' | 'E' if chars.as_str().starts_with(['+', '-']) => _ = chars.next(),
            c => signs.extend(c.to_lowercase()),
        }
    }
    (signs, elapsed)
}

#[cfg(test)]
mod tests {
    use super::{Shape, built_in, of_code};

    #[test]
    fn a_code_tells_days_from_numbers() {
        for (code, shape) in [
            ("yyyy-mm-dd", Shape::Day),
            ("yyyy\"年\"m\"月\"d\"日\";@", Shape::Day),
            ("[$-804]yyyy年m月d日", Shape::Day),
            ("[$-F800]dddd, mmmm dd, yyyy", Shape::Day),
            ("m/d/yy h:mm", Shape::Day),
            ("m\"月\"d\"日\"", Shape::Day),
            ("yyyy/m", Shape::Month),
            ("e\"年\"m\"月\"", Shape::Month),
            ("h:mm AM/PM", Shape::Time),
            ("mm:ss.0", Shape::Time),
            ("[h]:mm:ss", Shape::Time),
            ("General", Shape::Plain),
            ("0.00E+00", Shape::Plain),
            ("#,##0.00_);[Red]\\(#,##0.00\\)", Shape::Plain),
            ("0.00\"万元\"", Shape::Plain),
            ("0\"days\"", Shape::Plain),
            ("0.0%", Shape::Percent),
            ("000", Shape::Padded(3)),
            ("0", Shape::Plain),
            ("@", Shape::Plain),
            ("", Shape::Plain),
        ] {
            assert_eq!(of_code(code), shape, "{code}");
        }
        assert_eq!(built_in(14), Shape::Day);
        assert_eq!(built_in(31), Shape::Day);
        assert_eq!(built_in(57), Shape::Month);
        assert_eq!(built_in(0), Shape::Plain);
    }
}
