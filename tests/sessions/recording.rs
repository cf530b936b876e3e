//! `ledger note`, `done` and `recover`: what happened, entry by entry.

use crate::session::{Form, Session, TABLE, file};

/// Problems 1 to 3; the second has two measures.
fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    for (title, unit) in [("甲", "财务股"), ("乙", "基层卫生股"), ("丙", "财务股")] {
        session.run(&format!("add --title {title} --lead {unit} --limit 10月底前")).quietly();
    }
    session.run("measure 2 --text 组建团队").quietly();
    session.run("measure 2 --text 建服务群 --limit 10月15日前").quietly();
    session
}

fn one_file(form: Form, no: u32) -> String {
    if form == Form::Table { TABLE.to_owned() } else { file(no) }
}

/// The states of problems 1 to 3.
fn states(session: &Session) -> [String; 3] {
    let shown = session.run("show 1-3").json();
    [0, 1, 2].map(|place| shown["problems"][place]["state"].as_str().unwrap().to_owned())
}

#[test]
fn a_note_is_an_entry_at_the_end() {
    let session = session(Form::Folder);
    session
        .on("2022-10-12")
        .run("note 1 --by 财务股 --text '已发函催收，\n收回函两份'")
        .stdout("2022-inspection/1 <key1>\n")
        .stderr("ledger: recorded progress: 2022-inspection/1\n")
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key1>\"\non = 2022-10-12\nact = \"progress\"\nby = \"财务股\"\n\
             text = \"\"\"\n已发函催收，\n收回函两份\n\"\"\"\n",
        )
        .fine();
}

#[test]
fn a_note_says_who_and_what() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.run("note 1 --by 财务股").stderr("ledger: missing: --text\n").status(2);
        session
            .run("note 1 --text x --lang zh")
            .stderr(
                "ledger: 未写明经办单位或经办人\n\
                 提示: 用 --by 写明；或在 book.toml 的人员下写 git = [\"邮箱\"]，以 git 的 user.email 为准\n",
            )
            .status(2);
        session
            .run("note 2.1 --by x --text x")
            .stderr("ledger: 2022-inspection/2.1 is a measure; this takes a problem\n")
            .status(2);
        session
            .run("note 7 --by x --text x")
            .stderr("ledger: there is no problem 2022-inspection/7\n")
            .status(3);
        session
            .run("note sieben --by x --text x")
            .stderr("error: invalid value 'sieben' for '<ID>...': write 7, 7.2, 5-9, or 2022-inspection/7\n\nFor more information, try '--help'.\n")
            .status(2);
    }
}

#[test]
fn whose_commits_they_are_needs_no_by() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.run("add --title 甲").quietly();
    let book = session.read("ledgers/book.toml");
    session.write(
        "ledgers/book.toml",
        book + "\n[person.\"财务股会计\"]\ngit = [\"clerk@example.org\"]\n",
    );
    session
        .run("note 1 --text 已发函")
        .stdout("2022-inspection/1 <key1>\n")
        .stderr("ledger: recorded progress: 2022-inspection/1\n")
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key1>\"\non = 2022-09-23\nact = \"progress\"\nby = \"财务股会计\"\ntext = \"已发函\"\n",
        )
        .fine();
}

#[test]
fn done_reports_the_whole_or_a_measure() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.on("2022-10-20");
        session
            .run("done 1 --by 财务股 --text 已全部收回")
            .stdout("2022-inspection/1 <key1>\n")
            .stderr("ledger: recorded done: 2022-inspection/1\n")
            .grows(&one_file(form, 1))
            .fine();
        assert_eq!(states(&session), ["awaiting", "open", "open"]);
        session
            .run("done 2.1 --by 基层卫生股 --on 2022-10-14")
            .stdout("2022-inspection/2 <key2>\n")
            .stderr("ledger: recorded done: 2022-inspection/2.1\n")
            .grows(&one_file(form, 2))
            .fine();
        assert_eq!(states(&session), ["awaiting", "open", "open"]);
        session
            .run("done 2.2 --by 基层卫生股")
            .stdout("2022-inspection/2 <key3>\n")
            .stderr("ledger: recorded done: 2022-inspection/2.2\n")
            .grows(&one_file(form, 2))
            .fine();
        assert_eq!(states(&session), ["awaiting", "awaiting", "open"]);
        let measures = &session.run("show 2").json()["problems"][0]["measures"];
        assert_eq!(measures[0]["reported"], "2022-10-14");
        assert_eq!(measures[1]["reported"], "2022-10-20");
    }
}

