//! `import` of sheets: what would be entered is shown first, and written whole or not at all.

use std::fmt::Write as _;

use crate::samples::{BOTH, book};
use crate::session::{Form, Session, TABLE, file, ids};

/// With a title above, a header over two rows, several problems and measures in one cell, and words of all kinds.
const SHEET: &str = "\
某区卫健局2022年整改台账,,,,,,,,
序号,反馈问题,整改措施,责任单位,整改时限,,状态,涉及金额（万元）,备注
,,,,计划完成,实际完成,,,
1,借款未及时收回,1、核对账目；2、催收借款,财务股牵头，办公室、纪检组配合,10月底前,,整改中,11.7,每月一报
2,\"1、处方书写不规范；
2、病历归档不及时\",1、开展处方点评；2、限期归档,医务科,2022年11月15日,,否,,
3,会议记录不全,,办公室,,2022-10-08,已完成（长期坚持）,,
,,,,,,,,
4,设备未盘点,10月15日前完成清查；11月底前完成入账,财务股,,,,N/A,
合计,,,,,,,11.7,
";

const FINDINGS: &str = "\
ID,Finding,Owner,Due Date,Found,Status
F-1,Shared admin password,IT,2022-10-15,2022-09-01,Closed
F-2,Fire door wedged open,Facilities,2022-10-20,2022-09-02,In progress
";

const REPORT: &str = "\
关于某局巡察反馈意见整改情况的报告

2022年9月5日，县委第三巡察组反馈了意见。现将整改情况报告如下：

一、反馈问题的整改情况

1.药品采购审批不严。抽查10份合同，3份未经审批。
整改措施：一是修订采购办法。二是补办审批手续。
落实情况：采购办法已修订，已约谈药剂科主任钱八。
整改时限：10月底前整改到位，并长期坚持

某局
2022年10月8日
";

fn office(form: Form) -> Session {
    let session = Session::with_ledger(form).columns(120);
    session.write("台账.csv", SHEET).write("findings.csv", FINDINGS).on("2022-11-01");
    session
}

/// A file's text with the keys of its entries made even.
fn without_keys(text: &str) -> String {
    let mut even = String::new();
    for line in text.lines() {
        let line = if line.starts_with("key = ") { "key = …" } else { line };
        let _ = writeln!(even, "{line}");
    }
    even
}

#[test]
fn what_would_be_entered_is_shown_with_its_places() {
    let session = office(Form::Folder).lang("zh_CN.UTF-8");
    session.run("import 台账.csv --by 办公室 --verifier 纪检组").golden("import-shown-zh").fine();
    let session = office(Form::Table);
    session.run("import 台账.csv --by 办公室 --verifier 纪检组").golden("import-shown").fine();
    session
        .run("import findings.csv --by IT --verifier Audit --dry-run")
        .golden("import-findings")
        .fine();
}

#[test]
fn it_is_written_with_yes() {
    let ids = ids("1 2 3 4 5");
    for form in BOTH {
        let session = office(form);
        let words = "import 台账.csv --by 办公室 --verifier 纪检组 --yes";
        if form == Form::Table {
            session.run(words).quietly();
            assert!(session.read(TABLE).contains("催收借款"));
        } else {
            let run = session.run(words).stdout(&ids).stderr(
                "ledger: took in 2022-inspection/1 to 2022-inspection/5: 5 problems, 6 measures, 2 entries\n",
            );
            (1..=5).fold(run, |run, no| run.grows(&file(no))).fine();
        }
        session.is_well(1, 5);
    }
}

#[test]
fn the_files_say_what_the_sheet_says() {
    let session = office(Form::Folder);
    session.run("import 台账.csv --by 办公室 --verifier 纪检组 --yes").quietly();
    let golden = (1..=5).fold(String::new(), |mut all, no| {
        writeln!(all, "# {no}\n{}", without_keys(&session.read(&file(no)))).unwrap();
        all
    });
    let expected = include_str!("import-files.txt");
    if std::env::var_os("BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sessions/import-files.txt");
        std::fs::write(path, &golden).unwrap();
    }
    assert_eq!(golden, expected);
}

#[test]
fn only_the_ledger_changes() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.write("findings.csv", FINDINGS).on("2022-11-01");
    session.commit("The findings");
    session.run("import findings.csv --by IT --verifier Audit").quietly();
    assert_eq!(session.changes(), Vec::<String>::new());
    session.run("import findings.csv --by IT --verifier Audit --yes").quietly();
    assert_eq!(
        session.changes(),
        ["new ledgers/2022-inspection/001.toml", "new ledgers/2022-inspection/002.toml"]
    );
}

