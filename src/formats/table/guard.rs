//! Keeps a spreadsheet from running a text as a formula.

use std::borrow::Cow;

/// Returns the cell for a text: with a `'` before it where a spreadsheet would take it for a formula.
pub(super) fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    if runs(&text) { format!("'{text}").into() } else { text }
}

/// Returns the text of a cell: without the `'` of [`guarded`].
pub(super) fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| runs(text)).unwrap_or(cell)
}

/// Any number of `'` count as part of the text that they stand before, else `'=a` and `=a` would be written alike.
fn runs(text: &str) -> bool {
    let first = text.bytes().find(|byte| *byte != b'\'');
    matches!(first, Some(b'=' | b'+' | b'-' | b'@' | b'\t'))
}

#[cfg(test)]
mod tests {
    use super::{guarded, unguarded};

    #[test]
    fn a_guard_is_put_where_it_is_needed_and_taken_off_again() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("'=1+1", "''=1+1"),
            ("''-", "'''-"),
            ("@甲", "'@甲"),
            ("\t甲", "'\t甲"),
            ("'甲", "'甲"),
            ("甲=乙", "甲=乙"),
            ("", ""),
        ] {
            assert_eq!(guarded(text.into()), cell);
            assert_eq!(unguarded(cell), text);
        }
        assert_eq!(unguarded("=1+1"), "=1+1");
    }
}
