//! What is asked at a terminal, in English.

use crate::render::words::asking::{Choice, Keys, Question, Reply, ReviewLabel};

/// Stands behind a question that was left.
pub const LEFT: &str = "(back)";

/// The words of a question.
pub fn question(question: &Question) -> String {
    match question {
        Question::Review(1) => "Review this line?".to_owned(),
        Question::Review(lines) => format!("Review these {lines} lines one by one?"),
        Question::Line { at, of } => format!("Line {at} of {of}: what becomes of it?"),
        Question::Problem => "Which problem?".to_owned(),
        Question::Field => "Which field?".to_owned(),
        Question::Value(field) => format!("{field}:"),
        Question::Due { needed: true } => "Last day:".to_owned(),
        Question::Due { needed: false } => "Last day (may be left empty):".to_owned(),
        Question::Reporter => "Who enters what the files say was done?".to_owned(),
        Question::Verifier => "Verified by:".to_owned(),
        Question::TakeTwin(id) => {
            format!("The ledger has it already, as {id}. Take it in again?")
        }
        Question::TakeAgain(place) => format!("It stands at {place} already. Take it in again?"),
        Question::Enrol(name) => format!("Put `{name}` into the roster?"),
        Question::Against => "Something is wrong with it. What now?".to_owned(),
        Question::Write(ledger) => format!("Write it into the ledger `{ledger}`?"),
        Question::Leave => "Leave without writing?".to_owned(),
    }
}

/// What may be chosen.
pub fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Accept => "accept",
        Choice::Edit => "edit",
        Choice::Skip => "skip",
        Choice::AcceptRest => "accept all the rest",
        Choice::Back => "go back one",
        Choice::BackToQuestions => "go back and change it",
        Choice::Quit => "quit without writing",
        Choice::Changed => "no more changes",
        Choice::Write => "write it",
    }
}

/// Which keys do what.
pub fn keys(keys: Keys) -> &'static str {
    match keys {
        Keys::Choose => "↑↓ and Enter choose, letters filter; Esc goes back, Ctrl-C quits",
        Keys::Text => "Enter accepts; Esc goes back and changes nothing",
        Keys::Lines => "Enter accepts, ↵ stands for a line break, - empties; Esc goes back",
        Keys::Names => {
            "Tab completes (pinyin initials do), commas part names, - empties; Esc: back"
        }
        Keys::Name => "Tab completes (pinyin initials do); Enter accepts, Esc goes back",
        Keys::Day => "a day as 2022-10-08, - empties; Enter accepts, Esc goes back",
        Keys::Money => "an amount as 157000 or 15.7万元, - empties; Enter accepts, Esc goes back",
        Keys::Limit => "the plan's words, - empties; Enter says how they read, Esc goes back",
        Keys::YesNo => "y or n; Esc goes back",
    }
}

/// What is said of an answer.
pub fn reply(reply: &Reply) -> String {
    match reply {
        Reply::YesOrNo => "y or n, please".to_owned(),
        Reply::Complete(names) => format!("Tab completes it: {}", names.join(", ")),
        Reply::Unknown(name, None) => format!("the roster does not know `{name}`"),
        Reply::Unknown(name, Some(nearest)) => {
            format!("the roster does not know `{name}`; did you mean `{nearest}`?")
        }
        Reply::Needed => "this must not be empty".to_owned(),
        Reply::First => "this is the first line".to_owned(),
        Reply::Against => "this line cannot be taken in; edit or skip it:".to_owned(),
    }
}

/// A heading or label.
pub fn label(label: ReviewLabel) -> &'static str {
    match label {
        ReviewLabel::Preview => "Preview",
        ReviewLabel::Doubts => "Doubts",
        ReviewLabel::Accepted => "Accepted",
        ReviewLabel::Skipped => "Left out",
        ReviewLabel::Edited => "Changed by hand",
        ReviewLabel::Decision => "Decision",
        ReviewLabel::Verifier => "Verified by",
    }
}
