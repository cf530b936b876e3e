//! A change of several files is finished once it is written down what it is to be, whatever happens then.
//!
//! The journal names each file, its draft, and the hashes of what was and of what is to be. It is there from the moment
//! in which all drafts are on the disk to the moment in which all files are. Whoever takes the lock and finds one goes on
//! where it was cut off, if every file still is either the one or the other; else a person has meddled, and has to say.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::draft::Draft;
use super::{Disk, target};
use crate::complaint::Doing;
use crate::store::evidence::sha256_of;
use crate::store::failure::Failure;
use crate::store::lock::Lock;
use crate::store::root::Root;

/// Where it lies, and where it is written.
const FILE: &str = ".ledger/journal";
const DRAFT: &str = ".ledger/journal.tmp";

/// How it begins.
const HEAD: &str = "ledger journal 1";

/// What stands for the hash of a file that is not there.
const NONE: &str = "-";

/// A journal that is open.
#[derive(Debug)]
pub(super) struct Journal(());

/// A file of a journal.
#[derive(Debug)]
struct Line {
    name: String,
    path: PathBuf,
    temp: PathBuf,
    before: Option<String>,
    after: Option<String>,
}

/// How a file of a journal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Done,
    ToDo,
    /// As it was, and without a draft.
    Before,
    Meddled,
}

