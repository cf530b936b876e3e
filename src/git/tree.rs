//! What a folder holds in a commit, and the hashes of what lies in it on the disk.

use std::collections::{BTreeMap, BTreeSet};

use super::Repository;
use super::command::{Failure, run};
use super::objects;

/// Something that a commit holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// The hash of its content.
    pub hash: String,
}

/// What something in a commit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A link, whose content is the path that it leads to.
    Link,
    /// A submodule.
    Submodule,
}

impl Repository {
    /// Returns all that a commit holds in the folder and below it, by its path from there. The commit is named by its
    /// hash. A folder that the commit does not have holds nothing.
    pub fn tree(&self, commit: &str) -> Result<BTreeMap<String, Item>, Failure> {
        let listing = run(&self.folder, &["ls-tree", "-r", "-z", commit], Vec::new())?;
        let items = listing.split(|&byte| byte == 0).filter(|line| !line.is_empty());
        items.map(|line| item(line).ok_or(Failure::Garbled)).collect()
    }

    /// Returns contents by their hashes. One that the repository lacks is a failure.
    pub fn contents(&self, hashes: &BTreeSet<&str>) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
        objects::contents(&self.folder, hashes)
    }

    /// Returns the hashes that files of the folder would have in a commit, by their paths from there, byte for byte as
    /// they lie on the disk: no filter of the repository's configuration is run.
    pub fn hashes_of_files(&self, paths: &[&str]) -> Result<Vec<String>, Failure> {
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        // From the folder of the work tree, since git takes these paths from there.
        let prefix = self.prefix();
        let request: String = paths.iter().flat_map(|path| [prefix.as_str(), path, "\n"]).collect();
        let words = ["hash-object", "--no-filters", "--stdin-paths"];
        let answer = run(&self.top, &words, request.into_bytes())?;
        let hashes: Vec<_> = String::from_utf8_lossy(&answer).lines().map(str::to_owned).collect();
        if hashes.len() == paths.len() { Ok(hashes) } else { Err(Failure::Garbled) }
    }
}

/// Reads `MODE KIND HASH`, TAB, path.
fn item(line: &[u8]) -> Option<(String, Item)> {
    let line = String::from_utf8_lossy(line);
    let (facts, path) = line.split_once('\t')?;
    let mut facts = facts.split(' ');
    let kind = match facts.next()? {
        "120000" => Kind::Link,
        "160000" => Kind::Submodule,
        _ => Kind::File,
    };
    Some((path.to_owned(), Item { kind, hash: facts.nth(1)?.to_owned() }))
}
