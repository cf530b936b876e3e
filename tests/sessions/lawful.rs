//! Histories that legal commands made: `verify` finds nothing in 200 of them.
//!
//! The commands run in this process and without git, and git is given each history at once: else this would take minutes.
//! Branches are merged as git does it, file by file, and by the merge driver where both sides changed a file.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use serde_json::Value;
use tempfile::TempDir;

/// How many histories there are.
const HISTORIES: u64 = 200;

/// Steps of each, beside those on branches.
const STEPS: u32 = 10;

type Files = BTreeMap<String, Vec<u8>>;

/// Small numbers, the same ones for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(sides)).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(u32::try_from(of.len()).unwrap()) as usize]
    }
}

/// An office, its book on the disk, and the history for git.
struct Office {
    folder: TempDir,
    stream: String,
    commits: u32,
    /// Keys of entries, for what takes one back.
    keys: Vec<String>,
    /// What was typed and accepted, for whoever looks for a fault.
    typed: String,
    accepted: BTreeMap<String, u32>,
}

impl Office {
    fn open(table: bool) -> Self {
        let memory = Path::new("/dev/shm"); // where writing durably costs nothing
        let made = tempfile::Builder::new();
        let folder = if memory.is_dir() { made.tempdir_in(memory) } else { made.tempdir() };
        let mut office = Self {
            folder: folder.or_else(|_| tempfile::tempdir()).unwrap(),
            stream: String::new(),
            commits: 0,
            keys: Vec::new(),
            typed: String::new(),
            accepted: BTreeMap::new(),
        };
        let form = if table { " --csv" } else { "" };
        assert!(office.run("2022-09-23", &format!("init 甲 --issued 2022-09-23{form}")));
        let roster = "\n[unit.\"财务股\"]\nformer = [\"财务科\"]\n[unit.\"办公室\"]\n[unit.\"纪检组\"]\n\
                      [person.\"财务股股长\"]\nunit = \"财务股\"\n";
        let book = office.folder.path().join("ledgers/book.toml");
        fs::write(&book, fs::read_to_string(&book).unwrap() + roster).unwrap();
        fs::create_dir_all(office.folder.path().join("ledgers/files")).unwrap();
        fs::write(office.folder.path().join("ledgers/files/a.pdf"), "proof").unwrap();
        office
    }

    /// Types a command; tells whether it was accepted.
    fn run(&mut self, today: &str, words: &str) -> bool {
        let folder = self.folder.path().to_str().unwrap();
        let all = ["ledger", "-C", folder, "--today", today].into_iter().chain(words.split(' '));
        let all: Vec<OsString> = all.map(OsString::from).collect();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let status = ledger::cli::run(&all, &mut out, &mut err);
        assert!(status < 4, "{words}\n{}", String::from_utf8_lossy(&err));
        if status == 0 {
            let _ = writeln!(self.typed, "{today} {words}");
            let act = words.split(' ').next().unwrap().to_owned();
            *self.accepted.entry(act).or_default() += 1;
            let out = String::from_utf8(out).unwrap();
            let keys = out.lines().filter_map(|line| line.split_once(' '));
            self.keys.extend(keys.map(|(_, key)| key.to_owned()).filter(|key| key.len() == 6));
        }
        status == 0
    }

    fn files(&self) -> Files {
        let mut files = Files::new();
        collect(&self.folder.path().join("ledgers"), "ledgers", &mut files);
        files
    }

