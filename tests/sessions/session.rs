//! A session at the keyboard: a folder, commands, and exactly what they print, return and leave behind.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::rc::Rc;
use std::{env, fs, thread};

use serde_json::Value;
use tempfile::TempDir;

use crate::folder;

/// How the ledger of a session is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Folder,
    Table,
}

/// Where the ledger of most sessions lies.
pub(crate) const TABLE: &str = "ledgers/2022-inspection.csv";

/// The file of a problem of that ledger.
pub(crate) fn file(no: u32) -> String {
    format!("ledgers/2022-inspection/{no:03}.toml")
}

/// The lines that `--ids` prints for `1 3.2`.
pub(crate) fn ids(short: &str) -> String {
    short.split_whitespace().flat_map(|id| ["2022-inspection/", id, "\n"]).collect()
}

/// Somebody at a keyboard, in a folder below a home of their own.
pub(crate) struct Session {
    home: Rc<TempDir>,
    folder: PathBuf,
    env: BTreeMap<String, String>,
    today: RefCell<Option<String>>,
    keys: Rc<RefCell<Vec<String>>>,
    commits: Rc<RefCell<Vec<String>>>,
}

impl Session {
    /// An empty folder, no locale, 80 columns.
    pub(crate) fn new() -> Self {
        let home = Rc::new(tempfile::tempdir().unwrap());
        let folder = home.path().join("office");
        fs::create_dir(&folder).unwrap();
        let session = Self {
            home,
            folder,
            env: BTreeMap::new(),
            today: RefCell::default(),
            keys: Rc::default(),
            commits: Rc::default(),
        };
        session.columns(80)
    }

    /// An empty git repository with the branch `main`.
    pub(crate) fn in_git() -> Self {
        let session = Self::new();
        session.init_git();
        session
    }

    /// A book with one empty ledger, made by `ledger init` on the day of the plan, 2022-09-23.
    pub(crate) fn with_ledger(form: Form) -> Self {
        Self::new().and_ledger(form)
    }

    /// The same in a git repository, with nothing left to commit.
    pub(crate) fn in_git_with_ledger(form: Form) -> Self {
        let session = Self::in_git().and_ledger(form);
        session.commit("The ledger of 2022");
        session
    }

    fn and_ledger(self, form: Form) -> Self {
        let csv = if form == Form::Table { " --csv" } else { "" };
        let words =
            format!("init 2022-inspection --issued 2022-09-23 --source 区委第一巡察组{csv}");
        self.on("2022-09-23").run(&words).quietly();
        self
    }

