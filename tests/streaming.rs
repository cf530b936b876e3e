//! A table that is read piece by piece says what the complete reader says, or nothing: over any problems, in pieces of any
//! size, with rows that were added at the end, and with whatever is wrong in it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod any;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use ledger::domain::book::{Book, BookHead, Lang};
use ledger::domain::day::Day;
use ledger::domain::entry::{Act, Entry, Outcome};
use ledger::domain::filter::{Filter, Status};
use ledger::domain::key::Key;
use ledger::domain::ledger::{Head, Ledger};
use ledger::domain::problem::{Extra, Kind, Problem};
use ledger::domain::standing::{AsOf, Line, Standing};
use ledger::formats::table::lean::Wants;
use ledger::formats::{table, text, toml};
use ledger::render::json;
use ledger::reports::summary::{self, Asked, By, Gathering};
use ledger::reports::{list, overdue};
use ledger::store::{Portions, stream};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, TestCaseError, any as anything, prop_assert, prop_assert_eq,
    prop_oneof,
};
use proptest::proptest;
use proptest::sample::Index;

const CASES: u32 = 64;

/// All figures and lists of these problems, as programs get them.
struct Answers {
    ids: Vec<u8>,
    overdue: Vec<u8>,
    list: Vec<u8>,
    summary: Vec<u8>,
}

fn ledger() -> Ledger {
    let head = Head { issued: Day::new(2022, 9, 23), ..Head::default() };
    Ledger { name: "a".into(), head, ..Ledger::default() }
}

fn filters() -> [Filter; 3] {
    let with = |statuses| Filter { statuses, ..Filter::default() };
    [
        Filter::default(),
        with(vec![Status::Overdue, Status::Relapsed, Status::ReviewOverdue]),
        Filter { categories: vec!["空".into()], ..Filter::default() },
    ]
}

const BY: [&[By]; 3] =
    [&[By::Unit], &[By::Status, By::Month], &[By::Person, By::Category, By::Kind]];

/// Asks all problems in the usual way.
fn asked_at_once(problems: Vec<Problem>, today: Day, filter: &Filter, by: &[By]) -> Answers {
    let head = BookHead::default();
    let book = Book { head, ledgers: vec![Ledger { problems, ..ledger() }] };
    let as_of = AsOf::new(&book.head, today);
    let mut standings = as_of.standings(&book);
    standings.retain(|standing| filter.takes(standing, &book.head.roster));
    let standings: Vec<_> = standings.into_iter().map(Standing::masked).collect();
    let repeated = summary::repeated(&as_of, &book);
    let summary = summary::summary(&standings, by, true, &book.head, &repeated, today);
    let mut answers = answers(&standings, &standings, &summary, filter, today);
    // The ids of the list are those of its lines, each once.
    let mut once = BTreeSet::new();
    let list = list::list(&standings, filter, today);
    let mut ids: Vec<_> = list.lines.iter().map(Line::id).collect();
    let late = overdue::overdue(&standings, filter, today);
    ids.retain(|id| once.insert(id.clone()));
    once.clear();
    ids.extend(late.lines.iter().map(Line::id).filter(|id| once.insert(id.clone())));
    answers.ids = format!("{ids:?}").into_bytes();
    answers
}

