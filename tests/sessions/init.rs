//! `ledger init`

use crate::session::{Form, Session};

const POLICY: &str = "
[[policy]]
immediate = 15
days = \"calendar\"
rest_day = \"roll\"
bands = [20, 10, 3]
review = \"quarter\"
second_person = true
evidence = []
report_first = true
count = \"lead\"
office_days = 0
";

fn book(head: &str, ladder: &str) -> String {
    format!("{head}{POLICY}ladder = {{ {ladder} }}\n")
}

const ATTRIBUTES: &str = "*.toml merge=ledger text eol=lf\n*.csv merge=ledger text eol=lf\n";

#[test]
fn init_makes_a_book_and_a_ledger_in_an_empty_folder() {
    let session = Session::new();
    session
        .run(
            "init 2022-inspection --title 整改台账 --source 区委第一巡察组 --owner 区卫健委 --issued 2022-09-23",
        )
        .stderr("ledger: made ledgers/book.toml, ledgers/2022-inspection/ledger.toml\n")
        .writes("ledgers/.gitattributes", ATTRIBUTES)
        .writes(
            "ledgers/book.toml",
            &book(
                "timezone = \"Asia/Shanghai\"\nledger = \"2022-inspection\"\n",
                "reminder = -3, \"supervision notice\" = 1, talk = 15, circular = 30",
            ),
        )
        .writes(
            "ledgers/2022-inspection/ledger.toml",
            "title = \"整改台账\"\nsource = \"区委第一巡察组\"\nowner = \"区卫健委\"\nissued = 2022-09-23\n",
        )
        .fine();
    session.run("check").stderr("ledger: nothing wrong in 1 ledger with 0 problems\n").fine();
}

#[test]
fn init_without_a_name_takes_the_year() {
    let session = Session::new().lang("zh_CN.UTF-8");
    session
        .on("2023-03-01")
        .run("init")
        .stderr("ledger: 已建立：ledgers/book.toml、ledgers/2023/ledger.toml\n")
        .writes("ledgers/.gitattributes", ATTRIBUTES)
        .writes(
            "ledgers/book.toml",
            &book(
                "timezone = \"Asia/Shanghai\"\nlang = \"zh\"\nledger = \"2023\"\n",
                "\"提醒\" = -3, \"督办\" = 1, \"约谈\" = 15, \"通报\" = 30",
            ),
        )
        .writes("ledgers/2023/ledger.toml", "")
        .fine();
}

#[test]
fn a_table_has_a_header_in_the_language_of_who_makes_it() {
    for (locale, first, made) in [
        ("zh_CN.UTF-8", "\u{feff}记录,编号,措施号,序,记录码,日期,补记日期,动作,经办,", "已建立："),
        ("C", "\u{feff}record,no,measure,seq,key,on,entered,act,by,", "made "),
    ] {
        let session = Session::new().lang(locale);
        let comma = if locale == "C" { ", " } else { "、" };
        let files = ["ledgers/book.toml", "ledgers/2022.toml", "ledgers/2022.csv"].join(comma);
        session
            .on("2022-09-23")
            .run("init 2022 --csv --title 台账")
            .stderr(&format!("ledger: {made}{files}\n"))
            .writes("ledgers/2022.toml", "title = \"台账\"\n")
            .grows("ledgers/2022.csv")
            .grows("ledgers/book.toml")
            .grows("ledgers/.gitattributes")
            .fine();
        let table = session.read("ledgers/2022.csv");
        assert!(table.starts_with(first), "{table}");
        assert_eq!(table.lines().count(), 1);
    }
}

#[test]
fn a_second_ledger_leaves_the_book_as_it_is() {
    for form in [Form::Folder, Form::Table] {
        let session = Session::with_ledger(form);
        session
            .run("init 2023 --issued 2023-05-08")
            .stderr("ledger: made ledgers/2023/ledger.toml\n")
            .writes("ledgers/2023/ledger.toml", "issued = 2023-05-08\n")
            .fine();
    }
}

#[test]
fn a_name_that_is_taken_or_cannot_be_is_refused() {
    let session = Session::with_ledger(Form::Folder);
    session
        .run("init 2022-inspection")
        .stderr("ledger: ledgers/2022-inspection is there already\n")
        .status(3);
    session
        .run("init 2022-INSPECTION --csv")
        .stderr("ledger: ledgers/2022-INSPECTION is there already\n")
        .status(3);
    for name in ["templates", "maps", "'two words'", "../2023", "book"] {
        session
            .run(&format!("init {name}"))
            .stderr(&format!(
                "ledger: no ledger can be named `{}`\n\
                 help: letters, digits, - and _, at most 64 bytes, and none of book, files, maps, templates; no device of Windows as con, nul, com1\n",
                name.trim_matches('\'')
            ))
            .status(2);
    }
}

#[test]
fn init_below_a_book_adds_to_that_book() {
    let session = Session::with_ledger(Form::Folder);
    let below = session.at("office/2023/papers");
    below.run("init 2023").stderr("ledger: made <home>/office/ledgers/2023/ledger.toml\n").fine();
    assert_eq!(session.read("ledgers/2023/ledger.toml"), "");
}
