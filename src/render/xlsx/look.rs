//! How cells look: one place for fonts, frames and colours.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::value::{Shape, Value};
use crate::render::document::{Hue, RowKind};

/// The formats of a workbook.
#[derive(Debug)]
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) text: Format,
    pub(super) label: Format,
    pub(super) note: Format,
    pub(super) header: Format,
    body: Cells,
    total: Cells,
}

/// The formats of a row.
#[derive(Debug)]
struct Cells {
    text: Format,
    /// A text that begins as a formula does: it stays one also for whoever opens the cell and goes on.
    quoted: Format,
    plain: Format,
    money: Format,
    share: Format,
    day: Format,
    provisional: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let beside = || Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let cell =
            || beside().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0xBF_BF_BF));
        let grey = Color::RGB(0xE7_E6_E6);
        let header = cell().set_bold().set_background_color(grey);
        let total = || cell().set_bold().set_border_top(FormatBorder::Medium);
        Self {
            title: beside().set_bold().set_font_size(16),
            heading: beside().set_bold().set_font_size(13),
            text: beside(),
            label: beside().set_bold(),
            note: beside().set_font_color(Color::RGB(0x59_59_59)),
            header: header.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter),
            body: Cells::new(&cell()),
            total: Cells::new(&total()),
        }
    }

    /// The format of a value beside its label.
    pub(super) fn beside(&self, value: &Value) -> Format {
        let shape = match value {
            Value::Number(_, Shape::Money) => "#,##0.00",
            Value::Number(_, Shape::Share) => "0.0%",
            Value::Day(..) => "yyyy-mm-dd",
            _ => "General",
        };
        self.text.clone().set_num_format(shape).set_align(FormatAlign::Left)
    }

    /// The format of a cell in a table; one that has a colour of its own wears it always.
    pub(super) fn cell(&self, value: &Value, row: RowKind, hue: Option<Hue>) -> Format {
        let cells = match row {
            RowKind::Body => &self.body,
            RowKind::Total => &self.total,
        };
        let format = match value {
            Value::Text(text) if text.starts_with(['=', '+', '-', '@']) => &cells.quoted,
            Value::Empty | Value::Above | Value::Text(_) => &cells.text,
            Value::Number(_, Shape::Plain) => &cells.plain,
            Value::Number(_, Shape::Money) => &cells.money,
            Value::Number(_, Shape::Share) => &cells.share,
            Value::Day(_, false) => &cells.day,
            Value::Day(_, true) => &cells.provisional,
        };
        match hue {
            Some(hue) => lit(format.clone(), hue),
            None => format.clone(),
        }
    }
}

impl Cells {
    fn new(cell: &Format) -> Self {
        let shaped = |shape: &str| cell.clone().set_num_format(shape);
        Self {
            text: cell.clone(),
            quoted: cell.clone().set_quote_prefix(),
            plain: cell.clone(),
            money: shaped("#,##0.00"),
            share: shaped("0.0%"),
            day: shaped("yyyy-mm-dd").set_align(FormatAlign::Left),
            provisional: shaped("yyyy-mm-dd\"*\"").set_align(FormatAlign::Left),
        }
    }
}

/// Puts the colour of a light on a format.
pub(super) fn lit(format: Format, hue: Hue) -> Format {
    let (ground, letters) = match hue {
        Hue::Red => (0xFF_C7_CE, 0x9C_00_06),
        Hue::BrightYellow => (0xFF_D9_66, 0x7F_4F_00),
        Hue::Yellow => (0xFF_F2_CC, 0x7F_60_00),
        Hue::Green => (0xC6_EF_CE, 0x00_61_00),
        Hue::Blue => (0xDD_EB_F7, 0x1F_4E_78),
        Hue::Grey => (0xED_ED_ED, 0x59_59_59),
    };
    format.set_background_color(Color::RGB(ground)).set_font_color(Color::RGB(letters))
}
