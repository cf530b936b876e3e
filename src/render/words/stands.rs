//! How a problem stands, in the language chosen.

use super::{Note, en, label, state, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::entry::Act;
use crate::domain::limit::{self, Reading};
use crate::domain::standing::{Duty, Fulfilment, Line, Standing};
use crate::render::words::Label;
use crate::reports::life::Weight;
use crate::reports::summary::Group;

/// The words of a heading or note.
pub fn note(lang: Lang, note: &Note<'_>) -> String {
    match lang {
        Lang::Zh => zh::notes::note(note),
        Lang::En => en::notes::note(note),
    }
}

/// Why the words of a limit give no single day.
pub fn reading(lang: Lang, reading: &Reading) -> String {
    match lang {
        Lang::Zh => zh::stands::reading(reading),
        Lang::En => en::stands::reading(reading),
    }
}

/// The state of a problem, since when, and whether it is overdue.
pub fn standing_state(lang: Lang, standing: &Standing<'_>) -> String {
    match lang {
        Lang::Zh => zh::stands::standing(standing),
        Lang::En => en::stands::standing(standing),
    }
}

/// The state of a line; a measure that is reported while its problem is still open awaits verification.
pub fn line_state(lang: Lang, line: &Line<'_>) -> String {
    if line.days_late().is_some() {
        return label(lang, Label::Overdue).to_lowercase(); // among states, which are small
    }
    let reported =
        line.measure.is_some() && line.reported().is_some() && line.standing.state.is_active();
    let shown = if reported { crate::domain::acts::State::Awaiting } else { line.standing.state };
    state(lang, shown).to_owned()
}

/// What a line is about; a missed occurrence of a duty with its day.
pub fn line_title(lang: Lang, line: &Line<'_>) -> String {
    let title = line.title();
    match (lang, line.missed) {
        (_, None) => title.to_owned(),
        (Lang::Zh, Some(missed)) => format!("{title}（{}期）", missed.day),
        (Lang::En, Some(missed)) => format!("{title} (of {})", missed.day),
    }
}

/// The value of a key that figures are grouped by.
pub fn group(lang: Lang, group: &Group) -> String {
    match group {
        Group::State(of) => state(lang, *of).to_owned(),
        Group::Kind(kind) => super::kind(lang, *kind).to_owned(),
        Group::Month(year, month) => format!("{year}-{month:02}"),
        Group::Name(name) => name.clone(),
        Group::None => label(lang, Label::NotNamed).to_owned(),
    }
}

/// A day, with a word where it rests on a year whose working days are not published.
pub fn maybe_provisional(lang: Lang, day: String, provisional: bool) -> String {
    match (lang, provisional) {
        (_, false) => day,
        (Lang::Zh, true) => format!("{day}，暂定"),
        (Lang::En, true) => format!("{day}, provisional"),
    }
}

/// What kind of limit words are.
pub fn limit_kind(lang: Lang, kind: limit::Kind) -> &'static str {
    match lang {
        Lang::Zh => zh::limits::kind(kind),
        Lang::En => en::limits::kind(kind),
    }
}

/// What a clerk should know of how a limit was counted.
pub fn limit_note(lang: Lang, note: &limit::Note) -> String {
    match lang {
        Lang::Zh => zh::limits::note(note),
        Lang::En => en::limits::note(note),
    }
}

/// How often a limit recurs.
pub fn every(lang: Lang, every: limit::Every) -> String {
    match lang {
        Lang::Zh => zh::limits::every(every),
        Lang::En => en::limits::every(every),
    }
}

/// A day with the working days until it.
pub fn day_left(lang: Lang, day: Day, working: u32) -> String {
    match lang {
        Lang::Zh => zh::limits::left(day, working),
        Lang::En => en::limits::left(day, working),
    }
}

/// The first of several units that answer together, with no lead among them.
pub fn together(lang: Lang, unit: &str) -> String {
    match lang {
        Lang::Zh => format!("（共同）{unit}"),
        Lang::En => format!("(joint) {unit}"),
    }
}

/// The name of what happened, marked where it counts for nothing.
pub fn act_done(lang: Lang, act: &Act, weight: Weight) -> String {
    match lang {
        Lang::Zh => zh::stands::act_done(act, weight),
        Lang::En => en::stands::act_done(act, weight),
    }
}

/// What an act says beside its text.
pub fn act_detail(lang: Lang, act: &Act) -> Option<String> {
    match lang {
        Lang::Zh => zh::stands::act_detail(act),
        Lang::En => en::stands::act_detail(act),
    }
}

/// What became of an occurrence of a duty.
pub fn fulfilment(lang: Lang, fulfilment: Fulfilment) -> String {
    let label = match fulfilment {
        Fulfilment::Met => Label::Met,
        Fulfilment::Late => Label::Late,
        Fulfilment::Missed => Label::Missed,
    };
    super::label(lang, label).to_lowercase() // among states, which are small
}

/// How many occurrences of a duty were met, late and missed.
pub fn occurrences(lang: Lang, duty: &Duty) -> String {
    let figure = |of| (fulfilment(lang, of), duty.count(of));
    let figures = [Fulfilment::Met, Fulfilment::Late, Fulfilment::Missed].map(figure);
    let figures = figures.map(|(name, count)| match lang {
        Lang::Zh => format!("{name}{count}期"),
        Lang::En => format!("{count} {name}"),
    });
    super::list(lang, &figures)
}
