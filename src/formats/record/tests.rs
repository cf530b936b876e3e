//! What records may hold, told by TOML texts, which are easier to read than records.

use std::sync::Arc;

use super::{Field, Raw, Record, keys, problem, records_of};
use crate::complaint::{Complaint, Expected, Fault, Source, Table};
use crate::domain::amendment::BadAmendment;
use crate::domain::entry::ActKind;
use crate::domain::evidence::BadEvidence;
use crate::domain::subject::{Part, Subject};
use crate::formats::toml::read_problem;

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source { path: "001.toml".into(), text: text.into(), ..Source::default() })
}

/// Returns each fault with the text that it is about.
fn faults(text: &str) -> Vec<(String, Fault)> {
    let complaints = read_problem(&source(text), 1).err().unwrap_or_default();
    let shown = |Complaint { span, fault, .. }| (text[span].to_owned(), fault);
    complaints.into_iter().map(shown).collect()
}

fn of(text: &str, fault: Fault) -> (String, Fault) {
    (text.to_owned(), fault)
}

const ENTRY: &str = "[[entry]]\nkey = \"k7q2m9\"\non = 2022-10-12\nby = \"股\"\n";

#[test]
fn a_title_is_enough() {
    assert_eq!(faults("title = \"题\"\n"), []);
    let missing = Fault::MissingKeys { table: Table::Problem, keys: vec!["title"] };
    assert_eq!(faults(""), [of("", missing)]);
}

#[test]
fn all_that_is_missing_comes_in_one_complaint() {
    let measure = Fault::MissingKeys { table: Table::Measure, keys: vec!["no", "text"] };
    let keys = vec!["key", "on", "by", "level", "number"];
    let entry = Fault::MissingKeys { table: Table::Entry, keys };
    assert_eq!(
        faults("title = \"题\"\n[[measure]]\n[[entry]]\nact = \"notice\"\n"),
        [of("[[measure]]", measure), of("[[entry]]", entry)]
    );
    let text = format!("title = \"题\"\n{ENTRY}act = \"assign\"\n");
    let fault = Fault::MissingOneOf { table: Table::Entry, keys: keys::RESPONSIBLE.to_vec() };
    assert_eq!(faults(&text), [of("[[entry]]", fault)]);
}

#[test]
fn an_unknown_key_is_told_with_what_was_probably_meant() {
    let unknown = |key: &str, table, nearest, of_problem| {
        of(key, Fault::UnknownKey { key: key.to_owned(), table, nearest, of_problem })
    };
    let text = format!(
        "title = \"题\"\ncatagory = \"类\"\nx_own = \"自\"\n[[mesure]]\n{ENTRY}act = \"progress\"\n\
         text = \"进\"\ngoal = \"标\"\ndue = 2022-10-08\nevidense = \"a\"\nx_own = \"自\"\n"
    );
    let due = Fault::KeyNotOfAct { key: "due".into(), act: ActKind::Progress };
    assert_eq!(
        faults(&text),
        [
            unknown("catagory", Table::Problem, Some("category"), false),
            unknown("mesure", Table::Problem, Some("measure"), false),
            unknown("goal", Table::Entry, None, true),
            of("due", due),
            unknown("evidense", Table::Entry, Some("evidence"), false),
        ]
    );
    let indicator = "title = \"题\"\n[[indicator]]\nname = \"率\"\nx_own = \"自\"\n";
    assert_eq!(faults(indicator), [unknown("x_own", Table::Indicator, None, false)]);
}

