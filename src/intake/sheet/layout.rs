//! Where the header of a sheet stands, what separates its cells, and what its columns hold.

use std::ops::Range;

use super::headers::{self, Meaning};
use crate::complaint::{Fault, Limited};
use crate::formats::table::rows::{self, Row, Rows};
use crate::intake::limits::{Limits, count};

/// How many rows may stand before the header.
const MOST_BEFORE_HEADER: usize = 20;

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Signs that may separate columns, the likeliest first.
const SIGNS: [char; 10] = ['\t', ';', '|', ',', '\u{ff0c}', '\u{ff1b}', '^', '~', ':', '\u{3001}'];

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

/// Finds the header: with that separator which makes the most columns known, or with the one asked for, the first row that
/// has a column of problems. Returns the rows behind it, too.
pub(super) fn find(
    text: &str,
    asked: Option<u8>,
) -> Result<(Layout, Rows<'_>), (Range<usize>, Fault)> {
    let separators = asked.as_slice();
    let separators = if separators.is_empty() { &SEPARATORS[..] } else { separators };
    let candidates = separators.iter().filter_map(|separator| candidate(text, *separator));
    // Of equals the first: `max_by_key` gives the last.
    let best = candidates.rev().max_by_key(|it| it.meanings.iter().flatten().count());
    let Some(Candidate { names, meanings, preamble, behind }) = best else {
        return Err(unknown(text, asked));
    };
    if count(names.len()) > Limits::STANDARD.columns {
        return Err((0..1, Limits::STANDARD.exceeded(Limited::Columns)));
    }
    let keys = own_keys(&names);
    let column = |((name, meaning), own_key): ((&String, _), _)| Column {
        meaning,
        own_key,
        unit: headers::unit(name),
    };
    let columns = names.iter().zip(meanings).zip(keys).map(column).collect();
    Ok((Layout { columns, preamble }, behind))
}

/// Why no header was found: there is but one column, or none of them is that of the problems.
fn unknown(text: &str, asked: Option<u8>) -> (Range<usize>, Fault) {
    let rows = |separator| Rows::new(text, separator).filter(|row| !row.is_blank(text));
    let row = rows(asked.unwrap_or(SEPARATORS[0])).next().unwrap_or_default();
    let wide =
        |separator: &u8| rows(*separator).take(MOST_BEFORE_HEADER).any(|it| it.cells.len() > 1);
    let separators = asked.as_slice();
    let one =
        if separators.is_empty() { !SEPARATORS.iter().any(wide) } else { !wide(&separators[0]) };
    if one && !row.span.is_empty() {
        return (row.span, Fault::OneColumn(sign_of_all_lines(text)));
    }
    let columns = names_of(text, &row);
    (row.span, Fault::NoProblemColumn { columns })
}

/// The sign that all lines of the beginning have, and that may separate columns.
fn sign_of_all_lines(text: &str) -> Option<char> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty()).take(MOST_BEFORE_HEADER);
    SIGNS.into_iter().find(|sign| lines().count() > 1 && lines().all(|line| line.contains(*sign)))
}

/// Returns the separator that a first line `sep=;` names, as spreadsheets write it.
pub(super) fn named_separator(text: &str) -> Option<u8> {
    let line = text.trim_start_matches('\u{feff}').lines().next()?.trim_end_matches('\r');
    let named =
        line.trim_matches('"').strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="))?;
    let [sign] = named.as_bytes() else { return None };
    (sign.is_ascii_punctuation() || matches!(sign, b'\t' | b' ')).then_some(*sign)
}

fn candidate(text: &str, separator: u8) -> Option<Candidate<'_>> {
    let most = usize::try_from(Limits::STANDARD.columns).unwrap_or(usize::MAX);
    let mut rows = Rows::new(text, separator).at_most(most);
    if named_separator(text).is_some() {
        rows.next();
    }
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
    use super::{Fault, Meaning, find, named_separator};

    #[test]
    fn the_header_is_found_below_a_title_and_with_any_separator() {
        for (separator, other) in [(",", ";"), (";", ","), ("\t", ",")] {
            let text = format!(
                "\u{feff}某局{other}整改台账\n\n序号,问题,整改\n时限,备注,备注,\n1,题,,,,\n"
            )
            .replace("整改\n时限", "\"整改\n时限\"")
            .replace("序号,问题,", &format!("序号{separator}问题{separator}"))
            .replace("时限\",备注,备注,", &["时限\"", "备注", "备注", ""].join(separator));
            let (layout, mut rows) = find(&text, None).unwrap();
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
        let (span, fault) = find("\n姓名,电话\n甲,1\n", None).unwrap_err();
        assert_eq!(span, 1..14);
        assert_eq!(fault, Fault::NoProblemColumn { columns: vec!["姓名".into(), "电话".into()] });
        assert!(find("", None).is_err());
    }

    #[test]
    fn one_column_only_is_told_with_what_may_separate_more() {
        for (text, asked, sign) in [
            ("问题描述|责任单位\n题|甲\n", None, Some('|')),
            ("问题描述，责任单位\n题，甲\n", None, Some('，')),
            ("问题描述,责任单位\n题,甲\n", Some(b';'), Some(',')),
            ("某局台账\n无表格\n", None, None),
        ] {
            let (_, fault) = find(text, asked).unwrap_err();
            assert_eq!(fault, Fault::OneColumn(sign), "{text}");
        }
        let (layout, _) = find("问题描述|责任单位\n题|甲\n", Some(b'|')).unwrap();
        assert_eq!(layout.columns.len(), 2);
    }

    #[test]
    fn a_first_line_may_name_the_separator() {
        for (text, sign) in [
            ("sep=|\n问题|单位\n", Some(b'|')),
            ("\u{feff}\"sep=;\"\r\n", Some(b';')),
            ("SEP=\t\n", Some(b'\t')),
            ("sep=\n", None),
            ("sep=ab\n", None),
            ("separator,问题\n", None),
        ] {
            assert_eq!(named_separator(text), sign, "{text:?}");
        }
    }
}
