//! Every step from a parent to its child: also those of a merge, each by itself.

use super::Repository;
use super::command::{Failure, run};
use super::history::{Altered, Range, parse};

/// Parents are read from the commits themselves, whose hashes vouch for them, and not from what was kept of them to be quick.
const TO_THE_LETTER: [&str; 2] = ["-c", "core.commitGraph=false"];

/// A step from one parent to a commit, or from nothing to a first commit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edge {
    /// The commit's hash.
    pub commit: String,
    /// The parent's; nothing of a first commit.
    pub parent: Option<String>,
    /// Whether the commit has several parents.
    pub is_merge: bool,
    /// The files that differ from that parent.
    pub files: Vec<Altered>,
}

impl Repository {
    /// Returns all steps that lead to a commit, no child before its parents; those of one commit stand together. No file is
    /// looked at yet.
    pub fn ancestry(&self, range: &Range<'_>) -> Result<Vec<Edge>, Failure> {
        let since = range.since.map(|second| format!("--max-age={second}"));
        let mut words = TO_THE_LETTER.to_vec();
        words.extend(["rev-list", "--topo-order", "--reverse", "--parents"]);
        words.extend(since.as_deref());
        words.extend(["--end-of-options", range.to]);
        let without = range.from.map(|from| format!("^{from}"));
        words.extend(without.as_deref());
        let answer = run(&self.folder, &words, Vec::new())?;
        let mut edges = Vec::new();
        for line in String::from_utf8_lossy(&answer).lines() {
            let mut hashes = line.split(' ').map(str::to_owned);
            let commit = hashes.next().ok_or(Failure::Garbled)?;
            let parents: Vec<_> = hashes.map(Some).collect();
            let is_merge = parents.len() > 1;
            let parents = if parents.is_empty() { vec![None] } else { parents };
            edges.extend(parents.into_iter().map(|parent| Edge {
                commit: commit.clone(),
                parent,
                is_merge,
                files: Vec::new(),
            }));
        }
        Ok(edges)
    }

    /// Tells whether a commit, named by its hash, is HEAD or one of those that led to it.
    pub fn is_in_history(&self, commit: &str) -> Result<bool, Failure> {
        let mut words = TO_THE_LETTER.to_vec();
        words.extend(["merge-base", "--is-ancestor", commit, "HEAD"]);
        match run(&self.folder, &words, Vec::new()) {
            Ok(_) => Ok(true),
            Err(Failure::Refused(said)) if said.is_empty() => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Finds the files of the folder that each step changed.
    pub fn fill(&self, edges: &mut [Edge]) -> Result<(), Failure> {
        let words = ["diff-tree", "--stdin", "--always", "-r", "-z", "--raw", "--root"];
        let further = ["--no-renames", "--no-abbrev", "--no-relative", "--no-ext-diff", "--", "."];
        let words = [words.as_slice(), further.as_slice()].concat();
        // A commit with one hash behind it is compared with that one alone.
        let line = |edge: &Edge| match &edge.parent {
            Some(parent) => format!("{} {parent}\n", edge.commit),
            None => format!("{}\n", edge.commit),
        };
        let request: String = edges.iter().map(line).collect();
        let answer = run(&self.folder, &words, request.into_bytes())?;
        let steps = parse(&answer).ok_or(Failure::Garbled)?;
        if steps.len() != edges.len() {
            return Err(Failure::Garbled);
        }
        let prefix = self.prefix();
        for (edge, step) in edges.iter_mut().zip(steps) {
            edge.files = step.files;
            for file in &mut edge.files {
                file.path = file.path.strip_prefix(&prefix).unwrap_or(&file.path).to_owned();
            }
        }
        Ok(())
    }
}
