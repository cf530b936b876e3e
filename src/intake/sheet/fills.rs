//! Cells that are merged with one above.

use std::collections::BTreeMap;

use super::terms::Region;

/// For each row the cells that are merged with one above: its column, and the row where its text stands.
#[derive(Debug, Default)]
pub(super) struct Fills {
    rows: BTreeMap<usize, Vec<(usize, usize)>>,
}

impl Fills {
    pub(super) fn new(merges: &[Region], rows: usize) -> Self {
        let mut fills = Self::default();
        for region in merges {
            for row in region.first_row + 1..=region.last_row.min(rows) {
                fills.rows.entry(row).or_default().push((region.first_column, region.first_row));
            }
        }
        fills
    }

    /// Those of a row: the column of each, and the row where its text stands.
    pub(super) fn of(&self, row: usize) -> &[(usize, usize)] {
        self.rows.get(&row).map_or(&[][..], Vec::as_slice)
    }
}
