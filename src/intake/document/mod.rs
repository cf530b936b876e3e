//! An official document's plain text, read as a draft of a ledger.
//!
//! Two passes: the text is made even with the place of every letter (`text`), then its parts are found by number
//! (`outline`), which of them are lines (`items`), and the fields of each by label and mark (`fields`). Nobody is
//! made an owner who is not named as one, words that cannot be read stay as they are, and what gives no line is told.

mod build;
mod checks;
mod clauses;
mod closing;
mod duties;
mod fields;
mod figures;
mod found;
mod genre;
mod head;
mod items;
mod joins;
mod labelled;
mod labels;
mod letters;
mod lines;
mod marks;
mod measures;
mod milestones;
mod numbering;
mod outline;
mod owners;
mod references;
mod remarks;
mod runs;
mod segments;
mod states;
mod sums;
mod survey;
mod tails;
mod tasks;
mod text;
mod times;
mod titles;
mod told;
mod unfold;
mod units;
mod unnumbered;

use std::ops::Range;
use std::sync::Arc;

use crate::complaint::{Complaint, Grade, Log, Source};
use crate::domain::day::Day;
use crate::domain::ledger::{Head, Phase};
use crate::intake::draft::{Draft, HeadReading};
use build::{Whole, one_line};
use fields::Item;
use head::Facts;
use outline::Outline;
use text::Text;

/// Reads a document; `name` is that of the ledger that it would become.
pub fn read(source: &Arc<Source>, name: &str) -> Result<Draft, Vec<Complaint>> {
    let text = Text::read(&source.text);
    let outline = Outline::of(&text);
    let facts = head::read(&text, &outline);
    let found = lines::find(&text, &outline);
    let (mut head, mut head_readings) = head_of(&text, &outline, &facts, found.lead_rule.as_ref());
    let by = head.owner.clone().unwrap_or_else(|| name.to_owned());
    let on = head.issued.unwrap_or(Day::FIRST);
    let early = head.issued.and_then(|issued| found::limit_before(&text, &found.items, issued));
    let noticed = early.and_then(|limit| found::day(&text, &head::opening(&text, &outline), limit));
    // What had to be done by a day was not found after it: a report is no day of finding.
    if early.is_some() && noticed.is_none() {
        head.issued = None;
        head_readings.retain(|reading| reading.key != "issued");
    }
    let whole = Whole { text: &text, source, on, by: &by, noticed };
    let notes = remarks::of(&text, &outline, &found, &head_readings);
    let mut log = Log::new(source);
    let mut problems = Vec::new();
    let papers = outline.segments.iter().filter(|segment| !segment.attached).count();
    let references = references::references(&outline, &found.items);
    for ((no, item), reference) in (1..).zip(&found.items).zip(&references) {
        let tag = if papers > 1 { tag(&text, &outline, &facts, item) } else { None };
        match build::line(&whole, no, item, reference.as_deref(), tag.as_deref()) {
            Ok(line) => problems.push(line),
            Err(complaints) => complaints.into_iter().for_each(|it| log.push(it.span, it.fault)),
        }
    }
    let source = Arc::clone(source);
    log.finish(Draft { source, head, head_readings, problems, notes })
}

/// Where a file holds several papers, each line says of which it is.
fn tag(text: &Text, outline: &Outline, facts: &Facts, item: &Item) -> Option<String> {
    let title = outline.segments.get(item.segment)?.title.clone();
    let title = title.or_else(|| facts.title.clone().filter(|_| item.segment == 0))?;
    Some(one_line(&text.shown(&title)).replace('|', "／"))
}

/// The head with the places of its values.
fn head_of(
    text: &Text,
    outline: &Outline,
    facts: &Facts,
    lead_rule: Option<&Range<usize>>,
) -> (Head, Vec<HeadReading>) {
    let mut head = Head::default();
    let mut readings = Vec::new();
    let mut say = |key: &'static str, value: &str, range: &Range<usize>, grade: Grade| {
        let value = value.to_owned();
        readings.push(HeadReading { key, value, span: text.span(range), grade });
    };
    let words = |range: &Range<usize>| one_line(&text.shown(range));
    if let Some(range) = &facts.title {
        let title = words(range);
        say("title", &title, range, Grade::Heading);
        head.title = Some(title);
    }
    if let Some(range) = &facts.source {
        let source = words(range);
        say("source", &source, range, Grade::Place);
        head.source = Some(source);
    }
    if let Some(range) = &facts.owner {
        let owner = head::names(text, range);
        say("owner", &owner, range, Grade::Heading);
        head.owner = Some(owner);
    }
    if let Some((day, range)) = &facts.issued {
        say("issued", &day.to_string(), range, Grade::Place);
        head.issued = Some(*day);
    }
    for (key, range) in [("x_document", &facts.number), ("x_to", &facts.addressee)] {
        if let Some(range) = range {
            say(key, &words(range), range, Grade::Heading);
            head.extra.insert(key.to_owned(), words(range));
        }
    }
    if let Some(range) = lead_rule {
        say("first_is_lead", "true", range, Grade::Place);
        head.first_is_lead = true;
    }
    let plan = head.issued.map(Day::year);
    for segment in &outline.segments {
        for phase in head::phases(text, outline, segment, plan) {
            let name = words(&phase.name);
            if head.phases.iter().any(|known: &Phase| known.name == name) || name.is_empty() {
                continue;
            }
            let (from, until) = phase.period.map_or((None, None), |it| (it.from, it.until));
            let days = phase.words.as_ref().map(words).unwrap_or_default();
            let range = phase.name.start..phase.words.as_ref().map_or(phase.name.end, |it| it.end);
            let value = if days.is_empty() { name.clone() } else { format!("{name} {days}") };
            say("phase", &value, &range, head::grade(&phase));
            head.phases.push(Phase { name, from, until });
        }
    }
    (head, readings)
}