impl Journal {
    /// Writes down what is to be done. The drafts are on the disk by then, and so are their names.
    pub(super) fn open(lock: &Lock, drafts: &[Draft<'_>]) -> Result<Self, Failure> {
        let root = lock.root();
        let text = drafts.iter().map(line).fold(format!("{HEAD}\n"), |text, line| text + &line);
        let folders: BTreeSet<_> = drafts.iter().map(|draft| &draft.target.folder).collect();
        let open = || -> io::Result<()> {
            let (path, temp) = (root.path(FILE), root.path(DRAFT));
            let _ = fs::remove_file(&temp);
            for folder in &folders {
                lock.disk.sync_folder(folder)?;
            }
            let mut file = lock.disk.create(&temp, 0o666)?;
            lock.disk.fill(&mut file, &temp, text.as_bytes())?;
            lock.disk.sync(&file, &temp)?;
            lock.disk.rename(&temp, &path)?;
            lock.disk.sync_folder(&root.path(".ledger"))
        };
        open().map_err(|error| {
            let _ = lock.disk.remove(&root.path(FILE));
            let cause = root.io(Doing::Write, FILE)(error);
            // One that cannot be removed either is found by the next command, which may do it all.
            if root.path(FILE).exists() {
                let written = drafts.iter().map(Draft::shown).collect();
                return Failure::Partly { written, cause: Box::new(cause) };
            }
            cause
        })?;
        Ok(Self(()))
    }

    /// Forgets it: all is done, and on the disk. A journal that came back after a power cut would meet later changes.
    pub(super) fn close(self, lock: &Lock) -> io::Result<()> {
        let Self(()) = self;
        close(&*lock.disk, lock.root())
    }
}

fn close(disk: &dyn Disk, root: &Root) -> io::Result<()> {
    disk.remove(&root.path(FILE))?;
    disk.sync_folder(&root.path(".ledger"))
}

fn line(draft: &Draft<'_>) -> String {
    let hash = |bytes: Option<&[u8]>| bytes.map_or_else(|| NONE.to_owned(), sha256_of);
    let (before, after) = (hash(draft.write.read), hash(draft.write.new));
    let temp = draft.temp.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    format!("{before} {after} {temp} {}\n", draft.write.name)
}

/// Returns the files of a change that is under way or was cut off, as the user would type them.
pub(in crate::store) fn unfinished(root: &Root) -> Vec<String> {
    let lines = read(root).ok().flatten();
    lines.into_iter().flatten().map(|line| root.shown(&line.name)).collect()
}

/// Finishes a change that was cut off, under the lock; returns its files, as the user would type them.
pub(in crate::store) fn finish(disk: &dyn Disk, root: &Root) -> Result<Vec<String>, Failure> {
    let fail = root.io(Doing::Read, FILE);
    let Some(lines) = read(root).map_err(&fail)? else { return Ok(Vec::new()) };
    let stands: Vec<_> = lines.iter().map(Line::stands).collect();
    let names = |which: &dyn Fn(Stands) -> bool| -> Vec<String> {
        let chosen = lines.iter().zip(&stands).filter(|(_, stands)| which(**stands));
        chosen.map(|(line, _)| root.shown(&line.name)).collect()
    };
    let none_done = stands.iter().all(|it| matches!(it, Stands::ToDo | Stands::Before));
    if none_done && stands.contains(&Stands::Before) {
        // It was taken back before it was cut off.
        close(disk, root).map_err(root.io(Doing::Remove, FILE))?;
        return Ok(Vec::new());
    }
    let meddled = names(&|stands| matches!(stands, Stands::Meddled | Stands::Before));
    if !meddled.is_empty() || lines.is_empty() {
        return Err(Failure::Meddled { journal: root.shown(FILE), files: meddled });
    }
    for (line, _) in lines.iter().zip(&stands).filter(|(_, stands)| **stands == Stands::ToDo) {
        line.publish(disk).map_err(root.io(Doing::Replace, &line.name))?;
    }
    let finish = || -> io::Result<()> {
        for folder in lines.iter().filter_map(|line| line.path.parent()) {
            disk.sync_folder(folder)?;
        }
        close(disk, root)
    };
    finish().map_err(|_| Failure::NotDurable { path: root.shown(FILE) })?;
    Ok(names(&|_| true))
}

fn read(root: &Root) -> io::Result<Option<Vec<Line>>> {
    let text = match fs::read_to_string(root.path(FILE)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut lines = text.lines();
    // What is no journal of ours is left to people: no line of it can be read.
    let ours = lines.next() == Some(HEAD);
    let lines = lines.map_while(|line| Line::read(root, line));
    Ok(Some(if ours { lines.collect() } else { Vec::new() }))
}

impl Line {
    fn read(root: &Root, line: &str) -> Option<Self> {
        let mut words = line.splitn(4, ' ');
        let mut hash = || Some(Some(words.next()?.to_owned()).filter(|hash| hash != NONE));
        let (before, after) = (hash()?, hash()?);
        let (temp, name) = (words.next()?, words.next()?);
        let path = fs::canonicalize(root.path(name)).unwrap_or_else(|_| root.path(name));
        let temp = path.with_file_name(temp);
        Some(Self { name: name.to_owned(), path, temp, before, after })
    }

    fn stands(&self) -> Stands {
        let hash = |path: &Path| target::bytes(path).ok().map(|bytes| sha256_of(&bytes));
        let now = hash(&self.path);
        if now.is_none() && self.path.exists() {
            return Stands::Meddled;
        }
        if now == self.after {
            return Stands::Done;
        }
        let draft = self.after.is_none() || hash(&self.temp) == self.after;
        match now == self.before {
            true if draft => Stands::ToDo,
            true => Stands::Before,
            false => Stands::Meddled,
        }
    }

    fn publish(&self, disk: &dyn Disk) -> io::Result<()> {
        match (&self.before, &self.after) {
            (None, _) => disk.rename_new(&self.temp, &self.path),
            (Some(_), None) => disk.rename_new(&self.path, &self.temp),
            (Some(_), Some(_)) => match disk.swap(&self.temp, &self.path) {
                Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                    disk.rename(&self.temp, &self.path)
                }
                done => done,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FILE, HEAD, finish, sha256_of};
    use crate::store::failure::Failure;
    use crate::store::root::Root;
    use crate::store::write::System;
    use std::fs;

    /// A book of two files, each as it was (`a`) or as it is to be (`b`), with its draft or without.
    fn finished(files: [(&str, bool); 2]) -> (Result<Vec<String>, Failure>, String, bool) {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::at(folder.path()).unwrap();
        fs::create_dir(root.path(".ledger")).unwrap();
        let mut journal = format!("{HEAD}\n");
        for (name, (text, draft)) in ["1", "2"].into_iter().zip(files) {
            fs::write(root.path(name), text).unwrap();
            if draft {
                fs::write(root.path(&format!("draft{name}")), "b").unwrap();
            }
            let (old, new) = (sha256_of(b"a"), sha256_of(b"b"));
            journal += &[&old, " ", &new, " draft", name, " ", name, "\n"].concat();
        }
        fs::write(root.path(FILE), journal).unwrap();
        let done = finish(&System, &root);
        let text = |name: &str| fs::read_to_string(root.path(name)).unwrap();
        (done, text("1") + &text("2"), root.path(FILE).exists())
    }

    #[test]
    fn a_change_that_was_cut_off_is_finished_taken_back_or_left_to_people() {
        for cut_off in [[("a", true), ("a", true)], [("b", true), ("a", true)]] {
            let (done, now, left) = finished(cut_off);
            assert_eq!((done.unwrap().len(), now.as_str(), left), (2, "bb", false));
        }
        // One that had begun to be taken back before any file was changed.
        let (done, now, left) = finished([("a", false), ("a", true)]);
        assert_eq!((done.unwrap().len(), now.as_str(), left), (0, "aa", false));
        // Half of it is done, and what is to be the other half is gone; or somebody wrote.
        for meddled in [[("b", true), ("a", false)], [("a", true), ("c", true)]] {
            let before = meddled.map(|(text, _)| text).concat();
            let (done, now, left) = finished(meddled);
            assert!(matches!(&done, Err(Failure::Meddled { .. })), "{done:?}");
            assert_eq!((now, left), (before, true));
        }
    }
}
