//! Where the header of a sheet stands, what separates its cells, and what its columns hold.

use std::ops::Range;

use super::block::{self, Block};
use super::headers::{self, Meaning};
use super::naming;
use super::terms::{Map, Region, Rules, Terms};
use crate::complaint::{BadMap, Fault, Limited};
use crate::formats::table::rows::{self, Row, Rows};
use crate::intake::limits::Limits;

/// How many rows may stand before the header.
const MOST_BEFORE_HEADER: usize = 20;

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Signs that may separate columns, the likeliest first.
const SIGNS: [char; 10] = ['\t', ';', '|', ',', '\u{ff0c}', '\u{ff1b}', '^', '~', ':', '\u{3001}'];

/// The columns of a table of a sheet.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) columns: Vec<Column>,
    /// What its cells are read by.
    pub(super) rules: Rules,
    /// The bytes of its header.
    pub(super) span: Range<usize>,
    /// The rows below its header, by their places in the sheet.
    pub(super) rows: Range<usize>,
}

/// A column of a sheet.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) meaning: Option<Meaning>,
    /// Whether a map says what it holds.
    pub(super) mapped: bool,
    /// Whether somebody has said that it is to be left out.
    pub(super) ignored: bool,
    /// The texts of its header, as they stand.
    pub(super) header: String,
    /// The key under which a text is kept that has no other place.
    pub(super) own_key: String,
    /// The unit of its figures.
    pub(super) unit: Option<String>,
}

/// The tables of a sheet, one below the other.
#[derive(Debug)]
pub(super) struct Tables {
    pub(super) rows: Vec<Row>,
    /// At least one.
    pub(super) layouts: Vec<Layout>,
    /// The bytes of the rows before the first header, where one has text.
    pub(super) preamble: Option<Range<usize>>,
    /// The bytes of titles above the other headers.
    pub(super) captions: Vec<Range<usize>>,
}

/// Finds the header, with that separator which makes the most columns known; and the headers below it, each of which
/// begins another table.
pub(super) fn find(text: &str, terms: &Terms<'_>) -> Result<Tables, (Range<usize>, Fault)> {
    let asked = terms.delimiter;
    let separators = asked.map_or(SEPARATORS.to_vec(), |named| vec![named]);
    // A first line `sep=;` is none of the table.
    let first = usize::from(named_separator(text).is_some());
    let most = usize::try_from(Limits::STANDARD.columns).unwrap_or(usize::MAX);
    let only = terms.map.as_ref().and_then(|map| map.header_row).map(|row| row - 1);
    let sampled = only.unwrap_or(MOST_BEFORE_HEADER) + block::MOST_ROWS;
    let candidate = |separator: &u8| {
        let rows: Vec<Row> = Rows::new(text, *separator).at_most(most).take(sampled).collect();
        let names = rows.iter().skip(first).map(|row| names_of(text, row));
        let names: Vec<_> = std::iter::repeat_n(Vec::new(), first).chain(names).collect();
        let block = block::find(&names, terms.merges, only, &|path| named(path, terms))?;
        (block.first <= MOST_BEFORE_HEADER || only.is_some()).then_some((*separator, block))
    };
    // Of equals the first: `max_by_key` gives the last.
    let candidates = separators.iter().rev().filter_map(candidate);
    let Some((separator, block)) = candidates.max_by_key(|(_, block)| block.known()) else {
        return Err(none_found(text, asked, only));
    };
    if block.paths.len() > most {
        return Err((0..1, Limits::STANDARD.exceeded(Limited::Columns)));
    }
    let rows: Vec<Row> = Rows::new(text, separator).at_most(most).collect();
    let above = rows[first..block.first].iter().filter(|row| !row.is_blank(text));
    let preamble = above.map(|row| row.span.clone()).reduce(|all, row| all.start..row.end);
    let blocks = further(text, &rows, &block, terms);
    let firsts: Vec<_> =
        blocks.iter().map(|(_, first)| *first).skip(1).chain([rows.len()]).collect();
    let layout = |((block, _), end): (&(Block, usize), usize)| Layout {
        columns: columns(block, terms),
        rules: terms.rules(),
        span: rows[block.first].span.start..rows[block.last].span.end,
        rows: block.last + 1..end,
    };
    let layouts = blocks.iter().zip(firsts).map(layout).collect();
    let captions = blocks.iter().filter(|(block, first)| *first < block.first);
    let captions = captions.map(|(_, first)| rows[*first].span.clone()).collect();
    Ok(Tables { rows, layouts, preamble, captions })
}

