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
