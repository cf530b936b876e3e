//! A place in the words of a limit.

use super::number;

/// The words that are not yet read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn over(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> &'a str {
        #[cfg(test)]
        work::count();
        &self.text[self.at..]
    }

    /// The words that are already passed.
    pub(super) fn behind(&self) -> &'a str {
        &self.text[..self.at]
    }

    pub(super) fn first(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Passes over one character.
    pub(super) fn step(&mut self) {
        self.at += self.first().map_or(0, char::len_utf8);
    }

    /// Tells whether one of the words stands here.
    pub(super) fn sees(&self, words: &[&str]) -> bool {
        let rest = self.rest();
        words.iter().any(|word| rest.starts_with(word))
    }

    /// Takes the word if it stands here.
    pub(super) fn takes(&mut self, word: &str) -> bool {
        let stands = self.rest().starts_with(word);
        if stands {
            self.at += word.len();
        }
        stands
    }

    /// Takes the first of the words that stands here.
    pub(super) fn takes_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.takes(word))
    }

    /// Takes what the word that stands here is paired with.
    pub(super) fn takes_one<T: Copy>(&mut self, words: &[(&str, T)]) -> Option<T> {
        words.iter().find(|(word, _)| self.takes(word)).map(|(_, value)| *value)
    }

    /// Takes a number, and says how many bytes it had.
    pub(super) fn number(&mut self) -> Option<(u32, usize)> {
        let (number, length) = number::leading(self.rest())?;
        self.at += length;
        Some((number, length))
    }

    /// Takes a number from `range`.
    pub(super) fn number_in(&mut self, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        self.attempt(|cursor| {
            cursor.number().map(|(number, _)| number).filter(|number| range.contains(number))
        })
    }

    /// Passes over all letters of numbers that stand here, whether they make a number or not; says how many bytes.
    pub(super) fn skip_numerals(&mut self) -> usize {
        let length = number::run(self.rest());
        self.at += length;
        length
    }

    /// Passes over the words up to the next joint of parts.
    pub(super) fn skip_clause(&mut self) {
        let end = self.rest().find(['、', ',', ';', '。', '并', '(', ')', '和', '及']);
        self.at += end.unwrap_or(self.rest().len());
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

/// How often a test's words were looked at: reading must not take more than a few looks at each letter.
#[cfg(test)]
pub(super) mod work {
    use std::cell::Cell;

    thread_local!(static LOOKS: Cell<u64> = const { Cell::new(0) });

    pub(super) fn count() {
        LOOKS.with(|looks| looks.set(looks.get() + 1));
    }

    /// Counts the looks of what is done.
    pub(in super::super) fn of(what: impl FnOnce()) -> u64 {
        let before = LOOKS.with(Cell::get);
        what();
        LOOKS.with(Cell::get) - before
    }
}
