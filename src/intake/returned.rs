//! The sheet that a unit has filled in and sent back: what it filled in, and what it changed that it may not.
//!
//! The sheet remembers on a hidden page how it was made, so that what the unit did can be told from what it was given,
//! however the rows were sorted since.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::sheet::{day, finished};
use crate::complaint::{Complaint, Fault, FormFault, Log, Source};
use crate::domain::day::Day;
use crate::domain::key::Key;
use crate::domain::unit_form::{BEFORE_LINE, FillIn, MARK, MASKED};
use crate::formats::table::rows::{self, Row, Rows};

/// A sheet that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The text of the page that was filled in.
    pub source: Arc<Source>,
    /// The unit for which it was made.
    pub unit: String,
    /// The day for which it was made.
    pub made: Day,
    /// Whether persons were masked in it.
    pub masked: bool,
    /// Its lines, in the order in which they were given out.
    pub lines: Vec<ReturnedLine>,
    /// Lines that were given out and did not come back, by their ids.
    pub missing: Vec<String>,
}

/// A line that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnedLine {
    /// The id of the problem or measure.
    pub id: String,
    /// The bytes of its row.
    pub span: Range<usize>,
    /// The occurrence of a duty that the line is.
    pub occurrence: Option<Day>,
    /// The keys of the entries that the problem had when the sheet was made.
    pub known: Vec<Key>,
    /// What the unit was given to read, by heading.
    pub given: Vec<(String, String)>,
    /// What was done, in the unit's words.
    pub progress: Option<(Range<usize>, String)>,
    /// Whether it is finished.
    pub finished: Option<Range<usize>>,
    /// When.
    pub on: Option<Day>,
    /// Who says so.
    pub by: Option<String>,
}

/// Tells whether a text is the hidden page of such a sheet.
pub fn is_memory(text: &str) -> bool {
    Rows::new(text, b',').next().is_some_and(|row| cell(text, &row, 0) == MARK)
}

/// Reads what came back: the page that was filled in, and the one that remembers.
pub fn read(page: &Arc<Source>, memory: &Source) -> Result<Returned, Vec<Complaint>> {
    let mut log = Log::new(page);
    let Some(given) = Given::read(&memory.text) else {
        log.push(0..0, Fault::Form(FormFault::NoForm));
        return Err(log.into_complaints());
    };
    let text = &page.text;
    let rows: Vec<_> = Rows::new(text, b',').collect();
    let is_header =
        |row: &&Row| (0..given.headings.len()).all(|at| cell(text, row, at) == given.headings[at]);
    let Some(header) = rows.iter().position(|row| is_header(&row)) else {
        log.push(0..0, Fault::Form(FormFault::NoForm));
        return Err(log.into_complaints());
    };
    let mut lines = Vec::new();
    let mut back = vec![false; given.lines.len()];
    // Where the rows that are known stand, by what they are called.
    let mut firsts = BTreeMap::new();
    for row in rows[header + 1..].iter().filter(|row| !row.is_blank(text)) {
        let id = cell(text, row, 0);
        let same = |(at, line): &(usize, &Line)| {
            !back[*at] && line.cells.first() == Some(&id) && line.is_like(text, row)
        };
        let known = given.lines.iter().enumerate().find(same);
        // Of the occurrences of a duty, which have one id, the row is the one that it looks like; else the first.
        let known = known.or_else(|| {
            let open = |(at, line): &(usize, &Line)| !back[*at] && line.cells.first() == Some(&id);
            given.lines.iter().enumerate().find(open)
        });
        let Some((at, line)) = known else {
            let first = firsts.get(&id).map(|start| page.address(*start));
            let fault = match first {
                Some(first) => FormFault::RowTwice { id, first },
                None => FormFault::NotGivenOut(id),
            };
            log.push(row.span.clone(), Fault::Form(fault));
            continue;
        };
        back[at] = true;
        firsts.entry(id).or_insert(row.span.start);
        lines.push((at, line.read(text, row, &given, &mut log)));
    }
    lines.sort_by_key(|(at, _)| *at);
    let missing = given.lines.iter().zip(&back).filter(|(_, back)| !**back);
    let missing =
        missing.map(|(line, _)| line.cells.first().cloned().unwrap_or_default()).collect();
    let lines = lines.into_iter().map(|(_, line)| line).collect();
    let returned = Returned {
        source: Arc::clone(page),
        unit: given.unit,
        made: given.made,
        masked: given.masked,
        lines,
        missing,
    };
    log.finish(returned)
}

