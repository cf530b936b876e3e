//! Documents: whole packages as they come, or the parts of one between lines of hyphens.
#![no_main]

use ledger_fuzz::{package, parts, taken};
use libfuzzer_sys::fuzz_target;

const TYPES: &str = r#"<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const TOP: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return taken("a.docx", bytes);
    }
    let text = String::from_utf8_lossy(bytes);
    let [document, numbering, styles] = parts(&text);
    let bytes = package(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", TOP),
        ("word/_rels/document.xml.rels", RELATIONS),
        ("word/document.xml", document),
        ("word/numbering.xml", numbering),
        ("word/styles.xml", styles),
    ]);
    taken("a.docx", &bytes);
});
