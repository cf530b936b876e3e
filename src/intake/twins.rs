//! Lines that say the same as one that is there already.

use std::collections::BTreeMap;

use super::sheet::plain_text;
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::problem::Problem;

/// The lines that are known, by what they say.
#[derive(Debug, Default)]
pub struct Twins {
    ledger: BTreeMap<Content, Vec<Id>>,
    /// Lines of the files, by their place in the order of reading.
    files: BTreeMap<Content, usize>,
}

/// What makes two lines the same: the words of the problem and its number on paper, without blanks and widths.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Content {
    title: String,
    detail: String,
    reference: String,
    category: String,
}

impl Twins {
    /// The lines of a ledger of the book.
    pub fn of(book: &Book, ledger: &str) -> Self {
        let mut twins = Self::default();
        for ledger in book.ledgers.iter().filter(|it| it.name == ledger) {
            for problem in &ledger.problems {
                let id = Id::of_problem(&ledger.name, problem.no);
                twins.ledger.entry(Content::of(problem)).or_default().push(id);
            }
        }
        twins
    }

    /// The problems of the ledger that say the same as a line.
    pub fn of_line(&self, line: &Problem) -> Vec<Id> {
        self.ledger.get(&Content::of(line)).cloned().unwrap_or_default()
    }

    /// Remembers a line of the files; returns the place of the one before it that says the same.
    pub fn put(&mut self, line: &Problem, place: usize) -> Option<usize> {
        let known = self.files.get(&Content::of(line)).copied();
        self.files.entry(Content::of(line)).or_insert(place);
        known
    }
}

impl Content {
    fn of(problem: &Problem) -> Self {
        let plain = |text: Option<&String>| text.map(|text| plain_text(text)).unwrap_or_default();
        Self {
            title: plain(Some(&problem.title)),
            detail: plain(problem.detail.as_ref()),
            reference: plain(problem.reference.as_ref()),
            category: plain(problem.category.as_ref()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Twins;
    use crate::domain::book::{Book, BookHead};
    use crate::domain::id::Id;
    use crate::domain::ledger::Ledger;
    use crate::domain::problem::Problem;

    fn line(title: &str, reference: Option<&str>) -> Problem {
        let reference = reference.map(str::to_owned);
        Problem { no: 1, title: title.to_owned(), reference, ..Problem::default() }
    }

    #[test]
    fn twins_say_the_same_however_they_are_written() {
        let problems = vec![line("处方书写不规范，缺签名", Some("3"))];
        let ledger = Ledger { name: "2022".to_owned(), problems, ..Ledger::default() };
        let book = Book { head: BookHead::default(), ledgers: vec![ledger] };
        let mut twins = Twins::of(&book, "2022");
        let id = Id::of_problem("2022", 1);
        assert_eq!(twins.of_line(&line("处方书写不规范, 缺签名", Some("３"))), [id]);
        assert!(twins.of_line(&line("处方书写不规范，缺签名", Some("4"))).is_empty());
        assert_eq!(twins.put(&line("甲", None), 0), None);
        assert_eq!(twins.put(&line("乙", None), 1), None);
        assert_eq!(twins.put(&line(" 甲", None), 2), Some(0));
        assert!(Twins::of(&book, "2023").of_line(&book.ledgers[0].problems[0]).is_empty());
    }
}
