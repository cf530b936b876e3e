//! Where a book is read from: the disk, or a commit. Both list folders and give texts; all that reads knows no more.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};

use super::entries::{self, Entry};
use super::failure::Failure;
use super::root::Root;
use super::snapshot::Snapshot;
use crate::complaint::Doing;
use crate::domain::book::BookHead;

/// Where a book is read from.
#[derive(Debug, Clone, Copy)]
pub enum Origin<'a> {
    /// As it lies on the disk.
    Disk(&'a Root),
    /// As a commit holds it.
    Past(&'a Snapshot),
}

impl<'a> From<&'a Root> for Origin<'a> {
    fn from(root: &'a Root) -> Self {
        Self::Disk(root)
    }
}

impl<'a> From<&'a Snapshot> for Origin<'a> {
    fn from(snapshot: &'a Snapshot) -> Self {
        Self::Past(snapshot)
    }
}

impl<'a> Origin<'a> {
    /// What a file of the book is called in complaints: as the user would type it, for the shell or for git.
    pub fn shown(self, name: &str) -> String {
        match self {
            Self::Disk(root) => root.shown(name),
            Self::Past(snapshot) => snapshot.shown(name),
        }
    }

    /// Lists a folder of the book (the book itself under the name `""`), in any order, without what is passed over.
    pub(super) fn entries(self, folder: &str) -> Result<Vec<Entry>, Failure> {
        match self {
            Self::Disk(root) => entries::of(root, folder),
            Self::Past(snapshot) => Ok(snapshot.entries(folder)),
        }
    }

    /// Tells whether nothing stands in a folder but what is passed over.
    pub(super) fn is_empty(self, folder: &str) -> Result<bool, Failure> {
        match self {
            Self::Disk(root) => entries::is_empty(root, folder),
            Self::Past(snapshot) => Ok(snapshot.entries(folder).is_empty()),
        }
    }

    /// Tells whether there is a file of this name.
    pub(super) fn has(self, name: &str) -> bool {
        match self {
            Self::Disk(root) => root.path(name).is_file(),
            Self::Past(snapshot) => snapshot.hash(name).is_some(),
        }
    }

    /// Prepares the texts of those files that are wanted: from git all in one go, from the disk one by one.
    pub(super) fn texts(self, wanted: impl Fn(&str) -> bool) -> Result<Texts<'a>, Failure> {
        match self {
            Self::Disk(root) => Ok(Texts::Disk(root)),
            Self::Past(snapshot) => Ok(Texts::Past(snapshot, snapshot.contents(wanted)?)),
        }
    }
}

/// The texts of a book's files.
pub(super) enum Texts<'a> {
    /// On the disk, read when they are asked for.
    Disk(&'a Root),
    /// Of a commit, by their hashes.
    Past(&'a Snapshot, BTreeMap<String, Vec<u8>>),
}

/// A folder of which many files are read one after the other.
///
/// Its place is looked up once and the bytes go to the same room: for small files that takes as long as reading them.
pub(super) struct Folder<'t> {
    texts: &'t Texts<'t>,
    name: &'t str,
    #[cfg(unix)]
    open: Option<File>,
    room: Vec<u8>,
}

impl<'t> Folder<'t> {
    pub(super) fn new(texts: &'t Texts<'t>, name: &'t str) -> Self {
        let room = Vec::new();
        #[cfg(unix)]
        {
            let open = match texts {
                Texts::Disk(book) => File::open(book.path(name)).ok(),
                Texts::Past(..) => None,
            };
            Self { texts, name, open, room }
        }
        #[cfg(not(unix))]
        Self { texts, name, room }
    }

    /// Returns the bytes of a file that the survey has found in the folder; `name` is its name in the book.
    pub(super) fn bytes(&mut self, name: &str) -> Result<&[u8], Failure> {
        let root = match self.texts {
            Texts::Disk(root) => *root,
            Texts::Past(snapshot, contents) => return of_commit(snapshot, contents, name),
        };
        let read = |folder: &mut Self| {
            let mut file = folder.file(root, name)?;
            folder.fill(&mut file)
        };
        let length = read(self).map_err(root.io(Doing::Read, name))?;
        Ok(&self.room[..length])
    }

    #[cfg(unix)]
    fn file(&self, root: &Root, name: &str) -> io::Result<File> {
        use rustix::fs::{Mode, OFlags, openat};
        let inside = name.strip_prefix(self.name).and_then(|rest| rest.strip_prefix('/'));
        let Some((open, inside)) = self.open.as_ref().zip(inside) else {
            return File::open(root.path(name));
        };
        Ok(openat(open, inside, OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty())?.into())
    }

    #[cfg(not(unix))]
    fn file(&self, root: &Root, name: &str) -> io::Result<File> {
        File::open(root.path(name))
    }

    /// Reads a file to its end, and returns its length.
    fn fill(&mut self, file: &mut File) -> io::Result<usize> {
        let mut length = 0;
        loop {
            if self.room.len() - length < ROOM / 2 {
                self.room.resize(self.room.len() + ROOM, 0);
            }
            match file.read(&mut self.room[length..]) {
                Ok(0) => return Ok(length),
                Ok(more) => length += more,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// So many bytes are asked for at once: more than most files have.
const ROOM: usize = 32 << 10;

fn of_commit<'t>(
    snapshot: &Snapshot,
    contents: &'t BTreeMap<String, Vec<u8>>,
    name: &str,
) -> Result<&'t [u8], Failure> {
    let content = snapshot.hash(name).and_then(|hash| contents.get(hash));
    content.map(Vec::as_slice).ok_or_else(|| Failure::NotRegular { path: snapshot.shown(name) })
}

impl Texts<'_> {
    pub(super) fn shown(&self, name: &str) -> String {
        match self {
            Self::Disk(root) => root.shown(name),
            Self::Past(snapshot, _) => snapshot.shown(name),
        }
    }

    /// Returns what the book's head says, where it was looked at before and has this text.
    pub(super) fn known_head(&self, text: &str) -> Option<&BookHead> {
        match self {
            Self::Disk(root) => root.known_by(text),
            Self::Past(..) => None,
        }
    }

    /// Returns the bytes of a file that the survey has found.
    pub(super) fn bytes(&self, name: &str) -> Result<Cow<'_, [u8]>, Failure> {
        match self {
            Self::Disk(root) => {
                let bytes = fs::read(root.path(name)).map_err(root.io(Doing::Read, name))?;
                Ok(Cow::Owned(bytes))
            }
            Self::Past(snapshot, contents) => {
                Ok(Cow::Borrowed(of_commit(snapshot, contents, name)?))
            }
        }
    }
}
