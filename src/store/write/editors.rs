//! Who has a file open: editors say so by a file of their own beside it.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::Write;
use super::target::Target;
use crate::store::failure::Failure;
use crate::store::root::Root;

/// Stops where somebody has the file open, and says who, as far as the editor tells.
pub(super) fn ask(root: &Root, write: &Write<'_>, target: &Target) -> Result<(), Failure> {
    if target.metadata.is_none() {
        return Ok(());
    }
    let Some((mark, who)) = opened(&target.path) else { return Ok(()) };
    let mark = shown(root, &mark);
    Err(Failure::Open { path: root.shown(&write.name), mark, who })
}

/// Returns the mark of an editor that has this file open, and who it is, as far as the editor tells.
pub fn opened(path: &Path) -> Option<(PathBuf, Option<String>)> {
    let name = path.file_name()?.to_str()?;
    marks(name).into_iter().find_map(|(mark, who)| {
        let mark = path.with_file_name(mark);
        fs::symlink_metadata(&mark).is_ok().then(|| (mark.clone(), who(&mark)))
    })
}

type Who = fn(&Path) -> Option<String>;

/// The marks that editors put beside a file of this name, and how each says who it is.
fn marks(name: &str) -> [(String, Who); 5] {
    // A name of more than eight characters loses the first two.
    let short: String =
        if name.chars().count() > 8 { name.chars().skip(2).collect() } else { String::new() };
    [
        (format!("~${name}"), office),
        (if short.is_empty() { format!("~${name}") } else { format!("~${short}") }, office),
        (format!(".~lock.{name}#"), libre),
        (format!(".{name}.swp"), vim),
        (format!(".#{name}"), emacs),
    ]
}

fn shown(root: &Root, path: &Path) -> String {
    let below = path.strip_prefix(root.folder()).map_or(path, |below| below);
    root.shown(&below.to_string_lossy())
}

fn begin(path: &Path, bytes: u64) -> Option<Vec<u8>> {
    let mut begin = Vec::new();
    File::open(path).ok()?.take(bytes).read_to_end(&mut begin).ok()?;
    Some(begin)
}

/// What is text of it, if anything is.
fn text(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.split(|&byte| byte == 0).next()?;
    let text = std::str::from_utf8(bytes).ok()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Excel and WPS: the length of the name, and the name.
fn office(path: &Path) -> Option<String> {
    let begin = begin(path, 64)?;
    let (length, rest) = begin.split_first()?;
    text(rest.get(..usize::from(*length))?)
}

/// `LibreOffice`: name, user, computer, day, separated by commas.
fn libre(path: &Path) -> Option<String> {
    let line = text(&begin(path, 400)?)?;
    let parts: Vec<_> =
        line.split(',').take(3).map(str::trim).filter(|it| !it.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Vim: user and computer stand in the head of its swap file.
fn vim(path: &Path) -> Option<String> {
    let head = begin(path, 108)?;
    let user = text(head.get(28..68)?)?;
    let computer = head.get(68..108).and_then(text);
    Some(computer.map_or_else(|| user.clone(), |computer| format!("{user}, {computer}")))
}

/// Emacs: a link to nowhere that is called as the user is.
fn emacs(path: &Path) -> Option<String> {
    fs::read_link(path).ok().as_ref().and_then(|to: &PathBuf| to.to_str()).map(str::to_owned)
}
