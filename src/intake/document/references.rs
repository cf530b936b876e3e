//! The numbers of the lines as the paper prints them.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::Item;
use super::numbering::Level;
use super::outline::Outline;

/// The numbers of the lines as the paper prints them; where they begin anew in each chapter, with those above.
pub(super) fn references(outline: &Outline, items: &[Item]) -> Vec<Option<String>> {
    // A number that stands twice below one heading is a slip; below two, the heading tells them apart.
    let mut seen: BTreeMap<(usize, String), Option<usize>> = BTreeMap::new();
    let mut twice = BTreeSet::new();
    for item in items {
        let Some(node) = item.node.filter(|node| outline.nodes[*node].printed) else { continue };
        let parent = outline.nodes[node].parent;
        let before = seen.insert((item.segment, outline.printed(node)), parent);
        if before.is_some_and(|before| before != parent) {
            twice.insert(item.segment);
        }
    }
    let mut levels: BTreeMap<usize, BTreeSet<Level>> = BTreeMap::new();
    for item in items {
        let level = item.node.map(|node| outline.nodes[node].level);
        levels.entry(item.segment).or_default().extend(level);
    }
    let full = |node: usize| {
        let mut path = outline.printed(node);
        let mut above = outline.nodes[node].parent;
        while let Some(node) = above {
            path.insert_str(0, &outline.printed(node));
            above = outline.nodes[node].parent;
        }
        path
    };
    let reference = |item: &Item| {
        let node = item.node.filter(|node| outline.nodes[*node].printed)?;
        let whole = twice.contains(&item.segment)
            || levels.get(&item.segment).is_some_and(|levels| levels.len() > 1);
        Some(if whole { full(node) } else { outline.printed(node) })
    };
    items.iter().map(reference).collect()
}
