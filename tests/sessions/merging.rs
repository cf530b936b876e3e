//! Merges with real git: the driver on, missing, `merge=union` in its place, and the repair afterwards.
//!
//! The cases were collected where one file held all problems. Here each problem has a file of its own, or all are rows of
//! one table; what is then left of a case is played:
//!
//! | case | what it is | played as |
//! |---|---|---|
//! | T1 | both append, one number | `T1`, `T1 same` |
//! | T2 | both append, different numbers | `T2` |
//! | T3 | title / closed | `T3` |
//! | T4 | day by hand / closed, neighbouring lines | `T4` |
//! | T5 | close / extend, neighbouring lines | `T6`, `T6 turned`: both at the end of the file |
//! | T6, T15 | close / extend, lines between | `T15` |
//! | T7 | delete / edit | `T7` |
//! | T8 | two responsible | `T8`, `C T8` |
//! | T9 | other order / edit | `T9` |
//! | T10 | both add one key | `T10` |
//! | T11 | one number at two places | `T11` (of measures), `C12`; of problems it is T19 |
//! | T13 | new problem / new measure | `T13`, `T13 table` |
//! | T14 | entry removed / line beside it edited | `T14` |
//! | T16 | merge, revert, merge again | `merge_command::a_merge_that_was_reverted_does_not_come_back` |
//! | T17 | CRLF by one side | `T17` |
//! | T18 | `merge -X ours` | `T18`, `T18 theirs` |
//! | T19 | one number, two file names | `T1` (same name), `T19` (other name) |
//! | T20 | an old copy saved over the merged file | `merge_left::an_old_copy_over_a_merged_file_is_found_by_verify` |
//! | C1 | both append, different numbers | `C1` |
//! | C2 | both append, one number | `C2` |
//! | C3 | different cells of one row | `C3` |
//! | C4 | neighbouring rows | `C4` |
//! | C5 | sorted / edited | `C5` |
//! | C6 | new column / append | `C6` |
//! | C7 | no line end at the end | `C7` |
//! | C8, C9 | cells of several lines | `C8`, `C9` |
//! | C11 | delete / edit | `C11` |
//! | C12 | one number at two places | `C12` (of measures), `C12 problem` |
//! | C13 | columns in other order / append | `C13` |
//! | 3.3 | driver not configured, not to be started, of another program | all scenes; `merge_left` |
//!
//! T12 and C10 are not in the collection.
#![allow(
    clippy::semicolon_if_nothing_returned,
    clippy::too_many_lines,
    reason = "scenes read as a table"
)]

use std::env;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Output;

use crate::session::{Form, Session, TABLE, file, said};

