//! Where the header of a sheet stands, what separates its cells, and what its columns hold.

use std::ops::Range;

use super::headers::{self, Meaning};
use super::terms::Terms;
use crate::complaint::Fault;
use crate::formats::table::rows::{self, Row, Rows};

/// How many rows may stand before the header.
const MOST_BEFORE_HEADER: usize = 20;

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The columns of a sheet.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) columns: Vec<Column>,
    /// The bytes of the rows before the header, where one has text.
    pub(super) preamble: Option<Range<usize>>,
}

/// A column of a sheet.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) meaning: Option<Meaning>,
    /// The key under which a text is kept that has no other place.
    pub(super) own_key: String,
    /// The unit of its figures.
    pub(super) unit: Option<String>,
}

/// A row that may be the header.
struct Candidate<'a> {
    names: Vec<String>,
    meanings: Vec<Option<Meaning>>,
    preamble: Option<Range<usize>>,
    behind: Rows<'a>,
}

/// Finds the header: with that separator which makes the most columns known, the first row that has a column of
/// problems. Returns the rows behind it, too.
pub(super) fn find<'a>(
    text: &'a str,
    terms: &Terms<'_>,
) -> Result<(Layout, Rows<'a>), (Range<usize>, Fault)> {
    let separators = terms.delimiter.map_or(SEPARATORS.to_vec(), |named| vec![named]);
    let candidates = separators.iter().filter_map(|separator| candidate(text, *separator));
    // Of equals the first: `max_by_key` gives the last.
    let best = candidates.rev().max_by_key(|it| it.meanings.iter().flatten().count());
    let Some(Candidate { names, meanings, preamble, behind }) = best else {
        let row = Rows::new(text, separators[0]).find(|row| !row.is_blank(text));
        let row = row.unwrap_or_default();
        let columns = names_of(text, &row);
        return Err((row.span, Fault::NoProblemColumn { columns }));
    };
    let keys = own_keys(&names);
    let column = |((name, meaning), own_key): ((&String, _), _)| Column {
        meaning,
        own_key,
        unit: headers::unit(name),
    };
    let columns = names.iter().zip(meanings).zip(keys).map(column).collect();
    Ok((Layout { columns, preamble }, behind))
}

fn candidate(text: &str, separator: u8) -> Option<Candidate<'_>> {
    let mut rows = Rows::new(text, separator);
    let mut preamble: Option<Range<usize>> = None;
    for _ in 0..=MOST_BEFORE_HEADER {
        let row = rows.next()?;
        let names = names_of(text, &row);
        let meanings = headers::meanings(&names);
        if meanings.contains(&Some(Meaning::Title)) {
            return Some(Candidate { names, meanings, preamble, behind: rows });
        }
        if !row.is_blank(text) {
            preamble = Some(preamble.map_or(row.span.start, |before| before.start)..row.span.end);
        }
    }
    None
}

fn names_of(text: &str, row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| one_line(&rows::value(text, cell))).collect()
}

/// A header broken into lines to fit its column is one name.
fn one_line(name: &str) -> String {
    name.lines().map(str::trim).collect()
}

/// Gives each column a key of its own: `x_` and its name, numbered where that is there before.
fn own_keys(names: &[String]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let first = match name.as_str() {
            "" => format!("x_column_{}", at + 1),
            name if name.starts_with("x_") => name.to_owned(),
            name => format!("x_{name}"),
        };
        let numbered = (2..).map(|number| format!("{first}_{number}"));
        let free = std::iter::once(first.clone()).chain(numbered).find(|key| !keys.contains(key));
        keys.extend(free);
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::{Fault, Meaning, Terms, find};

    #[test]
    fn the_header_is_found_below_a_title_and_with_any_separator() {
        for (separator, other) in [(",", ";"), (";", ","), ("\t", ",")] {
            let text = format!(
                "\u{feff}某局{other}整改台账\n\n序号,问题,整改\n时限,备注,备注,\n1,题,,,,\n"
            )
            .replace("整改\n时限", "\"整改\n时限\"")
            .replace("序号,问题,", &format!("序号{separator}问题{separator}"))
            .replace("时限\",备注,备注,", &["时限\"", "备注", "备注", ""].join(separator));
            let (layout, mut rows) = find(&text, &Terms::default()).unwrap();
            let meanings: Vec<_> = layout.columns.iter().map(|it| it.meaning).collect();
            assert_eq!(
                meanings[..3],
                [Meaning::Reference, Meaning::Title, Meaning::Limit].map(Some)
            );
            let keys: Vec<_> = layout.columns.iter().map(|it| &*it.own_key).collect();
            assert_eq!(keys[2..], ["x_整改时限", "x_备注", "x_备注_2", "x_column_6"]);
            assert!(text[layout.preamble.unwrap()].starts_with("某局"));
            assert!(text[rows.next().unwrap().span].starts_with("1,题"));
        }
    }

    #[test]
    fn a_sheet_without_problems_is_told_by_its_columns() {
        let (span, fault) = find("\n姓名,电话\n甲,1\n", &Terms::default()).unwrap_err();
        assert_eq!(span, 1..14);
        assert_eq!(fault, Fault::NoProblemColumn { columns: vec!["姓名".into(), "电话".into()] });
        assert!(find("", &Terms::default()).is_err());
    }
}
