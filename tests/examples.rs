//! Every example can be tried as its page says, in both languages, and prints what the page shows.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on stops where it stands"
)]

mod console;

use std::fs;

#[test]
fn the_examples_print_what_their_page_shows() {
    assert_eq!(console::check("examples/README.md", "en_US.UTF-8", 0), 5);
}

#[test]
fn the_examples_print_what_their_chinese_page_shows() {
    assert_eq!(console::check("examples/README.zh.md", "zh_CN.UTF-8", 0), 5);
}

#[test]
fn both_sheets_are_the_same() {
    let read =
        |name: &str| fs::read(format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (utf8, gb18030) = (read("台账示例.csv"), read("台账示例-gb18030.csv"));
    let (text, _, unreadable) = encoding_rs::GB18030.decode(&gb18030);
    assert!(!unreadable);
    assert_eq!(String::from_utf8(utf8).unwrap(), format!("\u{feff}{text}"));
}

#[test]
fn the_page_of_taking_in_prints_what_it_shows() {
    assert_eq!(console::check("docs/import.md", "en_US.UTF-8", 2), 3);
}

#[test]
fn the_chinese_page_of_taking_in_prints_what_it_shows() {
    assert_eq!(console::check("docs/import.zh.md", "zh_CN.UTF-8", 2), 3);
}

#[test]
fn the_page_of_papers_prints_what_it_shows() {
    assert_eq!(console::check("docs/reports.md", "en_US.UTF-8", 0), 5);
}

#[test]
fn the_chinese_page_of_papers_prints_what_it_shows() {
    assert_eq!(console::check("docs/reports.zh.md", "zh_CN.UTF-8", 0), 5);
}

#[test]
fn the_page_of_templates_prints_what_it_shows() {
    assert_eq!(console::check("docs/templates.md", "en_US.UTF-8", 0), 2);
}

#[test]
fn the_chinese_page_of_templates_prints_what_it_shows() {
    assert_eq!(console::check("docs/templates.zh.md", "zh_CN.UTF-8", 0), 2);
}

/// The office of the scripts: the sample book in a repository, the program, and a `mail` that keeps what it is to send.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        let programs = office.path("programs");
        fs::create_dir_all(&programs).unwrap();
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_ledger"), programs.join("ledger")).unwrap();
        let mail = "#!/bin/sh\n{ printf '%s|' \"$@\"; echo; cat; } > \"$HOME/mail.txt\"\n";
        fs::write(programs.join("mail"), mail).unwrap();
        let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        fs::set_permissions(programs.join("mail"), executable).unwrap();
        let sample = format!("{}/ledgers", env!("CARGO_MANIFEST_DIR"));
        fs::create_dir(office.path("book")).unwrap();
        office.fine("cp", &["-r", &sample, "book/ledgers"]);
        office.fine("git", &["-C", "book", "init", "-q"]);
        for (key, value) in [("user.name", "整改办"), ("user.email", "office@example.org")] {
            office.fine("git", &["-C", "book", "config", key, value]);
        }
        office
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, program: &str, words: &[&str]) -> std::process::Output {
        let path = std::env::var("PATH").unwrap();
        std::process::Command::new(program)
            .args(words)
            .current_dir(self.folder.path())
            .env("PATH", format!("{}:{path}", self.path("programs").display()))
            .env("HOME", self.folder.path())
            .env("LC_ALL", "zh_CN.UTF-8")
            .env_remove("COLUMNS")
            .output()
            .unwrap()
    }

    #[track_caller]
    fn fine(&self, program: &str, words: &[&str]) -> String {
        let output = self.run(program, words);
        assert!(output.status.success(), "{words:?} {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

fn script(name: &str) -> String {
    format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_bulletin_is_mailed_whole_or_not_at_all() {
    let office = Office::new();
    let send = script("bulletin.sh");
    office.fine("sh", &[&send, "book", "leader@example.org", "2022-10-31"]);
    let mail = fs::read_to_string(office.path("mail.txt")).unwrap();
    let (words, text) = mail.split_once('\n').unwrap();
    let title = text.lines().next().unwrap().trim();
    assert_eq!(words, format!("-s|{title} (2022-10-31)|leader@example.org|"));
    let bulletin =
        ["-C", "book", "report", "bulletin", "--period", "last-week", "--today", "2022-10-31"];
    assert_eq!(text, office.fine("ledger", &bulletin));
    fs::remove_file(office.path("mail.txt")).unwrap();
    let failed = office.run("sh", &[&send, "nowhere", "leader@example.org", "2022-10-31"]);
    assert!(!failed.status.success() && !failed.stderr.is_empty());
    assert!(!office.path("mail.txt").exists(), "nothing is mailed");
}

#[test]
fn the_month_is_committed_and_sealed_and_earlier_seals_hold() {
    let office = Office::new();
    let close = script("monthly.sh");
    let printed = office.fine("sh", &[&close, "book", "seals", "2022-10-28"]);
    let seal = fs::read_to_string(office.path("seals/seal-2022-10.txt")).unwrap();
    assert!(printed.ends_with(&seal) && seal.lines().count() == 8, "{printed}");
    let log = || office.fine("git", &["-C", "book", "log", "--format=%s"]);
    assert_eq!(log(), "The ledgers as of 2022-10-28\n");
    // Nothing new: no commit, and a seal of the next month.
    office.fine("sh", &[&close, "book", "seals", "2022-11-28"]);
    assert_eq!(log().lines().count(), 1);
    assert!(office.path("seals/seal-2022-11.txt").exists());
    // What cannot be read is neither committed nor sealed.
    fs::write(office.path("book/ledgers/2022-inspection/007.toml"), "title = ").unwrap();
    assert!(!office.run("sh", &[&close, "book", "seals", "2022-12-28"]).status.success());
    assert!(!office.path("seals/seal-2022-12.txt").exists());
    assert_eq!(log().lines().count(), 1);
}

#[test]
fn the_scripts_say_how_they_are_installed_and_are_clean() {
    for name in ["weekly.sh", "bulletin.sh", "monthly.sh"] {
        let text = fs::read_to_string(script(name)).unwrap();
        assert!(text.starts_with("#!/bin/sh\n# ") && text.contains("\nset -eu\n"), "{name}");
        assert!(
            text.contains("table of cron") || text.contains("from the table of cron"),
            "{name}"
        );
        // Where the tool is, as on the server that tests every change.
        if let Ok(said) = std::process::Command::new("shellcheck").arg(script(name)).output() {
            assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
        }
    }
}
