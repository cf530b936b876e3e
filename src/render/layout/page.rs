//! The page for a leader: how things stand at a glance, then how they came about, then every problem with its life.

use super::{
    column, hue, last_day_cell, lead_cell, note, person_cell, push_rules_on_paper, summary,
};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::problem::Kind;
use crate::domain::standing::Line;
use crate::render::document::{
    Bar, Block, Cell, Chart, ChartKind, ColumnKind, Document, DueDay, Grid, Hue, Level, Paper,
    Part, Place, Row, RowKind, Tile, whole,
};
use crate::render::words::page::{self, PageWord};
use crate::render::words::{self, Label, Note};
use crate::reports::life::Life;
use crate::reports::page::{Page, Unit};
use crate::reports::rules::Counting;

/// Lines of a day that the calendar names; how many more there are it says.
const NAMED: usize = 8;

/// Lays out the page.
pub fn document(report: &Page<'_>, lang: Lang) -> Document {
    let today = report.summary.today;
    let mut document = Document::new(lang);
    document.paper = Paper::Landscape;
    document.heading(Level::Title, page::word(lang, PageWord::Title));
    document.push(Block::Line(Place::Centred, page::as_of(lang, report.book.as_deref(), today)));
    if report.lives.lives.is_empty() {
        document.push(Block::Paragraph(words::note(lang, &Note::NothingListed)));
        return document;
    }
    document.push(Block::Tiles(tiles(report, lang)));
    document.push(Block::Chart(course(report, lang)));
    document.push(Block::Chart(units(report, lang)));
    document.push(Block::Chart(calendar(report, lang)));
    let beyond = &report.calendar;
    let beyond = page::beyond_calendar(lang, beyond.earlier, beyond.later);
    if let Some(words) = beyond {
        document.push(Block::Note(words));
    }
    document.heading(Level::Chapter, page::word(lang, PageWord::Problems));
    document.push(Block::Note(page::word(lang, PageWord::LeadActs).to_owned()));
    document.push(Block::Grid(problems(report, lang)));
    if report.provisional {
        document.push(note(lang, &Note::ProvisionalRule));
    }
    push_rules_on_paper(&mut document, &report.bands, &Counting::default());
    summary::notes(&report.summary, lang, &mut document);
    if !report.summary.duties.total.all.is_empty() {
        document.push(note(lang, &Note::DutyRule));
    }
    document
}

/// The figures that a leader asks for first; what rests only where anything does.
fn tiles(report: &Page<'_>, lang: Lang) -> Vec<Tile> {
    let total = &report.summary.problems.total;
    let tile = |label, count: usize, hue: Option<Hue>| Tile {
        label: words::label(lang, label).to_owned(),
        value: count.into(),
        hue: hue.filter(|_| count > 0),
    };
    let resting = total.resting().len();
    let mut tiles = vec![
        tile(Label::All, total.all.len(), None),
        tile(Label::Closed, total.in_state(State::Closed).len(), None),
        tile(Label::Awaiting, total.in_state(State::Awaiting).len(), None),
        tile(Label::Open, total.in_state(State::Open).len(), None),
        tile(Label::Overdue, total.overdue.len(), Some(Hue::Red)),
        tile(Label::DueSoon, total.due_soon.len(), Some(Hue::Yellow)),
    ];
    if resting > 0 {
        tiles.push(tile(Label::Resting, resting, Some(Hue::Grey)));
    }
    tiles.push(Tile {
        label: words::label(lang, Label::Rate).to_owned(),
        value: summary::rate(total),
        hue: None,
    });
    tiles
}

fn part(lang: Lang, label: Label, hue: Option<Hue>) -> Part {
    Part { label: words::label(lang, label).to_owned(), hue }
}

fn course(report: &Page<'_>, lang: Lang) -> Chart {
    let day = |point: &crate::reports::page::Point| {
        (point.day, [point.closed, point.awaiting, point.open].map(whole).to_vec())
    };
    Chart {
        title: page::word(lang, PageWord::Course).to_owned(),
        side: words::label(lang, Label::On).to_owned(),
        kind: ChartKind::Course {
            lines: [Label::Closed, Label::Awaiting, Label::Open]
                .map(|label| part(lang, label, None))
                .into(),
            days: report.course.points.iter().map(day).collect(),
        },
    }
}

