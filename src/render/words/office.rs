//! Words for workbooks and documents: addresses, sizes and what is to be known beside their text.

use super::{en, zh};
use crate::complaint::{Address, At, OfficeRemark, letters};
use crate::domain::book::Lang;

/// The address of a cell or paragraph: `Sheet1!B7`, `第12段`, `paragraph 12`.
pub fn address(lang: Lang, address: &Address) -> String {
    let cell = |row: u32, column: u32| format!("{}{row}", letters(column));
    match (address.at, &address.sheet) {
        (At::Cell { row, column }, Some(sheet)) => format!("{sheet}!{}", cell(row, column)),
        (At::Cell { row, column }, None) => cell(row, column),
        (At::Paragraph(number), _) => match lang {
            Lang::Zh => zh::office::paragraph(number),
            Lang::En => en::office::paragraph(number),
        },
        (At::TableCell { table, row, column }, _) => {
            let table = table_name(lang, table);
            format!("{table}!{}", cell(row, column))
        }
    }
}

/// The name of a table of a document: `表1`, `table 1`.
pub fn table_name(lang: Lang, number: u32) -> String {
    match lang {
        Lang::Zh => zh::office::table(number),
        Lang::En => en::office::table(number),
    }
}

/// What is to be known of a workbook or document, in a line without its path.
pub fn office_remark(lang: Lang, remark: &OfficeRemark) -> String {
    let first = remark.first.as_ref().map(|first| address(lang, first));
    let (first, names) = (first.as_deref(), &remark.names[..]);
    match lang {
        Lang::Zh => zh::office::remark(remark.what, remark.count, first, names),
        Lang::En => en::office::remark(remark.what, remark.count, first, names),
    }
}

/// A number of bytes in the largest unit that it is a whole number of: `32 MiB`.
pub(super) fn bytes(number: u64) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    let unit = units.into_iter().find(|(size, _)| number >= *size && number.is_multiple_of(*size));
    unit.map_or_else(|| format!("{number} B"), |(size, name)| format!("{} {name}", number / size))
}

#[cfg(test)]
mod tests {
    use super::{Address, At, Lang, address, bytes};

    #[test]
    fn sizes_and_addresses_are_short() {
        assert_eq!(bytes(32 << 20), "32 MiB");
        assert_eq!(bytes(64 << 10), "64 KiB");
        assert_eq!(bytes(1000), "1000 B");
        let sheet = Some("台账".to_owned());
        let cell = Address { sheet, at: At::Cell { row: 7, column: 2 } };
        assert_eq!(address(Lang::Zh, &cell), "台账!B7");
        let paragraph = Address { sheet: None, at: At::Paragraph(12) };
        assert_eq!(address(Lang::Zh, &paragraph), "第12段");
        let cell = Address { sheet: None, at: At::TableCell { table: 1, row: 3, column: 2 } };
        assert_eq!(address(Lang::Zh, &cell), "表1!B3");
        assert_eq!(address(Lang::En, &cell), "table 1!B3");
    }
}
