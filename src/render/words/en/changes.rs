//! What has changed, in English.

use super::names;
use super::stands::act_detail;
use crate::domain::amendment::Field as Amended;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::entry::{ActKind, Entry};
use crate::domain::subject::Part;
use crate::render::words::changes::{content, field as name, short};
use crate::reports::changes::head::HeadKey;
use crate::reports::changes::{Change, Content, Field};
use crate::reports::diff::Kind;
use crate::reports::log::{HeadChange, HeadTold};

/// Stands in the place of a commit.
pub const UNCOMMITTED: &str = "not committed yet";
/// Nothing has changed.
pub const NOTHING: &str = "Nothing has changed.";
/// The version on the disk.
pub const WORK_TREE: &str = "work tree";
/// A file of which nothing is told.
pub const UNREADABLE: &str = "cannot be read before or after this, so nothing more is told of it";
/// How a log is made.
pub const LOG_RULE: &str = "Newest first, by the time of the commit in the book's time zone. A merge tells only what differs from each of its parents.";
/// How versions are compared.
pub const DIFF_RULE: &str = "Each version is asked for its own day. An act counts where its entry counts in the later version and did not in the earlier one; overdue is what was not overdue before.";

/// Above what lies between two versions.
pub fn diff_heading(from: (&str, Day), to: (&str, Day)) -> String {
    format!("From {} (on {}) to {} (on {})", from.0, from.1, to.0, to.1)
}

/// The kind of what lies between two versions.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::New => "new",
        Kind::Act(ActKind::Progress) => "progress",
        Kind::Act(ActKind::Done) => "reported",
        Kind::Act(ActKind::Return) => "returned",
        Kind::Act(ActKind::Close) => "closed",
        Kind::Act(ActKind::Reopen) => "reopened",
        Kind::Act(ActKind::Extend) => "extended",
        Kind::Act(ActKind::Assign) => "reassigned",
        Kind::Act(ActKind::Review) => "reviewed",
        Kind::Act(ActKind::Suspend) => "suspended",
        Kind::Act(ActKind::Resume) => "resumed",
        Kind::Act(ActKind::Transfer) => "transferred",
        Kind::Act(ActKind::Withdraw) => "withdrawn",
        Kind::Act(ActKind::Notice) => "notice issued",
        Kind::Act(ActKind::Recover) => "money recovered",
        Kind::Act(ActKind::Account) => "held to account",
        Kind::Act(ActKind::Indicator) => "indicator measured",
        Kind::Act(ActKind::Amend) => "amended",
        Kind::Act(ActKind::Void) | Kind::TakenBack => "entry counts no more",
        Kind::Overdue => "fallen overdue",
        Kind::Changed => "altered",
        Kind::Gone => "gone",
    }
}

/// The name of a field that has no label of its own.
pub fn field(field: &Field) -> &'static str {
    match field {
        Field::From => "Begins",
        Field::Until => "Ends",
        Field::Masked => "Masked",
        Field::Better => "Better",
        _ => "Entered",
    }
}

