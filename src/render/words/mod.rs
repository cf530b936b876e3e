//! Everything that a person reads, in one place a language.
//!
//! Facts are enums, words are exhaustive matches over them: one file a language and theme, so that a fact without
//! words does not compile. The functions here only choose the language.

mod amended;
pub mod asking;
pub mod bulletin;
pub mod changes;
mod check_note;
mod counts;
mod course;
mod document;
mod echo;
mod edit_note;
pub mod en;
pub mod export;
mod findings;
pub mod giving;
mod guard;
mod label;
mod message;
mod minutes;
pub mod morning;
mod note;
mod office;
pub mod page;
pub mod paper;
mod past;
mod rule;
mod stands;
pub mod taking;
mod toml;
pub mod topic;
mod trouble;
pub mod unit_form;
mod usage;
mod verify;
pub mod workbook;
mod wrong;
pub mod zh;

pub use amended::{amended_field, amended_value};
pub use check_note::CheckNote;
pub use counts::{days, errors, full_day, measures, problems};
pub use course::{
    accounts, asked, clauses_of, counted, entered_on, extended_by, last_review, level_name, light,
    light_in_full, linked, moved, next_review, notice, own_remarks, remarks, reported, round,
    to_last_day,
};
pub use document::{document_remark, grade, passed_over};
pub use echo::Echo;
pub use edit_note::{EditNote, edited_by_commands};
pub use findings::{check_rule, finding, rule_heading, severity};
pub use guard::GuardNote;
pub use label::Label;
pub use message::Message;
pub use minutes::{Committed, Deed, Minutes, minutes};
pub use note::{FurtherNote, Note, NoticeNote};
use office::bytes;
pub use office::{address, office_remark, table_name};
pub use past::{NoPast, PastLabel};
pub use rule::{Rule, rule, rule_on_paper, ruled};
pub use stands::{
    act_detail, act_done, day_left, every, fulfilment, group, limit_kind, limit_note, line_state,
    line_title, maybe_provisional, note, occurrences, reading, standing_state, together,
};
pub use taking::{TakingLabel, TakingNote, taking_label};
pub use trouble::{MergeNote, Trouble};
pub use usage::{Typed, Usage};
pub use verify::{Proof, broken, read_seal, seal, seal_line, violation};
pub use wrong::Wrong;

use super::inert_line;
use crate::complaint::Fault;
use crate::domain::acts::State;
use crate::domain::book::Lang;
use crate::domain::day::Weekday;
use crate::domain::entry::{ActKind, Outcome};
use crate::domain::policy::Rung;
use crate::domain::problem::Kind;

/// The heading of a column, or a short label.
pub fn label(lang: Lang, label: Label) -> &'static str {
    match lang {
        Lang::Zh => zh::labels::label(label),
        Lang::En => en::labels::label(label),
    }
}

/// The heading of a column, or a short label, of what is told of the past.
pub fn past_label(lang: Lang, label: PastLabel) -> &'static str {
    match lang {
        Lang::Zh => zh::past::label(label),
        Lang::En => en::past::label(label),
    }
}

/// What is said, and what to do about it.
pub fn message(lang: Lang, message: &Message) -> (String, Option<String>) {
    match lang {
        Lang::Zh => (zh::messages::message(message), zh::messages::help(message)),
        Lang::En => (en::messages::message(message), en::messages::help(message)),
    }
}

/// What stands against merging a file.
pub fn trouble(lang: Lang, trouble: &Trouble) -> String {
    match lang {
        Lang::Zh => zh::merging::trouble(trouble),
        Lang::En => en::merging::trouble(trouble),
    }
}

/// What is wrong with a value that was typed, and how it is written.
pub fn typed(lang: Lang, typed: Typed) -> &'static str {
    match lang {
        Lang::Zh => zh::usage::typed(typed),
        Lang::En => en::usage::typed(typed),
    }
}

/// The heading of a column of money, of which the cells are bare numbers.
pub fn in_yuan(lang: Lang, heading: &str) -> String {
    match lang {
        Lang::Zh => format!("{heading}（元）"),
        Lang::En => format!("{heading} (yuan)"),
    }
}

/// The name of a rung of the ladder of notices, which stands in the ladder at `place`, from 0.
pub fn rung(lang: Lang, rung: &Rung, place: usize) -> String {
    let usual = || match lang {
        Lang::Zh => zh::names::rung(place),
        Lang::En => en::names::rung(place),
    };
    rung.name.clone().unwrap_or_else(|| usual().to_owned())
}

/// The name of one of the four forms (四种形态), from 1.
pub fn form(lang: Lang, form: usize) -> String {
    match lang {
        Lang::Zh => zh::names::form(form),
        Lang::En => format!("Form {form}"),
    }
}

/// The name of a state.
pub fn state(lang: Lang, state: State) -> &'static str {
    match lang {
        Lang::Zh => zh::names::state(state),
        Lang::En => en::names::state(state),
    }
}

