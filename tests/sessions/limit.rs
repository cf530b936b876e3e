//! `ledger limit`: how words are read, one by one and many at once.

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file};

#[test]
fn the_words_are_explained_step_by_step() {
    let session = Session::with_ledger(Form::Folder);
    session
        .run("limit 10月底前整改到位，并长期坚持 --from 2026-09-18")
        .golden("limit-steps")
        .fine();
    session
        .run("limit 10月底前整改到位，并长期坚持 --from 2026-09-18 --lang zh")
        .golden("limit-steps-zh")
        .fine();
    // Without --from the ledger's own dates count, and never today.
    session
        .run("limit 年底前 --today 2031-01-01 -O json")
        .stdout(
            "{\"words\":\"年底前\",\"counts_from\":\"2022-09-23\",\"kind\":\"day\",\"days\":[\"2022-12-31\"],\
             \"sustained\":false,\"every\":null,\"provisional\":false,\"notes\":[\"no year is written; the plan's is \
             2022\",\"2022-12-31, Saturday is a rest day; a day that is named stays\"]}\n",
        )
        .fine();
}

#[test]
fn many_come_from_a_file_or_a_pipe_a_line_each() {
    let session = Session::with_ledger(Form::Folder);
    let words = "2026年10月30日前\n\n尽快\n3个月内\n";
    session.write("limits.txt", words);
    let expected = "\
        {\"words\":\"2026年10月30日前\",\"counts_from\":\"2026-11-30\",\"kind\":\"day\",\"days\":[\"2026-10-30\"],\"sustained\":false,\"every\":null,\"provisional\":false,\"notes\":[]}\n\
        {\"words\":\"尽快\",\"counts_from\":\"2026-11-30\",\"kind\":\"vague\",\"days\":[],\"sustained\":false,\"every\":null,\"provisional\":false,\"notes\":[]}\n\
        {\"words\":\"3个月内\",\"counts_from\":\"2026-11-30\",\"kind\":\"day\",\"days\":[\"2027-03-01\"],\"sustained\":false,\"every\":null,\"provisional\":true,\"notes\":[\"2027-02-28, Sunday is a rest day, so it moves to 2027-03-01\"]}\n";
    session.run("limit -f limits.txt --from 2026-11-30 -O json").stdout(expected).fine();
    session.run("limit --from 2026-11-30 -O json").stdin(words).stdout(expected).fine();
    session.run("limit").stdin("").stderr("ledger: missing: WORDS\n").status(2);
}

#[test]
fn a_day_that_rests_on_an_unpublished_year_is_marked() {
    let session = Session::with_ledger(Form::Folder);
    session.run("init 2026-x --issued 2026-11-30").quietly();
    session.on("2026-12-01").run("add -l 2026-x --title 甲 --limit 3个月内").quietly();
    session.on("2026-12-01").run("list -l 2026-x --lang zh").golden("limit-provisional-zh").fine();
    let list = session.on("2026-12-01").run("list -l 2026-x").json();
    assert_eq!(list["lines"][0]["provisional"], true);
    assert_eq!(list["lines"][0]["last_day"], "2027-03-01");
}

/// The ledger with the phases of its plan.
fn with_phases(form: Form) -> Session {
    let session = Session::with_ledger(form);
    let head = if form == Form::Table {
        "ledgers/2022-inspection.toml"
    } else {
        "ledgers/2022-inspection/ledger.toml"
    };
    let phases = "\n[[phase]]\nname = \"自查自纠\"\nfrom = 2022-09-23\nuntil = 2022-10-21\n\
                  \n[[phase]]\nname = \"集中整改\"\nfrom = 2022-10-22\nuntil = 2022-12-31\n";
    session.write(head, &(session.read(head) + phases));
    session
}

#[test]
fn a_limit_that_names_a_phase_is_read_by_the_ledgers_head() {
    for form in BOTH {
        let session = with_phases(form);
        let file = |no| if form == Form::Table { TABLE.to_owned() } else { file(no) };
        let read = session.run("limit -l 2022-inspection 集中整改期内，长期坚持").json();
        assert_eq!((&read["kind"], &read["sustained"]), (&"day".into(), &true.into()));
        assert_eq!(read["days"], serde_json::json!(["2022-12-31"]));
        session
            .run("add --title 甲 --limit 自查自纠阶段结束前")
            .stdout("2022-inspection/1\n")
            .stderr(
                "ledger: → 2022-10-21, Friday, in 28 days; the day is that of the phase in the ledger's head\n",
            )
            .grows(&file(1))
            .fine();
        session
            .run("measure 1 --text 乙 --limit 集中整改结束前 --lang zh")
            .stdout("2022-inspection/1.1\n")
            .stderr(
                "ledger: → 2022-12-31（星期六），还有99天；日期取自台账所列阶段的起止；\
                 2022-12-31（星期六）是休息日，写明的日期不顺延\n\
                 ledger: 措施的截止日期2022-12-31晚于问题的截止日期2022-10-21，请核对\n",
            )
            .grows(&file(1))
            .fine();
        session
            .run("add --title 丙 --limit 整改期满后1个月内")
            .stdout("2022-inspection/2\n")
            .stderr("ledger: → 2023-01-31, Tuesday, in 130 days\n")
            .grows(&file(2))
            .fine();
    }
}

#[test]
fn a_phase_that_the_ledger_does_not_give_is_named_as_the_reason() {
    let session = Session::with_ledger(Form::Folder);
    session
        .run("add --title 甲 --limit 集中整改期内")
        .stderr(
            "ledger: the limit `集中整改期内` cannot be entered: the ledger has no such phase; \
             write [[phase]] in its head, with name, from and until\n\
             help: name the day, as --due 2022-10-31\n",
        )
        .status(3);
    session
        .run("add --title 甲 --limit 集中整改期内 --lang zh")
        .stderr(
            "ledger: 时限“集中整改期内”不能直接登记：台账未列所指的阶段；\
             在台账首页（ledger.toml）中写 [[phase]]，含 name、from、until\n\
             提示: 用 --due 写明日期，如 --due 2022-10-31\n",
        )
        .status(3);
    session.run("add --title 甲 --limit 集中整改期内 --due 2022-12-30").quietly();
}

#[test]
fn check_reads_a_phase_as_the_entry_did() {
    let session = with_phases(Form::Folder);
    session.run("add --title 甲 --limit 集中整改期内").quietly();
    session.run("check").quietly();
    // The phase was moved since, and the stored day counts.
    session.edit("ledgers/2022-inspection/ledger.toml", "until = 2022-12-31", "until = 2022-11-30");
    session.run("check").golden("check-phase").fine();
}
