//! Workbooks and documents made for the tests, the honest and the evil ones.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const WORD: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// A package while it is made: its parts in their order.
#[derive(Clone, Default)]
pub(crate) struct Made {
    pub(crate) parts: Vec<(String, String)>,
}

impl Made {
    /// Puts a part in the place of one of the same name, or behind the others.
    pub(crate) fn with(mut self, name: &str, content: &str) -> Self {
        let content = content.to_owned();
        match self.parts.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = content,
            None => self.parts.push((name.to_owned(), content)),
        }
        self
    }

    /// Changes a piece of a part.
    pub(crate) fn edit(mut self, name: &str, old: &str, new: &str) -> Self {
        let (_, content) = self.parts.iter_mut().find(|(known, _)| known == name).unwrap();
        assert!(content.contains(old), "{name} has no {old}: {content}");
        *content = content.replace(old, new);
        self
    }

    /// Refers from a part to another, or to a place outside.
    pub(crate) fn refer(self, part: &str, kind: &str, target: &str) -> Self {
        let external = target.contains("://") || target.starts_with("file:");
        let mode = if external { r#" TargetMode="External""# } else { "" };
        let (folder, file) =
            part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
        let name = format!("{folder}/_rels/{file}.rels");
        let name = name.trim_start_matches('/');
        let known = self.parts.iter().find(|(known, _)| known == name);
        let known = known.map_or_else(String::new, |(_, content)| content.clone());
        let id = known.matches("<Relationship ").count() + 1;
        let line = format!(
            r#"<Relationship Id="rId{id}" Type="{KINDS}/{kind}" Target="{target}"{mode}/>"#
        );
        let body = match known.strip_suffix("</Relationships>") {
            Some(before) => format!("{before}{line}</Relationships>"),
            None => format!(r#"{HEAD}<Relationships xmlns="{RELATIONS}">{line}</Relationships>"#),
        };
        self.with(name, &body)
    }

    /// The bytes of the package.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        zip(&self.parts.iter().map(|(name, text)| (&**name, text.as_bytes())).collect::<Vec<_>>())
    }
}

/// Packs files.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Packs a symbolic link.
pub(crate) fn link() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("xl", "/etc", SimpleFileOptions::default()).unwrap();
    writer.finish().unwrap().into_inner()
}

fn types(kind: &str, part: &str) -> String {
    format!(
        r#"{HEAD}<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{part}" ContentType="{kind}"/></Types>"#
    )
}

/// A workbook with sheets of these names and contents of `<worksheet>`.
pub(crate) fn book_of(sheets: &[(&str, &str)]) -> Made {
    let mut list = String::new();
    let mut made = Made::default()
        .with("[Content_Types].xml", &types(SHEET, "xl/workbook.xml"))
        .refer("", "officeDocument", "xl/workbook.xml")
        .with("xl/workbook.xml", "");
    for (at, (name, content)) in (1..).zip(sheets) {
        write!(list, r#"<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>"#).unwrap();
        let part = format!("worksheets/sheet{at}.xml");
        made = made
            .refer("xl/workbook.xml", "worksheet", &part)
            .with(&format!("xl/{part}"), &format!("{HEAD}<worksheet>{content}</worksheet>"));
    }
    let text = format!("{HEAD}<workbook><workbookPr/><sheets>{list}</sheets></workbook>");
    made.with("xl/workbook.xml", &text)
}

/// A workbook with one sheet, 台账, and this content of `<sheetData>`.
pub(crate) fn book(data: &str) -> Made {
    book_of(&[("台账", &format!("<sheetData>{data}</sheetData>"))])
}

/// The header 问题, 责任单位, 整改时限 and rows below it, each of whose cells is XML: a value, or a whole `<c>`.
pub(crate) fn ledger(rows: &[[&str; 3]]) -> Made {
    let mut data = row(1, &["问题", "责任单位", "整改时限"]);
    for (number, cells) in (2..).zip(rows) {
        data += &row(number, cells);
    }
    book(&data)
}

/// A row of texts; a cell that begins with `<c` is taken as it is, with its address put in.
pub(crate) fn row(number: u32, cells: &[&str]) -> String {
    let mut text = format!(r#"<row r="{number}">"#);
    for (column, cell) in ('A'..).zip(cells) {
        let at = format!("{column}{number}");
        match cell.strip_prefix("<c") {
            Some(rest) => write!(text, r#"<c r="{at}"{rest}"#).unwrap(),
            None if cell.is_empty() => {}
            None => {
                write!(text, r#"<c r="{at}" t="inlineStr"><is><t>{cell}</t></is></c>"#).unwrap();
            }
        }
    }
    text + "</row>"
}

/// A document with this content of its body.
pub(crate) fn document(body: &str) -> Made {
    Made::default()
        .with("[Content_Types].xml", &types(WORD, "word/document.xml"))
        .refer("", "officeDocument", "word/document.xml")
        .with(
            "word/document.xml",
            &format!("{HEAD}<w:document><w:body>{body}</w:body></w:document>"),
        )
}

/// A paragraph.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A table of rows of cells, each a text or, from `<` on, what stands in its `<w:tc>`.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let cell = |cell: &&str| {
        let inside = if cell.starts_with('<') { (*cell).to_owned() } else { p(cell) };
        format!("<w:tc>{inside}</w:tc>")
    };
    let row =
        |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// The first place of some bytes in others.
pub(crate) fn find(bytes: &[u8], piece: &[u8]) -> usize {
    bytes.windows(piece.len()).position(|window| window == piece).unwrap()
}
