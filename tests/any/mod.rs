//! Any problem that a book may hold, for properties that hold for all of them.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::collections::BTreeSet;

use ledger::domain::amendment::{Amendment, Field, Value};
use ledger::domain::day::Day;
use ledger::domain::entry::{Act, Entry, Outcome};
use ledger::domain::evidence::Evidence;
use ledger::domain::figure::Figure;
use ledger::domain::indicator::{Better, Indicator};
use ledger::domain::key::Key;
use ledger::domain::measure::Measure;
use ledger::domain::money::Money;
use ledger::domain::problem::{Extra, Kind, Problem};
use ledger::domain::responsible::Responsible;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::strategy::BoxedStrategy;

/// Any problem with its indicators, measures and entries; whatever an entry names exists.
pub(crate) fn problem() -> impl Strategy<Value = Problem> {
    let parts = (vec(indicator(), 0..3), vec(measure(), 0..4), vec(entry(), 0..6));
    (problem_itself(), parts).prop_map(|(mut problem, (indicators, measures, entries))| {
        problem.indicators = unique(indicators, |indicator| indicator.name.clone());
        problem.measures = unique(measures, |measure| measure.no);
        problem.entries = unique(entries, |entry| entry.key);
        link(&mut problem);
        problem
    })
}

/// Any measure.
pub(crate) fn measure() -> impl Strategy<Value = Measure> {
    let words = (paragraph(), option::of(line()), option::of(paragraph()), extra());
    let days = (option::of(day()), option::of(day()), period());
    let rest = (1..9_u32, responsible(), any::<bool>(), days);
    (words, rest).prop_map(|((text, limit, why, extra), rest)| {
        let (no, responsible, sustained, (due, entered, (since, dropped))) = rest;
        let texts = Measure { no, text, responsible, limit, why, extra, ..Measure::default() };
        Measure { due, sustained, since, entered, dropped, ..texts }
    })
}

/// Any entry. It may name what does not exist.
pub(crate) fn entry() -> impl Strategy<Value = Entry> {
    let words = (line(), option::of(paragraph()), paragraph(), extra(), option::of(line()));
    (any::<[u8; 6]>(), (day(), option::of(day())), act(), words).prop_map(
        |(key, (on, entered), act, (by, text, else_text, extra, request))| {
            let needs_text = matches!(
                act,
                Act::Progress { .. }
                    | Act::Return { .. }
                    | Act::Reopen { .. }
                    | Act::Withdraw { .. }
                    | Act::Void { .. }
            );
            let text = text.or_else(|| needs_text.then_some(else_text));
            Entry { key: Key::from_random(key), on, entered, act, by, text, request, extra }
        },
    )
}

/// Text of one line, with all that a format could trip over.
pub(crate) fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[一-龥]{1,4}",
        4 => "[ -~]{1,5}",
        1 => Just("\"\"\"".to_owned()),
        1 => Just("'''".to_owned()),
        1 => Just("\\".to_owned()),
        1 => Just("\t# ".to_owned()),
        1 => Just("“”，\u{3000}😀\u{200b}".to_owned()),
        1 => Just(" | ".to_owned()),
        1 => Just("'=1,\"".to_owned()),
    ];
    vec(piece, 1..5).prop_map(|pieces| ended(&pieces.concat()))
}

/// Text of one line or several, also empty ones and some that begin with blanks.
pub(crate) fn paragraph() -> impl Strategy<Value = String> {
    let any_line = prop_oneof![4 => line(), 1 => Just(String::new()), 1 => Just("  ".to_owned())];
    vec(any_line, 1..4).prop_map(|lines| ended(&lines.join("\n")))
}

/// A text ends with something that shows.
fn ended(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() { "空".to_owned() } else { text.to_owned() }
}

fn name() -> impl Strategy<Value = String> {
    line().prop_map(|line| ended(line.replace('|', "/").trim()))
}

fn names() -> impl Strategy<Value = Vec<String>> {
    vec(name(), 0..3)
}

