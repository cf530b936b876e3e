//! Runs the console blocks of a page and compares what they print, to the letter.
//!
//! A block says in its first line where it runs: `sample` in a fresh copy of the sample book and the examples, `empty` in an
//! empty git repository, `same` where the block before it ran. Keys of entries are random, so a key of the page stands for
//! the key that the program made in its place, also in the commands that follow; so does the hash of a commit, and the
//! SHA-256 of a seal. `index …` stands for a line of `git diff` that holds hashes. `BLESS=1` writes into the page what was printed.

#[path = "../folder/mod.rs"]
mod folder;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use folder::copy;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const FENCE: &str = "```";

/// What `cargo run --release --` is in the scratch folder: the program that was built for the test.
const CARGO: &str =
    "#!/bin/sh\n[ \"$1 $2 $3\" = 'run --release --' ] || exit 101\nshift 3\nexec ledger \"$@\"\n";

/// Runs all console blocks of a page that is read in this locale, and returns how many there were.
///
/// Blocks of other kinds than `console` must be `text`, and at most so many.
#[track_caller]
pub(crate) fn check(page: &str, locale: &str, most_text: usize) -> usize {
    let path = Path::new(ROOT).join(page);
    let before = fs::read_to_string(&path).unwrap();
    let (after, blocks) = run_page(&before, locale, most_text);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &after).unwrap();
    } else {
        for (number, (before, after)) in before.lines().zip(after.lines()).enumerate() {
            assert_eq!(before, after, "{page}:{}", number + 1);
        }
        assert_eq!(before, after, "{page}");
    }
    blocks
}

/// Returns the page with what its commands print now.
fn run_page(page: &str, locale: &str, most_text: usize) -> (String, usize) {
    let mut out = String::new();
    let mut lines = page.lines();
    let (mut blocks, mut texts) = (0, 0);
    let mut place: Option<Place> = None;
    while let Some(line) = lines.next() {
        push_line(&mut out, line);
        let Some(marker) = line.strip_prefix(FENCE) else { continue };
        let block: Vec<_> = lines.by_ref().take_while(|line| *line != FENCE).collect();
        match marker {
            "text" => {
                texts += 1;
                for line in &block {
                    push_line(&mut out, line);
                }
            }
            "console sample" | "console empty" | "console same" => {
                blocks += 1;
                if marker != "console same" {
                    place = Some(Place::new(marker == "console sample", locale));
                }
                out.push_str(&place.as_mut().expect("`same` follows a block").run(&block));
            }
            other => panic!("a block is marked `{other}`"),
        }
        push_line(&mut out, FENCE);
    }
    assert!(texts <= most_text, "{texts} blocks are not run");
    (out, blocks)
}

/// A scratch folder in which blocks are run.
struct Place {
    folder: tempfile::TempDir,
    locale: String,
    /// The keys of the page, and those that the program made.
    keys: BTreeMap<String, String>,
}

impl Place {
    fn new(sample: bool, locale: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let programs = folder.path().join("programs");
        let work = folder.path().join("work");
        fs::create_dir_all(&programs).unwrap();
        fs::create_dir_all(&work).unwrap();
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_ledger"), programs.join("ledger")).unwrap();
        fs::write(programs.join("cargo"), CARGO).unwrap();
        let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        fs::set_permissions(programs.join("cargo"), executable).unwrap();
        if sample {
            copy(&Path::new(ROOT).join("ledgers"), &work.join("ledgers"));
            copy(&Path::new(ROOT).join("examples"), &work.join("examples"));
        }
        let mut place = Self { folder, locale: locale.to_owned(), keys: BTreeMap::new() };
        if !sample {
            place.shell("git init -q");
        }
        // The keys of the sample book are what they are.
        place.keys = place.made_keys().into_iter().map(|key| (key.clone(), key)).collect();
        place
    }

    fn work(&self) -> PathBuf {
        self.folder.path().join("work")
    }

