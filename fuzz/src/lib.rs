//! What the targets have in common: sources, complaints that are shown, and packages that are made of parts.
//!
//! A target may do everything but panic, hang, or eat more memory than the limits say. What reads well must also read the
//! same once it is written.

use std::io::{Cursor, Write as _};
use std::sync::Arc;

use ledger::complaint::{Complaint, Source};
use ledger::domain::book::Lang;
use ledger::intake::limits::Limits;
use ledger::intake::take::{Asked, Taken, take};
use ledger::intake::word::Changes;
use ledger::intake::workbook::Hidden;
use ledger::intake::{document, sheet};
use ledger::render::complaint;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Small limits, so that whatever goes beyond them is seen.
const SMALL: Limits = Limits {
    file: 1 << 20,
    line: 1 << 12,
    cell: 1 << 12,
    columns: 32,
    rows: 128,
    cells: 1024,
    unpacked: 1 << 20,
    ratio: 200,
    members: 32,
    depth: 32,
    text: 1 << 14,
};

/// A text under a name.
pub fn source(name: &str, text: &str) -> Arc<Source> {
    Arc::new(Source { path: name.to_owned(), text: text.to_owned(), ..Source::default() })
}

/// Says complaints in both languages: their places must lie in their texts.
pub fn say(complaints: &[Complaint]) {
    assert!(!complaints.is_empty());
    for lang in [Lang::En, Lang::Zh] {
        let mut out = Vec::new();
        let options = complaint::Options { lang, width: 80, color: false };
        let _ = complaint::write(complaints, options, &mut out);
        let said = String::from_utf8(out).unwrap();
        assert!(!said.contains('\u{1b}'), "{said}");
    }
}

/// Takes a file in, and reads what comes of it.
pub fn taken(name: &str, bytes: &[u8]) {
    let asked = Asked {
        encoding: None,
        hidden: Hidden::Include,
        changes: Changes::Accept,
        limits: SMALL,
    };
    match take(name, bytes, &asked) {
        Err(complaints) => say(&complaints),
        Ok(Taken::Text(_)) => {}
        Ok(Taken::Workbook(book)) => {
            for leaf in book.sheets.into_iter().filter_map(|it| it.leaf.ok()) {
                read_sheet(&leaf.source);
            }
        }
        Ok(Taken::Document(document)) => {
            for table in document.tables {
                read_sheet(&table.leaf.source);
            }
            read_document(&document.source);
        }
    }
}

/// Reads a sheet of problems.
pub fn read_sheet(source: &Arc<Source>) {
    match sheet::read(source, "a", &sheet::Terms::default()) {
        Err(complaints) => say(&complaints),
        Ok(sheet) => assert_eq!(sheet.ledger.problems.len(), sheet.places.len()),
    }
}

/// Reads a document of problems.
pub fn read_document(source: &Arc<Source>) {
    if let Err(complaints) = document::read(source, "a") {
        say(&complaints);
    }
}

/// A package of these parts.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(*name, stored).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Parts of an input, which lines of four hyphens separate.
pub fn parts<const N: usize>(text: &str) -> [&str; N] {
    let mut parts = text.split("\n----\n");
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}
