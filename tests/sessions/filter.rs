//! The same filters wherever problems are listed or counted.

use crate::samples::{BOTH, book};
use crate::session::{Form, Session, file, ids};

/// What is asked for, and the problems that fit.
const CASES: [(&str, &str); 24] = [
    ("--unit 财务股", "1 5"),
    ("--unit 各镇卫生院", "2 3 5"),
    ("--unit 区卫健委", "1 2 3 5"),
    ("--unit 基层卫生科", "2 3"),
    ("--unit 财务股 --unit 基层卫生股", "1 2 3 5"),
    ("--person 财务股股长", "1"),
    ("--person 分管副主任", "2"),
    ("--status open", "1 3 5"),
    ("--status awaiting", "2"),
    ("--status closed", "4"),
    ("--status open --status closed", "1 3 4 5"),
    ("--status suspended", ""),
    ("--status overdue", "3"),
    ("--status due-soon", "1 5"),
    ("--status sustained", "2"),
    ("--category 公共卫生", "2 3"),
    ("--source 区审计局", "4"),
    ("--source 区委第一巡察组", "1 2 3 5"),
    ("--kind task", "5"),
    ("--tag 重点", "1 2"),
    ("--tag 重点 --tag 民生", "2"),
    ("倍 平均", "3"),
    ("388", "2"),
    ("--unit 财务股 --kind problem", "1"),
];

#[test]
fn a_filter_finds_what_fits_and_nothing_else() {
    for form in BOTH {
        let session = book(form);
        for (filter, expected) in CASES {
            let answer = session.run(&format!("list {filter}")).json();
            let mut found: Vec<_> = answer["lines"]
                .as_array()
                .unwrap()
                .iter()
                .map(|line| line["no"].to_string())
                .collect();
            found.dedup();
            assert_eq!(found.join(" "), expected, "{form:?}: list {filter}");
        }
    }
}

#[test]
fn a_period_takes_lines_by_their_last_day() {
    for form in BOTH {
        let session = book(form);
        for (period, expected) in [
            ("2022-10", "1 2 3.2 4"),
            ("2022-10-20", "3.2"),
            ("2022-10-21..2022-11-11", "1 5"),
            ("2022", "1 2 3 3.2 4 5"),
            ("2023", ""),
        ] {
            session.run(&format!("list --ids --due {period}")).stdout(&ids(expected)).fine();
        }
    }
}

#[test]
fn figures_and_overdue_take_the_same_filters() {
    for form in BOTH {
        let session = book(form);
        for (filter, expected) in CASES {
            let figures = session.run(&format!("summary {filter}")).json();
            let count = expected.split_whitespace().count();
            assert_eq!(figures["totals"]["total"], count, "{form:?}: summary {filter}");
        }
        session.run("overdue --unit 基层卫生股 --ids").stdout("2022-inspection/3.2\n").fine();
        session.run("overdue --unit 财务股 --ids").fine();
    }
}

#[test]
fn a_ledger_is_named_with_l() {
    for form in BOTH {
        let session = book(form);
        session.run("init 2023 --issued 2023-01-04").quietly();
        session.run("add -l 2023 --title 新问题 --today 2023-01-05").quietly();
        session.run("list -l 2023 --ids --today 2023-01-05").stdout("2023/1\n").fine();
        session
            .run("list --ids --status open --kind problem --today 2023-01-05 问题")
            .stdout("2023/1\n")
            .fine();
        let figures = session.run("summary --today 2023-01-05 -l 2023 -l 2022-inspection").json();
        assert_eq!(figures["totals"]["total"], 6);
        session
            .run("list -l 2032")
            .stderr("ledger: there is no ledger `2032`\nhelp: did you mean `2023`?\n")
            .status(3);
    }
}

#[test]
fn a_masked_problem_is_found_by_no_name_that_it_hides() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title 反映收受礼金 --lead 纪检室 --person 张三 --owners 张三负责").quietly();
    session.run("add --title 借款未收回 --lead 财务股 --person 李四").quietly();
    session.edit(&file(1), "title =", "masked = true\ntitle =");
    session.run("list --person 张三").stderr("ledger: there is no person `张三`\n").status(2);
    session.run("summary --person 张三").stderr("ledger: there is no person `张三`\n").status(2);
    session
        .run("notice --dry-run --person 张三")
        .stderr("ledger: there is no person `张三`\n")
        .status(2);
    session.run("list 张三 --ids").fine();
    session.run("list --unit 纪检室 --ids").stdout("2022-inspection/1\n").fine();
    // A name that another problem shows finds that one only.
    session.run("assign 2 --person 张三 --by 办公室").quietly();
    session.run("list --person 张三 --ids").stdout("2022-inspection/2\n").fine();
}
