//! A book without persons, for what goes out: in papers whoever is known has a mask and others get another name, in running
//! text; in the whole book everybody whom the roster does not declare gets another name, in fields, too.

use std::collections::BTreeSet;

use super::{Masker, Masking, Sort, head_texts, texts};
use crate::domain::amendment::Value;
use crate::domain::book::Book;
use crate::domain::entry::Act;
use crate::domain::id::Id;
use crate::domain::problem::Problem;
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::domain::standing::MASK;

/// A name that stood in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// The id of the problem, or the name of the ledger whose head named it.
    pub place: String,
    /// The name, or what looks like one.
    pub name: String,
    /// As what it stands there now; nothing where it was left.
    pub mask: Option<String>,
}

/// The fields that are no running text: who answers for it has masks of its own, and figures, filters and days rest on the
/// others.
const KEPT: [&str; 17] = [
    "ref",
    "category",
    "source",
    "limit",
    "every",
    "tag",
    "name",
    "lead",
    "joint",
    "with",
    "leader",
    "person",
    "by",
    "verifier",
    "applicant",
    "approver",
    "to",
];

/// Puts a mask in the place of those whom the roster or a field names, and another name in the place of those whom only
/// the text itself says to be persons. Returns the latter, and what only looks like a name, each once a problem.
pub fn hide(book: &mut Book) -> Vec<Hidden> {
    let persons = persons(&book.head.roster, book.ledgers.iter().flat_map(|it| &it.problems));
    let mut masker = Masker::new(&book.head.roster).strict();
    for problem in book.ledgers.iter().flat_map(|ledger| &ledger.problems) {
        running(&mut problem.clone(), &mut |sort, text| {
            masker.keep_free(text);
            masker.learn(&without_names(text, &persons), sort);
        });
    }
    let mut all = Vec::new();
    let mut hide = |place: &str, sort, text: &mut String| {
        if sort == Sort::Person {
            MASK.clone_into(text);
            return;
        }
        note(place, masker.text(&without_names(text, &persons)), text, &mut all);
    };
    for ledger in &mut book.ledgers {
        if let Some(title) = &mut ledger.head.title {
            hide(&ledger.name, Sort::Words, title);
        }
        for problem in &mut ledger.problems {
            let place = Id::of_problem(&ledger.name, problem.no).to_string();
            running(problem, &mut |sort, text| hide(&place, sort, text));
        }
    }
    all
}

/// Gives another name to everybody whom the roster does not declare, in fields and in running text: the same one in all these
/// books, which are one or parts of one. Returns whom they named, and what only looks like a name, each once a problem.
pub fn rename(books: &mut [&mut Book]) -> Vec<Hidden> {
    let Some(roster) = books.first().map(|book| book.head.roster.clone()) else {
        return Vec::new();
    };
    let mut masker = Masker::new(&roster).strict();
    each_text(books, &mut |_, _, text| masker.keep_free(text));
    each_text(books, &mut |_, sort, text| masker.learn(text, sort));
    let mut all = Vec::new();
    each_text(books, &mut |place, sort, text| {
        let became = match sort {
            Sort::Words => masker.text(text),
            Sort::Person => masker.person(text),
        };
        note(place, became, text, &mut all);
    });
    all
}

/// Puts a text in the place of another one, and notes whom it named.
fn note(place: &str, became: Masking, text: &mut String, all: &mut Vec<Hidden>) {
    *text = became.text;
    let known = became.masked.into_iter().map(|(name, mask)| (name, Some(mask)));
    for (name, mask) in known.chain(became.doubts.into_iter().map(|name| (name, None))) {
        let hidden = Hidden { place: place.to_owned(), name, mask };
        let here = |other: &&Hidden| other.place == hidden.place;
        if !all.iter().rev().take_while(here).any(|other| *other == hidden) {
            all.push(hidden);
        }
    }
}

/// Calls `each` for every text of books, with its place.
fn each_text(books: &mut [&mut Book], each: &mut dyn FnMut(&str, Sort, &mut String)) {
    for ledger in books.iter_mut().flat_map(|book| &mut book.ledgers) {
        head_texts(&mut ledger.head, &mut |_, sort, text| each(&ledger.name, sort, text));
        for problem in &mut ledger.problems {
            let place = Id::of_problem(&ledger.name, problem.no).to_string();
            texts(problem, &mut |_, _, sort, text| each(&place, sort, text));
            further(problem, &mut |_, text| each(&place, Sort::Words, text));
        }
    }
}

/// Calls `each` for every running text of a problem, and for the office's own fields that hold persons.
fn running(problem: &mut Problem, each: &mut dyn FnMut(Sort, &mut String)) {
    texts(problem, &mut |_, key, sort, text| {
        if !KEPT.contains(&key) {
            each(sort, text);
        }
    });
    further(problem, &mut |key, text| {
        if !KEPT.contains(&key) {
            each(Sort::Words, text);
        }
    });
}

