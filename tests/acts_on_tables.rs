//! What is recorded in a large table is recorded as in a small one: the same bytes, the same answers, the same complaints,
//! over any problems, in pieces of any size, with rows that were added before, and with whatever is wrong in the table.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod any;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use ledger::domain::book::{Book, BookHead, Lang};
use ledger::domain::day::Day;
use ledger::domain::entry::{Act, Entry};
use ledger::domain::id::Id;
use ledger::domain::key::Key;
use ledger::domain::ledger::Head;
use ledger::domain::measure::Measure;
use ledger::domain::problem::Problem;
use ledger::formats::addition::Addition;
use ledger::formats::table;
use ledger::store::{Change, Failure, Form, Lock, Portions, Root, find};
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any as anything, prop_assert_eq, prop_oneof,
};
use proptest::proptest;
use proptest::sample::Index;

const CASES: u32 = 32;
const PATIENT: Duration = Duration::from_secs(60);

/// Something that is recorded.
#[derive(Debug, Clone)]
enum Deed {
    Add(Box<Problem>),
    Note(Vec<Index>),
    Measure(Index, u32),
    Done(Index, u32),
    OwnKey(Index),
    Nobody,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        any::problem().prop_map(|problem| Deed::Add(Box::new(problem))),
        vec(anything::<Index>(), 1..3).prop_map(Deed::Note),
        (anything::<Index>(), 1..4_u32).prop_map(|(at, no)| Deed::Measure(at, no)),
        (anything::<Index>(), 1..4_u32).prop_map(|(at, no)| Deed::Done(at, no)),
        anything::<Index>().prop_map(Deed::OwnKey),
        Just(Deed::Nobody),
    ]
}

/// A book with one table, in a folder that is removed at the end.
struct Office(tempfile::TempDir);

impl Office {
    fn new(text: &str) -> Self {
        let office = Self(tempfile::tempdir().unwrap());
        let lock =
            Lock::on_new_book(office.0.path(), &BookHead::default(), PATIENT, "init").unwrap();
        lock.make_ledger("a", &Head::default(), Form::Table, Lang::Zh).unwrap();
        drop(lock);
        let path = office.root().path("a.csv");
        fs::write(&path, text).unwrap();
        // Nobody is just saving it.
        let before = SystemTime::UNIX_EPOCH + Duration::from_secs(1_666_666_666);
        File::options().write(true).open(path).unwrap().set_modified(before).unwrap();
        office
    }

    fn root(&self) -> Root {
        find(self.0.path()).unwrap().seen_from(self.0.path())
    }

    fn text(&self) -> String {
        fs::read_to_string(self.root().path("a.csv")).unwrap()
    }

    /// Does what is asked for; says what was asked of it meanwhile, and what came of it.
    fn record(&self, deed: &Deed, at: usize, numbers: &[u32], portions: Portions) -> String {
        let mut lock = Lock::take(&self.root(), PATIENT, "test").unwrap();
        lock.in_portions(portions);
        let mut seen = None::<Book>;
        let answer = if let Deed::Add(problem) = deed {
            let added = lock.enter::<Failure>("a", None, |book, no| {
                seen = Some(book.clone());
                Ok(Problem { no, ..Problem::clone(problem) })
            });
            format!("{added:?}")
        } else {
            let changes = changes(deed, at, numbers);
            let ids: Vec<_> = changes.iter().map(|it| Id::of_problem("a", it.no)).collect();
            let written = lock.change::<Failure>(&ids, |book| {
                seen = Some(book.clone());
                Ok(changes)
            });
            format!("{written:?}")
        };
        format!("{seen:?}\n{answer}\n{}", self.text())
    }
}

fn changes(deed: &Deed, at: usize, numbers: &[u32]) -> Vec<Change> {
    let of =
        |index: &Index| if numbers.is_empty() { 1 } else { numbers[index.index(numbers.len())] };
    let change = |no, addition| Change { ledger: "a".into(), no, addition };
    let entry = |act, extra| Entry {
        key: Key::from_random([u8::try_from(at).unwrap(); Key::LENGTH]),
        on: Day::new(2022, 10, 8).unwrap(),
        entered: None,
        act,
        by: "=甲".into(),
        text: Some("一,\"二\"\n三".into()),
        request: None,
        extra,
    };
    let note = |extra| Addition::Entry(entry(Act::Progress { evidence: Vec::new() }, extra));
    match deed {
        Deed::Add(_) => Vec::new(),
        Deed::Note(all) => all.iter().map(|it| change(of(it), note(BTreeMap::new()))).collect(),
        Deed::Measure(index, no) => {
            let measure = Measure { no: *no, text: "做".into(), ..Measure::default() };
            vec![change(of(index), Addition::Measure(measure))]
        }
        Deed::Done(index, no) => {
            let act = Act::Done { measures: vec![*no], occurrence: None, evidence: Vec::new() };
            vec![change(of(index), Addition::Entry(entry(act, BTreeMap::new())))]
        }
        Deed::OwnKey(index) => {
            let own = BTreeMap::from([("x_备注".to_owned(), "注".to_owned())]);
            vec![change(of(index), note(own))]
        }
        Deed::Nobody => vec![change(4_000_000, note(BTreeMap::new()))],
    }
}

fn problems() -> impl Strategy<Value = Vec<Problem>> {
    vec((1..4_u32, any::problem()), 0..24).prop_map(|all| {
        let mut no = 0;
        let numbered = all.into_iter().map(|(step, mut problem)| {
            no += step;
            problem.no = no;
            problem
        });
        numbered.collect()
    })
}

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::Zh), Just(Lang::En)]
}

/// The whole table at once, as small ones are read.
const AT_ONCE: Portions = Portions { large: u64::MAX, block: 1, pieces: 1 };

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_recorded_in_a_large_table_is_recorded_as_in_a_small_one(
        problems in problems(),
        lang in lang(),
        block in 8..4000_usize,
        windows in anything::<bool>(),
        ends in anything::<bool>(),
        wrong in prop_oneof![3 => Just(None), 1 => (anything::<Index>(), prop_oneof![
            Just(","), Just("\""), Just("\n"), Just("\r"), Just(" "), Just("'"), Just("-"), Just("0"), Just("|"),
            Just("问题"), Just("\u{feff}"), Just("\u{202e}"), Just("\n<<<<<<< a\n"), Just("2022-02-30"),
        ]).prop_map(Some)],
        deeds in vec(deed(), 1..6),
    ) {
        let numbers: Vec<_> = problems.iter().map(|problem| problem.no).collect();
        let mut text = table::write(&problems, lang);
        if windows {
            text = text.replace('\n', "\r\n");
        }
        if !ends {
            text.truncate(text.trim_end().len());
        }
        if let Some((at, with)) = wrong {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            text.insert_str(places[at.index(places.len())], with);
        }
        let (small, large) = (Office::new(&text), Office::new(&text));
        let portions = Portions { large: 0, block, pieces: 1 };
        for (at, deed) in deeds.iter().enumerate() {
            let usual = small.record(deed, at, &numbers, AT_ONCE);
            prop_assert_eq!(large.record(deed, at, &numbers, portions), usual);
        }
    }
}
