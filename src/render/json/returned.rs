//! What a sheet that came back gives, as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::problem::{Entry, entry};
use super::taking::MaskedView;
use super::write;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::render::layout::returned::{Back, Meanwhile, meanwhile};
use crate::reports::rules::EnteredLater;

#[derive(Serialize)]
struct Content<'a> {
    unit: &'a str,
    lines: Vec<LineView<'a>>,
    /// Lines whose words were taken in before, with the entry that has them.
    known: Vec<LineView<'a>>,
    meanwhile: Vec<MeanwhileView<'a>>,
    /// Lines that did not come back.
    missing: &'a [String],
    masked: Vec<MaskedView<'a>>,
}

#[derive(Serialize)]
struct LineView<'a> {
    id: String,
    entry: Entry<'a>,
    place: Option<&'a str>,
}

#[derive(Serialize)]
struct MeanwhileView<'a> {
    id: String,
    /// What happened; nothing where a value is another one.
    entry: Option<Entry<'a>>,
    heading: Option<&'a str>,
    was: Option<&'a str>,
    now: Option<&'a str>,
    /// The same in words.
    what: String,
}

/// Writes what came back.
pub fn returned(back: &Back, lang: Lang, today: Day, out: &mut dyn Write) -> io::Result<()> {
    let seen = |it| {
        let (id, what) = meanwhile(lang, it);
        let view = MeanwhileView {
            id: id.to_string(),
            entry: None,
            heading: None,
            was: None,
            now: None,
            what,
        };
        match it {
            Meanwhile::Entry(_, told) => MeanwhileView { entry: Some(entry(told, true)), ..view },
            Meanwhile::Altered { heading, was, now, .. } => {
                MeanwhileView { heading: Some(heading), was: Some(was), now: Some(now), ..view }
            }
        }
    };
    let line = |(id, told, place)| LineView { id, entry: entry(told, true), place };
    let content = Content {
        unit: &back.unit,
        lines: back
            .entries
            .iter()
            .map(|(id, told, place)| line((id.to_string(), told, Some(place.as_str()))))
            .collect(),
        known: back.known.iter().map(|(id, told)| line((id.to_string(), told, None))).collect(),
        meanwhile: back.meanwhile.iter().map(seen).collect(),
        missing: &back.missing,
        masked: back.masked.iter().map(MaskedView::from).collect(),
    };
    write("return", today, &[], &EnteredLater::default(), content, out)
}
