//! Generated histories: `--at`, `log` and `diff` say what a naive replay says, which checks out each commit and reads it there.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::session::{Session, TABLE, file};

/// Histories in which problems change their number, tables are converted and back, and branches are merged.
const SEEDS: [u64; 3] = [1, 7, 12];

/// Commits of a history.
const COMMITS: u32 = 30;

/// Small numbers, the same ones for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        u32::try_from((self.0 >> 33) % u64::from(sides)).unwrap()
    }
}

fn day(number: u32) -> String {
    let (month, day) = (9 + (23 + number) / 30, (23 + number) % 30 + 1);
    format!("2022-{month:02}-{day:02}")
}

/// Makes a history and returns its commits with their days, the oldest first.
fn history(session: &Session, dice: &mut Dice) -> Vec<(String, String)> {
    let mut commits = Vec::new();
    // What the book refuses, it refuses; then there is nothing to commit.
    let run = |words: &str| drop(session.command(words).output().unwrap());
    session.on("2022-09-23").run("init 2022-inspection --issued 2022-09-23").quietly();
    for title in ["借款未收回", "会议记录不全", "资产不清"] {
        run(&format!("add --title {title} --lead 财务股 --limit 10月底前"));
        run("measure 1 --text 措施");
    }
    commits.push((session.commit_at("2022-09-23T09:00", "first"), "2022-09-23".to_owned()));
    for number in 1..COMMITS {
        let today = day(number);
        session.on(&today);
        let no = 1 + dice.roll(4);
        match dice.roll(13) {
            0 => run("add --title 又一个问题 --limit 立行立改"),
            1..=3 => run(&format!("note {no} --by 财务股 --text 第{number}次")),
            4 => run(&format!("done {no} --by 财务股")),
            5 => run(&format!("close {no} --by 纪检组")),
            6 => run(&format!("measure {no} --text 第{number}项措施 --limit 11月底前")),
            7 if session.path(&file(no)).exists() => {
                session.edit(&file(no), "title = \"", "title = \"改");
            }
            7 if session.path(TABLE).exists() => {
                session.write(TABLE, session.read(TABLE).replacen(",措施,", ",改,", 1));
            }
            8 => {
                let form = if session.path(TABLE).exists() { "toml" } else { "csv" };
                run(&format!("convert 2022-inspection --to {form}"));
            }
            12 => renumber(session),
            9 => _ = session.try_git("checkout -q -b side"),
            10 => {
                let branch = if dice.roll(2) == 0 { "side" } else { "main" };
                let _ = session.try_git(&format!("checkout -q {branch}"));
            }
            _ => {
                let other = if session.git("branch --show-current").trim() == "main" {
                    "side"
                } else {
                    "main"
                };
                if session
                    .try_git(&format!("merge -q --no-commit --no-ff {other}"))
                    .status
                    .success()
                {
                    if dice.roll(2) == 0 && session.path(&file(no)).exists() {
                        session.edit(&file(no), "title = \"", "title = \"恶");
                    }
                } else {
                    let _ = session.try_git("merge --abort");
                }
            }
        }
        commits.push((session.commit_at(&format!("{today}T09:00"), &format!("{number}")), today));
    }
    commits
}

/// Problem 2 becomes problem 9, where it stands in a file of its own.
fn renumber(session: &Session) {
    if session.path(&file(2)).exists() && !session.path(&file(9)).exists() {
        let text = session.read(&file(2));
        std::fs::remove_file(session.path(&file(2))).unwrap();
        session.write(&file(9), format!("former = [\"2022-inspection/2\"]\n{text}"));
    }
}

fn stdout(session: &Session, words: &str) -> String {
    String::from_utf8(session.command(words).output().unwrap().stdout).unwrap()
}

/// All problems that can be read there on a day, by id.
fn problems(session: &Session, today: &str) -> BTreeMap<String, Value> {
    // Those that are found later are shown as well.
    let ids = stdout(session, "list --ids --today 2099-12-31");
    let ids: BTreeSet<&str> = ids.lines().filter_map(|id| id.split('.').next()).collect();
    if ids.is_empty() {
        return BTreeMap::new();
    }
    let ids = ids.into_iter().collect::<Vec<_>>().join(" ");
    let answer = session.run(&format!("show {ids} --today {today}")).json();
    let all = answer["problems"].as_array().unwrap().iter();
    all.map(|problem| (problem["id"].as_str().unwrap().to_owned(), problem.clone())).collect()
}

