//! Time limits in the words of a plan: what day they give, or why they give none.
//!
//! The words are made even (`text`), their parts are found (`scan`, in Chinese or `english`), put together
//! (`assemble`), and each part is counted by the ledger's dates (`resolve`). The year comes from those dates and never from today. A guess is never
//! made: what has two readings gives both, and what cannot be read says so.

mod assemble;
mod clause;
mod counted;
mod cursor;
mod english;
mod event;
mod every;
mod fixed;
mod lexicon;
mod month;
mod moved;
mod number;
mod numeric;
mod part;
mod period;
mod phase;
mod point;
mod recurring;
mod relative;
mod resolve;
mod rhythm;
mod scan;
mod state;
mod tail;
mod text;
mod yearly;

use std::collections::BTreeMap;

use super::calendar::Calendar;
use super::day::Day;
use super::ledger::Phase;
use super::policy::Policy;
use assemble::assemble;
pub use english::MONTHS;
pub use every::{At, Every, MonthDays, Weekdays};
pub use moved::{is_counted_anew, read_moved};
pub(super) use number::all as numbers;
pub use part::Event;
use part::{Dated, Part, Unit};
use scan::Found;

/// What limits are counted from.
#[derive(Debug, Clone, Copy)]
pub struct Counting<'a> {
    /// The day of the plan.
    pub issued: Option<Day>,
    /// Other days that limits name, by the names of [`Event::name`].
    pub dates: &'a BTreeMap<String, Day>,
    /// Counts from this day whatever event is named.
    pub from: Option<Day>,
    /// The phases that limits name.
    pub phases: &'a [Phase],
    /// The policy in force on the day of the plan.
    pub policy: &'a Policy,
    /// Which days are worked.
    pub calendar: &'a Calendar,
}

/// What the words of a limit give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What kind of limit it is.
    pub kind: Kind,
    /// The last day; of an ambiguous one the readings, of several each of them, of a recurring one the next.
    pub days: Vec<Day>,
    /// 长期坚持 stands with it.
    pub sustained: bool,
    /// How often, where it recurs.
    pub every: Option<Every>,
    /// The result rests on a year whose working days are not published.
    pub provisional: bool,
    /// What a clerk should know of how it was counted.
    pub notes: Vec<Note>,
}

/// What kind of limit the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A day.
    Day,
    /// 立行立改: as many days as the policy says.
    Immediate,
    /// 长期坚持 alone: no last day.
    Sustained,
    /// Again and again: 每季度. No last day.
    Recurring,
    /// Several days, one for each part of the work.
    Several,
    /// Two possible days.
    Ambiguous,
    /// No date in it: 尽快, 适时.
    Vague,
    /// A state and no limit: 已完成.
    Done,
    /// Not understood.
    Unreadable,
    /// Understood, but the ledger names no day to count from.
    NoStart,
}

/// What a clerk should know of how a limit was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// 立行立改 is taken as so many days.
    Immediate {
        /// Days by policy.
        days: u32,
    },
    /// The year is the plan's.
    YearOfPlan(i32),
    /// The day was already past when the plan was issued.
    Past {
        /// The day of the plan.
        plan: Day,
    },
    /// A counted period ended on a rest day and was moved.
    Moved {
        /// Where it ended.
        from: Day,
        /// Where it ends now.
        to: Day,
    },
    /// A named day is a rest day, and stays.
    RestDay(Day),
    /// The ledger names no day for this event.
    NoStart(Event),
    /// The day is that of a phase, as the ledger's head gives it.
    Phase,
    /// The ledger gives no phase of the name that stands in the words.
    NoPhase,
}

/// One part of the words and what it gives, for whoever asks how they were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The words, made even.
    pub words: String,
    /// What kind of limit the part is.
    pub kind: Kind,
    /// Its days.
    pub days: Vec<Day>,
    /// What there is to know of it.
    pub notes: Vec<Note>,
}

