//! A map: what an office has said of the columns of its form, in a small TOML file.

use std::ops::Range;
use std::sync::Arc;

use super::headers::{self, Meaning};
use super::status::Status;
use super::terms::{AmountUnit, DateOrder, Map};
use crate::complaint::{BadMap, Complaint, Expected, Fault, Log, Source};
use crate::domain::nearest::nearest;
use crate::formats::record::{Field, Raw};
use crate::formats::toml;

const KEYS: [&str; 6] = ["columns", "ignore", "date_order", "amount_unit", "header_row", "status"];

const DATE_ORDERS: [(&str, DateOrder); 3] = [
    ("mdy", DateOrder::MonthDayYear),
    ("dmy", DateOrder::DayMonthYear),
    ("ymd", DateOrder::YearMonthDay),
];

const AMOUNT_UNITS: [(&str, AmountUnit); 3] = [
    ("元", AmountUnit::Yuan),
    ("万元", AmountUnit::TenThousand),
    ("亿元", AmountUnit::HundredMillion),
];

const STATES: [(&str, Status); 6] = [
    ("open", Status::Open),
    ("done", Status::Done),
    ("closed", Status::Closed),
    ("suspended", Status::Suspended),
    ("transferred", Status::Transferred),
    ("withdrawn", Status::Withdrawn),
];

impl DateOrder {
    /// Reads `mdy`, `dmy` or `ymd`.
    pub fn named(name: &str) -> Option<Self> {
        DATE_ORDERS.iter().find(|(known, _)| *known == name).map(|(_, order)| *order)
    }
}

impl AmountUnit {
    /// Reads 元, 万元 or 亿元.
    pub fn named(name: &str) -> Option<Self> {
        AMOUNT_UNITS.iter().find(|(known, _)| *known == name).map(|(_, unit)| *unit)
    }

    /// As it stands behind a figure.
    pub(super) fn name(self) -> &'static str {
        AMOUNT_UNITS.iter().find(|(_, unit)| *unit == self).map_or("", |(name, _)| name)
    }
}

impl Map {
    /// Reads a map, or gives all that is wrong with it.
    pub fn read(source: &Arc<Source>) -> Result<Self, Vec<Complaint>> {
        let fields = toml::read_fields(source)?;
        let mut log = Log::new(source);
        let mut map = Self { source: Some(Arc::clone(source)), ..Self::default() };
        for field in fields {
            map.take(field, &mut log);
        }
        log.finish(map)
    }

    fn take(&mut self, field: Field<'_>, log: &mut Log) {
        let Field { key, key_span, span, value } = field;
        let key = key.into_owned();
        match key.as_str() {
            "columns" => self.take_columns(table(&key, span, value, log), log),
            "status" => self.take_states(table(&key, span, value, log), log),
            "ignore" => self.take_ignored(span, value, log),
            "date_order" => self.date_order = word(&key, span, value, &DATE_ORDERS, log),
            "amount_unit" => self.amount_unit = word(&key, span, value, &AMOUNT_UNITS, log),
            "header_row" => match value {
                Raw::Integer(Some(row)) if row > 0 => self.header_row = usize::try_from(row).ok(),
                _ => log.push(span, Fault::WrongKind { key, expected: Expected::Number }),
            },
            _ => {
                let nearest = nearest(&key, KEYS.into_iter());
                let nearest = KEYS.into_iter().find(|known| Some(*known) == nearest);
                log.push(key_span, Fault::Map(BadMap::Key { key, nearest }));
            }
        }
    }

    fn take_columns(&mut self, fields: Vec<Field<'_>>, log: &mut Log) {
        for Field { key: column, key_span, span, value } in fields {
            let Some(name) = text(&column, &span, value, log) else { continue };
            let Some(meaning) = Meaning::named(name.trim()) else {
                let near = nearest(&name, Meaning::names());
                let nearest = Meaning::names().find(|known| Some(*known) == near);
                log.push(span, Fault::Map(BadMap::Field { field: name, nearest }));
                continue;
            };
            if self.columns.iter().any(|(_, _, known)| *known == meaning) {
                log.push(span, Fault::Map(BadMap::FieldTwice(meaning.name().to_owned())));
            } else {
                self.columns.push((column.into_owned(), key_span, meaning));
            }
        }
    }

