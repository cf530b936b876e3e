//! Puts new pieces into a text and leaves all other bytes as they are.

use std::ops::Range;

/// Returns the text with each of these bytes replaced; what goes to one place keeps its order. They do not overlap.
pub(super) fn spliced(text: &str, mut pieces: Vec<(Range<usize>, String)>) -> String {
    pieces.sort_by_key(|(span, _)| span.start);
    let mut new = String::with_capacity(text.len() + pieces.len() * 24);
    let mut done = 0;
    for (span, piece) in pieces {
        new.push_str(&text[done..span.start]);
        new.push_str(&piece);
        done = span.end;
    }
    new + &text[done..]
}

#[cfg(test)]
mod tests {
    use super::spliced;

    #[test]
    fn pieces_go_to_their_places_in_their_order() {
        let pieces = [(5..5, "五"), (0..1, "零"), (5..5, "六"), (2..4, "")];
        let pieces = pieces.map(|(span, text)| (span, text.to_owned())).to_vec();
        assert_eq!(spliced("abcdefg", pieces), "零be五六fg");
        assert_eq!(spliced("abc", Vec::new()), "abc");
    }
}
