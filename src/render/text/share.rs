//! Shares the width of a table among its columns.

use crate::render::document::{Column, ColumnKind};

/// What a column would like to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Need {
    pub(super) kind: ColumnKind,
    pub(super) weight: u16,
    /// The widest line of its cells.
    pub(super) cells: usize,
    /// The widest word of its cells, of a column of names or lights; nothing else is so narrow that words break.
    pub(super) word: usize,
    /// Its heading on one line.
    pub(super) heading: usize,
    /// The widest word of its heading, which is never broken.
    pub(super) heading_word: usize,
    /// The widths at which its heading takes a line less, the narrowest first.
    pub(super) steps: Vec<usize>,
}

/// What the heading of a column would like to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// On one line.
    pub(super) natural: usize,
    /// Its widest word.
    pub(super) word: usize,
    /// The widths at which it takes a line less, the narrowest first.
    pub(super) steps: Vec<usize>,
}

/// How hard it is pressed for room. The first that fits is taken.
#[derive(Debug, Clone, Copy)]
enum Pressure {
    /// Headings stay on a line, and running text has room to read.
    Roomy,
    /// Headings wrap, and running text is narrow.
    Tight,
    /// Whatever can be narrow is, but names and lights keep their words whole.
    Words,
    /// Whatever can be narrow is as narrow as Chinese can be, but headings keep their words whole.
    Least,
    /// Even the headings of names and running text are torn, since the lines would not fit.
    Torn,
}

/// Columns below which running text does not read well.
const READABLE: usize = 20;
/// Four Chinese characters: the least that running text has in a table that can still be read.
const NARROW: usize = 8;
/// Two Chinese characters: the least that a column can have.
const LEAST: usize = 4;
/// Nine Chinese characters: a name up to that is short and stays on a line, as does 立行立改、长期坚持.
const SHORT_NAME: usize = 18;

/// Five Chinese characters, or an English word: 10天内到期, `suspended`.
const SHORT_LIGHT: usize = 10;
/// A word up to that is not broken, in a column of names: `suspended`, `transferred`.
const LONG_WORD: usize = 12;

impl Need {
    pub(super) fn new(column: &Column, cells: (usize, usize), heading: Heading) -> Self {
        let (cells, word) = cells;
        Self {
            kind: column.kind,
            weight: column.weight.max(1),
            cells,
            word,
            heading: heading.natural,
            heading_word: heading.word,
            steps: heading.steps,
        }
    }

    fn is_flexible(&self) -> bool {
        matches!(
            self.kind,
            ColumnKind::Id | ColumnKind::Light | ColumnKind::Name | ColumnKind::Text
        )
    }

    fn natural(&self) -> usize {
        self.cells.max(self.heading).max(1)
    }

    fn floor(&self, pressure: Pressure) -> usize {
        let heading = match pressure {
            Pressure::Roomy => self.heading,
            // A heading of one Chinese character a line would be legal and ugly.
            _ => self.heading_word.max(LEAST),
        };
        let floor = match (self.kind, pressure) {
            (ColumnKind::Light, Pressure::Words) => self.cells.min(SHORT_LIGHT).max(heading),
            (ColumnKind::Name, Pressure::Words)
            | (ColumnKind::Light, Pressure::Least | Pressure::Torn) => {
                self.word.clamp(LEAST, LONG_WORD).max(heading)
            }
            (ColumnKind::Text, Pressure::Words)
            | (ColumnKind::Name | ColumnKind::Text, Pressure::Least) => heading,
            (ColumnKind::Name | ColumnKind::Text, Pressure::Torn) => LEAST,
            (ColumnKind::Name, Pressure::Roomy | Pressure::Tight) => SHORT_NAME,
            (ColumnKind::Text, Pressure::Roomy) => READABLE,
            (ColumnKind::Text, Pressure::Tight) => NARROW.max(heading),
            (_, Pressure::Roomy) => self.cells.max(heading),
            // Days and numbers are shorter than this; words that stand in their place wrap.
            _ => self.cells.min(READABLE).max(heading),
        };
        floor.min(self.natural())
    }
}

/// Tells whether the room is so small that names are broken and running text is narrower than can be read.
pub(super) fn is_pressed(needs: &[Need], room: usize) -> bool {
    needs.iter().map(|need| need.floor(Pressure::Tight)).sum::<usize>() > room
}

