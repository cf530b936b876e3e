//! The book as a commit holds it, read from git's objects: nothing is checked out, nothing is written.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::{Entry, Kind};
use super::failure::Failure;
use super::names;
use super::root::Root;
use crate::domain::day::Day;
use crate::git::{self, Commit, Item, Repository};

/// Which commit is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// The one that this name means to git.
    Revision(String),
    /// The last one on the way back from `HEAD` along first parents that was made by the end of a day.
    EndOf {
        /// The day.
        day: Day,
        /// Its last second in the book's time zone, counted since 1970 began in Greenwich.
        second: i64,
    },
}

/// A book as a commit holds it.
#[derive(Debug, Clone)]
pub struct Snapshot {
    repository: Repository,
    commit: Commit,
    /// What complaints begin the names of its files with: `REV:ledgers/`, as git takes it.
    prefix: String,
    /// All files below the book's folder, by their paths from there; a link to a file stands as that file.
    items: BTreeMap<String, Item>,
}

/// Returns the repository that a book lies in.
pub(super) fn repository(root: &Root) -> Result<Repository, Failure> {
    Repository::at(root.folder()).ok_or(Failure::NoRepository)
}

/// Finds a commit.
pub(super) fn find(repository: &Repository, moment: &Moment) -> Result<String, Failure> {
    match moment {
        Moment::Revision(name) => match repository.commit(name)? {
            Some(hash) => Ok(hash),
            None => Err(unknown(repository, name)?),
        },
        Moment::EndOf { day, second } => {
            let Some(head) = repository.commit("HEAD")? else {
                return Err(unknown(repository, "HEAD")?);
            };
            let found = repository.last_until(&head, *second)?;
            let shallow = found.is_none() && repository.is_shallow()?;
            found.ok_or(Failure::BeforeFirst { day: *day, shallow })
        }
    }
}

fn unknown(repository: &Repository, name: &str) -> Result<Failure, Failure> {
    let shallow = repository.is_shallow()?;
    Ok(Failure::UnknownRevision { name: name.to_owned(), shallow })
}

impl Snapshot {
    /// Lists what a commit of the book's repository has of the book. No text is read.
    pub fn open(root: &Root, moment: &Moment) -> Result<Self, Failure> {
        let repository = repository(root)?;
        let hash = find(&repository, moment)?;
        let commit = repository.commits(std::slice::from_ref(&hash))?.remove(0);
        let mut items = repository.tree(&hash)?;
        let folder = repository.prefix();
        if items.is_empty() {
            let commit = commit.short().to_owned();
            return Err(Failure::NoBookThen { commit, folder });
        }
        follow_links(&repository, &mut items)?;
        let named = match moment {
            Moment::Revision(name) => name,
            Moment::EndOf { .. } => commit.short(),
        };
        let prefix = format!("{named}:{folder}");
        Ok(Self { repository, commit, prefix, items })
    }

    /// The commit.
    pub fn commit(&self) -> &Commit {
        &self.commit
    }

    /// Returns a file's text, if the commit has it and it is one.
    pub fn text(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let mut contents = self.contents(|other| other == name)?;
        Ok(self.hash(name).and_then(|hash| contents.remove(hash)))
    }

    /// Returns the bytes of a file that no ledger has, where the commit has it.
    pub(super) fn other(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(hash) = self.hash(name) else { return Ok(None) };
        Ok(self.repository.contents(&BTreeSet::from([hash]))?.remove(hash))
    }

    pub(super) fn shown(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    pub(super) fn hash(&self, name: &str) -> Option<&str> {
        Some(&self.items.get(name)?.hash)
    }

    /// The files of ledgers and heads, with their hashes.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self.items.iter().filter(|(_, item)| item.kind == git::Kind::File);
        let texts = files.filter(|(name, _)| may_be_read(name));
        texts.map(|(name, item)| (name.as_str(), item.hash.as_str()))
    }

    /// Reads the texts of those files of ledgers and heads that are wanted, by their hashes.
    pub(super) fn contents(
        &self,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
        let hashes: BTreeSet<_> =
            self.files().filter(|(name, _)| wanted(name)).map(|(_, hash)| hash).collect();
        Ok(self.repository.contents(&hashes)?)
    }

    /// Lists a folder as the disk would list it: git keeps no empty ones.
    pub(super) fn entries(&self, folder: &str) -> Vec<Entry> {
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let mut entries: Vec<Entry> = Vec::new();
        for (path, item) in &self.items {
            let Some(below) = path.strip_prefix(&prefix) else { continue };
            let (name, kind) = match below.split_once('/') {
                Some((folder, _)) => (folder, Kind::Folder),
                None => (below, of_item(item)),
            };
            let known = entries.last().is_some_and(|last| last.name == name);
            if !known && !names::is_passed_over_in(folder, name) {
                entries.push(Entry { name: name.to_owned(), kind });
            }
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        entries
    }
}

fn of_item(item: &Item) -> Kind {
    match item.kind {
        git::Kind::File => Kind::File,
        git::Kind::Link | git::Kind::Submodule => Kind::Other,
    }
}

/// Tells whether a file may be a ledger's or a head. Evidence, templates and the lock are never read.
fn may_be_read(name: &str) -> bool {
    let passed_over = name.split('/').any(names::is_passed_over);
    let elsewhere = ["files/", "templates/"].iter().any(|folder| name.starts_with(folder));
    let ending = name.rsplit('.').next().unwrap_or_default();
    ["toml", "csv"].contains(&ending) && !passed_over && !elsewhere
}

/// Puts in the place of each link the file of the book that it leads to, as opening it on the disk would.
fn follow_links(
    repository: &Repository,
    items: &mut BTreeMap<String, Item>,
) -> Result<(), Failure> {
    let is_link = |item: &Item| item.kind == git::Kind::Link;
    let links: BTreeMap<_, _> = items
        .iter()
        .filter(|(name, item)| is_link(item) && may_be_read(name))
        .map(|(name, item)| (name.clone(), item.hash.clone()))
        .collect();
    let contents = repository.contents(&links.values().map(String::as_str).collect())?;
    for (name, hash) in links {
        let target = contents.get(&hash).map(|path| String::from_utf8_lossy(path).into_owned());
        let target = target.and_then(|path| items.get(&resolve(&name, &path)?));
        if let Some(file) = target.filter(|item| item.kind == git::Kind::File).cloned() {
            items.insert(name, file);
        }
    }
    Ok(())
}

/// Where a link leads within the book's folder; nothing where it leads out of it.
fn resolve(link: &str, target: &str) -> Option<String> {
    let mut path: Vec<&str> = link.split('/').collect();
    path.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => _ = path.pop()?,
            "" => return None, // an absolute path, which may lead anywhere
            name => path.push(name),
        }
    }
    Some(path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn a_link_may_lead_anywhere_in_the_book() {
        let to = |target| resolve("2022/001.toml", target);
        assert_eq!(to("../2021/./001.toml").as_deref(), Some("2021/001.toml"));
        assert_eq!(to("002.toml").as_deref(), Some("2022/002.toml"));
        assert_eq!(to("../../outside.toml"), None);
        assert_eq!(to("/etc/passwd"), None);
    }
}
