//! Which part of a table each piece was, and whether they are the whole together.

use std::ops::Range;

use super::Feed;

/// Which part of a table a piece was.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    begun: Option<u64>,
    end: u64,
    numbers: Option<(u32, u32)>,
    seqs: Option<(u32, u32)>,
}

impl Feed<'_> {
    /// Returns which part of the table was read.
    pub fn extent(&self) -> Extent {
        Extent { begun: self.begun, end: self.at, numbers: self.numbers, seqs: self.seqs }
    }
}

/// Tells whether the first piece begins behind the header, each ends where the next one begins, and numbers and places rise
/// from one to the next: where one took a line inside a cell for the beginning of a problem, they do not.
pub fn is_whole(pieces: &[Extent], table: Range<u64>) -> bool {
    let begun: Vec<_> = pieces.iter().filter_map(|it| Some((it.begun?, it.end))).collect();
    let begins = begun.first().is_some_and(|(begun, _)| *begun == table.start);
    let meet = begun.windows(2).all(|pair| pair[0].1 == pair[1].0);
    let ends = begun.last().is_some_and(|(_, end)| *end == table.end);
    let rise = |of: fn(&Extent) -> Option<(u32, u32)>| {
        let all: Vec<_> = pieces.iter().filter_map(of).collect();
        all.windows(2).all(|pair| pair[0].1 < pair[1].0)
    };
    begins && meet && ends && rise(|it| it.numbers) && rise(|it| it.seqs)
}
