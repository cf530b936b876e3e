//! The store on real folders: reading a book, the lock, writing, numbers.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use ledger::complaint::Fault;
use ledger::domain::book::{Book, BookHead, Lang};
use ledger::domain::day::Day;
use ledger::domain::entry::{Act, Entry};
use ledger::domain::id::Id;
use ledger::domain::key::Key;
use ledger::domain::ledger::Head;
use ledger::domain::problem::Problem;
use ledger::formats::addition::Addition;
use ledger::store::{Change, Failure, Form, History, Lock, Moment, Root, Span, Step, find};

const PATIENT: Duration = Duration::from_secs(60);

/// An office with a book and the ledger `2022`, in a folder that is removed at the end.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new(form: Form) -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        let lock =
            Lock::on_new_book(office.folder.path(), &BookHead::default(), PATIENT, "init").unwrap();
        lock.make_ledger("2022", &Head::default(), form, Lang::Zh).unwrap();
        office
    }

    fn root(&self) -> Root {
        find(self.folder.path()).unwrap().seen_from(self.folder.path())
    }

    fn lock(&self) -> Lock {
        Lock::take(&self.root(), PATIENT, "test").unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("ledgers").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn add(&self, title: &str) -> u32 {
        let added = self.lock().add::<Failure>("2022", |_, _| Ok(vec![problem(title)]));
        added.unwrap().problems[0].no
    }

    fn book(&self) -> Book {
        self.root().read().unwrap().book
    }

    fn numbers(&self) -> Vec<u32> {
        self.book().ledgers[0].problems.iter().map(|problem| problem.no).collect()
    }

    /// What is wrong with the book, as `PATH: FAULT`.
    fn complaints(&self) -> Vec<String> {
        let Err(Failure::Complaints(complaints)) = self.root().read() else { return Vec::new() };
        let line = |c: &ledger::complaint::Complaint| format!("{}: {:?}", c.source.path, c.fault);
        complaints.iter().map(line).collect()
    }

    fn git(&self, arguments: &[&str]) {
        let output = Command::new("git")
            .args(["-c", "user.name=T", "-c", "user.email=t@example.org"])
            .args(["-c", "init.defaultBranch=main"])
            .args(arguments)
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
            .env_remove("GIT_DIR") // set where the tests run in a hook
            .env_remove("GIT_INDEX_FILE")
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

fn problem(title: &str) -> Problem {
    Problem { title: title.to_owned(), ..Problem::default() }
}

fn note(ledger: &str, no: u32, key: &str, text: &str) -> Change {
    let entry = Entry {
        key: key.parse::<Key>().unwrap(),
        on: Day::from_iso("2022-10-12").unwrap(),
        entered: None,
        act: Act::Progress { evidence: Vec::new() },
        by: "基层卫生股".to_owned(),
        text: Some(text.to_owned()),
        request: None,
        extra: BTreeMap::new(),
    };
    Change { ledger: ledger.to_owned(), no, addition: Addition::Entry(entry) }
}

/// All files of a folder that are not hidden in `.ledger`, by path.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        match entry.path() {
            path if path.is_dir() && name != ".ledger" => {
                found.extend(files(&path).into_iter().map(|below| format!("{name}/{below}")));
            }
            path if path.is_file() => found.push(name),
            _ => {}
        }
    }
    found.sort();
    found
}

#[test]
fn the_sample_book_is_read_whole() {
    let root = find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let stored = root.read().unwrap();
    assert!(!stored.ledgers.is_empty());
    for (ledger, files) in stored.book.ledgers.iter().zip(&stored.ledgers) {
        assert_eq!(files.places.len(), ledger.problems.len());
        for problem in &ledger.problems {
            let path = &stored.places(&ledger.name, problem.no).unwrap().source.path;
            assert!(path.ends_with(&files.form.file(&ledger.name, problem.no)), "{path}");
        }
    }
}

