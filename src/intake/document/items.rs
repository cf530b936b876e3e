//! Which parts of a paper are lines of a ledger. The level whose parts carry labels or tails is found per chapter.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::genre::{self, Chapter};
use super::labels::{Label, Labelled};
use super::numbering::Level;
use super::outline::Outline;
use super::segments::Segment;
use super::text::Text;

/// How the fields of a line are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// By labels: a problem with its measures.
    Labelled,
    /// By a tail, or as a piece of a plan: a task.
    Task,
    /// By its heading, 关于…问题: what follows is what was done.
    Finding,
}

/// A part of the paper that is a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) node: usize,
    pub(super) how: How,
    /// What stands below it is none of its own.
    pub(super) alone: bool,
    /// Labels behind the last of several, which hold for each of them: from where to where.
    pub(super) shared: Option<(usize, usize)>,
}

impl Chosen {
    fn new(node: usize, how: How) -> Self {
        Self { node, how, alone: false, shared: None }
    }
}

/// Finds the lines of a segment that carry labels or tails.
pub(super) fn signed(text: &Text, outline: &Outline, segment: &Segment) -> Vec<Chosen> {
    let mut chosen = Vec::new();
    for root in outline.roots(segment) {
        chosen.extend(in_root(text, outline, root));
    }
    with_siblings(outline, segment, &mut chosen);
    chosen
}

/// Roots between items, such as the one of twenty that lacks its labels, are items, too.
fn with_siblings(outline: &Outline, segment: &Segment, chosen: &mut Vec<Chosen>) {
    let roots = outline.roots(segment);
    let is_root = |it: &&Chosen| outline.nodes[it.node].parent.is_none();
    let items: Vec<_> = chosen.iter().filter(is_root).copied().collect();
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return };
    if items.len() < 3 || items.len() * 2 < roots.len() {
        return;
    }
    let taken: BTreeSet<usize> = chosen.iter().map(|it| outline.root_of(it.node)).collect();
    for root in roots.iter().filter(|root| first.node < **root && **root < last.node) {
        let of_level = outline.nodes[*root].level == outline.nodes[first.node].level;
        if of_level && !taken.contains(root) {
            chosen.push(Chosen::new(*root, first.how));
        }
    }
    chosen.sort_by_key(|it| it.node);
}

fn in_root(text: &Text, outline: &Outline, root: usize) -> Vec<Chosen> {
    let whole = outline.whole(root);
    let labelled = outline.labels_in(&whole).iter().any(|it| is_main(it.label));
    let how = if labelled { How::Labelled } else { How::Task };
    if !labelled && !outline.tails_in(&whole).iter().any(|tail| tail.names) {
        return Vec::new();
    }
    let mut chosen = Vec::new();
    // A chapter that has a tail before its parts begin is a line, and its parts are looked at by themselves.
    let own = outline.nodes[root].own.clone();
    let has_own_tail = outline.tails_in(&own).iter().any(|tail| tail.names);
    let parted = has_own_tail && !labelled && outline.nodes[root].level <= Level::Chapter;
    if parted && !outline.is_leaf(root) {
        chosen.push(Chosen { alone: true, ..Chosen::new(root, how) });
    }
    let sets = sets(text, outline, root, labelled);
    let scored = sets.into_iter().map(|set| (score(outline, &set, labelled), set));
    let best = scored
        .max_by(|(a, one), (b, other)| a.total_cmp(b).then_with(|| one.len().cmp(&other.len())));
    let least = if labelled { 0.5 } else { 0.3 };
    if let Some((score, set)) = best
        && score >= least
    {
        let fresh = set.into_iter().filter(|(node, _)| !chosen.iter().any(|it| it.node == *node));
        let fresh: Vec<_> = fresh.map(|(node, _)| Chosen::new(node, how)).collect();
        chosen.extend(fresh.into_iter().flat_map(|it| of_unit(text, outline, it)));
    }
    chosen
}

