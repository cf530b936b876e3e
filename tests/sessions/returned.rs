//! The sheet that a unit fills in: given out by `export --for`, taken back by `import --return`.
//!
//! The cells are filled in as a spreadsheet stores them. The last test has `LibreOffice` open, change and save the sheet; where
//! it is not installed, the test says so and does nothing.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::session::Session;

/// A book with two units and what they have to do, and the sheet of the first as of 10 October.
fn given_out() -> Session {
    let session = Session::new().lang("zh_CN.UTF-8");
    session.on("2022-09-23");
    session.run("init 2022 --issued 2022-09-23").quietly();
    let book = session.read("ledgers/book.toml");
    let roster =
        "\n[unit.\"医务科\"]\n\n[unit.\"药剂科\"]\n\n[person.\"医务科长\"]\nunit = \"医务科\"\n";
    session.write("ledgers/book.toml", format!("{book}{roster}"));
    session.run("add --title 超限收费 --lead 医务科 --limit 10月底前").quietly();
    session.run("measure 1 --text 退回违规款").quietly();
    session.run("measure 1 --text 处方点评 --lead 药剂科").quietly();
    session.run("add --title 处方不规范 --lead 医务科 --limit 立行立改").quietly();
    session.on("2022-10-10");
    session.run("export --for 医务科 -o 医务科.xlsx").quietly();
    session.on("2022-10-20");
    session
}

/// Puts texts into cells of the sheet, as a spreadsheet stores them.
fn fill_in(session: &Session, cells: &[(&str, &str)]) {
    let path = session.path("医务科.xlsx");
    let mut archive = ZipArchive::new(Cursor::new(fs::read(&path).unwrap())).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let mut text = String::from_utf8(bytes).unwrap();
            for (cell, said) in cells {
                text = with_cell(&text, cell, said);
            }
            bytes = text.into_bytes();
        }
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    fs::write(path, writer.finish().unwrap().into_inner()).unwrap();
}

fn with_cell(sheet: &str, cell: &str, text: &str) -> String {
    let start = sheet.find(&format!("<c r=\"{cell}\"")).unwrap();
    let rest = &sheet[start..];
    let (empty, full) = (rest.find("/>").unwrap(), rest.find("</c>").unwrap_or(rest.len()));
    let end = if empty < full && !rest[..empty].contains("<v>") { empty + 2 } else { full + 4 };
    let new = format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    format!("{}{new}{}", &sheet[..start], &rest[end..])
}

#[test]
fn what_a_unit_fills_in_becomes_entries() {
    let session = given_out();
    let done = [("J4", "已退回3.2万元"), ("K4", "是"), ("L4", "2022-10-18"), ("M4", "医务科长")];
    fill_in(&session, &done);
    fill_in(&session, &[("J5", "正在核对处方"), ("M5", "李某")]);
    session
        .run("import --return 医务科.xlsx")
        .golden("return-shown-zh")
        .stderr("ledger: 尚未写入：记录2条\n提示: 核对无误后，同一命令加 --yes 写入\n")
        .fine();
    assert!(!session.read("ledgers/2022/001.toml").contains("[[entry]]"));

    session.run("import --return 医务科.xlsx --yes").quietly();
    let first = session.read("ledgers/2022/001.toml");
    let entry = "on = 2022-10-18\nentered = 2022-10-20\nact = \"done\"\nmeasure = [1]\nby = \"医务科长\"\ntext = \"已退回3.2万元\"\n";
    assert!(first.contains(entry), "{first}");
    let second = session.read("ledgers/2022/002.toml");
    let entry = "on = 2022-10-20\nact = \"progress\"\nby = \"医务科\"\ntext = \"正在核对处方（填报人：李某）\"\n";
    assert!(second.contains(entry), "{second}");
    session.run("check").quietly();

    session
        .run("import --return 医务科.xlsx --yes")
        .stdout("医务科填报的内容\n\n没有新填的内容。\n另有2行此前已导入，不再重复。\n")
        .stderr("ledger: 已导入记录0条\n")
        .fine();
}

#[test]
fn what_a_unit_may_not_change_is_refused_cell_by_cell() {
    let session = given_out();
    fill_in(&session, &[("F4", "12月底前"), ("G5", "2022-12-31"), ("K4", "对"), ("L5", "10月")]);
    session.run("import --return 医务科.xlsx --yes").golden("return-refused-zh").status(3);
    session.run("import --return 医务科.xlsx --lang en").golden("return-refused").status(3);
    assert!(!session.read("ledgers/2022/001.toml").contains("[[entry]]"));
    session.write("别的.csv", "编号,问题\n1,题\n");
    session.run("import --return 别的.csv").golden("return-no-form-zh").status(3);
}

#[test]
fn a_row_that_came_back_twice_is_told_with_both_places() {
    let session = given_out();
    fill_in(&session, &[("J4", "已退回"), ("A5", "2022/1.1")]);
    session.run("import --return 医务科.xlsx --yes").golden("return-twice-zh").status(3);
    session.run("import --return 医务科.xlsx --lang en").golden("return-twice").status(3);
}