#[test]
fn a_new_book_has_what_git_needs_and_nothing_is_overwritten() {
    let office = Office::new(Form::Folder);
    let made = files(&office.path(""));
    assert_eq!(made, [".gitattributes", "2022/ledger.toml", "book.toml"]);
    assert_eq!(
        office.text(".gitattributes"),
        "*.toml merge=ledger text eol=lf\n*.csv merge=ledger text eol=lf\n"
    );
    assert_eq!(office.text(".ledger/.gitignore"), "*\n");

    let again = Lock::on_new_book(office.folder.path(), &BookHead::default(), PATIENT, "init");
    assert!(matches!(again, Err(Failure::Exists { path }) if path == "ledgers/book.toml"));
    for name in ["2022", "BOOK", "a/b"] {
        let refused = office.lock().make_ledger(name, &Head::default(), Form::Table, Lang::En);
        assert!(refused.is_err(), "{name}");
    }
    assert_eq!(files(&office.path("")), made);
}

#[test]
fn adds_at_the_same_time_all_get_numbers_of_their_own() {
    for form in [Form::Folder, Form::Table] {
        let office = Office::new(form);
        thread::scope(|scope| {
            for at in 0..100 {
                let office = &office;
                scope.spawn(move || office.add(&format!("问题{at}")));
            }
        });
        assert_eq!(office.numbers(), (1..=100).collect::<Vec<_>>(), "{form:?}");
    }
}

#[test]
fn several_problems_get_numbers_in_a_row() {
    for form in [Form::Folder, Form::Table] {
        let office = Office::new(form);
        office.add("甲");
        let added = office.lock().add::<Failure>("2022", |book, first| {
            assert_eq!((first, &*book.ledgers[0].name), (2, "2022"));
            Ok(vec![problem("乙"), problem("丙")])
        });
        let numbers: Vec<_> = added.unwrap().problems.iter().map(|new| new.no).collect();
        assert_eq!((numbers, office.numbers()), (vec![2, 3], vec![1, 2, 3]), "{form:?}");
    }
}

#[test]
fn what_the_domain_refuses_changes_nothing() {
    #[derive(Debug)]
    enum No {
        Store,
        Domain,
    }
    impl From<Failure> for No {
        fn from(_: Failure) -> Self {
            Self::Store
        }
    }
    let office = Office::new(Form::Folder);
    office.add("甲");
    let before = files(&office.path(""));
    let added = office.lock().add("2022", |_, _| Err(No::Domain));
    assert!(matches!(added, Err(No::Domain)));
    let ids = [Id::of_problem("2022", 1)];
    let changed = office.lock().change(&ids, |_| Err(No::Domain));
    assert!(matches!(changed, Err(No::Domain)));
    let nowhere = office.lock().change(&[Id::of_problem("2022", 2)], |_| Err(No::Domain));
    assert!(matches!(nowhere, Err(No::Store)));
    assert_eq!(files(&office.path("")), before);
}

#[test]
fn a_change_of_several_problems_is_made_in_all_of_them() {
    for form in [Form::Folder, Form::Table] {
        let office = Office::new(form);
        for title in ["甲", "乙", "丙"] {
            office.add(title);
        }
        let ids = [Id::of_problem("2022", 1), Id::of_problem("2022", 3)];
        let written = office.lock().change::<Failure>(&ids, |book| {
            let seen: Vec<_> = book.ledgers[0].problems.iter().map(|p| &*p.title).collect();
            assert_eq!(seen, ["甲", "丙"]);
            Ok(vec![
                note("2022", 1, "k7q2m9", "一"),
                note("2022", 3, "k7q2m9", "三"),
                note("2022", 3, "x4w8p1", "又"),
            ])
        });
        let expected: &[&str] = match form {
            Form::Folder => &["2022/001.toml", "2022/003.toml"],
            Form::Table => &["2022.csv"],
        };
        assert_eq!(written.unwrap(), expected);
        let book = office.book();
        let entries: Vec<_> = book.ledgers[0].problems.iter().map(|p| p.entries.len()).collect();
        assert_eq!(entries, [1, 0, 2], "{form:?}");
    }
}