#[test]
fn done_takes_several_and_ranges() {
    let session = session(Form::Folder);
    let entry = |key: &str, measure: &str| {
        format!(
            "\n[[entry]]\nkey = \"{key}\"\non = 2022-10-20\nact = \"done\"\n{measure}by = \"办公室\"\n"
        )
    };
    session
        .on("2022-10-20")
        .run("done 2.2 1 3 2.1 --by 办公室")
        .stdout("2022-inspection/2 <key1>\n2022-inspection/1 <key2>\n2022-inspection/3 <key3>\n")
        .stderr(
            "ledger: recorded done: 2022-inspection/2.2, 2022-inspection/1, 2022-inspection/3, 2022-inspection/2.1\n",
        )
        .appends(&file(1), &entry("<key2>", ""))
        .appends(&file(2), &entry("<key1>", "measure = [2, 1]\n"))
        .appends(&file(3), &entry("<key3>", ""))
        .fine();
    let table = self::session(Form::Table);
    table
        .on("2022-10-20")
        .run("done 1-3 --by 办公室 --lang zh")
        .stdout("2022-inspection/1 <key1>\n2022-inspection/2 <key2>\n2022-inspection/3 <key3>\n")
        .stderr("ledger: 已登记报结：2022-inspection/1、2022-inspection/2、2022-inspection/3\n")
        .grows(TABLE)
        .fine();
    assert_eq!(states(&table), ["awaiting", "awaiting", "awaiting"]);
}

#[test]
fn all_or_nothing_is_recorded() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.on("2022-10-20").run("done 3 --by 财务股").quietly();
        session.run("close 3 --by 办公室").quietly();
        session
            .run("done 1 2.3 3 --by 财务股")
            .stderr(
                "ledger: 2022-inspection/2 is refused:\n  - there is no measure 3, or not on that day\n\
                 ledger: 2022-inspection/3 is refused:\n  - it is closed since 2022-10-20, which allows no `done`\n",
            )
            .status(3);
        session
            .run("done 1-5 --by 财务股")
            .stderr(
                "ledger: there is no problem 2022-inspection/4\nledger: there is no problem 2022-inspection/5\n",
            )
            .status(3);
        assert_eq!(states(&session), ["open", "open", "closed"]);
    }
}

#[test]
fn a_day_before_the_finding_or_after_today_is_refused() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.on("2022-10-20");
        session
            .run("done 1 --by 财务股 --on 2022-10-21")
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - 2022-10-21 lies after today, 2022-10-20; correct it with --on\n",
            )
            .status(3);
        session
            .run("done 1 --by 财务股 --on 2022-09-22 --lang zh")
            .stderr(
                "ledger: 2022-inspection/1 不能登记：\n  · 日期2022-09-22早于问题发现之日2022-09-23；用 --on 改正\n",
            )
            .status(3);
    }
}

#[test]
fn a_duty_is_met_by_occurrences() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.run("add --title 报送进度 --kind duty --every 每月5日前").quietly();
        session.on("2022-11-04");
        session
            .run("done 4 --by 办公室")
            .stderr("ledger: 2022-inspection/4 is refused:\n  - a duty is met by occurrences; name the day with --for\n")
            .status(3);
        session
            .run("done 1 --by 办公室 --for 2022-11-05")
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - only a duty has occurrences (--for)\n",
            )
            .status(3);
        session
            .run("done 4 --by 办公室 --for 2022-11-05")
            .stdout("2022-inspection/4 <key1>\n")
            .stderr(
                "ledger: recorded done: 2022-inspection/4\n\
                 ledger: 2022-inspection/4: next 2022-12-05, Monday, in 31 days; 1 missed\n",
            )
            .grows(&one_file(form, 4))
            .fine();
    }
}

#[test]
fn money_that_comes_back_adds_up() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        session.run("add --title 借款未收回 --amount 11.7万元").quietly();
        session
            .on("2022-10-20")
            .run("recover 4 3.2万元 --by 财务股 --text 第一笔")
            .stdout("2022-inspection/4 <key1>\n")
            .stderr("ledger: recorded recover: 2022-inspection/4\n")
            .grows(&one_file(form, 4))
            .fine();
        session
            .run("recover 4 457.2 --by 财务股")
            .stdout("2022-inspection/4 <key2>\n")
            .stderr("ledger: recorded recover: 2022-inspection/4\n")
            .grows(&one_file(form, 4))
            .fine();
        let problem = &session.run("show 4").json()["problems"][0];
        assert_eq!(problem["recovered"], "32457.20");
        session
            .run("recover 4 三万 --by 财务股")
            .stderr(
                "error: invalid value '三万' for '<AMOUNT>': write an amount as 15.7万元, 457.2元 or 157000\n\n\
                 For more information, try '--help'.\n",
            )
            .status(2);
    }
}

