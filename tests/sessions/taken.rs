//! `import` of what is not laid out as a plain table: chapters among the rows, limits among the measures, examples beside the
//! sheet, and words that give no day.

use std::fmt::Write as _;

use rust_xlsxwriter::Workbook;

use crate::session::{Form, Session};

const CHAPTERS: &str = "\
某县人民医院整改台账,,,,
序号,存在问题,措施及时限,责任科室,状态
一、药品管理方面（2个）,,,,
1,药品过期,\"1.6月底前清理库房；2、加强培训，2022年12月底前\",药剂科,整改中
2,账物不符,盘点，立行立改,药剂科,已完成
二、院感管理方面,,,,
3,手卫生不规范,2022年11月30日前完成培训,院感科,整改中
,三、其他方面,,,
4,台账不全,补齐台账,办公室,未完成
";

const REPORT: &str = "\
关于某局巡察反馈意见整改情况的报告

一、反馈问题的整改情况

1.会议记录不全。
整改措施：补记。
整改时限：2022年XX月底前

2.台账不全。
整改措施：补齐。
整改时限：10月底前

3.制度未上墙。
整改措施：上墙。
整改时限：尽快

某局
2022年10月8日
";

fn office() -> Session {
    let session = Session::with_ledger(Form::Folder).columns(120);
    session.on("2022-10-10");
    session
}

#[test]
fn a_chapter_is_the_category_of_the_rows_below_it() {
    let session = office();
    session.write("台账.csv", CHAPTERS);
    let words = "import 台账.csv --by 办公室 --closed-as done";
    session.run(words).golden("import-chapters").fine();
    session.run(&format!("{words} --lang zh")).golden("import-chapters-zh").fine();
    let answer = session.run(words).json();
    let categories: Vec<_> =
        answer["lines"].as_array().unwrap().iter().map(|line| &line["category"]).collect();
    assert_eq!(categories, ["药品管理方面", "药品管理方面", "院感管理方面", "其他方面"]);
    let measures = &answer["lines"][0]["measures"];
    assert_eq!(
        [&measures[0]["text"], &measures[0]["limit"]],
        ["清理库房", "6月底前"],
        "{measures}"
    );
    assert_eq!([&measures[1]["text"], &measures[1]["due"]], ["加强培训", "2022-12-31"]);
}

#[test]
fn words_of_a_paper_that_give_no_day_are_kept_where_that_is_asked_for() {
    let session = office();
    session.write("报告.txt", REPORT);
    session.run("import 报告.txt --by 办公室 --yes").golden("import-paper-unread").status(3);
    session
        .run("import 报告.txt --by 办公室 --yes --lang zh")
        .golden("import-paper-unread-zh")
        .status(3);
    let words = "import 报告.txt --by 办公室 --keep-unread";
    session.run(words).golden("import-paper-kept").fine();
    session.run(&format!("{words} --lang zh")).golden("import-paper-kept-zh").fine();
    session.run(&format!("{words} --yes")).quietly();
    let text = session.read("ledgers/2022-inspection/001.toml");
    assert!(text.contains("x_limit = \"2022年XX月底前\"") && !text.contains("\nlimit"), "{text}");
    assert!(session.read("ledgers/2022-inspection/003.toml").contains("limit = \"尽快\""));
    session.run("check").quietly();
}

#[test]
fn people_are_shown_the_first_lines_of_many_and_files_have_them_all() {
    let session = office();
    let mut text = "序号,问题,整改时限\n".to_owned();
    for row in 1..=2_001 {
        writeln!(text, "{row},问题{row},10月底前").unwrap();
    }
    session.write("台账.csv", text);
    let shown = session.run("import 台账.csv --lang zh").text();
    assert!(shown.contains("问题2000") && !shown.contains("问题2001"));
    session.run("import 台账.csv -o a.csv").quietly();
    assert!(session.read("a.csv").contains("问题2001"));
    assert_eq!(session.run("import 台账.csv").json()["lines"].as_array().unwrap().len(), 2_001);
}

#[test]
fn an_example_beside_the_sheet_is_left_and_named() {
    let session = office();
    let mut book = Workbook::new();
    for (name, title) in [("填表说明", "示例问题"), ("台账", "账目不清"), ("示例", "示例问题")]
    {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, text) in ["序号", "存在问题", "责任单位"].iter().enumerate() {
            sheet.write(0, u16::try_from(column).unwrap(), *text).unwrap();
        }
        sheet.write(1, 0, "1").unwrap().write(1, 1, title).unwrap();
    }
    session.write("台账.xlsx", book.save_to_buffer().unwrap());
    session.run("import 台账.xlsx").golden("import-example").fine();
    session.run("import 台账.xlsx --lang zh").golden("import-example-zh").fine();
    let answer = session.run("import 台账.xlsx --sheet 示例").json();
    assert_eq!(answer["lines"][0]["title"], "示例问题");
}
