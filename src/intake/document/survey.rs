//! Problems of a survey: a chapter names fields of work, and each has its problems sentence by sentence.

use std::ops::Range;

use super::closing;
use super::fields::Item;
use super::genre;
use super::letters::ends_sentence;
use super::marks;
use super::outline::Outline;
use super::text::Text;
use super::titles;
use crate::complaint::Grade;
use crate::domain::problem::Kind;

/// Finds the problems of a chapter.
pub(super) fn problems(text: &Text, outline: &Outline, root: usize) -> Vec<Item> {
    let children: Vec<usize> = outline.children(root).collect();
    if children.is_empty() {
        let node = &outline.nodes[root];
        let body = behind_heading(text, &node.own, &node.heading);
        return in_text(text, &body, None);
    }
    children.into_iter().flat_map(|child| parts(text, outline, child)).collect()
}

/// The problems of a part of such a chapter: a field of work with several, or one.
pub(super) fn parts(text: &Text, outline: &Outline, part: usize) -> Vec<Item> {
    let node = &outline.nodes[part];
    let below: Vec<usize> = outline.children(part).collect();
    let field = Some(node.heading.clone());
    if !below.is_empty() {
        below.into_iter().map(|it| whole(text, outline, it, field.clone())).collect()
    } else if genre::is_field(text.words(&node.heading)) {
        let own = node.own.start..end(text, outline, part);
        let body = behind_heading(text, &own, &node.heading);
        in_text(text, &body, field.as_ref())
    } else {
        vec![whole(text, outline, part, None)]
    }
}

/// Where a part ends: the last one of a paper before its closing.
fn end(text: &Text, outline: &Outline, node: usize) -> usize {
    let end = outline.nodes[node].end;
    let own = outline.nodes[node].own.clone();
    let is_last = outline.nodes.get(node + 1).is_none_or(|next| next.start >= end);
    let closes = is_last && outline.segments.iter().any(|segment| segment.range.end == end);
    if closes { closing::before_closing(text, &own) } else { end }
}

/// A numbered part that is one problem.
fn whole(text: &Text, outline: &Outline, node: usize, category: Option<Range<usize>>) -> Item {
    let it = &outline.nodes[node];
    let range = text.trimmed(&(it.own.start..end(text, outline, node)), &[]);
    let mut item = Item::new(
        it.start..range.end,
        titles::title(text, &it.heading, titles::LONG),
        Kind::Problem,
    );
    item.node = Some(node);
    item.category = category;
    item.detail = Some(range).filter(|range| range.len() > item.title.len() + 3);
    item
}

fn behind_heading(text: &Text, own: &Range<usize>, heading: &Range<usize>) -> Range<usize> {
    let rest = text.words(&(heading.end..own.end));
    let bare = rest.trim_start_matches(['。', ':', ';', ',', '\n']);
    text.trimmed(&(own.end - bare.len()..own.end), &[])
}

/// The problems of a running text: by marks, else by sentences.
fn in_text(text: &Text, body: &Range<usize>, category: Option<&Range<usize>>) -> Vec<Item> {
    let words = text.words(body);
    let (parts, grade) = match marks::split(words).filter(|marked| marked.parts.len() > 1) {
        Some(marked) => (marked.parts, Grade::Marker),
        None => (sentences(words), Grade::Place),
    };
    let parts = parts.into_iter().map(|part| body.start + part.start..body.start + part.end);
    let item = |part: Range<usize>| {
        let range = text.trimmed(&part, &[';']);
        let words = text.words(&range);
        let first = words.find(ends_sentence).unwrap_or(words.len());
        let heading = text.trimmed(&(range.start..range.start + first), &[',', ':']);
        let mut item =
            Item::new(range.clone(), titles::title(text, &heading, titles::LONG), Kind::Problem);
        let more = range.len() > item.title.len() + 3;
        item.detail = more.then_some(range);
        item.title_grade = grade;
        item.category = category.cloned();
        item
    };
    parts.map(item).filter(|item| !item.title.is_empty()).collect()
}

/// Words with which a sentence explains the one before it.
const EXPLAINING: [&str; 24] = [
    "虽然", "尽管", "如", "例如", "比如", "譬如", "在", "主要", "特别", "尤其", "具体", "其中",
    "由于", "因为", "据", "经", "这", "表现", "甚至", "导致", "造成", "究其", "有的", "截至",
];
/// Words with which a clause turns to somebody else, of whom something is lacking, too.
const TURNING: [&str; 4] = ["个别", "部分", "少数", "一些"];

/// Parts a text into problems: a sentence each, with the sentences that explain it; a clause that turns to somebody else
/// is a problem of its own.
fn sentences(words: &str) -> Vec<Range<usize>> {
    /// A sentence that only names the problem is no longer, in letters.
    const NAMING: usize = 24;
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut naming = false;
    let stops = stops(words);
    if stops.contains(&';') {
        return by_stops(words, stops);
    }
    for sentence in by_stops(words, stops) {
        let said = words[sentence.clone()].trim_start();
        let explains = EXPLAINING.iter().any(|word| said.starts_with(word));
        let short = said.chars().count() <= NAMING && !said.contains(',');
        let example = ["如", "例如", "比如", "其中", "譬如"].iter().any(|it| said.starts_with(it));
        match found.last_mut() {
            Some(last) if explains && naming || example => {
                last.end = sentence.end;
                naming &= example;
            }
            // What lacks nothing is no problem by itself.
            Some(last) if !genre::is_deficient(said) && naming => last.end = sentence.end,
            _ => {
                found.extend(by_turns(words, &sentence));
                naming = short;
            }
        }
    }
    found
}

/// The signs that part problems: a text that only has semicolons has a problem between each.
fn stops(words: &str) -> &'static [char] {
    let several = words.matches('。').count() < 2 && words.matches(';').count() > 1;
    if several { &['。', ';', '\n', '!'] } else { &['。', '\n', '!'] }
}

/// The sentences of a text.
fn by_stops(words: &str, stops: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, stop) in words.match_indices(stops) {
        let end = at + stop.len();
        if !words[start..at].trim().is_empty() {
            found.push(start..end);
        }
        start = end;
    }
    if !words[start..].trim().is_empty() {
        found.push(start..words.len());
    }
    found
}

/// Parts a sentence where a clause turns to somebody else and both sides say what is lacking.
fn by_turns(words: &str, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let said = &words[sentence.clone()];
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in said.match_indices(',') {
        let rest = &said[at + 1..];
        let turns = TURNING.iter().any(|word| rest.starts_with(word));
        let next = rest.split(',').next().unwrap_or_default();
        if turns && genre::is_deficient(&said[start..at]) && genre::is_deficient(next) {
            found.push(sentence.start + start..sentence.start + at);
            start = at + 1;
        }
    }
    found.push(sentence.start + start..sentence.end);
    found
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_are_problems_with_what_explains_them() {
        let parts = |words: &str| {
            sentences(words).into_iter().map(|it| words[it].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            parts(
                "宣传氛围不浓。虽然办了班,但形式单一。制度不健全。库房未盘点,个别科室台账不全,未报备。"
            ),
            [
                "宣传氛围不浓。虽然办了班,但形式单一。",
                "制度不健全。",
                "库房未盘点",
                "个别科室台账不全,未报备。"
            ]
        );
        assert_eq!(parts("一处未改;两处不到位;三处滞后").len(), 3);
        assert_eq!(parts("台账虽有,但人员多为兼职,有时造成个别药品断档。").len(), 1);
    }
}
