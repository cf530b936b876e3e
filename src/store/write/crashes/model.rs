//! The weakest disk: what may be there after a power cut.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::Op;

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// A change of names that happens as a whole or not at all.
type Change = Vec<(PathBuf, Option<usize>)>;

/// What is known of the disk at one moment.
#[derive(Debug, Clone, Default)]
struct Moment {
    /// The bytes of each file, and whether they are on the disk.
    bytes: Vec<(Vec<u8>, bool)>,
    /// The names as programs see them.
    seen: BTreeMap<PathBuf, usize>,
    /// The names that are on the disk.
    durable: BTreeMap<PathBuf, usize>,
    /// The changes of names that are not, in their order.
    pending: Vec<Change>,
}

impl Moment {
    fn begin(files: &Files) -> Self {
        let bytes = files.values().map(|bytes| (bytes.clone(), true)).collect();
        let seen: BTreeMap<_, _> =
            files.keys().enumerate().map(|(no, path)| (path.clone(), no)).collect();
        Self { bytes, durable: seen.clone(), seen, pending: Vec::new() }
    }

    fn apply(&mut self, op: &Op) {
        match op {
            Op::Create(path) => {
                self.bytes.push((Vec::new(), false));
                self.change(vec![(path.clone(), Some(self.bytes.len() - 1))]);
            }
            Op::Fill(path, text) => self.bytes[self.seen[path]].0.clone_from(text),
            Op::Sync(path) => self.bytes[self.seen[path]].1 = true,
            Op::SyncFolder(folder) => self.sync(folder),
            Op::Swap(one, other) => {
                let (a, b) = (self.seen[one], self.seen[other]);
                self.change(vec![(one.clone(), Some(b)), (other.clone(), Some(a))]);
            }
            Op::Rename(from, to) => {
                let moved = self.seen[from];
                self.change(vec![(from.clone(), None), (to.clone(), Some(moved))]);
            }
            Op::Remove(path) => self.change(vec![(path.clone(), None)]),
        }
    }

    /// Names of two folders are two changes.
    fn change(&mut self, change: Change) {
        let mut by_folder = BTreeMap::<PathBuf, Change>::new();
        for (path, file) in change {
            put(&mut self.seen, &path, file);
            by_folder.entry(folder(&path).to_owned()).or_default().push((path, file));
        }
        self.pending.extend(by_folder.into_values());
    }

    fn sync(&mut self, of: &Path) {
        let (synced, pending): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.pending).into_iter().partition(|it| folder(&it[0].0) == of);
        self.pending = pending;
        for (path, file) in synced.into_iter().flatten() {
            put(&mut self.durable, &path, file);
        }
    }

    /// All that may be on the disk if the power goes now.
    fn states(&self, states: &mut BTreeSet<Files>) {
        assert!(self.pending.len() < 14, "too many to enumerate: {}", self.pending.len());
        for subset in 0..1_u32 << self.pending.len() {
            let mut names = self.durable.clone();
            let chosen = self.pending.iter().enumerate().filter(|(no, _)| subset >> no & 1 == 1);
            for (path, file) in chosen.flat_map(|(_, change)| change) {
                put(&mut names, path, *file);
            }
            for part in [0, 1, 2] {
                let bytes = |file: usize| {
                    let (bytes, synced) = &self.bytes[file];
                    let there = if *synced { bytes.len() } else { bytes.len() * part / 2 };
                    bytes[..there].to_vec()
                };
                states.insert(names.iter().map(|(path, no)| (path.clone(), bytes(*no))).collect());
            }
        }
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().unwrap()
}

fn put(names: &mut BTreeMap<PathBuf, usize>, path: &Path, file: Option<usize>) {
    match file {
        Some(file) => names.insert(path.to_owned(), file),
        None => names.remove(path),
    };
}

/// All that may be on the disk if the power goes at any moment of these steps; and at their end.
pub(super) fn crashes(files: &Files, steps: &[Op]) -> (BTreeSet<Files>, BTreeSet<Files>) {
    let mut moment = Moment::begin(files);
    let mut during = BTreeSet::new();
    moment.states(&mut during);
    for step in steps {
        moment.apply(step);
        moment.states(&mut during);
    }
    let mut after = BTreeSet::new();
    moment.states(&mut after);
    (during, after)
}
