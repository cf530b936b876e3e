//! Reads a large table for its figures or lists: one problem after another, with nothing that those do not show, so that
//! neither the text nor the problems are ever in memory as a whole.
//!
//! It is the complete reader (`read`) with less to carry. What it takes it has checked as strictly; what it does not know at
//! sight (duties, amendments, texts that need unquoting, anything rare) it hands to the complete reader, a problem at a time;
//! and where anything is wrong, or the rows stand in an order that is not the writer's, it gives up, and the whole table is
//! read in the usual way, which tells all complaints. So it can say less than the complete reader, and never otherwise; a
//! property test holds the two against each other.
//!
//! It relies on what `ledger` writes: the columns `record` and `no` come first, the rows of a problem begin with its own,
//! numbers and `seq` rise. Rows that were added later at the end, for problems above, are strays: a first pass finds them, and
//! the parts of the table that they belong to are read once more together with them.
//!
//! Who asks may pass over problems at a first look: then they are built without any text, checked all the same, and built once
//! more with their texts if they are not passed over.
//!
//! | file | does |
//! |---|---|
//! | `scan` | bytes → cells of a row, and what no text may have |
//! | `slots` | which column means what for each sort of record |
//! | `build` | cells → problem |
//! | `values` | the values of cells |
//! | `feed` | runs of rows → problems, piece by piece |
//! | `extent` | whether pieces are a whole |
//! | `excerpt` | a few problems of a table as a table of their own, for what is added to them |

mod build;
mod excerpt;
mod extent;
mod feed;
mod scan;
mod slots;
mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use excerpt::Excerpt;
pub use extent::{Extent, is_whole};
pub use feed::{Fed, Feed, Piece};

use super::SEPARATOR;
use super::header::Header;
use super::line::{Keys, Line};
use super::read::shape_fault;
use super::rows::Rows;
use crate::complaint::Source;
use crate::domain::problem::Problem;
use crate::formats::record;
use slots::Slots;

/// Which texts of problems are wanted; days, numbers and what happened always are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
pub struct Wants {
    /// What problems and measures are called: titles, texts of measures, numbers on paper.
    pub texts: bool,
    /// Units, limits in words, and the names of earlier problems.
    pub units: bool,
    /// Leaders and persons.
    pub persons: bool,
    /// Categories, sources and tags.
    pub sorts: bool,
    /// Whether each problem is looked at without any text first, since most may be passed over.
    pub first_look: bool,
    /// The first and the last number of the problems of which everything is wanted.
    pub whole: Option<(u32, u32)>,
}

impl Wants {
    /// No texts at all.
    pub const NOTHING: Self = Self {
        texts: false,
        units: false,
        persons: false,
        sorts: false,
        first_look: false,
        whole: None,
    };
    /// All that lists show.
    pub const LINES: Self =
        Self { texts: true, units: true, persons: true, sorts: true, ..Self::NOTHING };
    /// All that figures may be counted by.
    pub const FIGURES: Self = Self { texts: false, ..Self::LINES };
}

/// Rows that stand apart from their problem's, by its number, each with its line end.
pub type Strays = BTreeMap<u32, String>;

/// How to read a table.
pub struct Lean {
    header: Header,
    keys: Keys,
    slots: Slots,
    wants: Wants,
    /// The byte behind the header's row.
    begin: usize,
}

impl Lean {
    /// Looks at the beginning of a table, which holds its first row; nothing where this is no table that can be read so.
    pub fn of(start: &[u8], wants: Wants) -> Option<Self> {
        let end = start.iter().position(|byte| *byte == b'\n')?;
        let text = std::str::from_utf8(&start[..=end]).ok()?;
        let row = Rows::new(text, SEPARATOR).next()?;
        let mut faults = Vec::new();
        let header = Header::read(text, &row, &mut faults);
        let sound = faults.is_empty() && row.faults.is_empty() && scan::is_clean(text);
        let in_order = header.position("record") == Some(0) && header.position("no") == Some(1);
        if !sound || !in_order || header.keys.len() < 3 {
            return None;
        }
        let (keys, slots) = (Keys::new(&header), Slots::new(&header)?);
        Some(Self { header, keys, slots, wants, begin: end + 1 })
    }

    /// The byte behind the header's row.
    pub fn begin(&self) -> u64 {
        self.begin as u64
    }

    /// Reads a problem in the usual way, from all of its rows.
    fn complete(&self, no: u32, text: String) -> Option<Problem> {
        let source = Arc::new(Source { path: String::new(), text, ..Source::default() });
        let mut faults = Vec::new();
        let mut lines = Vec::new();
        for mut row in Rows::from(&source.text, SEPARATOR, 0) {
            faults.append(&mut row.faults);
            if shape_fault(&source.text, &self.header, &row).is_some() {
                return None;
            }
            let line = Line::read_head(&source.text, &self.header, &row, &mut faults)?;
            lines.push((line, row));
        }
        lines.sort_by_key(|(line, _)| line.seq);
        let read = |(line, row): &(Line, _)| {
            line.read(&source.text, &self.header, &self.keys, row, &mut faults)
        };
        let records = lines.iter().map(read).collect();
        let located = record::problem(no, records, &source).ok()?;
        faults.is_empty().then_some(located.value)
    }
}
