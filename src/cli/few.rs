//! A few problems of a large book, as `show` tells of them: they are read with all that is written, those that are linked with
//! them without, and all others are only looked at.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::streaming::Streamed;
use crate::domain::book::Book;
use crate::domain::id::{Id, Selection};
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::domain::standing::{AsOf, Standing};
use crate::formats::table::lean::Wants;

/// Some problems of a book.
#[derive(Debug)]
pub struct Few<'a> {
    /// The book with them alone.
    pub book: Book,
    /// What they came back from, and what came back from them.
    pub linked: Vec<Standing<'a>>,
}

/// What a part of the book has of them.
#[derive(Default)]
struct Found {
    /// With the places of their ledgers in the book.
    problems: Vec<(usize, Problem)>,
    /// Those that name one of them.
    naming: BTreeSet<(usize, u32)>,
}

impl Streamed {
    /// Finds problems and what is linked with them; nothing where the book is to be read in the usual way.
    pub fn few<'a>(&'a self, as_of: &AsOf<'a>, ids: &[Id]) -> Option<Few<'a>> {
        let of = |ledger: &str, no| ids.iter().any(|id| id.no == no && id.ledger == ledger);
        let names_any = |named: &Selection| ids.iter().any(|id| holds(named, &id.ledger, id.no));
        let numbers = || ids.iter().map(|id| id.no);
        let wants =
            Wants { units: true, whole: numbers().min().zip(numbers().max()), ..Wants::NOTHING };
        let look = |found: &mut Found, at: usize, problem: Cow<'a, Problem>| {
            if named_by(&problem).any(|named| names_any(&named)) {
                found.naming.insert((at, problem.no));
            }
            if of(&self.book.ledgers[at].name, problem.no) {
                found.problems.push((at, problem.into_owned()));
            }
        };
        let parts = self.problems(wants, |_| false, Found::default, look)?;
        let mut ledgers: Vec<_> = self.book.ledgers.iter().map(bare).collect();
        let (mut naming, mut named) = (BTreeSet::new(), Vec::new());
        for Found { problems, naming: more } in parts {
            naming.extend(more);
            for (at, problem) in problems {
                named.extend(named_by(&problem));
                ledgers[at].problems.push(problem);
            }
        }
        let book = Book { head: self.book.head.clone(), ledgers };
        let linked = self.linked(as_of, &naming, &named)?;
        Some(Few { book, linked })
    }

    /// How those stand that name a problem, and those that are named.
    fn linked<'a>(
        &'a self,
        as_of: &AsOf<'a>,
        naming: &BTreeSet<(usize, u32)>,
        named: &[Selection],
    ) -> Option<Vec<Standing<'a>>> {
        if naming.is_empty() && named.is_empty() {
            return Some(Vec::new());
        }
        let terms: Vec<_> = self.book.ledgers.iter().map(|ledger| as_of.terms(ledger)).collect();
        let wants = Wants { texts: true, units: true, ..Wants::NOTHING };
        let keep = |kept: &mut Vec<_>, at: usize, problem: Cow<'a, Problem>| {
            let ledger = &self.book.ledgers[at].name;
            let is_named = || named.iter().any(|named| holds(named, ledger, problem.no));
            if naming.contains(&(at, problem.no)) || is_named() {
                kept.extend(as_of.standing_by(&terms[at], problem));
            }
        };
        let parts = self.problems(wants, |_| false, Vec::new, keep)?;
        Some(parts.into_iter().flatten().collect())
    }
}

/// The problems that one names as what it came back from; words that are no id name none.
fn named_by(problem: &Problem) -> impl Iterator<Item = Selection> {
    problem.recurs.iter().filter_map(|words| words.parse().ok())
}

fn holds(named: &Selection, ledger: &str, no: u32) -> bool {
    named.ledger.as_deref() == Some(ledger) && (named.first..=named.last).contains(&no)
}

/// A ledger without its problems.
fn bare(ledger: &Ledger) -> Ledger {
    Ledger { name: ledger.name.clone(), head: ledger.head.clone(), problems: Vec::new() }
}