#[test]
fn a_change_that_fails_in_one_file_is_made_in_none() {
    let office = Office::new(Form::Folder);
    office.add("甲");
    office.add("乙");
    let before = [office.text("2022/001.toml"), office.text("2022/002.toml")];
    let ids = [Id::of_problem("2022", 1), Id::of_problem("2022", 2)];
    let result = office.lock().change::<Failure>(&ids, |_| {
        office.write("2022/002.toml", "title = \"乙, by hand\"\n"); // an editor saves after we have read
        Ok(vec![note("2022", 1, "k7q2m9", "一"), note("2022", 2, "k7q2m9", "二")])
    });
    assert!(
        matches!(&result, Err(Failure::Changed { path }) if path == "ledgers/2022/002.toml"),
        "{result:?}"
    );
    assert_eq!(office.text("2022/001.toml"), before[0]);
    assert_eq!(office.text("2022/002.toml"), "title = \"乙, by hand\"\n");
    let left = files(&office.path("2022"));
    assert_eq!(left, ["001.toml", "002.toml", "ledger.toml"]);
}

#[test]
fn faults_of_other_problems_do_not_keep_one_from_writing() {
    let office = Office::new(Form::Folder);
    office.add("甲");
    office.add("乙");
    office.write("2022/002.toml", "title = ");
    assert_eq!(office.add("丙"), 3);
    let ids = [Id::of_problem("2022", 1)];
    let change =
        office.lock().change::<Failure>(&ids, |_| Ok(vec![note("2022", 1, "k7q2m9", "一")]));
    assert_eq!(change.unwrap(), ["2022/001.toml"]);
    assert!(matches!(office.root().read(), Err(Failure::Complaints(_))));
}

#[test]
fn a_file_is_replaced_only_as_it_was_read() {
    let office = Office::new(Form::Folder);
    office.add("甲");
    let lock = office.lock();
    let read = office.text("2022/001.toml");
    office.write("2022/001.toml", "title = \"changed\"\n");
    let result = lock.replace("2022/001.toml", read.as_bytes(), b"title = \"ours\"\n");
    assert!(matches!(result, Err(Failure::Changed { .. })), "{result:?}");
    lock.replace("2022/001.toml", b"title = \"changed\"\n", b"title = \"ours\"\n").unwrap();
    assert_eq!(office.text("2022/001.toml"), "title = \"ours\"\n");
}

#[test]
fn making_a_file_never_overwrites_one() {
    let office = Office::new(Form::Folder);
    office.add("甲");
    let before = office.text("2022/001.toml");
    let result = office.lock().create("2022/001.toml", b"new");
    assert!(matches!(result, Err(Failure::Exists { .. })), "{result:?}");
    assert_eq!(office.text("2022/001.toml"), before);
}

#[test]
fn what_a_killed_run_left_behind_is_removed_by_the_next_write() {
    let office = Office::new(Form::Folder);
    office.write("2022/.ledger-a1b2c3d4.tmp", "torn");
    office.write("2022/.somebody-elses.tmp", "kept");
    assert_eq!(office.complaints(), [""; 0]);
    office.add("甲");
    let left = files(&office.path("2022"));
    assert_eq!(left, [".somebody-elses.tmp", "001.toml", "ledger.toml"]);
}

