//! The fields of a line: by label, then by mark.

use std::ops::Range;

use super::genre;
use super::items::{Chosen, How};
use super::labels::{Label, Labelled};
use super::marks;
use super::outline::{self, Outline};
use super::owners::Owners;
use super::segments::Segment;
use super::tails::Tail;
use super::text::Text;
use crate::complaint::Grade;
use crate::domain::problem::Kind;

/// A line of the ledger, as ranges of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// All of it.
    pub(super) range: Range<usize>,
    /// Its node, where it has a number.
    pub(super) node: Option<usize>,
    pub(super) kind: Kind,
    pub(super) title: Range<usize>,
    /// The title, where it is not simply what stands there.
    pub(super) title_words: Option<String>,
    pub(super) title_grade: Grade,
    pub(super) detail: Option<Range<usize>>,
    pub(super) category: Option<Range<usize>>,
    /// Texts that are taken over as they are, by key.
    pub(super) texts: Vec<(&'static str, Range<usize>)>,
    pub(super) measures: Vec<Measure>,
    pub(super) measure_grade: Grade,
    pub(super) progress: Vec<Range<usize>>,
    pub(super) progress_grade: Grade,
    pub(super) limit: Option<(Range<usize>, Grade)>,
    pub(super) owners: Owners,
    /// When a duty falls due.
    pub(super) every: Option<Range<usize>>,
    /// The labels that it has.
    pub(super) labels: Vec<Label>,
    /// What stands before the first mark of a list and is no measure.
    pub(super) lead_ins: Vec<Range<usize>>,
    /// What follows its last field.
    pub(super) rest: Option<Range<usize>>,
    /// Its segment.
    pub(super) segment: usize,
}

/// A measure and who answers for it alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measure {
    pub(super) text: Range<usize>,
    pub(super) owners: Option<Owners>,
}

impl Item {
    pub(super) fn new(range: Range<usize>, title: Range<usize>, kind: Kind) -> Self {
        Self {
            range,
            node: None,
            kind,
            title,
            title_words: None,
            title_grade: Grade::Heading,
            detail: None,
            category: None,
            texts: Vec::new(),
            measures: Vec::new(),
            measure_grade: Grade::Label,
            progress: Vec::new(),
            progress_grade: Grade::Label,
            limit: None,
            owners: Owners::default(),
            every: None,
            labels: Vec::new(),
            lead_ins: Vec::new(),
            rest: None,
            segment: 0,
        }
    }
}

/// Reads the fields of a line.
pub(super) fn read(text: &Text, outline: &Outline, segment: &Segment, chosen: Chosen) -> Item {
    let node = &outline.nodes[chosen.node];
    let is_last = node.end >= segment.range.end;
    let whole = if chosen.alone { node.own.end } else { node.end };
    let start = node.own.start;
    let body = start..whole;
    let end = if is_last { outline::before_closing(text, &body) } else { whole };
    let range = node.start..end;
    let kind = if chosen.how == How::Task { Kind::Task } else { Kind::Problem };
    let mut item = Item::new(range, node.heading.clone(), kind);
    item.node = Some(chosen.node);
    let body = start..end;
    match chosen.how {
        How::Labelled => labelled(text, outline, &body, &mut item),
        How::Task => task(text, outline, &body, chosen, &mut item),
        How::Finding => finding(text, outline, &body, chosen, &mut item),
    }
    // The first sentence of a task may be all of its text.
    let most = if item.kind == Kind::Task { 40 } else { LONG };
    item.title = title(text, &item.title, most);
    item
}

/// Letters that fit a line of a list.
pub(super) const LONG: usize = 60;

/// A title of one sentence; a sentence that is very long is cut at a comma.
pub(super) fn title(text: &Text, heading: &Range<usize>, most: usize) -> Range<usize> {
    let words = text.words(heading);
    let (start, end) = genre::finding(words);
    let range = heading.start + start..heading.start + end;
    let words = text.words(&range);
    let Some((most, _)) = words.char_indices().nth(most) else {
        return text.trimmed(&range, &[',', ':', ';', '。']);
    };
    let long = |at: &usize| words[..*at].chars().count() > 7;
    let cut = |signs: &[char]| words[..most].rfind(signs).filter(long);
    let end = cut(&[',', ';']).or_else(|| cut(&['、'])).unwrap_or(most);
    text.trimmed(&(range.start..range.start + end), &[',', '、', ';'])
}

