//! Makes a text say another value, and leaves alone every byte that need not change for it.
//!
//! A changed key gets its new value where the old one stands, a new key stands where the canonical order puts it, a new
//! table behind those of its sort. Comments stay, also those of a key that goes. A new table can come with the words of
//! the text that it comes from: its spelling and its comments.

use std::ops::Range;
use std::sync::Arc;

use super::blocks::{Block, Blocks};
use super::write::pair;
use super::{comments, read_book, read_head, read_problem, write};
use crate::complaint::{Complaint, Source};
use crate::domain::book::BookHead;
use crate::domain::ledger::Head;
use crate::domain::problem::Problem;
use crate::formats::addition::Refused;
use crate::formats::record::{Field, Record, keys};

/// A new text in the place of these bytes.
type Edit = (Range<usize>, String);

/// Returns the text of a problem, changed so that it says `to`. Read again it is exactly that, else it is refused.
pub fn revise_problem(
    source: &Arc<Source>,
    to: &Problem,
    donor: Option<&Arc<Source>>,
) -> Result<String, Refused> {
    let read = |source: &Arc<Source>| Ok(read_problem(source, to.no)?.value);
    revise(source, to, donor, read, Blocks::of_problem, write::write_problem)
}

/// Returns the text of a ledger's head, changed so that it says `to`.
pub fn revise_head(
    source: &Arc<Source>,
    to: &Head,
    donor: Option<&Arc<Source>>,
) -> Result<String, Refused> {
    revise(source, to, donor, read_head, Blocks::of_head, write::write_head)
}

/// Returns the text of `book.toml`, changed so that it says `to`.
pub fn revise_book(
    source: &Arc<Source>,
    to: &BookHead,
    donor: Option<&Arc<Source>>,
) -> Result<String, Refused> {
    revise(source, to, donor, read_book, Blocks::of_book, write::write_book)
}

fn revise<T: PartialEq>(
    source: &Arc<Source>,
    to: &T,
    donor: Option<&Arc<Source>>,
    read: impl Fn(&Arc<Source>) -> Result<T, Vec<Complaint>>,
    blocks: impl Fn(&str) -> Blocks,
    write: impl Fn(&T) -> String,
) -> Result<String, Refused> {
    let now = read(source).map_err(Refused::Complaints)?;
    // Both are compared as they are written canonically: a text may spell a value in several ways.
    let (now, then) = (blocks(&write(&now)), blocks(&write(to)));
    let mut text = changed(&source.text, &blocks(&source.text), &now, &then);
    let donor = donor.map(|donor| (&*donor.text, blocks(&donor.text)));
    for new in then.list.iter().filter(|block| now.find(block).is_none()) {
        let given = donor.as_ref().and_then(|(text, blocks)| {
            let block = blocks.find(new)?;
            Some(words(text, &blocks.whole(text, block)))
        });
        let canonical = || words(&then.text, &then.whole(&then.text, new));
        let given = given.unwrap_or_else(canonical);
        let at = blocks(&text).place_for(&text, new);
        text = splice(&text, at, &given);
    }
    let new = Arc::new(Source { path: source.path.clone(), text, ..Source::default() });
    match read(&new) {
        Ok(read) if read == *to => Ok(Arc::unwrap_or_clone(new).text),
        _ => Err(Refused::SelfCheck),
    }
}

/// A block's lines with one line feed each, and no blank lines around them.
fn words(text: &str, span: &Range<usize>) -> String {
    format!("{}\n", text[span.clone()].replace("\r\n", "\n").trim_matches('\n'))
}

/// Changes the tables that are there, and takes out those that go.
fn changed(text: &str, here: &Blocks, now: &Blocks, then: &Blocks) -> String {
    let mut edits: Vec<Edit> = Vec::new();
    for block in &here.list {
        let Some(old) = now.find(block) else { continue };
        match then.find(block) {
            None => edits.push((here.whole(text, block), String::new())),
            Some(new) => fields(text, block, &old.record, &new.record, &mut edits),
        }
    }
    edits.sort_by_key(|(span, _)| (span.start, span.end));
    let mut result = text.to_owned();
    for (span, new) in edits.into_iter().rev() {
        result.replace_range(span, &new.replace('\n', line_end(text)));
    }
    result
}

