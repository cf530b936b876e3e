//! A problem's life below its row. What the row says already is left out, and what a measure has from its problem: a page
//! carries thousands of lives.

use super::{facts, indicators, limit_words, occurrences, past};
use crate::domain::book::Lang;
use crate::domain::standing::MeasureStanding;
use crate::render::document::Block;
use crate::render::words::page;
use crate::render::words::{self, Label};
use crate::reports::life::{Happening, Life};

/// Lays out what a row of a page shows on demand.
pub(in crate::render::layout) fn unfolded(life: &Life<'_>, lang: Lang) -> Vec<Block> {
    let problem = &life.standing.problem;
    // Below its title a problem's detail needs no label.
    let detail = problem.detail.clone().map(Block::Paragraph);
    let texts = [(Label::Cause, &problem.cause), (Label::Goal, &problem.goal)];
    let text = |(label, text): (Label, &Option<String>)| {
        Some((words::label(lang, label).to_owned(), text.clone()?))
    };
    let texts = texts.into_iter().filter_map(text);
    let measure = |measure: &MeasureStanding| {
        (page::measure(lang, measure.measure.no), measure_text(life, measure, lang))
    };
    let lead = life.standing.responsible.lead.as_slice();
    let happened = |known: &Happening<'_>| {
        let act = words::act_done(lang, &known.entry.act, known.weight);
        (page::happened(known.entry.day(), &act), past::told(known, lead, lang))
    };
    let lists: [Vec<_>; 3] = [
        texts.chain(facts::unfolded(life, lang)).collect(),
        life.standing.measures.iter().map(measure).collect(),
        life.timeline.iter().map(happened).collect(),
    ];
    let [facts, measures, timeline] =
        lists.map(|list| (!list.is_empty()).then_some(Block::Facts(list)));
    let grids = [
        occurrences(life.standing, lang),
        indicators(life.standing, lang),
        past::moves(life, lang),
    ];
    let grids = grids.into_iter().filter(|grid| !grid.rows.is_empty()).map(Block::Grid);
    detail.into_iter().chain(facts).chain(measures).chain(grids).chain(timeline).collect()
}

/// What a measure is, and what it says itself: its lead, limit and day, and whether it is reported and lit otherwise than
/// the whole.
fn measure_text(life: &Life<'_>, measure: &MeasureStanding, lang: Lang) -> String {
    let standing = life.standing;
    let told = standing.line_of(measure);
    let own = measure.own.as_ref();
    let lead = &measure.responsible.lead;
    let other_lead = *lead != standing.responsible.lead && !lead.is_empty();
    let day = own.and_then(|deadline| deadline.now.day());
    let reported = measure.reported.filter(|day| standing.reported != Some(*day));
    let light = life.line().is_none_or(|whole| whole.light() != told.light());
    let parts = [
        (Label::Lead, other_lead.then(|| words::list(lang, lead))),
        (Label::Limit, own.and_then(|_| limit_words(life, Some(measure), " → "))),
        (Label::LastDay, day.map(|day| day.to_string())),
        (Label::Reported, reported.map(|day| day.to_string())),
        (Label::Light, light.then(|| words::light(lang, told.light()))),
        (Label::Remarks, words::own_remarks(lang, &told)),
    ];
    let said = parts
        .into_iter()
        .filter_map(|(label, said)| Some(words::labelled(lang, words::label(lang, label), &said?)));
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        measure.measure.text.clone()
    } else {
        format!("{}\n{}", measure.measure.text, page::clauses(lang, &said))
    }
}
