//! Which column means what for each sort of record, found once for all rows.

use std::collections::BTreeMap;

use crate::complaint::Table;
use crate::domain::entry::ActKind;
use crate::formats::record::keys;
use crate::formats::table::columns;
use crate::formats::table::header::Header;
use crate::formats::table::line::column_of;

/// What becomes of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// It says which row it is.
    Head,
    /// Nothing: such a record has no such cell, or only the usual way knows what it means.
    Complete,
    /// A text that nobody asks for.
    Text,
    Title,
    Reference,
    Category,
    Source,
    Kind,
    Found,
    Entered,
    Lead,
    Joint,
    With,
    Leader,
    Person,
    Limit,
    Due,
    Sustained,
    Amount,
    Recoverable,
    Recurs,
    Tag,
    No,
    Does,
    Since,
    Dropped,
    Key,
    On,
    Act,
    Measures,
    Asked,
    Outcome,
    Next,
    Evidence,
}

/// A column for one sort of record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) slot: Slot,
    /// One bit for each key of the format; none for the office's own.
    pub(super) bit: u64,
}

/// What the columns of a table mean.
pub(super) struct Slots {
    problem: Vec<Column>,
    measure: Vec<Column>,
    entry: Vec<Column>,
    /// The column of `seq`.
    pub(super) seq: usize,
    /// The words of the column `record`, that of problems first.
    pub(super) records: &'static [columns::Pair],
    /// The acts by their words in both languages.
    acts: BTreeMap<String, ActWord>,
    /// The title of a problem, and the number and text of a measure.
    pub(super) required: [u64; 2],
}

/// An act, with the keys that it may have and those that it must have.
#[derive(Clone, Copy)]
pub(super) struct ActWord {
    pub(super) act: ActKind,
    pub(super) allowed: u64,
    pub(super) required: u64,
}

impl Slots {
    /// Finds them; nothing where the table has no `seq`.
    pub(super) fn new(header: &Header) -> Option<Self> {
        let of = |table| header.keys.iter().map(|key| column(table, key)).collect();
        let bits = |table, keys: &[&str]| keys.iter().fold(0, |all, key| all | bit(table, key));
        Some(Self {
            problem: of(Table::Problem),
            measure: of(Table::Measure),
            entry: of(Table::Entry),
            seq: header.position("seq")?,
            records: record_words(),
            acts: ActKind::NAMES.iter().flat_map(|(name, act)| act_words(name, *act)).collect(),
            required: [bits(Table::Problem, &["title"]), bits(Table::Measure, &["no", "text"])],
        })
    }

    /// The act of this name, in either language.
    pub(super) fn act(&self, word: &str) -> Option<ActWord> {
        self.acts.get(word).copied()
    }

    /// The columns for a sort of record; none of an indicator, which the usual way reads.
    pub(super) fn of(&self, table: Table) -> &[Column] {
        match table {
            Table::Problem => &self.problem,
            Table::Measure => &self.measure,
            Table::Entry => &self.entry,
            _ => &[],
        }
    }
}

/// The words of the column `record`, that of problems first.
fn record_words() -> &'static [columns::Pair] {
    columns::WORDS.iter().find(|(key, _)| *key == "record").map_or(&[], |(_, words)| words)
}

fn act_words(name: &str, act: ActKind) -> [(String, ActWord); 2] {
    let (required, optional) = keys::of_act(act);
    let bits = |keys: &[&str]| keys.iter().fold(0, |all, key| all | bit(Table::Entry, key));
    let chinese = columns::from_english(crate::domain::book::Lang::Zh, "act", name);
    let must = bits(&["key", "on", "act", "by"]) | bits(required);
    let allowed = bits(keys::OF_EVERY_ENTRY) | bits(required) | bits(optional);
    let word = ActWord { act, allowed, required: must };
    [(name.to_owned(), word), (chinese.unwrap_or_default().into_owned(), word)]
}

fn bit(table: Table, key: &str) -> u64 {
    keys::of(table).iter().position(|known| *known == key).map_or(0, |place| 1 << place)
}

fn column(table: Table, column: &str) -> Column {
    if ["record", "no", "seq"].contains(&column) {
        return Column { slot: Slot::Head, bit: 0 };
    }
    if column.starts_with("x_") {
        let slot = if keys::takes_own_keys(table) { Slot::Text } else { Slot::Complete };
        return Column { slot, bit: 0 };
    }
    let key = keys::of(table).iter().find(|key| column_of(table, key) == column);
    let slot = key.map_or(Slot::Complete, |key| slot(table, key));
    Column { slot, bit: key.map_or(0, |key| bit(table, key)) }
}

fn slot(table: Table, key: &str) -> Slot {
    match (table, key) {
        (Table::Problem, "title") => Slot::Title,
        (Table::Problem, "ref") => Slot::Reference,
        (Table::Problem, "category") => Slot::Category,
        (Table::Problem, "source") => Slot::Source,
        (Table::Problem, "kind") => Slot::Kind,
        (Table::Problem, "found") => Slot::Found,
        (Table::Problem, "amount") => Slot::Amount,
        (Table::Problem, "recoverable") => Slot::Recoverable,
        (Table::Problem, "recurs") => Slot::Recurs,
        (Table::Problem, "tag") => Slot::Tag,
        (Table::Problem, "detail" | "cause" | "owners" | "goal" | "request")
        | (Table::Measure, "why")
        | (
            Table::Entry,
            "by" | "text" | "request" | "verifier" | "reason" | "basis" | "applicant" | "approver",
        ) => Slot::Text,
        (Table::Measure, "no") => Slot::No,
        (Table::Measure, "text") => Slot::Does,
        (Table::Measure, "since") => Slot::Since,
        (Table::Measure, "dropped") => Slot::Dropped,
        (Table::Problem | Table::Measure, _) => of_both(key),
        (Table::Entry, "key") => Slot::Key,
        (Table::Entry, "on") => Slot::On,
        (Table::Entry, "entered") => Slot::Entered,
        (Table::Entry, "act") => Slot::Act,
        (Table::Entry, "measure") => Slot::Measures,
        (Table::Entry, "limit") => Slot::Limit,
        (Table::Entry, "due") => Slot::Due,
        (Table::Entry, "asked") => Slot::Asked,
        (Table::Entry, "outcome") => Slot::Outcome,
        (Table::Entry, "next") => Slot::Next,
        (Table::Entry, "evidence") => Slot::Evidence,
        _ => Slot::Complete,
    }
}

/// What problems and measures alike say.
fn of_both(key: &str) -> Slot {
    match key {
        "entered" => Slot::Entered,
        "lead" => Slot::Lead,
        "joint" => Slot::Joint,
        "with" => Slot::With,
        "leader" => Slot::Leader,
        "person" => Slot::Person,
        "limit" => Slot::Limit,
        "due" => Slot::Due,
        "sustained" => Slot::Sustained,
        _ => Slot::Complete,
    }
}
