//! The headings of columns and other short labels, as facts.

mod all;

use crate::reports::summary::{Listed, Tally};

/// A heading of a column, or a short label before a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it, and those that do not have a line")]
pub enum Label {
    Id,
    /// The number on paper.
    Reference,
    /// Numbers that it had before.
    Former,
    Ours,
    Theirs,
    Ledger,
    Title,
    Problem,
    Measure,
    Unit,
    /// Whose ledger it is.
    Owner,
    Lead,
    /// Responsible together, with no lead among them.
    Joint,
    /// Who helps.
    With,
    Leader,
    Person,
    /// Who is responsible, in the paper's words.
    Owners,
    /// The newest that was said of the work.
    LastWord,
    /// The newest that was said of the work, where all is told.
    Latest,
    /// The day of that.
    LatestOn,
    /// Stands in the place of a lead that nobody named.
    NoLead,
    Limit,
    LastDay,
    /// The last day as it was before any extension.
    FirstDay,
    DaysLate,
    /// What waits on the morning's page.
    Matter,
    /// The most urgent of several.
    First,
    Command,
    DaysLeft,
    /// How a day stands to the last day, in words.
    ToLastDay,
    State,
    Category,
    Source,
    Kind,
    Issued,
    Found,
    Detail,
    Cause,
    Goal,
    Sustained,
    /// Earlier problems that came back.
    Recurs,
    Round,
    Tag,
    Every,
    /// The occurrence of a duty.
    Occurrence,
    /// The next occurrence of a duty.
    NextOccurrence,
    Duty,
    /// The office's own keys.
    Extra,
    Month,
    Period,
    Total,
    /// How many in all.
    All,
    Open,
    Awaiting,
    /// Open, and not past a last day.
    OpenInTime,
    Closed,
    OfWhichSustained,
    Suspended,
    Transferred,
    Withdrawn,
    Overdue,
    OverdueMeasures,
    /// Reported after the last day.
    ClosedLate,
    DueSoon,
    /// Closed, and to be looked at again.
    ReviewDue,
    /// A review found it relapsed.
    ToBeReopened,
    /// No day could be read from the limit.
    NoLimit,
    Rate,
    /// Of a duty: done in time.
    Met,
    /// Of a duty: done after its day.
    Late,
    /// Of a duty: not done.
    Missed,
    AmountInvolved,
    AmountRecoverable,
    AmountRecovered,
    /// Recurring in all.
    RecurrenceRate,
    /// Still to come back.
    AmountOutstanding,
    /// Recovered in what is to come back.
    RecoveryRate,
    /// A form in all, by times.
    ShareOfTimes,
    Persons,
    /// A further figure of a summary that counts problems.
    Listed(Listed),
    /// A further figure of a summary that counts what a problem may have several of.
    Tally(Tally),
    /// 人次: how often, where persons are counted once each time.
    Times,
    /// Which of the four forms (四种形态).
    Form,
    Indicator,
    /// The unit of an indicator.
    Measurement,
    Baseline,
    Target,
    Actual,
    Entry,
    Key,
    /// The day of an entry.
    On,
    Act,
    /// Who did or reports it.
    By,
    /// What an entry says.
    Text,
    Evidence,
    Verifier,
    Applicant,
    Approver,
    /// When an extension was asked for.
    Asked,
    Basis,
    Reason,
    Outcome,
    Next,
    Level,
    /// The number of a notice.
    Number,
    To,
    /// Which rung of the ladder.
    Notice,
    /// The notice before.
    LastNotice,
    Reported,
    ClosedOn,
    Since,
    Dropped,
    /// The day for which states are told.
    Today,
    /// How a figure is counted.
    Rule,
    /// What a line is about.
    ProblemOrMeasure,
    /// Suspended, transferred or withdrawn.
    Resting,
    /// What stands in more than one row.
    Repeated,
    /// What a row is grouped by.
    Group,
    /// Which figure.
    Figure,
    /// Nobody and nothing is written there.
    NotNamed,
    /// Before what is wrong.
    Error,
    /// Before what to do.
    Help,
    /// Before what is to be looked at.
    Doubt,
    /// Before what could be said and is not.
    Hint,
    /// The name of a rule of `check`.
    RuleName,
    /// How much a finding weighs.
    Severity,
    /// Whether `--fix` mends it.
    Fixable,
    /// What is wrong.
    Wrong,
    /// What to do about it.
    Remedy,
    File,
    Line,
    Column,
    MeasureNo,
    /// What kind of limit words are.
    LimitKind,
    CountsFrom,
    /// A part of the words of a limit.
    Part,
    Light,
    /// What there is to say of a line beside its state.
    Remarks,
    /// How many extensions of this round there are.
    Extensions,
    /// The days by which they moved the last day.
    DaysWon,
    /// Days by which work was reported after its first day.
    LateByFirst,
    /// Days by which work was reported after its last day.
    LateByLast,
    /// The measure by whose days lateness is told.
    LateMeasure,
    /// The last day by which lateness is told.
    LateDay,
    /// The extensions of that day.
    LateExtensions,
    /// When a closed problem was last looked at.
    LastReview,
    /// Persons held to account.
    Accounted,
    /// Later problems that name this one.
    RecurredIn,
    /// What moved a last day.
    LimitMoves,
    /// The notices issued.
    Notices,
    /// What happened.
    Timeline,
    /// When an extension was asked for, and by whom.
    AskedFor,
    /// The last day before it was moved.
    DayBefore,
    /// The last day after it was moved.
    DayAfter,
    Days,
    /// When an entry was made that tells of an earlier day.
    Entered,
    /// What an act says beside its text.
    Particulars,
    /// Whether an entry counts.
    Counts,
    /// When a review found that a problem had come back.
    RelapsedOn,
}
