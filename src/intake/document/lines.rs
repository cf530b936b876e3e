//! All lines of a document, in the order of the text.

use std::collections::BTreeSet;
use std::ops::Range;

use super::duties;
use super::fields::{self, Item};
use super::genre::{self, Chapter};
use super::head;
use super::items::{self, Chosen, How};
use super::joins;
use super::marks;
use super::numbering::Level;
use super::outline::Outline;
use super::segments::Segment;
use super::survey;
use super::text::Text;
use super::units;
use crate::domain::problem::Kind;

/// What a document gives.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) items: Vec<Item>,
    /// Where it says that the first unit of a list leads.
    pub(super) lead_rule: Option<Range<usize>>,
}

/// Finds all lines.
pub(super) fn find(text: &Text, outline: &Outline) -> Found {
    let mut found = Found { lead_rule: lead_rule(text), ..Found::default() };
    let mut any = false;
    for (place, segment) in outline.segments.iter().enumerate() {
        let chosen = items::signed(text, outline, segment);
        any |= !chosen.is_empty();
        if !chosen.is_empty() && !segment.attached {
            found.add_problems(text, outline, place, &chosen);
        }
        found.add(text, outline, place, chosen);
    }
    if !any {
        for (place, segment) in outline.segments.iter().enumerate() {
            found.add_unsigned(text, outline, place, segment);
        }
    }
    let tasks = found.items.iter().any(|item| item.kind == Kind::Task);
    if tasks || !found.items.is_empty() && is_plan(text, outline) {
        found.add_duties(text, outline);
    }
    let first_is_lead = found.lead_rule.is_some();
    for item in &mut found.items {
        item.owners.decide(first_is_lead);
        for owners in item.measures.iter_mut().filter_map(|it| it.owners.as_mut()) {
            owners.decide(first_is_lead);
        }
    }
    found.items.sort_by_key(|item| item.range.start);
    found
}

/// The parts of a text that lines have taken.
#[derive(Debug)]
pub(super) struct Covered(Vec<Range<usize>>);

impl Covered {
    pub(super) fn by(items: &[Item]) -> Self {
        let mut ranges: Vec<Range<usize>> = items.iter().map(|item| item.range.clone()).collect();
        ranges.sort_by_key(|range| range.start);
        // Ends never go back, so that they can be halved.
        let mut furthest = 0;
        for range in &mut ranges {
            furthest = furthest.max(range.end);
            range.end = furthest;
        }
        Self(ranges)
    }

    pub(super) fn touches(&self, range: &Range<usize>) -> bool {
        let first = self.0.partition_point(|taken| taken.end <= range.start);
        self.0.get(first).is_some_and(|taken| taken.start < range.end)
    }
}

/// Tells whether a paper says what is to be done, and not what was.
fn is_plan(text: &Text, outline: &Outline) -> bool {
    let opening = text.words(&head::opening(text, outline));
    let title = opening.lines().find(|line| joins::ends_as_title(line)).unwrap_or_default();
    ["方案", "计划", "要点", "分工", "安排"].iter().any(|word| title.contains(word))
}

/// The clause that says that the first of a list leads.
fn lead_rule(text: &Text) -> Option<Range<usize>> {
    let even = text.even();
    let mut start = 0;
    for part in even.split(['。', ',', ';', '\n', '(', ')', '[', ']']) {
        if units::is_lead_rule(part) && part.chars().count() < 40 {
            return Some(start..start + part.len());
        }
        start += part.len();
        start += even[start..].chars().next().map_or(0, char::len_utf8);
    }
    None
}

impl Found {
    fn add(&mut self, text: &Text, outline: &Outline, place: usize, chosen: Vec<Chosen>) {
        let segment = &outline.segments[place];
        let parents: BTreeSet<_> = chosen.iter().map(|it| outline.nodes[it.node].parent).collect();
        for chosen in chosen {
            let mut item = fields::read(text, outline, segment, chosen);
            item.segment = place;
            if chosen.how == How::Task && is_list_of_problems(text, outline, segment, chosen.node) {
                item.kind = Kind::Problem;
            }
            item.category = item.category.map(|range| category(text, &range));
            let parent = outline.nodes[chosen.node].parent;
            if item.category.is_none() && parents.len() > 1 {
                item.category = parent.map(|parent| category(text, &outline.nodes[parent].heading));
            }
            if !item.title.is_empty() {
                self.items.push(item);
            }
        }
    }

    /// The problems that a plan lists before it says what is to be done.
    fn add_problems(&mut self, text: &Text, outline: &Outline, place: usize, chosen: &[Chosen]) {
        for root in outline.roots(&outline.segments[place]) {
            let heading = text.words(&outline.nodes[root].heading);
            let taken = chosen.iter().any(|it| outline.root_of(it.node) == root);
            let own = text.words(&outline.nodes[root].own);
            let listed = !outline.is_leaf(root)
                || marks::split(own).is_some_and(|marked| marked.parts.len() > 1);
            if !taken && listed && genre::chapter(heading) == Chapter::Problems {
                self.survey(text, place, survey::problems(text, outline, root));
            }
        }
    }