    fn take_states(&mut self, fields: Vec<Field<'_>>, log: &mut Log) {
        for Field { key, span, value, .. } in fields {
            if let Some(state) = word(&key, span, value, &STATES, log) {
                self.status.insert(headers::plain_text(&key), state);
            }
        }
    }

    fn take_ignored(&mut self, span: Range<usize>, value: Raw<'_>, log: &mut Log) {
        let Raw::List(items) = value else {
            let key = "ignore".to_owned();
            log.push(span, Fault::WrongKind { key, expected: Expected::Names });
            return;
        };
        for (span, item) in items {
            if let Some(column) = text("ignore", &span, item, log) {
                self.ignore.push((column, span));
            }
        }
    }
}

fn table<'r>(key: &str, span: Range<usize>, value: Raw<'r>, log: &mut Log) -> Vec<Field<'r>> {
    if let Raw::Table(fields) = value {
        return fields;
    }
    log.push(span, Fault::WrongKind { key: key.to_owned(), expected: Expected::Table });
    Vec::new()
}

fn text(key: &str, span: &Range<usize>, value: Raw<'_>, log: &mut Log) -> Option<String> {
    if let Raw::Text(text) = value {
        return Some(text.into_owned());
    }
    log.push(span.clone(), Fault::WrongKind { key: key.to_owned(), expected: Expected::Text });
    None
}

fn word<T: Copy>(
    key: &str,
    span: Range<usize>,
    value: Raw<'_>,
    words: &[(&'static str, T)],
    log: &mut Log,
) -> Option<T> {
    let word = text(key, &span, value, log)?;
    let found = words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
    if found.is_none() {
        let allowed = words.iter().map(|(known, _)| *known).collect();
        log.push(span, Fault::WrongWord { key: key.to_owned(), word, allowed });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{AmountUnit, Arc, BadMap, DateOrder, Fault, Map, Meaning, Source, Status};

    fn read(text: &str) -> Result<Map, Vec<Fault>> {
        let source = Source { path: "map.toml".into(), text: text.into(), ..Source::default() };
        Map::read(&Arc::new(source)).map_err(|all| all.into_iter().map(|it| it.fault).collect())
    }

    #[test]
    fn a_map_says_what_columns_hold() {
        let map = read(
            "ignore = [\"备注1\"]\ndate_order = \"mdy\"\namount_unit = \"万元\"\nheader_row = 7\n\
             [columns]\n\"责任科室（盖章）\" = \"lead\"\n\"要求\" = \"整改措施\"\n\
             [status]\n\"已 落实\" = \"closed\"\n",
        )
        .unwrap();
        let columns: Vec<_> = map.columns.iter().map(|(it, _, what)| (&**it, *what)).collect();
        assert_eq!(columns, [("责任科室（盖章）", Meaning::Lead), ("要求", Meaning::Measure)]);
        assert_eq!((map.ignore[0].0.as_str(), map.header_row), ("备注1", Some(7)));
        assert_eq!(map.date_order, Some(DateOrder::MonthDayYear));
        assert_eq!(map.amount_unit, Some(AmountUnit::TenThousand));
        assert_eq!(map.status["已落实"], Status::Closed);
        assert!(read("").unwrap().columns.is_empty());
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let faults = read(
            "column = 1\ndate_order = \"us\"\nheader_row = 0\nignore = \"a\"\n\
             [columns]\na = \"leed\"\nb = \"lead\"\nc = \"牵头单位\"\nd = 1\n[status]\ne = \"x\"\n",
        )
        .unwrap_err();
        assert_eq!(faults.len(), 8, "{faults:?}");
        assert!(faults.contains(&Fault::Map(BadMap::FieldTwice("lead".into()))));
        let field = BadMap::Field { field: "leed".into(), nearest: Some("lead") };
        assert!(faults.contains(&Fault::Map(field)));
    }
}
