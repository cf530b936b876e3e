//! Figures as bars: for each group what is closed, awaits, is open in time, and is overdue.

use super::note;
use super::summary::{by_label, policies};
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::render::document::{Bar, Block, Chart, ChartKind, Document, Hue, Level, Part, whole};
use crate::render::words::{self, Label, Note};
use crate::reports::summary::{By, Figures, Summary};

/// A part of a bar: its label, the light that it stands for, and how many of a row it is.
type Share = (Label, Option<Hue>, fn(&Figures) -> usize);

/// The parts, which add up to all: a problem is overdue only while it is open.
const SHARES: [Share; 5] = [
    (Label::Closed, Some(Hue::Green), |figures| figures.in_state(State::Closed).len()),
    (Label::Awaiting, Some(Hue::Blue), |figures| figures.in_state(State::Awaiting).len()),
    (Label::OpenInTime, Some(Hue::Yellow), |figures| {
        figures.in_state(State::Open).len().saturating_sub(figures.overdue.len())
    }),
    (Label::Overdue, Some(Hue::Red), |figures| figures.overdue.len()),
    (Label::Resting, Some(Hue::Grey), |figures| figures.resting().len()),
];

/// Lays out the figures of problems and tasks as bars in the place of their table, which programs get all the same.
pub fn document(report: &Summary, lang: Lang) -> Document {
    let mut document = Document::new(lang);
    let heading = Note::SummaryHeading { by: &report.by, today: report.today };
    document.push(Block::Heading(Level::Part, words::note(lang, &heading)));
    document.push(Block::Chart(chart(report, lang)));
    rules(report, &mut document);
    document.data = super::summary::document(report, lang).main_grid().cloned();
    document
}

/// The rules on which the bars rest; the table has those of its other figures, too.
fn rules(report: &Summary, document: &mut Document) {
    let lang = document.lang;
    document.push(note(lang, &Note::OverdueRule));
    if report.by.contains(&By::Unit) && (report.policies.len() <= 1 || report.is_tree()) {
        document.push(note(lang, &Note::CountRule { count: report.count, tree: report.is_tree() }));
    }
    if !report.problems.repeated.all.is_empty() {
        document.push(note(lang, &Note::BarsRepeat { all: report.problems.total.all.len() }));
    }
    for policy in &policies(report) {
        document.push(note(lang, policy));
    }
    super::push_counting(document, &report.counting);
    super::push_later(document, report.today, &report.later);
}

fn chart(report: &Summary, lang: Lang) -> Chart {
    let total = &report.problems.total;
    let needed = |(label, _, count): &&Share| *label != Label::Resting || count(total) > 0;
    let shares: Vec<_> = SHARES.iter().filter(needed).collect();
    let part =
        |(label, hue, _): &&Share| Part { label: words::label(lang, *label).into(), hue: *hue };
    let bars = report.problems.rows.iter().map(|row| {
        let groups: Vec<_> = row.groups.iter().map(|group| words::group(lang, group)).collect();
        let values = shares.iter().map(|(_, _, count)| whole(count(&row.figures)));
        Bar {
            label: format!("{}{}", "  ".repeat(row.depth), groups.join(" / ")),
            values: values.collect(),
        }
    });
    let keys: Vec<_> = report.by.iter().map(|by| words::label(lang, by_label(*by))).collect();
    Chart {
        title: String::new(),
        side: keys.join(" / "),
        kind: ChartKind::Bars { parts: shares.iter().map(part).collect(), bars: bars.collect() },
    }
}
