//! What git knows of a merge: the texts of both sides and of their common ancestor, and its own way to merge text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::Repository;
use super::command::{Failure, ask, run};

/// The versions of a file that a merge brings together; a side without the file has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    /// The file's path below the folder, with `/`.
    pub name: String,
    /// The common ancestor's.
    pub base: Option<Vec<u8>>,
    /// That of the branch that is checked out.
    pub ours: Option<Vec<u8>>,
    /// That of the branch that comes in.
    pub theirs: Option<Vec<u8>>,
    /// Whether git itself says that the file is not merged yet.
    pub unmerged: bool,
}

/// Three texts, as git would merge them line by line.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    /// The common ancestor's; empty where there is none.
    pub base: &'a [u8],
    /// Ours.
    pub ours: &'a [u8],
    /// Theirs.
    pub theirs: &'a [u8],
}

/// How conflicts are shown.
#[derive(Debug, Clone)]
pub enum Marks {
    /// With lines of so many `<`, and what stands behind them: ours, the base, theirs.
    Lines {
        /// How many.
        size: u16,
        /// The words.
        labels: [String; 3],
    },
    /// Not at all: both sides' lines are kept.
    Union,
    /// Not at all: where they clash, the lines of one side are kept; of ours where this is true.
    Favour(bool),
}

impl Texts<'_> {
    /// Merges line by line; tells whether that went without conflict. Neither repository nor configuration is asked.
    pub fn merge(self, marks: &Marks) -> Result<(Vec<u8>, bool), Failure> {
        let folder = tempfile::tempdir().map_err(Failure::Io)?;
        for (name, text) in [("ours", self.ours), ("base", self.base), ("theirs", self.theirs)] {
            fs::write(folder.path().join(name), text).map_err(Failure::Io)?;
        }
        let size;
        let mut arguments = vec!["merge-file", "-p", "-q"];
        match marks {
            Marks::Union => arguments.push("--union"),
            Marks::Favour(true) => arguments.push("--ours"),
            Marks::Favour(false) => arguments.push("--theirs"),
            Marks::Lines { size: number, labels } => {
                size = format!("--marker-size={number}");
                arguments.push(&size);
                for label in labels {
                    arguments.extend(["-L", label]);
                }
            }
        }
        arguments.extend(["--", "ours", "base", "theirs"]);
        let output = ask(folder.path(), &arguments, Vec::new())?;
        match output.status.code() {
            Some(0) => Ok((output.stdout, true)),
            Some(1..=127) => Ok((output.stdout, false)),
            _ => Err(Failure::Refused(String::from_utf8_lossy(&output.stderr).trim().to_owned())),
        }
    }
}

impl Repository {
    /// Returns the files below the folder that the merge at hand brings together: the one that is not finished, or else
    /// the one that the newest commit is. Nothing where there is no merge.
    pub fn merge_at_hand(&self) -> Result<Option<Vec<Versions>>, Failure> {
        let unmerged = self.unmerged()?;
        let sides = self.sides()?;
        if sides.is_none() && unmerged.is_empty() {
            return Ok(None);
        }
        let mut all: BTreeMap<String, Versions> = BTreeMap::new();
        if let Some([ours, theirs]) = &sides {
            let base = self.answer(&["merge-base", ours, theirs])?;
            for name in self.changed_by_both(base.as_deref(), ours, theirs)? {
                let versions = self.versions(&name, base.as_deref(), ours, theirs)?;
                all.insert(name, versions);
            }
        }
        for (name, hashes) in unmerged {
            let read = |at: usize| hashes[at].as_deref().map_or(Ok(None), |hash| self.blob(hash));
            let (base, ours, theirs) = (read(0)?, read(1)?, read(2)?);
            let versions = Versions { name: name.clone(), base, ours, theirs, unmerged: true };
            all.insert(name, versions);
        }
        Ok(Some(all.into_values().collect()))
    }

    /// Returns the versions of a file that the newest merge brought together of which this is true. What both sides had
    /// alike is passed over, and so is what lies more than a thousand merges back.
    pub fn merge_in_history(
        &self,
        name: &str,
        is_meant: impl Fn(&Versions) -> bool,
    ) -> Result<Option<Versions>, Failure> {
        let words = ["rev-list", "--merges", "--parents", "-n", "1000", "HEAD"];
        let output = ask(self.folder(), &words, Vec::new())?;
        let listing = String::from_utf8_lossy(&output.stdout).into_owned();
        let sides: Vec<_> = listing
            .lines()
            .filter_map(|line| match line.split(' ').collect::<Vec<_>>()[..] {
                [_, ours, theirs] => Some([ours, theirs]),
                _ => None,
            })
            .collect();
        let asked: String =
            sides.iter().flatten().flat_map(|commit| [commit, ":./", name, "\n"]).collect();
        let answer = run(self.folder(), &["cat-file", "--batch-check"], asked.into_bytes())?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let hashes: Vec<_> =
            answer.lines().map(|line| line.split_once(" blob ").map(|(hash, _)| hash)).collect();
        for ([ours, theirs], pair) in sides.iter().zip(hashes.chunks(2)) {
            if pair[0].is_none() || pair.contains(&None) || pair[0] == pair[1] {
                continue;
            }
            let base = self.answer(&["merge-base", ours, theirs])?;
            let versions = self.versions(name, base.as_deref(), ours, theirs)?;
            if is_meant(&versions) {
                return Ok(Some(versions));
            }
        }
        Ok(None)
    }

