//! What became of the work: reports in time and late, extensions, notices, what came back, and who was held to account.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::facts;
use super::ids::Ids;
use crate::domain::acts::State;
use crate::domain::book::Book;
use crate::domain::entry::ActKind;
use crate::domain::figure::Figure;
use crate::domain::id::{Id, Selection};
use crate::domain::standing::{Accounted, AsOf, Deadline, Lateness, Standing};

/// A figure that counts problems, each at most once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listed {
    /// Reported done as a whole, and not returned since.
    Reported,
    /// Of these, reported by the first day.
    InTime,
    /// Of these, reported after the first day and by the extended one.
    InTimeExtended,
    /// Of these, reported after the last day, also after an extended one.
    ReportedLate,
    /// Of these, without a last day, or reported on a day that nobody knows.
    ReportedUndated,
    /// With extensions in this round.
    Extended,
    /// To which a notice was issued, in any round.
    Noticed,
    /// Reopened at least once.
    Reopened,
    /// Closed, found relapsed by a review, and to be reopened.
    Relapsed,
    /// Closed, and to be looked at again.
    OnWatch,
    /// Of these, past the day of the next review.
    ReviewOverdue,
    /// Naming an earlier problem that it repeats.
    Recurring,
    /// Closed, and named by a later problem as one that it repeats.
    CameBack,
    /// For which persons were held to account.
    Accounted,
}

/// A figure that counts what a problem may have several of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tally {
    /// Extensions in this round; one that names several measures counts once.
    Extensions,
    /// Days by which they moved the last day: of a problem, or of that measure which moved farthest.
    DaysWon,
    /// Notices issued, in all rounds.
    Notices,
}

impl Listed {
    /// All, in the order of tables.
    pub const ALL: [Self; 14] = [
        Self::Reported,
        Self::InTime,
        Self::InTimeExtended,
        Self::ReportedLate,
        Self::ReportedUndated,
        Self::Extended,
        Self::Noticed,
        Self::Reopened,
        Self::Relapsed,
        Self::OnWatch,
        Self::ReviewOverdue,
        Self::Recurring,
        Self::CameBack,
        Self::Accounted,
    ];
}

/// The further figures of one row. A withdrawn problem enters none of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Further {
    listed: BTreeMap<Listed, Ids>,
    tallies: BTreeMap<Tally, i64>,
    /// Persons held to account, by the four forms.
    pub accounted: [Accounted; 4],
    /// What indicators only count, such as rules made (制度), by the indicator's name and unit.
    pub counted: BTreeMap<(String, String), Figure>,
}

impl Further {
    /// The problems behind a figure, in the book's order.
    pub fn listed(&self, figure: Listed) -> &Ids {
        static NONE: LazyLock<Ids> = LazyLock::new(Ids::default);
        self.listed.get(&figure).unwrap_or(&NONE)
    }

    /// A sum over the problems.
    pub fn tally(&self, figure: Tally) -> i64 {
        self.tallies.get(&figure).copied().unwrap_or(0)
    }

    /// All persons held to account, by whatever form.
    pub fn held_to_account(&self) -> Accounted {
        self.accounted.iter().fold(Accounted::default(), |mut sum, form| {
            sum.add(Some(form.persons), Some(form.times));
            sum
        })
    }

    /// Counts one problem, which has this id where ids are asked for.
    pub(super) fn add(&mut self, facts: &facts::Further, id: Option<&Id>) {
        for figure in &facts.listed {
            self.listed.entry(*figure).or_default().push(id.cloned());
        }
        for (tally, number) in facts.tallies {
            *self.tallies.entry(tally).or_default() += number;
        }
        for (own, other) in self.accounted.iter_mut().zip(facts.accounted) {
            own.add(Some(other.persons), Some(other.times));
        }
        for (name, actual) in &facts.counted {
            self.count(name.clone(), *actual);
        }
    }

    /// Adds the figures of another row.
    pub(super) fn extend(&mut self, other: &Self) {
        for (figure, ids) in &other.listed {
            self.listed.entry(*figure).or_default().extend(ids);
        }
        for (tally, number) in &other.tallies {
            *self.tallies.entry(*tally).or_default() += number;
        }
        for (own, other) in self.accounted.iter_mut().zip(other.accounted) {
            own.add(Some(other.persons), Some(other.times));
        }
        for (name, actual) in &other.counted {
            self.count(name.clone(), *actual);
        }
    }

    fn count(&mut self, name: (String, String), actual: Figure) {
        let sum = self.counted.entry(name).or_default();
        *sum = *sum + actual;
    }

    /// Takes off the figures of a part that is counted in these.
    pub(super) fn take_off(&mut self, part: &Self) {
        for (figure, ids) in &part.listed {
            self.listed.entry(*figure).or_default().take_off(ids);
        }
        for (tally, number) in &part.tallies {
            *self.tallies.entry(*tally).or_default() -= number;
        }
        for (own, part) in self.accounted.iter_mut().zip(part.accounted) {
            own.persons = own.persons.saturating_sub(part.persons);
            own.times = own.times.saturating_sub(part.times);
        }
        for (name, actual) in &part.counted {
            self.count(name.clone(), -*actual);
        }
    }
}

