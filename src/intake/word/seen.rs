//! What was seen beside the text, and where first.

use std::collections::BTreeMap;

use crate::complaint::{Address, At, OfficeNote, OfficeRemark};

/// Counts what is to be known of a document.
#[derive(Debug, Default)]
pub(super) struct Seen {
    counts: BTreeMap<OfficeNote, (usize, Option<At>)>,
    /// Where reading has come to.
    pub(super) here: Option<At>,
    /// Changes put in and struck out.
    pub(super) insertions: usize,
    pub(super) deletions: usize,
    /// Hidden passages.
    pub(super) hidden: usize,
}

impl Seen {
    /// Counts one more, here.
    pub(super) fn one(&mut self, what: OfficeNote) {
        let here = self.here;
        self.counts.entry(what).or_insert((0, here)).0 += 1;
    }

    /// Counts so many more that have no place.
    pub(super) fn count(&mut self, what: OfficeNote, count: usize) {
        if count > 0 {
            self.counts.entry(what).or_insert((0, None)).0 += count;
        }
    }

    /// Returns what is to be known; `numbers` are those of the paragraphs with text, by their places among all.
    pub(super) fn remarks(&self, numbers: &BTreeMap<u32, u32>) -> Vec<OfficeRemark> {
        let numbered = |at| match at {
            At::Paragraph(place) => numbers.get(&place).map(|number| At::Paragraph(*number)),
            cell => Some(cell),
        };
        let remark = |(what, (count, at)): (&OfficeNote, &(usize, Option<At>))| OfficeRemark {
            what: *what,
            count: *count,
            first: at.and_then(numbered).map(|at| Address { sheet: None, at }),
            names: Vec::new(),
        };
        self.counts.iter().map(remark).collect()
    }
}
