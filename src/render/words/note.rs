//! Headings of reports and the notes under them, as facts.

use crate::domain::day::Day;
use crate::domain::policy::{Count, Rung};
use crate::reports::policies::InForce;
use crate::reports::summary::{By, Listed, Tally};

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
    /// What several answer for is in several bars.
    BarsRepeat {
        /// How many problems there are.
        all: usize,
    },
    /// How many lines are overdue.
    OverdueTotal {
        /// Lines.
        lines: usize,
        /// Problems that they belong to.
        problems: usize,
        /// How many of the lines are measures of problems.
        measures: usize,
        /// How many of the lines are occurrences that were missed.
        missed: usize,
        /// Duties that these belong to.
        duties: usize,
        /// How many of the lines are measures of duties.
        duty_measures: usize,
    },
    /// Late lines that the period asked for leaves out.
    OutsidePeriod {
        /// How many.
        lines: usize,
    },
    /// What counts as overdue.
    OverdueRule,
    /// What the mark behind a day means.
    ProvisionalRule,
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
        /// How many duties.
        duties: usize,
    },
    /// Above the closed problems that have come back.
    RelapsedHeading {
        /// How many.
        problems: usize,
        /// How many duties.
        duties: usize,
    },
    /// A rule of further figures.
    Further(FurtherNote<'a>),
    /// Something about notices.
    Notices(NoticeNote<'a>),
}

/// The rules of the further figures of a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FurtherNote<'a> {
    /// What a figure that counts problems means.
    Listed(Listed),
    /// What a figure means that counts what a problem may have several of.
    Tally(Tally),
    /// How money is counted.
    Money,
    /// How persons held to account are counted.
    Accounted,
    /// How the values of indicators that only count are added.
    Counted,
    /// The policy that figures rest on.
    Policy {
        /// The policy, and in which ledgers it holds.
        in_force: &'a InForce,
        /// Whether ledgers differ.
        several: bool,
    },
}

/// What is said of notices (督办).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeNote<'a> {
    /// Above notices.
    Heading {
        /// The day for which they are due.
        today: Day,
        /// Whether they were issued, or only would be; nothing where there are none.
        issued: Option<bool>,
    },
    /// No notice is due.
    None,
    /// How many notices there are.
    Total {
        /// Notices.
        notices: usize,
        /// Whether they were issued, or only would be.
        issued: bool,
    },
    /// The ladder in force.
    Ladder {
        /// Its rungs, in the order in which they are climbed.
        rungs: &'a [Rung],
        /// Since when it holds.
        since: Option<Day>,
        /// The ledgers in which it holds; none where it holds in all.
        ledgers: &'a [String],
    },
    /// When a notice is due.
    Rule,
    /// Notices to problems that name nobody who answers for them.
    Unaddressed {
        /// How many.
        notices: usize,
    },
    /// Open problems without a last day, to which no notice can be due.
    Undated {
        /// How many.
        problems: usize,
    },
    /// Duties with missed occurrences, which get no notices.
    Duties {
        /// How many.
        duties: usize,
    },
}
