//! Several papers in one file: where the next one begins.

use std::ops::Range;

use super::joins;
use super::numbering::Level;
use super::outline::Node;
use super::text::Text;

/// One paper of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) range: Range<usize>,
    /// Its nodes, by their places.
    pub(super) nodes: Range<usize>,
    /// Its title, where it has one.
    pub(super) title: Option<Range<usize>>,
    /// It is attached to the one before.
    pub(super) attached: bool,
}

/// Parts the nodes where the chapters begin to count anew.
pub(super) fn of(text: &Text, nodes: &[Node]) -> Vec<Segment> {
    let whole = 0..text.even().len();
    let mut segments =
        vec![Segment { range: whole, nodes: 0..nodes.len(), title: None, attached: false }];
    let chapters = nodes.iter().enumerate().filter(|(_, node)| node.level <= Level::Chapter);
    let (mut last_part, mut last) = (0, 0);
    for (place, node) in chapters {
        let before = if node.level == Level::Part { &mut last_part } else { &mut last };
        // A number that stands there twice is a slip.
        let back = node.value < *before;
        *before = node.value;
        // Each part counts its chapters anew.
        if node.level == Level::Part {
            last = 0;
        }
        if !back || place == 0 {
            continue;
        }
        let floor = nodes[place - 1].start;
        let (start, title, attached) = beginning(text, &(floor..node.start), node.value);
        if let Some(above) = segments.last_mut() {
            above.range.end = start;
            above.nodes.end = place;
        }
        let range = start..text.even().len();
        segments.push(Segment { range, nodes: place..nodes.len(), title, attached });
    }
    segments
}

/// Where the paper begins whose first chapter stands at the end of the range, its title, and whether it is attached.
fn beginning(text: &Text, range: &Range<usize>, value: u32) -> (usize, Option<Range<usize>>, bool) {
    let words = text.words(range);
    let mut start = range.start;
    let mut found = None;
    for line in words.split('\n') {
        let closes = start > range.start;
        if closes && (line.starts_with("附件") || line.starts_with("附:")) {
            return (start, None, true);
        }
        if closes && found.is_none() && !line.contains('。') && joins::ends_as_title(line) {
            found = Some((start, start..start + line.len()));
        }
        start += line.len() + 1;
    }
    let found = found.or_else(|| (value == 1).then(|| inside(words, range.start)).flatten());
    found.map_or((range.end, None, false), |(start, title)| (start, Some(title), false))
}

/// A title in the middle of a line that has lost its breaks: `…满意度。某行动工作方案为贯彻…`.
fn inside(words: &str, offset: usize) -> Option<(usize, Range<usize>)> {
    /// Words that open a paper right behind its title.
    const OPENINGS: [&str; 6] = ["为", "根据", "按照", "依据", "结合", "经"];
    /// No title is longer, in letters.
    const LONGEST: usize = 60;
    let mut found = None;
    for (at, _) in words.match_indices(['。', ')']) {
        let start = at + words[at..].chars().next().map_or(1, char::len_utf8);
        let sentence = words[start..].split(['。', ',', ';', ':']).next().unwrap_or_default();
        let mut ends = sentence.char_indices().skip(4).take(LONGEST).map(|(end, _)| end);
        let is_end = |end: &usize| {
            let (title, rest) = sentence.split_at(*end);
            joins::ends_as_title(title) && OPENINGS.iter().any(|word| rest.starts_with(word))
        };
        if let Some(end) = ends.find(is_end) {
            found = Some((offset + start, offset + start..offset + start + end));
        }
    }
    found
}
