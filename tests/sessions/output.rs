//! `-O` and `-o`: the same answer in other formats, and in files.

use std::fmt::Write as _;
use std::io::Read as _;
use std::process::Stdio;

use crate::samples::{BOTH, book};
use crate::session::{Form, Session};

#[test]
fn a_list_comes_in_every_format() {
    for form in BOTH {
        let session = book(form);
        session.run("list -O csv").golden("list-csv").fine();
        session.run("list -O md --lang zh").golden("list-md-zh").fine();
        session.run("list -O json --status closed").golden("list-json").fine();
        session.run("show 4 -O json").golden("show-json").fine();
        session.run("show 3 -O md").golden("show-md").fine();
    }
}

#[test]
fn json_keys_do_not_change_with_the_language() {
    let session = book(Form::Folder);
    for words in ["list", "overdue", "summary --by unit,status", "show 1-5"] {
        let mut english = session.run(&format!("{words} --lang en")).json();
        let mut chinese = session.run(&format!("{words} --lang zh")).json();
        // The rule is for people.
        english["rule"] = serde_json::Value::Null;
        chinese["rule"] = serde_json::Value::Null;
        for answer in [&mut english, &mut chinese] {
            for line in answer["lines"].as_array_mut().into_iter().flatten() {
                line["reading"] = serde_json::Value::Null;
            }
        }
        assert_eq!(english, chinese, "{words}");
    }
}

#[test]
fn a_file_gets_the_format_of_its_name_and_is_not_overwritten() {
    for form in BOTH {
        let session = book(form);
        session
            .run("list --status closed -o 已销号.md")
            .writes(
                "已销号.md",
                "## Problems on 2022-10-25\n\n\
                 | ID | Light | Problem or measure | Limit | Last day |\n\
                 | --- | --- | --- | --- | --- |\n\
                 | 2022-inspection/4 | closed | 会议记录不全 | 10月10日前 | 2022-10-10 |\n\n\
                 > 1 line, 1 problem.\n",
            )
            .fine();
        session
            .run("list -o 已销号.md")
            .stderr("ledger: 已销号.md is there already\nhelp: replace it with --force, or choose another name\n")
            .status(3);
        session
            .run("overdue --status closed -o 已销号.md --force --lang zh")
            .writes(
                "已销号.md",
                "## 逾期清单（截至2022-10-25）\n\n没有逾期事项。\n\n\
                 > 逾期：过了截止日期仍在整改的；截止当日不算，已报结待销号的不算。\n",
            )
            .fine();
        session
            .run("list --status closed -o 表.csv --lang zh")
            .writes(
                "表.csv",
                "\u{feff}\"编号\",\"序号\",\"亮灯\",\"问题或措施\",\"牵头单位\",\"整改时限\",\"截止日期\",\"剩余天数\",\
                 \"备注\",\"状态\",\"原截止日期\",\"延期次数\",\"延长天数\",\"报结日期\",\"比原定迟报天数\",\"迟报天数\",\
                 \"迟报所计措施\",\"迟报所计期限\",\"该期限延期次数\",\"按期\",\"迟办\",\"未办\"\r\n\
                 \"2022-inspection/4\",\"\",\"已销号\",\"会议记录不全\",\"\",\"10月10日前\",\"2022-10-10\",\"\",\"\",\"已销号\",\"2022-10-10\",0,0,\"2022-10-09\",0,0,\
                 \"\",\"2022-10-10\",0,\"\",\"\",\"\"\r\n",
            )
            .fine();
        session
            .run("list -o 表.pdf")
            .stderr("ledger: no format has this ending: 表.pdf\nhelp: end the name in .txt, .csv, .json, .md, .html, .docx or .xlsx, or say it with -O\n")
            .status(2);
        session
            .run("list --status closed -O csv -o 表.pdf --ids")
            .stdout("2022-inspection/4\n")
            .fine();
        session
            .run("list -o nowhere/表.csv")
            .stderr("ledger: cannot write nowhere/表.csv: No such file or directory (os error 2)\n")
            .status(3);
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let session = book(Form::Folder);
    for words in ["list", "show 1-5", "summary -O json", "check", "overdue -O csv"] {
        let mut command = session.command(words);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{words}");
        assert!(words == "check" || said.is_empty(), "{words}: {said}");
    }
}

#[test]
fn a_long_answer_into_a_closed_pipe_is_no_failure_either() {
    // More than a pipe holds, so that the writer meets the closed end in the middle.
    let session = Session::with_ledger(Form::Table);
    let mut table = session.read("ledgers/2022-inspection.csv");
    let header = table.lines().next().unwrap().trim_start_matches('\u{feff}').to_owned();
    for no in 1..=3000 {
        let cell = |name| match name {
            "record" => "problem".to_owned(),
            "no" | "seq" => no.to_string(),
            "title" => format!("第{no}个问题"),
            _ => String::new(),
        };
        let row: Vec<_> = header.split(',').map(cell).collect();
        let _ = writeln!(table, "{}", row.join(","));
    }
    session.write("ledgers/2022-inspection.csv", table);
    let mut child = session
        .command("list")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
    assert_eq!(&first, b"Problems o");
}

#[test]
fn a_report_never_lands_among_the_ledgers() {
    for form in [Form::Folder, Form::Table] {
        let session = book(form);
        for path in
            ["ledgers/报告.csv", "ledgers/2022-inspection.csv", "ledgers/2022-inspection/报告.csv"]
        {
            if form == Form::Table && path.matches('/').count() > 1 {
                continue;
            }
            session
                .run(&format!("overdue -o {path} --force"))
                .stderr(&format!(
                    "ledger: {path} lies in the book's folder, among the ledgers\nhelp: write it to another folder\n"
                ))
                .status(3);
        }
    }
}
