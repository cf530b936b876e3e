//! What a file is: by its bytes, and never by its name.

use crate::complaint::Foreign;

/// A kind of file that can be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text: a table with separators, or plain.
    Text,
    /// A workbook, .xlsx.
    Workbook,
    /// A document, .docx.
    Document,
}

/// Beginnings that tell what a file is.
const MAGIC: [(&[u8], Foreign); 16] = [
    (b"%PDF-", Foreign::Pdf),
    (b"{\\rtf", Foreign::Rtf),
    (b"\x89PNG\r\n\x1a\n", Foreign::Image),
    (b"\xFF\xD8\xFF", Foreign::Image),
    (b"GIF8", Foreign::Image),
    (b"II*\0", Foreign::Image),
    (b"MM\0*", Foreign::Image),
    (b"RIFF", Foreign::Image),
    (b"BM\0", Foreign::Image),
    (b"\0\0\x01\0", Foreign::Image),
    (b"Rar!\x1a\x07", Foreign::Archive),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"\x1F\x8B\x08", Foreign::Archive),
    (b"BZh9", Foreign::Archive),
    (b"\xFD7zXZ\0", Foreign::Archive),
    (b"\x28\xB5\x2F\xFD", Foreign::Archive),
];

/// The beginning of a file of the old binary kind.
const OLD: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Streams of such a file that tell what it is, the most telling first.
const STREAMS: [(&str, Foreign); 6] = [
    ("EncryptedPackage", Foreign::Encrypted),
    ("EncryptionInfo", Foreign::Encrypted),
    ("WordDocument", Foreign::OldDocument),
    ("Workbook", Foreign::OldWorkbook),
    ("ET_Workbook", Foreign::OldWorkbook),
    ("Book", Foreign::OldWorkbook),
];

/// Where a package begins, one that was emptied, and one of several volumes.
const PACKAGES: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];

/// Parts of content types that tell what a package is, the most telling first.
const TYPES: [(&str, Result<Kind, Foreign>); 12] = [
    ("ms-excel.sheet.binary.macroEnabled.main", Err(Foreign::BinaryWorkbook)),
    ("ms-excel.sheet.macroEnabled.main", Err(Foreign::MacroWorkbook)),
    ("ms-excel.template.macroEnabled.main", Err(Foreign::MacroWorkbook)),
    ("ms-excel.addin.macroEnabled.main", Err(Foreign::MacroWorkbook)),
    ("ms-word.document.macroEnabled.main", Err(Foreign::MacroDocument)),
    ("ms-word.template.macroEnabledTemplate.main", Err(Foreign::MacroDocument)),
    ("presentationml.presentation.main", Err(Foreign::Presentation)),
    ("presentationml.slideshow.main", Err(Foreign::Presentation)),
    ("spreadsheetml.sheet.main", Ok(Kind::Workbook)),
    ("spreadsheetml.template.main", Ok(Kind::Workbook)),
    ("wordprocessingml.document.main", Ok(Kind::Document)),
    ("wordprocessingml.template.main", Ok(Kind::Document)),
];

/// Tells what a file is by its first bytes; nothing for a package, whose parts have to say it.
pub fn of_bytes(bytes: &[u8]) -> Result<Option<Kind>, Foreign> {
    if bytes.is_empty() {
        return Err(Foreign::Empty);
    }
    if bytes.starts_with(OLD) {
        return Err(of_streams(bytes));
    }
    if PACKAGES.iter().any(|magic| bytes.starts_with(magic)) {
        return Ok(None);
    }
    if let Some((_, foreign)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(*foreign);
    }
    of_markup(bytes).map_or(Ok(Some(Kind::Text)), Err)
}

/// Tells what a package is by its content types, or by the names of its parts, in small letters, where it has none.
pub fn of_package<'a>(
    types: Option<&str>,
    mut names: impl Iterator<Item = &'a str>,
) -> Result<Kind, Foreign> {
    let Some(types) = types else {
        return Err(
            match names.find(|name| matches!(*name, "ofd.xml" | "mimetype" | "content.xml")) {
                Some("ofd.xml") => Foreign::Ofd,
                Some(_) => Foreign::OpenDocument,
                None => Foreign::Zip,
            },
        );
    };
    let kind = TYPES.iter().find(|(part, _)| types.contains(part));
    kind.map_or(Err(Foreign::Zip), |(_, kind)| *kind)
}

/// The names of streams stand in the file as UTF-16.
fn of_streams(bytes: &[u8]) -> Foreign {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    let found = STREAMS.iter().find(|(name, _)| has(name));
    found.map_or(Foreign::OldOther, |(_, foreign)| *foreign)
}

/// Pages and other markup that pass for a workbook or document.
fn of_markup(bytes: &[u8]) -> Option<Foreign> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start: String = bytes.iter().take(256).map(|byte| char::from(*byte)).collect();
    let start = start.trim_start().to_ascii_lowercase();
    let begins = |marks: &[&str]| marks.iter().any(|mark| start.starts_with(mark));
    if begins(&["<html", "<!doctype html", "<table", "<head", "mime-version:", "<meta"]) {
        Some(Foreign::Html)
    } else if begins(&["<?xml", "<!doctype"]) {
        Some(if start.contains("<html") { Foreign::Html } else { Foreign::FlatXml })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Foreign, Kind, of_bytes, of_package};

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let old = |stream: &str| {
            let mut bytes = super::OLD.to_vec();
            bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
            of_bytes(&bytes).unwrap_err()
        };
        assert_eq!(old("Workbook"), Foreign::OldWorkbook);
        assert_eq!(old("WordDocument"), Foreign::OldDocument);
        assert_eq!(old("EncryptedPackage"), Foreign::Encrypted);
        assert_eq!(old("Else"), Foreign::OldOther);
        for (bytes, foreign) in [
            (&b""[..], Foreign::Empty),
            (b"%PDF-1.7", Foreign::Pdf),
            (b"\xFF\xD8\xFF\xE0", Foreign::Image),
            (b"Rar!\x1a\x07\0", Foreign::Archive),
            (b"\xEF\xBB\xBF \n<HTML xmlns:x=\"\">", Foreign::Html),
            (
                b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>",
                Foreign::FlatXml,
            ),
            (b"{\\rtf1", Foreign::Rtf),
        ] {
            assert_eq!(of_bytes(bytes), Err(foreign));
        }
        assert_eq!(of_bytes("问题,时限".as_bytes()), Ok(Some(Kind::Text)));
        assert_eq!(of_bytes(b"\xFF\xFEa\0"), Ok(Some(Kind::Text)));
        assert_eq!(of_bytes(b"PK\x03\x04"), Ok(None));
    }

    #[test]
    fn a_package_is_what_its_parts_say() {
        let of = |types: &str| of_package(Some(types), [].into_iter());
        let main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        assert_eq!(of(main), Ok(Kind::Workbook));
        assert_eq!(
            of("application/vnd.ms-excel.sheet.macroEnabled.main+xml spreadsheetml.sheet.main"),
            Err(Foreign::MacroWorkbook)
        );
        let chart = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet \
                     application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        assert_eq!(of(chart), Ok(Kind::Document));
        assert_eq!(of("text/xml"), Err(Foreign::Zip));
        let named = |names: &[&'static str]| of_package(None, names.iter().copied());
        assert_eq!(named(&["mimetype", "content.xml"]), Err(Foreign::OpenDocument));
        assert_eq!(named(&["ofd.xml"]), Err(Foreign::Ofd));
        assert_eq!(named(&["a.csv"]), Err(Foreign::Zip));
    }
}
