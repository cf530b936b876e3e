//! The project's own book: nothing wrong in it, and figures as a counter of its own counts them.
//!
//! The counter below reads the files with nothing of the program's and has its own rule, short because the book holds
//! neither closes nor extensions; it refuses acts that it does not know.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::session::Session;

const DAY: &str = "2022-12-01";

/// What the counter knows of a problem.
#[derive(Debug, Default)]
struct Counted {
    id: String,
    /// The days on which a duty falls due, as a hand reads its words.
    occurrences: Option<Vec<&'static str>>,
    begins: Option<String>,
    leads: Vec<String>,
    category: Option<String>,
    due: Option<String>,
    /// Numbers and days of the measures.
    measures: BTreeMap<i64, Option<String>>,
    reported: BTreeSet<i64>,
    all_reported: bool,
}

impl Counted {
    fn awaits(&self) -> bool {
        let each = self.measures.keys().all(|no| self.reported.contains(no));
        self.all_reported || (each && !self.measures.is_empty())
    }

    fn status(&self) -> &'static str {
        if self.awaits() { "awaiting" } else { "open" }
    }

    /// The late lines, by the day on which they were due.
    fn late(&self) -> Vec<(String, String)> {
        if self.awaits() {
            return Vec::new();
        }
        if let Some(days) = &self.occurrences {
            let past = days.iter().filter(|day| **day < DAY);
            return past.map(|day| ((*day).to_owned(), self.id.clone())).collect();
        }
        let late = |due: &Option<String>| due.clone().filter(|due| due.as_str() < DAY);
        let problem = late(&self.due).map(|due| (due, self.id.clone()));
        let open = self.measures.iter().filter(|(no, _)| !self.reported.contains(no));
        let measures = open.filter_map(|(no, due)| Some((late(due)?, format!("{}.{no}", self.id))));
        problem.into_iter().chain(measures).collect()
    }
}

fn book() -> Session {
    let session = Session::new().columns(100);
    session.copy("ledgers");
    session
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/ledgers"))
}

/// All problems that are known on the day.
fn counted() -> Vec<Counted> {
    let names: BTreeSet<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut all = Vec::new();
    for name in names {
        let path = folder().join(&name);
        if path.is_dir() && path.join("ledger.toml").exists() {
            let begins = issued(&path.join("ledger.toml"));
            let files: BTreeSet<_> =
                fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()).collect();
            for file in files.iter().filter(|file| !file.ends_with("ledger.toml")) {
                let no: u32 = file.file_stem().unwrap().to_str().unwrap().parse().unwrap();
                all.push(of_file(format!("{name}/{no}"), &read(file), begins.clone()));
            }
        } else if let Some(ledger) = name.strip_suffix(".csv") {
            let begins = issued(&folder().join(format!("{ledger}.toml")));
            all.extend(of_table(ledger, &path, begins.as_ref()));
        }
    }
    all.retain(|problem| problem.begins.as_deref().is_none_or(|begins| begins <= DAY));
    all
}

fn read(path: &Path) -> toml::Table {
    fs::read_to_string(path).unwrap().parse().unwrap()
}

fn day(table: &toml::Table, key: &str) -> Option<String> {
    table.get(key).map(|day| day.as_datetime().unwrap().to_string())
}

fn issued(head: &Path) -> Option<String> {
    day(&read(head), "issued")
}

fn text(table: &toml::Table, key: &str) -> Option<String> {
    table.get(key).map(|value| value.as_str().unwrap().to_owned())
}

fn tables<'a>(table: &'a toml::Table, key: &str) -> impl Iterator<Item = &'a toml::Table> {
    let tables = table.get(key).and_then(toml::Value::as_array).into_iter().flatten();
    tables.map(|value| value.as_table().unwrap())
}

/// The duties of the book run from 2021-11-30 to 2022-11-30, and nobody has reported an occurrence.
fn occurrences(words: &str) -> Vec<&'static str> {
    match words {
        "每月5日前" => vec![
            "2021-12-05",
            "2022-01-05",
            "2022-02-05",
            "2022-03-05",
            "2022-04-05",
            "2022-05-05",
            "2022-06-05",
            "2022-07-05",
            "2022-08-05",
            "2022-09-05",
            "2022-10-05",
            "2022-11-05",
        ],
        "原则上每季度召开一次" => {
            vec!["2021-12-31", "2022-03-31", "2022-06-30", "2022-09-30"]
        }
        words => panic!("the counter knows no {words}"),
    }
}

fn of_file(id: String, table: &toml::Table, issued: Option<String>) -> Counted {
    let leads = table.get("lead").and_then(toml::Value::as_array).into_iter().flatten();
    let measures = tables(table, "measure");
    let mut problem = Counted {
        id,
        occurrences: text(table, "every").map(|words| occurrences(&words)),
        begins: day(table, "found").or(issued),
        leads: leads.map(|lead| lead.as_str().unwrap().to_owned()).collect(),
        category: text(table, "category"),
        due: day(table, "due"),
        measures: measures
            .map(|measure| (measure["no"].as_integer().unwrap(), day(measure, "due")))
            .collect(),
        ..Counted::default()
    };
    for entry in tables(table, "entry").filter(|entry| day(entry, "on").unwrap().as_str() <= DAY) {
        match (entry["act"].as_str().unwrap(), entry.get("measure")) {
            ("done", None) => problem.all_reported = true,
            ("done", Some(numbers)) => {
                let numbers = numbers.as_array().unwrap().iter();
                problem.reported.extend(numbers.map(|no| no.as_integer().unwrap()));
            }
            ("progress" | "indicator" | "recover", _) => {}
            (act, _) => panic!("the counter knows no {act}"),
        }
    }
    problem
}

