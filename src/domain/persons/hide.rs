//! A book without persons in its running text, for papers that go out: whoever is known has a mask, others get another name.

use std::collections::BTreeSet;

use super::{Masker, Sort, texts};
use crate::domain::amendment::Value;
use crate::domain::book::Book;
use crate::domain::entry::Act;
use crate::domain::id::Id;
use crate::domain::problem::Problem;
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::domain::standing::MASK;

/// A name that stood in running text.
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
        let became = masker.text(&without_names(text, &persons));
        *text = became.text;
        let known = became.masked.into_iter().map(|(name, mask)| (name, Some(mask)));
        for (name, mask) in known.chain(became.doubts.into_iter().map(|name| (name, None))) {
            let hidden = Hidden { place: place.to_owned(), name, mask };
            let here = |other: &&Hidden| other.place == hidden.place;
            if !all.iter().rev().take_while(here).any(|other| *other == hidden) {
                all.push(hidden);
            }
        }
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

/// Calls `each` for every running text of a problem, and for the office's own fields that hold persons.
fn running(problem: &mut Problem, each: &mut dyn FnMut(Sort, &mut String)) {
    texts(problem, &mut |_, key, sort, text| {
        if !KEPT.contains(&key) {
            each(sort, text);
        }
    });
    for entry in &mut problem.entries {
        match &mut entry.act {
            Act::Amend { change, old, .. } if !KEPT.contains(&change.field.name()) => {
                if let Value::Text(text) = &mut change.value {
                    each(Sort::Words, text);
                    old.iter_mut().for_each(|old| each(Sort::Words, old));
                }
            }
            Act::Progress { evidence }
            | Act::Done { evidence, .. }
            | Act::Close { evidence, .. }
            | Act::Review { evidence, .. }
            | Act::Recover { evidence, .. } => {
                evidence.iter_mut().for_each(|file| each(Sort::Words, &mut file.path));
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
    use super::{hide, without_names};
    use crate::domain::book::Book;
    use crate::domain::ledger::Ledger;
    use crate::domain::problem::Problem;

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
}
