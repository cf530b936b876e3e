//! Who acts: whoever reports, verifies or asks is known to the book, where it declares its units.
//!
//! A name with a slip in it would count as a second person. Who approves, and to whom something is handed over, may stand
//! above the office or outside of it; no rule and no figure rests on these names.

use crate::domain::book::BookHead;
use crate::domain::entry::{Act, Entry};
use crate::domain::standing::Standing;

/// Returns the names of an entry under which nobody is known who could act, with their keys. Known is a unit or person
/// that the book declares, the office itself, the owner and the source of the ledger; and where no person is declared,
/// those who answer for the problem. A book that declares persons only, for their mail addresses, says nothing of units.
pub fn strangers<'a>(
    standing: &Standing<'_>,
    entry: &'a Entry,
    book: &BookHead,
) -> Vec<(&'static str, &'a str)> {
    let roster = &book.roster;
    if roster.units.is_empty() {
        return Vec::new();
    }
    let other = match &entry.act {
        Act::Close { verifier: Some(name), .. } => Some(("verifier", name.as_str())),
        Act::Extend { applicant: Some(name), .. } => Some(("applicant", name.as_str())),
        _ => None,
    };
    let actors = std::iter::once(("by", entry.by.as_str())).chain(other);
    actors.filter(|(_, name)| !is_known(standing, book, name)).collect()
}

fn is_known(standing: &Standing<'_>, book: &BookHead, name: &str) -> bool {
    let (roster, head) = (&book.roster, &standing.ledger.head);
    let offices = [book.name.as_deref(), head.owner.as_deref(), head.source.as_deref()];
    roster.knows_unit(name)
        || roster.persons.contains_key(name)
        || offices.contains(&Some(name))
        || standing.source() == Some(name)
        || (roster.persons.is_empty() && answers(standing, name))
}

/// Tells whether the name is that of a person who answers for the problem, or did so.
fn answers(standing: &Standing<'_>, name: &str) -> bool {
    let problem = &standing.problem;
    let measures = problem.measures.iter().map(|measure| &measure.responsible);
    let assigned = problem.entries.iter().filter_map(|entry| match &entry.act {
        Act::Assign { to, .. } => Some(to),
        _ => None,
    });
    let mut everyone = std::iter::once(&problem.responsible).chain(measures).chain(assigned);
    everyone.any(|who| [&who.leader, &who.person].into_iter().flatten().any(|known| known == name))
}