    fn versions(
        &self,
        name: &str,
        base: Option<&str>,
        ours: &str,
        theirs: &str,
    ) -> Result<Versions, Failure> {
        let read = |commit: &str| self.blob(&format!("{commit}:./{name}"));
        let base = base.map_or(Ok(None), read)?;
        let (ours, theirs) = (read(ours)?, read(theirs)?);
        Ok(Versions { name: name.to_owned(), base, ours, theirs, unmerged: false })
    }

    /// Returns the two commits that come together.
    fn sides(&self) -> Result<Option<[String; 2]>, Failure> {
        if let Some(theirs) = self.answer(&["rev-parse", "--verify", "-q", "MERGE_HEAD"])? {
            let ours = self.answer(&["rev-parse", "--verify", "-q", "HEAD"])?;
            return Ok(ours.map(|ours| [ours, theirs]));
        }
        let line = self.answer(&["rev-list", "--parents", "-n", "1", "HEAD"])?.unwrap_or_default();
        let commits: Vec<_> = line.split(' ').collect();
        Ok(match commits[..] {
            [_, ours, theirs] => Some([ours.to_owned(), theirs.to_owned()]),
            _ => None,
        })
    }

    fn changed_by_both(
        &self,
        base: Option<&str>,
        ours: &str,
        theirs: &str,
    ) -> Result<BTreeSet<String>, Failure> {
        let Some(base) = base else { return Ok(BTreeSet::new()) };
        let changed = |side: &str| -> Result<BTreeSet<String>, Failure> {
            let arguments = ["diff-tree", "-r", "-z", "--relative", "--name-only", "--no-renames"];
            let output = run(self.folder(), &[&arguments[..], &[base, side]].concat(), Vec::new())?;
            Ok(names(&output).map(str::to_owned).collect())
        };
        let theirs = changed(theirs)?;
        Ok(changed(ours)?.into_iter().filter(|name| theirs.contains(name)).collect())
    }

    /// Returns the hashes of base, ours and theirs of the files that are not merged.
    fn unmerged(&self) -> Result<BTreeMap<String, [Option<String>; 3]>, Failure> {
        let output = run(self.folder(), &["ls-files", "-u", "-z"], Vec::new())?;
        let mut all: BTreeMap<String, [Option<String>; 3]> = BTreeMap::new();
        for line in names(&output) {
            let (facts, name) = line.split_once('\t').ok_or(Failure::Garbled)?;
            let [_, hash, stage] = facts.split(' ').collect::<Vec<_>>()[..] else {
                return Err(Failure::Garbled);
            };
            let stage: usize = stage.parse().map_err(|_| Failure::Garbled)?;
            let slot = stage.checked_sub(1).filter(|at| *at < 3).ok_or(Failure::Garbled)?;
            all.entry(name.to_owned()).or_default()[slot] = Some(hash.to_owned());
        }
        Ok(all)
    }

    fn blob(&self, expression: &str) -> Result<Option<Vec<u8>>, Failure> {
        let output = ask(self.folder(), &["cat-file", "blob", expression], Vec::new())?;
        Ok(output.status.success().then_some(output.stdout))
    }

    /// Returns the answer in a line; nothing where git has none.
    fn answer(&self, arguments: &[&str]) -> Result<Option<String>, Failure> {
        let output = ask(self.folder(), arguments, Vec::new())?;
        let line = String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned);
        Ok(line.filter(|line| output.status.success() && !line.is_empty()))
    }

    /// Returns a setting of this clone, its user or its computer.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Failure> {
        self.answer(&["config", "--get", name])
    }

    /// Writes a setting of this clone.
    pub fn set(&self, name: &str, value: &str) -> Result<(), Failure> {
        run(self.folder(), &["config", "--local", name, value], Vec::new()).map(|_| ())
    }

    /// Returns the merge drivers that the attributes give these files, in their order.
    pub fn merge_attributes(&self, files: &[&str]) -> Result<Vec<String>, Failure> {
        let words = ["check-attr", "-z", "merge", "--"];
        let output = run(self.folder(), &[&words[..], files].concat(), Vec::new())?;
        Ok(names(&output).skip(2).step_by(3).map(str::to_owned).collect())
    }
}

/// The parts of an answer that end in NUL.
fn names(output: &[u8]) -> impl Iterator<Item = &str> {
    output
        .split(|byte| *byte == 0)
        .filter_map(|name| std::str::from_utf8(name).ok())
        .filter(|name| !name.is_empty())
}
