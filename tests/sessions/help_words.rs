//! Topics of the help, manual pages and what a shell completes.

use std::process::Command;

use crate::samples::book;
use crate::session::{Form, Session};

const TOPICS: [&str; 5] = ["limits", "formats", "states", "policy", "cron"];

#[test]
fn each_topic_in_both_languages() {
    use unicode_width::UnicodeWidthStr as _;
    let session = Session::new();
    for topic in TOPICS {
        for lang in ["en", "zh"] {
            let text = session.run(&format!("help {topic} --lang {lang}")).text();
            // A line of cron is one line however long it is.
            let wide = text.lines().filter(|line| line.width() > 80 && !line.contains("* * "));
            assert_eq!(wide.collect::<Vec<_>>(), [""; 0], "{topic} {lang}");
        }
    }
    session.run("help").golden("help-topics").fine();
    session.run("help --lang zh").golden("help-topics-zh").fine();
    session.run("help lmits").golden("help-unknown").status(2);
    session.run("help xyzzy --lang zh").golden("help-unknown-zh").status(2);
}

/// What the topics show as commands runs.
#[test]
fn the_commands_of_the_topics_run() {
    for lang in ["en", "zh"] {
        let session = book(Form::Folder);
        session.run("convert 2022-inspection --to csv").quietly();
        let mut ran = 0;
        for topic in ["limits", "formats"] {
            let text = session.run(&format!("help {topic} --lang {lang}")).text();
            for line in text.lines().filter_map(|line| line.strip_prefix("  ledger ")) {
                let words = line.replace("2023-survey", "2022-inspection");
                session.run(&words).quietly();
                ran += 1;
            }
        }
        assert_eq!(ran, 3, "{lang}");
    }
}

#[test]
fn help_of_a_command_is_the_commands_own() {
    let session = Session::new();
    for lang in ["en", "zh"] {
        let long = session.run(&format!("close --help --lang {lang}")).text();
        assert_eq!(session.run(&format!("help close --lang {lang}")).text(), long);
    }
}

#[test]
fn a_manual_page_for_each_command() {
    let session = Session::new();
    for lang in ["en", "zh"] {
        session.run(&format!("man --into pages-{lang} --lang {lang}")).quietly();
        let page = session.read(&format!("pages-{lang}/ledger-overdue.1"));
        assert!(page.contains(".TH ledger-overdue 1"), "{page}");
        assert!(page.contains(if lang == "zh" { "逾期" } else { "longest late" }), "{page}");
        assert_eq!(session.run(&format!("man overdue --lang {lang}")).text(), page);
    }
    assert!(session.read("pages-en/ledger.1").contains("Keep the rectification ledger"));
    session.run("man xyzzy").golden("man-unknown").status(2);
}

/// What is offered for the last of the words.
fn offered(session: &Session, words: &[&str]) -> Vec<String> {
    let mut command: Command = session.command("--");
    command
        .args(words)
        .env("COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string())
        .env("_CLAP_COMPLETE_COMP_TYPE", "9")
        .env("_CLAP_IFS", "\n");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().filter(|line| !line.starts_with('-')).map(str::to_owned).collect()
}

#[test]
fn a_shell_completes_what_the_book_has() {
    let session = book(Form::Folder);
    session.on_no_day();
    assert_eq!(offered(&session, &["ledger", "over"]), ["overdue"]);
    assert_eq!(offered(&session, &["ledger", "show", ""]), ["1", "2", "3", "4", "5"]);
    assert_eq!(offered(&session, &["ledger", "close", ""]), ["2"]);
    assert_eq!(offered(&session, &["ledger", "done", ""]), ["1", "3", "5"]);
    assert_eq!(offered(&session, &["ledger", "reopen", ""]), ["4"]);
    assert_eq!(offered(&session, &["ledger", "show", "2022-inspection/4"]), ["2022-inspection/4"]);
    assert_eq!(offered(&session, &["ledger", "list", "--unit", "cw"]), ["财务股", "基层卫生股"]);
    assert_eq!(offered(&session, &["ledger", "list", "--unit", "财"]), ["财务股"]);
    assert_eq!(offered(&session, &["ledger", "list", "--tag", ""]), ["民生", "重点"]);
    assert_eq!(offered(&session, &["ledger", "list", "--person", "cw"]), ["财务股股长"]);
    assert_eq!(offered(&session, &["ledger", "-l", ""]), ["2022-inspection"]);
    // A book that cannot be read offers nothing and says nothing.
    session.write("ledgers/2022-inspection/001.toml", "title = ");
    assert_eq!(offered(&session, &["ledger", "show", ""]), [""; 0]);
}

#[test]
fn each_shell_is_taught() {
    let session = Session::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = session.run(&format!("completions {shell}")).text();
        assert!(script.contains("COMPLETE"), "{shell}: {script}");
    }
    session.run("completions csh").golden("completions-unknown").status(2);
}
