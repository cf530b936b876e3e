//! `ledger seal` and `verify --seal`: what was printed in a report is proven by the history, or not.

use super::session::{Form, Session, said};

/// Types a command that is to end with this status, and returns what it prints and what it says.
#[track_caller]
fn ends(session: &Session, words: &str, status: i32) -> (String, String) {
    let output = session.command(words).output().unwrap();
    assert_eq!(output.status.code(), Some(status), "{words}\n{}", said(&output));
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn office() -> Session {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.on("2022-10-08");
    ends(&session, "add --title 借款未收回 --lead 财务股 --due 2022-09-30", 0);
    ends(&session, "note 1 --by 财务股 --text 催收", 0);
    session.commit_at("2022-10-08T09:00", "plan");
    session
}

#[test]
fn a_seal_holds_as_long_as_the_history_does() {
    let session = office();
    let hash = session.git("rev-parse HEAD").trim().to_owned();
    let (seal, _) = ends(&session, "seal", 0);
    let lines: Vec<_> = seal.lines().collect();
    assert_eq!(lines.len(), 8);
    assert_eq!(lines[..2], ["Sealed for: 2022-10-08".to_owned(), format!("Commit: {hash}")]);
    assert_eq!(lines[3..], ["Ledgers: 1", "Problems: 1", "Closed: 0", "Overdue: 1", "Entries: 1"]);
    session.write("report.txt", format!("Monthly report\n\n{seal}\nSigned\n"));
    ends(&session, "seal -o seal.txt --lang zh", 0);
    assert!(session.read("seal.txt").contains("已销号：0"));

    // Later work changes nothing, nor does another form or day.
    ends(&session, "done 1 --by 财务股 --text 收回", 0);
    ends(&session, "convert 2022-inspection --to csv", 0);
    session.commit_at("2022-10-09T09:00", "later");
    session.on("2022-11-08");
    for file in ["report.txt", "seal.txt"] {
        let (_, said) = ends(&session, &format!("verify --seal {file}"), 0);
        assert!(said.contains("the seal holds"), "{said}");
    }
    session.on_no_day();
    assert_eq!(ends(&session, &format!("seal --at {hash}"), 0).0, seal);

    // A figure that was not so, and a history that was written anew.
    session.write("wrong.txt", seal.replace("Overdue: 1", "Overdue: 0"));
    let (_, said) = ends(&session, "verify --seal wrong.txt", 1);
    assert!(said.contains("Overdue: sealed 0, now 1"), "{said}");
    session.git("checkout -q --orphan anew");
    session.commit_at("2022-10-08T09:00", "anew");
    let (_, said) = ends(&session, "verify --seal report.txt", 1);
    assert!(said.contains("does not contain"), "{said}");
    session.write("none.txt", "Closed: 0\n");
    ends(&session, "verify --seal none.txt", 3);
}

#[test]
fn the_form_of_a_ledger_is_not_sealed() {
    let session = office();
    let digest = |session: &Session| ends(session, "seal", 0).0.lines().nth(2).map(str::to_owned);
    let before = digest(&session);
    ends(&session, "convert 2022-inspection --to csv", 0);
    session.commit_at("2022-10-08T10:00", "table");
    assert_eq!(digest(&session), before);
}
