//! The words of bulletins.

use super::{en, zh};
use crate::domain::book::Lang;
use crate::domain::term::{Rhythm, Term};
use crate::reports::bulletin::Bulletin;
use crate::reports::diff::Kind;

/// A heading or a label of a bulletin that no other answer has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulletinLabel {
    /// How things stand.
    Overall,
    /// Units one by one.
    Units,
    /// What happened.
    Happened,
    /// What is overdue.
    Overdue,
    /// What falls due next.
    Next,
    /// What a figure counts.
    Figure,
    /// In the period, or at its end.
    Now,
    /// In the period before, or at its end.
    Before,
    /// By how much it grew.
    Change,
    /// Nothing happened.
    NothingHappened,
    /// Nothing is overdue.
    NothingOverdue,
    /// Nothing falls due.
    NothingDue,
}

/// A heading or a label.
pub fn bulletin_label(lang: Lang, label: BulletinLabel) -> &'static str {
    match lang {
        Lang::Zh => zh::bulletin::label(label),
        Lang::En => en::bulletin::label(label),
    }
}

/// The label of what is counted of what happened.
pub fn counted(lang: Lang, kind: Kind) -> &'static str {
    match lang {
        Lang::Zh => zh::changes::kind(kind),
        Lang::En => en::bulletin::counted(kind),
    }
}

/// The same beside figures of how things stand.
pub fn counted_in_period(lang: Lang, kind: Kind) -> String {
    match lang {
        Lang::Zh => zh::bulletin::counted_in_period(kind),
        Lang::En => en::bulletin::counted_in_period(kind),
    }
}

/// The title of a bulletin.
pub fn title(lang: Lang, rhythm: Rhythm) -> &'static str {
    match lang {
        Lang::Zh => zh::bulletin::title(rhythm),
        Lang::En => en::bulletin::title(rhythm),
    }
}

/// A period, as the line below the title has it.
pub fn term(lang: Lang, term: Term) -> String {
    match lang {
        Lang::Zh => zh::bulletin::term(term),
        Lang::En => en::bulletin::term(term),
    }
}

/// How things stand at the end of the period.
pub fn stand(lang: Lang, report: &Bulletin<'_>) -> String {
    match lang {
        Lang::Zh => zh::bulletin::stand(report),
        Lang::En => en::bulletin::stand(report),
    }
}

/// What happened in the period.
pub fn happened(lang: Lang, report: &Bulletin<'_>) -> String {
    match lang {
        Lang::Zh => zh::bulletin::happened(report),
        Lang::En => en::bulletin::happened(report),
    }
}

/// How duties were met in the period.
pub fn duties(lang: Lang, report: &Bulletin<'_>) -> String {
    match lang {
        Lang::Zh => zh::bulletin::duties(report.duties),
        Lang::En => en::bulletin::duties(report.duties),
    }
}

/// How the figures of a period are counted.
pub fn rule(lang: Lang, report: &Bulletin<'_>) -> String {
    let (term, before) = (report.term, report.term.before());
    let told = report.goes_on().then_some(report.today);
    match lang {
        Lang::Zh => zh::bulletin::rule(term, before, told),
        Lang::En => en::bulletin::rule(term, before, told),
    }
}
