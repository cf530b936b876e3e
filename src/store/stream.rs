//! Reads a large table or folder piece by piece, on all cores, and keeps of each problem what is made of it.
//!
//! Nothing comes of it where a table is not as `ledger` writes it, cannot be read, or has anything wrong with it: then it is
//! read in the usual way, which tells all complaints.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::names;
use super::origin::Origin;
use super::read::Reader;
use super::root::Root;
use super::survey::{self, Form};
use crate::domain::book::Book;
use crate::domain::problem::Problem;
use crate::formats::record::Located;
use crate::formats::share::share;
use crate::formats::table::lean::{Extent, Feed, Lean, Piece, Strays, Wants, is_whole};

/// A table of fewer bytes is read at once as quickly.
const LARGE: u64 = 1 << 20;

/// A folder of fewer files is read at once as quickly.
const FILES: usize = 512;

/// A folder is read in so many pieces at most.
const FOLDER_PIECES: usize = 16;

/// So many bytes are read at once: what a core keeps near itself until all of it is looked at.
const BLOCK: usize = 1 << 18;

/// So many bytes are read behind the end of a piece at once, to see where its last problem ends.
const BEYOND: u64 = 1 << 14;

/// A problem of more bytes, which is hardly one, is read in the usual way.
const LONGEST: usize = 1 << 24;

/// A table is read in so many pieces at most; what is made of each waits for the others, and what is learned while reading one
/// (what the words of limits say) is learned again in the next.
const PIECES: u64 = 16;

/// A piece has so many blocks at least, but for the last.
const BLOCKS: u64 = 16;

/// How a table is taken apart.
#[derive(Debug, Clone, Copy)]
pub struct Portions {
    /// A smaller table is not taken apart.
    pub large: u64,
    /// So many bytes are read at once.
    pub block: usize,
    /// So many pieces at most.
    pub pieces: u64,
}

impl Default for Portions {
    fn default() -> Self {
        Self { large: LARGE, block: BLOCK, pieces: PIECES }
    }
}

/// What came of a piece.
struct Done<T> {
    made: T,
    extent: Extent,
    numbers: Option<(u32, u32)>,
    found: Vec<(u32, String)>,
    joined: usize,
}

/// A ledger whose problems are read piece by piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Large {
    /// Where the table lies that it is kept as.
    Table(PathBuf),
    /// The numbers of its problems, which have files of their own.
    Folder(Vec<u32>),
}

/// A book without the problems of its large ledgers, and where these are, by the ledgers' names.
pub type ButLarge = (Book, BTreeMap<String, Large>);

impl Root {
    /// Reads the book but for the problems of its large ledgers, which are given by name; nothing where there are none.
    pub fn read_but_large(&self, portions: &Portions) -> Result<Option<ButLarge>, Failure> {
        let (mut found, complaints) = survey::ledgers(Origin::from(self))?;
        let mut large = BTreeMap::new();
        let mut tables = BTreeSet::new();
        for found in &mut found {
            let table = self.path(&names::path_of_table(&found.name));
            let is_large = || table.metadata().is_ok_and(|it| it.len() >= portions.large);
            let kept = match found.form {
                Form::Folder if found.files.len() >= FILES => {
                    Large::Folder(std::mem::take(&mut found.files))
                }
                Form::Table if is_large() => {
                    tables.insert(names::path_of_table(&found.name));
                    Large::Table(table)
                }
                Form::Folder | Form::Table => continue,
            };
            large.insert(found.name.clone(), kept);
        }
        if large.is_empty() {
            return Ok(None);
        }
        let book = Origin::from(self).book_of(found, complaints, &tables)?;
        Ok(Some((book, large)))
    }
}

/// Reads problems that have files of their own, as [`stream`] reads a table.
pub fn stream_files<T: Send>(
    root: &Root,
    ledger: &str,
    numbers: &[u32],
    begin: impl Fn() -> T + Sync,
    take: impl Fn(&mut T, Problem) + Sync,
) -> Option<Vec<T>> {
    let piece = |numbers: &[u32]| {
        let mut made = begin();
        let take = |located: Located<Problem>| take(&mut made, located.value);
        let complaints = Reader::new(root).each(ledger, numbers, take).ok()?;
        complaints.is_empty().then_some(made)
    };
    share(numbers.chunks(numbers.len().div_ceil(FOLDER_PIECES).max(1)), piece).into_iter().collect()
}

