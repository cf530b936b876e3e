//! `ledger check`: everything that is wrong, at once, each with its place.

use crate::samples::{BOTH, book};
use crate::session::{Form, Session, TABLE, file};

#[test]
fn a_book_without_slips_is_praised() {
    for form in BOTH {
        let session = book(form);
        session
            .run("check")
            .stderr(
                "ledger: nothing wrong in 1 ledger with 5 problems\n\
                 ledger: 2 × no-measures: A problem that is open has no measures. List them with --only no-measures.\n",
            )
            .fine();
        session
            .run("check --lang zh")
            .stderr(
                "ledger: 检查了1本台账、5个问题，未发现错误\n\
                 ledger: 2 × no-measures：整改中的问题没有整改措施。用 --only no-measures 逐项列出\n",
            )
            .fine();
    }
}

/// A book with one slip for each rule.
fn slips() -> Session {
    let session = Session::with_ledger(Form::Folder);
    let book = session.read("ledgers/book.toml");
    session.write(
        "ledgers/book.toml",
        book + "\n[unit.\"财务股\"]\n\n[unit.\"办公室\"]\n\n[person.\"财务股股长\"]\nunit = \"财务股\"\n",
    );
    session.write(
        "ledgers/2022-inspection/001.toml",
        "\
title = \"甲\"
lead = [\"财务科\"]
person = [\"李四\"]
limit = \"10月底前\"
due = 2022-11-30
recurs = [\"2022-inspection/99\"]

[[measure]]
no = 1
text = \"发函\"
due = 2022-12-31

[[entry]]
key = \"aaaaaa\"
on = 2022-09-01
act = \"progress\"
by = \"财务股\"
text = \"早于发现\"

[[entry]]
key = \"bbbbbb\"
on = 2099-01-01
act = \"done\"
by = \"财务股\"
",
    );
    session.write(
        "ledgers/2022-inspection/002.toml",
        "\
title = \"乙\"
limit = \"10月底前、年底前\"

[[entry]]
key = \"aaaaaa\"
on = 2022-11-01
act = \"done\"
by = \"财务股\"
for = 2022-11-05

[[entry]]
key = \"bbbbbb\"
on = 2022-11-02
act = \"close\"
by = \"办公室\"

[[entry]]
key = \"cccccc\"
on = 2022-11-03
act = \"done\"
by = \"财务股\"
",
    );
    session.write("ledgers/2022-inspection/003.toml", "title = \"丙\"\ndue = 2022-08-01\n");
    session.on("2022-12-01");
    session
}

#[test]
fn each_rule_finds_its_slip() {
    let session = slips();
    session.run("check").golden("check-slips").status(1);
    session.run("check --lang zh").golden("check-slips-zh").status(1);
}

#[test]
fn only_the_ledger_that_is_named_is_looked_at() {
    let session = slips();
    session.run("init 2023").quietly();
    session
        .run("check -l 2023")
        .stderr("ledger: nothing wrong in 1 ledger with 0 problems\n")
        .fine();
    session
        .run("check -l 2032")
        .stderr("ledger: there is no ledger `2032`\nhelp: did you mean `2023`?\n")
        .status(3);
}

#[test]
fn a_file_that_cannot_be_read_is_a_finding_for_check_and_a_refusal_for_the_others() {
    let session = slips();
    session.write(
        "ledgers/2022-inspection/004.toml",
        "titel = \"丁\"\ndue = 2022-02-30\nlead = [\"财务股]\n",
    );
    session.write("ledgers/2022-inspection/5.toml", "title = \"戊\"\n");
    session.write("ledgers/2022-inspection/笔记.txt", "x");
    session.run("check").golden("check-unreadable").status(1);
    session.run("check --lang zh").golden("check-unreadable-zh").status(1);
    for words in ["list", "overdue", "summary", "show 1"] {
        let output = session.command(words).output().unwrap();
        assert_eq!(output.status.code(), Some(3), "{words}");
        assert!(output.stdout.is_empty(), "{words}");
    }
}

#[test]
fn a_table_names_line_and_column() {
    let session = book(Form::Table);
    session.edit("ledgers/2022-inspection.csv", "2022-10-31", "2022-10-32");
    session.edit("ledgers/2022-inspection.csv", "task", "tsk");
    session.run("check").golden("check-table").status(1);
    session.run("check --lang zh").golden("check-table-zh").status(1);
}

#[test]
fn rules_are_chosen_by_name() {
    let session = slips();
    session
        .run("check --only recurs-nowhere,undeclared-unit --lang zh")
        .golden("check-only-zh")
        .status(1);
    session
        .run("check --skip undeclared-unit --only undeclared-unit")
        .stderr("ledger: nothing wrong in 1 ledger with 3 problems\n")
        .fine();
    session
        .run("check --only no-lead,undeclared-units --skip nothing")
        .stderr(
            "ledger: there is no rule `undeclared-units`\nhelp: did you mean `undeclared-unit`?\n\
             ledger: there is no rule `nothing`\nhelp: `ledger check --rules` lists them\n",
        )
        .status(2);
}

#[test]
fn what_is_only_to_be_looked_at_counts_if_it_is_to() {
    let session = Session::with_ledger(Form::Folder);
    session.write(
        "ledgers/2022-inspection/001.toml",
        "title = \"甲\"\nlimit = \"10月底前\"\ndue = 2022-11-30\n",
    );
    let only = "check --only limit-reads-otherwise,no-lead";
    session.run(only).golden("check-doubt").fine();
    session.run(&format!("{only} --strict")).golden("check-doubt").status(1);
    session.run("check --only no-lead --strict --lang zh").golden("check-hint-zh").fine();
}

#[test]
fn the_rules_are_listed_in_both_languages() {
    let session = Session::new();
    session.run("check --rules").golden("check-rules").fine();
    session.run("check --rules --lang zh").golden("check-rules-zh").fine();
    let rules = session.run("check --rules").json();
    assert_eq!(rules["rules"].as_array().unwrap().len(), ledger::check::Rule::ALL.len());
    session.run("check --rules --only no-lead").golden("check-rules-and-others").status(2);
}

#[test]
fn a_program_gets_every_finding_with_its_place() {
    let session = slips();
    let report = session.run("check").json_with(1);
    assert_eq!((&report["version"], &report["report"]), (&1.into(), &"check".into()));
    assert_eq!(report["today"], "2022-12-01");
    let findings = report["findings"].as_array().unwrap();
    let of = |rule: &str| findings.iter().find(|it| it["rule"] == rule).unwrap().clone();
    let unit = of("undeclared-unit");
    assert_eq!(
        (&unit["severity"], &unit["id"], &unit["line"], &unit["column"], &unit["fixable"]),
        (&"error".into(), &"2022-inspection/1".into(), &2.into(), &10.into(), &false.into())
    );
    assert_eq!(unit["file"], "ledgers/2022-inspection/001.toml");
    assert_eq!(unit["message"], "book.toml declares no unit `财务科`");
    assert_eq!(unit["help"], "did you mean `财务股`?");
    assert_eq!(of("measure-after-problem")["id"], "2022-inspection/1.1");
    assert_eq!(of("no-lead")["severity"], "hint");
    let count = |severity: &str| findings.iter().filter(|it| it["severity"] == severity).count();
    for (total, severity) in [("errors", "error"), ("warnings", "warning"), ("hints", "hint")] {
        assert_eq!(report["totals"][total], count(severity), "{severity}");
    }
    assert_eq!(report["totals"]["rules"]["undeclared-unit"], 1);

    session.write("ledgers/2022-inspection/004.toml", "titel = \"丁\"\n");
    let report = session.run("check").json_with(1);
    let rules = report["findings"].as_array().unwrap().iter().map(|it| it["rule"].clone());
    assert_eq!(rules.collect::<Vec<_>>(), ["unreadable", "unreadable"]);
}

#[test]
fn a_spreadsheet_gets_a_row_for_each_finding() {
    let session = slips();
    session.run("check -O csv --only undeclared-unit,no-lead").golden("check-csv").status(1);
    session
        .run("check -O md --only undeclared-unit,no-lead --lang zh")
        .golden("check-md-zh")
        .status(1);
}

/// A ledger with what can be mended: a day and 长期坚持 in words only, and names that are written otherwise.
fn mendable(form: Form) -> Session {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 甲 --lead 基层卫生股").quietly();
    session.run("add --title 乙 --lead 财务股").quietly();
    session.run("measure 2 --text 清欠").quietly();
    let book = session.read("ledgers/book.toml");
    session.write("ledgers/book.toml", book + "\n[unit.\"基层卫生股\"]\n\n[unit.\"财务股\"]\n");
    let limit = "lead = [\"基层 卫生股\"]\nlimit = \"10月底前，长期坚持\"";
    session.edit(&file(1), "lead = [\"基层卫生股\"]", limit).edit(
        &file(2),
        "text = \"清欠\"\n",
        "text = \"清欠\"\nwith = [\"基层卫生股\", \"财务 股\"]\nlimit = \"年底前\"\n",
    );
    if form == Form::Table {
        session.run("convert 2022-inspection --to csv").quietly();
    }
    session
}

const MENDED: &str = "\
ledger: corrected 2022-inspection/1: last day 2022-10-31
ledger: corrected 2022-inspection/1: marked as sustained
ledger: corrected 2022-inspection/1: `基层 卫生股` → `基层卫生股`
ledger: corrected 2022-inspection/2.1: last day 2022-12-31
ledger: corrected 2022-inspection/2.1: `财务 股` → `财务股`
";

const HINTS: &str = "\
ledger: corrected 5 in 2 files
ledger: nothing wrong in 1 ledger with 2 problems
ledger: 1 × no-measures: A problem that is open has no measures. List them with --only no-measures.
";

#[test]
fn what_needs_no_decision_is_mended_and_nothing_else() {
    let session = mendable(Form::Folder);
    session.edit(&file(1), "\nlimit", " # 原文\n\nlimit").edit(&file(1), "\n", "\r\n");
    let (one, two) = (session.read(&file(1)), session.read(&file(2)));
    let one = one
        .replace("基层 卫生股", "基层卫生股")
        .replace("长期坚持\"\n", "长期坚持\"\ndue = 2022-10-31\r\nsustained = true\r\n");
    let two =
        two.replace("财务 股", "财务股").replace("年底前\"\n", "年底前\"\ndue = 2022-12-31\n");
    session
        .run("check --fix")
        .stderr(&format!("{MENDED}{HINTS}"))
        .writes(&file(1), &one)
        .writes(&file(2), &two)
        .fine();
    session
        .run("check --fix --skip no-measures")
        .stderr("ledger: nothing can be corrected without a decision\nledger: nothing wrong in 1 ledger with 2 problems\n")
        .fine();
}

#[test]
fn cells_of_a_table_are_mended_in_their_places() {
    let session = mendable(Form::Table);
    let before = session.read(TABLE);
    session
        .run("check --fix --lang zh --skip no-measures")
        .stderr(
            "ledger: 已改 2022-inspection/1：写入截止日期2022-10-31\n\
             ledger: 已改 2022-inspection/1：标明长期坚持\n\
             ledger: 已改 2022-inspection/1：“基层 卫生股”改为“基层卫生股”\n\
             ledger: 已改 2022-inspection/2.1：写入截止日期2022-12-31\n\
             ledger: 已改 2022-inspection/2.1：“财务 股”改为“财务股”\n\
             ledger: 共改5处，涉及1个文件\n\
             ledger: 检查了1本台账、2个问题，未发现错误\n",
        )
        .writes(
            TABLE,
            &before
                .replace("基层 卫生股", "基层卫生股")
                .replace("财务 股", "财务股")
                .replace("长期坚持,,,", "长期坚持,2022-10-31,true,")
                .replace("年底前,,", "年底前,2022-12-31,"),
        )
        .fine();
}

#[test]
fn a_dry_run_says_what_would_be_mended_and_changes_nothing() {
    let session = mendable(Form::Folder);
    session
        .run("check --fix --dry-run --only due-not-stored --lang zh")
        .golden("check-dry-run-zh")
        .fine();
    session
        .run("check --fix --only name-otherwise")
        .stderr(
            "ledger: corrected 2022-inspection/1: `基层 卫生股` → `基层卫生股`\n\
             ledger: corrected 2022-inspection/2.1: `财务 股` → `财务股`\n\
             ledger: corrected 2 in 2 files\nledger: nothing wrong in 1 ledger with 2 problems\n",
        )
        .writes(&file(1), &session.read(&file(1)).replace("基层 卫生股", "基层卫生股"))
        .writes(&file(2), &session.read(&file(2)).replace("财务 股", "财务股"))
        .fine();
    session.run("check --dry-run").golden("check-dry-run-alone").status(2);
    session.write("x.csv", "存在问题,责任单位\n甲,财务 股\n");
    session
        .run("-f x.csv check --fix")
        .stderr("ledger: -f is for reading; nothing is recorded in such a file\nhelp: work in the book's folder, and name the ledger with -l\n")
        .status(2);
}

#[test]
fn what_says_something_already_is_left_to_the_clerk() {
    let session = Session::with_ledger(Form::Folder);
    session.write(
        &file(1),
        "title = \"甲\"\nlead = [\"财务股\"]\nlimit = \"10月底前，长期坚持\"\ndue = 2022-10-31\nsustained = false\n\n[[measure]]\nno = 1\ntext = \"清欠\"\n",
    );
    session.run("check --fix").golden("check-explicit").fine();
}

#[test]
fn evidence_is_looked_at_in_the_book_and_nowhere_else() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 甲 --lead 财务股 --due 2022-10-31").quietly();
    session.write("ledgers/files/表.txt", "一");
    session.write("secret.txt", "一");
    session.run("note 1 --by 财务股 --text 附表 --evidence files/表.txt").quietly();
    session.is_well(1, 1);
    #[cfg(unix)]
    {
        std::fs::remove_file(session.path("ledgers/files/表.txt")).unwrap();
        std::os::unix::fs::symlink(
            session.path("secret.txt"),
            session.path("ledgers/files/表.txt"),
        )
        .unwrap();
        let missing = |words: &str| {
            session.run(words).json_with(1)["totals"]["rules"]["evidence-missing"].clone()
        };
        assert_eq!(missing("check"), 1);
        session
            .run("check --skip evidence-missing,no-measures")
            .stderr("ledger: nothing wrong in 1 ledger with 1 problem\n")
            .fine();
    }
}