/// What the hidden page remembers.
struct Given {
    unit: String,
    made: Day,
    masked: bool,
    headings: Vec<String>,
    lines: Vec<Line>,
}

/// A line as it was given out.
struct Line {
    occurrence: Option<Day>,
    known: Vec<Key>,
    cells: Vec<String>,
}

impl Given {
    fn read(text: &str) -> Option<Self> {
        let mut rows = Rows::new(text, b',');
        let first = rows.next().filter(|row| cell(text, row, 0) == MARK)?;
        let made = day(&cell(text, &first, 2))?;
        let second = rows.next()?;
        let headings: Vec<_> =
            (BEFORE_LINE..second.cells.len()).map(|at| cell(text, &second, at)).collect();
        let read_only = headings.len().checked_sub(FillIn::ALL.len())?;
        let line = |row: Row| Line {
            occurrence: day(&cell(text, &row, 0)),
            known: cell(text, &row, 1)
                .split_whitespace()
                .filter_map(|key| key.parse().ok())
                .collect(),
            cells: (0..read_only).map(|at| cell(text, &row, BEFORE_LINE + at)).collect(),
        };
        let lines = rows.filter(|row| !row.is_blank(text)).map(line).collect();
        let masked = cell(text, &first, 3) == MASKED;
        Some(Self { unit: cell(text, &first, 1), made, masked, headings, lines })
    }
}

impl Line {
    fn is_like(&self, text: &str, row: &Row) -> bool {
        self.cells.iter().enumerate().all(|(at, given)| same(given, &cell(text, row, at)))
    }

    /// Takes what was filled in; complains of every cell that was changed although it is not the unit's.
    fn read(&self, text: &str, row: &Row, given: &Given, log: &mut Log) -> ReturnedLine {
        for (at, was) in self.cells.iter().enumerate() {
            let now = cell(text, row, at);
            if !same(was, &now) {
                let (heading, was) = (given.headings[at].clone(), was.clone());
                log.push(place(row, at), Fault::Form(FormFault::Locked { heading, was, now }));
            }
        }
        let at = |own: FillIn| self.cells.len() + own as usize;
        let filled = |own| Some(cell(text, row, at(own))).filter(|text| !text.is_empty());
        let place = |own| place(row, at(own));
        let finished_word = filled(FillIn::Finished);
        let done = finished_word.as_deref().map(finished);
        if done == Some(None) {
            let word = finished_word.unwrap_or_default();
            log.push(place(FillIn::Finished), Fault::Form(FormFault::NeitherYesNorNo(word)));
        }
        let day_word = filled(FillIn::On);
        let on = day_word.as_deref().and_then(day);
        if let Some(word) = day_word.filter(|_| on.is_none()) {
            log.push(place(FillIn::On), Fault::Form(FormFault::NoDay(word)));
        }
        let is_done = done.flatten() == Some(true);
        if on.is_some() && !is_done {
            log.push(place(FillIn::On), Fault::Form(FormFault::DayWithoutFinish));
        }
        ReturnedLine {
            id: self.cells.first().cloned().unwrap_or_default(),
            span: row.span.clone(),
            occurrence: self.occurrence,
            known: self.known.clone(),
            given: given.headings.iter().cloned().zip(self.cells.iter().cloned()).collect(),
            progress: filled(FillIn::Progress).map(|text| (place(FillIn::Progress), text)),
            finished: is_done.then(|| place(FillIn::Finished)),
            on,
            by: filled(FillIn::By),
        }
    }
}

