//! The titles of lines: one sentence that fits a list.

use std::ops::Range;

use super::genre;
use super::text::Text;

/// Letters that fit a line of a list.
pub(super) const LONG: usize = 60;

/// A title of one sentence; a sentence that is very long is cut at a comma.
pub(super) fn title(text: &Text, heading: &Range<usize>, most: usize) -> Range<usize> {
    let words = text.words(heading);
    let (start, end) = genre::finding(words);
    let range = heading.start + start..heading.start + end;
    let words = text.words(&range);
    let Some((most, _)) = words.char_indices().nth(most) else {
        return text.trimmed(&range, &[',', ':', ';', '。']);
    };
    let long = |at: &usize| words[..*at].chars().count() > 7;
    let cut = |signs: &[char]| words[..most].rfind(signs).filter(long);
    let end = cut(&[',', ';']).or_else(|| cut(&['、'])).unwrap_or(most);
    text.trimmed(&(range.start..range.start + end), &[',', '、', ';'])
}
