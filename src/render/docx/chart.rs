//! Charts: the table that says the same, and beside its figures the bars that one would look at.

use std::io::{self, Write};

use super::columns::{Frame, Need};
use super::face::LATIN;
use super::page::Page;
use super::paragraph::{self, Lies, Paragraph};
use super::run::{self, Look};
use super::table::{self, Box, begin_cell};
use crate::domain::book::Lang;
use crate::render::document::{Bar, Chart, ChartKind, Part};
use crate::render::hue::colours;
use crate::render::inert_line;

/// The half characters of the column of bars, and the blanks that fill it.
const ROOM: usize = 40;
/// What a bar is made of: a quarter of a character wide.
const BLANK: &str = "\u{2005}";
/// What stands before the heading of a part, in its colour.
const MARK: &str = "■ ";

/// Writes a chart.
pub(super) fn write(chart: &Chart, lang: Lang, page: Page, out: &mut dyn Write) -> io::Result<()> {
    let mut grid = chart.table();
    let ChartKind::Bars { parts, bars } = &chart.kind else {
        return table::write(&grid, lang, page, out);
    };
    for (column, part) in grid.columns.iter_mut().skip(1).zip(parts) {
        column.heading = format!("{MARK}{}", part.label);
    }
    let mut needs = Need::of(&grid, lang);
    needs.push(Need::fixed(ROOM));
    let frame = Frame::of(&needs, lang, page);
    table::begin("TableGrid", &frame.widths, out)?;
    table::begin_head(out)?;
    table::head(&frame, 0, &chart.side, lang, out)?;
    let colours = colours(parts);
    for (place, (part, colour)) in parts.iter().zip(&colours).enumerate() {
        legend(&frame, place + 1, part, colour, lang, out)?;
    }
    table::head(&frame, parts.len() + 1, "", lang, out)?;
    write!(out, "</w:tr>")?;
    let whole = bars.iter().map(sum).max().unwrap_or(0).max(1);
    for bar in bars {
        write!(out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>")?;
        let shape = Paragraph::of(frame.style);
        let label = inert_line(&bar.label);
        cell(&frame, 0, out, |out| table::paragraphs(shape, &label, Look::Plain, lang, out))?;
        for place in 0..parts.len() {
            let figure = bar.values.get(place).copied().unwrap_or(0).to_string();
            let right = Paragraph { lies: Some(Lies::Right), ..shape };
            cell(&frame, place + 1, out, |out| {
                table::paragraphs(right, &figure, Look::Plain, lang, out)
            })?;
        }
        cell(&frame, parts.len() + 1, out, |out| {
            shape.begin(out)?;
            drawn(bar, &colours, whole, out)?;
            paragraph::end(out)
        })?;
        write!(out, "</w:tr>")?;
    }
    write!(out, "</w:tbl>")
}

fn cell(
    frame: &Frame,
    place: usize,
    out: &mut dyn Write,
    text: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    begin_cell(&Box { width: frame.width(place), ..Box::default() }, out)?;
    text(out)?;
    write!(out, "</w:tc>")
}

/// Writes the heading of a part with its colour before it.
fn legend(
    frame: &Frame,
    place: usize,
    part: &Part,
    colour: &str,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    cell(frame, place, out, |out| {
        let shape =
            Paragraph { lies: Some(Lies::Centred), with_next: true, ..Paragraph::of(frame.style) };
        shape.begin(out)?;
        write!(
            out,
            "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:color w:val=\"{colour}\"/></w:rPr>\
             <w:t xml:space=\"preserve\">{MARK}</w:t></w:r>"
        )?;
        run::write(&inert_line(&part.label), Look::Head, lang, out)?;
        paragraph::end(out)
    })
}

/// Writes a bar as long as it is against the longest.
fn drawn(bar: &Bar, colours: &[&str], whole: i64, out: &mut dyn Write) -> io::Result<()> {
    let mut before = 0_i64;
    let mut edge = 0;
    for (value, colour) in bar.values.iter().zip(colours) {
        before = before.saturating_add((*value).max(0));
        let next = blanks(before, whole);
        stripe(next - edge, colour, out)?;
        edge = next;
    }
    Ok(())
}

/// The blanks that a value takes; what is more than nothing is seen.
fn blanks(value: i64, whole: i64) -> usize {
    let room = i128::try_from(2 * ROOM).unwrap_or_default();
    let exact = i128::from(value) * room / i128::from(whole.max(1));
    usize::try_from(exact).unwrap_or_default().max(usize::from(value > 0))
}

fn stripe(blanks: usize, colour: &str, out: &mut dyn Write) -> io::Result<()> {
    if blanks == 0 {
        return Ok(());
    }
    write!(
        out,
        "<w:r><w:rPr><w:rFonts w:ascii=\"{LATIN}\" w:hAnsi=\"{LATIN}\" w:eastAsia=\"{LATIN}\" \
         w:cs=\"{LATIN}\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{colour}\"/></w:rPr>\
         <w:t>{}</w:t></w:r>",
        BLANK.repeat(blanks)
    )
}

fn sum(bar: &Bar) -> i64 {
    bar.values.iter().fold(0, |sum, value| sum.saturating_add((*value).max(0)))
}

#[cfg(test)]
mod tests {
    use super::{ROOM, blanks};
    use crate::render::document::{Hue, Part};
    use crate::render::hue::colours;

    #[test]
    fn a_bar_is_as_long_as_its_value() {
        assert_eq!([0, 1, 50, 100].map(|value| blanks(value, 100)), [0, 1, ROOM, 2 * ROOM]);
        // What is more than nothing is seen, and nothing overflows.
        assert_eq!(blanks(1, 1_000_000), 1);
        assert_eq!(blanks(i64::MAX, i64::MAX), 2 * ROOM);
        assert_eq!(blanks(0, 0), 0);
    }

    #[test]
    fn parts_have_the_colour_of_their_light_or_one_of_their_own() {
        let part = |hue| Part { label: String::new(), hue };
        let colours = colours(&[part(None), part(Some(Hue::Red)), part(None)]);
        assert_eq!(colours[1], "C00000");
        assert_ne!(colours[0], colours[2]);
    }
}