#[test]
fn a_value_of_another_kind_is_told_with_what_the_key_takes() {
    let wrong = |key: &str, expected| Fault::WrongKind { key: key.into(), expected };
    let text = "title = \"题\"\nkind = \"thing\"\nref = 7\ncause = \" \"\nfound = \"去年\"\n\
                lead = [\"甲\", 1, \"乙|丙\"]\ndue = 1989-12-31\nsustained = \"是\"\namount = 15.7\n\
                recoverable = 0x10\nx_own = 1\nmeasure = 3\n";
    let word = Fault::WrongWord {
        key: "kind".into(),
        word: "thing".into(),
        allowed: vec!["problem", "task", "duty"],
    };
    assert_eq!(
        faults(text),
        [
            of("\"thing\"", word),
            of("7", wrong("ref", Expected::Text)),
            of("\" \"", Fault::EmptyText { key: "cause".into() }),
            of("\"去年\"", wrong("found", Expected::Day)),
            of("1", wrong("lead", Expected::Names)),
            of("\"乙|丙\"", Fault::BarInName { key: "lead".into() }),
            of("1989-12-31", Fault::DayOutOfRange),
            of("\"是\"", wrong("sustained", Expected::Flag)),
            of("15.7", Fault::FloatMoney),
            of("0x10", wrong("recoverable", Expected::Money)),
            of("1", wrong("x_own", Expected::Text)),
            of("measure", wrong("measure", Expected::Tables)),
        ]
    );
}

#[test]
fn what_an_escape_hides_is_refused_too() {
    let found = faults("title = \"题\\u202e\"\ncause = \"a\\u0000\"\n");
    let faults: Vec<_> = found.into_iter().map(|(_, fault)| fault).collect();
    assert_eq!(faults, [Fault::Control('\u{202e}'), Fault::Control('\0')]);
}

#[test]
fn a_key_of_duties_stands_on_duties_only() {
    let period = "every = \"每月5日前\"\nfrom = 2022-02-01\nuntil = 2022-01-01\n";
    let duty = format!("title = \"题\"\nkind = \"duty\"\n{period}");
    assert_eq!(faults(&duty), [of("2022-01-01", Fault::EndsBeforeBegin)]);
    let task = "title = \"题\"\nkind = \"task\"\nevery = \"每月5日前\"\n";
    assert_eq!(faults(task), [of("\"每月5日前\"", Fault::KeyOfDuty { key: "every".into() })]);
}

#[test]
fn what_is_twice_is_told_at_the_second() {
    let key = "k7q2m9".parse().unwrap();
    let entry = format!("{ENTRY}act = \"done\"\n");
    let text = format!(
        "title = \"题\"\n[[indicator]]\nname = \"率\"\n[[indicator]]\nname = \"率\" # 2\n\
         [[measure]]\nno = 1\ntext = \"措\"\n[[measure]]\nno = 1\ntext = \"施\"\n{entry}{entry}"
    );
    assert_eq!(
        faults(&text),
        [
            of("\"率\"", Fault::IndicatorTwice("率".into())),
            of("1", Fault::MeasureTwice(1)),
            of("\"k7q2m9\"", Fault::KeyTwice(key)),
        ]
    );
}

#[test]
fn what_an_entry_names_exists() {
    let other = "x4w8p1".parse().unwrap();
    let entry = |key: &str, act: &str| {
        format!(
            "[[entry]]\nkey = \"{key}\"\non = 2022-10-12\nby = \"股\"\ntext = \"文\"\nact = {act}\n"
        )
    };
    let text = [
        "title = \"题\"\n".to_owned(),
        entry("000001", "\"done\"\nmeasure = [1, 2]"),
        entry("000002", "\"indicator\"\nname = \"率\"\nactual = 1"),
        entry("000003", "\"void\"\nof = \"x4w8p1\""),
        entry("000004", "\"void\"\nof = \"000004\""),
        entry("000005", "\"amend\"\nfield = \"3.due\"\nnew = 2022-10-31"),
        "[[measure]]\nno = 1\ntext = \"措\"\n".to_owned(),
    ];
    assert_eq!(
        faults(&text.concat()),
        [
            of("[1, 2]", Fault::NoSuchMeasure(2)),
            of("\"率\"", Fault::NoSuchIndicator("率".into())),
            of("\"x4w8p1\"", Fault::NoSuchEntry(other)),
            of("\"000004\"", Fault::VoidsItself),
            of("\"3.due\"", Fault::NoSuchMeasure(3)),
        ]
    );
    // A measure whose number cannot be read may be the one that is named.
    let text = text.concat().replace("no = 1", "no = 0");
    assert!(!faults(&text).iter().any(|(_, fault)| matches!(fault, Fault::NoSuchMeasure(_))));
}

