//! Breaks a text into lines of a width, where its language allows it.
//!
//! The places come from the Unicode line breaking algorithm, so that no line begins with `，` or `）` and none ends
//! with `《`. The filling is our own: it measures whole lines, since the width of a sequence (emoji, combining
//! marks) is not the sum of its characters.

use textwrap::WordSeparator;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A text to be wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) enum Content {
    /// Running text, which breaks where its language allows it.
    Text(String),
    /// Names with what joins them to the next; breaks between names, and inside only where a name is too long.
    Names(Vec<String>),
    /// Words of a heading, each whole wherever it fits.
    Words(Vec<String>),
}

impl Content {
    /// Returns the columns of the widest line where nothing is wrapped.
    pub(super) fn natural_width(&self) -> usize {
        match self {
            Self::Text(text) => natural_width(text),
            Self::Names(pieces) | Self::Words(pieces) => natural_width(&pieces.concat()),
        }
    }

    /// Returns the columns of the widest piece that cannot be broken.
    pub(super) fn widest_word(&self) -> usize {
        match self {
            Self::Text(text) => widest_word(text),
            Self::Names(names) => names.iter().map(|name| widest_word(name)).max().unwrap_or(0),
            Self::Words(words) => {
                words.iter().map(|word| width(word.trim_end_matches(' '))).max().unwrap_or(0)
            }
        }
    }

    /// Returns the lines, as [`lines`] does.
    pub(in crate::render) fn lines(&self, limit: usize) -> Vec<String> {
        match self {
            Self::Text(text) => lines(text, limit),
            Self::Names(names) if natural_width(&names.concat()) <= limit => {
                lines(&names.concat(), limit)
            }
            Self::Words(words) => fill(words.iter().map(String::as_str), limit),
            Self::Names(names) => fill(
                names.iter().flat_map(|name| {
                    if width(name.trim_end_matches(' ')) <= limit {
                        vec![name.as_str()]
                    } else {
                        words(name).collect()
                    }
                }),
                limit,
            ),
        }
    }
}

/// Counts the columns of a terminal that a text without line feeds takes.
pub(in crate::render) fn width(text: &str) -> usize {
    text.width()
}

/// Returns the lines of a text, each at most `limit` columns wide but for a character that is wider by itself.
/// Line feeds stay; blanks at the end of a line go. At least one line.
pub(in crate::render) fn lines(text: &str, limit: usize) -> Vec<String> {
    let fill = |line: &str| {
        if width(line) <= limit {
            vec![line.trim_end_matches(' ').to_owned()]
        } else {
            fill(words(line), limit)
        }
    };
    text.split('\n').flat_map(fill).collect()
}

/// Returns the columns of the widest line of a text that is not wrapped.
pub(in crate::render) fn natural_width(text: &str) -> usize {
    text.split('\n').map(width).max().unwrap_or(0)
}

/// Returns the columns of the widest piece that cannot be broken.
pub(in crate::render) fn widest_word(text: &str) -> usize {
    text.split('\n')
        .flat_map(words)
        .map(|word| width(word.trim_end_matches(' ')))
        .max()
        .unwrap_or(0)
}

fn fill<'a>(words: impl Iterator<Item = &'a str>, limit: usize) -> Vec<String> {
    let mut done = Vec::new();
    let mut current = String::new();
    // The columns of what stands in the line, as long as they are the sum of those of its characters.
    let mut columns = Some(0);
    for word in words {
        let before = current.len();
        current.push_str(word);
        let trimmed = word.trim_end_matches(' ');
        let own = plain_width(trimmed);
        let wide = columns.zip(own).filter(|_| !trimmed.is_empty());
        let wide = wide.map_or_else(|| width(current.trim_end_matches(' ')), |(a, b)| a + b);
        columns = columns.zip(own).map(|(a, b)| a + b + word.len() - trimmed.len());
        if wide <= limit {
            continue;
        }
        current.truncate(before);
        if !current.is_empty() {
            done.push(current.trim_end_matches(' ').to_owned());
            current.clear();
        }
        current.push_str(break_hard(word, limit, &mut done));
        columns = plain_width(&current);
    }
    done.push(current.trim_end_matches(' ').to_owned());
    done
}

/// Counts the columns of a text of letters, digits, Chinese characters and their signs, which take no other room beside others
/// than alone; nothing where anything else is in it.
fn plain_width(text: &str) -> Option<usize> {
    let columns = |c: char| match c {
        ' '..='~' | '—' | '‘'..='”' | '…' => Some(1),
        '\u{3001}'..='\u{3011}' | '\u{4e00}'..='\u{9fa5}' | '\u{ff01}'..='\u{ff5e}' => Some(2),
        _ => None,
    };
    text.chars().try_fold(0, |sum, c| Some(sum + columns(c)?))
}

