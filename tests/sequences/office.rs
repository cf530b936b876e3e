//! An office at work: a book of some form and policy, and the real binary that is asked in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::dice::Dice;

/// The ledger that all commands mean.
pub(crate) const LEDGER: &str = "2022-inspection";

/// A file of evidence that every office has.
pub(crate) const EVIDENCE: &str = "files/proof.txt";

/// How an office keeps its ledger.
#[derive(Debug, Clone)]
pub(crate) struct Ways {
    pub(crate) table: bool,
    pub(crate) second_person: bool,
    pub(crate) report_first: bool,
    /// Acts that need evidence.
    pub(crate) evidence: Vec<&'static str>,
    pub(crate) lang: &'static str,
}

impl Ways {
    /// Each bit of the number is a way of its own, so that the first seeds see all of them.
    pub(crate) fn of(seed: u64) -> Self {
        let mut dice = Dice::new(seed ^ 0x5eed);
        let evidence = dice.one(&[vec![], vec![], vec!["close"], vec!["done", "close"]]).clone();
        Self {
            table: seed % 2 == 1,
            second_person: seed & 2 == 0,
            report_first: seed & 4 == 0,
            evidence,
            lang: if seed & 1 == (seed >> 3) & 1 { "zh" } else { "en" },
        }
    }

    pub(crate) fn wants_evidence(&self, act: &str) -> bool {
        self.evidence.contains(&act)
    }

    fn book(&self) -> String {
        format!(
            "timezone = \"Asia/Shanghai\"\nledger = \"{LEDGER}\"\n\n[[policy]]\nsecond_person = {}\nreport_first = {}\n\
             evidence = {:?}\n\n[unit.\"医政股\"]\n\n[unit.\"基层股\"]\nformer = [\"农卫股\"]\n\n[unit.\"办公室\"]\n\n\
             [person.\"基层股股长\"]\nunit = \"基层股\"\n\n[person.\"主任\"]\n\n[person.\"督查员\"]\nunit = \"办公室\"\n",
            self.second_person, self.report_first, self.evidence
        )
    }
}

/// What a command said, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A folder with a book.
pub(crate) struct Office {
    folder: TempDir,
    lang: &'static str,
}

impl Office {
    /// Makes the book on the day of the plan, 2022-09-23.
    pub(crate) fn open(ways: &Ways) -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap(), lang: ways.lang };
        let book = office.folder.path().join("ledgers");
        fs::create_dir_all(book.join("files")).unwrap();
        fs::write(book.join("book.toml"), ways.book()).unwrap();
        fs::write(book.join(EVIDENCE), "盖章件").unwrap();
        let mut words =
            vec!["init", LEDGER, "--issued", "2022-09-23", "--source", "区委第一巡察组"];
        if ways.table {
            words.push("--csv");
        }
        let said = office.run(&words, "2022-09-23");
        assert_eq!(said.status, 0, "{said:?}");
        office
    }

    pub(crate) fn run<T: AsRef<str>>(&self, words: &[T], today: &str) -> Said {
        let output = Command::new(env!("CARGO_BIN_EXE_ledger"))
            .args(words.iter().map(AsRef::as_ref))
            .args(["--today", today, "--lang", self.lang])
            .current_dir(self.folder.path())
            .env_clear()
            .envs(std::env::var_os("LLVM_PROFILE_FILE").map(|it| ("LLVM_PROFILE_FILE", it)))
            .env("HOME", self.folder.path())
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("COLUMNS", "100")
            .output()
            .unwrap();
        Said {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Asks for a report as JSON.
    pub(crate) fn json<T: AsRef<str>>(&self, words: &[T], today: &str) -> Result<Value, Said> {
        let words = words.iter().map(AsRef::as_ref).chain(["-O", "json"]);
        let said = self.run(&words.collect::<Vec<_>>(), today);
        match serde_json::from_str(&said.out) {
            Ok(value) if said.status == 0 && said.err.is_empty() => Ok(value),
            _ => Err(said),
        }
    }

    /// All files of the book but those of the lock.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(self.folder.path(), &mut files);
        files
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.ends_with(".ledger") {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.to_string_lossy().into_owned(), fs::read(&path).unwrap());
        }
    }
}
