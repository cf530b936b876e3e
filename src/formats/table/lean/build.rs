//! The cells of a problem's rows → the problem, without texts that nobody asks for. Nothing where a cell is not plain: then
//! the usual way reads it, and says what is wrong, if anything is.

use std::mem;

use super::scan::Cell;
use super::slots::Slot;
use super::values::{day, evidence, flag, kind, names, number, numbers, outcome, text_if};
use super::{Lean, Wants};
use crate::complaint::Table;
use crate::domain::day::Day;
use crate::domain::entry::{Act, ActKind, Entry, Outcome};
use crate::domain::key::Key;
use crate::domain::measure::Measure;
use crate::domain::money::Money;
use crate::domain::problem::{Extra, Problem};
use crate::domain::responsible::Responsible;

/// A row and where its cells stand in the list of all.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowCells {
    pub(super) table: Table,
    pub(super) first: usize,
    pub(super) behind: usize,
}

/// The rows of one problem.
pub(super) struct Run<'t> {
    /// Everything that was read.
    pub(super) text: &'t str,
    pub(super) rows: &'t [RowCells],
    pub(super) cells: &'t [Cell],
}

/// What an entry's cells say.
#[derive(Default)]
struct Said<'t> {
    act: Option<&'t str>,
    key: Option<Key>,
    on: Option<Day>,
    entered: Option<Day>,
    measures: Vec<u32>,
    limit: Option<String>,
    due: Option<Day>,
    asked: Option<Day>,
    next: Option<Day>,
    outcome: Option<Outcome>,
    keys: u64,
}

impl Lean {
    /// Builds the problem of a run, with the texts that are wanted.
    pub(super) fn build(&self, no: u32, run: &Run<'_>, wants: Wants) -> Option<Problem> {
        let mut problem = Problem::default();
        let count = |table| run.rows.iter().filter(|row| row.table == table).count();
        problem.measures.reserve_exact(count(Table::Measure));
        problem.entries.reserve_exact(count(Table::Entry));
        self.fill(&mut problem, no, run, wants)?;
        Some(problem)
    }

    /// Builds the problem of a run in the room of another one: at a first look nothing is copied, nor is any room taken, and
    /// everything is checked.
    pub(super) fn fill(
        &self,
        problem: &mut Problem,
        no: u32,
        run: &Run<'_>,
        wants: Wants,
    ) -> Option<()> {
        let (mut measures, mut entries) =
            (mem::take(&mut problem.measures), mem::take(&mut problem.entries));
        measures.clear();
        entries.clear();
        *problem = Problem { no, measures, entries, ..Problem::default() };
        for row in run.rows {
            match row.table {
                Table::Problem => self.itself(problem, run, row, wants)?,
                Table::Measure => problem.measures.push(self.measure(run, row, wants)?),
                Table::Entry => problem.entries.push(self.entry(run, row, wants)?),
                _ => return None,
            }
        }
        is_linked(problem).then_some(())
    }

    /// Gives each cell of a row with what becomes of it; cells that begin with a blank or a `'` are not plain. Returns the
    /// keys that are there.
    fn cells<'t>(
        &self,
        run: &Run<'t>,
        row: &RowCells,
        mut take: impl FnMut(Slot, &'t str) -> Option<()>,
    ) -> Option<u64> {
        let columns = self.slots.of(row.table);
        let mut keys = 0;
        for cell in &run.cells[row.first..row.behind] {
            let column = columns.get(cell.column)?;
            if column.slot == Slot::Head {
                continue;
            }
            let text = run.text.get(cell.start..cell.end)?;
            if !begins_plainly(text)
                || column.slot == Slot::Complete
                || (cell.escaped && column.slot != Slot::Text)
            {
                return None;
            }
            keys |= column.bit;
            if column.slot != Slot::Text {
                take(column.slot, text)?;
            }
        }
        Some(keys)
    }

    fn itself(
        &self,
        problem: &mut Problem,
        run: &Run<'_>,
        row: &RowCells,
        wants: Wants,
    ) -> Option<()> {
        let mut who = Responsible::default();
        let keys = self.cells(run, row, |slot, text| {
            match slot {
                Slot::Title => problem.title = text_if(wants.texts, text).unwrap_or_default(),
                Slot::Reference => problem.reference = text_if(wants.texts, text),
                Slot::Category => problem.category = text_if(wants.sorts, text),
                Slot::Source => problem.source = text_if(wants.sorts, text),
                Slot::Kind => problem.kind = kind(text)?,
                Slot::Found => problem.found = Some(day(text)?),
                Slot::Entered => problem.entered = Some(day(text)?),
                Slot::Limit => problem.limit = text_if(wants.units, text),
                Slot::Due => problem.due = Some(day(text)?),
                Slot::Sustained => problem.sustained = flag(text)?,
                Slot::Amount => problem.amount = Some(Money::read(text)?),
                Slot::Recoverable => problem.recoverable = Some(Money::read(text)?),
                Slot::Recurs => problem.recurs = names(text, wants.units)?,
                Slot::Tag => problem.tags = names(text, wants.sorts)?,
                other => answers(&mut who, other, text, wants)?,
            }
            Some(())
        })?;
        problem.responsible = who;
        (keys & self.slots.required[0] == self.slots.required[0]).then_some(())
    }