/// The findings of one that is checked, where the labels behind the last of them say who cures them all and until when.
fn of_unit(text: &Text, outline: &Outline, chosen: Chosen) -> Vec<Chosen> {
    let node = &outline.nodes[chosen.node];
    let children: Vec<usize> = outline.children(chosen.node).collect();
    let Some(last) = children.last().map(|last| outline.nodes[*last].start) else {
        return vec![chosen];
    };
    let labels = outline.labels_in(&outline.whole(chosen.node));
    // 存在问题： alone above the list says nothing of its own.
    let first = children.first().map_or(0, |first| outline.nodes[*first].start);
    let above = |it: &&Labelled| {
        it.label == Label::Problem && text.trimmed(&(it.value..first), &[]).is_empty()
    };
    let above = labels.first().filter(above);
    let labels = &labels[usize::from(above.is_some())..];
    let own = node.own.start..above.map_or(node.own.end, |it| it.start);
    let of_all = |label: Label| label.is_of_tails() || matches!(label, Label::Goal | Label::Other);
    let behind = labels.iter().all(|it| it.start > last && of_all(it.label));
    let heading = text.words(&node.heading);
    let names = heading.chars().count() <= 15
        && !genre::is_deficient(heading)
        && text.trimmed(&own, &[':', '。']).end <= node.heading.end;
    let leaves = children.iter().all(|child| outline.is_leaf(*child));
    match labels.first().filter(|_| chosen.how == How::Labelled && behind && names && leaves) {
        Some(first) => {
            let shared = Some((first.start, node.end));
            let child = |node| Chosen { shared, ..Chosen::new(node, chosen.how) };
            children.into_iter().map(child).collect()
        }
        None => vec![chosen],
    }
}

/// Labels that make an item of what they stand in.
fn is_main(label: Label) -> bool {
    use Label::{Goal, Lead, Limit, Measures, Owners, Problem, Progress};
    matches!(label, Problem | Goal | Measures | Progress | Limit | Lead | Owners)
}

type Set = Vec<(usize, Range<usize>)>;

/// The levels that may be that of the items: each node with what belongs to it.
fn sets(text: &Text, outline: &Outline, root: usize, labelled: bool) -> Vec<Set> {
    let end = outline.nodes[root].end;
    let nodes = &outline.nodes;
    let below: Vec<usize> =
        (root + 1..nodes.len()).take_while(|node| nodes[*node].start < end).collect();
    let heading = |node: usize| text.words(&nodes[node].heading);
    let is_phase = |node: usize| {
        let mut above = Some(node);
        std::iter::from_fn(|| {
            let node = above?;
            above = nodes[node].parent;
            Some(node)
        })
        .any(|node| genre::is_phase(heading(node)))
    };
    let below: Vec<usize> = below.into_iter().filter(|node| !is_phase(*node)).collect();
    let mut sets: Vec<Set> = Vec::new();
    let known = !matches!(genre::chapter(heading(root)), Chapter::Unknown);
    let own_sign = !outline.tails_in(&nodes[root].own).is_empty()
        || outline.labels_in(&nodes[root].own).iter().any(|it| is_main(it.label));
    let is_item = nodes[root].level > Level::Chapter || !known || own_sign;
    if is_item && (below.is_empty() || labelled || nodes[root].level > Level::Chapter) {
        sets.push(vec![(root, outline.whole(root))]);
    }
    let levels: BTreeSet<Level> = below.iter().map(|node| nodes[*node].level).collect();
    for level in levels {
        let of_level = below.iter().filter(|node| nodes[**node].level == level);
        sets.push(of_level.map(|node| (*node, outline.whole(*node))).collect());
    }
    let leaves = below.iter().filter(|node| outline.is_leaf(**node));
    sets.push(leaves.map(|node| (*node, outline.whole(*node))).collect());
    sets.retain(|set| !set.is_empty());
    sets
}

