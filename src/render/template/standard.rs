//! What a template takes over from the built-in paper: all of it, a table, or what stands below a heading.

use std::ops::Range;

use minijinja::{Environment, Error, Value};

use super::engine::said;
use super::marks;
use crate::complaint::BadTemplate;
use crate::render::document::{Block, Document, Level, Place};

/// The functions that templates have.
pub(super) const FUNCTIONS: [&str; 3] = ["built_in", "part", "table"];

/// The tables and parts of the built-in paper, by their names.
#[derive(Debug, Clone)]
pub(super) struct Parts {
    all: usize,
    tables: Vec<(String, usize)>,
    parts: Vec<(String, Range<usize>)>,
}

impl Parts {
    /// Finds them. A table is called as its sheet would be, else as the heading above it.
    pub(super) fn of(document: &Document) -> Self {
        let blocks = &document.blocks;
        let mut tables = Vec::new();
        let mut parts = Vec::new();
        let mut above = "";
        for (place, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(level, text) => {
                    above = text;
                    parts.push((text.clone(), place + 1..end(blocks, place, *level)));
                }
                Block::Grid(grid) => {
                    let name = grid.name.as_deref().unwrap_or(above);
                    tables.push((name.to_owned(), place));
                }
                Block::Chart(chart) => tables.push((chart.title.clone(), place)),
                _ => {}
            }
        }
        Self { all: blocks.len(), tables, parts }
    }

    /// Offers them to a template.
    pub(super) fn offer(self, engine: &mut Environment<'static>) {
        let names: Vec<_> = self.tables.iter().map(|(name, _)| name.clone()).collect();
        let mark = |range: &Range<usize>| Value::from_safe_string(marks::blocks(range));
        let all = 0..self.all;
        engine.add_global("tables", Value::from(names));
        engine.add_function("built_in", move || mark(&all));
        let Self { tables, parts, .. } = self;
        engine.add_function("table", move |asked: Value| {
            table(&tables, &asked).map(|place| mark(&(place..place + 1)))
        });
        engine.add_function("part", move |asked: Value| part(&parts, &asked).map(|it| mark(&it)));
    }
}

/// The place of a table, by its number from 1 or its name.
fn table(tables: &[(String, usize)], asked: &Value) -> Result<usize, Error> {
    let by_number = asked.as_usize().and_then(|no| tables.get(no.checked_sub(1)?));
    let by_name = || tables.iter().find(|(name, _)| Some(name.as_str()) == asked.as_str());
    by_number.or_else(by_name).map(|(_, place)| *place).ok_or_else(|| {
        let known = tables.iter().map(|(name, _)| name.clone()).collect();
        said(BadTemplate::NoTable { asked: asked.to_string(), known })
    })
}

/// The blocks below a heading, by its text with or without its number.
fn part(parts: &[(String, Range<usize>)], asked: &Value) -> Result<Range<usize>, Error> {
    let text = asked.as_str().unwrap_or_default();
    let those = |is: &dyn Fn(&str) -> bool| -> Vec<&Range<usize>> {
        parts.iter().filter(|(name, _)| is(name)).map(|(_, range)| range).collect()
    };
    let exactly = those(&|name| name == text);
    let behind_number = those(&|name| {
        name.strip_suffix(text).is_some_and(|number| is_number(number) && !text.is_empty())
    });
    let found = if exactly.is_empty() { behind_number } else { exactly };
    match found[..] {
        [range] => Ok(range.clone()),
        _ => {
            let known = parts.iter().map(|(name, _)| name.clone()).collect();
            Err(said(BadTemplate::NoPart { asked: asked.to_string(), found: found.len(), known }))
        }
    }
}

/// Whether that is the number of a heading: 一、 （一） 7. II.
fn is_number(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with(|c: char| !c.is_alphanumeric()) && !text.contains(' ')
}

/// Where the part of a heading ends: at the next that is no lower, a new page, or the end.
fn end(blocks: &[Block], place: usize, level: Level) -> usize {
    let rest = blocks.iter().enumerate().skip(place + 1);
    let ends = |block: &Block| match block {
        Block::Heading(next, _) => depth(*next) <= depth(level),
        Block::PageBreak => true,
        _ => false,
    };
    let end = rest.into_iter().find(|(_, block)| ends(block)).map_or(blocks.len(), |(at, _)| at);
    closing(blocks, place + 1..end)
}

/// Where the last words of a paper begin, which belong to none of its parts: who signs, and the sentence above.
fn closing(blocks: &[Block], part: Range<usize>) -> usize {
    let signed = |at: &usize| matches!(blocks.get(*at), Some(Block::Line(Place::Signature, _)));
    let Some(signed) = part.clone().find(signed) else { return part.end };
    let sentence = signed.checked_sub(1).filter(|at| part.contains(at));
    let is_sentence = |at: &usize| matches!(blocks.get(*at), Some(Block::Paragraph(_)));
    let behind_text =
        |at: &usize| matches!(blocks.get(at.saturating_sub(1)), Some(Block::Labelled(..)));
    sentence.filter(is_sentence).filter(behind_text).unwrap_or(signed)
}

fn depth(level: Level) -> u8 {
    match level {
        Level::Title => 0,
        Level::Chapter | Level::Part => 1,
        Level::Section => 2,
        Level::Item => 3,
    }
}