    /// Copies a folder of the project into the session's folder.
    pub(crate) fn copy(&self, from: &str) {
        folder::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(from), &self.folder.join(from));
    }

    /// Sets the locale.
    pub(crate) fn lang(self, value: &str) -> Self {
        self.env("LANG", value)
    }

    /// Sets how wide the terminal says it is.
    pub(crate) fn columns(self, number: u32) -> Self {
        self.env("COLUMNS", &number.to_string())
    }

    /// Sets a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.env.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Another day: commands that say no `--today` run on it.
    pub(crate) fn on(&self, day: &str) -> &Self {
        *self.today.borrow_mut() = Some(day.to_owned());
        self
    }

    /// No day: commands that say no `--today` run on their own.
    pub(crate) fn on_no_day(&self) -> &Self {
        *self.today.borrow_mut() = None;
        self
    }

    /// The same person in another folder below home, which is made where there is none.
    pub(crate) fn at(&self, folder: &str) -> Self {
        let folder = self.home.path().join(folder);
        fs::create_dir_all(&folder).unwrap();
        Self {
            home: Rc::clone(&self.home),
            folder,
            env: self.env.clone(),
            today: self.today.clone(),
            keys: Rc::clone(&self.keys),
            commits: Rc::clone(&self.commits),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes a file by hand.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Changes a file by hand.
    #[track_caller]
    pub(crate) fn edit(&self, name: &str, old: &str, new: &str) -> &Self {
        let text = self.read(name);
        assert!(text.contains(old), "{name} has no {old:?}:\n{text}");
        self.write(name, text.replacen(old, new, 1))
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// `check` finds nothing wrong in so many ledgers and problems. What could be said and is not does not count.
    #[track_caller]
    pub(crate) fn is_well(&self, ledgers: usize, problems: usize) {
        let words = |number: usize, word: &str| {
            format!("{number} {word}{}", if number == 1 { "" } else { "s" })
        };
        let (ledgers, problems) = (words(ledgers, "ledger"), words(problems, "problem"));
        self.run("check --skip due-not-stored,no-limit,no-measures,no-lead")
            .stderr(&format!("ledger: nothing wrong in {ledgers} with {problems}\n"))
            .fine();
    }

    /// Types a command. Words are parted as a shell parts them, without anything but single quotes; `<key1>` stands for
    /// the first key that was printed in this session.
    pub(crate) fn run(&self, words: &str) -> Run<'_> {
        Run {
            session: self,
            words: words.to_owned(),
            stdin: Vec::new(),
            stdout: String::new(),
            stderr: String::new(),
            golden: None,
            files: Vec::new(),
        }
    }

    /// The command that is typed, as a process.
    pub(crate) fn command(&self, words: &str) -> Command {
        let mut command = self.prepared(env!("CARGO_BIN_EXE_ledger"));
        command.args(split(&self.with_keys(words)));
        if let Some(day) = &*self.today.borrow()
            && !words.contains("--today")
        {
            command.args(["--today", day]);
        }
        command
    }

    fn prepared(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.folder)
            .env_clear()
            .env("HOME", self.home.path())
            .env("PATH", env::var_os("PATH").unwrap_or_default())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .envs(env::var_os("LLVM_PROFILE_FILE").map(|it| ("LLVM_PROFILE_FILE", it)))
            .envs(&self.env);
        command
    }

    fn with_keys(&self, words: &str) -> String {
        let mut words = words.to_owned();
        for (place, key) in self.keys.borrow().iter().enumerate() {
            words = words.replace(&format!("<key{}>", place + 1), key);
        }
        words
    }

    /// Puts placeholders in the place of the keys and of short hashes, which are as long, of whole hashes and of home.
    pub(crate) fn without_keys(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (place, hash) in self.commits.borrow().iter().enumerate() {
            text = text.replace(hash, &format!("<commit {}>", place + 1));
            text = text.replace(&hash[..8], &format!("<comm{:->2}>", place + 1));
        }
        for (place, key) in self.keys.borrow().iter().enumerate() {
            text = text.replace(key, &format!("<key{}>", place + 1));
        }
        text.replace(&*self.home.path().to_string_lossy(), "<home>")
    }

    /// Learns the keys of entries from what a command that records has printed: `2022-inspection/7 k7q2m9`.
    fn learn(&self, stdout: &str) {
        for line in stdout.lines() {
            let mut words = line.split(' ');
            let (Some(id), Some(key), None) = (words.next(), words.next(), words.next()) else {
                continue;
            };
            let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
            if id.contains('/') && key.len() == 6 && key.chars().all(small) {
                self.keys.borrow_mut().push(key.to_owned());
            }
        }
    }

    /// All files as they are now, to be put back later.
    pub(crate) fn kept(&self) -> BTreeMap<String, Vec<u8>> {
        self.files()
    }

    /// Makes all files as they were.
    pub(crate) fn put_back(&self, kept: &BTreeMap<String, Vec<u8>>) {
        for (name, bytes) in kept {
            fs::write(self.path(name), bytes).unwrap();
        }
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.folder, "", &mut files);
        files
    }
}

/// Git, as the same person uses it beside `ledger`.
impl Session {
    fn init_git(&self) {
        self.git("init -q -b main");
        self.identify();
    }

    fn identify(&self) {
        self.git("config user.name 办公室");
        self.git("config user.email clerk@example.org");
    }

