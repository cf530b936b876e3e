//! Two versions of a problem, and what is told of them.

use super::{Change, Content, Field, Version, against, between};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::measure::Measure;
use crate::domain::problem::{Extra, Problem};
use crate::domain::subject::Part;

fn entry(key: &str, text: &str) -> Entry {
    Entry {
        key: key.parse().unwrap(),
        on: Day::new(2022, 10, 8).unwrap(),
        entered: None,
        act: Act::Progress { evidence: Vec::new() },
        by: "财务股".into(),
        text: Some(text.into()),
        request: None,
        extra: Extra::new(),
    }
}

fn problem(title: &str, entries: &[Entry]) -> Problem {
    Problem { no: 1, title: title.into(), entries: entries.to_vec(), ..Problem::default() }
}

fn text(text: &str) -> Content {
    Content::Text(text.into())
}

#[test]
fn each_part_is_compared_by_its_own_name() {
    let mut old = problem("甲", &[entry("aaaaaa", "一"), entry("bbbbbb", "二")]);
    old.measures =
        vec![Measure { no: 1, ..Measure::default() }, Measure { no: 2, ..Measure::default() }];
    old.goal = Some("达标".into());
    let mut new = problem("乙", &[entry("aaaaaa", "三"), entry("cccccc", "四")]);
    new.measures = vec![
        Measure { no: 3, ..Measure::default() },
        Measure { no: 1, sustained: true, ..Measure::default() },
    ];
    let field = |part, field, from, to| Change::Field { part, field, from, to };
    assert_eq!(
        between(Version::There(&old), Version::There(&new)),
        [
            field(Part::Problem, Field::Title, Some(text("甲")), Some(text("乙"))),
            field(Part::Problem, Field::Goal, Some(text("达标")), None),
            Change::MeasureAdded(Box::new(new.measures[0].clone())),
            field(Part::Measure(1), Field::Sustained, None, Some(Content::Flag(true))),
            Change::MeasureGone(Box::new(old.measures[1].clone())),
            Change::EntryEdited {
                entry: Box::new(new.entries[0].clone()),
                field: Field::Text,
                from: Some(text("一")),
                to: Some(text("三")),
            },
            Change::EntryAdded(Box::new(new.entries[1].clone())),
            Change::EntryRemoved(Box::new(old.entries[1].clone())),
        ]
    );
    assert_eq!(between(Version::There(&old), Version::There(&old)), []);
}

#[test]
fn a_merge_tells_only_what_it_did_itself() {
    let (a, b) = (entry("aaaaaa", "一"), entry("bbbbbb", "二"));
    let ours = problem("甲", std::slice::from_ref(&a));
    let theirs = problem("甲", std::slice::from_ref(&b));
    let both = problem("甲", &[a.clone(), b.clone()]);
    let old = [Version::There(&ours), Version::There(&theirs)];
    assert_eq!(against(&old, Version::There(&both)), []);
    // A value that neither side had, and an entry that came from nowhere.
    let evil = problem("丙", &[a, b, entry("cccccc", "三")]);
    let told = against(&old, Version::There(&evil));
    assert_eq!(told.len(), 2);
    assert!(matches!(&told[1], Change::EntryAdded(added) if added.key.to_string() == "cccccc"));
    // A side that never had the problem has no say.
    let old = [Version::Absent, Version::There(&both)];
    assert_eq!(against(&old, Version::There(&both)), []);
    assert_eq!(against(&old, Version::There(&evil)).len(), 2);
    assert_eq!(against(&old, Version::Absent), []);
    assert_eq!(
        against(&[Version::There(&ours), Version::There(&both)], Version::Absent),
        [Change::Gone]
    );
    let new = Change::New { measures: 0, entries: 1 };
    assert_eq!(against(&[Version::Absent], Version::There(&ours)), [new]);
}

#[test]
fn a_merge_that_drops_what_both_sides_had_says_so() {
    let a = entry("aaaaaa", "一");
    let ours = problem("甲", std::slice::from_ref(&a));
    let theirs = problem("乙", std::slice::from_ref(&a));
    let told = against(
        &[Version::There(&ours), Version::There(&theirs)],
        Version::There(&problem("甲", &[])),
    );
    assert_eq!(told, [Change::EntryRemoved(Box::new(a))]);
    assert!(told[0].is_forbidden());
}

#[test]
fn a_version_that_cannot_be_read_is_said_to_be_one() {
    let one = problem("甲", &[]);
    let there = Version::There(&one);
    assert_eq!(between(there, Version::Unreadable), [Change::Unreadable { now: true }]);
    assert_eq!(between(Version::Unreadable, there), [Change::Unreadable { now: false }]);
}

#[test]
fn a_masked_change_names_nobody_and_is_told_all_the_same() {
    let mut old = problem("线索", &[]);
    old.responsible.person = vec!["甲".into()];
    let mut new = problem("线索", &[entry("aaaaaa", "谈话")]);
    new.responsible.person = vec!["乙".into()];
    let told = between(Version::There(&old), Version::There(&new));
    let masked: Vec<_> = told.into_iter().map(Change::masked).collect();
    assert_eq!(masked.len(), 2);
    let shown = format!("{masked:?}");
    assert!(!shown.contains('乙') && !shown.contains("财务股"), "{shown}");
}
