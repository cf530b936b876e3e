//! Three texts → one text.
//!
//! The text is git's own merge of the lines, where that goes without conflict and says exactly the merged value: so it
//! keeps the comments and the spelling of both sides. Else it is ours with the fewest bytes changed. Either is read again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Kind;
use crate::check;
use crate::complaint::{Complaint, Source};
use crate::domain::book::{Book, BookHead};
use crate::domain::day::Day;
use crate::domain::ledger::{Head, Ledger};
use crate::domain::problem::Problem;
use crate::formats::addition::Refused;
use crate::formats::{record, table, text, toml};
use crate::git::{Marks, Texts};
use crate::merge::{self, Merged, Side};
use crate::render::words::Trouble;

/// Three versions of a file, and what the rules of `ledger check` rest on.
pub struct Merging<'a> {
    /// What the file holds.
    pub kind: &'a Kind,
    /// The common ancestor; empty or nothing where both sides made the file.
    pub base: Option<&'a [u8]>,
    /// The version here.
    pub ours: &'a [u8],
    /// The version that comes in.
    pub theirs: &'a [u8],
    /// The book's head.
    pub book: &'a BookHead,
    /// The head of the ledger.
    pub head: &'a Head,
    /// The day on which it is merged.
    pub today: Day,
}

/// Base, ours and theirs, as far as there are any.
type Versions<'a, T> = [Option<&'a T>; 3];

/// The versions as texts.
struct Sources {
    base: Option<Arc<Source>>,
    ours: Arc<Source>,
    theirs: Arc<Source>,
    /// What git's merge of the lines gives without conflict.
    lines: Option<Arc<Source>>,
}

impl Merging<'_> {
    /// Returns the merged text, or all that stands against it.
    pub fn merged(&self) -> Result<String, Vec<Trouble>> {
        let sources = self.sources()?;
        match self.kind {
            Kind::Problem(_, no) => self.as_problem(*no, &sources),
            Kind::Table(_) => self.as_table(&sources),
            Kind::Head => one(
                &sources,
                toml::read_head,
                |base, ours, theirs| merge::head(&base.cloned().unwrap_or_default(), ours, theirs),
                |ours, to| toml::revise_head(ours, to, Some(&sources.theirs)),
                |_, _| Vec::new(),
            ),
            Kind::Book => one(
                &sources,
                toml::read_book,
                |base, ours, theirs| merge::book(&base.cloned().unwrap_or_default(), ours, theirs),
                |ours, to| toml::revise_book(ours, to, Some(&sources.theirs)),
                |_, _| Vec::new(),
            ),
            Kind::Other => self.as_lines(),
        }
    }

    pub(super) fn texts(&self) -> Texts<'_> {
        Texts { base: self.base.unwrap_or_default(), ours: self.ours, theirs: self.theirs }
    }

    /// What is no ledger's is merged by its lines.
    fn as_lines(&self) -> Result<String, Vec<Trouble>> {
        let marks = Marks::Lines { size: 7, labels: Default::default() };
        match self.texts().merge(&marks) {
            Ok((text, true)) => String::from_utf8(text).map_err(|_| vec![Trouble::Unwritable]),
            Ok((_, false)) => Err(Vec::new()),
            Err(failure) => Err(vec![Trouble::Git(format!("{failure:?}"))]),
        }
    }

    fn sources(&self) -> Result<Sources, Vec<Trouble>> {
        if *self.kind == Kind::Other {
            let empty =
                Arc::new(Source { path: String::new(), text: String::new(), ..Source::default() });
            let (ours, theirs) = (Arc::clone(&empty), empty);
            return Ok(Sources { base: None, ours, theirs, lines: None });
        }
        let decode = |bytes: &[u8]| text::decode("", bytes).map(Arc::new).ok();
        let base = self.base.filter(|bytes| !bytes.is_empty());
        let marks = Marks::Lines { size: 7, labels: Default::default() };
        let lines = self.texts().merge(&marks).ok().filter(|(_, clean)| *clean);
        let read = (base.map(decode), decode(self.ours), decode(self.theirs));
        let troubles = [
            (matches!(read.0, Some(None)), Trouble::Unreadable(None)),
            (read.1.is_none(), Trouble::Unreadable(Some(Side::Ours))),
            (read.2.is_none(), Trouble::Unreadable(Some(Side::Theirs))),
        ];
        match read {
            (base, Some(ours), Some(theirs)) if !matches!(base, Some(None)) => Ok(Sources {
                base: base.flatten(),
                ours,
                theirs,
                lines: lines.and_then(|(bytes, _)| decode(&bytes)),
            }),
            _ => Err(troubles.into_iter().filter(|(so, _)| *so).map(|(_, it)| it).collect()),
        }
    }

    fn as_problem(&self, no: u32, sources: &Sources) -> Result<String, Vec<Trouble>> {
        one(
            sources,
            |source| Ok(toml::read_problem(source, no)?.value),
            merge::problem,
            |ours, to| toml::revise_problem(ours, to, Some(&sources.theirs)),
            |merged, versions| self.wrong(merged, versions),
        )
    }

    fn as_table(&self, sources: &Sources) -> Result<String, Vec<Trouble>> {
        // A column that came in is kept, also where no row fills it yet.
        let old = sources.base.as_ref().map(|base| table::columns_of(&base.text));
        let old = old.unwrap_or_default();
        let mut columns = table::columns_of(&sources.theirs.text);
        columns.retain(|column| !old.contains(column));
        let read = |source: &Arc<Source>| -> Result<Vec<Problem>, Vec<Complaint>> {
            let all = table::read(source)?.into_iter().map(|problem| problem.value);
            Ok(all.collect())
        };
        one(
            sources,
            read,
            |base, ours, theirs| merge::problems(base.map_or(&[], Vec::as_slice), ours, theirs),
            |ours, to| table::revise(ours, to, &columns),
            |merged, versions| {
                let numbers = |all: &Vec<Problem>| all.iter().map(|it| it.no).collect::<Vec<_>>();
                let both = versions[1..].iter().flatten().flat_map(|all| numbers(all));
                if BTreeSet::from_iter(numbers(merged)) != both.collect() {
                    return vec![Trouble::Unwritable];
                }
                let of_one = |problem: &Problem| {
                    let of = versions.map(|all| all?.iter().find(|one| one.no == problem.no));
                    self.wrong(problem, of)
                };
                merged.iter().flat_map(of_one).collect()
            },
        )
    }

    /// What is wrong with the merged problem and with neither of the two, and what stands in none of the versions.
    fn wrong(&self, merged: &Problem, versions: Versions<'_, Problem>) -> Vec<Trouble> {
        let [_, ours, theirs] = versions;
        if ours == Some(merged) || theirs == Some(merged) {
            return Vec::new();
        }
        if !invents_nothing(merged, versions) {
            return vec![Trouble::Unwritable];
        }
        let name = self.kind.ledger().unwrap_or_default().to_owned();
        let ledger = Ledger { name, head: self.head.clone(), problems: Vec::new() };
        let book = Book { head: self.book.clone(), ledgers: Vec::new() };
        let found = |before| check::new_findings(&book, &ledger, before, merged, self.today);
        let of_theirs = found(theirs);
        found(ours)
            .into_iter()
            .filter(|finding| of_theirs.contains(finding))
            .map(|finding| Trouble::Wrong { no: merged.no, fact: finding.fact })
            .collect()
    }
}

