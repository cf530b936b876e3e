//! Waits for a file that somebody is just saving: half of it may read well.

use std::cell::RefCell;
use std::fs::{self, File, Metadata};
use std::io;
use std::thread;
use std::time::{Duration, Instant};

use super::draft::Draft;
use crate::store::failure::Failure;
use crate::store::lock::Lock;

/// So long after the last byte a file counts as saved.
const QUIET: Duration = Duration::from_millis(100);

/// So long a file is waited for that somebody goes on saving.
const PATIENCE: Duration = Duration::from_secs(5);

/// So many of our own files are remembered from one command to the next.
const REMEMBERED: usize = 256;

/// What a version of a file is known by as long as nobody writes into it: its place on the disk, and when it was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) struct Stamp(String);

impl Stamp {
    /// The stamp of a file that is open.
    pub(super) fn of(file: &File) -> io::Result<Self> {
        Ok(Self::read(&file.metadata()?))
    }

    #[cfg(unix)]
    fn read(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(format!("{}:{}.{}", metadata.ino(), metadata.mtime(), metadata.mtime_nsec()))
    }

    #[cfg(not(unix))]
    fn read(metadata: &Metadata) -> Self {
        Self(format!("{:?}", metadata.modified().ok()))
    }
}

/// Which files are as `ledger` itself has left them, the newest last: those are never waited for.
#[derive(Debug, Default)]
pub(in crate::store) struct Own(RefCell<Vec<Stamp>>);

impl Own {
    /// Reads what [`Own::text`] wrote.
    pub(in crate::store) fn read(text: &str) -> Self {
        let stamps = text.lines().filter_map(|line| line.strip_prefix("wrote "));
        Self(RefCell::new(stamps.map(|stamp| Stamp(stamp.to_owned())).collect()))
    }

    /// Tells whether a text is one that [`Own::text`] wrote.
    pub(in crate::store) fn is(text: &str) -> bool {
        text.starts_with("wrote ")
    }

    /// What is to be remembered.
    pub(in crate::store) fn text(&self) -> String {
        let stamps = self.0.borrow();
        let newest = stamps.iter().skip(stamps.len().saturating_sub(REMEMBERED));
        newest.flat_map(|Stamp(stamp)| ["wrote ", stamp, "\n"]).collect()
    }

    pub(super) fn note(&self, published: &Draft<'_>) {
        self.0.borrow_mut().extend(published.stamp.clone());
    }

    fn has(&self, metadata: &Metadata) -> bool {
        self.0.borrow().contains(&Stamp::read(metadata))
    }
}

/// Waits until nobody has written into the files for a moment. Whether they are what was read is asked afterwards.
pub(super) fn wait(lock: &Lock, drafts: &[Draft<'_>]) -> Result<(), Failure> {
    let begin = Instant::now();
    for draft in drafts.iter().filter(|draft| draft.write.read.is_some()) {
        while let Some(rest) = fs::metadata(&draft.target.path).ok().and_then(|it| rest(lock, &it))
        {
            if begin.elapsed() > PATIENCE {
                return Err(Failure::Changed { path: draft.shown() });
            }
            thread::sleep(rest);
        }
    }
    Ok(())
}

/// How long to wait for a file; nothing for one that is quiet, is ours, or comes from the future.
fn rest(lock: &Lock, metadata: &Metadata) -> Option<Duration> {
    let age = metadata.modified().ok()?.elapsed().ok()?;
    let rest = QUIET.checked_sub(age).filter(|rest| !rest.is_zero())?;
    (!lock.own.has(metadata)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{Own, Stamp};
    use std::fs;

    #[test]
    fn only_what_was_written_by_us_and_stands_as_it_was_is_our_own() {
        let folder = tempfile::tempdir().unwrap();
        let (ours, other) = (folder.path().join("ours"), folder.path().join("other"));
        fs::write(&ours, "a").unwrap();
        fs::write(&other, "a").unwrap();
        let own = Own::default();
        own.0.borrow_mut().push(Stamp::read(&fs::metadata(&ours).unwrap()));
        assert!(Own::is(&own.text()) && !Own::is("12 ledger add\n"));
        let own = Own::read(&own.text());
        assert!(own.has(&fs::metadata(&ours).unwrap()));
        assert!(!own.has(&fs::metadata(&other).unwrap()));
        assert!(!Own::default().has(&fs::metadata(&ours).unwrap()));
    }
}