/// What is written of a problem, piece by piece.
fn pieces(problem: &Value) -> BTreeSet<String> {
    let mut pieces = BTreeSet::from([format!("title {}", problem["title"])]);
    for measure in problem["measures"].as_array().unwrap() {
        pieces.insert(format!("measure {} {}", measure["no"], measure["text"]));
    }
    for entry in problem["entries"].as_array().unwrap() {
        pieces.insert(format!("entry {} {} {}", entry["key"], entry["act"], entry["text"]));
    }
    pieces
}

/// The problems to which a commit did something, and whether problem 2 became problem 9 in it.
fn told(
    new: &BTreeMap<String, Value>,
    parents: &[&BTreeMap<String, Value>],
) -> (BTreeSet<String>, bool) {
    let ids: BTreeSet<&String> =
        new.keys().chain(parents.iter().flat_map(|book| book.keys())).collect();
    let told = ids.into_iter().filter(|id| {
        let old: Vec<_> = parents.iter().map(|book| book.get(*id)).collect();
        is_told(&old, new.get(*id))
    });
    let mut told: BTreeSet<String> = told.cloned().collect();
    let went = !new.contains_key(&id(2)) && parents.iter().all(|book| book.contains_key(&id(2)));
    let came = new.contains_key(&id(9)) && !parents.iter().any(|book| book.contains_key(&id(9)));
    if went && came {
        told.remove(&id(2));
    }
    (told, went && came)
}

/// Whether a commit did something to a problem that none of its parents had done.
fn is_told(old: &[Option<&Value>], new: Option<&Value>) -> bool {
    let known: Vec<_> = old.iter().flatten().map(|problem| pieces(problem)).collect();
    let Some(new) = new.map(pieces) else { return !known.is_empty() && known.len() == old.len() };
    let is_new = |piece: &String| known.iter().all(|old| !old.contains(piece));
    let first = known.first().cloned().unwrap_or_default();
    let lost = |piece: &String| !new.contains(piece) && known.iter().all(|old| old.contains(piece));
    new.iter().any(is_new) || first.iter().any(lost)
}

/// The ids told by a step of the log, by the commit.
fn log(session: &Session, words: &str) -> BTreeMap<String, BTreeSet<String>> {
    let answer = session.run(&format!("log {words}")).json();
    let steps = answer["steps"].as_array().unwrap().iter();
    let step = |step: &Value| {
        let problems = step["problems"].as_array().unwrap().iter();
        let ids: BTreeSet<_> =
            problems.map(|told| told["id"].as_str().unwrap().to_owned()).collect();
        (step["commit"]["hash"].as_str().unwrap().to_owned(), ids)
    };
    steps.map(step).filter(|(_, ids)| !ids.is_empty()).collect()
}

fn id(no: u32) -> String {
    format!("2022-inspection/{no}")
}

/// What is told of problem 9, which was problem 2 before a commit.
fn follow(
    session: &Session,
    naive: &BTreeMap<String, BTreeSet<String>>,
    moved: &str,
) -> BTreeMap<String, BTreeSet<String>> {
    let before = session.git(&format!("rev-list {moved}^"));
    let of = |hash: &String, ids: &BTreeSet<String>| {
        let mut own = BTreeSet::new();
        own.extend(ids.get(&id(9)).cloned());
        own.extend(ids.get(&id(2)).filter(|_| before.contains(hash.as_str())).cloned());
        own
    };
    let steps = naive.iter().map(|(hash, ids)| (hash.clone(), of(hash, ids)));
    steps.filter(|(_, ids)| !ids.is_empty()).collect()
}

/// How many problems a kind of the difference counts.
fn count(answer: &Value, kind: &str) -> u64 {
    let all = answer["counts"].as_array().unwrap().iter();
    let one = all.filter(|count| count["kind"] == kind).map(|count| count["problems"].as_u64());
    one.flatten().next().unwrap()
}

/// The keys of the entries of an act that count.
fn done(problem: &Value, act: &str) -> BTreeSet<String> {
    let entries = problem["entries"].as_array().unwrap().iter();
    let those = entries.filter(|entry| entry["act"] == act && entry["counts"] == true);
    those.map(|entry| entry["key"].to_string()).collect()
}