/// What indicators of a problem only count, as far as anything was entered: by name and unit.
pub fn counted(standing: &Standing<'_>) -> impl Iterator<Item = ((String, String), Figure)> {
    let counted = standing.problem.indicators.iter().filter(|indicator| indicator.is_counted());
    counted.filter_map(|indicator| {
        let unit = indicator.unit.clone().unwrap_or_default();
        Some(((indicator.name.clone(), unit), *standing.actuals.get(&indicator.name)?))
    })
}

/// The figures that count a problem, in the order of tables.
pub(super) fn listed(standing: &Standing<'_>, came_back: bool) -> Vec<Listed> {
    let late = standing.reported_late();
    let holds = |figure: &Listed| holds(*figure, standing, late, came_back);
    Listed::ALL.into_iter().filter(holds).collect()
}

/// Tells whether a figure counts a problem, of which `late` tells how late it was reported.
fn holds(figure: Listed, standing: &Standing<'_>, late: Option<Lateness>, came_back: bool) -> bool {
    let reported = standing.reported.is_some();
    let closed = standing.state == State::Closed;
    match figure {
        Listed::Reported => reported,
        Listed::InTime => late.is_some_and(|late| late.is_in_time()),
        Listed::InTimeExtended => late.is_some_and(|late| late.by_last == 0 && late.by_first > 0),
        Listed::ReportedLate => late.is_some_and(|late| late.by_last > 0),
        Listed::ReportedUndated => reported && late.is_none(),
        Listed::Extended => deadlines(standing).any(|deadline| !deadline.extensions().is_empty()),
        Listed::Noticed => notices(standing) > 0,
        Listed::Reopened => standing.round > 1,
        Listed::Relapsed => standing.relapsed().is_some(),
        Listed::OnWatch => closed && standing.watch.is_some_and(|watch| watch.next.is_some()),
        Listed::ReviewOverdue => standing.review_days_late().is_some(),
        Listed::Recurring => !standing.problem.recurs.is_empty(),
        Listed::CameBack => closed && came_back,
        Listed::Accounted => standing.accounted.iter().any(|form| form.times > 0),
    }
}

/// What it has of things of which it may have several.
pub(super) fn tallies(standing: &Standing<'_>) -> [(Tally, i64); 3] {
    let moves = deadlines(standing).flat_map(Deadline::extensions);
    let extensions: BTreeSet<_> = moves.map(|moved| moved.key).collect();
    let won = deadlines(standing).map(Deadline::days_won).max().unwrap_or(0);
    [
        (Tally::Extensions, whole(extensions.len())),
        (Tally::DaysWon, won.max(0)),
        (Tally::Notices, whole(notices(standing))),
    ]
}

/// Its own last day, and those of its measures.
fn deadlines<'a>(standing: &'a Standing<'_>) -> impl Iterator<Item = &'a Deadline> {
    let own = standing.measures.iter().filter_map(|measure| measure.own.as_ref());
    std::iter::once(&standing.deadline).chain(own)
}

/// The notices that took effect.
fn notices(standing: &Standing<'_>) -> usize {
    let moot = |place: &usize| standing.out_of_state.iter().any(|(known, _)| known == place);
    let entries = standing.effective.iter().filter(|place| !moot(place));
    let acts = entries.filter_map(|place| standing.problem.entries.get(*place));
    acts.filter(|entry| entry.act.kind() == ActKind::Notice).count()
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The earlier problems that a problem names as those which it repeats. What is withdrawn names none.
pub fn named_by(standing: &Standing<'_>) -> Vec<Id> {
    /// Numbers that one name may hold.
    const MOST: usize = 1_000;
    if standing.problem.recurs.is_empty() || standing.state == State::Withdrawn {
        return Vec::new();
    }
    let ids = |selection: Selection| {
        let ledger = selection.ledger.unwrap_or_default();
        let numbers = (selection.first..=selection.last).take(MOST);
        numbers.map(move |no| Id::of_problem(&ledger, no)).collect::<Vec<_>>()
    };
    let names = standing.problem.recurs.iter().filter_map(|name| name.parse().ok());
    names.flat_map(ids).collect()
}

/// The problems of a book that later ones name as those which they repeat.
pub fn repeated(as_of: &AsOf<'_>, book: &Book) -> BTreeSet<Id> {
    let mut repeated = BTreeSet::new();
    for ledger in &book.ledgers {
        for problem in ledger.problems.iter().filter(|problem| !problem.recurs.is_empty()) {
            repeated.extend(as_of.standing(ledger, problem).iter().flat_map(named_by));
        }
    }
    repeated
}
