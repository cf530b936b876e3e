//! One row of a sheet, from which cells are taken one by one; what is left is kept under its own header.

use std::borrow::Cow;
use std::ops::Range;

use super::cells;
use super::days::{self, DayRead};
use super::fills::Fills;
use super::headers::{self, Meaning};
use super::layout::{Column, Layout};
use super::said::Said;
use super::terms::{Rules, Unread};
use crate::complaint::{BadCell, Grade, SheetRemark, Table};
use crate::domain::day::Day;
use crate::domain::money::Money;
use crate::formats::record::{Field, Raw, Record};
use crate::formats::table::rows::{self, Row};

/// A cell with text, that of the sheet itself where no quotes are in it.
#[derive(Debug, Clone)]
pub(super) struct Cell<'a> {
    pub(super) span: Range<usize>,
    pub(super) text: Cow<'a, str>,
    column: usize,
    /// The row from which a merged cell holds for this one, too.
    from: Option<usize>,
}

impl<'a> Cell<'a> {
    /// Its column, from 0.
    pub(super) fn column(&self) -> usize {
        self.column
    }

    /// A part of its text.
    pub(super) fn part(&self, part: Range<usize>) -> Cow<'a, str> {
        match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[part]),
            Cow::Owned(text) => Cow::Owned(text[part].to_owned()),
        }
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// A row and which of its cells were not yet taken.
#[derive(Debug, Clone)]
pub(super) struct SheetRow<'a> {
    /// Its place in the sheet.
    pub(super) place: usize,
    /// Counted from the header.
    pub(super) number: usize,
    pub(super) span: Range<usize>,
    text: &'a str,
    layout: &'a Layout,
    cells: Vec<Cell<'a>>,
    /// Columns that are merged with a row above, and that row.
    merged: &'a [(usize, usize)],
}

impl<'a> SheetRow<'a> {
    /// Takes a row of a table; merged cells of problem columns hold for it, too.
    pub(super) fn new(
        text: &'a str,
        layout: &'a Layout,
        all: &[Row],
        place: usize,
        fills: &'a Fills,
        said: &mut Said,
    ) -> Self {
        let row = &all[place];
        let mut cells = Vec::with_capacity(row.cells.len());
        for (column, span) in row.cells.iter().take(layout.columns.len()).enumerate() {
            let text = trimmed(rows::value(text, span));
            let Column { meaning, ignored, mapped, .. } = &layout.columns[column];
            if *ignored || text.is_empty() || meaning.is_some() && cells::is_dash(&text) {
                continue;
            }
            if cells::says_nothing(&text, *meaning) {
                said.empty += 1;
                continue;
            }
            if *mapped {
                said.grade(span, Grade::Mapped);
            }
            cells.push(Cell { span: span.clone(), text, column, from: None });
        }
        let number = place - layout.rows.start;
        let merged = fills.of(place);
        let mut new = Self { place, number, span: row.span.clone(), text, layout, cells, merged };
        let is_problem = new.has(Meaning::Title);
        for (column, from) in merged {
            new.fill(*column, *from, is_problem, all, said);
        }
        new
    }

    /// Over the measures of a problem a merged cell holds for who answers and the like; over problems for all that it says,
    /// but an amount would be counted twice.
    fn fill(&mut self, column: usize, from: usize, is_problem: bool, all: &[Row], said: &mut Said) {
        let Some(Column { meaning, ignored, .. }) = self.layout.columns.get(column) else { return };
        let is_free = self.cells.iter().all(|cell| cell.column != column);
        let holds = is_problem || meaning.is_some_and(Meaning::fills_down);
        if *ignored || !is_free || from < self.layout.rows.start || !holds {
            return;
        }
        let Some(span) = all.get(from).and_then(|row| row.cells.get(column)) else { return };
        let text = trimmed(rows::value(self.text, span));
        if text.is_empty() || cells::is_dash(&text) {
            return;
        }
        if *meaning == Some(Meaning::Amount) {
            said.note(SheetRemark::AmountOfSeveral, span);
        } else {
            self.cells.push(Cell { span: span.clone(), text, column, from: Some(from) });
        }
    }

    /// Leaves out what a merged cell says here, where `keep` does not want it.
    pub(super) fn unfill(&mut self, keep: impl Fn(Meaning, usize) -> bool) {
        let layout = self.layout;
        self.cells.retain(|cell| {
            let meaning = layout.columns[cell.column].meaning;
            cell.from.is_none_or(|from| meaning.is_some_and(|meaning| keep(meaning, from)))
        });
    }

    /// Tells whether a cell of the row at `from` is merged down over this one.
    pub(super) fn is_below(&self, from: usize, cell: &Cell<'_>) -> bool {
        self.merged.contains(&(cell.column, from))
    }

    /// The row from which a merged title holds for this one.
    pub(super) fn title_from(&self) -> Option<usize> {
        self.get(Meaning::Title)?.from
    }

