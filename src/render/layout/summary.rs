//! Figures by unit, person, source and the like, with a total that the rows add up to.

use super::further;
use super::{column, note};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::id::Id;
use crate::render::document::{Block, Cell, Column, ColumnKind, Document, Grid, Level, whole};
use crate::render::words::{self, FurtherNote, Label, Note};
use crate::reports::summary::{By, Counted, Figures, Ids, Listed, Occurrence, Row, Summary};

/// A column of figures: its label, and the ids behind the figure of a row.
type Figure = (Label, fn(&Figures) -> Ids);

const COUNTED: [Figure; 9] = [
    (Label::All, |figures| figures.all.clone()),
    (Label::Open, |figures| figures.in_state(State::Open).clone()),
    (Label::Awaiting, |figures| figures.in_state(State::Awaiting).clone()),
    (Label::Closed, |figures| figures.in_state(State::Closed).clone()),
    (Label::OfWhichSustained, |figures| figures.sustained.clone()),
    (Label::Resting, Figures::resting),
    (Label::Overdue, |figures| figures.overdue.clone()),
    (Label::OverdueMeasures, |figures| figures.late_measures.clone()),
    (Label::DueSoon, |figures| figures.due_soon.clone()),
];

/// A column of occurrences: its label, and those behind the figure of a row.
type Occurred = (Label, fn(&Figures) -> &[Occurrence]);

/// What became of the occurrences of duties.
const OCCURRED: [Occurred; 3] = [
    (Label::Met, |figures| &figures.met),
    (Label::Late, |figures| &figures.late),
    (Label::Missed, |figures| &figures.missed),
];

/// Lays out the figures: problems and tasks, then the duties, which are counted apart.
pub fn document(report: &Summary, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    document.push(Block::Heading(
        Level::Part,
        words::note(lang, &Note::SummaryHeading { by: &report.by, today: report.today }),
    ));
    if !report.problems.total.all.is_empty() || report.duties.total.all.is_empty() {
        problems(report, lang, &mut document);
    }
    if !report.duties.total.all.is_empty() {
        duties(report, lang, &mut document);
    }
    document
}

fn problems(report: &Summary, lang: Lang, document: &mut Document) {
    let part = &report.problems;
    let counts = |figures: &Figures, sign| count_cells(report, figures, sign);
    let count_columns = || count_columns(report, lang);
    document.push(Block::Grid(table(report, part, lang, count_columns(), &counts)));
    notes(report, lang, document);
    // Tables of their own, since all do not fit 80 columns; programs get all in one.
    let more = further::parts(report, lang);
    for more in &more {
        document.push(Block::Grid(table(report, part, lang, more.columns.clone(), &more.cells)));
        for rule in &more.rules {
            document.push(note(lang, &Note::Further(*rule)));
        }
    }
    super::push_reviews(document, &report.every);
    further::accounted(report, lang, document);
    if !more.is_empty() {
        let all = |figures: &Figures, sign| {
            let more = more.iter().flat_map(|more| (more.cells)(figures, sign));
            counts(figures, sign).into_iter().chain(more).collect()
        };
        let columns = more.iter().flat_map(|more| more.columns.clone());
        let columns = count_columns().into_iter().chain(columns).collect();
        document.data = Some(table(report, part, lang, columns, &all));
    }
}

