//! Which files each commit of a history changed.

use std::collections::HashSet;
use std::{panic, slice, thread};

use super::Repository;
use super::command::{Failure, run};

/// So many paths are asked for each by itself and all at the same time: what git keeps about the paths that a commit changed
/// (`git commit-graph write --changed-paths`) it uses for one path only.
const BESIDE: usize = 2;

/// Which commits of a history are asked for. Commits are named by their hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range<'a> {
    /// The newest.
    pub to: &'a str,
    /// What comes from this one is left out.
    pub from: Option<&'a str>,
    /// Only those made in this second or later, in seconds since 1970 began in Greenwich.
    pub since: Option<i64>,
}

/// A commit and the files that it changed against all of its parents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Step {
    /// The commit's hash.
    pub commit: String,
    /// The files.
    pub files: Vec<Altered>,
}

/// A file that a commit changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered {
    /// Its path from the repository's folder.
    pub path: String,
    /// The hash of its content in each parent, in their order; nothing where it was not there. Of a first commit there is
    /// one, with nothing.
    pub old: Vec<Option<String>>,
    /// The hash of its content; nothing where it is gone.
    pub new: Option<String>,
}

impl Repository {
    /// Returns the hashes of the commits that changed these paths (files or folders of the repository's folder), no parent
    /// before its child, else the newest first. Also those on branches whose work a merge did not take.
    pub fn walk(&self, range: &Range<'_>, paths: &[String]) -> Result<Vec<String>, Failure> {
        if paths.len() == 1 || paths.len() > BESIDE {
            return self.listed(range, paths);
        }
        let lists = thread::scope(|scope| {
            let one = |path| scope.spawn(move || self.listed(range, slice::from_ref(path)));
            let asked: Vec<_> = paths.iter().map(one).collect();
            asked.into_iter().map(joined).collect::<Result<Vec<_>, _>>()
        })?;
        let mut some: Vec<_> = lists.into_iter().filter(|list| !list.is_empty()).collect();
        if some.len() < 2 {
            return Ok(some.pop().unwrap_or_default());
        }
        let changed: HashSet<String> = some.into_iter().flatten().collect();
        let all = self.listed(range, &[])?; // in the order that neither list knows by itself
        Ok(all.into_iter().filter(|commit| changed.contains(commit)).collect())
    }

    fn listed(&self, range: &Range<'_>, paths: &[String]) -> Result<Vec<String>, Failure> {
        let since = range.since.map(|second| format!("--max-age={second}"));
        let mut words = vec!["rev-list", "--date-order", "--full-history"];
        words.extend(since.as_deref());
        words.extend(["--end-of-options", range.to]);
        let without = range.from.map(|from| format!("^{from}"));
        words.extend(without.as_deref());
        words.push("--");
        words.extend(paths.iter().map(String::as_str));
        let answer = run(&self.folder, &words, Vec::new())?;
        Ok(String::from_utf8_lossy(&answer).lines().map(str::to_owned).collect())
    }

    /// Returns what these commits changed at these paths. Of a merge only files that differ from all parents are named.
    pub fn steps(&self, commits: &[String], paths: &[String]) -> Result<Vec<Step>, Failure> {
        let mut words = vec!["diff-tree", "--stdin", "-c", "-r", "-z", "--raw", "--root"];
        words.extend(["--no-renames", "--no-abbrev", "--no-relative", "--no-ext-diff", "--"]);
        words.extend(paths.iter().map(String::as_str));
        let request: String = commits.iter().flat_map(|hash| [hash, "\n"]).collect();
        let answer = run(&self.folder, &words, request.into_bytes())?;
        let mut steps = parse(&answer).ok_or(Failure::Garbled)?;
        // Git names them from the work tree's folder, and of merges always.
        let prefix = self.prefix();
        for file in steps.iter_mut().flat_map(|step| &mut step.files) {
            file.path = file.path.strip_prefix(&prefix).unwrap_or(&file.path).to_owned();
        }
        Ok(steps)
    }
}

/// Reads the hash of a commit, then for each file a line of modes and hashes that begins with a `:` for each parent, and
/// its path, all with a NUL behind them.
pub(super) fn parse(answer: &[u8]) -> Option<Vec<Step>> {
    let mut steps: Vec<Step> = Vec::new();
    let mut words = answer.split(|&byte| byte == 0);
    while let Some(word) = words.next() {
        let word = String::from_utf8_lossy(word);
        let word = word.trim_start_matches('\n');
        let parents = word.len() - word.trim_start_matches(':').len();
        if parents > 0 {
            let path = String::from_utf8_lossy(words.next()?).into_owned();
            let mut facts = word[parents..].split(' ').skip(parents + 1);
            let old = facts.by_ref().take(parents).map(there).collect();
            let new = there(facts.next()?);
            steps.last_mut()?.files.push(Altered { path, old, new });
        } else if !word.is_empty() {
            steps.push(Step { commit: word.to_owned(), files: Vec::new() });
        }
    }
    Some(steps)
}

/// Waits for a thread; a panic in it is ours.
fn joined<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| panic::resume_unwind(panic))
}

/// A hash of zeros stands for nothing.
fn there(hash: &str) -> Option<String> {
    hash.bytes().any(|byte| byte != b'0').then(|| hash.to_owned())
}
