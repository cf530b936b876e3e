//! Adding rows to a table without touching a byte of those that stand there.
//!
//! The one exception is a column that the table lacks: it is added at the end of the header and of every row.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::header::Header;
use super::read::{read_below, read_each, read_some};
use super::rows::{self, Row, Rows};
use super::write::{own_keys, push_record, quoted};
use super::{SEPARATOR, line};
use crate::complaint::Source;
use crate::domain::problem::Problem;
use crate::formats::addition::{Added, Addition, Refused};
use crate::formats::record::{self, Located, Record};
use crate::formats::share::share;

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

/// The same for problems that are new. Each portion of them is read again as soon as it is written, and goes then: it
/// stands behind whole rows and ends with one, so it reads alone as it does behind the others.
pub fn append_problems(
    source: &Arc<Source>,
    problems: Vec<Vec<Problem>>,
) -> Result<String, Refused> {
    let mut edit = Edit::new(&source.text);
    let lacking = edit.lacking(problems.iter().flatten());
    let mut numbers: Vec<u32> = problems.iter().flatten().map(|problem| problem.no).collect();
    numbers.sort_unstable();
    if let Some(twice) = numbers.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(Refused::Number(twice[0]));
    }
    let is_new = |no: u32| numbers.binary_search(&no).is_ok();
    let widened = !lacking.is_empty();
    let known = read_some(source, |no| widened || is_new(no)).map_err(Refused::Complaints)?;
    if let Some(taken) = known.iter().find(|it| is_new(it.value.no)) {
        return Err(Refused::Number(taken.value.no));
    }
    edit.add_columns(&lacking);
    let above = edit.with_rows(Vec::new());
    if widened {
        let new = Arc::new(Source {
            path: source.path.clone(),
            text: above.clone(),
            ..Source::default()
        });
        let again = read_some(&new, |_| true).map_err(|_| Refused::SelfCheck)?;
        let mut both = known.iter().zip(&again);
        if known.len() != again.len() || !both.all(|(old, new)| old.value == new.value) {
            return Err(Refused::SelfCheck);
        }
    }
    drop(known);
    let portions = edit.checked_rows(source, problems)?;
    let mut text = above;
    text.reserve_exact(portions.iter().map(String::len).sum());
    portions.into_iter().for_each(|portion| text.push_str(&portion));
    Ok(text)
}

