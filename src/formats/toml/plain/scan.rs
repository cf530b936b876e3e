//! Goes through a text byte by byte. Everything returns nothing where the text is not plain.

use std::ops::Range;

use crate::domain::day::Day;
use crate::formats::record::Raw;

/// A place in a text.
pub(super) struct Scan<'i> {
    text: &'i str,
    at: usize,
}

impl<'i> Scan<'i> {
    pub(super) fn new(text: &'i str) -> Self {
        Self { text, at: 0 }
    }

    /// How many bytes were read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn rest(&self) -> &'i [u8] {
        &self.text.as_bytes()[self.at..]
    }

    fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    /// Reads a byte, if it is this one.
    pub(super) fn skip(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    pub(super) fn expect(&mut self, bytes: &[u8]) -> Option<()> {
        self.rest().starts_with(bytes).then(|| self.at += bytes.len())
    }

    fn blanks(&mut self) {
        self.at += self.rest().iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    }

    /// Goes to the next line that says something, and returns its first byte; `Some(None)` at the end of the text.
    #[expect(clippy::option_option, reason = "not plain, at the end, or a byte")]
    pub(super) fn begin_line(&mut self) -> Option<Option<u8>> {
        loop {
            self.blanks();
            match self.peek() {
                None => return Some(None),
                Some(b'\n' | b'\r' | b'#') => self.end_line()?,
                Some(byte) => return Some(Some(byte)),
            }
        }
    }

    /// Reads what may stand behind a value or a header: blanks, a comment, the end of the line.
    pub(super) fn end_line(&mut self) -> Option<()> {
        self.blanks();
        if self.skip(b'#') {
            self.at += self.rest().iter().take_while(|byte| is_text(**byte)).count();
        }
        match self.rest() {
            [] => Some(()),
            [b'\n', ..] => self.expect(b"\n"),
            _ => self.expect(b"\r\n"),
        }
    }

    /// Reads a bare key.
    pub(super) fn bare(&mut self) -> Option<(&'i str, Range<usize>)> {
        let is_bare = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let length = self.rest().iter().take_while(|byte| is_bare(byte)).count();
        let span = self.at..self.at + length;
        self.at = span.end;
        (length > 0).then_some((self.text.get(span.clone())?, span))
    }

    /// Reads a name in a header, bare or quoted.
    pub(super) fn name(&mut self) -> Option<&'i str> {
        match self.peek()? {
            quote @ (b'"' | b'\'') => self.line_of_text(quote),
            _ => Some(self.bare()?.0),
        }
    }

    /// Reads the sign between key and value.
    pub(super) fn equals(&mut self) -> Option<()> {
        self.blanks();
        self.expect(b"=")?;
        self.blanks();
        Some(())
    }

    pub(super) fn value(&mut self) -> Option<Raw<'i>> {
        match self.peek()? {
            quote @ (b'"' | b'\'') => Some(Raw::Text(self.text(quote)?.into())),
            b'[' => self.list(),
            b'0'..=b'9' => self.number(),
            b't' => self.expect(b"true").map(|()| Raw::Flag(true)),
            b'f' => self.expect(b"false").map(|()| Raw::Flag(false)),
            _ => None,
        }
    }

    fn text(&mut self, quote: u8) -> Option<&'i str> {
        if self.expect(&[quote; 3]).is_some() {
            self.lines(quote)
        } else {
            self.line_of_text(quote)
        }
    }

    /// Reads a text of one line, between quotes. Only between single ones a backslash is one.
    fn line_of_text(&mut self, quote: u8) -> Option<&'i str> {
        self.expect(&[quote])?;
        let ends =
            |byte: &u8| *byte == quote || !is_text(*byte) || (*byte == b'\\' && quote == b'"');
        let length = self.rest().iter().position(ends)?;
        let text = self.text.get(self.at..self.at + length);
        self.at += length;
        self.expect(&[quote])?;
        text
    }

    /// Reads a text of several lines behind its three quotes.
    fn lines(&mut self, quote: u8) -> Option<&'i str> {
        self.skip(b'\n'); // right behind the quotes it is not of the text
        let start = self.at;
        loop {
            let plain = |byte: &u8| {
                *byte != quote
                    && (is_text(*byte) || *byte == b'\n')
                    && (*byte != b'\\' || quote == b'\'')
            };
            self.at += self.rest().iter().take_while(|byte| plain(byte)).count();
            if self.peek() != Some(quote) {
                return None;
            }
            let text = self.text.get(start..self.at);
            match self.rest().iter().take_while(|byte| **byte == quote).count() {
                3 => {
                    self.at += 3;
                    return text;
                }
                few @ 1..3 => self.at += few,
                _ => return None, // some of them belong to the text
            }
        }
    }

    fn list(&mut self) -> Option<Raw<'i>> {
        self.expect(b"[")?;
        let mut items = Vec::with_capacity(1);
        loop {
            self.gap();
            if self.skip(b']') {
                return Some(Raw::List(items));
            }
            if self.peek() == Some(b'[') {
                return None; // nothing here is that deep
            }
            let start = self.at;
            let item = self.value()?;
            items.push((start..self.at, item));
            self.gap();
            if !self.skip(b',') && self.peek() != Some(b']') {
                return None;
            }
        }
    }

    /// Reads what may stand between the items of a list.
    fn gap(&mut self) {
        let is_gap = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n');
        self.at += self.rest().iter().take_while(|byte| is_gap(byte)).count();
    }

    /// Reads a day, or a number without a sign.
    fn number(&mut self) -> Option<Raw<'i>> {
        let of_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
        let length = self.rest().iter().take_while(|byte| of_number(byte)).count();
        let word = self.text.get(self.at..self.at + length)?;
        self.at += length;
        // What goes on is something else: an exponent, a time, another base.
        if !matches!(self.peek(), None | Some(b' ' | b'\t' | b'\r' | b'\n' | b',' | b']' | b'#')) {
            return None;
        }
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let whole = |text: &str| digits(text) && (text == "0" || !text.starts_with('0'));
        if let Some((before, behind)) = word.split_once('.') {
            let plain = whole(before) && !before.is_empty() && digits(behind) && !behind.is_empty();
            return plain.then(|| Raw::Float(word.into()));
        }
        if word.len() == 10 && word.contains('-') {
            return Day::from_iso(word).map(Raw::Day);
        }
        if word.len() < 19 && whole(word) { Some(Raw::Integer(word.parse().ok())) } else { None }
    }
}

/// Tells whether a byte may stand in a text or comment of one line.
fn is_text(byte: u8) -> bool {
    byte == b'\t' || (byte >= b' ' && byte != 0x7f)
}