fn answers(
    late: &[Standing<'_>],
    listed: &[Standing<'_>],
    summary: &summary::Summary,
    filter: &Filter,
    today: Day,
) -> Answers {
    let mut answers =
        Answers { ids: Vec::new(), overdue: Vec::new(), list: Vec::new(), summary: Vec::new() };
    json::overdue(&overdue::overdue(late, filter, today), Lang::Zh, &mut answers.overdue).unwrap();
    json::list(&list::list(listed, filter, today), Lang::Zh, &mut answers.list).unwrap();
    json::summary(summary, Lang::Zh, &mut answers.summary).unwrap();
    answers
}

/// Asks a table piece by piece; nothing where it is to be read in the usual way.
fn asked_in_pieces(
    text: &str,
    portions: &Portions,
    today: Day,
    filter: &Filter,
    by: &[By],
) -> Option<Answers> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, text).unwrap();
    let (head, ledger) = (BookHead::default(), ledger());
    let as_of = AsOf::new(&head, today);
    let terms = as_of.terms(&ledger);
    let standing = |problem| as_of.standing_by(&terms, Cow::Owned(problem));
    let take = |kept: &mut Vec<_>, problem| kept.extend(standing(problem));
    let parts = stream(&path, Wants::LINES, portions, |_| false, Vec::new, take)?;
    let listed: Vec<_> = parts.into_iter().flatten().collect();
    let of_asked = |standing: &&Standing<'_>| filter.takes(standing, &head.roster);
    let listed: Vec<_> = listed.iter().filter(of_asked).cloned().map(Standing::masked).collect();
    let rests = |problem: &Problem| overdue::is_at_rest(problem, today);
    let wants = Wants { first_look: true, ..Wants::LINES };
    let parts = stream(&path, wants, portions, rests, Vec::new, |kept, problem| {
        let standing = standing(problem).filter(overdue::says_anything_of);
        kept.extend(standing.filter(|standing| filter.takes(standing, &head.roster)));
    });
    let late: Vec<_> = parts?.into_iter().flatten().map(Standing::masked).collect();
    let bare = Wants { first_look: true, ..Wants::FIGURES };
    let parts = stream(&path, bare, portions, rests, Vec::new, |kept: &mut Vec<_>, problem| {
        let standing = standing(problem).filter(overdue::says_anything_of);
        let asked = standing.filter(|standing| filter.takes(standing, &head.roster));
        kept.extend(asked.iter().flat_map(|it| overdue::late_of(it, filter)));
    });
    let mut ids: Vec<_> = listed.iter().flat_map(|it| list::ids_of(it, filter)).collect();
    ids.extend(overdue::longest_first(parts?.into_iter().flatten().collect()));
    let named = |named: &mut BTreeSet<_>, problem| {
        named.extend(standing(problem).iter().flat_map(summary::named_by));
    };
    let repeated = stream(&path, Wants::FIGURES, portions, |_| false, BTreeSet::new, named)?;
    let repeated = repeated.into_iter().flatten().collect();
    let asked = Asked { by, tree: true, ids: true, roster: &head.roster, repeated: &repeated };
    let begin = || Gathering::new(asked);
    let parts = stream(
        &path,
        Wants::FIGURES,
        portions,
        |_| false,
        begin,
        |part, problem| {
            if let Some(standing) = standing(problem).filter(|it| filter.takes(it, &head.roster)) {
                part.add(&standing.masked());
            }
        },
    );
    let mut parts = parts?.into_iter();
    let mut all = parts.next().unwrap_or_else(|| Gathering::new(asked));
    parts.for_each(|part| all.append(part));
    let mut answers = answers(&late, &listed, &all.finish(&head, today), filter, today);
    answers.ids = format!("{ids:?}").into_bytes();
    Some(answers)
}

fn read(text: &str) -> Option<Vec<Problem>> {
    let source = text::decode("a.csv", text.as_bytes()).ok()?;
    let read = table::read(&Arc::new(source)).ok()?;
    Some(read.into_iter().map(|located| located.value).collect())
}

/// Holds both ways against each other, where the shorter one could be gone.
fn hold(text: &str, portions: &Portions, today: Day) -> Result<bool, TestCaseError> {
    let mut gone = false;
    for (filter, by) in filters().iter().zip(BY) {
        let Some(pieces) = asked_in_pieces(text, portions, today, filter, by) else { continue };
        gone = true;
        let problems = read(text);
        prop_assert!(problems.is_some(), "not complained of: {}", text);
        let whole = asked_at_once(problems.unwrap_or_default(), today, filter, by);
        let said = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        prop_assert_eq!(said(pieces.ids), said(whole.ids), "{}", text);
        prop_assert_eq!(said(pieces.overdue), said(whole.overdue), "{}", text);
        prop_assert_eq!(said(pieces.list), said(whole.list), "{}", text);
        prop_assert_eq!(said(pieces.summary), said(whole.summary), "{}", text);
    }
    Ok(gone)
}