#[test]
fn all_that_is_wrong_with_the_names_is_said_at_once() {
    let office = Office::new(Form::Folder);
    office.add("甲");
    let files = [
        "2022/2.toml",
        "2022/note.txt",
        "2022/.002.toml.swp",
        "2022/002.toml~",
        "2022/README.md",
        "2023.csv",
        "2024.toml",
        "book.csv",
        "plan.docx",
        "a b.toml",
        "2025.CSV",
        "~$2022.csv",
    ];
    for name in files {
        office.write(name, "");
    }
    for folder in ["2022/sub", "2026", "files", "templates", "maps", "Empty", "x y", "2027"] {
        fs::create_dir(office.path(folder)).unwrap();
    }
    office.write("2026/001.toml", "title = \"甲\"\n");
    office.write("2027/ledger.toml", "");
    office.write("2027.toml", "");
    assert_eq!(
        office.complaints(),
        [
            "ledgers/2022/2.toml: FileName { expected: \"002.toml\" }",
            "ledgers/2022/note.txt: StrayFile",
            "ledgers/2022/sub: StrayFile",
            "ledgers/2023.csv: NoHead { expected: \"ledgers/2023.toml\" }",
            "ledgers/2024.toml: NoTable { expected: \"ledgers/2024.csv\" }",
            "ledgers/2025.CSV: StrayFile",
            "ledgers/2026: NoHead { expected: \"ledgers/2026/ledger.toml\" }",
            "ledgers/2027: LedgerTwice(\"2027\")",
            "ledgers/a b.toml: LedgerName(\"a b\")",
            "ledgers/book.csv: LedgerName(\"book\")",
            "ledgers/x y: LedgerName(\"x y\")",
        ]
    );
}

#[test]
fn faults_in_names_and_in_texts_are_said_together_in_order() {
    let office = Office::new(Form::Folder);
    for title in ["甲", "乙", "丙"] {
        office.add(title);
    }
    office.write("2022/001.toml", "title = \"甲\"\ncolour = \"red\"\n");
    office.write("2022/002.toml", "\n");
    office.write("2022/9.toml", "");
    office.write("book.toml", "tittle = 1\n");
    let Err(Failure::Complaints(complaints)) = office.root().read() else { panic!() };
    let places: Vec<_> = complaints.iter().map(|complaint| &*complaint.source.path).collect();
    let expected = ["2022/001.toml", "2022/002.toml", "2022/9.toml", "book.toml"];
    assert_eq!(places, expected.map(|name| format!("ledgers/{name}")));
    assert!(matches!(complaints[0].fault, Fault::UnknownKey { .. }));
}

#[test]
fn a_folder_without_files_of_a_ledger_is_none() {
    let office = Office::new(Form::Folder);
    fs::create_dir(office.path("empty")).unwrap();
    fs::create_dir(office.path("words")).unwrap();
    office.write("words/README.md", "Nothing yet.\n");
    assert_eq!(office.root().ledger_names().unwrap(), ["2022"]);
    office.write("words/ledger.toml", "");
    assert_eq!(office.root().ledger_names().unwrap(), ["2022", "words"]);
}

#[test]
fn what_was_displaced_is_kept_for_eight_more_writes() {
    let office = Office::new(Form::Folder);
    let no = office.add("甲");
    for at in 0..12 {
        let change = note("2022", no, &format!("key{at:03}"), &format!("第{at}次"));
        let ids = [Id::of_problem("2022", no)];
        office.lock().change::<Failure>(&ids, |_| Ok(vec![change.clone()])).unwrap();
    }
    let numbers = files(&office.path(".ledger/displaced")).into_iter();
    let numbers = numbers.map(|name| name.split_once('-').unwrap().0.parse().unwrap());
    // Eight that were there when the last write began, and its own.
    assert_eq!(numbers.collect::<Vec<u32>>(), (4..=12).collect::<Vec<_>>());
}

/// The folder was listed by a write before, and is not listed again for the next one.
#[test]
fn a_table_that_came_beside_a_folder_is_told_by_the_next_write() {
    let office = Office::new(Form::Folder);
    let no = office.add("甲");
    let change = |key: &str| {
        let ids = [Id::of_problem("2022", no)];
        office.lock().change::<Failure>(&ids, |_| Ok(vec![note("2022", no, key, key)]))
    };
    change("k7q2m9").unwrap();
    office.write("2022.csv", "");
    let refused = change("x4w8p1");
    assert!(matches!(refused, Err(Failure::Complaints(_))), "{refused:?}");
    fs::remove_file(office.path("2022.csv")).unwrap();
    change("x4w8p1").unwrap();
}

