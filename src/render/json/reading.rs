//! How a limit was read, as JSON: a line for each.

use std::io::{self, Write};

use serde::Serialize;

use super::line::limit_kind;
use crate::domain::book::Lang;
use crate::render::words;
use crate::reports::reading::Read;

#[derive(Serialize)]
struct View<'a> {
    words: &'a str,
    counts_from: Option<String>,
    kind: &'static str,
    days: Vec<String>,
    sustained: bool,
    every: Option<String>,
    provisional: bool,
    notes: Vec<String>,
}

/// Writes one line for each limit, its notes in the language of the output and `every` in English.
pub fn readings(read: &[Read], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for one in read {
        let reading = &one.reading;
        let view = View {
            words: &one.words,
            counts_from: one.counts_from.map(|day| day.to_string()),
            kind: limit_kind(reading.kind),
            days: reading.days.iter().map(ToString::to_string).collect(),
            sustained: reading.sustained,
            every: reading.every.map(|every| words::every(Lang::En, every)),
            provisional: reading.provisional,
            notes: reading.notes.iter().map(|note| words::limit_note(lang, note)).collect(),
        };
        serde_json::to_writer(&mut *out, &view)?;
        writeln!(out)?;
    }
    Ok(())
}
