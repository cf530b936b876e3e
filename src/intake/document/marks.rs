//! Marks inside a block: 一是…二是…, 一要…, 第一，…, and numbers that count within it. What they mean, the block decides.

use std::ops::Range;

use super::letters::ends_sentence;
use super::numbering::{self, Level, Number};

/// A text taken apart by its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// What stands before the first mark.
    pub(super) lead_in: Range<usize>,
    /// What each mark has, without the mark.
    pub(super) parts: Vec<Range<usize>>,
}

/// The kinds of marks; a text is taken apart by one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Ordinal(&'static str),
    First,
    Numbers(Level),
}

const FAMILIES: [Family; 9] = [
    Family::Ordinal("是"),
    Family::Ordinal("要"),
    Family::First,
    Family::Numbers(Level::Group),
    Family::Numbers(Level::Item),
    Family::Numbers(Level::Sub),
    Family::Numbers(Level::Circled),
    Family::Numbers(Level::Chapter),
    Family::Ordinal("为"),
];

/// Takes a text apart, by the marks that begin first. Ranges count from the beginning of the text.
pub(super) fn split(text: &str) -> Option<Marked> {
    let all = FAMILIES.iter().filter_map(|family| {
        let marks = marks(text, *family);
        let single = matches!(family, Family::Ordinal("是")) && marks.len() == 1;
        (marks.len() > 1 || single).then_some(marks)
    });
    let marks = all.min_by_key(|marks| (marks[0].0, usize::MAX - marks.len()))?;
    let ends = marks.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let parts = marks.iter().zip(ends).map(|((_, behind), end)| *behind..end).collect();
    Some(Marked { lead_in: 0..marks[0].0, parts })
}

/// The marks of a kind that count on from one: where each begins and where it ends.
fn marks(text: &str, family: Family) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut last = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if before.is_none_or(|before| may_stand_behind(before, family))
            && let Some((value, len)) = mark(&text[at..], family)
        {
            // One that is left out is a slip of the pen, and no reason to lose the rest.
            let counts_on = value == last + 1 || value == last + 2 && last > 0;
            if counts_on {
                found.push((at, at + len));
                last = value;
            }
        }
        before = Some(c);
    }
    found
}

fn may_stand_behind(before: char, family: Family) -> bool {
    let parted = ends_sentence(before) || matches!(before, ':' | ',' | ')' | '"');
    match family {
        Family::Numbers(Level::Circled) => true,
        // `二、三级医院` counts grades.
        Family::Numbers(Level::Chapter) => before == '\n',
        Family::Numbers(_) => parted && before != ',',
        Family::Ordinal("为") => parted && before != ',' && before != '"',
        _ => parted || before == '、',
    }
}

fn mark(text: &str, family: Family) -> Option<(u32, usize)> {
    match family {
        Family::Numbers(level) => {
            let number = Number::at_start(text).filter(|number| number.level == level)?;
            Some((number.value, number.len))
        }
        Family::Ordinal(word) => {
            let (value, len) = numbering::chinese(text)?;
            let rest = text[len..].strip_prefix(word)?;
            let rest = rest.strip_prefix([':', ',']).unwrap_or(rest);
            Some((value, text.len() - rest.len()))
        }
        Family::First => {
            let (value, len) = numbering::chinese(text.strip_prefix('第')?)?;
            let rest = &text['第'.len_utf8() + len..];
            let rest = rest.strip_prefix([',', ':', '、'])?;
            Some((value, text.len() - rest.len()))
        }
    }
}

/// Reads 一是 and its kin with which a text begins.
pub(super) fn ordinal(text: &str) -> Option<(u32, usize)> {
    mark(text, Family::Ordinal("是"))
}

/// The bytes of 一是, 一要 or 第一， with which a text begins.
pub(super) fn opening(text: &str) -> Option<usize> {
    let families = [Family::Ordinal("是"), Family::Ordinal("要"), Family::First];
    families.into_iter().find_map(|family| mark(text, family)).map(|(_, len)| len)
}

#[cfg(test)]
mod tests {
    use super::split;

    fn parts(text: &str) -> (String, Vec<String>) {
        let marked = split(text).unwrap();
        let words = |range: &std::ops::Range<usize>| text[range.clone()].to_owned();
        (words(&marked.lead_in), marked.parts.iter().map(words).collect())
    }

    #[test]
    fn marks_of_all_kinds_are_found() {
        for text in [
            "一是甲。二是乙。三是丙。",
            "一是甲。三是乙。四是丙。",
            "(1)甲。(2)乙。(3)丙。",
            "1.甲。2.乙。3、丙。",
            "①甲。②乙。③丙。",
            "一要甲。二要乙。三要丙。",
            "第一,甲。第二,乙。第三、丙。",
            "(一)甲。(二)乙。(三)丙。",
            "1.甲。\n2.乙。\n3.丙。",
        ] {
            let (lead_in, parts) = parts(text);
            let bare: Vec<_> = parts.iter().map(|part| part.trim()).collect();
            assert_eq!((lead_in.as_str(), bare), ("", vec!["甲。", "乙。", "丙。"]), "{text}");
        }
        let (lead_in, found) = parts("问题有两个,一是2019年漏报;二是错报。其中二是指甲。");
        assert_eq!(lead_in, "问题有两个,");
        assert_eq!(found, ["2019年漏报;", "错报。其中二是指甲。"]);
    }

    #[test]
    fn words_that_look_like_marks_are_none() {
        for text in
            ["加强1.8倍、2.5倍的管理。", "二、三级医院。", "进一步,统一是关键。", "做好(1)项。"]
        {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
