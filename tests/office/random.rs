//! Files damaged at random: they are read or refused, and nothing else.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use ledger::intake::limits::Limits;
use ledger::intake::sheet;
use ledger::intake::take::{Asked, Taken, take};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any};
use proptest::{prop_assert, proptest};

use crate::OPEN;
use crate::made::{Made, document, ledger, p, row, table, zip};

/// Small limits, so that whatever goes beyond them is seen.
const SMALL: Limits = Limits {
    file: 1 << 20,
    line: 1 << 10,
    cell: 1 << 10,
    columns: 16,
    rows: 64,
    cells: 256,
    unpacked: 1 << 18,
    ratio: 200,
    members: 32,
    depth: 32,
    text: 1 << 12,
};

fn workbook() -> Made {
    ledger(&[
        ["消防通道堆放杂物", "<c t=\"s\"><v>0</v></c>", "<c s=\"1\"><v>44864</v></c>"],
        ["氧气瓶未固定", "<c><f>A1</f><v>1.5</v></c>", "<c t=\"b\"><v>1</v></c>"],
    ])
    .refer("xl/workbook.xml", "sharedStrings", "sharedStrings.xml")
    .with("xl/sharedStrings.xml", "<sst><si><t>医务科</t></si></sst>")
    .refer("xl/workbook.xml", "styles", "styles.xml")
    .with("xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
}

fn report() -> Made {
    let list = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>";
    document(&(p("报告") + list + &table(&[&["问题", "单位"], &["题", "甲"]])))
        .refer("word/document.xml", "numbering", "numbering.xml")
        .with(
            "word/numbering.xml",
            "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/>\
             <w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
             </w:numbering>",
        )
}

/// Takes the bytes in, and tells what went wrong that never may.
fn misdeed(bytes: &[u8]) -> Option<String> {
    let asked = Asked { limits: SMALL, ..OPEN };
    let begun = Instant::now();
    let taken = catch_unwind(AssertUnwindSafe(|| take("a", bytes, &asked)));
    let Ok(taken) = taken else { return Some("it panicked".to_owned()) };
    if begun.elapsed() > Duration::from_secs(5) {
        return Some(format!("it took {:?}", begun.elapsed()));
    }
    let sources = match taken {
        Err(complaints) => complaints.into_iter().map(|it| it.source).collect(),
        Ok(Taken::Text(_)) => Vec::new(),
        Ok(Taken::Workbook(book)) => {
            book.sheets.into_iter().filter_map(|it| Some(it.leaf.ok()?.source)).collect()
        }
        Ok(Taken::Document(document)) => {
            let tables = document.tables.into_iter().map(|table| table.leaf.source);
            tables.chain([document.source]).collect::<Vec<_>>()
        }
    };
    for source in sources {
        let long = source.text.len() as u64 > SMALL.text + SMALL.cell * 4;
        if long || source.parts.len() as u64 > SMALL.cells {
            return Some("it grew beyond its limits".to_owned());
        }
        let inside = |part: &ledger::complaint::Part| source.text.get(part.span.clone()).is_some();
        if !source.parts.iter().all(inside) {
            return Some("an address is out of the text".to_owned());
        }
        let read = catch_unwind(AssertUnwindSafe(|| sheet::read(&source, "a").is_ok()));
        if read.is_err() {
            return Some("the sheet panicked".to_owned());
        }
    }
    None
}

fn flipped(bytes: &[u8], flips: &[(usize, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, by) in flips {
        let at = at % bytes.len();
        bytes[at] ^= by;
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bytes_of_a_package_do_no_harm(flips in vec((any::<usize>(), any::<u8>()), 1..6)) {
        for made in [workbook(), report()] {
            let said = misdeed(&flipped(&made.bytes(), &flips));
            prop_assert!(said.is_none(), "{said:?}");
        }
    }

    #[test]
    fn flipped_bytes_of_its_parts_do_no_harm(
        part in any::<usize>(),
        flips in vec((any::<usize>(), any::<u8>()), 1..6),
    ) {
        for made in [workbook(), report()] {
            let at = part % made.parts.len();
            let files: Vec<(&str, Vec<u8>)> = made.parts.iter().enumerate().map(|(place, (name, text))| {
                let bytes = text.as_bytes();
                (&**name, if place == at { flipped(bytes, &flips) } else { bytes.to_vec() })
            }).collect();
            let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, &**bytes)).collect();
            let said = misdeed(&zip(&files));
            prop_assert!(said.is_none(), "{said:?}");
        }
    }

    #[test]
    fn pieces_of_parts_put_anywhere_do_no_harm(
        part in any::<usize>(),
        from in any::<usize>(),
        length in 1..80_usize,
        to in any::<usize>(),
        times in 1..40_usize,
    ) {
        for made in [workbook(), report()] {
            let at = part % made.parts.len();
            let (name, text) = made.parts[at].clone();
            let chars: Vec<char> = text.chars().collect();
            let from = from % chars.len();
            let piece: String = chars[from..(from + length).min(chars.len())].iter().collect();
            let to = to % chars.len();
            let text: String = chars[..to].iter().collect::<String>()
                + &piece.repeat(times) + &chars[to..].iter().collect::<String>();
            let said = misdeed(&made.with(&name, &text).bytes());
            prop_assert!(said.is_none(), "{said:?}");
        }
    }

    #[test]
    fn any_text_in_a_cell_comes_out_as_it_went_in(text in "[a-z,;\"'\u{4e00}-\u{4e10}\n=]{1,12}") {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let made = crate::made::book(&row(1, &[&escaped, "甲"]));
        let leaf = crate::leaf(&made.bytes(), &OPEN).unwrap();
        let rows: Vec<_> = ledger::formats::table::rows::Rows::new(&leaf.source.text, b',').collect();
        let cell = ledger::formats::table::rows::value(&leaf.source.text, &rows[0].cells[0]);
        if !text.trim().is_empty() {
            prop_assert!(cell == text, "{cell:?} {text:?}");
        }
    }
}
