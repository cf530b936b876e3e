//! Items that have no numbers: where each begins, by the label of its problem, by 针对…问题, or by the line above its labels.

use std::collections::BTreeMap;
use std::ops::Range;

use super::genre;
use super::labels::{Label, Labelled};
use super::marks;
use super::numbering::Number;
use super::outline::Node;
use super::text::Text;

/// Where an item begins, and the bytes of the mark that begins it.
pub(super) type Beginning = (usize, usize);

/// Finds where the items begin that no number begins.
pub(super) fn beginnings(text: &Text, labels: &[Labelled], nodes: &[Node]) -> Vec<Beginning> {
    let by_label = by_label(text, labels, nodes);
    if !by_label.is_empty() {
        return by_label;
    }
    let named = |range: &Range<usize>| {
        let words = text.words(range);
        words.match_indices(',').any(|(at, _)| genre::is_named_finding(&words[..at]))
    };
    let findings: Vec<_> =
        text.paragraphs().into_iter().filter(named).map(|range| (range.start, 0)).collect();
    if findings.len() > 1 {
        return findings;
    }
    let heads = heads(text, labels, nodes);
    if heads.is_empty() { single(text, labels, nodes) } else { heads }
}

/// Tells whether items would begin at these places: most of them with no number between.
fn are_items(starts: &[usize], nodes: &[Node]) -> bool {
    let is_parted = |pair: &&[usize]| {
        let place = nodes.partition_point(|node| node.start < pair[0]);
        nodes.get(place).is_some_and(|node| node.start < pair[1])
    };
    let all = starts.len().saturating_sub(1);
    let together = all - starts.windows(2).filter(is_parted).count();
    // Where each has a number above it, the label tells more of what is numbered.
    together > 0 && together * 3 >= all
}

/// The labels of problems, of the word that comes most.
fn by_label(text: &Text, labels: &[Labelled], nodes: &[Node]) -> Vec<Beginning> {
    let mut words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for it in labels.iter().filter(|it| it.label == Label::Problem && it.start == it.word) {
        words.entry(text.words(&(it.word..it.word_end))).or_default().push(it.start);
    }
    let most = words.into_values().max_by_key(Vec::len).unwrap_or_default();
    let starts = if are_items(&most, nodes) { most } else { Vec::new() };
    starts.into_iter().map(|start| (start, 0)).collect()
}

/// A paper of one item: its problem has a label, and so have its cure and its limit.
fn single(text: &Text, labels: &[Labelled], nodes: &[Node]) -> Vec<Beginning> {
    let mut problems = labels.iter().filter(|it| it.label == Label::Problem && it.start == it.word);
    let (Some(only), None) = (problems.next(), problems.next()) else { return Vec::new() };
    let behind = |label: Label| labels.iter().any(|it| it.label == label && it.start > only.start);
    let cured = behind(Label::Measures) || behind(Label::Progress);
    let more = [Label::Goal, Label::Limit, Label::Owners, Label::Lead, Label::Progress];
    let alone = nodes.iter().all(|node| node.start > only.start);
    let is_paragraph = text.paragraphs().iter().any(|it| it.start == only.start);
    if alone && cured && is_paragraph && more.into_iter().any(behind) {
        vec![(only.start, 0)]
    } else {
        Vec::new()
    }
}

/// The lines right above the label with which the fields of each item begin.
fn heads(text: &Text, labels: &[Labelled], nodes: &[Node]) -> Vec<Beginning> {
    let paragraphs = text.paragraphs();
    let label_of = |range: &Range<usize>| {
        let at = labels.partition_point(|it| it.start < range.start);
        labels.get(at).filter(|it| it.start == range.start)
    };
    let is_plain = |range: &Range<usize>| {
        let words = text.words(range);
        label_of(range).is_none()
            && Number::at_start(words).is_none()
            && !words.ends_with(':')
            && !words.starts_with('|')
    };
    let begins = |it: &Labelled| {
        matches!(
            it.label,
            Label::Measures | Label::Progress | Label::Owners | Label::Lead | Label::Goal
        )
    };
    let mut word = None;
    let mut heads = Vec::new();
    for pair in paragraphs.windows(2) {
        let [head, below] = pair else { continue };
        let Some(label) = label_of(below).filter(|it| it.start == it.word && begins(it)) else {
            continue;
        };
        let own = text.words(&(label.word..label.word_end));
        if is_plain(head) && *word.get_or_insert(own) == own {
            heads.push(head.start);
        }
    }
    if !are_items(&heads, nodes) {
        return Vec::new();
    }
    let mark = |start: &usize| {
        let words = text.words(&(*start..text.even().len()));
        (*start, marks::opening(words).unwrap_or(0))
    };
    heads.iter().map(mark).collect()
}
