//! The further figures of `ledger summary`: what was in time, what moved, what came back, money and persons; and that
//! the figures of a month stay as they were.

use serde_json::{Value, json};

use crate::samples::BOTH;
use crate::session::{Form, Session, file};

/// An entry as somebody writes it by hand.
fn entry(key: &str, on: &str, act: &str, rest: &str) -> String {
    format!("\n[[entry]]\nkey = \"{key}\"\non = {on}\nact = \"{act}\"\nby = \"整改办\"\n{rest}")
}

fn append(session: &Session, no: u32, text: &str) {
    session.write(&file(no), session.read(&file(no)) + text);
}

/// Two ledgers: in the older one a problem was closed that comes back in the newer one.
fn folder() -> Session {
    let session = Session::with_ledger(Form::Folder);
    session.run("init 2021-audit --issued 2021-03-01").quietly();
    for title in ["往来款挂账", "招标不规范"] {
        session
            .run(&format!("add -l 2021-audit --title {title} --lead 财务股 --due 2021-06-30"))
            .quietly();
        let no = if title == "往来款挂账" { 1 } else { 2 };
        session.on("2021-06-10").run(&format!("done 2021-audit/{no} --by 财务股")).quietly();
        session.on("2021-06-20").run(&format!("close 2021-audit/{no} --by 审计组")).quietly();
        session.on("2022-09-23");
    }
    for words in [
        "--title 借款未及时收回 --lead 财务股 --amount 12万元 --recurs 2021-audit/1",
        "--title 会议记录不全 --lead 办公室",
        "--title 固定资产未入账 --lead 财务股 --lead 办公室 --amount 3.05万元 --recoverable 1万元",
        "--title 家庭医生签约 --lead 基层卫生股 --recurs 2018年常规巡察",
    ] {
        let due = if words.contains("签约") {
            "--limit 10月10日前，并长期坚持"
        } else {
            "--limit 10月底前"
        };
        session.run(&format!("add {words} {due}")).quietly();
    }
    // The first is extended and reported by the new day; the second late; the third is noticed and opened again.
    append(
        &session,
        1,
        &entry(
            "aaaaa1",
            "2022-10-25",
            "extend",
            "text = \"银行流水未到\"\ndue = 2022-11-15\napprover = \"分管副主任\"\n",
        ),
    );
    session.on("2022-11-10").run("done 1 --by 财务股").quietly();
    session.on("2022-11-02").run("recover 1 4.2万元 --by 财务股").quietly();
    session.on("2022-11-05").run("done 2 --by 办公室").quietly();
    session.on("2022-11-01").run("notice 3 --by 整改办").quietly();
    session.on("2022-10-09").run("done 4 --by 基层卫生股").quietly();
    session.on("2022-10-12").run("close 4 --by 纪检组").quietly();
    append(
        &session,
        2,
        &entry("aaaaa2", "2022-11-06", "account", "form = 1\npersons = 2\ntimes = 3\n"),
    );
    append(&session, 2, &entry("aaaaa3", "2022-11-06", "account", "form = 2\npersons = 1\n"));
    session.on("2022-11-06").run("done 3 --by 财务股").quietly();
    session.on("2022-11-08").run("close 3 --by 纪检组").quietly();
    append(
        &session,
        3,
        &entry("aaaaa4", "2022-11-20", "review", "outcome = \"relapsed\"\ntext = \"又有新增\"\n"),
    );
    session.on("2022-11-30");
    session
}

/// The same book as folders and as tables.
fn both() -> [Session; 2] {
    let table = folder();
    table.run("convert 2022-inspection --to csv").quietly();
    table.run("convert 2021-audit --to csv").quietly();
    [folder(), table]
}

fn ids(answer: &Value, name: &str) -> Vec<String> {
    let ids = answer["totals"]["ids"][name].as_array().unwrap();
    ids.iter().map(|id| id.as_str().unwrap().replace("2022-inspection/", "")).collect()
}

