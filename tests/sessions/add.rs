//! `ledger add`

use crate::session::{Form, Session, TABLE, file};

#[test]
fn a_problem_with_all_options_becomes_a_file() {
    let session = Session::with_ledger(Form::Folder);
    session
        .run(
            "add --title 家庭医生签约重数量轻履约 --detail '三家中心签约率、履约率偏低' --category 公共卫生 \
             --source 省委巡视组 --cause 考核只看数量 --goal '签约率、履约率达标' --found 2022-06-30 \
             --lead 基层卫生股 --lead 疾控中心 --joint 财务股 --with 各镇卫生院 --leader 分管副主任 \
             --person 基层卫生股股长 --owners '基层卫生股牵头，各镇卫生院配合' --limit 立行立改、长期坚持 \
             --amount 11.7万元 --recoverable 20000 --tag 重点 --tag 民生 --ref 7 --recurs 2018年常规巡察",
        )
        .stdout("2022-inspection/1\n")
        .stderr("ledger: → 2022-10-08, Saturday, in 15 days; at once is taken as 15 days; sustained\n")
        .writes(
            &file(1),
            "\
title = \"家庭医生签约重数量轻履约\"
ref = \"7\"
detail = \"三家中心签约率、履约率偏低\"
category = \"公共卫生\"
source = \"省委巡视组\"
cause = \"考核只看数量\"
found = 2022-06-30
entered = 2022-09-23
lead = [\"基层卫生股\", \"疾控中心\"]
joint = [\"财务股\"]
with = [\"各镇卫生院\"]
owners = \"基层卫生股牵头，各镇卫生院配合\"
leader = [\"分管副主任\"]
person = [\"基层卫生股股长\"]
limit = \"立行立改、长期坚持\"
due = 2022-10-08
sustained = true
goal = \"签约率、履约率达标\"
amount = \"11.7万元\"
recoverable = \"2万元\"
recurs = [\"2018年常规巡察\"]
tag = [\"重点\", \"民生\"]
",
        )
        .fine();
}

#[test]
fn a_problem_in_a_table_becomes_a_row() {
    let session = Session::with_ledger(Form::Table);
    session
        .run("add --title 借款未收回 --amount 11.7万元 --limit 10月底前 --lead 财务股 --category 资金")
        .stdout("2022-inspection/1\n")
        .stderr("ledger: → 2022-10-31, Monday, in 38 days\n")
        .appends(
            TABLE,
            "problem,1,,1,,,,,,,借款未收回,,,,,资金,,,,财务股,,,,,,10月底前,2022-10-31,,,11.7万元,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
",
        )
        .fine();
    let problem = &session.run("show 1").json()["problems"][0];
    assert_eq!(problem["amount"], "117000.00");
    assert_eq!(problem["lead"][0], "财务股");
}

#[test]
fn numbers_go_on_and_money_is_written_as_people_write_it() {
    for form in [Form::Folder, Form::Table] {
        let session = Session::with_ledger(form);
        let amounts = [
            ("11.7万元", "117000.00"),
            ("117000", "117000.00"),
            ("457.2元", "457.20"),
            ("457.20", "457.20"),
            ("3.9亿元", "390000000.00"),
            ("1.23457万元", "12345.70"),
        ];
        for (no, (typed, yuan)) in (1..).zip(amounts) {
            let run = session.run(&format!("add --title t{no} --amount {typed}"));
            let file = if form == Form::Table { TABLE.to_owned() } else { file(no) };
            run.stdout(&format!("2022-inspection/{no}\n")).grows(&file).fine();
            let shown = session.run(&format!("show {no}")).json();
            assert_eq!(shown["problems"][0]["amount"], yuan, "{typed}");
        }
    }
}

/// The words of the plan, the day that is understood, and whether it is for good.
const LIMITS: [(&str, &str, &str); 7] = [
    (
        "立行立改、长期坚持",
        "2022-10-08",
        "→ 2022-10-08（星期六），还有15天；立行立改按15日计；长期坚持",
    ),
    ("立行立改", "2022-10-08", "→ 2022-10-08（星期六），还有15天；立行立改按15日计"),
    ("10月底前", "2022-10-31", "→ 2022-10-31（星期一），还有38天"),
    ("10月底前整改到位，并长期坚持", "2022-10-31", "→ 2022-10-31（星期一），还有38天；长期坚持"),
    (
        "2022年12月31日前",
        "2022-12-31",
        "→ 2022-12-31（星期六），还有99天；2022-12-31（星期六）是休息日，写明的日期不顺延",
    ),
    (
        "年底前",
        "2022-12-31",
        "→ 2022-12-31（星期六），还有99天；2022-12-31（星期六）是休息日，写明的日期不顺延",
    ),
    ("by 2022-10-31", "2022-10-31", "→ 2022-10-31（星期一），还有38天"),
];

#[test]
fn limits_are_read_once_and_shown() {
    for form in [Form::Folder, Form::Table] {
        let session = Session::with_ledger(form).lang("zh_CN.UTF-8");
        for (no, (words, day, understood)) in (1..).zip(LIMITS) {
            let file = if form == Form::Table { TABLE.to_owned() } else { file(no) };
            session
                .run(&format!("add --title t --limit '{words}'"))
                .stdout(&format!("2022-inspection/{no}\n"))
                .stderr(&format!("ledger: {understood}\n"))
                .grows(&file)
                .fine();
            let problem = &session.run(&format!("show {no}")).json()["problems"][0];
            assert_eq!(problem["last_day"], day, "{words}");
            assert_eq!(problem["limit"], words);
            assert_eq!(problem["sustained"], understood.contains("长期坚持"), "{words}");
        }
    }
}

#[test]
fn a_limit_before_the_day_it_was_found_is_refused_until_that_day_is_named() {
    let session = Session::with_ledger(Form::Folder).lang("zh_CN.UTF-8");
    session
        .run("add --title t --limit 2022年9月20日前")
        .stderr(
            "ledger: 2022-inspection/1 不能登记，登记后会自相矛盾：
  · 截止日期2022-09-20早于发现日期2022-09-23；请核对两个日期
",
        )
        .status(3);
    session
        .run("add --title t --limit 2022年9月20日前 --found 2022-06-30")
        .stdout("2022-inspection/1\n")
        .stderr("ledger: → 2022-09-20（星期二），已过3天\n")
        .grows(&file(1))
        .fine();
}

#[test]
fn a_bare_number_under_recurs_is_a_problem_of_the_same_ledger() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 旧").quietly();
    session.run("add --title 新 --recurs 1 --recurs 2018年常规巡察").quietly();
    let recurs = &session.run("show 2").json()["problems"][0]["recurs"];
    assert_eq!(recurs[0], "2022-inspection/1");
    assert_eq!(recurs[1], "2018年常规巡察");
    session
        .run("add --title 又 --recurs 9")
        .stderr(
            "ledger: 2022-inspection/3 is refused, since it would be wrong then:
  - the earlier problem 2022-inspection/9 does not exist; write an id that exists, or say it in words
",
        )
        .status(3);
    session.is_well(1, 2);
}

#[test]
fn a_limit_that_gives_no_single_day_is_refused_and_nothing_is_written() {
    for form in [Form::Folder, Form::Table] {
        let session = Session::with_ledger(form);
        for (words, why) in [
            ("尽快", "no date in it"),
            ("按部就班", "not understood"),
            ("9月20日前", "two readings: 2022-09-20 or 2023-09-20"),
            ("10月底前、年底前", "several days: 2022-10-31, 2022-12-31"),
        ] {
            session
                .run(&format!("add --title t --limit {words}"))
                .stderr(&format!(
                    "ledger: the limit `{words}` cannot be entered: {why}\n\
                     help: name the day, as --due 2022-10-31\n"
                ))
                .status(3);
        }
        session
            .run("add --title t --limit 尽快 --lang zh")
            .stderr("ledger: 时限“尽快”不能直接登记：未写明日期\n提示: 用 --due 写明日期，如 --due 2022-10-31\n")
            .status(3);
        session.run("list --ids").fine();
    }
}

#[test]
fn a_day_beside_the_words_goes_before_them() {
    let session = Session::with_ledger(Form::Folder);
    session
        .run("add --title t --limit 尽快 --due 2022-11-15")
        .stdout("2022-inspection/1\n")
        .stderr("ledger: → 2022-11-15, Tuesday, in 53 days\n")
        .writes(&file(1), "title = \"t\"\nlimit = \"尽快\"\ndue = 2022-11-15\n")
        .fine();
}

const ROSTER: &str = "
[unit.\"基层卫生股\"]
former = [\"基层卫生科\"]

[unit.\"财务股\"]

[person.\"基层卫生股股长\"]
unit = \"基层卫生股\"
";

#[test]
fn an_undeclared_name_is_refused_with_the_nearest() {
    for form in [Form::Folder, Form::Table] {
        let session = Session::with_ledger(form);
        let book = session.read("ledgers/book.toml");
        session.write("ledgers/book.toml", book + ROSTER);
        session
            .run("add --title t --lead 基层卫生处 --with 食堂 --person 基层卫生股长")
            .stderr(
                "ledger: book.toml declares no unit `基层卫生处`\n\
                 help: did you mean `基层卫生股`?\n\
                 ledger: book.toml declares no unit `食堂`\n\
                 help: if it exists, write [unit.\"食堂\"] in book.toml\n\
                 ledger: book.toml declares no person `基层卫生股长`\n\
                 help: did you mean `基层卫生股股长`?\n",
            )
            .status(3);
        session
            .run("add --title t --lead 财政股 --lang zh")
            .stderr("ledger: book.toml 中没有单位“财政股”\n提示: 是否为“财务股”？\n")
            .status(3);
        session.run("list --ids").fine();
    }
}

#[test]
fn a_former_name_is_known() {
    let session = Session::with_ledger(Form::Folder);
    let book = session.read("ledgers/book.toml");
    session.write("ledgers/book.toml", book + ROSTER);
    session
        .run("add --title t --lead 基层卫生科")
        .stdout("2022-inspection/1\n")
        .writes(&file(1), "title = \"t\"\nlead = [\"基层卫生科\"]\n")
        .fine();
}

#[test]
fn where_no_unit_is_declared_any_is_taken() {
    let session = Session::with_ledger(Form::Folder);
    session
        .run("add --title t --lead 食堂")
        .stdout("2022-inspection/1\n")
        .writes(&file(1), "title = \"t\"\nlead = [\"食堂\"]\n")
        .fine();
}

#[test]
fn what_is_missing_or_misspelt_is_said() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --detail x").stderr("ledger: missing: --title\n").status(2);
    session.run("add --lang zh").stderr("ledger: 缺少 --title\n").status(2);
    session.run("add --title t --kind duty").stderr("ledger: missing: --every\n").status(2);
    session
        .run("add --title t --found 2022-9-31")
        .stderr(
            "error: invalid value '2022-9-31' for '--found <DATE>': write a day as 2022-10-08, from 1990 to 2099\n\n\
             For more information, try '--help'.\n",
        )
        .status(2);
    session
        .run("add --title t --lead '甲|乙'")
        .stderr(
            "error: invalid value '甲|乙' for '--lead <UNIT>': a name holds neither `|` nor line ends\n\n\
             For more information, try '--help'.\n",
        )
        .status(2);
    session
        .run("add --title t -l 2022-inspektion")
        .stderr(
            "ledger: there is no ledger `2022-inspektion`\nhelp: did you mean `2022-inspection`?\n",
        )
        .status(3);
}

#[test]
fn a_duty_has_words_for_when_it_falls_due() {
    for form in [Form::Folder, Form::Table] {
        let session = Session::with_ledger(form);
        let file = if form == Form::Table { TABLE.to_owned() } else { file(1) };
        session
            .run("add --title 报送整改进度 --kind duty --every 每月5日前 --from 2022-10-01 --until 2022-12-31")
            .stdout("2022-inspection/1\n")
            .stderr("ledger: → next 2022-10-05, Wednesday, in 12 days; it is a rest day, and stays\n")
            .grows(&file)
            .fine();
        let problem = &session.run("show 1").json()["problems"][0];
        assert_eq!(problem["kind"], "duty");
        assert_eq!(problem["every"], "每月5日前");
        assert_eq!(problem["until"], "2022-12-31");
    }
}

#[test]
fn only_a_duty_has_a_beginning_and_an_end() {
    for form in [Form::Folder, Form::Table] {
        let session = Session::with_ledger(form);
        session
            .run("add --title t --from 2022-10-01 --every 每月5日前")
            .stderr("ledger: only a duty has --every, --from\nhelp: say --kind duty, or leave them out\n")
            .status(2);
        session
            .run("add --title t --until 2022-10-01 --lang zh")
            .stderr("ledger: 只有定期事项才写 --until\n提示: 加写 --kind duty，或不写这些选项\n")
            .status(2);
        session
            .run("add --title t --kind duty --every 每月5日前 --from 2022-10-01 --until 2022-09-30")
            .stderr("ledger: --until 2022-09-30 lies before --from 2022-10-01\n")
            .status(2);
    }
}

#[test]
fn where_two_ledgers_can_be_meant_one_must_be_named() {
    let session = Session::with_ledger(Form::Folder);
    session.run("init 2023 --csv").quietly();
    session
        .run("add --title 默认的台账")
        .stdout("2022-inspection/1\n")
        .writes(&file(1), "title = \"默认的台账\"\n")
        .fine();
    session.edit("ledgers/book.toml", "ledger = \"2022-inspection\"\n", "");
    session
        .run("add --title t")
        .stderr(
            "ledger: which ledger? There are 2022-inspection, 2023\n\
             help: name it with -l, or write ledger = \"…\" in book.toml\n",
        )
        .status(2);
    session.run("add --title t -l 2023").stdout("2023/1\n").grows("ledgers/2023.csv").fine();
}

#[test]
fn a_named_day_that_is_a_rest_day_stays_and_is_told() {
    let session = Session::with_ledger(Form::Folder);
    session
        .run("add --title 甲 --limit 尽快 --due 2022-10-30")
        .stdout("2022-inspection/1\n")
        .stderr(
            "ledger: → 2022-10-30, Sunday, in 37 days; 2022-10-30, Sunday is a rest day; a day that is named stays\n",
        )
        .grows(&file(1))
        .fine();
    session
        .run("measure 1 --text 乙 --due 2022-10-01 --lang zh")
        .stdout("2022-inspection/1.1\n")
        .stderr("ledger: → 2022-10-01（星期六），还有8天；2022-10-01（星期六）是休息日，写明的日期不顺延\n")
        .grows(&file(1))
        .fine();
    // A Saturday that is worked is none.
    session
        .run("measure 1 --text 丙 --due 2022-10-08")
        .stdout("2022-inspection/1.2\n")
        .stderr("ledger: → 2022-10-08, Saturday, in 15 days\n")
        .grows(&file(1))
        .fine();
}

#[test]
fn nothing_is_found_in_the_future() {
    let session = Session::with_ledger(Form::Folder);
    session
        .on("2022-09-24")
        .run("add --title 题 --found 2023-06-30 --lang zh")
        .stderr(
            "ledger: 2022-inspection/1 不能登记，登记后会自相矛盾：\n  · 发现日期2023-06-30晚于今日2022-09-24；请核对发现日期\n",
        )
        .status(3);
    session.run("add --title 清点 --kind task --found 2022-10-20").quietly();
}
