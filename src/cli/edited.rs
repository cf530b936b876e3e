//! What speaks against a text that was changed by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::checking::{Chosen, Subject};
use super::context::Context;
use crate::check::{Finding, Severity};
use crate::complaint::Source;
use crate::domain::book::{BookHead, Lang};
use crate::domain::id::Id;
use crate::domain::problem::Problem;
use crate::formats::record::Located;
use crate::render::complaint::{Remark, worded};
use crate::render::words;
use crate::reports::changes::{Version, Versions};
use crate::reports::log::Stamp;
use crate::reports::verify::{Step, Subject as Of, Verifier, Violation};
use crate::store::{Opening, Root, Stored};

/// What was known before the editor had the file.
pub(super) struct Known {
    /// The problems that may not change without a trace: as the last commit has them, else as they lay there.
    problems: Vec<Problem>,
    /// The rest of the book, where all of it can be read.
    head: BookHead,
    errors: Vec<Finding>,
}

impl Known {
    pub(super) fn of(
        context: &Context<'_>,
        root: &Root,
        opening: &Opening,
    ) -> anyhow::Result<Self> {
        let lay_there = || values(opening.read(&opening.bytes).unwrap_or_default());
        let problems = root.committed(opening)?.unwrap_or_else(lay_there);
        let (head, errors) = match root.read() {
            Ok(stored) => {
                let head = stored.book.head.clone();
                (head, errors(context, &Subject::of_book(stored, Vec::new()))?)
            }
            Err(_) => ((*context.surroundings.head).clone(), Vec::new()),
        };
        Ok(Self { problems, head, errors })
    }
}

/// Says what speaks against a new text of a file: all that cannot be read, or all that may not be. Nothing where it is fine.
pub(super) fn judge(
    context: &Context<'_>,
    known: &Known,
    id: &Id,
    opening: &Opening,
    new: &[u8],
) -> anyhow::Result<Vec<Remark>> {
    let lang = context.lang();
    let located = match opening.read(new) {
        Ok(located) => located,
        Err(complaints) => return Ok(complaints.iter().map(|it| worded(it, lang)).collect()),
    };
    let violations = violations(context, known, id, &located);
    let mut against: Vec<_> =
        violations.iter().map(|violation| remark(violation, opening, lang)).collect();
    // Where other files of the book cannot be read, `check` says so, and this one is judged by itself.
    if let Ok(stored) = context.read_book() {
        let subject = Subject::of_book(with(stored, &id.ledger, located), Vec::new());
        let mut errors = errors(context, &subject)?;
        errors.retain(|finding| !known.errors.contains(finding));
        against.extend(subject.remarks(&errors, lang));
    }
    Ok(against)
}

/// A change that the history would not allow.
fn remark(violation: &Violation, opening: &Opening, lang: Lang) -> Remark {
    let source = Source { path: opening.shown.clone(), ..Source::default() };
    let id = match &violation.of {
        Of::Problem(id) => Some(id.clone()),
        Of::File(_) => None,
    };
    let about = id.as_ref().map(Id::to_string).unwrap_or_default();
    Remark {
        source: Arc::new(source),
        span: None,
        severity: Severity::Error,
        rule: Some(violation.rule.name()),
        id,
        fixable: false,
        message: format!("{about}: {}", words::violation(lang, &violation.what)),
        label: None,
        help: Some(words::edited_by_commands(lang).to_owned()),
    }
}

fn values(located: Vec<Located<Problem>>) -> Vec<Problem> {
    located.into_iter().map(|located| located.value).collect()
}

/// What `check` calls an error.
fn errors(context: &Context<'_>, subject: &Subject) -> anyhow::Result<Vec<Finding>> {
    let chosen = Chosen::read(&[], &[])?;
    let mut findings = subject.findings(context, &chosen);
    findings.retain(|finding| finding.fact.severity() == Severity::Error);
    Ok(findings)
}

/// The book with these problems in the place of those that have their numbers.
fn with(mut stored: Stored, ledger: &str, new: Vec<Located<Problem>>) -> Stored {
    let Some(at) = stored.book.ledgers.iter().position(|known| known.name == ledger) else {
        return stored;
    };
    let places = stored.ledgers.get_mut(at).map(|ledger| &mut ledger.places);
    let problems = &mut stored.book.ledgers[at].problems;
    let Some(places) = places else { return stored };
    for Located { value, places: place } in new {
        match problems.binary_search_by_key(&value.no, |known| known.no) {
            Ok(found) => {
                problems[found] = value;
                places[found] = place;
            }
            Err(free) => {
                problems.insert(free, value);
                places.insert(free, place);
            }
        }
    }
    stored
}

/// What `verify` would find if the text were committed.
fn violations(
    context: &Context<'_>,
    known: &Known,
    id: &Id,
    new: &[Located<Problem>],
) -> Vec<Violation> {
    let after = |no: u32| new.iter().map(|located| &located.value).find(|it| it.no == no);
    let problems = known.problems.iter().map(|old| Versions {
        id: Id::of_problem(&id.ledger, old.no),
        old: vec![Version::There(old)],
        new: after(old.no).map_or(Version::Absent, Version::There),
    });
    let ledger_head = context
        .surroundings
        .root
        .as_ref()
        .and_then(|root| root.ledger_head(&id.ledger))
        .unwrap_or_default();
    let stamp = Stamp {
        hash: String::new(),
        day: context.today,
        time: String::new(),
        who: String::new(),
        message: String::new(),
    };
    let mut verifier = Verifier::default();
    verifier.step(&Step {
        stamp,
        author: None,
        is_merge: false,
        problems: problems.collect(),
        unreadable: &[],
        book: &known.head,
        heads: BTreeMap::from([(id.ledger.as_str(), &ledger_head)]),
        evidence: &[],
    });
    verifier.finish(context.today, 1).violations
}