#[test]
fn each_figure_holds_exactly_its_problems() {
    for session in both() {
        let answer = session.run("summary").json();
        for (name, expected) in [
            ("reported", &["2021-audit/1", "2021-audit/2", "1", "2", "3", "4"][..]),
            ("in_time", &["2021-audit/1", "2021-audit/2", "4"]),
            ("in_time_extended", &["1"]),
            ("reported_late", &["2", "3"]),
            ("reported_undated", &[]),
            ("extended", &["1"]),
            ("noticed", &["3"]),
            ("reopened", &[]),
            ("relapsed", &["3"]),
            ("on_watch", &["4"]),
            ("review_overdue", &[]),
            ("recurring", &["1", "4"]),
            ("came_back", &["2021-audit/1"]),
            ("accounted", &["2"]),
        ] {
            assert_eq!(ids(&answer, name), expected, "{name}");
            assert_eq!(answer["totals"][name], expected.len(), "{name}");
        }
        let totals = &answer["totals"];
        let sums = ["extensions", "days_won", "notices"].map(|name| totals[name].as_i64().unwrap());
        assert_eq!(sums, [1, 15, 1]);
        let money = ["amount", "recoverable", "recovered", "outstanding"];
        let money = money.map(|name| totals[name].as_str().unwrap().to_owned());
        assert_eq!(money, ["150500.00", "130000.00", "42000.00", "88000.00"]);
        let forms: Vec<_> = totals["forms"]
            .as_array()
            .unwrap()
            .iter()
            .map(|form| {
                (
                    form["persons"].as_i64().unwrap(),
                    form["times"].as_i64().unwrap(),
                    form["share"].as_f64().unwrap(),
                )
            })
            .collect();
        assert_eq!(forms, [(2, 3, 0.75), (1, 1, 0.25), (0, 0, 0.0), (0, 0, 0.0)]);
    }
}

#[test]
fn parts_add_up_by_every_key() {
    for session in both() {
        for by in ["unit", "status", "ledger", "month", "unit,status"] {
            let answer = session.run(&format!("summary --by {by}")).json();
            for name in [
                "reported",
                "in_time",
                "in_time_extended",
                "reported_late",
                "extended",
                "extensions",
                "days_won",
                "notices",
                "recurring",
                "came_back",
                "on_watch",
                "accounted",
            ] {
                let figure = |row: &Value| row[name].as_i64().unwrap();
                let rows: i64 = answer["rows"].as_array().unwrap().iter().map(figure).sum();
                assert_eq!(
                    rows - figure(&answer["repeated"]),
                    figure(&answer["totals"]),
                    "{by}: {name}"
                );
            }
            for row in answer["rows"].as_array().unwrap() {
                let figure = |name: &str| row[name].as_i64().unwrap();
                let parts = ["in_time", "in_time_extended", "reported_late", "reported_undated"];
                assert_eq!(parts.map(figure).iter().sum::<i64>(), figure("reported"), "{by}");
            }
        }
    }
}

#[test]
fn tables_read_well_in_both_languages() {
    for session in both() {
        session.run("summary").golden("summary-further").fine();
        session.run("summary --lang zh").golden("summary-further-zh").fine();
        session.run("summary --by ledger --ids --lang zh").golden("summary-further-ids-zh").fine();
        session.run("summary --by ledger -O csv --lang zh").golden("summary-further-csv-zh").fine();
    }
}

#[test]
fn what_came_back_is_found_also_where_only_its_ledger_is_asked_for() {
    for session in both() {
        let answer = session.run("summary -l 2021-audit").json();
        assert_eq!(ids(&answer, "came_back"), ["2021-audit/1"]);
        // Before the later problem was found, nobody could know.
        let before = session.run("summary -l 2021-audit --today 2022-09-22").json();
        assert_eq!(ids(&before, "came_back"), [""; 0]);
    }
}

#[test]
fn a_withdrawn_problem_counts_in_no_further_figure() {
    let session = folder();
    append(
        &session,
        1,
        &entry("aaaaa5", "2022-11-25", "withdraw", "text = \"重复\"\napprover = \"主任\"\n"),
    );
    let answer = session.run("summary").json();
    assert_eq!((ids(&answer, "extended"), ids(&answer, "came_back")), (vec![], vec![]));
    assert_eq!(answer["totals"]["outstanding"], "10000.00");
}

/// What happens in December: reopened, extended, voided, amended, reviewed, found anew and recovered.
fn december(session: &Session) {
    let reopened = "text = \"反弹\"\nlimit = \"12月底前\"\ndue = 2022-12-31\n";
    let extended = "text = \"设备未到\"\ndue = 2023-01-31\napprover = \"分管副主任\"\n";
    let amended = "field = \"due\"\nold = \"2022-10-31\"\nnew = \"2022-11-30\"\ntext = \"笔误\"\n";
    for (no, key, on, act, rest) in [
        (3, "bbbbb1", "2022-12-01", "reopen", reopened),
        (3, "bbbbb2", "2022-12-10", "extend", extended),
        (1, "bbbbb3", "2022-12-02", "void", "of = \"aaaaa1\"\ntext = \"误登\"\n"),
        (2, "bbbbb4", "2022-12-03", "amend", amended),
        (4, "bbbbb5", "2022-12-04", "review", "outcome = \"kept\"\n"),
    ] {
        append(session, no, &entry(key, on, act, rest));
    }
    let found = "add --title 此后发现 --found 2022-12-05 --lead 财务股 --recurs 2021-audit/2 --limit 年底前";
    session.on("2022-12-05").run(found).quietly();
    session.on("2022-12-06").run("recover 1 1万元 --by 财务股").quietly();
}

