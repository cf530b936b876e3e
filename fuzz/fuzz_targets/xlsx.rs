//! Workbooks: whole packages as they come, or the parts of one between lines of hyphens.
#![no_main]

use ledger_fuzz::{package, parts, taken};
use libfuzzer_sys::fuzz_target;

const TYPES: &str = r#"<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const TOP: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><workbookPr/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return taken("a.xlsx", bytes);
    }
    let text = String::from_utf8_lossy(bytes);
    let [sheet, strings, styles, book] = parts(&text);
    let bytes = package(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", TOP),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/workbook.xml", if book.is_empty() { BOOK } else { book }),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ]);
    taken("a.xlsx", &bytes);
});