/// Merges three sources of one sort.
fn one<T: PartialEq>(
    sources: &Sources,
    read: impl Fn(&Arc<Source>) -> Result<T, Vec<Complaint>>,
    merge: impl Fn(Option<&T>, &T, &T) -> Merged<T>,
    revise: impl Fn(&Arc<Source>, &T) -> Result<String, Refused>,
    wrong: impl Fn(&T, Versions<'_, T>) -> Vec<Trouble>,
) -> Result<String, Vec<Trouble>> {
    let base = sources.base.as_ref().map(|source| read(source).map_err(|_| None));
    let ours = read(&sources.ours).map_err(|_| Some(Side::Ours));
    let theirs = read(&sources.theirs).map_err(|_| Some(Side::Theirs));
    let (base, ours, theirs) = match (base.transpose(), ours, theirs) {
        (Ok(base), Ok(ours), Ok(theirs)) => (base, ours, theirs),
        (base, ours, theirs) => {
            let sides = [base.err(), ours.err(), theirs.err()];
            return Err(sides.into_iter().flatten().map(Trouble::Unreadable).collect());
        }
    };
    let clashes = |found: Vec<_>| found.into_iter().map(Trouble::Clash).collect::<Vec<_>>();
    let merged = merge(base.as_ref(), &ours, &theirs).map_err(clashes)?;
    let wrong = wrong(&merged, [base.as_ref(), Some(&ours), Some(&theirs)]);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    if let Some(lines) = &sources.lines
        && read(lines).is_ok_and(|read| read == merged)
    {
        return Ok(lines.text.clone());
    }
    let text = revise(&sources.ours, &merged).map_err(|_| vec![Trouble::Unwritable])?;
    let lost = lost_comments(sources, &text);
    if lost.is_empty() { Ok(text) } else { Err(lost) }
}

/// The comments that theirs has and neither the common ancestor nor the result.
fn lost_comments(sources: &Sources, text: &str) -> Vec<Trouble> {
    // In a table a sign of comments is text.
    if !sources.ours.text.is_empty() && table::is_table(&sources.ours.text) {
        return Vec::new();
    }
    let counted = |text: &str| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for span in toml::comments(text) {
            *counts.entry(text[span].trim_end().to_owned()).or_default() += 1;
        }
        counts
    };
    let base = sources.base.as_ref().map(|base| counted(&base.text)).unwrap_or_default();
    let result = counted(text);
    let count =
        |counts: &BTreeMap<String, usize>, comment: &str| counts.get(comment).copied().unwrap_or(0);
    counted(&sources.theirs.text)
        .into_iter()
        .filter(|(comment, times)| {
            *times > count(&base, comment) && *times > count(&result, comment)
        })
        .map(|(comment, _)| Trouble::Comment(comment))
        .collect()
}

/// Tells whether each value of a merged problem stands in one of the three versions.
fn invents_nothing(merged: &Problem, versions: Versions<'_, Problem>) -> bool {
    let known: Vec<_> = versions.into_iter().flatten().flat_map(record::records_of).collect();
    record::records_of(merged).iter().all(|record| {
        record.fields.iter().all(|field| {
            let same = |other: &record::Record| {
                other.table == record.table
                    && other.fields.iter().any(|own| {
                        own.key == field.key && own.value.to_cell() == field.value.to_cell()
                    })
            };
            known.iter().any(same)
        })
    })
}
