//! `-f`: tables and sheets that lie anywhere, read as they are.

use crate::samples::{BOTH, book};
use crate::session::{Form, Session, TABLE};

/// As an office keeps it in a spreadsheet: a title above, merged cells, words of all kinds.
const SHEET: &str = "\
某区卫健局2022年安全生产整改台账,,,,,,,
序号,存在问题,整改措施,责任单位,责任人,整改时限,整改情况,是否销号
1,消防通道堆放杂物,立即清理,医务科,张某,2022-10-15,已清理,是
2,氧气瓶未固定,加装固定架,设备科,李某,2022/10/20,正在采购,否
,,培训操作人员,护理部,,2022年11月5日,,
3,应急照明损坏,更换,\"医务科、总务科\",王某,10月底前,,整改中
4,台账不全,,总务科,,尽快,,不详
";

const FINDINGS: &str = "\
ID,Finding,Severity,Owner,Due Date,Status
F-1,Shared admin password,high,IT,2022-10-15,Closed
F-2,\"Backup not tested
since May\",medium,IT,2022-10-31,Open
F-3,Fire door wedged open,low,Facilities,2022-10-20,In progress
F-4,No visitor log,low,Facilities,2022-11-30,Submitted
";

fn office() -> Session {
    let session = Session::new().columns(100);
    session.write("台账.csv", SHEET).write("findings.csv", FINDINGS);
    session.on("2022-11-01");
    session
}

#[test]
fn a_chinese_sheet_is_read_as_it_is() {
    let session = office().lang("zh_CN.UTF-8");
    session.run("-f 台账.csv list").golden("sheet-list-zh").fine();
    session.run("-f 台账.csv overdue").golden("sheet-overdue-zh").fine();
    session.run("-f 台账.csv summary").golden("sheet-summary-zh").fine();
    session.run("-f 台账.csv show 2").golden("sheet-show-zh").fine();
}

/// What a sheet calls done without a day stands on no day, and nobody knows whether it was in time or when it is looked at
/// again.
#[test]
fn a_state_without_a_day_shows_none() {
    let session = office();
    session.write(
        "states.csv",
        "问题,整改措施,责任单位,整改时限,状态\n\
         题甲,清理,医务科,2022-10-15,已销号\n\
         题乙,更换,医务科,2022-10-31,已完成（长期坚持）\n\
         题丙,移交,医务科,2022-10-31,已移送\n",
    );
    session.run("-f states.csv show 1-3 --lang zh").golden("sheet-state-without-day-zh").fine();
    session.run("-f states.csv show 2").golden("sheet-state-without-day").fine();
    for words in ["show 1-3", "list", "list --status closed", "overdue", "summary"] {
        for format in ["json", "csv", "table"] {
            let output = session.command(&format!("-f states.csv {words} -O {format}")).output();
            let output = output.unwrap();
            assert!(output.status.code().is_some_and(|code| code < 2), "{words} {format}");
            let said = String::from_utf8(output.stdout).unwrap();
            assert!(!said.contains("1990"), "{words} {format}\n{said}");
        }
    }
    let shown = session.run("-f states.csv show 1-3").json();
    for problem in shown["problems"].as_array().unwrap() {
        for key in ["since", "reported", "late_by_first", "late_by_last"] {
            assert!(problem[key].is_null(), "{key}: {problem}");
        }
        assert!(problem["review"]["next"].is_null(), "{problem}");
    }
    session.run("-f states.csv list --status closed --ids").stdout("states/1\nstates/2\n").fine();
}