    fn put(&self, files: &Files) {
        fs::remove_dir_all(self.folder.path().join("ledgers")).unwrap();
        for (name, bytes) in files {
            let path = self.folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }

    /// Commits what lies on the disk, on top of these commits, and returns the commit's number.
    fn commit(&mut self, second: u64, parents: &[u32]) -> u32 {
        self.commits += 1;
        let _ = writeln!(self.stream, "commit refs/heads/main\nmark :{}", self.commits);
        let _ = writeln!(self.stream, "committer 办公室 <clerk@example.org> {second} +0800");
        let _ = writeln!(self.stream, "data 1\n-");
        for (place, parent) in parents.iter().enumerate() {
            let word = if place == 0 { "from" } else { "merge" };
            let _ = writeln!(self.stream, "{word} :{parent}");
        }
        self.stream.push_str("deleteall\n");
        for (name, bytes) in self.files() {
            let text = String::from_utf8(bytes).unwrap();
            let _ = writeln!(self.stream, "M 100644 inline {name}\ndata {}\n{text}", text.len());
        }
        self.commits
    }

    fn git(&self, words: &str, input: &str) {
        let mut git = Command::new("git");
        let git = git.args(words.split(' ')).current_dir(self.folder.path());
        let git = git.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        let git = git.env("GIT_CONFIG_NOSYSTEM", "1").stdin(Stdio::piped());
        let mut git = git.stdout(Stdio::null()).spawn().unwrap();
        git.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        assert!(git.wait().unwrap().success(), "git {words}");
    }

    /// Merges two sides; nothing where they contradict each other.
    fn merged(&mut self, base: &Files, ours: &Files, theirs: &Files) -> Option<Files> {
        let names: BTreeSet<&String> =
            base.keys().chain(ours.keys()).chain(theirs.keys()).collect();
        let mut merged = Files::new();
        for name in names {
            let (old, one, other) = (base.get(name), ours.get(name), theirs.get(name));
            let taken = if one == other || other == old {
                one.cloned()
            } else if one == old {
                other.cloned()
            } else {
                let versions = [old, one, other].map(|file| file.cloned().unwrap_or_default());
                let three = ["1", "2", "3"].map(|place| self.folder.path().join(place));
                for (path, bytes) in three.iter().zip(versions) {
                    fs::write(path, bytes).unwrap();
                }
                let [base, ours, theirs] = three.each_ref().map(|path| path.to_str().unwrap());
                one.and(other)?;
                let driver = format!("merge --driver {base} {ours} {theirs} 7 {name}");
                if !self.run("2022-10-08", &driver) {
                    return None;
                }
                Some(fs::read(&three[1]).unwrap())
            };
            merged.extend(taken.map(|bytes| (name.clone(), bytes)));
        }
        Some(merged)
    }

    /// Types one of the commands that change the book.
    fn act(&mut self, dice: &mut Dice, today: &str, number: u32) {
        let no = 1 + dice.roll(3);
        let by = dice.one(&["财务股", "办公室", "纪检组", "财务科"]);
        let key = self.keys.get(dice.roll(20) as usize).cloned().unwrap_or_default();
        let words = match dice.roll(25) {
            0 => format!("add --title 问题{number} --lead 办公室 --limit 12月底前"),
            1 => format!("measure {no} --text 措施{number} --limit 11月底前"),
            2..=4 => format!("done {no} --by 财务股 --text 完成 --evidence ledgers/files/a.pdf"),
            5 => format!("done {no}.1 --by 财务股 --text 完成"),
            6..=8 => format!("close {no} --by 纪检组 --text 属实"),
            9 => format!("reopen {no} --by 纪检组 --text 反弹 --due 2023-01-31"),
            10 => format!(
                "extend {no} --by 办公室 --due 2023-03-{number:02} --text 招标 --approver 区委"
            ),
            11 => {
                format!("extend {no}.1 --by 办公室 --limit 延期一个月 --text 招标 --approver 区委")
            }
            12 => format!("amend {no} --by 办公室 --set title=更正{number} --text 笔误"),
            13 => format!("amend {no} --by 办公室 --set 1.due=2022-12-{number:02} --text 笔误"),
            14 => format!("return {no} --by 纪检组 --text 不实"),
            15 => format!("withdraw {no} --by 办公室 --text 重复 --approver 区委"),
            16 | 17 => format!("void {no} {key} --by 办公室 --text 误登"),
            18 => format!("review {no} --by 纪检组 --kept"),
            19 => format!("assign {no} --by 办公室 --lead {by} --text 移交"),
            20 => format!("suspend {no} --by 办公室 --text 诉讼 --approver 区委"),
            21 => format!("resume {no} --by 办公室 --text 判决"),
            22 => format!("note {no} --by {by} --text 催办"),
            23 => "check --fix".to_owned(),
            _ => {
                let table = self.folder.path().join("ledgers/甲.csv").exists();
                format!("convert 甲 --to {}", if table { "toml" } else { "csv" })
            }
        };
        self.run(today, &words);
    }

    /// The rules that `verify` finds broken.
    fn found(&self) -> Value {
        let words = ["ledger", "-C", self.folder.path().to_str().unwrap(), "verify", "-O", "json"];
        let (mut out, mut err) = (Vec::new(), Vec::new());
        ledger::cli::run(&words.map(OsString::from), &mut out, &mut err);
        let answer = serde_json::from_slice::<Value>(&out);
        answer.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&err)))
    }
}

