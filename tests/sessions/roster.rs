//! Who acts is declared in `book.toml`, where it declares anybody: a slip of the pen is no second person.

use crate::samples::BOTH;
use crate::session::{Form, Session, file};

const UNITS: &str = "\n[unit.\"财务股\"]\nformer = [\"计财股\"]\n\n[unit.\"办公室\"]\n";
const PERSONS: &str = "\n[person.\"督查员\"]\nunit = \"办公室\"\n";

fn session(form: Form, roster: &str) -> Session {
    let session = Session::with_ledger(form);
    let book = session.read("ledgers/book.toml");
    session.write("ledgers/book.toml", book + roster);
    session.run("add --title 借款未收回 --lead 财务股 --limit 10月底前").quietly();
    session.on("2022-10-20");
    session
}

fn declared(form: Form) -> Session {
    session(form, &format!("{UNITS}{PERSONS}"))
}

#[test]
fn who_is_not_declared_is_refused_with_the_nearest_name() {
    for form in BOTH {
        let session = declared(form);
        session
            .run("done 1 --by 财物股")
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  \
                 - book.toml declares neither a unit nor a person `财物股`; did you mean `财务股`?\n",
            )
            .status(3);
        session.run("done 1 --by 计财股").quietly();
        session
            .run("close 1 --by 某某 --verifier 督察员 --lang zh")
            .stderr(
                "ledger: 2022-inspection/1 不能登记：\n  \
                 · book.toml 中没有单位或人员“某某”；如确有其名，请在其中写 [unit.\"某某\"] 或 [person.\"某某\"]\n  \
                 · book.toml 中没有单位或人员“督察员”；是否为“督查员”？\n",
            )
            .status(3);
        session.run("close 1 --by 办公室 --verifier 督查员").quietly();
        session.run("check --strict").quietly();
    }
}

#[test]
fn an_applicant_is_of_the_office_and_an_approver_may_stand_above_it() {
    let session = declared(Form::Folder);
    let extend = "extend 1 --by 办公室 --due 2022-11-30 --text 银行流水未到 --approver 区委巡察办";
    session
        .run(&format!("{extend} --applicant ＩＴ科"))
        .stderr(
            "ledger: 2022-inspection/1 is refused:\n  \
             - book.toml declares neither a unit nor a person `ＩＴ科`; if they exist, write [unit.\"ＩＴ科\"] or \
             [person.\"ＩＴ科\"] there\n",
        )
        .status(3);
    session.run(&format!("{extend} --applicant 财务股")).quietly();
    session.run("transfer 1 --by 办公室 --to 区纪委监委").quietly();
    session.run("check --strict").quietly();
}

#[test]
fn who_found_the_problems_may_verify_and_the_responsible_may_act() {
    let session = session(Form::Folder, UNITS);
    // No person is declared, so that of the problem is a name like any other.
    session.run("assign 1 --person 张三 --by 办公室").quietly();
    session.run("done 1 --by 张三").quietly();
    session
        .run("close 1 --by 李四")
        .stderr(
            "ledger: 2022-inspection/1 is refused:\n  \
             - book.toml declares neither a unit nor a person `李四`; if they exist, write [unit.\"李四\"] or \
             [person.\"李四\"] there\n",
        )
        .status(3);
    session.run("close 1 --by 区委第一巡察组").quietly();
    session.run("check --strict").quietly();
}

#[test]
fn a_book_that_declares_a_mail_address_and_no_unit_asks_nobody() {
    let session = session(Form::Folder, PERSONS);
    session.run("done 1 --by 财务股").quietly();
    session.run("check --only undeclared-actor").quietly();
}

#[test]
fn what_is_written_by_hand_is_found() {
    let session = declared(Form::Folder);
    let entry = "\n[[entry]]\nkey = \"aaaaaa\"\non = 2022-10-12\nact = \"progress\"\nby = \"财 务股\"\ntext = \"已催收\"\n";
    session.write(&file(1), session.read(&file(1)) + entry);
    session.run("check --only undeclared-actor").golden("check-undeclared-actor").status(1);
    session.run("void 1 aaaaaa --by 办公室 --text 名称有误").quietly();
    session.run("check --strict").quietly();
}