/// Changes the keys of one table.
fn fields(text: &str, block: &Block, old: &Record<'_>, new: &Record<'_>, edits: &mut Vec<Edit>) {
    let differs = |key: &str| {
        let plain = |record: &Record<'_>| {
            let field = record.fields.iter().find(|field| field.key == key);
            field.map(value_of)
        };
        plain(old) != plain(new)
    };
    for field in &block.record.fields {
        if !differs(&field.key) {
            continue;
        }
        match new.fields.iter().find(|known| known.key == field.key) {
            Some(new) => edits.push((field.span.clone(), value_of(new))),
            None => edits.push(without(text, field)),
        }
    }
    let written = |key: &str| block.record.fields.iter().any(|field| field.key == key);
    for field in new.fields.iter().filter(|field| !written(&field.key) && differs(&field.key)) {
        let at = place_of_key(text, block, &field.key);
        let before = if at > 0 && !text[..at].ends_with('\n') { "\n" } else { "" };
        edits.push((at..at, format!("{before}{}\n", pair(field))));
    }
}

/// The value as it is written behind its key.
fn value_of(field: &Field<'_>) -> String {
    let pair = pair(field);
    let key = pair.len() - pair.split_once(" = ").map_or(0, |(_, value)| value.len());
    // A key in quotes may hold the sign itself.
    let plain = Field { key: "k".into(), ..field.clone() };
    let text = self::pair(&plain);
    text.strip_prefix("k = ").map_or_else(|| pair[key..].to_owned(), str::to_owned)
}

/// Takes a key's lines out; a comment behind it keeps a line of its own.
fn without(text: &str, field: &Field<'_>) -> Edit {
    let start = line_start(text, field.key_span.start);
    let end = line_behind(text, field.span.end);
    let comment = comments(text).into_iter().find(|it| field.span.end <= it.start && it.end <= end);
    (start..end, comment.map_or_else(String::new, |span| format!("{}\n", text[span].trim_end())))
}

/// Where a new key goes: behind the last of those that stand before it in the canonical order.
fn place_of_key(text: &str, block: &Block, key: &str) -> usize {
    let order = keys::of(block.record.table);
    let rank = |key: &str| order.iter().position(|known| *known == key).unwrap_or(order.len());
    let before = block.record.fields.iter().filter(|field| rank(&field.key) <= rank(key));
    match (before.max_by_key(|field| field.span.end), block.record.fields.first()) {
        (Some(field), _) => line_behind(text, field.span.end),
        (None, Some(first)) => line_start(text, first.key_span.start),
        (None, None) if block.header.is_empty() => {
            text.len() - text.trim_start_matches('\u{feff}').len()
        }
        (None, None) => line_behind(text, block.header.end),
    }
}

pub(super) fn line_start(text: &str, offset: usize) -> usize {
    let bom = text.len() - text.trim_start_matches('\u{feff}').len();
    text[..offset].rfind('\n').map_or(bom.min(offset), |end| end + 1)
}

fn line_behind(text: &str, offset: usize) -> usize {
    text[offset..].find('\n').map_or(text.len(), |end| offset + end + 1)
}

pub(super) fn line_end(text: &str) -> &'static str {
    let first = text.split('\n').next();
    if first.is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" }
}

/// Puts a block at a line's start, with one blank line around it.
pub(super) fn splice(text: &str, at: usize, block: &str) -> String {
    let line_end = line_end(text);
    let (before, after) = text.split_at(at);
    let mut new = before.to_owned();
    if !before.is_empty() && !before.ends_with('\n') {
        new.push_str(line_end);
    }
    if before.lines().next_back().is_some_and(|line| !line.trim().is_empty()) {
        new.push_str(line_end);
    }
    new.push_str(&block.replace('\n', line_end));
    if !after.is_empty() {
        new.push_str(line_end);
    }
    new + after
}
