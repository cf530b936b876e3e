//! One writer at a time.
//!
//! The lock is a file of its own that is never deleted: a lock on the data file would be lost with the first
//! replacement of that file, and one that is deleted after use lets two in (`flock` holds the inode, not the name).
//! It ends with the process, however that ends, so that there is nothing to clean up. What stands in the file is for
//! the message to those who wait, nothing more. Readers never lock: a file is replaced in one step.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::failure::Failure;
use super::held::Held;
use super::listed::Listed;
use super::root::Root;
use super::stream::Portions;
use super::write::{self, Disk, Own, System};
use crate::complaint::Doing;
use crate::git::Repository;

/// The folder for what belongs to this copy of the book only.
const FOLDER: &str = ".ledger";

/// The lock's file.
const FILE: &str = ".ledger/lock";

/// The longest rest between two attempts.
const REST: Duration = Duration::from_millis(20);

/// So much clocks may differ, as those of two computers do, before it is told.
const CLOCK: Duration = Duration::from_secs(3_600);

/// The right to write to a book, held until it is dropped. Everything that writes is asked of it.
#[derive(Debug)]
pub struct Lock {
    root: Root,
    file: File,
    /// What is to be committed, where that was asked for.
    pub(super) commits: Option<Repository>,
    /// The names of the files that were written or removed.
    pub(super) touched: RefCell<BTreeSet<String>>,
    /// Who is told how far a change of many files is.
    pub(super) watcher: Watcher,
    /// Writes that wait for others, to be made with them.
    pub(super) held: Held,
    /// The disk to which it writes.
    pub(super) disk: Box<dyn Disk>,
    /// The files that are as `ledger` left them.
    pub(super) own: Own,
    /// The number of the next file that is displaced, once it is known.
    pub(super) displaced: Cell<Option<u64>>,
    /// Whether something may have been left behind: by the last one, and from then on by us.
    pub(super) untidy: Cell<bool>,
    /// What is known of folders that nobody has changed.
    pub(super) listed: Listed,
    /// From which size on tables are taken apart, and how.
    pub(super) portions: Portions,
    /// What was found on taking it.
    found: Vec<Found>,
}

/// Something that was found when the lock was taken, and that somebody should hear of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A change of these files was cut off, and is finished now.
    Finished(Vec<String>),
    /// Somebody saved a file while it was replaced; what they saved lies in this file, which they may move or remove.
    Saved(String),
    /// The last writing was that much later than now: the clock of this computer goes wrong, or went.
    ClockBehind(Duration),
}

/// Somebody who is told how many files of all are written.
pub(super) struct Watcher(Box<dyn Fn(usize, usize)>);

impl Watcher {
    pub(super) fn tell(&self, done: usize, all: usize) {
        (self.0)(done, all);
    }
}

impl Default for Watcher {
    fn default() -> Self {
        Self(Box::new(|_, _| {}))
    }
}

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watcher")
    }
}

impl Lock {
    /// Waits for the lock, no longer than the timeout. `holder` says who we are to those who wait for us.
    ///
    /// Whoever takes it finishes first what another command was at when it was cut off.
    pub fn take(root: &Root, timeout: Duration, holder: &str) -> Result<Self, Failure> {
        Self::take_on(Box::new(System), root, timeout, holder)
    }

    /// The same on a disk that tests watch.
    pub(super) fn take_on(
        disk: Box<dyn Disk>,
        root: &Root,
        timeout: Duration,
        holder: &str,
    ) -> Result<Self, Failure> {
        make_folder(root)?;
        if fs::symlink_metadata(root.path(FILE)).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(Failure::NotRegular { path: root.shown(FILE) }); // a pipe would make us wait
        }
        let file = wait(root, timeout)?;
        let mut lock = Self {
            root: root.clone(),
            file,
            commits: None,
            touched: RefCell::default(),
            watcher: Watcher::default(),
            held: Held::default(),
            disk,
            own: Own::default(),
            displaced: Cell::new(None),
            untidy: Cell::new(false),
            listed: Listed::default(),
            portions: Portions::default(),
            found: Vec::new(),
        };
        lock.sign(holder);
        lock.look_around()?;
        Ok(lock)
    }

    /// Finishes what was cut off, and looks for what somebody should hear of.
    fn look_around(&mut self) -> Result<(), Failure> {
        let finished = write::finish(&*self.disk, &self.root)?;
        if !finished.is_empty() {
            self.found.push(Found::Finished(finished));
        }
        if self.untidy.take() {
            write::sweep(self);
        }
        self.found.extend(write::look_after(&self.root).into_iter().map(Found::Saved));
        Ok(())
    }

    /// What was found when it was taken, and that somebody should hear of.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// Takes tables apart in another way than is quickest.
    pub fn in_portions(&mut self, portions: Portions) {
        self.portions = portions;
    }

    /// Tells how far a change of many files is: so many of all are written down, from none to all of them.
    pub fn watched(&mut self, tell: impl Fn(usize, usize) + 'static) {
        self.watcher = Watcher(Box::new(tell));
    }

    /// The book that it is for.
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// Reads what the last one left, and signs. That is for messages only: an error must not keep anybody from working.
    fn sign(&mut self, holder: &str) {
        let mut left = String::new();
        let last = self.file.metadata().and_then(|metadata| metadata.modified());
        // An age below nothing.
        let ahead = last.ok().and_then(|last| last.elapsed().err()).map(|error| error.duration());
        let ahead = ahead.filter(|ahead| *ahead > CLOCK);
        self.found.extend(ahead.map(Found::ClockBehind));
        let _ = self.file.read_to_string(&mut left);
        // Who ended well has put what it knows in the place of its name.
        self.untidy.set(!left.is_empty() && !Own::is(&left));
        self.own = Own::read(&left);
        self.listed = Listed::read(&left);
        self.leave(&format!("{} {holder}", std::process::id()));
    }

    fn leave(&mut self, text: &str) {
        let _ = self.file.set_len(0);
        let _ = self.file.rewind();
        let _ = self.file.write_all(text.as_bytes());
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if !self.untidy.get() {
            let kept = self.own.text() + &self.listed.text();
            self.leave(&kept);
        }
        let _ = self.file.unlock();
    }
}