#[test]
fn steps_are_shown_one_by_one_and_counted() {
    let office = Office::new(Form::Folder);
    office.git(&["init", "-q"]);
    for no in 1..=5_u32 {
        office.add(&format!("第{no}件"));
        office.git(&["add", "-A"]);
        office.git(&["commit", "-qm", "one more"]);
    }
    let root = office.root();
    let history = History::open(&root).unwrap();
    let span = Span { to: Moment::Revision("HEAD".to_owned()), from: None, since: None };
    let (mut shown, mut told) = (0, Vec::new());
    let show = |_: &Step| -> Result<(), Failure> {
        shown += 1;
        Ok(())
    };
    let all = history.each_step(&span, |done, all| told.push((done, all)), show).unwrap();
    assert_eq!((all, shown), (5, 5));
    assert_eq!(told.last(), Some(&(5, 5)));
    assert!(told.iter().all(|(done, all)| done <= all), "{told:?}");
}

#[test]
fn numbers_of_all_branches_and_of_both_forms_are_taken() {
    for form in [Form::Folder, Form::Table] {
        let office = Office::new(form);
        office.git(&["init", "-q"]);
        office.add("甲");
        office.git(&["add", "-A"]);
        office.git(&["commit", "-qm", "1"]);
        office.git(&["checkout", "-qb", "side"]);
        office.add("乙");
        office.add("丙");
        office.git(&["add", "-A"]);
        office.git(&["commit", "-qm", "2, 3"]);
        office.git(&["checkout", "-q", "main"]);
        let other = if form == Form::Folder { Form::Table } else { Form::Folder };
        office.lock().convert("2022", other, Lang::Zh, false).unwrap();
        assert_eq!(office.numbers(), [1], "{form:?}");
        assert_eq!(office.add("丁"), 4, "{form:?}");
    }
}

#[test]
fn numbers_of_remote_branches_are_taken() {
    let ours = Office::new(Form::Folder);
    ours.git(&["init", "-q"]);
    ours.git(&["add", "-A"]);
    ours.git(&["commit", "-qm", "book"]);
    let theirs = tempfile::tempdir().unwrap();
    let clone = theirs.path().to_str().unwrap();
    ours.git(&["clone", "-q", ".", clone]);
    ours.git(&["-C", clone, "checkout", "-qb", "theirs"]);
    fs::write(theirs.path().join("ledgers/2022/041.toml"), "title = \"x\"\n").unwrap();
    ours.git(&["-C", clone, "add", "-A"]);
    ours.git(&["-C", clone, "commit", "-qm", "41"]);
    ours.git(&["fetch", "-q", clone, "theirs:refs/remotes/them/theirs"]);
    assert_eq!(ours.add("甲"), 42);
}

#[test]
fn a_ledger_goes_into_the_other_form_and_back_without_a_change() {
    let office = Office::new(Form::Folder);
    for title in ["甲", "乙"] {
        office.add(title);
    }
    let folder = files(&office.path(""));
    let book = office.book();
    let head = "# 说明\ntitle = \"台账\"\n";
    office.write("2022/ledger.toml", head);

    let there = office.lock().convert("2022", Form::Table, Lang::En, false).unwrap();
    assert_eq!(there.written, ["2022.toml", "2022.csv"]);
    assert_eq!(there.removed, ["2022/001.toml", "2022/002.toml", "2022/ledger.toml"]);
    assert_eq!(files(&office.path("")), [".gitattributes", "2022.csv", "2022.toml", "book.toml"]);
    assert!(!office.path("2022").exists());
    assert_eq!(office.text("2022.toml"), head);
    assert_eq!(office.book().ledgers[0].problems, book.ledgers[0].problems);

    let unchanged = office.lock().convert("2022", Form::Table, Lang::En, false).unwrap();
    assert_eq!(unchanged.written, [""; 0]);
    office.lock().convert("2022", Form::Folder, Lang::En, false).unwrap();
    assert_eq!(files(&office.path("")), folder);
    assert_eq!(office.text("2022/ledger.toml"), head);
    assert_eq!(office.book().ledgers[0].problems, book.ledgers[0].problems);
}

