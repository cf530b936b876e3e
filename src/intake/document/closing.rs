//! Where a paper ends: closing formulas, signatures and what is attached.

use std::ops::Range;

use super::joins;
use super::letters::ends_sentence;
use super::numbering::Number;
use super::text::Text;
use super::units;

/// Where the text of the last item ends within a range: before closing formulas, signatures and what is attached.
pub(super) fn before_closing(text: &Text, range: &Range<usize>) -> usize {
    let mut start = range.start;
    let mut lines = text.words(range).split('\n').peekable();
    while let Some(line) = lines.next() {
        let signs = is_signature(line)
            && lines.peek().is_none_or(|next| joins::is_date(next) || is_signature(next));
        let closes = joins::is_closing(line) || is_farewell(line) || joins::is_date(line);
        if start > range.start && (closes || signs) {
            return start;
        }
        start += line.len() + 1;
    }
    range.end
}

/// The name of an office on a line of its own.
fn is_signature(line: &str) -> bool {
    /// No such line has more letters.
    const LONGEST: usize = 40;
    let sign = |c: char| ends_sentence(c) || matches!(c, ':' | ',');
    let short = line.chars().count() <= LONGEST && !line.contains(sign);
    short && units::is_unit(line) && Number::at_start(line).is_none()
}

/// Words with which the last paragraphs of a paper begin.
fn is_farewell(line: &str) -> bool {
    const WORDS: [&str; 39] = [
        "下一步",
        "下步",
        "今后",
        "总的来看",
        "总体来看",
        "总体看",
        "总之",
        "虽然",
        "尽管",
        "通过此次整改",
        "通过这次整改",
        "经过整改",
        "欢迎",
        "公示期",
        "公示时间",
        "公开时间",
        "如对",
        "如有异议",
        "如有不同意见",
        "如有疑问",
        "以上是",
        "以上整改情况",
        "监督渠道",
        "以上问题",
        "上述问题",
        "对以上问题",
        "反映问题",
        "请各",
        "请你",
        "请有关",
        "如有意见",
        "以上报告",
        "以上情况",
        "我委在",
        "我局在",
        "我院在",
        "我单位在",
        "我县在",
        "我区在",
    ];
    WORDS.iter().any(|word| line.starts_with(word))
}