/// Reads a table: of each piece what `begin` gives, after `take` has taken in its problems one after the other, but for
/// those that `rests` passes over, where a first look is wanted. The pieces are in the order of the table, which is that of
/// the numbers.
pub fn stream<T: Send>(
    path: &Path,
    wants: Wants,
    portions: &Portions,
    rests: impl Fn(&Problem) -> bool + Sync,
    begin: impl Fn() -> T + Sync,
    take: impl Fn(&mut T, Problem) + Sync,
) -> Option<Vec<T>> {
    let mut file = File::open(path).ok()?;
    let length = file.metadata().ok()?.len();
    let mut start = Vec::new();
    file.by_ref().take(1 << 16).read_to_end(&mut start).ok()?;
    let lean = Lean::of(&start, wants)?;
    let least = (BLOCKS * portions.block as u64).max(lean.begin() + 1);
    let size = (length / portions.pieces.max(1) + 1).max(least);
    let pieces: Vec<_> = (0..length.div_ceil(size))
        .map(|at| Piece { from: at * size, until: ((at + 1) * size).min(length) })
        .collect();
    let none = Strays::new();
    let read = |piece: Piece, strays: &Strays| {
        let mut made = begin();
        let feed = Feed::new(&lean, strays, piece);
        let take = |problem| take(&mut made, problem);
        let feed = whole_piece(path, portions.block, feed, &rests, take)?;
        let extent = feed.extent();
        let Feed { numbers, found, joined, .. } = feed;
        Some(Done { made, extent, numbers, found, joined })
    };
    let done = share(pieces.iter(), |piece| read(*piece, &none));
    let mut done: Vec<Done<T>> = done.into_iter().collect::<Option<_>>()?;
    let extents: Vec<_> = done.iter().map(|done| done.extent).collect();
    is_whole(&extents, lean.begin()..length).then_some(())?;
    let strays = strays(&mut done);
    if !strays.is_empty() {
        let concerned = |done: &Done<T>| {
            let numbers = done.numbers.map(|(first, last)| strays.range(first..=last));
            numbers.is_some_and(|mut numbers| numbers.next().is_some())
        };
        let again: Vec<_> = (0..done.len()).filter(|at| concerned(&done[*at])).collect();
        let pieces = again.iter().map(|at| pieces[*at]);
        let read: Vec<_> = share(pieces.collect::<Vec<_>>().into_iter(), |it| read(it, &strays));
        let mut joined = 0;
        for (at, read) in again.into_iter().zip(read) {
            done[at] = read?;
            joined += done[at].joined;
        }
        (joined == strays.len()).then_some(())?;
    }
    Some(done.into_iter().map(|done| done.made).collect())
}

/// Reads the bytes of a piece until it is at its end.
fn whole_piece<'l>(
    path: &Path,
    block: usize,
    mut feed: Feed<'l>,
    rests: &impl Fn(&Problem) -> bool,
    mut take: impl FnMut(Problem),
) -> Option<Feed<'l>> {
    let mut file = File::open(path).ok()?;
    file.seek(SeekFrom::Start(feed.at)).ok()?;
    let mut bytes = Vec::with_capacity(block);
    let mut wanted = block;
    loop {
        // Behind its end it needs no more than the problem that it has begun.
        let own = feed.until.saturating_sub(feed.at + bytes.len() as u64).saturating_add(BEYOND);
        let room = wanted.saturating_sub(bytes.len()).min(usize::try_from(own).ok()?);
        let came = file.by_ref().take(room as u64).read_to_end(&mut bytes).ok()?;
        let last = came < room;
        let came_of = feed.take(&bytes, last, rests, &mut take)?;
        bytes.drain(..came_of.used);
        if came_of.done || last {
            return Some(feed);
        }
        if came_of.used == 0 && bytes.len() > LONGEST {
            return None;
        }
        // A problem that does not fit gets more room.
        wanted = if came_of.used == 0 { wanted * 2 } else { block };
    }
}

/// The rows that stand apart from their problem's, in their order.
fn strays<T>(done: &mut [Done<T>]) -> Strays {
    let mut strays = BTreeMap::<u32, String>::new();
    for (no, row) in done.iter_mut().flat_map(|done| std::mem::take(&mut done.found)) {
        strays.entry(no).or_default().push_str(&row);
    }
    strays
}
