//! Rules about files of evidence, by what others say lies under their names.

use super::{Case, Fact, Found, Scope};
use crate::domain::evidence::{Evidence, FileState};
use crate::domain::subject::{Part, Subject};

/// Files of evidence are there, and hold what they held when they were recorded.
pub(super) fn evidence(case: &Case<'_>) -> Found {
    let Scope::Book(files) = case.scope else { return Vec::new() };
    let fact = |evidence: &Evidence| {
        let path = evidence.path.clone();
        match (files.get(&evidence.path)?, &evidence.sha256) {
            (FileState::Missing, _) => Some(Fact::EvidenceMissing(path)),
            (FileState::There(Some(found)), Some(recorded)) if found != recorded => {
                Some(Fact::EvidenceChanged(path))
            }
            (FileState::There(_), None) => Some(Fact::EvidenceNotHashed(path)),
            (FileState::There(_), Some(_)) => None,
        }
    };
    let entries = case.standing.effective.iter().map(|place| &case.written.entries[*place]);
    let found = entries.flat_map(|entry| {
        let subject = Subject::key(Part::Entry(entry.key), "evidence");
        let facts = entry.act.evidence().iter().filter_map(fact);
        facts.map(move |fact| (subject.clone(), fact))
    });
    found.collect()
}
