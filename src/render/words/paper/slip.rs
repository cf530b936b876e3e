//! The words of the papers of notices.

use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::render::words::{en, zh};

/// A label of the paper of a notice that no other paper has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipLabel {
    /// The rung of the ladder.
    Rung,
    /// The notices before.
    Earlier,
    /// What is asked for.
    Asked,
    /// Until when it is to be answered.
    Until,
    /// What is answered.
    Answer,
    /// How the work goes on.
    Progress,
    /// Why it was not done in time.
    Why,
    /// What is done next, and by when.
    Next,
    /// Who signs for the unit.
    Signed,
}

/// A text of the paper of a notice.
#[derive(Debug, Clone, Copy)]
pub enum SlipText<'a> {
    /// The title, with what the rung is called, where all its problems are on one.
    Title(Option<&'a str>),
    /// Below the title of a draft.
    Draft,
    /// Below the title: the numbers.
    Numbers(&'a [String]),
    /// To whom it goes.
    Addressee(&'a str),
    /// What it is about, before the problems.
    Lead {
        /// How many problems it names.
        count: usize,
        /// How many of them are past their last day.
        late: usize,
        /// The day of the notice.
        on: Day,
    },
    /// A notice that came before.
    Earlier {
        /// Its day.
        on: Day,
        /// Its rung and number, in words.
        name: &'a str,
    },
}

/// A label of the paper of a notice.
pub fn slip_label(lang: Lang, label: SlipLabel) -> &'static str {
    match lang {
        Lang::Zh => zh::papers::slip_label(label),
        Lang::En => en::papers::slip_label(label),
    }
}

/// A text of the paper of a notice.
pub fn slip_text(lang: Lang, text: SlipText<'_>) -> String {
    match lang {
        Lang::Zh => zh::papers::slip_text(text),
        Lang::En => en::papers::slip_text(text),
    }
}
