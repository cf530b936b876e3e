//! `ledger extend`: a last day moves to a later one, and the first stays.

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file};

const GRANTED: &str = "--text 资金未到位 --approver 区委巡察办 --by 办公室";

/// Two problems; the second has a measure with a day of its own and one without.
fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 甲 --lead 财务股 --limit 10月底前").quietly();
    session.run("add --title 乙 --lead 财务股 --limit 12月30日前").quietly();
    session.run("measure 2 --text 一 --limit 10月底前").quietly();
    session.run("measure 2 --text 二").quietly();
    session.on("2022-10-20");
    session
}

fn last_day(session: &Session, words: &str) -> String {
    let answer = session.run(words).json();
    answer["problems"][0]["last_day"].as_str().unwrap().to_owned()
}

#[test]
fn the_day_moves_and_the_echo_says_by_how_much() {
    let session = session(Form::Folder);
    session
        .run(&format!("extend 1 --limit 延期一个月 --applicant 财务股 --asked 2022-10-18 {GRANTED}"))
        .stdout("2022-inspection/1 <key1>\n")
        .stderr(
            "ledger: recorded extend: 2022-inspection/1\n\
             ledger: 2022-inspection/1: 2022-10-31 → 2022-11-30, 30 days more\n",
        )
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key1>\"\non = 2022-10-20\nact = \"extend\"\nby = \"办公室\"\ntext = \"资金未到位\"\n\
             limit = \"延期一个月\"\ndue = 2022-11-30\napplicant = \"财务股\"\napprover = \"区委巡察办\"\nasked = 2022-10-18\n",
        )
        .fine();
    assert_eq!(last_day(&session, "show 1"), "2022-11-30");
    session
        .on("2022-12-05")
        .run(&format!("extend 1 --due 2022-12-31 {GRANTED} --lang zh"))
        .stdout("2022-inspection/1 <key2>\n")
        .stderr(
            "ledger: 已登记延期：2022-inspection/1\n\
             ledger: 2022-inspection/1 2022-11-30 → 2022-12-31，延长31天（逾期后才申请）；\
                 2022-12-31（星期六）是休息日，写明的日期不顺延\n",
        )
        .grows(&file(1))
        .fine();
}

#[test]
fn the_year_is_that_of_the_day_on_which_it_is_granted() {
    for form in BOTH {
        let session = session(form);
        session
            .on("2023-01-10")
            .run(&format!("extend 1 --limit 3月底前 --asked 2022-10-30 {GRANTED}"))
            .stdout("2022-inspection/1 <key1>\n")
            .stderr(
                "ledger: recorded extend: 2022-inspection/1\n\
                 ledger: 2022-inspection/1: 2022-10-31 → 2023-03-31, 151 days more\n",
            )
            .grows(&if form == Form::Table { TABLE.to_owned() } else { file(1) })
            .fine();
    }
}

#[test]
fn a_day_on_a_year_that_is_not_published_stays_provisional() {
    let session = session(Form::Folder);
    session
        .run(&format!("extend 1 --limit 2095年10月第15个工作日 {GRANTED}"))
        .stdout("2022-inspection/1 <key1>\n")
        .stderr(
            "ledger: recorded extend: 2022-inspection/1\n\
             ledger: 2022-inspection/1: 2022-10-31 → 2095-10-21, 26653 days more; provisional, since the working days of \
             that year are not published\n",
        )
        .grows(&file(1))
        .fine();
    assert_eq!(session.run("show 1").json()["problems"][0]["provisional"], true);
    // A day that somebody names is what it is.
    session.run(&format!("extend 1 --due 2095-12-31 {GRANTED}")).quietly();
    assert_eq!(session.run("show 1").json()["problems"][0]["provisional"], false);
    // A new round goes back to the first day.
    session.on("2022-11-01").run("done 1 --by 财务股").quietly();
    session.run("close 1 --by 办公室").quietly();
    session.run("reopen 1 --by 办公室 --text 反弹").quietly();
    assert_eq!(session.run("show 1").json()["problems"][0]["provisional"], false);
    assert_eq!(last_day(&session, "show 1"), "2022-10-31");
}

#[test]
fn measures_move_alone_and_the_problem_without_them() {
    for form in BOTH {
        let session = session(form);
        let file = if form == Form::Table { TABLE.to_owned() } else { file(2) };
        session
            .run(&format!("extend 2.1 2.2 --due 2023-01-31 {GRANTED}"))
            .stdout("2022-inspection/2 <key1>\n")
            .stderr(
                "ledger: recorded extend: 2022-inspection/2.1, 2022-inspection/2.2\n\
                 ledger: 2022-inspection/2.1: 2022-10-31 → 2023-01-31, 92 days more\n\
                 ledger: 2022-inspection/2.2: 2022-12-30 → 2023-01-31, 32 days more\n",
            )
            .grows(&file)
            .fine();
        assert_eq!(last_day(&session, "show 2"), "2022-12-30");
        session
            .run(&format!("extend 2 --due 2023-06-30 {GRANTED}"))
            .stdout("2022-inspection/2 <key2>\n")
            .stderr(
                "ledger: recorded extend: 2022-inspection/2\n\
                 ledger: 2022-inspection/2: 2022-12-30 → 2023-06-30, 182 days more\n\
                 ledger: 2022-inspection/2.1, 2022-inspection/2.2 keep their own last days\n",
            )
            .grows(&file)
            .fine();
    }
}

