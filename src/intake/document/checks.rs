//! A document held against itself: counts, numbers, labels, shares and what is said to be done.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::fields::Item;
use super::genre;
use super::labels::Label;
use super::letters::ends_sentence;
use super::numbering::{self, Level, Number};
use super::outline::{Node, Outline};
use super::segments::Segment;
use super::text::Text;
use crate::complaint::{Counted, DocumentRemark};
use crate::domain::problem::Kind;

/// A remark and where it stands in the even text.
pub(super) type Remarked = (Range<usize>, DocumentRemark);

/// Holds the counts that a range claims against what was found.
pub(super) fn counts(text: &Text, ranges: &[Range<usize>], items: &[Item]) -> Vec<Remarked> {
    let problems = items.iter().filter(|item| item.kind == Kind::Problem).count();
    let tasks = items.iter().filter(|item| item.kind == Kind::Task && item.node.is_some()).count();
    let measures = items.iter().map(|item| item.measures.len()).sum();
    let kinds: [(Counted, usize, &[&str]); 3] = [
        (
            Counted::Problems,
            problems,
            &["个问题", "个具体问题", "项问题", "条问题", "项具体问题", "个方面问题"],
        ),
        (
            Counted::Measures,
            measures,
            &["项整改措施", "条整改措施", "项措施", "条措施", "项具体措施", "条具体措施"],
        ),
        (
            Counted::Tasks,
            tasks,
            &["项任务", "项重点任务", "大行动", "项工作任务", "项具体任务", "大任务", "项整改任务"],
        ),
    ];
    let mut remarks = Vec::new();
    for (of, found, words) in kinds {
        let claims: Vec<_> = ranges.iter().flat_map(|range| claims(text, range, words)).collect();
        // A document counts its problems in several ways; one that fits explains it.
        let fits = claims.iter().any(|(_, claimed)| *claimed == found);
        if let Some((range, claimed)) = claims.into_iter().next()
            && found > 0
            && !fits
        {
            remarks.push((range, DocumentRemark::Count { of, claimed, found }));
        }
    }
    remarks
}