impl Counting<'_> {
    /// The day from which a period is counted; nothing where the ledger does not name it.
    fn start(&self, event: Event) -> Option<Day> {
        if let Event::PeriodEnd(months) = event {
            return Some(period_end(self.start(Event::Issued)?, months));
        }
        let named = || self.dates.get(event.name()).copied();
        let issued = || self.issued.filter(|_| event == Event::Issued);
        self.from.or_else(issued).or_else(named)
    }
}

/// The end of the plan's month, quarter, half-year or year.
fn period_end(plan: Day, months: u32) -> Day {
    let into = (plan.month() - 1) % months;
    plan.month_start().plus_months(months - 1 - into).month_end()
}

impl Reading {
    /// Returns the last day where there is exactly one.
    pub fn day(&self) -> Option<Day> {
        match self.kind {
            Kind::Day | Kind::Immediate => self.days.first().copied(),
            _ => None,
        }
    }

    fn without_day(kind: Kind, sustained: bool) -> Self {
        Self {
            kind,
            days: Vec::new(),
            sustained,
            every: None,
            provisional: false,
            notes: Vec::new(),
        }
    }
}

/// Reads the words of a limit.
pub fn read(words: &str, counting: &Counting<'_>) -> Reading {
    let even = text::even(words);
    whole(&even, &parts(&even, counting.phases), counting)
}

/// Puts the parts together, and says where a phase is named that the ledger does not give.
fn whole(even: &str, found: &[Found], counting: &Counting<'_>) -> Reading {
    let mut reading = assemble(found, counting);
    let other = [Note::NoStart(Event::Other)];
    let unknown =
        reading.kind == Kind::Unreadable || reading.kind == Kind::NoStart && reading.notes == other;
    if unknown && phase::is_named(even) {
        reading.notes.insert(0, Note::NoPhase);
    }
    reading
}

/// Reads the words of a limit and tells what each part of them gives.
pub fn explain(words: &str, counting: &Counting<'_>) -> (Reading, Vec<Step>) {
    let even = text::even(words);
    let found = parts(&even, counting.phases);
    let whole = whole(&even, &found, counting);
    let step = |part: &Found| {
        let alone = assemble(std::slice::from_ref(part), counting);
        let words = even.get(part.span.0..part.span.1).unwrap_or_default().to_owned();
        Step { words, kind: alone.kind, days: alone.days, notes: alone.notes }
    };
    // 或, and from when something begins, give nothing by themselves: they are shown where nothing else could be read.
    let gives = |found: &&Found| {
        whole.kind == Kind::Unreadable || !matches!(found.part, Part::Or | Part::Begin(_))
    };
    let steps = found.iter().filter(gives).map(step).collect();
    (whole, steps)
}

/// Tells whether the words say 立行立改.
pub fn is_immediate(words: &str, phases: &[Phase]) -> bool {
    // Most limits do not, and most of them can be told by their letters.
    words.contains(['立', '即', '马', '边', '随', 'i', 'I', 'a', 'A']) && {
        let found = parts(&text::even(words), phases);
        let dated =
            |part: &Part| matches!(part, Part::Dated(_) | Part::Until(_) | Part::Either(..));
        found.iter().any(|found| found.part == Part::Immediate)
            && !found.iter().any(|found| dated(&found.part))
    }
}

/// Tells whether the words of a plan give a period that may end on a rest day.
pub fn is_counted(words: &str, phases: &[Phase]) -> bool {
    parts(&text::even(words), phases).iter().any(|found| may_end_on_rest(&found.part))
}

/// Tells whether a part is counted in days, weeks or months.
fn may_end_on_rest(part: &Part) -> bool {
    let counted = |dated: &Dated| match dated {
        Dated::Counted(counted) => counted.unit != Unit::WorkingDays,
        Dated::Fixed(_) => false,
    };
    match part {
        Part::Immediate => true,
        Part::Dated(dated) => counted(dated),
        Part::Either(one, other) => counted(one) || counted(other),
        _ => false,
    }
}

fn parts(even: &str, phases: &[Phase]) -> Vec<Found> {
    let known = phase::known(phases, even);
    if english::is_english(even) { english::parts(even, &known) } else { scan::parts(even, &known) }
}

#[cfg(test)]
mod tests;
