//! Whether git calls `ledger` to merge the files of a book, and telling it to.
//!
//! The attributes travel with the repository, the setting that says what they mean does not: git runs nothing that came
//! from elsewhere. So each clone is told once; where it was not, git merges text without a word.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::init::ATTRIBUTES;
use super::lock::Lock;
use super::root::{HEAD, Root};
use crate::complaint::Doing;
use crate::domain::lack::Lack;
use crate::git::{self, Repository, program};

const NAME: &str = "merge.ledger.name";
const DRIVER: &str = "merge.ledger.driver";
/// Where git is told how to treat the book's files.
pub(super) const FILE: &str = ".gitattributes";

/// What this program is called.
const PROGRAM: &str = "ledger";

/// What stands around the names of the programs that the setting tries.
const BEFORE: &str = "for it in ";
const BEHIND: &str = "; do";

/// Returns what git runs: this program by the name that the search path has for it, and by its place.
///
/// A driver that cannot be started leaves our side of the file without any mark, and so does another program of that
/// name. So a file that the program has neither merged nor marked is merged by git's own lines, and that is said.
fn command() -> String {
    let own = program::own().filter(|path| path.to_str().is_some());
    let is_own = |path: PathBuf| own.as_ref().is_some_and(|own| same(&path, own));
    let mut names = vec![PROGRAM.to_owned()];
    if let Some(path) = &own {
        let at = usize::from(program::found(PROGRAM).is_some_and(is_own));
        // Git takes a percent sign for one of its own, and the shell a quote for its own.
        let quoted = path.to_string_lossy().replace('%', "%%").replace('\'', r"'\''");
        names.insert(at, format!("'{quoted}'"));
    }
    format!(
        "{BEFORE}{}{BEHIND} command -v \"$it\" >/dev/null 2>&1 || continue; \
         \"$it\" merge --driver %O %A %B %L %P && exit 0; \
         grep -q '^<<<<<<<' %A && exit 1; done; \
         echo 'ledger: not found, merged by lines: run ledger merge --repair' >&2; \
         git merge-file --marker-size=%L %A %O %B",
        names.join(" ")
    )
}

fn same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    real(one).is_some_and(|path| real(other) == Some(path))
}

/// The programs that a setting tries to start. One that somebody wrote by hand begins with its program.
fn programs(setting: &str) -> Vec<String> {
    let own = setting.strip_prefix(BEFORE).and_then(|rest| rest.split_once(BEHIND));
    let Some((names, _)) = own else {
        let first = setting.split_whitespace().next().unwrap_or_default();
        let first = first.trim_matches(['\'', '"']);
        return vec![if first == "if" { PROGRAM } else { first }.to_owned()];
    };
    let (first, path, last) = match names.split_once('\'') {
        Some((before, rest)) => {
            let (path, behind) = rest.rsplit_once('\'').unwrap_or((rest, ""));
            (before, path.replace(r"'\''", "'").replace("%%", "%"), behind)
        }
        None => (names, String::new(), ""),
    };
    [first.trim(), &path, last.trim()].into_iter().map(str::to_owned).collect()
}

impl Root {
    /// Returns what is missing for git to merge the book's files by `ledger`; nothing is, where there is no git.
    pub fn lacks_for_merging(&self) -> Result<Vec<Lack>, Failure> {
        let Some(repository) = Repository::at(self.folder()) else { return Ok(Vec::new()) };
        let ask = || -> Result<Vec<Lack>, git::Failure> {
            let mut lacks = Vec::new();
            match repository.setting(DRIVER)? {
                None => lacks.push(Lack::Setting),
                Some(setting) => {
                    let names = programs(&setting);
                    let found = names.iter().any(|name| program::found(name).is_some());
                    lacks.extend((!found).then_some(Lack::Program));
                }
            }
            let drivers = repository.merge_attributes(&[HEAD, "0.csv", "0/001.toml"])?;
            let all = drivers.len() == 3 && drivers.iter().all(|driver| driver == PROGRAM);
            lacks.extend((!all).then_some(Lack::Attributes));
            Ok(lacks)
        };
        match ask() {
            Ok(lacks) => Ok(lacks),
            Err(git::Failure::NoProgram | git::Failure::NoRepository) => Ok(Vec::new()),
            Err(refused) => Err(Failure::Git(refused)),
        }
    }
}

impl Lock {
    /// Tells git to merge the book's files by `ledger`: the clone, and the attributes where they do not say so yet.
    /// Returns what was missing. Without git there is nothing to tell.
    pub fn install_merging(&self) -> Result<Vec<Lack>, Failure> {
        let root = self.root();
        let lacks = root.lacks_for_merging()?;
        if lacks.contains(&Lack::Attributes) {
            let path = root.path(FILE);
            if path.exists() {
                let old = fs::read(&path).map_err(root.io(Doing::Read, FILE))?;
                let known = ATTRIBUTES.lines().map(str::as_bytes).all(|line| {
                    old.split(|&byte| byte == b'\n').any(|own| own.trim_ascii_end() == line)
                });
                if known {
                    return self.tell_clone(lacks); // something that stands elsewhere says otherwise
                }
                let gap = if old.is_empty() || old.ends_with(b"\n") { "" } else { "\n" };
                let new = [&old, gap.as_bytes(), ATTRIBUTES.as_bytes()].concat();
                self.replace(FILE, &old, &new)?;
            } else {
                self.create(FILE, ATTRIBUTES.as_bytes())?;
            }
        }
        self.tell_clone(lacks)
    }

    fn tell_clone(&self, lacks: Vec<Lack>) -> Result<Vec<Lack>, Failure> {
        let repository = Repository::at(self.root().folder());
        if let Some(repository) = repository.filter(|_| !lacks.is_empty()) {
            let set = |name, value| repository.set(name, value).map_err(Failure::Git);
            set(NAME, "ledger, field by field")?;
            set(DRIVER, &command())?;
        }
        Ok(lacks)
    }
}
