//! Which file on the disk a name of the book means, when it is to be written.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::complaint::Doing;
use crate::formats::share::share;
use crate::store::failure::Failure;
use crate::store::root::Root;

/// So many bytes of a file are compared by one hand.
const PART: usize = 1 << 21;

/// So many of them at once.
const BLOCK: usize = 1 << 16;

/// A place on the disk that may be written to.
#[derive(Debug)]
pub(in crate::store) struct Target {
    /// The folder, without links.
    pub folder: PathBuf,
    /// The file, without links: what a link leads to is replaced, and the link stays.
    pub path: PathBuf,
    /// What stands there; `None` where the file is to be made.
    pub metadata: Option<Metadata>,
}

/// Finds the file that is to be replaced.
///
/// A replacement goes by the folder's rights, so it would overwrite a protected file, and would cut a file off from
/// its other names. So both are refused here.
pub(in crate::store) fn existing(root: &Root, name: &str) -> Result<Target, Failure> {
    let path = fs::canonicalize(root.path(name)).map_err(root.io(Doing::Read, name))?;
    let folder = inside(root, name, path.parent())?;
    let shown = root.shown(name);
    let linked = fs::symlink_metadata(&path).map_err(root.io(Doing::Read, name))?;
    if !linked.is_file() {
        return Err(Failure::NotRegular { path: shown });
    }
    if linked.permissions().readonly() {
        return Err(Failure::ReadOnly { path: shown });
    }
    // Asked again of what was opened: the name may mean something else by now.
    let metadata = match open(&path, true).and_then(|file| file.metadata()) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            return Err(Failure::ReadOnly { path: shown });
        }
        Err(error) => return Err(root.io(Doing::Write, name)(error)),
    };
    if !metadata.is_file() {
        return Err(Failure::NotRegular { path: shown });
    }
    if has_other_names(&metadata) {
        return Err(Failure::HardLink { path: shown });
    }
    Ok(Target { folder, path, metadata: Some(metadata) })
}

/// Opens what stands under a name, without following a link and without waiting for the other end of a pipe.
pub(in crate::store) fn open(path: &Path, write: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(write);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.cast_signed());
    }
    options.open(path)
}

/// Reads what stands under a name; nothing that is no file.
pub(super) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = open(path, false)?;
    if !file.metadata()?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Tells whether these bytes and no others stand under a name; nothing that is no file. They are never there twice in memory,
/// and all cores compare.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let file = open(path, false)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if metadata.len() != bytes.len() as u64 {
        return Ok(false);
    }
    let compare = |(at, part): (usize, &[u8])| {
        let mut read = vec![0; part.len().min(BLOCK)];
        for (number, block) in part.chunks(BLOCK).enumerate() {
            let read = &mut read[..block.len()];
            read_at(&file, read, (at * PART + number * BLOCK) as u64)?;
            if *read != *block {
                return Ok(false);
            }
        }
        Ok(true)
    };
    let parts = share(bytes.chunks(PART).enumerate(), compare);
    let same = parts.into_iter().collect::<io::Result<Vec<bool>>>()?.into_iter().all(|same| same);
    // Somebody may have added to it meanwhile.
    Ok(same && file.metadata()?.len() == metadata.len())
}

/// Reads from a place in a file until a room is full.
#[cfg(unix)]
pub(in crate::store) fn read_at(file: &File, room: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, room, at)
}

/// Elsewhere a read may bring less than the room takes.
#[cfg(windows)]
pub(in crate::store) fn read_at(file: &File, mut room: &mut [u8], mut at: u64) -> io::Result<()> {
    while !room.is_empty() {
        let came = std::os::windows::fs::FileExt::seek_read(file, room, at)?;
        if came == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        room = &mut room[came..];
        at += came as u64;
    }
    Ok(())
}

/// Finds the place for a file that is to be made.
pub(in crate::store) fn new(root: &Root, name: &str) -> Result<Target, Failure> {
    let path = root.path(name);
    if fs::symlink_metadata(&path).is_ok() {
        return Err(Failure::Exists { path: root.shown(name) });
    }
    let folder = path.parent().map_or_else(|| Ok(path.clone()), fs::canonicalize);
    let folder = folder.map_err(root.io(Doing::Write, name))?;
    let folder = inside(root, name, Some(&folder))?;
    let path = path.file_name().map_or_else(|| folder.clone(), |last| folder.join(last));
    Ok(Target { folder, path, metadata: None })
}

fn inside(root: &Root, name: &str, folder: Option<&Path>) -> Result<PathBuf, Failure> {
    let folder = folder.filter(|folder| folder.starts_with(root.folder()));
    folder.map(Path::to_owned).ok_or_else(|| Failure::Outside { path: root.shown(name) })
}

#[cfg(unix)]
fn has_other_names(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    metadata.nlink() > 1
}

/// Elsewhere std cannot tell.
#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}
