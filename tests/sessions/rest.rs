//! `ledger suspend`, `transfer`, `withdraw` and `resume`: what rests, and what does not come back.

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file};

const APPROVED: &str = "--approver 区委巡察办 --by 办公室 --text 诉讼未结";

fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 甲 --lead 财务股 --limit 10月底前").quietly();
    session.run("add --title 乙 --lead 财务股 --limit 12月底前").quietly();
    session.on("2022-10-20");
    session
}

fn one_file(form: Form, no: u32) -> String {
    if form == Form::Table { TABLE.to_owned() } else { file(no) }
}

#[test]
fn what_is_suspended_is_not_overdue_until_it_is_resumed() {
    for form in BOTH {
        let session = session(form);
        session
            .run(&format!("suspend 1-2 {APPROVED}"))
            .stdout("2022-inspection/1 <key1>\n2022-inspection/2 <key2>\n")
            .stderr("ledger: recorded suspend: 2022-inspection/1, 2022-inspection/2\n")
            .grows(&one_file(form, 1))
            .grows(&one_file(form, 2))
            .fine();
        session.on("2022-11-10").run("overdue --ids").fine();
        session
            .run("resume 1-2 --by 办公室")
            .stdout("2022-inspection/1 <key3>\n2022-inspection/2 <key4>\n")
            .stderr(
                "ledger: recorded resume: 2022-inspection/1, 2022-inspection/2\n\
                 ledger: 2022-inspection/1: open, 10 days overdue\n\
                 ledger: 2022-inspection/2: open, last day 2022-12-31, Saturday, in 51 days\n",
            )
            .grows(&one_file(form, 1))
            .grows(&one_file(form, 2))
            .fine();
        session.run("overdue --ids").stdout("2022-inspection/1\n").fine();
        session
            .run("resume 1 --by 办公室 --lang zh")
            .stderr("ledger: 2022-inspection/1 不能登记：\n  · 当前状态为整改中（自2022-11-10），不能恢复\n")
            .status(3);
    }
}

#[test]
fn a_transfer_says_to_whom_and_a_withdrawal_who_approved() {
    let session = session(Form::Folder);
    session
        .run("transfer 1 --to 区纪委监委 --ref 区卫移〔2022〕3号 --by 办公室 --text 涉嫌违纪")
        .stdout("2022-inspection/1 <key1>\n")
        .stderr("ledger: recorded transfer: 2022-inspection/1\n")
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key1>\"\non = 2022-10-20\nact = \"transfer\"\nby = \"办公室\"\ntext = \"涉嫌违纪\"\n\
             to = \"区纪委监委\"\nref = \"区卫移〔2022〕3号\"\n",
        )
        .fine();
    session
        .run(&format!("withdraw 2 {APPROVED} --lang zh"))
        .stdout("2022-inspection/2 <key2>\n")
        .stderr("ledger: 已登记撤销：2022-inspection/2\n")
        .appends(
            &file(2),
            "\n[[entry]]\nkey = \"<key2>\"\non = 2022-10-20\nact = \"withdraw\"\nby = \"办公室\"\ntext = \"诉讼未结\"\n\
             approver = \"区委巡察办\"\n",
        )
        .fine();
    session
        .run("resume 1-2 --by 办公室 --approver 区委 --text 退回本单位办理 --lang zh")
        .stdout("2022-inspection/1 <key3>\n2022-inspection/2 <key4>\n")
        .stderr(
            "ledger: 已登记恢复：2022-inspection/1、2022-inspection/2\n\
             ledger: 2022-inspection/1 整改中，截止日期2022-10-31（星期一），还有11天\n\
             ledger: 2022-inspection/2 整改中，截止日期2022-12-31（星期六），还有72天\n",
        )
        .grows(&file(1))
        .grows(&file(2))
        .fine();
}

#[test]
fn what_is_missing_is_said_and_one_refusal_stops_all() {
    for form in BOTH {
        let session = session(form);
        for command in ["suspend", "withdraw"] {
            session
                .run(&format!("{command} 1 --by 办公室"))
                .stderr("ledger: missing: --text, --approver\n")
                .status(2);
            session
                .run(&format!("{command} 1.1 {APPROVED}"))
                .stderr("ledger: 2022-inspection/1.1 is a measure; this takes a problem\n")
                .status(2);
        }
        session.run("transfer 1 --by 办公室 --lang zh").stderr("ledger: 缺少 --to\n").status(2);
        session.run(&format!("withdraw 2 {APPROVED}")).quietly();
        session
            .run(&format!("suspend 1-2 {APPROVED}"))
            .stderr(
                "ledger: 2022-inspection/2 is refused:\n  - it is withdrawn since 2022-10-20, which allows no `suspend`\n",
            )
            .status(3);
        assert_eq!(session.run("show 1").json()["problems"][0]["state"], "open");
    }
}
