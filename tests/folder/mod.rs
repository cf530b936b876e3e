//! Copies of folders, which a test may write to.

use std::fs;
use std::path::Path;

/// Copies a folder with all that is in it, but what belongs to git and to the lock.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for item in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (name, to) = (item.file_name(), to.join(item.file_name()));
        if name == ".git" || name == ".ledger" {
            continue;
        }
        if item.file_type().unwrap().is_dir() {
            copy(&item.path(), &to);
        } else {
            fs::copy(item.path(), to).unwrap();
        }
    }
}