/// Lives as most are: reported, closed, looked at again; in any order, and now and then entered late.
fn plain_life() -> impl Strategy<Value = Vec<Entry>> {
    let act = prop_oneof![
        2 => Just(Act::Done { measures: Vec::new(), occurrence: None, evidence: Vec::new() }),
        3 => Just(Act::Close { verifier: None, evidence: Vec::new(), reason: None }),
        3 => (anything::<bool>(), option::of(day())).prop_map(|(kept, next)| {
            let outcome = if kept { Outcome::Kept } else { Outcome::Relapsed };
            Act::Review { outcome, next: next.filter(|_| kept), evidence: Vec::new() }
        }),
    ];
    let entered = prop_oneof![6 => Just(None), 1 => day().prop_map(Some)];
    let entry = (anything::<[u8; 6]>(), day(), entered, act).prop_map(|(key, on, entered, act)| {
        let (key, by) = (Key::from_random(key), "甲".to_owned());
        Entry { key, on, entered, act, by, text: None, request: None, extra: Extra::default() }
    });
    (vec(entry, 1..5), anything::<bool>()).prop_map(|(mut entries, sorted)| {
        if sorted {
            entries.sort_by_key(|entry| entry.on);
        }
        entries.dedup_by_key(|entry| entry.key);
        entries
    })
}

fn day() -> impl Strategy<Value = Day> {
    (11_680..11_700_i64).prop_map(|days| Day::FIRST.plus_days(days))
}

fn problems() -> impl Strategy<Value = Vec<Problem>> {
    vec((1..4_u32, any::problem(), option::of(plain_life())), 1..12).prop_map(|all| {
        let mut no = 0;
        let numbered = all.into_iter().map(|(step, mut problem, life)| {
            no += step;
            problem.no = no;
            if let Some(entries) = life {
                problem.entries = entries;
                (problem.kind, problem.sustained) = (Kind::Problem, no % 3 == 0);
                (problem.found, problem.entered) = (None, None);
                problem.measures.truncate(usize::from(no % 2 == 0));
            }
            problem
        });
        numbered.collect()
    })
}

fn portions() -> impl Strategy<Value = Portions> {
    (8..300_usize, 1..9_u64).prop_map(|(block, pieces)| Portions { large: 0, block, pieces })
}

fn today() -> impl Strategy<Value = Day> {
    prop_oneof![
        Just(Day::new(2022, 12, 1).unwrap()),
        day(),
        (0..36_000_i64).prop_map(|days| Day::FIRST.plus_days(days)),
    ]
}

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::Zh), Just(Lang::En)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_piece_by_piece(
        problems in problems(),
        lang in lang(),
        portions in portions(),
        today in today(),
        windows in anything::<bool>(),
    ) {
        let text = table::write(&problems, lang);
        let text = if windows { text.replace('\n', "\r\n") } else { text };
        hold(&text, &portions, today)?;
    }

    #[test]
    fn rows_at_the_end_belong_to_their_problems(
        problems in problems(),
        portions in portions(),
        today in today(),
        moved in vec(anything::<Index>(), 1..6),
    ) {
        let text = table::write(&problems, Lang::Zh);
        let mut rows: Vec<String> = table::rows::Rows::new(&text, b',')
            .map(|row| text[row.span].trim_start_matches('\u{feff}').to_owned())
            .collect();
        let mut last = rows.len();
        for index in moved {
            let at = 1 + index.index(rows.len() - 1);
            if rows[at].starts_with("问题,") {
                continue;
            }
            let mut cells: Vec<&str> = rows[at].splitn(5, ',').collect();
            let seq = last.to_string();
            last += 1;
            // The fourth column is the place in the list.
            cells[3] = &seq;
            let row = cells.join(",");
            rows.remove(at);
            rows.push(row);
        }
        hold(&(rows.join("\n") + "\n"), &portions, today)?;
    }

    #[test]
    fn what_is_wrong_is_never_passed_over(
        problems in problems(),
        portions in portions(),
        today in today(),
        at in anything::<Index>(),
        with in prop_oneof![
            Just(","), Just("\""), Just("\n"), Just("\r"), Just("|"), Just(" "), Just("'"), Just("-"), Just("0"),
            Just("问题"), Just("\u{feff}"), Just("\u{202e}"), Just("\u{85}"), Just("\n<<<<<<< a\n"), Just("2022-02-30"),
        ],
        instead in anything::<bool>(),
    ) {
        let mut text = table::write(&problems, Lang::Zh);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = places[at.index(places.len())];
        let width = text[at..].chars().next().map_or(0, char::len_utf8);
        text.replace_range(at..at + if instead { width } else { 0 }, with);
        hold(&text, &portions, today)?;
    }
}