    pub(super) fn rules(&self) -> &'a Rules {
        &self.layout.rules
    }

    /// The key under which texts of a column of this meaning are kept that have no other place.
    pub(super) fn own_key(&self, meaning: Meaning) -> &'a str {
        let column = self.layout.columns.iter().find(|column| column.meaning == Some(meaning));
        column.map_or("x_limit", |column| &column.own_key)
    }

    /// Tells whether the column of the state may hold sentences.
    pub(super) fn may_tell(&self) -> bool {
        let column = self.layout.columns.iter().find(|it| it.meaning == Some(Meaning::Status));
        let told = column.is_some_and(|column| headers::may_tell(&column.header));
        told && !self.has(Meaning::Progress)
    }

    /// What stands above a column of the meaning.
    pub(super) fn header(&self, meaning: Meaning) -> &'a str {
        let column = self.layout.columns.iter().find(|column| column.meaning == Some(meaning));
        column.map_or("", |column| &column.header)
    }

    /// The only cell with text; nothing where there are several.
    pub(super) fn only(&self) -> Option<&Cell<'a>> {
        self.cells.first().filter(|cell| self.cells.len() == 1 && cell.from.is_none())
    }

    /// What the column of a cell holds.
    pub(super) fn meaning_of(&self, cell: &Cell<'_>) -> Option<Meaning> {
        self.layout.columns[cell.column].meaning
    }

    /// Tells whether the table numbers its problems, and this row has no number.
    pub(super) fn lacks_number(&self) -> bool {
        let is_number = |column: &Column| column.meaning == Some(Meaning::Reference);
        self.layout.columns.iter().any(is_number) && !self.has(Meaning::Reference)
    }

    /// The first cell with text.
    pub(super) fn first(&self) -> Option<&Cell<'a>> {
        self.cells.first()
    }

    pub(super) fn get(&self, meaning: Meaning) -> Option<&Cell<'a>> {
        self.cells.iter().find(|cell| self.layout.columns[cell.column].meaning == Some(meaning))
    }

    pub(super) fn has(&self, meaning: Meaning) -> bool {
        self.get(meaning).is_some()
    }

    pub(super) fn take(&mut self, meaning: Meaning) -> Option<Cell<'a>> {
        let column = self.get(meaning)?.column;
        let place = self.cells.iter().position(|cell| cell.column == column)?;
        Some(self.cells.remove(place))
    }

    /// Puts a part of a cell in its place.
    pub(super) fn narrow(&mut self, meaning: Meaning, part: Range<usize>) {
        let Some(cell) = self.get(meaning) else { return };
        let (span, text) = (self.span_of(cell, &part), cell.part(part));
        let column = cell.column;
        if let Some(cell) = self.cells.iter_mut().find(|cell| cell.column == column) {
            (cell.span, cell.text) = (span, text);
        }
    }

    /// Tells whether this cell stands in the column of the meaning.
    pub(super) fn is_at(&self, meaning: Meaning, cell: &Cell<'_>) -> bool {
        self.get(meaning).is_some_and(|own| own.column == cell.column)
    }

    /// The bytes of a part of a cell; those of all of it where its quotes hide which they are.
    pub(super) fn span_of(&self, cell: &Cell<'_>, part: &Range<usize>) -> Range<usize> {
        let inside = self.text[cell.span.clone()].find(&*cell.text);
        let Some(offset) = inside else { return cell.span.clone() };
        let start = cell.span.start + offset;
        start + part.start..start + part.end
    }

    /// Takes a day where it can be read; else says so, and the cell is left.
    pub(super) fn take_day(
        &mut self,
        meaning: Meaning,
        said: &mut Said,
    ) -> Option<(Range<usize>, Day)> {
        let cell = self.get(meaning)?;
        match days::read(&cell.text, self.rules().date_order) {
            DayRead::Day(day) => self.take(meaning).map(|cell| (cell.span, day)),
            DayRead::Wrong(bad) => {
                said.unread(self.rules(), bad, &cell.span);
                None
            }
            DayRead::Words => {
                said.unread(self.rules(), BadCell::Day, &cell.span);
                None
            }
        }
    }

    /// Takes an amount where it can be read; else says so, and the cell is left.
    pub(super) fn take_amount(&mut self, said: &mut Said) -> Option<(Range<usize>, Money)> {
        let cell = self.get(Meaning::Amount)?;
        match self.amount(cell) {
            Ok(amount) => self.take(Meaning::Amount).map(|cell| (cell.span, amount)),
            Err(bad) => {
                said.unread(self.rules(), bad, &cell.span);
                None
            }
        }
    }

    /// Reads an amount in the unit of its own, of its column, or of the whole sheet. Nobody is asked for the unit where
    /// what is read is only looked at.
    pub(super) fn amount(&self, cell: &Cell<'_>) -> Result<Money, BadCell> {
        let own = self.layout.columns[cell.column].unit.as_deref();
        let unit = own.or_else(|| self.rules().amount_unit.map(super::terms::AmountUnit::name));
        let may_lack = self.rules().unread == Unread::Kept;
        cells::amount(&cell.text, unit, may_lack)
    }

    /// Begins a record that stands in this row.
    pub(super) fn record(&self, table: Table) -> Record<'a> {
        Record { table, span: self.span.clone(), fields: Vec::new() }
    }

    /// Puts all cells that are left into a record, under their own headers.
    pub(super) fn keep_rest(self, record: &mut Record<'a>) {
        for cell in self.cells {
            put(record, self.layout.columns[cell.column].own_key.clone(), &cell.span, cell.text);
        }
    }
}

/// Adds a key with its value as a cell of a table has it.
pub(super) fn put<'a>(
    record: &mut Record<'a>,
    key: impl Into<Cow<'static, str>>,
    span: &Range<usize>,
    text: impl Into<Cow<'a, str>>,
) {
    record.fields.push(Field {
        key: key.into(),
        key_span: span.clone(),
        span: span.clone(),
        value: Raw::Cell(text.into()),
    });
}
