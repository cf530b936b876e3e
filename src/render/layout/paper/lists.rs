//! The three lists: what was found, what is done about it, and who answers. Parts of the ledger's columns.

use super::super::{lead_cell, light_cell};
use super::{
    each, joined, names, number_on_paper, paper_column, push_rules, push_title, rows, title,
};
use crate::domain::book::Lang;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::standing::{MeasureStanding, Standing};
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Level, Paper};
use crate::render::layout::{column, last_day_cell};
use crate::render::words::paper::{self, Numbered, PaperLabel};
use crate::render::words::{self, Label};
use crate::reports::paper::{Called, List, Papers, Part, whole_line};

/// Lays out the lists asked for, each in a table of its own; programs get the first of them, with the ids.
pub fn document(report: &Papers<'_>, lists: &[List], lang: Lang) -> Document {
    let mut document = each(report, lang, |document, part| {
        push_title(document, part, report, title(part));
        for (place, list) in lists.iter().enumerate() {
            let name = paper::list_name(lang, *list);
            let numbered = paper::numbered(lang, Numbered::Chapter(place + 1), name);
            let heading = if lists.len() > 1 { numbered } else { name.to_owned() };
            document.heading(Level::Chapter, heading);
            let mut grid = grid(part, *list, lang);
            // No cells are joined in it, so that its rows may be sorted.
            grid.searchable = *list == List::Problems;
            let ledger = &part.ledger.name;
            let several = report.parts.len() > 1;
            grid.name = Some(if several { format!("{ledger} {name}") } else { name.to_owned() });
            document.push(Block::Grid(grid));
        }
        push_rules(document, part);
    });
    document.paper = Paper::Landscape;
    document.data = lists.first().map(|list| data(report, *list, lang));
    document
}

fn grid(part: &Part<'_>, list: List, lang: Lang) -> Grid {
    let mut grid = Grid::new(columns(list, part.called(), lang));
    for standing in part.problems.iter().chain(&part.duties) {
        let mut rows: Vec<_> =
            rows_of(standing, list).iter().map(|row| cells(standing, *row, list, lang)).collect();
        joined(&mut rows, |place| !is_of_measure(list, place));
        for row in rows {
            grid.push(row);
        }
    }
    let total = part.total();
    let counted = paper::counted(lang, part.called(), total.all.len(), part.measures());
    let mut sum = vec![words::label(lang, Label::Total).into(), counted.into()];
    if list == List::Problems {
        sum.resize(6, Cell::Empty);
        sum.extend([total.involved.into(), total.recoverable.into(), total.recovered.into()]);
    }
    grid.push_total(sum);
    grid
}

fn data(report: &Papers<'_>, list: List, lang: Lang) -> Grid {
    let id = column(lang, Label::Id, ColumnKind::Id);
    let mut grid = Grid::new([vec![id], columns(list, Called::Both, lang)].concat());
    grid.main = true;
    let standings = report.parts.iter().flat_map(|part| part.problems.iter().chain(&part.duties));
    for standing in standings {
        for row in rows_of(standing, list) {
            let measure = row.map(|measure| measure.measure.no);
            let problem = standing.id();
            let id = Id { measure, ..problem }.to_string().into();
            grid.push([vec![id], cells(standing, row, list, lang)].concat());
        }
    }
    grid
}

/// The rows of a problem: one, or one for each measure.
fn rows_of<'a>(standing: &'a Standing<'_>, list: List) -> Vec<Option<&'a MeasureStanding>> {
    match list {
        List::Problems => vec![None],
        List::Measures | List::Responsibility => rows(standing),
    }
}

/// Whether a column is the measure's own, so that its cells are never joined.
fn is_of_measure(list: List, place: usize) -> bool {
    match list {
        List::Problems => true,
        List::Measures => matches!(place, 3 | 4),
        List::Responsibility => place == 2,
    }
}

fn columns(list: List, called: Called, lang: Lang) -> Vec<Column> {
    let label = |label, kind| column(lang, label, kind);
    let mut columns = vec![
        label(Label::Reference, ColumnKind::Id),
        paper_column(lang, PaperLabel::Matter(called), ColumnKind::Text),
    ];
    columns.extend(match list {
        List::Problems => vec![
            label(Label::Detail, ColumnKind::Text).weight(4).optional(),
            label(Label::Category, ColumnKind::Name).optional(),
            label(Label::Source, ColumnKind::Name).optional(),
            label(Label::Found, ColumnKind::Date).optional(),
            label(Label::AmountInvolved, ColumnKind::Money).optional(),
            label(Label::AmountRecoverable, ColumnKind::Money).optional(),
            label(Label::AmountRecovered, ColumnKind::Money).optional(),
            label(Label::Cause, ColumnKind::Text).optional(),
            label(Label::Recurs, ColumnKind::Name).optional(),
        ],
        List::Measures => vec![
            label(Label::Goal, ColumnKind::Text).optional(),
            label(Label::MeasureNo, ColumnKind::Number),
            label(Label::Measure, ColumnKind::Text),
            label(Label::Limit, ColumnKind::Name),
            label(Label::LastDay, ColumnKind::Date),
            paper_column(lang, PaperLabel::Status, ColumnKind::Light),
        ],
        List::Responsibility => vec![
            label(Label::Measure, ColumnKind::Text),
            label(Label::Leader, ColumnKind::Name).optional(),
            label(Label::Lead, ColumnKind::Name),
            label(Label::With, ColumnKind::Name).optional(),
            label(Label::Person, ColumnKind::Name).optional(),
            label(Label::LastDay, ColumnKind::Date),
        ],
    });
    columns
}

fn cells(
    standing: &Standing<'_>,
    measure: Option<&MeasureStanding>,
    list: List,
    lang: Lang,
) -> Vec<Cell> {
    let problem = &standing.problem;
    let line = measure.map(|measure| standing.line_of(measure)).or_else(|| whole_line(standing));
    let who = measure.map_or(&standing.responsible, |measure| &measure.responsible);
    let text = |text: &Option<String>| text.as_deref().map(str::trim).map(str::to_owned).into();
    let day = line
        .map_or(Cell::Empty, |line| last_day_cell(lang, line.last_day(), line.is_provisional()));
    let does = measure.map(|measure| measure.measure.text.clone());
    let mut cells = vec![number_on_paper(problem).into(), problem.title.as_str().into()];
    cells.extend(match list {
        List::Problems => vec![
            text(&problem.detail),
            text(&problem.category),
            text(&problem.source),
            standing.found().into(),
            problem.amount.into(),
            problem.amount.and(problem.to_come_back()).into(),
            Some(standing.recovered).filter(|it| *it != Money::ZERO).into(),
            text(&problem.cause),
            names(&problem.recurs),
        ],
        List::Measures => vec![
            text(&problem.goal),
            measure.map(|measure| measure.measure.no).into(),
            does.into(),
            line.and_then(|line| line.words().map(str::to_owned)).into(),
            day,
            line.map_or(Cell::Empty, |line| light_cell(lang, &line)),
        ],
        List::Responsibility => vec![
            does.into(),
            names(&who.leader),
            lead_cell(lang, who),
            names(&who.with),
            names(&who.person),
            day,
        ],
    });
    cells
}
