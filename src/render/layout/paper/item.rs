//! The parts of what a report tells of one problem: what is done about it, what was done, and by when.

use crate::domain::book::Lang;
use crate::domain::responsible::Responsible;
use crate::domain::standing::{Line, MeasureStanding, Standing};
use crate::render::words::paper::{self, Numbered, PaperLabel, Sentence};
use crate::render::words::{self, Label};
use crate::reports::paper::{course as entries, whole_line};

/// The measures, and who answers for the whole at the end.
pub(super) fn measures_and_who(standing: &Standing<'_>, lang: Lang) -> String {
    let who = labelled(responsible(&standing.responsible, lang), lang);
    let who = (!who.is_empty()).then(|| words::clauses_of(lang, &who));
    let lines: Vec<_> = [Some(measures(standing, lang)), who].into_iter().flatten().collect();
    lines.join("\n")
}

/// The measures with who answers for them, a line each; without measures the goal alone.
pub(super) fn measures(standing: &Standing<'_>, lang: Lang) -> String {
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
        let line = standing.line_of(measure);
        let limit = told(&line, measure.measure.sustained, true, lang);
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
    match (whole_line(standing), standing.last_day().day()) {
        // Only its measures have days; theirs stand with them, and the latest here.
        (Some(line), Some(latest)) if line.measure.is_some() => {
            paper::sentence(lang, Sentence::LatestOfMeasures(latest))
        }
        (Some(line), _) => told(&line, standing.is_sustained(), false, lang),
        (None, _) => String::new(),
    }
}

fn told(line: &Line<'_>, sustained: bool, inside: bool, lang: Lang) -> String {
    let (words, last) = (line.words(), line.last_day());
    let first = line.first_day().day().filter(|first| last.day() != Some(*first));
    let late = line.days_late();
    let remarks = words::own_remarks(lang, line);
    let remarks = remarks.as_deref();
    let recurs = line.standing.duty.is_some() && line.measure.is_none();
    paper::sentence(
        lang,
        Sentence::Limit { words, last, first, late, remarks, sustained, recurs, inside },
    )
}
