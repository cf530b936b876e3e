//! What has changed, in the language chosen.

use super::{Label, en, inert_line, label, zh};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::indicator::Better;
use crate::render::document::Cell;
use crate::render::value;
use crate::reports::changes::{Change, Content, Field};
use crate::reports::diff::{Kind, What};
use crate::reports::log::{HeadTold, Step};

/// What changed of a problem.
pub fn change(lang: Lang, change: &Change) -> String {
    match lang {
        Lang::Zh => zh::changes::change(change),
        Lang::En => en::changes::change(change),
    }
}

/// What changed of a head.
pub fn head(lang: Lang, told: &HeadTold) -> String {
    match lang {
        Lang::Zh => zh::changes::head(told),
        Lang::En => en::changes::head(told),
    }
}

/// What a step did beside what became of problems and heads, each with what it did it to.
pub fn step(lang: Lang, step: &Step) -> Vec<(String, String)> {
    let converted = step.converted.iter().map(|converted| {
        let words = match lang {
            Lang::Zh => zh::changes::converted(converted.to_table),
            Lang::En => en::changes::converted(converted.to_table),
        };
        (converted.ledger.clone(), words.to_owned())
    });
    let unreadable = step.unreadable.iter().map(|path| {
        let words = match lang {
            Lang::Zh => zh::changes::UNREADABLE,
            Lang::En => en::changes::UNREADABLE,
        };
        (path.clone(), words.to_owned())
    });
    converted.chain(unreadable).collect()
}

/// Stands in the place of a commit where nothing is committed yet.
pub fn uncommitted(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh::changes::UNCOMMITTED,
        Lang::En => en::changes::UNCOMMITTED,
    }
}

/// Nothing has changed.
pub fn nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh::changes::NOTHING,
        Lang::En => en::changes::NOTHING,
    }
}

/// How a log is made.
pub fn log_rule(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh::changes::LOG_RULE,
        Lang::En => en::changes::LOG_RULE,
    }
}

/// How two versions are compared.
pub fn diff_rule(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh::changes::DIFF_RULE,
        Lang::En => en::changes::DIFF_RULE,
    }
}

/// Above what lies between two versions, each with its day.
pub fn diff_heading(lang: Lang, from: (&str, Day), to: (&str, Day)) -> String {
    match lang {
        Lang::Zh => zh::changes::diff_heading(from, to),
        Lang::En => en::changes::diff_heading(from, to),
    }
}

/// The version that lies on the disk.
pub fn work_tree(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh::changes::WORK_TREE,
        Lang::En => en::changes::WORK_TREE,
    }
}

/// The kind of what lies between two versions.
pub fn diff_kind(lang: Lang, kind: Kind) -> &'static str {
    match lang {
        Lang::Zh => zh::changes::kind(kind),
        Lang::En => en::changes::kind(kind),
    }
}

/// How often something of a kind happened, and to how many problems.
pub fn diff_count(lang: Lang, kind: Kind, problems: usize, times: usize) -> String {
    let counted = super::problems(lang, problems);
    match (lang, kind, times == problems) {
        (_, Kind::Changed, _) | (_, _, true) => counted,
        (Lang::Zh, ..) => format!("{counted}，{times}次"),
        (Lang::En, ..) => format!("{counted}, {times} times"),
    }
}

/// What a line between two versions tells beside its kind.
pub fn diff_what(lang: Lang, what: &What) -> Option<String> {
    match (lang, what) {
        (_, What::Nothing) => None,
        (Lang::Zh, What::Entry(entry)) => Some(zh::changes::entry_only(entry)),
        (Lang::En, What::Entry(entry)) => Some(en::changes::entry_only(entry)),
        (Lang::Zh, What::Late(days)) => Some(format!("逾期{days}天")),
        (Lang::En, What::Late(days)) => Some(format!("{} late", super::days(lang, *days))),
        (_, What::Change(told)) => Some(change(lang, told)),
    }
}

/// What an entry says beside its act.
pub fn entry_only(lang: Lang, entry: &Entry) -> String {
    match lang {
        Lang::Zh => zh::changes::entry_only(entry),
        Lang::En => en::changes::entry_only(entry),
    }
}

/// The name of a field.
pub fn field(lang: Lang, field: &Field) -> String {
    let known = match field {
        Field::Title => Label::Title,
        Field::Kind => Label::Kind,
        Field::Reference => Label::Reference,
        Field::Detail => Label::Detail,
        Field::Category => Label::Category,
        Field::Source => Label::Source,
        Field::Cause => Label::Cause,
        Field::Found => Label::Found,
        Field::Lead => Label::Lead,
        Field::Joint => Label::Joint,
        Field::With => Label::With,
        Field::Leader => Label::Leader,
        Field::Person => Label::Person,
        Field::Owners => Label::Owners,
        Field::Limit => Label::Limit,
        Field::Due => Label::LastDay,
        Field::Sustained => Label::Sustained,
        Field::Goal => Label::Goal,
        Field::Amount => Label::AmountInvolved,
        Field::Recoverable => Label::AmountRecoverable,
        Field::Recurs => Label::Recurs,
        Field::Tag => Label::Tag,
        Field::Every => Label::Every,
        Field::Text => Label::Text,
        Field::Since => Label::Since,
        Field::Dropped => Label::Dropped,
        Field::Why => Label::Reason,
        Field::Unit => Label::Measurement,
        Field::Baseline => Label::Baseline,
        Field::Target => Label::Target,
        Field::On => Label::On,
        Field::Act => Label::Act,
        Field::By => Label::By,
        Field::From | Field::Until | Field::Masked | Field::Better | Field::Entered => {
            return match lang {
                Lang::Zh => zh::changes::field(field),
                Lang::En => en::changes::field(field),
            }
            .to_owned();
        }
        Field::Extra(key) => return key.clone(),
    };
    label(lang, known).to_owned()
}

/// What stands in a field, on a line; long texts in part.
pub fn content(lang: Lang, content: &Content) -> String {
    match content {
        Content::Text(text) => short(text),
        Content::Names(names) => super::list(lang, names),
        Content::Day(day) => day.to_string(),
        Content::Money(money) => value::readable(&Cell::Money(*money), lang),
        Content::Figure(figure) => figure.to_string(),
        Content::Flag(flag) => super::flag(lang, *flag).to_owned(),
        Content::Kind(kind) => super::kind(lang, *kind).to_owned(),
        Content::Better(Better::Higher) => "↑".to_owned(),
        Content::Better(Better::Lower) => "↓".to_owned(),
        Content::Act(act) => {
            let mut parts = vec![super::act(lang, act.kind()).to_owned()];
            parts.extend(super::act_detail(lang, act));
            parts.extend(act.evidence().iter().map(ToString::to_string));
            super::list(lang, &parts)
        }
    }
}

/// What an entry records, in English, as programs get it.
pub fn act_for_programs(act: &Act) -> String {
    content(Lang::En, &Content::Act(Box::new(act.clone())))
}

/// A text on one line, in part where it is long.
pub(super) fn short(text: &str) -> String {
    /// Characters that tell which text is meant.
    const LONG: usize = 60;
    let text = inert_line(text);
    match text.char_indices().nth(LONG) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}
