//! The first row of a table: which columns it has, and in which language.

use std::collections::HashMap;
use std::ops::Range;

use super::columns;
use super::rows::{self, Row};
use crate::complaint::Fault;
use crate::domain::book::Lang;

/// The columns that every table has.
const REQUIRED: [&str; 3] = ["record", "no", "seq"];

/// The columns of a table, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// The language in which new rows are written: that of the column `record`.
    pub(super) lang: Lang,
    /// The keys, in English; those of unknown columns begin with `x_`.
    pub(super) keys: Vec<String>,
    /// The names as they are written.
    pub(super) names: Vec<String>,
    /// Where each key stands first, since every field of every row asks for it.
    places: HashMap<String, usize>,
}

impl Header {
    /// Reads the first row; what is wrong with it is added to `faults`.
    pub(super) fn read(text: &str, row: &Row, faults: &mut Vec<(Range<usize>, Fault)>) -> Self {
        let names: Vec<String> =
            row.cells.iter().map(|cell| rows::value(text, cell).trim().to_owned()).collect();
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        for (at, (cell, name)) in row.cells.iter().zip(&names).enumerate() {
            if name.is_empty() {
                faults.push((cell.clone(), Fault::EmptyColumn));
            } else if keys[..at].contains(&keys[at]) {
                faults.push((cell.clone(), Fault::ColumnTwice(name.clone())));
            }
        }
        let lang = names.iter().find(|name| columns::known(name) == Some("record"));
        let lang = if lang.is_some_and(|name| name != "record") { Lang::Zh } else { Lang::En };
        let mut places = HashMap::with_capacity(keys.len());
        for (at, key) in keys.iter().enumerate() {
            places.entry(key.clone()).or_insert(at);
        }
        let header = Self { lang, keys, names, places };
        let missing = REQUIRED.into_iter().filter(|key| !header.has(key));
        faults.extend(missing.map(|key| (row.span.clone(), Fault::MissingColumn(key))));
        header
    }

    /// Returns the header of a new table: all columns of the format, and the office's own that are in use.
    pub(super) fn new<'a>(lang: Lang, own: impl IntoIterator<Item = &'a str>) -> Self {
        let (keys, names) = (Vec::new(), Vec::new());
        let mut header = Self { lang, keys, names, places: HashMap::new() };
        let known = columns::COLUMNS.iter().map(|(key, _)| *key);
        known.chain(own).for_each(|key| header.add(key));
        header
    }

    /// Tells whether the table has a column.
    pub(super) fn has(&self, key: &str) -> bool {
        self.position(key).is_some()
    }

    /// Returns which column it is, from 0.
    pub(super) fn position(&self, key: &str) -> Option<usize> {
        self.places.get(key).copied()
    }

    /// Returns the name of a column as it is written, else as it would be.
    pub(super) fn name_of<'a>(&'a self, key: &'a str) -> &'a str {
        self.position(key).map_or_else(|| columns::name_in(self.lang, key), |at| &self.names[at])
    }

    /// Adds a column at the end.
    pub(super) fn add(&mut self, key: &str) {
        self.places.entry(key.to_owned()).or_insert(self.keys.len());
        self.keys.push(key.to_owned());
        self.names.push(columns::name_in(self.lang, key).to_owned());
    }
}

/// Returns the English key of a column.
fn key(name: &str) -> String {
    match columns::known(name) {
        Some(known) => known.to_owned(),
        None if name.starts_with("x_") => name.to_owned(),
        None => format!("x_{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Header, Lang, rows};

    fn read(text: &str) -> (Header, Vec<Fault>) {
        let mut faults = Vec::new();
        let row = rows::Rows::new(text, b',').next().unwrap();
        let header = Header::read(text, &row, &mut faults);
        (header, faults.into_iter().map(|(_, fault)| fault).collect())
    }

    #[test]
    fn a_header_may_mix_languages_and_have_columns_of_its_own() {
        let (header, faults) = read("记录,no, 序 ,title,备注,x_a\n");
        assert_eq!(header.keys, ["record", "no", "seq", "title", "x_备注", "x_a"]);
        assert_eq!((header.lang, faults), (Lang::Zh, vec![]));
        assert_eq!(read("record,编号,序").0.lang, Lang::En);
    }

    #[test]
    fn all_that_is_wrong_with_a_header_is_named() {
        let twice = |name: &str| Fault::ColumnTwice(name.into());
        let expected = [
            twice("编号"),
            Fault::EmptyColumn,
            twice("x_备注"),
            Fault::MissingColumn("record"),
            Fault::MissingColumn("seq"),
        ];
        assert_eq!(read("no,编号,,备注,x_备注\n").1, expected);
    }

    #[test]
    fn a_new_header_reads_as_it_is_written() {
        for lang in [Lang::En, Lang::Zh] {
            let header = Header::new(lang, ["x_a"]);
            assert_eq!(read(&header.names.join(",")), (header, vec![]));
        }
    }
}