#[test]
fn figures_of_a_month_stay_as_they_were_whatever_happens_later() {
    let session = folder();
    let of_month = |session: &Session| {
        let ask = |words: &str| {
            let words = format!("summary {words} --today 2022-11-30 --ids");
            let output = session.command(&words).output().unwrap();
            assert!(output.status.success());
            String::from_utf8(output.stdout).unwrap()
        };
        [ask(""), ask("--lang zh"), ask("-O json"), ask("--by status,month -O csv")]
    };
    let before = of_month(&session);
    december(&session);
    assert_eq!(of_month(&session), before);
    let now = session.run("summary --today 2022-12-31").json();
    for (name, expected) in [
        ("reopened", &["3"][..]),
        ("extended", &["3"]),
        ("came_back", &["2021-audit/1", "2021-audit/2"]),
    ] {
        assert_eq!(ids(&now, name), expected, "{name}: and today they are others");
    }
    session
        .run("check --today 2022-12-31 --skip out-of-order,no-limit,no-measures,no-lead")
        .stderr("ledger: nothing wrong in 2 ledgers with 7 problems\n")
        .fine();
}

#[test]
fn an_entry_made_later_for_an_earlier_day_is_named() {
    let session = folder();
    session.on("2022-12-05").run("recover 1 1万元 --by 财务股 --on 2022-11-28").quietly();
    let answer = session.run("summary --today 2022-11-30").json();
    assert_eq!(answer["entered_later"]["ids"], serde_json::json!(["2022-inspection/1"]));
    assert_eq!(answer["totals"]["recovered"], "52000.00");
    let now = session.run("summary --today 2022-12-05").json();
    assert_eq!(now["entered_later"]["entries"], 0);
}

#[test]
fn policies_that_differ_are_each_named() {
    let session = folder();
    let head = "ledgers/2021-audit/ledger.toml";
    session.write(
        head,
        session.read(head) + "\n[[policy]]\nfrom = 2021-01-01\nbands = [30]\ncount = \"all\"\n",
    );
    session.run("summary --by ledger --lang zh").golden("summary-policies-zh").fine();
    session.run("summary --by ledger").golden("summary-policies").fine();
}

#[test]
fn what_is_only_counted_adds_up() {
    for form in BOTH {
        let session = Session::with_ledger(form).lang("zh_CN.UTF-8");
        for words in [
            "add --title 甲 --lead 财务股 --limit 10月底前 --indicator 建立制度=项 --indicator 访视率>=90%",
            "add --title 乙 --lead 办公室 --limit 10月底前 --indicator 建立制度=项 --indicator 组织培训=场",
            "add --title 丙 --lead 办公室 --limit 10月底前 --indicator 建立制度=项",
        ] {
            session.run(words).quietly();
        }
        for words in [
            "indicator 1 建立制度 2 --by 财务股",
            "indicator 1 建立制度 3 --by 财务股",
            "indicator 1 访视率 91 --by 财务股",
            "indicator 2 建立制度 1 --by 办公室",
            "indicator 2 组织培训 4 --by 办公室",
            "indicator 3 建立制度 9 --by 办公室",
            "withdraw 3 --by 办公室 --approver 局长 --text 重复",
        ] {
            session.on("2022-10-10").run(words).quietly();
        }
        let answer = session.run("summary --by unit").json();
        let counted = json!([
            {"name": "建立制度", "unit": "项", "total": "4"},
            {"name": "组织培训", "unit": "场", "total": "4"},
        ]);
        assert_eq!(answer["totals"]["counted"], counted);
        session.run("summary --by unit").golden("counted-zh").fine();
        session.run("summary --by unit --lang en").golden("counted").fine();
        session.run("report rectification").golden("counted-report-zh").fine();
        session.run("report rectification --lang en").golden("counted-report").fine();
    }
}
