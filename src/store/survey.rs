//! Which ledgers a book has, by the names of its files alone.

use std::collections::BTreeMap;
use std::fs;

use super::entries::{Entry, Kind};
use super::failure::Failure;
use super::listed;
use super::lock::Lock;
use super::names::{self, Name};
use super::origin::Origin;
use super::root::{HEAD, Root};
use crate::complaint::{Complaint, Fault};
use crate::domain::id::is_ledger_name;

/// How a ledger is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A folder with one TOML file a problem.
    Folder,
    /// One CSV table.
    Table,
}

impl Form {
    /// Returns the name of a ledger's head in the book.
    pub fn head(self, ledger: &str) -> String {
        match self {
            Self::Folder => format!("{ledger}/{}", names::HEAD),
            Self::Table => format!("{ledger}.toml"),
        }
    }

    /// Returns the name of the file in the book that holds a problem.
    pub fn file(self, ledger: &str, no: u32) -> String {
        match self {
            Self::Folder => format!("{ledger}/{}", names::of_problem(no)),
            Self::Table => names::path_of_table(ledger),
        }
    }
}

/// A ledger that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Its name.
    pub name: String,
    /// How it is kept.
    pub form: Form,
    /// Whether its head is there; if not, that is complained about.
    pub head: bool,
    /// The numbers of its problems' files; none for a table.
    pub files: Vec<u32>,
}

impl Found {
    /// A ledger of which only the head is wanted, and that has one.
    pub(super) fn without_files(name: &str, form: Form) -> Self {
        Self { name: name.to_owned(), form, head: true, files: Vec::new() }
    }
}

/// What stands in the book's folder under one name.
#[derive(Debug, Default)]
struct Traces {
    folder: bool,
    table: bool,
    head: bool,
}

/// The names of a book, and what is wrong with them.
struct Survey<'a> {
    origin: Origin<'a>,
    head: bool,
    traces: BTreeMap<String, Traces>,
    complaints: Vec<Complaint>,
}

impl Origin<'_> {
    /// Returns the names of the book's ledgers, by the names of its files alone.
    pub fn ledger_names(self) -> Result<Vec<String>, Failure> {
        let mut names = Vec::new();
        for (name, traces) in Survey::of(self)?.traces {
            let folder = traces.folder && !self.is_empty(&name)?;
            if matches!(
                (folder, traces.table, traces.head),
                (true, false, false) | (false, true, true)
            ) {
                names.push(name);
            }
        }
        Ok(names)
    }
}

impl Root {
    /// Returns the names of the book's ledgers, by the names of its files alone.
    pub fn ledger_names(&self) -> Result<Vec<String>, Failure> {
        Origin::from(self).ledger_names()
    }
}

/// Returns all ledgers by name, and what is wrong with the names of the whole book.
pub(super) fn ledgers(origin: Origin<'_>) -> Result<(Vec<Found>, Vec<Complaint>), Failure> {
    let mut survey = Survey::of(origin)?;
    survey.compare_cases();
    let mut found = Vec::new();
    for (name, traces) in std::mem::take(&mut survey.traces) {
        found.extend(survey.ledger(&name, &traces)?);
    }
    Ok((found, survey.complaints))
}

/// Returns one ledger. What is wrong elsewhere in the book does not matter to it.
pub(super) fn ledger(root: &Root, name: &str) -> Result<Found, Failure> {
    let mut survey = Survey::of(Origin::from(root))?;
    let own = ["", ".csv", ".toml"].map(|ending| root.shown(&format!("{name}{ending}")));
    survey.complaints.retain(|complaint| own.contains(&complaint.source.path));
    let traces = survey.traces.remove(name).unwrap_or_default();
    match survey.ledger(name, &traces)? {
        _ if !survey.complaints.is_empty() => Err(Failure::Complaints(survey.complaints)),
        Some(found) => Ok(found),
        None => Err(Failure::NoLedger(name.to_owned())),
    }
}

/// Returns one ledger of which some problems are wanted, without listing its folder where nobody has changed it since a
/// write; nothing where it has to be listed.
pub(super) fn known(
    lock: &Lock,
    name: &str,
    wanted: impl Iterator<Item = u32>,
) -> Result<Option<Found>, Failure> {
    let root = lock.root();
    if lock.listed.of(root, name).is_none() {
        return Ok(None);
    }
    let mut survey = Survey::of(Origin::from(root))?;
    let traces = survey.traces.remove(name).unwrap_or_default();
    if !traces.folder || traces.table || traces.head || !survey.complaints.is_empty() {
        return Ok(None);
    }
    let mut found = Found::without_files(name, Form::Folder);
    for no in wanted {
        match fs::metadata(root.path(&found.form.file(name, no))) {
            Ok(metadata) if metadata.is_file() => found.files.push(no),
            Ok(_) => return Ok(None),
            Err(_) => {}
        }
    }
    Ok(Some(found))
}

/// The same as [`ledger`], with what is to be known of it afterwards: the listing, and the highest number.
pub(super) fn listed(lock: &Lock, name: &str) -> Result<Found, Failure> {
    let stamp = listed::stamp(lock.root(), name);
    let found = ledger(lock.root(), name)?;
    if found.form == Form::Folder && lock.listed.of(lock.root(), name).is_none() {
        let highest = found.files.last().copied().unwrap_or(0);
        lock.listed.note(name, stamp, highest, None);
    }
    Ok(found)
}

/// Tells whether anything stands in the book, which may be about to be made, under a ledger's name.
pub(super) fn is_taken(root: &Root, name: &str) -> Result<bool, Failure> {
    let taken = |other: &String| other.to_lowercase() == name.to_lowercase();
    Ok(Survey::names(Origin::from(root))?.traces.keys().any(taken))
}