/// Waits until the lock is ours, no longer than the timeout.
fn wait(root: &Root, timeout: Duration) -> Result<File, Failure> {
    let begin = Instant::now();
    let mut rest = Duration::from_millis(1);
    loop {
        if let Some(file) = attempt(root).map_err(root.io(Doing::Lock, FILE))? {
            return Ok(file);
        }
        if begin.elapsed() >= timeout {
            return Err(busy(root));
        }
        thread::sleep(uneven(rest).min(timeout.saturating_sub(begin.elapsed())));
        rest = (rest * 2).min(REST);
    }
}

/// Makes the folder with a `.gitignore` of its own, so that git passes it over and no file of the user's is touched.
fn make_folder(root: &Root) -> Result<(), Failure> {
    let folder = root.path(FOLDER);
    match fs::create_dir(&folder) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(root.io(Doing::MakeFolder, FOLDER)(error)),
    }
    if !fs::symlink_metadata(&folder).is_ok_and(|metadata| metadata.is_dir()) {
        return Err(Failure::Outside { path: root.shown(FOLDER) });
    }
    match OpenOptions::new().write(true).create_new(true).open(folder.join(".gitignore")) {
        Ok(mut file) => file.write_all(b"*\n").map_err(root.io(Doing::Write, FOLDER)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(root.io(Doing::Write, FOLDER)(error)),
    }
}

/// Tries once. A file that was deleted or exchanged since it was opened gives a lock that nobody else sees.
fn attempt(root: &Root) -> io::Result<Option<File>> {
    let path = root.path(FILE);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.cast_signed());
    }
    let file = options.open(&path)?;
    match file.try_lock() {
        Ok(()) => Ok(is_still(&file, &path).then_some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let both = file.metadata().map(id).ok().zip(fs::symlink_metadata(path).map(id).ok());
    both.is_some_and(|(ours, theirs)| ours == theirs)
}

/// Elsewhere a file that is open cannot be deleted.
#[cfg(not(unix))]
fn is_still(_: &File, _: &Path) -> bool {
    true
}

/// Shortens a rest by chance: those who began together would else come back together, and all but one in vain.
fn uneven(rest: Duration) -> Duration {
    let chance = getrandom::u32().map_or(1.0, |drawn| f64::from(drawn) / f64::from(u32::MAX));
    rest.mul_f64(0.2 + 0.8 * chance)
}

fn busy(root: &Root) -> Failure {
    let mut holder = String::new();
    let since = File::open(root.path(FILE)).ok().and_then(|file| {
        let since = file.metadata().ok()?.modified().ok();
        file.take(200).read_to_string(&mut holder).ok()?;
        since
    });
    if Own::is(&holder) {
        holder.clear(); // left by the last one, and not signed yet
    }
    Failure::Busy { holder, since }
}

#[cfg(test)]
mod tests {
    use super::{FILE, Failure, Lock};
    use crate::store::root::Root;
    use std::fs;
    use std::time::Duration;

    fn book() -> (tempfile::TempDir, Root) {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::at(folder.path()).unwrap();
        (folder, root)
    }

    #[test]
    fn who_comes_second_is_told_who_is_there() {
        let (_folder, root) = book();
        let first = Lock::take(&root, Duration::ZERO, "ledger add").unwrap();
        let busy = Lock::take(&root, Duration::from_millis(20), "ledger close").unwrap_err();
        let Failure::Busy { holder, since } = busy else { panic!("{busy:?}") };
        assert_eq!(holder, format!("{} ledger add", std::process::id()));
        assert!(since.is_some());
        drop(first);
        Lock::take(&root, Duration::ZERO, "ledger close").unwrap();
    }

    #[test]
    fn git_does_not_see_the_folder() {
        let (_folder, root) = book();
        drop(Lock::take(&root, Duration::ZERO, "").unwrap());
        assert_eq!(fs::read_to_string(root.path(".ledger/.gitignore")).unwrap(), "*\n");
        assert_eq!(fs::read_to_string(root.path(FILE)).unwrap(), "");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_leads_elsewhere_is_refused() {
        let (_folder, root) = book();
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), root.path(".ledger")).unwrap();
        let outside = Lock::take(&root, Duration::ZERO, "").unwrap_err();
        assert!(matches!(outside, Failure::Outside { .. }), "{outside:?}");
    }
}