#[test]
fn what_is_there_already_is_refused_left_out_or_kept() {
    let session = office(Form::Folder);
    session.run("import findings.csv --by IT --verifier Audit --yes").quietly();
    session
        .run("import findings.csv --by IT --verifier Audit --yes")
        .golden("import-twins")
        .status(3);
    let more = format!("{FINDINGS}F-3,No visitor log,Facilities,2022-11-30,2022-09-03,Open\n");
    session.write("findings.csv", &more);
    session
        .run("import findings.csv --by IT --verifier Audit --twins skip")
        .golden("import-twins-left-out")
        .fine();
    session
        .run("import findings.csv --by IT --verifier Audit --twins skip --yes")
        .stdout("2022-inspection/3\n")
        .stderr("ledger: took in 2022-inspection/3: 1 problem, 2 twins left out\n")
        .grows(&file(3))
        .fine();
    session
        .run("import findings.csv --by IT --verifier Audit --twins skip --yes")
        .stderr("ledger: nothing new: 0 problems, 3 twins left out\n")
        .fine();
    let answer = session.run("import findings.csv --by IT --verifier Audit --twins keep").json();
    assert_eq!(answer["lines"][2]["id"], "2022-inspection/6");
    assert_eq!(answer["lines"][2]["twins"][0], "2022-inspection/3");
}

#[test]
fn the_same_words_on_two_machines_are_two_lines() {
    let session = office(Form::Folder);
    let text = "QID,Title,IP,Last Detected,First Detected,Ticket State\n\
                105971,Obsolete software,10.98.57.180,05/25/2021 07:36:58,05/13/2021 07:08:28,Open\n\
                105971,Obsolete software,10.98.57.181,05/25/2021 07:36:58,05/13/2021 07:08:28,Open\n";
    session.write("scan.csv", text);
    session
        .run("import scan.csv --by IT --date-order mdy --yes")
        .stdout("2022-inspection/1\n2022-inspection/2\n")
        .stderr("ledger: took in 2022-inspection/1 to 2022-inspection/2: 2 problems\n")
        .grows(&file(1))
        .grows(&file(2))
        .fine();
    session.write("scan.csv", text.replace("05/25", "06/25"));
    session
        .run("import scan.csv --by IT --date-order mdy --twins skip --yes")
        .stderr("ledger: nothing new: 0 problems, 2 twins left out\n")
        .fine();
}

#[test]
fn unknown_names_are_refused_or_enrolled() {
    let session = book(Form::Folder).columns(120);
    session.write("a.csv", "问题,责任单位,责任人\n账册不全,财务殷,出纳\n印章未登记,保卫科,出纳\n");
    session.on("2022-11-01").run("import a.csv").golden("import-unknown").status(3);
    let output = session.command("import a.csv --yes --enrol").output().unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "ledger: put 2 units into the roster of book.toml\n\
         ledger: took in 2022-inspection/6 to 2022-inspection/7: 2 problems\n"
    );
    let book = session.read("ledgers/book.toml");
    assert!(book.contains("[unit.\"保卫科\"]") && book.contains("[unit.\"财务殷\"]"), "{book}");
    session.is_well(1, 7);
}

#[test]
fn names_to_be_enrolled_are_listed_first() {
    let session = book(Form::Folder).columns(120);
    session.write("a.csv", "问题,责任单位,责任人\n账册不全,财务殷,出纳\n印章未登记,保卫科,出纳\n");
    session.on("2022-11-01").run("import a.csv --enrol").golden("import-enrol").fine();
    session.run("import a.csv --enrol --lang zh").golden("import-enrol-zh").fine();
    let answer = session.run("import a.csv --enrol").json();
    assert_eq!(answer["enrolled"][1]["name"], "财务殷");
    assert_eq!(answer["enrolled"][1]["sort"], "unit");
    assert!(answer["enrolled"][1]["nearest"].is_string());
}

