//! The notices that are due, or were issued just now, with the ladder that they rest on.

use super::{column, last_day_cell, note};
use crate::domain::book::Lang;
use crate::domain::entry::{Act, Entry};
use crate::domain::key::Key;
use crate::render::document::{Block, Cell, ColumnKind, Document, Grid, Level};
use crate::render::words::{self, Label, Note, NoticeNote};
use crate::reports::notice::{Due, Notices};
use crate::reports::policies::InForce;

/// A notice that was issued: its number, and the entry that records it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbered<'a> {
    /// The number.
    pub number: &'a str,
    /// The entry's key.
    pub key: Key,
}

impl<'a> Numbered<'a> {
    /// Takes the number of an entry that is a notice.
    pub fn of(entry: &'a Entry) -> Option<Self> {
        match &entry.act {
            Act::Notice { number, .. } => Some(Self { number, key: entry.key }),
            _ => None,
        }
    }
}

/// Lays out the notices; with their numbers, in the same order, where they were issued.
pub fn document(report: &Notices<'_>, numbers: Option<&[Numbered<'_>]>, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    let (today, issued) = (report.today, numbers.is_some());
    let heading = NoticeNote::Heading { today, issued: (!report.due.is_empty()).then_some(issued) };
    document.push(Block::Heading(Level::Part, words::note(lang, &Note::Notices(heading))));
    if report.due.is_empty() {
        document.push(Block::Paragraph(words::note(lang, &Note::Notices(NoticeNote::None))));
    } else {
        document.push(Block::Grid(grid(report, numbers, lang, &told())));
        document.data = Some(grid(report, numbers, lang, &counted()));
        let notices = report.due.len();
        document.push(note(lang, &Note::Notices(NoticeNote::Total { notices, issued })));
    }
    for rule in rules(report) {
        document.push(note(lang, &rule));
    }
    super::push_counting(&mut document, &report.counting);
    super::push_later(&mut document, today, &report.later);
    document
}

/// What the notices rest on, and what is left out.
pub fn rules<'a>(report: &'a Notices<'_>) -> Vec<Note<'a>> {
    let several = report.ladders.len() > 1;
    let ladder = |in_force: &'a InForce| {
        Note::Notices(NoticeNote::Ladder {
            rungs: &in_force.policy.ladder,
            since: in_force.since,
            ledgers: if several { &in_force.ledgers } else { &[] },
        })
    };
    let mut rules: Vec<_> = report.ladders.iter().map(ladder).collect();
    rules.push(Note::Notices(NoticeNote::Rule));
    if report.provisional {
        rules.push(Note::ProvisionalRule);
    }
    let unaddressed = report.due.iter().filter(|due| due.to.is_empty()).count();
    if unaddressed > 0 {
        rules.push(Note::Notices(NoticeNote::Unaddressed { notices: unaddressed }));
    }
    if report.undated > 0 {
        rules.push(Note::Notices(NoticeNote::Undated { problems: report.undated }));
    }
    if report.duties > 0 {
        rules.push(Note::Notices(NoticeNote::Duties { duties: report.duties }));
    }
    rules
}

/// Columns that tell how a notice stands to the last day, and their cells.
struct Days {
    labels: &'static [(Label, ColumnKind)],
    cells: fn(&Due<'_>, Lang) -> Vec<Cell>,
}

/// In words, for people.
fn told() -> Days {
    let cells = |due: &Due<'_>, lang| vec![words::to_last_day(lang, due.days).into()];
    Days { labels: &[(Label::ToLastDay, ColumnKind::Name)], cells }
}

/// In numbers, for programs: the days late or, in a column of their own, those left.
fn counted() -> Days {
    let labels = &[(Label::DaysLate, ColumnKind::Number), (Label::DaysLeft, ColumnKind::Number)];
    Days { labels, cells: |due, _| vec![due.days_late().into(), due.days_left().into()] }
}

fn grid(report: &Notices<'_>, numbers: Option<&[Numbered<'_>]>, lang: Lang, days: &Days) -> Grid {
    let before = [
        column(lang, Label::Number, ColumnKind::Id).optional(),
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Problem, ColumnKind::Text),
        column(lang, Label::To, ColumnKind::Name).optional(),
        column(lang, Label::Measure, ColumnKind::Number).optional(),
        column(lang, Label::LastDay, ColumnKind::Date),
    ];
    let after = [
        column(lang, Label::Notice, ColumnKind::Name),
        column(lang, Label::LastNotice, ColumnKind::Id).optional(),
    ];
    let between = days.labels.iter().map(|(label, kind)| column(lang, *label, *kind));
    let mut grid = Grid::new(before.into_iter().chain(between).chain(after).collect());
    grid.main = true;
    for (place, due) in report.due.iter().enumerate() {
        let number = numbers.and_then(|numbers| numbers.get(place));
        let before = vec![
            number.map(|numbered| numbered.number.to_owned()).into(),
            due.id().to_string().into(),
            due.standing.problem.title.as_str().into(),
            if due.to.is_empty() { Cell::Empty } else { due.to.clone().into() },
            due.worst.measure.map(|measure| measure.measure.no).into(),
            last_day_cell(lang, due.worst.last_day(), due.worst.is_provisional()),
        ];
        let last = due.last.map(|last| last.number.to_owned());
        let after = vec![rung(due, due.level, lang).into(), last.into()];
        grid.push([before, (days.cells)(due, lang), after].concat());
    }
    grid
}

/// The name of a rung of the ladder in force; its place where an earlier ladder was longer.
pub fn rung(due: &Due<'_>, level: u32, lang: Lang) -> String {
    let place = usize::try_from(level).unwrap_or(0).saturating_sub(1);
    let known = due.standing.policy.ladder.get(place);
    known.map_or_else(|| level.to_string(), |rung| words::rung(lang, rung, place))
}
