//! Colours on the lines of a finished table. They come last, since whatever lays out the table counts columns.

use anstyle::{AnsiColor, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::wrap::width;
use crate::render::document::Hue;

/// A cell to be coloured: where it begins in each of its lines, how wide it is, and its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) from: usize,
    pub(super) width: usize,
    pub(super) hue: Hue,
}

/// Colours the text of a cell in a line; the blanks around it stay as they are.
pub(super) fn paint(line: &str, spot: Spot) -> String {
    let (before, rest) = split(line, spot.from);
    let (cell, after) = split(rest, spot.width);
    let text = cell.trim_matches(' ');
    if text.is_empty() {
        return line.to_owned();
    }
    let lead = &cell[..cell.len() - cell.trim_start_matches(' ').len()];
    let trail = &cell[cell.trim_end_matches(' ').len()..];
    let style = style(spot.hue);
    format!("{before}{lead}{style}{text}{style:#}{trail}{after}")
}

/// Splits a line behind so many columns; a character that stands across the place belongs to the second part.
fn split(line: &str, columns: usize) -> (&str, &str) {
    let mut place = 0;
    for cluster in line.graphemes(true) {
        if width(&line[..place + cluster.len()]) > columns {
            break;
        }
        place += cluster.len();
    }
    line.split_at(place)
}

/// The sixteen colours that every terminal has, which its user may have chosen.
pub(super) fn style(hue: Hue) -> Style {
    let (color, bold) = match hue {
        Hue::Red => (AnsiColor::Red, true),
        Hue::BrightYellow => (AnsiColor::Yellow, true),
        Hue::Yellow => (AnsiColor::Yellow, false),
        Hue::Green => (AnsiColor::Green, false),
        // Plain blue cannot be read on black.
        Hue::Blue => (AnsiColor::BrightBlue, false),
        Hue::Grey => (AnsiColor::BrightBlack, false),
    };
    let style = Style::new().fg_color(Some(color.into()));
    if bold { style.bold() } else { style }
}

#[cfg(test)]
mod tests {
    use super::{Spot, paint};
    use crate::render::document::Hue;

    #[test]
    fn the_text_is_coloured_and_the_blanks_are_not() {
        let spot = |from, width| Spot { from, width, hue: Hue::Green };
        let green = |text: &str| format!("\u{1b}[32m{text}\u{1b}[0m");
        assert_eq!(
            paint("7  正常      签约", spot(3, 8)),
            format!("7  {}      签约", green("正常"))
        );
        assert_eq!(paint("家庭  42", spot(4, 4)), format!("家庭  {}", green("42")));
        assert_eq!(paint("7", spot(3, 8)), "7");
        assert_eq!(paint("7         x", spot(3, 5)), "7         x");
    }
}
