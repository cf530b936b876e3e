//! A ledger as one table: whatever is written reads the same, in both languages and in any order; an addition only adds
//! lines; and both formats hold the same problems.

mod any;

use std::ops::Range;
use std::sync::Arc;

use ledger::complaint::Source;
use ledger::domain::book::Lang;
use ledger::domain::entry::Act;
use ledger::domain::problem::Problem;
use ledger::formats::addition::Addition;
use ledger::formats::table::rows::{Row, Rows, value};
use ledger::formats::{table, text, toml};
use ledger::intake::sheet;
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any as anything, prop_assert, prop_assert_eq, prop_oneof,
};
use proptest::proptest;
use proptest::sample::Index;

const CASES: u32 = 100;

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_the_same(problems in problems(), lang in lang()) {
        let text = table::write(&problems, lang);
        prop_assert_eq!(&read(&text), &problems, "{}", text);
        let decoded = text::decode("a.csv", text.as_bytes());
        prop_assert_eq!(decoded.map(|source| source.text), Ok(text));
    }

    #[test]
    fn a_spreadsheet_may_sort_the_rows_and_move_the_columns(
        problems in problems(),
        lang in lang(),
        by in anything::<Index>(),
        order in vec(anything::<u32>(), 80),
    ) {
        let text = table::write(&problems, lang);
        let mut rows: Vec<Vec<&str>> = Rows::new(&text, b',')
            .map(|row| row.cells.iter().map(|cell| &text[cell.clone()]).collect())
            .collect();
        let by = by.index(rows[0].len());
        rows[1..].sort_by_key(|cells| cells[by]);
        for cells in &mut rows {
            let mut moved: Vec<_> = cells.iter().copied().enumerate().collect();
            moved.sort_by_key(|(at, _)| order[at % order.len()]);
            *cells = moved.into_iter().map(|(_, cell)| cell).collect();
        }
        let lines: Vec<String> = rows.iter().map(|cells| cells.join(",")).collect();
        prop_assert_eq!(read(&lines.join("\r\n")), problems);
    }

    #[test]
    fn an_addition_only_adds_lines(
        problems in problems(),
        lang in lang(),
        addition in addition(),
        at in anything::<Index>(),
        [crlf, cut] in anything::<[bool; 2]>(),
    ) {
        let mut old = table::write(&problems, lang);
        if crlf {
            old = old.replace('\n', "\r\n");
        }
        if cut {
            old.truncate(old.trim_end_matches(['\r', '\n']).len());
        }
        let no = problems.get(at.index(problems.len().max(1))).map_or(3, |problem| problem.no);
        match table::append(&source(&old), no, &addition) {
            Ok(new) => {
                prop_assert!(holds(&old, &new), "{old}\n→\n{new}");
                prop_assert!(new.len() > old.len() && new.ends_with('\n'));
                // A header alone that was cut shows no line end.
                let windows = old.contains("\r\n");
                prop_assert!(new.replace("\r\n", "").contains('\n') != windows);
            }
            // What was to be added names something that is not there, or has a key that is.
            Err(refused) => prop_assert!(!fits(&problems, no, &addition), "{refused:?}\n{old}"),
        }
    }

    #[test]
    fn both_formats_hold_the_same(problem in any::problem(), lang in lang()) {
        let text = table::write([&problem], lang);
        let from_table = read(&text);
        let text = toml::write_problem(&from_table[0]);
        let from_toml = toml::read_problem(&source(&text), problem.no);
        prop_assert_eq!(from_toml.map(|read| read.value), Ok(problem));
    }

    #[test]
    fn a_sound_table_has_the_cells_that_others_read(text in piece(), separator in separator()) {
        let rows: Vec<Row> = Rows::new(&text, separator).collect();
        if rows.iter().all(|row| row.faults.is_empty()) {
            // The other reader passes over rows without a byte.
            let ours = rows.iter().filter(|row| !row.span.is_empty());
            let ours: Vec<Vec<String>> = ours.map(|row| cells(&text, row)).collect();
            prop_assert_eq!(Ok(ours), with_the_csv_crate(&text, separator), "{:?}", text);
        }
    }

    #[test]
    fn the_cells_of_a_text_are_all_its_bytes(text in piece(), separator in separator()) {
        let mut end = text.len() - text.trim_start_matches('\u{feff}').len();
        for row in Rows::new(&text, separator) {
            prop_assert_eq!(row.span.start, end);
            for cell in &row.cells {
                prop_assert_eq!(cell.start, end);
                end = cell.end + 1;
            }
            prop_assert_eq!(row.span.end + 1, end);
            end -= usize::from(row.span.end == text.len());
            end += usize::from(text[row.span.end..].starts_with("\r\n"));
        }
        prop_assert_eq!(end, text.len());
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in prop_oneof![anything::<String>(), piece()]) {
        read_all(&text);
    }

    #[test]
    fn no_damaged_table_makes_a_reader_panic(
        problems in problems(),
        lang in lang(),
        damage in vec((anything::<Index>(), "[,;\"\n1问题序x]{0,3}", 0..9_usize), 1..6),
    ) {
        let mut text = table::write(&problems, lang);
        for (place, piece, gone) in damage {
            let chars: Vec<char> = text.chars().collect();
            let at = place.index(chars.len() + 1);
            let rest = chars.iter().skip(at + gone);
            text = chars[..at].iter().copied().chain(piece.chars()).chain(rest.copied()).collect();
        }
        read_all(&text);
    }
}

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source { path: "a.csv".into(), text: text.into(), ..Source::default() })
}

