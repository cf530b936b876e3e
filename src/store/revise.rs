//! Files that a step touched, read as versions of problems and heads.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use super::history::Wanted;
use super::names::{self, Meaning};
use super::revision::{AnyHead, Revised, RevisedHead, Revision, State};
use super::survey::Form;
use crate::complaint::{Complaint, Source};
use crate::domain::id::Id;
use crate::domain::problem::Problem;
use crate::formats::{table, text, toml};
use crate::git::Altered;

/// The problems of a table by their numbers; nothing where it cannot be read.
type Rows = Option<Rc<BTreeMap<u32, Rc<Problem>>>>;

/// Texts by their hashes, and what was read of them already: what one step made, the next one began with.
pub(super) struct Texts<'a> {
    contents: BTreeMap<String, Vec<u8>>,
    wanted: &'a Wanted,
    tables: BTreeMap<String, Rows>,
    problems: BTreeMap<(String, u32), State>,
    /// The version of each ledger's table that was read last: the next one differs little from it.
    last: BTreeMap<String, table::Version>,
}

/// The versions of a problem as they are found, file by file.
struct Slot {
    old: Vec<State>,
    new: State,
}

/// The versions of all problems and heads that a step touched.
#[derive(Default)]
struct Slots {
    problems: BTreeMap<(String, u32), Slot>,
    heads: BTreeMap<Option<String>, RevisedHead>,
    unreadable: BTreeSet<String>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(contents: BTreeMap<String, Vec<u8>>, wanted: &'a Wanted) -> Self {
        let (tables, problems, last) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { contents, wanted, tables, problems, last }
    }

    /// Goes on with other texts, and forgets those that there were.
    pub(super) fn load(&mut self, contents: BTreeMap<String, Vec<u8>>) {
        self.contents = contents;
        self.tables.clear();
        self.problems.clear();
    }

    /// Reads what a step did; `beside` is what the parents of a merge hold in the other form.
    pub(super) fn revision(&mut self, files: &[Altered], beside: &[Altered]) -> Revision {
        let (mut slots, mut others) = (Slots::default(), Slots::default());
        for file in files {
            self.take(file, &mut slots);
        }
        for file in beside {
            self.take(file, &mut others);
        }
        slots.fill(others);
        let problems = slots.problems.into_iter().map(|((ledger, no), slot)| Revised {
            id: Id::of_problem(&ledger, no),
            old: slot.old,
            new: slot.new,
        });
        Revision {
            commit: None,
            problems: problems
                .filter(|revised| !revised.old.iter().all(|old| *old == revised.new))
                .collect(),
            heads: slots.heads.into_values().collect(),
            converted: converted(files),
            unreadable: slots.unreadable.into_iter().collect(),
        }
    }

    fn take(&mut self, file: &Altered, slots: &mut Slots) {
        match names::meaning(&file.path) {
            Some(Meaning::Problem(ledger, no)) => {
                let old: Vec<_> =
                    file.old.iter().map(|hash| self.problem(hash.as_deref(), no)).collect();
                let new = self.problem(file.new.as_deref(), no);
                slots.put(&ledger, no, old, new);
            }
            Some(Meaning::Table(ledger)) => self.table(&ledger, file, slots),
            Some(Meaning::BookHead) => self.head(None, file, slots),
            Some(Meaning::Head(ledger)) => self.head(Some(&ledger), file, slots),
            None => {}
        }
    }

    fn problem(&mut self, hash: Option<&str>, no: u32) -> State {
        let Some(hash) = hash else { return State::Absent };
        let name = (hash.to_owned(), no);
        if let Some(known) = self.problems.get(&name) {
            return known.clone();
        }
        let read = |source| toml::read_problem(&source, no);
        let state = match self.read(hash, read) {
            Some(located) => State::There(Box::new(located.value)),
            None => State::Unreadable,
        };
        self.problems.insert(name, state.clone());
        state
    }

    fn read<T>(
        &self,
        hash: &str,
        read: impl FnOnce(Arc<Source>) -> Result<T, Vec<Complaint>>,
    ) -> Option<T> {
        let source = text::decode("", self.contents.get(hash)?).ok()?;
        read(Arc::new(source)).ok()
    }

