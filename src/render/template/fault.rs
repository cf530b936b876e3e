//! What the engine refuses, as a complaint with its place in the template.

use std::error::Error as _;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use minijinja::{Error, ErrorKind};

use super::data::Data;
use super::filters::FILTERS;
use super::standard::FUNCTIONS;
use crate::complaint::{BadTemplate, Complaint, Fault, Source};
use crate::domain::nearest::nearest;

/// A complaint of ours on its way through the engine.
#[derive(Debug)]
pub(super) struct Said(pub BadTemplate);

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl std::error::Error for Said {}

/// Turns an error of the engine into a complaint.
pub(super) fn complaint(source: &Arc<Source>, error: &Error, known: &Data) -> Complaint {
    let mut span = span(source, error);
    if error.kind() == ErrorKind::UndefinedError {
        span.start = whole_name(&source.text, span.start);
    }
    let text = source.text.get(span.clone()).unwrap_or_default();
    let fault = Fault::Template(bad(error, text, known));
    Complaint { source: Arc::clone(source), span, fault }
}

/// The bytes concerned, else the line; never none, which would mean the whole file.
fn span(source: &Source, error: &Error) -> Range<usize> {
    let skipped = source.text.len() - super::engine::text(source).len();
    let told = error.range().map(|range| range.start + skipped..range.end + skipped);
    let fits = |range: &Range<usize>| !range.is_empty() && source.text.get(range.clone()).is_some();
    told.filter(fits).unwrap_or_else(|| {
        let line = error.line().unwrap_or(1);
        let starts = source.text.split_inclusive('\n').scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line.trim_end().len()))
        });
        let (start, length) = starts.take(line).last().unwrap_or((0, 0));
        start..start + length.max(1)
    })
}

/// Where the name begins of which the engine names the end: `problem.titel`, not `.titel`.
fn whole_name(text: &str, start: usize) -> usize {
    let of_name = |c: char| c.is_alphanumeric() || "_.[]'\"".contains(c);
    let before = text.get(..start).unwrap_or_default();
    before.trim_end_matches(of_name).len()
}

fn bad(error: &Error, text: &str, known: &Data) -> BadTemplate {
    if let Some(Said(bad)) = error.source().and_then(|source| source.downcast_ref()) {
        return bad.clone();
    }
    let words = || FILTERS.into_iter().chain(FUNCTIONS);
    let said = || error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => BadTemplate::Syntax(said()),
        ErrorKind::UndefinedError => {
            let names = || known.names.iter().map(String::as_str);
            let name = last_name(text);
            BadTemplate::Unknown {
                nearest: nearest(name, names().filter(|it| *it != name)).map(str::to_owned),
                name: text.to_owned(),
            }
        }
        ErrorKind::UnknownFilter | ErrorKind::UnknownFunction | ErrorKind::UnknownTest => {
            // The engine says: filter datum is unknown; or: tabel is unknown.
            let told = said();
            let name = told.split(" is ").next().and_then(|told| told.rsplit(' ').next());
            let name = name.unwrap_or(text).to_owned();
            let near = words().find(|word| Some(*word) == nearest(&name, words()));
            BadTemplate::UnknownWord { name, nearest: near }
        }
        _ => BadTemplate::Other(said()),
    }
}

/// The last of the names that stand there: `titel` of `problem.titel`.
fn last_name(text: &str) -> &str {
    let ends = |c: char| !c.is_alphanumeric() && c != '_';
    text.trim_end_matches(ends).rsplit(ends).next().unwrap_or(text)
}
