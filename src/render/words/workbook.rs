//! The words of a workbook that no report says: its sheets, its pages, and what a cell could not hold.

use super::{en, zh};
use crate::domain::book::Lang;

/// The name of a sheet that has none; `place` counts from 1.
pub fn unnamed(lang: Lang, place: usize) -> String {
    match lang {
        Lang::Zh => zh::workbook::unnamed(place),
        Lang::En => format!("Sheet {place}"),
    }
}

/// The name of the sheet that has all columns of the table for programs.
pub fn all_columns(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh::workbook::ALL_COLUMNS,
        Lang::En => en::workbook::ALL_COLUMNS,
    }
}

/// What stands at the foot of each printed page: which it is, and of how many.
pub fn footer(lang: Lang, page: &str, pages: &str) -> String {
    match lang {
        Lang::Zh => zh::workbook::footer(page, pages),
        Lang::En => format!("Page {page} of {pages}"),
    }
}

/// Stands at the end of a text of which a cell holds only the beginning.
pub fn cut(lang: Lang, limit: usize) -> String {
    match lang {
        Lang::Zh => zh::workbook::cut(limit),
        Lang::En => en::workbook::cut(limit),
    }
}

/// Says under the table how many cells that happened to.
pub fn cells_cut(lang: Lang, cells: usize, limit: usize) -> String {
    match lang {
        Lang::Zh => zh::workbook::cells_cut(cells, limit),
        Lang::En => en::workbook::cells_cut(cells, limit),
    }
}
