//! Workbooks (`-O xlsx`): what a spreadsheet finds in them.
//!
//! The sheets are read back from their XML by a few lines of our own, so that a golden shows cells as they are stored: `s`
//! before a text, `n` before a number, with the format by which it is shown.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::{env, fs};

use zip::ZipArchive;

use crate::samples::book;
use crate::session::{Form, Session};

/// A workbook that was read back.
struct Workbook {
    parts: BTreeMap<String, String>,
}

/// A cell as it is stored.
#[derive(Debug, Clone, PartialEq)]
enum Stored {
    Text(String),
    Number(f64),
}

impl Workbook {
    fn open(session: &Session, name: &str) -> Self {
        let bytes = fs::read(session.path(name)).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for place in 0..archive.len() {
            let mut part = archive.by_index(place).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            parts.insert(part.name().unwrap().into_owned(), text);
        }
        Self { parts }
    }

    fn names(&self) -> Vec<String> {
        elements(&self.parts["xl/workbook.xml"], "sheet")
            .into_iter()
            .map(|sheet| unescaped(attribute(sheet, "name").unwrap()))
            .collect()
    }

    fn sheet(&self, place: usize) -> &str {
        &self.parts[&format!("xl/worksheets/sheet{}.xml", place + 1)]
    }

    fn strings(&self) -> Vec<String> {
        let Some(strings) = self.parts.get("xl/sharedStrings.xml") else { return Vec::new() };
        let text = |item: &str| {
            let start = item.find("<t").unwrap();
            let start = start + item[start..].find('>').unwrap() + 1;
            unescaped(&item[start..start + item[start..].find("</t>").unwrap()])
        };
        strings.split("<si>").skip(1).map(text).collect()
    }

    /// The formats of numbers by the style of a cell.
    fn shapes(&self) -> Vec<String> {
        let styles = &self.parts["xl/styles.xml"];
        let own: BTreeMap<_, _> = elements(styles, "numFmt")
            .into_iter()
            .map(|it| {
                (
                    attribute(it, "numFmtId").unwrap(),
                    unescaped(attribute(it, "formatCode").unwrap()),
                )
            })
            .collect();
        let cells = &styles[styles.find("<cellXfs").unwrap()..styles.find("</cellXfs>").unwrap()];
        let shape = |it: &str| {
            let id = attribute(it, "numFmtId").unwrap();
            own.get(id)
                .cloned()
                .unwrap_or_else(|| if id == "4" { "#,##0.00" } else { "" }.to_owned())
        };
        elements(cells, "xf").into_iter().map(shape).collect()
    }

    /// The cells of a sheet by row.
    fn rows(&self, place: usize) -> Vec<Vec<(String, Stored, usize)>> {
        let strings = self.strings();
        let mut rows = Vec::new();
        for row in self.sheet(place).split("<row ").skip(1) {
            let mut cells = Vec::new();
            for cell in row.split("<c ").skip(1) {
                let Some(start) = cell.find("<v>") else { continue };
                let value = &cell[start + 3..cell.find("</v>").unwrap()];
                let name = attribute(cell, "r").unwrap().to_owned();
                let style = attribute(cell, "s").map_or(0, |style| style.parse().unwrap());
                let stored = match attribute(cell, "t") {
                    Some("s") => Stored::Text(strings[value.parse::<usize>().unwrap()].clone()),
                    None => Stored::Number(value.parse().unwrap()),
                    Some(other) => panic!("{name} is {other}"),
                };
                cells.push((name, stored, style));
            }
            rows.push(cells);
        }
        rows
    }

    /// All that a reader would find, in lines.
    fn shown(&self) -> String {
        let shapes = self.shapes();
        let mut shown = String::new();
        for (place, name) in self.names().iter().enumerate() {
            let sheet = self.sheet(place);
            writeln!(shown, "== {name}").unwrap();
            for (element, what) in
                [("autoFilter", "ref"), ("mergeCell", "ref"), ("pane", "topLeftCell")]
            {
                let found: Vec<_> = elements(sheet, element)
                    .into_iter()
                    .filter_map(|it| attribute(it, what))
                    .collect();
                writeln!(shown, "{element}: {}", found.join(" ")).unwrap();
            }
            writeln!(shown, "across: {}", sheet.contains("orientation=\"landscape\"")).unwrap();
            for rule in sheet.split("<conditionalFormatting ").skip(1) {
                let words: Vec<_> = rule
                    .split("<formula>")
                    .skip(1)
                    .map(|rule| unescaped(&rule[..rule.find("</formula>").unwrap()]))
                    .collect();
                writeln!(
                    shown,
                    "lights: {} {}",
                    attribute(rule, "sqref").unwrap(),
                    words.join(" ")
                )
                .unwrap();
            }
            for row in self.rows(place) {
                let cell = |(name, stored, style): (String, Stored, usize)| match stored {
                    Stored::Text(text) => format!("{name} s {}", text.replace('\n', "⏎")),
                    Stored::Number(number) => {
                        format!("{name} n {number} {}", shapes[style]).trim_end().to_owned()
                    }
                };
                let cells: Vec<_> = row.into_iter().map(cell).collect();
                if !cells.is_empty() {
                    writeln!(shown, "{}", cells.join(" | ")).unwrap();
                }
            }
        }
        shown
    }
}

