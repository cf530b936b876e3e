//! The parts of what a report tells of one problem: what is done about it, what was done, and by when.

use crate::domain::book::Lang;
use crate::domain::responsible::Responsible;
use crate::domain::standing::{LastDay, Line, MeasureStanding, Standing};
use crate::render::words::paper::{self, Numbered, PaperLabel, Sentence};
use crate::render::words::{self, Label};
use crate::reports::paper::{course as entries, whole_line};

/// The measures with who answers for them, a line each; without measures the goal alone. Who answers for the whole
/// stands at the end.
pub(super) fn goal_or_measures(standing: &Standing<'_>, lang: Lang) -> String {
    let problem = &standing.problem;
    let mut lines = Vec::new();
    if let Some(goal) = &problem.goal {
        lines.push(paper::goal_alone(lang, goal.trim()));
    }
    let several = standing.measures.len() > 1;
    for measure in &standing.measures {
        let text = measure.measure.text.trim();
        let by = of_measure(standing, measure, lang);
        let told = paper::sentence(lang, Sentence::Measure { text, by: &by });
        let number = Numbered::Point(measure.measure.no);
        lines.push(if several { paper::numbered(lang, number, &told) } else { told });
    }
    let who = labelled(responsible(&standing.responsible, lang), lang);
    if !who.is_empty() {
        lines.push(words::clauses_of(lang, &who));
    }
    if lines.is_empty() {
        lines.push(paper::paper_label(lang, PaperLabel::NothingYet).to_owned());
    }
    lines.join("\n")
}

/// What a measure says itself of who answers for it and by when.
fn of_measure(standing: &Standing<'_>, measure: &MeasureStanding, lang: Lang) -> Vec<String> {
    let (own, whole) = (&measure.responsible, &standing.responsible);
    let other =
        |one: &[String], other: &[String]| if one == other { Vec::new() } else { one.to_vec() };
    let own = Responsible {
        lead: other(&own.lead, &whole.lead),
        joint: other(&own.joint, &whole.joint),
        with: other(&own.with, &whole.with),
        leader: other(&own.leader, &whole.leader),
        person: other(&own.person, &whole.person),
    };
    let mut parts = labelled(responsible(&own, lang), lang);
    if measure.own.is_some() {
        let limit = limit_of(&standing.line_of(measure), measure.measure.sustained, lang);
        parts.push(words::labelled(lang, words::label(lang, Label::Limit), &limit));
    }
    parts
}

/// Who answers, each list behind what it is called.
pub(super) fn responsible(who: &Responsible, lang: Lang) -> Vec<(&'static str, String)> {
    let lists = [
        (Label::Leader, &who.leader),
        (Label::Lead, &who.lead),
        (Label::Joint, &who.joint),
        (Label::With, &who.with),
        (Label::Person, &who.person),
    ];
    let named = lists.into_iter().filter(|(_, names)| !names.is_empty());
    named.map(|(label, names)| (words::label(lang, label), words::list(lang, names))).collect()
}

fn labelled(parts: Vec<(&'static str, String)>, lang: Lang) -> Vec<String> {
    parts.into_iter().map(|(label, names)| words::labelled(lang, label, &names)).collect()
}

/// What was done, the entries in the order in which they took effect, then the indicators and the state.
pub(super) fn course(standing: &Standing<'_>, lang: Lang) -> String {
    let mut lines: Vec<_> =
        entries(standing).map(|entry| paper::happened(lang, entry, standing)).collect();
    if lines.is_empty() {
        lines.push(paper::paper_label(lang, PaperLabel::NothingYet).to_owned());
    }
    let indicators = standing.problem.indicators.iter();
    lines.extend(indicators.map(|indicator| paper::measured(lang, indicator, standing)));
    if let Some(duty) = &standing.duty {
        lines.push(words::occurrences(lang, duty));
    }
    let state = paper::state(lang, standing);
    lines.push(paper::sentence(lang, Sentence::State { today: standing.today, state: &state }));
    lines.join("\n")
}

/// The limit of the whole.
pub(super) fn limit(standing: &Standing<'_>, lang: Lang) -> String {
    match whole_line(standing) {
        Some(line) if line.measure.is_none() => limit_of(&line, standing.is_sustained(), lang),
        // Only its measures have days; theirs stand with them, and the latest here.
        _ => {
            let last = standing.last_day();
            let sustained = standing.is_sustained();
            told(Told { words: None, last: &last, line: None, sustained }, lang)
        }
    }
}

struct Told<'a, 'b> {
    words: Option<&'a str>,
    last: &'a LastDay,
    line: Option<&'a Line<'b>>,
    sustained: bool,
}

fn limit_of(line: &Line<'_>, sustained: bool, lang: Lang) -> String {
    let of = Told { words: line.words(), last: line.last_day(), line: Some(line), sustained };
    told(of, lang)
}

fn told(of: Told<'_, '_>, lang: Lang) -> String {
    let first = of
        .line
        .and_then(|line| line.first_day().day())
        .filter(|first| of.last.day() != Some(*first));
    let late = of.line.and_then(Line::days_late);
    let remarks = of.line.and_then(|line| words::own_remarks(lang, line));
    let remarks = remarks.as_deref();
    let Told { words, last, sustained, .. } = of;
    paper::sentence(lang, Sentence::Limit { words, last, first, late, remarks, sustained })
}