    fn measure(&self, run: &Run<'_>, row: &RowCells, wants: Wants) -> Option<Measure> {
        let mut measure = Measure::default();
        let keys = self.cells(run, row, |slot, text| {
            match slot {
                Slot::No => measure.no = number(text)?,
                Slot::Does => measure.text = text_if(wants.texts, text).unwrap_or_default(),
                Slot::Limit => measure.limit = text_if(wants.units, text),
                Slot::Due => measure.due = Some(day(text)?),
                Slot::Sustained => measure.sustained = flag(text)?,
                Slot::Since => measure.since = Some(day(text)?),
                Slot::Entered => measure.entered = Some(day(text)?),
                Slot::Dropped => measure.dropped = Some(day(text)?),
                other => answers(&mut measure.responsible, other, text, wants)?,
            }
            Some(())
        })?;
        let ends_before =
            measure.since.zip(measure.dropped).is_some_and(|(from, until)| until < from);
        let complete = keys & self.slots.required[1] == self.slots.required[1];
        (complete && !ends_before).then_some(measure)
    }

    fn entry(&self, run: &Run<'_>, row: &RowCells, wants: Wants) -> Option<Entry> {
        let mut said = Said::default();
        said.keys = self.cells(run, row, |slot, text| {
            match slot {
                Slot::Key => said.key = Some(text.trim_end().parse().ok()?),
                Slot::On => said.on = Some(day(text)?),
                Slot::Entered => said.entered = Some(day(text)?),
                Slot::Act => said.act = Some(text.trim_end()),
                Slot::Measures => said.measures = numbers(text)?,
                Slot::Limit => said.limit = text_if(wants.units, text),
                Slot::Due => said.due = Some(day(text)?),
                Slot::Asked => said.asked = Some(day(text)?),
                Slot::Next => said.next = Some(day(text)?),
                Slot::Outcome => said.outcome = Some(outcome(text)?),
                Slot::Evidence => evidence(text)?,
                _ => return None,
            }
            Some(())
        })?;
        let (key, on, entered) = (said.key?, said.on?, said.entered);
        let act = self.act(said)?;
        let (by, text, request, extra) = (String::new(), None, None, Extra::new());
        Some(Entry { key, on, entered, act, by, text, request, extra })
    }

    /// The act, of which only what changes how a problem stands is kept; those that are seldom are read in the usual way.
    fn act(&self, said: Said<'_>) -> Option<Act> {
        let word = said.act?;
        let act = self.slots.act(word)?;
        if said.keys & !act.allowed != 0 || act.required & !said.keys != 0 {
            return None;
        }
        let (measures, limit, evidence) = (said.measures, said.limit, Vec::new());
        Some(match act.act {
            ActKind::Progress => Act::Progress { evidence },
            ActKind::Done => Act::Done { measures, occurrence: None, evidence },
            ActKind::Return => Act::Return { measures },
            ActKind::Close => Act::Close { verifier: None, evidence, reason: None },
            ActKind::Reopen => Act::Reopen { measures, basis: None, limit, due: said.due },
            ActKind::Extend => Act::Extend {
                measures,
                limit,
                due: said.due?,
                applicant: None,
                approver: None,
                asked: said.asked,
            },
            ActKind::Review => Act::Review { outcome: said.outcome?, next: said.next, evidence },
            ActKind::Suspend => Act::Suspend { approver: None },
            ActKind::Resume => Act::Resume { approver: None },
            ActKind::Withdraw => Act::Withdraw { approver: None },
            _ => return None,
        })
    }
}

/// Tells whether a cell begins with neither a blank nor a `'`.
fn begins_plainly(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(first) if first.is_ascii() => first.is_ascii_graphic() && *first != b'\'',
        _ => !text.starts_with(char::is_whitespace),
    }
}

/// Tells whether parts have names of their own, and entries name measures that are there.
fn is_linked(problem: &Problem) -> bool {
    let (measures, entries) = (&problem.measures, &problem.entries);
    let twice = |at: usize| measures[..at].iter().any(|known| known.no == measures[at].no);
    let key_twice = |at: usize| entries[..at].iter().any(|known| known.key == entries[at].key);
    let named = || entries.iter().flat_map(|entry| entry.act.measures());
    let is_there = |no: &u32| measures.iter().any(|measure| measure.no == *no);
    // What has a life that long is compared in the usual way, which takes no longer for it.
    entries.len() < 256
        && measures.len() < 256
        && !(1..measures.len()).any(twice)
        && !(1..entries.len()).any(key_twice)
        && named().all(is_there)
}

/// Takes in who answers.
fn answers(who: &mut Responsible, slot: Slot, text: &str, wants: Wants) -> Option<()> {
    let (list, keep) = match slot {
        Slot::Lead => (&mut who.lead, wants.units),
        Slot::Joint => (&mut who.joint, wants.units),
        Slot::With => (&mut who.with, wants.units),
        Slot::Leader => (&mut who.leader, wants.persons),
        Slot::Person => (&mut who.person, wants.persons),
        _ => return None,
    };
    *list = names(text, keep)?;
    Some(())
}