#[test]
fn all_that_is_missing_is_said_at_once() {
    let session = session(Form::Folder);
    session
        .run("extend 1 --by 办公室")
        .stderr("ledger: missing: --limit/--due, --text, --approver\n")
        .status(2);
    session
        .run("extend 1 --due 2022-11-30 --lang zh")
        .stderr(
            "ledger: 缺少 --text、--approver\n\
             ledger: 未写明经办单位或经办人\n\
             提示: 用 --by 写明；或在 book.toml 的人员下写 git = [\"邮箱\"]，以 git 的 user.email 为准\n",
        )
        .status(2);
}

#[test]
fn what_is_no_later_or_has_two_readings_is_refused() {
    for form in BOTH {
        let session = session(form);
        session
            .run(&format!("extend 1-2 --limit 10月25日前 --asked 2022-10-21 {GRANTED}"))
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - 2022-10-25 is no later than the last day now, 2022-10-31; an \
                 extension moves it on\n  - asked for on 2022-10-21, after it was granted on 2022-10-20; correct --asked or --on\n\
                 ledger: 2022-inspection/2 is refused:\n  - 2022-10-25 is no later than the last day now, 2022-12-30; an \
                 extension moves it on\n  - asked for on 2022-10-21, after it was granted on 2022-10-20; correct --asked or --on\n",
            )
            .status(3);
        session
            .run(&format!("extend 1 --limit 一个月内 {GRANTED} --lang zh"))
            .stderr(
                "ledger: 2022-inspection/1 新时限“一个月内”不能直接登记：有两种读法：2022-11-21或2022-11-30\n\
                 提示: 用 --due 写明日期，如 --due 2022-11-30；从现截止日期起算的，写作 延期一个月\n",
            )
            .status(3);
        session
            .run(&format!("extend 1-2 --limit 尽快 {GRANTED}"))
            .stderr(
                "ledger: 2022-inspection/1: the new limit `尽快` cannot be entered: no date in it\n\
                 help: name the day, as --due 2022-11-30; or say that it lengthens, as 延期一个月 or 30 days more, which counts \
                 from the last day\n\
                 ledger: 2022-inspection/2: the new limit `尽快` cannot be entered: no date in it\n\
                 help: name the day, as --due 2022-11-30; or say that it lengthens, as 延期一个月 or 30 days more, which counts \
                 from the last day\n",
            )
            .status(3);
        session
            .run(&format!("extend 2.1 2.2 --limit 延期一个月 {GRANTED}"))
            .stderr(
                "ledger: `延期一个月` gives different days: 2022-inspection/2.1 2022-11-30, 2022-inspection/2.2 2023-01-30\n\
                 help: extend them one after the other, or name one day with --due\n",
            )
            .status(3);
    }
}

#[test]
fn a_duty_has_no_day_to_move() {
    let session = session(Form::Folder);
    session.run("add --title 报送 --kind duty --every 每月5日前").quietly();
    session
        .run(&format!("extend 1 3 --due 2022-11-30 {GRANTED} --lang zh"))
        .stderr(
            "ledger: 2022-inspection/3 不能登记：\n  · 定期事项按期次办理，没有单一的截止日期，何时到期看周期（`every`）\n",
        )
        .status(3);
}

#[test]
fn a_day_that_is_past_when_it_is_granted_is_refused() {
    for form in BOTH {
        let session = session(form);
        session.on("2022-12-20");
        session
            .run(&format!("extend 1 --due 2022-11-30 {GRANTED}"))
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - 2022-11-30 is past on 2022-12-20, the day on which the extension \
                 is granted; correct the limit, or give the day of the grant with --on\n",
            )
            .status(3);
        session
            .run(&format!("extend 1 --due 2022-11-30 {GRANTED} --lang zh"))
            .stderr(
                "ledger: 2022-inspection/1 不能登记：\n  · 新截止日期2022-11-30在批准之日2022-12-20已经过去；\
                 请改时限，批准在先的用 --on 写明批准日期\n",
            )
            .status(3);
        session.run(&format!("extend 1 --due 2022-11-30 {GRANTED} --on 2022-11-05")).quietly();
        session.run("check").quietly();
    }
}
