//! Where the book is, and what its files are called in complaints.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use super::failure::Failure;
use super::head::KnownHead;
use crate::complaint::Doing;

/// The name of a book's folder.
pub(super) const FOLDER: &str = "ledgers";

/// The book's own head.
pub(super) const HEAD: &str = "book.toml";

/// The folder of a book. Its files are named relative to it, with `/`: `2022-inspection/007.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    folder: PathBuf,
    prefix: String,
    /// The head, where it was looked at.
    pub(super) known: Option<Arc<KnownHead>>,
}

/// Finds the book: `ledgers/book.toml` in this folder or the nearest one above. So it is found from inside, too.
pub fn find(start: &Path) -> Option<Root> {
    let start = fs::canonicalize(start).ok()?;
    let folder =
        start.ancestors().map(|above| above.join(FOLDER)).find(|book| book.join(HEAD).exists())?;
    Root::at(&folder).ok()
}

impl Root {
    /// Returns the book in this folder, which must be there.
    pub(super) fn at(folder: &Path) -> io::Result<Self> {
        let folder = fs::canonicalize(folder)?;
        let prefix = typed(&folder);
        Ok(Self { folder, prefix, known: None })
    }

    /// Names the files relative to this folder wherever they lie below it, as a user types them who stands there.
    #[must_use]
    pub fn seen_from(mut self, current: &Path) -> Self {
        let below = fs::canonicalize(current)
            .ok()
            .and_then(|current| self.folder.strip_prefix(current).ok().map(Path::to_owned));
        if let Some(below) = below {
            self.prefix = if below.as_os_str().is_empty() { String::new() } else { typed(&below) };
        }
        self
    }

    /// The book's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where a file of the book lies.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// What a file of the book is called in complaints.
    pub fn shown(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// Says what the system refused.
    pub(super) fn io<'a>(
        &'a self,
        doing: Doing,
        name: &'a str,
    ) -> impl Fn(io::Error) -> Failure + 'a {
        move |source| Failure::Io { doing, path: self.shown(name), source }
    }
}

/// Writes a folder as people type it. Windows begins a path that was resolved with `\\?\`, which nobody types.
fn typed(folder: &Path) -> String {
    let text = folder.to_string_lossy();
    let text = text.strip_prefix(r"\\?\").unwrap_or(&text);
    let separator = if text.ends_with(MAIN_SEPARATOR) { "" } else { "/" };
    format!("{}{separator}", text.replace(MAIN_SEPARATOR, "/"))
}

#[cfg(test)]
mod tests {
    use super::find;
    use std::fs;

    #[test]
    fn the_nearest_book_is_found_from_beside_inside_and_below() {
        let folder = tempfile::tempdir().unwrap();
        let office = fs::canonicalize(folder.path()).unwrap();
        fs::create_dir_all(office.join("ledgers/2022")).unwrap();
        fs::create_dir_all(office.join("reports/may")).unwrap();
        assert_eq!(find(&office), None);

        fs::write(office.join("ledgers/book.toml"), "").unwrap();
        for start in ["", "ledgers", "ledgers/2022", "reports/may"] {
            let root = find(&office.join(start)).unwrap();
            assert_eq!(root.folder(), office.join("ledgers"), "{start}");
        }
    }

    #[test]
    fn files_are_named_as_the_user_would_type_them() {
        let folder = tempfile::tempdir().unwrap();
        let office = fs::canonicalize(folder.path()).unwrap();
        fs::create_dir_all(office.join("ledgers/2022")).unwrap();
        fs::write(office.join("ledgers/book.toml"), "").unwrap();
        let root = find(&office).unwrap();
        let shown = |from| root.clone().seen_from(&office.join(from)).shown("2022/001.toml");
        assert_eq!(shown(""), "ledgers/2022/001.toml");
        assert_eq!(shown("ledgers"), "2022/001.toml");
        assert!(shown("ledgers/2022").ends_with("/ledgers/2022/001.toml"));
    }
}
