//! Foreign files → drafts, by what they are.

use std::path::Path;
use std::sync::Arc;

use clap::ValueEnum;

use crate::cli::context::Context;
use crate::cli::failure::Unreadable;
use crate::cli::progress;
use crate::complaint::Source;
use crate::complaint::{Complaint, Fault, FormFault, Log};
use crate::intake::draft::Draft;
use crate::intake::returned::is_memory;
use crate::intake::sheet::{OnTheWay, Region, Terms};
use crate::intake::take::Taken;
use crate::intake::word::{Changes, Document};
use crate::intake::workbook::{Hidden, Leaf, Merge, Workbook};
use crate::intake::{document, sheet};

/// What a file is to be taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum As {
    /// A table of problems
    Sheet,
    /// An official document
    Document,
}

/// How files are to be read.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// What they are to be taken for, where that is said.
    pub wanted: Option<As>,
    /// What becomes of hidden rows, columns and passages.
    pub hidden: Hidden,
    /// What becomes of tracked changes.
    pub changes: Changes,
}

/// Reads a file: each of its tables of problems as a sheet, or its text as a document.
pub fn drafts(
    context: &mut Context<'_>,
    path: &Path,
    name: &str,
    reading: Reading,
    terms: &Terms<'_>,
) -> anyhow::Result<Vec<Draft>> {
    match context.taken(path, reading.hidden, reading.changes)? {
        Taken::Text(source) => {
            let source = Arc::new(source);
            let is_sheet = match reading.wanted {
                Some(wanted) => wanted == As::Sheet,
                None => is_table_by_name(path) || sheet::is_sheet(&source.text),
            };
            if is_sheet {
                Ok(vec![of_table(context, &source, name, &[], terms)?])
            } else {
                Ok(vec![document::read(&source, name).map_err(Unreadable)?])
            }
        }
        Taken::Workbook(book) => {
            refuse_form(&book)?;
            let named = context.options.sheet.clone();
            let named = named.as_deref();
            let leaf = book.choose(named).map_err(|complaints| {
                let spoilt = book.spoilt(named);
                let further = spoilt.map(|leaf| beside(context, leaf, name, &complaints, terms));
                Unreadable(complaints.into_iter().chain(further.into_iter().flatten()).collect())
            })?;
            let Leaf { source, remarks, merges, .. } = leaf;
            context.say_office(path, remarks)?;
            Ok(vec![of_table(context, &source, name, &merges, terms)?])
        }
        Taken::Document(document) => of_document(context, path, name, &document, reading, terms),
    }
}

/// What else is wrong with a sheet of which some cells cannot be read; a cell is told of once, and what is hidden not at
/// all.
fn beside(
    context: &Context<'_>,
    leaf: &Leaf,
    name: &str,
    known: &[Complaint],
    terms: &Terms<'_>,
) -> Vec<Complaint> {
    let mut found = read_table(context, &leaf.source, name, &leaf.merges, terms).err();
    let told = |it: &Complaint| {
        let same =
            |known: &Complaint| known.span.start <= it.span.start && it.span.start < known.span.end;
        known.iter().any(same) || leaf.is_hidden(it.span.start)
    };
    if let Some(found) = &mut found {
        found.retain(|it| !told(it));
    }
    found.unwrap_or_default()
}

/// A sheet that a unit filled in would give its lines a second time.
fn refuse_form(book: &Workbook) -> anyhow::Result<()> {
    let leaves = book.sheets.iter().filter_map(|sheet| sheet.leaf.as_ref().ok());
    match leaves.into_iter().find(|leaf| is_memory(&leaf.source.text)) {
        None => Ok(()),
        Some(leaf) => {
            let mut log = Log::new(&leaf.source);
            log.push(0..0, Fault::Form(FormFault::ToReturn));
            Err(Unreadable(log.into_complaints()).into())
        }
    }
}

/// A document's tables where any is one of problems, else its text.
fn of_document(
    context: &mut Context<'_>,
    path: &Path,
    name: &str,
    document: &Document,
    reading: Reading,
    terms: &Terms<'_>,
) -> anyhow::Result<Vec<Draft>> {
    context.say_office(path, document.remarks.iter().cloned())?;
    let named = context.options.sheet.clone();
    let mut tables = Vec::new();
    if named.is_some() {
        tables.push(document.choose(named.as_deref()).map_err(Unreadable)?);
    } else if reading.wanted != Some(As::Document) {
        let of_problems = |leaf: &Leaf| sheet::is_sheet(&leaf.source.text);
        tables.extend(document.tables.iter().map(|it| it.leaf.clone()).filter(of_problems));
    }
    if reading.wanted == Some(As::Sheet) && tables.is_empty() {
        tables.push(document.choose(None).map_err(Unreadable)?);
    }
    let mut drafts = Vec::new();
    for Leaf { source, remarks, merges, .. } in tables {
        context.say_office(path, remarks)?;
        drafts.push(of_table(context, &source, name, &merges, terms)?);
    }
    if drafts.is_empty() {
        drafts.push(document::read(&document.source, name).map_err(Unreadable)?);
    }
    Ok(drafts)
}

fn of_table(
    context: &Context<'_>,
    source: &Arc<Source>,
    name: &str,
    merges: &[Merge],
    terms: &Terms<'_>,
) -> anyhow::Result<Draft> {
    Ok(read_table(context, source, name, merges, terms).map_err(Unreadable)?)
}

fn read_table(
    context: &Context<'_>,
    source: &Arc<Source>,
    name: &str,
    merges: &[Merge],
    terms: &Terms<'_>,
) -> Result<Draft, Vec<Complaint>> {
    let merges: Vec<_> = merges.iter().copied().map(Region::from).collect();
    let delimiter = context.options.delimiter;
    let progress = progress::watcher();
    let on_the_way = OnTheWay(Some(&progress));
    let terms = Terms { merges: &merges, delimiter, on_the_way, ..terms.clone() };
    Draft::of_sheet(source, name, &terms)
}

fn is_table_by_name(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["csv", "tsv", "tab"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}