/// A problem with labels. What stands before the first is the problem itself.
fn labelled(text: &Text, outline: &Outline, body: &Range<usize>, item: &mut Item) {
    let labels: Vec<Labelled> = outline.labels_in(&item.range).to_vec();
    let first = labels.first().map_or(body.end, |it| it.start.max(body.start));
    let head = text.trimmed(&(body.start..first), &[]);
    let mut problem: Option<Range<usize>> = None;
    for (place, it) in labels.iter().enumerate() {
        let end = labels.get(place + 1).map_or(body.end, |next| next.start);
        let value = value(text, *it, end);
        if value.is_empty() {
            continue;
        }
        if place + 1 == labels.len() && value.end < end {
            let rest = text.trimmed(&(value.end..end), &[]);
            item.rest = Some(rest).filter(|rest| !rest.is_empty());
        }
        item.labels.push(it.label);
        match it.label {
            Label::Problem => {
                let start = problem.map_or(value.start, |before| before.start);
                problem = Some(start..value.end);
            }
            Label::Measures => measures(text, &value, item),
            Label::Progress => item.progress.push(value),
            Label::Limit => item.limit = Some((trim_end(text, &value), Grade::Label)),
            Label::Goal => item.texts.push(("goal", trim_end(text, &value))),
            Label::Cause => item.texts.push(("cause", value)),
            Label::Source => item.texts.push(("source", trim_end(text, &value))),
            Label::Category => item.category = Some(trim_end(text, &value)),
            label => item.owners.read_label(text, label, &(it.word..it.word_end), &value),
        }
    }
    // The order of the paper may put further words of the problem behind its label.
    set_problem(text, outline, head, problem, item);
    tails_of_measures(text, outline, item);
    let measures: Vec<Range<usize>> = item.measures.iter().map(|it| it.text.clone()).collect();
    for tail in outline.tails_in(&item.range) {
        let of_measure =
            |range: &Range<usize>| (range.start..range.end + 4).contains(&tail.span.start);
        if !measures.iter().any(of_measure) {
            item.owners.read_tail(text, tail);
        }
    }
    item.kind = kind(text, &labels, item);
    if let Some(limit) = item.owners.limit.clone().filter(|_| item.limit.is_none()) {
        item.limit = Some((limit, item.owners.grade.unwrap_or(Grade::BareTail)));
    }
}

/// Takes the tails off measures. One behind the last of several is of them all.
fn tails_of_measures(text: &Text, outline: &Outline, item: &mut Item) {
    let last = item.measures.len().saturating_sub(1);
    let several: Vec<usize> = item
        .measures
        .iter()
        .enumerate()
        .filter(|(_, measure)| !outline.tails_in(&measure.text).is_empty())
        .map(|(place, _)| place)
        .collect();
    let of_all = several == [last] && item.owners.grade.is_none();
    for place in several {
        let range = item.measures[place].text.clone();
        let bare = without_tails(text, outline, &range);
        let mut owners = if of_all { item.owners.clone() } else { Owners::default() };
        outline.tails_in(&(bare.end..range.end)).iter().for_each(|it| owners.read_tail(text, it));
        item.measures[place].text = measure_text(text, &bare);
        if of_all {
            item.owners = owners;
        } else {
            item.measures[place].owners = Some(owners);
        }
    }
}

/// A problem has labels of its cure; a piece of a plan has measures, schedule and aim, and nothing lacks.
fn kind(text: &Text, labels: &[Labelled], item: &Item) -> Kind {
    let cures = labels.iter().any(|it| {
        let word = text.words(&(it.word..it.word_end));
        matches!(it.label, Label::Problem | Label::Progress | Label::Cause)
            || word.contains("整改")
            || word.contains("问题")
    });
    let heading = text.words(&item.title);
    let is_work = ["行动", "工程", "工作", "计划", "项目"].iter().any(|it| heading.ends_with(it));
    let lacks = !is_work && (genre::is_deficient(heading) || genre::is_finding(heading));
    let opening = text.words(&(0..text.even().find('。').unwrap_or(0)));
    if cures || lacks || opening.contains("整改") { Kind::Problem } else { Kind::Task }
}

/// Puts title and detail by what stands before the labels and what the label of the problem has.
fn set_problem(
    text: &Text,
    outline: &Outline,
    head: Range<usize>,
    problem: Option<Range<usize>>,
    item: &mut Item,
) {
    let said = match (&problem, head.is_empty()) {
        (Some(problem), true) => problem.clone(),
        _ => head.clone(),
    };
    item.title = outline.heading(text, &said);
    if problem.is_some() && head.is_empty() {
        item.title_grade = Grade::Label;
    }
    let titled = item.title.len() + 3 >= head.len();
    let detail = match problem {
        Some(problem) if titled || head.is_empty() => problem,
        Some(problem) => head.start..problem.end,
        None => head,
    };
    item.detail =
        Some(without_tails(text, outline, &detail)).filter(|it| says_more(text, it, item));
}

/// Tells whether a detail says more than the title.
fn says_more(text: &Text, detail: &Range<usize>, item: &Item) -> bool {
    let bare =
        |range: &Range<usize>| text.words(&text.trimmed(range, &['。', ';', ':'])).to_owned();
    !detail.is_empty() && bare(detail) != bare(&item.title)
}

/// The range without the tail at its end.
fn without_tails(text: &Text, outline: &Outline, range: &Range<usize>) -> Range<usize> {
    let mut range = text.trimmed(range, &[]);
    for tail in outline.tails_in(&range.clone()).iter().rev() {
        if text.trimmed(&(tail.span.end..range.end), &['。', ';']).is_empty() {
            range = text.trimmed(&(range.start..tail.span.start), &[]);
        }
    }
    range
}

