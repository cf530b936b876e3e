//! `ledger limit`: how words are read, one by one and many at once.

use crate::session::{Form, Session};

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