/// Splits a name into what stands before its last dot and behind it.
fn split(name: &str) -> (&str, &str) {
    name.rsplit_once('.').unwrap_or((name, ""))
}

/// Complains of a file of the book as a whole.
pub(super) fn complaint<'a>(origin: impl Into<Origin<'a>>, name: &str, fault: Fault) -> Complaint {
    Complaint::whole(origin.into().shown(name), fault)
}

impl<'a> Survey<'a> {
    fn of(origin: Origin<'a>) -> Result<Self, Failure> {
        let survey = Self::names(origin)?;
        if !survey.head {
            return Err(Failure::Complaints(vec![complaint(origin, HEAD, Fault::NotRegular)]));
        }
        Ok(survey)
    }

    fn names(origin: Origin<'a>) -> Result<Self, Failure> {
        let mut survey =
            Self { origin, head: false, traces: BTreeMap::new(), complaints: Vec::new() };
        let mut entries = origin.entries("")?;
        entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        for Entry { name, kind } in entries {
            survey.take(&name, kind);
        }
        Ok(survey)
    }

    fn take(&mut self, name: &str, kind: Kind) {
        match kind {
            Kind::File if name == HEAD => self.head = true,
            Kind::File => self.take_file(name),
            Kind::Folder if ["templates", "files", "maps"].contains(&name) => {}
            Kind::Folder if is_ledger_name(name) => self.traces(name).folder = true,
            Kind::Folder => self.complain(name, Fault::LedgerName(name.to_owned())),
            Kind::Other if is_ledger_name(split(name).0) => self.complain(name, Fault::NotRegular),
            Kind::Other => {}
        }
    }

    /// Files of other sorts may lie beside the ledgers; what looks like a ledger and is none is complained about.
    fn take_file(&mut self, name: &str) {
        let (stem, ending) = split(name);
        let looks_like_one = ["csv", "toml"].iter().any(|known| ending.eq_ignore_ascii_case(known));
        match ending {
            "csv" if is_ledger_name(stem) => self.traces(stem).table = true,
            "toml" if is_ledger_name(stem) => self.traces(stem).head = true,
            "csv" | "toml" => self.complain(name, Fault::LedgerName(stem.to_owned())),
            _ if looks_like_one => self.complain(name, Fault::StrayFile),
            _ => {}
        }
    }

    fn traces(&mut self, ledger: &str) -> &mut Traces {
        self.traces.entry(ledger.to_owned()).or_default()
    }

    fn complain(&mut self, name: &str, fault: Fault) {
        self.complaints.push(complaint(self.origin, name, fault));
    }

    /// Two names that differ only by case are one name on Windows and on a Mac.
    fn compare_cases(&mut self) {
        let mut seen = BTreeMap::new();
        for name in self.traces.keys().cloned().collect::<Vec<_>>() {
            if let Some(other) = seen.insert(name.to_lowercase(), name.clone()) {
                self.complain(&name, Fault::LedgerNameCase(other));
            }
        }
    }

    /// Decides what the traces of a ledger mean.
    ///
    /// Any trace of both forms is an error, so that a `convert` that was cut off is seen. An empty folder is no trace:
    /// git leaves one behind.
    fn ledger(&mut self, name: &str, traces: &Traces) -> Result<Option<Found>, Failure> {
        let files = if traces.folder { self.origin.entries(name)? } else { Vec::new() };
        let found =
            |form, head, files| Ok(Some(Found { name: name.to_owned(), form, head, files }));
        let (head, table) = (Form::Table.head(name), names::path_of_table(name));
        let (at, fault) = match (!files.is_empty(), traces.table, traces.head) {
            (false, false, false) => return Ok(None),
            (true, false, false) => {
                let (head, files) = self.files(name, &files);
                return found(Form::Folder, head, files);
            }
            (false, true, true) => return found(Form::Table, true, Vec::new()),
            (true, ..) => (name, Fault::LedgerTwice(name.to_owned())),
            (false, true, false) => (&*table, Fault::NoHead { expected: self.origin.shown(&head) }),
            (false, false, true) => {
                (&*head, Fault::NoTable { expected: self.origin.shown(&table) })
            }
        };
        self.complain(at, fault);
        Ok(None)
    }

    /// Returns whether a ledger's folder has a head, and the numbers of its problems' files, in order.
    fn files(&mut self, ledger: &str, entries: &[Entry]) -> (bool, Vec<u32>) {
        let mut numbers = Vec::new();
        let mut misnamed = Vec::new();
        let mut head = false;
        let path = |name: &str| format!("{ledger}/{name}");
        for Entry { name, kind } in entries {
            match (names::in_ledger(name), kind) {
                (Name::Stray, _) => self.complain(&path(name), Fault::StrayFile),
                (_, Kind::Folder | Kind::Other) => self.complain(&path(name), Fault::NotRegular),
                (Name::Head, Kind::File) => head = true,
                (Name::Problem(no), Kind::File) => numbers.push(no),
                (Name::Misnamed(no), Kind::File) => misnamed.push((path(name), no)),
            }
        }
        for (path, no) in misnamed {
            let expected = names::of_problem(no);
            let taken = numbers.contains(&no);
            let fault = if taken { Fault::NumberTwice(no) } else { Fault::FileName { expected } };
            self.complain(&path, fault);
        }
        if !head {
            let expected = self.origin.shown(&Form::Folder.head(ledger));
            self.complain(ledger, Fault::NoHead { expected });
        }
        numbers.sort_unstable();
        (head, numbers)
    }
}
