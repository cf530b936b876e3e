//! `ledger verify`: each planted violation is found, and nothing in histories that commands have made.

use ledger::reports::verify::Rule;
use serde_json::Value;

use super::session::{Form, Session, file, said};

#[track_caller]
fn must(session: &Session, words: &str) {
    let output = session.command(words).output().unwrap();
    assert!(output.status.success(), "{words}\n{}", said(&output));
}

/// The rules that `verify` finds broken, with their commits and ids.
#[track_caller]
fn found(session: &Session, options: &str) -> Vec<(String, String, String)> {
    let output = session.command(&format!("verify -O json {options}")).output().unwrap();
    let status = output.status.code();
    let answer: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
    let violations = answer["violations"].as_array().unwrap();
    assert_eq!(status, Some(i32::from(!violations.is_empty())), "{}", said(&output));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let one = |it: &Value| (text(&it["rule"]), text(&it["commit"]), text(&it["id"]));
    violations.iter().map(one).collect()
}

/// A problem with two measures and a report, committed; `done` and `close` follow where asked for.
fn office(close: bool) -> Session {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.on("2022-10-08");
    must(&session, "add --title 借款未收回 --lead 财务股 --due 2022-12-31");
    must(&session, "measure 1 --text 催收 --due 2022-11-30");
    must(&session, "measure 1 --text 建制度 --due 2022-12-15");
    session.write("ledgers/files/a.pdf", "proof");
    session.commit("plan");
    must(&session, "note 1 --by 财务股 --text 已开会");
    session.commit("note");
    if close {
        must(&session, "done 1 --by 财务股 --text 完成 --evidence ledgers/files/a.pdf");
        session.commit("done");
        must(&session, "close 1 --by 纪检组 --text 属实 --evidence ledgers/files/a.pdf");
        session.commit("close");
    }
    session
}

/// Plants a change by hand and says which rules it breaks.
#[track_caller]
fn plant(close: bool, change: impl Fn(&Session)) -> Vec<String> {
    let session = office(close);
    assert_eq!(found(&session, ""), [], "before");
    change(&session);
    let hash = session.commit_at("2022-10-09T09:00", "by hand");
    let found = found(&session, "");
    assert!(found.iter().all(|(_, commit, _)| *commit == hash), "{found:?}");
    found.into_iter().map(|(rule, ..)| rule).collect()
}

fn without(text: &str, from: &str, to: &str) -> String {
    let start = text.find(from).unwrap();
    let end = text[start..].find(to).map_or(text.len(), |at| start + at);
    format!("{}{}", &text[..start], &text[end..])
}

#[test]
fn each_planted_violation_is_found() {
    let one = file(1);
    let edit = |old: &'static str, new: &'static str| {
        move |it: &Session| {
            it.edit(&file(1), old, new);
        }
    };
    assert_eq!(plant(false, edit("已开会", "未开会")), ["entry-edited"]);
    assert_eq!(
        plant(false, |it| {
            let text = it.read(&one);
            it.write(&one, without(&text, "\n[[entry]]", "\u{0}"));
        }),
        ["entry-removed"]
    );
    assert_eq!(plant(true, edit("借款未收回", "借款已收回")), ["closed-changed"]);
    assert_eq!(plant(true, edit("财务股\"]", "办公室\"]")), ["closed-changed"]);
    assert_eq!(plant(false, edit("2022-12-31", "2023-12-31")), ["day-changed"]);
    assert_eq!(plant(false, edit("2022-11-30", "2022-12-01")), ["day-changed"]);
    // What another entry of the same step gives is no leave for it; what its own one gives is.
    let with = |words: &'static str| {
        move |it: &Session| {
            must(it, words);
            it.edit(&file(1), "due = 2022-12-31", "due = 2023-12-31");
        }
    };
    let amend = "amend 1 --by 办公室 --text 笔误 --set";
    for other in ["title=借款", "1.due=2022-12-01", "due=2023-01-31"] {
        let words: &'static str = format!("{amend} {other}").leak();
        assert_eq!(plant(false, with(words)), ["day-changed"], "{other}");
    }
    let words: &'static str = format!("{amend} due=2023-12-31").leak();
    assert_eq!(plant(false, with(words)), [""; 0]);
    assert_eq!(
        plant(false, |it| {
            let text = it.read(&one);
            it.write(&one, without(&text, "[[measure]]\nno = 1", "[[measure]]\nno = 2"));
        }),
        ["measure-gone"]
    );
    assert_eq!(plant(false, edit("催收", "清产核资")), ["measure-reused"]);
    let act = |act: &str| {
        format!(
            "\n[[entry]]\nkey = \"zzzzzz\"\non = 2022-10-08\nact = \"{act}\"\nby = \"财务股\"\ntext = \"x\"\n"
        )
    };
    let add = |text: String| {
        move |it: &Session| {
            it.write(&file(1), it.read(&file(1)) + &text);
        }
    };
    assert_eq!(plant(false, add(act("reopen"))), ["out-of-state"]);
    assert_eq!(plant(true, add(act("done"))), ["out-of-state"]);
    assert_eq!(plant(false, |it| std::fs::remove_file(it.path(&one)).unwrap()), ["problem-gone"]);
}

