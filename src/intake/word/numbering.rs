//! Automatic numbering: the numbers that a reader of the document sees, and that stand nowhere in its text.

use std::collections::{BTreeMap, BTreeSet};

use super::numerals;
use crate::complaint::{Fault, Limited};
use crate::intake::limits::{Limits, count};
use crate::intake::package::{Node, Tag, Xml};

/// Levels of a list.
const LEVELS: usize = 9;

/// What an item of a list begins with that has a mark and no number.
const BULLET: &str = "- ";

/// A level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    numerals: String,
    /// The label with `%1` for the number of the first level.
    label: String,
    /// Whether all numbers of the label are decimal.
    legal: bool,
    /// After which level the counting begins again; 0 for never, nothing for any higher one.
    restart: Option<u32>,
    /// What stands between label and text: `tab`, `space`, `nothing`.
    suffix: String,
    /// The style that has this level.
    style: Option<String>,
}

type Levels = [Level; LEVELS];

/// A list as paragraphs name it.
#[derive(Debug, Clone, Default)]
struct List {
    definition: u32,
    /// Starts of this list alone.
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// All lists of a document, and how far they were counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: BTreeMap<u32, Levels>,
    lists: BTreeMap<u32, List>,
    counters: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// Lists whose own starts were used.
    started: BTreeSet<(u32, usize)>,
}

impl Numbering {
    /// Returns what the next paragraph of a list begins with, and counts it.
    pub(super) fn next(&mut self, list: u32, level: usize) -> Option<String> {
        let known = self.lists.get(&list)?;
        let level = level.min(LEVELS - 1);
        let mut levels = self.definitions.get(&known.definition)?.clone();
        for (at, own) in &known.levels {
            levels[*at] = own.clone();
        }
        let start = |at: usize| known.starts.get(&at).copied().or(levels[at].start).unwrap_or(1);
        let counters = self.counters.entry(known.definition).or_default();
        let fresh = known.starts.contains_key(&level) && self.started.insert((list, level));
        counters[level] = match counters[level] {
            Some(counter) if !fresh => Some(counter.saturating_add(1)),
            _ => Some(start(level)),
        };
        for (below, counter) in counters.iter_mut().enumerate().skip(level + 1) {
            let restarts =
                levels[below].restart.is_none_or(|after| count(level) < u64::from(after));
            if restarts {
                *counter = None;
            }
        }
        Some(label(&levels, level, counters))
    }

    /// Returns the level of a list that a style has.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<usize> {
        let levels = self.definitions.get(&self.lists.get(&list)?.definition)?;
        levels.iter().position(|level| level.style.as_deref() == Some(style))
    }
}

fn label(levels: &Levels, at: usize, counters: &[Option<u32>; LEVELS]) -> String {
    let level = &levels[at];
    if level.numerals == "bullet" {
        return BULLET.to_owned();
    }
    let mut label = String::new();
    let mut chars = level.label.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = chars.peek().and_then(|digit| digit.to_digit(10)).filter(|_| c == '%');
        let Some(of) = digit.and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1)) else {
            label.push(c);
            continue;
        };
        chars.next();
        let numerals = if level.legal { "decimal" } else { &*levels[of].numerals };
        // A level that was skipped shows where it would begin.
        let counter = counters[of].or(levels[of].start).unwrap_or(1);
        let number = numerals::written(numerals, counter);
        label.extend(number);
    }
    // A tab or blank behind 一、 would only be in the way; behind 1. it keeps 1. and 5 apart.
    let apart = level.suffix != "nothing" && label.ends_with(|c: char| c.is_ascii());
    if apart { label + " " } else { label }
}

/// Reads the part of lists.
pub(super) fn read(mut xml: Xml<'_>, limits: &Limits) -> Result<Numbering, Fault> {
    let mut numbering = Numbering::default();
    while let Some(node) = xml.next()? {
        let Node::Start(tag) = node else { continue };
        match tag.name() {
            "abstractNum" => {
                let id = tag.number("abstractNumId")?.unwrap_or_default();
                let levels = definition(&mut xml)?;
                numbering.definitions.insert(id, levels);
            }
            "num" => {
                let id = tag.number("numId")?.unwrap_or_default();
                let list = list(&mut xml)?;
                numbering.lists.insert(id, list);
            }
            _ => {}
        }
        // Ordinary documents have some hundred; a definition takes a KiB.
        if count(numbering.definitions.len() + numbering.lists.len()) > limits.rows / 10 {
            return Err(limits.exceeded(Limited::Members));
        }
    }
    Ok(numbering)
}

fn definition(xml: &mut Xml<'_>) -> Result<Levels, Fault> {
    let mut levels = Levels::default();
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) if tag.name() == "lvl" => {
                let read = level(xml)?;
                if let Some(level) = place(&tag)?.and_then(|at| levels.get_mut(at)) {
                    *level = read;
                }
            }
            Node::End(name) if name == "abstractNum" => break,
            _ => {}
        }
    }
    Ok(levels)
}

fn list(xml: &mut Xml<'_>) -> Result<List, Fault> {
    let mut list = List::default();
    let mut at = 0;
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => match tag.name() {
                "abstractNumId" => list.definition = tag.number("val")?.unwrap_or_default(),
                "lvlOverride" => at = place(&tag)?.unwrap_or(LEVELS).min(LEVELS - 1),
                "startOverride" => _ = list.starts.insert(at, tag.number("val")?.unwrap_or(1)),
                "lvl" => {
                    let own = level(xml)?;
                    list.levels.insert(at, own);
                }
                _ => {}
            },
            Node::End(name) if name == "num" => break,
            Node::End(_) | Node::Text(_) => {}
        }
    }
    Ok(list)
}

fn level(xml: &mut Xml<'_>) -> Result<Level, Fault> {
    let mut level = Level::default();
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(tag) => {
                let text = |most: usize| -> Result<String, Fault> {
                    let value = tag.attribute("val")?.unwrap_or_default();
                    Ok(value.chars().take(most).collect())
                };
                match tag.name() {
                    "start" => level.start = tag.number("val")?,
                    "numFmt" => level.numerals = text(40)?,
                    "lvlText" => level.label = text(200)?,
                    "isLgl" => level.legal = tag.flag("val", true)?,
                    "lvlRestart" => level.restart = tag.number("val")?,
                    "suff" => level.suffix = text(20)?,
                    "pStyle" => level.style = Some(text(200)?),
                    "rPr" | "pPr" => xml.skip()?,
                    _ => {}
                }
            }
            Node::End(name) if name == "lvl" => break,
            Node::End(_) | Node::Text(_) => {}
        }
    }
    Ok(level)
}

/// The index of a level.
fn place(tag: &Tag) -> Result<Option<usize>, Fault> {
    Ok(tag.number("ilvl")?.and_then(|level| usize::try_from(level).ok()))
}
