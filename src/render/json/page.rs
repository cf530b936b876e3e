//! The page for a leader as JSON: the figures, how they came about, and every problem as it stands.

use std::io::{self, Write};

use serde::Serialize;

use super::problem::Problem;
use super::{bands, counting, duty_rules, line, notes, summary, write};
use crate::domain::book::Lang;
use crate::render::words::Note;
use crate::reports::page::{DueDay, Page, Point};

#[derive(Serialize)]
struct Content<'a> {
    book: Option<&'a str>,
    summary: summary::Content<'a>,
    /// The figures at the end of some days; the last is the day asked for.
    course: Vec<Course>,
    calendar: Calendar<'a>,
    problems: Vec<Problem<'a>>,
}

#[derive(Serialize)]
struct Course {
    day: String,
    open: usize,
    awaiting: usize,
    closed: usize,
}

#[derive(Serialize)]
struct Calendar<'a> {
    days: Vec<Due<'a>>,
    /// Lines overdue since before the first day.
    earlier: usize,
    /// Lines that fall due after the last.
    later: usize,
}

#[derive(Serialize)]
struct Due<'a> {
    day: String,
    lines: Vec<line::Line<'a>>,
}

impl<'a> From<&DueDay<'a>> for Due<'a> {
    fn from(due: &DueDay<'a>) -> Self {
        Self { day: due.day.to_string(), lines: super::lines(&due.lines) }
    }
}

/// Writes the page.
pub fn page(report: &Page<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let figures = &report.summary;
    let duties = !figures.duties.total.all.is_empty();
    let rules = [
        notes(lang, &[vec![Note::RateRule], duty_rules(duties)].concat()),
        bands(lang, &report.bands),
        counting(lang, &figures.counting),
    ];
    let course = |point: &Point| Course {
        day: point.day.to_string(),
        open: point.open,
        awaiting: point.awaiting,
        closed: point.closed,
    };
    let content = Content {
        book: report.book.as_deref(),
        summary: summary::Content::from(figures),
        course: report.course.points.iter().map(course).collect(),
        calendar: Calendar {
            days: report.calendar.days.iter().map(Due::from).collect(),
            earlier: report.calendar.earlier,
            later: report.calendar.later,
        },
        problems: report.lives.lives.iter().map(Problem::from).collect(),
    };
    write("page", figures.today, &rules.concat(), &figures.later, content, out)
}
