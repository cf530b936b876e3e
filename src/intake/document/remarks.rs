//! What there is to say of a document beside its lines: what was passed over, what does not fit, what nobody can read.

use std::collections::BTreeSet;
use std::ops::Range;

use super::checks::{self, Remarked};
use super::closing;
use super::fields::Item;
use super::genre::{self, Chapter};
use super::head;
use super::lines::{Covered, Found};
use super::outline::Outline;
use super::sums;
use super::text::Text;
use super::times;
use crate::complaint::{DocumentRemark, Grade, PassedOver};
use crate::domain::problem::Kind;
use crate::intake::draft::{HeadReading, Note, Remark};

/// All remarks in the order of the text.
pub(super) fn of(text: &Text, outline: &Outline, found: &Found, head: &[HeadReading]) -> Vec<Note> {
    let mut remarks = segments(text, outline);
    let passed = passed_over(text, outline, &found.items);
    let told: Vec<Range<usize>> = passed.iter().map(|(range, _)| range.clone()).collect();
    remarks.extend(passed);
    remarks.extend(checks::counts(text, &told, &found.items));
    for (place, segment) in outline.segments.iter().enumerate() {
        remarks.extend(checks::numbers(outline, segment));
        let first = found.items.partition_point(|item| item.segment < place);
        let last = found.items.partition_point(|item| item.segment <= place);
        let items = found.items.get(first..last).unwrap_or_default();
        remarks.extend(checks::labels(text, outline, items));
    }
    remarks.extend(checks::headings(text, outline, &found.items));
    remarks.extend(checks::contradictions(text, &found.items));
    for item in &found.items {
        remarks.extend(of_item(text, item));
    }
    remarks.extend(found.lead_rule.clone().map(|range| (range, DocumentRemark::LeadRule)));
    remarks.extend(sums::check(text, &(0..text.even().len())));
    remarks.extend(damaged(text));
    remarks.sort_by_key(|(range, _)| range.start);
    remarks.dedup();
    let note = |(range, remark): Remarked| Note {
        span: text.span(&range),
        remark: Remark::Document(remark),
    };
    let mut notes: Vec<Note> = remarks.into_iter().map(note).collect();
    // A phase whose days cannot be read at all says so, too.
    for reading in head.iter().filter(|it| it.key == "phase" && it.grade == Grade::Damaged) {
        let inside = |note: &Note| {
            matches!(note.remark, Remark::Document(DocumentRemark::DamagedDay(_)))
                && reading.span.start <= note.span.start
                && note.span.start < reading.span.end
        };
        if !notes.iter().any(inside) {
            let remark = Remark::Document(DocumentRemark::DamagedDay(reading.value.clone()));
            notes.push(Note { span: reading.span.clone(), remark });
        }
    }
    notes.sort_by_key(|note| note.span.start);
    notes
}

/// Where another paper begins.
fn segments(text: &Text, outline: &Outline) -> Vec<Remarked> {
    /// Letters that tell which paper is meant, where it has no title.
    const FIRST: usize = 20;
    let further = outline.segments.iter().skip(1).filter(|segment| !segment.attached);
    let remark = |segment: &super::segments::Segment| {
        let title = segment.title.clone().unwrap_or_else(|| {
            let words = text.words(&segment.range);
            let end = words.char_indices().nth(FIRST).map_or(words.len(), |(at, _)| at);
            segment.range.start..segment.range.start + end
        });
        (title.clone(), DocumentRemark::Segment(text.shown(&title)))
    };
    further.map(remark).collect()
}

