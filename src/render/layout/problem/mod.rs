//! A problem's whole life on one screen.

mod facts;
mod past;
mod unfolded;

pub(super) use unfolded::unfolded;

use super::{column, push_bands, push_counting, push_later, rule};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::standing::{MeasureStanding, Standing};
use crate::render::document::{Block, Cell, ColumnKind, Document, Grid, Level};
use crate::render::words::{self, Label, Rule};
use crate::reports::life::{Life, Lives};
pub(super) use past::moves;

/// Lays out problems as they stand, with all that happened to them.
pub fn document(report: &Lives<'_>, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    for life in &report.lives {
        push_life(&mut document, life);
    }
    push_later(&mut document, report.today, &report.later);
    document.data = Some(past::data(report, lang));
    document
}

fn push_life(document: &mut Document, life: &Life<'_>) {
    let (lang, standing) = (document.lang, life.standing);
    let problem = &standing.problem;
    let id = standing.id();
    document.push(Block::Heading(Level::Part, format!("{id}  {}", problem.title)));
    document.push(Block::Facts(facts::facts(life, lang)));
    if facts::told(life).is_some() {
        push_bands(document, &life.bands);
    }
    push_counting(document, &life.counting);
    for waived in &life.waived {
        document.push(rule(lang, Rule::Waived(*waived)));
    }
    if standing.relapsed().is_some() {
        document.push(rule(lang, Rule::Relapsed));
    } else if let Some(watch) = standing.watch.filter(|watch| watch.next.is_some()) {
        document.push(rule(lang, Rule::Reviews(watch.every)));
    }
    let texts = [
        (Label::Detail, &problem.detail),
        (Label::Cause, &problem.cause),
        (Label::Goal, &problem.goal),
    ];
    for (label, text) in texts {
        if let Some(text) = text {
            document.push(Block::Paragraph(format!("{}\n{text}", words::label(lang, label))));
        }
    }
    let grids = [
        (None, occurrences(standing, lang)),
        (None, measures(life, lang)),
        (None, indicators(standing, lang)),
        (Some(Label::LimitMoves), past::moves(life, lang)),
        (Some(Label::Notices), past::notices(life, lang)),
        (Some(Label::Timeline), past::timeline(life, lang)),
    ];
    for (label, grid) in grids.into_iter().filter(|(_, grid)| !grid.rows.is_empty()) {
        if let Some(label) = label {
            document.heading(Level::Part, words::label(lang, label));
        }
        document.push(Block::Grid(grid));
    }
}

/// The occurrences of a duty that are reported or missed.
fn occurrences(standing: &Standing<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Occurrence, ColumnKind::Date),
        column(lang, Label::State, ColumnKind::Name),
        column(lang, Label::Reported, ColumnKind::Date).optional(),
    ]);
    for occurrence in standing.duty.iter().flat_map(|duty| &duty.occurrences) {
        grid.push(vec![
            occurrence.day.into(),
            words::fulfilment(lang, occurrence.fulfilment).into(),
            occurrence.reported.into(),
        ]);
    }
    grid
}

fn measures(life: &Life<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::MeasureNo, ColumnKind::Id),
        column(lang, Label::Measure, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::Limit, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Date).optional(),
        column(lang, Label::Reported, ColumnKind::Date).optional(),
        column(lang, Label::Light, ColumnKind::Light).optional(),
        column(lang, Label::Remarks, ColumnKind::Text).optional(),
    ]);
    for measure in &life.standing.measures {
        let told = life.standing.line_of(measure);
        let deadline = measure.own.as_ref();
        grid.push(vec![
            measure.measure.no.into(),
            measure.measure.text.as_str().into(),
            super::lead_cell(lang, &measure.responsible),
            deadline.and_then(|_| limit_words(life, Some(measure), "\n→ ")).into(),
            deadline.map_or(Cell::Empty, |deadline| {
                super::last_day_cell(lang, &deadline.now, deadline.provisional)
            }),
            measure.reported.and_then(Day::known).into(),
            super::light_cell(lang, &told),
            words::own_remarks(lang, &told).into(),
        ]);
    }
    grid
}

/// The words of a limit: the plan's, then those of each extension and reopening that brought new ones.
fn limit_words(life: &Life<'_>, measure: Option<&MeasureStanding>, joiner: &str) -> Option<String> {
    let (first, deadline) = match measure {
        None => (&life.standing.problem.limit, Some(&life.standing.deadline)),
        Some(measure) => (&measure.measure.limit, measure.own.as_ref()),
    };
    let no = measure.map(|measure| measure.measure.no);
    let moves = life.moves.iter().filter(|moved| moved.measure == no && moved.days.is_some());
    let later = moves.filter_map(|moved| match &moved.entry.act {
        Act::Extend { limit, .. } | Act::Reopen { limit, .. } => limit.as_deref(),
        _ => None,
    });
    // A new round without words of its own goes back to earlier ones.
    let now = deadline.and_then(|deadline| deadline.words.as_deref());
    let mut all: Vec<&str> = first.as_deref().into_iter().chain(later).chain(now).collect();
    all.dedup();
    (!all.is_empty()).then(|| all.join(joiner))
}

fn indicators(standing: &Standing<'_>, lang: Lang) -> Grid {
    let labels =
        [Label::Indicator, Label::Measurement, Label::Baseline, Label::Target, Label::Actual];
    let kinds = [
        ColumnKind::Text,
        ColumnKind::Name,
        ColumnKind::Number,
        ColumnKind::Number,
        ColumnKind::Number,
    ];
    let mut grid = Grid::new(
        labels.into_iter().zip(kinds).map(|(label, kind)| column(lang, label, kind)).collect(),
    );
    for indicator in &standing.problem.indicators {
        grid.push(vec![
            indicator.name.as_str().into(),
            indicator.unit.clone().into(),
            indicator.baseline.into(),
            indicator.target.into(),
            standing.actuals.get(&indicator.name).copied().into(),
        ]);
    }
    grid
}