/// The value of a label: of a short one its paragraph, or the next where it has nothing of its own.
fn value(text: &Text, labelled: Labelled, end: usize) -> Range<usize> {
    let value = text.trimmed(&(labelled.value..end.max(labelled.value)), &[]);
    if !labelled.label.is_short() {
        return value;
    }
    let line = text.words(&value).find('\n').map_or(value.end, |at| value.start + at);
    text.trimmed(&(value.start..line), &[])
}

fn trim_end(text: &Text, range: &Range<usize>) -> Range<usize> {
    text.trimmed(range, &['。', ';', ','])
}

/// Takes measures apart by their marks.
fn measures(text: &Text, value: &Range<usize>, item: &mut Item) {
    let words = text.words(value);
    let Some(marked) = marks::split(words) else {
        item.measures.push(Measure { text: measure_text(text, value), owners: None });
        return;
    };
    let at = |range: &Range<usize>| value.start + range.start..value.start + range.end;
    let lead_in = text.trimmed(&at(&marked.lead_in), &[]);
    if text.words(&lead_in).ends_with('。') {
        item.measures.push(Measure { text: lead_in, owners: None });
    } else if !lead_in.is_empty() {
        item.lead_ins.push(lead_in);
    }
    item.measure_grade = Grade::Marker;
    for part in &marked.parts {
        let part = measure_text(text, &at(part));
        if !part.is_empty() {
            item.measures.push(Measure { text: part, owners: None });
        }
    }
}

/// The text of a measure, without the sign that parts it from the next.
pub(super) fn measure_text(text: &Text, range: &Range<usize>) -> Range<usize> {
    let range = text.trimmed(range, &[';', ',']);
    let words = text.words(&range);
    let single = words.matches('。').count() == 1 && words.ends_with('。');
    if single { text.trimmed(&range, &['。']) } else { range }
}

/// A task: what it says, with the tail taken off; parts below and marks are its measures.
fn task(text: &Text, outline: &Outline, body: &Range<usize>, chosen: Chosen, item: &mut Item) {
    let own = body.start..outline.nodes[chosen.node].own.end.min(body.end);
    let tails = outline.tails_in(body).to_vec();
    let in_own = outline.tails_in(&own).len();
    let children: Vec<usize> =
        if chosen.alone { Vec::new() } else { outline.children(chosen.node).collect() };
    if in_own > 1 {
        each_with_its_tail(text, &own, &tails, item);
    } else {
        tails.iter().for_each(|tail| item.owners.read_tail(text, tail));
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
            measures(text, &behind, item);
        }
    } else {
        item.measure_grade = Grade::Heading;
        for child in children {
            let node = &outline.nodes[child];
            let range = without_tails(text, outline, &(node.own.start..node.end.min(body.end)));
            item.measures.push(Measure { text: measure_text(text, &range), owners: None });
        }
    }
    if let Some(limit) = item.owners.limit.clone() {
        item.limit = Some((limit, item.owners.grade.unwrap_or(Grade::BareTail)));
    }
}

/// Several tails in one item, each for what stands before it.
fn each_with_its_tail(text: &Text, own: &Range<usize>, tails: &[Tail], item: &mut Item) {
    let mut start = item.title.end;
    for tail in tails.iter().filter(|tail| own.contains(&tail.span.start)) {
        let part = text.trimmed(&(start..tail.span.start), &[]);
        let words = text.words(&part);
        let bare = words.trim_start_matches(['。', ';', ',', ':']);
        let part = measure_text(text, &(part.end - bare.len()..part.end));
        let mut owners = Owners::default();
        owners.read_tail(text, tail);
        item.owners.words.extend(owners.words.clone());
        item.owners.grade = owners.grade;
        item.owners.open.extend(owners.open.clone());
        let part = if part.is_empty() { item.title.clone() } else { part };
        item.measures.push(Measure { text: part, owners: Some(owners) });
        start = tail.span.end;
    }
}

/// A finding of a notice: what follows its heading is what was done, its marks the measures.
fn finding(text: &Text, outline: &Outline, body: &Range<usize>, chosen: Chosen, item: &mut Item) {
    let own = body.start..outline.nodes[chosen.node].own.end.min(body.end);
    let words = text.words(&(item.title.end..body.end));
    let behind = words.trim_start_matches(['。', ':', ';', '\n']);
    let rest = text.trimmed(&(body.end - behind.len()..body.end), &[]);
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
            let range = text.trimmed(&(node.own.start..node.end.min(body.end)), &[]);
            item.measures.push(Measure { text: measure_text(text, &range), owners: None });
        }
    } else if marks::split(text.words(&rest)).is_some() {
        measures(text, &rest, item);
    } else if !rest.is_empty() {
        item.progress.push(rest);
        item.progress_grade = Grade::Place;
    }
}
