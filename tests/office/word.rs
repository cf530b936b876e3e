//! What documents give.

use ledger::complaint::{BadOffice, Fault, OfficeNote};
use ledger::intake::limits::Limits;
use ledger::intake::take::Asked;
use ledger::intake::word::Changes;
use ledger::intake::workbook::{Hidden, Merge};

use crate::made::{Made, document, p, table};
use crate::{OPEN, fault, known, lines, read};

fn text(made: &Made) -> String {
    read(&made.bytes(), &OPEN).unwrap().source.text.clone()
}

fn body(xml: &str) -> String {
    text(&document(xml))
}

const NUMBERING: &str = r#"<w:numbering>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="1"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%4."/></w:lvl>
<w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"#;

const STYLES: &str = r#"<w:styles>
<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="2"><w:name w:val="child"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="3"><w:name w:val="TOC 1"/></w:style>
<w:style w:styleId="4"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="5"><w:name w:val="round"/><w:basedOn w:val="5"/></w:style>
</w:styles>"#;

fn numbered(paragraphs: &[(&str, &str)]) -> String {
    let body: String = paragraphs
        .iter()
        .map(|(properties, text)| {
            p(text).replacen("<w:p>", &format!("<w:p><w:pPr>{properties}</w:pPr>"), 1)
        })
        .collect();
    text(&with_styles(document(&body)))
}

fn with_styles(made: Made) -> Made {
    made.refer("word/document.xml", "numbering", "numbering.xml")
        .with("word/numbering.xml", NUMBERING)
        .refer("word/document.xml", "styles", "styles.xml")
        .with("word/styles.xml", STYLES)
}

fn list(number: u32, level: u32) -> String {
    format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>")
}

#[test]
fn paragraphs_are_lines_with_their_places() {
    let made = document(
        &(p("某区整改报告")
            + "<w:p/>"
            + &p("  ")
            + "<w:p><w:r><w:t>一、</w:t><w:br/><w:t xml:space=\"preserve\">二 </w:t><w:tab/><w:t>三</w:t><w:noBreakHyphen/><w:t>&#11;四</w:t></w:r></w:p>"),
    );
    let document = read(&made.bytes(), &OPEN).unwrap();
    assert_eq!(document.source.text, "某区整改报告\n\n\n一、\n二 \t三-\n四\n");
    assert_eq!(
        lines(&document.source),
        [
            ("paragraph 1".to_owned(), "某区整改报告".to_owned()),
            ("paragraph 2".to_owned(), "一、\n二 \t三-\n四".to_owned()),
        ]
    );
    assert_eq!(known(&document.remarks), []);
}