/// Cuts a word that is wider than a line into lines, and returns what is left for the next one.
fn break_hard<'a>(word: &'a str, limit: usize, done: &mut Vec<String>) -> &'a str {
    let mut start = 0;
    for (place, grapheme) in word.grapheme_indices(true) {
        let end = place + grapheme.len();
        if place > start && width(word[start..end].trim_end_matches(' ')) > limit {
            done.push(word[start..place].trim_end_matches(' ').to_owned());
            start = place;
        }
    }
    &word[start..]
}

/// Splits a line where it may be broken; each word keeps the blanks behind it.
pub(super) fn words(line: &str) -> impl Iterator<Item = &str> {
    let (mut start, mut end) = (0, 0);
    WordSeparator::UnicodeBreakProperties.find_words(line).filter_map(move |word| {
        let rest = &line[end + word.len()..];
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        end += word.len() + blanks;
        let whole = &line[start..end];
        if is_quoted(line, end) {
            return None;
        }
        start = end;
        Some(whole)
    })
}

/// Tells whether a place lies between the quotes of a short piece as `销号`, which is not torn apart.
fn is_quoted(line: &str, place: usize) -> bool {
    let (before, behind) = line.split_at(place);
    behind.find('`').is_some_and(|end| end <= QUOTED) && before.matches('`').count() % 2 == 1
}

/// Bytes of a quoted piece that may be torn apart.
const QUOTED: usize = 24;

#[cfg(test)]
mod tests {
    use super::{Content, lines, plain_width, widest_word, width};

    #[test]
    fn chinese_breaks_between_characters_but_never_before_closing_punctuation() {
        let text = "三家社区卫生服务中心签约率、履约率偏低（分别为60%、75%），《服务规范》要求“应签尽签”，未落实。";
        for limit in 8..60 {
            let wrapped = lines(text, limit);
            assert_eq!(wrapped.concat(), text);
            for line in &wrapped {
                assert!(width(line) <= limit, "{line}");
                assert!(
                    !line.starts_with(['，', '。', '、', '）', '》', '”', '%']),
                    "{limit}: {line}"
                );
                assert!(!line.ends_with(['（', '《', '“']), "{limit}: {line}");
            }
        }
    }

    #[test]
    fn plain_characters_are_as_wide_together_as_alone() {
        let plain: String = ('\0'..'\u{ffff}')
            .filter(|c| plain_width(c.encode_utf8(&mut [0; 4])).is_some())
            .collect();
        assert!(plain.chars().count() > 21_000);
        assert_eq!(plain_width(&plain), Some(width(&plain)));
        for c in plain.chars() {
            for behind in [' ', 'e', '中', '”', '，'] {
                let both = format!("{c}{behind}{c}");
                assert_eq!(plain_width(&both), Some(width(&both)), "{both}");
            }
        }
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_and_not_cut() {
        assert_eq!(lines("看 abcdefghij 完", 4), ["看", "abcd", "efgh", "ij", "完"]);
        assert_eq!(lines("一", 1), ["一"]);
        // No break is allowed before `，`, also not behind a blank.
        assert_eq!(lines("甲乙， ，", 6), ["甲", "乙，", "，"]);
    }

    #[test]
    fn a_short_quoted_piece_stays_together() {
        let wrapped = lines("可以写 `进展`、`销号`、`回访`", 16);
        assert_eq!(wrapped, ["可以写 `进展`、", "`销号`、`回访`"]);
        assert_eq!(lines("一个 ` 字符，没有另一个", 12), ["一个 ` 字", "符，没有另一", "个"]);
    }

    #[test]
    fn sequences_stay_together() {
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(
            lines(&format!("ab{family}{family}"), 4),
            [format!("ab{family}"), family.into()]
        );
        let accents = "e\u{301}".repeat(6);
        assert_eq!(lines(&accents, 4), ["e\u{301}".repeat(4), "e\u{301}".repeat(2)]);
    }

    #[test]
    fn names_are_kept_whole_where_they_fit() {
        let names = ["基层卫生股、", "疾病预防控制中心、", "各镇卫生院"].map(str::to_owned);
        let content = Content::Names(names.into());
        assert_eq!(content.lines(60), ["基层卫生股、疾病预防控制中心、各镇卫生院"]);
        assert_eq!(content.lines(18), ["基层卫生股、", "疾病预防控制中心、", "各镇卫生院"]);
        assert_eq!(content.lines(12), ["基层卫生股、", "疾病预防控制", "中心、", "各镇卫生院"]);
    }

    #[test]
    fn line_feeds_stay_and_blanks_at_the_end_go() {
        assert_eq!(lines("one two\n\nthree", 5), ["one", "two", "", "three"]);
        assert_eq!(lines("　　首行缩进", 20), ["　　首行缩进"]);
        assert_eq!(lines("", 5), [""]);
        assert_eq!(widest_word("Days late"), 4);
    }
}
