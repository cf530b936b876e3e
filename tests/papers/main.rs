//! Papers for a word processor: what they are made of, and what others read in them.
//!
//! The papers themselves are left in the folder for temporary files of the tests, where `tests/papers/check.py` has other
//! readers look at them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

#[path = "../golden/mod.rs"]
mod golden;
mod made;
mod read;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use ledger::domain::book::Lang;
use ledger::render::document::{Block, Column, ColumnKind, Document, Grid};
use ledger::render::docx;
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use made::{HOSTILE, hostile, register, report};

const LANGUAGES: [(Lang, &str); 2] = [(Lang::Zh, "zh"), (Lang::En, "en")];

fn bytes(document: &Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    docx::write(document, &mut bytes).unwrap();
    bytes
}

/// The parts of a paper in their order.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut part = archive.by_index(place).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// Reads a part to its end and returns its text; panics where it is not well-formed or holds what XML forbids.
fn text_of(part: &str, xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut text, mut depth) = (String::new(), 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                depth += 1;
                tag.attributes().for_each(|attribute| _ = attribute.unwrap());
            }
            Event::Empty(tag) => tag.attributes().for_each(|attribute| _ = attribute.unwrap()),
            Event::End(_) => depth -= 1,
            Event::Text(more) => text.push_str(&more.xml10_content()),
            Event::GeneralRef(name) => text.push(match &*name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                other => panic!("&{other}; in {part}"),
            }),
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?} in {part}"),
        }
    }
    assert_eq!(depth, 0, "{part}");
    let forbidden = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(!xml.contains(forbidden), "{part}");
    text
}

/// Tells of a part that says what others refer to.
fn is_relations(part: &str) -> bool {
    part.rsplit('.').next() == Some("rels")
}

/// The folder in which the papers are left for other readers.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_small_paper_is_what_it_was() {
    let mut wrong = Vec::new();
    for (lang, name) in LANGUAGES {
        let mut text = String::new();
        for (part, xml) in parts(&bytes(&report(lang))) {
            let elements = xml.replace("><", ">\n<");
            writeln!(text, "=== {part}\n{}", elements.trim_end()).unwrap();
        }
        let file = golden::folder("papers").join(format!("report-{name}.xml"));
        wrong.extend(golden::compare(&file, &text).err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_part_is_well_formed_and_known_and_refers_to_nothing_outside() {
    for (lang, name) in LANGUAGES {
        let documents = [
            ("report", report(lang)),
            ("register", register(lang, 40)),
            ("hostile", hostile(lang)),
        ];
        for (kind, document) in documents {
            let bytes = bytes(&document);
            fs::write(folder().join(format!("{kind}-{name}.docx")), &bytes).unwrap();
            let parts: BTreeMap<_, _> = parts(&bytes).into_iter().collect();
            for (part, xml) in &parts {
                text_of(part, xml);
                assert!(!xml.contains("TargetMode"), "{part}");
                let known = is_relations(part)
                    || part == "[Content_Types].xml"
                    || parts["[Content_Types].xml"].contains(&format!("PartName=\"/{part}\""));
                assert!(known, "{part}");
            }
            for (part, xml) in parts.iter().filter(|(part, _)| is_relations(part)) {
                let root = if part.starts_with('_') { "" } else { "word/" };
                for target in xml.split("Target=\"").skip(1) {
                    let target = format!("{root}{}", target.split('"').next().unwrap());
                    assert!(parts.contains_key(&target), "{part}: {target}");
                }
            }
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for (lang, _) in LANGUAGES {
        assert_eq!(bytes(&report(lang)), bytes(&report(lang)));
    }
    let paper = bytes(&report(Lang::Zh));
    let mut archive = ZipArchive::new(Cursor::new(&paper)).unwrap();
    for place in 0..archive.len() {
        let time = archive.by_index(place).unwrap().last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (1980, 1, 1, 0));
    }
}

#[test]
fn hostile_text_is_shown_and_does_nothing() {
    let parts: BTreeMap<_, _> = parts(&bytes(&hostile(Lang::Zh))).into_iter().collect();
    let body = &parts["word/document.xml"];
    let text = text_of("word/document.xml", body);
    for shown in [
        "<script>alert(1)</script>",
        "]]><w:p/>&amp;\"'",
        "=1+1",
        "甲\\u{0}乙\\u{b}丙\\u{1b}[31m\\u{85}",
        "甲<U+202E>乙<U+2066>丙<U+FEFF>",
        "<U+FFFE><U+FFFF>",
        "\\u{13}HYPERLINK",
    ] {
        assert!(text.matches(shown).count() > 10, "{shown}");
    }
    for c in ['\u{202e}', '\u{2066}', '\u{feff}', '\u{2028}'] {
        assert!(!body.contains(c), "{c:?}");
    }
    // Nothing of what they say has become a part of the paper's own.
    for tag in ["<script", "w:instrText", "w:fldChar", "w:fldSimple", "w:hyperlink", "<w:p/>"] {
        assert!(!body.contains(tag), "{tag}");
    }
    assert_eq!(text_of("core", &parts["docProps/core.xml"]).trim(), format!("{}zh-CN", HOSTILE[0]));
}

#[test]
fn nothing_is_a_paper_too() {
    let empty = Document::new(Lang::Zh);
    let mut bare = Document::new(Lang::Zh);
    bare.push(Block::PageBreak);
    bare.push(Block::Grid(Grid::new(Vec::new())));
    bare.push(Block::Grid(Grid::new(vec![Column::new("编号", ColumnKind::Id)])));
    bare.push(Block::Tiles(Vec::new()));
    bare.push(Block::PageBreak);
    for document in [empty, bare] {
        for (part, xml) in parts(&bytes(&document)) {
            text_of(&part, &xml);
        }
    }
}

#[test]
fn an_office_program_draws_it() {
    let folder = folder();
    let paper = folder.join("drawn.docx");
    fs::write(&paper, bytes(&register(Lang::Zh, 40))).unwrap();
    let run = Command::new("soffice")
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .args([&folder, &paper])
        .env("HOME", &folder)
        .output();
    match run {
        Ok(output) => {
            assert!(output.status.success(), "{output:?}");
            let drawn = fs::read(folder.join("drawn.pdf")).unwrap();
            assert!(drawn.starts_with(b"%PDF"));
            // A4 across, and the table goes on over pages.
            let text = String::from_utf8_lossy(&drawn);
            assert!(text.matches("/MediaBox[0 0 841").count() > 1, "{:?}", text.find("/MediaBox"));
        }
        Err(error) => {
            assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{error}");
            eprintln!("no soffice on the search path: skipped");
        }
    }
}
