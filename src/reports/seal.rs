//! A seal: eight facts of the book at a commit, to be printed in a report, by which that state can be proven later.

use crate::domain::acts::State;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::standing::AsOf;

/// What is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The day for which it counts.
    pub day: Day,
    /// The commit's hash, in full.
    pub commit: String,
    /// SHA-256 of the book in its canonical form, in 64 small hexadecimal digits.
    pub sha256: String,
    /// Ledgers, problems of all kinds, closed ones, overdue ones, and entries.
    pub figures: [usize; 5],
}

/// Seals a book as a commit has it.
pub fn seal(book: &Book, day: Day, commit: String, sha256: String) -> Seal {
    let as_of = AsOf::new(&book.head, day);
    let standings = as_of.standings(book);
    let problems = || book.ledgers.iter().flat_map(|ledger| &ledger.problems);
    let closed = standings.iter().filter(|it| it.state == State::Closed).count();
    let overdue = standings.iter().filter(|it| it.is_overdue()).count();
    let entries = problems().map(|problem| problem.entries.len()).sum();
    let figures = [book.ledgers.len(), problems().count(), closed, overdue, entries];
    Seal { day, commit, sha256, figures }
}

impl Seal {
    /// The eight facts as they are printed, in their order.
    pub fn values(&self) -> [String; 8] {
        let [ledgers, problems, closed, overdue, entries] = self.figures.map(|it| it.to_string());
        let (day, commit, sha256) =
            (self.day.to_string(), self.commit.clone(), self.sha256.clone());
        [day, commit, sha256, ledgers, problems, closed, overdue, entries]
    }

    /// Reads the eight facts.
    pub fn from_values(values: &[String; 8]) -> Option<Self> {
        let hexadecimal = |text: &String| text.bytes().all(|it| it.is_ascii_hexdigit());
        let [day, commit, sha256, figures @ ..] = values;
        if !(hexadecimal(commit) && commit.len() >= 40 && hexadecimal(sha256) && sha256.len() == 64)
        {
            return None;
        }
        let mut read = [0; 5];
        for (place, figure) in read.iter_mut().zip(figures) {
            *place = figure.parse().ok()?;
        }
        let (commit, sha256) = (commit.clone(), sha256.clone());
        Some(Self { day: Day::from_iso(day)?, commit, sha256, figures: read })
    }
}
