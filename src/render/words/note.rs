//! Headings of reports and the notes under them, as facts.

use crate::domain::day::Day;
use crate::domain::policy::Count;
use crate::reports::summary::By;

/// A heading, or a note that states a rule or a total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note<'a> {
    /// Above the overdue lines.
    OverdueHeading {
        /// The day asked for.
        today: Day,
    },
    /// Nothing is overdue.
    NothingOverdue,
    /// How many lines are overdue.
    OverdueTotal {
        /// Lines.
        lines: usize,
        /// Problems that they belong to.
        problems: usize,
        /// How many of the lines are measures.
        measures: usize,
        /// How many of the lines are occurrences that were missed.
        missed: usize,
        /// Duties that these belong to.
        duties: usize,
    },
    /// What counts as overdue.
    OverdueRule,
    /// What the mark behind a day means.
    ProvisionalRule,
    /// What 立行立改 is taken to mean.
    ImmediateRule {
        /// Days by policy.
        days: u32,
    },
    /// Above the lines whose words give no day.
    UnclearHeading {
        /// How many.
        lines: usize,
    },
    /// Above a list.
    ListHeading {
        /// The day asked for.
        today: Day,
    },
    /// Nothing fits the filters.
    NothingListed,
    /// How many lines are listed.
    ListTotal {
        /// Lines.
        lines: usize,
        /// Problems that they belong to.
        problems: usize,
    },
    /// Above figures.
    SummaryHeading {
        /// What they are grouped by.
        by: &'a [By],
        /// The day asked for.
        today: Day,
    },
    /// How the completion rate is counted.
    RateRule,
    /// Whom a figure by unit counts.
    CountRule {
        /// By policy.
        count: Count,
        /// Whether a unit's row holds those below it.
        tree: bool,
    },
    /// Why the rows of units do not add up without the correction.
    RepeatedRule,
    /// What counts as due soon.
    SoonRule {
        /// The widest band of the policy.
        days: u32,
    },
    /// Open measures past a day of their own.
    LateMeasures,
    /// Open lines without a last day.
    Undated {
        /// How many.
        lines: usize,
    },
    /// Above the duties, which are counted apart.
    DutiesHeading {
        /// How many there are.
        duties: usize,
    },
    /// What counts as met, late and missed.
    DutyRule,
    /// Above the closed problems whose review is overdue.
    ReviewsHeading {
        /// The day asked for.
        today: Day,
        /// How many.
        problems: usize,
    },
    /// Above the closed problems that have come back.
    RelapsedHeading {
        /// How many.
        problems: usize,
    },
}