#[test]
fn comments_are_not_dropped_unless_that_is_asked_for() {
    let office = Office::new(Form::Folder);
    office.add("甲");
    office.write("2022/001.toml", "title = \"甲 # 1\" # 待核\n");
    let refused = office.lock().convert("2022", Form::Table, Lang::Zh, false);
    assert!(
        matches!(&refused, Err(Failure::Comments { paths }) if paths == &["ledgers/2022/001.toml"]),
        "{refused:?}"
    );
    assert_eq!(files(&office.path("2022")), ["001.toml", "ledger.toml"]);
    office.lock().convert("2022", Form::Table, Lang::Zh, true).unwrap();
    assert_eq!(office.book().ledgers[0].problems[0].title, "甲 # 1");
}

#[test]
fn a_conversion_that_was_cut_off_is_seen() {
    let office = Office::new(Form::Folder);
    office.add("甲");
    fs::copy(office.path("2022/ledger.toml"), office.path("2022.toml")).unwrap();
    assert_eq!(office.complaints(), ["ledgers/2022: LedgerTwice(\"2022\")"]);
    let refused = office.lock().add::<Failure>("2022", |_, _| Ok(vec![problem("乙")]));
    assert!(matches!(refused, Err(Failure::Complaints(_))), "{refused:?}");
}

#[test]
fn reading_needs_no_right_to_write_and_leaves_nothing_behind() {
    let office = Office::new(Form::Folder);
    office.add("甲");
    fs::remove_dir_all(office.path(".ledger")).unwrap();
    assert_eq!(office.numbers(), [1]);
    assert!(!office.path(".ledger").exists());
}

#[cfg(unix)]
mod unix {
    use super::{Failure, Form, Id, Office, fs, mpsc, note, thread};
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;
    use std::time::Duration;

    fn mode(office: &Office, name: &str) -> u32 {
        fs::metadata(office.path(name)).unwrap().permissions().mode() & 0o777
    }

    fn set_mode(office: &Office, name: &str, mode: u32) {
        fs::set_permissions(office.path(name), fs::Permissions::from_mode(mode)).unwrap();
    }

    fn change(office: &Office) -> Result<Vec<String>, Failure> {
        let ids = [Id::of_problem("2022", 1)];
        office.lock().change(&ids, |_| Ok(vec![note("2022", 1, "k7q2m9", "一")]))
    }

    #[test]
    fn the_mode_of_a_file_is_kept_and_a_new_one_is_as_others_make_it() {
        let office = Office::new(Form::Folder);
        office.add("甲");
        office.write("made-by-others", "");
        assert_eq!(mode(&office, "2022/001.toml"), mode(&office, "made-by-others"));
        for kept in [0o600, 0o664, 0o640] {
            set_mode(&office, "2022/001.toml", kept);
            let text = office.text("2022/001.toml");
            let new = format!("{text}\n");
            office.lock().replace("2022/001.toml", text.as_bytes(), new.as_bytes()).unwrap();
            assert_eq!(mode(&office, "2022/001.toml"), kept);
        }
    }

    #[test]
    fn a_protected_file_is_not_replaced() {
        let office = Office::new(Form::Folder);
        office.add("甲");
        set_mode(&office, "2022/001.toml", 0o444);
        let before = office.text("2022/001.toml");
        let refused = change(&office);
        assert!(
            matches!(&refused, Err(Failure::ReadOnly { path }) if path == "ledgers/2022/001.toml"),
            "{refused:?}"
        );
        assert_eq!(office.text("2022/001.toml"), before);
    }

    #[test]
    fn a_file_with_a_second_name_is_not_cut_off() {
        let office = Office::new(Form::Folder);
        office.add("甲");
        fs::hard_link(office.path("2022/001.toml"), office.path("backup.txt")).unwrap();
        let refused = change(&office);
        assert!(matches!(refused, Err(Failure::HardLink { .. })), "{refused:?}");
    }

