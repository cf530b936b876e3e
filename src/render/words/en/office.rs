//! What is to be known of workbooks and documents, in English.

use crate::complaint::OfficeNote;

/// The address of a paragraph.
pub fn paragraph(number: u32) -> String {
    format!("paragraph {number}")
}

/// The name of a table of a document.
pub fn table(number: u32) -> String {
    format!("table {number}")
}

/// What there is, how often, and where first.
pub fn remark(what: OfficeNote, count: usize, first: Option<&str>, names: &[String]) -> String {
    let place = match first {
        Some(first) if count > 1 => format!(" (first: {first})"),
        Some(first) => format!(" ({first})"),
        None if !names.is_empty() => format!(" (`{}`)", names.join("`, `")),
        None => String::new(),
    };
    let taken = |taken: bool| if taken { "taken in" } else { "left out" };
    let text = match what {
        OfficeNote::Formula => format!("formulas, of which the saved result is taken: {count}"),
        OfficeNote::Merged => format!("merged regions, with the text in the first cell: {count}"),
        OfficeNote::HiddenRow { taken: it } => format!("hidden rows, {}: {count}", taken(it)),
        OfficeNote::HiddenColumn { taken: it } => format!("hidden columns, {}: {count}", taken(it)),
        OfficeNote::HiddenSheet => format!("hidden sheets with text, left out: {count}"),
        OfficeNote::OtherSheet => {
            format!("other sheets with text, no tables of problems, left out: {count}")
        }
        OfficeNote::ExampleSheet => format!(
            "sheets left out that are examples or instructions by their names, unless --sheet names them: {count}"
        ),
        OfficeNote::Filter => format!("sheets under a filter, which hides rows: {count}"),
        OfficeNote::Struck => format!("text struck through, taken in as other text: {count}"),
        OfficeNote::Stripped => {
            format!("invisible characters that no text may have, left out: {count}")
        }
        OfficeNote::Insertion { accepted: true } => {
            format!("tracked insertions, accepted: {count}")
        }
        OfficeNote::Insertion { accepted: false } => {
            format!("tracked insertions, rejected: {count}")
        }
        OfficeNote::Deletion { accepted: true } => format!("tracked deletions, accepted: {count}"),
        OfficeNote::Deletion { accepted: false } => format!("tracked deletions, rejected: {count}"),
        OfficeNote::Comment => format!("comments, not read: {count}"),
        OfficeNote::HiddenText { taken: it } => format!("hidden passages, {}: {count}", taken(it)),
        OfficeNote::TextBox => format!("text boxes, read behind their paragraph: {count}"),
        OfficeNote::NestedTable => format!("tables inside a cell, read as its lines: {count}"),
        OfficeNote::Contents => format!("lines of a table of contents, left out: {count}"),
        OfficeNote::Picture => format!("pictures, whose text is not read: {count}"),
        OfficeNote::Shape => format!("drawn shapes with text, not read: {count}"),
        OfficeNote::Footnote => format!("footnotes and endnotes, not read: {count}"),
        OfficeNote::Symbol => format!("signs of a symbol font, written as □: {count}"),
    };
    text + &place
}
