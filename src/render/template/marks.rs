//! Stand-ins for signs that could be markup, and marks for what is taken over from the built-in paper.
//!
//! They are characters that no text has: of the private use area of plane 15. One that a text has all the same is shown
//! as what it is, a character that nobody can read.

use std::ops::Range;

/// The stand-in of the first character of ASCII; those of the others follow.
const FIRST: u32 = 0xF_0000;
const WIDE_COLON: char = '\u{F0080}';
/// Begins and ends a mark for blocks of the built-in paper.
const BEGIN: char = '\u{F0100}';
const END: char = '\u{F0101}';
const LAST: u32 = 0xF_01FF;

fn is_mark(c: char) -> bool {
    (FIRST..=LAST).contains(&u32::from(c))
}

/// The text with stand-ins for all signs that could be markup.
pub(super) fn hidden(text: &str) -> String {
    let hide = |c: char| match c {
        c if is_mark(c) => char::REPLACEMENT_CHARACTER,
        '：' => WIDE_COLON,
        c if c.is_ascii() && !c.is_ascii_alphanumeric() => {
            char::from_u32(FIRST + u32::from(c)).unwrap_or(c)
        }
        c => c,
    };
    text.chars().map(hide).collect()
}

/// The text with what the stand-ins stand for.
pub(super) fn shown(text: &str) -> String {
    let show = |c: char| match c {
        WIDE_COLON => Some('：'),
        c if is_mark(c) => char::from_u32(u32::from(c) - FIRST).filter(char::is_ascii),
        c => Some(c),
    };
    text.chars().filter_map(show).collect()
}

/// The mark for blocks of the built-in paper.
pub(super) fn blocks(range: &Range<usize>) -> String {
    format!("{BEGIN}{}-{}{END}", range.start, range.end)
}

/// What a line is made of.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text of the template and of values.
    Text(&'a str),
    /// Blocks of the built-in paper.
    Blocks(Range<usize>),
}

/// Parts a line at its marks.
pub(super) fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once(BEGIN) {
        let Some((mark, behind)) = behind.split_once(END) else { break };
        if !before.trim().is_empty() {
            pieces.push(Piece::Text(before));
        }
        let number = |text: &str| text.parse::<usize>().ok();
        let range = mark.split_once('-').and_then(|(a, b)| Some(number(a)?..number(b)?));
        pieces.extend(range.map(Piece::Blocks));
        rest = behind;
    }
    if pieces.is_empty() || !rest.trim().is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}
