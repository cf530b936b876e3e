//! Titles, headings, labels and sentences of papers, as facts.

use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::figure::Figure;
use crate::domain::ledger::Head;
use crate::domain::money::Money;
use crate::domain::standing::{Accounted, LastDay};
use crate::render::words::{en, zh};
use crate::reports::paper::Called;
use crate::reports::summary::Figures;

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title<'a> {
    /// 整改情况报告: to whoever found the problems.
    Rectification {
        /// The ledger's head.
        head: &'a Head,
        /// The ledger's name, where it has no title.
        name: &'a str,
        /// What its problems are called.
        called: Called,
    },
    /// 整改进展情况的通报: to the public.
    Public {
        /// The ledger's head.
        head: &'a Head,
        /// The ledger's name, where it has no title.
        name: &'a str,
        /// What its problems are called.
        called: Called,
    },
    /// 分单位任务清单.
    Units,
    /// 销号申请表.
    Closing,
    /// 延期申请表.
    Extension,
}

/// A title.
pub fn title(lang: Lang, title: Title<'_>) -> String {
    match lang {
        Lang::Zh => zh::papers::title(title),
        Lang::En => en::papers::title(title),
    }
}

/// A heading, a label, or a few fixed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperLabel {
    /// What was found wrong, or is to be done.
    Matter(Called),
    /// What is done about it.
    Measures,
    /// How the work goes on.
    Progress,
    /// Whether it is rectified.
    Status,
    /// The figures of all.
    Overview,
    /// The problems one by one.
    OneByOne(Called),
    /// The duties one by one.
    Duties,
    /// How far the work is.
    HowFar,
    /// What became of the money.
    Money,
    /// Who was held to account.
    Accounted,
    /// What was made and done, as far as it is counted.
    Counted,
    /// What was done about a problem.
    Course,
    /// The same, as the public is told.
    PublicCourse,
    /// Nothing was recorded yet.
    NothingYet,
    /// The last words of a report.
    End,
    /// How a unit takes part.
    Role,
    /// The tasks for which no unit is named.
    NoUnit,
    /// What stands above the figures of all units.
    AllUnits,
    /// Why the figure of a unit may differ from its rows.
    UnitRule,
}

/// A heading, a label, or a few fixed words.
pub fn paper_label(lang: Lang, label: PaperLabel) -> &'static str {
    match lang {
        Lang::Zh => zh::papers::label(label),
        Lang::En => en::papers::label(label),
    }
}

/// A heading with its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbered<'a> {
    /// 一、
    Chapter(usize),
    /// （一）
    Section(usize),
    /// 1. The number is that of the paper.
    Item(&'a str),
    /// （1）
    Point(u32),
}

/// A heading with its number.
pub fn numbered(lang: Lang, number: Numbered<'_>, text: &str) -> String {
    match lang {
        Lang::Zh => zh::papers::numbered(number, text),
        Lang::En => en::papers::numbered(number, text),
    }
}

/// A number as headings have it: 三, III.
pub fn numeral(lang: Lang, number: usize) -> String {
    match lang {
        Lang::Zh => zh::papers::numeral(number),
        Lang::En => en::papers::roman(number),
    }
}

/// A sentence of running text.
#[derive(Debug, Clone, Copy)]
pub enum Sentence<'a> {
    /// Where the problems come from, and what follows.
    Lead {
        /// The ledger's head.
        head: &'a Head,
        /// What its problems are called.
        called: Called,
        /// How many there are.
        problems: usize,
        /// How many measures they have.
        measures: usize,
        /// The day asked for.
        today: Day,
    },
    /// How many are in which state.
    Totals {
        /// What they are called.
        called: Called,
        /// The figures.
        figures: &'a Figures,
    },
    /// The same, as the public is told.
    PublicTotals {
        /// What they are called.
        called: Called,
        /// The figures.
        figures: &'a Figures,
    },
    /// Which are overdue, by their numbers.
    Overdue(&'a [String]),
    /// Which await verification, by their numbers.
    Awaiting(&'a [String]),
    /// What became of the money.
    Money(&'a Figures),
    /// Who was held to account, in all and by the four forms.
    Accounted {
        /// In all.
        all: Accounted,
        /// By form, in words.
        forms: &'a str,
    },
    /// How many of something were made or done, and for which problems, by their numbers.
    Counted {
        /// What is counted.
        name: &'a str,
        /// What one of it is called.
        unit: &'a str,
        /// How many.
        total: Figure,
        /// The problems.
        numbers: &'a [String],
    },
    /// When it was found, what it involves, and what came back.
    Found {
        /// When it was found.
        found: Option<Day>,
        /// Money involved.
        amount: Option<Money>,
        /// How much of it is to come back.
        recoverable: Option<Money>,
        /// Earlier problems that it repeats.
        recurs: &'a [String],
    },
    /// The state on the day asked for.
    State {
        /// The day asked for.
        today: Day,
        /// The state, in words.
        state: &'a str,
    },
    /// The limit.
    Limit {
        /// In the plan's words.
        words: Option<&'a str>,
        /// The last day.
        last: &'a LastDay,
        /// The last day as it was before any extension, where that is another.
        first: Option<Day>,
        /// By how many days it is overdue.
        late: Option<i64>,
        /// What else there is to say of it.
        remarks: Option<&'a str>,
        /// It is to be kept up for good.
        sustained: bool,
        /// The day is the next occurrence of a duty.
        recurs: bool,
        /// It stands inside brackets.
        inside: bool,
    },
    /// The measures have limits of their own; the latest of their days.
    LatestOfMeasures(Day),
    /// What a measure does, and who answers for it.
    Measure {
        /// What it does.
        text: &'a str,
        /// Who answers for it, and by when, in words.
        by: &'a [String],
    },
    /// A figure that was measured.
    Measured {
        /// The indicator.
        name: &'a str,
        /// The value.
        actual: &'a str,
        /// Its unit of measurement.
        unit: &'a str,
    },
    /// How a problem is named to the public.
    About(&'a str),
    /// To whom a paper goes.
    Addressee(&'a str),
}

/// A sentence.
pub fn sentence(lang: Lang, sentence: Sentence<'_>) -> String {
    match lang {
        Lang::Zh => zh::papers::sentence(sentence),
        Lang::En => en::papers::sentence(sentence),
    }
}
