//! The fields of a line: by label, then by mark.

use std::ops::Range;

use super::closing;
use super::genre;
use super::items::{Chosen, How};
use super::labels::{Label, Labelled};
use super::measures;
use super::milestones;
use super::outline::Outline;
use super::owners::Owners;
use super::segments::Segment;
use super::states;
use super::tasks;
use super::text::Text;
use super::titles::{LONG, title};
use crate::complaint::Grade;
use crate::domain::problem::Kind;
use crate::intake::sheet::status::Status;

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
    /// How far it is said to be, as read and as written.
    pub(super) states: Vec<(Status, Range<usize>)>,
    /// Progress that only says that all is done.
    pub(super) claims: Vec<Range<usize>>,
    /// Words of a state that cannot be read.
    pub(super) unclear: Vec<Range<usize>>,
    /// The labels that it has.
    pub(super) labels: Vec<Label>,
    /// What stands before the first mark of a list and is no measure.
    pub(super) lead_ins: Vec<Range<usize>>,
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
            states: Vec::new(),
            claims: Vec::new(),
            unclear: Vec::new(),
            labels: Vec::new(),
            lead_ins: Vec::new(),
            segment: 0,
        }
    }
}

/// Reads the fields of a line.
pub(super) fn read(text: &Text, outline: &Outline, segment: &Segment, chosen: Chosen) -> Item {
    let node = &outline.nodes[chosen.node];
    let is_last = node.end >= segment.range.end;
    let whole = if chosen.alone { node.own.end } else { node.end };
    let whole = chosen.shared.map_or(whole, |(labels, _)| whole.min(labels));
    let start = node.own.start;
    let body = start..whole;
    let end = if is_last { closing::before_closing(text, &body) } else { whole };
    let range = node.start..end;
    let kind = if chosen.how == How::Task { Kind::Task } else { Kind::Problem };
    let mut item = Item::new(range, node.heading.clone(), kind);
    item.node = Some(chosen.node);
    let heading = text.words(&node.heading);
    let is_finding = genre::is_finding(heading) || genre::is_named_finding(heading);
    let body = start..end;
    match chosen.how {
        How::Labelled => {
            let fields = chosen.shared.map_or(start..end, |(from, until)| {
                let ends = until >= segment.range.end;
                let until =
                    if ends { closing::before_closing(text, &(from..until)) } else { until };
                from..until
            });
            labelled(text, outline, &body, &fields, &mut item);
        }
        // 关于…的问题 tells what was found, whoever stands in its tail.
        How::Task if is_finding => {
            item.kind = Kind::Problem;
            tasks::finding(text, outline, &body, chosen, &mut item);
        }
        How::Task => tasks::task(text, outline, &body, chosen, &mut item),
        How::Finding => tasks::finding(text, outline, &body, chosen, &mut item),
    }
    milestones::part(text, &mut item);
    // The first sentence of a task may be all of its text.
    let most = if item.kind == Kind::Task { 40 } else { LONG };
    item.title = title(text, &item.title, most);
    item
}

