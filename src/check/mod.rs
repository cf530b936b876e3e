//! The rules of `ledger check`: what reads well and still cannot be right. One function a rule, in one list.

mod duties;
mod names;
mod order;
mod time;

use crate::domain::acts::State;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::ledger::Ledger;
use crate::domain::limit::Reading;
use crate::domain::problem::Problem;
use crate::domain::standing::{AsOf, Standing};
use crate::domain::subject::Subject;

/// Something that cannot be right, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The ledger's name.
    pub ledger: String,
    /// The problem's number.
    pub no: u32,
    /// The part of the problem.
    pub subject: Subject,
    /// What is wrong with it.
    pub fact: Fact,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// The words of a limit give no day, and no day is stored.
    LimitUnclear {
        /// The words.
        words: String,
        /// How they read.
        reading: Reading,
    },
    /// The words now give another day than the one stored, which counts.
    LimitReadsOtherwise {
        /// The words.
        words: String,
        /// The day stored.
        due: Day,
        /// The day that the words give.
        read: Day,
    },
    /// A measure's day lies after its problem's.
    MeasureAfterProblem {
        /// The measure's day.
        measure: Day,
        /// The problem's day.
        problem: Day,
    },
    /// The last day lies before the day on which the problem was found.
    DueBeforeFound {
        /// The last day.
        due: Day,
        /// The day on which it was found.
        found: Day,
    },
    /// An entry lies before the day on which its problem was found.
    EntryBeforeFound {
        /// The entry's day.
        on: Day,
        /// The day on which it was found.
        found: Day,
    },
    /// An entry lies in the future.
    EntryInFuture {
        /// The entry's day.
        on: Day,
        /// Today.
        today: Day,
    },
    /// An entry records an act that the state did not allow; it changed nothing.
    OutOfState {
        /// The act.
        act: ActKind,
        /// The state.
        state: State,
    },
    /// Only a duty has occurrences.
    OccurrenceOfNoDuty,
    /// The words of a duty do not say how often it falls due, or it has none.
    EveryUnclear {
        /// The words.
        words: Option<String>,
        /// How they read.
        reading: Option<Reading>,
    },
    /// A limit of a duty, which has occurrences and no last day.
    LimitOfDuty,
    /// A report names a day on which the duty does not fall due.
    NoSuchOccurrence {
        /// The day.
        day: Day,
        /// The last occurrence before it.
        before: Option<Day>,
        /// The first occurrence after it.
        after: Option<Day>,
    },
    /// A report of a duty names no occurrence.
    NoOccurrenceNamed,
    /// A unit that the roster does not declare.
    UndeclaredUnit {
        /// The name as written.
        name: String,
        /// The nearest declared name.
        nearest: Option<String>,
    },
    /// A person whom the roster does not declare.
    UndeclaredPerson {
        /// The name as written.
        name: String,
        /// The nearest declared name.
        nearest: Option<String>,
    },
    /// `recurs` names a problem that the book does not have.
    RecursNowhere(String),
}

impl Fact {
    /// Tells whether it is only to be looked at, since it may well be meant.
    pub fn is_doubt(&self) -> bool {
        matches!(self, Self::LimitReadsOtherwise { .. } | Self::MeasureAfterProblem { .. })
    }

    /// The name of the rule, as `docs/format.md` and the output have it.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::LimitUnclear { .. } => "limit-unclear",
            Self::LimitReadsOtherwise { .. } => "limit-reads-otherwise",
            Self::MeasureAfterProblem { .. } => "measure-after-problem",
            Self::DueBeforeFound { .. } => "due-before-found",
            Self::EntryBeforeFound { .. } => "entry-before-found",
            Self::EntryInFuture { .. } => "entry-in-future",
            Self::OutOfState { .. } => "out-of-state",
            Self::OccurrenceOfNoDuty => "occurrence-of-no-duty",
            Self::EveryUnclear { .. } => "every-unclear",
            Self::LimitOfDuty => "limit-of-duty",
            Self::NoSuchOccurrence { .. } | Self::NoOccurrenceNamed => "no-such-occurrence",
            Self::UndeclaredUnit { .. } => "undeclared-unit",
            Self::UndeclaredPerson { .. } => "undeclared-person",
            Self::RecursNowhere(_) => "recurs-nowhere",
        }
    }

    /// The name in a list that is meant, where it is one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::UndeclaredUnit { name, .. }
            | Self::UndeclaredPerson { name, .. }
            | Self::RecursNowhere(name) => Some(name),
            _ => None,
        }
    }
}

/// What a rule looks at: one problem as it is written and as it stands.
struct Case<'a> {
    book: &'a Book,
    as_of: &'a AsOf<'a>,
    ledger: &'a Ledger,
    written: &'a Problem,
    standing: &'a Standing<'a>,
}

type Rule = fn(&Case<'_>) -> Vec<(Subject, Fact)>;

/// All rules, in the order in which their findings are shown for one problem.
const RULES: [Rule; 10] = [
    time::limits,
    time::measures_after_problem,
    time::due_before_found,
    order::entry_days,
    order::out_of_state,
    duties::times,
    duties::occurrences,
    names::units,
    names::persons,
    names::recurs,
];

/// Looks at the whole book, as it is written today.
pub fn check(book: &Book, today: Day) -> Vec<Finding> {
    let as_of = AsOf::new(&book.head, today);
    let of_ledger = |ledger: &Ledger| {
        let problems = ledger.problems.iter();
        problems.flat_map(|written| of_problem(book, &as_of, ledger, written)).collect::<Vec<_>>()
    };
    book.ledgers.iter().flat_map(of_ledger).collect()
}

/// Looks at one problem of a ledger, which need not stand there yet.
fn of_problem(book: &Book, as_of: &AsOf<'_>, ledger: &Ledger, written: &Problem) -> Vec<Finding> {
    let standing = as_of.standing_as_written(ledger, written);
    let case = Case { book, as_of, ledger, written, standing: &standing };
    let found = RULES.iter().flat_map(|rule| rule(&case));
    let finding =
        |(subject, fact)| Finding { ledger: ledger.name.clone(), no: written.no, subject, fact };
    found.map(finding).collect()
}

/// What would be wrong with a problem after a change and is not before it: a command that records it would leave what
/// nobody may write by hand either.
pub fn new_findings(
    book: &Book,
    ledger: &Ledger,
    before: Option<&Problem>,
    after: &Problem,
    today: Day,
) -> Vec<Finding> {
    let as_of = AsOf::new(&book.head, today);
    let known = before.map(|before| of_problem(book, &as_of, ledger, before)).unwrap_or_default();
    let mut found = of_problem(book, &as_of, ledger, after);
    found.retain(|finding| !finding.fact.is_doubt() && !known.contains(finding));
    found
}

#[cfg(test)]
mod tests;
