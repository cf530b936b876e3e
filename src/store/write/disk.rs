//! The few things that a write does to the disk, each by itself, so that tests can record them, and fail any of them.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// What a write does to the disk. Nothing else of this folder changes anything there.
pub(in crate::store) trait Disk: fmt::Debug + Send + Sync {
    /// Makes a file that is not there yet, with these rights less what the umask takes.
    fn create(&self, path: &Path, mode: u32) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
        options.open(path)
    }

    /// Writes the whole text of a file that was just made.
    fn fill(&self, file: &mut File, _path: &Path, text: &[u8]) -> io::Result<()> {
        file.write_all(text)
    }

    /// Brings a file's bytes to the disk itself. After an error nobody knows what is there: it is never asked again.
    fn sync(&self, file: &File, _path: &Path) -> io::Result<()> {
        file.sync_all()
    }

    /// Brings the names in a folder to the disk itself.
    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    /// Elsewhere a folder cannot be opened; the rename itself is written through.
    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Gives each of two files the name of the other, in one step. `Unsupported` where the system has no such thing.
    fn swap(&self, one: &Path, other: &Path) -> io::Result<()> {
        renamed(one, other, How::Swap)
    }

    /// Gives a file a name that nobody has, in one step.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        match renamed(from, to, How::New) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                fs::hard_link(from, to)?;
                fs::remove_file(from)
            }
            done => done,
        }
    }

    /// Gives a file a name, whoever has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// The disk as it is.
#[derive(Debug)]
pub(in crate::store) struct System;

impl Disk for System {}

#[derive(Debug, Clone, Copy)]
enum How {
    Swap,
    New,
}

/// What the kernel has, and not every file system: NFS, 9p and some of FUSE say that they do not know it.
#[cfg(target_os = "linux")]
fn renamed(from: &Path, to: &Path, how: How) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    let flags = match how {
        How::Swap => RenameFlags::EXCHANGE,
        How::New => RenameFlags::NOREPLACE,
    };
    renameat_with(CWD, from, CWD, to, flags).map_err(|error| match error {
        Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP => io::ErrorKind::Unsupported.into(),
        other => other.into(),
    })
}

#[cfg(not(target_os = "linux"))]
fn renamed(_: &Path, _: &Path, _: How) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