#[test]
fn a_file_that_nobody_can_read_is_found() {
    for name in [file(1).as_str(), "ledgers/2022-inspection/ledger.toml"] {
        let found = plant(false, |it| {
            it.write(name, "title =");
        });
        assert_eq!(found, ["unreadable"], "{name}");
    }
}

#[test]
fn evidence_of_what_is_closed_stays_and_nobody_verifies_his_own_work() {
    let one = file(1);
    assert_eq!(
        plant(true, |it| {
            it.write("ledgers/files/a.pdf", "other");
        }),
        ["evidence-changed"]
    );
    assert_eq!(
        plant(true, |it| std::fs::remove_file(it.path("ledgers/files/a.pdf")).unwrap()),
        ["evidence-changed"]
    );
    // Evidence of what is open may still change.
    assert_eq!(
        plant(false, |it| {
            it.write("ledgers/files/a.pdf", "other");
        }),
        [""; 0]
    );
    // Evidence that is committed only after its problem was closed is not changed by that.
    assert_eq!(
        plant(false, |it| {
            it.write("ledgers/files/b.pdf", "late");
            must(it, "done 1 --by 财务股 --text 完成 --evidence ledgers/files/b.pdf");
            must(it, "close 1 --by 纪检组 --text 属实 --evidence ledgers/files/b.pdf");
            it.git("add ledgers/2022-inspection");
            it.git("commit -q -m closed");
        }),
        [""; 0]
    );
    assert_eq!(
        plant(false, |it| {
            must(it, "done 1 --by 财务股 --text 完成");
            must(it, "close 1 --by 纪检组 --text 属实");
            it.edit(&one, "by = \"纪检组\"", "by = \"财务股\"");
        }),
        ["closed-alone"]
    );
}

#[test]
fn a_part_of_the_history_is_judged_by_the_heads_from_before_it() {
    let session = office(false);
    session.edit("ledgers/book.toml", "second_person = true", "second_person = false");
    let decided = session.commit_at("2022-10-08T10:00", "the office is too small for two");
    must(&session, "done 1 --by 财务股 --text 完成");
    must(&session, "close 1 --by 财务股 --text 属实");
    session.commit_at("2022-10-08T11:00", "close");
    assert_eq!(found(&session, ""), []);
    assert_eq!(found(&session, &format!("--since {decided}")), []);
    session.edit("ledgers/book.toml", "second_person = false", "second_person = true");
    let taken_back = session.commit_at("2022-10-08T12:00", "two after all");
    session.on("2022-10-09");
    must(&session, "add --title 台账不全 --lead 财务股 --due 2022-12-31");
    must(&session, "done 2 --by 财务股 --text 完成");
    must(&session, "close 2 --by 纪检组 --text 属实");
    session.edit(&file(2), "by = \"纪检组\"", "by = \"财务股\"");
    let alone = session.commit_at("2022-10-09T09:00", "by hand");
    let expected = [("closed-alone".to_owned(), alone, "2022-inspection/2".to_owned())];
    assert_eq!(found(&session, &format!("--since {taken_back}")), expected);
}