fn of_table(ledger: &str, path: &Path, issued: Option<&String>) -> Vec<Counted> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let mut problems: BTreeMap<u32, Counted> = BTreeMap::new();
    for row in reader.deserialize::<BTreeMap<String, String>>() {
        let mut row = row.unwrap();
        if let Some(record) = row.remove("\u{feff}记录") {
            row.insert("记录".to_owned(), record);
        }
        let cell = |name: &str| Some(row[name].clone()).filter(|cell| !cell.is_empty());
        let no: u32 = row["编号"].parse().unwrap();
        let problem = problems.entry(no).or_default();
        match row["记录"].as_str() {
            "问题" => {
                problem.id = format!("{ledger}/{no}");
                problem.begins = cell("发现日期").or_else(|| issued.cloned());
                problem.leads = cell("牵头单位")
                    .iter()
                    .flat_map(|leads| leads.split(" | ").map(str::to_owned))
                    .collect();
                problem.category = cell("类别");
                problem.due = cell("截止日期");
                assert_ne!(cell("类型").as_deref(), Some("定期事项"));
            }
            "措施" => {
                problem.measures.insert(row["措施号"].parse().unwrap(), cell("截止日期"));
            }
            "记事" => {
                assert!(["进展", "追缴"].contains(&row["动作"].as_str()), "{}", row["动作"]);
            }
            record => panic!("the counter knows no {record}"),
        }
    }
    problems.into_values().collect()
}

/// Problems in all, open, awaiting and overdue.
type Figures = [i64; 4];

fn count<'a>(problems: impl Iterator<Item = &'a Counted>) -> Figures {
    let mut figures = [0; 4];
    for problem in problems {
        figures[0] += 1;
        figures[1] += i64::from(problem.status() == "open");
        figures[2] += i64::from(problem.status() == "awaiting");
        figures[3] += i64::from(!problem.late().is_empty());
    }
    figures
}

fn figures(row: &Value) -> Figures {
    ["total", "open", "awaiting", "overdue"].map(|name| row[name].as_i64().unwrap())
}

#[test]
fn check_finds_nothing_in_the_books_of_the_project() {
    let session = book();
    let ledgers: BTreeSet<_> =
        counted().iter().map(|problem| problem.id.split('/').next().unwrap().to_owned()).collect();
    session.is_well(ledgers.len(), counted().len());
}

#[test]
fn overdue_lists_what_a_hand_counts() {
    let mut late: Vec<_> = counted().iter().flat_map(Counted::late).collect();
    late.sort_by(|one, other| one.0.cmp(&other.0)); // stable: the book's order among equals
    assert!(late.len() > 10, "{late:?}");
    let mut once = BTreeSet::new();
    let ids = late.iter().map(|(_, id)| id).filter(|id| once.insert(*id));
    let ids: String = ids.flat_map(|id| [id, "\n"]).collect();
    let session = book();
    session.run(&format!("overdue --ids --today {DAY}")).stdout(&ids).fine();
    let answer = session.run(&format!("overdue --today {DAY}")).json();
    let days: Vec<_> =
        answer["lines"].as_array().unwrap().iter().map(|line| &line["last_day"]).collect();
    assert_eq!(days, late.iter().map(|(due, _)| due).collect::<Vec<_>>());
    let duties = || counted().into_iter().filter(|problem| problem.occurrences.is_some());
    let late = [counted(), duties().collect()].map(|problems| count(problems.iter())[3]);
    assert_eq!(answer["totals"]["problems"], late[0] - late[1]);
    assert_eq!(answer["totals"]["duties"], late[1]);
    assert_eq!(answer["totals"]["missed"], duties().flat_map(|duty| duty.late()).count());
}

#[test]
fn summary_counts_what_a_hand_counts() {
    let session = book();
    let book = read(&folder().join("book.toml"));
    let current = |name: &String| {
        let units = book["unit"].as_table().unwrap();
        let formerly = |unit: &toml::Value| {
            let former = unit.get("former").and_then(toml::Value::as_array).into_iter().flatten();
            former.map(|former| former.as_str().unwrap()).any(|former| former == name)
        };
        units
            .iter()
            .find(|(_, unit)| formerly(unit))
            .map_or_else(|| name.clone(), |(now, _)| now.clone())
    };
    let problems: Vec<_> =
        counted().into_iter().filter(|problem| problem.occurrences.is_none()).collect();

    let answer = session.run(&format!("summary --by unit,category,status --today {DAY}")).json();
    let mut expected: BTreeMap<(Option<String>, Option<String>, &str), Figures> = BTreeMap::new();
    for problem in &problems {
        let units: Vec<_> = match &problem.leads[..] {
            [] => vec![None],
            leads => leads.iter().map(|lead| Some(current(lead))).collect(),
        };
        for unit in units {
            let row =
                expected.entry((unit, problem.category.clone(), problem.status())).or_default();
            for (sum, figure) in row.iter_mut().zip(count([problem].into_iter())) {
                *sum += figure;
            }
        }
    }
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let rows = answer["rows"].as_array().unwrap();
    let found: BTreeMap<_, _> = rows
        .iter()
        .map(|row| {
            let group = &row["group"];
            let status = group["status"].as_str().unwrap();
            ((text(&group["unit"]), text(&group["category"]), status), figures(row))
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(figures(&answer["totals"]), count(problems.iter()));
    assert!(count(problems.iter()).iter().all(|figure| *figure > 0));
}
