//! Papers in the office's own wording, and with persons masked.

use serde_json::Value;

use crate::samples::{BOTH, book};
use crate::session::{Form, Session};

const OWN: &str = "{% for ledger in ledgers %}\n# 报告（{{ today | day }}）\n{% for problem in ledger.problems %}\n\
                   #### {{ loop.index }}.{{ problem.title }}\n**牵头**：{{ problem.lead }}\n{% endfor %}\n{% endfor %}\n";

/// A book with a template for the report on rectification.
fn worded(form: Form, text: &str) -> Session {
    let session = book(form);
    session.write("ledgers/templates/rectification.md", text);
    session
}

#[test]
fn one_template_words_every_format_for_people() {
    for form in BOTH {
        let session = worded(form, OWN);
        session.run("report rectification").golden("template-text").fine();
        session.run("report rectification -O md --lang zh").golden("template-md-zh").fine();
        let html = session.run("report rectification -O html").text();
        assert!(html.contains("报告（30") || html.contains("25 October 2022"), "{html}");
        // Programs get what they get otherwise.
        for format in ["json", "csv"] {
            let own = session.run(&format!("report rectification -O {format}")).text();
            let built_in = session.run(&format!("report rectification -O {format} --no-template"));
            assert_eq!(own, built_in.text());
        }
        let other = session.run("report lists").text();
        assert!(!other.contains("报告（"), "a template is for its own paper");
    }
}

#[test]
fn another_template_is_named_and_none_on_request() {
    let session = worded(Form::Folder, OWN);
    session.write("ledgers/templates/short.md", "# 短\n{{ table(1) }}\n");
    session.run("report register --template short").golden("template-named").fine();
    let built_in = session.run("report rectification --no-template").text();
    assert!(!built_in.contains("报告（"));
    session.run("report register --template shor").golden("template-missing").status(3);
    session
        .run("report register --template shor --lang zh")
        .golden("template-missing-zh")
        .status(3);
    session.run("report register --template ../book").golden("template-outside").status(2);
    session
        .run("report register --template ../book --lang zh")
        .golden("template-outside-zh")
        .status(2);
}

#[test]
fn what_is_wrong_in_a_template_is_shown_at_its_place() {
    let session = worded(Form::Folder, "# 题\n{{ ledgers[0].titel }}\n");
    session.run("report rectification").golden("template-unknown").status(3);
    session.run("report rectification --lang zh").golden("template-unknown-zh").status(3);
    let session = worded(Form::Folder, "# 题\n\n{% for a in ledgers %}\n甲\n");
    session.run("report rectification").golden("template-syntax").status(3);
    session.run("report rectification --lang zh").golden("template-syntax-zh").status(3);
    let session = worded(Form::Folder, "{{ table('总表') }}\n");
    session.run("report rectification").golden("template-table").status(3);
    session.run("report rectification --lang zh").golden("template-table-zh").status(3);
    let session = worded(Form::Folder, "甲{{ ledgers[0].ledger | day }}\n");
    session.run("report rectification").golden("template-value").status(3);
    session.run("report rectification --lang zh").golden("template-value-zh").status(3);
    let session = worded(Form::Folder, "{{ part('总体') }}\n");
    session.run("report rectification").golden("template-part").status(3);
    session.run("report rectification --lang zh").golden("template-part-zh").status(3);
    let session = worded(Form::Folder, "{{ today | dat }}\n");
    session.run("report rectification").golden("template-word").status(3);
    session.run("report rectification --lang zh").golden("template-word-zh").status(3);
    let session = worded(Form::Folder, "{{ ledgers[0] }}\n");
    session.run("report rectification").golden("template-whole").status(3);
    session.run("report rectification --lang zh").golden("template-whole-zh").status(3);
}

#[test]
fn check_reads_the_templates_too() {
    let session = worded(Form::Folder, "# 题\n{% if today %}\n");
    session.run("check").golden("template-check").status(1);
    session.run("check --lang zh").golden("template-check-zh").status(1);
    session.write("ledgers/templates/rectification.md", OWN);
    session.run("check").quietly();
}

#[test]
fn the_past_is_worded_by_the_template_of_then() {
    let session = Session::in_git_with_ledger(Form::Folder);
    session.run("add --title 甲 --lead 财务股 --limit 10月底前").quietly();
    session.write("ledgers/templates/rectification.md", "# 旧\n");
    session.commit_at("2022-10-01T09:00", "one");
    session.write("ledgers/templates/rectification.md", "# 新\n");
    session.commit_at("2022-10-08T09:00", "two");
    assert!(session.run("report rectification").text().contains('新'));
    assert!(session.run("report rectification --at 2022-10-01").text().contains('旧'));
}

#[test]
fn persons_are_masked_in_every_paper() {
    const PERSONS: [&str; 4] = ["财务股股长", "分管副主任", "审批人甲", "核查人乙"];
    for form in BOTH {
        let session = book(form);
        let persons = PERSONS.map(|name| format!("\n[person.\"{name}\"]\n")).concat();
        session.write("ledgers/book.toml", &(session.read("ledgers/book.toml") + &persons));
        session
            .run("extend 1 --due 2022-11-30 --text 流水未到 --by 财务股股长 --approver 审批人甲")
            .quietly();
        session.run("close 2 --by 纪检组 --verifier 核查人乙 --text 已抽查").quietly();
        session.on("2022-12-08").run("notice --by 财务股股长").quietly();
        for kind in [
            "register",
            "lists",
            "rectification",
            "public",
            "units",
            "bulletin",
            "page",
            "notice",
            "closing 1 2",
            "extension 1",
        ] {
            for format in ["table", "json", "csv"] {
                let text = session.run(&format!("report {kind} --mask -O {format}")).text();
                let named = PERSONS.iter().filter(|name| text.contains(**name));
                assert_eq!(
                    named.collect::<Vec<_>>(),
                    Vec::<&&str>::new(),
                    "{kind} {format}\n{text}"
                );
                if ["register", "rectification", "units", "closing 1 2"].contains(&kind) {
                    assert!(text.contains("财务股"), "units stay: {kind} {format}");
                }
            }
        }
        let open = session.run("report rectification").text();
        assert!(PERSONS.iter().all(|name| open.contains(name)), "{open}");
        let all: Value = session.run("report rectification --mask").json();
        let first = &all["ledgers"][0]["problems"][0];
        assert_eq!((&first["person"][0], &first["lead"][0]), (&"＊＊".into(), &"财务股".into()));
    }
}
