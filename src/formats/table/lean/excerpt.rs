//! A few problems of a large table as a small table of their own, for what is added to them.
//!
//! What is added to a table comes at its end. For that a command needs the header, the rows of the problems that it adds to,
//! and the last row, whose `seq` is the highest; all other rows must only be right. So they are read as lists read them,
//! piece by piece on all cores, and dropped, and what is needed stands in the excerpt byte for byte. That is a table like
//! any other: the usual way reads it, adds to it and reads it again, and knows nothing of the rest. What the excerpt has
//! grown by, the table grows by, and says what it said before and what was added, since
//!
//! - the old bytes stay as they are, and were all checked;
//! - the new rows are those of problems whose rows are all in the excerpt, or of problems with new numbers;
//! - language, columns and line ends come from the same header, and `seq` goes on from the same highest.
//!
//! Nothing comes of it where the table is not as `ledger` writes it or anything is wrong in it, and the excerpt may not be
//! used where more than the end changes (a column is missing): then the usual way is gone, which tells all complaints. A
//! property test holds both ways against each other (`tests/acts_on_tables.rs`).

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::{Feed, Lean, Piece, Strays, Wants, is_whole};
use crate::complaint::Source;
use crate::formats::share::{PORTION, share};

/// The header stands in so many first bytes.
const START: usize = 1 << 16;

/// So many bytes behind the end of a piece are looked at for the end of its last problem.
const BEYOND: usize = 1 << 14;

/// A part of a large table that is right as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The excerpt: the header, the rows of some problems, and the last row of all with those of its problem.
    pub source: Arc<Source>,
    /// The numbers of all problems of the table; they rise.
    pub numbers: Vec<u32>,
    line_end: &'static str,
    /// Whether the table ends with a line end.
    ends: bool,
}

impl Excerpt {
    /// Checks the table that these bytes are, in pieces of so many bytes, and takes those problems that are `wanted` of all
    /// numbers; none for a number that the table has not. Nothing where the table is to be read in the usual way.
    pub fn of(
        path: &str,
        bytes: &[u8],
        piece: usize,
        wanted: impl FnOnce(&[u32]) -> Vec<u32>,
    ) -> Option<Self> {
        let lean = Lean::of(&bytes[..bytes.len().min(START)], Wants::NOTHING)?;
        let header = std::str::from_utf8(bytes.get(..lean.begin)?).ok()?;
        let line_end = if header.ends_with("\r\n") { "\r\n" } else { "\n" };
        let rows = Rows::checked(&lean, bytes, piece)?;
        let numbers: Vec<u32> = rows.runs.iter().map(|(no, _)| *no).collect();
        let mut kept: BTreeSet<u32> = wanted(&numbers).into_iter().collect();
        kept.insert(rows.last);
        let mut text = header.to_owned();
        for no in kept.into_iter().filter(|no| numbers.binary_search(no).is_ok()) {
            text.push_str(&rows.of(bytes, no, line_end)?);
        }
        let source = Arc::new(Source { path: path.to_owned(), text, ..Source::default() });
        Some(Self { source, numbers, line_end, ends: bytes.ends_with(b"\n") })
    }

    /// Returns what the table grows by where the excerpt grows to this text; nothing where it has changed otherwise.
    pub fn growth<'n>(&self, new: &'n str) -> Option<Cow<'n, str>> {
        let rows = new.strip_prefix(&self.source.text)?;
        Some(if self.ends {
            Cow::Borrowed(rows)
        } else {
            format!("{}{rows}", self.line_end).into()
        })
    }
}

/// Where the rows of a table stand.
struct Rows {
    /// Those of each problem that stand together, in the order of the numbers.
    runs: Vec<(u32, Range<usize>)>,
    /// Those that stand apart from them.
    strays: Strays,
    /// The number of the problem whose row is the last.
    last: u32,
}

impl Rows {
    /// Finds the rows of a table in which nothing is wrong.
    fn checked(lean: &Lean, bytes: &[u8], piece: usize) -> Option<Self> {
        let piece = piece.max(lean.begin + 1);
        let pieces = (0..bytes.len().div_ceil(piece)).map(|at| Piece {
            from: (at * piece) as u64,
            until: ((at + 1) * piece).min(bytes.len()) as u64,
        });
        let none = Strays::new();
        let read = |part: Piece| whole_piece(bytes, piece, Feed::new(lean, &none, part));
        let pieces: Vec<Feed<'_>> = share(pieces, read).into_iter().collect::<Option<_>>()?;
        let extents: Vec<_> = pieces.iter().map(Feed::extent).collect();
        is_whole(&extents, lean.begin()..bytes.len() as u64).then_some(())?;
        let (mut runs, mut strays, mut last) = (Vec::new(), Strays::new(), None);
        for piece in pieces {
            for (no, span) in piece.runs.into_iter().flatten() {
                runs.push((no, usize::try_from(span.start).ok()?..usize::try_from(span.end).ok()?));
            }
            for (no, row) in piece.found {
                strays.entry(no).or_default().push_str(&row);
                last = Some(no);
            }
        }
        let (no, run) = runs.last()?;
        let last = if run.end == bytes.len() { *no } else { last? };
        let rows = Self { runs, strays, last };
        rows.strays_are_right(lean, bytes).then_some(rows)
    }

