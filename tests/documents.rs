//! Official documents of each genre, in our own words, read as drafts of ledgers: `tests/documents/NAME.txt` must give
//! exactly what `NAME.draft` beside it says. `BLESS=1` writes what they give now.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use ledger::complaint::{Mentioned, Source};
use ledger::domain::book::Lang;
use ledger::domain::entry::Act;
use ledger::domain::problem::{Kind, Problem};
use ledger::domain::responsible::Responsible;
use ledger::domain::subject::{Part, Subject};
use ledger::intake::document;
use ledger::intake::draft::{Draft, Drafted, Remark};
use ledger::render::words;

fn draft(path: &Path) -> Draft {
    let text = fs::read_to_string(path).unwrap();
    let source = Source {
        path: path.file_name().unwrap().to_string_lossy().into(),
        text,
        ..Source::default()
    };
    document::read(&Arc::new(source), "台账").unwrap()
}

/// The draft, one fact a line.
fn show(draft: &Draft) -> String {
    let mut shown = String::new();
    for reading in &draft.head_readings {
        writeln!(shown, "{} = {} [{:?}]", reading.key, reading.value, reading.grade).unwrap();
    }
    for phase in &draft.head.phases {
        let day =
            |day: Option<ledger::domain::day::Day>| day.map_or("–".into(), |it| it.to_string());
        writeln!(shown, "phase {}: {} … {}", phase.name, day(phase.from), day(phase.until))
            .unwrap();
    }
    for line in &draft.problems {
        show_line(&mut shown, line);
    }
    writeln!(shown).unwrap();
    for note in &draft.notes {
        let Remark::Document(remark) = &note.remark else { continue };
        let (at, _) = draft.source.line_and_column(note.span.start);
        writeln!(shown, "{at}: {}", words::document_remark(Lang::Zh, remark)).unwrap();
    }
    shown
}

fn show_line(shown: &mut String, line: &Drafted) {
    let Drafted { problem, mentions, .. } = line;
    let kind = match problem.kind {
        Kind::Problem => "问题",
        Kind::Task => "任务",
        Kind::Duty => "定期",
    };
    let grade = |part, key: &str| format!("{:?}", line.grade_of(&part, key));
    let reference = problem.reference.as_deref().unwrap_or("–");
    writeln!(shown, "\n{kind} {} ref {reference}", problem.no).unwrap();
    let mut say = |key: &'static str, value: Option<&str>| {
        if let Some(value) = value {
            let value = value.replace('\n', "⏎");
            writeln!(shown, "  {key} = {value} [{}]", grade(Part::Problem, key)).unwrap();
        }
    };
    let Problem { title, detail, category, cause, goal, limit, owners, every, .. } = &**problem;
    say("title", Some(title));
    say("detail", detail.as_deref());
    say("category", category.as_deref());
    say("cause", cause.as_deref());
    say("goal", goal.as_deref());
    say("limit", limit.as_deref());
    say("every", every.as_deref());
    say("found", problem.found.map(|day| day.to_string()).as_deref());
    say("owners", owners.as_deref());
    responsible(shown, "  ", &problem.responsible);
    for tag in &problem.tags {
        writeln!(shown, "  tag = {tag}").unwrap();
    }
    for (key, value) in &problem.extra {
        writeln!(shown, "  {key} = {value}").unwrap();
    }
    for measure in &problem.measures {
        let text = measure.text.replace('\n', "⏎");
        let grade = grade(Part::Measure(measure.no), "text");
        writeln!(shown, "  .{} {text} [{grade}]", measure.no).unwrap();
        responsible(shown, "     ", &measure.responsible);
        if let Some(limit) = &measure.limit {
            writeln!(shown, "     limit = {limit}").unwrap();
        }
    }
    for entry in &problem.entries {
        let text = entry.text.as_deref().unwrap_or_default().replace('\n', "⏎");
        let act =
            if matches!(entry.act, Act::Progress { .. }) { "" } else { entry.act.kind().name() };
        writeln!(shown, "  {} {}: {act}{text}", entry.on, entry.by).unwrap();
    }
    if !mentions.is_empty() {
        let figure = |it: &Mentioned| match it {
            Mentioned::Money(money) => money.to_string(),
            Mentioned::PersonTimes(times) => format!("{times}人次"),
        };
        let figures: Vec<_> = mentions.iter().map(|it| figure(&it.figure)).collect();
        writeln!(shown, "  figures = {}", figures.join(" ")).unwrap();
    }
}

