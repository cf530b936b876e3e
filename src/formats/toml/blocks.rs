//! The tables of a text, each with its place and what makes it the one that it is.

use std::ops::Range;
use std::sync::Arc;

use super::revise::line_start;
use super::{comments, syntax, walk};
use crate::complaint::{Log, Source, Table};
use crate::formats::record::Record;

/// One table, or the keys that stand before all tables.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Its name, number, key or first day; nothing where there is only one of its sort.
    pub(super) name: String,
    /// The bytes of its header.
    pub(super) header: Range<usize>,
    /// Its keys.
    pub(super) record: Record<'static>,
}

/// All tables of a text, in the order in which they stand.
#[derive(Debug, Clone)]
pub(super) struct Blocks {
    pub(super) text: String,
    pub(super) list: Vec<Block>,
}

impl Blocks {
    pub(super) fn of_problem(text: &str) -> Self {
        let (source, mut log) = opened(text);
        let records = walk::problem(syntax::parse(&source).0, &mut log);
        Self::new(text, records.into_iter().map(|record| (name(&record), record)))
    }

    pub(super) fn of_head(text: &str) -> Self {
        let (source, mut log) = opened(text);
        let head = walk::head(syntax::parse(&source).0, &mut log);
        let records = [vec![head.own], head.phases, head.policies].concat();
        Self::new(text, records.into_iter().map(|record| (name(&record), record)))
    }

    pub(super) fn of_book(text: &str) -> Self {
        let (source, mut log) = opened(text);
        let book = walk::book(syntax::parse(&source).0, &mut log);
        let records = [vec![book.own], book.policies].concat();
        let mut all: Vec<_> = records.into_iter().map(|record| (name(&record), record)).collect();
        all.extend(book.units);
        all.extend(book.persons);
        all.extend(book.calendar.map(|record| (String::new(), record)));
        Self::new(text, all.into_iter())
    }

    fn new<'r>(text: &str, records: impl Iterator<Item = (String, Record<'r>)>) -> Self {
        let block = |(name, record): (String, Record<'r>)| {
            let header = record.span.clone();
            Block { name, header, record: record.into_owned() }
        };
        let mut list: Vec<_> = records.map(block).collect();
        list.sort_by_key(|block| block.header.start);
        Self { text: text.to_owned(), list }
    }

    /// Returns the block that is the same one in another text.
    pub(super) fn find(&self, other: &Block) -> Option<&Block> {
        let same = |own: &&Block| own.record.table == other.record.table && own.name == other.name;
        self.list.iter().find(same)
    }

    /// The bytes of a block with the comments above its header, up to the next one.
    pub(super) fn whole(&self, text: &str, block: &Block) -> Range<usize> {
        let next = self.list.iter().find(|other| other.header.start > block.header.start);
        let end = next.map_or(text.len(), |next| above_comments(text, next.header.start));
        above_comments(text, block.header.start)..end
    }

    /// Where a new block goes: behind the last one of its sort or of a sort before it; a name has its place in order.
    pub(super) fn place_for(&self, text: &str, new: &Block) -> usize {
        let rank = rank(new.record.table);
        let tables: Vec<_> = self.list.iter().filter(|block| !block.header.is_empty()).collect();
        let is_named = matches!(new.record.table, Table::Unit | Table::Person);
        let goes_behind = |block: &Block| {
            let own = self::rank(block.record.table);
            own < rank || (own == rank && (!is_named || block.name < new.name))
        };
        let behind = tables.iter().rposition(|block| goes_behind(block)).map_or(0, |at| at + 1);
        tables.get(behind).map_or(text.len(), |next| above_comments(text, next.header.start))
    }
}

fn opened(text: &str) -> (Source, Log) {
    let source = Source { path: String::new(), text: text.to_owned(), ..Source::default() };
    (source.clone(), Log::new(&Arc::new(source)))
}

/// What makes a table of its sort the one that it is.
fn name(record: &Record<'_>) -> String {
    let key = match record.table {
        Table::Measure => "no",
        Table::Entry => "key",
        Table::Policy => "from",
        Table::Indicator | Table::Phase => "name",
        _ => return String::new(),
    };
    let field = record.fields.iter().find(|field| field.key == key);
    field.map(|field| field.value.to_cell().into_owned()).unwrap_or_default()
}

/// The order in which the tables of a file stand.
fn rank(table: Table) -> u8 {
    match table {
        Table::Book | Table::Head | Table::Problem => 0,
        Table::Indicator | Table::Phase => 1,
        Table::Measure | Table::Policy => 2,
        Table::Entry | Table::Unit => 3,
        Table::Person => 4,
        Table::Calendar => 5,
    }
}

/// Returns the start of the header's line, or of the first of the comment lines that stand directly above it.
pub(super) fn above_comments(text: &str, header: usize) -> usize {
    let comments = comments(text);
    let mut start = line_start(text, header);
    while start > 0 {
        let above = line_start(text, start - 1);
        let blanks = text[above..].len() - text[above..].trim_start_matches([' ', '\t']).len();
        if above == start || comments.iter().all(|comment| comment.start != above + blanks) {
            break;
        }
        start = above;
    }
    start
}