#[test]
fn what_happened_meanwhile_is_told_and_gates_hold() {
    let session = given_out();
    fill_in(&session, &[("J4", "已退回"), ("K4", "是"), ("J5", "已培训"), ("K5", "是")]);
    session.run("note 1 --by 药剂科 --text 已开展点评").quietly();
    session
        .run("extend 2 --limit 11月底前 --by 医务科 --approver 院长办公会 --text 耗材未到")
        .quietly();
    session.run("import --return 医务科.xlsx").golden("return-meanwhile-zh").quietly();
    let told = session.run("import --return 医务科.xlsx").json();
    assert_eq!(told["meanwhile"].as_array().unwrap().len(), 4);
    assert_eq!(told["lines"][1]["entry"]["act"], "done");
    session.run("withdraw 2 --by 医务科 --approver 院长办公会 --text 重复").quietly();
    session.run("import --return 医务科.xlsx --yes").golden("return-gate-zh").status(3);
    assert!(!session.read("ledgers/2022/001.toml").contains("done"));
}

#[test]
fn a_sheet_of_another_book_is_refused() {
    let session = given_out();
    fill_in(&session, &[("J4", "已退回"), ("J5", "已培训")]);
    let sheet = fs::read(session.path("医务科.xlsx")).unwrap();
    let other = Session::new().lang("zh_CN.UTF-8");
    other.on("2022-10-20");
    other.run("init 2022 --issued 2022-09-23").quietly();
    other.run("add --title 消防通道堆物 --lead 医务科").quietly();
    other.run("measure 1 --text 清理").quietly();
    other.run("add --title 处方不规范 --lead 医务科").quietly();
    fs::write(other.path("医务科.xlsx"), sheet).unwrap();
    other.run("import --return 医务科.xlsx --yes").golden("return-other-book-zh").status(3);
    other.run("import 医务科.xlsx --yes").golden("return-plain-zh").status(3);
    assert!(!other.read("ledgers/2022/002.toml").contains("[[entry]]"));
}

#[test]
fn another_language_takes_nothing_in_twice() {
    let session = given_out();
    fill_in(&session, &[("J4", "已退回"), ("M4", "李某")]);
    session.run("import --return 医务科.xlsx --yes --lang en").quietly();
    let before = session.read("ledgers/2022/001.toml");
    session.run("import --return 医务科.xlsx --yes").quietly();
    assert_eq!(session.read("ledgers/2022/001.toml"), before);
    let key = before.split("key = \"").nth(1).unwrap().split('"').next().unwrap();
    session.run(&format!("void 1 {key} --by 医务科 --text 误登")).quietly();
    session.run("import --return 医务科.xlsx --yes").quietly();
    assert_eq!(session.read("ledgers/2022/001.toml").matches("已退回").count(), 2);
}

#[test]
fn a_unit_without_work_gets_no_sheet() {
    let session = given_out();
    session.run("export --for 药剂科 -o 药剂科.xlsx").quietly();
    session
        .run("export --for 药济科 -o 甲.xlsx")
        .stderr("ledger: 没有单位“药济科”\n提示: 是否为“药剂科”？\n")
        .status(2);
    session.run("export --for 医务科 -o 甲.csv").golden("export-no-workbook-zh").status(2);
    session.run("export --for 医务科").golden("export-no-output-zh").status(2);
    session.run("export --for 医务科 -o 医务科.xlsx").golden("export-exists-zh").status(3);
}

#[test]
fn an_office_program_loses_nothing() {
    let session = given_out();
    fill_in(&session, &[("J4", "已退回3.2万元"), ("K4", "是")]);
    let folder = session.path("");
    if !office_program(&folder, "fods", "医务科.xlsx") {
        return;
    }
    // The second line is filled in by the program's own file, and saved by it as a workbook again.
    let flat = session.read("医务科.fods");
    let row = flat.find("<text:p>2022/2</text:p>").unwrap();
    let empty = flat[row..].find("table:content-validation-name=\"val1\"/>").unwrap() + row;
    let cell = flat[..empty].rfind("<table:table-cell").unwrap();
    let before = flat[..cell].rfind("<table:table-cell").unwrap();
    let said = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let end = empty + "table:content-validation-name=\"val1\"/>".len();
    let filled =
        format!("{}{}{}{}", &flat[..before], said("已培训120人"), said("是"), &flat[end..]);
    session.write("医务科.fods", &filled);
    fs::remove_file(session.path("医务科.xlsx")).unwrap();
    assert!(office_program(&folder, "xlsx", "医务科.fods"));
    let back = session.run("import --return 医务科.xlsx").json();
    let texts: Vec<_> = back["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["id"].as_str().unwrap(), line["entry"]["text"].as_str().unwrap()))
        .collect();
    assert_eq!(texts, [("2022/1.1", "已退回3.2万元"), ("2022/2", "已培训120人")]);
    assert_eq!(back["meanwhile"].as_array().unwrap().len(), 0);
}

/// Has the office program save a file in another format; tells whether it is there.
fn office_program(folder: &Path, format: &str, file: &str) -> bool {
    let run = Command::new("soffice")
        .args(["--headless", "--convert-to", format, "--outdir"])
        .arg(folder)
        .arg(folder.join(file))
        .env("HOME", folder.parent().unwrap_or(folder))
        .output();
    match run {
        Ok(output) => {
            assert!(output.status.success(), "{output:?}");
            true
        }
        Err(error) => {
            assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "{error}");
            #[expect(clippy::print_stderr, reason = "whoever runs the test has to know")]
            {
                eprintln!("no soffice on the search path: skipped");
            }
            false
        }
    }
}
