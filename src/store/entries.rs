//! What stands in a folder of the book, and whether it may be opened.

use std::fs::{self, DirEntry, FileType};
use std::path::Path;

use super::failure::Failure;
use super::names;
use super::root::Root;
use crate::complaint::Doing;

/// Something in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its name. Characters that are no UTF-8 are replaced by one that no name may have.
    pub name: String,
    /// What it is.
    pub kind: Kind,
}

/// What stands under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A file that may be opened without waiting for anything.
    File,
    /// A folder.
    Folder,
    /// A pipe, a device, a link to nowhere or out of the book. Opening a pipe would wait for its other end.
    Other,
}

/// Lists a folder of the book (the book itself under the name `""`), in any order, without what is passed over.
pub(super) fn of(root: &Root, folder: &str) -> Result<Vec<Entry>, Failure> {
    let fail = root.io(Doing::List, folder);
    let mut entries = Vec::new();
    for entry in fs::read_dir(root.path(folder)).map_err(&fail)? {
        let entry = entry.map_err(&fail)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !names::is_passed_over_in(folder, &name) {
            entries.push(Entry { name, kind: kind(root, &entry) });
        }
    }
    Ok(entries)
}

/// Tells whether nothing stands in a folder of the book but what is passed over. Not all of it is listed for that.
pub(super) fn is_empty(root: &Root, folder: &str) -> Result<bool, Failure> {
    let fail = root.io(Doing::List, folder);
    for entry in fs::read_dir(root.path(folder)).map_err(&fail)? {
        let name = entry.map_err(&fail)?.file_name();
        if !names::is_passed_over_in(folder, &name.to_string_lossy()) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn kind(root: &Root, entry: &DirEntry) -> Kind {
    match entry.file_type() {
        Ok(link) if link.is_symlink() => behind_link(root, &entry.path()),
        Ok(plain) => of_type(plain),
        Err(_) => Kind::Other,
    }
}

/// Follows a link, which may lead anywhere within the book.
fn behind_link(root: &Root, link: &Path) -> Kind {
    let target = fs::canonicalize(link).ok().filter(|target| target.starts_with(root.folder()));
    let metadata = target.and_then(|target| fs::metadata(target).ok());
    metadata.map_or(Kind::Other, |metadata| of_type(metadata.file_type()))
}

fn of_type(plain: FileType) -> Kind {
    match plain {
        file if file.is_file() => Kind::File,
        folder if folder.is_dir() => Kind::Folder,
        _ => Kind::Other,
    }
}