#[test]
fn evidence_is_recorded_with_its_hash() {
    let session = session(Form::Folder);
    session.write("ledgers/files/1/收据.txt", "abc");
    session.write("elsewhere.txt", "abc");
    session
        .on("2022-10-20")
        .run("done 1 --by 财务股 --evidence ledgers/files/1/收据.txt")
        .stdout("2022-inspection/1 <key1>\n")
        .stderr("ledger: recorded done: 2022-inspection/1\n")
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key1>\"\non = 2022-10-20\nact = \"done\"\nby = \"财务股\"\nevidence = \
             [\"files/1/收据.txt#sha256=ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"]\n",
        )
        .fine();
    session
        .run("note 1 --by 财务股 --text x --evidence elsewhere.txt")
        .stderr(
            "ledger: evidence must lie in the book's folder: elsewhere.txt\n\
             help: put it below `files` in the book's folder first\n",
        )
        .status(3);
    session
        .run("note 1 --by 财务股 --text x --evidence files/9.pdf")
        .stderr("ledger: no such file of evidence: files/9.pdf\n")
        .status(3);
}

/// What people type, and what must come back: quotes, formulas, marks of the formats, rare characters.
const TEXTS: [&str; 14] = [
    "=1+1",
    "-1",
    "@sum",
    "\"quoted\", with a comma",
    "a \\ backslash \\n",
    "# no comment",
    "[[entry]]",
    "key = \"x\"",
    "第一行\n第二行\n\n第四行",
    "行末有空格 \n次行",
    "\"\"\"",
    "𠮷野家 👍 e\u{301}",
    "甲|乙",
    "表\t格",
];

#[test]
fn what_is_typed_is_what_is_kept() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        for text in TEXTS {
            session.run(&format!("note 1 --by 财务股 '--text={text}'")).quietly();
        }
        let problem = session.run("show 1").json()["problems"][0].clone();
        let kept: Vec<_> = problem["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["text"].as_str().unwrap())
            .collect();
        assert_eq!(kept, TEXTS, "{form:?}");
        session.is_well(1, 3);
        let other = if form == Form::Folder { "csv" } else { "toml" };
        session.run(&format!("convert 2022-inspection --to {other}")).quietly();
        assert_eq!(session.run("show 1").json()["problems"][0], problem);
    }
}

#[test]
fn what_no_file_may_hold_is_not_taken() {
    for form in [Form::Folder, Form::Table] {
        let session = session(form);
        for text in ["a\u{202e}b", "a\u{7}b", "a\u{2028}b", "x\n<<<<<<< HEAD\ny", "  "] {
            let output =
                session.command("note 1 --by x").arg(format!("--text={text}")).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{text:?}");
        }
        assert_eq!(
            session.run("show 1").json()["problems"][0]["entries"].as_array().unwrap().len(),
            0
        );
    }
}

#[test]
fn a_table_that_a_spreadsheet_has_sorted_reads_the_same_and_grows_at_the_end() {
    let session = session(Form::Table);
    session.on("2022-10-20").run("done 2 --by 基层卫生股").quietly();
    let shown = session.run("show 1-3").json();
    let text = session.read(TABLE);
    let mut lines: Vec<_> = text.lines().collect();
    lines[1..].reverse();
    // Spreadsheets write CRLF.
    session.write(TABLE, lines.join("\r\n") + "\r\n");
    assert_eq!(session.run("show 1-3").json(), shown);
    session
        .run("note 3 --by 财务股 --text 已收")
        .stdout("2022-inspection/3 <key2>\n")
        .stderr("ledger: recorded progress: 2022-inspection/3\n")
        .grows(TABLE)
        .fine();
    let text = session.read(TABLE);
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains('\n'));
}

#[test]
fn a_range_has_an_end_and_money_that_came_back_is_some() {
    let session = session(Form::Folder);
    session
        .run("note 1-4000000000 --by 财务股 --text x")
        .stderr("ledger: 1-4000000000 holds more than 1000 numbers\nhelp: do it in several steps\n")
        .status(2);
    session
        .run("recover 1 0 --by 财务股")
        .stderr("ledger: money that came back is more than nothing\n")
        .status(2);
}