/// The header and those below it, each with the row where its table begins: a title in a single cell belongs to it.
fn further(text: &str, rows: &[Row], first: &Block, terms: &Terms<'_>) -> Vec<(Block, usize)> {
    let mut at = first.last + 1;
    let mut blocks = vec![(first.clone(), first.first)];
    while at < rows.len() {
        if !may_be_header(text, &rows[at]) {
            at += 1;
            continue;
        }
        let near = at..rows.len().min(at + block::MOST_ROWS);
        let names: Vec<_> = rows[near].iter().map(|row| names_of(text, row)).collect();
        let inside = |region: &Region| {
            let first_row = region.first_row.checked_sub(at)?;
            Some(Region { first_row, last_row: region.last_row - at, ..*region })
        };
        let merges: Vec<_> = terms.merges.iter().filter_map(inside).collect();
        let found = block::find(&names, &merges, None, &|path| named(path, terms));
        let Some(found) = found.filter(|it| it.first == 0 && it.known() > 1) else {
            at += 1;
            continue;
        };
        let mut block = found;
        (block.first, block.last) = (at, at + block.last);
        let above = &rows[at - 1];
        let texts = above.cells.iter().filter(|cell| !rows::value(text, cell).trim().is_empty());
        let behind = blocks.last().is_some_and(|(before, _)| before.last + 1 < at);
        let caption = behind && texts.count() == 1;
        at = block.last + 1;
        blocks.push((block.clone(), if caption { block.first - 1 } else { block.first }));
    }
    blocks
}

/// Looks at two cells only, since nearly all rows are none.
fn may_be_header(text: &str, row: &Row) -> bool {
    let texts = row.cells.iter().filter(|cell| !cell.is_empty()).take(3);
    let short = texts.filter(|cell| cell.len() <= 60);
    short.map(|cell| rows::value(text, cell)).filter(|cell| headers::is_known(cell)).count() > 1
}

