//! `ledger summary`: figures that add up, and can be answered for.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::samples::{BOTH, book};
use crate::session::Session;

/// The figures of a row that count problems.
const FIGURES: [&str; 9] = [
    "total",
    "open",
    "awaiting",
    "closed",
    "suspended",
    "transferred",
    "withdrawn",
    "overdue",
    "due_soon",
];

fn rows(answer: &Value) -> &Vec<Value> {
    answer["rows"].as_array().unwrap()
}

fn figure(row: &Value, name: &str) -> i64 {
    row[name].as_i64().unwrap()
}

/// The value of a group and its number of problems, for each row.
fn totals(session: &Session, key: &str) -> Vec<(String, i64)> {
    let answer = session.run(&format!("summary --by {key}")).json();
    let name =
        |row: &Value| row["group"][key].as_str().map_or_else(|| "-".to_owned(), str::to_owned);
    rows(&answer).iter().map(|row| (name(row), figure(row, "total"))).collect()
}

#[test]
fn each_key_groups_the_problems() {
    for form in BOTH {
        let session = book(form);
        let expected: [(&str, &[(&str, i64)]); 9] = [
            ("unit", &[("各镇卫生院", 2), ("基层卫生股", 1), ("财务股", 2), ("-", 1)]),
            ("person", &[("财务股股长", 1), ("-", 4)]),
            ("leader", &[("分管副主任", 1), ("-", 4)]),
            ("source", &[("区委第一巡察组", 4), ("区审计局", 1)]),
            ("category", &[("党建", 1), ("公共卫生", 2), ("资金管理", 1), ("-", 1)]),
            ("ledger", &[("2022-inspection", 5)]),
            ("status", &[("open", 3), ("awaiting", 1), ("closed", 1)]),
            ("kind", &[("problem", 4), ("task", 1)]),
            ("month", &[("2022-10", 3), ("2022-11", 1), ("2022-12", 1)]),
        ];
        for (key, groups) in expected {
            let groups: Vec<_> =
                groups.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
            assert_eq!(totals(&session, key), groups, "{form:?}: by {key}");
        }
    }
}

#[test]
fn rows_add_up_to_the_total() {
    for form in BOTH {
        let session = book(form);
        for by in [
            "unit",
            "person",
            "source",
            "category",
            "status",
            "kind",
            "month",
            "unit,category",
            "category,status",
        ] {
            let answer = session.run(&format!("summary --by {by}")).json();
            for name in FIGURES {
                let sum: i64 = rows(&answer).iter().map(|row| figure(row, name)).sum();
                let repeated = figure(&answer["repeated"], name);
                assert_eq!(sum - repeated, figure(&answer["totals"], name), "by {by}: {name}");
            }
        }
    }
}

#[test]
fn each_figure_lists_its_ids() {
    for form in BOTH {
        let session = book(form);
        let answer = session.run("summary --by unit").json();
        for row in rows(&answer).iter().chain([&answer["totals"]]) {
            for name in ["total", "open", "awaiting", "closed", "sustained", "overdue", "due_soon"]
            {
                let ids = row["ids"][name].as_array().unwrap();
                let different: BTreeSet<_> = ids.iter().map(ToString::to_string).collect();
                assert_eq!(different.len(), ids.len());
                assert_eq!(i64::try_from(ids.len()).unwrap(), figure(row, name), "{row}");
            }
        }
        session.run("summary --by unit --ids").golden("summary-ids").fine();
    }
}

#[test]
fn tables_read_well_in_both_languages() {
    for form in BOTH {
        let session = book(form);
        session.run("summary").golden("summary").fine();
        session.run("summary --lang zh").golden("summary-zh").fine();
        session.run("summary --by category,status --lang zh").golden("summary-two-keys-zh").fine();
        session.run("summary --tree --lang zh").golden("summary-tree-zh").fine();
        session.run("summary --by status -O csv").golden("summary-csv").fine();
    }
}

#[test]
fn a_tree_rolls_units_up() {
    for form in BOTH {
        let session = book(form);
        let answer = session.run("summary --tree").json();
        let found: Vec<_> = rows(&answer)
            .iter()
            .map(|row| {
                (
                    row["group"]["unit"].as_str().unwrap_or("-"),
                    figure(row, "depth"),
                    figure(row, "total"),
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                ("区卫健委", 0, 3),
                ("基层卫生股", 1, 1),
                ("财务股", 1, 2),
                ("各镇卫生院", 0, 2),
                ("-", 0, 1)
            ]
        );
    }
}

#[test]
fn before_any_problem_was_found_all_figures_are_nought() {
    for form in BOTH {
        let session = book(form);
        let answer = session.run("summary --today 2022-01-01").json();
        assert_eq!(rows(&answer).len(), 0);
        assert_eq!(answer["totals"]["total"], 0);
        session.run("summary --today 2022-01-01").golden("summary-none").fine();
    }
}