#[test]
fn an_entry_with_faults_is_named_without_more_of_them() {
    let text = format!("title = \"题\"\n{ENTRY}act = \"dun\"\nlevel = 1\nfoo = 2\n");
    let found: Vec<_> = faults(&text).into_iter().map(|(text, _)| text).collect();
    assert_eq!(found, ["\"dun\"", "foo"]);
    let text = format!(
        "title = \"题\"\n{ENTRY}act = \"account\"\nform = 5\npersons = -1\n\
         [[entry]]\nkey = \"000002\"\non = 2022-10-12\nby = \"股\"\ntext = \"误\"\nact = \"void\"\nof = \"k7q2m9\"\n"
    );
    let found: Vec<_> = faults(&text).into_iter().map(|(text, _)| text).collect();
    assert_eq!(found, ["5", "-1"]);
}

#[test]
fn evidence_and_amendments_say_what_is_wrong_with_them() {
    let text = format!(
        "title = \"题\"\n{ENTRY}act = \"progress\"\ntext = \"文\"\nevidence = [\"a.pdf\", \"../b\"]\n"
    );
    assert_eq!(faults(&text), [of("\"../b\"", Fault::Evidence(BadEvidence::Path))]);
    let text = format!("title = \"题\"\n{ENTRY}act = \"amend\"\nfield = \"lead\"\nnew = \"甲\"\n");
    assert_eq!(faults(&text), [of("\"lead\"", Fault::Amendment(BadAmendment::Field))]);
}

#[test]
fn a_place_is_the_value_else_the_header_else_the_file() {
    let text = "title = \"题\"\n[[measure]]\nno = 2\ntext = \"措\"\ndue = 2022-10-08\n";
    let places = read_problem(&source(text), 1).unwrap().places;
    let at = |part, key| {
        let subject = Subject { part, key };
        &text[places.of(&subject)]
    };
    assert_eq!(at(Part::Measure(2), Some("due")), "2022-10-08");
    assert_eq!(at(Part::Measure(2), Some("limit")), "[[measure]]");
    assert_eq!(at(Part::Problem, Some("title")), "\"题\"");
    assert_eq!(at(Part::Problem, Some("due")), "");
    assert_eq!(at(Part::Measure(9), None), "");
}

#[test]
fn the_cells_of_a_table_mean_what_the_values_of_toml_mean() {
    let text = "title = \"题\"\nkind = \"duty\"\nlead = [\"甲\", \"乙\"]\ndue = 2022-10-08\nsustained = true\n\
                amount = \"15.7万元\"\nx_own = \"自\"\n[[indicator]]\nname = \"率\"\nbaseline = 85.1\ntarget = 90\n\
                [[measure]]\nno = 1\ntext = \"措\"\n[[measure]]\nno = 3\ntext = \"施\"\n\
                [[entry]]\nkey = \"k7q2m9\"\non = 2022-10-12\nact = \"done\"\nmeasure = [1, 3]\nby = \"股\"\n\
                evidence = [\"a.pdf\", \"b.pdf\"]\n\
                [[entry]]\nkey = \"x4w8p1\"\non = 2022-10-12\nact = \"amend\"\nby = \"股\"\nfield = \"due\"\nnew = \"2022-10-31\"\n";
    let read = read_problem(&source(text), 1).unwrap().value;
    let cells = |separator: &str| {
        let cell = |field: Field<'_>| {
            let text = field.value.to_cell().replace('-', separator).replace("true", "是");
            let (key, key_span, span) = (field.key, field.key_span, field.span);
            Field { key, key_span, span, value: Raw::Cell(text.into()) }
        };
        let row = |record: Record<'_>| Record {
            fields: record.fields.into_iter().map(cell).collect(),
            table: record.table,
            span: record.span,
        };
        records_of(&read).into_iter().map(row).collect()
    };
    for separator in ["-", "/"] {
        let again = problem(1, cells(separator), &source("")).map(|located| located.value);
        assert_eq!(again, Ok(read.clone()));
    }
}
