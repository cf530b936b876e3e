//! The columns of a table on paper: all together as wide as the text, each as wide as makes the rows low.
//!
//! A terminal's table is as wide as it must be; on paper the width is given, so running text shares what is left by how
//! much there is of it. Widths are in columns of half a character, as on a terminal, until the type is chosen.

use super::page::Page;
use super::styles;
use crate::domain::book::Lang;
use crate::render::document::{Column, ColumnKind, Grid, RowKind};
use crate::render::text::heading::pieces;
use crate::render::text::wrap::{Content, widest_word, width};
use crate::render::{inert, inert_line, value};

/// The room at the left and right of a cell's text, in twips, with a little to spare.
const BESIDE: u32 = 140 + 20;
/// Four Chinese characters: what a heading may ask for on a line of its own.
const HEADING: usize = 8;
/// Lines up to which a row is kept on one page; a taller one would leave too much of a page empty.
const LOW: usize = 8;

/// What a column would like to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Need {
    kind: ColumnKind,
    /// Its widest line.
    natural: usize,
    /// Its widest word.
    word: usize,
    /// The width of all its texts together. What is joined counts once, since it has the height of several rows.
    load: usize,
    heading: Content,
}

/// How the columns of a table lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frame {
    /// The width of each column, in twips.
    pub(super) widths: Vec<u32>,
    /// The style of the cells.
    pub(super) style: &'static str,
    /// The half characters that the text of each column has.
    columns: Vec<usize>,
}

impl Need {
    /// Returns what each column of a table would like to have.
    pub(super) fn of(grid: &Grid, lang: Lang) -> Vec<Self> {
        let of = |(place, column): (usize, &Column)| {
            let heading = Content::Words(pieces(&inert_line(&column.heading)));
            let mut need = Self { kind: column.kind, natural: 1, word: 1, load: 0, heading };
            for row in &grid.rows {
                let Some(cell) = row.cells.get(place) else { continue };
                let text = value::readable(cell, lang);
                let text = inert(&text);
                let bold = row.kind == RowKind::Total;
                let lines = text.split('\n').map(|line| set(line, bold));
                let (widest, all) = lines.fold((0, 0), |(most, all), it| (it.max(most), all + it));
                need.natural = need.natural.max(widest);
                if matches!(column.kind, ColumnKind::Name | ColumnKind::Text) {
                    need.word = need.word.max(widest_word(&text));
                }
                need.load += all;
            }
            need
        };
        grid.columns.iter().enumerate().map(of).collect()
    }

    /// Returns what a column needs that has no heading and is always so wide.
    pub(super) fn fixed(columns: usize) -> Self {
        let heading = Content::Words(Vec::new());
        Self { kind: ColumnKind::Id, natural: columns, word: columns, load: 0, heading }
    }

    fn is_flexible(&self) -> bool {
        matches!(self.kind, ColumnKind::Name | ColumnKind::Text)
    }

    /// The least that it can do with, and what reads well.
    fn floor(&self, well: bool) -> usize {
        let cells = match (self.kind, well) {
            (ColumnKind::Text, false) => 10,
            (ColumnKind::Text, true) => 24,
            (ColumnKind::Name, false) => self.word.clamp(8, 12),
            (ColumnKind::Name, true) => self.word.clamp(14, 18),
            (ColumnKind::Light, _) => 12,
            _ => self.word.max(20),
        };
        let heading = if well { self.heading_width().min(HEADING) } else { 0 };
        cells.min(self.natural).max(heading).max(self.heading_word())
    }

    fn heading_width(&self) -> usize {
        self.heading.lines(usize::MAX).first().map_or(0, |line| set(line, true))
    }

    fn heading_word(&self) -> usize {
        let Content::Words(words) = &self.heading else { return 0 };
        words.iter().map(|word| set(word.trim_end(), true)).max().unwrap_or(0)
    }
}

impl Frame {
    /// Shares the page's width among columns, in the largest type in which they read well.
    pub(super) fn of(needs: &[Need], lang: Lang, page: Page) -> Self {
        let beside = u32::try_from(needs.len()).unwrap_or(u32::MAX).saturating_mul(BESIDE);
        let room = page.width().saturating_sub(beside);
        // Half a character of so many half points has five times as many twips.
        let columns = |size: u32| usize::try_from(room / (size * 5)).unwrap_or_default();
        let floor = |well| needs.iter().map(|need| need.floor(well)).sum::<usize>();
        let [large, small, tiny] = *styles::cells(lang);
        let (style, size) = if floor(true) <= columns(large.1) {
            large
        } else if floor(true) <= columns(small.1) {
            small
        } else {
            tiny
        };
        let shared = shared(needs, columns(size));
        let wanted = shared.iter().map(|columns| {
            u32::try_from(*columns).unwrap_or(u32::MAX).saturating_mul(size * 5) + BESIDE
        });
        let widths = filling(&wanted.collect::<Vec<_>>(), page.width());
        let inside = |width: &u32| width.saturating_sub(BESIDE) / (size * 5);
        let columns = widths.iter().map(|width| usize::try_from(inside(width)).unwrap_or(1));
        Self { columns: columns.collect(), widths, style }
    }

