//! The fields that amendments correct, by the words that stand above them in tables.

use super::{changes, code, en, flag, zh};
use crate::domain::amendment::Field;
use crate::domain::book::Lang;

/// The name of an amended field, of a measure where one is named.
pub fn amended_field(lang: Lang, field: Field, measure: Option<u32>) -> String {
    let name = match lang {
        Lang::Zh => zh::changes::amended(field),
        Lang::En => en::changes::amended(field),
    };
    match (lang, measure) {
        (_, None) => name.to_owned(),
        (Lang::Zh, Some(no)) => format!("措施{no}的{name}"),
        (Lang::En, Some(no)) => format!("{name} of measure {no}"),
    }
}

/// What stands in an amended field, as files write it: words in quotes, long ones in part.
pub fn amended_value(lang: Lang, field: Field, text: &str) -> String {
    match field {
        Field::Sustained => match text.parse() {
            Ok(yes) => flag(lang, yes).to_owned(),
            Err(_) => changes::short(text),
        },
        Field::Found | Field::Due | Field::Amount | Field::Recoverable => changes::short(text),
        _ => match lang {
            Lang::Zh => format!("“{}”", changes::short(text)),
            Lang::En => code(text),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{amended_field, amended_value};
    use crate::domain::amendment::Field;
    use crate::domain::book::Lang::{En, Zh};

    #[test]
    fn no_field_is_called_by_its_key_in_chinese() {
        for (key, field) in Field::ALL {
            for measure in [None, Some(2)] {
                let name = amended_field(Zh, field, measure);
                assert!(!name.contains(|c: char| c.is_ascii_alphabetic()), "{key}: {name}");
            }
        }
        assert_eq!(amended_field(Zh, Field::Due, Some(2)), "措施2的截止日期");
        assert_eq!(amended_field(En, Field::Due, Some(2)), "last day of measure 2");
    }

    #[test]
    fn values_read_as_people_write_them() {
        assert_eq!(amended_value(Zh, Field::Sustained, "true"), "是");
        assert_eq!(amended_value(En, Field::Limit, "10月底前"), "`10月底前`");
        assert_eq!(amended_value(Zh, Field::Due, "2022-10-31"), "2022-10-31");
    }
}