/// A spreadsheet may write a line break or a day in another way than it was given.
fn same(was: &str, now: &str) -> bool {
    let plain = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    plain(was) == plain(now) || day(was).is_some_and(|was| day(now) == Some(was))
}

fn cell(text: &str, row: &Row, at: usize) -> String {
    row.cells.get(at).map(|span| rows::value(text, span).trim().to_owned()).unwrap_or_default()
}

fn place(row: &Row, at: usize) -> Range<usize> {
    row.cells.get(at).cloned().unwrap_or_else(|| row.span.clone())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Fault, FormFault, Source, is_memory, read};

    const MEMORY: &str = "\
ledger unit form 1,甲科,2022-10-20
,,编号,问题,截止日期,进展,完成,日期,填报人
,k7q2m9 x4w8p1,2022/1,题甲,2022-10-31
,,2022/2,题乙,
";

    fn source(text: &str) -> Arc<Source> {
        Arc::new(Source { path: "甲科.xlsx".into(), text: text.into(), ..Source::default() })
    }

    fn page(rows: &str) -> String {
        format!("甲科填报表\n提示\n编号,问题,截止日期,进展,完成,日期,填报人\n{rows}")
    }

    #[test]
    fn what_was_filled_in_is_found_however_the_rows_are_sorted() {
        assert!(is_memory(MEMORY));
        let page =
            page("2022/2,题乙,,正在采购,否,,李\n2022/1,题甲,2022/10/31,已办,是,2022-10-25,\n");
        let returned = read(&source(&page), &source(MEMORY)).unwrap();
        assert_eq!(returned.unit, "甲科");
        let [first, second] = &returned.lines[..] else { panic!("{returned:?}") };
        assert_eq!((first.id.as_str(), first.known.len()), ("2022/1", 2));
        assert!(first.finished.is_some());
        assert_eq!(first.on.map(|day| day.to_string()).as_deref(), Some("2022-10-25"));
        assert_eq!(second.progress.as_ref().map(|(_, text)| text.as_str()), Some("正在采购"));
        assert_eq!((second.finished.clone(), second.by.as_deref()), (None, Some("李")));
        assert!(returned.missing.is_empty());
    }

    #[test]
    fn what_is_not_the_units_is_refused_cell_by_cell() {
        let page = page("2022/1,题丙,2022-11-30,,对,10月25日,\n2022/9,新题,,,,,\n");
        let complaints = read(&source(&page), &source(MEMORY)).unwrap_err();
        let faults: Vec<_> = complaints.iter().map(|complaint| &complaint.fault).collect();
        let locked = |fault: &&&Fault| matches!(fault, Fault::Form(FormFault::Locked { .. }));
        assert_eq!(faults.iter().filter(locked).count(), 2);
        assert!(faults.contains(&&Fault::Form(FormFault::NeitherYesNorNo("对".into()))));
        assert!(faults.contains(&&Fault::Form(FormFault::NoDay("10月25日".into()))));
        assert!(faults.contains(&&Fault::Form(FormFault::NotGivenOut("2022/9".into()))));
    }

    #[test]
    fn a_row_that_stands_there_twice_is_told_with_both_places() {
        let row = "2022/1,题甲,2022-10-31,已办,,,\n";
        let text = page(&format!("{row}2022/2,题乙,,,,,\n{row}"));
        let complaints = read(&source(&text), &source(MEMORY)).unwrap_err();
        let [complaint] = &complaints[..] else { panic!("{complaints:?}") };
        let twice = FormFault::RowTwice { id: "2022/1".into(), first: None };
        assert_eq!(complaint.fault, Fault::Form(twice));
        assert_eq!(complaint.span.start, text.rfind("2022/1").unwrap());
    }

    #[test]
    fn rows_that_did_not_come_back_are_told() {
        let returned = read(&source(&page("2022/1,题甲,2022-10-31,,,,\n")), &source(MEMORY));
        assert_eq!(returned.unwrap().missing, ["2022/2"]);
    }
}
