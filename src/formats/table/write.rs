//! Writing a whole table.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::header::Header;
use super::{SEPARATOR, line};
use crate::domain::book::Lang;
use crate::domain::problem::Problem;
use crate::formats::record::{self, Record};

/// Writes problems as a table with a byte order mark, as spreadsheets want it, and with all columns of the format, so
/// that no later row needs a new one.
pub fn write<'a>(problems: impl IntoIterator<Item = &'a Problem>, lang: Lang) -> String {
    let problems: Vec<&Problem> = problems.into_iter().collect();
    let own: BTreeSet<&str> = problems.iter().copied().flat_map(own_keys).collect();
    let mut writer = Writer::new(lang, own);
    let mut text = writer.header();
    for problem in problems {
        writer.push(problem, &mut text);
    }
    text
}

/// The office's own keys that a problem and its parts have.
pub(super) fn own_keys(problem: &Problem) -> impl Iterator<Item = &str> {
    let of_measures = problem.measures.iter().map(|measure| &measure.extra);
    let of_entries = problem.entries.iter().map(|entry| &entry.extra);
    let all = std::iter::once(&problem.extra).chain(of_measures).chain(of_entries);
    all.flat_map(|extra| extra.keys().map(String::as_str))
}

/// Writes a table problem by problem, for those who do not hold them all.
#[derive(Debug)]
pub struct Writer {
    header: Header,
    /// The place of the last row.
    seq: u64,
}

impl Writer {
    /// Begins a table with all columns of the format and these of the office's own, which begin with `x_`.
    pub fn new<'a>(lang: Lang, own: impl IntoIterator<Item = &'a str>) -> Self {
        Self { header: Header::new(lang, own), seq: 0 }
    }

    /// The first line of the file, with its byte order mark.
    pub fn header(&self) -> String {
        let mut text = String::from('\u{feff}');
        push_row(&mut text, &self.header.names, "\n");
        text
    }

    /// Adds the rows of a problem to a text. Keys for which the table has no column are left out.
    pub fn push(&mut self, problem: &Problem, text: &mut String) {
        for record in record::records_of(problem) {
            self.seq += 1;
            let row = (problem.no, self.seq);
            push_record(text, &self.header, row, &record, "\n", &mut Vec::new());
        }
    }
}

/// Adds the row of a record of the problem `no`; keys for which there is no column are added to those that are lacking.
pub(super) fn push_record(
    text: &mut String,
    header: &Header,
    (no, seq): (u32, u64),
    record: &Record<'_>,
    line_end: &str,
    lacking: &mut Vec<String>,
) {
    let mut behind = 0;
    for (place, cell) in line::filled(header, no, seq, record, lacking) {
        text.extend(std::iter::repeat_n(char::from(SEPARATOR), place - behind));
        push_cell(text, &cell, line_end);
        behind = place;
    }
    let last = header.keys.len().saturating_sub(1);
    text.extend(std::iter::repeat_n(char::from(SEPARATOR), last - behind));
    text.push_str(line_end);
}

/// Adds a row with its line end, which breaks the lines inside cells, too: git and editors know one a file.
pub(super) fn push_row(text: &mut String, cells: &[String], line_end: &str) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(char::from(SEPARATOR));
        }
        push_cell(text, cell, line_end);
    }
    text.push_str(line_end);
}

fn push_cell(text: &mut String, cell: &str, line_end: &str) {
    // Most cells of a table are one line.
    if cell.contains('\n') {
        text.push_str(&quoted(cell).replace('\n', line_end));
    } else {
        text.push_str(&quoted(cell));
    }
}

/// Puts a cell in quotes where it needs them.
pub(super) fn quoted(cell: &str) -> Cow<'_, str> {
    if cell.contains([char::from(SEPARATOR), '"', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Problem, write};
    use crate::domain::figure::Figure;
    use crate::domain::indicator::{Better, Indicator};
    use crate::domain::measure::Measure;
    use crate::domain::problem::Kind;

    fn problem() -> Problem {
        Problem {
            no: 3,
            title: "甲,\"乙\"".into(),
            kind: Kind::Duty,
            detail: Some("=一\n二".into()),
            sustained: true,
            extra: [("x_备注".to_owned(), "注".to_owned())].into(),
            indicators: vec![Indicator {
                name: "率".into(),
                unit: None,
                baseline: Figure::read("-3"),
                target: None,
                better: Some(Better::Lower),
            }],
            measures: vec![Measure { no: 2, text: "做".into(), ..Measure::default() }],
            ..Problem::default()
        }
    }

    /// Rows without the commas between and behind their cells.
    fn rows(text: &str) -> Vec<Vec<&str>> {
        let filled = |cell: &&str| !cell.is_empty();
        text.split('\n').map(|row| row.split(',').filter(filled).collect()).collect()
    }

    #[test]
    fn a_table_is_written_in_the_language_asked_for() {
        let text = write([&problem()], Lang::Zh);
        assert!(text.starts_with("\u{feff}记录,编号,措施号,序,"));
        let rows = rows(&text);
        assert_eq!(rows[0].last(), Some(&"x_备注"));
        assert_eq!(rows[1], ["问题", "3", "1", "定期事项", "\"甲", "\"\"乙\"\"\"", "\"'=一"]);
        assert_eq!(rows[2], ["二\"", "是", "注"]);
        assert_eq!(rows[3], ["指标", "3", "2", "率", "-3", "越低越好"]);
        assert_eq!(rows[4], ["措施", "3", "2", "3", "做"]);
        assert_eq!(rows[5..], [Vec::<&str>::new()]);
    }

    #[test]
    fn english_words_stay_as_they_are() {
        let text = write([&problem()], Lang::En);
        assert_eq!(rows(&text)[3], ["indicator", "3", "2", "率", "-3", "lower"]);
        assert!(text.ends_with('\n') && !text.contains('\r'));
    }
}
