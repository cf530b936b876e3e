//! Merging, case by case: what the generated merges seldom meet.

use super::{Clash, Part, Side, book, head, problem, problems};
use crate::domain::amendment::{Amendment, Field, Value};
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::key::Key;
use crate::domain::ledger::{Head, Phase};
use crate::domain::policy::PolicyEntry;
use crate::domain::problem::{Extra, Problem};
use crate::domain::roster::{Person, Unit};

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

fn entry(key: u8, on: &str, act: Act) -> Entry {
    let (key, on) = (Key::from_random([key; 6]), day(on));
    Entry {
        key,
        on,
        entered: None,
        act,
        by: "股".into(),
        text: None,
        request: None,
        extra: Extra::new(),
    }
}

fn note(key: u8, on: &str) -> Entry {
    entry(key, on, Act::Progress { evidence: Vec::new() })
}

fn with(entries: &[Entry]) -> Problem {
    Problem { no: 1, title: "题".into(), entries: entries.to_vec(), ..Problem::default() }
}

#[test]
fn what_both_made_is_one_problem_if_only_entries_differ() {
    let (ours, theirs) = (with(&[note(1, "2022-10-01")]), with(&[note(2, "2022-10-02")]));
    let merged = problem(None, &ours, &theirs).unwrap();
    assert_eq!(merged, with(&[note(1, "2022-10-01"), note(2, "2022-10-02")]));
    let other = Problem { title: "别的".into(), ..theirs };
    let conflicts = problem(None, &ours, &other).unwrap_err();
    let expected = Clash::SameNumber { ours: "题".into(), theirs: "别的".into() };
    assert_eq!((conflicts.len(), &conflicts[0].clash), (1, &expected));
}

#[test]
fn an_entry_put_among_those_of_its_day_is_a_conflict() {
    let base = with(&[note(1, "2022-10-01"), note(2, "2022-10-02")]);
    let ours = Problem { title: "新".into(), ..base.clone() };
    let between = |on| with(&[note(1, "2022-10-01"), note(3, on), note(2, "2022-10-02")]);
    // On another day the place in the file is of no account.
    let merged = problem(Some(&base), &ours, &between("2022-10-01")).unwrap();
    assert_eq!(merged.entries.last(), Some(&note(3, "2022-10-01")));
    let conflicts = problem(Some(&base), &ours, &between("2022-10-02")).unwrap_err();
    assert_eq!(conflicts[0].clash, Clash::Reordered(Side::Theirs));
}

#[test]
fn the_entries_of_a_day_keep_their_order() {
    let (first, second) = (note(1, "2022-10-01"), note(2, "2022-10-01"));
    let base = with(&[first.clone(), second.clone()]);
    let ours = Problem { title: "新".into(), ..base.clone() };
    let conflicts = problem(Some(&base), &ours, &with(&[second.clone(), first.clone()]));
    assert_eq!(conflicts.unwrap_err()[0].clash, Clash::Reordered(Side::Theirs));
    // Of two days the place in the file is of no account.
    let later = note(3, "2022-10-02");
    let base = with(&[first.clone(), later.clone()]);
    let ours = Problem { title: "新".into(), ..base.clone() };
    assert_eq!(problem(Some(&base), &ours, &with(&[later, first])).unwrap(), ours);
}

/// No command makes these, but a file may hold them.
#[test]
fn entries_that_void_each_other_are_merged_all_the_same() {
    let void = |key, of| entry(key, "2022-10-01", Act::Void { of: Key::from_random([of; 6]) });
    let base = with(&[note(1, "2022-10-01")]);
    let ours = with(&[note(1, "2022-10-01"), void(2, 3), void(3, 2), void(4, 4)]);
    let theirs = Problem { title: "新".into(), ..base.clone() };
    let merged = problem(Some(&base), &ours, &theirs).unwrap();
    assert_eq!(merged, Problem { title: "新".into(), ..ours });
}