fn compare(
    session: &Session,
    from: &(String, String),
    to: &(String, String),
    books: &[&Session; 2],
) {
    let answer = session.run(&format!("diff {} {}", from.0, to.0)).json();
    let (mut old, new) = (problems(books[0], &from.1), problems(books[1], &to.1));
    if !old.contains_key(&id(9)) && new.contains_key(&id(9)) && !new.contains_key(&id(2)) {
        let same = old.remove(&id(2));
        old.extend(same.map(|problem| (id(9), problem)));
    }
    let counted = |is: &dyn Fn(Option<&Value>, &Value) -> bool| {
        new.iter().filter(|(id, problem)| is(old.get(*id), problem)).count() as u64
    };
    assert_eq!(count(&answer, "new"), counted(&|old, _| old.is_none()));
    let gone = old.keys().filter(|id| !new.contains_key(*id)).count() as u64;
    assert_eq!(count(&answer, "gone"), gone);
    for act in ["done", "close", "progress"] {
        let more = |old: Option<&Value>, new: &Value| {
            let before = old.map(|old| done(old, act)).unwrap_or_default();
            !done(new, act).is_subset(&before)
        };
        assert_eq!(count(&answer, act), counted(&more), "{act} {from:?} {to:?}");
    }
    let overdue = |old: Option<&Value>, new: &Value| {
        new["overdue"] == true && !old.is_some_and(|old| old["overdue"] == true)
    };
    assert_eq!(count(&answer, "overdue"), counted(&overdue), "{from:?} {to:?}");
}

#[test]
fn a_generated_history_reads_as_its_commits_checked_out_one_by_one() {
    let (mut followed, mut tables) = (0, 0);
    for seed in SEEDS {
        let mut dice = Dice(seed);
        let session = Session::in_git();
        let commits = history(&session, &mut dice);
        let books: Vec<Session> = commits
            .iter()
            .map(|(hash, _)| {
                session.git(&format!("worktree add -q --detach ../{hash} {hash}"));
                session.at(hash)
            })
            .collect();
        let (mut naive, mut moved) = (BTreeMap::new(), Vec::new());
        let all: BTreeMap<_, _> = commits
            .iter()
            .zip(&books)
            .map(|((hash, _), book)| (hash.clone(), problems(book, "2099-12-31")))
            .collect();
        for ((hash, today), book) in commits.iter().zip(&books) {
            for words in ["list", "summary --ids", "overdue -O json", "show 1 2 3"] {
                let here = stdout(book, &format!("{words} --today {today}"));
                assert_eq!(stdout(session.on_no_day(), &format!("{words} --at {hash}")), here);
            }
            let parents = session.git(&format!("rev-parse {hash}^@"));
            let parents: Vec<_> = parents.lines().map(|parent| &all[parent]).collect();
            let (told, is_moved) = told(&all[hash], &parents);
            moved.extend(is_moved.then(|| hash.clone()));
            if !told.is_empty() {
                naive.insert(hash.clone(), told);
            }
        }
        let reachable = session.git("rev-list HEAD");
        naive.retain(|hash, _| reachable.contains(hash.as_str()));
        moved.retain(|hash| reachable.contains(hash.as_str()));
        assert!(naive.len() > 5, "{naive:?}");
        assert_eq!(log(&session, ""), naive, "seed {seed}");
        let of_first = naive.iter().filter(|(_, ids)| ids.contains("2022-inspection/1"));
        let first: BTreeSet<String> = ["2022-inspection/1".to_owned()].into();
        assert_eq!(
            log(&session, "1"),
            of_first.map(|(hash, _)| (hash.clone(), first.clone())).collect()
        );
        if let [moved] = moved.as_slice() {
            followed += 1;
            assert_eq!(log(&session, "9"), follow(&session, &naive, moved));
        }
        for (from, to) in [(0, 5), (3, 29), (10, 11), (12, 25), (28, 29), (20, 20)] {
            compare(&session, &commits[from], &commits[to], &[&books[from], &books[to]]);
        }
        tables += books.iter().filter(|book| book.path(TABLE).exists()).count();
    }
    assert!(followed > 0 && tables > 5, "{followed} problems with another number, {tables} tables");
}