fn collect(folder: &Path, name: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let own = entry.file_name().into_string().unwrap();
        if own.starts_with('.') {
            continue; // the lock
        }
        let name = format!("{name}/{own}");
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &name, files);
        } else {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

/// Plays a history, and returns how often each command was accepted and how many branches were merged.
fn play(seed: u64) -> (BTreeMap<String, u32>, u32) {
    let mut dice = Dice(seed);
    let mut office = Office::open(seed % 4 == 3);
    for title in ["借款未收回", "会议记录不全"] {
        assert!(
            office
                .run("2022-10-08", &format!("add --title {title} --lead 财务科 --limit 10月底前"))
        );
    }
    assert!(office.run("2022-10-08", "measure 1 --text 措施 --limit 11月底前"));
    let mut second = 1_665_200_000;
    let mut main = office.commit(second, &[]);
    let mut times = 0;
    for number in 0..STEPS {
        let today = format!("2022-10-{:02}", 9 + number);
        let base = (main, office.files());
        office.act(&mut dice, &today, 1 + number);
        second += 86_400;
        main = office.commit(second, &[main]);
        if dice.roll(3) > 0 {
            continue;
        }
        // Somebody else's work of the same day.
        let ours = office.files();
        office.put(&base.1);
        office.act(&mut dice, &today, 15 + number);
        let theirs = office.files();
        let side = office.commit(second + 60, &[base.0]);
        let merged = office.merged(&base.1, &ours, &theirs);
        office.put(merged.as_ref().unwrap_or(&ours));
        if merged.is_some() {
            main = office.commit(second + 120, &[main, side]);
            times += 1;
        }
    }
    let reset = format!("reset refs/heads/main\nfrom :{main}\n");
    office.stream.push_str(&reset);
    office.git("init -q -b main", "");
    let stream = std::mem::take(&mut office.stream);
    office.git("fast-import --quiet --force", &stream);
    let answer = office.found();
    assert_eq!(answer["violations"], serde_json::json!([]), "seed {seed}\n{}", office.typed);
    assert!(answer["steps"].as_u64() > Some(u64::from(STEPS)), "{answer}");
    (office.accepted, times)
}

#[test]
fn nothing_is_found_in_what_legal_commands_have_made() {
    let next = AtomicU64::new(0);
    let work = || {
        let mut all = (BTreeMap::new(), 0);
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= HISTORIES {
                return all;
            }
            let (accepted, merges) = play(seed);
            all.1 += merges;
            for (act, times) in accepted {
                *all.0.entry(act).or_insert(0) += times;
            }
        }
    };
    let all: Vec<(BTreeMap<String, u32>, u32)> = thread::scope(|scope| {
        let hands: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        hands.into_iter().map(|hand| hand.join().unwrap()).collect()
    });
    // Histories in which nothing happens would prove nothing.
    let merges: u32 = all.iter().map(|(_, merges)| merges).sum();
    let acts: BTreeSet<&String> = all.iter().flat_map(|(accepted, _)| accepted.keys()).collect();
    assert!(merges > 100, "{merges}");
    assert_eq!(acts.len(), 19, "{acts:?}");
}