#[test]
fn the_grades_of_entries_are_true() {
    let session = office(Form::Folder);
    session.write(
        "a.csv",
        "问题,状态,完成时间,整改情况\n一,已完成,2022-10-08,做了\n二,Completed 2022-10-09,,\n三,已完成,,\n",
    );
    let answer = session.run("import a.csv --by 办公室 --verifier 纪检组").json();
    let grade = |line: usize, key: &str| {
        let fields = answer["lines"][line]["fields"].as_array().unwrap();
        let own = fields.iter().rfind(|it| it["part"] == "entry" && it["key"] == key).unwrap();
        (own["grade"].as_str().unwrap().to_owned(), own["place"].clone())
    };
    assert_eq!(grade(0, "on"), ("column".to_owned(), "a.csv:2:7".into()));
    assert_eq!(grade(0, "by"), ("inferred".to_owned(), serde_json::Value::Null));
    assert_eq!(grade(0, "act"), ("column".to_owned(), "a.csv:2:3".into()));
    assert_eq!(grade(1, "on"), ("marker".to_owned(), "a.csv:3:13".into()));
    assert_eq!(grade(2, "on"), ("inferred".to_owned(), serde_json::Value::Null));
    session.write("报告.txt", REPORT);
    let answer = session.run("import 报告.txt --by 办公室").json();
    let fields = answer["lines"][0]["fields"].as_array().unwrap();
    let of_entry = fields.iter().filter(|it| it["part"] == "entry");
    let grades: Vec<_> =
        of_entry.map(|it| (it["key"].as_str().unwrap(), it["grade"].as_str().unwrap())).collect();
    let label = "label";
    assert!(grades.contains(&("text", label)) && grades.contains(&("act", label)), "{grades:?}");
    assert!(grades.iter().all(|(_, grade)| *grade != "column"), "{grades:?}");
}

#[test]
fn a_ledger_that_is_not_there_is_made() {
    let session = office(Form::Folder);
    session
        .run("import findings.csv --by IT --verifier Audit --into 2023 --yes")
        .stdout("2023/1\n2023/2\n")
        .stderr("ledger: took in 2023/1 to 2023/2: 2 problems, 2 entries\n")
        .writes("ledgers/2023/ledger.toml", "")
        .grows("ledgers/2023/001.toml")
        .grows("ledgers/2023/002.toml")
        .fine();
    session.run("import findings.csv --into book").golden("import-bad-ledger").status(2);
}

