//! What happened to a problem: what moved its last day, the notices issued, and all entries.

use super::column;
use crate::domain::book::Lang;
use crate::domain::entry::Act;
use crate::domain::standing::LastDay;
use crate::render::document::{Cell, ColumnKind, Grid};
use crate::render::layout::last_day_cell;
use crate::render::words::{self, Label};
use crate::reports::life::{Happening, Life, Lives, Weight};

/// What moved a last day, of the problem or a measure, from which to which, who asked and who approved.
pub(in crate::render::layout) fn moves(life: &Life<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::On, ColumnKind::Date),
        column(lang, Label::Act, ColumnKind::Name),
        column(lang, Label::MeasureNo, ColumnKind::Number).optional(),
        column(lang, Label::DayBefore, ColumnKind::Date).optional(),
        column(lang, Label::DayAfter, ColumnKind::Date).optional(),
        column(lang, Label::Days, ColumnKind::Number).optional(),
        column(lang, Label::AskedFor, ColumnKind::Name).optional(),
        column(lang, Label::Approver, ColumnKind::Name).optional(),
    ]);
    let day = |day: &LastDay| last_day_cell(lang, day, false);
    for moved in &life.moves {
        let (from, to) = moved.days.as_ref().map(|(from, to)| (day(from), day(to))).unzip();
        let approver = match &moved.entry.act {
            Act::Extend { approver, .. } => approver.clone(),
            _ => None,
        };
        grid.push(vec![
            moved.entry.day().into(),
            words::moved(lang, moved).into(),
            moved.measure.into(),
            from.unwrap_or(Cell::Empty),
            to.unwrap_or(Cell::Empty),
            moved.won().into(),
            words::asked(lang, moved).into(),
            approver.into(),
        ]);
    }
    grid
}

pub(super) fn notices(life: &Life<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::On, ColumnKind::Date),
        column(lang, Label::Level, ColumnKind::Name),
        column(lang, Label::Number, ColumnKind::Name),
        column(lang, Label::To, ColumnKind::Name).optional(),
        column(lang, Label::By, ColumnKind::Name),
    ]);
    for notice in &life.notices {
        grid.push(vec![
            notice.entry.day().into(),
            words::level_name(lang, &notice.policy, notice.level).into(),
            notice.number.into(),
            notice.to.map(str::to_owned).into(),
            notice.entry.by.as_str().into(),
        ]);
    }
    grid
}

/// All entries that are known on the day, those that count for nothing marked as such.
pub(super) fn timeline(life: &Life<'_>, lang: Lang) -> Grid {
    let labels = [Label::On, Label::Act, Label::By, Label::Text, Label::Key];
    let kinds =
        [ColumnKind::Date, ColumnKind::Name, ColumnKind::Name, ColumnKind::Text, ColumnKind::Id];
    let mut grid = Grid::new(
        labels.into_iter().zip(kinds).map(|(label, kind)| column(lang, label, kind)).collect(),
    );
    for known in &life.timeline {
        let Happening { entry, weight, .. } = known;
        grid.push(vec![
            entry.day().into(),
            words::act_done(lang, &entry.act, *weight).into(),
            entry.by.as_str().into(),
            said(known, lang).into(),
            entry.key.to_string().into(),
        ]);
    }
    grid
}

/// All that [`said`] says, and who did it, where that is not the only lead.
pub(super) fn told(known: &Happening<'_>, lead: &[String], lang: Lang) -> String {
    let (by, said) = (known.entry.by.as_str(), said(known, lang));
    if said.is_empty() {
        by.to_owned()
    } else if lead == [by] {
        said
    } else {
        words::labelled(lang, by, &said)
    }
}

/// The entry's text, with what its act adds, and when it was entered, where that was later.
fn said(known: &Happening<'_>, lang: Lang) -> String {
    let entry = known.entry;
    let mut parts: Vec<String> = detail(known, lang).into_iter().collect();
    parts.extend(entry.text.clone());
    parts.extend(entry.act.evidence().iter().map(|evidence| evidence.path.clone()));
    parts.extend(entry.entered.map(|day| words::entered_on(lang, day)));
    parts.join("\n")
}

/// What an act adds; a notice by the name that its level had.
fn detail(known: &Happening<'_>, lang: Lang) -> Option<String> {
    match (&known.entry.act, &known.policy) {
        (Act::Notice { level, number, .. }, Some(policy)) => {
            Some(words::notice(lang, policy, *level, number))
        }
        (act, _) => words::act_detail(lang, act),
    }
}

/// All entries of all problems asked for in one table, for programs.
pub(super) fn data(report: &Lives<'_>, lang: Lang) -> Grid {
    let mut grid = Grid::new(vec![
        column(lang, Label::Id, ColumnKind::Id),
        column(lang, Label::Key, ColumnKind::Id),
        column(lang, Label::On, ColumnKind::Date),
        column(lang, Label::Entered, ColumnKind::Date),
        column(lang, Label::Act, ColumnKind::Name),
        column(lang, Label::MeasureNo, ColumnKind::Text),
        column(lang, Label::By, ColumnKind::Name),
        column(lang, Label::Particulars, ColumnKind::Text),
        column(lang, Label::Text, ColumnKind::Text),
        column(lang, Label::Evidence, ColumnKind::Text),
        column(lang, Label::Counts, ColumnKind::Name),
    ]);
    grid.main = true;
    for life in &report.lives {
        let id = life.standing.id();
        for known in &life.timeline {
            let Happening { entry, weight, .. } = known;
            let measures: Vec<_> = entry.act.measures().iter().map(u32::to_string).collect();
            let evidence = entry.act.evidence().iter().map(ToString::to_string).collect();
            grid.push(vec![
                id.to_string().into(),
                entry.key.to_string().into(),
                entry.day().into(),
                entry.entered.into(),
                words::act(lang, entry.act.kind()).into(),
                Cell::List(measures),
                entry.by.as_str().into(),
                detail(known, lang).into(),
                entry.text.clone().into(),
                Cell::List(evidence),
                Cell::Flag(*weight == Weight::Counts),
            ]);
        }
    }
    grid
}