    /// Runs git, which must succeed, and returns what it printed.
    #[track_caller]
    pub(crate) fn git(&self, words: &str) -> String {
        let output = self.try_git(words);
        assert!(output.status.success(), "git {words}\n{}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs git, which may refuse.
    pub(crate) fn try_git(&self, words: &str) -> Output {
        self.try_git_at("2022-10-01T08:00:00+08:00", words)
    }

    fn try_git_at(&self, day: &str, words: &str) -> Output {
        let mut git = self.prepared("git");
        git.envs([("GIT_AUTHOR_DATE", day), ("GIT_COMMITTER_DATE", day), ("LC_ALL", "C")]);
        git.args(split(words)).output().unwrap()
    }

    #[track_caller]
    pub(crate) fn commit(&self, message: &str) {
        self.git("add -A");
        self.git(&format!("commit -q -m '{message}'"));
        self.commits.borrow_mut().push(self.git("rev-parse HEAD").trim().to_owned());
    }

    /// Commits all that there is, at a time of the office's zone, as `2022-10-08T09:00`, and returns the hash.
    #[track_caller]
    pub(crate) fn commit_at(&self, time: &str, message: &str) -> String {
        self.git("add -A");
        self.git_at(time, &format!("commit -q --allow-empty -m '{message}'"))
    }

    /// Runs git at a time of the office's zone, which must succeed, and returns the newest commit's hash.
    #[track_caller]
    pub(crate) fn git_at(&self, time: &str, words: &str) -> String {
        let output = self.try_git_at(&format!("{time}:00+08:00"), words);
        assert!(output.status.success(), "git {words}\n{}", said(&output));
        let hash = self.git("rev-parse HEAD").trim().to_owned();
        self.commits.borrow_mut().push(hash.clone());
        hash
    }

    /// Somebody else's clone.
    #[track_caller]
    pub(crate) fn clone_to(&self, folder: &str) -> Self {
        self.git(&format!("clone -q . ../{folder}"));
        let clone = self.at(folder);
        clone.identify();
        clone
    }

    /// What git says has changed: `added deleted path`, and untracked files as `new path`.
    #[track_caller]
    pub(crate) fn changes(&self) -> Vec<String> {
        let changed = self.git("-c core.quotePath=false diff --numstat");
        let new = self.git("-c core.quotePath=false ls-files --others --exclude-standard");
        let changed = changed.lines().map(|line| line.replace('\t', " "));
        changed.chain(new.lines().map(|path| format!("new {path}"))).collect()
    }
}

/// What has to become of a file.
enum Fate {
    /// It holds this text.
    Holds(String),
    /// This text was added at its end.
    Appended(String),
    /// Something was added at its end.
    Grown,
    /// It is gone.
    Removed,
}

/// A command with all that is expected of it.
#[must_use = "a command runs when its status is stated"]
pub(crate) struct Run<'a> {
    session: &'a Session,
    words: String,
    stdin: Vec<u8>,
    stdout: String,
    stderr: String,
    golden: Option<&'static str>,
    files: Vec<(String, Fate)>,
}

impl Run<'_> {
    /// Gives it standard input.
    pub(crate) fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        bytes.as_ref().clone_into(&mut self.stdin);
        self
    }

    pub(crate) fn stdout(mut self, text: &str) -> Self {
        text.clone_into(&mut self.stdout);
        self
    }

    pub(crate) fn stderr(mut self, text: &str) -> Self {
        text.clone_into(&mut self.stderr);
        self
    }

    /// Both outputs stand in `tests/golden/sessions`; one that is empty has no file.
    pub(crate) fn golden(mut self, name: &'static str) -> Self {
        self.golden = Some(name);
        self
    }

    /// A file holds this text afterwards.
    pub(crate) fn writes(self, name: &str, text: &str) -> Self {
        self.fate(name, Fate::Holds(text.to_owned()))
    }

    /// This text stands at a file's end afterwards, and nothing else has changed in it.
    pub(crate) fn appends(self, name: &str, text: &str) -> Self {
        self.fate(name, Fate::Appended(text.to_owned()))
    }

    /// Something stands at a file's end afterwards, and nothing else has changed in it.
    pub(crate) fn grows(self, name: &str) -> Self {
        self.fate(name, Fate::Grown)
    }

    /// A file is gone afterwards.
    pub(crate) fn removes(self, name: &str) -> Self {
        self.fate(name, Fate::Removed)
    }

    fn fate(mut self, name: &str, fate: Fate) -> Self {
        self.files.push((name.to_owned(), fate));
        self
    }

    /// Runs it; the status must be 0.
    #[track_caller]
    pub(crate) fn fine(self) {
        self.status(0);
    }

    /// Runs it and compares all that was stated.
    #[track_caller]
    pub(crate) fn status(self, status: i32) {
        let before = self.session.files();
        let output = self.output();
        let after = self.session.files();
        let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
        self.session.learn(&stdout);

        let mut wrong = String::new();
        if output.status.code() != Some(status) {
            let _ = writeln!(wrong, "status: expected {status}, got {:?}", output.status.code());
        }
        let stderr = String::from_utf8_lossy(&output.stderr);
        self.compare("stdout", &stdout, &self.stdout, &mut wrong);
        self.compare("stderr", &stderr, &self.stderr, &mut wrong);
        self.compare_files(before, &after, &mut wrong);
        assert!(wrong.is_empty(), "ledger {}\n{wrong}", self.words);
    }

    /// Runs it to get on; the status must be 0, and what it says is another test's matter.
    #[track_caller]
    pub(crate) fn quietly(self) {
        let output = self.output();
        assert!(output.status.success(), "ledger {}\n{}", self.words, said(&output));
        self.session.learn(&String::from_utf8_lossy(&output.stdout));
    }

    /// Runs it with `-O json`, and returns the answer. It must be fine, and change no file.
    #[track_caller]
    pub(crate) fn json(self) -> Value {
        self.json_with(0)
    }

    /// The same for a command that ends with another status.
    #[track_caller]
    pub(crate) fn json_with(mut self, status: i32) -> Value {
        self.words.push_str(" -O json");
        let before = self.session.files();
        let output = self.output();
        assert_eq!(output.status.code(), Some(status), "ledger {}\n{}", self.words, said(&output));
        assert_eq!(before, self.session.files(), "ledger {}", self.words);
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Runs it, and returns what it printed. It must be fine, and change no file.
    #[track_caller]
    pub(crate) fn text(self) -> String {
        let before = self.session.files();
        let output = self.output();
        assert!(output.status.success(), "ledger {}\n{}", self.words, said(&output));
        assert_eq!(before, self.session.files(), "ledger {}", self.words);
        String::from_utf8(output.stdout).unwrap()
    }

    fn output(&self) -> Output {
        let mut command = self.session.command(&self.words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (mut pipe, input) = (child.stdin.take().unwrap(), self.stdin.clone());
        // A command that reads nothing closes the pipe; that is no matter of the test's.
        let writer = thread::spawn(move || drop(pipe.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        output
    }

    fn compare(&self, ending: &str, got: &str, stated: &str, wrong: &mut String) {
        let got = self.session.without_keys(got);
        let Some(name) = self.golden else {
            if got != stated {
                differ(ending, stated, &got, wrong);
            }
            return;
        };
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/golden/sessions")
            .join(format!("{name}.{ending}"));
        if env::var_os("BLESS").is_some() {
            let _ = if got.is_empty() { fs::remove_file(&path) } else { fs::write(&path, &got) };
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if got != expected {
            differ(&path.display().to_string(), &expected, &got, wrong);
        }
    }

    fn compare_files(
        &self,
        mut before: BTreeMap<String, Vec<u8>>,
        after: &BTreeMap<String, Vec<u8>>,
        wrong: &mut String,
    ) {
        for (name, fate) in &self.files {
            let old = before.remove(name);
            let new = after.get(name);
            let text = |bytes: &[u8]| self.session.without_keys(&String::from_utf8_lossy(bytes));
            let old = text(&old.unwrap_or_default());
            let got = new.map(|bytes| text(bytes));
            let expected = match fate {
                Fate::Removed => None,
                Fate::Holds(text) => Some(text.clone()),
                Fate::Appended(text) => Some(old + text),
                Fate::Grown => got.clone().filter(|got| got.len() > old.len()).map(|got| {
                    if got.starts_with(&old) { got } else { old + "…something at the end" }
                }),
            };
            if matches!(fate, Fate::Grown) && expected.is_none() || got != expected {
                let none = || "(no such file, or nothing new in it)".to_owned();
                let (expected, got) = (expected.unwrap_or_else(none), got.unwrap_or_else(none));
                differ(name, &expected, &got, wrong);
            }
        }
        let stated = |name: &&String| self.files.iter().any(|(stated, _)| stated == *name);
        for (name, text) in after.iter().filter(|(name, _)| !stated(name)) {
            match before.remove(name) {
                Some(old) if old == *text => {}
                old => differ(
                    name,
                    &old.map_or_else(
                        || "(no such file)".to_owned(),
                        |old| String::from_utf8_lossy(&old).into_owned(),
                    ),
                    &self.session.without_keys(&String::from_utf8_lossy(text)),
                    wrong,
                ),
            }
        }
        for name in before.keys() {
            let _ = writeln!(wrong, "{name} is gone");
        }
    }
}

fn differ(what: &str, expected: &str, got: &str, wrong: &mut String) {
    let _ = writeln!(wrong, "{what}\n┌ expected\n{expected}\n├ got\n{got}\n└");
}

/// What a process said, for the message of a test that fails.
pub(crate) fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!("{}{}", String::from_utf8_lossy(out), String::from_utf8_lossy(err))
}

/// Parts a line into words at blanks, but not within single quotes.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = None;
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '\'' => {
                quoted = !quoted;
                word.get_or_insert_with(String::new);
            }
            ' ' if !quoted => words.extend(word.take()),
            _ => word.get_or_insert_with(String::new).push(c),
        }
    }
    assert!(!quoted, "a quote is open: {line}");
    words.extend(word);
    words
}

/// All files but those of git and the lock.
fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if [".git", ".ledger"].contains(&name.as_str()) {
            continue;
        }
        let shown = format!("{prefix}{name}");
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{shown}/"), files);
        } else {
            files.insert(shown, fs::read(entry.path()).unwrap());
        }
    }
}