    /// Tells whether the rows that stand apart are right beside the others of their problems.
    fn strays_are_right(&self, lean: &Lean, bytes: &[u8]) -> bool {
        let strays: Vec<u32> = self.strays.keys().copied().collect();
        let right = |no: &u32| {
            let rows = self.of(bytes, *no, "\n");
            rows.is_some_and(|rows| lean.complete(*no, rows).is_some())
        };
        share(strays.chunks(PORTION), |some| some.iter().all(right)).into_iter().all(|it| it)
    }

    /// Returns all rows of a problem, each with a line end; nothing where it has no row of its own.
    fn of(&self, bytes: &[u8], no: u32, line_end: &str) -> Option<String> {
        let at = self.runs.binary_search_by_key(&no, |(known, _)| *known).ok()?;
        let mut rows = std::str::from_utf8(bytes.get(self.runs[at].1.clone())?).ok()?.to_owned();
        if !rows.ends_with('\n') {
            rows.push_str(line_end);
        }
        rows.push_str(self.strays.get(&no).map_or("", String::as_str));
        Some(rows)
    }
}

/// Reads the rows of the problems that begin in a piece.
fn whole_piece<'l>(bytes: &[u8], piece: usize, mut feed: Feed<'l>) -> Option<Feed<'l>> {
    feed.runs = Some(Vec::new());
    let mut room = piece.saturating_add(BEYOND);
    loop {
        let at = usize::try_from(feed.at).ok()?;
        let end = at.saturating_add(room).min(bytes.len());
        let last = end == bytes.len();
        let came_of = feed.take(bytes.get(at..end)?, last, &|_| false, drop)?;
        if came_of.done || last {
            return Some(feed);
        }
        // A problem that does not fit gets more room.
        room = room.saturating_mul(2);
    }
}

#[cfg(test)]
mod tests {
    use super::Excerpt;

    const TABLE: &str = "\u{feff}record,no,seq,title,measure,text,key,on,act,by\r\n\
                         problem,1,1,一,,,,,,\r\n\
                         problem,3,2,\"三\r\nentry,4,3\",,,,,,\r\n\
                         measure,3,3,,1,做,,,,\r\n\
                         problem,7,5,七,,,,,,\r\n\
                         entry,1,6,,,好,k7q2m9,2022-10-08,progress,甲";

    #[test]
    fn what_is_wanted_stands_there_with_all_its_rows_and_the_last_of_all() {
        for piece in [1, 90, 150, 4_000] {
            let excerpt = Excerpt::of("a.csv", TABLE.as_bytes(), piece, |_| vec![3, 9]).unwrap();
            assert_eq!(excerpt.numbers, [1, 3, 7], "{piece}");
            let rows: Vec<_> = TABLE.split_inclusive("\r\n").collect();
            let of_three = rows[2..5].concat();
            let text = format!("{}{}{}\n{of_three}", rows[0], rows[1], rows[6]);
            assert_eq!(excerpt.source.text, text);
            assert_eq!(excerpt.growth(&format!("{text}x")).unwrap(), "\r\nx");
            assert_eq!(excerpt.growth("x"), None);
        }
    }

    #[test]
    fn what_is_wrong_anywhere_is_for_the_usual_way() {
        let excerpt = |text: &str| Excerpt::of("a.csv", text.as_bytes(), 64, |_| Vec::new());
        assert!(excerpt(TABLE).is_some());
        for (right, wrong) in [
            ("2022-10-08", "2022-13-08"),
            ("problem,7,5", "problem,7,3"),
            ("problem,7,5", "problem,2,5"),
            ("measure,3,3,,1,做", "measure,3,3,,1,"),
            ("entry,1,6", "entry,2,6"),
            ("七", "\u{202e}七"),
        ] {
            assert_eq!(excerpt(&TABLE.replace(right, wrong)), None, "{wrong}");
        }
    }
}