/// What has to come of a merge by `ledger`.
#[derive(Debug, Clone, Copy)]
enum Fate {
    /// Clean; the ledger's files hold all these texts.
    Clean(&'static [&'static str]),
    /// A conflict that is marked in the file, and said in words that hold this.
    Conflict(&'static str),
    /// A conflict that git finds by itself, without asking for the content of the file.
    OfGit,
    /// Clean, since no file was changed by both; `check` finds it, in words that hold this.
    OfCheck(&'static str),
}

/// What two persons do to one book.
struct Scene {
    name: &'static str,
    form: Form,
    before: fn(&Session),
    ours: fn(&Session),
    theirs: fn(&Session),
    /// Options of `git merge`.
    options: &'static str,
    fate: Fate,
}

fn nothing(_: &Session) {}

/// A scene of a folder.
fn folder(name: &'static str, ours: fn(&Session), theirs: fn(&Session), fate: Fate) -> Scene {
    Scene { name, form: Form::Folder, before: nothing, ours, theirs, options: "", fate }
}

/// A scene of a table.
fn table(name: &'static str, ours: fn(&Session), theirs: fn(&Session), fate: Fate) -> Scene {
    Scene { form: Form::Table, ..folder(name, ours, theirs, fate) }
}

fn retitled(session: &Session, path: &str) {
    session.edit(path, "借款未收回", "借款未及时收回");
}

fn run(session: &Session, day: &str, words: &str) {
    session.on(day).run(words).quietly();
}

fn close(session: &Session) {
    run(session, "2022-10-12", "done 1 --by 财务股");
    run(session, "2022-10-13", "close 1 --by 纪检组");
}

fn extend(session: &Session) {
    run(
        session,
        "2022-10-12",
        "extend 1 --due 2022-12-30 --text 对方账户冻结 --approver 分管副主任 --by 财务股",
    );
}

fn problem(session: &Session, no: u32, title: &str) {
    session
        .write(&file(no), format!("title = \"{title}\"\nlimit = \"年底前\"\ndue = 2022-12-31\n"));
}

/// The rows of the table, changed.
fn rows(session: &Session, change: impl Fn(&mut Vec<String>)) {
    let text = session.read(TABLE);
    let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
    change(&mut rows);
    session.write(TABLE, rows.join("\n") + "\n");
}

fn add_row(session: &Session, cells: &[(&str, &str)]) {
    rows(session, |rows| {
        let header = rows[0].trim_start_matches('\u{feff}').to_owned();
        let cell =
            |name: &str| cells.iter().find(|(key, _)| *key == name).map_or("", |(_, text)| text);
        rows.push(header.split(',').map(cell).collect::<Vec<_>>().join(","));
    });
}

/// One file a problem (`T`).
fn of_folder() -> Vec<Scene> {
    use Fate::{Clean, Conflict, OfCheck, OfGit};
    vec![
        folder(
            "T15",
            close,
            |s| {
                // Somebody wrote the extension by hand, above what was there.
                s.edit(
                    &file(1),
                    "[[entry]]",
                    "[[entry]]\nkey = \"aaaaaa\"\non = 2022-10-09\nact = \"extend\"\nby = \"财务股\"\ntext = \"对方账户冻结\"\ndue = 2022-12-30\napprover = \"分管副主任\"\n\n[[entry]]",
                );
            },
            Conflict("ours entered close"),
        ),
        folder(
            "T19",
            |s| problem(s, 2, "我们的"),
            |s| {
                s.write("ledgers/2022-inspection/2.toml", "title = \"他们的\"\n");
            },
            OfCheck("ledger merge --renumber 2"),
        ),
        Scene { options: "-X theirs", ..folder("T18 theirs", extend, close, Conflict("close")) },
        folder(
            "T1",
            |s| problem(s, 2, "我们的"),
            |s| problem(s, 2, "他们的"),
            Conflict("ledger merge --renumber 2"),
        ),
        folder("T1 same", |s| problem(s, 2, "同题"), |s| problem(s, 2, "同题"), Clean(&["同题"])),
        folder(
            "T2",
            |s| problem(s, 2, "我们的"),
            |s| problem(s, 3, "他们的"),
            Clean(&["我们的", "他们的"]),
        ),
        folder("T3", |s| retitled(s, &file(1)), close, Conflict("`title` changed")),
        folder(
            "T4",
            |s| _ = s.edit(&file(1), "due = 2022-10-31", "due = 2022-10-30"),
            close,
            Conflict("`due` changed"),
        ),
        folder("T6", close, extend, Conflict("ours entered close")),
        folder("T6 turned", extend, close, Conflict("theirs entered close")),
        folder(
            "T7",
            |s| std::fs::remove_file(s.path(&file(1))).unwrap(),
            |s| run(s, "2022-10-12", "note 1 --by 财务股 --text 已约谈"),
            OfGit,
        ),
        folder(
            "T8",
            |s| _ = s.edit(&file(1), "财务股", "基层卫生股"),
            |s| _ = s.edit(&file(1), "财务股", "办公室"),
            Conflict("`lead`"),
        ),
        folder(
            "T9",
            |s| {
                _ = s.edit(
                    &file(1),
                    "limit = \"10月底前\"\ndue = 2022-10-31\n",
                    "due = 2022-10-31\nlimit = \"10月底前\"\n",
                )
            },
            |s| run(s, "2022-10-12", "done 1 --by 财务股"),
            Clean(&["due = 2022-10-31\nlimit", "act = \"done\""]),
        ),
        folder(
            "T10",
            |s| _ = s.edit(&file(1), "\n[[", "x_priority = \"高\"\n\n[["),
            |s| _ = s.edit(&file(1), "\n[[", "x_priority = \"低\"\n\n[["),
            Conflict("`x_priority`"),
        ),
        folder(
            "T11",
            |s| {
                _ = s.edit(
                    &file(1),
                    "[[measure]]",
                    "[[measure]]\nno = 3\ntext = \"起诉\"\n\n[[measure]]",
                )
            },
            |s| run(s, "2022-10-12", "measure 1 --text 发律师函"),
            Conflict("both added measure 3"),
        ),
        folder(
            "T13",
            |s| problem(s, 2, "新题"),
            |s| run(s, "2022-10-12", "measure 1 --text 起诉"),
            Clean(&["新题", "起诉"]),
        ),
        folder(
            "T14",
            |s| {
                let text = s.read(&file(1));
                let at = text.find("[[entry]]").unwrap();
                s.write(&file(1), &text[..at]);
            },
            |s| _ = s.edit(&file(1), "发函催收", "发函催收两次"),
            Conflict("ours removed the entry"),
        ),
        folder(
            "T17",
            |s| _ = s.write(&file(1), s.read(&file(1)).replace('\n', "\r\n")),
            |s| run(s, "2022-10-12", "note 1 --by 财务股 --text 已约谈"),
            Clean(&["已约谈"]),
        ),
        Scene { options: "-X ours", ..folder("T18", close, extend, Conflict("close")) },
        folder(
            "both note",
            |s| run(s, "2022-10-12", "note 1 --by 财务股 --text 已约谈"),
            |s| run(s, "2022-10-11", "note 1 --by 财务股 --text 已再次发函"),
            Clean(&["已约谈", "已再次发函"]),
        ),
        folder(
            "note and close",
            |s| run(s, "2022-10-12", "note 1 --by 财务股 --text 已约谈"),
            close,
            Clean(&["已约谈", "act = \"close\""]),
        ),
        folder(
            "money twice",
            |s| run(s, "2022-10-12", "recover 1 1万元 --by 财务股"),
            |s| run(s, "2022-10-12", "recover 1 1万元 --by 财务股"),
            Conflict("would count twice"),
        ),
        folder(
            "extended twice",
            extend,
            |s| {
                run(
                    s,
                    "2022-10-20",
                    "extend 1 --due 2022-11-30 --text 对方申请 --approver 主任 --by 财务股",
                )
            },
            Conflict("both decided the same matter"),
        ),
        folder("closed twice", close, close, Conflict("both moved the state")),
        folder(
            "withdrawn and reported",
            |s| run(s, "2022-10-12", "withdraw 1 --text 重复登记 --approver 主任 --by 办公室"),
            |s| run(s, "2022-10-12", "done 1 --by 财务股"),
            Conflict("ours entered withdraw"),
        ),
        folder(
            "two fields",
            |s| retitled(s, &file(1)),
            |s| _ = s.edit(&file(1), "title = ", "category = \"资金管理\"\ntitle = "),
            Clean(&["借款未及时收回", "资金管理"]),
        ),
        folder(
            "comments",
            |s| _ = s.edit(&file(1), "title", "# 会议定\ntitle"),
            |s| {
                s.edit(&file(1), "[[entry]]", "# 对方的注\n[[entry]]");
                run(s, "2022-10-12", "note 1 --by 财务股 --text 已约谈");
            },
            Clean(&["# 会议定", "# 对方的注", "已约谈"]),
        ),
        Scene {
            before: |s| {
                _ = s.write(
                    "ledgers/book.toml",
                    s.read("ledgers/book.toml") + "\n[unit.\"财务股\"]\n",
                )
            },
            ..folder(
                "roster",
                |s| {
                    _ = s.write(
                        "ledgers/book.toml",
                        s.read("ledgers/book.toml") + "\n[unit.\"甲股\"]\n",
                    )
                },
                |s| {
                    _ = s.write(
                        "ledgers/book.toml",
                        s.read("ledgers/book.toml") + "\n[unit.\"乙股\"]\nformer = [\"乙科\"]\n",
                    )
                },
                Clean(&["甲股", "乙科"]),
            )
        },
        folder(
            "heads",
            |s| {
                _ = s.edit(
                    "ledgers/2022-inspection/ledger.toml",
                    "issued",
                    "owner = \"区卫健委\"\nissued",
                )
            },
            |s| _ = s.edit("ledgers/2022-inspection/ledger.toml", "2022-09-23", "2022-09-24"),
            Clean(&["区卫健委", "2022-09-24"]),
        ),
    ]
}

/// One table (`C`).
fn of_table() -> Vec<Scene> {
    use Fate::{Clean, Conflict};
    let third: fn(&Session) = |s| run(s, "2022-09-24", "add --title 第二题 --limit 年底前");
    vec![
        table(
            "C1",
            |s| run(s, "2022-10-12", "note 1 --by 财务股 --text 已约谈"),
            |s| {
                add_row(
                    s,
                    &[("record", "problem"), ("no", "5"), ("seq", "90"), ("title", "第五题")],
                );
            },
            Clean(&["已约谈", "第五题"]),
        ),
        table(
            "C2",
            |s| {
                add_row(
                    s,
                    &[("record", "problem"), ("no", "2"), ("seq", "90"), ("title", "我们的")],
                )
            },
            |s| {
                add_row(
                    s,
                    &[("record", "problem"), ("no", "2"), ("seq", "90"), ("title", "他们的")],
                );
            },
            Conflict("ledger merge --renumber 2"),
        ),
        table(
            "C3",
            |s| retitled(s, TABLE),
            |s| _ = s.edit(TABLE, "11.7万元", "11.8万元"),
            Clean(&["借款未及时收回", "11.8万元"]),
        ),
        Scene {
            before: third,
            ..table(
                "C4",
                |s| retitled(s, TABLE),
                |s| _ = s.edit(TABLE, "第二题", "第二问"),
                Clean(&["借款未及时收回", "第二问"]),
            )
        },
        table(
            "C5",
            |s| rows(s, |rows| rows[1..].reverse()),
            |s| retitled(s, TABLE),
            Clean(&["借款未及时收回"]),
        ),
        table(
            "C6",
            |s| {
                rows(s, |rows| {
                    rows.iter_mut().enumerate().for_each(|(at, row)| {
                        row.push_str(if at == 0 {
                            ",x_文号"
                        } else if at == 1 {
                            ",九号"
                        } else {
                            ","
                        });
                    })
                })
            },
            |s| run(s, "2022-10-12", "note 1 --by 财务股 --text 已约谈"),
            Clean(&["x_文号", "九号", "已约谈"]),
        ),
        table(
            "C7",
            |s| _ = s.write(TABLE, s.read(TABLE).trim_end()),
            |s| run(s, "2022-10-12", "note 1 --by 财务股 --text 已约谈"),
            Clean(&["已约谈"]),
        ),
        table(
            "C8",
            |s| _ = s.edit(TABLE, "已发函", "\"已发函\n二次\""),
            |s| run(s, "2022-10-12", "note 1 --by 财务股 --text 已约谈"),
            Conflict("was edited"),
        ),
        Scene {
            before: |s| _ = s.edit(TABLE, "发函催收", "\"发函\n催收\""),
            ..table(
                "C9",
                |s| _ = s.edit(TABLE, "发函\n催收", "发函\n再催收"),
                |s| retitled(s, TABLE),
                Clean(&["再催收", "借款未及时收回"]),
            )
        },
        Scene {
            before: third,
            ..table(
                "C11",
                |s| rows(s, |rows| rows.retain(|row| !row.contains("第二题"))),
                |s| _ = s.edit(TABLE, "第二题", "第二问"),
                Conflict("ours removed the problem"),
            )
        },
        table(
            "C12",
            |s| {
                rows(s, |rows| {
                    let width = rows[0].matches(',').count();
                    rows.insert(1, format!("measure,1,3,80,,,,,,,,起诉{}", ",".repeat(width - 11)));
                })
            },
            |s| run(s, "2022-10-12", "measure 1 --text 发律师函"),
            Conflict("both added measure 3"),
        ),
        table(
            "C12 problem",
            |s| {
                rows(s, |rows| {
                    let width = rows[0].matches(',').count();
                    rows.insert(1, format!("problem,2,,80,,,,,,,我们的{}", ",".repeat(width - 10)));
                })
            },
            |s| {
                add_row(
                    s,
                    &[("record", "problem"), ("no", "2"), ("seq", "90"), ("title", "他们的")],
                );
            },
            Conflict("ledger merge --renumber 2"),
        ),
        table(
            "T13 table",
            |s| run(s, "2022-10-12", "add --title 新题 --limit 年底前 --lead 财务股"),
            |s| run(s, "2022-10-12", "measure 1 --text 起诉"),
            Clean(&["新题", "起诉"]),
        ),
        table(
            "C13",
            |s| {
                rows(s, |rows| {
                    for row in rows {
                        let bom = row.starts_with('\u{feff}');
                        let mut cells: Vec<_> = row
                            .trim_start_matches('\u{feff}')
                            .split(',')
                            .map(str::to_owned)
                            .collect();
                        cells[4..].reverse();
                        *row = format!("{}{}", if bom { "\u{feff}" } else { "" }, cells.join(","));
                    }
                })
            },
            |s| run(s, "2022-10-12", "note 1 --by 财务股 --text 已约谈"),
            Clean(&["已约谈"]),
        ),
        table("C6 close", close, extend, Conflict("close")),
        table(
            "C T8",
            |s| _ = s.edit(TABLE, ",财务股,,,,,,10月", ",办公室,,,,,,10月"),
            |s| _ = s.edit(TABLE, ",财务股,,,,,,10月", ",基层股,,,,,,10月"),
            Conflict("`lead`"),
        ),
    ]
}

/// A session whose git finds `ledger`.
fn office(form: Form) -> Session {
    let folder = Path::new(env!("CARGO_BIN_EXE_ledger")).parent().unwrap().to_owned();
    let path = env::var_os("PATH").unwrap_or_default();
    let all = env::join_paths([folder].into_iter().chain(env::split_paths(&path))).unwrap();
    let session = Session::in_git_with_ledger(form).env("PATH", all.to_str().unwrap());
    run(
        &session,
        "2022-09-23",
        "add --title 借款未收回 --lead 财务股 --amount 11.7万元 --limit 10月底前",
    );
    run(&session, "2022-09-23", "measure 1 --text 发函催收");
    run(&session, "2022-09-23", "measure 1 --text 按月报进度");
    run(&session, "2022-10-10", "note 1 --by 财务股 --text 已发函");
    session
}

/// Commits also where git finds nothing to commit, as of line ends.
fn commit(session: &Session, message: &str) {
    session.git("add -A");
    session.git(&format!("commit -q --allow-empty -m {message}"));
}

/// Both sides as commits: `ours` is checked out, `theirs` is to come.
fn prepared(scene: &Scene) -> Session {
    let session = office(scene.form);
    (scene.before)(&session);
    commit(&session, "Before");
    session.git("checkout -q -b theirs");
    (scene.theirs)(&session);
    commit(&session, "Theirs");
    session.git("checkout -q -b ours main");
    (scene.ours)(&session);
    commit(&session, "Ours");
    session.on("2022-12-01");
    session
}

/// Scenes of which only the merge itself tells that something is wrong: each value stands in a parent, and by their days
/// all acts are in order.
const IN_ORDER: [&str; 2] = ["T3", "T15"];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Mode {
    Driver,
    Missing,
    Union,
}

fn merge(session: &Session, scene: &Scene, mode: Mode) -> Output {
    session.git("reset -q --hard ours");
    let attributes = session.path(".git/info/attributes");
    if mode == Mode::Driver {
        session.run("merge --install").quietly();
    } else {
        let _ = session.try_git("config --remove-section merge.ledger");
    }
    let union = if mode == Mode::Union { "* merge=union\n" } else { "" };
    std::fs::create_dir_all(attributes.parent().unwrap()).unwrap();
    std::fs::write(attributes, union).unwrap();
    session.try_git(&format!("merge -q {} theirs -m merged", scene.options))
}

/// The ledger's files one after the other.
fn text(session: &Session) -> String {
    let names = session.git("-c core.quotePath=false ls-files");
    let names = names.lines().filter(|name| session.path(name).exists());
    names.map(|name| session.read(name)).collect()
}

/// All that the book says; nothing where `check` complains, or says that the merge is none.
fn says(session: &Session) -> Option<String> {
    let by_lines = session.command("check --only merged-by-lines --strict").output().unwrap();
    holds(session).filter(|_| by_lines.status.success())
}

/// All that the book says; nothing where `check` complains of its content.
fn holds(session: &Session) -> Option<String> {
    let check = session.command("check").output().unwrap();
    check.status.success().then(|| {
        let output = session.command("list --ids").output().unwrap();
        let ids = String::from_utf8(output.stdout).unwrap().replace('\n', " ");
        said(&session.command(&format!("show {ids} -O json")).output().unwrap())
    })
}

/// Plays a scene in all modes; returns in which of them an error stays that nobody notices.
fn play(scene: &Scene) -> (bool, bool) {
    let name = scene.name;
    let session = prepared(scene);
    let by_driver = merge(&session, scene, Mode::Driver);
    let words = said(&by_driver);
    let right = match scene.fate {
        Fate::Clean(needles) => {
            assert!(by_driver.status.success(), "{name}: {words}\n{}", text(&session));
            let text = text(&session).replace("\r\n", "\n");
            for needle in needles {
                assert!(text.contains(needle), "{name}: no {needle:?} in\n{text}");
            }
            let says = says(&session);
            assert!(
                says.is_some(),
                "{name}: {}",
                said(&session.command("check").output().unwrap())
            );
            says
        }
        Fate::Conflict(needle) => {
            assert!(!by_driver.status.success(), "{name}: silent\n{}", text(&session));
            assert!(words.contains(needle), "{name}: no {needle:?} in\n{words}");
            assert!(text(&session).contains("<<<<<<<"), "{name}: {}", text(&session));
            assert_eq!(session.command("check").output().unwrap().status.code(), Some(1), "{name}");
            None
        }
        Fate::OfGit => {
            assert!(!by_driver.status.success(), "{name}");
            None
        }
        Fate::OfCheck(needle) => {
            assert!(by_driver.status.success(), "{name}: {words}");
            let check = session.command("check").output().unwrap();
            assert!(said(&check).contains(needle), "{name}: {}", said(&check));
            assert_eq!(check.status.code(), Some(1), "{name}");
            None
        }
    };
    let silent = |mode| {
        let output = merge(&session, scene, mode);
        let content = holds(&session);
        if !output.status.success() || content.is_none() || content == right {
            return false;
        }
        // What `check` cannot see in the content, the history tells at any time.
        let verify = session.command("verify").output().unwrap();
        let is_found = verify.status.code() == Some(1);
        assert_ne!(is_found, IN_ORDER.contains(&name), "{name} {mode:?}: {}", said(&verify));
        says(&session).is_some()
    };
    let silent = (silent(Mode::Missing), silent(Mode::Union));
    for mode in [Mode::Missing, Mode::Union] {
        let output = merge(&session, scene, mode);
        let clean = output.status.success();
        let repaired = session.command("merge --repair").output().unwrap();
        let words = said(&repaired);
        if scene.options.is_empty() {
            match scene.fate {
                Fate::Clean(_) => {
                    assert_eq!(repaired.status.code(), Some(0), "{name} {mode:?}: {words}");
                    assert_eq!(says(&session), right, "{name} {mode:?}: {words}");
                }
                Fate::Conflict(needle) => {
                    assert_eq!(repaired.status.code(), Some(1), "{name} {mode:?} {clean}: {words}");
                    assert!(words.contains(needle), "{name} {mode:?}: no {needle:?} in\n{words}");
                    assert!(text(&session).contains("<<<<<<<"), "{name} {mode:?}: {words}");
                }
                Fate::OfGit => {
                    assert_eq!(repaired.status.code(), Some(1), "{name} {mode:?}: {words}")
                }
                Fate::OfCheck(_) => assert!(says(&session).is_none(), "{name} {mode:?}: {words}"),
            }
        }
    }
    silent
}

#[track_caller]
fn compare(scenes: &[Scene], missing: &str, union: &str) {
    let (mut by_lines, mut by_union) = (String::new(), String::new());
    for scene in scenes {
        let (one, two) = play(scene);
        if one {
            let _ = write!(by_lines, "{}; ", scene.name);
        }
        if two {
            let _ = write!(by_union, "{}; ", scene.name);
        }
    }
    // What nobody would notice without the driver. A shorter list is better.
    assert_eq!((by_lines.as_str(), by_union.as_str()), (missing, union));
}

#[test]
fn files_of_problems_merge_or_stop() {
    compare(&of_folder(), "", "");
}

#[test]
fn tables_merge_or_stop() {
    compare(&of_table(), "", "");
}