/// Text that gives no line, by what it is.
fn passed_over(text: &Text, outline: &Outline, items: &[Item]) -> Vec<Remarked> {
    let mut passed = Vec::new();
    let mut pass = |range: Range<usize>, what: PassedOver| {
        let range = text.trimmed(&range, &[]);
        if !range.is_empty() {
            passed.push((range, DocumentRemark::PassedOver(what)));
        }
    };
    pass(head::opening(text, outline), PassedOver::Opening);
    let taken = Covered::by(items);
    let covered = |range: &Range<usize>| taken.touches(range);
    for segment in &outline.segments {
        let first =
            segment.nodes.clone().next().map_or(segment.range.end, |at| outline.nodes[at].start);
        if segment.range.start > 0 && first > segment.range.start {
            pass(segment.range.start..first, PassedOver::Opening);
        }
        for root in outline.roots(segment) {
            let whole = outline.whole(root);
            let heading = text.words(&outline.nodes[root].heading);
            if !covered(&whole) {
                pass(whole, what_of(heading));
                continue;
            }
            for node in root..segment.nodes.end {
                let it = &outline.nodes[node];
                if it.start >= whole.end {
                    break;
                }
                // A heading stands in the category; more than a heading is told.
                let more = it.own.end > it.heading.end + 12;
                if more && !covered(&it.own) {
                    pass(it.own.clone(), what_inside(text, outline, node));
                }
            }
        }
        let last = segment.nodes.clone().next_back().map(|at| outline.nodes[at].own.clone());
        if let Some(own) = last.filter(&covered) {
            let end = closing::before_closing(text, &own);
            pass(end..own.end, PassedOver::Closing);
        }
    }
    for item in items {
        for range in &item.lead_ins {
            pass(range.clone(), PassedOver::LeadIn);
        }
    }
    passed
}

/// What a part is of which others are lines: what its heading says, or one above it.
fn what_inside(text: &Text, outline: &Outline, node: usize) -> PassedOver {
    let mut above = Some(node);
    while let Some(node) = above {
        let it = &outline.nodes[node];
        let heading = text.words(&it.heading);
        if genre::is_phase(heading) {
            return PassedOver::Steps;
        }
        if let (Chapter::Other(what), true) = (genre::chapter(heading), it.parent.is_some()) {
            return what;
        }
        above = it.parent;
    }
    PassedOver::LeadIn
}

fn what_of(heading: &str) -> PassedOver {
    match genre::chapter(heading) {
        Chapter::Other(what) => what,
        Chapter::Phases => PassedOver::Steps,
        Chapter::Problems | Chapter::Tasks => PassedOver::Unassigned,
        Chapter::Unknown => PassedOver::Organisation,
    }
}

/// Lists that are open, and what recurs inside an item.
fn of_item(text: &Text, item: &Item) -> Vec<Remarked> {
    let mut remarks = Vec::new();
    let of_measures = item.measures.iter().filter_map(|measure| measure.owners.as_ref());
    let open = item.owners.open.iter().chain(of_measures.flat_map(|owners| &owners.open));
    let open: BTreeSet<_> = open.map(|range| (range.start, range.end)).collect();
    for (start, end) in open {
        remarks.push((start..end, DocumentRemark::OpenUnits(text.shown(&(start..end)))));
    }
    for range in &item.unclear {
        remarks.push((range.clone(), DocumentRemark::StateUnclear(text.shown(range))));
    }
    for range in &item.claims {
        remarks.push((range.clone(), DocumentRemark::StateClaimed(text.shown(range))));
    }
    if item.kind == Kind::Duty {
        return remarks;
    }
    let mut ranges: Vec<Range<usize>> = item.measures.iter().map(|it| it.text.clone()).collect();
    ranges.extend(item.limit.iter().map(|(range, _)| range.clone()));
    if item.kind == Kind::Task && item.measures.is_empty() {
        ranges.extend(item.detail.clone());
    }
    for range in ranges {
        for clause in checks::clauses(text, &range) {
            if !times::rhythms(text.words(&clause)).is_empty() {
                remarks.push((clause.clone(), DocumentRemark::Recurring(text.shown(&clause))));
            }
        }
    }
    remarks
}

/// Days that nobody can read, anywhere in the text.
fn damaged(text: &Text) -> Vec<Remarked> {
    let found = times::damaged(text.even());
    found
        .into_iter()
        .map(|range| {
            let words = text.shown(&range);
            (range, DocumentRemark::DamagedDay(words))
        })
        .collect()
}