#[test]
fn both_may_void_the_same_entry() {
    let extension = Act::Extend {
        measures: Vec::new(),
        limit: None,
        due: day("2022-12-31"),
        applicant: None,
        approver: None,
        asked: None,
    };
    let base = with(&[entry(1, "2022-10-01", extension.clone())]);
    let void = |key, on: &str| {
        let mut side = base.clone();
        side.entries.push(entry(key, on, Act::Void { of: Key::from_random([1; 6]) }));
        side
    };
    let merged = problem(Some(&base), &void(2, "2022-10-02"), &void(3, "2022-10-03")).unwrap();
    assert_eq!(merged.entries.len(), 3);
    // Who extends from what the other side voids has not seen it.
    let mut again = base.clone();
    again.entries.push(entry(4, "2022-10-05", extension));
    let conflicts = problem(Some(&base), &void(2, "2022-10-02"), &again).unwrap_err();
    assert!(matches!(conflicts[0].clash, Clash::BothDecided { .. }), "{conflicts:?}");
}

#[test]
fn a_problem_of_a_table_is_never_removed() {
    let (one, two) = (with(&[]), Problem { no: 2, ..with(&[]) });
    let changed = Problem { title: "改".into(), ..two.clone() };
    let base = [one.clone(), two.clone()];
    let ours = std::slice::from_ref(&one);
    for theirs in [[one.clone(), two], [one.clone(), changed]] {
        let conflicts = problems(&base, ours, &theirs).unwrap_err();
        assert_eq!((conflicts[0].no, &conflicts[0].clash), (Some(2), &Clash::Removed(Side::Ours)));
    }
    assert_eq!(problems(&base, ours, ours).unwrap(), ours);
}

#[test]
fn heads_are_merged_by_names_and_days() {
    let phase =
        |name: &str, until: &str| Phase { name: name.into(), from: None, until: Some(day(until)) };
    let base = Head { phases: vec![phase("一", "2022-12-31")], ..Head::default() };
    let mut ours = base.clone();
    ours.dates.insert("feedback".into(), day("2022-09-08"));
    ours.phases.push(phase("二", "2023-06-30"));
    let mut theirs = base.clone();
    theirs.dates.insert("plan".into(), day("2022-09-09"));
    theirs.phases[0].until = Some(day("2023-01-31"));
    let merged = head(&base, &ours, &theirs).unwrap();
    assert_eq!(merged.phases, [phase("一", "2023-01-31"), phase("二", "2023-06-30")]);
    assert_eq!(merged.dates.len(), 2);

    let policy = |from: &str, immediate| PolicyEntry {
        from: Some(day(from)),
        immediate: Some(immediate),
        ..PolicyEntry::default()
    };
    let base = BookHead { policies: vec![policy("2022-01-01", 15)], ..BookHead::default() };
    let of = |policies: &[PolicyEntry]| BookHead { policies: policies.to_vec(), ..base.clone() };
    let ours = of(&[policy("2022-01-01", 15), policy("2023-01-01", 20)]);
    let theirs = of(&[policy("2022-01-01", 10), policy("2024-01-01", 30)]);
    let merged = book(&base, &ours, &theirs).unwrap();
    let days: Vec<_> = merged.policies.iter().map(|policy| policy.immediate).collect();
    assert_eq!(days, [Some(10), Some(20), Some(30)]);
    let other = of(&[policy("2022-01-01", 12)]);
    let conflicts = book(&base, &theirs, &other).unwrap_err();
    assert_eq!(conflicts[0].part, Part::Policy(Some(day("2022-01-01"))));

    let unit = |parent: &str| Unit { parent: Some(parent.into()), ..Unit::default() };
    let with_unit = |parent: &str| {
        let mut book = base.clone();
        book.roster.units.insert("股".into(), unit(parent));
        book
    };
    let conflicts = book(&base, &with_unit("甲"), &with_unit("乙")).unwrap_err();
    assert_eq!(conflicts[0].part, Part::Unit("股".into()));
    // A unit that one side left alone may go.
    assert_eq!(book(&with_unit("甲"), &base, &with_unit("甲")).unwrap(), base);
    let conflicts = book(&with_unit("甲"), &base, &with_unit("乙")).unwrap_err();
    assert_eq!(conflicts[0].clash, Clash::Removed(Side::Ours));
    let conflicts = book(&with_unit("甲"), &with_unit("乙"), &base).unwrap_err();
    assert_eq!(conflicts[0].clash, Clash::Removed(Side::Theirs));
}

