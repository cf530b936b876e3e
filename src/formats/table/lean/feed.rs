//! Runs of rows → problems. Takes the bytes as they come from the disk, and says how many it has used up.

use std::ops::Range;

use super::build::{RowCells, Run};
use super::scan::{self, Cell};
use super::values::number;
use super::{Lean, Strays, Wants};
use crate::complaint::Table;
use crate::domain::problem::Problem;

/// A piece of a table: the problems that begin in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The first byte that may be the beginning of its first problem.
    pub from: u64,
    /// Problems that begin at this byte or behind it are no longer its own.
    pub until: u64,
}

/// What became of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fed {
    /// So many of them are used up.
    pub used: usize,
    /// Whether the piece is at its end.
    pub done: bool,
}

/// Reads one piece of a table.
pub struct Feed<'l> {
    lean: &'l Lean,
    strays: &'l Strays,
    /// Problems that begin at this byte or behind it are no longer its own.
    pub until: u64,
    /// Where the bytes that come next stand in the table.
    pub at: u64,
    /// Where its first problem begins, once it was found.
    pub begun: Option<u64>,
    /// The numbers of its first and last problem.
    pub numbers: Option<(u32, u32)>,
    /// The places in the list of rows (`seq`) of its first and last row.
    pub seqs: Option<(u32, u32)>,
    /// Rows that stand apart from their problem's.
    pub found: Vec<(u32, String)>,
    /// How many strays were put to their problems.
    pub joined: usize,
    /// Where the rows of each problem stand in the table, where that is asked for.
    pub(super) runs: Option<Vec<(u32, Range<u64>)>>,
    cells: Vec<Cell>,
    rows: Vec<RowCells>,
    /// The problem that was looked at first, in the room of which the next one is made.
    bare: Problem,
}

/// The run that is being read.
#[derive(Clone, Copy)]
struct Open {
    no: u32,
    /// Where it begins in the text.
    start: usize,
    /// The places in the list of rows of its first and last row.
    seqs: (u32, u32),
}

/// What a row says of itself.
struct RowHead {
    table: Table,
    no: u32,
    seq: u32,
}

impl<'l> Feed<'l> {
    /// Begins a piece. The first begins behind the header; another one a byte before it, so that a line end is seen.
    pub fn new(lean: &'l Lean, strays: &'l Strays, piece: Piece) -> Self {
        let first = piece.from == 0;
        let at = if first { lean.begin as u64 } else { piece.from - 1 };
        Self {
            lean,
            strays,
            until: piece.until,
            at,
            begun: first.then_some(at),
            numbers: None,
            seqs: None,
            found: Vec::new(),
            joined: 0,
            runs: None,
            cells: Vec::new(),
            rows: Vec::new(),
            bare: Problem::default(),
        }
    }

