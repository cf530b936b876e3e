//! Asks the `git` program: what the branches and the past hold, whose configuration this is.
//!
//! Only plumbing commands, no shell, nothing that a repository's own configuration could start, no network. Knows
//! objects, commits and branches, not ledgers: what a name or a table means is said by `store`. Reads, but for the settings
//! of the clone that name the merge driver, and for commits that are asked for.

mod command;
mod commit;
mod edges;
mod history;
mod merging;
mod objects;
pub mod program;
mod record;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

pub use command::Failure;
pub use commit::Commit;
pub use edges::Edge;
pub use history::{Altered, Range, Step};
pub use merging::{Marks, Texts, Versions};
pub use objects::Object;
pub use record::Unready;
pub use tree::{Item, Kind};

/// How many files are held in memory at once.
const AT_ONCE: usize = 4_000;

/// A work tree of a git repository, seen from one of its folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    folder: PathBuf,
    /// The work tree's folder, which holds `.git`.
    top: PathBuf,
}

impl Repository {
    /// Returns the repository that a folder lies in.
    ///
    /// Looks for `.git` only and starts no process, so that a book without git costs nothing. Whether git accepts the
    /// repository is known when it is first asked.
    pub fn at(folder: &Path) -> Option<Self> {
        let top = folder.ancestors().find(|above| above.join(".git").exists())?;
        Some(Self { folder: folder.to_owned(), top: top.to_owned() })
    }

    /// Returns the folder as the repository names it: `book/ledgers/`, or nothing for the work tree's own folder.
    pub fn prefix(&self) -> String {
        let below = self.folder.strip_prefix(&self.top).unwrap_or(Path::new(""));
        below
            .components()
            .fold(String::new(), |prefix, part| prefix + &part.as_os_str().to_string_lossy() + "/")
    }

    fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns what stands at these paths, which are relative to the folder, in the newest commits of all branches
    /// that this clone knows, its own and the remote ones. What several branches share is returned once.
    pub fn in_all_branches(&self, paths: &[&str]) -> Result<Vec<Object>, Failure> {
        let mut commits = self.branches()?;
        commits.push("HEAD".to_owned()); // may be on no branch, or not born yet
        let wanted = commits
            .iter()
            .flat_map(|commit| paths.iter().map(move |path| format!("{commit}:./{path}")));
        objects::read(&self.folder, wanted)
    }

    /// Shows each version that the newest commits of all branches have of the files below the folder: what several
    /// branches share once, by its path from the folder and its bytes. Only files whose path is wanted are read.
    pub fn each_file_in_all_branches(
        &self,
        wanted: impl Fn(&str) -> bool,
        mut look: impl FnMut(&str, &[u8]),
    ) -> Result<(), Failure> {
        let mut commits = self.branches()?;
        // HEAD may be on no branch, or not born yet.
        match command::run(&self.folder, &["rev-parse", "--verify", "HEAD^{commit}"], Vec::new()) {
            Ok(head) => commits.push(String::from_utf8_lossy(&head).trim().to_owned()),
            Err(Failure::Refused(_)) => {}
            Err(other) => return Err(other),
        }
        let mut files = BTreeMap::new();
        for commit in commits.iter().collect::<BTreeSet<_>>() {
            let listed = command::run(&self.folder, &["ls-tree", "-r", "-z", commit], Vec::new())?;
            files.extend(objects::listed(&listed).filter(|(_, path)| wanted(path)));
        }
        let hashes: Vec<_> = files.keys().collect();
        for some in hashes.chunks(AT_ONCE) {
            objects::each_blob(&self.folder, some, |hash, bytes| look(&files[hash], bytes))?;
        }
        Ok(())
    }

    /// Returns what the last commit has under these paths, which are relative to the folder, in their order.
    pub fn in_head(&self, paths: &[&str]) -> Result<Vec<Option<Object>>, Failure> {
        let wanted: Vec<_> = paths.iter().map(|path| format!("HEAD:./{path}")).collect();
        objects::each_of(&self.folder, &wanted)
    }

