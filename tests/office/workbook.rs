//! What workbooks give.

use ledger::complaint::{BadOffice, Damage, Fault, OfficeNote};
use ledger::intake::limits::Limits;
use ledger::intake::take::{Asked, Taken, take};
use ledger::intake::workbook::{Hidden, Merge};

use crate::made::{Made, book, book_of, ledger, row};
use crate::{OPEN, fault, known, leaf, lines, places};

const STYLES: &str = r#"<styleSheet>
<numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
<numFmt numFmtId="177" formatCode="000"/><numFmt numFmtId="178" formatCode="yyyy/m"/></numFmts>
<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="9"/>
<xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="47"/><xf numFmtId="178"/></cellXfs>
<dxfs><dxf><numFmt numFmtId="176" formatCode="0"/><font><strike/></font></dxf></dxfs></styleSheet>"#;

fn styled(made: Made) -> Made {
    made.refer("xl/workbook.xml", "styles", "styles.xml").with("xl/styles.xml", STYLES)
}

fn text(made: &Made) -> String {
    leaf(&made.bytes(), &OPEN).unwrap().source.text.clone()
}

/// The only cell of a sheet with this XML.
fn cell(xml: &str) -> String {
    let text = text(&styled(book(&row(1, &["x", xml]))));
    text.trim_end().trim_start_matches(['x', ',']).to_owned()
}

#[test]
fn cells_stand_at_their_addresses() {
    let made = book(&(row(2, &["", "甲", "乙,丙"]) + &row(4, &["丁\n戊", "", "&lt;&#38;&gt;"])));
    let leaf = leaf(&made.bytes(), &OPEN).unwrap();
    assert_eq!(leaf.source.text, "\n,甲,\"乙,丙\"\n\n\"丁\n戊\",,<&>\n");
    let cells = lines(&leaf.source);
    let at = |place: &str| &cells.iter().find(|(known, _)| known == place).unwrap().1;
    assert_eq!(at("台账!C2"), "乙,丙");
    assert_eq!(at("台账!A4"), "丁\n戊");
    assert_eq!(at("台账!B4"), "");
    assert_eq!(leaf.remarks, []);
}

#[test]
fn numbers_and_days_are_as_the_cell_shows_them() {
    for (xml, shown) in [
        ("<c><v>15.699999999999999</v></c>", "15.7"),
        ("<c><v>44864</v></c>", "44864"),
        ("<c s=\"1\"><v>44864</v></c>", "2022-10-30"),
        ("<c s=\"2\"><v>44864.375</v></c>", "2022-10-30 09:00:00"),
        ("<c s=\"3\"><v>7</v></c>", "007"),
        ("<c s=\"4\"><v>0.851</v></c>", "85.1%"),
        ("<c s=\"7\"><v>44864.279664352</v></c>", "2022-10-30 06:42:43"),
        ("<c s=\"8\"><v>44835</v></c>", "2022-10"),
        ("<c t=\"b\"><v>1</v></c>", "TRUE"),
        ("<c t=\"d\"><v>2022-10-30T00:00:00</v></c>", "2022-10-30"),
        ("<c t=\"d\"><v>2022-10-30T08:30:00</v></c>", "2022-10-30 08:30:00"),
        ("<c t=\"str\"><f>A2</f><v>甲</v></c>", "甲"),
        ("<c t=\"inlineStr\"><is><t>甲</t><rPh sb=\"0\"><t>jia</t></rPh></is></c>", "甲"),
        ("<c t=\"inlineStr\"><is><t>a_x000B_b_x000D_&#10;c</t></is></c>", "\"a\nb\nc\""),
        ("<c s=\"1\"/>", ""),
        ("<c t=\"str\"><f>A2</f><v></v></c>", ""),
    ] {
        assert_eq!(cell(xml), shown, "{xml}");
    }
    let later = styled(ledger(&[["题", "甲", "<c s=\"1\"><v>43402</v></c>"]])).edit(
        "xl/workbook.xml",
        "<workbookPr/>",
        "<workbookPr date1904=\"1\"/>",
    );
    assert!(text(&later).ends_with("题,甲,2022-10-30\n"));
}

