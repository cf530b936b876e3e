//! Complaints about the cells of a table name its columns and words as they are written there.

use super::columns;
use super::header::Header;
use super::line::column_of;
use crate::complaint::{Fault, Table};

/// Puts the names of the header and the words of its language in the place of keys.
pub(super) fn as_written(header: &Header, fault: Fault) -> Fault {
    let column = |key: &str| header.name_of(column_of_any(key)).to_owned();
    let columns = |table, keys: Vec<&'static str>| {
        keys.into_iter().map(|key| columns::name_in(header.lang, column_of(table, key))).collect()
    };
    match fault {
        Fault::WrongKind { key, expected } => Fault::WrongKind { key: column(&key), expected },
        Fault::WrongWord { key, word, allowed } => {
            let allowed = columns::words_in(header.lang, &key).unwrap_or(allowed);
            Fault::WrongWord { key: column(&key), word, allowed }
        }
        Fault::EmptyText { key } => Fault::EmptyText { key: column(&key) },
        Fault::BarInName { key } => Fault::BarInName { key: column(&key) },
        Fault::KeyNotOfAct { key, act } => Fault::KeyNotOfAct { key: column(&key), act },
        Fault::KeyOfDuty { key } => Fault::KeyOfDuty { key: column(&key) },
        Fault::MissingKeys { table, keys } => {
            Fault::MissingKeys { table, keys: columns(table, keys) }
        }
        Fault::MissingOneOf { table, keys } => {
            Fault::MissingOneOf { table, keys: columns(table, keys) }
        }
        other => other,
    }
}

/// Of all records only a measure has a `no` of its own: the problem's is read before.
fn column_of_any(key: &str) -> &str {
    column_of(Table::Measure, key)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::complaint::{Expected, Fault, Source, Table};
    use crate::formats::table::read;

    fn faults(text: &str) -> Vec<Fault> {
        let source =
            Arc::new(Source { path: "a.csv".into(), text: text.into(), ..Source::default() });
        read(&source).unwrap_err().into_iter().map(|complaint| complaint.fault).collect()
    }

    #[test]
    fn columns_and_words_are_named_as_the_table_has_them() {
        let found =
            faults("记录,编号,序,措施号,due,类型,内容\n问题,1,1,,十月,事项,\n措施,1,2,一,,,\n");
        let number = Expected::Number;
        let expected = [
            Fault::MissingKeys { table: Table::Problem, keys: vec!["问题"] },
            Fault::WrongKind { key: "due".into(), expected: Expected::Day },
            Fault::WrongWord {
                key: "类型".into(),
                word: "事项".into(),
                allowed: vec!["问题", "任务", "定期事项"],
            },
            Fault::MissingKeys { table: Table::Measure, keys: vec!["内容"] },
            Fault::WrongKind { key: "措施号".into(), expected: number },
        ];
        assert_eq!(found, expected);
        let found = faults("记录,编号,序\n题目,零,1\n");
        assert_eq!(
            found,
            [
                Fault::WrongWord {
                    key: "记录".into(),
                    word: "题目".into(),
                    allowed: vec!["问题", "措施", "指标", "记事"],
                },
                Fault::WrongKind { key: "编号".into(), expected: number },
            ]
        );
    }
}