fn duties(report: &Summary, lang: Lang, document: &mut Document) {
    let part = &report.duties;
    let duties = part.total.all.len();
    document.push(Block::Heading(Level::Part, words::note(lang, &Note::DutiesHeading { duties })));
    let asides = asides(part);
    let cells = |figures: &Figures, sign: i64| {
        let occurrences = OCCURRED.map(|(_, of)| number(of(figures).len(), sign));
        let asides = asides.iter().map(|(_, ids)| number(ids(figures).len(), sign)).collect();
        [vec![number(figures.all.len(), sign)], occurrences.into(), asides].concat()
    };
    let labels = [Label::All].into_iter().chain(OCCURRED.map(|(label, _)| label));
    let labels = labels.chain(asides.iter().map(|(label, _)| *label));
    let columns = labels.map(|label| column(lang, label, ColumnKind::Number)).collect();
    document.push(Block::Grid(table(report, part, lang, columns, &cells)));
    if repeats(part) {
        document.push(note(lang, &Note::RepeatedRule));
    }
    document.push(note(lang, &Note::DutyRule));
    if !part.total.late_measures.is_empty() && report.problems.total.late_measures.is_empty() {
        document.push(note(lang, &Note::LateMeasures));
    }
}

/// What else there is of duties, and only where there is any: it is what `overdue` lists of them.
fn asides(part: &Counted) -> Vec<Figure> {
    let all: [Figure; 3] = [
        (Label::OverdueMeasures, |figures| figures.late_measures.clone()),
        (Label::Listed(Listed::ReviewOverdue), |figures| {
            figures.further.listed(Listed::ReviewOverdue).clone()
        }),
        (Label::Listed(Listed::Relapsed), |figures| {
            figures.further.listed(Listed::Relapsed).clone()
        }),
    ];
    all.into_iter().filter(|(_, ids)| !ids(&part.total).is_empty()).collect()
}

/// Lays out the ids behind each figure of each row; those of occurrences with their days.
pub fn ids(report: &Summary, lang: Lang) -> Document {
    let mut document = document(report, lang);
    let mut grid = Grid::new(vec![
        column(lang, Label::Group, ColumnKind::Name),
        column(lang, Label::Figure, ColumnKind::Name),
        column(lang, Label::All, ColumnKind::Number),
        column(lang, Label::Id, ColumnKind::Text),
    ]);
    let texts = |ids: &Ids| ids.iter().map(Id::to_string).collect::<Vec<_>>();
    for row in &report.problems.rows {
        for (label, ids) in counted(report) {
            push_ids(&mut grid, row, label, texts(&ids(&row.figures)), lang);
        }
        for figure in Listed::ALL {
            let ids = texts(row.figures.further.listed(figure));
            push_ids(&mut grid, row, Label::Listed(figure), ids, lang);
        }
    }
    for row in &report.duties.rows {
        push_ids(&mut grid, row, Label::Duty, texts(&row.figures.all), lang);
        for (label, of) in OCCURRED {
            let days = of(&row.figures).iter().map(|(id, day)| format!("{id} ({day})")).collect();
            push_ids(&mut grid, row, label, days, lang);
        }
        for (label, ids) in asides(&report.duties) {
            push_ids(&mut grid, row, label, texts(&ids(&row.figures)), lang);
        }
    }
    document.data = Some(grid.clone());
    document.push(Block::Grid(grid));
    document
}

fn push_ids(grid: &mut Grid, row: &Row, label: Label, ids: Vec<String>, lang: Lang) {
    if ids.is_empty() {
        return;
    }
    let groups = row.groups.iter().map(|group| words::group(lang, group));
    let heading = groups.collect::<Vec<_>>().join(" / ");
    let label = words::label(lang, label);
    grid.push(vec![heading.into(), label.into(), ids.len().into(), ids.into()]);
}

/// The columns that this report needs: what rests and late measures are shown only where there are any.
fn counted(report: &Summary) -> Vec<Figure> {
    let total = &report.problems.total;
    let needed = |(label, ids): &Figure| {
        !matches!(label, Label::Resting | Label::OverdueMeasures) || !ids(total).is_empty()
    };
    COUNTED.into_iter().filter(needed).collect()
}

/// Whether rows repeat each other, so that they add up only with a correction.
fn repeats(part: &Counted) -> bool {
    !part.repeated.all.is_empty() || !part.repeated.late_measures.is_empty()
}

