//! Adding rows to a table without touching a byte of those that stand there.
//!
//! The one exception is a column that the table lacks: it is added at the end of the header and of every row.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::SEPARATOR;
use super::header::Header;
use super::read::{read_each, read_some};
use super::rows::{self, Row, Rows};
use super::write::{push_record, quoted};
use crate::complaint::Source;
use crate::domain::problem::Problem;
use crate::formats::addition::{Added, Addition, Refused};
use crate::formats::record::{self, Located, Record};

/// Returns the text with what is added to the problem `no`; see [`append_all`].
pub fn append(source: &Arc<Source>, no: u32, addition: &Addition) -> Result<String, Refused> {
    append_all(source, &[(no, addition.clone())])
}

/// Returns the text with new rows at its end, in its header's language, column order and line ends, whose `seq` goes
/// on from the highest. Read again, it says exactly what it said before and what is added, else it is refused.
///
/// What follows from the same bytes is not read twice: where no column is added, the old text stands unchanged before
/// the new rows, and only the problems that these belong to are compared.
pub fn append_all(source: &Arc<Source>, additions: &[(u32, Addition)]) -> Result<String, Refused> {
    let additions: Vec<_> = additions.iter().map(|(no, it)| (*no, it.into())).collect();
    grown(source, &additions)
}

fn grown(source: &Arc<Source>, additions: &[(u32, Added<'_>)]) -> Result<String, Refused> {
    let mut edit = Edit::new(&source.text);
    let records = || additions.iter().flat_map(records_of);
    let first = edit.highest + 1;
    let mut lacking = Vec::new();
    let mut rows = edit.rows(records(), first, &mut lacking);
    let widened = !lacking.is_empty();
    if widened {
        edit.add_columns(lacking.iter().map(String::as_str));
        rows = edit.rows(records(), first, &mut Vec::new());
    }
    let touched: BTreeSet<u32> = additions.iter().map(|(no, _)| *no).collect();
    let compared = |no| widened || touched.contains(&no);
    let mut changed = values(read_some(source, compared).map_err(Refused::Complaints)?);
    let mut added: BTreeMap<u32, &Problem> = BTreeMap::new();
    for (no, addition) in additions {
        match addition {
            Added::Problem(problem) => {
                let taken = changed.binary_search_by_key(no, |problem| problem.no).is_ok();
                if taken || problem.no != *no || added.insert(*no, problem).is_some() {
                    return Err(Refused::Number(*no));
                }
            }
            other => add(&mut changed, *no, *other).ok_or(Refused::Number(*no))?,
        }
    }
    let text = edit.with_rows(&rows);
    drop(edit);
    let new = Arc::new(Source { path: source.path.clone(), text, ..Source::default() });
    let mut expected: BTreeMap<_, _> =
        changed.iter().map(|problem| (problem.no, problem)).collect();
    expected.extend(added);
    let is_expected =
        |found: Located<Problem>| expected.get(&found.value.no) == Some(&&found.value);
    let same = read_each(&new, compared, is_expected).map_err(|_| Refused::SelfCheck)?;
    let all_same = same.len() == expected.len() && same.into_iter().all(|same| same);
    if all_same && (widened || new.text.starts_with(&source.text)) {
        Ok(Arc::unwrap_or_clone(new).text)
    } else {
        Err(Refused::SelfCheck)
    }
}

fn values(problems: Vec<Located<Problem>>) -> Vec<Problem> {
    problems.into_iter().map(|problem| problem.value).collect()
}

/// Adds to a problem what is asked for; nothing where there is no such problem.
fn add(problems: &mut [Problem], no: u32, addition: Added<'_>) -> Option<()> {
    let place = problems.binary_search_by_key(&no, |problem| problem.no).ok()?;
    match addition {
        Added::Problem(_) => return None,
        Added::Measure(measure) => problems[place].measures.push(measure.clone()),
        Added::Entry(entry) => problems[place].entries.push(entry.clone()),
    }
    Some(())
}

fn records_of<'a>((no, addition): &(u32, Added<'a>)) -> Vec<(u32, Record<'a>)> {
    let records = match addition {
        Added::Problem(problem) => record::records_of(problem),
        Added::Measure(measure) => vec![record::measure_record(measure)],
        Added::Entry(entry) => vec![record::entry_record(entry)],
    };
    records.into_iter().map(|record| (*no, record)).collect()
}

/// A sound table that is about to grow.
pub(super) struct Edit<'a> {
    text: &'a str,
    pub(super) header: Header,
    rows: Vec<Range<usize>>,
    /// How many columns it has.
    width: usize,
    pub(super) highest: u64,
}