#[test]
fn an_english_sheet_is_read_as_it_is() {
    let session = office();
    session.run("-f findings.csv list").golden("sheet-list").fine();
    session.run("-f findings.csv overdue --ids").stdout("findings/3\nfindings/2\n").fine();
    let figures = session.run("-f findings.csv summary --by status").json();
    let rows: Vec<_> = figures["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["group"]["status"].as_str().unwrap(), row["total"].as_i64().unwrap()))
        .collect();
    assert_eq!(rows, [("open", 2), ("awaiting", 1), ("closed", 1)]);
    let shown = session.run("-f findings.csv show 2").json();
    assert_eq!(shown["problems"][0]["ref"], "F-2");
    assert_eq!(shown["problems"][0]["detail"], "Backup not tested\nsince May");
    assert_eq!(shown["problems"][0]["extra"]["x_Severity"], "medium");
}

#[test]
fn a_sheet_comes_through_a_pipe() {
    let session = office();
    session.run("overdue -f - --ids").stdin(FINDINGS).stdout("-/3\n-/2\n").fine();
    session.run("list -f - --ids --status closed").stdin(FINDINGS).stdout("-/1\n").fine();
}

#[test]
fn an_encoding_is_named_and_not_guessed() {
    let session = office();
    // 问题,责任单位,整改时限 / 消防,医务科,2022-10-15, as Excel saves it in China.
    let gbk =
        b"\xce\xca\xcc\xe2,\xd4\xf0\xc8\xce\xb5\xa5\xce\xbb,\xd5\xfb\xb8\xc4\xca\xb1\xcf\xde\r\n\
        \xcf\xfb\xb7\xc0,\xd2\xbd\xce\xf1\xbf\xc6,2022-10-15\r\n";
    session.write("gbk.csv", gbk);
    for encoding in ["gb18030", "gbk", "GB2312"] {
        let answer = session.run(&format!("-f gbk.csv --encoding {encoding} list")).json();
        assert_eq!(answer["lines"][0]["title"], "消防");
        assert_eq!(answer["lines"][0]["lead"][0], "医务科");
        assert_eq!(answer["lines"][0]["days_late"], 17);
    }
    let output = session.command("-f gbk.csv list").output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("the file is not UTF-8") && said.contains("--encoding gb18030"),
        "{said}"
    );
    session.run("-f gbk.csv --encoding utf-9 list").golden("sheet-encoding-unknown").status(3);
    session.run("list --encoding gbk").golden("sheet-encoding-of-nothing").status(2);
}

#[test]
fn nothing_is_recorded_in_a_file() {
    for session in [office(), book(Form::Folder)] {
        session.write("台账.csv", SHEET);
        for words in [
            "add --title x",
            "measure 1 --text x",
            "note 1 --by x --text x",
            "done 1 --by x",
            "close 1 --by x",
            "recover 1 1元 --by x",
            "void 1 aaaaaa --by x --text x",
            "convert 台账 --to csv",
            "init 2023",
        ] {
            session
                .run(&format!("-f 台账.csv {words}"))
                .stderr(
                    "ledger: -f is for reading; nothing is recorded in such a file\n\
                     help: work in the book's folder, and name the ledger with -l\n",
                )
                .status(2);
        }
    }
}

#[test]
fn a_table_is_read_with_the_head_beside_it() {
    let session = book(Form::Table);
    let expected = session.run("list").json();
    let other = session.at("elsewhere");
    other.write("2022-inspection.csv", session.read(TABLE));
    other.write("2022-inspection.toml", session.read("ledgers/2022-inspection.toml"));
    assert_eq!(other.run("-f 2022-inspection.csv list").json(), expected);
    other
        .run("-f 2022-inspection.csv check --skip no-measures")
        .stderr("ledger: nothing wrong in 1 ledger with 5 problems\n")
        .fine();
}

#[test]
fn a_file_that_is_no_sheet_or_not_there_is_refused() {
    let session = office();
    session.write("none.csv", "甲,乙\n1,2\n");
    session.run("-f none.csv list --lang zh").golden("sheet-none-zh").status(3);
    session
        .run("-f nope.csv list")
        .stderr("ledger: cannot read nope.csv: No such file or directory (os error 2)\n")
        .status(3);
}

#[test]
fn a_book_is_not_needed_and_not_in_the_way() {
    for form in BOTH {
        let session = book(form);
        session.write("findings.csv", FINDINGS);
        session
            .run("-f findings.csv list --ids --status open")
            .stdout("findings/2\nfindings/3\n")
            .fine();
    }
}

#[test]
fn check_looks_at_a_sheet_too() {
    let session = office();
    session.run("-f 台账.csv check --lang zh").golden("sheet-check-zh").status(1);
    session
        .run("-f none.csv check")
        .stdin("")
        .stderr("ledger: cannot read none.csv: No such file or directory (os error 2)\n")
        .status(3);
    session
        .run("-f findings.csv check --skip no-limit,no-measures")
        .stderr("ledger: nothing wrong in 1 ledger with 4 problems\n")
        .fine();
    session.write("none.csv", "甲,乙\n1,2\n");
    session.run("-f none.csv check").golden("sheet-check-none").status(1);
}

#[test]
fn check_looks_at_a_table_that_lies_anywhere() {
    let session = book(Form::Table);
    session.write("copy.csv", session.read(TABLE).replace("2022-10-31", "2022-11-30"));
    session.write("copy.toml", session.read("ledgers/2022-inspection.toml"));
    session.run("-f copy.csv check").golden("sheet-check-table").fine();
}
