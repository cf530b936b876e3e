//! Honest files at the keyboard: what is read, and what is to be known of it.

use std::fs;
use std::path::PathBuf;

use crate::golden;
use crate::made::{book_of, document, ledger, p, row, table};

fn answers(name: &str, file: &str, bytes: &[u8], commands: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(file), bytes).unwrap();
    let mut said = Vec::new();
    for lang in ["zh", "en"] {
        for command in commands {
            let words: Vec<&str> = command.split(' ').collect();
            let run = golden::ledger(folder.path(), lang, &words);
            assert_eq!(run.status, 0, "{}", run.session());
            said.push(run.session());
        }
    }
    let path = golden::folder("office").join(format!("{name}.txt"));
    golden::compare(&path, &said.join("\n")).unwrap();
}

#[test]
fn a_workbook_is_read_as_a_sheet() {
    let data = row(1, &["某区安全生产整改台账"])
        + &row(3, &["序号", "问题", "责任单位", "整改时限", "整改情况"])
        + &row(
            4,
            &[
                "<c><v>1</v></c>",
                "消防通道堆放杂物",
                "医务科",
                "<c s=\"1\"><v>44849</v></c>",
                "已清理",
            ],
        )
        + &row(5, &["<c><f>A4+1</f><v>2</v></c>", "氧气瓶未固定", "设备科", "10月底前", "06/07"]);
    let sheet =
        format!("<sheetData>{data}</sheetData><mergeCells><mergeCell ref=\"A1:E1\"/></mergeCells>");
    let made = book_of(&[("台账", &sheet)]).refer("xl/workbook.xml", "styles", "styles.xml").with(
        "xl/styles.xml",
        "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
    );
    answers(
        "fine-workbook",
        "台账.xlsx",
        &made.bytes(),
        &["-f 台账.xlsx overdue", "-f 台账.xlsx list"],
    );
}

#[test]
fn one_of_several_sheets_is_named() {
    let data = |text: &str| {
        format!("<sheetData>{}{}</sheetData>", row(1, &["问题", "责任单位"]), row(2, &[text, "甲"]))
    };
    let made = book_of(&[("一季度", &data("题一")), ("二季度", &data("题二"))]);
    answers("fine-named-sheet", "台账.xlsx", &made.bytes(), &["-f 台账.xlsx --sheet 二季度 list"]);
}

#[test]
fn a_table_of_a_document_is_read_as_a_sheet() {
    let rows = table(&[
        &["问题", "责任单位", "整改时限"],
        &["消防通道堆放杂物", "医务科", "2022年10月15日"],
    ]);
    let made = document(
        &(p("某区安全生产整改台账")
            + &rows
            + "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"),
    );
    answers("fine-document-table", "报告.docx", &made.bytes(), &["-f 报告.docx overdue"]);
}

#[test]
fn separators_and_marks_are_told_by_the_file_or_the_command() {
    let utf16: Vec<u8> = "\u{feff}问题\t整改时限\n题\t2022-10-15\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    answers("fine-utf16", "台账.txt", &utf16, &["-f 台账.txt overdue"]);
    let named = "sep=|\n问题|整改时限\n题|2022-10-15\n";
    answers("fine-sep-line", "台账.csv", named.as_bytes(), &["-f 台账.csv overdue"]);
    let barred = "问题|整改时限\n题|2022-10-15\n";
    answers(
        "fine-delimiter",
        "台账.csv",
        barred.as_bytes(),
        &["-f 台账.csv --delimiter | overdue"],
    );
}

#[test]
fn an_empty_line_in_a_workbook_is_no_reason_to_count_wrongly() {
    let made = ledger(&[["题", "甲", "2022-13-45"]]);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.xlsx"), made.bytes()).unwrap();
    let run = golden::ledger(folder.path(), "en", &["-f", "a.xlsx", "check"]);
    assert!(run.session().contains("台账!C2"), "{}", run.session());
}

/// The tables that offices publish, where they lie beside the project.
#[test]
fn published_tables_are_read_or_refused_by_their_cells() {
    let folder = std::env::var_os("LEDGER_TABLES").map(PathBuf::from);
    let Some(folder) = folder.filter(|folder| folder.is_dir()) else { return };
    let template = folder.join("t09_rmf_poam_template.xlsx");
    let bytes = fs::read(template).unwrap();
    let taken = ledger::intake::take::take("t09.xlsx", &bytes, &crate::OPEN).unwrap();
    let ledger::intake::take::Taken::Workbook(book) = taken else { panic!("{taken:?}") };
    assert!(book.sheets.iter().any(|sheet| sheet.leaf.is_ok()), "{book:?}");
}
