//! The sheet that a unit fills in: its own cells unlocked, all others locked, and a hidden sheet that remembers them.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format,
    FormatAlign, FormatBorder, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::{lines, width};
use crate::domain::day::Day;
use crate::domain::unit_form::{BEFORE_LINE, FillIn, MARK, MASKED};
use crate::render::document::Cell;
use crate::render::layout::unit_form::{Form, FormRow};
use crate::render::value::raw;
use crate::render::words::unit_form as words;

/// The name of the hidden sheet.
const MEMORY: &str = "_ledger";

/// The row of the header; above it stand the title and the hint.
const HEADER: u32 = 2;
/// The height of a line, in points.
const LINE: f64 = 15.0;
/// The most lines that a row is high, beyond which a spreadsheet shows no more.
const MOST_LINES: u16 = 25;

/// Returns the bytes of the workbook.
pub fn form(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same sheet is the same bytes, whenever it is written.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = rust_xlsxwriter::DocProperties::new().set_creation_datetime(&epoch);
    book.set_properties(&properties);
    let sheet = book.add_worksheet().set_name(words::sheet_name(form.lang))?;
    visible(form, sheet)?;
    let sheet = book.add_worksheet().set_name(MEMORY)?.set_very_hidden(true);
    memory(form, sheet)?;
    book.save_to_buffer()
}

/// How cells look.
struct Formats {
    header: Format,
    own_header: Format,
    locked: Format,
    locked_day: Format,
    own: Format,
    own_day: Format,
}

impl Formats {
    fn new() -> Self {
        let cell = || {
            Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top)
        };
        let header = || cell().set_bold().set_align(FormatAlign::Center);
        let yellow = Color::RGB(0xFF_F2_CC);
        Self {
            header: header().set_background_color(Color::RGB(0xE7_E6_E6)),
            own_header: header().set_background_color(Color::RGB(0xFF_E5_99)),
            locked: cell().set_num_format("@"),
            locked_day: cell().set_num_format("yyyy-mm-dd"),
            own: cell().set_background_color(yellow).set_unlocked().set_num_format("@"),
            own_day: cell()
                .set_background_color(yellow)
                .set_unlocked()
                .set_num_format("yyyy-mm-dd"),
        }
    }
}

fn visible(form: &Form, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let formats = Formats::new();
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let last = column(form.columns.len() + form.fill_in.len() - 1);
    sheet.merge_range(0, 0, 0, last, &form.title, &plain.clone().set_bold().set_font_size(14))?;
    sheet.merge_range(1, 0, 1, last, &form.hint, &plain)?;
    sheet.set_row_height(0, 1.5 * LINE)?;
    sheet.set_row_height(1, 2.0 * LINE)?;
    let mut widths = Vec::new();
    for (place, read) in form.columns.iter().enumerate() {
        let texts: Vec<_> = form.rows.iter().map(|row| raw(&row.cells[place])).collect();
        let texts = texts.iter().map(String::as_str).chain([read.heading.as_str()]);
        widths.push(width(texts));
        sheet.set_column_width(column(place), widths[place])?;
        sheet.write_string_with_format(HEADER, column(place), &read.heading, &formats.header)?;
    }
    for (place, own) in (form.columns.len()..).zip(form.fill_in) {
        sheet.set_column_width(column(place), if own == FillIn::Progress { 40.0 } else { 12.0 })?;
        let heading = words::fill_in(form.lang, own);
        sheet.write_string_with_format(HEADER, column(place), heading, &formats.own_header)?;
    }
    for (number, row) in (HEADER + 1..).zip(&form.rows) {
        write_row(form, row, number, &widths, &formats, sheet)?;
    }
    validate(form, sheet)?;
    sheet.set_freeze_panes(HEADER + 1, 2)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(HEADER, HEADER)?;
    let allowed = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    };
    sheet.protect_with_options(&allowed);
    Ok(())
}

fn write_row(
    form: &Form,
    row: &FormRow,
    number: u32,
    widths: &[f64],
    formats: &Formats,
    sheet: &mut Worksheet,
) -> Result<(), XlsxError> {
    let mut high = 1;
    for (place, cell) in row.cells.iter().enumerate() {
        let text = raw(cell);
        // A spreadsheet's own letters are wider than ours, so a text that just fits would be cut.
        high = lines(&text, widths[place] - 2.0).max(high);
        match cell {
            Cell::Day(day) | Cell::Provisional(day) => {
                let (column, day) = (column(place), date(*day)?);
                sheet.write_datetime_with_format(number, column, day, &formats.locked_day)?;
            }
            _ => {
                sheet.write_string_with_format(number, column(place), &text, &formats.locked)?;
            }
        }
    }
    for (place, own) in (form.columns.len()..).zip(form.fill_in) {
        let format = if own == FillIn::On { &formats.own_day } else { &formats.own };
        sheet.write_blank(number, column(place), format)?;
    }
    sheet.set_row_height(number, f64::from(high.min(MOST_LINES)) * LINE)?;
    Ok(())
}

/// Offers yes and no, and takes only days where a day is meant.
fn validate(form: &Form, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let Some(rows) = u32::try_from(form.rows.len()).ok().filter(|rows| *rows > 0) else {
        return Ok(());
    };
    let (first, last) = (HEADER + 1, HEADER + rows);
    for (place, own) in (form.columns.len()..).zip(form.fill_in) {
        let validation = match own {
            FillIn::Finished => {
                DataValidation::new().allow_list_strings(&words::answers(form.lang))?
            }
            FillIn::On => DataValidation::new()
                .allow_date(DataValidationRule::Between(
                    ExcelDateTime::from_ymd(1990, 1, 1)?,
                    ExcelDateTime::from_ymd(2099, 12, 31)?,
                ))
                .set_error_message(words::no_day(form.lang))?
                .set_error_style(DataValidationErrorStyle::Stop),
            FillIn::Progress | FillIn::By => continue,
        };
        sheet.add_data_validation(first, column(place), last, column(place), &validation)?;
    }
    Ok(())
}

/// What the sheet was made of: first the whole, then the headings, then for each line its occurrence, its keys and its
/// cells.
fn memory(form: &Form, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.write_string(0, 0, MARK)?;
    for (place, text) in form.made.iter().enumerate() {
        sheet.write_string(0, column(place + 1), text)?;
    }
    if form.masked {
        sheet.write_string(0, column(form.made.len() + 1), MASKED)?;
    }
    let own = form.fill_in.iter().map(|own| words::fill_in(form.lang, *own));
    let headings = form.columns.iter().map(|read| read.heading.as_str()).chain(own);
    for (place, heading) in headings.enumerate() {
        sheet.write_string(1, column(BEFORE_LINE + place), heading)?;
    }
    for (number, row) in (2..).zip(&form.rows) {
        sheet.write_string(number, 0, &row.occurrence)?;
        sheet.write_string(number, 1, &row.keys)?;
        for (place, text) in row.read_only().iter().enumerate() {
            sheet.write_string(number, column(BEFORE_LINE + place), text)?;
        }
    }
    sheet.protect();
    Ok(())
}

fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

fn date(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(year, small(day.month()), small(day.day()))
}