    /// Tells whether a merge was begun here and not ended.
    pub fn is_merging(&self) -> bool {
        self.top.join(".git").join("MERGE_HEAD").exists()
    }

    /// Returns the newest commits of `HEAD` and of the branches that this clone knows, as one text; nothing where no commit is.
    pub fn heads(&self) -> Option<String> {
        let arguments = ["rev-parse", "HEAD", "--branches", "--remotes"];
        let output = command::run(&self.folder, &arguments, Vec::new()).ok()?;
        String::from_utf8(output).ok()
    }

    /// Returns the newest commits of the branches, each once.
    fn branches(&self) -> Result<Vec<String>, Failure> {
        let arguments = ["for-each-ref", "--format=%(objectname)", "refs/heads", "refs/remotes"];
        let output = command::run(&self.folder, &arguments, Vec::new())?;
        let mut commits: Vec<_> =
            String::from_utf8_lossy(&output).lines().map(str::to_owned).collect();
        commits.sort_unstable();
        commits.dedup();
        Ok(commits)
    }
}

/// Returns the mail address that git would write into a commit made in this folder, where one is set.
pub fn user_email(folder: &Path) -> Option<String> {
    let output = command::run(folder, &["config", "--get", "user.email"], Vec::new()).ok()?;
    let address = String::from_utf8(output).ok()?.trim().to_owned();
    (!address.is_empty()).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::{Object, Repository, command::run};
    use std::fs;
    use std::path::Path;

    fn git(folder: &Path, arguments: &[&str]) {
        let mut all = vec!["-c", "user.name=T", "-c", "user.email=t@example.org"];
        all.extend(["-c", "commit.gpgSign=false"]);
        all.extend(arguments);
        run(folder, &all, Vec::new()).unwrap();
    }

    fn commit(folder: &Path, name: &str, text: &str) {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        fs::write(folder.join(name), text).unwrap();
        git(folder, &["add", "-A"]);
        git(folder, &["commit", "-qm", name]);
    }

    #[test]
    fn without_git_there_is_no_repository() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Repository::at(folder.path()), None);
    }

    #[test]
    fn a_repository_without_a_commit_holds_nothing() {
        let folder = tempfile::tempdir().unwrap();
        git(folder.path(), &["init", "-q"]);
        let repository = Repository::at(folder.path()).unwrap();
        assert_eq!(repository.in_all_branches(&["台账"]).unwrap(), []);
    }

    #[test]
    fn trees_and_blobs_of_all_branches_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        git(folder, &["init", "-q", "-b", "main"]);
        commit(folder, "ledgers/台账/001.toml", "一");
        git(folder, &["checkout", "-qb", "side"]);
        commit(folder, "ledgers/台账/002.toml", "二");
        git(folder, &["checkout", "-q", "main"]);
        git(folder, &["branch", "twin"]);

        let book = folder.join("ledgers");
        let repository = Repository::at(&book).unwrap();
        let mut trees = repository.in_all_branches(&["台账", "nothing"]).unwrap();
        trees.sort_by_key(|object| format!("{object:?}"));
        let tree = |names: &[&str]| Object::Tree(names.iter().map(|&n| n.to_owned()).collect());
        assert_eq!(trees, [tree(&["001.toml", "002.toml"]), tree(&["001.toml"])]);

        let blobs = repository.in_all_branches(&["台账/002.toml"]).unwrap();
        assert_eq!(blobs, [Object::Blob("二".into())]);
    }

    #[test]
    fn a_folder_that_git_refuses_is_told_apart_from_none() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        let repository = Repository::at(folder.path()).unwrap();
        let refused = repository.in_all_branches(&["a"]).unwrap_err();
        assert!(matches!(refused, super::Failure::NoRepository), "{refused:?}");
    }
}