fn responsible(shown: &mut String, indent: &str, of: &Responsible) {
    let lists = [
        ("lead", &of.lead),
        ("joint", &of.joint),
        ("with", &of.with),
        ("leader", &of.leader),
        ("person", &of.person),
    ];
    for (key, names) in lists.into_iter().filter(|(_, names)| !names.is_empty()) {
        writeln!(shown, "{indent}{key} = {}", names.join(" | ")).unwrap();
    }
}

#[test]
fn each_document_gives_what_stands_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let mut wrong = Vec::new();
    let mut papers = 0;
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        papers += 1;
        let given = show(&draft(&path));
        let beside = path.with_extension("draft");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&beside, &given).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if expected != given {
            let lines = expected.lines().zip(given.lines()).find(|(one, other)| one != other);
            wrong.push(format!("{}: {lines:?}", path.display()));
        }
    }
    assert!(papers > 0);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_value_stands_where_its_place_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let draft = draft(&entry.path());
        let plain = |words: &str| words.split_whitespace().collect::<String>();
        for line in &draft.problems {
            for key in ["title", "detail", "category", "limit", "goal", "every"] {
                let value = match key {
                    "title" => Some(line.problem.title.clone()),
                    "detail" => line.problem.detail.clone(),
                    "category" => line.problem.category.clone(),
                    "limit" => line.problem.limit.clone(),
                    "goal" => line.problem.goal.clone(),
                    _ => line.problem.every.clone(),
                };
                let Some(value) = value else { continue };
                let span = line.places.of(&Subject::key(Part::Problem, key));
                assert_eq!(plain(&draft.source.text[span]), plain(&value), "{key}");
            }
            for measure in &line.problem.measures {
                let subject = Subject::key(Part::Measure(measure.no), "text");
                let span = line.places.of(&subject);
                assert_eq!(plain(&draft.source.text[span]), plain(&measure.text));
            }
        }
    }
}

#[test]
fn no_part_of_a_document_is_too_strange() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let read = |text: String| {
        let source = Source { path: "part.txt".into(), text, ..Source::default() };
        document::read(&Arc::new(source), "台账").unwrap();
    };
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        let letters: Vec<char> = text.chars().collect();
        for at in (0..letters.len()).step_by(23) {
            read(letters[..at].iter().collect());
            read(letters[at..].iter().collect());
            read(letters.iter().skip(at % 3).step_by(3).collect());
        }
        read(text.replace('\n', ""));
        read(text.replace(['。', '，'], ""));
        read(text.chars().rev().collect());
    }
    let strange = [
        "",
        "\n\n",
        "\u{feff}",
        "一、",
        "（",
        "））））",
        "1.",
        "责任单位：",
        "（责任单位：）",
        "一是",
        "关于",
        "每",
        "|",
        "问题：",
        "①",
        "2023年XX月",
        "1人，占1%",
        "3万",
        "（甲局负责）",
    ];
    for strange in strange {
        read(strange.into());
        read(strange.repeat(500));
        read(format!("{strange}\n").repeat(500));
        read(format!("一、重点任务\n1.{strange}\n2.甲。（甲局负责）\n整改措施：{strange}\n"));
    }
}

/// Prints what a file gives, for whoever works on the reader.
#[test]
fn a_named_file_is_printed() {
    for path in std::env::var("LEDGER_DOCUMENT").iter().flat_map(|paths| paths.split(',')) {
        println!("==== {path}\n{}", show(&draft(Path::new(path))));
    }
}
