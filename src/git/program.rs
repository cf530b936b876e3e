//! Programs that git would start: this one, and what the search path finds.

use std::env;
use std::path::{Path, PathBuf};

/// Returns where this program lies.
pub fn own() -> Option<PathBuf> {
    env::current_exe().ok()
}

/// Returns the program that a shell would start for a name: a path as it stands, else the first of the search path.
pub fn found(name: &str) -> Option<PathBuf> {
    if name.contains('/') {
        return Some(PathBuf::from(name)).filter(|path| is_program(path));
    }
    let all = env::var_os("PATH")?;
    env::split_paths(&all).map(|folder| folder.join(name)).find(|path| is_program(path))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file() || path.with_extension("exe").is_file()
}