#[test]
fn a_number_or_a_measure_is_not_given_again() {
    let session = office(false);
    let text = session.read(&file(1));
    session.write(&file(1), without(&text, "[[measure]]\nno = 1", "[[measure]]\nno = 2"));
    let gone = session.commit_at("2022-10-09T09:00", "gone");
    session.write(&file(1), text.replace("催收", "清产核资"));
    let again = session.commit_at("2022-10-09T10:00", "again");
    let id = || "2022-inspection/1".to_owned();
    assert_eq!(
        found(&session, ""),
        [
            ("measure-gone".to_owned(), gone, id()),
            ("measure-reused".to_owned(), again.clone(), id())
        ]
    );
    assert_eq!(found(&session, &format!("--since {again}")), []);

    let session = office(false);
    std::fs::remove_file(session.path(&file(1))).unwrap();
    let gone = session.commit_at("2022-10-09T09:00", "gone");
    session.write(&file(1), "title = \"会议记录不全\"\nlead = [\"办公室\"]\ndue = 2023-01-01\n");
    let again = session.commit_at("2022-10-09T10:00", "again");
    assert_eq!(
        found(&session, ""),
        [("problem-gone".to_owned(), gone, id()), ("number-reused".to_owned(), again, id())]
    );
}

#[test]
fn a_merge_loses_nothing_and_makes_nothing_up() {
    let session = office(false);
    session.git("checkout -q -b side");
    must(&session, "note 1 --by 财务股 --text 支线");
    session.commit("side");
    session.git("checkout -q main");
    must(&session, "add --title 会议记录不全 --lead 办公室 --due 2022-12-31");
    session.commit("main");
    session.git("merge -q side -m merged");
    assert_eq!(found(&session, ""), []);
    session.git("reset -q --hard HEAD^");
    session.git("merge -q -s ours side -m lost");
    let rules =
        |session: &Session| -> Vec<_> { found(session, "").into_iter().map(|it| it.0).collect() };
    assert_eq!(rules(&session), ["entry-removed"]);
    session.git("reset -q --hard HEAD^");
    session.git("merge -q --no-commit --no-ff side");
    session.edit(&file(1), "借款未收回", "借款已收回");
    session.commit("evil");
    assert_eq!(rules(&session), ["found-in-no-parent"]);
}

#[test]
fn who_commits_a_closing_is_not_who_did_the_work() {
    let session = office(false);
    let roster = "\n[person.\"财务股股长\"]\nunit = \"财务股\"\ngit = [\"clerk@example.org\"]\n";
    session.write("ledgers/book.toml", session.read("ledgers/book.toml") + roster);
    must(&session, "done 1 --by 财务股 --text 完成");
    session.commit("done");
    must(&session, "close 1 --by 纪检组 --text 属实");
    session.commit("close");
    let rules = || -> Vec<_> { found(&session, "").into_iter().map(|it| it.0).collect() };
    assert_eq!(rules(), ["closed-alone"]);
    // Whose address it was then cannot be taken back.
    session.edit("ledgers/book.toml", "git = [\"clerk@example.org\"]\n", "");
    session.commit("no address");
    assert_eq!(rules(), ["closed-alone"]);
}

#[test]
fn a_shallow_clone_proves_nothing() {
    let session = office(true);
    let from = session.path("").display().to_string();
    session.git(&format!("clone -q --depth 1 file://{from} ../shallow"));
    let output = session.at("shallow").command("verify").output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(said(&output).contains("unshallow"), "{}", said(&output));
}

