//! Spreadsheets: real days and numbers, texts as texts and never as formulas.

mod form;

pub use form::form;

use unicode_width::UnicodeWidthStr as _;

/// The narrowest and the widest column, in characters of half width.
const WIDTHS: (f64, f64) = (8.0, 40.0);

/// The width of a column in which these texts stand; a Chinese character takes two.
fn width<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let widest = texts.flat_map(str::lines).map(str::width).max().unwrap_or(0);
    let widest = u16::try_from(widest).unwrap_or(u16::MAX);
    (f64::from(widest) + 2.0).clamp(WIDTHS.0, WIDTHS.1)
}

/// The lines that a text takes in a column.
fn lines(text: &str, width: f64) -> u16 {
    let of_line = |line: &str| {
        let wide = u16::try_from(line.width()).unwrap_or(u16::MAX);
        let mut lines = 1;
        while f64::from(lines) * width < f64::from(wide) && lines < u16::MAX {
            lines += 1;
        }
        lines
    };
    text.lines().map(of_line).fold(0_u16, u16::saturating_add).max(1)
}