fn read(text: &str) -> Vec<Problem> {
    let problems = table::read(&source(text)).unwrap_or_else(|complaints| {
        let faults: Vec<_> =
            complaints.iter().map(|it| (&text[it.span.clone()], &it.fault)).collect();
        panic!("{faults:?}\n{text}")
    });
    problems.into_iter().map(|problem| problem.value).collect()
}

/// Reads in every way; all places that are complained of must stand in the text.
fn read_all(text: &str) {
    let source = source(text);
    let complaints = [
        table::read(&source).err().unwrap_or_default(),
        sheet::read(&source, "台账", &sheet::Terms::default()).err().unwrap_or_default(),
    ];
    let shown: Vec<&str> = complaints.iter().flatten().map(|it| &text[it.span.clone()]).collect();
    let _ = shown;
    table::is_table(text);
}

fn problems() -> impl Strategy<Value = Vec<Problem>> {
    vec((any::problem(), 1..4_u32), 0..4).prop_map(|problems| {
        let mut last = 0;
        let numbered = problems.into_iter().map(|(problem, step)| {
            last += step;
            Problem { no: last, ..problem }
        });
        numbered.collect()
    })
}

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::En), Just(Lang::Zh)]
}

fn addition() -> impl Strategy<Value = Addition> {
    prop_oneof![
        any::measure().prop_map(Addition::Measure),
        any::entry().prop_map(Addition::Entry),
        any::problem().prop_map(|problem| Addition::Problem(Problem { no: 3, ..problem })),
    ]
}

/// Tells whether what is added goes with what is there.
fn fits(problems: &[Problem], no: u32, addition: &Addition) -> bool {
    let problem = problems.iter().find(|problem| problem.no == no);
    match (addition, problem) {
        (Addition::Problem(new), None) => new.no == no,
        (Addition::Problem(_), Some(_)) | (_, None) => false,
        (Addition::Measure(measure), Some(problem)) => problem.measure(measure.no).is_none(),
        (Addition::Entry(entry), Some(problem)) => {
            let named = match &entry.act {
                Act::Indicator { name, .. } => {
                    problem.indicators.iter().any(|own| own.name == *name)
                }
                Act::Void { of } => problem.entries.iter().any(|own| own.key == *of),
                _ => true,
            };
            let new = problem.entries.iter().all(|own| own.key != entry.key);
            let known = |no: &u32| problem.measure(*no).is_some();
            new && named && entry.act.measures().iter().all(known)
        }
    }
}

/// Tells whether the old text stands in the new one: as it is before the new rows, or with cells behind each row.
fn holds(old: &str, new: &str) -> bool {
    let mut new_rows = Rows::new(new, b',');
    new.starts_with(old)
        || Rows::new(old, b',').all(|row| {
            new_rows.next().is_some_and(|other| new[other.span].starts_with(&old[row.span]))
        })
}

/// Text full of what a table is made of.
fn piece() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => "[a-c甲]{1,3}",
        2 => Just("\"".to_owned()),
        2 => "\"[a,;\t\n甲]{0,3}\"",
        1 => Just("\"\"".to_owned()),
        3 => "[,;\t]",
        2 => "(\n|\r\n)",
        1 => Just("问题".to_owned()),
    ];
    (anything::<bool>(), vec(part, 0..20)).prop_map(|(mark, parts)| {
        format!("{}{}", if mark { "\u{feff}" } else { "" }, parts.concat())
    })
}

fn separator() -> impl Strategy<Value = u8> {
    prop_oneof![Just(b','), Just(b';'), Just(b'\t')]
}

fn cells(text: &str, row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell: &Range<usize>| value(text, cell).into_owned()).collect()
}

fn with_the_csv_crate(text: &str, separator: u8) -> Result<Vec<Vec<String>>, String> {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader =
        reader.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let cells =
        |record: csv::StringRecord| record.iter().map(|cell| cell.replace("\r\n", "\n")).collect();
    reader.records().map(|record| record.map(cells).map_err(|error| error.to_string())).collect()
}