fn day() -> impl Strategy<Value = Day> {
    (0..=Day::FIRST.days_until(Day::LAST)).prop_map(|days| Day::FIRST.plus_days(days))
}

fn period() -> impl Strategy<Value = (Option<Day>, Option<Day>)> {
    (option::of(day()), option::of(day())).prop_map(|(from, until)| match (from, until) {
        (Some(from), Some(until)) => (Some(from.min(until)), Some(from.max(until))),
        open => open,
    })
}

fn money() -> impl Strategy<Value = Money> {
    let size = prop_oneof![0..1_000_i64, 0..100_000_000_i64, 0..i64::MAX];
    size.prop_filter_map("never below zero", Money::from_fen)
}

fn figure() -> impl Strategy<Value = Figure> {
    let small = (-200..200_i64).prop_map(|whole| whole.to_string());
    let exact = (any::<i32>(), 0..1_000_000).prop_map(|(whole, part)| format!("{whole}.{part:06}"));
    prop_oneof![small, exact].prop_filter_map("always a figure", |text| Figure::read(&text))
}

fn extra() -> impl Strategy<Value = Extra> {
    btree_map("x_([a-z]{1,4}|备注|[一-龥]\"[a-z])", paragraph(), 0..3)
}

fn responsible() -> impl Strategy<Value = Responsible> {
    (names(), names(), names(), names(), names()).prop_map(|(lead, joint, with, leader, person)| {
        Responsible { lead, joint, with, leader, person }
    })
}

fn evidence() -> impl Strategy<Value = Vec<Evidence>> {
    let piece = ("[一-龥a-z]{1,6}", option::of("[0-9a-f]{64}"))
        .prop_map(|(name, sha256)| Evidence { path: format!("files/7/{name}.pdf"), sha256 });
    vec(piece, 0..3)
}

fn indicator() -> impl Strategy<Value = Indicator> {
    let better = option::of(prop_oneof![Just(Better::Higher), Just(Better::Lower)]);
    let figures = (option::of(figure()), option::of(figure()));
    (line(), option::of(line()), figures, better).prop_map(
        |(name, unit, (baseline, target), better)| Indicator {
            name,
            unit,
            baseline,
            target,
            better,
        },
    )
}

fn problem_itself() -> impl Strategy<Value = Problem> {
    let kind = prop_oneof![Just(Kind::Problem), Just(Kind::Task), Just(Kind::Duty)];
    let words = vec(option::of(paragraph()), 9);
    let days = (option::of(day()), option::of(day()), option::of(day()), period());
    let sums = (option::of(money()), option::of(money()));
    let rest = (responsible(), (names(), names(), names()), any::<bool>(), any::<bool>(), extra());
    (line(), kind, words, days, sums, rest).prop_map(
        |(title, kind, words, (found, entered, due, period), (amount, recoverable), rest)| {
            let (responsible, (former, recurs, tags), sustained, masked, extra) = rest;
            let mut words = words.into_iter();
            let mut word = || words.next().flatten();
            let is_duty = kind == Kind::Duty;
            Problem {
                no: 7,
                title,
                kind,
                reference: word(),
                detail: word(),
                category: word(),
                source: word(),
                cause: word(),
                owners: word(),
                limit: word(),
                goal: word(),
                every: word().filter(|_| is_duty),
                found,
                entered,
                due,
                from: period.0.filter(|_| is_duty),
                until: period.1.filter(|_| is_duty),
                amount,
                recoverable,
                responsible,
                former,
                recurs,
                tags,
                sustained,
                masked,
                extra,
                ..Problem::default()
            }
        },
    )
}

