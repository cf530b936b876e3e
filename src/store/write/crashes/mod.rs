//! Every state in which a crash can leave the disk, for each way of writing, on the weakest disk that there is.
//!
//! A command runs on a disk that records what is done to it. Then each moment of a power cut is played: bytes that were not
//! synced are missing, half there or there; names that were not synced are each as before or as after, in any
//! combination. In every such state the next command must find the book as it was or as it was to be, and as it was to be
//! where the command had ended. The same with each step failing, and with an editor saving before each step.

mod model;
mod tests;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{Disk, System};
use crate::store::lock::Lock;
use crate::store::root::Root;

/// Something that was done to the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Op {
    Create(PathBuf),
    Fill(PathBuf, Vec<u8>),
    Sync(PathBuf),
    SyncFolder(PathBuf),
    Swap(PathBuf, PathBuf),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
}

/// What happens at one step.
#[derive(Debug, Clone)]
enum Event {
    /// The step fails.
    Fails,
    /// It fails, and all after it: a disk that stays full or broken, until the next command.
    FailsForGood,
    /// Somebody saves this text into the file before it, in its place.
    SavedInPlace(PathBuf, Vec<u8>),
    /// The same by another file that takes its place.
    SavedByRename(PathBuf, Vec<u8>),
}

/// A disk that records, and at one step has something happen.
#[derive(Debug, Clone, Default)]
struct Watched {
    log: Arc<Mutex<Vec<Op>>>,
    event: Option<(usize, Event)>,
    /// The system has no exchange.
    plain: bool,
}

impl Watched {
    fn step<T>(&self, op: Op, really: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let at = {
            let mut log = self.log.lock().unwrap();
            log.push(op);
            log.len() - 1
        };
        match &self.event {
            Some((place, Event::Fails)) if *place == at => {
                return Err(io::Error::other("a fault"));
            }
            Some((place, Event::FailsForGood)) if *place <= at => {
                return Err(io::Error::other("a lasting fault"));
            }
            Some((place, Event::SavedInPlace(path, text))) if *place == at => {
                fs::write(path, text).unwrap();
            }
            Some((place, Event::SavedByRename(path, text))) if *place == at => {
                let beside = path.with_extension("saving");
                fs::write(&beside, text).unwrap();
                fs::rename(beside, path).unwrap();
            }
            _ => {}
        }
        really()
    }
}

/// The real disk without waiting for it.
#[derive(Debug)]
struct Quick;

impl Disk for Quick {
    fn sync(&self, _: &File, _: &Path) -> io::Result<()> {
        Ok(())
    }
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

impl Disk for Watched {
    fn create(&self, path: &Path, mode: u32) -> io::Result<File> {
        self.step(Op::Create(path.into()), || System.create(path, mode))
    }
    fn fill(&self, file: &mut File, path: &Path, text: &[u8]) -> io::Result<()> {
        self.step(Op::Fill(path.into(), text.into()), || System.fill(file, path, text))
    }
    fn sync(&self, _: &File, path: &Path) -> io::Result<()> {
        self.step(Op::Sync(path.into()), || Ok(()))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(Op::SyncFolder(folder.into()), || Ok(()))
    }
    fn swap(&self, one: &Path, other: &Path) -> io::Result<()> {
        if self.plain {
            return Err(io::ErrorKind::Unsupported.into());
        }
        self.step(Op::Swap(one.into(), other.into()), || System.swap(one, other))
    }
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(Op::Rename(from.into(), to.into()), || System.rename_new(from, to))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(Op::Rename(from.into(), to.into()), || System.rename(from, to))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(Op::Remove(path.into()), || System.remove(path))
    }
}

/// The files of a folder and below it, by their paths from there.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap().to_owned();
                found.insert(below, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Those of them that are the book's.
fn of_book(files: &BTreeMap<PathBuf, Vec<u8>>) -> BTreeMap<PathBuf, Vec<u8>> {
    let ours = |path: &Path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        path.starts_with(".ledger") || super::draft::is_draft(name)
    };
    files.iter().filter(|(path, _)| !ours(path)).map(|(a, b)| (a.clone(), b.clone())).collect()
}

fn put(folder: &Path, files: &BTreeMap<PathBuf, Vec<u8>>) {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Takes the lock as the next command does, on any disk.
fn lock_on(disk: impl Disk + 'static, folder: &Path) -> Lock {
    let root = Root::at(folder).unwrap();
    Lock::take_on(Box::new(disk), &root, Duration::from_secs(5), "test").unwrap()
}