#[test]
fn what_the_file_calls_closed_may_be_taken_for_reported() {
    let session = office(Form::Folder);
    session.run("import findings.csv --by IT --closed-as done --yes").quietly();
    let states = session.run("list").json();
    let states: Vec<_> = states["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["awaiting", "open"]);
    let session = office(Form::Folder);
    session.run("import findings.csv --by IT --verifier Audit --yes").quietly();
    assert!(session.read(&file(1)).contains("verifier = \"Audit\""));
    session.run("import findings.csv --twins keep").golden("import-nobody").status(3);
}

/// Each cell that cannot be read, of which none may be guessed.
const DAMAGED: &str = "\
问题,检查时间,整改时限,完成时间,状态,涉及金额
甲,05/13/2021,31-Nov-2016,,整改中,
乙,45920,2022年2月30日前,2022年X月,已完成,12
丙,,尽快,,观察中,约5万
丁,2022.1.2,10月底,,Completed 11/13/2018,1.2万
";

#[test]
fn what_cannot_be_read_is_refused_with_its_cells() {
    let session = office(Form::Folder);
    session.write("坏.csv", DAMAGED);
    session.run("import 坏.csv --by 甲 --yes").golden("import-damaged").status(3);
    let chinese = office(Form::Folder).lang("zh_CN.UTF-8");
    chinese.write("坏.csv", DAMAGED);
    chinese.run("import 坏.csv --by 甲").golden("import-damaged-zh").status(3);
    let answer = session.run("import 坏.csv --by 甲 --keep-unread --closed-as done").json();
    assert_eq!(answer["lines"][0]["extra"]["x_检查时间"], "05/13/2021");
    assert_eq!(answer["lines"][0]["extra"]["x_整改时限"], "31-Nov-2016");
    assert_eq!(answer["lines"][2]["extra"]["x_状态"], "观察中");
    assert_eq!(answer["lines"][2]["extra"]["x_涉及金额"], "约5万");
}

#[test]
fn one_bad_row_of_a_thousand_hinders_all() {
    let session = office(Form::Table);
    let mut text = "问题,整改时限\n".to_owned();
    for no in 1..=1000 {
        let day = if no == 500 { "2022-02-30" } else { "2022-12-30" };
        let _ = writeln!(text, "第{no}个问题,{day}");
    }
    session.write("many.csv", &text);
    session.run("import many.csv --yes").golden("import-one-of-many").status(3);
    session.write("many.csv", text.replace("2022-02-30", "2022-11-28"));
    let output = session.command("import many.csv --yes").output().unwrap();
    assert!(output.status.success());
    session.is_well(1, 1000);
}

#[test]
fn orders_and_units_are_said_by_options() {
    let session = office(Form::Folder);
    session.write("a.csv", "Finding,Found,Amount,Remarks\nF,05/06/2021,15,r\n");
    let first =
        |words: &str| session.run(&format!("import a.csv {words}")).json()["lines"][0].clone();
    let line = first("--date-order mdy --amount-unit 万元 --ignore remarks");
    assert_eq!((&line["found"], &line["amount"]), (&"2021-05-06".into(), &"150000.00".into()));
    assert!(line["extra"].as_object().unwrap().is_empty());
    assert_eq!(first("--date-order dmy --amount-unit 元")["found"], "2021-06-05");
    session.run("import a.csv --amount-unit usd").golden("import-unit").status(2);
    session
        .run("import a.csv --date-order mdy --amount-unit 元 --ignore Remark")
        .golden("import-ignore")
        .status(3);
}

const MAP: &str = "\
ignore = [\"备注\"]
amount_unit = \"万元\"

[columns]
\"检查发现\" = \"title\"
\"责任科室（盖章）\" = \"lead\"
\"金额\" = \"amount\"

[status]
\"办妥\" = \"closed\"
";

#[test]
fn a_map_is_kept_in_the_book_under_a_name() {
    let session = office(Form::Folder);
    session.write("a.csv", "检查发现,责任科室（盖章）,金额,状态,备注\n账册不全,财务股,2,办妥,注\n");
    session.write("ledgers/maps/医务.toml", MAP).write("map.toml", MAP);
    session
        .run("import a.csv --by 办公室 --verifier 纪检组 --map 医务")
        .golden("import-mapped")
        .fine();
    let by_path = session.run("import a.csv --by 办公室 --verifier 纪检组 --map map.toml").json();
    let fields = by_path["lines"][0]["fields"].as_array().unwrap();
    let lead = fields.iter().find(|field| field["key"] == "lead").unwrap();
    assert_eq!((&lead["grade"], &lead["place"]), (&"map".into(), &"a.csv:2:6".into()));
    session.is_well(1, 0);
    session.run("import a.csv --map 医物").golden("import-no-map").status(2);
    session.write(
        "ledgers/maps/医务.toml",
        "column = 1\n[columns]\n\"检查发观\" = \"title\"\n\"金额\" = \"amuont\"\n",
    );
    session.run("import a.csv --map 医务").golden("import-bad-map").status(3);
    session.write("ledgers/maps/医务.toml", "[columns]\n\"检查发观\" = \"title\"\n");
    session.run("import a.csv --map 医务").golden("import-map-of-another").status(3);
    session.write(
        "ledgers/maps/医务.toml",
        "[columns]\n\"检查发现\" = \"title\"\n\"金颔\" = \"amount\"\n",
    );
    session.run("import a.csv --map 医务").golden("import-map-column").status(3);
}

#[test]
fn a_header_alone_has_nothing_to_take_in() {
    let session = office(Form::Folder);
    session.write("空.csv", "序号,问题,整改时限\n,,\n");
    session.run("import 空.csv --yes").golden("import-empty").status(1);
    session
        .run("import 空.csv --yes --allow-empty")
        .stderr(
            "ledger: 空.csv has no line that could be taken in: 0 problems\n\
             help: name its columns with --map, or say what it is with --as sheet or --as document; where it may be empty, --allow-empty\n",
        )
        .fine();
}

#[test]
fn a_program_reads_every_field_with_its_place() {
    let session = office(Form::Folder);
    let answer = session.run("import 台账.csv --by 办公室 --verifier 纪检组").json();
    assert_eq!((&answer["version"], &answer["report"]), (&1.into(), &"import".into()));
    assert_eq!(answer["totals"]["lines"], 5);
    let second = &answer["lines"][1];
    assert_eq!((&second["title"], &second["ref"]), (&"处方书写不规范".into(), &"2".into()));
    let field = |key: &str, part: &str| {
        let fields = second["fields"].as_array().unwrap();
        fields.iter().find(|it| it["key"] == key && it["part"] == part).cloned().unwrap()
    };
    assert_eq!(
        (&field("title", "problem")["grade"], &field("text", "measure")["grade"]),
        (&"marker".into(), &"marker".into())
    );
    assert_eq!(field("title", "problem")["place"], "台账.csv:5:6");
    assert_eq!(field("due", "problem")["grade"], "column");
    let last = &answer["lines"][4];
    assert_eq!(last["measures"][1]["due"], "2022-11-30");
    assert_eq!(answer["lines"][3]["sustained"], true);
    let remarks: Vec<_> = answer["remarks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["remark"].as_str().unwrap())
        .collect();
    assert!(remarks.contains(&"columns not known, kept under x_: 备注"), "{remarks:?}");
    assert!(remarks.contains(&"empty rows, passed over: 1"));
}

#[test]
fn several_tables_stand_in_one_sheet() {
    let session = office(Form::Folder);
    session.write(
        "多.csv",
        "表一,,\n序号,问题,责任单位\n1,账册不全,财务股\n,,\n表二,,\n问题,整改时限,责任单位\n印章未登记,10月底前,办公室\n",
    );
    session.run("import 多.csv").golden("import-stacked").fine();
}