impl<'a> Edit<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut rows = Rows::new(text, SEPARATOR);
        let first = rows.next().unwrap_or_default();
        let header = Header::read(text, &first, &mut Vec::new());
        let seq = header.position("seq");
        let seq_of = |row: &Row| -> Option<u32> {
            rows::value(text, row.cells.get(seq?)?).trim().parse().ok()
        };
        let (width, rows_before) = (header.keys.len(), vec![first.span.clone()]);
        let mut edit = Self { text, header, rows: rows_before, width, highest: 0 };
        for row in rows {
            edit.highest = edit.highest.max(seq_of(&row).map_or(0, u64::from));
            edit.rows.push(row.span);
        }
        edit
    }

    /// Adds those of these columns that it lacks.
    pub(super) fn add_columns<'k>(&mut self, keys: impl IntoIterator<Item = &'k str>) {
        for key in keys {
            if !self.header.has(key) {
                self.header.add(key);
            }
        }
    }

    /// Returns the old text with its new columns.
    pub(super) fn with_columns(&self) -> String {
        self.with_row_ends(&self.header.names[self.width..])
    }

    /// Writes the rows of records, each with its problem's number; their places in the list go on from `first`. Keys for which
    /// there is no column are added to those that are lacking.
    pub(super) fn rows<'r>(
        &self,
        records: impl IntoIterator<Item = (u32, Record<'r>)>,
        first: u64,
        lacking: &mut Vec<String>,
    ) -> String {
        let mut text = String::new();
        for ((no, record), seq) in records.into_iter().zip(first..) {
            let line_end = self.line_end();
            push_record(&mut text, &self.header, (no, seq), &record, line_end, lacking);
        }
        text
    }

    /// Returns the old text, with its new columns and these rows.
    pub(super) fn with_rows(&self, rows: &str) -> String {
        let mut text = self.with_columns();
        if !text.ends_with('\n') {
            text.push_str(self.line_end());
        }
        text.reserve_exact(rows.len());
        text.push_str(rows);
        text
    }

    /// Returns the old text, with more columns at the end of its rows.
    fn with_row_ends(&self, names: &[String]) -> String {
        let mut text = String::with_capacity(self.text.len() + 1024);
        let mut done = 0;
        for (at, row) in self.rows.iter().enumerate().filter(|_| !names.is_empty()) {
            text.push_str(&self.text[done..row.end]);
            for name in names {
                text.push(char::from(SEPARATOR));
                if at == 0 {
                    text.push_str(&quoted(name));
                }
            }
            done = row.end;
        }
        text + &self.text[done..]
    }

    pub(super) fn line_end(&self) -> &'static str {
        let behind_header = self.rows.first().map_or("", |header| &self.text[header.end..]);
        if behind_header.starts_with("\r\n") { "\r\n" } else { "\n" }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Addition, Problem, Refused, Source, append, append_all};
    use crate::domain::day::Day;
    use crate::domain::entry::{Act, Entry};
    use crate::domain::key::Key;
    use crate::domain::measure::Measure;

    const TABLE: &str = "\u{feff}编号, 序,记录,备注,title,text,日期,动作,by,记录码,措施号\r\n\
                         1,8,problem,\"注\",题,,,,,,\r\n\
                         1,3,措施,,,\" 做\",,,,,1";

    fn source(text: &str) -> Arc<Source> {
        Arc::new(Source { path: "a.csv".into(), text: text.into(), ..Source::default() })
    }

    fn done(key: u8) -> Addition {
        Addition::Entry(Entry {
            key: Key::from_random([key; 6]),
            on: Day::new(2022, 10, 8).unwrap(),
            entered: None,
            act: Act::Done { measures: vec![1], occurrence: None, evidence: vec![] },
            by: "甲".into(),
            text: Some("+1,好".into()),
            request: None,
            extra: [("x_备注".to_owned(), "=注".to_owned())].into(),
        })
    }

    #[test]
    fn rows_are_added_in_the_manner_of_the_table() {
        let new = append(&source(TABLE), 1, &done(9)).unwrap();
        let row = "1,9,记事,'=注,,\"'+1,好\",2022-10-08,报结,甲,999999,1\r\n";
        assert_eq!(new, format!("{TABLE}\r\n{row}"));
        let twice = append_all(&source(TABLE), &[(1, done(9)), (1, done(1))]).unwrap();
        assert!(twice.starts_with(&new) && twice.contains("\n1,10,记事,"));
    }

    #[test]
    fn a_problem_is_added_with_all_its_parts() {
        let measure = Measure { no: 1, text: "做".into(), ..Measure::default() };
        let problem =
            Problem { no: 2, title: "新".into(), measures: vec![measure], ..Problem::default() };
        let new = append(&source(TABLE), 2, &Addition::Problem(problem.clone())).unwrap();
        assert!(new.ends_with("\r\n2,9,问题,,新,,,,,,\r\n2,10,措施,,,做,,,,,1\r\n"));
        let again = append(&source(&new), 2, &Addition::Problem(problem.clone()));
        assert_eq!(again, Err(Refused::Number(2)));
        assert_eq!(append(&source(TABLE), 3, &Addition::Problem(problem)), Err(Refused::Number(3)));
    }

    #[test]
    fn a_missing_column_is_added_to_every_row() {
        let text = "记录,序,编号,问题\n问题,1,1,\"一\n二\"\n";
        let measure = Measure { no: 4, text: "做".into(), ..Measure::default() };
        let new = append(&source(text), 1, &Addition::Measure(measure)).unwrap();
        assert_eq!(new, "记录,序,编号,问题,措施号,内容\n问题,1,1,\"一\n二\",,\n措施,2,1,,4,做\n");
    }

    #[test]
    fn what_does_not_read_as_asked_is_refused() {
        let wrong = Measure { no: 1, text: "同号".into(), ..Measure::default() };
        let wrong = Addition::Measure(wrong);
        assert_eq!(append(&source(TABLE), 1, &wrong), Err(Refused::SelfCheck));
        assert_eq!(append(&source(TABLE), 7, &done(9)), Err(Refused::Number(7)));
        assert!(matches!(append(&source("a\n"), 1, &wrong), Err(Refused::Complaints(_))));
    }
}