    /// A paper without labels and tails: findings by their headings, the problems of a survey, or the tasks of a plan.
    fn add_unsigned(&mut self, text: &Text, outline: &Outline, place: usize, segment: &Segment) {
        if segment.attached {
            return;
        }
        let findings = items::findings(text, outline, segment);
        if findings.len() > 1 {
            return self.add(text, outline, place, findings);
        }
        let before = self.items.len();
        self.add_surveyed(text, outline, place, segment);
        if self.items.len() > before {
            return;
        }
        let is_cure = |heading: &str| {
            heading.contains("整改") && genre::chapter(heading) != Chapter::Unknown
                || ["整改落实", "整改情况", "整改进展", "整改完成"]
                    .iter()
                    .any(|it| heading.contains(it))
        };
        let is_cure = |heading: &str| {
            is_cure(heading)
                && !matches!(genre::chapter(heading), Chapter::Other(_) | Chapter::Phases)
        };
        let cured = items::leaves(text, outline, segment, How::Finding, is_cure);
        let opening = text.words(&(segment.range.start..first_node(outline, segment)));
        if !cured.is_empty()
            && ["整改", "巡察", "巡视", "审计"].iter().any(|it| opening.contains(it))
        {
            return self.add(text, outline, place, cured);
        }
        let is_tasks = |heading: &str| genre::chapter(heading) == Chapter::Tasks;
        let tasks = items::leaves(text, outline, segment, How::Task, is_tasks);
        if !tasks.is_empty() {
            return self.add(text, outline, place, tasks);
        }
        // A letter with nothing but a list of what was found.
        let roots = outline.roots(segment);
        let plain = |root: &usize| {
            let heading = text.words(&outline.nodes[*root].heading);
            genre::chapter(heading) == Chapter::Unknown && !genre::is_phase(heading)
        };
        let is_other = |root: &usize| {
            let heading = text.words(&outline.nodes[*root].heading);
            matches!(genre::chapter(heading), Chapter::Other(_))
        };
        let known = roots.iter().all(|root| plain(root) || is_other(root));
        let roots: Vec<usize> = roots.into_iter().filter(plain).collect();
        if roots.len() > 1 && opening.contains("问题") && known {
            for root in roots {
                self.survey(text, place, survey::parts(text, outline, root));
            }
        }
    }

    /// The chapters of a survey: those on problems, and those whose heading counts what stands below it.
    fn add_surveyed(&mut self, text: &Text, outline: &Outline, place: usize, segment: &Segment) {
        for root in outline.roots(segment) {
            let heading = text.words(&outline.nodes[root].heading);
            let counted = genre::counted(heading).is_some() && !outline.is_leaf(root);
            if outline.nodes[root].level > Level::Chapter {
                continue;
            }
            if counted {
                self.survey(text, place, survey::parts(text, outline, root));
            } else if genre::chapter(heading) == Chapter::Problems {
                self.survey(text, place, survey::problems(text, outline, root));
            }
        }
    }

    fn survey(&mut self, text: &Text, place: usize, items: Vec<Item>) {
        for mut item in items {
            item.category = item.category.map(|range| category(text, &range));
            item.segment = place;
            self.items.push(item);
        }
    }

    /// What recurs outside the tasks.
    fn add_duties(&mut self, text: &Text, outline: &Outline) {
        let covered = Covered::by(&self.items);
        for (place, segment) in outline.segments.iter().enumerate() {
            for node in segment.nodes.clone() {
                let own = &outline.nodes[node].own;
                if covered.touches(own) {
                    continue;
                }
                let root = outline.root_of(node);
                let heading = text.words(&outline.nodes[root].heading);
                let told = genre::chapter(heading);
                // What aims and tasks without an owner say recurs is no duty of anybody.
                let general = matches!(told, Chapter::Tasks | Chapter::Problems)
                    || told == Chapter::Other(crate::complaint::PassedOver::Aims);
                if general {
                    continue;
                }
                for mut item in duties::find(text, outline, node) {
                    item.segment = place;
                    item.category = Some(category(text, &outline.nodes[root].heading));
                    self.items.push(item);
                }
            }
        }
    }
}

fn first_node(outline: &Outline, segment: &Segment) -> usize {
    outline.nodes.get(segment.nodes.start).map_or(segment.range.end, |node| node.start)
}

/// Tells whether what stands above a part says that problems follow: 存在的问题, 发现问题如下.
fn is_list_of_problems(text: &Text, outline: &Outline, segment: &Segment, node: usize) -> bool {
    let root = outline.root_of(node);
    let heading = text.words(&outline.nodes[root].heading);
    if root != node {
        return genre::chapter(heading) == Chapter::Problems && !heading.contains("整改");
    }
    let opening = text.words(&(segment.range.start..first_node(outline, segment)));
    let last = opening.trim_end().lines().last().unwrap_or_default();
    let last = last.trim_end_matches([':', '。']).rsplit('。').next().unwrap_or_default();
    last.ends_with("如下") && (last.contains("问题") || last.contains("隐患"))
}

/// The words of a heading as a category: without 在…方面 and quotes around it all.
fn category(text: &Text, heading: &Range<usize>) -> Range<usize> {
    let words = text.words(heading);
    let (start, end) = genre::finding(words);
    let inner = &words[start..end];
    let inner = genre::counted(inner).map_or(inner, |(bare, _)| bare);
    let bare = inner.strip_prefix('在').unwrap_or(inner);
    let ends = [
        "方面存在的问题",
        "方面的问题",
        "方面问题",
        "方面",
        "审计查出问题的整改情况",
        "审计查出问题整改情况",
        "审计发现问题的整改情况",
        "审计发现问题整改情况",
        "审计查出",
        "审计发现",
    ];
    let bare = ends
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .filter(|bare| bare.chars().count() > 1)
        .unwrap_or(bare);
    let quoted = bare.strip_prefix('"').and_then(|bare| bare.strip_suffix('"'));
    let bare = quoted.filter(|bare| !bare.contains('"')).unwrap_or(bare);
    let at = heading.start + words.find(bare).unwrap_or(0);
    at..at + bare.len()
}
