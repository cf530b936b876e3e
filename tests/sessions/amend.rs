//! `ledger amend`: a slip is corrected, and the wrong value stays written.

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file};

fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session.run("add --title 甲 --lead 财务股 --limit 10月底前 --amount 11.7万元").quietly();
    session.run("measure 1 --text 一 --limit 10月15日前").quietly();
    session.on("2022-10-20");
    session
}

#[test]
fn the_wrong_value_is_recorded_beside_the_right_one() {
    let session = session(Form::Folder);
    session
        .run("amend 1 --set amount=17.7万元 --by 办公室 --text 录入有误")
        .stdout("2022-inspection/1 <key1>\n")
        .stderr(
            "ledger: recorded amend: 2022-inspection/1\n\
             ledger: 2022-inspection/1: amount involved 11.7万元 → 17.7万元\n",
        )
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key1>\"\non = 2022-10-20\nact = \"amend\"\nby = \"办公室\"\ntext = \"录入有误\"\n\
             field = \"amount\"\nold = \"11.7万元\"\nnew = \"17.7万元\"\n",
        )
        .fine();
    // What stands there is what the last amendment put there.
    session
        .run("amend 1 --set amount=177000.5 --by 办公室 --text 再核 --lang zh")
        .stdout("2022-inspection/1 <key2>\n")
        .stderr(
            "ledger: 已登记勘误：2022-inspection/1\n\
             ledger: 2022-inspection/1 涉及金额：17.7万元 → 177000.5元\n",
        )
        .grows(&file(1))
        .fine();
    session
        .run("amend 1 --set '2.text=x' --by 办公室 --text 录入有误")
        .stderr("ledger: 2022-inspection/1 is refused:\n  - there is no measure 2, or not on that day\n")
        .status(3);
}

#[test]
fn a_day_of_a_measure_is_named_by_its_number() {
    for form in BOTH {
        let session = session(form);
        let file = if form == Form::Table { TABLE.to_owned() } else { file(1) };
        session
            .run("amend 1 --set 1.due=2022-10-16 --by 办公室 --text 录入有误")
            .stdout("2022-inspection/1 <key1>\n")
            .stderr(
                "ledger: recorded amend: 2022-inspection/1\n\
                 ledger: 2022-inspection/1: last day of measure 1 2022-10-15 → 2022-10-16\n",
            )
            .grows(&file)
            .fine();
        session
            .run("amend 1 --set 1.limit=10月底前 --by 办公室 --text 录入有误")
            .stdout("2022-inspection/1 <key2>\n")
            .stderr(
                "ledger: recorded amend: 2022-inspection/1\n\
                 ledger: 2022-inspection/1: limit of measure 1 `10月15日前` → `10月底前`\n\
                 ledger: 2022-inspection/1: these words give 2022-10-31, and the last day is still 2022-10-16; if that is \
                 wrong too, --set 1.due=2022-10-31\n",
            )
            .grows(&file)
            .fine();
        session
            .run("amend 1 --set goal=全部收回 --by 办公室 --text 漏登 --lang zh")
            .stdout("2022-inspection/1 <key3>\n")
            .stderr(
                "ledger: 已登记勘误：2022-inspection/1\nledger: 2022-inspection/1 整改目标：→ “全部收回”，原来未写\n",
            )
            .grows(&file)
            .fine();
    }
}

#[test]
fn several_are_amended_or_none() {
    for form in BOTH {
        let session = session(form);
        session.run("add --title 乙 --category 党建").quietly();
        session
            .run("amend 1-2 --set category=党建 --by 办公室 --text 归类有误")
            .stderr("ledger: 2022-inspection/2 is refused:\n  - the category has that value already; nothing to amend\n")
            .status(3);
    }
}

#[test]
fn what_is_no_field_or_value_is_told_how_it_is_written() {
    let session = session(Form::Folder);
    session.run("amend 1 --by 办公室").stderr("ledger: missing: --set, --text\n").status(2);
    for (set, why) in [
        ("due", "write FIELD=VALUE, as due=2022-10-31 or 2.due=2022-10-31"),
        (
            "lead=x",
            "fields are title, detail, category, source, cause, ref, found, limit, due, sustained, goal, amount, \
             recoverable; 2.text, 2.limit, 2.due, 2.sustained of measure 2; who is responsible changes by `ledger assign`",
        ),
        (
            "text=x",
            "a measure has text, limit, due and sustained, as 2.text; all others are the problem's",
        ),
        ("due=10月底", "write a day as 2022-10-08, from 1990 to 2099"),
        ("sustained=是", "write true or false"),
        ("title=", "nothing is written there"),
        ("title=a|b", "a name holds neither `|` nor line ends"),
    ] {
        session
            .run(&format!("amend 1 --by 办公室 --text x --set {set}"))
            .stderr(&format!(
                "error: invalid value '{set}' for '--set <FIELD=VALUE>': {why}\n\nFor more information, try '--help'.\n"
            ))
            .status(2);
    }
    session
        .run("amend 1.1 --by 办公室 --text x --set due=2022-10-16 --lang zh")
        .stderr("ledger: 2022-inspection/1.1 是一项措施，此处应写问题编号\n")
        .status(2);
}

#[test]
fn titles_are_told_apart_by_the_right_ones() {
    let session = session(Form::Folder);
    session.run("add --title 乙 --lead 财务股 --limit 11月底前").quietly();
    session.run("amend 2 --set title=甲 --text 笔误 --by 财务股").quietly();
    let found = session.run("check --only title-twice --strict").json_with(1);
    assert_eq!(found["findings"][0]["id"], "2022-inspection/2");
    session.run("amend 2 --set title=丙 --text 笔误 --by 财务股").quietly();
    session.run("check --only title-twice --strict").quietly();
}

#[test]
fn what_the_right_words_of_a_limit_say_is_stored_with_them() {
    for form in [Form::Folder, Form::Table] {
        let session = Session::with_ledger(form);
        session.run("add --title 题一 --limit 10月底前").quietly();
        session.run("add --title 题二").quietly();
        session.run("measure 2 --text 措施").quietly();
        let file = |no| if form == Form::Table { TABLE.to_owned() } else { file(no) };
        session.on("2022-10-08");
        session
            .run("amend 1 --set limit=10月底前，并长期坚持 --by 办公室 --text 漏抄")
            .stdout("2022-inspection/1 <key1>\n2022-inspection/1 <key2>\n")
            .stderr(
                "ledger: recorded amend: 2022-inspection/1\n\
                 ledger: 2022-inspection/1: limit `10月底前` → `10月底前，并长期坚持`\n\
                 ledger: 2022-inspection/1: sustained no → yes\n",
            )
            .grows(&file(1))
            .fine();
        session
            .run("amend 2 --set 1.limit=11月底前整改到位，并长期坚持 --by 办公室 --text 漏抄 --lang zh")
            .golden("amend-limit-stored-zh")
            .grows(&file(2))
            .fine();
        session.run("check --strict").quietly();
        session.run("check --fix").quietly();
    }
}