/// The opening tags of an element.
fn elements<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!("<{name} ");
    xml.split(&open).skip(1).map(|rest| &rest[..rest.find('>').unwrap()]).collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
    let lead = format!("{name}=\"");
    let start = if tag.starts_with(&lead) {
        lead.len()
    } else {
        tag.find(&format!(" {lead}"))? + lead.len() + 1
    };
    Some(&tag[start..start + tag[start..].find('"')?])
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// A file of `tests/golden/sessions`, which `BLESS=1` writes anew.
struct Golden(&'static str);

impl Golden {
    #[track_caller]
    fn holds(&self, text: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/sessions");
        let path = folder.join(format!("{}.stdout", self.0));
        if env::var_os("BLESS").is_some() {
            fs::write(&path, text).unwrap();
        }
        assert_eq!(text, fs::read_to_string(&path).unwrap_or_default(), "{}", self.0);
    }
}

fn written(session: &Session, words: &str) -> Workbook {
    session.run(&format!("{words} -o 台账.xlsx --force")).quietly();
    Workbook::open(session, "台账.xlsx")
}

#[test]
fn a_workbook_has_real_days_and_numbers_in_either_language() {
    let session = book(Form::Folder);
    Golden("xlsx-list-zh").holds(&written(&session, "list --lang zh").shown());
    Golden("xlsx-list").holds(&written(&session, "list --lang en").shown());
    Golden("xlsx-summary-zh")
        .holds(&written(&session, "summary --by unit,category --lang zh").shown());
    Golden("xlsx-nothing").holds(&written(&session, "overdue --unit 办公室 --lang en").shown());
}

#[test]
fn the_ledger_is_exported_with_all_columns() {
    let session = book(Form::Folder);
    Golden("xlsx-export-zh").holds(&written(&session, "export --lang zh").shown());
    Golden("xlsx-export").holds(&written(&session, "export --lang en").shown());
    session.run("export -O csv --lang zh").golden("export-csv-zh").fine();
    session.run("export -O csv --lang en 借款").golden("export-csv").fine();
    session.run("export -O json --status closed").golden("export-json").fine();
    let split = written(&session, "export --split unit --lang zh");
    assert_eq!(split.names(), ["各镇卫生院", "基层卫生股", "财务股", "未明确牵头单位"]);
    Golden("xlsx-split-zh").holds(&split.shown());
}

#[test]
fn the_same_ledger_gives_the_same_bytes() {
    let session = book(Form::Folder);
    for words in ["list", "export", "export --split unit"] {
        let mut all = Vec::new();
        for name in ["一.xlsx", "二.xlsx"] {
            session.run(&format!("{words} -o {name}")).quietly();
            all.push(fs::read(session.path(name)).unwrap());
            fs::remove_file(session.path(name)).unwrap();
        }
        assert!(all[0] == all[1], "{words}");
    }
    assert!(
        Workbook::open(
            &{
                session.run("list -o 甲.xlsx").quietly();
                session
            },
            "甲.xlsx"
        )
        .parts["docProps/core.xml"]
            .contains("2000-01-01")
    );
}

#[test]
fn the_totals_are_those_of_the_summary() {
    let session = book(Form::Folder);
    let totals = session.run("summary").json()["totals"].clone();
    let workbook = written(&session, "summary --lang en");
    let rows = workbook.rows(0);
    let texts = |row: &Vec<(String, Stored, usize)>| {
        row.iter().map(|(_, stored, _)| stored.clone()).collect::<Vec<_>>()
    };
    let header = rows
        .iter()
        .map(texts)
        .find(|row| row.first() == Some(&Stored::Text("Unit".into())))
        .unwrap();
    let total = rows
        .iter()
        .map(texts)
        .find(|row| row.first() == Some(&Stored::Text("Total".into())))
        .unwrap();
    for (heading, key) in [
        ("All", "total"),
        ("Open", "open"),
        ("Awaiting", "awaiting"),
        ("Closed", "closed"),
        ("Overdue", "overdue"),
    ] {
        let labels: Vec<_> = header.iter().collect();
        // The first heading of that name may be the one of the groups.
        let place = labels
            .iter()
            .rposition(|it| **it == Stored::Text(heading.into()))
            .unwrap_or_else(|| panic!("{heading}: {labels:?}"));
        let number = totals[key].as_f64().unwrap();
        assert_eq!(total[place], Stored::Number(number), "{heading}");
    }
    // The rows of the export are the same problems.
    let rows = written(&session, "export --lang en").rows(0);
    let has = |row: &[(String, Stored, usize)], word: &str| {
        row.iter().any(|(_, stored, _)| *stored == Stored::Text(word.into()))
    };
    let of = |word: &str| {
        rows.iter()
            .filter(|row| (has(row, "problem") || has(row, "task")) && has(row, word))
            .count()
    };
    assert_eq!(totals["closed"], of("closed"));
    assert_eq!(totals["overdue"], of("overdue"));
}

#[test]
fn what_people_wrote_stays_a_text() {
    let session = Session::with_ledger(Form::Folder);
    session.run("add --title '=1+1' --category '@SUM(A1)' --limit 10月底前").quietly();
    let file = session.read("ledgers/2022-inspection/001.toml");
    let long = "长".repeat(40_000);
    let hostile = "+cmd|' /C calc'!A0 _x000B_ <b>&\\\"".to_owned();
    session.write(
        "ledgers/2022-inspection/001.toml",
        format!("{file}detail = \"{long}\"\ncause = \"{hostile}\"\n"),
    );
    let workbook = written(&session, "export --lang zh");
    let cells: Vec<_> =
        workbook.rows(0).into_iter().flatten().map(|(_, stored, _)| stored).collect();
    let has = |text: &str| assert!(cells.contains(&Stored::Text(text.into())), "{text}");
    has("=1+1");
    has("@SUM(A1)");
    has("+cmd|' /C calc'!A0 _x005F_x000B_ <b>&\"");
    has("有1个单元格的文字超过表格软件的上限（32767个字），只列开头；全文见台账。");
    let cut = cells.iter().find_map(|stored| match stored {
        Stored::Text(text) if text.starts_with("长长") => Some(text.clone()),
        _ => None,
    });
    let cut = cut.unwrap();
    assert_eq!(cut.encode_utf16().count(), 32_767);
    assert!(cut.ends_with("长……（一个单元格至多32767个字，下文未列，见台账原文）"));
    for part in workbook.parts.values() {
        assert!(!part.contains("<f>") && !part.contains("hyperlink"));
    }
}

#[test]
fn what_cannot_be_exported_is_refused_with_a_word() {
    let session = book(Form::Folder);
    for (words, error, help) in [
        (
            "list -O ics",
            "this report is no calendar",
            "write a calendar with `ledger export -o deadlines.ics`",
        ),
        (
            "summary -o 期限.ics",
            "this report is no calendar",
            "write a calendar with `ledger export -o deadlines.ics`",
        ),
        (
            "export -O md",
            "`export` does not write this format",
            "it writes csv, xlsx, json and ics; for people there are `ledger list` and `ledger report`",
        ),
        (
            "export -o 台账.docx",
            "`export` does not write this format",
            "it writes csv, xlsx, json and ics; for people there are `ledger list` and `ledger report`",
        ),
        (
            "export --split unit -O csv",
            "only a workbook has a sheet for each unit",
            "write one with -o ledger.xlsx",
        ),
        ("export -O xlsx", "missing: --output", ""),
        ("export", "missing: --output", ""),
    ] {
        let help = if help.is_empty() { String::new() } else { format!("help: {help}\n") };
        session.run(words).stderr(&format!("ledger: {error}\n{help}")).status(2);
    }
}

#[test]
fn a_chart_stands_in_the_place_of_the_table() {
    let session = book(Form::Folder);
    session.run("summary --chart --lang zh").golden("summary-chart-zh").fine();
    session.run("summary --chart --by category,unit --lang en").golden("summary-chart").fine();
    session
        .run("summary --chart --lang zh --color always")
        .golden("summary-chart-colour-zh")
        .fine();
    let table = session.run("summary -O csv").text();
    assert_eq!(session.run("summary --chart -O csv").text(), table);
    assert_eq!(session.run("summary --chart").json(), session.run("summary").json());
}

#[test]
fn the_spreadsheet_draws_bars_from_the_cells() {
    let session = book(Form::Folder);
    session.run("summary --by unit --chart -o a.xlsx --lang zh").quietly();
    let workbook = Workbook::open(&session, "a.xlsx");
    let chart = &workbook.parts["xl/charts/chart1.xml"];
    let bars = chart.matches("<c:ser>").count();
    assert!(bars >= 3 && chart.contains("<c:grouping val=\"stacked\"/>"), "{chart}");
    // What it draws are cells of its sheet, from the row below the headings on.
    let name = &workbook.names()[0];
    assert!(
        chart.contains(&format!("{name}!$A$")) || chart.contains(&format!("'{name}'!$A$")),
        "{chart}"
    );
    let bytes = fs::read(session.path("a.xlsx")).unwrap();
    session.run("summary --by unit --chart -o a.xlsx --lang zh --force").quietly();
    assert_eq!(bytes, fs::read(session.path("a.xlsx")).unwrap());
    session.run("report page -o page.xlsx --lang zh").quietly();
    let page = Workbook::open(&session, "page.xlsx");
    assert!(page.parts["xl/charts/chart1.xml"].contains("<c:lineChart>"));
    session.run("summary --by unit -o plain.xlsx").quietly();
    assert!(
        !Workbook::open(&session, "plain.xlsx").parts.keys().any(|part| part.contains("chart"))
    );
}