/// The numbers before some words, with their places. What others found in other years is no claim.
fn claims(text: &Text, range: &Range<usize>, counted: &[&str]) -> Vec<(Range<usize>, usize)> {
    let words = text.words(range);
    let mut found = Vec::new();
    for (word, at) in
        counted.iter().flat_map(|word| words.match_indices(*word).map(move |(at, _)| (*word, at)))
    {
        let before = &words[..at];
        let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let (start, number) = if digits > 0 {
            (at - digits, before[at - digits..].parse().ok())
        } else {
            let letters = before.chars().rev().take_while(|c| "一二三四五六七八九十".contains(*c));
            let start = at - letters.map(char::len_utf8).sum::<usize>();
            (start, numbering::chinese(&before[start..]).map(|(number, _)| number as usize))
        };
        let sentence = before.rsplit(ends_sentence).next().unwrap_or_default();
        let earlier = ["上轮", "上一轮", "其中", "已", "尚", "未", "余"];
        let clause = sentence.rsplit(',').next().unwrap_or_default();
        let other = earlier.iter().any(|word| clause.contains(word));
        if let Some(number) = number.filter(|number| *number > 1 && !other) {
            found.push((range.start + start..range.start + at + word.len(), number));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Headings that count their problems, 垃圾治理类（4个）, where others were found.
pub(super) fn headings(text: &Text, outline: &Outline, items: &[Item]) -> Vec<Remarked> {
    let remark = |node: &Node| {
        let (_, claimed) = genre::counted(text.words(&node.heading))?;
        let below = |item: &&Item| node.own.start <= item.range.start && item.range.end <= node.end;
        let found = items.iter().filter(below).count();
        let of = Counted::Problems;
        (found > 0 && found != claimed)
            .then(|| (node.heading.clone(), DocumentRemark::Count { of, claimed, found }))
    };
    outline.nodes.iter().filter_map(remark).collect()
}

/// Numbers that are missing or stand there twice.
pub(super) fn numbers(outline: &Outline, segment: &Segment) -> Vec<Remarked> {
    let mut last: BTreeMap<Level, (u32, Option<usize>)> = BTreeMap::new();
    let mut remarks = Vec::new();
    for node in segment.nodes.clone().map(|at| &outline.nodes[at]) {
        let before = last.insert(node.level, (node.value, node.parent));
        let place = node.start..node.own.start;
        let Some((value, parent)) = before else {
            if node.value > 1 && node.value < 4 {
                remarks.extend(missing(node.level, 1..node.value, &place));
            }
            continue;
        };
        if node.value == 1 || node.value == value + 1 {
            continue;
        }
        let words = Number::written(node.level, node.value);
        if node.value <= value && parent == node.parent {
            remarks.push((place, DocumentRemark::NumberTwice(words)));
        } else if node.value > value && parent == node.parent {
            remarks.extend(missing(node.level, value + 1..node.value, &place));
        } else if node.value > 1 {
            remarks.extend(missing(node.level, 1..node.value.min(4), &place));
        }
    }
    remarks
}

fn missing(level: Level, values: Range<u32>, place: &Range<usize>) -> Vec<Remarked> {
    let remark = |value| DocumentRemark::NumberMissing(Number::written(level, value));
    values.take(5).map(|value| (place.clone(), remark(value))).collect()
}

/// Labels that most items have and some lack.
pub(super) fn labels(text: &Text, outline: &Outline, items: &[Item]) -> Vec<Remarked> {
    let labelled: Vec<&Item> = items.iter().filter(|item| !item.labels.is_empty()).collect();
    let all = labelled.iter().flat_map(|item| item.labels.clone());
    // Whoever takes part, leads or supervises is not named everywhere.
    let optional = |label: &Label| {
        use Label::{Category, Cause, Leader, Person, Source, Supervisor, With};
        matches!(label, Category | Cause | Leader | Person | Source | Supervisor | With)
    };
    let known: BTreeSet<Label> = all.filter(|label| !optional(label)).collect();
    let has = |item: &Item, label: Label| {
        let units = matches!(label, Label::Lead | Label::Owners);
        // Each measure may have its own.
        let in_measures = item.measures.iter().all(|measure| {
            let owners = measure.owners.as_ref();
            owners.is_some_and(|it| if units { it.is_known() } else { it.limit.is_some() })
        });
        let by_measure = units || label == Label::Limit;
        item.labels.contains(&label)
            || by_measure && in_measures && !item.measures.is_empty()
            || label == Label::Limit && item.limit.is_some()
            || units && (item.labels.contains(&Label::Lead) || item.labels.contains(&Label::Owners))
    };
    let mut remarks = Vec::new();
    for label in known {
        let lacking: Vec<_> = labelled.iter().filter(|item| !has(item, label)).collect();
        // Two in three make the rule.
        if labelled.len() < 3 || lacking.is_empty() || lacking.len() * 3 > labelled.len() {
            continue;
        }
        let printed = outline.labels.iter().find(|it| it.label == label);
        let printed = printed.map_or(String::new(), |it| text.shown(&(it.word..it.word_end)));
        for item in lacking {
            let number = item.node.map_or(String::new(), |node| outline.printed(node));
            let remark = DocumentRemark::LabelMissing { item: number, label: printed.clone() };
            remarks.push((item.title.clone(), remark));
        }
    }
    remarks
}

/// What a problem says is open and its progress says is done.
pub(super) fn contradictions(text: &Text, items: &[Item]) -> Vec<Remarked> {
    const OPEN: [&str; 10] = [
        "未整改到位",
        "未完成整改",
        "未整改完成",
        "尚未整改",
        "未整改",
        "未销号",
        "未完成销号",
        "尚未完成",
        "未落实到位",
        "尚未到位",
    ];
    const ALL: [&str; 8] = ["以上", "上述", "全部", "均已", "都已", "所有", "已全面", "各项"];
    const DONE: [&str; 7] =
        ["落实到位", "整改到位", "完成整改", "整改完成", "整改完毕", "全部完成", "落实完毕"];
    let mut remarks = Vec::new();
    for item in items {
        let said = item.detail.clone().unwrap_or_else(|| item.title.clone());
        let open = clauses(text, &said).into_iter().find(|clause| {
            let words = text.words(clause);
            words.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九两".contains(c))
                && OPEN.iter().any(|word| words.contains(word))
        });
        let done = item.progress.iter().flat_map(|range| clauses(text, range)).find(|clause| {
            let words = text.words(clause);
            let all = ALL.iter().any(|word| words.contains(word));
            all && DONE.iter().any(|word| words.contains(word)) && !words.contains('未')
        });
        if let (Some(open), Some(done)) = (open, done) {
            let (problem, progress) = (text.shown(&open), text.shown(&done));
            remarks.push((done, DocumentRemark::Contradiction { problem, progress }));
        }
    }
    remarks
}

/// The parts of a range between commas and stops.
pub(super) fn clauses(text: &Text, range: &Range<usize>) -> Vec<Range<usize>> {
    let words = text.words(range);
    let mut start = 0;
    let mut found = Vec::new();
    for (at, c) in words.char_indices().chain([(words.len(), '\n')]) {
        if ends_sentence(c) || c == ',' {
            found.push(range.start + start..range.start + at);
            start = at + c.len_utf8();
        }
    }
    found.retain(|range| !range.is_empty());
    found
}