    /// Runs the commands of a block, and returns it with what they print.
    fn run(&mut self, block: &[&str]) -> String {
        let mut out = String::new();
        let mut lines = block.iter().copied().peekable();
        while let Some(line) = lines.next() {
            let mut command =
                line.strip_prefix("$ ").expect("a block begins with a command").to_owned();
            push_line(&mut out, line);
            while command.ends_with('\\') {
                let more = lines.next().unwrap_or_default();
                push_line(&mut out, more);
                command.push('\n');
                command.push_str(more);
            }
            for (shown, made) in &self.keys {
                command = command.replace(shown.as_str(), made);
            }
            let mut expected = Vec::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
                expected.push(line);
            }
            let printed = self.shell(&command);
            let made = [self.made_keys(), self.made_hashes()].concat();
            for (number, line) in printed.lines().enumerate() {
                let expected = expected.get(number).copied();
                let line = self.as_shown(line, expected, &made);
                push_line(&mut out, &line);
            }
        }
        out
    }

    /// Returns a printed line as the page shows it.
    fn as_shown(&mut self, line: &str, expected: Option<&str>, made: &[String]) -> String {
        if line.starts_with("index ") && line.contains("..") {
            return "index …".to_owned();
        }
        let (words, shown) = (words(line), words(expected.unwrap_or_default()));
        let is_made = |word: &str| is_hash(word, 64) || made.iter().any(|known| known == word);
        for (place, word) in words.iter().enumerate().filter(|(_, word)| is_made(word)) {
            if self.keys.values().any(|known| known == word) {
                continue;
            }
            let alike = |name: &str| {
                if word.len() == 6 { is_key(name) } else { is_hash(name, word.len()) }
            };
            let new =
                shown.get(place).filter(|name| alike(name) && !self.keys.contains_key(**name));
            self.keys.insert(new.unwrap_or(word).to_string(), (*word).to_owned());
        }
        let mut line = line.to_owned();
        let mut names: Vec<_> = self.keys.iter().collect();
        names.sort_by_key(|(_, made)| std::cmp::Reverse(made.len())); // a hash begins with its short form
        for (shown, made) in names {
            line = line.replace(made.as_str(), shown);
        }
        line
    }

    /// The hashes of all commits, whole and short.
    fn made_hashes(&self) -> Vec<String> {
        let printed = self.shell("git log --all --format=%H 2>/dev/null");
        let hashes = printed.lines().filter(|line| is_hash(line, 40));
        hashes.flat_map(|hash| [hash.to_owned(), hash[..8].to_owned()]).collect()
    }

    /// The keys of all entries that stand in the folder's book.
    fn made_keys(&self) -> Vec<String> {
        let printed = self.shell("cat ledgers/*/*.toml 2>/dev/null");
        let keys =
            printed.lines().filter_map(|line| line.strip_prefix("key = \"")?.strip_suffix('"'));
        keys.map(str::to_owned).collect()
    }

    /// Runs a command with `sh`, and returns what it prints on both streams, as a terminal would show it.
    fn shell(&self, command: &str) -> String {
        let path = std::env::var("PATH").unwrap_or_default();
        let programs = self.folder.path().join("programs");
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{command}")])
            .current_dir(self.work())
            .env_clear()
            .envs(std::env::var_os("LLVM_PROFILE_FILE").map(|it| ("LLVM_PROFILE_FILE", it)))
            .env("PATH", format!("{}:{path}", programs.display()))
            .env("HOME", self.folder.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_COUNT", "3")
            .env("GIT_CONFIG_KEY_0", "user.name")
            .env("GIT_CONFIG_VALUE_0", "office")
            .env("GIT_CONFIG_KEY_1", "user.email")
            .env("GIT_CONFIG_VALUE_1", "office@example.org")
            .env("GIT_CONFIG_KEY_2", "init.defaultBranch")
            .env("GIT_CONFIG_VALUE_2", "main")
            .env("GIT_CEILING_DIRECTORIES", self.folder.path())
            .env("LANG", &self.locale)
            .env("LANGUAGE", "en")
            .env("COLUMNS", "100")
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    }
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// The words of a line: what stands between anything but letters and digits.
fn words(line: &str) -> Vec<&str> {
    line.split(|c: char| !c.is_alphanumeric()).collect()
}

/// Six characters of Crockford's base32.
fn is_key(word: &str) -> bool {
    let allowed = |c: char| c.is_ascii_digit() || (c.is_ascii_lowercase() && !"ilou".contains(c));
    word.len() == 6 && word.chars().all(allowed)
}

fn is_hash(word: &str, length: usize) -> bool {
    word.len() == length && word.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c))
}
