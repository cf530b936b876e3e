//! The history of the book: which commits touched it, and what each of them did to which problem.

use std::collections::{BTreeMap, BTreeSet};

use super::entries::Kind;
use super::failure::Failure;
use super::names::{self, Meaning};
use super::origin::Origin;
use super::portion::Portion;
use super::revise::Texts;
use super::revision::Revision;
use super::root::Root;
use super::snapshot::{self, Moment, Snapshot};
use super::survey::Form;
use crate::domain::id::Id;
use crate::git::{Altered, Range, Repository, Step};

/// Which problems are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// All of the book, and its heads.
    All,
    /// Those of these ledgers, and their heads.
    Ledgers(Vec<String>),
    /// These, and no heads.
    Problems(BTreeSet<Id>),
}

/// With more problems than this their ledgers are walked, since git compares each path with each commit.
const MANY: usize = 100;

impl Wanted {
    /// Tells whether a problem is asked for.
    pub fn takes(&self, ledger: &str, no: u32) -> bool {
        match self {
            Self::All => true,
            Self::Ledgers(names) => names.iter().any(|name| name == ledger),
            Self::Problems(ids) => ids.contains(&Id::of_problem(ledger, no)),
        }
    }

    /// Tells whether a head is asked for; the book's own has no name.
    pub(super) fn takes_head(&self, ledger: Option<&str>) -> bool {
        match self {
            Self::All => true,
            Self::Ledgers(names) => names.iter().any(|name| ledger == Some(name)),
            Self::Problems(_) => false,
        }
    }

    /// The paths that have to be walked, in either form.
    fn paths(&self) -> Vec<String> {
        let of_ledger = |name: &str| {
            let forms = [Form::Table.file(name, 0), Form::Table.head(name)];
            [name.to_owned()].into_iter().chain(forms)
        };
        match self {
            Self::All => vec![".".to_owned()],
            Self::Ledgers(names) => names.iter().flat_map(|name| of_ledger(name)).collect(),
            Self::Problems(ids) if ids.len() > MANY => {
                let ledgers: BTreeSet<_> = ids.iter().map(|id| id.ledger.as_str()).collect();
                ledgers.into_iter().flat_map(of_ledger).collect()
            }
            Self::Problems(ids) => {
                let forms = [Form::Folder, Form::Table];
                let files =
                    ids.iter().flat_map(|id| forms.map(|form| form.file(&id.ledger, id.no)));
                let once: BTreeSet<_> = files.collect();
                once.into_iter().collect()
            }
        }
    }
}

/// Which part of the history is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its newest commit.
    pub to: Moment,
    /// What comes from this one is left out.
    pub from: Option<Moment>,
    /// Only what was committed in this second or later, in seconds since 1970 began in Greenwich.
    pub since: Option<i64>,
}

/// The history of a book.
#[derive(Debug)]
pub struct History<'a> {
    root: &'a Root,
    pub(super) repository: Repository,
}

impl<'a> History<'a> {
    /// Opens the history of a book, which must lie in a repository.
    pub fn open(root: &'a Root) -> Result<Self, Failure> {
        Ok(Self { root, repository: snapshot::repository(root)? })
    }

    /// Returns the hashes of the commits that touched what is wanted, the newest first.
    pub fn walk(&self, span: &Span, wanted: &Wanted) -> Result<Vec<String>, Failure> {
        let to = snapshot::find(&self.repository, &span.to)?;
        let from = span.from.as_ref().map(|moment| snapshot::find(&self.repository, moment));
        let from = from.transpose()?;
        let range = Range { to: &to, from: from.as_deref(), since: span.since };
        Ok(self.repository.walk(&range, &wanted.paths())?)
    }

    /// Returns what these commits did to what is wanted, in their order. Those that did nothing to it are left out.
    pub fn revisions(&self, commits: &[String], wanted: &Wanted) -> Result<Vec<Revision>, Failure> {
        let mut steps = self.repository.steps(commits, &wanted.paths())?;
        for step in &mut steps {
            step.files.retain(|file| is_wanted(file, wanted));
        }
        steps.retain(|step| !step.files.is_empty());
        let told: Vec<_> = steps.iter().map(|step| step.commit.clone()).collect();
        let mut commits = self.repository.commits(&told)?.into_iter();
        let mut texts = Texts::new(BTreeMap::new(), wanted);
        let mut revisions = Vec::new();
        let mut portion = Portion::default();
        while let Some(steps) = portion.next(&steps) {
            let beside: Vec<_> = steps
                .iter()
                .map(|step| self.in_other_form(step, wanted))
                .collect::<Result<_, _>>()?;
            let files = steps.iter().flat_map(|step| &step.files).chain(beside.iter().flatten());
            let hashes: BTreeSet<&str> = files
                .flat_map(|file| file.old.iter().chain([&file.new]))
                .flatten()
                .map(String::as_str)
                .collect();
            let contents = self.repository.contents(&hashes)?;
            portion.weigh(steps.len(), &contents);
            texts.load(contents);
            let revision = |((step, beside), commit): ((&Step, &Vec<Altered>), _)| Revision {
                commit: Some(commit),
                ..texts.revision(&step.files, beside)
            };
            revisions.extend(steps.iter().zip(&beside).zip(commits.by_ref()).map(revision));
        }
        Ok(revisions)
    }