/// Returns the width of each column, of `room` in all. Each has its floor; what is left goes to those that still
/// want it, by their weight. Where even the least does not fit, the sum is more than `room`.
pub(super) fn share(needs: &[Need], room: usize) -> Vec<usize> {
    let floors = |pressure| needs.iter().map(|need| need.floor(pressure)).collect::<Vec<_>>();
    let mut widths = floors(Pressure::Roomy);
    for pressure in [Pressure::Tight, Pressure::Words, Pressure::Least, Pressure::Torn] {
        if widths.iter().sum::<usize>() > room {
            widths = floors(pressure);
        }
    }
    let mut left = room.saturating_sub(widths.iter().sum());
    while left > 0 {
        let Some(place) = next(needs, &widths) else { break };
        widths[place] += 1;
        left -= 1;
    }
    // Half a word more of a heading is of no use, so headings get what saves a line, the tallest first.
    while let Some((place, step)) = next_heading(needs, &widths, left) {
        left -= step - widths[place];
        widths[place] = step;
    }
    widths
}

/// Returns the column with the most lines of heading to save, of those that `left` is enough for, and its next width.
fn next_heading(needs: &[Need], widths: &[usize], left: usize) -> Option<(usize, usize)> {
    let steps = |place: usize| needs[place].steps.iter().filter(move |step| **step > widths[place]);
    let fits = |place: usize| {
        let step = *steps(place).next()?;
        (step - widths[place] <= left).then_some((place, step))
    };
    let fixed = (0..needs.len()).filter(|place| !needs[*place].is_flexible());
    // The first of several, where they are alike.
    fixed.filter_map(fits).rev().max_by_key(|(place, _)| steps(*place).count())
}

/// Returns the column that has least for its weight, of those that want more.
fn next(needs: &[Need], widths: &[usize]) -> Option<usize> {
    let wants =
        |&place: &usize| needs[place].is_flexible() && widths[place] < needs[place].natural();
    // Compared crosswise, since a quotient would round.
    (0..needs.len()).filter(wants).min_by(|&one, &other| {
        let weight = |place: usize| usize::from(needs[place].weight);
        (widths[one] * weight(other)).cmp(&(widths[other] * weight(one)))
    })
}

#[cfg(test)]
mod tests {
    use super::{Need, share};
    use crate::render::document::ColumnKind as Kind;

    fn need(kind: Kind, cells: usize, heading: usize) -> Need {
        let weight = if kind == Kind::Text { 2 } else { 1 };
        let steps = (heading > 4).then_some(heading).into_iter().collect();
        Need { kind, weight, cells, word: 2, heading, heading_word: heading.min(4), steps }
    }

    #[test]
    fn all_get_what_they_need_where_it_fits() {
        let needs = [need(Kind::Id, 6, 4), need(Kind::Text, 30, 4), need(Kind::Number, 2, 8)];
        assert_eq!(share(&needs, 80), [6, 30, 8]);
    }

    #[test]
    fn running_text_gives_way_first_and_then_the_headings() {
        let needs = [need(Kind::Id, 6, 4), need(Kind::Text, 300, 4), need(Kind::Number, 2, 8)];
        assert_eq!(share(&needs, 60), [6, 46, 8]);
        assert_eq!(share(&needs, 34), [6, 20, 8]);
        assert_eq!(share(&needs, 30), [6, 20, 4]);
        assert_eq!(share(&needs, 18), [6, 8, 4]);
        assert_eq!(share(&needs, 10), [6, 4, 4]);
    }

    #[test]
    fn headings_get_what_saves_a_line_and_nothing_else() {
        let tall = Need { steps: vec![8, 12], ..need(Kind::Number, 1, 12) };
        let needs = [need(Kind::Number, 2, 8), tall, need(Kind::Number, 2, 8)];
        assert_eq!(share(&needs, 12), [4, 4, 4]);
        assert_eq!(share(&needs, 15), [4, 4, 4]);
        assert_eq!(share(&needs, 17), [4, 8, 4]);
        assert_eq!(share(&needs, 20), [8, 8, 4]);
        assert_eq!(share(&needs, 24), [8, 12, 4]);
        assert_eq!(share(&needs, 28), [8, 12, 8]);
    }

    #[test]
    fn long_texts_share_by_weight_and_short_ones_get_all() {
        let needs = [need(Kind::Text, 300, 4), need(Kind::Text, 24, 4), need(Kind::Name, 200, 4)];
        assert_eq!(share(&needs, 114), [60, 24, 30]);
    }

    #[test]
    fn short_names_stay_on_a_line() {
        let needs = [need(Kind::Text, 300, 4), need(Kind::Name, 12, 8), need(Kind::Date, 10, 8)];
        assert_eq!(share(&needs, 34), [12, 12, 10]);
    }
}
