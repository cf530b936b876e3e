//! Commits files: exactly those that are named, whatever else is changed or staged.

use std::fs;
use std::path::Path;

use super::Repository;
use super::command::{Failure, run, write};

/// Why nothing can be committed now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unready {
    /// The folder lies in no repository.
    NoRepository,
    /// Git does not know who commits.
    NoIdentity,
    /// A merge, a rebase or the like was begun and not ended; what git calls it.
    Unfinished(&'static str),
    /// Git passes these files over.
    Ignored(Vec<String>),
    /// These files differ from what was committed last: somebody's work would be committed with ours.
    Altered(Vec<String>),
}

/// What lies in the repository's folder as long as something is not ended.
const BEGUN: [(&str, &str); 5] = [
    ("MERGE_HEAD", "merge"),
    ("rebase-merge", "rebase"),
    ("rebase-apply", "rebase"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
];

/// Objects, names and the index reach the disk before git says that it is done: without it a power cut may take the last
/// commit with it, or leave an index that cannot be read.
const DURABLE: [&str; 4] =
    ["-c", "core.fsync=committed,reference,index", "-c", "core.fsyncMethod=fsync"];

impl Repository {
    /// Says why nothing can be committed, or nothing where it can.
    pub fn unready(&self) -> Result<Option<Unready>, Failure> {
        let folder = run(&self.folder, &["rev-parse", "--absolute-git-dir"], Vec::new())?;
        let folder = String::from_utf8_lossy(&folder).trim_end().to_owned();
        let begun = BEGUN.iter().find(|(name, _)| Path::new(&folder).join(name).exists());
        if let Some((_, name)) = begun {
            return Ok(Some(Unready::Unfinished(name)));
        }
        for who in ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"] {
            match write(&self.folder, &["var", who], Vec::new()) {
                Ok(_) => {}
                Err(Failure::Refused(_)) => return Ok(Some(Unready::NoIdentity)),
                Err(other) => return Err(other),
            }
        }
        Ok(None)
    }

    /// Says why these files, named from the folder, cannot be committed alone once they are written.
    pub fn unready_files(&self, paths: &[&str]) -> Result<Option<Unready>, Failure> {
        let altered = self.altered(paths)?;
        if !altered.is_empty() {
            return Ok(Some(Unready::Altered(altered)));
        }
        // This command does not take paths to the letter; one that begins with a dot has no magic.
        let request: String = paths.iter().flat_map(|path| ["./", path, "\0"]).collect();
        let words = ["--no-literal-pathspecs", "check-ignore", "-z", "--stdin"];
        match run(&self.folder, &words, request.into_bytes()) {
            Ok(ignored) => {
                let name = |path: &String| path.strip_prefix("./").unwrap_or(path).to_owned();
                Ok(Some(Unready::Ignored(listed(&ignored).iter().map(name).collect())))
            }
            Err(Failure::Refused(said)) if said.is_empty() => Ok(None), // none is
            Err(other) => Err(other),
        }
    }

    /// Those of the files that differ from the last commit, on the disk or staged, or are not in it.
    fn altered(&self, paths: &[&str]) -> Result<Vec<String>, Failure> {
        let mut words = vec!["status", "--porcelain", "-z", "--untracked-files=all"];
        words.extend(["--no-renames", "--ignore-submodules=none", "--"]);
        words.extend(paths);
        let listing = run(&self.folder, &words, Vec::new())?;
        // Two letters and a blank stand before each path, which begins at the work tree's folder.
        let prefix = self.prefix();
        let path = |line: &String| line.get(3..).unwrap_or_default().to_owned();
        let local = |path: String| path.strip_prefix(&prefix).unwrap_or(&path).to_owned();
        Ok(listed(&listing).iter().map(path).map(local).collect())
    }

    /// Commits these files, named from the folder, and nothing else; returns the commit's hash.
    ///
    /// What is staged of other files stays staged. The repository's hooks are run, and may refuse.
    pub fn record(&self, paths: &[&str], message: &str) -> Result<String, Failure> {
        let before = self.commit("HEAD")?;
        // Git commits by name only what it knows; the content is taken by the commit itself.
        let there = |path: &&&str| fs::symlink_metadata(self.folder.join(path)).is_ok();
        let new: Vec<&str> = paths.iter().filter(there).copied().collect();
        let new = self.unknown(&new)?;
        let new: Vec<&str> = new.iter().map(String::as_str).collect();
        if !new.is_empty() {
            let mut words = vec!["add", "--intent-to-add", "--"];
            words.extend(&new);
            write(&self.folder, &words, Vec::new())?;
        }
        let mut words = DURABLE.to_vec();
        words.extend(["-c", "i18n.commitEncoding=UTF-8", "commit", "--quiet", "--only"]);
        words.extend(["--cleanup=whitespace", "--file=-", "--"]);
        words.extend(paths);
        let said = write(&self.folder, &words, message.as_bytes().to_vec());
        let after = self.commit("HEAD")?.filter(|after| before.as_ref() != Some(after));
        match (said, after) {
            (Ok(_), Some(hash)) => Ok(hash),
            (said, after) => {
                if after.is_none() && !new.is_empty() {
                    let mut words = vec!["rm", "--cached", "--quiet", "--ignore-unmatch", "--"];
                    words.extend(&new);
                    write(&self.folder, &words, Vec::new())?; // as before: git does not know them
                }
                Err(said.err().unwrap_or(Failure::Garbled))
            }
        }
    }

    /// Those of the files that git does not know yet.
    fn unknown(&self, paths: &[&str]) -> Result<Vec<String>, Failure> {
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let mut words = vec!["ls-files", "-z", "--others", "--"];
        words.extend(paths);
        Ok(listed(&run(&self.folder, &words, Vec::new())?))
    }
}

/// Reads names with a NUL behind each.
fn listed(output: &[u8]) -> Vec<String> {
    let names = output.split(|&byte| byte == 0).filter(|name| !name.is_empty());
    names.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
}
