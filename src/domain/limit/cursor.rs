//! A place in the words of a limit.

/// The words that are not yet read, with width and case made even.
pub(super) struct Cursor {
    text: String,
    at: usize,
}

/// What stands between two parts.
const JOINTS: [&str; 14] =
    ["、", "，", ",", "；", ";", "。", " ", "并且", "并", "且", "and ", "then ", "“", "”"];

impl Cursor {
    pub(super) fn over(words: &str) -> Self {
        let text =
            words.trim().trim_end_matches('.').chars().map(even).collect::<String>().to_lowercase();
        Self { text, at: 0 }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Passes over what joins two parts; tells whether anything is left.
    pub(super) fn skip_joints(&mut self) -> bool {
        while self.takes_any(&JOINTS) {}
        !self.rest().is_empty()
    }

    /// Passes over the words up to the next joint.
    pub(super) fn skip_clause(&mut self) {
        let end = self.rest().find(['、', '，', ',', '；', ';', '。']).unwrap_or(self.rest().len());
        self.at += end;
    }

    /// Takes the first of the words that stands here.
    pub(super) fn takes_any(&mut self, words: &[&str]) -> bool {
        let Some(word) = words.iter().find(|word| self.rest().starts_with(**word)) else {
            return false;
        };
        self.at += word.len();
        true
    }

    /// Takes a number of so many digits.
    pub(super) fn number(&mut self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let length = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let number =
            digits.contains(&length).then(|| self.rest()[..length].parse().ok()).flatten()?;
        self.at += length;
        Some(number)
    }

    /// Tries a reading, and goes back where it fails.
    pub(super) fn attempt<T>(&mut self, reading: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let result = reading(self);
        if result.is_none() {
            self.at = start;
        }
        result
    }
}

/// Makes full-width digits and signs even with the half-width ones.
fn even(c: char) -> char {
    match c {
        '！'..='～' if c != '，' && c != '；' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    }
}