/// The share of nodes that carry a sign, less that of those which carry those of several.
fn score(outline: &Outline, set: &Set, labelled: bool) -> f64 {
    let mut signed = 0_u32;
    let mut several = 0_u32;
    for (node, range) in set {
        let (has, repeats) = if labelled {
            let labels = outline.labels_in(range);
            let mut seen = BTreeSet::new();
            let main = labels.iter().filter(|it| is_main(it.label));
            // Below the measures of one item each may have its own units and limit.
            let listed = labels.iter().any(|it| it.label == Label::Measures);
            let again = main.clone().filter(|it| !listed || !it.label.is_of_tails());
            let twice = again.filter(|it| !seen.insert(it.label)).count();
            (main.count() > 0, twice > 0)
        } else {
            let tails = outline.tails_in(range).iter().filter(|tail| tail.names);
            let all = tails.clone().count();
            let own = outline.nodes[*node].own.clone();
            // Tails of parts below belong to these.
            let below = tails.filter(|tail| !own.contains(&tail.span.start)).count();
            (all > 0, below > 1 || below == 1 && all > below)
        };
        signed += u32::from(has);
        several += u32::from(repeats);
    }
    let all = f64::from(u32::try_from(set.len()).unwrap_or(u32::MAX));
    (f64::from(signed) - 0.8 * f64::from(several)) / all
}

/// Finds the lines that are told by their headings: 关于…问题.
pub(super) fn findings(text: &Text, outline: &Outline, segment: &Segment) -> Vec<Chosen> {
    let nodes = &outline.nodes;
    let is_finding = |node: usize| genre::is_finding(text.words(&nodes[node].heading));
    let found: Vec<usize> = segment.nodes.clone().filter(|node| is_finding(*node)).collect();
    let found = innermost(outline, &found);
    let mut chosen: BTreeSet<usize> = found.iter().copied().collect();
    // Where most parts of a chapter are findings, the others are, too.
    let family = |node: usize| (nodes[node].parent, nodes[node].level);
    let mut counts: BTreeMap<_, (usize, usize)> = BTreeMap::new();
    for node in segment.nodes.clone() {
        let (all, known) = counts.entry(family(node)).or_default();
        *all += 1;
        *known += usize::from(chosen.contains(&node));
    }
    for node in segment.nodes.clone() {
        let (all, known) = counts.get(&family(node)).copied().unwrap_or_default();
        let is_parent = has_below(outline, &found, node);
        let other = !matches!(genre::chapter(text.words(&nodes[node].heading)), Chapter::Other(_));
        if known * 2 > all && nodes[node].parent.is_some() && !is_parent && other {
            chosen.insert(node);
        }
    }
    chosen.into_iter().map(|node| Chosen::new(node, How::Finding)).collect()
}

/// Those of the nodes, in the order of the text, that have none of the others below them.
fn innermost(outline: &Outline, nodes: &[usize]) -> Vec<usize> {
    nodes.iter().copied().filter(|node| !has_below(outline, nodes, *node)).collect()
}

/// Tells whether one of the nodes, in the order of the text, stands below a node.
fn has_below(outline: &Outline, nodes: &[usize], above: usize) -> bool {
    let next = nodes.partition_point(|node| *node <= above);
    let next = nodes.get(next).map(|node| outline.nodes[*node].start);
    next.is_some_and(|start| start < outline.nodes[above].end)
}

/// Finds the innermost parts of the chapters that are meant for such lines.
pub(super) fn leaves(
    text: &Text,
    outline: &Outline,
    segment: &Segment,
    how: How,
    is_meant: impl Fn(&str) -> bool,
) -> Vec<Chosen> {
    let mut chosen = Vec::new();
    for root in outline.roots(segment) {
        let heading = text.words(&outline.nodes[root].heading);
        if !is_meant(heading) {
            continue;
        }
        let end = outline.nodes[root].end;
        let nodes = &outline.nodes;
        let below = (root + 1..nodes.len()).take_while(|node| nodes[*node].start < end);
        // Numbers below the third level, or below one that has a text of its own, are points of one line.
        let is_line = |node: &usize| {
            let parent = nodes[*node].parent.unwrap_or(root);
            let of_parent = text.words(&nodes[parent].own).trim();
            let titled = text.words(&nodes[parent].heading).len() + 6 >= of_parent.len();
            parent == root || titled && nodes[*node].level <= Level::Item
        };
        let lines: Vec<usize> = below.filter(is_line).collect();
        let innermost = innermost(outline, &lines).into_iter();
        chosen.extend(innermost.map(|node| Chosen::new(node, how)));
    }
    chosen
}
