//! What was displaced is kept for a while: an editor that had the file open may still write into it.
//!
//! The newest few lie in `.ledger/displaced`, each under a number and the time of its last byte. One whose time is another
//! was written into after it was displaced: somebody's save went there, and the next command says so.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use crate::store::lock::Lock;
use crate::store::root::Root;

/// Where they lie.
const FOLDER: &str = ".ledger/displaced";

/// So many are kept.
const KEPT: usize = 8;

/// How a name begins under which somebody's save is kept until somebody removes it.
const SAVED: &str = "saved-";

/// Puts away what was displaced; what cannot be put there is removed.
pub(super) fn put_away(lock: &Lock, temp: &Path) {
    if keep(lock, temp, false).is_none() {
        let _ = lock.disk.remove(temp);
    }
}

/// Keeps what is somebody's, and is nowhere else.
pub(super) fn save(lock: &Lock, temp: &Path) {
    let _ = keep(lock, temp, true); // else it stays where it is
}

fn keep(lock: &Lock, temp: &Path, save: bool) -> Option<()> {
    let folder = lock.root().path(FOLDER);
    let _ = fs::create_dir(&folder);
    let time = fs::symlink_metadata(temp).ok().and_then(|it| time(&it))?;
    let next = numbered(&folder).last().map_or(1, |(no, _)| no + 1);
    let mark = if save { SAVED } else { "" };
    lock.disk.rename_new(temp, &folder.join(format!("{mark}{next:06}-{time}"))).ok()
}

/// Finds what was saved into a file after it was displaced, by path, and removes what is no longer waited for.
pub(in crate::store) fn look_after(root: &Root) -> Vec<String> {
    let all = numbered(&root.path(FOLDER));
    let old = all.len().saturating_sub(KEPT);
    let mut saved = Vec::new();
    for (place, (_, path)) in all.iter().enumerate() {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let now = fs::symlink_metadata(path).ok().and_then(|it| time(&it));
        if name.starts_with(SAVED) {
            saved.push(root.shown(&format!("{FOLDER}/{name}")));
        } else if now.is_some_and(|now| !name.ends_with(&format!("-{now}"))) {
            let kept = format!("{SAVED}{name}");
            if fs::rename(path, path.with_file_name(&kept)).is_ok() {
                saved.push(root.shown(&format!("{FOLDER}/{kept}")));
            }
        } else if place < old {
            let _ = fs::remove_file(path);
        }
    }
    saved
}

/// The files, by their numbers.
fn numbered(folder: &Path) -> Vec<(u64, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let number = |path: &Path| -> Option<u64> {
        let name = path.file_name()?.to_str()?;
        name.strip_prefix(SAVED).unwrap_or(name).split('-').next()?.parse().ok()
    };
    let paths = entries.map(|entry| entry.path());
    let mut all: Vec<_> = paths.filter_map(|path| Some((number(&path)?, path))).collect();
    all.sort();
    all
}

/// When the last byte was written.
fn time(metadata: &Metadata) -> Option<String> {
    let since = metadata.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(format!("{}.{:09}", since.as_secs(), since.subsec_nanos()))
}
