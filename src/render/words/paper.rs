//! The words of the papers that an office gives out.

mod form;
pub(in crate::render::words) mod happened;
mod slip;
mod text;

pub use form::{FormLabel, form_label, lacking, lacks, opinion};
pub use happened::{happened, measured, state};
pub use slip::{SlipLabel, SlipText, slip_label, slip_text};
pub use text::{
    Numbered, PaperLabel, Sentence, Title, numbered, numeral, paper_label, sentence, title,
};

use super::{Label, en, label, labelled, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::render::document::Cell;
use crate::render::value::readable;
use crate::reports::paper::{Called, List};
use crate::reports::public::Status;
use crate::reports::summary::Figures;
use crate::reports::units::Role;

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

/// How many rows a unit has, and how many problems count for it.
pub fn unit_total(lang: Lang, called: Called, rows: usize, problems: usize) -> String {
    match lang {
        Lang::Zh => zh::papers::unit_total(called, rows, problems),
        Lang::En => en::papers::unit_total(called, rows, problems),
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
    labelled(lang, label(lang, Label::Goal), goal)
}

/// The name of a list.
pub fn list_name(lang: Lang, list: List) -> &'static str {
    match (lang, list) {
        (Lang::Zh, List::Problems) => "问题清单",
        (Lang::Zh, List::Measures) => "措施清单",
        (Lang::Zh, List::Responsibility) => "责任清单",
        (Lang::En, List::Problems) => "Problems",
        (Lang::En, List::Measures) => "Measures",
        (Lang::En, List::Responsibility) => "Responsibility",
    }
}

/// How a unit takes part.
pub fn role(lang: Lang, role: Role) -> &'static str {
    match (lang, role) {
        (Lang::Zh, Role::Lead) => "牵头",
        (Lang::Zh, Role::Joint) => "共同负责",
        (Lang::Zh, Role::With) => "配合",
        (Lang::En, Role::Lead) => "leads",
        (Lang::En, Role::Joint) => "joint",
        (Lang::En, Role::With) => "helps",
    }
}

/// Whether a problem is rectified, as the public is told.
pub fn public_status(lang: Lang, status: Status) -> &'static str {
    match (lang, status) {
        (Lang::Zh, Status::Done) => "已完成",
        (Lang::Zh, Status::Sustained) => "已完成，长期坚持",
        (Lang::Zh, Status::Ongoing) => "正在推进",
        (Lang::Zh, Status::Suspended) => "中止整改",
        (Lang::Zh, Status::Transferred) => "已移送处理",
        (Lang::Zh, Status::Withdrawn) => "已撤销",
        (Lang::En, Status::Done) => "done",
        (Lang::En, Status::Sustained) => "done, to be kept up",
        (Lang::En, Status::Ongoing) => "in progress",
        (Lang::En, Status::Suspended) => "suspended",
        (Lang::En, Status::Transferred) => "transferred",
        (Lang::En, Status::Withdrawn) => "withdrawn",
    }
}

/// A share of a whole, in per cent.
pub(in crate::render::words) fn share(part: usize, whole: usize) -> String {
    readable(&Cell::share(part, whole), Lang::En)
}