    /// Takes the bytes that come next, with those that were not used up before, and hands over the problems in them; `last`
    /// tells that no more will come; those that are passed over at a first look rest. Nothing where the table is to be read
    /// in the usual way.
    pub fn take(
        &mut self,
        bytes: &[u8],
        last: bool,
        rests: &impl Fn(&Problem) -> bool,
        mut make: impl FnMut(Problem),
    ) -> Option<Fed> {
        let line_end = || memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1);
        let bytes = &bytes[..if last { bytes.len() } else { line_end() }];
        let passed = if self.begun.is_some() { 0 } else { self.begin(bytes) };
        self.at += passed as u64;
        if self.begun.is_none_or(|begun| begun >= self.until) {
            let done = last || self.begun.is_some();
            self.begun = None;
            return Some(Fed { used: passed, done });
        }
        let text = simdutf8::basic::from_utf8(&bytes[passed..]).ok()?;
        scan::is_clean(text).then_some(())?;
        let (used, done) = self.runs(text, last, rests, &mut make)?;
        self.at += used as u64;
        Some(Fed { used: passed + used, done })
    }

    /// Finds the first row of a problem; returns what stands before it, or what can be passed over where there is none.
    fn begin(&mut self, bytes: &[u8]) -> usize {
        let words = self.lean.slots.records.first().map_or([""; 2], |(en, zh)| [en, zh]);
        let begins = |row: &[u8]| {
            let rest = words.iter().find_map(|word| row.strip_prefix(word.as_bytes()));
            rest.is_some_and(|rest| rest.first() == Some(&b','))
        };
        let mut ends = memchr::memchr_iter(b'\n', bytes);
        if let Some(end) = ends.find(|end| begins(&bytes[end + 1..])) {
            self.begun = Some(self.at + end as u64 + 1);
            return end + 1;
        }
        // The last line end stays, since a row may begin behind it.
        bytes.len().saturating_sub(1)
    }

    /// Reads runs; returns how many bytes are used up, and whether the piece is at its end.
    fn runs(
        &mut self,
        text: &str,
        last: bool,
        rests: &impl Fn(&Problem) -> bool,
        make: &mut impl FnMut(Problem),
    ) -> Option<(usize, bool)> {
        self.clear();
        let (mut at, mut open) = (0, None::<Open>);
        while at < text.len() {
            let first = self.cells.len();
            let Some((count, behind)) = scan::row(text.as_bytes(), at, &mut self.cells) else {
                // The text may end in the middle of a cell in quotes.
                let start = open.map_or(at, |open| open.start);
                return (!last).then_some((start, false));
            };
            if count != self.lean.header.keys.len() {
                return None;
            }
            let head = self.head(text, first)?;
            match &mut open {
                Some(open) if open.no == head.no && head.table != Table::Problem => {
                    rises(Some(open.seqs.1), head.seq)?;
                    open.seqs.1 = head.seq;
                }
                _ => {
                    if let Some(open) = open.take() {
                        let run = text.get(open.start..at)?;
                        self.close(open, run, text, first, rests, make)?;
                    }
                    self.cells.drain(..first);
                    self.rows.clear();
                    if head.table == Table::Problem && self.at + at as u64 >= self.until {
                        return Some((at, true));
                    }
                    rises(self.seqs.map(|(_, last)| last), head.seq)?;
                    if head.table == Table::Problem {
                        open = Some(Open { no: head.no, start: at, seqs: (head.seq, head.seq) });
                    } else {
                        self.stray(&head, text.get(at..behind)?);
                    }
                }
            }
            if open.is_some() {
                let first = self.rows.last().map_or(0, |row| row.behind);
                self.rows.push(RowCells { table: head.table, first, behind: self.cells.len() });
            }
            at = behind;
        }
        match open {
            // The run may go on in what comes next, and is read again with it.
            Some(open) if !last => return Some((open.start, false)),
            Some(open) => {
                let cells = self.cells.len();
                let run = text.get(open.start..)?;
                self.close(open, run, text, cells, rests, make)?;
            }
            None => {}
        }
        Some((at, last))
    }

    fn clear(&mut self) {
        self.cells.clear();
        self.rows.clear();
    }

    /// Reads what a row says of itself, of which the cells from `first` on are.
    fn head(&self, text: &str, first: usize) -> Option<RowHead> {
        let cells = &self.cells[first..];
        let cell = |place: usize, column: usize| {
            let cell = cells.get(place).filter(|cell| cell.column == column && !cell.escaped)?;
            text.get(cell.start..cell.end)
        };
        let word = cell(0, 0)?;
        let records = self.lean.slots.records;
        let sort = records.iter().position(|(en, zh)| word == *en || word == *zh)?;
        let table = *[Table::Problem, Table::Measure, Table::Indicator, Table::Entry].get(sort)?;
        let of_seq = cells.iter().position(|cell| cell.column == self.lean.slots.seq)?;
        let seq = number(cell(of_seq, self.lean.slots.seq)?)?;
        Some(RowHead { table, no: number(cell(1, 1)?)?, seq })
    }

    fn saw(&mut self, first: u32, last: u32) {
        self.seqs = Some((self.seqs.map_or(first, |(first, _)| first), last));
    }

    /// Keeps a row that stands apart from its problem's.
    fn stray(&mut self, head: &RowHead, row: &str) {
        self.clear();
        self.saw(head.seq, head.seq);
        let line_end = if row.ends_with('\n') { "" } else { "\n" };
        self.found.push((head.no, format!("{row}{line_end}")));
    }

    /// Puts a run together, of which the cells before `behind` are, and hands its problem over, unless it is passed over.
    fn close(
        &mut self,
        open: Open,
        run: &str,
        text: &str,
        behind: usize,
        rests: &impl Fn(&Problem) -> bool,
        make: &mut impl FnMut(Problem),
    ) -> Option<()> {
        let Open { no, seqs, start } = open;
        if let Some(runs) = &mut self.runs {
            let start = self.at + start as u64;
            runs.push((no, start..start + run.len() as u64));
        }
        rises(self.numbers.map(|(_, last)| last), no)?;
        self.numbers = Some((self.numbers.map_or(no, |(first, _)| first), no));
        self.saw(seqs.0, seqs.1);
        let (lean, stray) = (self.lean, self.strays.get(&no));
        self.joined += usize::from(stray.is_some());
        let whole = lean.wants.whole.is_some_and(|(first, last)| (first..=last).contains(&no));
        if stray.is_none() && !whole {
            let run = Run { text, rows: &self.rows, cells: &self.cells[..behind] };
            if lean.wants.first_look {
                let bare = lean.fill(&mut self.bare, no, &run, Wants::NOTHING);
                if bare.is_some_and(|()| rests(&self.bare)) {
                    return Some(());
                }
            }
            if let Some(problem) = lean.build(no, &run, lean.wants) {
                make(problem);
                return Some(());
            }
        }
        let line_end = if run.ends_with('\n') { "" } else { "\n" };
        let rows = [run, line_end, stray.map_or("", String::as_str)].concat();
        make(lean.complete(no, rows)?);
        Some(())
    }
}

/// Nothing where what rises in a table that we have written does not.
fn rises(before: Option<u32>, now: u32) -> Option<()> {
    before.is_none_or(|before| before < now).then_some(())
}
