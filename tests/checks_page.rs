//! The pages on `check` are those of the program: the same rules in the same words, and a hook that works.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

mod golden;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ledger::check::Rule;
use ledger::domain::book::Lang;
use ledger::render::words;

const PAGES: [(&str, Lang); 2] = [("docs/checks.md", Lang::En), ("docs/checks.zh.md", Lang::Zh)];

fn page(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The rules as the page has them: each with its severity, and in two lines what is wrong and what to do.
fn rules(lang: Lang) -> String {
    let mut text = String::new();
    for (name, rule, _) in Rule::ALL {
        let [what, remedy] = words::check_rule(lang, rule);
        let heading = words::rule_heading(lang, rule).replacen(name, &format!("`{name}`"), 1);
        writeln!(text, "- **{heading}**\n  {what}\n  {remedy}").unwrap();
    }
    text
}

#[test]
fn the_pages_describe_every_rule_in_the_words_of_the_program() {
    let mut wrong = Vec::new();
    for (name, lang) in PAGES {
        let text = fs::read_to_string(page(name)).unwrap();
        let (before, rest) =
            text.split_once("`BLESS=1 cargo test --test checks_page` -->\n").unwrap();
        let (_, after) = rest.split_once("<!-- end of the rules -->").unwrap();
        let expected = format!(
            "{before}`BLESS=1 cargo test --test checks_page` -->\n{}<!-- end of the rules -->{after}",
            rules(lang)
        );
        wrong.extend(golden::compare(&page(name), &expected).err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_is_described_in_two_lines_of_its_own() {
    for lang in [Lang::En, Lang::Zh] {
        let mut lines: Vec<_> =
            Rule::ALL.iter().map(|(_, rule, _)| words::check_rule(lang, *rule)[0]).collect();
        let number = lines.len();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), number, "two rules find the same");
        for [what, remedy] in Rule::ALL.map(|(_, rule, _)| words::check_rule(lang, rule)) {
            let end = if lang == Lang::Zh { '。' } else { '.' };
            assert!(what.ends_with(end) && remedy.ends_with(end), "{what} {remedy}");
        }
    }
}

/// The hook as the page has it.
fn hook(name: &str) -> String {
    let text = fs::read_to_string(page(name)).unwrap();
    let (_, rest) = text.split_once("```sh\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[cfg(unix)]
#[test]
fn the_hook_keeps_errors_out_of_the_history() {
    use std::os::unix::fs::PermissionsExt as _;
    for (name, _) in PAGES {
        let folder = tempfile::tempdir().unwrap();
        let bin = Path::new(env!("CARGO_BIN_EXE_ledger")).parent().unwrap();
        let path = format!("{}:{}", bin.display(), env::var("PATH").unwrap());
        let run = |words: &[&str]| {
            let mut command = Command::new("git");
            command.args(["-c", "user.name=a", "-c", "user.email=a@example.org"]).args(words);
            command.current_dir(folder.path()).env("PATH", &path).env("HOME", folder.path());
            command.output().unwrap()
        };
        assert!(run(&["init", "-q"]).status.success());
        let file = folder.path().join(".git/hooks/pre-commit");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, hook(name)).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        fs::write(folder.path().join("README"), "").unwrap();
        run(&["add", "."]);
        assert!(run(&["commit", "-qm", "no book yet"]).status.success());

        let ledgers = folder.path().join("ledgers/2022");
        fs::create_dir_all(&ledgers).unwrap();
        fs::write(folder.path().join("ledgers/book.toml"), "lang = \"en\"\n").unwrap();
        fs::write(ledgers.join("ledger.toml"), "issued = 2022-09-23\n").unwrap();
        let write = |due| {
            fs::write(ledgers.join("001.toml"), format!("title = \"a\"\ndue = {due}\n")).unwrap();
            run(&["add", "."]);
        };
        write("2022-09-01");
        let refused = run(&["commit", "-qm", "wrong"]);
        let said = String::from_utf8_lossy(&refused.stdout).into_owned()
            + &String::from_utf8_lossy(&refused.stderr);
        assert!(!refused.status.success() && said.contains("[due-before-found]"), "{said}");
        write("2022-10-01");
        assert!(run(&["commit", "-qm", "right"]).status.success());
    }
}