fn act() -> BoxedStrategy<Act> {
    let words = || option::of(line());
    let numbers = || vec(1..9_u32, 0..3);
    let outcome = prop_oneof![Just(Outcome::Kept), Just(Outcome::Relapsed)];
    prop_oneof![
        evidence().prop_map(|evidence| Act::Progress { evidence }),
        (numbers(), option::of(day()), evidence()).prop_map(|(measures, occurrence, evidence)| {
            Act::Done { measures, occurrence, evidence }
        }),
        numbers().prop_map(|measures| Act::Return { measures }),
        (words(), evidence(), words()).prop_map(|(verifier, evidence, reason)| Act::Close {
            verifier,
            evidence,
            reason
        }),
        (numbers(), words(), words(), option::of(day()))
            .prop_map(|(measures, basis, limit, due)| Act::Reopen { measures, basis, limit, due }),
        (numbers(), words(), day(), words(), words(), option::of(day())).prop_map(
            |(measures, limit, due, applicant, approver, asked)| {
                Act::Extend { measures, limit, due, applicant, approver, asked }
            }
        ),
        (numbers(), responsible(), name()).prop_map(|(measures, mut to, name)| {
            if to.is_empty() {
                to.person.push(name);
            }
            Act::Assign { measures, to }
        }),
        (outcome, option::of(day()), evidence())
            .prop_map(|(outcome, next, evidence)| Act::Review { outcome, next, evidence }),
        rarer_act(),
    ]
    .boxed()
}

fn rarer_act() -> impl Strategy<Value = Act> {
    let words = || option::of(line());
    prop_oneof![
        words().prop_map(|approver| Act::Suspend { approver }),
        words().prop_map(|approver| Act::Resume { approver }),
        words().prop_map(|approver| Act::Withdraw { approver }),
        (line(), words()).prop_map(|(to, reference)| Act::Transfer { to, reference }),
        (1..9_u32, line(), words()).prop_map(|(level, number, to)| Act::Notice {
            level,
            number,
            to
        }),
        (money(), evidence()).prop_map(|(amount, evidence)| Act::Recover { amount, evidence }),
        (1..=4_u8, option::of(any::<u32>()), option::of(any::<u32>()))
            .prop_map(|(form, persons, times)| Act::Account { form, persons, times }),
        (line(), figure()).prop_map(|(name, actual)| Act::Indicator { name, actual }),
        (any::<proptest::sample::Index>(), paragraph(), day(), money(), any::<bool>(), words())
            .prop_map(|(field, text, day, money, flag, old)| {
                let (_, field) = *field.get(&Field::ALL);
                let value = match field {
                    Field::Found | Field::Due => Value::Day(day),
                    Field::Amount | Field::Recoverable => Value::Money(money),
                    Field::Sustained => Value::Flag(flag),
                    _ => Value::Text(text),
                };
                let measure = (field == Field::Text).then_some(1);
                Act::Amend { measure, change: Amendment { field, value }, old }
            }),
        any::<[u8; 6]>().prop_map(|key| Act::Void { of: Key::from_random(key) }),
    ]
}

/// Makes the entries name what exists; an act that can name nothing becomes a piece of progress.
pub(crate) fn link(problem: &mut Problem) {
    let numbers: Vec<u32> = problem.measures.iter().map(|measure| measure.no).collect();
    let name = problem.indicators.first().map(|indicator| indicator.name.clone());
    let mut before = None;
    for entry in &mut problem.entries {
        let exists = match &mut entry.act {
            Act::Done { measures, .. }
            | Act::Return { measures }
            | Act::Reopen { measures, .. }
            | Act::Extend { measures, .. }
            | Act::Assign { measures, .. } => {
                measures.retain(|no| numbers.contains(no));
                true
            }
            Act::Amend { measure, .. } => {
                let needed = measure.is_some();
                *measure = measure.and(numbers.first().copied());
                !needed || measure.is_some()
            }
            Act::Indicator { name: own, .. } => name.clone().map(|name| *own = name).is_some(),
            Act::Void { of } => before.map(|key| *of = key).is_some(),
            _ => true,
        };
        if !exists {
            entry.act = Act::Progress { evidence: Vec::new() };
            entry.text.get_or_insert_with(|| "空".to_owned());
        }
        before = Some(entry.key);
    }
}

fn unique<T, K: Ord>(all: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut seen = BTreeSet::new();
    all.into_iter().filter(|one| seen.insert(key(one))).collect()
}