    /// Tells whether a problem that came with a commit may have had another number before: the commit took a problem's file
    /// away, or altered a table. No text is read.
    pub fn may_have_moved(&self, commit: &str) -> Result<bool, Failure> {
        let steps = self.repository.steps(&[commit.to_owned()], &Wanted::All.paths())?;
        let lost = |file: &Altered| match names::meaning(&file.path) {
            Some(Meaning::Problem(..)) => file.new.is_none(),
            Some(Meaning::Table(_)) => file.old.iter().any(Option::is_some),
            _ => false,
        };
        Ok(steps.iter().flat_map(|step| &step.files).any(lost))
    }

    /// Returns what the parents of a merge hold in the other form: where one branch made a table of a folder, the problem
    /// of a row has a file of its own on the other.
    fn in_other_form(&self, step: &Step, wanted: &Wanted) -> Result<Vec<Altered>, Failure> {
        let parents = step.files.iter().map(|file| file.old.len()).max().unwrap_or(0);
        let form = |path: &str| match names::meaning(path)? {
            Meaning::Problem(ledger, _) => Some((ledger, Form::Folder)),
            Meaning::Table(ledger) => Some((ledger, Form::Table)),
            Meaning::BookHead | Meaning::Head(_) => None,
        };
        let mut beside = Vec::new();
        for at in (0..parents).filter(|_| parents > 1) {
            let absent = step.files.iter().filter(|file| file.old.get(at) == Some(&None));
            let absent: BTreeSet<_> = absent.filter_map(|file| form(&file.path)).collect();
            if absent.is_empty() {
                continue;
            }
            for (path, item) in self.repository.tree(&format!("{}^{}", step.commit, at + 1))? {
                let other = form(&path).filter(|(ledger, form)| {
                    let forms = [Form::Folder, Form::Table].into_iter().filter(|it| it != form);
                    forms.into_iter().any(|form| absent.contains(&(ledger.clone(), form)))
                });
                let mut old = vec![None; parents];
                old[at] = Some(item.hash);
                beside.extend(other.map(|_| Altered { path, old, new: None }));
            }
        }
        beside.retain(|file| is_wanted(file, wanted));
        Ok(beside)
    }

    /// Returns what lies on the disk and is not committed, where there is any.
    pub fn uncommitted(&self, wanted: &Wanted) -> Result<Option<Revision>, Failure> {
        let head = Snapshot::open(self.root, &Moment::Revision("HEAD".to_owned()));
        let committed = match head {
            Ok(snapshot) => snapshot.files().map(owned).collect(),
            Err(Failure::NoBookThen { .. }) => BTreeMap::new(),
            Err(other) => return Err(other),
        };
        let on_disk = fingerprints(Origin::Disk(self.root), wanted)?;
        let mut files = altered(&committed, &on_disk);
        files.retain(|file| is_wanted(file, wanted));
        if files.is_empty() {
            return Ok(None);
        }
        let old: BTreeSet<&str> =
            files.iter().flat_map(|file| file.old.iter().flatten()).map(String::as_str).collect();
        let mut contents = self.repository.contents(&old)?;
        for file in &files {
            if let Some(hash) = &file.new {
                let text = std::fs::read(self.root.path(&file.path));
                let fail = self.root.io(crate::complaint::Doing::Read, &file.path);
                contents.insert(hash.clone(), text.map_err(fail)?);
            }
        }
        Ok(Some(Texts::new(contents, wanted).revision(&files, &[])))
    }
}

fn owned((name, hash): (&str, &str)) -> (String, String) {
    (name.to_owned(), hash.to_owned())
}

fn is_wanted(file: &Altered, wanted: &Wanted) -> bool {
    match names::meaning(&file.path) {
        None => false,
        Some(Meaning::BookHead) => wanted.takes_head(None),
        Some(Meaning::Head(ledger)) => wanted.takes_head(Some(&ledger)),
        Some(Meaning::Problem(ledger, no)) => wanted.takes(&ledger, no),
        Some(Meaning::Table(ledger)) => match wanted {
            Wanted::Problems(ids) => ids.iter().any(|id| id.ledger == ledger),
            _ => wanted.takes_head(Some(&ledger)),
        },
    }
}

/// The files of a book that have a meaning, with the hashes of their texts: equal hashes are equal texts.
pub(super) fn fingerprints(
    origin: Origin<'_>,
    wanted: &Wanted,
) -> Result<BTreeMap<String, String>, Failure> {
    let root = match origin {
        Origin::Past(snapshot) => return Ok(snapshot.files().map(owned).collect()),
        Origin::Disk(root) => root,
    };
    let mut paths = Vec::new();
    for entry in origin.entries("")? {
        match entry.kind {
            Kind::File => paths.push(entry.name),
            Kind::Folder if crate::domain::id::is_ledger_name(&entry.name) => {
                let inside = origin.entries(&entry.name)?;
                let files = inside.into_iter().filter(|inner| inner.kind == Kind::File);
                paths.extend(files.map(|inner| format!("{}/{}", entry.name, inner.name)));
            }
            Kind::Folder | Kind::Other => {}
        }
    }
    let none = |path: &String| Altered { path: path.clone(), old: Vec::new(), new: None };
    paths.retain(|path| is_wanted(&none(path), wanted));
    let names: Vec<&str> = paths.iter().map(String::as_str).collect();
    let hashes = snapshot::repository(root)?.hashes_of_files(&names)?;
    Ok(paths.into_iter().zip(hashes).collect())
}

/// The files that differ between two books.
pub(super) fn altered(
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
) -> Vec<Altered> {
    let paths: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let pairs = paths.into_iter().map(|path| (path, old.get(path), new.get(path)));
    let differing = pairs.filter(|(_, old, new)| old != new);
    differing
        .map(|(path, old, new)| Altered {
            path: path.clone(),
            old: vec![old.cloned()],
            new: new.cloned(),
        })
        .collect()
}
