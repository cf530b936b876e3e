//! The rules of `ledger check`: what reads well and still cannot be right. One function a theme, in one list.
//!
//! Rules look at one problem at a time, but for `across` and `roster`. What lies in files of evidence is told to
//! them, since they open none.

mod across;
mod duties;
mod evidence;
mod fact;
mod gaps;
mod gate;
mod names;
mod order;
mod roster;
mod rule;
mod rule_of;
mod sums;
mod time;

use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::evidence::Files;
use crate::domain::ledger::Ledger;
use crate::domain::mend::Mending;
use crate::domain::problem::Problem;
use crate::domain::standing::{AsOf, Standing};
use crate::domain::subject::{HeadSubject, Subject};
use crate::domain::total::Total;

pub use fact::Fact;
pub use rule::{Rule, Severity};

use across::Across;

/// Something that cannot be right, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub about: About,
    /// What is wrong with it.
    pub fact: Fact,
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A part of a problem.
    Problem {
        /// The ledger's name.
        ledger: String,
        /// The problem's number.
        no: u32,
        /// The part of the problem.
        subject: Subject,
    },
    /// A part of the book's own head.
    Head(HeadSubject),
    /// What merging left in a file or in the clone, by its place among what was told.
    Merging(usize),
    /// A total of a sheet, by its place among those that differ.
    Total(usize),
}

/// What is looked at.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// A book, with what lies under the names of its files of evidence.
    Book(&'a Files),
    /// A table without its book.
    Table,
    /// A sheet, of which the entries are what we made of its states.
    Sheet,
}

/// What a rule looks at: one problem as it is written and as it stands.
struct Case<'a> {
    book: &'a Book,
    as_of: &'a AsOf<'a>,
    scope: Scope<'a>,
    ledger: &'a Ledger,
    written: &'a Problem,
    standing: &'a Standing<'a>,
}

type Found = Vec<(Subject, Fact)>;

type Rules = fn(&Case<'_>) -> Found;

/// All rules that look at one problem, in the order in which their findings are shown for it.
const RULES: [Rules; 20] = [
    time::limits,
    time::measures_after_problem,
    time::due_before_found,
    order::entry_days,
    order::entered,
    order::out_of_state,
    order::out_of_order,
    duties::times,
    duties::occurrences,
    gate::refused,
    gate::voided_twice,
    gate::open_measures,
    sums::amounts,
    sums::notice_levels,
    names::units,
    names::persons,
    names::actors,
    names::ended_units,
    names::recurs,
    gaps::gaps,
];

/// Looks at all of it, as it is written today.
pub fn check(book: &Book, scope: Scope<'_>, today: Day) -> Vec<Finding> {
    let as_of = AsOf::new(&book.head, today);
    let mut findings = Vec::new();
    if matches!(scope, Scope::Book(_)) {
        let of_head = |(subject, fact)| Finding { about: About::Head(subject), fact };
        findings.extend(roster::head(book).into_iter().map(of_head));
    }
    let mut across = Across::default();
    for ledger in &book.ledgers {
        across.turn();
        for written in &ledger.problems {
            let standing = as_of.standing_as_written(ledger, written);
            let case = Case { book, as_of: &as_of, scope, ledger, written, standing: &standing };
            findings.extend(of_problem(&case));
            findings.extend(evidence::evidence(&case).into_iter().map(|found| about(&case, found)));
            findings.extend(
                across
                    .look(ledger, written, &standing)
                    .into_iter()
                    .map(|found| about(&case, found)),
            );
        }
    }
    findings
}

/// What is wrong with the totals of a sheet, in the order given.
pub fn totals(differing: impl IntoIterator<Item = Total>) -> Vec<Finding> {
    let finding =
        |(at, total)| Finding { about: About::Total(at), fact: Fact::TotalDiffers(total) };
    differing.into_iter().enumerate().map(finding).collect()
}

/// What merging left behind, in the order given.
pub fn merging(facts: impl IntoIterator<Item = Fact>) -> Vec<Finding> {
    let finding = |(at, fact)| Finding { about: About::Merging(at), fact };
    facts.into_iter().enumerate().map(finding).collect()
}

/// Looks at one problem of a ledger, which need not stand there yet.
fn of_problem(case: &Case<'_>) -> Vec<Finding> {
    RULES.iter().flat_map(|rules| rules(case)).map(|found| about(case, found)).collect()
}

fn about(case: &Case<'_>, (subject, fact): (Subject, Fact)) -> Finding {
    let (ledger, no) = (case.ledger.name.clone(), case.written.no);
    Finding { about: About::Problem { ledger, no, subject }, fact }
}

/// What would be wrong with a problem after a change and is not before it: a command that records it would leave what
/// nobody may write by hand either. What is only to be looked at hinders nobody.
pub fn new_findings(
    book: &Book,
    ledger: &Ledger,
    before: Option<&Problem>,
    after: &Problem,
    today: Day,
) -> Vec<Finding> {
    let as_of = AsOf::new(&book.head, today);
    let errors = |written| errors(book, &as_of, ledger, written);
    let known = before.map(errors).unwrap_or_default();
    let mut found = errors(after);
    found.retain(|finding| !known.contains(finding));
    found
}

/// What is wrong with a problem of a ledger, which need not stand there yet; not what is only to be looked at.
pub fn errors(book: &Book, as_of: &AsOf<'_>, ledger: &Ledger, written: &Problem) -> Vec<Finding> {
    let standing = as_of.standing_as_written(ledger, written);
    let case = Case { book, as_of, scope: Scope::Table, ledger, written, standing: &standing };
    let mut found = of_problem(&case);
    found.retain(|finding| finding.fact.severity() == Severity::Error);
    found
}

/// What can be mended in a problem without a decision.
pub fn mendings(book: &Book, ledger: &Ledger, written: &Problem, today: Day) -> Vec<Mending> {
    let as_of = AsOf::new(&book.head, today);
    let standing = as_of.standing_as_written(ledger, written);
    let scope = Scope::Table;
    let case = Case { book, as_of: &as_of, scope, ledger, written, standing: &standing };
    let found = RULES.iter().flat_map(|rules| rules(&case));
    found.filter_map(|(subject, fact)| fact.mending(&subject)).collect()
}

#[cfg(test)]
mod tests;
