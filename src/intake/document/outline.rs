//! The outline of a text: its numbered nodes with what stands below them, and the documents of which it consists.

use std::collections::BTreeSet;
use std::ops::Range;

use super::genre;
use super::labelled::{attached, labels, list_below};
use super::labels::{Label, Labelled};
use super::letters::ends_sentence;
use super::numbering::{self, Level, Number};
use super::segments::{self, Segment};
use super::tails::{self, Tail};
use super::text::Text;
use super::unnumbered;

/// A text by its numbers, labels and tails.
#[derive(Debug)]
pub(super) struct Outline {
    /// In the order of the text.
    pub(super) nodes: Vec<Node>,
    /// In the order of the text.
    pub(super) labels: Vec<Labelled>,
    /// In the order of the text.
    pub(super) tails: Vec<Tail>,
    /// The documents in it; one at least.
    pub(super) segments: Vec<Segment>,
    /// Whether its first sentence speaks of a cure. Found once: every item asks, and the sentence may be all of the text.
    pub(super) opens_with_cure: bool,
}

/// A numbered paragraph and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) level: Level,
    pub(super) value: u32,
    pub(super) parent: Option<usize>,
    /// Where its number begins.
    pub(super) start: usize,
    /// Its text up to the next node.
    pub(super) own: Range<usize>,
    /// Where the next node begins that is none of its own.
    pub(super) end: usize,
    /// Its first sentence, without the sign at its end.
    pub(super) heading: Range<usize>,
    /// Its number stands there; else a label begins it.
    pub(super) printed: bool,
}

impl Node {
    fn new(number: Number, paragraph: &Range<usize>) -> Self {
        Self {
            level: number.level,
            value: number.value,
            parent: None,
            start: paragraph.start,
            own: paragraph.start + number.len..paragraph.end,
            end: paragraph.end,
            heading: paragraph.clone(),
            printed: true,
        }
    }
}

impl Outline {
    /// Finds the outline of a text.
    pub(super) fn of(text: &Text) -> Self {
        let labels = labels(text);
        let tails = tails::find(text);
        let (first, _) = text.even().split_once('。').unwrap_or_default();
        let opens_with_cure = first.contains("整改");
        let (nodes, segments) = (Vec::new(), Vec::new());
        let mut outline = Self { nodes, labels, tails, segments, opens_with_cure };
        let nodes = outline.numbered(text);
        outline.nodes = outline.unnumbered(text, nodes);
        outline.segments = segments::of(text, &outline.nodes);
        outline.close(text);
        outline
    }

