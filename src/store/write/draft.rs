//! A new text, complete and on the disk under a name of its own, that waits to take its file's place.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::settle::Stamp;
use super::target::{self, Target};
use super::{Disk, Write, displaced, worn};
use crate::complaint::Doing;
use crate::domain::id::is_ledger_name;
use crate::formats::share::share_among;
use crate::store::failure::Failure;
use crate::store::lock::Lock;
use crate::store::root::Root;

/// How the files begin and end that are ours while they wait. Short, since the name that they wait for may be long.
const PREFIX: &str = ".ledger-";
const SUFFIX: &str = ".tmp";

/// The rights of a file that is to take the place of another: nobody else's until it has that one's.
const PRIVATE: u32 = 0o600;

/// The rights of a file that is made, less what the umask takes.
const NEW: u32 = 0o666;

/// A change of one file that waits. Its text is removed when it is dropped; if we are killed, at the next write.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) lock: &'a Lock,
    pub(super) write: &'a Write<'a>,
    pub(super) target: Target,
    pub(super) temp: Temp<'a>,
    /// What the new file is known by.
    pub(super) stamp: Option<Stamp>,
}

/// A file of ours that is removed when it is dropped.
#[derive(Debug)]
pub(super) struct Temp<'a> {
    disk: &'a dyn Disk,
    pub(super) path: PathBuf,
    pub(super) kept: bool,
}

impl Drop for Temp<'_> {
    fn drop(&mut self) {
        if !self.kept {
            let _ = self.disk.remove(&self.path); // the next write tries again
        }
    }
}

/// Files that are brought to the disk at the same time: it writes together what it is asked for together.
const AT_ONCE: usize = 16;

/// Files that go by before somebody who waits is told how many there are.
const PORTION: usize = 128;

/// Writes all texts down before any file is touched; says how far it is, since this takes nearly all of the time.
pub(super) fn all<'a>(
    lock: &'a Lock,
    writes: &'a [Write<'a>],
    targets: Vec<Target>,
) -> Result<Vec<Draft<'a>>, Failure> {
    let (root, disk) = (lock.root(), &*lock.disk);
    // A few are done one after the other, and end with the first that fails.
    let (hands, portion) = if writes.len() > AT_ONCE { (AT_ONCE, PORTION) } else { (1, 1) };
    let mut drafts = Vec::with_capacity(writes.len());
    let mut targets = targets.into_iter();
    for writes_here in writes.chunks(portion) {
        lock.watcher.tell(drafts.len(), writes.len());
        let pairs: Vec<_> = writes_here.iter().zip(targets.by_ref()).collect();
        let written = share_among(hands, pairs.iter(), |(write, target)| {
            written_down(root, disk, write, target)
        });
        for ((write, target), written) in pairs.into_iter().zip(written) {
            let (temp, stamp) = written?;
            drafts.push(Draft { lock, write, target, temp, stamp });
        }
    }
    lock.watcher.tell(writes.len(), writes.len());
    Ok(drafts)
}

/// Writes a text down, to the disk itself, beside its file, as a rename only works within one file system. A file that is
/// to be removed has no text; the name is for what was displaced.
fn written_down<'a>(
    root: &Root,
    disk: &'a dyn Disk,
    write: &Write<'_>,
    target: &Target,
) -> Result<(Temp<'a>, Option<Stamp>), Failure> {
    let path = target.folder.join(name()?);
    let mut temp = Temp { disk, path, kept: true };
    let Some(text) = write.new else { return Ok((temp, None)) };
    temp.kept = false;
    let stamp = fill(&temp, target, text).map_err(root.io(Doing::Write, &write.name))?;
    Ok((temp, Some(stamp)))
}

impl Draft<'_> {
    /// What the file is called in complaints.
    pub(super) fn shown(&self) -> String {
        self.lock.root().shown(&self.write.name)
    }

    /// Makes sure that the file still is what was read.
    pub(super) fn compare(&self) -> Result<(), Failure> {
        // Taking a place that is empty fails by itself if it is not.
        let Some(read) = self.write.read else { return Ok(()) };
        match target::holds(&self.target.path, read) {
            Ok(true) => Ok(()),
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(self.lock.root().io(Doing::Read, &self.write.name)(error))
            }
            _ => Err(Failure::Changed { path: self.shown() }),
        }
    }
}

/// Makes the file, and reads it again: a disk that lies is found before anything rests on it.
fn fill(temp: &Temp<'_>, target: &Target, text: &[u8]) -> io::Result<Stamp> {
    let rights = if target.metadata.is_some() { PRIVATE } else { NEW };
    let mut file = temp.disk.create(&temp.path, rights)?;
    temp.disk.fill(&mut file, &temp.path, text)?;
    if let Some(metadata) = &target.metadata {
        worn::take_over(&file, &target.path, metadata)?;
    }
    temp.disk.sync(&file, &temp.path)?;
    if !target::holds(&temp.path, text)? {
        return Err(io::Error::other("what was written reads otherwise"));
    }
    Stamp::of(&file)
}

/// A name that says whose it is, for people who come upon it.
fn name() -> Result<String, Failure> {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).map_err(|error| Failure::Io {
        doing: Doing::Write,
        path: PREFIX.to_owned(),
        source: io::Error::other(error.to_string()),
    })?;
    let random = u32::from_ne_bytes(bytes);
    Ok(format!("{PREFIX}{}-{random:08x}{SUFFIX}", std::process::id()))
}

/// Tells whether a name is that of a draft.
pub(super) fn is_draft(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

/// Puts away what earlier runs left behind when they were killed. The lock says that nobody else is writing. It may be what
/// was just displaced, so it is not simply removed.
pub(super) fn put_leftovers_away(lock: &Lock, folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let ours = entry.file_name().to_str().is_some_and(is_draft);
        if ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            displaced::put_away(lock, &entry.path());
        }
    }
}

/// Puts away what a command left behind anywhere that did not end well, and removes a ledger's folder of which nothing came:
/// the folder to which it was writing may be none of those that are written to next.
pub(in crate::store) fn sweep(lock: &Lock) {
    let all = lock.root().path("");
    put_leftovers_away(lock, &all);
    for entry in fs::read_dir(&all).into_iter().flatten().flatten() {
        let ledger = entry.file_name().to_str().is_some_and(is_ledger_name);
        if ledger && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            put_leftovers_away(lock, &entry.path());
            let _ = fs::remove_dir(entry.path()); // only one that is empty can be
        }
    }
}

/// What a file is opened as that is only looked at.
pub(super) fn opened(path: &Path) -> io::Result<File> {
    target::open(path, false)
}
