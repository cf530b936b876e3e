//! What `ledger check` looks at, and where its findings stand.

use std::ops::Range;
use std::sync::Arc;

use super::context::{Context, FileRead};
use super::failure::Stop;
use super::merging::Left;
use crate::check::{self, About, Finding, Rule, Scope};
use crate::complaint::Source;
use crate::domain::book::{Book, Lang};
use crate::domain::evidence::Files;
use crate::domain::id::Id;
use crate::domain::mend::Mending;
use crate::domain::nearest::nearest;
use crate::domain::subject::Part;
use crate::formats::record::{HeadPlaces, Places};
use crate::formats::toml;
use crate::intake::sheet::SheetTotal;
use crate::render::complaint::Remark;
use crate::render::words::{self, CheckNote, Message};
use crate::store::Stored;

/// The rules that are asked.
#[derive(Debug)]
pub(super) struct Chosen {
    only: Vec<Rule>,
    skip: Vec<Rule>,
}

impl Chosen {
    /// Reads the names of rules.
    pub(super) fn read(only: &[String], skip: &[String]) -> Result<Self, Stop> {
        let mut unknown = Vec::new();
        let mut read = |names: &[String]| {
            let mut rules = Vec::new();
            for name in names {
                match Rule::ALL.iter().find(|(known, ..)| known == name) {
                    Some((_, rule, _)) => rules.push(*rule),
                    None => unknown.push(no_rule(name)),
                }
            }
            rules
        };
        let chosen = Self { only: read(only), skip: read(skip) };
        if unknown.is_empty() { Ok(chosen) } else { Err(Stop::all_usage(unknown)) }
    }

    fn has(&self, rule: Rule) -> bool {
        (self.only.is_empty() || self.only.contains(&rule)) && !self.skip.contains(&rule)
    }
}

fn no_rule(name: &str) -> Message {
    let known = Rule::ALL.iter().map(|(known, ..)| *known);
    Message::Check(CheckNote::NoRule { name: name.to_owned(), nearest: nearest(name, known) })
}

/// What is looked at, and where it stands.
pub(super) struct Subject {
    pub(super) book: Book,
    /// The places of the problems, by ledger, in the order of the book's.
    places: Vec<Vec<Places>>,
    origin: Origin,
    /// What merging left behind, and where.
    left: Vec<Left>,
}

/// Where it was read.
enum Origin {
    /// The book, with the text of its head and the places there.
    Book { head: Arc<Source>, places: Option<HeadPlaces> },
    /// A table named with `-f`.
    Table,
    /// A sheet named with `-f`, with the totals that differ.
    Sheet { source: Arc<Source>, totals: Vec<SheetTotal> },
}

impl Subject {
    /// The book, and what merging left in it.
    pub(super) fn of_book(stored: Stored, left: Vec<Left>) -> Self {
        let places = toml::places_of_book(&stored.head);
        let origin = Origin::Book { head: stored.head, places };
        let of_ledgers = stored.ledgers.into_iter().map(|ledger| ledger.places);
        Self { book: stored.book, places: of_ledgers.collect(), origin, left }
    }

    /// A file.
    pub(super) fn of_file(read: FileRead) -> Self {
        let FileRead { book, places, source, totals } = read;
        let origin = totals.map_or(Origin::Table, |totals| Origin::Sheet { source, totals });
        Self { book, places: vec![places], origin, left: Vec::new() }
    }

    /// What the chosen rules find in the ledgers named with `-l`, or in all of it.
    pub(super) fn findings(&self, context: &Context<'_>, chosen: &Chosen) -> Vec<Finding> {
        let named = &context.options.ledgers;
        let is_named = |name: &String| named.is_empty() || named.contains(name);
        let files = self.files(context, chosen, is_named);
        let scope = match &self.origin {
            Origin::Book { .. } => Scope::Book(&files),
            Origin::Table => Scope::Table,
            Origin::Sheet { .. } => Scope::Sheet,
        };
        let mut findings = check::check(&self.book, scope, context.today);
        if let Origin::Sheet { totals, .. } = &self.origin {
            findings.extend(check::totals(totals.iter().map(|total| total.total)));
        }
        findings.extend(check::merging(self.left.iter().map(|left| left.fact.clone())));
        findings.retain(|finding| {
            let of_named = match &finding.about {
                About::Merging(at) => match self.left.get(*at).and_then(|it| it.ledger.as_ref()) {
                    Some(ledger) => is_named(ledger),
                    None => named.is_empty(),
                },
                About::Problem { ledger, .. } => is_named(ledger),
                About::Head(_) | About::Total(_) => named.is_empty(),
            };
            of_named && chosen.has(finding.fact.rule())
        });
        findings
    }

