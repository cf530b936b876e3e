//! What a new file takes over from the old one: owner, group, mode, and what else the system has attached to it.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

/// Gives the new file the owner, group, mode and attributes of the old one, with its access control list.
#[cfg(unix)]
pub(super) fn take_over(file: &File, path: &Path, old: &Metadata) -> io::Result<()> {
    use std::fs::Permissions;
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
    file.set_permissions(Permissions::from_mode(mode))?;
    attributes(file, path) // last, since a list of rights would be cut by the mode
}

#[cfg(not(unix))]
pub(super) fn take_over(_: &File, _: &Path, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Copies the attributes that the old file has. What only the system may set, the system sets.
#[cfg(target_os = "linux")]
fn attributes(new: &File, old: &Path) -> io::Result<()> {
    use rustix::fs::{XattrFlags, flistxattr, flistxattr_query, fsetxattr};
    use rustix::io::Errno;
    let old = super::draft::opened(old)?;
    let size = match flistxattr_query(&old) {
        Ok(0) | Err(Errno::OPNOTSUPP | Errno::NOSYS) => return Ok(()),
        Ok(size) => size,
        Err(error) => return Err(error.into()),
    };
    let mut names = vec![0; size];
    let size = flistxattr(&old, &mut names[..])?;
    for name in names[..size].split(|&byte| byte == 0).filter(|name| !name.is_empty()) {
        let value = value(&old, name)?;
        match fsetxattr(new, name, &value, XattrFlags::empty()) {
            Ok(()) => {}
            Err(_) if name.starts_with(b"security.") || name.starts_with(b"trusted.") => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn value(old: &File, name: &[u8]) -> io::Result<Vec<u8>> {
    use rustix::fs::{fgetxattr, fgetxattr_query};
    let mut value = vec![0; fgetxattr_query(old, name)?];
    let size = if value.is_empty() { 0 } else { fgetxattr(old, name, &mut value[..])? };
    value.truncate(size);
    Ok(value)
}

#[cfg(all(unix, not(target_os = "linux")))]
fn attributes(_: &File, _: &Path) -> io::Result<()> {
    Ok(())
}