fn grown(source: &Arc<Source>, additions: &[(u32, Added<'_>)]) -> Result<String, Refused> {
    let mut edit = Edit::new(&source.text);
    let mut rows = edit.rows_of(additions);
    let widened = !rows.lacking.is_empty();
    if widened {
        edit.add_columns(&rows.lacking);
        rows = edit.rows_of(additions);
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
    let text = edit.with_rows(rows.texts);
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

fn records_of<'a>(addition: &Added<'a>) -> Vec<Record<'a>> {
    match addition {
        Added::Problem(problem) => record::records_of(problem),
        Added::Measure(measure) => vec![record::measure_record(measure)],
        Added::Entry(entry) => vec![record::entry_record(entry)],
    }
}

/// How many rows it takes.
fn count(addition: &Added<'_>) -> usize {
    match addition {
        Added::Problem(it) => 1 + it.indicators.len() + it.measures.len() + it.entries.len(),
        Added::Measure(_) | Added::Entry(_) => 1,
    }
}

/// New rows, one portion behind the other, and the keys for which the table has no column.
struct NewRows {
    texts: Vec<String>,
    lacking: Vec<String>,
}

/// A sound table that is about to grow.
pub(super) struct Edit<'a> {
    text: &'a str,
    header: Header,
    rows: Vec<Range<usize>>,
    /// How many columns it has.
    width: usize,
    highest: u64,
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

    /// Adds those columns that it lacks.
    pub(super) fn add_columns(&mut self, columns: &[String]) {
        for column in columns {
            if !self.header.has(column) {
                self.header.add(column);
            }
        }
    }

    /// Adds columns for those keys that have none.
    pub(super) fn add_columns_for<'r>(
        &mut self,
        records: impl IntoIterator<Item = (u32, Record<'r>)>,
    ) {
        for (_, record) in records {
            for field in &record.fields {
                let column = line::column_of(record.table, &field.key);
                if !self.header.has(column) {
                    self.header.add(column);
                }
            }
        }
    }

    /// Returns the text with columns for those keys that have none.
    pub(super) fn with_columns(mut self, keys: impl Iterator<Item = &'static str>) -> String {
        for key in keys {
            if !self.header.has(key) {
                self.header.add(key);
            }
        }
        self.with_row_ends(&self.header.names[self.width..])
    }

    /// Returns the text with rows for the records, each with its problem's number.
    pub(super) fn append<'r>(
        &self,
        records: impl IntoIterator<Item = (u32, Record<'r>)>,
    ) -> String {
        let mut rows = String::new();
        for ((no, record), seq) in records.into_iter().zip(self.highest + 1..) {
            let row = (no, seq);
            push_record(&mut rows, &self.header, row, &record, self.line_end(), &mut Vec::new());
        }
        self.with_rows(vec![rows])
    }

    /// Writes the rows of what is added.
    fn rows_of(&self, additions: &[(u32, Added<'_>)]) -> NewRows {
        let mut rows = NewRows { texts: Vec::new(), lacking: Vec::new() };
        let (mut text, mut seq) = (String::new(), self.highest + 1);
        for (no, addition) in additions {
            for record in records_of(addition) {
                let row = (*no, seq);
                push_record(
                    &mut text,
                    &self.header,
                    row,
                    &record,
                    self.line_end(),
                    &mut rows.lacking,
                );
                seq += 1;
            }
        }
        rows.texts.push(text);
        rows
    }

    /// The columns that the keys of new problems lack.
    fn lacking<'p>(&self, problems: impl Iterator<Item = &'p Problem>) -> Vec<String> {
        let standard = Header::new(self.header.lang, std::iter::empty());
        let mut lacking: Vec<String> =
            standard.keys.into_iter().filter(|key| !self.header.has(key)).collect();
        // A table of an earlier version of the format lacks keys that nobody may need.
        let mut needed = vec![lacking.is_empty(); lacking.len()];
        let mut own = Vec::new();
        for problem in problems {
            if !lacking.is_empty() {
                for record in record::records_of(problem) {
                    for field in &record.fields {
                        let column = line::column_of(record.table, &field.key);
                        let at = lacking.iter().position(|known| known == column);
                        at.and_then(|at| needed.get_mut(at)).into_iter().for_each(|it| *it = true);
                    }
                }
            }
            for key in own_keys(problem) {
                if !self.header.has(key) && !own.iter().any(|known| known == key) {
                    own.push(key.to_owned());
                }
            }
        }
        let mut needed = needed.into_iter();
        lacking.retain(|_| needed.next() == Some(true));
        lacking.extend(own);
        lacking
    }

    /// Writes the rows of new problems and makes sure that they read as these.
    fn checked_rows(
        &self,
        source: &Source,
        problems: Vec<Vec<Problem>>,
    ) -> Result<Vec<String>, Refused> {
        let mut next = self.highest + 1;
        let mut placed = Vec::with_capacity(problems.len());
        for portion in problems {
            let rows: usize = portion.iter().map(|it| count(&Added::Problem(it))).sum();
            placed.push((next, portion));
            next += u64::try_from(rows).unwrap_or(u64::MAX);
        }
        let written = share(placed.into_iter(), |(mut seq, portion)| {
            let (mut text, mut lacking) = (String::new(), Vec::new());
            for problem in &portion {
                for record in record::records_of(problem) {
                    let row = (problem.no, seq);
                    push_record(
                        &mut text,
                        &self.header,
                        row,
                        &record,
                        self.line_end(),
                        &mut lacking,
                    );
                    seq += 1;
                }
            }
            let new = Arc::new(Source { path: source.path.clone(), text, ..Source::default() });
            let read = read_below(&self.header, &new).map_err(|_| Refused::SelfCheck)?;
            let same = read.len() == portion.len()
                && read.iter().zip(&portion).all(|(found, problem)| found.value == *problem);
            drop(read);
            if same && lacking.is_empty() {
                Ok(Arc::unwrap_or_clone(new).text)
            } else {
                Err(Refused::SelfCheck)
            }
        });
        written.into_iter().collect()
    }

    /// Returns the old text, with its new columns and these rows.
    fn with_rows(&self, rows: Vec<String>) -> String {
        let mut text = self.with_row_ends(&self.header.names[self.width..]);
        if !text.ends_with('\n') {
            text.push_str(self.line_end());
        }
        text.reserve_exact(rows.iter().map(String::len).sum());
        for portion in rows {
            text.push_str(&portion);
        }
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

    fn line_end(&self) -> &'static str {
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