    /// What lies under the names of the files of evidence; none is opened that no rule asks for.
    fn files(
        &self,
        context: &Context<'_>,
        chosen: &Chosen,
        is_named: impl Fn(&String) -> bool,
    ) -> Files {
        let rules = [Rule::EvidenceMissing, Rule::EvidenceChanged, Rule::EvidenceNotHashed];
        let (Some(root), Origin::Book { .. }) = (&context.surroundings.root, &self.origin) else {
            return Files::new();
        };
        if context.options.at.is_some() {
            return Files::new(); // what lies on the disk now says nothing of the past
        }
        let mut wanted = std::collections::BTreeMap::new();
        if rules.into_iter().any(|rule| chosen.has(rule)) {
            let ledgers = self.book.ledgers.iter().filter(|ledger| is_named(&ledger.name));
            let entries = ledgers.flat_map(|it| &it.problems).flat_map(|it| &it.entries);
            for evidence in entries.flat_map(|entry| entry.act.evidence()) {
                let hashed = evidence.sha256.is_some() && chosen.has(Rule::EvidenceChanged);
                *wanted.entry(&evidence.path).or_insert(false) |= hashed;
            }
        }
        let look = |(path, hashed): (&String, bool)| (path.clone(), root.evidence(path, hashed));
        wanted.into_iter().map(look).collect()
    }

    /// That nothing is wrong, and in how much.
    pub(super) fn all_well(&self, named: &[String]) -> Message {
        let is_named = |name: &String| named.is_empty() || named.contains(name);
        let ledgers = self.book.ledgers.iter().filter(|ledger| is_named(&ledger.name));
        let count = |(ledgers, problems), more: usize| (ledgers + 1, problems + more);
        let (ledgers, problems) = ledgers.map(|it| it.problems.len()).fold((0, 0), count);
        Message::Check(CheckNote::AllWell { ledgers, problems })
    }

    /// How a finding is mended where it stands; nothing where somebody has to decide, or where the text says something
    /// there already.
    pub(super) fn mending(&self, finding: &Finding) -> Option<(Id, Mending)> {
        let About::Problem { ledger, no, subject } = &finding.about else { return None };
        if !matches!(self.origin, Origin::Book { .. }) {
            return None;
        }
        let mending = finding.fact.mending(subject)?;
        let adds = !matches!(mending, Mending::Name { .. });
        if adds && self.places(ledger, *no)?.has(mending.part(), mending.key()) {
            return None;
        }
        let measure = measure_of(mending.part());
        Some((Id { ledger: ledger.clone(), no: *no, measure }, mending))
    }

    /// Returns the places of a problem.
    fn places(&self, ledger: &str, no: u32) -> Option<&Places> {
        let at = self.book.ledgers.iter().position(|known| known.name == ledger)?;
        let problems = &self.book.ledgers[at].problems;
        let problem = problems.binary_search_by_key(&no, |problem| problem.no).ok()?;
        self.places.get(at)?.get(problem)
    }

    /// Joins findings with the places where they stand; within a file from top to bottom, as it is mended.
    pub(super) fn remarks(&self, findings: &[Finding], lang: Lang) -> Vec<Remark> {
        let mut remarks: Vec<_> =
            findings.iter().map(|finding| self.remark(finding, lang)).collect();
        for of_file in remarks.chunk_by_mut(|a, b| Arc::ptr_eq(&a.source, &b.source)) {
            of_file.sort_by_key(|remark| remark.span.as_ref().map(|span| span.start));
        }
        remarks
    }

    fn remark(&self, finding: &Finding, lang: Lang) -> Remark {
        let (message, help) = words::finding(lang, &finding.fact);
        let (source, span, id) = self.place(finding);
        let rule = finding.fact.rule();
        Remark {
            source,
            span,
            severity: rule.severity(),
            rule: Some(rule.name()),
            id,
            fixable: self.mending(finding).is_some(),
            message,
            label: None,
            help: Some(help),
        }
    }

    /// Where a finding stands, and the id of what it is about.
    fn place(&self, finding: &Finding) -> (Arc<Source>, Option<Range<usize>>, Option<Id>) {
        let nowhere =
            || Arc::new(Source { path: String::new(), text: String::new(), ..Source::default() });
        match (&finding.about, &self.origin) {
            (About::Problem { ledger, no, subject }, _) => {
                let id = Id { ledger: ledger.clone(), no: *no, measure: measure_of(&subject.part) };
                match self.places(ledger, *no) {
                    Some(places) => {
                        let span = within(&places.source, places.of(subject), finding);
                        (Arc::clone(&places.source), Some(span), Some(id))
                    }
                    None => (nowhere(), None, Some(id)),
                }
            }
            (About::Head(subject), Origin::Book { head, places }) => {
                let span = places.as_ref().map(|places| places.of(subject));
                (Arc::clone(head), span, None)
            }
            (About::Merging(at), _) => match self.left.get(*at) {
                Some(left) => (Arc::clone(&left.source), left.span.clone(), None),
                None => (nowhere(), None, None),
            },
            (About::Total(at), Origin::Sheet { source, totals }) => {
                (Arc::clone(source), totals.get(*at).map(|total| total.span.clone()), None)
            }
            _ => (nowhere(), None, None),
        }
    }
}

fn measure_of(part: &Part) -> Option<u32> {
    match part {
        Part::Measure(no) => Some(*no),
        _ => None,
    }
}

/// The name that is meant, where it stands in a list of names.
fn within(source: &Source, span: Range<usize>, finding: &Finding) -> Range<usize> {
    let list = source.text.get(span.clone()).unwrap_or_default();
    let name = finding.fact.name().and_then(|name| Some((list.find(name)?, name.len())));
    name.map_or(span.clone(), |(at, length)| span.start + at..span.start + at + length)
}
