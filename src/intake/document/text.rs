//! A document's text made even, with the place of every letter in the source.
//!
//! All modules speak of byte ranges of the even text; only here are they turned into words and places of the source.

use std::ops::Range;

use super::letters::{even, is_blank, is_invisible};
use super::{joins, unfold};

/// The even text: a paragraph a line, without blanks that say nothing, page numbers and line breaks inside sentences.
#[derive(Debug)]
pub(super) struct Text {
    even: String,
    letters: Vec<Letter>,
}

/// One letter of the even text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    /// Where it begins in the even text; set when the text is put together.
    at: usize,
    /// Its bytes in the source.
    from: (usize, usize),
    /// As the source has it.
    shown: char,
    /// The letter that stands for all its spellings.
    even: char,
    /// A blank or a line break stands before it.
    parted: bool,
}

/// A line of the source.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) letters: Vec<Letter>,
    /// Its even words.
    pub(super) even: String,
}

impl Text {
    /// Makes a source even.
    pub(super) fn read(source: &str) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in source.split_inclusive('\n') {
            lines.push(Line::read(line.trim_end_matches(['\n', '\r']), start));
            start += line.len();
        }
        let lines = lines.into_iter().filter(|line| !line.says_nothing()).collect();
        Self::of(unfold::unfolded(joins::joined(lines)))
    }

    fn of(paragraphs: Vec<Vec<Letter>>) -> Self {
        let mut text = Self { even: String::new(), letters: Vec::new() };
        for paragraph in paragraphs {
            let Some(first) = paragraph.first() else { continue };
            if !text.even.is_empty() {
                let from = text.letters.last().map_or(first.from.0, |last| last.from.1);
                text.push(Letter {
                    at: 0,
                    from: (from, from),
                    shown: '\n',
                    even: '\n',
                    parted: false,
                });
            }
            for letter in paragraph {
                text.push(letter);
            }
        }
        text
    }

    fn push(&mut self, letter: Letter) {
        self.letters.push(Letter { at: self.even.len(), ..letter });
        self.even.push(letter.even);
    }

    /// The even text.
    pub(super) fn even(&self) -> &str {
        &self.even
    }

    /// The even words of a range.
    pub(super) fn words(&self, range: &Range<usize>) -> &str {
        self.even.get(range.clone()).unwrap_or_default()
    }

    /// The words of a range as the source has them, without the breaks and blanks that say nothing.
    pub(super) fn shown(&self, range: &Range<usize>) -> String {
        self.within(range).iter().map(|letter| letter.shown).collect()
    }

    /// The bytes of a range in the source.
    pub(super) fn span(&self, range: &Range<usize>) -> Range<usize> {
        let letters = self.within(range);
        if let (Some(first), Some(last)) = (letters.first(), letters.last()) {
            return first.from.0..last.from.1;
        }
        let at = self.letters.partition_point(|letter| letter.at < range.start);
        let at = self.letters.get(at).map_or(0, |letter| letter.from.0);
        at..at
    }

    /// Tells whether a blank or a line break stands in the source before a letter.
    pub(super) fn is_parted(&self, at: usize) -> bool {
        let place = self.letters.partition_point(|letter| letter.at < at);
        self.letters.get(place).is_some_and(|letter| letter.parted)
    }

    fn within(&self, range: &Range<usize>) -> &[Letter] {
        let first = self.letters.partition_point(|letter| letter.at < range.start);
        let last = self.letters.partition_point(|letter| letter.at < range.end);
        self.letters.get(first..last).unwrap_or_default()
    }

    /// The paragraphs in their order.
    pub(super) fn paragraphs(&self) -> Vec<Range<usize>> {
        let mut start = 0;
        let mut paragraphs = Vec::new();
        for line in self.even.split('\n') {
            paragraphs.push(start..start + line.len());
            start += line.len() + 1;
        }
        paragraphs.retain(|range| !range.is_empty());
        paragraphs
    }

    /// The range without blanks, line ends and these signs at its ends.
    pub(super) fn trimmed(&self, range: &Range<usize>, signs: &[char]) -> Range<usize> {
        let is_sign = |c: char| c == '\n' || c == ' ' || signs.contains(&c);
        let words = self.words(range);
        let behind = words.trim_end_matches(is_sign).len();
        let before = words[..behind].len() - words[..behind].trim_start_matches(['\n', ' ']).len();
        range.start + before..range.start + behind
    }
}

impl Letter {
    /// The letter that stands for all its spellings.
    pub(super) fn even(self) -> char {
        self.even
    }
}

impl Line {
    /// Reads a line that begins at this byte of the source.
    fn read(line: &str, start: usize) -> Self {
        let mut letters: Vec<Letter> = Vec::with_capacity(line.len() / 3);
        let mut blank = None;
        for (at, shown) in line.char_indices() {
            let from = (start + at, start + at + shown.len_utf8());
            if is_invisible(shown) || (shown.is_control() && shown != '\t') {
                continue;
            }
            if is_blank(shown) {
                blank = Some(from);
                continue;
            }
            // Between words of an alphabet a blank counts; beside Chinese and figures it is a slip of a conversion.
            let is_word = |c: char| c.is_ascii_alphabetic();
            let before = letters.last().map(|letter| letter.shown);
            if let Some(from) = blank.filter(|_| is_word(shown) && before.is_some_and(is_word)) {
                letters.push(Letter { at: 0, from, shown: ' ', even: ' ', parted: false });
            }
            let even = even(shown);
            letters.push(Letter { at: 0, from, shown, even, parted: blank.is_some() });
            blank = None;
        }
        if let Some(first) = letters.first_mut() {
            first.parted = true;
        }
        let mut line = Self { letters, even: String::new() };
        line.drop_marks();
        line.full_stops();
        line.even = line.letters.iter().map(|letter| letter.even).collect();
        line
    }