    fn table(&mut self, ledger: &str, file: &Altered, slots: &mut Slots) {
        let sides: Vec<_> = file.old.iter().chain([&file.new]).cloned().collect();
        let sides: Vec<_> = sides
            .into_iter()
            .map(|hash| hash.map_or_else(|| Some(Rc::default()), |hash| self.rows(ledger, &hash)))
            .collect();
        let readable: Option<Vec<_>> = sides.into_iter().collect();
        let Some(mut sides) = readable else {
            slots.unreadable.insert(file.path.clone());
            return;
        };
        let new = sides.pop().unwrap_or_default();
        let numbers: BTreeSet<u32> =
            sides.iter().chain([&new]).flat_map(|side| side.keys().copied()).collect();
        for no in numbers {
            let state = |side: &BTreeMap<u32, Rc<Problem>>| match side.get(&no) {
                Some(problem) => State::There(Box::new(Problem::clone(problem))),
                None => State::Absent,
            };
            let same = sides.iter().all(|side| side.get(&no) == new.get(&no));
            // What only moved between a table and a folder is told by both.
            if !same {
                slots.put(ledger, no, sides.iter().map(|side| state(side)).collect(), state(&new));
            }
        }
    }

    fn rows(&mut self, ledger: &str, hash: &str) -> Rows {
        if let Some(known) = self.tables.get(hash) {
            return known.clone();
        }
        let wanted = |no| self.wanted.takes(ledger, no);
        let source = self.contents.get(hash).and_then(|bytes| text::decode("", bytes).ok());
        let version = source.map(Arc::new).and_then(|source| match self.last.get(ledger) {
            Some(last) => last.other(source, wanted),
            None => table::Version::read(source, wanted),
        });
        let rows = version.as_ref().map(table::Version::problems);
        self.last.extend(version.map(|version| (ledger.to_owned(), version)));
        self.tables.insert(hash.to_owned(), rows.clone());
        rows
    }

    fn head(&self, ledger: Option<&str>, file: &Altered, slots: &mut Slots) {
        let mut unreadable = false;
        let mut read = |hash: &Option<String>| {
            let hash = hash.as_deref()?;
            let head = match ledger {
                None => self.read(hash, |source| {
                    toml::read_book(&source).map(|head| AnyHead::Book(Box::new(head)))
                }),
                Some(_) => self.read(hash, |source| {
                    toml::read_head(&source).map(|head| AnyHead::Ledger(Box::new(head)))
                }),
            };
            unreadable |= head.is_none();
            head
        };
        let old: Vec<_> = file.old.iter().map(&mut read).collect();
        let new = read(&file.new);
        if unreadable {
            slots.unreadable.insert(file.path.clone());
            return;
        }
        let none = || RevisedHead {
            ledger: ledger.map(str::to_owned),
            old: vec![None; old.len()],
            new: None,
        };
        let slot = slots.heads.entry(ledger.map(str::to_owned)).or_insert_with(none);
        for (place, head) in slot.old.iter_mut().zip(old) {
            *place = head.or(place.take());
        }
        slot.new = new.or(slot.new.take());
    }
}

impl Slots {
    /// Puts what one file says; a problem that changed its form has two, each of which is silent where the other speaks.
    fn put(&mut self, ledger: &str, no: u32, old: Vec<State>, new: State) {
        let none = || Slot { old: vec![State::Absent; old.len()], new: State::Absent };
        let slot = self.problems.entry((ledger.to_owned(), no)).or_insert_with(none);
        for (place, state) in slot.old.iter_mut().zip(old) {
            if state != State::Absent {
                *place = state;
            }
        }
        if new != State::Absent {
            slot.new = new;
        }
    }
}

impl Slots {
    /// Puts what parents held in the other form where nothing is known of them yet.
    fn fill(&mut self, others: Self) {
        for (name, other) in others.problems {
            let Some(slot) = self.problems.get_mut(&name) else { continue };
            let places = slot.old.iter_mut().zip(other.old);
            places
                .filter(|(place, _)| **place == State::Absent)
                .for_each(|(place, old)| *place = old);
        }
    }
}

/// The ledgers that a step put into another form: the files of one came and those of the other went.
fn converted(files: &[Altered]) -> Vec<(String, Form)> {
    let came = |file: &Altered| file.new.is_some() && file.old.iter().all(Option::is_none);
    let went = |file: &Altered| file.new.is_none() && file.old.iter().all(Option::is_some);
    let of_folder = |ledger: &str, is: &dyn Fn(&Altered) -> bool| {
        files.iter().filter(|file| is(file)).any(|file| {
            matches!(names::meaning(&file.path), Some(Meaning::Problem(name, _)) if name == ledger)
        })
    };
    let mut converted = Vec::new();
    for file in files {
        let Some(Meaning::Table(ledger)) = names::meaning(&file.path) else { continue };
        if came(file) && of_folder(&ledger, &went) {
            converted.push((ledger, Form::Table));
        } else if went(file) && of_folder(&ledger, &came) {
            converted.push((ledger, Form::Folder));
        }
    }
    converted
}