/// A problem with labels. What stands before the first is the problem itself.
fn labelled(
    text: &Text,
    outline: &Outline,
    body: &Range<usize>,
    fields: &Range<usize>,
    item: &mut Item,
) {
    let fields = if fields == body { item.range.clone() } else { fields.clone() };
    let labels: Vec<Labelled> = outline.labels_in(&fields).to_vec();
    let first = labels.first().map_or(body.end, |it| it.start.clamp(body.start, body.end));
    let head = text.trimmed(&(body.start..first), &[]);
    let mut problem: Option<Range<usize>> = None;
    let mut demanded = None;
    let listed = states::has_list(text, &labels, fields.end);
    for (place, it) in labels.iter().enumerate() {
        let end = labels.get(place + 1).map_or(fields.end, |next| next.start);
        let value = value(text, *it, end);
        if value.is_empty() {
            continue;
        }
        let rest = text.trimmed(&(value.end.min(end)..end), &[]);
        let goes_on = listed && states::is_next(text, &rest);
        if !rest.is_empty() && !goes_on {
            item.lead_ins.push(rest.clone());
        }
        item.labels.push(it.label);
        match it.label {
            Label::Problem => {
                let start = problem.map_or(value.start, |before| before.start);
                problem = Some(start..value.end);
            }
            Label::Measures => measures::read(text, &value, item),
            Label::Progress => states::progress(text, value, item),
            Label::Status => states::state(text, it, &value, item),
            Label::Limit => states::limit(text, &value, listed, item),
            Label::Goal => demanded = states::goal(text, it, &value, item).or(demanded),
            Label::Cause => item.texts.push(("cause", value)),
            Label::Source => item.texts.push(("source", trim_end(text, &value))),
            Label::Category => item.category = Some(trim_end(text, &value)),
            label => {
                let word = it.word..it.word_end;
                measures::owners_for(item, label, listed).read_label(text, label, &word, &value);
            }
        }
        if goes_on {
            measures::further(text, &rest, item);
        }
    }
    item.limit = item.limit.take().or(demanded.map(|limit| (limit, Grade::Place)));
    // The order of the paper may put further words of the problem behind its label.
    set_problem(text, outline, head, problem, item);
    measures::take_tails(text, outline, item);
    let measures: Vec<Range<usize>> = item.measures.iter().map(|it| it.text.clone()).collect();
    for tail in outline.tails_in(&item.range) {
        let of_measure =
            |range: &Range<usize>| (range.start..range.end + 4).contains(&tail.span.start);
        if !measures.iter().any(of_measure) {
            item.owners.read_tail(text, tail);
        }
    }
    item.kind = kind(text, outline, &labels, item);
    if let Some(limit) = item.owners.limit.clone().filter(|_| item.limit.is_none()) {
        item.limit = Some((limit, item.owners.grade.unwrap_or(Grade::BareTail)));
    }
}

/// A problem has labels of its cure; a piece of a plan has measures, schedule and aim, and nothing lacks.
fn kind(text: &Text, outline: &Outline, labels: &[Labelled], item: &Item) -> Kind {
    let cures = labels.iter().any(|it| {
        let word = text.words(&(it.word..it.word_end));
        matches!(it.label, Label::Problem | Label::Progress | Label::Cause)
            || word.contains("整改")
            || word.contains("问题")
    });
    let heading = text.words(&item.title);
    let is_work = ["行动", "工程", "工作", "计划", "项目"].iter().any(|it| heading.ends_with(it));
    let lacks = !is_work && (genre::is_deficient(heading) || genre::is_finding(heading));
    if cures || lacks || outline.opens_with_cure { Kind::Problem } else { Kind::Task }
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
    // 一、某某方面 above 存在问题： is a field of work.
    let field = head.len() <= outline.heading(text, &head).len() + 3
        && genre::is_field(text.words(&outline.heading(text, &head)));
    let (said, head) = match &problem {
        Some(problem) if field && !head.is_empty() => {
            item.category.get_or_insert(outline.heading(text, &head));
            (problem.clone(), problem.start..problem.start)
        }
        _ => (said, head),
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
pub(super) fn says_more(text: &Text, detail: &Range<usize>, item: &Item) -> bool {
    let bare =
        |range: &Range<usize>| text.words(&text.trimmed(range, &['。', ';', ':'])).to_owned();
    !detail.is_empty() && bare(detail) != bare(&item.title)
}

/// The range without the tail at its end.
pub(super) fn without_tails(text: &Text, outline: &Outline, range: &Range<usize>) -> Range<usize> {
    let mut range = text.trimmed(range, &[]);
    for tail in outline.tails_in(&range.clone()).iter().rev() {
        if text.trimmed(&(tail.span.end..range.end), &['。', ';']).is_empty() {
            range = text.trimmed(&(range.start..tail.span.start), &[]);
        }
    }
    range
}

/// The value of a label: of a short one its paragraph, or the next where it has nothing of its own.
pub(super) fn value(text: &Text, labelled: Labelled, end: usize) -> Range<usize> {
    let value = text.trimmed(&(labelled.value..end.max(labelled.value)), &[]);
    if !labelled.label.is_short() {
        return value;
    }
    let line = text.words(&value).find('\n').map_or(value.end, |at| value.start + at);
    text.trimmed(&(value.start..line), &[])
}

pub(super) fn trim_end(text: &Text, range: &Range<usize>) -> Range<usize> {
    text.trimmed(range, &['。', ';', ','])
}