    /// A point between Chinese letters is a full stop of half width.
    fn full_stops(&mut self) {
        let closes = |c: char| !c.is_ascii() || matches!(c, ')' | ']' | '"' | '%');
        for at in 1..self.letters.len() {
            let before = self.letters[at - 1].even;
            let behind = self.letters.get(at + 1).map(|letter| letter.even);
            let numbers =
                matches!(before, '①'..='⑳') || "零一二三四五六七八九十".contains(before) && at < 3;
            if self.letters[at].even == '.'
                && closes(before)
                && !numbers
                && behind.is_none_or(|c| !c.is_ascii() || matches!(c, '(' | '[' | '"'))
            {
                self.letters[at].even = '。';
            }
        }
    }

    /// Takes off what a converter put there: bullets, `#`, `**`, `##word##`, and readings in brackets.
    fn drop_marks(&mut self) {
        let words: Vec<char> = self.letters.iter().map(|letter| letter.shown).collect();
        let mut keep = vec![true; words.len()];
        let bullet = words.iter().take_while(|c| matches!(c, '#' | '>' | '-' | '*' | '+')).count();
        // Dashes around a number are a page number, and a lone sign is no bullet.
        let dashes = bullet > 1 && words[..bullet].iter().all(|c| *c == '-');
        if bullet < words.len() && !dashes && !words[bullet].is_ascii_digit() || bullet == 1 {
            keep[..bullet].fill(false);
        }
        for at in 0..words.len().saturating_sub(1) {
            if words[at] == '*' && words[at + 1] == '*' {
                keep[at] = false;
                keep[at + 1] = false;
            }
        }
        drop_tags(&words, &mut keep);
        drop_readings(&words, &mut keep);
        let mut kept = keep.into_iter();
        self.letters.retain(|_| kept.next().unwrap_or(true));
    }

    /// Page numbers, rules and empty lines.
    fn says_nothing(&self) -> bool {
        let bare = self.even.trim_matches(['-', '_', '=', '*', '·', '.', ' ', '|']);
        let is_number =
            |text: &str| text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        let page = |text: &str| {
            let inner = text.strip_prefix('第').and_then(|text| text.strip_suffix('页'));
            inner.is_some_and(|inner| is_number(inner) || inner.contains("页共"))
        };
        is_number(bare) || page(bare)
    }

    /// Letters that are no signs.
    pub(super) fn length(&self) -> usize {
        self.letters.len()
    }
}

/// `##word##`, as pages leave it.
fn drop_tags(words: &[char], keep: &mut [bool]) {
    let mut at = 0;
    while at + 1 < words.len() {
        let letters = words[at..].iter().skip(2).take_while(|c| c.is_ascii_alphanumeric()).count();
        let end = at + 2 + letters;
        let opens = words[at] == '#' && words[at + 1] == '#';
        if opens && words.get(end..end + 2).is_some_and(|close| close == ['#', '#']) {
            keep[at..end + 2].fill(false);
            at = end;
        }
        at += 1;
    }
}

/// `行(xíng)为`: the reading of a letter.
fn drop_readings(words: &[char], keep: &mut [bool]) {
    for at in 0..words.len() {
        if even(words[at]) != '(' {
            continue;
        }
        let is_latin = |c: &char| c.is_ascii_lowercase() || ('\u{e0}'..='\u{1dc}').contains(c);
        let length = words[at + 1..].iter().take_while(|c| is_latin(c)).count();
        let inner = &words[at + 1..at + 1 + length];
        let closes = words.get(at + 1 + length).is_some_and(|c| even(*c) == ')');
        if closes && length < 8 && inner.iter().any(|c| !c.is_ascii()) {
            keep[at..at + 2 + length].fill(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn every_letter_knows_its_place() {
        let source = "\u{feff}1 . 甲单位下属各科室近三年来违规收取各类费用合计 42.5 万\n\n元，行（xíng）为不规范，\
                      经批评后已全部整改到位。\n— 3 —\n**整改措施**：做\n";
        let text = Text::read(source);
        let first = "1.甲单位下属各科室近三年来违规收取各类费用合计42.5万元,行为不规范,经批评后已全部整改到位。";
        assert_eq!(text.even(), format!("{first}\n整改措施:做"));
        let money = text.even().find("42.5").unwrap();
        let range = money..money + "42.5万元".len();
        assert_eq!(text.shown(&range), "42.5万元");
        assert_eq!(&source[text.span(&range)], "42.5 万\n\n元");
    }

    #[test]
    fn blanks_between_words_of_an_alphabet_stay() {
        assert_eq!(Text::read("- 用 Dev Done 表示").even(), "用Dev Done表示");
        assert_eq!(Text::read("##paidbegin##（一）甲").even(), "(一)甲");
    }
}
