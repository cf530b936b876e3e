//! Every step of the book's history by itself, with the heads that were in force when it was made.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::failure::Failure;
use super::history::{History, Span, Wanted};
use super::names::{self, Meaning};
use super::portion::Portion;
use super::revise::Texts;
use super::revision::{AnyHead, Revision};
use super::snapshot;
use crate::domain::book::BookHead;
use crate::domain::ledger::Head;
use crate::formats::{text, toml};
use crate::git::{Altered, Edge, Range};

/// A step from one parent to a commit.
#[derive(Debug)]
pub struct Step {
    /// What it did, with one earlier version of each problem.
    pub revision: Revision,
    /// Whether its commit has several parents, each with a step of its own; these follow one another.
    pub is_merge: bool,
    /// The heads in force after it.
    pub heads: Rc<Heads>,
    /// The files of evidence that it changed: the path, and the SHA-256 of what lies there now.
    pub evidence: Vec<(String, Option<String>)>,
}

/// The heads of a book at a commit.
#[derive(Debug, Clone, Default)]
pub struct Heads {
    /// The book's; the default one where it cannot be read.
    pub book: Rc<BookHead>,
    /// Those of the ledgers, by name.
    pub ledgers: BTreeMap<String, Rc<Head>>,
}

impl History<'_> {
    /// Shows each step that leads to the end of a span, no child before its parents. `on_the_way` is told how many of how
    /// many were shown. A clone that lacks older commits is refused: what it lacks may be what is looked for.
    pub fn each_step<E: From<Failure>>(
        &self,
        span: &Span,
        mut on_the_way: impl FnMut(usize, usize),
        mut show: impl FnMut(&Step) -> Result<(), E>,
    ) -> Result<usize, E> {
        let mut edges = self.edges(span)?;
        let all = edges.len();
        let mut walk = Walk {
            history: self,
            texts: Texts::new(BTreeMap::new(), &Wanted::All),
            heads: BTreeMap::new(),
            portion: Portion::default(),
        };
        let mut rest = edges.as_mut_slice();
        while !rest.is_empty() {
            let (edges, further) = rest.split_at_mut(walk.portion.size().min(rest.len()));
            for step in walk.steps_of(edges)? {
                show(&step)?;
            }
            on_the_way(all - further.len(), all);
            rest = further;
        }
        Ok(all)
    }

    fn edges(&self, span: &Span) -> Result<Vec<Edge>, Failure> {
        if self.repository.is_shallow()? {
            return Err(Failure::Shallow);
        }
        let to = snapshot::find(&self.repository, &span.to)?;
        let from = span.from.as_ref().map(|moment| snapshot::find(&self.repository, moment));
        let from = from.transpose()?;
        let range = Range { to: &to, from: from.as_deref(), since: span.since };
        Ok(self.repository.ancestry(&range)?)
    }
}

/// A walk along the steps, and what it keeps in mind.
struct Walk<'a> {
    history: &'a History<'a>,
    texts: Texts<'a>,
    heads: BTreeMap<String, Rc<Heads>>,
    portion: Portion,
}

