//! What is said of reading foreign documents; the functions choose the language.

use super::{en, zh};
use crate::complaint::{DocumentRemark, Grade, PassedOver};
use crate::domain::book::Lang;

/// From what a field was read.
pub fn grade(lang: Lang, grade: Grade) -> &'static str {
    match lang {
        Lang::Zh => zh::documents::grade(grade),
        Lang::En => en::documents::grade(grade),
    }
}

/// What a text is that gives no lines.
pub fn passed_over(lang: Lang, what: PassedOver) -> &'static str {
    match lang {
        Lang::Zh => zh::documents::passed_over(what),
        Lang::En => en::documents::passed_over(what),
    }
}

/// What there is to say of a place of a document.
pub fn document_remark(lang: Lang, remark: &DocumentRemark) -> String {
    match lang {
        Lang::Zh => zh::documents::remark(remark),
        Lang::En => en::documents::remark(remark),
    }
}