fn none_found(text: &str, asked: Option<u8>, only: Option<usize>) -> (Range<usize>, Fault) {
    let Some(row) = only else { return unknown(text, asked) };
    let found = Rows::new(text, asked.unwrap_or(SEPARATORS[0])).nth(row).unwrap_or_default();
    (found.span, Fault::Map(BadMap::HeaderRow(row + 1)))
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

fn columns(block: &Block, terms: &Terms<'_>) -> Vec<Column> {
    let names: Vec<_> = block.paths.iter().map(|path| block::names(path)).collect();
    let is_ignored = |path: &[String]| ignored(terms).any(|name| is_called(path, name));
    let ignored: Vec<_> = block.paths.iter().map(|path| is_ignored(path)).collect();
    let fixed: Vec<_> = block.paths.iter().map(|path| named(path, terms)).collect();
    let meanings = naming::meanings(&names, fixed.clone(), |at| !ignored[at]);
    let headers: Vec<_> = block.paths.iter().map(|path| path.join("/")).collect();
    let keys = own_keys(&headers);
    let mut columns = Vec::new();
    for (at, (header, own_key)) in headers.into_iter().zip(keys).enumerate() {
        columns.push(Column {
            meaning: meanings[at].filter(|_| !ignored[at]),
            mapped: fixed[at].is_some(),
            ignored: ignored[at],
            unit: block.paths[at].iter().rev().find_map(|name| headers::unit(name)),
            header,
            own_key,
        });
    }
    columns
}

/// What a map says that the column holds.
fn named(path: &[String], terms: &Terms<'_>) -> Option<Meaning> {
    let columns = &terms.map.as_ref()?.columns;
    columns.iter().find(|(name, ..)| is_called(path, name)).map(|(_, _, meaning)| *meaning)
}

/// The columns that are to be left out.
fn ignored<'a>(terms: &'a Terms<'_>) -> impl Iterator<Item = &'a str> {
    let of_map = terms.map.iter().flat_map(|map: &Map| &map.ignore).map(|(name, _)| name.as_str());
    terms.ignore.iter().map(String::as_str).chain(of_map)
}

/// Tells whether somebody means this column: by all texts of its header, or by the lowest.
fn is_called(path: &[String], name: &str) -> bool {
    let name = headers::plain_text(name);
    let is_it = |text: &str| !name.is_empty() && headers::plain_text(text) == name;
    is_it(&path.join("/")) || path.last().is_some_and(|leaf| is_it(leaf))
}

impl Layout {
    /// Tells whether somebody means one of its columns.
    pub(super) fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|column| {
            let path: Vec<_> = column.header.split('/').map(str::to_owned).collect();
            is_called(&path, name) || is_called(std::slice::from_ref(&column.header), name)
        })
    }
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
    use super::{Fault, Meaning, Terms, find, named_separator};

    #[test]
    fn the_header_is_found_below_a_title_and_with_any_separator() {
        for (separator, other) in [(",", ";"), (";", ","), ("\t", ",")] {
            let text = format!(
                "\u{feff}某局{other}整改台账\n\n序号,问题,整改\n时限,备注,备注,\n1,题,,,,\n"
            )
            .replace("整改\n时限", "\"整改\n时限\"")
            .replace("序号,问题,", &format!("序号{separator}问题{separator}"))
            .replace("时限\",备注,备注,", &["时限\"", "备注", "备注", ""].join(separator));
            let tables = find(&text, &Terms::default()).unwrap();
            let layout = &tables.layouts[0];
            let meanings: Vec<_> = layout.columns.iter().map(|it| it.meaning).collect();
            assert_eq!(
                meanings[..3],
                [Meaning::Reference, Meaning::Title, Meaning::Limit].map(Some)
            );
            let keys: Vec<_> = layout.columns.iter().map(|it| &*it.own_key).collect();
            assert_eq!(keys[2..], ["x_整改时限", "x_备注", "x_备注_2", "x_column_6"]);
            assert!(text[tables.preamble.unwrap()].starts_with("某局"));
            assert!(text[tables.rows[layout.rows.start].span.clone()].starts_with("1,题"));
        }
    }

    #[test]
    fn a_second_header_begins_another_table() {
        let text =
            "问题,措施\n一,做\n\n表二,\n序号,问题,时限\n1,二,10月底\n序号,问题,时限\n2,三,\n";
        let tables = find(text, &Terms::default()).unwrap();
        let parts: Vec<_> = tables.layouts.iter().map(|it| it.rows.clone()).collect();
        assert_eq!(parts, [1..3, 5..6, 7..8]);
        assert_eq!(
            tables.captions.iter().map(|it| &text[it.clone()]).collect::<Vec<_>>(),
            ["表二,"]
        );
    }

    #[test]
    fn a_sheet_without_problems_is_told_by_its_columns() {
        let none = |text| find(text, &Terms::default()).unwrap_err();
        let (span, fault) = none("\n姓名,电话\n甲,1\n");
        assert_eq!(span, 1..14);
        assert_eq!(fault, Fault::NoProblemColumn { columns: vec!["姓名".into(), "电话".into()] });
        none("");
    }

    #[test]
    fn one_column_only_is_told_with_what_may_separate_more() {
        for (text, asked, sign) in [
            ("问题描述|责任单位\n题|甲\n", None, Some('|')),
            ("问题描述，责任单位\n题，甲\n", None, Some('，')),
            ("问题描述,责任单位\n题,甲\n", Some(b';'), Some(',')),
            ("某局台账\n无表格\n", None, None),
        ] {
            let terms = Terms { delimiter: asked, ..Terms::default() };
            let (_, fault) = find(text, &terms).unwrap_err();
            assert_eq!(fault, Fault::OneColumn(sign), "{text}");
        }
        let terms = Terms { delimiter: Some(b'|'), ..Terms::default() };
        let tables = find("问题描述|责任单位\n题|甲\n", &terms).unwrap();
        assert_eq!(tables.layouts[0].columns.len(), 2);
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
