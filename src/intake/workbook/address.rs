//! The addresses of cells and regions: `B7`, `A1:C3`.

/// Rows and columns that any sheet may have.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

/// A region of a sheet whose cells are merged; rows and columns from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Merge {
    /// Reads `A1:C3`; a single cell is no merged region.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (first, last) = text.split_once(':')?;
        let ((top, left), (bottom, right)) = (cell(first)?, cell(last)?);
        (top <= bottom && left <= right).then_some(Self { top, left, bottom, right })
    }
}

/// Reads the address of a cell into its row and column, both from 1.
pub(super) fn cell(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = text.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 || digits.starts_with('0') {
        return None;
    }
    let column = letters.chars().try_fold(0, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then(|| column * 26 + u32::from(letter) - u32::from('A') + 1)
    })?;
    let row = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    (row <= ROWS && column <= COLUMNS).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::{Merge, cell};

    #[test]
    fn addresses_are_read_strictly() {
        assert_eq!(cell("A1"), Some((1, 1)));
        assert_eq!(cell("xfd1048576"), Some((1_048_576, 16_384)));
        assert_eq!(cell("AB12"), Some((12, 28)));
        for wrong in ["", "A", "1", "A0", "XFE1", "A1048577", "ZZZZ999", "A-1", "A1B", "Ａ1", "A01"]
        {
            assert_eq!(cell(wrong), None, "{wrong}");
        }
        assert_eq!(Merge::read("A2:B7"), Some(Merge { top: 2, left: 1, bottom: 7, right: 2 }));
        assert_eq!(Merge::read("B7:A2"), None);
        assert_eq!(Merge::read("A1"), None);
    }
}