#[test]
fn shared_texts_are_found_and_those_that_are_not_there_are_refused() {
    let strings = "<sst><si><t>题</t></si><si><r><t>甲</t></r><r><rPr><strike/></rPr><t>乙</t></r></si></sst>";
    let made = ledger(&[[
        "<c t=\"s\"><v>0</v></c>",
        "<c t=\"s\"><v>1</v></c>",
        "<c t=\"s\"><v>9</v></c>",
    ]])
    .refer("xl/workbook.xml", "sharedStrings", "sharedStrings.xml")
    .with("xl/sharedStrings.xml", strings);
    let complaints = leaf(&made.bytes(), &OPEN).unwrap_err();
    let missing = Fault::Office(BadOffice::NoSharedText("9".into()));
    assert_eq!(places(&complaints), [("台账!C2".into(), "9".into(), missing)]);
    let made = made.edit("xl/worksheets/sheet1.xml", "<v>9</v>", "<v>0</v>");
    let leaf = leaf(&made.bytes(), &OPEN).unwrap();
    assert!(leaf.source.text.ends_with("题,甲乙,题\n"));
    assert_eq!(known(&leaf.remarks), [(OfficeNote::Struck, 1)]);
    assert_eq!(leaf.struck, [(2, 2)]);
}

#[test]
fn destroyed_cells_are_refused_all_at_once_with_their_addresses() {
    let made = styled(ledger(&[
        ["<c><v>1.10101199003071E+17</v></c>", "<c t=\"e\"><v>#REF!</v></c>", "甲"],
        ["题", "<c><f>SUM(A1:A2)</f></c>", "<c s=\"1\"><v>-5</v></c>"],
        ["题", "<c t=\"b\"><v>7</v></c>", "<c><v>abc</v></c>"],
        ["题", "<c t=\"inlineStr\"><is><t>甲\u{202e}乙</t></is></c>", ""],
    ]));
    let complaints = leaf(&made.bytes(), &OPEN).unwrap_err();
    let value = |text: &str| Fault::Office(BadOffice::CellValue(text.into()));
    let expected = [
        ("A2", "1.10101199003071E+17", Fault::Damaged(Damage::Digits)),
        ("B2", "#REF!", Fault::Damaged(Damage::Error)),
        ("B3", "=SUM(A1:A2)", Fault::Office(BadOffice::NoResult)),
        ("C3", "-5", Fault::Damaged(Damage::Day)),
        ("B4", "7", value("7")),
        ("C4", "abc", value("abc")),
        ("B5", "\u{202e}", Fault::Control('\u{202e}')),
    ];
    let expected = expected.map(|(at, text, fault)| (format!("台账!{at}"), text.to_owned(), fault));
    assert_eq!(places(&complaints), expected);
}

#[test]
fn what_a_reader_of_the_sheet_would_see_is_told() {
    let data = row(1, &["问题", "时限"])
        + &row(2, &["甲", "<c><f>1+1</f><v>2</v></c>"]).replace("<row", "<row hidden=\"1\"")
        + &row(3, &["<c s=\"5\" t=\"inlineStr\"><is><t>乙</t></is></c>", "\u{1}丙"])
        + &row(4, &["", ""]).replace("<row", "<row hidden=\"1\"");
    let sheet = format!(
        "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>\
         <sheetData>{data}</sheetData><autoFilter ref=\"A1:B3\"><filterColumn colId=\"0\"/></autoFilter>\
         <mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"?\"/></mergeCells>"
    );
    let made = styled(book_of(&[("台账", &sheet)]));
    let leaf_with = |hidden| leaf(&made.bytes(), &Asked { hidden, ..OPEN });
    let read = leaf_with(Hidden::Include).unwrap();
    assert_eq!(read.source.text, "问题,时限\n甲,2\n乙,丙\n");
    assert_eq!(read.merges, [Merge { top: 2, left: 1, bottom: 3, right: 1 }]);
    assert_eq!((&read.hidden_rows[..], &read.hidden_columns[..]), (&[2][..], &[2][..]));
    let told = [
        (OfficeNote::Formula, 1),
        (OfficeNote::Merged, 1),
        (OfficeNote::HiddenRow { taken: true }, 1),
        (OfficeNote::HiddenColumn { taken: true }, 1),
        (OfficeNote::Filter, 1),
        (OfficeNote::Struck, 1),
        (OfficeNote::Stripped, 1),
    ];
    assert_eq!(known(&read.remarks), told);
    assert_eq!(leaf_with(Hidden::Omit).unwrap().source.text, "问题\n\n乙\n");
    let hidden = BadOffice::Hidden { rows: 1, columns: 1, passages: 0 };
    assert_eq!(fault(leaf_with(Hidden::Refuse)), Fault::Office(hidden));
}

