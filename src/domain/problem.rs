//! A problem (问题): a line of the rectification ledger, with its measures and what happened to it.

use std::collections::BTreeMap;

use super::day::Day;
use super::entry::Entry;
use super::indicator::Indicator;
use super::limit::numbers;
use super::measure::Measure;
use super::money::Money;
use super::responsible::Responsible;

/// The office's own keys, which begin with `x_`, and their texts.
pub type Extra = BTreeMap<String, String>;

/// One problem, task or duty, as it is written: facts only, no state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problem {
    /// From 1; never used twice in the ledger.
    pub no: u32,
    /// The problem in a line.
    pub title: String,
    /// What sort of line it is.
    pub kind: Kind,
    /// Its number on paper; the order of printing.
    pub reference: Option<String>,
    /// Its numbers before, as ids, where two branches had taken the same one.
    pub former: Vec<String>,
    /// The finding in full.
    pub detail: Option<String>,
    /// 类别.
    pub category: Option<String>,
    /// Who found it, where that is not the ledger's source.
    pub source: Option<String>,
    /// Root cause.
    pub cause: Option<String>,
    /// When it was found; else the ledger's `issued` counts.
    pub found: Option<Day>,
    /// When it was entered, where that was after the day from which it counts: figures printed in between did not know
    /// of it. Nothing also where nobody wrote it.
    pub entered: Option<Day>,
    /// Who answers for it, as first written.
    pub responsible: Responsible,
    /// Who answers for it, in the paper's words.
    pub owners: Option<String>,
    /// The time limit, in the plan's words.
    pub limit: Option<String>,
    /// The last day, as it was read on entry; goes before the words.
    pub due: Option<Day>,
    /// 长期坚持: stays on watch after closing.
    pub sustained: bool,
    /// The target, in words.
    pub goal: Option<String>,
    /// Money involved.
    pub amount: Option<Money>,
    /// How much of it is to come back, where that is not all.
    pub recoverable: Option<Money>,
    /// Earlier problems that came back: ids or words.
    pub recurs: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// When a duty falls due, in words.
    pub every: Option<String>,
    /// When a duty begins.
    pub from: Option<Day>,
    /// When a duty ends.
    pub until: Option<Day>,
    /// Keeps names out of every output.
    pub masked: bool,
    /// By what a script knows that it has asked for it already.
    pub request: Option<String>,
    /// The office's own keys.
    pub extra: Extra,
    /// Figures that it is measured by.
    pub indicators: Vec<Indicator>,
    /// The work that cures it, in the file's order.
    pub measures: Vec<Measure>,
    /// What happened, in the file's order.
    pub entries: Vec<Entry>,
}

/// What sort of line a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Kind {
    /// 问题: something found wrong.
    #[default]
    Problem,
    /// 任务: a piece of a work plan.
    Task,
    /// 定期事项: falls due again and again; never enters the completion rate.
    Duty,
}

impl Kind {
    /// All kinds with their names in files and programs.
    pub const NAMES: [(&'static str, Self); 3] =
        [("problem", Self::Problem), ("task", Self::Task), ("duty", Self::Duty)];

    /// The kind's name in files and programs.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

impl Problem {
    /// Returns the measure with this number.
    pub fn measure(&self, no: u32) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.no == no)
    }

    /// Returns its place in the order of printing: the numbers of its number on paper, else its own.
    pub fn place_on_paper(&self) -> Vec<u32> {
        let numbers = self.reference.as_deref().map(numbers).unwrap_or_default();
        if numbers.is_empty() { vec![self.no] } else { numbers }
    }

    /// Returns the money that is to come back: what it says, else all that is involved.
    pub fn to_come_back(&self) -> Option<Money> {
        self.recoverable.or(self.amount)
    }

    /// Returns the number that the next measure gets: one more than the highest ever used here.
    pub fn next_measure_no(&self) -> u32 {
        self.measures.iter().map(|measure| measure.no).max().unwrap_or(0) + 1
    }
}
