//! Numbers that count the fields of one item, and no items: 1.存在问题 2.整改措施 3.整改时限.

use std::collections::BTreeSet;
use std::ops::Range;

use super::labels::{self, Label};
use super::numbering::{Level, Number};
use super::text::Text;

/// A numbered paragraph.
struct Member {
    start: usize,
    label: Option<Label>,
}

/// Numbers of one level that count on.
struct Run {
    level: Level,
    last: u32,
    /// A number of a higher level stands above it.
    below: bool,
    members: Vec<Member>,
}

/// The starts of the paragraphs whose number counts a field.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// Of an item that has a number of its own.
    pub(super) below: BTreeSet<usize>,
    /// Of the only item of a paper.
    pub(super) alone: BTreeSet<usize>,
}

/// Finds the numbers of fields.
pub(super) fn fields(text: &Text) -> Fields {
    let mut open: Vec<Run> = Vec::new();
    let mut closed: Vec<Run> = Vec::new();
    for paragraph in text.paragraphs() {
        let words = text.words(&paragraph);
        let Some(number) = Number::at_start(words) else { continue };
        while let Some(run) = open.pop_if(|run| run.level > number.level) {
            closed.push(run);
        }
        let member = Member { start: paragraph.start, label: label(words, number.len) };
        let goes_on = |run: &Run| run.level == number.level && run.last + 1 == number.value;
        if let Some(run) = open.last_mut().filter(|run| goes_on(run)) {
            run.last = number.value;
            run.members.push(member);
            continue;
        }
        while let Some(run) = open.pop_if(|run| run.level == number.level) {
            closed.push(run);
        }
        let below = !open.is_empty();
        let (level, last) = (number.level, number.value);
        open.push(Run { level, last, below, members: vec![member] });
    }
    closed.extend(open);
    let mut fields = Fields::default();
    for run in closed {
        let starts = run.members.iter().map(|member| member.start);
        if run.below && are_fields(&run, 2) {
            fields.below.extend(starts);
        } else if !run.below && are_fields(&run, 3) && has_owner(&run) {
            fields.alone.extend(starts);
        }
    }
    fields
}

/// The label of a numbered paragraph; one without a colon has nothing behind it.
fn label(words: &str, number: usize) -> Option<Label> {
    let (label, ..) = labels::at_start(&words[number..])?;
    Some(label)
}

/// Tells whether all have labels, of which none comes twice.
fn are_fields(run: &Run, least: usize) -> bool {
    let labels: BTreeSet<Label> = run.members.iter().filter_map(|member| member.label).collect();
    labels.len() == run.members.len() && labels.len() >= least
}

/// Tells whether one of them can only be of one item: its limit, its units, its aim. Chapters on problems and measures
/// hold many.
fn has_owner(run: &Run) -> bool {
    use Label::{Goal, Lead, Leader, Limit, Owners, Person};
    let of_one = |label: Label| matches!(label, Goal | Limit | Owners | Lead | Leader | Person);
    run.members.iter().filter_map(|member| member.label).any(of_one)
}

/// Tells whether a paragraph is a field of an item that is numbered itself.
impl Fields {
    pub(super) fn has(&self, paragraph: &Range<usize>) -> bool {
        self.below.contains(&paragraph.start) || self.alone.contains(&paragraph.start)
    }
}
