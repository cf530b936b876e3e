//! Which keys each table has, in the order in which they are written.

use crate::complaint::Table;
use crate::domain::entry::ActKind;

/// The keys of a problem, without its tables.
pub const PROBLEM: &[&str] = &[
    "title",
    "kind",
    "ref",
    "former",
    "detail",
    "category",
    "source",
    "cause",
    "found",
    "entered",
    "lead",
    "joint",
    "with",
    "owners",
    "leader",
    "person",
    "limit",
    "due",
    "sustained",
    "goal",
    "amount",
    "recoverable",
    "recurs",
    "tag",
    "every",
    "from",
    "until",
    "masked",
    "request",
];

/// The keys of an indicator.
pub const INDICATOR: &[&str] = &["name", "unit", "baseline", "target", "better"];

/// The keys of a measure.
pub const MEASURE: &[&str] = &[
    "no",
    "text",
    "lead",
    "joint",
    "with",
    "leader",
    "person",
    "limit",
    "due",
    "sustained",
    "since",
    "entered",
    "dropped",
    "why",
];

/// The keys that an entry may have, of whatever act.
pub const ENTRY: &[&str] = &[
    "key",
    "on",
    "entered",
    "act",
    "measure",
    "by",
    "text",
    "for",
    "outcome",
    "next",
    "verifier",
    "reason",
    "basis",
    "limit",
    "due",
    "applicant",
    "approver",
    "asked",
    "lead",
    "joint",
    "with",
    "leader",
    "person",
    "level",
    "number",
    "to",
    "ref",
    "amount",
    "form",
    "persons",
    "times",
    "name",
    "actual",
    "field",
    "old",
    "new",
    "of",
    "evidence",
    "request",
];

const HEAD: &[&str] =
    &["title", "source", "owner", "issued", "dates", "first_is_lead", "phase", "policy"];
const PHASE: &[&str] = &["name", "from", "until"];
const POLICY: &[&str] = &[
    "from",
    "immediate",
    "days",
    "rest_day",
    "bands",
    "review",
    "second_person",
    "evidence",
    "report_first",
    "count",
    "office_days",
    "ladder",
];
const BOOK: &[&str] =
    &["name", "timezone", "lang", "ledger", "commit", "policy", "unit", "person", "calendar"];
const UNIT: &[&str] = &["parent", "former", "from", "until", "successor"];
const PERSON: &[&str] = &["unit", "git"];
const CALENDAR: &[&str] = &["off", "worked"];

/// The keys that a table of a problem's parts takes beside its own values.
pub const PARTS: &[&str] = &["indicator", "measure", "entry"];

/// Returns the keys of a table, in the order in which they are written.
pub fn of(table: Table) -> &'static [&'static str] {
    match table {
        Table::Book => BOOK,
        Table::Policy => POLICY,
        Table::Unit => UNIT,
        Table::Person => PERSON,
        Table::Calendar => CALENDAR,
        Table::Head => HEAD,
        Table::Phase => PHASE,
        Table::Problem => PROBLEM,
        Table::Indicator => INDICATOR,
        Table::Measure => MEASURE,
        Table::Entry => ENTRY,
    }
}

/// Tells whether a table may have the office's own keys, `x_…`.
pub fn takes_own_keys(table: Table) -> bool {
    !matches!(table, Table::Policy | Table::Calendar | Table::Phase | Table::Indicator)
}

/// Returns the keys that an act requires, and those that it may have, beside [`OF_EVERY_ENTRY`].
/// `text` stands among the required ones where it is.
pub fn of_act(act: ActKind) -> (&'static [&'static str], &'static [&'static str]) {
    match act {
        ActKind::Progress => (&["text"], &["evidence"]),
        ActKind::Done => (&[], &["measure", "for", "evidence"]),
        ActKind::Return => (&["text"], &["measure"]),
        ActKind::Close => (&[], &["verifier", "evidence", "reason"]),
        ActKind::Reopen => (&["text"], &["measure", "basis", "limit", "due"]),
        ActKind::Extend => (&["due"], &["measure", "limit", "applicant", "approver", "asked"]),
        ActKind::Assign => (&[], &["measure", "lead", "joint", "with", "leader", "person"]),
        ActKind::Review => (&["outcome"], &["next", "evidence"]),
        ActKind::Suspend | ActKind::Resume => (&[], &["approver"]),
        ActKind::Transfer => (&["to"], &["ref"]),
        ActKind::Withdraw => (&["text"], &["approver"]),
        ActKind::Notice => (&["level", "number"], &["to"]),
        ActKind::Recover => (&["amount"], &["evidence"]),
        ActKind::Account => (&["form"], &["persons", "times"]),
        ActKind::Indicator => (&["name", "actual"], &[]),
        ActKind::Amend => (&["field", "new"], &["old"]),
        ActKind::Void => (&["of", "text"], &[]),
    }
}

/// The keys that every entry has or may have.
pub const OF_EVERY_ENTRY: &[&str] = &["key", "on", "entered", "act", "by", "text", "request"];

/// Of which an `assign` names at least one.
pub const RESPONSIBLE: &[&str] = &["lead", "joint", "with", "leader", "person"];

/// Returns the known key that was probably meant: at most two letters away.
pub fn nearest(key: &str, known: impl IntoIterator<Item = &'static str>) -> Option<&'static str> {
    let length = key.chars().count();
    known
        .into_iter()
        .map(|other| (distance(key, other), other))
        .filter(|(steps, other)| *steps <= 2 && *steps < length.max(other.len()))
        // Of two that are equally near, hands seldom slip on the first letter.
        .min_by_key(|(steps, other)| (*steps, key.chars().next() != other.chars().next()))
        .map(|(_, other)| other)
}

/// Levenshtein's distance, counted in characters.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in to.chars().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{ENTRY, PROBLEM, nearest, of_act};
    use crate::domain::entry::ActKind;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let near = |key| nearest(key, PROBLEM.iter().copied());
        assert_eq!(near("titel"), Some("title"));
        assert_eq!(near("dew"), Some("due"));
        assert_eq!(near("catagory"), Some("category"));
        assert_eq!(near("responsible"), None);
        assert_eq!(near("题"), None);
    }

    #[test]
    fn every_key_of_an_act_is_a_key_of_entries() {
        for (_, act) in ActKind::NAMES {
            let (required, optional) = of_act(act);
            assert!(required.iter().chain(optional).all(|key| ENTRY.contains(key)), "{act:?}");
        }
    }
}