    /// Returns the width of a column, in twips.
    pub(super) fn width(&self, place: usize) -> u32 {
        self.widths.get(place).copied().unwrap_or_default()
    }

    /// Returns the lines of a heading, which breaks between its words.
    pub(super) fn heading(&self, place: usize, heading: &str) -> Vec<String> {
        let columns = self.columns.get(place).copied().unwrap_or(1);
        if set(heading, true) <= columns {
            return vec![heading.to_owned()];
        }
        Content::Words(pieces(heading)).lines(columns)
    }

    /// Tells of a row that is so low that it is kept on one page.
    pub(super) fn is_low(&self, texts: &[String]) -> bool {
        let lines = |(text, columns): (&String, &usize)| {
            text.split('\n').map(|line| width(line).div_ceil(*columns.max(&1)).max(1)).sum()
        };
        texts.iter().zip(&self.columns).map(lines).max().unwrap_or(0) <= LOW
    }
}

/// Returns the width of each column, of `room` in all. What is left goes where the most text stands.
fn shared(needs: &[Need], room: usize) -> Vec<usize> {
    let floors = |well| needs.iter().map(|need| need.floor(well)).collect::<Vec<_>>();
    let mut widths = floors(true);
    if widths.iter().sum::<usize>() > room {
        widths = floors(false);
    }
    for _ in widths.iter().sum()..room {
        let wants = |place: &usize| {
            let need = &needs[*place];
            need.is_flexible() && widths[*place] < need.natural.max(need.heading_width())
        };
        let tallest = (0..needs.len()).filter(wants).max_by(|&one, &other| {
            // Compared crosswise, since a quotient would round.
            let load = |place: usize| u128::try_from(needs[place].load.max(1)).unwrap_or(1);
            let width = |place: usize| u128::try_from(widths[place]).unwrap_or(1);
            let height = |one: usize, other: usize| load(one) * width(other);
            height(one, other).cmp(&height(other, one))
        });
        match tallest {
            Some(place) => widths[place] += 1,
            None => break,
        }
    }
    widths
}

/// Changes widths in proportion, so that together they are `room`.
fn filling(wanted: &[u32], room: u32) -> Vec<u32> {
    let whole = wanted.iter().map(|width| u64::from(*width)).sum::<u64>().max(1);
    let (mut before, mut edge) = (0, 0);
    let mut widths = Vec::with_capacity(wanted.len());
    for width in wanted {
        before += u64::from(*width);
        let next = u32::try_from(before * u64::from(room) / whole).unwrap_or(room);
        widths.push(next - edge);
        edge = next;
    }
    widths
}

/// The half characters that a line takes in type: as on a terminal, a little more where Chinese and other letters
/// meet, since word processors part them, and where bold letters are wider than digits.
pub(super) fn set(line: &str, bold: bool) -> usize {
    let is_wide = |c: char| c >= '\u{2e80}';
    let parts = |two: &(char, char)| is_wide(two.0) != is_wide(two.1);
    let meet = line.chars().zip(line.chars().skip(1)).filter(parts).count();
    let letters = line.chars().filter(|c| c.is_alphabetic() && !is_wide(*c)).count();
    width(line) + meet.div_ceil(2) + if bold { letters.div_ceil(4) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::{Content, Need, filling, set, shared};
    use crate::render::document::ColumnKind as Kind;

    fn need(kind: Kind, natural: usize, load: usize, heading: &str) -> Need {
        let heading = Content::Words(super::pieces(heading));
        Need { kind, natural, word: 2, load, heading }
    }

    #[test]
    fn the_columns_fill_the_page_in_proportion() {
        assert_eq!(filling(&[100, 200], 900), [300, 600]);
        assert_eq!(filling(&[1, 1, 1], 8844).iter().sum::<u32>(), 8844);
        assert!(filling(&[], 900).is_empty());
        assert_eq!(filling(&[0], 900), [0]);
    }

    #[test]
    fn most_room_goes_where_most_text_stands() {
        let needs = [
            need(Kind::Id, 4, 4, "编号"),
            need(Kind::Text, 200, 120, "整改措施"),
            need(Kind::Text, 60, 40, "具体问题"),
            need(Kind::Name, 40, 20, "责任单位"),
        ];
        let widths = shared(&needs, 100);
        assert_eq!((widths[0], widths.iter().sum::<usize>()), (4, 100));
        assert!(widths[1] > widths[2] && widths[2] >= 24 && widths[3] >= 14, "{widths:?}");
        // Where the room is small, nothing goes below what can be read.
        assert_eq!(shared(&needs, 20), [4, 10, 10, 8]);
    }

    #[test]
    fn letters_of_two_kinds_are_parted() {
        assert_eq!((set("逾期", false), set("逾期54天", false)), (4, 9));
        assert_eq!((set("Sum", false), set("Sum", true)), (3, 4));
    }
}
