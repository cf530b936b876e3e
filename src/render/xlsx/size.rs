//! How wide columns and how high rows are: a spreadsheet's own fitting takes a Chinese character for a narrow one.

use crate::render::document::ColumnKind;
use crate::render::text::wrap;

/// The height of a line, in points.
pub(super) const LINE: f64 = 15.0;
/// The most lines that a row is high, beyond which a spreadsheet shows no more.
const MOST_LINES: u16 = 27;
/// The narrowest column, in characters of half width.
const NARROW: usize = 8;
/// A heading up to that stays on a line: six Chinese characters, and the button of the filter.
const HEADING: usize = 12;
/// Names that are longer are many units, which would make high rows of a narrow column.
const LONG_NAMES: usize = 80;
/// Blanks that a heading needs for the button of the filter, and a cell for its edges.
const BUTTON: usize = 4;
const EDGES: usize = 2;

/// The width of a column with this heading in which these texts stand.
pub(super) fn column<'a>(
    kind: ColumnKind,
    heading: &str,
    shown: impl Iterator<Item = &'a str>,
) -> f64 {
    let cells = shown.map(wrap::natural_width).max().unwrap_or(0);
    let most = match kind {
        ColumnKind::Text => 44,
        ColumnKind::Name | ColumnKind::Light if cells > LONG_NAMES => 44,
        ColumnKind::Name | ColumnKind::Light => 26,
        ColumnKind::Id | ColumnKind::Date => 30,
        ColumnKind::Number | ColumnKind::Money | ColumnKind::Share => 24,
    };
    let cells = cells.min(most) + EDGES;
    let heading =
        wrap::natural_width(heading).min(HEADING.max(wrap::widest_word(heading))) + BUTTON;
    real(cells.max(heading).max(NARROW))
}

/// The lines that a text takes in a column.
pub(super) fn lines(text: &str, width: f64) -> u16 {
    // Of a text that long nothing more is seen anyway.
    let mut room = 0;
    while real(room + 1) <= width {
        room += 1;
    }
    let lines = text.split('\n').map(|line| {
        let natural = wrap::width(line);
        if natural <= room {
            1
        } else if natural > room * usize::from(MOST_LINES) {
            usize::from(MOST_LINES)
        } else {
            wrap::lines(line, room.max(1)).len()
        }
    });
    u16::try_from(lines.sum::<usize>()).unwrap_or(u16::MAX)
}

/// The height of a row of so many lines, in points.
pub(super) fn height(lines: u16) -> f64 {
    f64::from(lines.clamp(1, MOST_LINES)) * LINE
}

fn real(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