fn units(report: &Page<'_>, lang: Lang) -> Chart {
    let rest = report.units.iter().any(|unit| unit.resting > 0);
    let mut parts = vec![
        part(lang, Label::Closed, None),
        part(lang, Label::Awaiting, None),
        Part { label: page::word(lang, PageWord::OpenInTime).to_owned(), hue: None },
        part(lang, Label::Overdue, Some(Hue::Red)),
    ];
    if rest {
        parts.push(part(lang, Label::Resting, Some(Hue::Grey)));
    }
    let bar = |unit: &Unit| Bar {
        label: words::group(lang, &unit.name),
        values: [unit.closed, unit.awaiting, unit.in_time, unit.overdue, unit.resting]
            .into_iter()
            .take(parts.len())
            .map(whole)
            .collect(),
    };
    Chart {
        title: page::word(lang, PageWord::Units).to_owned(),
        side: words::label(lang, Label::Unit).to_owned(),
        kind: ChartKind::Bars { bars: report.units.iter().map(bar).collect(), parts },
    }
}

/// The days on which something falls due, each in the colour of what presses most, and today.
fn calendar(report: &Page<'_>, lang: Lang) -> Chart {
    let today = report.summary.today;
    let named = |line: &Line<'_>| {
        let lead = line.responsible().lead.as_slice();
        let lead = if lead.is_empty() { None } else { Some(words::list(lang, lead)) };
        page::due(lang, &line.id(), &words::line_title(lang, line), lead.as_deref())
    };
    let mut days: Vec<_> = report
        .calendar
        .days
        .iter()
        .map(|due| {
            let mut what: Vec<_> = due.lines.iter().take(NAMED).map(named).collect();
            let more = due.lines.len().saturating_sub(NAMED);
            what.extend((more > 0).then(|| page::more_due(lang, more)));
            let pressing =
                due.lines.iter().filter_map(|line| hue(line.light())).min_by_key(|hue| place(*hue));
            DueDay { day: due.day, what, hue: pressing }
        })
        .collect();
    let at = days.partition_point(|due| due.day < today);
    let word = page::word(lang, PageWord::Today).to_owned();
    match days.get_mut(at).filter(|due| due.day == today) {
        Some(due) => due.what.insert(0, word),
        None => days.insert(at, DueDay { day: today, what: vec![word], hue: None }),
    }
    Chart {
        title: page::word(lang, PageWord::Calendar).to_owned(),
        side: words::label(lang, Label::LastDay).to_owned(),
        kind: ChartKind::Calendar(days),
    }
}

/// The place of a colour among those of a day: what presses most comes first.
fn place(hue: Hue) -> u8 {
    match hue {
        Hue::Red => 0,
        Hue::BrightYellow => 1,
        Hue::Yellow => 2,
        Hue::Green => 3,
        Hue::Blue => 4,
        Hue::Grey => 5,
    }
}

fn problems(report: &Page<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Problem, ColumnKind::Text),
        column(lang, Label::Lead, ColumnKind::Name).optional(),
        column(lang, Label::Person, ColumnKind::Name).optional(),
        column(lang, Label::LastDay, ColumnKind::Date),
        column(lang, Label::DaysLeft, ColumnKind::Number).optional(),
        column(lang, Label::MeasureNo, ColumnKind::Id).optional(),
        column(lang, Label::Light, ColumnKind::Light),
        column(lang, Label::State, ColumnKind::Name),
        column(lang, Label::Kind, ColumnKind::Name).optional(),
    ]);
    grid.main = true;
    grid.searchable = true;
    grid.name = Some(page::word(lang, PageWord::Problems).to_owned());
    let row = |life: &Life<'_>| {
        let told = life.line()?;
        let more = super::problem::unfolded(life, lang);
        Some(Row { cells: cells(life, &told, lang), kind: RowKind::Body, more })
    };
    grid.rows = report.lives.lives.iter().filter_map(row).collect();
    grid
}

/// The day is that of the problem, or of its measure that is longest late; days left are below zero where it is late.
fn cells(known: &Life<'_>, line: &Line<'_>, lang: Lang) -> Vec<Cell> {
    let standing = known.standing;
    let problem = &standing.problem;
    let kind = Some(problem.kind).filter(|kind| *kind != Kind::Problem);
    let kind = kind.map(|kind| words::kind(lang, kind));
    let left = line.days_left().or(line.days_late().map(|late| -late));
    vec![
        standing.id().to_string().into(),
        problem.title.as_str().into(),
        lead_cell(lang, &standing.responsible),
        person_cell(line),
        last_day_cell(lang, line.last_day(), line.is_provisional()),
        left.map_or(Cell::Empty, Cell::Number),
        line.measure.map(|measure| measure.measure.no).into(),
        super::light_cell(lang, line),
        words::state(lang, standing.state).into(),
        kind.map_or(Cell::Empty, Into::into),
    ]
}