/// A table with a row for each group, a correction where rows repeat each other, and the total.
fn table(
    report: &Summary,
    part: &Counted,
    lang: Lang,
    columns: Vec<Column>,
    cells: &dyn Fn(&Figures, i64) -> Vec<Cell>,
) -> Grid {
    let keys = report.by.iter().map(|by| column(lang, by_label(*by), ColumnKind::Name));
    let mut grid = Grid::new(keys.chain(columns).collect());
    for row in &part.rows {
        grid.push([names(row, lang), cells(&row.figures, 1)].concat());
    }
    let first = |label| {
        let mut cells = vec![Cell::Empty; report.by.len()];
        cells[0] = words::label(lang, label).into();
        cells
    };
    if repeats(part) {
        grid.push([first(Label::Repeated), cells(&part.repeated, -1)].concat());
    }
    grid.push_total([first(Label::Total), cells(&part.total, 1)].concat());
    grid
}

fn count_columns(report: &Summary, lang: Lang) -> Vec<Column> {
    let numbers =
        counted(report).into_iter().map(|(label, _)| column(lang, label, ColumnKind::Number));
    numbers.chain([column(lang, Label::Rate, ColumnKind::Share)]).collect()
}

fn names(row: &Row, lang: Lang) -> Vec<Cell> {
    let indent = "  ".repeat(row.depth);
    row.groups.iter().map(|group| format!("{indent}{}", words::group(lang, group)).into()).collect()
}

/// A count; `sign` is −1 where it is taken off.
pub(super) fn number(count: usize, sign: i64) -> Cell {
    Cell::Number(sign * whole(count))
}

/// The counts of a row; `sign` is −1 where they are taken off.
fn count_cells(report: &Summary, figures: &Figures, sign: i64) -> Vec<Cell> {
    let mut cells: Vec<_> =
        counted(report).into_iter().map(|(_, ids)| number(ids(figures).len(), sign)).collect();
    cells.push(if sign < 0 { Cell::Empty } else { rate(figures) });
    cells
}

/// The completion rate.
pub(super) fn rate(figures: &Figures) -> Cell {
    Cell::share(figures.in_state(State::Closed).len(), figures.rated)
}

/// The rules of the figures.
pub(super) fn notes(report: &Summary, lang: Lang, document: &mut Document) {
    let mut notes = vec![Note::RateRule, Note::OverdueRule];
    // Where ledgers decide differently, their policies say it below, each for itself.
    let alike = report.policies.len() <= 1;
    if report.by.contains(&By::Unit) && (alike || report.is_tree()) {
        notes.push(Note::CountRule { count: report.count, tree: report.is_tree() });
    }
    if repeats(&report.problems) {
        notes.push(Note::RepeatedRule);
    }
    notes.extend(report.soon.filter(|_| alike).map(|days| Note::SoonRule { days }));
    if !report.problems.total.late_measures.is_empty() {
        notes.push(Note::LateMeasures);
    }
    notes.extend(policies(report));
    for rule in &notes {
        document.push(note(lang, rule));
    }
    super::push_counting(document, &report.counting);
    super::push_later(document, report.today, &report.later);
}

/// The policies that the figures rest on.
pub fn policies(report: &Summary) -> Vec<Note<'_>> {
    let several = report.policies.len() > 1;
    let rule = |in_force| Note::Further(FurtherNote::Policy { in_force, several });
    // One that holds from the beginning, and everywhere, goes without saying.
    let told = report.policies.iter().filter(|policy| several || policy.since.is_some());
    told.map(rule).collect()
}

/// The label of a key to group by.
pub fn by_label(by: By) -> Label {
    match by {
        By::Unit => Label::Unit,
        By::Person => Label::Person,
        By::Leader => Label::Leader,
        By::Source => Label::Source,
        By::Category => Label::Category,
        By::Ledger => Label::Ledger,
        By::Status => Label::State,
        By::Kind => Label::Kind,
        By::Month => Label::Month,
    }
}