#[test]
fn a_unit_is_merged_field_by_field_and_twin_policies_as_one_value() {
    let with = |parent: &str, former: &[&str]| {
        let former = former.iter().copied().map(str::to_owned).collect();
        let unit = Unit { parent: Some(parent.into()), former, ..Unit::default() };
        let mut book = BookHead::default();
        book.roster.units.insert("股".into(), unit);
        book
    };
    let merged = book(&with("甲", &[]), &with("乙", &[]), &with("甲", &["科"])).unwrap();
    assert_eq!(merged, with("乙", &["科"]));

    // Nobody can tell which of two from one day is which.
    let policy = |immediate| PolicyEntry { immediate: Some(immediate), ..PolicyEntry::default() };
    let of = |days: &[u32], name: &str| BookHead {
        name: Some(name.into()),
        policies: days.iter().copied().map(policy).collect(),
        ..BookHead::default()
    };
    let merged = book(&of(&[5, 6], "甲"), &of(&[5, 6], "乙"), &of(&[5, 7], "甲")).unwrap();
    assert_eq!(merged, of(&[5, 7], "乙"));
    let conflicts = book(&of(&[5, 6], "甲"), &of(&[4, 6], "甲"), &of(&[5, 7], "甲"));
    assert_eq!(conflicts.unwrap_err()[0].part, Part::Policy(None));
}

#[test]
fn a_person_is_merged_field_by_field_and_goes_where_one_side_left_it_alone() {
    let with = |unit: &str, git: Option<&str>| {
        let person = Person {
            unit: Some(unit.into()),
            git: git.map(str::to_owned).into_iter().collect(),
            ..Person::default()
        };
        let mut book = BookHead::default();
        book.roster.persons.insert("股长".into(), person);
        book
    };
    let (base, none) = (with("甲", None), BookHead::default());
    let merged = book(&base, &with("乙", None), &with("甲", Some("clerk"))).unwrap();
    assert_eq!(merged, with("乙", Some("clerk")));
    let conflicts = book(&base, &with("乙", None), &with("丙", None)).unwrap_err();
    assert_eq!(conflicts[0].part, Part::Person("股长".into()));
    // Both sides have something else to say, so that neither is taken as it stands.
    let other = |mut side: BookHead| {
        side.roster.units.insert("股".into(), Unit::default());
        side
    };
    assert_eq!(book(&base, &other(base.clone()), &none).unwrap(), other(none.clone()));
    assert_eq!(book(&base, &none, &other(base.clone())).unwrap(), other(none.clone()));
    assert_eq!(book(&none, &base, &other(base.clone())).unwrap(), other(base.clone()));
    let conflicts = book(&none, &base, &with("乙", None)).unwrap_err();
    assert_eq!(conflicts[0].clash, Clash::BothAdded);
}

/// Found by ten thousand generated merges: it was a conflict only where ours had the entry.
#[test]
fn an_amendment_beside_the_same_field_changed_by_hand_is_a_conflict_on_either_side() {
    let base = with(&[]);
    let detail = Some("详情".to_owned());
    let by_hand = Problem { detail: detail.clone(), ..base.clone() };
    let value = Value::Text("详情".to_owned());
    let change = Amendment { field: Field::Detail, value };
    let entry = entry(1, "2022-10-01", Act::Amend { measure: None, change, old: None });
    let amended = Problem { detail, entries: vec![entry], ..base.clone() };
    for (ours, theirs) in [(&by_hand, &amended), (&amended, &by_hand)] {
        let conflicts = problem(Some(&base), ours, theirs).unwrap_err();
        assert!(matches!(conflicts[0].clash, Clash::BothDecided { .. }), "{conflicts:?}");
    }
}