#[test]
fn a_ledger_of_the_samples_goes_the_short_way() {
    for name in ["2023-drive", "2023-survey"] {
        let path = format!("{}/ledgers/{name}.csv", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        for block in [16, 300, 2000] {
            let portions = Portions { large: 0, block, pieces: 5 };
            for day in ["2022-12-01", "2023-09-30", "2026-01-01"] {
                let today = Day::from_iso(day).unwrap();
                assert!(hold(&text, &portions, today).unwrap(), "{name}");
            }
        }
    }
}

/// A book of a table, or of a folder, with many problems of which some came back.
fn book_of(problems: &[Problem], form: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join("ledgers").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("book.toml", "name = \"测试\"\nlang = \"zh\"\n");
    if form == "table" {
        write("a.toml", "title = \"台账\"\nissued = 2022-09-23\n");
        write("a.csv", &table::write(problems, Lang::Zh));
    } else {
        write("a/ledger.toml", "title = \"台账\"\nissued = 2022-09-23\n");
        for problem in problems {
            write(&format!("a/{:03}.toml", problem.no), &toml::write_problem(problem));
        }
    }
    folder
}

fn shown(folder: &tempfile::TempDir, ids: &[&str]) -> String {
    let path = folder.path().to_str().unwrap();
    let words = ["ledger", "-C", path, "--today", "2022-12-01", "show", "-O", "json"];
    let words: Vec<_> = words.iter().chain(ids).map(Into::into).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = ledger::cli::run(&words, &mut out, &mut err);
    String::from_utf8([out, err].concat()).unwrap() + &status.to_string()
}

#[test]
fn a_problem_of_a_large_book_is_shown_as_one_of_a_small_book() {
    let problem = |no: u32| Problem {
        no,
        title: format!("题{no}"),
        detail: Some("文".repeat(700)),
        recurs: match no % 50 {
            1 => vec!["a/5".to_owned()],
            2 => vec!["a/3-9".to_owned(), "去年".to_owned()],
            5 => vec!["a/600".to_owned(), "a/900".to_owned()],
            _ => Vec::new(),
        },
        ..Problem::default()
    };
    let mut problems: Vec<_> = (1..=600).map(problem).collect();
    let (table, files) = (book_of(&problems, "table"), book_of(&problems, "folder"));
    // Numbers that do not rise are read in the usual way.
    problems.swap(10, 11);
    let unusual = book_of(&problems, "table");
    for ids in [&["5"][..], &["a/5", "52", "601"], &["600", "3-9"], &["1", "300"], &["b/1"]] {
        let usual = shown(&unusual, ids);
        assert_eq!(shown(&table, ids), usual);
        assert_eq!(shown(&files, ids), usual);
    }
    assert!(shown(&table, &["5"]).contains("题51"));
}
