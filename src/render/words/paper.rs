//! The words of the papers that an office gives out.

pub(in crate::render::words) mod happened;

pub use happened::happened;

use super::{en, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::reports::paper::Called;
use crate::reports::summary::Figures;

/// A heading or a label of a paper that no other answer has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperLabel {
    /// What was found wrong, or is to be done.
    Matter(Called),
    /// How the work goes on.
    Progress,
    /// Whether it is rectified.
    Status,
}

/// A heading or a label.
pub fn paper_label(lang: Lang, label: PaperLabel) -> &'static str {
    match lang {
        Lang::Zh => zh::papers::label(label),
        Lang::En => en::papers::label(label),
    }
}

/// A day as running text has it.
pub fn day(lang: Lang, day: Day) -> String {
    match lang {
        Lang::Zh => zh::papers::day(day),
        Lang::En => en::papers::day(day),
    }
}

/// The line below the title of a ledger: who found it, whose it is, and the day for which it is told.
pub fn below_title(lang: Lang, source: Option<&str>, owner: Option<&str>, today: Day) -> String {
    match lang {
        Lang::Zh => zh::papers::below_title(source, owner, today),
        Lang::En => en::papers::below_title(source, owner, today),
    }
}

/// How many problems and measures there are.
pub fn counted(lang: Lang, called: Called, problems: usize, measures: usize) -> String {
    match lang {
        Lang::Zh => zh::papers::counted(called, problems, measures),
        Lang::En => en::papers::counted(called, problems, measures),
    }
}

/// How many of them are in which state, and how many overdue.
pub fn states(lang: Lang, called: Called, figures: &Figures) -> String {
    match lang {
        Lang::Zh => zh::papers::states(called, figures),
        Lang::En => en::papers::states(called, figures),
    }
}

/// What stands in the place of measures that nobody has written down: the goal.
pub fn goal_alone(lang: Lang, goal: &str) -> String {
    super::labelled(lang, super::label(lang, super::Label::Goal), goal)
}
