//! Merging holds for any problem: against an oracle of another make, and on the texts.
//!
//! `cargo test --release --test merge -- --ignored` runs five times as many.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

#[path = "../any/mod.rs"]
mod any;
mod oracle;
mod pairs;

use std::cell::Cell;
use std::sync::Arc;

use ledger::complaint::Source;
use ledger::domain::book::Lang;
use ledger::domain::entry::{Act, Entry};
use ledger::domain::measure::Measure;
use ledger::domain::problem::Problem;
use ledger::formats::{table, toml};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};

/// Something that a person does to a problem.
#[derive(Debug, Clone, Copy)]
enum Edit {
    Field(usize),
    Measure(Index),
    ChangeMeasure(Index, Index),
    DropMeasure(Index),
    Indicators,
    DropIndicator(Index),
    Entry(Index),
    Note(Index),
    Reword(Index),
    DropEntry(Index),
    Swap,
}

fn edit() -> impl Strategy<Value = Edit> {
    let index = || proptest::prelude::any::<Index>();
    prop_oneof![
        12 => (0..24_usize).prop_map(Edit::Field),
        2 => index().prop_map(Edit::Measure),
        3 => (index(), index()).prop_map(|(at, other)| Edit::ChangeMeasure(at, other)),
        1 => index().prop_map(Edit::DropMeasure),
        1 => Just(Edit::Indicators),
        1 => index().prop_map(Edit::DropIndicator),
        3 => index().prop_map(Edit::Entry),
        8 => index().prop_map(Edit::Note),
        1 => index().prop_map(Edit::Reword),
        1 => index().prop_map(Edit::DropEntry),
        1 => Just(Edit::Swap),
    ]
}

fn apply(problem: &mut Problem, edit: Edit, donor: &Problem) {
    let given = |at: Index| (!donor.entries.is_empty()).then(|| at.get(&donor.entries).clone());
    let measure = |at: Index| (!donor.measures.is_empty()).then(|| at.get(&donor.measures).clone());
    match edit {
        Edit::Field(at) => field(problem, at, donor.clone()),
        Edit::Measure(at) => {
            let new = measure(at).filter(|measure| problem.measure(measure.no).is_none());
            problem.measures.extend(new);
        }
        Edit::ChangeMeasure(at, other) => {
            if let Some(other) = measure(other).filter(|_| !problem.measures.is_empty()) {
                change(at.get_mut(&mut problem.measures), other);
            }
        }
        Edit::DropMeasure(at) if !problem.measures.is_empty() => {
            problem.measures.remove(at.index(problem.measures.len()));
        }
        Edit::Indicators => {
            for one in donor.indicators.clone() {
                problem.indicators.retain(|own| own.name != one.name);
                problem.indicators.push(one);
            }
        }
        Edit::DropIndicator(at) if !problem.indicators.is_empty() => {
            problem.indicators.remove(at.index(problem.indicators.len()));
        }
        Edit::Entry(at) => given(at).into_iter().for_each(|entry| enter(problem, entry)),
        Edit::Note(at) => {
            if let Some(mut entry) = given(at) {
                entry.act = Act::Progress { evidence: Vec::new() };
                entry.text.get_or_insert_with(|| "记".to_owned());
                enter(problem, entry);
            }
        }
        Edit::Reword(at) if !problem.entries.is_empty() => {
            at.get_mut(&mut problem.entries).by.push('改');
        }
        Edit::DropEntry(at) if !problem.entries.is_empty() => {
            problem.entries.remove(at.index(problem.entries.len()));
        }
        Edit::Swap => {
            problem.measures.reverse();
            if let [first, .., last] = &mut problem.entries[..] {
                std::mem::swap(first, last);
            }
        }
        _ => {}
    }
}

fn change(own: &mut Measure, other: Measure) {
    match other.no % 4 {
        0 => own.text = other.text,
        1 => own.due = other.due,
        2 => own.responsible = other.responsible,
        _ => own.extra = other.extra,
    }
}

/// Takes one field of another problem.
fn field(problem: &mut Problem, at: usize, donor: Problem) {
    let (kind, own) = (donor.kind, problem);
    match at {
        0 => own.title = donor.title,
        1 => own.reference = donor.reference,
        2 => own.detail = donor.detail,
        3 => own.category = donor.category,
        4 => own.source = donor.source,
        5 => own.cause = donor.cause,
        6 => own.found = donor.found,
        7 => own.responsible = donor.responsible,
        8 => own.owners = donor.owners,
        9 => own.limit = donor.limit,
        10 => own.due = donor.due,
        11 => own.sustained = donor.sustained,
        12 => own.goal = donor.goal,
        13 => own.amount = donor.amount,
        14 => own.recoverable = donor.recoverable,
        15 => own.recurs = donor.recurs,
        16 => own.tags = donor.tags,
        17 => {
            (own.kind, own.every, own.from, own.until) =
                (kind, donor.every, donor.from, donor.until);
        }
        18 => own.masked = donor.masked,
        19 => own.former = donor.former,
        _ => own.extra = donor.extra,
    }
}

/// Adds an entry that names what exists.
fn enter(problem: &mut Problem, entry: Entry) {
    if problem.entries.iter().any(|known| known.key == entry.key) {
        return;
    }
    let mut alone = Problem { entries: Vec::new(), ..problem.clone() };
    alone.entries =
        problem.entries.iter().cloned().next_back().into_iter().chain([entry]).collect();
    any::link(&mut alone);
    problem.entries.extend(alone.entries.pop());
}

