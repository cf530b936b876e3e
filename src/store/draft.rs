//! A new text, complete and on the disk under a name of its own, that waits to take its file's place.

use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::{Builder, TempPath};

use super::failure::Failure;
use super::root::Root;
use super::target::Target;
use super::write::Write;
use crate::complaint::Doing;

/// How the files begin and end that are ours while they wait. Short, since the name that they wait for may be long.
const PREFIX: &str = ".ledger-";
const SUFFIX: &str = ".tmp";

/// A text that waits. It is removed when it is dropped; if we are killed, at the next write.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    root: &'a Root,
    write: &'a Write<'a>,
    target: Target,
    temp: TempPath,
}

impl<'a> Draft<'a> {
    /// Writes the text down, to the disk itself, beside its file, as a rename only works within one file system.
    pub(super) fn new(
        root: &'a Root,
        write: &'a Write<'a>,
        target: Target,
    ) -> Result<Self, Failure> {
        let temp = draft(&target, write.new).map_err(root.io(Doing::Write, &write.name))?;
        Ok(Self { root, write, target, temp })
    }

    /// Makes sure that the file still is what was read.
    pub(super) fn compare(&self) -> Result<(), Failure> {
        let unchanged = match self.write.read {
            Some(read) => fs::read(&self.target.path).is_ok_and(|now| now == read),
            None => return Ok(()), // taking a place that is empty fails by itself if it is not
        };
        let changed = || Failure::Changed { path: self.root.shown(&self.write.name) };
        unchanged.then_some(()).ok_or_else(changed)
    }

    /// Takes the file's place in one step.
    pub(super) fn publish(self) -> Result<(), Failure> {
        let Self { root, write, target, temp } = self;
        let result = match target.metadata {
            Some(_) => temp.persist(&target.path),
            None => temp.persist_noclobber(&target.path),
        };
        result.map_err(|refused| match refused.error.kind() {
            io::ErrorKind::AlreadyExists => Failure::Exists { path: root.shown(&write.name) },
            _ => root.io(Doing::Replace, &write.name)(refused.error),
        })
    }
}

fn draft(target: &Target, text: &[u8]) -> io::Result<TempPath> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    if target.metadata.is_none() {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666)); // less what the umask takes
    }
    let mut temp = builder.tempfile_in(&target.folder)?;
    temp.write_all(text)?;
    if let Some(metadata) = &target.metadata {
        take_over(temp.as_file(), metadata)?;
    }
    temp.as_file().sync_all()?;
    Ok(temp.into_temp_path())
}

/// Gives the new file the owner, group and mode of the old one.
#[cfg(unix)]
fn take_over(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let new = file.metadata()?;
    if new.uid() != old.uid() {
        let _ = fchown(file, Some(old.uid()), None); // only root may; others become the owner
    }
    let mut mode = old.mode() & 0o777;
    if new.gid() != old.gid() && fchown(file, None, Some(old.gid())).is_err() {
        // A group that may not have been meant gets no more than everybody has.
        mode = (mode & 0o707) | ((mode & 0o007) << 3);
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn take_over(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Removes what earlier runs left behind when they were killed. The lock says that nobody else is writing.
pub(super) fn remove_leftovers(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|n| n.starts_with(PREFIX) && n.ends_with(SUFFIX));
        if ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _ = fs::remove_file(entry.path()); // it harms nobody; the next write tries again
        }
    }
}

/// Makes the new names in a folder survive a power cut.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened; the rename itself is written through.
#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
