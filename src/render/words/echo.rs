//! How things stand once an act is recorded. Facts only.

use crate::domain::acts::State;
use crate::domain::amendment::Field;
use crate::domain::day::Day;
use crate::domain::figure::Figure;
use crate::domain::id::Id;
use crate::domain::limit::Note;
use crate::domain::responsible::Responsible;

/// How things stand once an act is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Echo {
    /// An extension moved a last day.
    Extended {
        /// The problem or measure.
        id: Id,
        /// The last day before; nothing where there was none.
        from: Option<Day>,
        /// The last day now.
        to: Day,
        /// It was asked for after the day that it moved.
        late: bool,
        /// The day rests on a year whose working days are not published.
        provisional: bool,
        /// What a clerk should know of how it was counted.
        notes: Vec<Note>,
    },
    /// The problem's day moved, and these measures keep earlier days of their own.
    KeepDays {
        /// The problem.
        id: Id,
        /// The measures' numbers.
        measures: Vec<u32>,
    },
    /// A new round has begun.
    Reopened {
        /// The problem or measure.
        id: Id,
        /// Which round it is, from 2.
        round: u32,
        /// Its last day, where it has one.
        day: Option<Day>,
        /// The day is a new one; else the first counts again.
        new: bool,
        /// The day rests on a year whose working days are not published.
        provisional: bool,
        /// What a clerk should know of how it was counted.
        notes: Vec<Note>,
        /// Today, for the days left or late.
        today: Day,
    },
    /// Who answers now.
    Answers {
        /// The problem or measure.
        id: Id,
        /// The names.
        who: Responsible,
    },
    /// When a closed problem is looked at again.
    NextReview {
        /// The problem.
        id: Id,
        /// The day; nothing where it need not be kept up.
        next: Option<Day>,
        /// Today, for the days left.
        today: Day,
    },
    /// A review found that it came back.
    Relapsed(Id),
    /// In which state it is now, and how late.
    Stands {
        /// The problem.
        id: Id,
        /// The state.
        state: State,
        /// The days by which it, or what of it is latest, is overdue; nothing where it is not.
        late: Option<i64>,
        /// Its last day.
        day: Option<Day>,
        /// Today, for the days left.
        today: Day,
    },
    /// Whether an indicator has reached its target.
    Indicator {
        /// The problem.
        id: Id,
        /// The indicator.
        name: String,
        /// What it is measured in.
        unit: Option<String>,
        /// The newest value.
        actual: Figure,
        /// Where it has to be.
        target: Option<Figure>,
        /// It is there.
        reached: bool,
    },
    /// A field has its right value.
    Amended {
        /// The problem.
        id: Id,
        /// The measure amended; nothing where it is the problem.
        measure: Option<u32>,
        /// The field.
        field: Field,
        /// What stood there, as files write it.
        old: Option<String>,
        /// What stands there now, as files write it.
        new: String,
    },
    /// The words of a limit were amended and read as another day than the one stored, which stays.
    OtherDay {
        /// The problem.
        id: Id,
        /// The day that the words give.
        read: Day,
        /// The day that is stored.
        due: Day,
        /// The field in which it is stored, as files name it.
        field: String,
    },
}