/// A history in which the last commit breaks a rule and nothing else does. A rule that has no case does not compile.
fn broken(rule: Rule) -> Session {
    let closed = matches!(rule, Rule::ClosedChanged | Rule::EvidenceChanged);
    let session = office(closed);
    let one = file(1);
    let one = one.as_str();
    let text = session.read(one);
    let act = "\n[[entry]]\nkey = \"zzzzzz\"\non = 2022-10-08\nact = \"reopen\"\nby = \"财务股\"\ntext = \"x\"\n";
    let measure = |text: &str| without(text, "[[measure]]\nno = 1", "[[measure]]\nno = 2");
    match rule {
        Rule::EntryEdited => session.edit(one, "已开会", "未开会"),
        Rule::EntryRemoved => session.write(one, without(&text, "\n[[entry]]", "\u{0}")),
        Rule::ClosedChanged => session.edit(one, "借款未收回", "借款已收回"),
        Rule::DayChanged => session.edit(one, "2022-12-31", "2023-12-31"),
        Rule::EnteredChanged => {
            if !text.contains("entered = ") {
                session.edit(one, "due = 2022-12-31", "due = 2022-12-31\nentered = 2022-10-08");
                session.commit("entered");
            }
            session.edit(one, "entered = 2022-10-08", "entered = 2022-10-09")
        }
        Rule::MeasureGone => session.write(one, measure(&text)),
        Rule::MeasureReused => session.edit(one, "催收", "清产核资"),
        Rule::OutOfState => session.write(one, text + act),
        Rule::ProblemGone => {
            std::fs::remove_file(session.path(one)).unwrap();
            &session
        }
        Rule::NumberReused => {
            // The first one was moved out of sight by a branch that never had it.
            session.git("checkout -q -b side HEAD~2");
            session.write(one, "title = \"会议记录不全\"\nlead = [\"办公室\"]\ndue = 2023-01-01\n");
            session.commit("side");
            session.git("checkout -q main");
            session.git("merge -q --no-commit --no-ff -s ours side");
            let other = session.git(&format!("show side:{one}"));
            session.write(one, other)
        }
        Rule::ClosedAlone => {
            must(&session, "done 1 --by 财务股 --text 完成");
            must(&session, "close 1 --by 纪检组 --text 属实");
            session.edit(one, "by = \"纪检组\"", "by = \"财务股\"")
        }
        Rule::EvidenceChanged => session.write("ledgers/files/a.pdf", "other"),
        Rule::FoundInNoParent => {
            session.git("checkout -q -b side");
            must(&session, "note 1 --by 财务股 --text 支线");
            session.commit("side");
            session.git("checkout -q main");
            session.git("merge -q --no-commit --no-ff side");
            session.edit(one, "借款未收回", "借款已收回")
        }
        Rule::Unreadable => session.write(one, "title ="),
    };
    session.commit_at("2022-10-09T09:00", "by hand");
    session
}

#[test]
fn each_rule_has_a_history_in_which_it_alone_is_broken() {
    for (name, rule) in Rule::ALL {
        let session = broken(rule);
        let last = session.git("rev-parse HEAD").trim().to_owned();
        let found = found(&session, "");
        let rules: Vec<_> = found.iter().map(|(rule, commit, _)| (&**rule, commit)).collect();
        assert_eq!(rules, [(name, &last)]);
    }
}

#[test]
fn neither_replacements_nor_grafts_hide_anything() {
    let session = broken(Rule::EntryEdited);
    let before = found(&session, "");
    let [last, first] = ["HEAD", "HEAD~3"].map(|name| session.git(&format!("rev-parse {name}")));
    let old = session.git(&format!("rev-parse HEAD:{}", file(1)));
    let good = session.git(&format!("rev-parse HEAD~1:{}", file(1)));
    session.git(&format!("replace {} {}", old.trim(), good.trim()));
    assert_eq!(found(&session, ""), before);
    session.write(".git/info/grafts", format!("{} {}\n", last.trim(), first.trim()));
    assert_eq!(found(&session, ""), before);
}
