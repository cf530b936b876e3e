//! Many at once: nobody's work is lost, and no number is given twice.

use std::collections::BTreeSet;
use std::process::Stdio;

use crate::session::{Form, Session, said};

#[track_caller]
fn all_are_added(session: &Session, number: usize) {
    let children: Vec<_> = (1..=number)
        .map(|place| {
            let mut command = session.command(&format!("add --title 第{place}个人的问题"));
            command
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    let mut ids = BTreeSet::new();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{}", said(&output));
        assert!(ids.insert(String::from_utf8(output.stdout).unwrap()), "a number was given twice");
    }
    let expected: BTreeSet<_> = (1..=number).map(|no| format!("2022-inspection/{no}\n")).collect();
    assert_eq!(ids, expected);

    let answer = session.run("list").json();
    let titles: BTreeSet<_> = answer["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["title"].as_str().unwrap().to_owned())
        .collect();
    let expected: BTreeSet<_> = (1..=number).map(|place| format!("第{place}个人的问题")).collect();
    assert_eq!(titles, expected);
    session.is_well(1, number);
}

#[test]
fn a_hundred_who_add_at_once_add_a_hundred_problems() {
    all_are_added(&Session::with_ledger(Form::Folder), 100);
}

#[test]
fn those_who_add_to_one_table_at_once_all_add_to_it() {
    all_are_added(&Session::with_ledger(Form::Table), 40);
}

#[test]
fn those_who_add_at_once_in_a_repository_ask_git_in_turn() {
    all_are_added(&Session::in_git_with_ledger(Form::Folder), 30);
}

#[test]
fn those_who_report_one_problem_at_once_are_all_heard() {
    for form in [Form::Folder, Form::Table] {
        let session = Session::with_ledger(form);
        session.run("add --title 借款未收回").quietly();
        let children: Vec<_> = (1..=20)
            .map(|yuan| {
                let mut command = session.command(&format!("recover 1 {yuan}元 --by 财务股"));
                command
                    .stdin(Stdio::null())
                    .stdout(Stdio::piped())
                    .stderr(Stdio::piped())
                    .spawn()
                    .unwrap()
            })
            .collect();
        for child in children {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", said(&output));
        }
        assert_eq!(session.run("show 1").json()["problems"][0]["recovered"], "210.00");
    }
}
