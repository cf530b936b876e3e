//! The overdue lines, the longest late first, those of which nobody can tell, and closed problems to be looked at.

use super::{
    column, course_cells, course_columns, last_day_cell, lead_cell, note, person_cell,
    push_counting, push_later, reference_cell, rule,
};
use crate::domain::book::Lang;
use crate::domain::standing::{Line, Standing};
use crate::render::document::{Block, Cell, ColumnKind, Document, Grid, Hue, Level, Paper};
use crate::render::words::{self, Label, Note, Rule};
use crate::reports::overdue::Overdue;

/// Lays out the overdue lines.
pub fn document(report: &Overdue<'_>, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.paper = Paper::Landscape;
    document.push(Block::Heading(
        Level::Part,
        words::note(lang, &Note::OverdueHeading { today: report.today }),
    ));
    if report.lines.is_empty() {
        document.push(Block::Paragraph(words::note(lang, &Note::NothingOverdue)));
    } else {
        document.push(Block::Grid(lines(report, lang)));
        document.push(note(lang, &total(report)));
    }
    if report.outside > 0 {
        document.push(note(lang, &Note::OutsidePeriod { lines: report.outside }));
    }
    document.push(note(lang, &Note::OverdueRule));
    if report.missed + report.duty_measures > 0 {
        document.push(note(lang, &Note::DutyRule));
    }
    if report.provisional {
        document.push(note(lang, &Note::ProvisionalRule));
    }
    push_counting(&mut document, &report.counting);
    if report.undated > 0 {
        document.push(note(lang, &Note::Undated { lines: report.undated }));
    }
    push_later(&mut document, report.today, &report.later);
    if !report.unclear.is_empty() {
        let heading = Note::UnclearHeading { lines: report.unclear.len() };
        document.push(Block::Heading(Level::Part, words::note(lang, &heading)));
        document.push(Block::Grid(unclear(&report.unclear, lang)));
    }
    push_reviews(&mut document, report);
    push_relapsed(&mut document, report);
    document.data = Some(data(report, lang));
    document
}

/// How much is overdue.
pub(super) fn total(report: &Overdue<'_>) -> Note<'static> {
    let Overdue { problems, measures, missed, duties, duty_measures, .. } = *report;
    let lines = report.lines.len();
    Note::OverdueTotal { lines, problems, measures, missed, duties, duty_measures }
}

/// How many problems and tasks, and how many duties, there are among these.
fn of_kinds(standings: &[&Standing<'_>]) -> (usize, usize) {
    let duties = standings.iter().filter(|standing| standing.duty.is_some()).count();
    (standings.len() - duties, duties)
}

/// The overdue lines.
pub(super) fn lines(report: &Overdue<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Reference, ColumnKind::Id).optional(),
        column(lang, Label::ProblemOrMeasure, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::Person, ColumnKind::Name).optional(),
        column(lang, Label::Limit, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Date),
        column(lang, Label::DaysLate, ColumnKind::Number),
        column(lang, Label::Remarks, ColumnKind::Text).optional(),
    ]);
    for line in &report.lines {
        grid.push(vec![
            line.id().to_string().into(),
            reference_cell(line),
            words::line_title(lang, line).into(),
            lead_cell(lang, line.responsible()),
            person_cell(line),
            line.words().map(str::to_owned).into(),
            last_day_cell(lang, line.last_day(), line.is_provisional()),
            line.days_late().map_or(Cell::Empty, late_cell),
            words::remarks(lang, line).into(),
        ]);
    }
    grid
}

/// All columns in one table, for programs.
fn data(report: &Overdue<'_>, lang: Lang) -> Grid {
    let mut grid = lines(report, lang);
    grid.columns.extend(course_columns(lang));
    for (row, line) in grid.rows.iter_mut().zip(&report.lines) {
        row.cells.extend(course_cells(line));
    }
    grid
}

fn late_cell(days: i64) -> Cell {
    Cell::Lit(days.to_string(), Hue::Red)
}

fn unclear(lines: &[Line<'_>], lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Reference, ColumnKind::Id).optional(),
        column(lang, Label::ProblemOrMeasure, ColumnKind::Text),
        column(lang, Label::Limit, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Text),
    ]);
    for line in lines {
        let words = line.words().map(str::to_owned);
        grid.push(vec![
            line.id().to_string().into(),
            reference_cell(line),
            line.title().into(),
            words.into(),
            last_day_cell(lang, line.last_day(), line.is_provisional()),
        ]);
    }
    grid
}

/// Closed problems of which a review is overdue, in a table of their own: they enter no figure of what is overdue.
fn push_reviews(document: &mut Document, report: &Overdue<'_>) {
    let lang = document.lang;
    if report.reviews.is_empty() {
        return;
    }
    let (problems, duties) = of_kinds(&report.reviews);
    let heading = Note::ReviewsHeading { today: report.today, problems, duties };
    document.push(Block::Heading(Level::Part, words::note(lang, &heading)));
    let mut grid = Grid::new(vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Problem, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::ClosedOn, ColumnKind::Date),
        column(lang, Label::LastReview, ColumnKind::Name).optional(),
        column(lang, Label::Next, ColumnKind::Date),
        column(lang, Label::DaysLate, ColumnKind::Number),
    ]);
    for standing in &report.reviews {
        let late = standing.review_days_late();
        let cells = vec![
            standing.since.into(),
            words::last_review(lang, standing).into(),
            standing.watch.and_then(|watch| watch.next).into(),
            late.map_or(Cell::Empty, |late| Cell::Lit(late.to_string(), Hue::Blue)),
        ];
        grid.push([who(standing, lang).into(), cells].concat());
    }
    document.push(Block::Grid(grid));
    super::push_reviews(document, &report.every);
    if report.every.is_empty() {
        document.push(rule(lang, Rule::Reviews(None)));
    }
}

/// Closed problems that have come back and that nobody has reopened, with the remedy.
fn push_relapsed(document: &mut Document, report: &Overdue<'_>) {
    let lang = document.lang;
    if report.relapsed.is_empty() {
        return;
    }
    let (problems, duties) = of_kinds(&report.relapsed);
    let heading = Note::RelapsedHeading { problems, duties };
    document.push(Block::Heading(Level::Part, words::note(lang, &heading)));
    let mut grid = Grid::new(vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Problem, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::ClosedOn, ColumnKind::Date),
        column(lang, Label::RelapsedOn, ColumnKind::Date),
    ]);
    for standing in &report.relapsed {
        let days = vec![standing.since.into(), standing.relapsed().into()];
        grid.push([who(standing, lang).into(), days].concat());
    }
    document.push(Block::Grid(grid));
    document.push(rule(lang, Rule::Relapsed));
}

/// Its id, title and lead.
fn who(standing: &Standing<'_>, lang: Lang) -> [Cell; 3] {
    [
        standing.id().to_string().into(),
        standing.problem.title.as_str().into(),
        lead_cell(lang, &standing.responsible),
    ]
}
