//! Every command that records an act, in every state, against the table of acts.

use ledger::domain::acts::{Allowed, State, allowed};
use ledger::domain::entry::ActKind;

use crate::samples::BOTH;
use crate::session::{Form, Session, said};

/// How a problem gets into a state, from being open.
fn enter(session: &Session, state: State) {
    let approved = "--approver 区委巡察办 --by 办公室 --text 依规";
    let words: &[String] = &match state {
        State::Open => vec![],
        State::Awaiting => vec!["done 1 --by 财务股".to_owned()],
        State::Closed => vec!["done 1 --by 财务股".to_owned(), "close 1 --by 办公室".to_owned()],
        State::Suspended => vec![format!("suspend 1 {approved}")],
        State::Transferred => vec!["transfer 1 --to 区纪委 --by 办公室".to_owned()],
        State::Withdrawn => vec![format!("withdraw 1 {approved}")],
    };
    for words in words {
        session.run(words).quietly();
    }
}

/// A command for each act that needs nothing but the right state; nothing where another test drives it.
fn command(act: ActKind) -> Option<&'static str> {
    Some(match act {
        ActKind::Progress => "note 1 --by 财务股 --text x",
        ActKind::Done => "done 1 --by 财务股 --text x",
        ActKind::Return => "return 1 --by 办公室 --text x",
        ActKind::Close => "close 1 --by 办公室",
        ActKind::Reopen => "reopen 1 --by 办公室 --text x",
        ActKind::Extend => "extend 1 --by 办公室 --text x --approver 区委 --due 2022-11-30",
        ActKind::Assign => "assign 1 --by 办公室 --lead 基层卫生股",
        ActKind::Review => "review 1 --by 办公室 --kept",
        ActKind::Suspend => "suspend 1 --by 办公室 --text x --approver 区委",
        ActKind::Resume => "resume 1 --by 办公室",
        ActKind::Transfer => "transfer 1 --by 办公室 --to 区纪委",
        ActKind::Withdraw => "withdraw 1 --by 办公室 --text x --approver 区委",
        ActKind::Notice => return None,
        ActKind::Recover => "recover 1 1万元 --by 财务股",
        ActKind::Account => "account 1 --by 办公室 --form 1 --persons 2",
        ActKind::Indicator => "indicator 1 访视率 91 --by 财务股",
        ActKind::Amend => "amend 1 --by 办公室 --text x --set title=乙",
        ActKind::Void => "void 1 <key1> --by 办公室 --text x",
    })
}

fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session
        .run("add --title 甲 --lead 财务股 --limit 10月底前 --amount 10万元 --indicator '访视率<=100 %'")
        .quietly();
    session.on("2022-10-12").run("note 1 --by 财务股 --text 已部署").quietly();
    session.on("2022-10-13").run("indicator 1 访视率 90 --by 财务股").quietly();
    session.on("2022-10-20");
    session
}

#[test]
fn every_act_in_every_state_is_recorded_or_refused_as_the_table_has_it() {
    for form in BOTH {
        for state in State::ALL {
            let session = session(form);
            enter(&session, state);
            let book = session.kept();
            for (name, act) in ActKind::NAMES {
                let Some(words) = command(act) else { continue };
                let output = session.command(words).output().unwrap();
                let said = said(&output);
                // Nothing is reported where it is open, and this book closes nothing without a report.
                let yes = allowed(act, state) == Allowed::Yes;
                let expected = if yes { 0 } else { 3 };
                assert_eq!(output.status.code(), Some(expected), "{name} in {state:?}\n{said}");
                let changed = session.kept() != book;
                assert_eq!(changed, yes, "{name} in {state:?}");
                if allowed(act, state) == Allowed::No && act != ActKind::Return {
                    assert!(said.contains(&format!("allows no `{name}`")), "{said}");
                }
                session.put_back(&book);
            }
        }
    }
}

#[test]
fn by_policy_and_where_something_is_reported_more_is_allowed() {
    let session = session(Form::Folder);
    session.run("measure 1 --text 第一项").quietly();
    session.run("measure 1 --text 第二项").quietly();
    session.run("done 1.1 --by 财务股").quietly();
    session.run("return 1 --by 办公室 --text 佐证不全").quietly();
    session.edit("ledgers/book.toml", "report_first = true", "report_first = false");
    session.run("close 1 --by 办公室").quietly();
}