    /// The paragraphs that begin with a number which is none of a label, nor of a list below one.
    fn numbered(&self, text: &Text) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut list: Option<u32> = None;
        // The labels since the last number: one that comes again belongs to the next item.
        let mut seen: BTreeSet<Label> = BTreeSet::new();
        // The first label of the item: where it comes again, the next one begins.
        let mut first: Option<Label> = None;
        let paragraphs = text.paragraphs();
        let numbers: Vec<usize> = paragraphs
            .iter()
            .filter(|it| Number::at_start(text.words(it)).is_some())
            .map(|it| it.start)
            .collect();
        for paragraph in paragraphs {
            let place = self.labels.partition_point(|it| it.start < paragraph.start);
            let next = self.labels.get(place);
            if let Some(labelled) = next.filter(|it| it.start == paragraph.start) {
                let numbered = labelled.word > labelled.start + 1;
                // A measure of a list may have its units and its limit below it.
                let of_measure = labelled.label.is_of_tails() && !numbered;
                if !of_measure || list == Some(0) {
                    list = list_below(text, labelled, paragraph.end);
                }
                if list == Some(0) && self.lists_problems(place) {
                    list = None;
                }
                first.get_or_insert(labelled.label);
                if !seen.insert(labelled.label) {
                    seen = BTreeSet::from([labelled.label]);
                }
                // 一、存在问题： and （一）反馈问题：甲 begin an item or a chapter; other labels are fields.
                if labelled.label != Label::Problem || !numbered || labelled.of_item {
                    continue;
                }
                list = None;
            }
            if let Some(attached) = attached(text.words(&paragraph)) {
                list = Some(attached);
            }
            let Some(number) = Number::at_start(text.words(&paragraph)) else { continue };
            let behind = numbers.partition_point(|start| *start <= paragraph.start);
            let behind = numbers.get(behind).copied().unwrap_or(usize::MAX);
            let anew = next.is_some_and(|it| {
                let again = seen.contains(&it.label) && it.start > paragraph.start;
                again && it.start < behind && (first == Some(it.label) || !it.label.is_of_tails())
            });
            // 问题2： begins the next item, whatever list stands before it.
            let named = numbering::is_named(text.words(&paragraph));
            let in_list = list.is_some_and(|last| last + 1 == number.value && (last == 0 || !anew));
            if in_list && !named && number.level > Level::Part {
                list = Some(number.value);
                continue;
            }
            list = None;
            seen.clear();
            first = None;
            nodes.push(Node::new(number, &paragraph));
        }
        nodes
    }

    /// Tells whether the list below a label is one of problems: only who cures them and until when follows.
    fn lists_problems(&self, place: usize) -> bool {
        let label = |it: &Labelled| it.label;
        let behind = self.labels.iter().skip(place + 1).map(label);
        let mut behind = behind.take_while(|label| *label != Label::Problem).peekable();
        self.labels.get(place).map(label) == Some(Label::Problem)
            && behind.peek().is_some()
            && behind.all(|label| label.is_of_tails() || label == Label::Goal)
    }

    /// Items that have labels and no numbers.
    fn unnumbered(&self, text: &Text, nodes: Vec<Node>) -> Vec<Node> {
        let begins = unnumbered::beginnings(text, &self.labels, &nodes);
        let mut all = nodes;
        for (value, (start, len)) in (1..).zip(begins) {
            let line = text.words(&(start..text.even().len()));
            let end = start + line.find('\n').unwrap_or(line.len());
            let number = Number { level: Level::Item, value, len };
            all.push(Node { printed: false, ..Node::new(number, &(start..end)) });
        }
        all.sort_by_key(|node| node.start);
        all
    }

    /// Fills in what each node holds, within its segment.
    fn close(&mut self, text: &Text) {
        for segment in &self.segments {
            let nodes = segment.nodes.clone();
            let mut open: Vec<usize> = Vec::new();
            for at in nodes.clone() {
                let (level, start) = (self.nodes[at].level, self.nodes[at].start);
                while let Some(above) = open.pop_if(|above| self.nodes[*above].level >= level) {
                    self.nodes[above].end = start;
                }
                let next =
                    if at + 1 < nodes.end { self.nodes[at + 1].start } else { segment.range.end };
                self.nodes[at].parent = open.last().copied();
                self.nodes[at].own.end = next;
                self.nodes[at].end = segment.range.end;
                open.push(at);
            }
        }
        for at in 0..self.nodes.len() {
            // （一）问题一：甲 has two numbers.
            let own = self.nodes[at].own.clone();
            let words = text.words(&own);
            if let Some(second) = Number::at_start(words).filter(|_| numbering::is_named(words)) {
                self.nodes[at].own.start += second.len;
            }
            self.nodes[at].heading = self.heading(text, &self.nodes[at].own);
        }
    }

    /// The first sentence of a text; a tail or a label ends it, too.
    pub(super) fn heading(&self, text: &Text, own: &Range<usize>) -> Range<usize> {
        /// A colon ends a heading that is no longer.
        const SHORT: usize = 40;
        // 问题一 on a line of its own has its head below.
        let skipped = text.words(own).len() - text.words(own).trim_start_matches('\n').len();
        let own = &(own.start + skipped..own.end);
        let own = &(own.start + genre::named_before(text.words(own))..own.end);
        let words = text.words(own);
        let mut depth = 0_usize;
        let mut end = own.end;
        for (at, c) in words.char_indices() {
            match c {
                '(' | '[' | '《' => depth += 1,
                ')' | ']' | '》' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let colon = c == ':' && at > 6 && words[..at].chars().count() <= SHORT;
            // 针对“甲”问题，一是…: the heading ends where it is named.
            let named = c == ',' && genre::is_named_finding(&words[..at]);
            if c == '\n' || depth == 0 && (ends_sentence(c) || colon || named) {
                end = own.start + at;
                break;
            }
        }
        let behind = self.labels_in(&(own.start + 1..end)).first();
        let tail = self.tails_in(&(own.start..end)).first();
        let end = behind.map_or(end, |it| end.min(it.start));
        let end = tail.map_or(end, |it| end.min(it.span.start));
        text.trimmed(&(own.start..end), &[',', ':', ';', '。'])
    }

    /// The nodes right below this one.
    pub(super) fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        let end = self.nodes[node].end;
        (node + 1..self.nodes.len())
            .take_while(move |below| self.nodes[*below].start < end)
            .filter(move |below| self.nodes[*below].parent == Some(node))
    }

    /// Tells whether nothing numbered stands below a node.
    pub(super) fn is_leaf(&self, node: usize) -> bool {
        self.children(node).next().is_none()
    }

    /// The outermost nodes of a segment.
    pub(super) fn roots(&self, segment: &Segment) -> Vec<usize> {
        segment.nodes.clone().filter(|node| self.nodes[*node].parent.is_none()).collect()
    }

    /// The outermost node above.
    pub(super) fn root_of(&self, node: usize) -> usize {
        let mut root = node;
        while let Some(parent) = self.nodes[root].parent {
            root = parent;
        }
        root
    }

    /// All that belongs to a node, from its number on.
    pub(super) fn whole(&self, node: usize) -> Range<usize> {
        self.nodes[node].start..self.nodes[node].end
    }

    /// The labels within a range.
    pub(super) fn labels_in(&self, range: &Range<usize>) -> &[Labelled] {
        let first = self.labels.partition_point(|it| it.start < range.start);
        let last = self.labels.partition_point(|it| it.start < range.end);
        self.labels.get(first..last).unwrap_or_default()
    }

    /// The tails within a range.
    pub(super) fn tails_in(&self, range: &Range<usize>) -> &[Tail] {
        let first = self.tails.partition_point(|it| it.span.start < range.start);
        let last = self.tails.partition_point(|it| it.span.start < range.end);
        self.tails.get(first..last).unwrap_or_default()
    }

    /// The number of a node as the paper prints it.
    pub(super) fn printed(&self, node: usize) -> String {
        Number::written(self.nodes[node].level, self.nodes[node].value)
    }
}
