//! Figures as they are gathered problem by problem, so that nobody need hold them all; those of parts of a book are put
//! together in its order.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::facts::Facts;
use super::{By, Counted, Figures, Group, Row, Summary, group, tree};
use crate::domain::book::BookHead;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::policy::{Count, Policy};
use crate::domain::problem::Kind;
use crate::domain::roster::Roster;
use crate::domain::standing::Standing;
use crate::reports::policies::Ledgers;
use crate::reports::rules::EnteredLater;
use crate::reports::told::{Days, Told};

/// How to count.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What the rows are grouped by.
    pub by: &'a [By],
    /// Whether units are rolled up their tree.
    pub tree: bool,
    /// Whether the ids behind each figure are asked for.
    pub ids: bool,
    /// The units and persons of the book.
    pub roster: &'a Roster,
    /// The problems that a later one of the book names.
    pub repeated: &'a BTreeSet<Id>,
}

/// Figures of the problems that were taken in so far.
#[derive(Debug, Clone)]
pub struct Gathering<'a> {
    asked: Asked<'a>,
    problems: Part,
    duties: Part,
    told: Told<'a>,
    every: Days<'a>,
    ledgers: Ledgers<'a>,
    later: EnteredLater,
}

/// The figures of the problems and tasks, or of the duties.
#[derive(Debug, Clone, Default)]
struct Part {
    rows: HashMap<Vec<Group>, Figures>,
    /// By the path of a unit from the top, where units are rolled up.
    paths: HashMap<Vec<Group>, Figures>,
    total: Figures,
    /// The policy of the first.
    policy: Option<Arc<Policy>>,
}

impl<'a> Gathering<'a> {
    /// Begins.
    pub fn new(asked: Asked<'a>) -> Self {
        Self {
            asked,
            problems: Part::default(),
            duties: Part::default(),
            told: Told::default(),
            every: Days::default(),
            ledgers: Ledgers::default(),
            later: EnteredLater::default(),
        }
    }

    /// Takes in a problem that is asked for.
    pub fn add(&mut self, standing: &Standing<'a>) {
        if standing.problem.kind == Kind::Duty {
            self.duties.add(standing, &self.asked);
        } else {
            self.problems.add(standing, &self.asked);
            for line in standing.lines() {
                self.told.add(standing, &line);
            }
            self.every.add_review(standing);
        }
        self.ledgers.add(standing);
        self.later.add(standing);
    }

    /// Takes in what was gathered of the problems behind those.
    pub fn append(&mut self, other: Self) {
        self.problems.append(other.problems);
        self.duties.append(other.duties);
        self.told.append(other.told);
        self.every.append(other.every);
        self.ledgers.append(other.ledgers);
        self.later.append(other.later);
    }

    /// Ends with the table of figures.
    pub fn finish(self, book: &BookHead, today: Day) -> Summary {
        let Self { asked, problems, duties, told, every, ledgers, later } = self;
        let policy = problems.policy.clone();
        let soon = policy.as_ref().and_then(|policy| policy.bands.iter().max().copied());
        let policy = policy.or_else(|| duties.policy.clone());
        Summary {
            today,
            by: asked.by.to_vec(),
            count: policy.map_or(Count::Lead, |policy| policy.count),
            tree: asked.rolls_up(),
            problems: problems.finish(),
            duties: duties.finish(),
            soon,
            policies: ledgers.in_force(book, |policy| {
                (policy.bands.clone(), policy.count, policy.review, policy.office_days)
            }),
            counting: told.counting(),
            every: every.reviews(),
            later,
        }
    }
}

impl Asked<'_> {
    /// Keys other than a single unit have no tree.
    fn rolls_up(&self) -> bool {
        self.tree && self.by == [By::Unit]
    }
}

impl Part {
    fn add(&mut self, standing: &Standing<'_>, asked: &Asked<'_>) {
        let Asked { by, ids, roster, repeated, .. } = *asked;
        let facts = Facts::of(standing, repeated, ids);
        self.policy.get_or_insert_with(|| Arc::clone(&standing.policy));
        self.total.add(&facts);
        for groups in group::groups_of(standing, &standing.responsible, by, roster) {
            row(&mut self.rows, groups).add(&facts);
        }
        if asked.rolls_up() {
            for path in tree::paths(standing, &standing.responsible, by, roster) {
                row(&mut self.paths, path).add(&facts);
            }
        }
        for line in standing.late_measures() {
            let id = || ids.then(|| line.id());
            self.total.add_late(id());
            for groups in group::groups_of(standing, line.responsible(), by, roster) {
                row(&mut self.rows, groups).add_late(id());
            }
            if asked.rolls_up() {
                for path in tree::paths(standing, line.responsible(), by, roster) {
                    row(&mut self.paths, path).add_late(id());
                }
            }
        }
    }

    fn append(&mut self, other: Self) {
        self.policy = self.policy.take().or(other.policy);
        self.total.extend(&other.total);
        for (groups, figures) in other.rows {
            row(&mut self.rows, groups).extend(&figures);
        }
        for (path, figures) in other.paths {
            row(&mut self.paths, path).extend(&figures);
        }
    }

    fn finish(self) -> Counted {
        let Self { rows, paths, total, .. } = self;
        let rows =
            if paths.is_empty() { plain(rows) } else { tree::rows(paths.into_iter().collect()) };
        // In a tree those at the top hold all others.
        let top = rows.iter().filter(|row| row.depth == 0).map(|row| &row.figures);
        let mut repeated = Figures::default();
        top.for_each(|figures| repeated.extend(figures));
        Counted { repeated: repeated.without(&total), rows, total }
    }
}

fn row(rows: &mut HashMap<Vec<Group>, Figures>, groups: Vec<Group>) -> &mut Figures {
    rows.entry(groups).or_default()
}

fn plain(rows: HashMap<Vec<Group>, Figures>) -> Vec<Row> {
    let rows: BTreeMap<_, _> = rows.into_iter().collect();
    rows.into_iter().map(|(groups, figures)| Row { groups, depth: 0, figures }).collect()
}