#[test]
fn one_sheet_is_meant_or_named() {
    let data = |text: &str| format!("<sheetData>{}</sheetData>", row(1, &["问题", text]));
    let (first, second) = (data("一"), data("二"));
    let empty = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"/></row></sheetData>";
    let choose = |made: &Made, name| match take("a.xlsx", &made.bytes(), &OPEN).unwrap() {
        Taken::Workbook(book) => book.choose(name),
        other => panic!("{other:?}"),
    };
    let one = book_of(&[("说明", empty), ("台账", &first)]);
    assert!(choose(&one, None).unwrap().source.text.contains('一'));
    let two = book_of(&[("甲", &first), ("乙", &second)]);
    let several = BadOffice::SeveralSheets(vec!["甲".into(), "乙".into()]);
    assert_eq!(fault(choose(&two, None)), Fault::Office(several));
    assert!(choose(&two, Some("乙")).unwrap().source.text.contains('二'));
    let none =
        BadOffice::NoSuchSheet { name: "丙".into(), names: vec!["甲".into(), "乙".into()] };
    assert_eq!(fault(choose(&two, Some("丙"))), Fault::Office(none));
    let hidden = two.edit("xl/workbook.xml", "sheetId=\"2\"", "sheetId=\"2\" state=\"veryHidden\"");
    let leaf = choose(&hidden, None).unwrap();
    assert_eq!(known(&leaf.remarks), [(OfficeNote::HiddenSheet, 1)]);
    assert!(choose(&hidden, Some("乙")).unwrap().remarks.is_empty());
    let nothing = book_of(&[("甲", empty)]);
    assert_eq!(fault(choose(&nothing, None)), Fault::Office(BadOffice::NoSheet));
    // What is wrong in one sheet is no reason to refuse another.
    let broken = data("三").replace("<is><t>三</t></is>", "<is/>").replace("inlineStr", "e");
    let half = book_of(&[("甲", &first), ("乙", &broken)]);
    assert!(choose(&half, Some("甲")).is_ok());
}

#[test]
fn every_limit_of_a_sheet_holds() {
    let limits = Limits { rows: 5, columns: 4, cells: 12, cell: 9, text: 40, ..Limits::STANDARD };
    let asked = Asked { limits, ..OPEN };
    let most = |made: Made| match fault(leaf(&made.bytes(), &asked)) {
        Fault::TooMuch(excess) => excess.most,
        other => panic!("{other:?}"),
    };
    assert!(leaf(&book(&row(5, &["a", "b", "c", "d"])).bytes(), &asked).is_ok());
    assert_eq!(most(book(&row(6, &["a"]))), 5);
    assert_eq!(most(book(&row(1, &["a", "b", "c", "d", "e"]))), 4);
    assert_eq!(most(book(&row(1, &["0123456789"]))), 9);
    let rows: String = (1..=4).map(|number| row(number, &["a", "b", "c", "d"])).collect();
    assert_eq!(most(book(&rows)), 12);
    let rows: String = (1..=5).map(|number| row(number, &["01234567", "8"])).collect();
    assert_eq!(most(book(&rows)), 40);
}