/// What changed of a problem.
pub fn change(change: &Change) -> String {
    match change {
        Change::New { measures, entries } => {
            let counted = |number: usize, one: &str, many: &str| match number {
                0 => String::new(),
                1 => format!(", 1 {one}"),
                _ => format!(", {number} {many}"),
            };
            let measures = counted(*measures, "measure", "measures");
            format!("new{measures}{}", counted(*entries, "entry", "entries"))
        }
        Change::Gone => "is not there any more, and its number is never used again".to_owned(),
        Change::Moved { from } => format!("renumbered, {from} before"),
        Change::Unreadable { now: true } => "cannot be read".to_owned(),
        Change::Unreadable { now: false } => "can be read again".to_owned(),
        Change::Field { part, field, from, to } => {
            let of = match part {
                Part::Problem | Part::Entry(_) => String::new(),
                Part::Measure(no) => format!("measure {no}, "),
                Part::Indicator(name) => format!("indicator {name}, "),
            };
            let name = match (part, field) {
                // The words of a measure, which no text of an entry stands beside.
                (Part::Measure(_), Field::Text) => amended(Amended::Text).to_owned(),
                _ => name(Lang::En, field),
            };
            format!("{of}{}", altered(&name, from.as_ref(), to.as_ref()))
        }
        Change::MeasureAdded(measure) => {
            let limit = measure.limit.as_ref().map(|limit| format!(" ({limit})"));
            format!("measure {} added: {}{}", measure.no, measure.text, limit.unwrap_or_default())
        }
        Change::MeasureGone(measure) => {
            format!("measure {} taken out, which is not allowed: {}", measure.no, measure.text)
        }
        Change::IndicatorAdded(indicator) => format!("indicator added: {}", indicator.name),
        Change::IndicatorGone(indicator) => format!("indicator taken out: {}", indicator.name),
        Change::EntryAdded(entry) => {
            format!("{}, {}", names::act(entry.act.kind()), entry_only(entry))
        }
        Change::EntryRemoved(entry) => format!(
            "entry {} taken out, which is not allowed: {}, {}",
            entry.key,
            names::act(entry.act.kind()),
            entry_only(entry)
        ),
        Change::EntryEdited { entry, field, from, to } => format!(
            "entry {} edited, which is not allowed: {}",
            entry.key,
            altered(&name(Lang::En, field), from.as_ref(), to.as_ref())
        ),
    }
}

/// What an entry says beside its act.
pub fn entry_only(entry: &Entry) -> String {
    let on = entry.day().map(|day| format!("{day}, ")).unwrap_or_default();
    let mut words = format!("{on}{}", entry.by);
    if let Some(detail) = act_detail(&entry.act) {
        words = format!("{words} ({detail})");
    }
    match &entry.text {
        Some(text) => format!("{words}: {}", short(text)),
        None => words,
    }
}

fn altered(name: &str, from: Option<&Content>, to: Option<&Content>) -> String {
    let words = |value: Option<&Content>| {
        value.map_or_else(|| "nothing".to_owned(), |value| content(Lang::En, value))
    };
    format!("{}: {} → {}", name, words(from), words(to))
}

/// What changed of a head.
pub fn head(told: &HeadTold) -> String {
    match &told.what {
        HeadChange::New => "new".to_owned(),
        HeadChange::Gone => "is not there any more".to_owned(),
        HeadChange::Keys(keys) => {
            let names: Vec<_> = keys.iter().copied().map(head_key).collect();
            let of = if told.ledger.is_some() { "head altered" } else { "altered" };
            format!("{of}: {}", names.join(", "))
        }
    }
}

/// The name of a key of a head.
fn head_key(key: HeadKey) -> &'static str {
    match key {
        HeadKey::Name => "name",
        HeadKey::Timezone => "time zone",
        HeadKey::Lang => "language",
        HeadKey::Ledger => "default ledger",
        HeadKey::Commit => "commits by itself",
        HeadKey::Policy => "policy",
        HeadKey::Unit => "units",
        HeadKey::Person => "persons",
        HeadKey::Calendar => "calendar",
        HeadKey::Title => "title",
        HeadKey::Source => "source",
        HeadKey::Owner => "owner",
        HeadKey::Issued => "day of issue",
        HeadKey::Dates => "days that limits count from",
        HeadKey::FirstIsLead => "first unit leads",
        HeadKey::Phase => "phases",
        HeadKey::Extra => "the office's own keys",
    }
}

/// The name of a field that an amendment corrects.
pub fn amended(field: Amended) -> &'static str {
    match field {
        Amended::Title => "title",
        Amended::Detail => "detail",
        Amended::Category => "category",
        Amended::Source => "source",
        Amended::Cause => "cause",
        Amended::Reference => "number on paper",
        Amended::Found => "day it was found",
        Amended::Limit => "limit",
        Amended::Due => "last day",
        Amended::Sustained => "sustained",
        Amended::Goal => "goal",
        Amended::Amount => "amount involved",
        Amended::Recoverable => "amount to be recovered",
        Amended::Text => "text",
    }
}

/// A ledger was put into another form.
pub fn converted(to_table: bool) -> &'static str {
    if to_table { "converted into a table" } else { "converted into a folder" }
}