/// Calls `each`, with the key, for what acts say of other texts: what was amended, and the names of files.
fn further(problem: &mut Problem, each: &mut dyn FnMut(&str, &mut String)) {
    for entry in &mut problem.entries {
        match &mut entry.act {
            Act::Amend { change, old, .. } => {
                if let Value::Text(text) = &mut change.value {
                    each(change.field.name(), text);
                    if let Some(old) = old {
                        each(change.field.name(), old);
                    }
                }
            }
            Act::Progress { evidence }
            | Act::Done { evidence, .. }
            | Act::Close { evidence, .. }
            | Act::Review { evidence, .. }
            | Act::Recover { evidence, .. } => {
                for file in evidence {
                    each("evidence", &mut file.path);
                }
            }
            _ => {}
        }
    }
}

/// The names of persons: those of the roster, and those who lead or answer.
pub fn persons<'a>(
    roster: &Roster,
    problems: impl Iterator<Item = &'a Problem>,
) -> BTreeSet<String> {
    let mut persons: BTreeSet<String> = roster.persons.keys().cloned().collect();
    let mut add = |who: &Responsible| {
        persons.extend(who.leader.iter().chain(&who.person).cloned());
    };
    for problem in problems {
        add(&problem.responsible);
        problem.measures.iter().for_each(|measure| add(&measure.responsible));
        for entry in &problem.entries {
            if let Act::Assign { to, .. } = &entry.act {
                add(to);
            }
        }
    }
    // A single letter would tear words apart.
    persons.retain(|name| name.chars().count() > 1 && name != MASK);
    persons
}

/// Puts a mask in the place of names, longer ones first, since one may begin with another.
pub fn without_names(text: &str, persons: &BTreeSet<String>) -> String {
    let mut names: Vec<_> = persons.iter().filter(|name| text.contains(name.as_str())).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.into_iter().fold(text.to_owned(), |text, name| text.replace(name.as_str(), MASK))
}

#[cfg(test)]
mod tests {
    use super::{hide, rename, without_names};
    use std::collections::BTreeMap;

    use crate::domain::amendment::{Amendment, Field, Value};
    use crate::domain::book::Book;
    use crate::domain::day::Day;
    use crate::domain::entry::{Act, Entry};
    use crate::domain::key::Key;
    use crate::domain::ledger::Ledger;
    use crate::domain::problem::Problem;
    use crate::domain::roster::Person;

    #[test]
    fn the_longest_name_is_masked_first() {
        let persons = ["分管副主任", "副主任"].map(str::to_owned).into();
        assert_eq!(without_names("分管副主任约谈一名副主任", &persons), "＊＊约谈一名＊＊");
    }

    #[test]
    fn one_person_has_one_mask_in_all_ledgers() {
        let ledger = |name: &str, detail: &str| {
            let mut problem =
                Problem { no: 1, title: "对张三约谈".to_owned(), ..Problem::default() };
            problem.detail = Some(detail.to_owned());
            problem.responsible.person = vec!["李四".to_owned()];
            Ledger { name: name.to_owned(), problems: vec![problem], ..Ledger::default() }
        };
        let ledgers = vec![ledger("a", "患者张三、张五"), ledger("b", "李四找张三。张五尚未到")];
        let mut book = Book { ledgers, ..Book::default() };
        let hidden = hide(&mut book);
        let detail = |at: usize| book.ledgers[at].problems[0].detail.clone().unwrap();
        assert_eq!(detail(0), "患者张某、张某甲");
        assert_eq!(detail(1), "＊＊找张某。张某甲尚未到");
        assert!(hidden.iter().all(|it| it.mask.is_some()), "{hidden:?}");
    }

    #[test]
    fn a_whole_book_names_nobody_but_those_of_the_roster() {
        let amended = Act::Amend {
            measure: None,
            change: Amendment { field: Field::Title, value: Value::Text("对钱九约谈".into()) },
            old: Some("对钱八约谈".into()),
        };
        let entry = Entry {
            key: Key::from_random([1; Key::LENGTH]),
            on: Day::FIRST,
            entered: None,
            act: amended,
            by: "钱九".into(),
            text: Some("王小明与李四的家属赵六面谈，李四尚未退".into()),
            request: None,
            extra: BTreeMap::new(),
        };
        let mut problem = Problem { no: 1, title: "患者李四".into(), ..Problem::default() };
        problem.entries.push(entry);
        let ledgers =
            vec![Ledger { name: "a".into(), problems: vec![problem], ..Ledger::default() }];
        let mut book = Book { ledgers, ..Book::default() };
        book.head.roster.persons.insert("王小明".into(), Person::default());
        let mut part = book.clone();
        let hidden = rename(&mut [&mut book, &mut part]);
        assert_eq!(book, part);
        let said = format!("{:?}", book.ledgers);
        for name in ["李四", "赵六", "钱八", "钱九"] {
            assert!(!said.contains(name), "{name}: {said}");
        }
        assert!(said.contains("王小明") && hidden.iter().all(|it| it.mask.is_some()));
    }
}