    #[test]
    fn a_link_inside_the_book_survives_and_its_target_is_written() {
        let office = Office::new(Form::Folder);
        office.add("甲");
        fs::create_dir(office.path("files")).unwrap();
        fs::rename(office.path("2022/001.toml"), office.path("files/1.toml")).unwrap();
        symlink("../files/1.toml", office.path("2022/001.toml")).unwrap();
        change(&office).unwrap();
        assert!(fs::symlink_metadata(office.path("2022/001.toml")).unwrap().is_symlink());
        assert!(office.text("files/1.toml").contains("k7q2m9"));
        assert_eq!(office.book().ledgers[0].problems[0].entries.len(), 1);
    }

    #[test]
    fn a_link_out_of_the_book_is_neither_read_nor_written() {
        let office = Office::new(Form::Folder);
        office.add("甲");
        let outside = office.folder.path().join("outside.toml");
        fs::rename(office.path("2022/001.toml"), &outside).unwrap();
        symlink(&outside, office.path("2022/001.toml")).unwrap();
        fs::create_dir(office.folder.path().join("2023")).unwrap();
        symlink("../2023", office.path("2023")).unwrap();
        assert_eq!(
            office.complaints(),
            ["ledgers/2022/001.toml: NotRegular", "ledgers/2023: NotRegular"]
        );
        assert!(matches!(change(&office), Err(Failure::Complaints(_))));
        let before = fs::read(&outside).unwrap();
        let refused = office.lock().replace("2022/001.toml", &before, b"");
        assert!(matches!(refused, Err(Failure::Outside { .. })), "{refused:?}");
        let refused = office.lock().create("2023/001.toml", b"");
        assert!(matches!(refused, Err(Failure::Outside { .. })), "{refused:?}");
    }

    #[test]
    fn what_cannot_be_a_ledger_by_its_name_is_passed_over() {
        let office = Office::new(Form::Folder);
        symlink("/nowhere", office.path("a b.lnk")).unwrap();
        assert!(office.complaints().is_empty(), "{:?}", office.complaints());
        symlink("/nowhere", office.path("b.lnk")).unwrap();
        assert_eq!(office.complaints(), ["ledgers/b.lnk: NotRegular"]);
    }

    #[test]
    fn a_pipe_does_not_make_anybody_wait() {
        let office = Office::new(Form::Folder);
        office.add("甲");
        fs::remove_file(office.path("2022/001.toml")).unwrap();
        for name in ["2022/001.toml", "2023.csv", ".ledger/lock"] {
            let _ = fs::remove_file(office.path(name));
            assert!(Command::new("mkfifo").arg(office.path(name)).status().unwrap().success());
        }
        let (done, wait) = mpsc::channel();
        thread::spawn(move || {
            let complaints = office.complaints();
            let lock = super::Lock::take(&office.root(), Duration::ZERO, "test");
            done.send((complaints, lock.is_err())).unwrap();
        });
        let (complaints, refused) = wait.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_eq!(
            complaints,
            ["ledgers/2022/001.toml: NotRegular", "ledgers/2023.csv: NotRegular"]
        );
        assert!(refused);
    }

    #[test]
    fn hostile_git_settings_are_not_run() {
        let office = Office::new(Form::Folder);
        office.git(&["init", "-q"]);
        let trap = office.folder.path().join("trap");
        fs::write(&trap, "#!/bin/sh\ntouch \"$(dirname \"$0\")/sprung\"\n").unwrap();
        fs::set_permissions(&trap, fs::Permissions::from_mode(0o755)).unwrap();
        office.git(&["config", "core.fsmonitor", trap.to_str().unwrap()]);
        office.git(&["config", "core.hooksPath", office.folder.path().to_str().unwrap()]);
        office.git(&["config", "alias.for-each-ref", "!touch sprung"]);
        assert_eq!(office.add("甲"), 1);
        assert!(!office.folder.path().join("sprung").exists());
    }
}
