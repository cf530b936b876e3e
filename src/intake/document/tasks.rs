//! Lines without labels: the tasks of a plan, and the findings of a notice.

use std::ops::Range;

use super::fields::{Item, Measure, says_more, without_tails};
use super::items::Chosen;
use super::marks;
use super::measures::{self, each_with_its_tail, measure_text};
use super::outline::Outline;
use super::text::Text;
use crate::complaint::Grade;

/// A task: what it says, with the tail taken off; parts below and marks are its measures.
pub(super) fn task(
    text: &Text,
    outline: &Outline,
    body: &Range<usize>,
    chosen: Chosen,
    item: &mut Item,
) {
    let own = body.start..outline.nodes[chosen.node].own.end.min(body.end);
    let tails = outline.tails_in(body).to_vec();
    let in_own = outline.tails_in(&own).len();
    let children: Vec<usize> =
        if chosen.alone { Vec::new() } else { outline.children(chosen.node).collect() };
    if in_own > 1 {
        each_with_its_tail(text, &own, &tails, item);
    } else {
        for tail in &tails {
            item.owners.read_tail(text, tail);
        }
    }
    let said = without_tails(text, outline, &own);
    let said = match tails.first() {
        Some(tail) if in_own == 1 && tail.span.start > item.title.end => {
            text.trimmed(&(said.start..tail.span.start), &[])
        }
        // 某行动（责任科室：甲）: what it is stands behind.
        Some(tail) if in_own == 1 && tail.span.end < said.end => {
            let behind = text.words(&(tail.span.end..said.end));
            let behind = behind.trim_start_matches(['。', ':', ';', ',', '\n']).len();
            said.end - behind..said.end
        }
        _ => said,
    };
    item.detail = Some(said.clone()).filter(|detail| says_more(text, detail, item));
    item.measure_grade = Grade::Marker;
    if children.is_empty() {
        let behind = said.start.max(item.title.end).min(said.end)..said.end;
        // A plan names several pieces or none: one mark alone is a turn of phrase.
        if in_own < 2 && marks::split(text.words(&behind)).is_some_and(|it| it.parts.len() > 1) {
            measures::read(text, &behind, item);
        }
    } else {
        item.measure_grade = Grade::Heading;
        for child in children {
            let node = &outline.nodes[child];
            let range = without_tails(text, outline, &(node.own.start..node.end.min(body.end)));
            item.measures.push(Measure { text: measure_text(text, &range), owners: None });
        }
    }
    item.measures.retain(|measure| !measure.text.is_empty());
    if let Some(limit) = item.owners.limit.clone() {
        item.limit = Some((limit, item.owners.grade.unwrap_or(Grade::BareTail)));
    }
}

/// A finding of a notice: what follows its heading is what was done, its marks the measures.
pub(super) fn finding(
    text: &Text,
    outline: &Outline,
    body: &Range<usize>,
    chosen: Chosen,
    item: &mut Item,
) {
    let own = body.start..outline.nodes[chosen.node].own.end.min(body.end);
    let words = text.words(&(item.title.end..body.end));
    let behind = words.trim_start_matches(['。', ':', ';', ',', '\n']);
    let rest = text.trimmed(&(body.end - behind.len()..body.end), &[]);
    for tail in outline.tails_in(body) {
        item.owners.read_tail(text, tail);
    }
    item.limit = item.owners.limit.clone().map(|limit| (limit, Grade::Tail));
    let rest = without_tails(text, outline, &rest);
    let children: Vec<usize> = outline.children(chosen.node).collect();
    if !children.is_empty() {
        item.measure_grade = Grade::Heading;
        let said = own.end.saturating_sub(own.end.min(item.title.end));
        let lead_in = text.trimmed(&(own.end - said..own.end), &['。', ':', ';']);
        let lead_in = text.words(&lead_in).trim_start_matches(['。', ':', ';', '\n']).len();
        if lead_in > 0 {
            item.lead_ins.push(text.trimmed(&(own.end - lead_in..own.end), &[]));
        }
        for child in children {
            let node = &outline.nodes[child];
            let range = without_tails(text, outline, &(node.own.start..node.end.min(body.end)));
            item.measures.push(Measure { text: measure_text(text, &range), owners: None });
        }
    } else if marks::split(text.words(&rest)).is_some() {
        measures::read(text, &rest, item);
    } else if !rest.is_empty() {
        item.progress.push(rest);
        item.progress_grade = Grade::Place;
    }
}
