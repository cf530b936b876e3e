//! The names that stand for persons: 张某, 张某甲.

use super::lexicon::{SOMEBODY, SURNAMES, WHICH};

/// The names that stand for persons in a text already: 张某, 张某甲.
pub(super) fn masked(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for at in 1..chars.len() {
        if chars[at] != SOMEBODY || !SURNAMES.contains(chars[at - 1]) {
            continue;
        }
        let digits = chars[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
        let which = chars.get(at + 1).is_some_and(|c| WHICH.contains(*c));
        let end = at + 1 + if which { 1 } else { digits };
        found.push(chars[at - 1..end].iter().collect());
        found.push(chars[at - 1..=at].iter().collect());
    }
    found
}

/// A text in which it is not told who of several of a name is meant.
pub(super) fn without_which(text: &str) -> String {
    let mut plain = String::new();
    let mut behind = false;
    for c in text.chars() {
        let which = behind && (WHICH.contains(c) || c.is_ascii_digit());
        if !which {
            plain.push(c);
            behind = c == SOMEBODY;
        }
    }
    plain
}

/// The longest given name, in characters.
const GIVEN: usize = 3;

/// The longest English name, in letters behind the first.
const LETTERS: usize = 20;

/// Tells whether a text with masks may be made of another one.
pub(super) fn stands_for(masked: &[char], original: &[char]) -> bool {
    let (Some((first, rest)), Some((same, behind))) =
        (masked.split_first(), original.split_first())
    else {
        return masked.is_empty() && original.is_empty();
    };
    if first != same {
        return false;
    }
    if rest.first() == Some(&SOMEBODY) {
        let which = rest.get(1).is_some_and(|c| WHICH.contains(*c));
        let digits = rest[1..].iter().take_while(|c| c.is_ascii_digit()).count();
        let ends = [1 + usize::from(which), 1 + digits, 1];
        let given = |length: usize| {
            length <= behind.len()
                && ends.iter().any(|end| stands_for(&rest[*end..], &behind[length..]))
        };
        if (1..=GIVEN).any(given) {
            return true;
        }
    }
    if rest.first() == Some(&'.') && first.is_ascii_uppercase() {
        // A name may hold capitals of its own: McDonald.
        let letters = behind.iter().take_while(|c| c.is_alphabetic()).count();
        let digits = rest[1..].iter().take_while(|c| c.is_ascii_digit()).count();
        let name = |length: usize| {
            let rests = [1 + digits, 1];
            rests.iter().any(|end| stands_for(&rest[*end..], &behind[length..]))
        };
        if (1..=letters.min(LETTERS)).any(name) {
            return true;
        }
    }
    stands_for(rest, behind)
}