/// The name of a kind of problem.
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    match lang {
        Lang::Zh => zh::names::kind(kind),
        Lang::En => en::names::kind(kind),
    }
}

/// The name of an act.
pub fn act(lang: Lang, act: ActKind) -> &'static str {
    match lang {
        Lang::Zh => zh::names::act(act),
        Lang::En => en::names::act(act),
    }
}

/// What a review found.
pub fn outcome(lang: Lang, outcome: Outcome) -> &'static str {
    match lang {
        Lang::Zh => zh::names::outcome(outcome),
        Lang::En => en::names::outcome(outcome),
    }
}

/// The name of a day of the week.
pub fn weekday(lang: Lang, weekday: Weekday) -> &'static str {
    match lang {
        Lang::Zh => zh::names::weekday(weekday),
        Lang::En => en::names::weekday(weekday),
    }
}

/// Yes or no.
pub fn flag(lang: Lang, flag: bool) -> &'static str {
    match (lang, flag) {
        (Lang::Zh, true) => "是",
        (Lang::Zh, false) => "否",
        (Lang::En, true) => "yes",
        (Lang::En, false) => "no",
    }
}

/// Names or other words one after the other, as running text has them.
pub fn list<T: AsRef<str>>(lang: Lang, words: &[T]) -> String {
    joined(lang, words).concat()
}

/// A label and what it says, with the colon of the language between them.
pub fn labelled(lang: Lang, label: &str, text: &str) -> String {
    match lang {
        Lang::Zh => format!("{label}：{text}"),
        Lang::En => format!("{label}: {text}"),
    }
}

/// The words of a list, each but the last with what joins it to the next.
pub fn joined<T: AsRef<str>>(lang: Lang, words: &[T]) -> Vec<String> {
    let joiner = match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    let last = words.len().saturating_sub(1);
    let join = |(place, word): (usize, &T)| {
        format!("{}{}", word.as_ref(), if place < last { joiner } else { "" })
    };
    words.iter().enumerate().map(join).collect()
}

/// What is wrong with a file, in a line without a full stop.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    match lang {
        Lang::Zh => zh::faults::message(fault),
        Lang::En => en::faults::message(fault),
    }
}

/// A few words right under the place of a fault.
pub fn fault_label(lang: Lang, fault: &Fault) -> Option<String> {
    match lang {
        Lang::Zh => zh::faults::label(fault),
        Lang::En => en::faults::label(fault),
    }
}

/// What to do about a fault.
pub fn fault_help(lang: Lang, fault: &Fault) -> Option<String> {
    match lang {
        Lang::Zh => zh::faults::help(fault),
        Lang::En => en::faults::help(fault),
    }
}

/// The word of an act in files; the English name is the same.
fn act_in_files(act: ActKind) -> &'static str {
    en::names::act(act)
}

/// A piece of somebody's text inside a message: inert, on a line, in backquotes, and in part where it is long.
pub(super) fn code(text: &str) -> String {
    /// Characters that tell which text is meant.
    const LONG: usize = 60;
    let text = inert_line(text);
    match text.char_indices().nth(LONG) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

/// Several such pieces.
fn codes<T: AsRef<str>>(lang: Lang, texts: &[T]) -> String {
    let codes: Vec<_> = texts.iter().map(|text| code(text.as_ref())).collect();
    list(lang, &codes)
}

#[cfg(test)]
mod tests {
    use super::{Label, days, full_day, label, list, measures, problems};
    use crate::domain::book::Lang::{En, Zh};
    use crate::domain::day::Day;

    #[test]
    fn numbers_and_days_read_as_people_say_them() {
        let monday = Day::new(2022, 10, 31).unwrap();
        assert_eq!(full_day(Zh, monday), "2022-10-31（星期一）");
        assert_eq!(full_day(En, monday), "2022-10-31, Monday");
        assert_eq!([days(Zh, 54), days(Zh, 1)], ["54天", "1天"]);
        assert_eq!([days(En, 0), days(En, 1), days(En, -1)], ["0 days", "1 day", "-1 days"]);
        assert_eq!([problems(Zh, 21), problems(En, 1)], ["21个问题", "1 problem"]);
        assert_eq!([measures(Zh, 3), measures(En, 3)], ["3项措施", "3 measures"]);
        assert_eq!([list(Zh, &["甲", "乙"]), list(En, &["甲", "乙"])], ["甲、乙", "甲, 乙"]);
    }

    #[test]
    fn no_two_labels_of_a_language_are_the_same() {
        for lang in [Zh, En] {
            let mut texts: Vec<_> = Label::ALL.iter().map(|of| label(lang, *of)).collect();
            texts.sort_unstable();
            let before = texts.len();
            texts.dedup();
            assert_eq!(texts.len(), before, "{texts:?}");
        }
    }
}
