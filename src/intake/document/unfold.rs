//! Texts that have lost their line breaks: numbers inside a long line begin paragraphs again where they go on counting.

use std::collections::BTreeMap;

use super::labels;
use super::letters::ends_sentence;
use super::numbering::{Level, Number};
use super::text::Letter;

/// So many letters have no paragraph that was written as one, together with numbers inside.
const LONG: usize = 600;

/// Breaks paragraphs that hold several.
pub(super) fn unfolded(paragraphs: Vec<Vec<Letter>>) -> Vec<Vec<Letter>> {
    paragraphs.into_iter().flat_map(unfold).collect()
}

fn unfold(paragraph: Vec<Letter>) -> Vec<Vec<Letter>> {
    if paragraph.len() < LONG {
        return vec![paragraph];
    }
    let words: String = paragraph.iter().map(|letter| letter.even()).collect();
    let breaks = breaks(&words);
    // One number inside may be anything; chapters and groups come in several.
    if breaks.len() < 3 {
        return vec![paragraph];
    }
    let mut parts = Vec::new();
    let mut rest = paragraph.as_slice();
    let mut done = 0;
    for at in breaks {
        let letters = words[done..at].chars().count().min(rest.len());
        let (part, behind) = rest.split_at(letters);
        parts.push(part.to_vec());
        rest = behind;
        done = at;
    }
    parts.push(rest.to_vec());
    parts
}

/// The bytes at which paragraphs begin.
fn breaks(words: &str) -> Vec<usize> {
    let mut last: BTreeMap<Level, u32> = BTreeMap::new();
    let mut found = Vec::new();
    let mut before = None;
    for (at, c) in words.char_indices() {
        let number = Number::at_start(&words[at..]).filter(|_| at > 0);
        if let Some(number) = number
            && begins(&words[at..], number, before, &last)
        {
            last.retain(|level, _| *level < number.level);
            last.insert(number.level, number.value);
            found.push(at);
        }
        before = Some(c);
    }
    found
}

/// Tells whether a number inside a line begins a paragraph.
fn begins(text: &str, number: Number, before: Option<char>, last: &BTreeMap<Level, u32>) -> bool {
    let Some(before) = before else { return false };
    let ended = ends_sentence(before) || matches!(before, ')' | ']' | ':' | '"');
    let counts_on =
        last.get(&number.level).map_or(number.value == 1, |last| number.value == last + 1);
    let label = labels::at_start(&text[number.len..]).is_some();
    match number.level {
        Level::Part => ended && counts_on,
        Level::Chapter => ended && (counts_on || number.value == 1 || before == '。'),
        Level::Group => !matches!(before, '第' | '之' | '的' | '、' | ',') && (counts_on || ended),
        // Behind a heading that has no sign of its own, only the first one can be told from a figure.
        Level::Item | Level::Sub => {
            !before.is_ascii_alphanumeric()
                && !matches!(before, '第' | '、' | '.' | '-')
                && (counts_on || ended && (label || number.value == 1))
        }
        Level::Circled => counts_on,
    }
}

#[cfg(test)]
mod tests {
    use crate::intake::document::text::Text;

    #[test]
    fn a_text_without_line_breaks_gets_them_again() {
        let filler = "各单位要认真组织实施".repeat(70);
        let source = format!(
            "某方案为落实要求制定本方案。一、总体要求以高质量发展为目标,{filler}。二、重点任务(一)规范服务1、加强管理。\
             落实18项制度和36条办法,出台1.5万元标准。(甲局负责)2、促进公开。见第(三)项。(乙局负责)(二)推进互认\
             1 .具体措施:做。4 .进度安排:每年一次。三、保障措施(一)加强领导。好。"
        );
        let even = Text::read(&source).even().to_owned();
        let starts: Vec<String> = even.lines().map(|line| line.chars().take(4).collect()).collect();
        assert_eq!(
            starts,
            [
                "某方案为",
                "一、总体",
                "二、重点",
                "(一)规",
                "1、加强",
                "2、促进",
                "(二)推",
                "1.具体",
                "4.进度",
                "三、保障",
                "(一)加"
            ]
            .map(str::to_owned)
        );
    }
}