/// A problem and what two persons made of it; what both did is done with the same bytes.
fn three() -> impl Strategy<Value = [Problem; 3]> {
    let edits = || vec(edit(), 1..6);
    let problems = (any::problem(), any::problem(), any::problem());
    (problems, vec(edit(), 0..2), edits(), edits()).prop_map(
        |((base, one, other), both, ours, theirs)| {
            let made = |edits: Vec<Edit>, donor: &Problem| {
                let mut problem = base.clone();
                for edit in &both {
                    apply(&mut problem, *edit, &one);
                }
                for edit in edits {
                    apply(&mut problem, edit, donor);
                }
                problem
            };
            let (ours, theirs) = (made(ours, &one), made(theirs, &other));
            [base, ours, theirs]
        },
    )
}

fn source(name: &str, text: String) -> Arc<Source> {
    Arc::new(Source { path: name.to_owned(), text, ..Source::default() })
}

/// Puts comments where people put them.
fn with_comments(text: &str, who: &str) -> String {
    let mut commented = format!("# 首 {who}\n");
    for line in text.split_inclusive("\n[[") {
        commented.push_str(line.strip_suffix("[[").unwrap_or(line));
        if line.ends_with("\n[[") {
            commented.extend(["# ", who, "\n[["]);
        }
    }
    commented
}

fn compare(cases: u32) {
    let (clean, conflicts) = (Cell::new(0_u32), Cell::new(0_u32));
    let mut runner =
        TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let result = runner.run(&three(), |[base, ours, theirs]| {
        let texts = [&base, &ours, &theirs].map(toml::write_problem);
        let expected = oracle::merge(&texts[0], &texts[1], &texts[2]);
        let merged = ledger::merge::problem(Some(&base), &ours, &theirs);
        let found = merged.as_ref().map(toml::write_problem);
        match (&found, &expected) {
            (Ok(text), Some(table)) => {
                assert_eq!(&text.parse::<::toml::Table>().unwrap(), table);
                clean.set(clean.get() + 1);
            }
            (Err(_), None) => conflicts.set(conflicts.get() + 1),
            other => panic!("{other:#?}"),
        }
        if let Ok(merged) = &merged {
            // What theirs put into another order while ours did nothing is theirs' text.
            // Texts take longer than values, so some do.
            if clean.get() % 8 == 0 && in_order(&ours, merged) {
                on_texts(&texts, merged);
            }
        }
        // The other way round it is the same, but for the order: only theirs may not bring another one.
        let turned = ledger::merge::problem(Some(&base), &theirs, &ours);
        if base.entries.len() < 2 && base.measures.len() < 2 && base.indicators.len() < 2 {
            assert_eq!(turned.is_ok(), merged.is_ok(), "{turned:#?}\n{merged:#?}");
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let (clean, conflicts) = (clean.get(), conflicts.get());
    assert!(clean * 4 > cases && conflicts * 4 > cases, "{clean} clean, {conflicts} conflicts");
}

/// Tells whether the parts that both have stand in one order.
fn in_order(ours: &Problem, merged: &Problem) -> bool {
    let same = |one: Vec<String>, two: Vec<String>| {
        let of = |list: &[String], other: &[String]| -> Vec<String> {
            list.iter().filter(|name| other.contains(name)).cloned().collect()
        };
        of(&one, &two) == of(&two, &one)
            && of(&two, &one).iter().eq(two.iter().take(of(&two, &one).len()))
    };
    let measures = |one: &Problem| one.measures.iter().map(|it| it.no.to_string()).collect();
    let entries = |one: &Problem| one.entries.iter().map(|it| it.key.to_string()).collect();
    let indicators = |one: &Problem| one.indicators.iter().map(|it| it.name.clone()).collect();
    same(measures(ours), measures(merged))
        && same(entries(ours), entries(merged))
        && same(indicators(ours), indicators(merged))
}

/// The merged value goes into our text, with theirs' words where they are new, and into our table.
fn on_texts(texts: &[String; 3], merged: &Problem) {
    let name = "007.toml";
    let [_, ours, theirs] = texts;
    for (ours, theirs) in [
        (ours.clone(), theirs.clone()),
        (with_comments(ours, "我"), with_comments(theirs, "他").replace('\n', "\r\n")),
    ] {
        let is_readable =
            |text: &str| toml::read_problem(&source(name, text.to_owned()), 7).is_ok();
        if !is_readable(&ours)
            || !is_readable(&theirs)
            || !is_readable(&toml::write_problem(merged))
        {
            return; // an edit took away what another entry names
        }
        let (ours, theirs) = (source(name, ours), source(name, theirs));
        let text = toml::revise_problem(&ours, merged, Some(&theirs)).unwrap();
        let read = toml::read_problem(&source(name, text.clone()), 7).unwrap();
        assert_eq!(&read.value, merged);
        assert!(!ours.text.starts_with('#') || text.starts_with("# 首 我\n"), "{text}");
        let problem = toml::read_problem(&ours, 7).unwrap().value;
        if problem == *merged {
            assert_eq!(text, ours.text);
        }
        for lang in [Lang::Zh, Lang::En] {
            let other = Problem { no: 3, ..problem.clone() };
            let old = source("a.csv", table::write([&other, &problem], lang));
            let to = [other.clone(), merged.clone()];
            let text = table::revise(&old, &to, &[]).unwrap();
            let read = table::read(&source("a.csv", text)).unwrap();
            assert_eq!(read.into_iter().map(|one| one.value).collect::<Vec<_>>(), to);
        }
    }
}

#[test]
fn two_thousand_merges_are_those_of_the_oracle() {
    compare(2_000);
}

#[test]
#[ignore = "takes a minute; see the head of this file"]
fn ten_thousand_merges_are_those_of_the_oracle() {
    compare(10_000);
}