impl Walk<'_> {
    fn steps_of(&mut self, edges: &mut [Edge]) -> Result<Vec<Step>, Failure> {
        let repository = &self.history.repository;
        repository.fill(edges)?;
        let files = edges.iter().flat_map(|edge| &edge.files);
        let of_book = files.clone().filter(|file| names::meaning(&file.path).is_some());
        let old_and_new = of_book.flat_map(|file| file.old.iter().chain([&file.new])).flatten();
        // Evidence that only came is what its entry says, or `check` complains of it.
        let altered = files.filter(|file| is_altered_evidence(file));
        let proofs = altered.filter_map(|file| file.new.as_ref());
        let hashes: BTreeSet<&str> = old_and_new.chain(proofs).map(String::as_str).collect();
        let contents = repository.contents(&hashes)?;
        self.portion.weigh(edges.len(), &contents);
        let proofs =
            edges.iter().flat_map(|edge| &edge.files).filter(|file| is_altered_evidence(file));
        let proofs = proofs.filter_map(|file| file.new.clone());
        let digest = |hash: String| Some((super::evidence::sha256_of(contents.get(&hash)?), hash));
        let digests: BTreeMap<String, String> =
            proofs.filter_map(digest).map(|(digest, hash)| (hash, digest)).collect();
        self.texts.load(contents);
        let mut told: Vec<_> = edges.iter().map(|edge| edge.commit.clone()).collect();
        told.dedup();
        let commits = repository.commits(&told)?;
        let commits: BTreeMap<_, _> =
            commits.into_iter().map(|commit| (commit.hash.clone(), commit)).collect();
        let mut steps = Vec::new();
        for edge in edges.iter() {
            let of_book = edge.files.iter().filter(|file| names::meaning(&file.path).is_some());
            let files: Vec<_> = of_book.cloned().collect();
            let revision = Revision {
                commit: commits.get(&edge.commit).cloned(),
                ..self.texts.revision(&files, &[])
            };
            let after = self.heads_after(edge, &revision)?;
            let proofs = edge.files.iter().filter(|file| is_altered_evidence(file));
            let evidence = proofs.map(|file| {
                let digest = file.new.as_ref().and_then(|hash| digests.get(hash));
                (file.path.clone(), digest.cloned())
            });
            let evidence = evidence.collect();
            steps.push(Step { revision, is_merge: edge.is_merge, heads: after, evidence });
        }
        Ok(steps)
    }

    /// The heads of the first parent, with what the step changed in them.
    fn heads_after(&mut self, edge: &Edge, revision: &Revision) -> Result<Rc<Heads>, Failure> {
        if let Some(heads) = self.heads.get(&edge.commit) {
            return Ok(Rc::clone(heads)); // of another parent
        }
        let before = match &edge.parent {
            None => Rc::default(),
            Some(parent) => match self.heads.get(parent) {
                Some(heads) => Rc::clone(heads),
                None => Rc::new(self.heads_at(parent)?),
            },
        };
        let mut after = before;
        for revised in &revision.heads {
            let heads = Rc::make_mut(&mut after);
            match (&revised.ledger, &revised.new) {
                (None, Some(AnyHead::Book(head))) => heads.book = Rc::new((**head).clone()),
                (Some(name), Some(AnyHead::Ledger(head))) => {
                    heads.ledgers.insert(name.clone(), Rc::new((**head).clone()));
                }
                _ => {}
            }
        }
        self.heads.insert(edge.commit.clone(), Rc::clone(&after));
        Ok(after)
    }

    /// Reads the heads of a commit before the span.
    fn heads_at(&self, commit: &str) -> Result<Heads, Failure> {
        let repository = &self.history.repository;
        let tree = repository.tree(commit)?;
        let is_head =
            |path: &str| matches!(names::meaning(path), Some(Meaning::BookHead | Meaning::Head(_)));
        let files: Vec<_> = tree.iter().filter(|(path, _)| is_head(path)).collect();
        let contents =
            repository.contents(&files.iter().map(|(_, item)| item.hash.as_str()).collect())?;
        let mut heads = Heads::default();
        for (path, item) in files {
            let source = contents.get(&item.hash).and_then(|bytes| text::decode("", bytes).ok());
            let Some(source) = source.map(std::sync::Arc::new) else { continue };
            match names::meaning(path) {
                Some(Meaning::Head(ledger)) => {
                    let head = toml::read_head(&source).unwrap_or_default();
                    heads.ledgers.insert(ledger, Rc::new(head));
                }
                _ => heads.book = Rc::new(toml::read_book(&source).unwrap_or_default()),
            }
        }
        Ok(heads)
    }
}

fn is_altered_evidence(file: &Altered) -> bool {
    file.path.starts_with("files/") && file.old.iter().any(Option::is_some)
}