#[test]
fn numbers_that_the_reader_sees_are_in_the_text() {
    let of = |level| list(1, level);
    let read = numbered(&[
        (&of(0), "甲"),
        (&of(1), "乙"),
        (&of(1), "丙"),
        (&of(3), "丁"),
        (&of(0), ""),
        ("<w:pStyle w:val=\"2\"/>", "戊"),
        (&of(1), "己"),
        (&of(3), "庚"),
        (&of(2), "辛"),
        (&of(4), "壬"),
        (&list(2, 0), "癸"),
        ("<w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "无"),
        (&list(9, 0), "无"),
        ("<w:pStyle w:val=\"5\"/>", "无"),
    ]);
    let expected = "一、甲\n（一）乙\n（二）丙\n1. 丁\n\n三、戊\n（一）己\n2. 庚\n3.1 辛\n- 壬\n五、癸\n无\n无\n无\n";
    assert_eq!(read, expected);
}

#[test]
fn tracked_changes_are_decided_first() {
    let made = document(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:ins><w:r><w:t>乙</w:t></w:r></w:ins>\
         <w:del><w:r><w:delText>丙</w:delText></w:r></w:del>\
         <w:moveFrom><w:r><w:t>丁</w:t></w:r></w:moveFrom></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>戊</w:delText></w:r></w:del></w:p>\
         <w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>\
         <w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>己</w:t></w:r></w:p>",
    );
    let with = |changes| read(&made.bytes(), &Asked { changes, ..OPEN });
    let refused = BadOffice::Changes { insertions: 1, deletions: 4 };
    assert_eq!(fault(with(Changes::Refuse)), Fault::Office(refused));
    let accepted = with(Changes::Accept).unwrap();
    assert_eq!(accepted.source.text, "甲乙\n己\n");
    let told = |accepted| {
        [(OfficeNote::Insertion { accepted }, 1), (OfficeNote::Deletion { accepted }, 4)]
    };
    assert_eq!(known(&accepted.remarks), told(true));
    let rejected = with(Changes::Reject).unwrap();
    assert_eq!(rejected.source.text, "甲丙丁\n戊\n己\n");
    assert_eq!(known(&rejected.remarks), told(false));
    // A row that was struck out, and a cell that was put in.
    let rows = table(&[
        &["一", "二"],
        &["<w:tcPr><w:cellIns/></w:tcPr><w:p><w:r><w:t>三</w:t></w:r></w:p>", "四"],
    ])
    .replacen("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1);
    let made = document(&rows);
    let table = |changes| read(&made.bytes(), &Asked { changes, ..OPEN }).unwrap().tables.remove(0);
    assert_eq!(table(Changes::Accept).leaf.source.text, "三,四\n");
    assert_eq!(table(Changes::Reject).leaf.source.text, "一,二\n,四\n");
}

#[test]
fn tables_are_tables_with_their_merged_cells() {
    let begin = |text: &str| format!("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{}", p(text));
    let goes_on = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>";
    let wide = format!("<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}", p("宽"));
    let two = p("一") + &p("二");
    let rows = table(&[&[&begin("甲"), "乙", "丙"], &[goes_on, &wide], &[goes_on, "丁", &two]]);
    let made = document(&(p("前") + &rows + &p("后") + &table(&[&["框里的话"]])));
    let document = read(&made.bytes(), &OPEN).unwrap();
    assert_eq!(document.source.text, "前\n后\n框里的话\n");
    let [found] = &document.tables[..] else { panic!("{document:?}") };
    assert_eq!((found.number, found.before), (1, "前\n".len()));
    assert_eq!(found.leaf.source.text, "甲,乙,丙\n,宽\n,丁,\"一\n二\"\n");
    let merge = |top, left, bottom, right| Merge { top, left, bottom, right };
    assert_eq!(found.leaf.merges, [merge(1, 1, 3, 1), merge(2, 2, 2, 3)]);
    let cells = lines(&found.leaf.source);
    assert!(cells.contains(&("table 1!C3".into(), "一\n二".into())), "{cells:?}");
    assert_eq!(document.choose(None).unwrap().source, found.leaf.source);
    assert!(document.choose(Some("表1")).is_ok());
    let none = BadOffice::NoSuchSheet { name: "2".into(), names: vec!["1".into()] };
    assert_eq!(fault(document.choose(Some("2"))), Fault::Office(none));
}

#[test]
fn what_stands_beside_the_text_is_told() {
    let nested = format!("{}{}", p("外"), table(&[&["一", "二"], &["三", "四"]]));
    let box_of =
        |text: &str| format!("<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>", p(text));
    let body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>删</w:t></w:r>\
         <w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
        .to_owned()
        + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        + &box_of("框")
        + "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
        + &box_of("框")
        + "</w:pict></mc:Fallback></mc:AlternateContent><w:drawing><a:blip/></w:drawing><w:t>正</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val=\"3\"/></w:pPr><w:r><w:t>目录 1</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val=\"4\"/></w:pPr><w:r><w:t>密</w:t></w:r></w:p>\
         <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>单击此处</w:t></w:r></w:p></w:sdtContent></w:sdt>\
         <w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:instrText>PAGE</w:instrText><w:t>实</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        + &table(&[&["甲", &nested]]);
    let made = with_styles(document(&body))
        .refer("word/document.xml", "comments", "comments.xml")
        .with("word/comments.xml", "<w:comments><w:comment/><w:comment/></w:comments>");
    let with = |hidden| read(&made.bytes(), &Asked { hidden, ..OPEN });
    let document = with(Hidden::Include).unwrap();
    assert_eq!(document.source.text, "隐删□\n正\n框\n密\n实\n");
    assert_eq!(document.tables[0].leaf.source.text, "甲,\"外\n一 二\n三 四\"\n");
    let told = [
        (OfficeNote::Struck, 1),
        (OfficeNote::Comment, 2),
        (OfficeNote::HiddenText { taken: true }, 2),
        (OfficeNote::TextBox, 1),
        (OfficeNote::NestedTable, 1),
        (OfficeNote::Contents, 1),
        (OfficeNote::Picture, 1),
        (OfficeNote::Footnote, 1),
        (OfficeNote::Symbol, 1),
    ];
    assert_eq!(known(&document.remarks), told);
    assert_eq!(with(Hidden::Omit).unwrap().source.text, "删□\n正\n框\n\n实\n");
    let hidden = BadOffice::Hidden { rows: 0, columns: 0, passages: 2 };
    assert_eq!(fault(with(Hidden::Refuse)), Fault::Office(hidden));
}

#[test]
fn bad_characters_are_stripped_or_refused_with_their_paragraph() {
    let stripped = read(&document(&p("甲&#1;乙")).bytes(), &OPEN).unwrap();
    assert_eq!(stripped.source.text, "甲乙\n");
    assert_eq!(known(&stripped.remarks), [(OfficeNote::Stripped, 1)]);
    let complaints = read(&document(&(p("甲") + &p("乙&#x202E;丙"))).bytes(), &OPEN).unwrap_err();
    let turned = ("paragraph 2".to_owned(), "\u{202e}".to_owned(), Fault::Control('\u{202e}'));
    assert_eq!(crate::places(&complaints), [turned]);
    assert_eq!(body("<w:p><w:r><w:t>行\n首</w:t></w:r></w:p>"), "行 首\n");
}

#[test]
fn every_limit_of_a_document_holds() {
    let limits = Limits { rows: 4, columns: 2, line: 9, cell: 6, text: 12, ..Limits::STANDARD };
    let asked = Asked { limits, ..OPEN };
    let most = |body: &str| match fault(read(&document(body).bytes(), &asked)) {
        Fault::TooMuch(excess) => excess.most,
        other => panic!("{other:?}"),
    };
    assert_eq!(most(&p("a").repeat(5)), 4);
    assert_eq!(most(&p("0123456789")), 9);
    assert_eq!(most(&p("01234567").repeat(2)), 12);
    assert_eq!(most(&table(&[&["a", "b", "c"]]).replace("<w:p>", "").replace("</w:p>", "")), 2);
    assert_eq!(most(&table(&[&["0123456", "b"]])), 6);
    let wide = "<w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr><w:p/>";
    assert_eq!(most(&table(&[&[wide, wide]])), 2);
}
