//! What is asked at a terminal: questions, what one may choose, and the lines that say which keys do what. Facts only.

use super::{en, inert_line, zh};
use crate::domain::book::Lang;
use crate::domain::id::Id;
use crate::render::text::wrap::width;

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Whether to go through the lines of a file one by one; so many.
    Review(usize),
    /// What becomes of a line: its place among all, from 1, and how many these are.
    Line {
        /// Its place.
        at: usize,
        /// How many there are.
        of: usize,
    },
    /// Which problem is meant.
    Problem,
    /// Which field is to be changed.
    Field,
    /// What stands in a field of this name.
    Value(String),
    /// The last day, where the words of the limit give none; whether there must be one.
    Due {
        /// There must be one.
        needed: bool,
    },
    /// Who enters what the files say was done.
    Reporter,
    /// Who verified what the file calls closed.
    Verifier,
    /// Whether a line is taken in again that the ledger has.
    TakeTwin(Id),
    /// Whether a line is taken in again that the files have at another place.
    TakeAgain(String),
    /// Whether a name is put into the roster.
    Enrol(String),
    /// What becomes of a text that something speaks against.
    Against,
    /// Whether to write.
    Write(String),
    /// Whether to leave without writing.
    Leave,
}

/// What one may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Take the line in.
    Accept,
    /// Change a field of it.
    Edit,
    /// Leave it out.
    Skip,
    /// Take in all that come, up to the next that something speaks against.
    AcceptRest,
    /// Go back to the one before.
    Back,
    /// Go back to the questions.
    BackToQuestions,
    /// Leave, and write nothing.
    Quit,
    /// No more changes to the line.
    Changed,
    /// Write it.
    Write,
}

/// Which keys do what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// One of several is chosen.
    Choose,
    /// A text is typed.
    Text,
    /// A text is typed that may have several lines.
    Lines,
    /// Names are typed.
    Names,
    /// One name is typed.
    Name,
    /// A day is typed.
    Day,
    /// An amount is typed.
    Money,
    /// A limit is typed.
    Limit,
    /// Yes or no.
    YesNo,
}

/// What speaks against an answer, or is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// It is neither yes nor no.
    YesOrNo,
    /// A name that is not known but is the short form of these.
    Complete(Vec<String>),
    /// A name that is not known, and the nearest.
    Unknown(String, Option<String>),
    /// There has to be one.
    Needed,
    /// There is nothing before the first line.
    First,
    /// Something speaks against a line that was to be taken in; it follows.
    Against,
}

/// A heading or label of what is shown between the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReviewLabel {
    Preview,
    Doubts,
    Accepted,
    Skipped,
    Edited,
    Decision,
    Verifier,
}

/// A problem to be chosen, with what it calls for.
pub fn with_light(lang: Lang, id: &str, title: &str, light: &str) -> String {
    match lang {
        Lang::Zh => format!("{id} {title}（{light}）"),
        Lang::En => format!("{id} {title} ({light})"),
    }
}

/// The words of a question.
pub fn question(lang: Lang, question: &Question) -> String {
    match lang {
        Lang::Zh => zh::asking::question(question),
        Lang::En => en::asking::question(question),
    }
}

/// What may be chosen, in words.
pub fn choice(lang: Lang, choice: Choice) -> &'static str {
    match lang {
        Lang::Zh => zh::asking::choice(choice),
        Lang::En => en::asking::choice(choice),
    }
}

/// Which keys do what.
pub fn keys(lang: Lang, keys: Keys) -> &'static str {
    match lang {
        Lang::Zh => zh::asking::keys(keys),
        Lang::En => en::asking::keys(keys),
    }
}

/// What is said of an answer.
pub fn reply(lang: Lang, reply: &Reply) -> String {
    match lang {
        Lang::Zh => zh::asking::reply(reply),
        Lang::En => en::asking::reply(reply),
    }
}

/// A heading or label.
pub fn label(lang: Lang, label: ReviewLabel) -> &'static str {
    match lang {
        Lang::Zh => zh::asking::label(label),
        Lang::En => en::asking::label(label),
    }
}

/// Above a line that is shown alone: its place among all.
pub fn line_heading(lang: Lang, at: usize, of: usize, place: &str, title: &str) -> String {
    match lang {
        Lang::Zh => format!("第{at}条，共{of}条（{place}）：{title}"),
        Lang::En => format!("Line {at} of {of} ({place}): {title}"),
    }
}

/// A field with what stands in it, on a line of at most so many columns.
pub fn with_value(lang: Lang, name: &str, value: &str, columns: usize) -> String {
    let value = inert_line(value);
    let mut shown = match lang {
        Lang::Zh => format!("{name}：{value}"),
        Lang::En => format!("{name}: {value}"),
    };
    if width(&shown) > columns {
        while width(&shown) >= columns && shown.pop().is_some() {}
        shown.push('…');
    }
    shown
}

/// The name of a measure's field.
pub fn of_measure(lang: Lang, no: u32, field: &str) -> String {
    match lang {
        Lang::Zh => format!("措施{no}的{field}"),
        Lang::En => format!("measure {no}, {field}"),
    }
}

/// What was decided on a line: the fields changed by hand, where it is taken in.
pub fn decided(lang: Lang, accepted: bool, changed: &[String]) -> String {
    match (lang, accepted) {
        (Lang::Zh, false) => "略过".to_owned(),
        (Lang::En, false) => "left out".to_owned(),
        (Lang::Zh, true) => format!("改动：{}", changed.join("、")),
        (Lang::En, true) => format!("changed: {}", changed.join(", ")),
    }
}

/// That a limit gives no single day, and why.
pub fn no_day(lang: Lang, name: &str, words: &str, why: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}“{words}”：{why}"),
        Lang::En => format!("{name} `{words}`: {why}"),
    }
}

/// That a value was written so that it cannot be read.
pub fn damaged(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Zh => format!("{name}残缺，照原文"),
        Lang::En => format!("{name} is damaged; its words stand as they are"),
    }
}

/// Yes or no, as it may be typed: also the first letters, and what an input method leaves in full width.
pub fn read_yes_no(typed: &str) -> Option<bool> {
    match typed.trim().to_lowercase().as_str() {
        "y" | "yes" | "ｙ" | "是" | "好" | "对" => Some(true),
        "n" | "no" | "ｎ" | "否" | "不" | "不是" => Some(false),
        _ => None,
    }
}

/// Stands behind a question that may be answered with Enter alone.
pub fn yes_no_default(lang: Lang, default: bool) -> &'static str {
    match (lang, default) {
        (Lang::Zh, true) => "Y 是/n 否",
        (Lang::Zh, false) => "y 是/N 否",
        (Lang::En, true) => "Y/n",
        (Lang::En, false) => "y/N",
    }
}
